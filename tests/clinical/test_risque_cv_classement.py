"""Category of a risk under each scheme, its rounding, and how far an answer may be."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asalee_training.clinical import risque_cv
from tests.clinical.vecteurs import table


@pytest.mark.parametrize("row", table("score2_categories_vectors.csv"), ids=lambda r: f"{r['age']}-{r['risk_pct_1dp']}")
def test_categories_follow_the_table_of_the_three_schemes(row):
    words = {"low_to_moderate": "faible_a_modere", "low": "faible", "moderate": "modere", "high": "eleve"}
    words["very_high"] = "tres_eleve"
    risque, age = float(row["risk_pct_1dp"]), float(row["age"])
    result = risque_cv.categories(risque, age)

    assert result.risque_pct == risque
    assert result.esc_2021 == words[row["ESC2021_prevention_category"]]
    assert result.esc_2024_hta.startswith("non_") == (row["ESC2024_HTN_sufficiently_high_risk_ge10"] == "no")
    assert result.esc_eas_2025 == words[row["ESC_EAS2025_dyslipidaemia_category"]]
    for schema in ("esc_2021", "esc_2024_hta", "esc_eas_2025"):
        assert risque_cv.categorie(risque, age, schema) == getattr(result, schema)


@pytest.mark.parametrize(
    ("schema", "age", "limite", "below", "at"),
    [
        ("esc_2021", 49.9, 2.5, "faible_a_modere", "eleve"),
        ("esc_2021", 49.9, 7.5, "eleve", "tres_eleve"),
        ("esc_2021", 50, 5, "faible_a_modere", "eleve"),
        ("esc_2021", 69.9, 10, "eleve", "tres_eleve"),
        ("esc_2021", 70, 7.5, "faible_a_modere", "eleve"),
        ("esc_2021", 89.9, 15, "eleve", "tres_eleve"),
        ("esc_2024_hta", 40, 10, "non_suffisamment_eleve", "suffisamment_eleve"),
        ("esc_eas_2025", 60, 2, "faible", "modere"),
        ("esc_eas_2025", 60, 10, "modere", "eleve"),
        ("esc_eas_2025", 60, 20, "eleve", "tres_eleve"),
        ("esc_2023_diabete", 60, 5, "faible", "modere"),
        ("esc_2023_diabete", 60, 10, "modere", "eleve"),
        ("esc_2023_diabete", 60, 20, "eleve", "tres_eleve"),
    ],
)
def test_a_category_begins_at_its_limit_read_on_one_decimal(schema, age, limite, below, at):
    assert risque_cv.categorie(limite - 0.051, age, schema) == below
    assert risque_cv.categorie(limite - 0.049, age, schema) == at  # shown as the limit, so read as the limit
    assert risque_cv.categorie(limite, age, schema) == at
    assert risque_cv.categorie(limite + 0.1, age, schema) == at


@pytest.mark.parametrize(
    ("risque", "shown"), [(9.949, 9.9), (9.95, 10.0), (9.96, 10.0), (2.45, 2.5), (0.25, 0.3), (8.54, 8.5), (100, 100)]
)
def test_arrondi_keeps_one_decimal_and_rounds_halves_up(risque, shown):
    assert risque_cv.arrondi(risque) == shown


@given(risque=st.floats(0.1, 99), age=st.floats(40, 89.9), more=st.floats(0, 1))
def test_a_category_never_falls_when_the_risk_rises(risque, age, more):
    order = {
        "esc_2021": ["faible_a_modere", "eleve", "tres_eleve"],
        "esc_eas_2025": ["faible", "modere", "eleve", "tres_eleve"],
        "esc_2024_hta": ["non_suffisamment_eleve", "suffisamment_eleve"],
    }
    for schema, names in order.items():
        before, after = (names.index(risque_cv.categorie(value, age, schema)) for value in (risque, risque + more))
        assert after >= before


@pytest.mark.parametrize("risque", [None, True, "8,5", math.nan, math.inf, -1, 0, 0.085, 100.1])
def test_a_category_refuses_what_is_not_a_risk_in_percent(risque):
    for calcul in (
        risque_cv.arrondi,
        lambda value: risque_cv.categorie(value, 55, "esc_2021"),
        lambda value: risque_cv.categories(value, 55),
        lambda value: risque_cv.tolerance("score2", value),
    ):
        with pytest.raises(ValueError, match=r"Risque.*0,1 à 100"):
            calcul(risque)


@pytest.mark.parametrize("age", [None, True, "55", math.nan, 39.9, 90])
def test_a_category_refuses_an_age_without_score(age):
    with pytest.raises(ValueError, match=r"Âge.*40 à 89 ans pour une catégorie"):
        risque_cv.categorie(5, age, "esc_2021")
    with pytest.raises(ValueError, match="Âge"):
        risque_cv.categories(5, age)


def test_the_scheme_is_always_named_and_that_of_diabetes_stops_at_69():
    with pytest.raises(ValueError, match=r"Schéma.*esc_2021"):
        risque_cv.categorie(5, 55, "esc")
    with pytest.raises(ValueError, match=r"Âge.*SCORE2-Diabetes"):
        risque_cv.categorie(5, 70, "esc_2023_diabete")


@pytest.mark.parametrize(
    ("score", "risque", "lecture", "points"),
    [
        ("score2", 8.5, "calcul", 0.1),
        ("score2", 40, "calcul", 0.1),
        ("score2_diabete", 12.8, "calcul", 0.1),
        ("score2_op", 9.9, "calcul", 0.3),
        ("score2_op", 10, "calcul", 0.3),
        ("score2_op", 20, "calcul", 0.6),
        ("score2_op", 20, "abaque", 1),
        ("score2", 8.5, "abaque", 1),
    ],
)
def test_tolerance_is_wider_for_score2_op_and_for_a_printed_chart(score, risque, lecture, points):
    assert risque_cv.tolerance(score, risque, lecture) == pytest.approx(points)


@pytest.mark.parametrize("words", [("score", 5, "calcul"), ("score2", 5, "tableau"), (None, 5, "calcul")])
def test_tolerance_refuses_unknown_words(words):
    with pytest.raises(ValueError, match=r"Score|Lecture"):
        risque_cv.tolerance(*words)
