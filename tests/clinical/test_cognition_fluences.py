"""BREF and fluencies, from scores worked out by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import cognition
from tests.clinical.vecteurs import NOT_A_COUNT, integers, table


@pytest.mark.parametrize("row", table("cognition_bref.csv"), ids=lambda row: row["id"])
def test_bref_follows_the_table(row):
    fluence = cognition.bref_points_mots(int(row["nb_mots_fluence"]))
    conflit = cognition.bref_points_erreurs(int(row["conflit_erreurs"]), row["conflit_imite_4"] == "1")
    gonogo = cognition.bref_points_erreurs(int(row["gonogo_erreurs"]), row["gonogo_imite_4"] == "1")
    assert [fluence, conflit, gonogo] == integers(row, "fluence_pts", "conflit_pts", "gonogo_pts")

    similitudes, series, prehension = integers(row, "similitudes_0_3", "series_motrices_0_3", "prehension_0_3")
    total = cognition.bref(similitudes, fluence, series, conflit, gonogo, prehension)
    assert total == int(row["total_18"])
    for nsc in (3, 4):
        assert (cognition.lecture_bref(total, nsc) == "anormal") == (row["anormal_lt16_NSC_ge3"] == "1")
    for nsc in (1, 2):
        assert (cognition.lecture_bref(total, nsc) == "anormal") == (row["anormal_lt15_NSC_lt3"] == "1")
    assert cognition.bref_basse_score_global_conserve(total, 25) == (row["le12_DFT_vs_MA_si_MMSE_gt24"] == "1")


@pytest.mark.parametrize(("mots", "points"), [(0, 0), (2, 0), (3, 1), (5, 1), (6, 2), (9, 2), (10, 3), (60, 3)])
def test_bref_words_on_both_sides_of_each_band(mots, points):
    assert cognition.bref_points_mots(mots) == points


@pytest.mark.parametrize(("erreurs", "points"), [(0, 3), (1, 2), (2, 2), (3, 1), (10, 1)])
def test_bref_errors_on_both_sides_of_each_band(erreurs, points):
    assert cognition.bref_points_erreurs(erreurs, False) == points
    if erreurs:
        assert cognition.bref_points_erreurs(erreurs, True) == 0


@pytest.mark.parametrize(
    ("total", "haut", "bas"), [(14, "anormal", "anormal"), (15, "anormal", "normal"), (16, "normal", "normal")]
)
def test_lecture_bref_on_both_sides_of_each_cut(total, haut, bas):
    assert (cognition.lecture_bref(total, 3), cognition.lecture_bref(total, 2)) == (haut, bas)


@pytest.mark.parametrize(
    ("total", "score_global", "basse"), [(12, 25, True), (12, 24, False), (13, 30, False), (12, 30, True)]
)
def test_a_low_bref_with_a_kept_global_score_is_to_be_described(total, score_global, basse):
    assert cognition.bref_basse_score_global_conserve(total, score_global) == basse


@pytest.mark.parametrize("value", NOT_A_COUNT)
def test_bref_refuses_what_is_not_a_count(value):
    for call in (
        lambda: cognition.bref_points_mots(value),
        lambda: cognition.bref_points_erreurs(value, False),
        lambda: cognition.bref(3, 3, 3, 3, 3, value),
        lambda: cognition.lecture_bref(value, 3),
        lambda: cognition.lecture_bref(12, value),
        lambda: cognition.bref_basse_score_global_conserve(value, 25),
        lambda: cognition.bref_basse_score_global_conserve(18, value),
    ):
        with pytest.raises(ValueError, match=r"BREF|Mots|Erreurs|Niveau|Score global"):
            call()


@pytest.mark.parametrize(("erreurs", "imite"), [(0, True), (11, False), (1, None), (1, 1)])
def test_bref_points_erreurs_refuse_an_imitation_without_error(erreurs, imite):
    with pytest.raises(ValueError, match=r"Erreurs|Imitation"):
        cognition.bref_points_erreurs(erreurs, imite)


ISAACS = {"normal_ge25": "normal", "douteux_15_24": "douteux", "anormal_lt15": "anormal"}


@pytest.mark.parametrize("row", table("cognition_isaacs.csv"), ids=lambda row: row["id"])
def test_isaacs_caps_each_category_at_ten(row):
    result = cognition.isaacs(*integers(row, "couleurs", "animaux", "fruits", "villes"))

    assert result.score == int(row["score_40_plafonne_10_par_categorie"])
    assert result.lecture == ISAACS[row["lecture"]]


@settings(max_examples=40)
@given(st.lists(st.integers(0, 60), min_size=4, max_size=4), st.integers(0, 3))
def test_isaacs_never_falls_with_a_word_more(mots, position):
    more = [*mots]
    more[position] = min(60, more[position] + 1)
    gained = cognition.isaacs(*more).score - cognition.isaacs(*mots).score

    assert gained == (1 if mots[position] < 10 else 0)


@pytest.mark.parametrize("value", NOT_A_COUNT)
def test_isaacs_and_fluence_refuse_what_is_not_a_count(value):
    with pytest.raises(ValueError, match="Isaacs, villes"):
        cognition.isaacs(5, 5, 5, value)
    with pytest.raises(ValueError, match="Intrusions"):
        cognition.fluence(20, 1, value)


def test_fluence_takes_repetitions_and_intrusions_away_and_keeps_them():
    assert cognition.fluence(20, 3, 2) == cognition.Fluence(15, 3, 2)
    with pytest.raises(ValueError, match=r"Mots dits\s: 4"):
        cognition.fluence(4, 3, 2)
