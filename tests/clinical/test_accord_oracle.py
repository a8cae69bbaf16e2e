"""Kappa, its standard error and its interval against statsmodels, over seeded random markings."""

import random

import numpy
import pytest

from asalee_training.clinical import accord

WEIGHTS = {"aucun": None, "lineaire": "linear", "quadratique": "quadratic"}
ROUNDS = 100


@pytest.fixture(scope="module")
def cohens_kappa(oracle):
    return oracle("statsmodels.stats.inter_rater").cohens_kappa


def draw(rng):
    """A scale of 2 to 6 levels, 2 to 80 cases, a second marking that often follows the first."""
    k, n, follows = rng.randint(2, 6), rng.randint(2, 80), rng.random()
    a = [rng.randrange(k) for _ in range(n)]
    return k, a, [level if rng.random() < follows else rng.randrange(k) for level in a]


@pytest.mark.parametrize("poids", WEIGHTS)
def test_kappa_agrees_with_statsmodels(cohens_kappa, poids):
    rng = random.Random(f"accord {poids}")  # noqa: S311 (markings, not secrets)
    compared = 0
    for _ in range(ROUNDS):
        k, a, b = draw(rng)
        result = accord.kappa(a, b, range(k), poids)
        if result.kappa is None:
            continue
        table = numpy.zeros((k, k))
        numpy.add.at(table, (a, b), 1)
        with numpy.errstate(invalid="ignore", divide="ignore"):  # a variance of -1e-17: statsmodels says NaN
            other = cohens_kappa(table, wt=WEIGHTS[poids])
        assert result.kappa == pytest.approx(other.kappa, abs=1e-12)
        if result.erreur_type == 0:
            assert abs(other.var_kappa) < 1e-14
            continue
        assert result.erreur_type == pytest.approx(other.std_kappa, abs=1e-9)
        # statsmodels does not clip its interval.
        assert result.intervalle[0] == pytest.approx(max(-1, other.kappa_low), abs=1e-9)
        assert result.intervalle[1] == pytest.approx(min(1, other.kappa_upp), abs=1e-9)
        compared += 1

    assert compared > 0.8 * ROUNDS


def test_where_kappa_is_undefined_statsmodels_says_nan_and_we_say_why(cohens_kappa):
    with numpy.errstate(invalid="ignore"):
        other = cohens_kappa(numpy.diag([0, 0, 8, 0]), wt="quadratic", return_results=False)

    assert numpy.isnan(other)
    assert accord.kappa([3] * 8, [3] * 8, (1, 2, 3, 4)).raison
