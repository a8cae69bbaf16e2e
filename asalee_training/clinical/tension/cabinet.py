"""Office blood pressure: plausible readings, mean of the last two, arm to use, class and grade.

The higher of systolic (PAS) and diastolic (PAD) wins everywhere.
Sources: SFHTA, measurement in consultation; ESH 2023; ESC 2024; ISH 2020 for the difference between arms.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data, unites

SCHEMAS = ("esh_2023", "esc_2024")


@dataclass(frozen=True)
class Moyenne:
    """Mean of readings, not rounded, and how many of them it uses."""

    pas_mmhg: float
    pad_mmhg: float
    nombre: int


@dataclass(frozen=True)
class BrasDeReference:
    """The arm to use from now on: `cote` "droit", "gauche", or "indifferent" when they are equal.

    lecture: "banal", "bras_le_plus_haut" (difference above 10: that arm and no other), "a_explorer" (above 20).
    """

    cote: str
    ecart_mmhg: float
    lecture: str


def pression(pas_mmhg: float, pad_mmhg: float) -> tuple[float, float]:
    """One plausible reading, as (PAS, PAD).

    pas_mmhg: 50-300 mmHg; pad_mmhg: 35-150 mmHg, below the PAS. Raises ValueError otherwise; 13,5 is taken for cmHg.
    Source: input ranges of the historic ASALEE portal [A], to be verified (2018).
    """
    pas = unites.verifier(pas_mmhg, "pas", "mmHg")
    pad = unites.verifier(pad_mmhg, "pad", "mmHg")
    if pad >= pas:
        raise inputs.refusal(
            f"PAD : {inputs.shown(pad)} mmHg n’est pas inférieure à la PAS, {inputs.shown(pas)} mmHg ; "
            "les deux sont peut-être inversées."
        )
    return pas, pad


def _readings(mesures: object) -> list[tuple[float, float]]:
    """A sequence of (PAS, PAD) pairs, each plausible; ValueError otherwise."""
    if not isinstance(mesures, Sequence) or isinstance(mesures, str):
        raise inputs.refusal(f"Mesures : {inputs.shown(mesures)} n’est pas une suite de couples (PAS, PAD).")
    for mesure in mesures:
        if not isinstance(mesure, Sequence) or isinstance(mesure, str) or len(mesure) != 2:
            raise inputs.refusal(f"Mesures : {inputs.shown(mesure)} n’est pas un couple (PAS, PAD).")
    return [pression(*mesure) for mesure in mesures]


def mean(mesures: Sequence[tuple[float, float]]) -> Moyenne:
    """Mean of checked readings."""
    systoles, diastoles = zip(*mesures, strict=True)
    return Moyenne(sum(systoles) / len(systoles), sum(diastoles) / len(diastoles), len(mesures))


def moyenne_cabinet(mesures: Sequence[Sequence[float]]) -> Moyenne:
    """Office blood pressure: the mean of the last two of at least three readings, in the order they were taken.

    mesures: pairs (PAS, PAD) in mmHg, three or more. Raises ValueError for fewer or for an impossible reading.
    Source: SFHTA, mesure répétée en consultation, read at spengler.fr, to be verified (2025).
    """
    lues = _readings(mesures)
    seuils = reference_data.thresholds("tension")
    attendues = int(seuils["cabinet_mesures_min"])
    if len(lues) < attendues:
        raise inputs.refusal(f"Mesures : {len(lues)} au lieu d’au moins {attendues}, à une minute d’intervalle.")
    return mean(lues[-int(seuils["cabinet_dernieres"]) :])


def bras_de_reference(pas_droit_mmhg: float, pas_gauche_mmhg: float) -> BrasDeReference:
    """The arm to use after a first visit that measured both: the one with the higher systolic pressure.

    pas_droit_mmhg, pas_gauche_mmhg: 50-300 mmHg. Raises ValueError outside.
    Source: SFHTA (both arms first, then the higher); ISH 2020 (more than 10, more than 20) (2020).
    """
    droit = unites.verifier(pas_droit_mmhg, "pas", "mmHg")
    gauche = unites.verifier(pas_gauche_mmhg, "pas", "mmHg")
    ecart, seuils = abs(droit - gauche), reference_data.thresholds("tension")
    if ecart > seuils["bras_ecart_explorer"]:
        lecture = "a_explorer"
    else:
        lecture = "bras_le_plus_haut" if ecart > seuils["bras_ecart_utiliser"] else "banal"
    cote = "indifferent" if droit == gauche else "droit" if droit > gauche else "gauche"
    return BrasDeReference(cote, ecart, lecture)


@cache
def _classes(schema: str) -> list[tuple[str, float, float]]:
    """Classes of a scheme from the highest, each with the PAS and the PAD from which it begins."""
    lignes = [
        (row["classe"], float(row["pas_min_mmhg"]), float(row["pad_min_mmhg"]))
        for row in reference_data.rows("tension_classes")
        if row["schema"] == schema
    ]
    return sorted(lignes, key=lambda ligne: -ligne[1])


def classe_cabinet(pas_mmhg: float, pad_mmhg: float, schema: str = "esh_2023") -> str:
    """Class of an office blood pressure, in the words of a scheme.

    esh_2023: "optimale", "normale", "normale_haute", "grade_1", "grade_2", "grade_3". esc_2024: "non_elevee",
    "elevee", "hypertension". A level read once: no diagnosis. Raises ValueError for an impossible reading.
    Source: ESH, J Hypertens 2023;41:1874 (2023); ESC, Eur Heart J 2024;45:3912 (2024).
    """
    pas, pad = pression(pas_mmhg, pad_mmhg)
    inputs.one_of("Classification", schema, SCHEMAS)
    return next(nom for nom, pas_min, pad_min in _classes(schema) if pas >= pas_min or pad >= pad_min)


def grade_cabinet(pas_mmhg: float, pad_mmhg: float) -> int:
    """Grade of an office blood pressure: 0 below 140/90, then 1, 2 (from 160/100), 3 (from 180/110).

    Raises ValueError for an impossible reading.
    Source: ESH, J Hypertens 2023;41:1874 (2023).
    """
    classe = classe_cabinet(pas_mmhg, pad_mmhg)
    return int(classe[-1]) if classe.startswith("grade_") else 0


def severe(pas_mmhg: float, pad_mmhg: float) -> bool:
    """True from 180/110 on, either one: told to the physician the same day, at once if there are symptoms.

    Raises ValueError for an impossible reading.
    Source: HAS, fiche mémo HTA [K 85%], to be verified; delay: teaching convention [P] (2025).
    """
    pas, pad = pression(pas_mmhg, pad_mmhg)
    seuils = reference_data.thresholds("tension")
    return pas >= seuils["severe_pas"] or pad >= seuils["severe_pad"]


def a_confirmer_hors_cabinet(pas_mmhg: float, pad_mmhg: float) -> bool:
    """True when an office pressure of 140/90 or more waits for home or ambulatory measures; False when it is severe.

    Raises ValueError for an impossible reading.
    Source: SFHTA and HAS, fiche mémo HTA; the exception of 180/110 is [K 85%], to be verified (2025).
    """
    return grade_cabinet(pas_mmhg, pad_mmhg) > 0 and not severe(pas_mmhg, pad_mmhg)
