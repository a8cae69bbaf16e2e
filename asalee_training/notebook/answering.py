"""Between an exercise's widget and the answer sheet: what the widget calls, what it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from asalee_training import widgets
from asalee_training.answers import Answer, AnswersError, Conflict
from asalee_training.notebook.session import Session
from asalee_training.widgets.dates import spoken

DISQUE = "Le disque ne répond pas. Réessayez dans un instant."


class Answering:
    """One exercise's link to its stored answer: the three callables of its widget."""

    def __init__(self, session: Session, nom: str):
        self.session, self.nom = session, nom

    def lire(self) -> widgets.State:
        try:
            return self._state("lu", self.session.read().reponses.get(self.nom))
        except (AnswersError, OSError) as error:
            return widgets.State("refuse", message=_sentence(error))

    def ecrire(self, valeur: Any, base: int) -> widgets.State:
        state = self._try(lambda: self.session.sheet.write(self.nom, valeur, base))
        if state.resultat == "enregistre":
            self.session.answered(self.nom, state.n, state.retour)
        return state

    def trancher(self, keep_other: bool) -> widgets.State:
        return self._try(lambda: self.session.sheet.settle(self.nom, keep_other))

    def _try(self, act: Callable[[], Answer]) -> widgets.State:
        try:
            return self._state("enregistre", act())
        except Conflict as error:
            return self._state("conflit", self.session.read().reponses.get(self.nom), str(error))
        except (AnswersError, OSError) as error:
            try:
                stored = self.session.read().reponses.get(self.nom)
            except (AnswersError, OSError):
                stored = None
            return self._state("refuse", stored, _sentence(error))

    def _state(self, resultat: Any, answer: Answer | None, message: str = "") -> widgets.State:
        if answer is None:
            return widgets.State(resultat, message=message)
        other = answer.autre
        mark = None if other else self.session.mark(self.nom, answer)
        return widgets.State(
            resultat,
            answer.valeur,
            answer.n,
            spoken(answer.horodatage),
            {"valeur": other["valeur"], "heure": spoken(str(other.get("horodatage", "")))} if other else None,
            message,
            mark and asdict(mark),
        )


def _sentence(error: Exception) -> str:
    return str(error) if isinstance(error, AnswersError) else DISQUE
