"""``courses/<module>/relecture.md``: each statement that a physician must still read, where it stands, why it waits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from asalee_training.content.gathering import Reader

COLONNES = ("Où", "Ce qui est écrit", "Pourquoi cela attend")
_ROW = re.compile(r"^\s*\|(.*)\|\s*$")
_RULE = re.compile(r"[\s|:-]+")


@dataclass(frozen=True)
class Attente:
    """A statement that waits. ``ou`` is a lesson or a case of the module; ``ligne`` counts from 0."""

    ou: str
    enonce: str
    pourquoi: str
    ligne: int


def read(reader: Reader, texte_de: Callable[[str], str | None]) -> list[Attente]:
    """Read the table of a file; problems go to the reader.

    ``texte_de(ou)`` gives the text of the lesson or case that a row names, or ``None``: the statement must stand in it,
    word for word, so that a list of what waits cannot outlive what was written; once, for a trainee reads how many wait.
    """
    found: list[Attente] = []
    header = False
    for ligne, line in enumerate(reader.texte.split("\n")):
        match = _ROW.match(line)
        if not match:
            continue
        cells = tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", match[1]))
        if not header:
            header = True
            if cells != COLONNES:
                reader.problem(ligne, f"les colonnes doivent être : {' | '.join(COLONNES)}.")
                return found
            continue
        if _RULE.fullmatch(line):
            continue
        if len(cells) != len(COLONNES) or not all(cells):
            reader.problem(ligne, f"cette ligne doit avoir {len(COLONNES)} cases remplies : {', '.join(COLONNES)}.")
            continue
        attente = Attente(cells[0].strip("`"), cells[1].strip("«» \u00a0\u202f"), cells[2], ligne)
        _check(reader, attente, texte_de(attente.ou))
        if any(a.ou == attente.ou and flat(a.enonce) == flat(attente.enonce) for a in found):
            reader.problem(ligne, f"« {attente.enonce} » est déjà dans ce tableau : gardez une seule des deux lignes.")
        found.append(attente)
    if not header:
        reader.problem(0, f"il manque le tableau : | {' | '.join(COLONNES)} |.")
    return found


def _check(reader: Reader, attente: Attente, texte: str | None) -> None:
    if texte is None:
        message = f"« {attente.ou} » n’est ni une leçon de ce dossier (01_titre), ni un cas (protocole/nom), ni une figure (figure:nom)."
        reader.problem(attente.ligne, message)
    elif flat(attente.enonce) not in flat(texte):
        reader.problem(
            attente.ligne,
            f"« {attente.enonce} » n’est plus écrit dans « {attente.ou} » : recopiez la phrase telle qu’elle y est, "
            "ou retirez cette ligne si un médecin l’a relue.",
        )


def flat(texte: str) -> str:
    """Return a text without line breaks, Markdown emphasis or kinds of space: the words alone."""
    return " ".join(re.sub(r"[*_`]", "", texte.replace("'", "’")).split())
