"""SCORE2, SCORE2-OP and SCORE2-Diabetes against published examples and independent implementations."""

import csv
import itertools
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import reference_data, risque_cv
from asalee_training.clinical.risque_cv import modele

DATA = Path(__file__).parent / "data"
SEXE = {"M": "homme", "F": "femme"}
REGION = {"low": "faible", "moderate": "modere", "high": "eleve", "very_high": "tres_eleve"}
HOMME = {
    "age": 52,
    "sexe": "homme",
    "tabac": True,
    "pas_mmhg": 148,
    "cholesterol_mmol_l": 6.2,
    "hdl_mmol_l": 1.1,
}
AGE = {**HOMME, "age": 75, "diabete": False}
DIABETE = {**HOMME, "age": 63, "age_diagnostic": 52, "hba1c_mmol_mol": 62, "dfg": 74}
SCORES = {
    "score2": (risque_cv.score2, HOMME),
    "score2_op": (risque_cv.score2_op, AGE),
    "score2_diabete": (risque_cv.score2_diabete, DIABETE),
}


def table(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def person(row):
    return {
        "age": float(row["age"]),
        "sexe": SEXE[row["sex"]],
        "tabac": row["smoker"] == "1",
        "pas_mmhg": float(row["sbp_mmHg"]),
        "cholesterol_mmol_l": float(row["tc_mmol_L"]),
        "hdl_mmol_l": float(row["hdl_mmol_L"]),
        "region": REGION[row["region"]],
    }


def by_id(row):
    return row["id"]


# The tables


def test_the_coefficients_are_those_of_the_vectors_cell_by_cell():
    models = {
        "SCORE2": "score2",
        "SCORE2-OP": "score2_op",
        "SCORE2-Diabetes": "score2_diabete",
        "SCORE2 and SCORE2-Diabetes": "score2 et score2_diabete",
    }
    terms = {
        "age": "age",
        "smk": "tabac",
        "sbp": "pas",
        "dm": "diabete",
        "tc": "cholesterol",
        "hdl": "hdl",
        "age_smk": "age_x_tabac",
        "age_sbp": "age_x_pas",
        "age_dm": "age_x_diabete",
        "age_tc": "age_x_cholesterol",
        "age_hdl": "age_x_hdl",
        "agediag": "age_diagnostic",
        "a1c": "hba1c",
        "egfr": "dfg",
        "egfr2": "dfg_carre",
        "a1c_age": "age_x_hba1c",
        "egfr_age": "age_x_dfg",
        "mean_linear_predictor": "predicteur_moyen",
        "baseline_survival_10y": "survie_10_ans",
        **{f"scale{n}_{low}": f"echelle{n}_{mot}" for n in (1, 2) for low, mot in REGION.items()},
    }

    def precision(note):
        if note.startswith("authors_stata"):
            return "complete"
        return "identique" if "authors Stata" in note else "publiee"

    expected = [
        (
            models[row["model"]],
            SEXE[row["sex"]],
            terms[row["parameter"]],
            row["value"],
            precision(row["precision_note"]),
        )
        for row in table("score2_coefficients.csv")
    ]
    found = [
        tuple(row[name] for name in ("modele", "sexe", "terme", "valeur", "precision"))
        for row in reference_data.rows("score2_coefficients")
    ]

    assert found == expected
    assert len(found) == 176


@pytest.mark.parametrize(
    "name", ["score2_coefficients", "score2_centrage", "framingham_anderson_1991", "risque_cv_motifs"]
)
def test_every_row_of_the_tables_is_filled_with_its_source_and_date(name):
    for row in reference_data.rows(name):
        assert None not in row
        assert all(value.strip() for value in row.values()), row
        assert {"source", "date"} <= set(row)


# The scores


@pytest.mark.parametrize("row", table("score2_low_region_vectors.csv"), ids=by_id)
def test_score2_follows_the_published_examples_and_the_independent_values(row):
    assert risque_cv.score2(**person(row)) == pytest.approx(float(row["expected_pct"]), abs=float(row["tolerance_pp"]))


@pytest.mark.parametrize("row", table("score2_op_vectors.csv"), ids=by_id)
@pytest.mark.parametrize(
    ("precision", "column"),
    [("publiee", "expected_pct_published_rounded"), ("complete", "expected_pct_authors_full_precision")],
)
def test_score2_op_follows_both_sets_of_coefficients(row, precision, column):
    risque = risque_cv.score2_op(**person(row), diabete=row["diabetes"] == "1", precision=precision)

    assert risque == pytest.approx(float(row[column]), abs=float(row["tolerance_pp"]))


@pytest.mark.parametrize("row", table("score2_diabetes_vectors.csv"), ids=by_id)
def test_score2_diabete_follows_the_published_examples_and_their_categories(row):
    risque = risque_cv.score2_diabete(
        **person(row),
        age_diagnostic=float(row["age_at_diagnosis"]),
        hba1c_mmol_mol=float(row["hba1c_mmol_mol"]),
        dfg=float(row["egfr"]),
    )
    categories = {"low": "faible", "moderate": "modere", "high": "eleve", "very_high": "tres_eleve"}

    assert risque == pytest.approx(float(row["expected_pct"]), abs=float(row["tolerance_pp"]))
    expected = categories[row["category_ESC2023"]]
    assert risque_cv.categorie(risque, float(row["age"]), "esc_2023_diabete") == expected


@pytest.mark.parametrize(
    "row", table("score2_intermediate_values.csv"), ids=lambda r: f"{r['model']}-{r['sex']}{r['age']}-{r['sbp']}"
)
def test_the_steps_of_a_calculation_are_the_published_ones(row):
    nom = {"SCORE2": "score2", "SCORE2-OP 4dp": "score2_op", "SCORE2-Diabetes": "score2_diabete"}[row["model"]]
    mesures = {
        "age": float(row["age"]),
        "tabac": float(row["smoker"]),
        "pas": float(row["sbp"]),
        "cholesterol": float(row["tc"]),
        "hdl": float(row["hdl"]),
    }
    if row["diabetes"]:
        mesures["diabete"] = float(row["diabetes"])
    if row["extra"]:
        extra = dict(item.split("=") for item in row["extra"].split(";"))
        mesures |= {"age_diagnostic": float(extra["age_diag"]), "hba1c": float(extra["hba1c"])}
        mesures["dfg"] = math.log(float(extra["egfr"]))
    etapes = modele.etapes(nom, SEXE[row["sex"]], mesures, "faible")

    assert etapes.predicteur == pytest.approx(float(row["linear_predictor"]), abs=1e-6)
    assert etapes.non_calibre_pct == pytest.approx(float(row["uncalibrated_pct"]), abs=6e-5)
    assert etapes.risque_pct == pytest.approx(float(row["calibrated_low_region_pct"]), abs=6e-5)


@pytest.mark.parametrize(
    ("region", "homme", "femme"), [("faible", 6, 4), ("modere", 8, 5), ("eleve", 9, 7), ("tres_eleve", 15, 14)]
)
def test_score2_gives_the_eight_values_of_supplementary_table_4(region, homme, femme):
    # SCORE2 paper, EHJ 2021;42:2439, Suppl. Methods Table 4, as encoded in the tests of RiskScorescvd.
    for sexe, expected in (("homme", homme), ("femme", femme)):
        assert round(risque_cv.score2(50, sexe, True, 140, 6.3, 1.4, region)) == expected


@pytest.mark.parametrize(
    ("diagnostic", "hba1c", "dfg", "values"),
    [
        (60, 50, 90, [8.4, 6.1, 11.0, 7.6, 12.5, 11.1, 20.3, 20.6]),
        (50, 70, 60, [12.9, 9.8, 17.2, 12.7, 21.0, 20.4, 31.2, 34.0]),
    ],
)
def test_score2_diabete_gives_the_sixteen_values_of_the_graphical_abstract(diagnostic, hba1c, dfg, values):
    # SCORE2-Diabetes paper, EHJ 2023;44:2544, as encoded in the tests of RiskScorescvd.
    found = [
        risque_cv.score2_diabete(60, sexe, False, 140, 5.5, 1.3, diagnostic, hba1c, dfg, region)
        for region in modele.REGIONS
        for sexe in ("homme", "femme")
    ]
    assert [risque_cv.arrondi(risque) for risque in found] == values


@pytest.mark.parametrize(
    ("vignette", "risque", "expected"),
    [
        ("V14", risque_cv.score2(52, "homme", True, 148, 2.40 / 0.38665, 0.43 / 0.38665), 8.5),
        ("V14, no tobacco", risque_cv.score2(52, "homme", False, 148, 2.40 / 0.38665, 0.43 / 0.38665), 5.0),
        ("V15", risque_cv.score2(46, "femme", True, 132, 5.8, 1.5), 2.9),
        ("V16", risque_cv.score2_op(72, "homme", False, 146, 5.6, 1.2, False), 12.1),
        ("V16, complete", risque_cv.score2_op(72, "homme", False, 146, 5.6, 1.2, False, precision="complete"), 12.0),
        ("V24", risque_cv.score2_diabete(63, "homme", False, 142, 4.9, 1.0, 52, 62, 74), 12.8),
    ],
)
def test_the_vignettes_of_the_brief_get_their_number(vignette, risque, expected):
    assert risque_cv.arrondi(risque) == expected


@pytest.mark.parametrize(
    ("sexe", "tabac", "pas", "cholesterol", "hdl", "before", "after"),
    [("femme", False, 130, 5.0, 1.7, 5.7, 5.1), ("homme", True, 150, 6, 1.1, 15.2, 19.0)],
)
def test_a_birthday_from_69_to_70_changes_the_score_and_makes_the_risk_jump(
    sexe, tabac, pas, cholesterol, hdl, before, after
):
    assert risque_cv.arrondi(risque_cv.score2(69, sexe, tabac, pas, cholesterol, hdl)) == before
    assert risque_cv.arrondi(risque_cv.score2_op(70, sexe, tabac, pas, cholesterol, hdl, False)) == after


def test_the_rounded_coefficients_of_score2_op_stay_within_0_8_point_of_the_complete_ones():
    # Published bound of the brief, on a realistic grid without diabetes; 1.07 to 1.2 on wider grids with diabetes.
    grid = itertools.product(
        (70, 75, 80, 85, 89), ("femme", "homme"), (False, True), (110, 130, 150, 170), (4, 5, 6, 7), (1.0, 1.4, 2.0)
    )
    gaps = [
        abs(risque_cv.score2_op(*each, diabete=False) - risque_cv.score2_op(*each, diabete=False, precision="complete"))
        for each in grid
    ]

    assert 0.7 < max(gaps) <= 0.8


def test_the_complete_scales_of_score2_change_less_than_0_0012_point():
    gaps = []
    for age, sexe, tabac, pas in itertools.product((40, 50, 60, 69), SEXE.values(), (0, 1), (110, 140, 170)):
        mesures = {"age": age, "tabac": tabac, "pas": pas, "cholesterol": 6, "hdl": 1.2}
        both = [modele.etapes("score2", sexe, mesures, "faible", precision) for precision in modele.PRECISIONS]
        gaps.append(abs(both[0].risque_pct - both[1].risque_pct))

    assert 0 < max(gaps) <= 0.0012


REALISTIC = {
    "sexe": st.sampled_from(["femme", "homme"]),
    "tabac": st.booleans(),
    "pas_mmhg": st.floats(100, 170),
    "cholesterol_mmol_l": st.floats(4, 8),
    "hdl_mmol_l": st.floats(0.9, 2.4),
    "region": st.sampled_from(modele.REGIONS),
}
HIGHER = {"pas_mmhg": 1.5, "cholesterol_mmol_l": 0.2, "hdl_mmol_l": 0.1}


@settings(max_examples=40)
@given(data=st.data(), **REALISTIC)
@pytest.mark.parametrize("nom", SCORES)
def test_the_risk_rises_with_pressure_and_cholesterol_and_falls_with_hdl(nom, data, **someone):
    calcul, whole = SCORES[nom]
    whole = {**whole, **someone, "age": data.draw(st.floats(70, 89.9) if nom == "score2_op" else st.floats(40, 69.9))}
    if nom == "score2_diabete":
        whole["age_diagnostic"] = data.draw(st.floats(30, whole["age"]))
    risque = calcul(**whole)

    for measure, step in HIGHER.items():
        changed = calcul(**{**whole, measure: whole[measure] + step})
        assert changed < risque if measure == "hdl_mmol_l" else changed > risque, measure
    assert 0.1 < risque < 100
    assert risque_cv.arrondi(risque) == pytest.approx(risque, abs=0.0500001)


@settings(max_examples=40)
@given(data=st.data(), **REALISTIC)
@pytest.mark.parametrize("nom", SCORES)
def test_the_risk_rises_with_tobacco_up_to_87_and_with_age_within_one_score(nom, data, **someone):
    # In the published equation, tobacco stops counting for men at 87: 0.3524 - 0.0247 × (87.3 - 73) = 0.
    calcul, whole = SCORES[nom]
    first, last = (70, 87) if nom == "score2_op" else (40, 69)
    whole = {**whole, **someone, "age": data.draw(st.floats(first, last - 1))}
    if nom == "score2_diabete":
        whole |= {"age_diagnostic": data.draw(st.floats(30, whole["age"])), "hba1c_mmol_mol": 55}

    assert calcul(**{**whole, "tabac": True}) > calcul(**{**whole, "tabac": False})
    assert calcul(**{**whole, "age": whole["age"] + 1}) > calcul(**whole)


@settings(max_examples=40)
@given(age=st.floats(45, 69), hba1c=st.floats(35, 110), dfg=st.floats(45, 110), **REALISTIC)
def test_the_risk_of_diabetes_rises_with_hba1c_a_lower_dfg_and_an_earlier_diagnosis(age, hba1c, dfg, **someone):
    def risque(**change):
        return risque_cv.score2_diabete(
            **{**someone, "age": age, "age_diagnostic": 44, "hba1c_mmol_mol": hba1c, "dfg": dfg, **change}
        )

    assert risque(hba1c_mmol_mol=hba1c + 1) > risque()
    assert risque(dfg=dfg - 1) > risque()
    assert risque(age_diagnostic=43) > risque()


def test_the_diabetes_of_score2_op_raises_the_risk_it_was_published_to_recalibrate():
    assert risque_cv.score2_op(**{**AGE, "diabete": True}) > risque_cv.score2_op(**AGE)


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


# What a score refuses


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
