"""Memory and mood: the state, then counts that agree with it. Totals only: no item of a protected test."""

import numpy as np
from numpy.typing import NDArray

from asalee_training.simulation.population.alea import Alea
from asalee_training.simulation.population.lois import au_dessus, courbe, entier, logistique

MAJEUR = {55: 0.0, 60: 0.004, 70: 0.018, 78: 0.05, 85: 0.11, 90: 0.17, 95: 0.24}
LEGER = {50: 0.005, 60: 0.035, 70: 0.10, 80: 0.19, 90: 0.28}


def etat_cognitif(p, alea: Alea) -> NDArray:
    # normal, leger, majeur
    facteur = (1 - 0.05 * (p["annees_etudes"] - 9)) * (1 + 1.2 * p["avc"]) * (1 + 0.25 * p["diabete"])
    majeur = np.minimum(courbe(p["age"], MAJEUR) * facteur, 0.6)
    leger = np.minimum(courbe(p["age"], LEGER) * facteur, 0.35)
    return alea.mot(1 - majeur - leger, leger)


def _selon_etat(p, normal: float, leger: float, majeur: float) -> NDArray:
    return np.array([normal, leger, majeur])[p["etat_cognitif"]]


def mots_rli(p, alea: Alea) -> NDArray:
    return alea.binomiale(5, _selon_etat(p, 0.95, 0.84, 0.52))


def mots_rii(p, alea: Alea) -> NDArray:
    # the cue brings back most of what was missed
    return _indices(p, alea, 5 - p["mots_rli"], (0.975, 0.88, 0.60))


def mots_rld(p, alea: Alea) -> NDArray:
    appris = p["mots_rli"] + p["mots_rii"]
    return _indices(p, alea, appris, (0.90, 0.58, 0.18))


def mots_rid(p, alea: Alea) -> NDArray:
    manques = p["mots_rli"] + p["mots_rii"] - p["mots_rld"]
    return _indices(p, alea, manques, (0.92, 0.62, 0.32))


def _indices(p, alea: Alea, possibles: NDArray, chances: tuple[float, float, float]) -> NDArray:
    """How many of `possibles` words, 0 to 5, come back."""
    chance = _selon_etat(p, *chances)
    return sum((alea.vrai(chance) & (rang < possibles)).astype(np.float64) for rang in range(5))


def mmse(p, alea: Alea) -> NDArray:
    milieu = _selon_etat(p, 29.0, 25.8, 19.0) + 0.12 * (p["annees_etudes"] - 11) - 0.02 * au_dessus(p["age"], 70)
    return entier(milieu + _selon_etat(p, 0.9, 1.6, 4.0) * alea.normale(), 3, 30)


def gds15(p, alea: Alea) -> NDArray:
    chance = 0.09 + 0.42 * p["depression"] + 0.04 * p["vit_seul"] + 0.04 * (p["etat_cognitif"] > 0)
    return alea.binomiale(15, chance)


def iadl4(p, alea: Alea) -> NDArray:
    chance = _selon_etat(p, 0.008, 0.06, 0.62) + 0.008 * au_dessus(p["age"], 80)
    return alea.binomiale(4, np.minimum(chance, 0.95))


def plainte_memoire(p, alea: Alea) -> NDArray:
    score = -1.6 + 0.03 * (p["age"] - 65) + 1.0 * p["depression"] + 1.2 * (p["etat_cognitif"] > 0)
    return alea.vrai(logistique(score))
