"""What was built from what: a start builds only what changed.

A build is remembered by the text, the rubrics, the course secret and the program that made it, and by the bytes it
wrote. If any differs, or cannot be read, the file is built again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

import asalee_training
from asalee_training.authoring.check import MODULE
from asalee_training.content.models import MODULE_DU_PROTOCOLE
from asalee_training.content.source import SUFFIXES
from asalee_training.workspace import Workspace

_FICHIER = "construction.json"


class Memory:
    """The builds of one installation, by source file."""

    def __init__(self, ws: Workspace):
        self.ws = ws
        self.path = ws.donnees / _FICHIER
        try:
            known = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            known = {}
        self.known: dict[str, Any] = known if isinstance(known, dict) else {}

    def recall(self, source: Path) -> tuple[str, Path] | None:
        """Return (mode, folder) of an earlier build of this very text that is still whole, else ``None``."""
        entry = self.known.get(self._name(source))
        try:
            folder = self.ws.root / entry["dossier"]
            whole = entry["texte"] == self.digest(source) and entry["produit"] == self._made(folder)
            return (entry["mode"], folder) if whole else None
        except (OSError, KeyError, TypeError):
            return None

    def keep(self, source: Path, mode: str, folder: Path) -> None:
        """Remember a build."""
        self.known[self._name(source)] = {
            "texte": self.digest(source),
            "produit": self._made(folder),
            "mode": mode,
            "dossier": folder.relative_to(self.ws.root).as_posix(),
        }

    def save(self) -> None:
        """Write the memory; losing it costs a build, nothing else."""
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.path.write_text(json.dumps(self.known, ensure_ascii=False, indent=1), encoding="utf-8")

    def _name(self, source: Path) -> str:
        return source.relative_to(self.ws.contenu).as_posix()

    def digest(self, source: Path) -> str:
        """Return what this text, and all that is not in it, come to."""
        # A case written in both forms is refused, whichever of the two came second.
        forms = "".join(suffix for suffix in SUFFIXES if source.with_suffix(suffix).exists())
        module = self.ws.courses / MODULE_DU_PROTOCOLE.get(source.parent.name, source.parent.name) / MODULE
        themes = module.read_bytes() if module.is_file() else b""
        parts = (self._around, forms.encode(), hashlib.sha256(themes).digest(), source.read_bytes())
        return hashlib.sha256(b"\0".join(parts)).hexdigest()

    def _made(self, folder: Path) -> str:
        frozen = (p for p in (self.ws.versions / folder.name).rglob("*") if p.is_file())
        return _digest([*sorted(folder.iterdir()), *sorted(frozen)])

    @cached_property
    def _around(self) -> bytes:
        """What else a build depends on. The program's files are told by size and date: reading them all costs more."""
        package = Path(asalee_training.__file__).parent
        program = sorted(p for p in package.rglob("*") if p.suffix in (".py", ".csv", ".json"))
        stats = "".join(f"{p}|{p.stat().st_size}|{p.stat().st_mtime_ns}\n" for p in program)
        grilles = _digest(sorted(self.ws.grilles.glob("*.yaml")))
        return hashlib.sha256(b"\0".join([stats.encode(), grilles.encode(), self.ws.secret])).digest()


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
