"""Files that a stranger may have written: read only if regular and small, copied only if their name is known."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock

from asalee_training import answers
from asalee_training.workspace import Workspace

MANIFESTE = "copie.json"
HORODATAGE = "timestamp.txt"
SECRET = "submission_secret.txt"  # noqa: S105 (a file name of nbgrader's)
#: Bytes.
TAILLE_REPONSES = 2 * answers.TAILLE_MAX
TAILLE_MANIFESTE = 4_096
_LIMITES = {answers.FICHIER: TAILLE_REPONSES, MANIFESTE: TAILLE_MANIFESTE, HORODATAGE: 200, SECRET: 1_000}


class Refused(Exception):
    """A file is a link, not a regular file, or too big; the message is a French sentence."""


def copies_lock(ws: Workspace) -> FileLock:
    """What collects, receives and marks copies does it one at a time."""
    ws.donnees.mkdir(parents=True, exist_ok=True)
    return FileLock(ws.donnees / "copies.verrou", timeout=600)


def read_regular(path: Path, limit: int) -> bytes | None:
    """Read a file of at most ``limit`` bytes; None if there is none.

    Raises ``Refused`` for a symbolic or hard link, a folder, a pipe, a device, or a bigger file. Never waits on a pipe.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except FileNotFoundError:
        return None
    except OSError:
        raise Refused(f"« {path.name} » n’est pas un fichier ordinaire.") from None
    state = os.fstat(descriptor)
    if not stat.S_ISREG(state.st_mode) or state.st_nlink > 1:
        os.close(descriptor)
        raise Refused(f"« {path.name} » n’est pas un fichier ordinaire.")
    with os.fdopen(descriptor, "rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise Refused(f"« {path.name} » est trop gros.")
    return data


def released(folder: Path) -> dict[str, bytes]:
    """The files of a released assignment: its notebook and ``cas.json``."""
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file()} if folder.is_dir() else {}


def copy_known(source: Path, target: Path, known: dict[str, bytes], horodatage: str) -> list[str]:
    """Copy a handed-in folder into an empty one: released names, the answers and nbgrader's own files, nothing else.

    The released files, notebook included, are put back as they were: none of her cells is ever read, so an
    unreadable, huge or rewritten notebook changes nothing. Returns French sentences about what was refused.
    """
    problems = []
    for name, limit in _LIMITES.items():
        try:
            data = read_regular(source / name, limit)
        except Refused as reason:
            problems.append(str(reason))
            continue
        if name == HORODATAGE:
            data = horodatage.encode()
        if data is not None:
            (target / name).write_bytes(data)
    for name, original in known.items():
        (target / name).write_bytes(original)
    return problems


def parse_timestamp(text: str) -> datetime | None:
    """Read nbgrader's « 2026-03-02 10:42:07.123456 UTC » as naive UTC; None for anything else."""
    for form in ("%Y-%m-%d %H:%M:%S.%f UTC", "%Y-%m-%d %H:%M:%S UTC"):
        try:
            return datetime.strptime(text.strip(), form)
        except ValueError:
            continue
    return None


def format_utc(moment: datetime) -> str:
    """Write a moment as nbgrader does; a naive one is UTC already."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC")


def existing_timestamp(folder: Path) -> datetime | None:
    """When the copy in a folder was handed in; None if it does not say."""
    try:
        data = read_regular(folder / HORODATAGE, 200)
    except Refused:
        return None
    return parse_timestamp(data.decode("utf-8", errors="replace")) if data else None


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give an empty folder that takes the place of ``target`` on a clean exit; nothing changes on an error."""
    parking = target.parent.parent / ".encours" / f"{target.parent.name}+{target.name}"
    remove_tree(parking)
    fresh = parking / "nouveau"
    fresh.mkdir(parents=True)
    try:
        yield fresh
        swap(fresh, target, parking / "ancien")
    finally:
        remove_tree(parking)


def swap(fresh: Path, target: Path, parking: Path) -> None:
    """Put ``fresh`` where ``target`` is; the old folder goes to ``parking``."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(target):
        parking.parent.mkdir(parents=True, exist_ok=True)
        target.replace(parking)
    fresh.replace(target)


def remove_tree(folder: Path) -> None:
    """Remove a folder if it exists, read-only files included; a link is removed, never followed."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder, onerror=_make_writable)


def _make_writable(function: Any, path: str, _: Any) -> None:
    Path(path).chmod(stat.S_IWRITE | stat.S_IREAD | stat.S_IEXEC)
    function(path)
