"""A population of simulated patients: every invariant on 100 000 people, then a million drawn.

Run from the project: ``.venv/bin/python benchmarks/bench_population.py [people]``. Exit status 1 if an invariant is
broken or the time is passed. The million is drawn by slices, a process on each core; a slice is counted, then
forgotten, as a statistic would do: memory does not grow with the number of people.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
import time

import numpy as np

from asalee_training.simulation.population import invariants, modele
from asalee_training.simulation.population.graphe import graphe

GRAINE, CONTROLES, LIMITE_S, COEURS = 2025, 100_000, 60.0, 2


def main(people: int) -> int:
    """Print broken invariants, the rate and the peak memory."""
    broken = _check()
    start = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool(COEURS) as pool:
        counts = pool.map(_count, _shares(people))
    seconds = time.perf_counter() - start
    drawn, diabetics, hba1c = (sum(column) for column in zip(*counts, strict=True))
    print(f"{drawn} patients de {len(graphe())} nœuds en {seconds:.1f} s sur {COEURS} processus", end="")
    print(f" (au plus {LIMITE_S:g} s pour un million) : {drawn / seconds:.0f} par seconde")
    print(f"diabète {100 * diabetics / drawn:.1f} %, HbA1c moyenne {hba1c / diabetics:.2f} %", end=" ; ")
    print(f"mémoire d’un processus : {_peak_mb():.0f} Mo ; {os.cpu_count()} cœurs")
    return 1 if broken or seconds > LIMITE_S * people / 1_000_000 else 0


def _check() -> int:
    start, broken = time.perf_counter(), 0
    for slice_ in modele.tranches(CONTROLES, GRAINE):
        for phrase, count in invariants.fautes(slice_).items():
            broken += count
            print(f"INVARIANT ROMPU chez {count} : {phrase}")
    seconds = time.perf_counter() - start
    print(f"{len(invariants.INVARIANTS)} invariants et les bornes de chaque nœud, {CONTROLES} patients", end=" : ")
    print(f"{broken} faute(s), {seconds:.1f} s, {CONTROLES / seconds:.0f} par seconde sur un cœur")
    return broken


def _shares(people: int) -> list[tuple[int, int]]:
    """Ranks, in as many parts as cores; each begins where a slice does."""
    step = -(-people // (COEURS * modele.TRANCHE)) * modele.TRANCHE
    return [(start, min(step, people - start)) for start in range(0, people, step)]


def _count(share: tuple[int, int]) -> tuple[int, int, float]:
    """People, diabetics and the sum of their HbA1c, over a share of the ranks."""
    start, count = share
    drawn, diabetics, hba1c = 0, 0, 0.0
    for people in modele.tranches(count, GRAINE, debut=start):
        drawn += people["age"].size
        diabetics += int(people["diabete"].sum())
        hba1c += float(np.sum(people["hba1c_pct"], where=people["diabete"]))
    return drawn, diabetics, hba1c


def _peak_mb() -> float:
    """Largest memory of this process or of one of its children."""
    usages = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return max(usages) / 1024


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
