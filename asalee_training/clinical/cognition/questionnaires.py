"""Complaint (McNair, 15 items) and precariousness (EPICES): they open the conversation, they conclude nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data

REPONSES = ("oui", "non")


@dataclass(frozen=True)
class Mcnair:
    """Complaint out of 45; plainte_importante: above 15. It follows mood more than memory."""

    score: int
    plainte_importante: bool


@dataclass(frozen=True)
class Epices:
    """Score 0-100, two decimals; precarite: 30.17 and above."""

    score: float
    precarite: bool


def mcnair15(reponses: Sequence[int]) -> Mcnair:
    """Complaint from fifteen answers, 0 (never) to 3 (very often).

    Raises ValueError for another number of answers or another value.
    Source: McNair and Kahn 1983, French 15-item form (threshold [K], to be verified).
    """
    if isinstance(reponses, str) or not isinstance(reponses, Sequence) or len(reponses) != 15:
        raise inputs.refusal(f"McNair : {inputs.shown(reponses)} ne donne pas quinze réponses.")
    score = sum(inputs.integer(f"McNair, item {item}", reponse, 0, 3) for item, reponse in enumerate(reponses, 1))
    return Mcnair(score, score > reference_data.thresholds("cognition")["mcnair15_plainte"])


def epices(reponses: Sequence[str]) -> Epices:
    """EPICES from eleven answers in order, "oui" or "non": a constant, and the weight of each "oui".

    The threshold is the adults' one. Raises ValueError for another number of answers or another word.
    Source: Sass, BEH 2006;14:93 (2006; weights [K], to be verified).
    """
    constante, poids = _weights()
    if isinstance(reponses, str) or not isinstance(reponses, Sequence) or len(reponses) != len(poids):
        raise inputs.refusal(f"EPICES : {inputs.shown(reponses)} ne donne pas onze réponses.")
    lues = [inputs.one_of(f"EPICES, question {item}", reponse, REPONSES) for item, reponse in enumerate(reponses, 1)]
    somme = constante + sum(poid for poid, lue in zip(poids, lues, strict=True) if lue == "oui")
    score = round(somme, 2) + 0.0  # hundredths are exact in the source; -0.0 is not a score
    return Epices(score, score >= reference_data.thresholds("cognition")["epices_precarite"])


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    table = {row["question"]: float(row["poids"]) for row in reference_data.rows("cognition_epices")}
    return table.pop("constante"), tuple(table.values())
