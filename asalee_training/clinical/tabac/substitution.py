"""Nicotine replacement: where to start, signs of a wrong dose, what a prescription must hold.

A starting point to adjust between the second and the seventh day: under-dosing is the usual cause of failure.
A patch stays on when a cigarette is smoked. Varenicline and bupropion belong to the physician.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.tabac.exposition import CIGARETTES_MAX


@dataclass(frozen=True)
class DoseDepart:
    """One cell of the OFT table.

    timbres: "aucun", "taille_libre", "moyen", "grand" or "grand_et_moyen". formes_orales: "non", "possibles",
    "avec" (with the patch, or alone when there is none) or "ou" (instead of the patch).
    surete: "lu" (read in a public source) or "a_verifier" (general knowledge).
    """

    timbres: str
    formes_orales: str
    texte: str
    surete: str


def dose_depart(cigarettes_par_jour: int, delai_premiere_min: float) -> DoseDepart:
    """Starting replacement from cigarettes a day (1-300) and minutes to the first one (0-1440).

    A hand-rolled cigarette counts for two: give what `equivalent_cigarettes` returns. Raises ValueError outside.
    Large patch: 21 mg/24 h or 25 mg/16 h; medium: 14 mg/24 h or 15 mg/16 h [K].
    Source: OFT table; extremes read in e-sante.fr (2017), middle cells [K], to be verified (à vérifier).
    """
    cigarettes = inputs.integer("Cigarettes par jour", cigarettes_par_jour, 1, CIGARETTES_MAX)
    minutes = inputs.number("Délai de la première cigarette", delai_premiere_min, 0, 1440, "min")
    row = next(
        row
        for row in _cells()
        if cigarettes <= int(row["cigarettes_jusqu_a"]) and minutes <= int(row["delai_jusqu_a_min"])
    )
    return DoseDepart(row["timbres"], row["formes_orales"], inputs.typography(row["texte"]), row["surete"])


def nicotine_depart_mg(cigarettes_par_jour: int) -> float:
    """Nicotine in mg a day to think of first: about 1 mg per cigarette (1-300, hand-rolled counted twice).

    Raises ValueError outside. A guess to start from, never a target.
    Source: French practice (Rev Prat), about 1 mg per cigarette (à vérifier).
    """
    cigarettes = inputs.integer("Cigarettes par jour", cigarettes_par_jour, 1, CIGARETTES_MAX)
    return cigarettes * reference_data.thresholds("tabac")["nicotine_mg_par_cigarette"]


def formes() -> dict[str, str]:
    """Forms of nicotine replacement → strengths, as French text (mg).

    Source: Rev Prat; which patch is large, medium or small is general knowledge [K], to be verified (à vérifier).
    """
    return {row["forme"]: inputs.typography(row["dosages"]) for row in reference_data.rows("tabac_formes")}


def dosage(signes: Collection[str]) -> str:
    """What signs under treatment point to: "sous_dosage", "surdosage", "discordant" (both) or "aucun_signe".

    signes: identifiers of `references/tabac_signes_dosage.csv`, possibly none. Raises ValueError otherwise.
    Source: Le Moniteur des pharmacies, signs of under- and over-dosing (à vérifier).
    """
    table = _signs()
    sens = {table[signe] for signe in inputs.words("Signe", signes, table)}
    if len(sens) == 2:
        return "discordant"
    return sens.pop() if sens else "aucun_signe"


def mentions_manquantes(mentions: Collection[str]) -> tuple[str, ...]:
    """Mentions that a prescription of nicotine replacement still lacks.

    mentions: identifiers of `references/tabac_ordonnance.csv`. The prescription holds nothing else than nicotine
    replacement. Raises ValueError for an unknown mention.
    Source: pro.tabac-info-service.fr, right to prescribe of nurses since January 2016 (à vérifier).
    """
    attendues = [row["mention"] for row in reference_data.rows("tabac_ordonnance")]
    lues = inputs.words("Mention", mentions, attendues)
    return tuple(mention for mention in attendues if mention not in lues)


@cache
def _cells() -> list[dict[str, str]]:
    rows = reference_data.rows("tabac_dose_depart")
    return sorted(rows, key=lambda row: (int(row["cigarettes_jusqu_a"]), int(row["delai_jusqu_a_min"])))


@cache
def _signs() -> dict[str, str]:
    return {row["signe"]: row["sens"] for row in reference_data.rows("tabac_signes_dosage")}
