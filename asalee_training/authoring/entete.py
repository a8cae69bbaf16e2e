"""A case's file as one signs it: its fingerprint, and edits that touch the lines of one key and no other byte."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from asalee_training.answers import durable_write
from asalee_training.authoring.edition import gestures
from asalee_training.content.source import Source
from asalee_training.workspace import Workspace


@dataclass(frozen=True)
class Ecrit:
    """What a file holds, text or notebook: ``brut`` as it is on the disk, ``source`` as its parser reads it."""

    path: Path
    brut: str
    source: Source

    @classmethod
    def open(cls, ws: Workspace, path: Path) -> Ecrit:
        """Read a file with its own ends of lines. Raises ``ContentError`` when its text cannot be reached."""
        try:
            brut = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            return cls(path, "", Source.open(path, ws.contenu))  # which says so
        return cls(path, brut, Source.open(path, ws.contenu, brut))

    @cached_property
    def empreinte(self) -> str:
        """The fingerprint of all that the text says, except who signed it: 16 hexadecimal digits.

        Neither the ends of lines nor a notebook's own clothes count: a text has one fingerprint, on every machine.
        """
        lines = self.source.texte.rstrip("\n").split("\n")
        start, end = _block(lines, "historique")
        return sha256("\n".join(lines[:start] + lines[end:]).encode()).hexdigest()[:16]

    def only(self, *keys: str) -> str:
        """Return the lines of some keys of the front matter: YAML, much quicker to read than the whole."""
        lines = self.source.texte.split("\n")
        return "".join(f"{line}\n" for key in keys for line in lines[slice(*_block(lines, key))])

    def with_value(self, key: str, value: int) -> Ecrit:
        """Return the file with ``key: value`` in its front matter, and nothing else moved. Raises ``EditError``."""
        return self._edited({"geste": "poser", "bloc": 0, "chemin": [key], "valeur": value})

    def with_item(self, key: str, rank: int, item: dict[str, object]) -> Ecrit:
        """Return the file with one more item in a list of its front matter. Raises ``EditError``."""
        return self._edited({"geste": "inserer", "bloc": 0, "chemin": [key], "rang": rank, "valeur": item})

    def _edited(self, geste: dict[str, Any]) -> Ecrit:
        if self.path.suffix != ".ipynb":
            brut = gestures.apply(self.brut, geste)
        else:
            notebook = json.loads(self.brut.removeprefix("\ufeff"))
            cell = notebook["cells"][self.source.cellules[0][1] - 1]
            as_list = isinstance(cell["source"], list)
            texte = gestures.apply("".join(cell["source"]), geste)
            cell["source"] = texte.splitlines(keepends=True) if as_list else texte
            brut = json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
        return Ecrit(self.path, brut, Source.open(self.path, self.path.parent.parent.parent, brut))

    def save(self) -> None:
        """Replace the file at once: a crash leaves the old one or the new one."""
        partial = self.path.with_name(f".{self.path.name}.tmp")
        durable_write(partial, self.brut.encode())
        shutil.copymode(self.path, partial)
        partial.replace(self.path)


def _block(lines: list[str], key: str) -> tuple[int, int]:
    """Return where the lines of a key of the front matter begin and end; (0, 0) when it is not written."""
    fin = next((i for i, line in enumerate(lines) if i and line.rstrip() == "---"), 0)
    for start in range(1, fin):
        if lines[start].startswith(f"{key}:"):
            end = start + 1
            while end < fin and re.match(r"[ \t#\r\n-]", lines[end]):
                end += 1
            while re.fullmatch(r"\s*(#.*)?\s*", lines[end - 1]):
                end -= 1  # what is between two keys belongs to neither
            return start, end
    return 0, 0
