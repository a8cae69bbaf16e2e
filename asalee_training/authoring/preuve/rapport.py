"""A proof in sentences, for its author."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from asalee_training.authoring.preuve.modele import Constat, Epreuve, Preuve
from asalee_training.content.errors import Problem
from asalee_training.exercises.contract import PLUS_LONG

_REFERENCE = re.compile(r"\{\{.*?\}\}")


def verdict(preuve: Preuve) -> str:
    """« prouvé », or what is to be corrected."""
    n = len(preuve.bloquants)
    if not n:
        return "prouvé"
    return f"{n} point{'s' if n > 1 else ''} à corriger avant de publier"


def phrases(preuve: Preuve) -> list[str]:
    """What was tried and what came of it, in four sentences at most."""
    if preuve.score is None:
        return ["Aucun exercice de ce texte n’est jugé par la machine : il n’y a rien à prouver."]
    said = [
        f"Bonnes réponses : {nombre(preuve.justes)} essais acceptés, dans toutes leurs écritures, pour les "
        f"{preuve.patients} {preuve.mot}.",
        f"Réponses fausses : {nombre(preuve.tues)} refusées sur {nombre(preuve.distingues)}, soit {pct(preuve.score)}."
        + (
            f" {nombre(preuve.equivalents)} reviennent à la bonne réponse et ne comptent pas."
            if preuve.equivalents
            else ""
        ),
    ]
    if blind := sans_lire(preuve):
        ceiling = f", pour un plafond de {pct(preuve.plafond)}" if preuve.plafond is not None else ""
        said.append(f"Répondre sans lire rapporte au mieux {pct(blind[1])} des points ({bas(blind[0])}){ceiling}.")
    if preuve.mode == "evaluation":
        leaks = any("le fichier remis" in constat.message for constat in preuve.constats)
        said.append(
            "Ce qui est remis aux apprenantes contient de la correction : voyez plus bas."
            if leaks
            else "Ce qui est remis aux apprenantes ne contient ni réponse, ni explication, ni graine."
        )
    return said


def sans_lire(preuve: Preuve) -> tuple[str, float] | None:
    """What pays best of the ways of answering without reading, and its share of the points; None when none was tried."""
    blind = {nom: part for nom, part in preuve.hasard.items() if nom != PLUS_LONG} or preuve.hasard
    return max(blind.items(), key=lambda pair: pair[1]) if blind else None


def problemes(preuve: Preuve) -> list[Problem]:
    """What blocks publication, with file and line, as ``check`` says it."""
    return [_problem(preuve, constat) for constat in preuve.bloquants]


def remarques(preuve: Preuve) -> list[Problem]:
    """What deserves a look and blocks nothing."""
    return [_problem(preuve, constat) for constat in preuve.constats if not constat.bloque]


def _problem(preuve: Preuve, constat: Constat) -> Problem:
    niveau = "erreur" if constat.bloque else "avertissement"
    return Problem(preuve.fichier, constat.ligne, constat.message, constat.cellule, niveau)


def exercice(epreuve: Epreuve) -> str:
    """One exercise on one line."""
    if epreuve.score is None:
        return "lu par la référente"
    chance = f", au hasard {pct(epreuve.hasard['Au hasard'])}" if "Au hasard" in epreuve.hasard else ""
    return f"{nombre(epreuve.tues)} sur {nombre(epreuve.distingues)}, soit {pct(epreuve.score)}{chance}"


def question(epreuve: Epreuve) -> str:
    """The question as it is asked; where a patient's value goes, « … »."""
    return _REFERENCE.sub("…", epreuve.titre)


def points(epreuve: Epreuve) -> str:
    """« 2 points », « 1,5 point »."""
    n = f"{epreuve.points:g}".replace(".", ",")
    return f"{n}\u00a0point{'s' if epreuve.points >= 2 else ''}"


def ensemble(preuves: Iterable[Preuve]) -> str:
    """Several proofs on one line."""
    known = list(preuves)
    tues, sur = sum(p.tues for p in known), sum(p.distingues for p in known)
    part = (
        f"{nombre(tues)} réponses fausses refusées sur {nombre(sur)}, soit {pct(tues / sur)}"
        if sur
        else "rien à prouver"
    )
    return f"{len(known)} texte{'s' if len(known) > 1 else ''} : {part}."


def nombre(n: int) -> str:
    """« 3 204 », with a narrow space that does not break."""
    return f"{n:,}".replace(",", "\u202f")


def pct(part: float) -> str:
    """« 99,9 % »: never rounded up to a hundred."""
    tenths = math.floor(1000 * part + 1e-9) / 10
    return f"{tenths:.1f}".removesuffix(".0").replace(".", ",") + "\u00a0%"


def bas(texte: str) -> str:
    """The same words inside a sentence."""
    return texte[:1].lower() + texte[1:]
