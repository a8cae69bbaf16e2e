"""A whole installation in a folder of its own: the repository's content, built and released."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from asalee_training import scoring
from asalee_training.authoring import versions
from asalee_training.content import lot
from asalee_training.workspace import Workspace

ROOT = Path(__file__).parents[2]


def make(folder: Path) -> Workspace:
    """Copy the content into `folder` and build it with the command line, as `make start` does."""
    for name in ("cases", "courses"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "grading").mkdir()
    shutil.copytree(ROOT / "grading" / "grilles", folder / "grading" / "grilles")
    shutil.copy(ROOT / "grading" / "nbgrader_config.py", folder / "grading")
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


def key_of(ws: Workspace, assignment: str, apprenante: str) -> tuple[versions.Version, scoring.Key]:
    """The version of an assignment, and what is right for the patient of this trainee."""
    version = versions.load_version(ws, assignment)
    index = lot.patient_index(apprenante, version.case.nom, version.case.entete.tirage)
    return version, scoring.key(version.case, version.patients[index])
