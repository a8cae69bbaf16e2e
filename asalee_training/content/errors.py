"""What an author is told: file, line, what is wrong, what to write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal


@dataclass(frozen=True)
class Problem:
    """One thing to correct, or only to know (``niveau``), at a line (from 1) of a file, or of a cell (from 1) when the
    file is a notebook."""

    fichier: str
    ligne: int
    message: str
    cellule: int | None = None
    niveau: Literal["erreur", "avertissement"] = "erreur"

    @property
    def lieu(self) -> str:
        """Where to look, in words."""
        return place(self.ligne, self.cellule)

    def __str__(self) -> str:
        known = " (avertissement)" if self.niveau == "avertissement" else ""
        return f"{self.fichier}, {self.lieu}{known} : {self.message}"


def place(ligne: int, cellule: int | None) -> str:
    """Write a place as an author finds it: « ligne 12 », « cellule 4, ligne 2 »."""
    return f"cellule {cellule}, ligne {ligne}" if cellule else f"ligne {ligne}"


class ContentError(Exception):
    """A file cannot be used; ``problems`` holds all that was found, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(sorted(problems, key=lambda p: (p.fichier, p.cellule or 0, p.ligne, p.message)))
        super().__init__("\n".join(map(str, self.problems)))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return « Vouliez-vous dire … ? », or the whole list when nothing is near."""
    known = sorted(known)
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return f"Vouliez-vous écrire « {close[0]} » ?"
    return f"Choisissez parmi : {', '.join(known)}."
