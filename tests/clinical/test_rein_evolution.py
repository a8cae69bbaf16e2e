"""The kidney over time: more than three months, yearly decline, when to check again."""

import pytest

from asalee_training.clinical import rein
from tests.clinical.vecteurs import not_numbers


@pytest.mark.parametrize(
    ("dfg", "rac", "mois", "autre", "attendu"),
    [
        (59.9, 1, 3, False, "a_confirmer"),
        (59.9, 1, 3.1, False, "reunis"),
        (60, 2.9, 24, False, "absents"),
        (60, 3, 24, False, "reunis"),
        (60, 3, 0, False, "a_confirmer"),
        (95, 1, 24, True, "reunis"),
        (95, 1, 2, True, "a_confirmer"),
        (95, 1, 24, False, "absents"),
    ],
)
def test_criteres_need_more_than_three_months(dfg, rac, mois, autre, attendu):
    assert rein.criteres_mrc(dfg, rac, mois, autre) == attendu


@pytest.mark.parametrize(
    ("mois", "autre", "named"),
    [
        (None, False, "Durée"),
        (-1, False, "Durée"),
        (1201, True, "Durée"),
        (6, None, "marqueur"),
        (6, 1, "marqueur"),
    ],
)
def test_criteres_refuse_a_missing_duration_or_marker(mois, autre, named):
    with pytest.raises(ValueError, match=named):
        rein.criteres_mrc(50, 2, mois, autre)


@pytest.mark.parametrize(
    ("ancien", "recent", "mois", "par_an", "classe"),
    [
        (60, 60, 12, 0, "aucun"),
        (60, 62, 12, -2, "aucun"),
        (60, 58.1, 12, 1.9, "faible"),
        (60, 58, 12, 2, "modere"),
        (60, 55, 12, 5, "modere"),
        (60, 54.9, 12, 5.1, "rapide"),
        (60, 58, 24, 1, "faible"),
        (60, 58, 3, 8, "rapide"),
        (57.4, 40.7, 12, 16.7, "rapide"),
    ],
)
def test_declin_annuel_on_both_sides_of_2_and_5(ancien, recent, mois, par_an, classe):
    declin = rein.declin_annuel(ancien, recent, mois)

    assert declin.ml_min_an == pytest.approx(par_an)
    assert declin.classe == classe


@pytest.mark.parametrize("mois", [*not_numbers(60), 0, 2.9, 240.1])
def test_declin_refuses_an_interval_that_says_nothing_of_a_year(mois):
    with pytest.raises(ValueError, match=r"Intervalle.*3 à 240 mois"):
        rein.declin_annuel(60, 55, mois)


@pytest.mark.parametrize(("recent", "signaler"), [(45.1, False), (45, False), (44.9, True), (70, False)])
def test_a_fall_of_more_than_a_quarter_is_told_the_same_day(recent, signaler):
    assert rein.chute_a_signaler(60, recent) is signaler


def test_the_fall_of_vignette_12_is_29_percent():
    assert rein.chute_pct(57.4, 40.7) == pytest.approx(29.1, abs=0.05)


@pytest.mark.parametrize(("dfg", "mois"), [(95, 12), (60, 12), (59.9, 5.99), (40, 4), (15, 1.5)])
def test_intervalle_controle_is_a_year_or_the_dfg_over_ten(dfg, mois):
    assert rein.intervalle_controle_mois(dfg) == pytest.approx(mois)
