"""Where answers came from: the version that a folder replaced. The replaced folder is never touched.

One file, in the new folder, says it all: while it is not there, nothing was replaced.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

ORIGINE = ".origine.json"
_VERSION = re.compile(r"(.+)-v\d+")


@dataclass(frozen=True)
class Origine:
    """What was done when she took a new version: ``de`` is the folder of the one before.

    ``reprises``: answers carried over, each with the ``n`` it had; ``a_relire``: among them, those whose question is
    worded otherwise. All other answers stayed in the folder of before.
    """

    de: str
    le: str
    reprises: Mapping[str, int] = field(default_factory=dict)
    a_relire: tuple[str, ...] = ()

    def took(self, nom: str, n: int) -> bool:
        """Say whether an answer of before is in the new folder: this name, as it was then."""
        return self.reprises.get(nom) == n

    def to_bytes(self) -> bytes:
        return (json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n").encode()


def read(dossier: Path) -> Origine | None:
    """Return where a folder's answers came from; None for a case begun as any other, or an unreadable file."""
    try:
        data = json.loads((dossier / ORIGINE).read_text(encoding="utf-8"))
        reprises = {str(nom): int(n) for nom, n in data["reprises"].items()}
        return Origine(str(data["de"]), str(data["le"]), reprises, tuple(map(str, data["a_relire"])))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def replaced_by(dossier: Path) -> Path | None:
    """Return the folder of the version that she took in place of this one, if any."""
    match = _VERSION.fullmatch(dossier.name)
    for path in sorted(dossier.parent.glob(f"{match[1]}-v*/{ORIGINE}")) if match else ():
        found = read(path.parent)
        if found and found.de == dossier.name and path.parent != dossier:
            return path.parent
    return None
