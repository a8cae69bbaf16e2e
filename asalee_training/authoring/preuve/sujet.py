"""What is tried: the exercises of a case, their patients gathered by key, so that nothing is judged twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import Any

from asalee_training import exercises, scoring
from asalee_training.authoring.check import Finder
from asalee_training.authoring.preuve.modele import Constat
from asalee_training.content import substitution
from asalee_training.content.models import Case, Exercise
from asalee_training.exercises.contract import Key, Mark, Samples, Unreadable, frozen_json

_LONG = 160


@dataclass(frozen=True)
class Groupe:
    """The patients for whom an exercise has the same key. ``rangs``: from 0; ``cle``: of the first of them."""

    exercise: Exercise
    module: ModuleType
    attendu: Key
    cle: scoring.Key
    rangs: tuple[int, ...]

    @cached_property
    def samples(self) -> Samples:
        return self.module.samples(self.exercise.spec, self.attendu)

    @cached_property
    def justes(self) -> list[Any]:
        """Right answers as read; what cannot be read is left out, another module says so."""
        return [read for raw in self.samples.right if (read := self.lire(raw)) is not None]

    def lire(self, raw: Any) -> Any:
        """The answer as read, None when it cannot be."""
        try:
            return self.module.parse(self.exercise.spec, raw)
        except Unreadable:
            return None

    def noter(self, raw: Any) -> Mark:
        """What the judge says."""
        return scoring.mark(self.cle, self.exercise, raw)

    def equivaut(self, raw: Any) -> bool:
        """Is this answer, as read, one of the right ones?"""
        read = self.lire(raw)
        return read is not None and read in self.justes

    def mots(self, raw: Any) -> str:
        """What was answered, short, between French quotes."""
        if isinstance(raw, Mapping) and isinstance(raw.get("texte"), str):
            said: str | None = " ".join(filter(None, (raw["texte"], raw.get("unite", ""))))
        else:
            said = self.module.words(self.exercise.spec, raw, self._remplir)
        said = " ".join((said or repr(raw)).split())
        return f"« {said if len(said) <= _LONG else said[:_LONG].rsplit(' ', 1)[0] + ' …'} »"

    def _remplir(self, texte: str) -> str:
        return substitution.render(texte, {"patient": self.cle.patient, "attendu": self.attendu.attendu})


@dataclass(frozen=True)
class Sujet:
    """A case or lesson, its patients and their keys."""

    case: Case
    patients: Sequence[Mapping[str, Any]]
    finder: Finder

    @cached_property
    def cles(self) -> list[scoring.Key]:
        return [scoring.key(self.case, patient) for patient in self.patients]

    @cached_property
    def groupes(self) -> dict[str, list[Groupe]]:
        """For each exercise, its groups of patients."""
        found: dict[str, list[Groupe]] = {}
        for nom, exercise in self.case.exercices.items():
            module, rangs = exercises.get(exercise.type), {}
            for rang, cle in enumerate(self.cles):
                rangs.setdefault(_empreinte(cle.exercices[nom]), []).append(rang)
            found[nom] = [
                Groupe(exercise, module, self.cles[r[0]].exercices[nom], self.cles[r[0]], tuple(r))
                for r in rangs.values()
            ]
        return found

    def juge(self, nom: str) -> bool:
        """Does the machine judge this exercise? A text, it does not."""
        return bool(self.groupes[nom][0].samples.right)

    def tous(self) -> Iterator[Groupe]:
        """Every group of every exercise that the machine judges."""
        for nom, groupes in self.groupes.items():
            if self.juge(nom):
                yield from groupes

    @property
    def mot(self) -> str:
        return "patients" if self.patients and self.patients[0].get("sexe") == "homme" else "patientes"

    def constat(self, message: str, exercice: str = "", ou: str = "", *, bloque: bool = True) -> Constat:
        """A thing found, at the line of an exercise where ``ou`` is written."""
        begin = f"exercice « {exercice} » : " if exercice else ""
        place = self.finder.problem(begin + message, exercice, ou)
        return Constat(bloque, place.ligne, place.cellule, exercice, place.message)

    def chez(self, rangs: Sequence[int], sur: int | None = None) -> str:
        """« chez la patiente n° 4 », « chez 3 patientes sur 32 », of numbers from 1."""
        un = self.mot.removesuffix("s")
        if len(rangs) == 1:
            return f"chez {'le' if un == 'patient' else 'la'} {un} n° {rangs[0]}"
        total = len(self.patients) if sur is None else sur
        quoi = f"{len(rangs)} {self.mot} sur {total}" if len(rangs) < total else f"les {total} {self.mot}"
        return f"chez {quoi}"


def _empreinte(key: Key) -> str:
    return json.dumps(frozen_json([key.attendu, key.erreurs]), sort_keys=True, ensure_ascii=False)


Avance = Callable[[int, int], None]
