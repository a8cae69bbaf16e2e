"""SCORE2, SCORE2-OP and SCORE2-Diabetes: 10-year risk of a fatal or non-fatal cardiovascular event, in %.

They give a number to whoever is of the right age; whether they may be used is `eligibilite.score_applicable`.
Results are not rounded: `classement.arrondi` does it, once, before a category is read.
The region "faible" is a convention: France is in the low-risk region [K 97 %, to be verified].
Ranges catch most mmol/L slips, not all: 2,40 (g/L of cholesterol), 0,43 (g/L of HDL), 7,8 (% of HbA1c) or 14 (cmHg)
are refused, while 3,20 or 0,65 typed in g/L are not.
"""

import math

from asalee_training.clinical import inputs, reference_data, unites
from asalee_training.clinical.risque_cv import modele


def score2(
    age: float,
    sexe: str,
    tabac: bool,
    pas_mmhg: float,
    cholesterol_mmol_l: float,
    hdl_mmol_l: float,
    region: str = "faible",
) -> float:
    """SCORE2, for people of 40-69 without diabetes or known cardiovascular disease.

    age: 40 to the 70th birthday. sexe: "femme" or "homme". tabac: smokes now. pas_mmhg: systolic, 50-300.
    cholesterol_mmol_l: total, 3-12.9; hdl_mmol_l: 0.6-3.9. region: "faible", "modere", "eleve", "tres_eleve".
    Returns the risk in %, not rounded. Raises ValueError on anything missing, out of range or of another type.
    Source: SCORE2 working group, Eur Heart J 2021;42:2439 (2021).
    """
    mesures = _communes("score2", age, tabac, pas_mmhg, cholesterol_mmol_l, hdl_mmol_l)
    return modele.etapes("score2", sexe, mesures, region).risque_pct


def score2_op(
    age: float,
    sexe: str,
    tabac: bool,
    pas_mmhg: float,
    cholesterol_mmol_l: float,
    hdl_mmol_l: float,
    diabete: bool,
    region: str = "faible",
    precision: str = "publiee",
) -> float:
    """SCORE2-OP, for people of 70-89 without known cardiovascular disease.

    As `score2`, age: 70 to the 90th birthday. diabete: its coefficient was published for recalibration only;
    `score_applicable` proposes this score to nobody with diabetes. precision: "publiee" (rounded, the reference,
    a teaching convention) or "complete" (the authors' program); they differ by up to 0.8 point, without
    diabetes.
    Returns the risk in %, not rounded. Raises ValueError on anything missing, out of range or of another type.
    Source: SCORE2-OP working group, Eur Heart J 2021;42:2455 (2021).
    """
    mesures = _communes("score2_op", age, tabac, pas_mmhg, cholesterol_mmol_l, hdl_mmol_l)
    mesures["diabete"] = float(inputs.boolean("Diabète", diabete))
    return modele.etapes("score2_op", sexe, mesures, region, precision).risque_pct


def score2_diabete(
    age: float,
    sexe: str,
    tabac: bool,
    pas_mmhg: float,
    cholesterol_mmol_l: float,
    hdl_mmol_l: float,
    age_diagnostic: float,
    hba1c_mmol_mol: float,
    dfg: float,
    region: str = "faible",
) -> float:
    """SCORE2-Diabetes, for type 2 diabetes at 40-69 without cardiovascular disease or severe organ damage.

    As `score2`, and age_diagnostic: age at diagnosis, 15 to the present age (not years of diabetes).
    hba1c_mmol_mol: 20-185 mmol/mol. dfg: 10-200 mL/min/1.73 m², narrower than elsewhere: its logarithm is squared,
    and nobody beyond was in the cohorts.
    Returns the risk in %, not rounded. Raises ValueError on anything missing, out of range or of another type.
    Source: SCORE2-Diabetes working group, Eur Heart J 2023;44:2544 (2023).
    """
    mesures = _communes("score2_diabete", age, tabac, pas_mmhg, cholesterol_mmol_l, hdl_mmol_l)
    mesures["diabete"] = 1.0
    mesures["age_diagnostic"] = inputs.number("Âge au diagnostic", age_diagnostic, 15, mesures["age"], "ans")
    mesures["hba1c"] = unites.verifier(hba1c_mmol_mol, "hba1c", "mmol/mol")
    mesures["dfg"] = math.log(inputs.number("DFG", dfg, 10, 200, "mL/min/1,73 m²"))
    return modele.etapes("score2_diabete", sexe, mesures, region).risque_pct


def _communes(nom: str, age: float, tabac: bool, pas: float, cholesterol: float, hdl: float) -> dict[str, float]:
    """What the three equations need, checked."""
    mesures = {
        "age": modele.age_accepte(age, nom),
        "tabac": float(inputs.boolean("Tabac actuel", tabac)),
        "pas": unites.verifier(pas, "pas", "mmHg"),
        "cholesterol": _lipide(cholesterol, "cholesterol_total", "Cholestérol total"),
        "hdl": _lipide(hdl, "cholesterol_hdl", "HDL-cholestérol"),
    }
    unites.verifier_cholesterols(cholesterol, hdl, "mmol/L")
    return mesures


def _lipide(valeur: float, grandeur: str, label: str) -> float:
    """A lipid in mmol/L, from the smallest that a score accepts.

    A true total of 2,8 mmol/L exists, on treatment; 2,80 g/L typed as mmol/L is commoner, and would read as a low
    risk: a score refuses both.
    """
    lue = unites.verifier(valeur, grandeur, "mmol/L")
    minimum = reference_data.thresholds("risque_cv")[f"{grandeur}_min"]
    if lue < minimum:
        en_mmol = inputs.shown(round(unites.convertir(lue, grandeur, "g/L", "mmol/L"), 1))
        raise inputs.refusal(
            f"{label} : {inputs.shown(valeur)} est trop bas pour un score, qui demande au moins "
            f"{inputs.shown(minimum)} mmol/L. Vouliez-vous dire {inputs.shown(valeur)} g/L ? Cela fait {en_mmol} mmol/L."
        )
    return lue
