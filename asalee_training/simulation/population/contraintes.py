"""What an author asks of a drawn person, as tests on arrays: a value, a range, a choice, a margin around a threshold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from asalee_training.clinical import inputs, reference_data
from asalee_training.simulation.population import graphe
from asalee_training.simulation.population.modele import Donnees, rang


@dataclass(frozen=True)
class Contrainte:
    """A test on one node. texte: what it asks, in French; origine: "auteur", "profil" or "marge"; lit: nodes read.

    nombres: it asks for one of a few numbers, which few people have.
    """

    nom: str
    texte: str
    origine: str
    lit: tuple[str, ...]
    tenue: Callable[[Donnees], NDArray[np.bool_]]
    nombres: bool = False


def depuis(nom: str, loi: object, origine: str) -> Contrainte:
    """The constraint that a law makes: a value, {entre: [a, b]} or {parmi: [a, b]}."""
    if isinstance(loi, Mapping) and "entre" in loi:
        bas, haut = loi["entre"]
        texte = f"entre {inputs.shown(bas)} et {inputs.shown(haut)}"
        return Contrainte(nom, texte, origine, (nom,), lambda d: (d[nom] >= bas - 1e-9) & (d[nom] <= haut + 1e-9))
    valeurs = loi["parmi"] if isinstance(loi, Mapping) else [loi]
    cherches = [_interne(nom, valeur) for valeur in valeurs]
    texte = " ou ".join(inputs.shown(valeur) for valeur in valeurs)
    return Contrainte(
        nom, texte, origine, (nom,), lambda d: np.logical_or.reduce([np.abs(d[nom] - x) < 1e-9 for x in cherches]),
        nombres=len(valeurs) > 1 and graphe.graphe()[nom].genre != "mot",
    )  # fmt: skip


def _interne(nom: str, valeur: object) -> float:
    return float(rang(nom, valeur) if graphe.graphe()[nom].genre == "mot" else valeur)


def nets(nom: str) -> list[Contrainte]:
    """The value of this node stays clear of every threshold that marges.csv names for it."""
    return [_marge(nom, seuil, marge) for noeud, seuil, marge in _marges() if noeud == nom]


def _marge(nom: str, seuil: str, marge: float) -> Contrainte:
    ecart = inputs.shown(marge)
    if seuil.startswith("noeud:"):
        autre = seuil.removeprefix("noeud:")
        texte = f"à {ecart} au moins de {autre}"
        # a person without the other value (no target without diabetes) has no threshold to stay clear of
        return Contrainte(nom, texte, "marge", (nom, autre), lambda d: ~(np.abs(d[nom] - d[autre]) < marge - 1e-9))
    valeur = _seuil(seuil)
    texte = f"à {ecart} au moins de {inputs.shown(valeur)}"
    return Contrainte(nom, texte, "marge", (nom,), lambda d: ~(np.abs(d[nom] - valeur) < marge - 1e-9))


def _seuil(ecrit: str) -> float:
    """The number that « rein:dfg_g2 », « -spirometrie:z_limite » or « tension_classe:pas:grade_1 » names."""
    signe = -1 if ecrit.startswith("-") else 1
    examen, *chemin = ecrit.removeprefix("-").split(":")
    if examen == "tension_classe":
        mesure, classe = chemin
        rows = reference_data.rows("tension_classes")
        return next(float(row[f"{mesure}_min_mmhg"]) for row in rows if row["classe"] == classe)
    return signe * reference_data.thresholds(examen)[chemin[0]]


@cache
def _marges() -> list[tuple[str, str, float]]:
    return [(row["noeud"], row["seuil"], float(row["marge"])) for row in graphe.lignes("marges")]


def usuel(nom: str, colonne: NDArray) -> str:
    """« hba1c_pct va de 6,2 à 9,1 »: what these people have, for an author who asked too much."""
    noeud = graphe.graphe()[nom]
    if noeud.genre == "booleen":
        return f"{nom} est vrai chez {_part(colonne)}"
    if noeud.genre == "mot":
        return f"{nom} est {', '.join(f'{mot} ({_part(colonne == i)})' for i, mot in enumerate(noeud.mots))}"
    valeurs = colonne[~np.isnan(colonne)]
    if valeurs.size == 0:
        return f"{nom} n’a pas de valeur"
    bas, haut = (inputs.shown(round(float(x), noeud.decimales)) for x in np.percentile(valeurs, [2.5, 97.5]))
    return f"{nom} vaut {bas}" if bas == haut else f"{nom} va d’ordinaire de {bas} à {haut}"


def _part(vrais: NDArray[np.bool_]) -> str:
    pct = 100 * float(np.mean(vrais))
    return "moins de 1 %" if 0 < pct < 1 else f"{round(pct)} %"
