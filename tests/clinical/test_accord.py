"""Agreement between referents: published example, worked tables, what is refused and how that is said."""

import math

import pytest

from asalee_training.clinical import accord
from tests.clinical.accords import NIVEAUX, from_table, markings
from tests.clinical.vecteurs import table

COLUMN = {"aucun": "kappa_simple", "lineaire": "kappa_lineaire", "quadratique": "kappa_quadratique"}


@pytest.mark.parametrize("poids", COLUMN)
@pytest.mark.parametrize("row", table("cognition_comp_kappa.csv"), ids=lambda row: row["id"])
def test_kappa_follows_the_worked_examples(row, poids):
    result = accord.kappa(*markings(row), NIVEAUX, poids)

    assert result.kappa == pytest.approx(float(row[COLUMN[poids]]), abs=5e-5)
    assert result.raison is None


@pytest.mark.parametrize("row", table("cognition_comp_kappa.csv"), ids=lambda row: row["id"])
def test_comparer_follows_the_worked_examples(row):
    result = accord.comparer(*markings(row), NIVEAUX)

    assert result.accord_exact == float(row["accord_exact"])
    assert result.accord_adjacent == float(row["accord_adjacent"])
    assert result.biais_moyen == float(row["biais_moyen_2_moins_1"])
    assert len(result.ecarts_a_arbitrer) == int(row["nb_ecarts_ge2_a_arbitrer"])
    assert result.kappa == accord.kappa(*markings(row), NIVEAUX)


#: A printout of SAS PROC FREQ, quoted by statsmodels' tests (test_inter_rater.py, TestUnweightedCohens and
#: TestWeightedCohens, whose weights are linear): 19 cases, three levels.
SAS = ([0, 4, 1], [0, 8, 0], [0, 1, 5])


@pytest.mark.parametrize(
    ("poids", "kappa", "erreur_type", "low", "high"),
    [("aucun", 0.4842, 0.1380, 0.2137, 0.7547), ("lineaire", 0.4701, 0.1457, 0.1845, 0.7558)],
)
def test_kappa_its_standard_error_and_its_interval_are_those_that_sas_prints(poids, kappa, erreur_type, low, high):
    result = accord.kappa(*from_table(SAS), range(3), poids)

    assert result.n == 19
    assert (result.kappa, result.erreur_type) == pytest.approx((kappa, erreur_type), abs=5e-5)
    assert result.intervalle == pytest.approx((low, high), abs=5e-5)


def test_the_interval_is_1_96_standard_errors_each_side_and_narrows_as_alpha_grows():
    cases = from_table(SAS)
    usual, narrow = (accord.kappa(*cases, range(3), alpha=alpha) for alpha in (0.05, 0.10))

    for result, quantile in ((usual, 1.959964), (narrow, 1.644854)):
        low, high = result.intervalle
        assert (low + high) / 2 == pytest.approx(result.kappa)
        assert (high - low) / 2 == pytest.approx(quantile * result.erreur_type, rel=1e-6)


def test_the_interval_stops_where_kappa_does():
    assert accord.kappa([4, 3, 3, 2, 2, 3, 4, 1], [1, 3, 3, 2, 2, 3, 4, 1], NIVEAUX).intervalle[1] == 1
    assert accord.kappa([1, 2, 1], [2, 1, 1], (1, 2)).intervalle[0] == -1


def test_the_paradox_nearly_all_agree_and_kappa_stays_low():
    result = accord.comparer([4, 3, 3, 2, 2, 3, 4, 1], [1, 3, 3, 2, 2, 3, 4, 1], NIVEAUX)

    assert result.accord_exact == 0.875
    assert result.kappa.kappa == pytest.approx(0.4545, abs=5e-5)
    assert result.ecarts_a_arbitrer == (0,)


def test_a_constant_severity_keeps_the_adjacent_agreement_at_100_percent():
    severe = [1, 1, 2, 2, 3, 3]
    result = accord.comparer(severe, [level + 1 for level in severe], NIVEAUX)

    assert (result.accord_exact, result.accord_adjacent, result.biais_moyen) == (0, 1, 1)
    assert result.ecarts_a_arbitrer == ()
    assert 0 < result.kappa.kappa < 0.6


@pytest.mark.parametrize("poids", accord.POIDS)
@pytest.mark.parametrize(
    ("a", "b", "raison"),
    [
        ([], [], "deux cas"),
        ([3], [3], "deux cas"),
        ([3], [1], "deux cas"),
        ([3] * 8, [3] * 8, "Accord exact 100\u202f%"),
    ],
)
def test_an_undefined_kappa_says_why_and_is_neither_0_nor_1_nor_nan(a, b, poids, raison):
    result = accord.kappa(a, b, NIVEAUX, poids)

    assert (result.kappa, result.intervalle, result.erreur_type, result.prudence) == (None, None, None, None)
    assert raison in result.raison
    assert result.n == len(a)


def test_comparer_keeps_the_exact_agreement_where_kappa_is_undefined():
    same, one, none = (accord.comparer([3] * n, [3] * n, NIVEAUX) for n in (8, 1, 0))

    assert (same.accord_exact, same.kappa.kappa) == (1, None)
    assert (one.accord_exact, one.biais_moyen, one.n) == (1, 0, 1)
    assert (none.accord_exact, none.accord_adjacent, none.biais_moyen, none.n) == (None, None, None, 0)


def test_one_constant_referent_gives_0_whatever_the_agreement_and_prudence_says_so():
    result = accord.kappa([3] * 40, [3] * 39 + [4], NIVEAUX)

    assert (result.kappa, result.erreur_type) == (0, 0)
    assert "ne varie pas" in result.prudence


def test_an_interval_reduced_to_a_point_comes_with_a_warning():
    for a, b, found in (([1, 2] * 20, [1, 2] * 20, 1), ([1, 2] * 20, [2, 1] * 20, -1)):
        result = accord.kappa(a, b, (1, 2))
        assert result.kappa == found
        assert result.intervalle == (found, found)
        assert "erreur type est nulle" in result.prudence


@pytest.mark.parametrize(("n", "warned"), [(31, True), (32, False), (33, False)])
def test_prudence_below_twice_the_square_of_the_levels(n, warned):
    a = [1 + index % 4 for index in range(n)]
    b = [4, *a[1:]]
    prudence = accord.kappa(a, b, NIVEAUX).prudence

    assert (prudence is not None) == warned
    assert not warned or f"{n} cas, quand 4 niveaux en demandent au moins 32" in prudence


def test_every_level_of_the_scale_counts_in_the_distances_even_unused():
    used, whole = (accord.kappa([1, 1, 4, 4], [1, 4, 4, 4], niveaux).kappa for niveaux in ((1, 4), NIVEAUX))
    near, far = (accord.kappa([1, 2, 4, 4], [1, 4, 4, 4], niveaux).kappa for niveaux in ((1, 2, 4), NIVEAUX))

    assert used == pytest.approx(whole)  # two levels only: any distance will do
    assert near != pytest.approx(far)


@pytest.mark.parametrize(
    ("second", "critiques", "arbitrated"),
    [
        ([2, 2, 2], (), ()),
        ([3, 2, 2], (), ()),
        ([4, 2, 2], (), (0,)),
        ([4, 4, 2], (), (0, 1)),
        ([3, 2, 2], (0,), (0,)),
        ([3, 2, 2], (1,), ()),
        ([2, 2, 2], (0, 1, 2), ()),
        ([4, 3, 1], [2, 0], (0, 2)),
    ],
)
def test_two_levels_apart_or_any_gap_on_a_critical_criterion_goes_to_a_third_referent(second, critiques, arbitrated):
    assert accord.comparer([2, 2, 2], second, NIVEAUX, critiques).ecarts_a_arbitrer == arbitrated


@pytest.mark.parametrize(
    ("kappa", "word"),
    [
        (-1, "moins_que_modere"),
        (0.40, "moins_que_modere"),
        (0.41, "modere"),
        (0.60, "modere"),
        (0.61, "substantiel"),
        (0.80, "substantiel"),
        (0.81, "presque_parfait"),
        (1, "presque_parfait"),
    ],
)
def test_lecture_uses_the_words_of_landis_and_koch(kappa, word):
    assert accord.lecture(kappa) == word


@pytest.mark.parametrize(("kappa", "alone"), [(0.599, False), (0.60, True), (0.601, True), (-1, False), (1, True)])
def test_a_referent_marks_alone_from_0_60(kappa, alone):
    assert accord.peut_noter_seule(kappa) is alone


def test_a_kappa_of_exactly_three_fifths_is_not_lost_to_rounding():
    """Ten cases, two levels, 4 + 4 agreements: observed 0.8, expected 0.5, hence 0.3 / 0.5."""
    result = accord.kappa(*from_table([[4, 1], [1, 4]]), (0, 1))

    assert result.kappa == 0.6
    assert accord.peut_noter_seule(result.kappa)
    assert accord.lecture(result.kappa) == "modere"


@pytest.mark.parametrize("kappa", [None, True, "0,7", math.nan, math.inf, 1.01, -1.01, 70])
def test_lecture_refuses_what_is_no_kappa(kappa):
    for function in (accord.lecture, accord.peut_noter_seule):
        with pytest.raises(ValueError, match=r"Kappa.*de -1 à 1"):
            function(kappa)


@pytest.mark.parametrize("bad", [None, math.nan, math.inf, True, "3", 0, 5, 2.5, [3], ""])
def test_a_missing_or_unknown_level_is_refused_with_its_place(bad):
    good = [1, 2, 3, 4]
    with pytest.raises(ValueError, match=r"Première cotation, cas 3.*Valeurs acceptées.*1, 2, 3, 4"):
        accord.kappa([1, 2, bad, 4], good, NIVEAUX)
    with pytest.raises(ValueError, match=r"Seconde cotation, cas 4.*Valeurs acceptées.*1, 2, 3, 4"):
        accord.comparer(good, [1, 2, 3, bad], NIVEAUX)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"b": [1, 2, 3]}, "4 cas dans la première, 3 dans la seconde"),
        ({"a": "1234"}, "Première cotation.*liste de niveaux"),
        ({"b": None}, "Seconde cotation.*liste de niveaux"),
        ({"a": {1, 2, 3, 4}}, "Première cotation.*liste de niveaux"),
        ({"niveaux": [1]}, "Niveaux.*au moins deux"),
        ({"niveaux": []}, "Niveaux.*au moins deux"),
        ({"niveaux": [1, 2, 2, 3, 4]}, "Niveaux.*tous différents"),
        ({"niveaux": [1, 2, 3, None]}, "Niveaux.*rien"),
        ({"niveaux": [1, 2, 3.5, 4]}, "Niveaux.*3,5"),
        ({"niveaux": [False, True]}, "Niveaux.*faux"),
        ({"niveaux": {1, 2, 3, 4}}, "Niveaux.*du plus bas au plus haut"),
        ({"niveaux": "1234"}, "Niveaux.*du plus bas au plus haut"),
        ({"niveaux": 4}, "Niveaux.*du plus bas au plus haut"),
        ({"poids": "quadratic"}, "Poids.*quadratique"),
        ({"poids": None}, "Poids"),
        ({"alpha": 0}, "Alpha.*0,001 à 0,5"),
        ({"alpha": 95}, "Alpha.*0,001 à 0,5"),
        ({"alpha": None}, "Alpha"),
        ({"alpha": math.nan}, "Alpha"),
    ],
)
def test_kappa_refuses_an_impossible_or_missing_input_in_french(change, named):
    with pytest.raises(ValueError, match=named):
        accord.kappa(**{"a": [1, 2, 3, 4], "b": [1, 2, 3, 3], "niveaux": NIVEAUX, **change})


@pytest.mark.parametrize("critiques", [[3], [-1], [True], ["C3"], [None], 3, None, {0: False}, "0"])
def test_comparer_refuses_a_critical_case_that_is_not_there(critiques):
    with pytest.raises(ValueError, match="Cas critique"):
        accord.comparer([1, 2, 3], [1, 2, 3], NIVEAUX, critiques)
