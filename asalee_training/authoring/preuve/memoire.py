"""Proofs that were made, kept for as long as the text, the program and the course secret stay what they were."""

from __future__ import annotations

import json
from pathlib import Path

from asalee_training.authoring.memory import Memory
from asalee_training.authoring.preuve.modele import Preuve, lue
from asalee_training.workspace import Workspace


class Preuves:
    """The proofs of one installation: a file each, so that a long list costs nothing to open."""

    def __init__(self, ws: Workspace, memory: Memory | None = None):
        self.ws = ws
        self.memory = memory or Memory(ws)
        self.folder = ws.donnees / "preuves"

    def retrouver(self, source: Path) -> Preuve | None:
        """The proof of this very text, if it was made."""
        try:
            kept = json.loads(self._file(source).read_text(encoding="utf-8"))
            return lue(kept["preuve"]) if kept["de"] == self.memory.digest(source) else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def garder(self, source: Path, preuve: Preuve) -> None:
        """Keep a proof; losing it costs a few seconds, nothing else."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        data = {"de": self.memory.digest(source), "preuve": preuve.json()}
        self._file(source).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")

    def _file(self, source: Path) -> Path:
        return self.folder / f"{source.relative_to(self.ws.contenu).with_suffix('').as_posix().replace('/', '.')}.json"
