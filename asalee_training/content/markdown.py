"""Cut a MyST Markdown file into front matter, prose and directives, each with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin

_DIRECTIVE = re.compile(r"\{([^}]*)\}\s*(.*)")


@dataclass(frozen=True)
class Piece:
    """A part of the file. ``ligne`` counts from 0 and is where ``texte`` begins.

    ``genre``: "entete", "prose", or the name of a directive, whose ``argument`` follows it on its first line.
    """

    genre: str
    texte: str
    ligne: int
    argument: str = ""


@dataclass(frozen=True)
class Cut:
    """The pieces of a file, its headings (line from 0, text), and the directives hidden inside lists or quotes."""

    pieces: tuple[Piece, ...]
    titres: tuple[tuple[int, str], ...]
    imbriquees: tuple[int, ...]


#: A paragraph put after a text, to see whether it stands by itself.
_AFTER = "fin du texte"
_PARSER = MarkdownIt("commonmark").enable("table").use(front_matter_plugin)


def cut(texte: str) -> Cut:
    """Cut a text; nothing is lost: the pieces' lines cover the file in order."""
    lines = texte.split("\n")
    pieces: list[Piece] = []
    titles: list[tuple[int, str]] = []
    nested: list[int] = []
    prose_from = 0
    tokens = _PARSER.parse(texte)
    for index, token in enumerate(tokens):
        if token.type == "front_matter" and token.map:
            prose_from = token.map[1]
            pieces.append(Piece("entete", token.content, token.map[0] + 1))
        elif token.type == "heading_open" and token.map:
            titles.append((token.map[0], tokens[index + 1].content))
        elif token.type == "fence" and token.map and (match := _DIRECTIVE.fullmatch(token.info.strip())):
            start, end = token.map
            if token.level:
                nested.append(start)
                continue
            _add_prose(pieces, lines, prose_from, start)
            pieces.append(Piece(match[1].strip(), token.content, start + 1, match[2].strip()))
            prose_from = end
    _add_prose(pieces, lines, prose_from, len(lines))
    return Cut(tuple(pieces), tuple(titles), tuple(nested))


def unclosed(texte: str) -> tuple[int, str] | None:
    """Return (line from 0, French sentence) for a block that a text opens and leaves open, else ``None``.

    Such a block would swallow whatever is written after the text.
    """
    tokens = _PARSER.parse(f"{texte}\n\n{_AFTER}")
    last = tokens[-1]
    if last.type == "paragraph_close" and tokens[-2].content == _AFTER:
        return None
    line = last.map[0] if last.map else 0
    if last.type == "fence":
        return line, f"ce bloc n’est pas fermé ; écrivez « {last.markup} » seul sur une ligne à la fin."
    return line, "ce passage en HTML n’est pas fermé : terminez-le (un commentaire finit par « --> »), ou effacez-le."


def trimmed(lines: list[str], start: int, end: int) -> tuple[int, int]:
    """The same range of lines, without the blank ones at its two ends."""
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return start, end


def _add_prose(pieces: list[Piece], lines: list[str], start: int, end: int) -> None:
    start, end = trimmed(lines, start, end)
    if start < end:
        pieces.append(Piece("prose", "\n".join(lines[start:end]), start))
