"""SCORE2, SCORE2-OP and SCORE2-Diabetes against published examples and independent implementations."""

import itertools
import math

import pytest

from asalee_training.clinical import reference_data, risque_cv
from asalee_training.clinical.risque_cv import modele
from tests.clinical.scores_cv import REGION, SEXE, person
from tests.clinical.vecteurs import table


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
