"""From text to what trainees open: nbgrader's source folder for evaluations, the library for training and lessons."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from asalee_training.answers import FICHIER
from asalee_training.authoring import check, preuve, publication, versions
from asalee_training.authoring.entete import Ecrit
from asalee_training.authoring.memory import Memory
from asalee_training.authoring.preuve import avance, rapport
from asalee_training.authoring.preuve.memoire import Preuves
from asalee_training.authoring.remis import files
from asalee_training.content.errors import ContentError, Problem
from asalee_training.content.models import Case
from asalee_training.workspace import Workspace


@dataclass(frozen=True)
class Left:
    """A text that is not for trainees yet, or no longer, and why: « brouillon, à proposer »."""

    fichier: str
    cas: str
    raison: str
    retire: bool = False

    def __str__(self) -> str:
        return f"{self.fichier} : {self.raison}."


@dataclass
class Built:
    """What a build did. ``problems`` is empty when every text to publish could be built; ``left``: the others."""

    evaluations: list[str] = field(default_factory=list)
    bibliotheque: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)

    def add(self, mode: str, folder: Path) -> None:
        """Note a case or lesson that is built."""
        (self.evaluations if mode == "evaluation" else self.bibliotheque).append(folder.name)


def build_all(
    ws: Workspace,
    paths: Iterable[Path] | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Built:
    """Build every case and lesson that changed and may be published: specimens, and what two people signed.

    A file with problems, a grader that is not proved, a draft, is left out, and its old build stays as it was.
    ``progress(done, total)`` is told after each step of a file.
    """
    built, memory = Built(), Memory(ws)
    preuves, texts = Preuves(ws, memory), check.sources(ws) if paths is None else list(paths)
    known = {path: memory.recall(path) for path in texts}
    ahead = avance.manquantes(preuves, [path for path in texts if not known[path]])
    steps = len(ahead) + len(texts)
    if ahead:
        avance.prouver(ws, ahead, lambda done: progress(done, steps))
    for done, path in enumerate(texts, 1):
        _one(ws, path, built, memory, preuves, known[path])
        progress(len(ahead) + done, steps)
    memory.save()
    return built


def _one(
    ws: Workspace, path: Path, built: Built, memory: Memory, preuves: Preuves, known: tuple[str, Path] | None
) -> None:
    if known:
        built.add(*known)
        return
    try:
        left = left_out(ws, path)
        if left:
            built.left.append(left)
            return
        case = build(ws, path, built, preuves)
        memory.keep(path, case.mode, folder_of(ws, case))
    except ContentError as error:
        built.problems += error.problems
    except (versions.VersionError, ValueError) as error:
        # A law too rare for this installation's secret refuses in French: one text is left out, not all of them.
        built.problems.append(Problem(path.relative_to(ws.contenu).as_posix(), 1, str(error)))


def left_out(ws: Workspace, path: Path) -> Left | None:
    """Say why a text is not published; None when it is to be built.

    Raises ``ContentError`` when it cannot be read and was published before: then something is broken, not unfinished.
    """
    fichier, cas = path.relative_to(ws.contenu).as_posix(), f"{path.parent.name}/{path.stem}"
    try:
        etat = publication.etat(check.read(ws, path).entete, Ecrit.open(ws, path).empreinte)
    except ContentError as error:
        texte = path.read_text(encoding="utf-8", errors="replace")
        if versions.history(ws, cas) or re.search(r"\bspecimen:\s*true\b", texte):
            raise
        points = "un point" if len(error.problems) == 1 else f"{len(error.problems)} points"
        return Left(fichier, cas, f"brouillon, {points} à corriger")
    return None if etat.publiable else Left(fichier, cas, etat.phrase, etat.genre == "retire")


def build(ws: Workspace, path: Path, built: Built, preuves: Preuves | None = None) -> Case:
    """Check one file, prove its grader, and write what it makes.

    Raises ``ContentError`` or ``VersionError``; then nothing is written.
    """
    preuves = preuves or Preuves(ws)
    # A proof is made of a text that was checked: there is nothing to check again.
    case = check.read(ws, path) if preuves.retrouver(path) else check.check(ws, path)
    ecrit = Ecrit.open(ws, path)
    publication.refuse_example(ecrit, case)
    blocking = rapport.problemes(preuve.prouver(ws, path, preuves, case))
    if blocking:
        raise ContentError(blocking)
    version = versions.freeze(ws, case, path)
    folder = folder_of(ws, case)
    if write(folder, version):
        built.changed.append(case.assignment)
    versions.note_built(ws, case, ecrit.empreinte)
    built.add(case.mode, folder)
    return case


def folder_of(ws: Workspace, case: Case) -> Path:
    """Return where a case is built: nbgrader's source folder for an evaluation, the library for the rest."""
    return (ws.grading / "source" if case.mode == "evaluation" else ws.bibliotheque) / case.assignment


def write(folder: Path, version: versions.Version) -> bool:
    """Write a version's notebook and ``cas.json`` where they differ; returns whether anything changed.

    Raises ``VersionError`` if answers lie in the folder: they would be released to every trainee and then copied over
    every submission.
    """
    if (folder / FICHIER).exists():
        raise versions.VersionError(
            f"Des réponses se trouvent dans « {folder} » : effacez ce {FICHIER}, puis recommencez."
        )
    written = files(version.case, version.patients, version.empreinte)
    changed = False
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in written.items():
        target = folder / name
        if not target.is_file() or target.read_text(encoding="utf-8") != text:
            target.write_text(text, encoding="utf-8", newline="\n")
            changed = True
    for stray in folder.iterdir():
        if stray.name not in written:
            shutil.rmtree(stray) if stray.is_dir() else stray.unlink()
    return changed
