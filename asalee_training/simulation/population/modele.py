"""Draws people: every node in order, each from its parents alone.

`tirer` gives arrays; `personne` one of them as plain JSON values. Numbers are float64 (NaN: does not apply),
booleans bool, words the rank of the word in the node's `mots`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from asalee_training.simulation.population import (
    noeuds_cognition,
    noeuds_habitudes,
    noeuds_lipides,
    noeuds_maladies,
    noeuds_metabolisme,
    noeuds_personne,
    noeuds_pieds,
    noeuds_rein,
    noeuds_souffle,
    noeuds_tension,
    noeuds_vie,
)
from asalee_training.simulation.population.alea import Alea
from asalee_training.simulation.population.graphe import Noeud, graphe, necessaires

Donnees = dict[str, NDArray]
Fonction = Callable[["Parents", Alea], NDArray]
FAMILLES = {
    "personne": noeuds_personne,
    "habitudes": noeuds_habitudes,
    "maladies": noeuds_maladies,
    "tension": noeuds_tension,
    "metabolisme": noeuds_metabolisme,
    "rein": noeuds_rein,
    "lipides": noeuds_lipides,
    "souffle": noeuds_souffle,
    "pieds": noeuds_pieds,
    "cognition": noeuds_cognition,
    "vie": noeuds_vie,
}
#: People drawn together: their arrays stay in the processor's cache.
TRANCHE = 16_384


class Parents(Mapping):
    """What a node's function may read: its declared parents, and nothing else."""

    def __init__(self, noeud: Noeud, valeurs: Donnees) -> None:
        self._noeud, self._valeurs = noeud, valeurs

    def __getitem__(self, nom: str) -> NDArray:
        if nom not in self._noeud.parents:
            raise KeyError(f"{self._noeud.nom} reads {nom}: graphe.csv does not say so")
        return self._valeurs[nom]

    def __iter__(self) -> Iterator[str]:
        return iter(self._noeud.parents)

    def __len__(self) -> int:
        return len(self._noeud.parents)

    def est(self, nom: str, mot: str) -> NDArray[np.bool_]:
        """Who has this word at this node."""
        return self[nom] == rang(nom, mot)


@cache
def rang(nom: str, mot: str) -> int:
    """What arrays hold for a word of a node."""
    return graphe()[nom].mots.index(mot)


@cache
def fonction(nom: str) -> Fonction:
    """The function of a node: the one of its name in the module of its family."""
    return getattr(FAMILLES[graphe()[nom].famille], nom)


def tirer(
    n: int,
    graine: int,
    fixes: Mapping[str, object] | None = None,
    noeuds: Collection[str] | None = None,
    debut: int = 0,
) -> Donnees:
    """`n` people, those of ranks `debut` to `debut + n - 1` (`debut` is a multiple of 4).

    fixes: nodes set from outside, {"sexe": "femme", "age": 58}; their own law is not used. noeuds: those wanted
    (all by default); only they and their ancestors are drawn. Person `rang` of a seed never depends on n.
    """
    fixes = fixes or {}
    wanted = list(graphe()) if noeuds is None else list(noeuds)
    parts = [_tranche(min(TRANCHE, debut + n - start), graine, fixes, wanted, start) for start in _starts(n, debut)]
    return parts[0] if len(parts) == 1 else {nom: np.concatenate([part[nom] for part in parts]) for nom in wanted}


def tranches(n: int, graine: int, noeuds: Collection[str] | None = None, debut: int = 0) -> Iterator[Donnees]:
    """The same people by slices of TRANCHE, so that memory stays small whatever n."""
    for start in _starts(n, debut):
        yield tirer(min(TRANCHE, debut + n - start), graine, noeuds=noeuds, debut=start)


def _starts(n: int, debut: int) -> range:
    return range(debut, debut + max(n, 1), TRANCHE)


def _tranche(n: int, graine: int, fixes: Mapping[str, object], wanted: list[str], debut: int) -> Donnees:
    valeurs: Donnees = {}
    for nom in necessaires(wanted, fixes):
        if nom in fixes:
            valeurs[nom] = _constante(nom, fixes[nom], n)
        else:
            valeurs[nom] = fonction(nom)(Parents(graphe()[nom], valeurs), Alea(graine, nom, debut, n))
    return {nom: valeurs[nom] for nom in wanted}


def _constante(nom: str, valeur: object, n: int) -> NDArray:
    noeud = graphe()[nom]
    if noeud.genre == "mot":
        return np.full(n, rang(nom, valeur), np.int8)
    return np.full(n, valeur, bool if noeud.genre == "booleen" else np.float64)


def personne(donnees: Donnees, i: int) -> dict[str, object]:
    """Person of row `i` as JSON values; a value that does not apply (age of a diagnosis not made) is left out."""
    lue = {nom: _lisible(graphe()[nom], colonne[i]) for nom, colonne in donnees.items()}
    return {nom: valeur for nom, valeur in lue.items() if valeur is not None}


def _lisible(noeud: Noeud, valeur: np.generic) -> object:
    if noeud.genre == "booleen":
        return bool(valeur)
    if noeud.genre == "mot":
        return noeud.mots[int(valeur)]
    if np.isnan(valeur):
        return None
    return int(valeur) if noeud.genre == "entier" else float(valeur) + 0.0  # no -0.0
