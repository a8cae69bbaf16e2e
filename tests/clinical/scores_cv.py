"""The three cardiovascular scores, somebody whom each applies to, and the rows of their vectors."""

from asalee_training.clinical import risque_cv
from tests.clinical.vecteurs import SEXE

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


def person(row):
    """The arguments of a score, from a row of the vectors."""
    return {
        "age": float(row["age"]),
        "sexe": SEXE[row["sex"]],
        "tabac": row["smoker"] == "1",
        "pas_mmhg": float(row["sbp_mmHg"]),
        "cholesterol_mmol_l": float(row["tc_mmol_L"]),
        "hdl_mmol_l": float(row["hdl_mmol_L"]),
        "region": REGION[row["region"]],
    }
