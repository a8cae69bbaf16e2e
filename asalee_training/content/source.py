"""A file as the parser reads it: one text, and where its author finds each of its lines."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from asalee_training.content import carnet
from asalee_training.content.errors import ContentError, Problem, place

#: How a case may be written: a text, or a notebook whose Markdown cells hold that text.
SUFFIXES = (".md", ".ipynb")


@dataclass(frozen=True)
class Source:
    """A text and its places. ``cellules`` is empty for a text file; for a notebook, (first line, number) of each cell."""

    fichier: str
    texte: str
    cellules: tuple[tuple[int, int], ...] = ()

    @classmethod
    def open(cls, path: Path, root: Path, texte: str | None = None) -> Source:
        """Read a file, named as its author knows it: relative to the project.

        ``texte`` stands for a file that is not saved yet. Raises ``FileNotFoundError``, or ``ContentError`` when it is
        not UTF-8, or a notebook that holds something else than a case's text.
        """
        fichier = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
        notebook = path.suffix == ".ipynb"
        try:
            if texte is None:
                if notebook:
                    carnet.refuse_size(fichier, path.stat().st_size)
                texte = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            message = "ce fichier n’est pas enregistré en UTF-8 ; enregistrez-le de nouveau en choisissant ce codage."
            raise ContentError([Problem(fichier, 1, message)]) from None
        if not notebook:
            return cls(fichier, _lines(texte))
        joined: list[str] = []
        starts: list[tuple[int, int]] = []
        for number, cell in carnet.cells(fichier, texte):
            starts.append((len(joined), number))
            joined += [*_lines(cell).split("\n"), ""]
        return cls(fichier, "\n".join(joined), tuple(starts))

    def problem(self, ligne: int, message: str) -> Problem:
        """Place a problem; ``ligne`` counts from 0 in the whole text."""
        line, cell = self._place(ligne)
        return Problem(self.fichier, line, message, cell)

    def lieu(self, ligne: int) -> str:
        """Write where a line (from 0) is: « ligne 12 », « cellule 4, ligne 2 »."""
        return place(*self._place(ligne))

    def _place(self, ligne: int) -> tuple[int, int | None]:
        if not self.cellules:
            return ligne + 1, None
        start, number = self.cellules[bisect_right(self.cellules, ligne, key=lambda cell: cell[0]) - 1]
        return ligne - start + 1, number


def _lines(texte: str) -> str:
    return texte.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
