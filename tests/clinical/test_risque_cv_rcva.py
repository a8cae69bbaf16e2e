"""The coronary risk of the historic portal, which is not SCORE2."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import risque_cv
from tests.clinical.scores_cv import HOMME
from tests.clinical.vecteurs import SEXE, table

RCVA = {
    "age": 52,
    "sexe": "homme",
    "tabac": True,
    "pas_mmhg": 148,
    "cholesterol_g_l": 2.4,
    "hdl_g_l": 0.43,
    "diabete": False,
    "hvg": False,
}


@pytest.mark.parametrize(
    "row",
    table("score2_legacy_asalee_framingham_vectors.csv"),
    ids=lambda r: f"{r['sex']}{r['age']}-{r['chd_10y_pct_computed']}",
)
def test_rcva_historique_follows_the_values_of_the_old_portal(row):
    risque = risque_cv.rcva_historique(
        float(row["age"]),
        SEXE[row["sex"]],
        row["smoker"] == "1",
        float(row["sbp"]),
        float(row["tc_any_unit"]),
        float(row["hdl_same_unit"]),
        row["diabetes"] == "1",
        row["lvh"] == "1",
    )
    assert risque == pytest.approx(float(row["chd_10y_pct_computed"]), abs=0.006)


def test_rcva_historique_gives_the_worked_example_of_the_authors():
    # Anderson, Am Heart J 1991;121:293: woman of 55, 230/48 mg/dL, 135 mmHg, smoker, diabetes: 0.22. The R package
    # framinghamRiskEquation, which has that paper's form of the equation, gives 0.2189125.
    risque = risque_cv.rcva_historique(55, "femme", True, 135, 2.30, 0.48, True, False)

    assert round(risque) == 22
    assert risque == pytest.approx(21.89125, abs=0.002)


def test_the_same_smoker_of_52_has_two_numbers_that_are_not_to_be_compared():
    assert risque_cv.arrondi(risque_cv.rcva_historique(**RCVA)) == 21.1
    assert risque_cv.arrondi(risque_cv.score2(**HOMME)) == 8.5


@settings(max_examples=40)
@given(
    age=st.floats(30, 73),
    sexe=st.sampled_from(["femme", "homme"]),
    pas=st.floats(100, 180),
    cholesterol=st.floats(1.5, 3.5),
    hdl=st.floats(0.3, 0.9),
)
def test_rcva_historique_rises_with_each_of_its_factors(age, sexe, pas, cholesterol, hdl):
    base = {"age": age, "sexe": sexe, "tabac": False, "pas_mmhg": pas, "cholesterol_g_l": cholesterol, "hdl_g_l": hdl}
    base |= {"diabete": False, "hvg": False}
    risque = risque_cv.rcva_historique(**base)

    for change in ("tabac", "diabete", "hvg"):
        assert risque_cv.rcva_historique(**{**base, change: True}) > risque
    for change, step in (("age", 0.5), ("pas_mmhg", 1), ("cholesterol_g_l", 0.05), ("hdl_g_l", -0.02)):
        assert risque_cv.rcva_historique(**{**base, change: base[change] + step}) > risque, change


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"age": 29.9}, "Âge.*30 à 74 ans pour la RCVA historique"),
        ({"age": 75}, "Âge"),
        ({"age": None}, "Âge"),
        ({"sexe": "M"}, "Sexe"),
        ({"tabac": 1}, "Tabac actuel"),
        ({"pas_mmhg": 14.8}, "PAS"),
        ({"cholesterol_g_l": 6.2}, "Cholestérol total.*g/L"),
        ({"cholesterol_g_l": 240}, "Cholestérol total.*g/L"),
        ({"cholesterol_g_l": math.nan}, "Cholestérol total"),
        ({"hdl_g_l": 43}, "HDL-cholestérol.*g/L"),
        ({"hdl_g_l": None}, "HDL-cholestérol"),
        ({"cholesterol_g_l": 1.2, "hdl_g_l": 1.2}, "HDL-cholestérol.*cholestérol total"),
        ({"diabete": 0}, "Diabète"),
        ({"hvg": None}, "Hypertrophie"),
    ],
)
def test_rcva_historique_refuses_an_impossible_or_missing_input(change, named):
    with pytest.raises(ValueError, match=named):
        risque_cv.rcva_historique(**{**RCVA, **change})


@pytest.mark.parametrize("age", [30, 74.9])
def test_rcva_historique_accepts_its_limits_of_age(age):
    assert 0 < risque_cv.rcva_historique(**{**RCVA, "age": age}) < 100
