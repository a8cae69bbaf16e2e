"""From text to what trainees open: nbgrader's source folder for evaluations, the library for training and lessons."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from asalee_training.answers import FICHIER
from asalee_training.authoring import check, versions
from asalee_training.authoring.cells import notebook
from asalee_training.content import release
from asalee_training.content.errors import ContentError, Problem
from asalee_training.content.models import Case
from asalee_training.workspace import Workspace

CAS = "cas.json"


@dataclass
class Built:
    """What a build did. ``problems`` is empty when every file could be built."""

    evaluations: list[str] = field(default_factory=list)
    bibliotheque: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def build_all(ws: Workspace) -> Built:
    """Build every case and lesson. A file with problems is left out, and its old build stays as it was."""
    built = Built()
    for path in check.sources(ws):
        try:
            build(ws, path, built)
        except ContentError as error:
            built.problems += error.problems
        except versions.VersionError as error:
            built.problems.append(Problem(path.relative_to(ws.contenu).as_posix(), 1, str(error)))
    return built


def build(ws: Workspace, path: Path, built: Built) -> Case:
    """Check one file and write what it makes. Raises ``ContentError`` or ``VersionError``; then nothing is written."""
    case = check.check(ws, path)
    if case.mode == "evaluation":
        version = versions.freeze(ws, case, path)
        built.evaluations.append(case.assignment)
        folder = ws.grading / "source" / case.assignment
    else:
        version = versions.make(ws, case)
        built.bibliotheque.append(case.assignment)
        folder = ws.bibliotheque / case.assignment
    if write(folder, version):
        built.changed.append(case.assignment)
    return case


def write(folder: Path, version: versions.Version) -> bool:
    """Write a version's notebook and ``cas.json`` where they differ; returns whether anything changed.

    Raises ``VersionError`` if answers lie in the folder: they would be released to every trainee and then copied over
    every submission.
    """
    if (folder / FICHIER).exists():
        raise versions.VersionError(
            f"Des réponses se trouvent dans « {folder} » : effacez ce {FICHIER}, puis recommencez."
        )
    case = version.case
    bundle = release.bundle(case, version.patients, version.empreinte)
    files = {
        f"{case.slug}.ipynb": json.dumps(notebook(case), ensure_ascii=False, indent=1, sort_keys=True) + "\n",
        CAS: release.to_json(bundle),
    }
    changed = False
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        target = folder / name
        if not target.is_file() or target.read_text(encoding="utf-8") != text:
            target.write_text(text, encoding="utf-8", newline="\n")
            changed = True
    for stray in folder.iterdir():
        if stray.name not in files:
            shutil.rmtree(stray) if stray.is_dir() else stray.unlink()
    return changed
