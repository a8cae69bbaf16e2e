"""GLI z-scores of a million people, against the bare arithmetic and against pyspiro looped.

Run from the project: ``.venv/bin/python benchmarks/bench_clinical.py [people]``. Exit status 1 if the limit is passed.

(a) The bare cost: the same formula and tables in numpy, sexes already told apart, and nothing else: no check of what
    was given, no sentence, no result but z.
(b) pyspiro, an independent implementation that takes one person at a time, looped over a thousandth of them. Its
    figure is printed for scale: comparing arrays with a loop flatters arrays.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from asalee_training.clinical.spirometrie import gli, tableau

LIMIT_BARE, TURNS, SAMPLE = 2.0, 7, 1000


def main(people: int) -> int:
    """Measure and print the ratios, for both sets of equations."""
    rng = np.random.default_rng(20220422)
    femme = rng.random(people) < 0.5
    age, taille = rng.uniform(18, 95, people), rng.normal(168, 9, people).clip(120, 220)
    vems, groupe = rng.uniform(0.8, 5, people), rng.integers(1, 6, people)
    sexe = np.where(femme, "femme", "homme")
    worst = 0.0
    for equations, group in (("gli_global", None), ("gli_2012", groupe)):

        def ours(equations: str = equations, group: NDArray | None = group) -> NDArray:
            return tableau.references("vems", sexe, age, taille, equations, group).z(vems)

        def bare(equations: str = equations, group: NDArray | None = group) -> NDArray:
            return _bare(equations, femme, age, taille, vems, group)

        np.testing.assert_allclose(ours(), bare(), rtol=1e-9, atol=1e-9)
        mine, floor = _best(ours, bare)
        worst = max(worst, mine / floor)
        print(f"{equations} : {people} z-scores en {mine:.3f} s ; coût nu {floor:.3f} s", end=" ; ")
        print(f"rapport {mine / floor:.2f} (au plus {LIMIT_BARE:g})")
    one = _pyspiro(femme, age, taille, vems, tableau.references("vems", sexe, age, taille).z(vems))
    print(f"pyspiro, une personne à la fois : {1e6 * one:.0f} µs chacune, soit {people * one:.0f} s pour {people}.")
    return 0 if worst <= LIMIT_BARE else 1


def _best(*runs: Callable[[], object]) -> list[float]:
    """Best time of each, taken in turn so that whatever else the machine does weighs on all."""
    times = [[_seconds(run) for run in runs] for _ in range(TURNS)]
    return [min(column) for column in zip(*times, strict=True)]


def _seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _bare(
    equations: str, femme: NDArray, age: NDArray, taille: NDArray, vems: NDArray, groupe: NDArray | None
) -> NDArray:
    z = np.empty_like(age)
    for sexe, rows in (("femme", femme), ("homme", ~femme)):
        c, table = gli.coefficients(equations, "vems", sexe), np.array(gli.splines(equations, "vems", sexe))
        ln_age, place = np.log(age[rows]), (age[rows] - table[0, 0]) * 4
        below = np.minimum(place.astype(int), len(table) - 2)
        share = place - below
        spline_m = table[below, 2] * (1 - share) + table[below + 1, 2] * share
        spline_s = table[below, 3] * (1 - share) + table[below + 1, 3] * share
        m = c["a0"] + c["a1"] * np.log(taille[rows]) + c["a2"] * ln_age + spline_m
        s = c["p0"] + c["p1"] * ln_age + spline_s
        if groupe is not None:
            m += np.array([0, 0, c["a3"], c["a4"], c["a5"], c["a6"]])[groupe[rows]]
            s += np.array([0, 0, c["p2"], c["p3"], c["p4"], c["p5"]])[groupe[rows]]
        power, s = c["q0"] + c["q1"] * ln_age, np.exp(s)
        z[rows] = ((vems[rows] / np.exp(m)) ** power - 1) / (power * s)
    return z


def _pyspiro(femme: NDArray, age: NDArray, taille: NDArray, vems: NDArray, expected: NDArray) -> float:
    """Seconds per person, after a first call that reads its tables; its z-scores are compared with ours."""
    from pyspiro import BOWERMAN_2022

    program = BOWERMAN_2022()
    index = program.Parameters["FEV1"]

    def one(row: int) -> float:
        person = {"sex": int(not femme[row]), "age": float(age[row]), "height": float(taille[row])}
        return program.zscore(**person, parameter=index, value=float(vems[row]))

    np.testing.assert_allclose([one(row) for row in range(50)], expected[:50], atol=1e-6)
    return min(_seconds(lambda: [one(row) for row in range(SAMPLE)]) for _ in range(3)) / SAMPLE


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
