"""A case written in a notebook: Markdown cells, and nothing else. Never executed, never trusted.

Any notebook program may have written the file: it is read as JSON, and what is not a case's text is refused by name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from asalee_training.content.errors import ContentError, Problem
from asalee_training.content.markdown import cut, unclosed

TAILLE_MAX = 2_000_000
#: After so many refusals the rest would not be read anyway.
REFUS_MAX = 50
_ABIME = "ce carnet est abîmé : reprenez sa dernière copie, ou écrivez le cas dans un fichier de texte « .md »."


class _Duplicate(ValueError):
    """A key is written twice in one JSON object: two programs would not read the same notebook."""


def refuse_size(fichier: str, taille: int) -> None:
    """Raise ``ContentError`` when a notebook (``taille`` in bytes or characters) is too big to be a case."""
    if taille > TAILLE_MAX:
        message = "ce carnet est trop gros pour être un cas (plus de 2 Mo) : retirez-en les images et les résultats."
        raise ContentError([Problem(fichier, 1, message)])


def cells(fichier: str, texte: str) -> list[tuple[int, str]]:
    """Return (number from 1, text) of each Markdown cell that is not empty.

    Raises ``ContentError`` with every cell that is no text of a case, and the sentence that says what to do.
    """
    refuse_size(fichier, len(texte))
    written = _cells(fichier, texte)
    found: list[tuple[int, str]] = []
    problems: list[Problem] = []
    for number, cell in enumerate(written, 1):
        source = _source(cell)
        message = _refusal(cell, source)
        if message:
            problems.append(Problem(fichier, 1, message, number))
        elif source and source.strip():
            if open_block := _open_header(source) if not found else unclosed(source):
                problems.append(Problem(fichier, open_block[0] + 1, open_block[1], number))
            found.append((number, source))
        if len(problems) == REFUS_MAX:
            break
    if problems:
        raise ContentError(problems)
    return found


def _cells(fichier: str, texte: str) -> list[Any]:
    def refuse(message: str, ligne: int = 1) -> ContentError:
        return ContentError([Problem(fichier, ligne, message)])

    try:
        notebook = json.loads(texte.removeprefix("\ufeff"), object_pairs_hook=_once)
    except _Duplicate:
        raise refuse(f"une même clé y est écrite deux fois ; {_ABIME}") from None
    except json.JSONDecodeError as error:
        raise refuse(_ABIME, error.lineno) from None
    except (ValueError, RecursionError):
        raise refuse(_ABIME) from None
    if not isinstance(notebook, dict):
        raise refuse(_ABIME)
    if notebook.get("nbformat") != 4:
        raise refuse("ce carnet est d’un autre format que le format 4 : ouvrez-le et enregistrez-le dans JupyterLab.")
    written = notebook.get("cells")
    if not isinstance(written, list):
        raise refuse(_ABIME)
    return written


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise _Duplicate
    return result


def _source(cell: Any) -> str | None:
    """Return a cell's text, written as one string or as a list of lines; ``None`` when it is neither."""
    source = cell.get("source") if isinstance(cell, dict) else None
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    return source if isinstance(source, str) else None


def _refusal(cell: Any, source: str | None) -> str:
    """Return why a cell is no text of a case, or ""."""
    if source is None:
        return f"cette cellule n’est pas lisible ; {_ABIME}"
    kind = cell.get("cell_type")
    if kind == "code":
        if not source.strip():
            return "cette cellule de code est vide : supprimez-la, ou mettez-la en Markdown (touches Échap puis M)."
        shown = " Ses résultats s’effaceront." if cell.get("outputs") else ""
        return (
            "c’est une cellule de code, et un cas n’en contient pas : mettez-la en Markdown (touches Échap puis M), "
            f"ou supprimez-la.{shown}"
        )
    if kind == "raw":
        return (
            "c’est une cellule brute : le texte d’un cas, en-tête compris, s’écrit en Markdown. Mettez-la en Markdown "
            "(touches Échap puis M)."
        )
    if kind != "markdown":
        return f"cette cellule n’est pas lisible ; {_ABIME}"
    if cell.get("outputs"):
        return "cette cellule porte des résultats : copiez son texte dans une nouvelle cellule et supprimez celle-ci."
    if cell.get("attachments"):
        return (
            "une image est collée dans cette cellule, et un cas n’en contient pas : copiez son texte dans une nouvelle "
            "cellule et supprimez celle-ci."
        )
    if not _is_unicode(source):
        return "un caractère de cette cellule n’est pas lisible : retapez la phrase qui porte un signe étrange."
    return ""


def _open_header(source: str) -> tuple[int, str] | None:
    """As ``unclosed``, for the first cell: what is left open there may be the front matter."""
    if source.startswith("---") and not any(line.rstrip() == "---" for line in source.split("\n")[1:]):
        return 0, "l’en-tête n’est pas fermé ; écrivez « --- » seul sur une ligne à la fin."
    return unclosed(source)


def _is_unicode(texte: str) -> bool:
    """JSON can write half a character (a lone surrogate), which no file can hold."""
    try:
        texte.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def from_text(texte: str) -> str:
    """Return the notebook (JSON text) that holds a case's text: the front matter, then a cell per title or block.

    Joined with an empty line between them, the cells are the text again.
    """
    lines = texte.rstrip("\n").split("\n")
    starts = sorted({0, *_beginnings(texte, lines)})
    sources = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        gap = end < len(lines) and end > start and not lines[end - 1].strip()
        sources.append("\n".join(lines[start : end - gap]))
    notebook = {
        "cells": [
            {"cell_type": "markdown", "id": f"cellule-{n}", "metadata": {}, "source": source.splitlines(keepends=True)}
            for n, source in enumerate(sources, 1)
            if source.strip()
        ],
        # The name of the project's own kernel, so that no program asks which one to take; none is ever needed.
        "metadata": {
            "kernelspec": {"display_name": "Formation ASALEE", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def _beginnings(texte: str, lines: list[str]) -> Iterator[int]:
    """Yield the lines where a new cell is due: a block, the prose after it, a title that stands after an empty line."""
    parts = cut(texte)
    for piece in parts.pieces:
        yield piece.ligne if piece.genre == "prose" else piece.ligne - 1
    for line, _ in parts.titres:
        if lines[line].startswith("#") and not lines[line - 1].strip():
            yield line
