"""The first person of a seed who satisfies every constraint, or what is wrong with the constraints."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from asalee_training.simulation.population import contraintes as lois
from asalee_training.simulation.population.alea import PAS
from asalee_training.simulation.population.contraintes import Contrainte
from asalee_training.simulation.population.modele import Donnees, personne, tirer

#: Ranks tried before giving up, by slices that grow: most constraints are met in the first.
TRANCHES = (256, 1024, 4096, *(16_384,) * 8)
#: An author’s laws are refused, at every trial of `patient.check`, when fewer than ASSEZ of ESSAIS people satisfy
#: them: a publication then finds its 32 patients among the ranks of TRANCHES.
ESSAIS, ASSEZ = 16_384, 3


@dataclass(frozen=True)
class Trop:
    """The constraint that rejects most, how many of ESSAIS satisfy them all, and a sentence on usual values."""

    contrainte: Contrainte
    acceptes: int
    usuel: str


def trouver(
    graine: int, fixes: Mapping[str, object], voulues: Sequence[Contrainte], noeuds: Sequence[str]
) -> dict | None:
    """The person, with these nodes, as JSON values; None when nobody among the ranks tried will do."""
    for debut, n in _tranches():
        bons = np.flatnonzero(_tous(_donnees(n, graine, fixes, voulues, debut), voulues, n))
        if bons.size:
            rang = debut + int(bons[0])
            groupe = PAS * (rang // PAS)
            return personne(tirer(PAS, graine, fixes, noeuds, groupe), rang - groupe)
    return None


def trop(graine: int, fixes: Mapping[str, object], voulues: Sequence[Contrainte]) -> Trop | None:
    """What to tell an author whose constraints leave too few people; None when there are enough."""
    trouves = 0
    for debut, n in _tranches():
        trouves += int(_tous(_donnees(n, graine, fixes, voulues, debut), voulues, n).sum())
        if trouves >= ASSEZ:
            return None
        if debut + n >= ESSAIS:
            break
    donnees = _donnees(ESSAIS, graine, fixes, voulues, 0)
    tenues = [contrainte.tenue(donnees) for contrainte in voulues]
    # the one whose removal frees most people; between two that free none, the rarest
    sans = [_et([t for t in tenues if t is not tenue], ESSAIS) for tenue in tenues]
    pire = max(range(len(voulues)), key=lambda i: (int(sans[i].sum()), -int(tenues[i].sum())))
    nom, autres = voulues[pire].nom, sans[pire]
    if autres.any():
        usuel = f"Chez ceux qui satisfont vos autres lois, {lois.usuel(nom, donnees[nom][autres])}."
    else:
        usuel = f"Parmi tous les patients, {lois.usuel(nom, donnees[nom])}."
    return Trop(voulues[pire], int(_et(tenues, ESSAIS).sum()), usuel)


def _tranches() -> Iterator[tuple[int, int]]:
    debut = 0
    for n in TRANCHES:
        yield debut, n
        debut += n


def _donnees(n: int, graine: int, fixes: Mapping[str, object], voulues: Sequence[Contrainte], debut: int) -> Donnees:
    lus = list(dict.fromkeys(nom for contrainte in voulues for nom in contrainte.lit))
    return tirer(n, graine, fixes, lus, debut)


def _tous(donnees: Donnees, voulues: Sequence[Contrainte], n: int) -> NDArray[np.bool_]:
    return _et([contrainte.tenue(donnees) for contrainte in voulues], n)


def _et(masques: Sequence[NDArray[np.bool_]], n: int) -> NDArray[np.bool_]:
    tout = np.ones(n, bool)
    for masque in masques:
        tout &= masque
    return tout
