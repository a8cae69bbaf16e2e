"""Mood: mini-GDS (4 answers) and GDS-15, by number of the item. « GDS » is also Reisberg's scale: write which.

A scale never makes the diagnosis; a positive one makes the nurse ask about suicidal ideas.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data

REPONSES = ("oui", "non")


@dataclass(frozen=True)
class MiniGds:
    """Mini-GDS out of 4; positif: 1 or more, and then question_suicidaire: the question must be asked."""

    score: int
    positif: bool
    question_suicidaire: bool


@dataclass(frozen=True)
class Gds15:
    """GDS out of 15; classe: "normal" (0-4), "leger" (5-8), "modere" (9-11), "severe" (12-15), bands of the scale.

    positif: above 5, so that 5 is "leger" and not positive: the two readings come from different sources.
    """

    score: int
    classe: str
    positif: bool
    question_suicidaire: bool


def mini_gds(decourage_triste: str, vie_vide: str, heureux_plupart_du_temps: str, situation_desesperee: str) -> MiniGds:
    """Mini-GDS from four answers, "oui" or "non": each "oui" counts, but for happiness where "non" does.

    Raises ValueError for another answer.
    Source: Clément, L’Encéphale 1997;23:91 (1997).
    """
    reponses = (
        ("découragé et triste", decourage_triste, "oui"),
        ("vie vide", vie_vide, "oui"),
        ("heureux la plupart du temps", heureux_plupart_du_temps, "non"),
        ("situation désespérée", situation_desesperee, "oui"),
    )
    score = sum(inputs.one_of(f"Mini-GDS, {nom}", reponse, REPONSES) == cotee for nom, reponse, cotee in reponses)
    positif = score >= reference_data.thresholds("cognition")["mini_gds_positif"]
    return MiniGds(score, positif, question_suicidaire=positif)


def gds15(reponses: Sequence[str]) -> Gds15:
    """GDS-15 from fifteen answers in order, "oui" or "non"; items 1, 5, 7, 11 and 13 count when "non".

    Raises ValueError for another number of answers or another word.
    Source: Sheikh and Yesavage, Clin Gerontol 1986;5:165 (1986; key [K], to be verified).
    """
    cle = _key()
    if isinstance(reponses, str) or not isinstance(reponses, Sequence) or len(reponses) != len(cle):
        raise inputs.refusal(f"GDS-15 : {inputs.shown(reponses)} ne donne pas quinze réponses.")
    lues = [inputs.one_of(f"GDS-15, item {item}", reponse, REPONSES) for item, reponse in enumerate(reponses, 1)]
    score = sum(lue == cotee for lue, cotee in zip(lues, cle, strict=True))
    seuils = reference_data.thresholds("cognition")
    classe = "normal"
    for nom in ("leger", "modere", "severe"):
        if score >= seuils[f"gds15_{nom}"]:
            classe = nom
    positif = score > seuils["gds15_positif"]
    return Gds15(score, classe, positif, question_suicidaire=positif)


@cache
def _key() -> tuple[str, ...]:
    return tuple(row["reponse_cotee"] for row in reference_data.rows("cognition_gds15"))
