"""Frozen versions: a copy is marked with the very case it was made on, and a key never changes within a version."""

from __future__ import annotations

import hashlib
import hmac
import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from asalee_training import scoring
from asalee_training.content import release
from asalee_training.content.errors import ContentError
from asalee_training.content.models import Case
from asalee_training.content.reader import load_case
from asalee_training.content.source import SUFFIXES
from asalee_training.exercises.contract import frozen_json
from asalee_training.workspace import Workspace

_STAMP, _BUILT = "empreinte", "parution.json"
#: Written by the release: from then on the version is out of its author's hands.
PUBLIE = "publie"


class VersionError(Exception):
    """A version is unknown or its key has changed; the message is a French sentence."""


class Held(VersionError):
    """A text changed what is right, or who is drawn, under those who hold its version: it needs the next one."""

    def __init__(self, message: str, suivante: int):
        super().__init__(message)
        self.suivante = suivante


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


def made_unchanged(ws: Workspace, case: Case) -> Version:
    """Make a version that takes nothing from those who hold it, or an earlier one.

    Raises ``Held`` when trainees hold this version of an evaluation and what is right, or who is drawn, is no longer the
    same; ``VersionError`` when ``tirage:`` did not follow ``patient:`` since the version before.
    """
    version = make(ws, case)
    known, number = _frozen(ws, case.assignment), case.entete.version
    stamp_known = _read_stamp(ws.versions / case.assignment)
    moved = stamp_known and stamp_known != version.empreinte
    if known and not moved:
        moved = (known.entete.patient, known.entete.tirage) != (case.entete.patient, case.entete.tirage)
    if moved and case.mode == "evaluation" and _held(ws, case):
        suivante = max([number, *history(ws, case.nom)]) + 1
        raise Held(
            f"Une question, une bonne réponse ou le patient de « {case.nom} » a changé, alors que la version {number} est "
            f"entre les mains d’apprenantes. Elles la gardent, et seront notées avec elle : pour donner la nouvelle, "
            f"passez à la version {suivante} (écrivez « version: {suivante} » dans l’en-tête).",
            suivante,
        )
    earlier = max((n for n in history(ws, case.nom) if n < number), default=0)
    before = _frozen(ws, f"{case.nom.replace('/', '-')}-v{earlier}") if earlier else None
    if before:
        _check_draw(case, before)
    return version


def _check_draw(case: Case, before: Case) -> None:
    """``tirage`` changes when ``patient:`` does, and only then: else a new version would change her patient."""
    same_laws, tirage = case.entete.patient == before.entete.patient, before.entete.tirage
    if same_laws and case.entete.tirage != tirage:
        raise VersionError(
            f"« patient: » est celui de la version {before.entete.version} : gardez « tirage: {tirage} », pour que chaque "
            "apprenante garde sa patiente."
        )
    if not same_laws and case.entete.tirage == tirage:
        raise VersionError(
            f"« patient: » a changé depuis la version {before.entete.version} : écrivez « tirage: {tirage + 1} » dans l’en-tête."
        )


def freeze(ws: Workspace, case: Case, source: Path) -> Version:
    """Keep the text that this version was built from, and the stamp of what is marked. Same errors as ``made_unchanged``."""
    version = made_unchanged(ws, case)
    folder = ws.versions / case.assignment
    target = (folder / "cases" / case.nom).with_suffix(source.suffix)
    target.parent.mkdir(parents=True, exist_ok=True)
    for suffix in SUFFIXES:  # the same version may have been written in the other form
        target.with_suffix(suffix).unlink(missing_ok=True)
    shutil.copyfile(source, target)
    if case.mode == "evaluation":
        (folder / _STAMP).write_text(version.empreinte + "\n", encoding="ascii")
    return version


def _read_stamp(folder: Path) -> str:
    path = folder / _STAMP
    return path.read_text(encoding="ascii").strip() if path.is_file() else ""


def _frozen(ws: Workspace, assignment: str) -> Case | None:
    """The text of a frozen version; None if there is none that this program can read."""
    folder = ws.versions / assignment
    for source in _sources(folder):
        try:
            return load_case(source, folder)
        except ContentError:
            return None
    return None


def _sources(folder: Path) -> list[Path]:
    return [p for p in (folder / "cases").glob("*/*") if p.suffix in SUFFIXES]


def next_version(ws: Workspace, case: Case) -> tuple[int, int]:
    """Return the version, and the draw, that a text needs to leave its trainees in peace."""
    known = history(ws, case.nom)
    before = _frozen(ws, f"{case.nom.replace('/', '-')}-v{max(known)}") if known else None
    tirage = case.entete.tirage
    if before:
        tirage = before.entete.tirage + (before.entete.patient != case.entete.patient)
    return max([case.entete.version, *known]) + 1, tirage


def history(ws: Workspace, nom: str) -> dict[int, datetime | None]:
    """Return the built versions of a case or lesson, and since when each is."""
    prefix = f"{nom.replace('/', '-')}-v"
    found = {}
    for folder in ws.versions.glob(f"{prefix}*"):
        number = folder.name.removeprefix(prefix)
        if number.isdecimal() and any((folder / name).is_file() for name in (_STAMP, _BUILT)):
            found[int(number)] = _since(folder)
    return dict(sorted(found.items()))


def _since(folder: Path) -> datetime | None:
    try:
        return datetime.fromisoformat(_built(folder)["depuis"])
    except (KeyError, ValueError, TypeError):
        return None


def _built(folder: Path) -> dict[str, str]:
    """When a version was first built, and the fingerprint of the text it was last built from."""
    try:
        known = json.loads((folder / _BUILT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def note_built(ws: Workspace, case: Case, texte: str) -> None:
    """Note that a version was built from the text of this fingerprint."""
    folder = ws.versions / case.assignment
    folder.mkdir(parents=True, exist_ok=True)
    now = {"depuis": datetime.now().astimezone().isoformat(timespec="seconds")}
    data = now | _built(folder) | {"texte": texte}
    (folder / _BUILT).write_text(json.dumps(data) + "\n", encoding="utf-8")


def built_from(ws: Workspace, assignment: str) -> str:
    """Return the fingerprint of the text that a version was last built from, or ""."""
    return str(_built(ws.versions / assignment).get("texte", ""))


def _held(ws: Workspace, case: Case) -> bool:
    """Say whether a version is out of its author's hands: a trainee has it, or it was signed by two and released.

    A specimen that nobody opened may still be mended: that is how one learns to write.
    """
    released = (ws.versions / case.assignment / PUBLIE).is_file()
    return _distributed(ws, case.assignment) or (released and not case.entete.specimen)


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

    Raises ``VersionError``: unknown version, one that this programme no longer reads (a computation was renamed since),
    or key changed (a computation or a table was corrected).
    """
    folder = ws.versions / assignment
    sources = _sources(folder) if assignment in names(ws) else []
    if len(sources) != 1:
        known = ", ".join(names(ws)) or "aucun"
        raise VersionError(f"Le cas « {assignment} » n’existe pas. Cas connus : {known}.")
    try:
        version = make(ws, load_case(sources[0], folder))
    except (ContentError, KeyError, ValueError) as error:
        reason = f"il ne connaît pas « {error.args[0]} »" if isinstance(error, KeyError) else str(error)
        raise VersionError(
            f"« {assignment} » ne peut plus être lu par ce programme : {reason}. Rien n’a été noté : "
            "publiez une nouvelle version, ou revenez au programme d’avant."
        ) from error
    if not hmac.compare_digest(version.empreinte, _read_stamp(folder)):
        raise VersionError(
            f"La clé de « {assignment} » n’est plus celle de sa publication. Rien n’a été noté : "
            "publiez une nouvelle version, ou revenez au programme d’avant."
        )
    return version
