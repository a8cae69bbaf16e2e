"""The only judge: from a case, a patient and raw answers to marks and a verdict. Pure; never raises on an answer."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from asalee_training import exercises
from asalee_training.content import substitution
from asalee_training.content.models import Case, EnTeteCas, Exercise
from asalee_training.exercises.contract import Key as ExerciseKey
from asalee_training.exercises.contract import Mark, Unreadable

Verdict = Literal["valide", "non_valide", "en_attente"]


@dataclass(frozen=True)
class Key:
    """What is right for one patient in one case."""

    cas: str
    patient: Mapping[str, Any]
    exercices: Mapping[str, ExerciseKey]
    plafond_gravite: float
    seuil_validation: float


@dataclass(frozen=True)
class Result:
    """A whole copy: points, out of how many, and the verdict."""

    points: float
    sur: float
    verdict: Verdict


def key(case: Case, patient: Mapping[str, Any]) -> Key:
    """Work out the key of a case for one patient.

    Raises ``ValueError`` or ``KeyError`` when the case cannot be judged for this patient: a fault of the author,
    found before any mark is written.
    """
    entete = case.entete
    marked = isinstance(entete, EnTeteCas)
    return Key(
        cas=case.nom,
        patient=patient,
        exercices={nom: exercises.get(e.type).expected(e.spec, patient) for nom, e in case.exercices.items()},
        plafond_gravite=entete.plafond_gravite if marked else 0.0,
        seuil_validation=entete.seuil_validation if marked else 0.6,
    )


def mark(key: Key, exercise: Exercise, answer: Any) -> Mark:
    """Judge one raw answer (``None`` = no answer). Total: whatever the answer, a mark comes back."""
    spec, kind = exercise.spec, exercises.get(exercise.type)
    if answer is None:
        return _filled(
            key, exercise, Mark(0.0, spec.points, "Vous n’avez pas répondu.", spec.explication, None, "vide")
        )
    try:
        read = kind.parse(spec, answer)
    except Unreadable as reason:
        return _filled(key, exercise, Mark(0.0, spec.points, str(reason), spec.explication, None, "illisible"))
    judged = kind.grade(spec, key.exercices[exercise.nom], read)
    if judged.gravite is not None:
        judged = replace(judged, points=min(judged.points, key.plafond_gravite))
    return _filled(key, exercise, judged)


def _filled(key: Key, exercise: Exercise, judged: Mark) -> Mark:
    values = {"patient": key.patient, "attendu": key.exercices[exercise.nom].attendu}
    return replace(
        judged,
        retour=substitution.render(judged.retour, values),
        suite=substitution.render(judged.suite, values),
    )


def mark_all(key: Key, case: Case, answers: Mapping[str, Any]) -> dict[str, Mark]:
    """Judge every exercise of a case; answers to exercises that do not exist are ignored."""
    return {nom: mark(key, exercise, answers.get(nom)) for nom, exercise in case.exercices.items()}


def result(marks: Iterable[Mark], seuil: float = 0.6) -> Result:
    """Sum the marks. One grave fault makes the verdict « non_valide »: no other point buys it back."""
    marks = tuple(marks)
    points, sur = math.fsum(m.points for m in marks), math.fsum(m.sur for m in marks)
    if any(m.gravite for m in marks):
        verdict: Verdict = "non_valide"
    elif any(m.etat == "a_noter" for m in marks):
        verdict = "en_attente"
    else:
        # The tiny term forgives the sum's binary rounding, never a hundredth of a point.
        verdict = "valide" if points + 1e-9 >= seuil * sur else "non_valide"
    return Result(round(points, 4), round(sur, 4), verdict)
