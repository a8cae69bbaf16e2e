"""GOLD grade, ABE group and their scales, from the published tables and on both sides of every limit."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asalee_training.clinical.spirometrie import bpco
from tests.clinical.vecteurs import table


@pytest.mark.parametrize("row", table("spiro_gold_vectors.csv"), ids=lambda row: row["expected"])
def test_gold_follows_the_published_table(row):
    grade = bpco.gold(float(row["fev1_pct_pred"]), 100 * float(row["post_bd_ratio"]))

    assert grade == (int(row["expected"][5:]) if row["expected"].startswith("GOLD") else None)


@pytest.mark.parametrize(
    ("vems_pct", "grade"),
    [(80.1, 1), (80, 1), (79.9, 2), (50, 2), (49.9, 3), (30, 3), (29.9, 4), (5, 4), (200, 1)],
)
def test_gold_keeps_a_limit_in_the_milder_grade(vems_pct, grade):
    assert bpco.gold(vems_pct, 69.9) == grade


@pytest.mark.parametrize(("rapport_pct", "applies"), [(69.99, True), (70, False), (70.01, False)])
def test_gold_applies_below_70_percent_only(rapport_pct, applies):
    assert (bpco.gold(60, rapport_pct) is not None) is applies
    assert (bpco.star(rapport_pct) is not None) is applies
    assert bpco.bronchodilatateur_requis(rapport_pct) is applies


@pytest.mark.parametrize(("vems_l", "cvf_l"), [(2.31, 3.3), (1.61, 2.3), (0.7, 1), (1.89, 2.7)])
def test_a_ratio_of_exactly_70_percent_is_not_below_whatever_the_division_leaves(vems_l, cvf_l):
    assert bpco.gold(60, 100 * vems_l / cvf_l) is None
    assert bpco.gold(60, 100 * (vems_l / cvf_l)) is None


@given(vems=st.floats(5, 200), less=st.floats(0, 100), rapport=st.floats(10, 69.9))
def test_the_grade_never_falls_when_the_vems_does(vems, less, rapport):
    assert bpco.gold(max(5, vems - less), rapport) >= bpco.gold(vems, rapport)


@pytest.mark.parametrize(
    ("rapport_pct", "expected"), [(59.9, False), (60, True), (70, True), (80, True), (80.1, False)]
)
def test_a_single_ratio_of_60_to_80_percent_is_to_be_confirmed(rapport_pct, expected):
    assert bpco.rapport_a_confirmer(rapport_pct) is expected


@pytest.mark.parametrize("row", table("spiro_abe_vectors.csv"), ids=lambda row: "-".join(row.values()))
def test_abe_follows_the_table_of_both_versions(row):
    answers = [int(row[name]) for name in ("moderate_exac", "hospitalised_exac", "cat", "mmrc")]

    assert bpco.abe(*answers, "2023_2025") == row["abe_gold_2023_2025"]
    assert bpco.abe(*answers, "2026") == row["abe_gold_2026"]


@pytest.mark.parametrize(
    ("answers", "before", "since"),
    [
        ((0, 0, 9, 1), "A", "A"),
        ((0, 0, 10, 1), "B", "B"),
        ((0, 0, 9, 2), "B", "B"),
        ((1, 0, 40, 4), "B", "E"),
        ((2, 0, 0, 0), "E", "E"),
        ((0, 1, 0, 0), "E", "E"),
    ],
)
def test_abe_on_both_sides_of_each_limit(answers, before, since):
    assert (bpco.abe(*answers, "2023_2025"), bpco.abe(*answers, "2026")) == (before, since)


@given(
    st.tuples(st.integers(0, 5), st.integers(0, 3), st.integers(0, 38), st.integers(0, 3)),
    st.sampled_from(bpco.VERSIONS_ABE),
    st.integers(0, 3),
)
def test_the_group_never_falls_when_a_finding_worsens(answers, version, position):
    worse = [value + (i == position) for i, value in enumerate(answers)]

    assert bpco.abe(*worse, version) >= bpco.abe(*answers, version)  # A < B < E


@pytest.mark.parametrize("version", [None, "2027", 2026, "2023-2025"])
def test_abe_has_no_version_by_default_and_names_the_known_ones(version):
    with pytest.raises(ValueError, match=r"Version de GOLD.*(2023_2025, 2026|guillemets)"):
        bpco.abe(0, 0, 5, 0, version)
    with pytest.raises(TypeError):
        bpco.abe(0, 0, 5, 0)


ABE = {"exacerbations_moderees": 0, "exacerbations_hospitalisees": 0, "cat": 8, "mmrc": 1, "version": "2026"}


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("exacerbations_moderees", r"modérées.*50"),
        ("exacerbations_hospitalisees", r"hospitalisées.*50"),
        ("cat", r"CAT.*40"),
        ("mmrc", r"mMRC.*4"),
    ],
)
@pytest.mark.parametrize("value", [None, True, math.nan, math.inf, "1", -1, 51, 1.5])
def test_abe_refuses_an_impossible_or_missing_answer(name, named, value):
    with pytest.raises(ValueError, match=named):
        bpco.abe(**{**ABE, name: value})


@pytest.mark.parametrize(
    ("total", "band"),
    [
        (0, "faible"),
        (9, "faible"),
        (10, "moyen"),
        (20, "moyen"),
        (21, "eleve"),
        (30, "eleve"),
        (31, "tres_eleve"),
        (40, "tres_eleve"),
    ],
)
def test_bande_cat_on_both_sides_of_each_limit(total, band):
    assert bpco.bande_cat(total) == band


def test_every_mmrc_level_is_described():
    assert len({bpco.libelle_mmrc(niveau) for niveau in range(5)}) == 5


@pytest.mark.parametrize("value", [None, True, math.nan, "2", -1, 41, 2.5])
def test_bande_cat_and_libelle_mmrc_refuse_what_is_not_a_total_or_a_level(value):
    with pytest.raises(ValueError, match=r"CAT.*de 0 à 40"):
        bpco.bande_cat(value)
    with pytest.raises(ValueError, match=r"mMRC.*de 0 à 4"):
        bpco.libelle_mmrc(value)


@pytest.mark.parametrize(
    ("rapport_pct", "stage"), [(69.9, 1), (60, 1), (59.9, 2), (50, 2), (49.9, 3), (40, 3), (39.9, 4)]
)
def test_star_on_both_sides_of_each_limit(rapport_pct, stage):
    assert bpco.star(rapport_pct) == stage


def test_vems_q_of_the_published_example():
    assert bpco.vems_q(0.9, "femme") == pytest.approx(2.25)  # 70-year-old woman
    assert bpco.vems_q(0.9, "homme") == pytest.approx(1.8)


@pytest.mark.parametrize("value", [None, True, math.nan, math.inf, "65", 0.65, 9.9, 100.1])
def test_a_ratio_that_is_not_a_percentage_is_refused_with_the_hint(value):
    for call in (lambda x: bpco.gold(65, x), bpco.rapport_a_confirmer, bpco.bronchodilatateur_requis, bpco.star):
        with pytest.raises(ValueError, match=r"Rapport VEMS/CVF.*de 10 à 100.*58,9 et non 0,589"):
            call(value)


@pytest.mark.parametrize("value", [None, True, math.nan, math.inf, "65", 0.65, 4.9, 200.1])
def test_gold_refuses_a_vems_that_is_not_in_percent(value):
    with pytest.raises(ValueError, match=r"VEMS en.*de 5 à 200"):
        bpco.gold(value, 65)


@pytest.mark.parametrize("vems", [None, True, math.nan, "0.9", 0, 900])
def test_vems_q_refuses_millilitres_and_an_unknown_sex(vems):
    with pytest.raises(ValueError, match=r"VEMS.*de 0,05 à 12 L"):
        bpco.vems_q(vems, "femme")
    with pytest.raises(ValueError, match="Sexe"):
        bpco.vems_q(0.9, "F")
