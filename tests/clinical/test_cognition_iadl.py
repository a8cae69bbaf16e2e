"""Autonomy: IADL-4, from levels worked out by hand."""

import math

import pytest

from asalee_training.clinical import cognition
from tests.clinical.vecteurs import integers, table

IADL = ("telephone_niv_1_4", "transports_niv_1_5", "medicaments_niv_1_3", "budget_niv_1_3")


@pytest.mark.parametrize("row", table("cognition_iadl4.csv"), ids=lambda row: row["id"])
def test_iadl4_follows_the_table(row):
    arguments = (*integers(row, *IADL), row["cause_cognitive"] == "1", row["regle_taxi_seul_autonome"] == "1")
    if row["erreur"]:
        with pytest.raises(ValueError, match=r"Téléphone|Transports|Médicaments|Budget"):
            cognition.iadl4(*arguments)
        return
    result = cognition.iadl4(*arguments)

    assert result.dependances == int(row["nb_dependances_0_4"])
    assert result.retentissement == (row["retentissement_significatif"] == "1")


@pytest.mark.parametrize(("niveau", "strict", "souple"), [(1, 0, 0), (2, 1, 0), (3, 1, 1), (5, 1, 1)])
def test_a_taxi_taken_alone_is_a_dependency_by_convention_only(niveau, strict, souple):
    assert cognition.iadl4(1, niveau, 1, 1, True).dependances == strict
    assert cognition.iadl4(1, niveau, 1, 1, True, taxi_autonome=True).dependances == souple


def test_a_cause_that_is_not_cognitive_leaves_dependencies_without_impact():
    result = cognition.iadl4(2, 5, 3, 3, cause_cognitive=False)

    assert (result.dependances, result.retentissement) == (4, False)


def test_an_activity_never_done_is_no_dependency():
    result = cognition.iadl4(1, "non_applicable", 2, 1, True)

    assert (result.activites, result.non_applicables) == (("medicaments",), ("transports",))


@pytest.mark.parametrize("position", range(4))
@pytest.mark.parametrize("niveau", [0, 6, None, True, "1", 1.5, math.nan])
def test_iadl4_refuses_an_unknown_level(position, niveau):
    niveaux = [1, 1, 1, 1]
    niveaux[position] = niveau
    with pytest.raises(ValueError, match=r"(Téléphone|Transports|Médicaments|Budget)\s: "):
        cognition.iadl4(*niveaux, True)


@pytest.mark.parametrize(("position", "maximum"), [(0, 4), (1, 5), (2, 3), (3, 3)])
def test_iadl4_accepts_the_last_level_and_nothing_above(position, maximum):
    niveaux = [1, 1, 1, 1]
    niveaux[position] = maximum
    assert cognition.iadl4(*niveaux, True).dependances == 1
    niveaux[position] = maximum + 1
    with pytest.raises(ValueError, match=f"de 1 à {maximum}"):
        cognition.iadl4(*niveaux, True)


@pytest.mark.parametrize(("cause", "taxi"), [(None, False), (1, False), (True, None), (True, "non")])
def test_iadl4_refuses_a_cause_or_rule_that_is_not_true_or_false(cause, taxi):
    with pytest.raises(ValueError, match=r"Cause|Taxi"):
        cognition.iadl4(1, 1, 1, 1, cause, taxi)
