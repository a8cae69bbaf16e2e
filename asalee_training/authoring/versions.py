"""Frozen versions: a copy is marked with the very case it was made on, and a key never changes within a version."""

from __future__ import annotations

import hashlib
import hmac
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from asalee_training import scoring
from asalee_training.content import release
from asalee_training.content.models import Case
from asalee_training.content.reader import load_case
from asalee_training.content.source import SUFFIXES
from asalee_training.exercises.contract import frozen_json
from asalee_training.workspace import Workspace

_STAMP = "empreinte"


class VersionError(Exception):
    """A version is unknown or its key has changed; the message is a French sentence."""


@dataclass(frozen=True)
class Version:
    """One built version: the case, its 32 patients, and the stamp of its key."""

    assignment: str
    case: Case
    patients: tuple[dict[str, Any], ...]
    empreinte: str


def stamp(case: Case, patients: list[dict[str, Any]], secret: bytes) -> str:
    """Return HMAC(secret, assignment, key): what is right for each of the 32 patients, and what it is worth.

    Explanations and prose are left out: mending a sentence is not a new key.
    """
    keys = [
        {nom: [k.attendu, k.erreurs] for nom, k in scoring.key(case, patient).exercices.items()} for patient in patients
    ]
    worth = {nom: [e.type, e.points, release.public_exercise(e)] for nom, e in case.exercices.items()}
    data = release.to_json(frozen_json({"assignment": case.assignment, "keys": keys, "worth": worth}), sort_keys=True)
    return hmac.new(secret, data.encode(), hashlib.sha256).hexdigest()


def make(ws: Workspace, case: Case) -> Version:
    """Draw the patients of a case and stamp its key."""
    patients = release.patients(case, ws.secret)
    return Version(case.assignment, case, tuple(patients), stamp(case, patients, ws.secret))


def freeze(ws: Workspace, case: Case, source: Path) -> Version:
    """Keep the text that this version was built from.

    Raises ``VersionError`` when copies of this version exist and its key is no longer the same.
    """
    version = make(ws, case)
    folder = ws.versions / case.assignment
    known = _read_stamp(folder)
    if known and known != version.empreinte and _distributed(ws, case.assignment):
        raise VersionError(
            f"Le cas « {case.nom} » a changé de question ou de bonne réponse alors que sa version {case.entete.version} est déjà "
            f"entre les mains d’apprenantes : écrivez « version: {case.entete.version + 1} » dans son en-tête."
        )
    target = (folder / "cases" / case.nom).with_suffix(source.suffix)
    target.parent.mkdir(parents=True, exist_ok=True)
    for suffix in SUFFIXES:  # the same version may have been written in the other form
        target.with_suffix(suffix).unlink(missing_ok=True)
    shutil.copyfile(source, target)
    (folder / _STAMP).write_text(version.empreinte + "\n", encoding="ascii")
    return version


def _read_stamp(folder: Path) -> str:
    path = folder / _STAMP
    return path.read_text(encoding="ascii").strip() if path.is_file() else ""


def _distributed(ws: Workspace, assignment: str) -> bool:
    places = (
        (ws.apprenante, assignment),
        (ws.grading / "submitted", f"*/{assignment}"),
        (ws.echange, f"*/inbound/*+{assignment}+*"),
    )
    return any(next(folder.glob(pattern), None) for folder, pattern in places if folder.is_dir())


def names(ws: Workspace) -> list[str]:
    """Return the assignments that can be marked, sorted."""
    return sorted(p.parent.name for p in ws.versions.glob(f"*/{_STAMP}"))


def load_version(ws: Workspace, assignment: str) -> Version:
    """Read a frozen version and prove that its key is the one it was released with.

    Raises ``VersionError``: unknown version, or key changed (a computation or a table was corrected since).
    """
    folder = ws.versions / assignment
    found = (folder / "cases").glob("*/*") if assignment in names(ws) else ()
    sources = [p for p in found if p.suffix in SUFFIXES]
    if len(sources) != 1:
        known = ", ".join(names(ws)) or "aucun"
        raise VersionError(f"Le cas « {assignment} » n’existe pas. Cas connus : {known}.")
    version = make(ws, load_case(sources[0], folder))
    if not hmac.compare_digest(version.empreinte, _read_stamp(folder)):
        raise VersionError(
            f"La clé de « {assignment} » n’est plus celle de sa publication. Rien n’a été noté : "
            "publiez une nouvelle version, ou revenez au programme d’avant."
        )
    return version
