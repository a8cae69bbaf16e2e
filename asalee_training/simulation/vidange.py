"""Breathing again and again: what has not had time to come out piles up. A schema of dynamic hyperinflation.

One compartment that empties by itself towards rest: what remains after t seconds is a share exp(-t/τ) of what was
there. Each breath in adds the same volume, or what room is left. Constants are those of a schema, not of a person.
Source: general physiology (τ = resistance × compliance), orders of magnitude to be verified (à vérifier).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

#: τ in seconds: about 2 cmH2O/(L/s) × 0.2 L/cmH2O with free bronchi; four times as much when they are narrowed.
CONSTANTES_S = {"libres": 0.4, "genees": 1.6}
COURANT_L = 0.8  # a breath of somebody who walks
PLACE_L = 2.2  # from rest to full, a woman of sixty
PART_INSPIREE = 0.4  # of each breath
REPOS_MIN, REPOS_S = 12, 10.0  # breaths a minute before the effort, and for how long

_PAS_S = 0.05


@dataclass(frozen=True)
class Trace:
    """Litres above rest, at each moment in seconds; what stays at the end of a breath out once it is settled."""

    points: tuple[tuple[float, float], ...]
    coince_l: float
    entre_l: float

    @property
    def place_l(self) -> float:
        """Room left for a breath in, in litres."""
        return PLACE_L - self.coince_l


def respirer(bronches: str, rythme_min: int, duree_s: float = 40.0) -> Trace:
    """Breathe at rest, then at ``rythme_min`` (6-40 a minute) until ``duree_s``, through bronchi "libres" or "genees"."""
    tau = CONSTANTES_S[bronches]
    volume, points, coince, entre = 0.0, [(0.0, 0.0)], 0.0, 0.0
    debut = 0.0
    while debut < duree_s:
        cycle = 60 / (REPOS_MIN if debut < REPOS_S else rythme_min)
        inspire = PART_INSPIREE * cycle
        bas, haut = volume, min(volume + COURANT_L, PLACE_L)
        for k in range(1, round(cycle / _PAS_S) + 1):
            t = k * _PAS_S
            if t <= inspire:
                volume = bas + (haut - bas) * (1 - math.cos(math.pi * t / inspire)) / 2
            else:
                volume = haut * math.exp(-(t - inspire) / tau)
            points.append((round(debut + t, 3), volume))
        coince, entre = volume, haut - bas
        debut = points[-1][0]
    return Trace(tuple(p for p in points if p[0] <= duree_s), coince, entre)
