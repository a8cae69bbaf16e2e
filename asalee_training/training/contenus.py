"""The released contents as training reads them: questions with their themes, from ``cas.json``, once per change."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from asalee_training.content.models import MODULE_DU_PROTOCOLE, Case, Exercise, restore

CAS = "cas.json"


@dataclass(frozen=True)
class Question:
    """A question of a lesson or a training case; its identity outlives versions: « diabete/01_monofilament#geste »."""

    cle: str
    exercice: Exercise
    themes: tuple[str, ...]

    @property
    def banque(self) -> bool:
        return bool(self.exercice.spec.banque)


@dataclass(frozen=True)
class Contenu:
    """One released version whose key is with her: a lesson or a training case."""

    assignment: str
    case: Case
    patients: tuple[dict, ...]
    tirage: int

    @property
    def module(self) -> str:
        dossier = self.case.nom.partition("/")[0]
        return MODULE_DU_PROTOCOLE.get(dossier, dossier)

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(
            Question(f"{self.case.nom}#{nom}", exercise, self.case.themes(nom))
            for nom, exercise in self.case.exercices.items()
        )


def lire(dossier: Path) -> Contenu | None:
    """Read one released folder; ``None`` for an evaluation (its key stays elsewhere) or an unreadable file."""
    path = dossier / CAS
    try:
        stat = path.stat()
        return _read(path, stat.st_mtime_ns, stat.st_size)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


@lru_cache(maxsize=512)
def _read(path: Path, mtime_ns: int, size: int) -> Contenu | None:
    data = json.loads(path.read_text(encoding="utf-8"))
    if data["mode"] == "evaluation":
        return None
    case = restore(data["corrige"]["cas"])
    if case.assignment != path.parent.name:
        raise ValueError(path)
    return Contenu(case.assignment, case, tuple(data["corrige"]["patients"]), data["tirage"])


def banque(contenus: Iterable[Contenu], module: str) -> dict[str, Question]:
    """Return the bank of a module by key; of two versions of a content, the newest."""
    ordered = sorted((c for c in contenus if c.module == module), key=lambda c: c.case.entete.version)
    return {q.cle: q for c in ordered for q in c.questions if q.banque}
