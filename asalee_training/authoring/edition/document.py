"""A file as blocks that cover it line by line, and as what its author thinks in: the story, question 1, question 2."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from markdown_it import MarkdownIt

from asalee_training.content.markdown import Piece, cut, trimmed

_BOM = "\ufeff"
TITRE = re.compile(r"( {0,3}#{1,6}[ \t]+)(.*?)([ \t]+#+)?[ \t]*")
_MARKDOWN = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True)
class Bloc:
    """Some lines of the file, [debut, fin[ from 0.

    genre: entete, prose, titre, commentaire (an HTML comment), exercice, instrument, or inconnu (another directive).
    corps: the lines of the YAML of a directive or of the front matter.
    """

    genre: str
    debut: int
    fin: int
    texte: str
    argument: str = ""
    corps: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Groupe:
    """Blocks that go together. genre: entete, recit, instrument, question, commentaire or inconnu."""

    genre: str
    blocs: tuple[int, ...]


@dataclass(frozen=True)
class Document:
    """A text and its blocks. Lines keep their own end: ``\\n``, ``\\r\\n``, or nothing for the last."""

    texte: str
    lignes: tuple[str, ...]
    blocs: tuple[Bloc, ...]
    groupes: tuple[Groupe, ...]

    @property
    def fin_de_ligne(self) -> str:
        return "\r\n" if self.texte.count("\r\n") * 2 > self.texte.count("\n") else "\n"

    def plain(self) -> list[str]:
        """The lines as they are read: without their ends, nor the mark of the beginning of the file."""
        return [_plain(line) for line in self.lignes]

    def with_lines(self, new: list[str]) -> str:
        """Return the text whose lines are ``new``: those that stay keep their bytes, the others end as the file does."""
        old, out = self.plain(), []
        for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            out += self.lignes[a:b] if tag == "equal" else [line + self.fin_de_ligne for line in new[c:d]]
        # A line that was the last without an end, and is no longer: it needs one. And the reverse is left alone.
        out = [
            line if line.endswith("\n") or n == len(out) - 1 else line + self.fin_de_ligne for n, line in enumerate(out)
        ]
        texte = "".join(out)
        return _BOM + texte if self.texte.startswith(_BOM) and not texte.startswith(_BOM) else texte


def _plain(line: str) -> str:
    return line.removesuffix("\n").removesuffix("\r").removeprefix(_BOM)


@lru_cache(maxsize=64)
def read(texte: str) -> Document:
    """Cut a text. Any text can be read: what is not understood is prose."""
    lignes = tuple(part for part in re.split(r"(?<=\n)", texte) if part)
    plain = [_plain(line).replace("\r", " ") for line in lignes]
    parts = cut("\n".join(plain) + ("\n" if texte.endswith("\n") else ""))
    blocs: list[Bloc] = []
    for index, piece in enumerate(parts.pieces):
        if piece.genre == "prose":
            blocs += _prose(piece, question=_leads_to_exercise(parts.pieces[index + 1 :]))
        else:
            blocs.append(_directive(piece, plain))
    return Document(texte, lignes, tuple(blocs), tuple(_groupes(blocs)))


def _leads_to_exercise(pieces: tuple[Piece, ...]) -> bool:
    """Whether the last heading of a prose is the question of the exercise that comes next."""
    for piece in pieces:
        if piece.genre == "exercice":
            return True
        if piece.genre == "prose" and any(TITRE.fullmatch(line) for line in piece.texte.split("\n")):
            return False
    return False


def _directive(piece: Piece, plain: list[str]) -> Bloc:
    end = min(piece.ligne + piece.texte.count("\n") + (piece.genre == "entete" and bool(piece.texte)), len(plain))
    body = (piece.ligne, end)
    genre = piece.genre if piece.genre in ("entete", "exercice", "instrument") else "inconnu"
    argument = piece.argument if genre != "inconnu" else piece.genre
    return Bloc(genre, piece.ligne - 1, min(end + 1, len(plain)), piece.texte, argument, body)


def _prose(piece: Piece, question: bool) -> list[Bloc]:
    lines = piece.texte.split("\n")
    tokens = _MARKDOWN.parse(piece.texte)
    cuts: dict[int, tuple[int, str]] = {}
    for token in tokens:
        if token.type == "html_block" and not token.level and token.content.lstrip().startswith("<!--"):
            cuts[token.map[0]] = (token.map[1], "commentaire")
    headings = [t.map for t in tokens if t.type == "heading_open" and not t.level]
    if question and headings and TITRE.fullmatch(lines[headings[-1][0]]):
        cuts[headings[-1][0]] = (headings[-1][1], "titre")
    found: list[Bloc] = []
    start = 0
    for first in [*sorted(cuts), len(lines)]:
        _add(found, "prose", lines, start, first, piece.ligne)
        if first in cuts:
            start, genre = cuts[first]
            _add(found, genre, lines, first, start, piece.ligne)
    return found


def _add(found: list[Bloc], genre: str, lines: list[str], start: int, end: int, offset: int) -> None:
    start, end = trimmed(lines, start, end)
    if start < end:
        found.append(Bloc(genre, offset + start, offset + end, "\n".join(lines[start:end])))


def _groupes(blocs: list[Bloc]) -> list[Groupe]:
    groups: list[Groupe] = []
    waiting: list[int] = []  # a question's heading, and what follows it, until its exercise
    for index, bloc in enumerate(blocs):
        if bloc.genre == "titre":
            waiting = [index]
        elif bloc.genre == "exercice":
            groups.append(Groupe("question", (*waiting, index)))
            waiting = []
        elif waiting:
            waiting.append(index)
        else:
            groups.append(Groupe("recit" if bloc.genre in ("prose", "titre") else bloc.genre, (index,)))
    return groups
