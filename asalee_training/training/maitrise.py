"""What is mastered and what is due, theme by theme, from judged answers. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from asalee_training.training.revision import Resultat, echeance

Etat = Literal["a_decouvrir", "en_cours", "a_revoir", "maitrise"]


@dataclass(frozen=True)
class QuestionDuTheme:
    """A question that a theme holds. ``banque``: it may come back by itself, in a review."""

    cle: str
    themes: tuple[str, ...]
    banque: bool


@dataclass(frozen=True)
class Theme:
    """Where she stands in a theme.

    ``etat``: a_decouvrir (no answer), en_cours (questions remain), a_revoir (all answered, below the threshold),
    maitrise. ``part``: her latest points out of what the answered questions are worth, from 0 to 1.
    """

    nom: str
    libelle: str
    questions: int
    repondues: int
    part: float
    etat: Etat


def themes(
    declares: Mapping[str, str], questions: Iterable[QuestionDuTheme], historique: Mapping[str, tuple[Resultat, ...]],
    seuil: float,
) -> list[Theme]:  # fmt: skip
    """Return the themes of a module that hold a question, in the order declared."""
    questions = list(questions)
    found = []
    for nom, libelle in declares.items():
        own = [q.cle for q in questions if nom in q.themes]
        if own:
            found.append(_theme(nom, libelle, own, historique, seuil))
    return found


def _theme(
    nom: str, libelle: str, cles: list[str], historique: Mapping[str, tuple[Resultat, ...]], seuil: float
) -> Theme:
    last = [max(historique[cle], key=lambda r: r.jour) for cle in cles if historique.get(cle)]
    sur = math.fsum(r.sur for r in last)
    part = math.fsum(r.points for r in last) / sur if sur else 0.0
    if not last:
        etat: Etat = "a_decouvrir"
    elif len(last) < len(cles):
        etat = "en_cours"
    else:
        # The tiny term forgives the sum's binary rounding, never a hundredth of a point.
        etat = "maitrise" if part + 1e-9 >= seuil else "a_revoir"
    return Theme(nom, libelle, len(cles), len(last), part, etat)


def dues(
    questions: Iterable[QuestionDuTheme], historique: Mapping[str, tuple[Resultat, ...]], aujourd_hui: date
) -> list[str]:
    """Return the bank questions to see again today, the longest overdue first."""
    waiting = []
    for question in questions:
        state = echeance(historique.get(question.cle, ()))
        if question.banque and state and state.due(aujourd_hui):
            waiting.append((state.prochaine, question.cle))
    return [cle for _, cle in sorted(waiting)]


def prochaine(
    questions: Iterable[QuestionDuTheme], historique: Mapping[str, tuple[Resultat, ...]], aujourd_hui: date
) -> date | None:
    """Return the next day, after today, when a question of the bank comes back."""
    states = (echeance(historique.get(q.cle, ())) for q in questions if q.banque)
    return min((s.prochaine for s in states if s and s.prochaine > aujourd_hui), default=None)
