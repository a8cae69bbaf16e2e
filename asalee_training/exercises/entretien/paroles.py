"""What is said of her lines: which do no harm, which gain most, and the transcript, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from asalee_training.clinical import etp
from asalee_training.exercises.contract import Etape
from asalee_training.exercises.entretien.scene import ELEMENTS, Parcours, Pas, Replique, Tour

CONTRE = ("PER", "CON")
#: Length of what is recalled of the person's words, in characters.
_RAPPEL = 80


def favorable(replique: Replique) -> bool:
    """Does this reply do no harm to the conversation?"""
    return replique.confiance >= 0 and replique.gravite is None and replique.code not in CONTRE


def meilleures(tour: Tour) -> list[Replique]:
    """The favourable replies of a turn that gain the most trust."""
    sures = [replique for replique in tour.repliques if favorable(replique)]
    top = max((replique.confiance for replique in sures), default=0)
    return [replique for replique in sures if replique.confiance == top]


def lignes(spec: Any, parcours: Parcours) -> Iterator[Etape]:
    """The transcript: each of her lines with its code, a better one where there was one, and why."""
    for regarde, suite in groupby(parcours.pas, key=lambda pas: bool(pas.element)):
        if regarde:
            yield _regards([pas.element for pas in suite])
        else:
            yield from _dites(spec, suite)


def _regards(elements: list[str]) -> Etape:
    """What was looked at between two lines: told, and judged elsewhere."""
    return Etape(
        f"Vous regardez : {liste(elements)}.",
        "L’essentiel du logement, avec son accord.",
        None,
        "Ce que vous voyez n’est pas noté ici : ce qu’il fallait voir a sa ligne.",
    )


def _dites(spec: Any, suite: Iterable[Pas]) -> Iterator[Etape]:
    libelles = etp.codes("infirmiere")
    for pas in suite:
        avant = f"{pas.tour.qui or spec.personne} : « {fin(pas.tour.dit)} »\n" if pas.tour.dit else ""
        if pas.texte:
            exemples = "\n".join(f"« {e.texte} » ({libelles[e.code]})" for e in pas.tour.ecrire.exemples)
            yield Etape(
                f"{avant}Vous, avec vos mots : « {pas.texte} »\nVous la nommez : {libelles[pas.code]}.",
                f"À comparer avec ces exemples.\n{exemples}",
                None,
                "Votre phrase n’est pas notée : relisez-la à voix haute, puis comparez.",
            )
        elif pas.replique:
            nature = libelles[pas.replique.code] if pas.replique.code else "geste"
            yield Etape(
                f"{avant}Vous ({nature}) : {cite(pas.replique)}",
                _mieux(pas, libelles),
                favorable(pas.replique),
                pas.replique.retour,
            )


def _mieux(pas: Pas, libelles: dict[str, str]) -> str:
    mieux = meilleures(pas.tour)
    if pas.replique in mieux or not mieux or pas.replique.objectifs:
        return "Cette réplique convient."
    exemple = mieux[0]
    nature = f" ({libelles[exemple.code]})" if exemple.code else ""
    return f"{'Possible. On pouvait aussi' if favorable(pas.replique) else 'Plutôt'} : {cite(exemple)}{nature}"


def fin(texte: str) -> str:
    """The last words of what was said: enough to remember the moment."""
    if len(texte) <= _RAPPEL:
        return texte
    return f"… {texte[-_RAPPEL:].partition(' ')[2]}"


def cite(replique: Replique) -> str:
    return replique.texte if replique.faire else f"« {replique.texte} »"


def dit(pas: Pas) -> str:
    return cite(pas.replique) if pas.replique else pas.texte or f"regarder {ELEMENTS[pas.element][1].lower()}"


def liste(noms: Iterable[str]) -> str:
    return " ; ".join(ELEMENTS[nom][1].lower() for nom in noms)
