"""Where answers came from: the version that a folder replaced. The replaced folder is never touched.

One file, in the new folder, says it all: while it is not there, nothing was replaced.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

ORIGINE = ".origine.json"
_VERSION = re.compile(r"(.+)-v\d+")


@dataclass(frozen=True)
class Origine:
    """What was done when she took a new version: ``de`` is the folder of the one before; names of exercises.

    ``reprises``: answers carried over; ``a_relire``: among them, those whose question is worded otherwise;
    ``a_part``: answers that stayed in the folder of before.
    """

    de: str
    le: str
    reprises: tuple[str, ...] = ()
    a_relire: tuple[str, ...] = ()
    a_part: tuple[str, ...] = ()

    def to_bytes(self) -> bytes:
        return (json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n").encode()


def read(dossier: Path) -> Origine | None:
    """Return where a folder's answers came from; None for a case begun as any other, or an unreadable file."""
    try:
        data = json.loads((dossier / ORIGINE).read_text(encoding="utf-8"))
        lists = {name: tuple(map(str, data[name])) for name in ("reprises", "a_relire", "a_part")}
        return Origine(str(data["de"]), str(data["le"]), **lists)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def replaced_by(dossier: Path) -> Path | None:
    """Return the folder of the version that she took in place of this one, if any."""
    match = _VERSION.fullmatch(dossier.name)
    for path in sorted(dossier.parent.glob(f"{match[1]}-v*/{ORIGINE}")) if match else ():
        found = read(path.parent)
        if found and found.de == dossier.name and path.parent != dossier:
            return path.parent
    return None
