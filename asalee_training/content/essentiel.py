"""« L’essentiel »: the last section of a lesson, which its reader prints on one page and keeps."""

from __future__ import annotations

import re

from asalee_training.content.gathering import Reader
from asalee_training.content.markdown import Cut, Piece

TITRE = "L’essentiel"
MOTS_MAX, MOTS_MIN, FIGURES_MAX = 250, 40, 1
_LEVEL_TWO = re.compile(r" {0,3}##\s")
_UP_TO_TWO = re.compile(r" {0,3}##?\s")
_WORD = re.compile(r"\w[\w’'.,/-]*")


def start(reader: Reader, parts: Cut) -> int | None:
    """Return the line (from 0) where the summary begins, and tell the reader what is wrong with it.

    It is there, once; nothing comes after it; neither question nor instrument nor patient is in it; it is short.
    """
    lines = reader.texte.split("\n")
    found = [line for line, text in parts.titres if _is_title(text) and _LEVEL_TWO.match(lines[line])]
    if not found:
        message = f"il manque le résumé à imprimer : finissez la leçon par un titre « ## {TITRE} » et 250 mots au plus."
        reader.problem(len(lines) - 1, message)
        return None
    first = found[0]
    for line, text in parts.titres:
        if line > first and _UP_TO_TWO.match(lines[line]):
            reader.problem(line, f"« {text} » vient après « {TITRE} », qui doit être la dernière section de la leçon.")
    _check_pieces(reader, parts, first)
    _check_length(reader, parts, first)
    return first


def _is_title(text: str) -> bool:
    return text.replace("'", "’").strip().casefold() == TITRE.casefold()


def _check_pieces(reader: Reader, parts: Cut, first: int) -> None:
    after = [p for p in parts.pieces if p.ligne > first]
    for piece in after:
        if piece.genre in ("exercice", "instrument"):
            reader.problem(piece.ligne - 1, f"« {TITRE} » s’imprime : placez ce bloc avant.")
    figures = [p for p in after if p.genre == "figure"]
    for piece in figures[FIGURES_MAX:]:
        reader.problem(piece.ligne - 1, f"une seule figure dans « {TITRE} », sinon la page déborde.")


def _check_length(reader: Reader, parts: Cut, first: int) -> None:
    text = "\n".join(_after(piece, first) for piece in parts.pieces if piece.genre == "prose")
    words = len(_WORD.findall(text))
    if "{{" in text:
        reader.problem(first, f"« {TITRE} » vaut pour toutes les personnes : retirez les {{{{ patient.… }}}}.")
    if words > MOTS_MAX:
        message = f"« {TITRE} » compte {words} mots ; gardez-en {MOTS_MAX} au plus, pour une page."
        reader.problem(first, message)
    elif words < MOTS_MIN:
        reader.problem(
            first, f"« {TITRE} » ne compte que {words} mots : écrivez ce qu’il faut garder, 40 mots au moins."
        )


def _after(piece: Piece, first: int) -> str:
    lines = piece.texte.split("\n")
    return "\n".join(lines[max(0, first + 1 - piece.ligne) :])
