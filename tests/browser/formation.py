"""A whole installation in a folder of its own: the repository's content, built and released."""

import os
import re
import shutil
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

from filelock import FileLock

from asalee_training import scoring
from asalee_training.answers import FICHIER
from asalee_training.authoring import versions
from asalee_training.content import lot
from asalee_training.workspace import Workspace
from tests.depot import VERROU, copy_content


def copy(depot: Workspace, folder: Path) -> Workspace:
    """The repository's content, built and released: built once a run, copied into `folder`."""
    with FileLock(depot.root.with_name(VERROU)):
        if not (depot.donnees / "construction.json").exists():
            asalee(depot.root, "construire")
    shutil.copytree(depot.root, folder)
    return Workspace(folder)


def make(folder: Path, *names: str) -> Workspace:
    """Another installation, with a secret of its own: these texts of the repository, built as `make start` does."""
    copy_content(folder, *names)
    asalee(folder, "construire")
    return Workspace(folder)


def asalee(folder: Path, *words: str) -> str:
    """Run the command line on an installation; returns what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "asalee_training", *words],
        env=os.environ | {"ASALEE_RACINE": str(folder)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def days_pass(folder: Path, days: int) -> None:
    """Days pass: every answer of a trainee's folder was given that much earlier."""

    def earlier(match: re.Match) -> str:
        return (datetime.fromisoformat(match[0]) - timedelta(days=days)).isoformat(timespec="milliseconds")

    for path in folder.rglob(FICHIER):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"20\d\d-\d\d-\d\dT[\d:.]+\+\d\d:\d\d", earlier, text), encoding="utf-8")


def key_of(ws: Workspace, assignment: str, apprenante: str) -> tuple[versions.Version, scoring.Key]:
    """The version of an assignment, and what is right for the patient of this trainee."""
    version = versions.load_version(ws, assignment)
    index = lot.patient_index(apprenante, version.case.nom, version.case.entete.tirage)
    return version, scoring.key(version.case, version.patients[index])
