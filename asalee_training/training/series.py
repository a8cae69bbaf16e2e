"""A series: questions drawn from the bank for one trainee, to place her, to end a module, or to see again.

A series teaches, it certifies nothing. It is a folder of hers, ``series/<name>``: the questions drawn, with their key,
and an answer sheet like any other; it survives a new version of the lessons, and a new machine.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from asalee_training import scoring
from asalee_training.answers import FICHIER, Answer, Sheet, parse
from asalee_training.content.models import Case, EnTeteLecon, Exercise, restore_spec
from asalee_training.exercises.contract import Mark
from asalee_training.training.contenus import Question

DOSSIER, SERIE, FIN = "series", "serie.json", "_fin"
REVISION_MAX = 10
Genre = Literal["positionnement", "final", "revision"]
GENRES: tuple[Genre, ...] = ("positionnement", "final", "revision")
_NOM = re.compile(r"(positionnement|final|revision)-([a-z0-9_]+)-(\d{1,3})")


@dataclass(frozen=True)
class Serie:
    """A drawn series. ``questions`` are in the order shown; ``fini``: she has asked for the correction."""

    nom: str
    genre: Genre
    module: str
    numero: int
    questions: tuple[Question, ...]
    reponses: Mapping[str, Answer]
    dossier: Path

    @property
    def fini(self) -> bool:
        return FIN in self.reponses

    @property
    def jour(self) -> date | None:
        """The day it was finished."""
        return day_of(self.reponses[FIN]) if self.fini else None

    @property
    def suivante(self) -> int | None:
        """The rank, from 0, of the first question without an answer."""
        return next((i for i, q in enumerate(self.questions) if q.cle not in self.reponses), None)


def day_of(answer: Answer) -> date | None:
    """Return the day of an answer; ``None`` when its date was damaged."""
    try:
        return datetime.fromisoformat(answer.horodatage).date()
    except ValueError:
        return None


def tirer(
    banque: Mapping[str, Question], themes: Sequence[str], par_theme: int, graine: str, deja: Iterable[str] = ()
) -> list[Question]:
    """Draw ``par_theme`` questions of each theme: the same for the same seed, those already seen last.

    A question of two themes counts once, for the first. Fewer come when the bank is small.
    """
    seen = set(deja)
    taken: dict[str, Question] = {}
    for theme in themes:
        pool = [q for q in banque.values() if theme in q.themes and q.cle not in taken]
        pool.sort(key=lambda q: (q.cle in seen, _hash(graine, theme, q.cle)))
        taken |= {q.cle: q for q in pool[:par_theme]}
    return sorted(taken.values(), key=lambda q: _hash(graine, q.cle))


def _hash(*words: str) -> str:
    return hashlib.sha256("\x1f".join(words).encode()).hexdigest()


def creer(racine: Path, genre: Genre, module: str, numero: int, questions: Sequence[Question]) -> str:
    """Write a new series into her folder and return its name. An existing one is left as it is."""
    nom = f"{genre}-{module}-{numero}"
    dossier = racine / DOSSIER / nom
    dossier.mkdir(parents=True, exist_ok=True)
    drawn = [
        {"cle": q.cle, "titre": q.exercice.titre, "themes": q.themes, "spec": q.exercice.spec.model_dump(mode="json")}
        for q in questions
    ]
    path = dossier / SERIE
    if not path.exists():
        partial = path.with_suffix(".tmp")
        partial.write_text(json.dumps({"version": 1, "questions": drawn}, ensure_ascii=False), encoding="utf-8")
        partial.replace(path)
    return nom


def lire(racine: Path, nom: str) -> Serie | None:
    """Read one of her series; ``None`` when there is none of this name, or its file is damaged."""
    match = _NOM.fullmatch(nom)
    dossier = racine / DOSSIER / nom
    if not match:
        return None
    try:
        drawn = json.loads((dossier / SERIE).read_text(encoding="utf-8"))["questions"]
        questions = tuple(_question(i, q) for i, q in enumerate(drawn))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    try:
        reponses = parse((dossier / FICHIER).read_bytes()).reponses
    except OSError:
        reponses = {}
    genre: Any = match[1]
    return Serie(nom, genre, match[2], int(match[3]), questions, reponses, dossier)


def _question(index: int, data: Mapping[str, Any]) -> Question:
    exercise = Exercise(nom=f"q{index + 1}", titre=data["titre"], spec=restore_spec(data["spec"]))
    return Question(str(data["cle"]), exercise, tuple(data["themes"]))


def toutes(racine: Path) -> list[Serie]:
    """Return all her series, oldest number first."""
    found = [lire(racine, path.name) for path in sorted((racine / DOSSIER).glob("*/"))]
    return sorted((s for s in found if s), key=lambda s: (s.genre, s.module, s.numero))


def repondre(serie: Serie, cle: str, valeur: Any) -> None:
    """Keep an answer, on the disk before this returns. Raises ``AnswersError``."""
    known = serie.reponses.get(cle)
    Sheet(serie.dossier).write(cle, valeur, known.n if known else 0)


def finir(serie: Serie) -> None:
    """Ask for the correction; answers no longer change."""
    if not serie.fini:
        Sheet(serie.dossier).write(FIN, True, 0)


def juger(serie: Serie) -> dict[str, Mark]:
    """Judge the answers of a series by the only judge, by question key."""
    exercises = tuple(q.exercice for q in serie.questions)
    entete = EnTeteLecon(
        titre="Questions", duree_min=1, sources=("Banque",), objectifs=("Revoir",), a_jour="2026-01-01"
    )
    key = scoring.key(Case(nom=f"{serie.module}/{serie.nom}", entete=entete, blocs=exercises), {})
    given = serie.reponses
    return {
        q.cle: scoring.mark(key, q.exercice, given[q.cle].valeur if q.cle in given else None) for q in serie.questions
    }
