"""Markings of two referents on one scale, and how their agreement is compared."""

import pytest

from asalee_training.clinical import accord

NIVEAUX = (1, 2, 3, 4)


def markings(row):
    return ([int(level) for level in row[f"evaluateur_{rater}"].split("|")] for rater in (1, 2))


def from_table(counts):
    pairs = [
        (row, column)
        for row, line in enumerate(counts)
        for column, count in enumerate(line)
        for _ in range(count)
    ]  # fmt: skip
    return [row for row, _ in pairs], [column for _, column in pairs]


def kappas(pairs, niveaux=NIVEAUX, poids="quadratique"):
    return accord.kappa([a for a, _ in pairs], [b for _, b in pairs], niveaux, poids)


def same(one, other):
    assert one.kappa == other.kappa
    if one.kappa is not None:
        assert one.erreur_type == pytest.approx(other.erreur_type, abs=1e-6)
        assert one.intervalle == pytest.approx(other.intervalle, abs=1e-6)
