"""When a question should come back: « à revoir dans 7 jours », then 21, then 60; sooner after a mistake. Pure.

The growing interval is the spacing effect (Cepeda, Psychol Sci 2008;19:1095); the numbers are a teaching convention,
listed in ``clinical/references/conventions.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

#: Days after the first, second, third and later successes.
PALIERS = (7, 21, 60)
#: Days after a mistake, and after an answer that is right in part.
ECHEC, EN_PARTIE = 1, 3


@dataclass(frozen=True)
class Resultat:
    """One judged answer to a question: the day, and what it was worth."""

    jour: date
    points: float
    sur: float

    @property
    def reussi(self) -> bool:
        return self.points >= self.sur > 0


@dataclass(frozen=True)
class Echeance:
    """Where a question stands: its last result, the day it comes back, how many successes in a row were spaced."""

    dernier: Resultat
    prochaine: date
    palier: int

    def due(self, aujourd_hui: date) -> bool:
        return self.prochaine <= aujourd_hui


def echeance(resultats: Iterable[Resultat]) -> Echeance | None:
    """Return where a question stands after all its results, in any order; ``None`` if there is none.

    A success before the day it was due earns nothing: reading the correction and answering again is not remembering.
    """
    state: Echeance | None = None
    for resultat in sorted(resultats, key=lambda r: r.jour):
        state = _after(state, resultat)
    return state


def _after(state: Echeance | None, r: Resultat) -> Echeance:
    if not r.reussi:
        return Echeance(r, r.jour + timedelta(days=EN_PARTIE if r.points > 0 else ECHEC), 0)
    if state is None:
        return Echeance(r, r.jour + timedelta(days=PALIERS[0]), 1)
    if r.jour < state.prochaine:
        return Echeance(r, state.prochaine, state.palier)
    palier = min(state.palier + 1, len(PALIERS))
    return Echeance(r, r.jour + timedelta(days=PALIERS[palier - 1]), palier)
