"""The equation that SCORE2, SCORE2-OP and SCORE2-Diabetes share; `scores` checks what goes in.

Each measure is centred and divided by its step, then
predicteur = Σ coefficient·terme + Σ coefficient·âge·terme; a 10-year survival turns it into a risk, which two
scales recalibrate for the region: ln(-ln(1 - risque)) = échelle1 + échelle2·ln(-ln(1 - risque non calibré)).
Tables: `references/score2_coefficients.csv` and `score2_centrage.csv`.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from numbers import Real

from asalee_training.clinical import inputs, reference_data

SCORES = ("score2", "score2_op", "score2_diabete")
REGIONS = ("faible", "modere", "eleve", "tres_eleve")
PRECISIONS = ("publiee", "complete")
#: How a refusal names what an age is for.
NOMS = {
    "score2": "SCORE2",
    "score2_op": "SCORE2-OP",
    "score2_diabete": "SCORE2-Diabetes",
    "rcva_historique": "la RCVA historique",
    "categorie": "une catégorie",
}


@dataclass(frozen=True)
class Etapes:
    """The three numbers of a calculation: linear predictor, risk before and after recalibration, in %.

    The predictor is given before the mean of SCORE2-OP is subtracted, as the published examples give it.
    """

    predicteur: float
    non_calibre_pct: float
    risque_pct: float


def etapes(modele: str, sexe: str, mesures: Mapping[str, float], region: str, precision: str = "publiee") -> Etapes:
    """Calculation for one person.

    mesures: raw values by term ("age", "tabac" 0 or 1, "pas" in mmHg, "cholesterol" and "hdl" in mmol/L, and what
    the equation adds; "dfg" as its natural logarithm), not checked: that is how a named mistake is computed, such as
    g/L read as mmol/L. Raises ValueError on an unknown modele, sexe, region or precision.
    Source: SCORE2 working group, Eur Heart J 2021;42:2439 and 2455, 2023;44:2544 (2021, 2023).
    """
    inputs.one_of("Score", modele, SCORES)
    inputs.one_of("Sexe", sexe, ("femme", "homme"))
    inputs.one_of("Région", region, REGIONS)
    inputs.one_of("Précision", precision, PRECISIONS)
    table = _coefficients(modele, sexe, precision)
    centrage = _centrage(modele)
    termes = {}
    for terme, valeur in mesures.items():
        centre, pas = centrage.get(terme, (0, 1))
        termes[terme] = (valeur - centre) / pas
    if "dfg" in termes:
        termes["dfg_carre"] = termes["dfg"] ** 2
    predicteur = sum(table[terme] * valeur for terme, valeur in termes.items())
    predicteur += sum(
        table[f"age_x_{terme}"] * termes["age"] * valeur
        for terme, valeur in termes.items()
        if f"age_x_{terme}" in table
    )
    # ln(-ln(1 - risk)) directly: a risk close to 100 % would lose its digits on the way.
    log_hasard = math.log(-math.log(table["survie_10_ans"])) + predicteur - table.get("predicteur_moyen", 0)
    recalibre = table[f"echelle1_{region}"] + table[f"echelle2_{region}"] * log_hasard
    return Etapes(predicteur, _pct(log_hasard), _pct(recalibre))


def _pct(log_hasard: float) -> float:
    return -100 * math.expm1(-math.exp(log_hasard))


@cache
def _coefficients(modele: str, sexe: str, precision: str) -> dict[str, float]:
    return {
        row["terme"]: float(row["valeur"])
        for row in reference_data.rows("score2_coefficients")
        if modele in row["modele"].split(" et ")
        and row["sexe"] == sexe
        and row["precision"] in (precision, "identique")
    }


@cache
def _centrage(modele: str) -> dict[str, tuple[float, float]]:
    return {
        row["terme"]: (float(row["centre"]), float(row["pas"]))
        for row in reference_data.rows("score2_centrage")
        if row["modele"] == modele
    }


def age_accepte(age: float, modele: str) -> float:
    """`age` in years if `modele` (a key of `NOMS`) covers it; its last age lasts until the next birthday: 69.9 is 69.

    Raises ValueError otherwise, naming the ages covered.
    Source: limits in `references/seuils/risque_cv.csv`, each with its own (1991-2023).
    """
    seuils = reference_data.thresholds("risque_cv")
    premier, dernier = seuils[f"{modele}_age_min"], seuils[f"{modele}_age_max"]
    if isinstance(age, Real) and not isinstance(age, bool) and dernier < age < dernier + 1:
        return float(age)
    return inputs.number("Âge", age, premier, dernier, f"ans pour {NOMS[modele]}")
