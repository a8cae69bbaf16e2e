"""The two cancer campaigns in numbers: of a thousand people, how many.

Every number is of `references/seuils/depistage.csv`, which says whose it is, of which years, and read where. Numbers
of different years stand side by side: an order of magnitude to tell a person, never her own risk.
"""

from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data

DELAIS = ("1_mois", "3_mois", "24_mois")


@dataclass(frozen=True)
class Sein:
    """Of 1 000 women who have one screening mammogram, in whole women; deaths avoided are over seven to ten years.

    intervalle: fewer than this have a cancer between two mammograms. inutiles: cancers that would have stayed silent.
    """

    positives: int
    cancers: int
    sans_cancer: int
    intervalle: int
    inutiles: int
    deces_evites: tuple[float, float]


@dataclass(frozen=True)
class Colon:
    """Of 1 000 people who do the test, in whole people (2022-2023 for positives, 2018-2019 for the rest)."""

    illisibles: int
    positifs: int
    cancers: int
    adenomes: int


def sein() -> Sein:
    """Return the breast campaign, of 1 000 women. Source: Santé publique France 2019, INCa 2013 and 2018."""
    seuils = reference_data.thresholds("depistage")
    positives, cancers = round(seuils["sein_positives_pct"] * 10), round(seuils["sein_cancers_pour_mille"])
    part = (seuils["sein_surdiagnostic_min_pct"] + seuils["sein_surdiagnostic_max_pct"]) / 200
    return Sein(
        positives=positives,
        cancers=cancers,
        sans_cancer=positives - cancers,
        intervalle=round(seuils["sein_intervalle_pour_mille"]),
        inutiles=round(cancers * part),
        deces_evites=(seuils["sein_deces_evites_min_pour_mille"], seuils["sein_deces_evites_max_pour_mille"]),
    )


def colon() -> Colon:
    """Return the colorectal campaign, of 1 000 people. Source: Santé publique France 2022 and 2024."""
    seuils = reference_data.thresholds("depistage")
    depistes = seuils["colon_depistes_2018_2019"]
    return Colon(
        illisibles=round(seuils["colon_non_analysables_pct"] * 10),
        positifs=round(seuils["colon_positifs_pct"] * 10),
        cancers=round(1000 * seuils["colon_cancers_2018_2019"] / depistes),
        adenomes=round(1000 * seuils["colon_adenomes_2018_2019"] / depistes),
    )


def coloscopies_faites(delai: str) -> int:
    """Return how many of 100 people with a positive test have had their colonoscopy after this delay.

    delai: one of ``DELAIS``, the only ones published; raises ValueError (French sentence) on any other. Source: BEH, 10 March 2026.
    """
    known = inputs.one_of("Délai", delai, DELAIS)
    return round(reference_data.thresholds("depistage")[f"coloscopie_{known}_pct"])
