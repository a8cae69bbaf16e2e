"""The scores of many proofs, a text a line: for the terminal, for a note, for the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from asalee_training.authoring.preuve import rapport
from asalee_training.authoring.preuve.modele import Preuve

COLONNES = (
    "Texte",
    "Patients",
    "Bonnes réponses acceptées",
    "Réponses fausses refusées",
    "Score",
    "Survivantes",
    "Sans lire, au mieux",
)


@dataclass(frozen=True)
class Rang:
    """One text: its proof and what each column after the first says of it."""

    preuve: Preuve
    cellules: tuple[str, ...]


def rangs(preuves: Iterable[Preuve]) -> list[Rang]:
    """Return a line for each text that the machine judges something of."""
    return [Rang(p, _cellules(p)) for p in preuves if p.score is not None]


def _cellules(preuve: Preuve) -> tuple[str, ...]:
    blind = rapport.sans_lire(preuve)
    return (
        str(preuve.patients),
        rapport.nombre(preuve.justes),
        f"{rapport.nombre(preuve.tues)} sur {rapport.nombre(preuve.distingues)}",
        rapport.pct(preuve.score or 0.0),
        survivantes(preuve),
        f"{rapport.pct(blind[1])} ({rapport.bas(blind[0])})" if blind else "non simulé",
    )


def survivantes(preuve: Preuve) -> str:
    """« aucune », or how many and which: « 5 : Dix ans de plus (perte) »."""
    alive = [(epreuve.nom, essai) for epreuve, essai in preuve.essais() if essai.survivants and essai.compte]
    if not alive:
        return "aucune"
    what = ", ".join(dict.fromkeys(f"{essai.nom} ({nom})" for nom, essai in alive))
    return f"{rapport.nombre(sum(len(essai.survivants) for _, essai in alive))} : {what}"


def markdown(preuves: Iterable[Preuve]) -> str:
    """Return the table in Markdown, and the line that sums it up."""
    known = list(preuves)
    lines = [("| " + " | ".join(COLONNES) + " |"), "|---" * len(COLONNES) + "|"]
    for rang in rangs(known):
        cells = (rang.preuve.fichier, *rang.cellules)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join([*lines, "", rapport.ensemble(known)])
