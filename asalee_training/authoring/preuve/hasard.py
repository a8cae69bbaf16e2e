"""What somebody who reads nothing earns: at random, by ticking everything, by always taking the first or the longest.

Reading nothing must not pay: above the declared ceiling, it blocks. Telling the right answer by its length takes a look at
the page: it is said to the author, and blocks nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from statistics import fmean
from typing import Any

from asalee_training.authoring.preuve.modele import Constat, Epreuve, Preuve
from asalee_training.authoring.preuve.sujet import Groupe, Sujet
from asalee_training.content.models import EnTeteCas
from asalee_training.exercises.contract import HASARD, PLUS_LONG


def mesurer(sujet: Sujet, preuve: Preuve) -> Iterator[Constat]:
    """Work out each strategy's share of the points that the machine gives; yield those above the declared ceiling.

    A lesson has no ceiling: its answers are nobody's mark.
    """
    judged = [nom for nom in sujet.groupes if sujet.juge(nom)]
    for nom in judged:
        _exercice(preuve.epreuves[nom], sujet.groupes[nom], len(sujet.patients))
    sur = math.fsum(preuve.epreuves[nom].points for nom in judged)
    strategies = dict.fromkeys(s for nom in judged for s in preuve.epreuves[nom].hasard)
    for strategie in strategies:
        earned = (preuve.epreuves[nom] for nom in judged)
        preuve.hasard[strategie] = math.fsum(e.points * _part(e, strategie) for e in earned) / sur
    entete = sujet.case.entete
    if not isinstance(entete, EnTeteCas):
        return
    preuve.plafond = entete.plafond_hasard
    if preuve.plafond >= entete.seuil_validation:
        said = (
            f"« plafond_hasard: {_pct(preuve.plafond)} » atteint le seuil de validation, "
            f"{_pct(entete.seuil_validation)} : répondre sans lire suffirait à valider le cas."
        )
        yield sujet.constat(said, ou="plafond_hasard:")
    for strategie, part in preuve.hasard.items():
        if part > preuve.plafond + 1e-9:
            best = max(judged, key=lambda nom: _exces(preuve.epreuves[nom], strategie))
            said = (
                f"répondre sans lire (« {strategie.lower()} ») rapporte en moyenne {_pct(part)} des points du cas, "
                f"au-dessus du plafond de {_pct(preuve.plafond)}. Cet exercice en donne le plus : changez la "
                "longueur ou la place de la bonne réponse, ajoutez des réponses fausses plausibles, ou relevez « plafond_hasard: »."
            )
            yield sujet.constat(said, best, bloque=strategie != PLUS_LONG)


def _exces(epreuve: Epreuve, strategie: str) -> float:
    """Points that a strategy earns there beyond those of pure chance."""
    return epreuve.points * (_part(epreuve, strategie) - epreuve.hasard.get(HASARD, 0.0) / 2)


def _part(epreuve: Epreuve, strategie: str) -> float:
    return epreuve.hasard.get(strategie, epreuve.hasard.get(HASARD, 0.0))


def _exercice(epreuve: Epreuve, groupes: list[Groupe], patients: int) -> None:
    module, spec = groupes[0].module, groupes[0].exercise.spec
    if not hasattr(module, "guesses"):
        return
    for strategie, raws in module.guesses(spec).items():
        earned = (len(g.rangs) * fmean(_gain(g, raw) for raw in raws) for g in groupes)
        epreuve.hasard[strategie] = math.fsum(earned) / patients / epreuve.points


def _gain(groupe: Groupe, raw: Any) -> float:
    return groupe.noter(raw).points


def _pct(part: float) -> str:
    return f"{100 * part:.0f} %"
