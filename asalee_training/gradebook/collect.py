"""From the exchange to ``submitted/``: the newest copy of each trainee, known files only. nbgrader is not imported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from asalee_training.gradebook import files
from asalee_training.gradebook.config import COURS
from asalee_training.workspace import Workspace, is_ident


@dataclass
class Collected:
    """What a collection did. ``refused``: French sentences."""

    new: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def collect(ws: Workspace, assignment: str) -> Collected:
    """Bring the newest handed-in copy of each trainee into ``submitted/``; an older or equal one changes nothing."""
    with files.copies_lock(ws):
        return _collect(ws, assignment)


def _collect(ws: Workspace, assignment: str) -> Collected:
    collected = Collected()
    known = files.released(ws.grading / "release" / assignment)
    newest: dict[str, tuple[datetime, Path]] = {}
    for apprenante, moment, folder in _handed_in(ws, assignment, collected):
        if apprenante not in newest or moment > newest[apprenante][0]:
            newest[apprenante] = (moment, folder)
    for apprenante, (moment, folder) in sorted(newest.items()):
        target = ws.grading / "submitted" / apprenante / assignment
        already = files.existing_timestamp(target)
        if already is not None and already >= moment:
            continue
        try:
            with files.replacing(target) as fresh:
                problems = files.copy_known(folder, fresh, known, files.format_utc(moment))
        except OSError as error:
            problems = [f"la copie n’a pas pu être relevée ({error.strerror})."]
        else:
            collected.new.append(apprenante)
        collected.refused += [f"{apprenante} : {p}" for p in problems]
    return collected


def _handed_in(ws: Workspace, assignment: str, collected: Collected) -> Iterator[tuple[str, datetime, Path]]:
    """Read nbgrader's folder names, ``id+assignment+moment+hazard``. One still being copied has no timestamp yet."""
    inbound = ws.echange / COURS / "inbound"
    for folder in sorted(inbound.iterdir()) if inbound.is_dir() else []:
        parts = folder.name.split("+")
        if len(parts) not in (3, 4) or parts[1] != assignment:
            continue
        moment = files.parse_timestamp(parts[2])
        if moment is None or not is_ident(parts[0]) or folder.is_symlink() or not folder.is_dir():
            collected.refused.append(f"« {folder.name[:80]} » n’est pas une copie : laissée où elle est.")
        elif files.existing_timestamp(folder) is not None:
            yield parts[0], moment, folder
