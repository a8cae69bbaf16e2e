"""What was given back to this machine's trainee."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from asalee_training.gradebook import feedback
from asalee_training.workspace import Workspace

_TOTAL = re.compile(r'class="total">[^<]*?([\d,]+) points? sur ([\d,]+)<')


@dataclass(frozen=True)
class Retour:
    """Her page of feedback; ``note``: « 7,5 / 10 », as the page says it, "" if it does not."""

    page: Path
    note: str


def retour(ws: Workspace, assignment: str) -> Retour | None:
    """Return what she was given back for a case, if anything."""
    page = feedback.read(ws, ws.ident, assignment)
    if page is None:
        return None
    stat = page.stat()
    return Retour(page, _note(page, stat.st_mtime_ns, stat.st_size))


@lru_cache(maxsize=1024)
def _note(page: Path, mtime_ns: int, size: int) -> str:
    # The page is all that she holds of her marks: the gradebook may be on another machine.
    match = _TOTAL.search(page.read_text(encoding="utf-8"))
    return f"{match[1]}\u00a0/\u00a0{match[2]}" if match else ""
