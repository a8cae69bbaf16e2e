"""What has been released to trainees: their ``cas.json``, read once as long as it does not change."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from asalee_training.authoring.remis import CAS
from asalee_training.content.lot import COURS
from asalee_training.content.models import ESSENTIEL, Mode
from asalee_training.workspace import Workspace


@dataclass(frozen=True)
class Parution:
    """One released version of a case or a lesson. ``exercices`` are the names of its questions, in order.

    ``partie`` and ``essentiel`` are a lesson's: its part of the module, and whether it has a page to print.
    """

    assignment: str
    cas: str
    version: int
    mode: Mode
    titre: str
    duree_min: int
    niveau: int | None
    exercices: tuple[str, ...]
    dossier: Path
    partie: str = ""
    essentiel: bool = False
    peremption: str = ""

    @property
    def perimee(self) -> bool:
        """Whether the day after which it was to be reviewed is past."""
        return bool(self.peremption) and self.peremption < date.today().isoformat()

    @property
    def slug(self) -> str:
        return self.cas.rpartition("/")[2]

    @property
    def dossier_du_module(self) -> str:
        return self.cas.partition("/")[0]


def outbound(ws: Workspace) -> Path:
    """Where nbgrader's exchange holds the released evaluations."""
    return ws.echange / COURS / "outbound"


def all_released(ws: Workspace) -> dict[str, Parution]:
    """Return what trainees can open, by assignment. What a trainee has started stays open when it is withdrawn."""
    found: dict[str, Parution] = {}
    for place in (ws.apprenante, ws.bibliotheque, outbound(ws)):
        found |= {p.assignment: p for p in in_folder(place)}
    return found


def in_folder(place: Path) -> Iterator[Parution]:
    """Yield the readable releases of a folder."""
    for path in place.glob(f"*/{CAS}"):
        try:
            stat = path.stat()
            parution = _read(path, stat.st_mtime_ns, stat.st_size)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            continue  # unreadable: this page goes on without it, and opening it puts it back
        # The folder's name is the identity: what a file says of itself could be anything.
        if parution.assignment == path.parent.name:
            yield parution


@lru_cache(maxsize=2048)
def _read(path: Path, mtime_ns: int, size: int) -> Parution:
    data = json.loads(path.read_text(encoding="utf-8"))
    parution = Parution(
        assignment=data["assignment"], cas=data["cas"], version=data["version"], mode=data["mode"], titre=data["titre"],
        duree_min=data["duree_min"], niveau=data.get("niveau"),
        exercices=tuple(b["nom"] for b in data["blocs"] if b["genre"] == "exercice"), dossier=path.parent,
        partie=data.get("partie") or "", essentiel=any(b.get("id") == ESSENTIEL for b in data["blocs"]),
        peremption=str(data.get("peremption") or ""),
    )  # fmt: skip
    if parution.assignment != f"{parution.cas.replace('/', '-')}-v{parution.version}":
        raise ValueError(path)
    return parution


def content(parution: Parution) -> dict[str, Any]:
    """Return the whole ``cas.json``."""
    data: dict[str, Any] = json.loads((parution.dossier / CAS).read_text(encoding="utf-8"))
    return data
