"""What the cardiovascular scores refuse, in French, and the limits that they accept."""

import math

import pytest

from asalee_training.clinical import risque_cv
from asalee_training.clinical.risque_cv import modele
from tests.clinical.scores_cv import HOMME, SCORES


def test_a_result_in_g_per_litre_typed_as_mmol_gives_the_7_percent_of_the_brief_inside_and_a_refusal_outside():
    mesures = {"age": 52, "tabac": 1, "pas": 148, "cholesterol": 2.40, "hdl": 0.43}
    assert risque_cv.arrondi(modele.etapes("score2", "homme", mesures, "faible").risque_pct) == 7.0

    with pytest.raises(ValueError, match=r"Cholestérol total.*mmol/L"):
        risque_cv.score2(**{**HOMME, "cholesterol_mmol_l": 2.40, "hdl_mmol_l": 0.43})


@pytest.mark.parametrize("words", [("score", "homme", "faible"), ("score2", "M", "faible"), ("score2", "homme", "low")])
def test_the_steps_refuse_unknown_words(words):
    nom, sexe, region = words
    with pytest.raises(ValueError, match=r"Score|Sexe|Région"):
        modele.etapes(nom, sexe, {"age": 52}, region)


@pytest.mark.parametrize("nom", SCORES)
@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"sexe": "F"}, "Sexe"),
        ({"sexe": None}, "Sexe"),
        ({"tabac": 1}, "Tabac actuel"),
        ({"tabac": None}, "Tabac actuel"),
        ({"tabac": "oui"}, "Tabac actuel"),
        ({"pas_mmhg": 14}, "PAS.*50 à 300 mmHg"),
        ({"pas_mmhg": 49.9}, "PAS"),
        ({"pas_mmhg": 300.1}, "PAS"),
        ({"pas_mmhg": None}, "PAS"),
        ({"pas_mmhg": math.inf}, "PAS"),
        ({"cholesterol_mmol_l": 2.40}, r"Cholestérol total.*2,4 est hors.*mmol/L.*g/L"),
        ({"cholesterol_mmol_l": 2.80}, r"Cholestérol total.*2,8 est trop bas.*3 mmol/L.*2,8 g/L.*7,2 mmol/L"),
        ({"cholesterol_mmol_l": 2.99}, "Cholestérol total"),
        ({"cholesterol_mmol_l": 240}, "Cholestérol total.*mmol/L"),
        ({"cholesterol_mmol_l": True}, "Cholestérol total"),
        ({"cholesterol_mmol_l": math.nan}, "Cholestérol total"),
        ({"cholesterol_mmol_l": "6,2"}, "Cholestérol total"),
        ({"hdl_mmol_l": 0.43}, "HDL-cholestérol.*0,43 est hors.*mmol/L.*g/L"),
        ({"hdl_mmol_l": 0.59}, r"HDL-cholestérol.*0,59 est trop bas.*0,6 mmol/L.*0,59 g/L.*1,5 mmol/L"),
        ({"hdl_mmol_l": 43}, "HDL-cholestérol.*mmol/L"),
        ({"hdl_mmol_l": None}, "HDL-cholestérol"),
        ({"cholesterol_mmol_l": 3.5, "hdl_mmol_l": 3.5}, "HDL-cholestérol.*cholestérol total"),
        ({"region": "france"}, "Région.*tres_eleve"),
        ({"region": None}, "Région"),
        *[({"age": age}, "Âge") for age in (None, True, "52", math.nan, math.inf, 39.9, 90, 10**400)],
    ],
)
def test_a_score_refuses_an_impossible_missing_or_misread_input_in_french(nom, change, named):
    calcul, whole = SCORES[nom]
    with pytest.raises(ValueError, match=named):
        calcul(**{**whole, **change})


@pytest.mark.parametrize(
    ("nom", "change", "named"),
    [
        ("score2", {"age": 70}, "70 est hors.*40 à 69 ans pour SCORE2"),
        ("score2_op", {"age": 69.9}, "69,9 est hors.*70 à 89 ans pour SCORE2-OP"),
        ("score2_op", {"diabete": None}, "Diabète"),
        ("score2_op", {"diabete": 0}, "Diabète"),
        ("score2_op", {"precision": "arrondie"}, "Précision.*publiee"),
        ("score2_diabete", {"age": 70}, "40 à 69 ans pour SCORE2-Diabetes"),
        ("score2_diabete", {"age_diagnostic": 64}, "Âge au diagnostic.*15 à 63 ans"),
        ("score2_diabete", {"age_diagnostic": 11}, "Âge au diagnostic"),  # years of diabetes
        ("score2_diabete", {"age_diagnostic": None}, "Âge au diagnostic"),
        ("score2_diabete", {"hba1c_mmol_mol": 7.8}, r"HbA1c.*mmol/mol"),
        ("score2_diabete", {"hba1c_mmol_mol": 17}, r"HbA1c"),
        ("score2_diabete", {"hba1c_mmol_mol": None}, r"HbA1c"),
        ("score2_diabete", {"dfg": 1.2}, "DFG.*10 à 200 mL/min"),  # mL/s
        ("score2_diabete", {"dfg": "74"}, "DFG"),
        ("score2_diabete", {"dfg": 200.1}, "DFG"),
        ("score2_diabete", {"dfg": math.nan}, "DFG"),
    ],
)
def test_each_score_refuses_what_is_its_own(nom, change, named):
    calcul, whole = SCORES[nom]
    with pytest.raises(ValueError, match=named):
        calcul(**{**whole, **change})


@pytest.mark.parametrize(
    ("nom", "limits"),
    [
        ("score2", {"age": 40}),
        ("score2", {"age": 69.999}),
        ("score2", {"cholesterol_mmol_l": 3, "hdl_mmol_l": 0.6}),
        ("score2", {"pas_mmhg": 50}),
        ("score2", {"pas_mmhg": 300}),
        ("score2_op", {"age": 70}),
        ("score2_op", {"age": 89.999}),
        ("score2_diabete", {"age_diagnostic": 63}),
        ("score2_diabete", {"age_diagnostic": 15}),
        ("score2_diabete", {"hba1c_mmol_mol": 20, "dfg": 10}),
        ("score2_diabete", {"dfg": 200}),
    ],
)
def test_a_score_accepts_its_limits(nom, limits):
    calcul, whole = SCORES[nom]
    assert 0 < calcul(**{**whole, **limits}) < 100
