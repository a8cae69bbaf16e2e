"""Motivational interviewing: what the counts of a coded interview say of the carer.

Our code book, « grille EM-ASALEE », is inspired by the MITI and worded by us: the MITI manual is not to be copied.
Source of the thresholds: MITI 4.2, read in PMC9461167, table 3 (date to be verified). They are expert opinion for
a whole interview of about twenty minutes: on a short extract they train the eye, they do not rate a person.
MITI 4 no longer separates open from closed questions: that split is a training sub-code [P].
"""

from collections.abc import Mapping
from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data

#: Highest count accepted for one code.
MAXIMUM = 500
#: Measures that have published thresholds, with what a refusal calls each and the range accepted.
MESURES = {
    "ratio_rq": ("Rapport reflets/questions", 0, 2 * MAXIMUM, "reflets par question"),
    "part_reflets_complexes": ("Part de reflets complexes", 0, 1, "(en fraction : 0,5 pour 50 %)"),
    "relationnel": ("Note globale relationnelle", 1, 5, ""),
    "technique": ("Note globale technique", 1, 5, ""),
}
SANS_QUESTION = "Aucune question n’a été codée."
SANS_REFLET = "Aucun reflet n’a été codé."


@dataclass(frozen=True)
class Metriques:
    """Measures of the carer. Shares are fractions (0.75, not 75), nothing is rounded.

    A measure divided by zero is None, never 0 nor infinity; `non_calculables` says why, by name of measure.
    adherent: affirming, seeking collaboration, supporting autonomy. non_adherent: persuading without permission,
    confronting. Neither has a published threshold.
    """

    reflets: int
    reflets_complexes: int
    questions: int
    questions_ouvertes: int
    adherent: int
    non_adherent: int
    ratio_rq: float | None
    part_reflets_complexes: float | None
    part_questions_ouvertes: float | None
    non_calculables: Mapping[str, str]


def metriques(
    *,
    reflets_simples: int,
    reflets_complexes: int,
    questions_ouvertes: int,
    questions_fermees: int,
    valorisations: int,
    collaborations: int,
    autonomies: int,
    persuasions: int,
    confrontations: int,
) -> Metriques:
    """Measures from nine counts of coded utterances, 0-500 each.

    persuasions: without permission only; information and advice given with permission count nowhere.
    Raises ValueError when a count is missing, not whole or out of range.
    Source: MITI 4.2 summary measures, in PMC9461167, table 3 (date to be verified).
    """
    simples = _count("Reflets simples", reflets_simples)
    complexes = _count("Reflets complexes", reflets_complexes)
    ouvertes = _count("Questions ouvertes", questions_ouvertes)
    questions = ouvertes + _count("Questions fermées", questions_fermees)
    reflets = simples + complexes
    non_calculables = {}
    if not questions:
        non_calculables |= {"ratio_rq": SANS_QUESTION, "part_questions_ouvertes": SANS_QUESTION}
    if not reflets:
        non_calculables["part_reflets_complexes"] = SANS_REFLET
    return Metriques(
        reflets=reflets,
        reflets_complexes=complexes,
        questions=questions,
        questions_ouvertes=ouvertes,
        adherent=_count("Valorisations", valorisations)
        + _count("Recherches de collaboration", collaborations)
        + _count("Soutiens de l’autonomie", autonomies),
        non_adherent=_count("Persuasions sans permission", persuasions) + _count("Confrontations", confrontations),
        ratio_rq=reflets / questions if questions else None,
        part_reflets_complexes=complexes / reflets if reflets else None,
        part_questions_ouvertes=ouvertes / questions if questions else None,
        non_calculables=non_calculables,
    )


def _count(label: str, value: int) -> int:
    return inputs.integer(label, value, 0, MAXIMUM)


def niveau(mesure: str, valeur: float | None) -> str | None:
    """Level of one measure: "insuffisant", "correct" (MITI « fair ») or "bon" (« good »); None stays None.

    mesure: "ratio_rq" (0-1000), "part_reflets_complexes" (fraction 0-1), "relationnel" or "technique" (1-5).
    valeur: not rounded. Raises ValueError for another measure or a value out of range.
    Source: MITI 4.2 thresholds, in PMC9461167, table 3 (date to be verified).
    """
    label, low, high, unit = MESURES[inputs.one_of("Mesure", mesure, MESURES)]
    if valeur is None:
        return None
    seuils = reference_data.thresholds("etp")
    lue = inputs.number(label, valeur, low, high, unit)
    if lue >= seuils[f"{mesure}_bon"]:
        return "bon"
    return "correct" if lue >= seuils[f"{mesure}_correct"] else "insuffisant"


def global_moyen(premiere: int, seconde: int) -> float:
    """Mean of the two global ratings of one dimension, each a whole number from 1 to 5.

    Relational: partnership and empathy. Technical: cultivating change talk and softening sustain talk.
    Raises ValueError otherwise.
    Source: MITI 4.2, in PMC9461167, table 3 (date to be verified).
    """
    notes = (
        inputs.integer("Première note globale", premiere, 1, 5),
        inputs.integer("Seconde note globale", seconde, 1, 5),
    )
    return sum(notes) / 2
