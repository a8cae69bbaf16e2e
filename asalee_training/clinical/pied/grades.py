"""French podological grade and IWGDF category: the same findings, two classifications.

Sources: décision UNCAM of 21 March 2013 (JORF of 23 May 2013) and avenants 4 (2021) and 5 (2023) for the
grade; IWGDF 2015, 2019 and 2023 for the category and the intervals.
"""

from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data

EDITIONS = ("2015", "2019", "2023")
#: Tables of intervals: IWGDF 2019 (and 2023), IWGDF 2015, French practice [K].
USAGES = ("iwgdf", "iwgdf_2015", "francais")


@dataclass(frozen=True)
class Desaccord:
    """French grade beside IWGDF category (2019).

    sens: "accord", "iwgdf_plus_haute" or "grade_plus_haut". raisons: why they differ, empty when they agree:
    "aomi_isolee", "aomi_et_deformation_sans_neuropathie", "dialyse", "antecedent_sans_neuropathie_ni_aomi".
    alerte: the doctor is to be told. niveau_suivi: the higher of the two, for `intervalle_mois`.
    """

    grade: int
    categorie: int
    sens: str
    raisons: tuple[str, ...]
    alerte: bool
    niveau_suivi: int


def grade_podologique(
    perte_sensibilite: bool, aomi: bool, deformation: bool, ulcere_ancien: bool, amputation: bool
) -> int:
    """French podological grade, 0-3, from five findings that are True or False.

    ulcere_ancien: a past ulcer of the foot that lasted more than 4 weeks (`ulcere_compte`); amputation: of the
    lower limb. An active wound is no grade: it is an alert (`gradation_possible`).
    Raises ValueError when a finding is not True or False.
    Source: décision UNCAM of 21 March 2013, JORF of 23 May 2013 (2013).
    """
    _findings(perte_sensibilite, aomi, deformation, ulcere_ancien, amputation)
    if ulcere_ancien or amputation:
        return 3
    if perte_sensibilite and (aomi or deformation):
        return 2
    return 1 if perte_sensibilite else 0


def categorie_iwgdf(
    perte_sensibilite: bool,
    aomi: bool,
    deformation: bool,
    ulcere_ancien: bool,
    amputation: bool,
    dialyse: bool,
    edition: str = "2019",
) -> int:
    """IWGDF risk category, 0-3, from six findings that are True or False.

    edition: "2019", "2023" (same table [K], to be verified), or "2015", where neuropathy is needed for any
    category above 0 and dialysis does not count.
    Raises ValueError when a finding is not True or False, or for an unknown edition.
    Source: Schaper, IWGDF guidelines, 2019; BMJ Open Quality (older categories, 2015).
    """
    _findings(perte_sensibilite, aomi, deformation, ulcere_ancien, amputation)
    inputs.boolean("Dialyse", dialyse)
    if inputs.one_of("Édition IWGDF", edition, EDITIONS) == "2015":
        if not perte_sensibilite:
            return 0
        return 3 if ulcere_ancien or amputation else 2 if aomi or deformation else 1
    if (perte_sensibilite or aomi) and (ulcere_ancien or amputation or dialyse):
        return 3
    if sum((perte_sensibilite, aomi, deformation)) >= 2:
        return 2
    return 1 if perte_sensibilite or aomi else 0


def desaccord(
    perte_sensibilite: bool,
    aomi: bool,
    deformation: bool,
    ulcere_ancien: bool,
    amputation: bool,
    dialyse: bool,
) -> Desaccord:
    """Do the French grade and the IWGDF category (2019) differ, which way and why? As a Desaccord.

    The six findings of `categorie_iwgdf`, True or False. They differ in 20 of the 64 combinations; every
    difference is an alert (teaching convention [P]). Raises ValueError when a finding is not True or False.
    Source: décision UNCAM of 21 March 2013; Schaper, IWGDF guidelines, 2019.
    """
    grade = grade_podologique(perte_sensibilite, aomi, deformation, ulcere_ancien, amputation)
    categorie = categorie_iwgdf(perte_sensibilite, aomi, deformation, ulcere_ancien, amputation, dialyse)
    antecedent = ulcere_ancien or amputation
    aomi_seule = aomi and not perte_sensibilite and not antecedent
    raisons = {
        "aomi_isolee": aomi_seule and not deformation,
        "aomi_et_deformation_sans_neuropathie": aomi_seule and deformation,
        "dialyse": dialyse and (perte_sensibilite or aomi) and not antecedent,
        "antecedent_sans_neuropathie_ni_aomi": antecedent and not (perte_sensibilite or aomi),
    }
    return Desaccord(
        grade,
        categorie,
        sens="accord" if grade == categorie else "iwgdf_plus_haute" if categorie > grade else "grade_plus_haut",
        raisons=tuple(raison for raison, vraie in raisons.items() if vraie),
        alerte=grade != categorie,
        niveau_suivi=niveau_suivi(grade, categorie),
    )


def _findings(*constats: object) -> None:
    labels = ("Perte de sensibilité", "AOMI", "Déformation", "Antécédent d’ulcère", "Amputation")
    for label, constat in zip(labels, constats, strict=True):
        inputs.boolean(label, constat)


def ulcere_compte(duree_semaines: float) -> bool:
    """Does a healed ulcer of the foot count for grade 3? True when it lasted more than 4 weeks.

    duree_semaines: from its beginning to its healing, 0-520 weeks. An older leaflet says 3 months: not used.
    Raises ValueError for a duration out of range.
    Source: ameli.fr, pédicure-podologue, 28 May 2021 (2021).
    """
    duree = inputs.number("Durée de l’ulcère", duree_semaines, 0, 520, "semaines")
    return duree > reference_data.thresholds("pied")["ulcere_semaines"]


@cache
def _grades() -> dict[int, dict[str, str]]:
    return {int(row["grade"]): row for row in reference_data.rows("pied_grades")}


def seances_podologue(grade: int, plaie_en_cicatrisation: bool) -> int:
    """Podiatry sessions reimbursed per year for a French grade; a healing wound counts only in grade 3.

    grade: 0-3. In grades 0 and 1 only the annual « bilan de gradation » is reimbursed: 0 session.
    Raises ValueError for another grade, or a wound that is not True or False.
    Source: pédicures-podologues' convention, avenants 4 (15 May 2021) and 5 (6 September 2023).
    """
    inputs.boolean("Plaie en cicatrisation", plaie_en_cicatrisation)
    row = _grades()[inputs.integer("Grade podologique", grade, 0, 3)]
    return int(row["seances_an_si_plaie" if plaie_en_cicatrisation else "seances_an"])


def niveau_suivi(grade: int, categorie: int) -> int:
    """Level, 0-3, by which the next examination is scheduled: the higher of the two.

    grade: French podological grade, 0-3; categorie: IWGDF category, 0-3. Raises ValueError for another value.
    Source: teaching convention [P], to be verified (2025).
    """
    return max(
        inputs.integer("Grade podologique", grade, 0, 3),
        inputs.integer("Catégorie IWGDF", categorie, 0, 3),
    )


@cache
def _intervalles() -> dict[tuple[str, int], tuple[int, int]]:
    return {
        (row["usage"], int(row["niveau"])): (int(row["min_mois"]), int(row["max_mois"]))
        for row in reference_data.rows("pied_intervalles")
    }


def intervalle_mois(grade: int, usage: str = "iwgdf") -> tuple[int, int]:
    """Shortest and longest interval in months before the next examination.

    grade: 0-3; teaching convention: call it with `niveau_suivi`. usage: "iwgdf" (2019, also 2023), "iwgdf_2015",
    or "francais" (practice [K], to be verified). Raises ValueError for another grade or usage.
    Source: Schaper, IWGDF guidelines, 2019 (expert opinion).
    """
    niveau = inputs.integer("Grade podologique", grade, 0, 3)
    return _intervalles()[inputs.one_of("Usage", usage, USAGES), niveau]
