"""Category of a 10-year risk, always under a named scheme: the ESC texts of 2021, 2023, 2024 and 2025 disagree.

8,5 % at 52 is "eleve" in 2021 and "modere" in 2025: a bare « risque élevé » says nothing.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.risque_cv import modele

#: Categories of each scheme, from the lowest; the limits are in `references/seuils/risque_cv.csv`.
SCHEMAS = {
    "esc_2021": ("faible_a_modere", "eleve", "tres_eleve"),
    "esc_2024_hta": ("non_suffisamment_eleve", "suffisamment_eleve"),
    "esc_eas_2025": ("faible", "modere", "eleve", "tres_eleve"),
    "esc_2023_diabete": ("faible", "modere", "eleve", "tres_eleve"),
}


@dataclass(frozen=True)
class Categories:
    """One risk, rounded to 1 decimal, under three schemes side by side; not for SCORE2-Diabetes, which has its own."""

    risque_pct: float
    esc_2021: str
    esc_2024_hta: str
    esc_eas_2025: str


def arrondi(risque: float) -> float:
    """Risk in % (0.1-100) rounded to 1 decimal, halves up: what is shown, and what a category is read from.

    Teaching convention: read from more digits, 9,96 % would be shown « 10,0 % » and called below 10 %.
    Raises ValueError on a fraction below 0.1, or anything that is not a risk.
    Source: rounding of RiskScorescvd, an R package (to be verified).
    """
    valeur = inputs.number("Risque", risque, 0.1, 100, "% (8,5 pour 8,5 %, et non 0,085)")
    return float(Decimal(str(valeur)).quantize(Decimal("0.1"), ROUND_HALF_UP))


def categorie(risque: float, age: float, schema: str) -> str:
    """Category of a risk in % (0.1-100, rounded here) at an age (40-89 years) under one scheme.

    esc_2021 (limits change at 50 and 70): "faible_a_modere", "eleve", "tres_eleve". esc_2024_hta:
    "non_suffisamment_eleve", "suffisamment_eleve". esc_eas_2025, and esc_2023_diabete for SCORE2-Diabetes (40-69
    years): "faible", "modere", "eleve", "tres_eleve". Raises ValueError on another scheme, age or risk.
    Source: ESC 2021, 2023 (diabetes), 2024 (hypertension), ESC/EAS 2025 (lipids), read in comparative tables.
    """
    inputs.one_of("Schéma", schema, SCHEMAS)
    valeur = arrondi(risque)
    age = modele.age_accepte(age, "score2_diabete" if schema == "esc_2023_diabete" else "categorie")
    seuils = reference_data.thresholds("risque_cv")
    prefixe = f"esc_2021_{_tranche(age)}" if schema == "esc_2021" else schema
    plus_basse, *suivantes = SCHEMAS[schema]
    atteintes = [nom for nom in suivantes if valeur >= seuils[f"{prefixe}_{nom}"]]
    return atteintes[-1] if atteintes else plus_basse


def _tranche(age: float) -> str:
    seuils = reference_data.thresholds("risque_cv")
    if age < seuils["esc_2021_age_moyen"]:
        return "jeune"
    return "moyen" if age < seuils["esc_2021_age_haut"] else "haut"


def categories(risque: float, age: float) -> Categories:
    """The three schemes for SCORE2 and SCORE2-OP, side by side; ValueError as in `categorie`.

    Teaching convention: ESC 2021 is shown first, with ESC/EAS 2025 beside it.
    Source: ESC 2021, ESC 2024 (hypertension), ESC/EAS 2025 (lipids), read in comparative tables.
    """
    return Categories(
        arrondi(risque),
        esc_2021=categorie(risque, age, "esc_2021"),
        esc_2024_hta=categorie(risque, age, "esc_2024_hta"),
        esc_eas_2025=categorie(risque, age, "esc_eas_2025"),
    )


def tolerance(score: str, risque: float, lecture: str = "calcul") -> float:
    """How far, in points of %, an answer may be from a risk in % (0.1-100) and still be right, limit included.

    score: "score2", "score2_op" or "score2_diabete". lecture: "calcul" or "abaque" (a printed chart gives integers).
    Raises ValueError on other words or an impossible risk. Teaching convention: SCORE2-OP is given more room
    because two sets of its coefficients circulate.
    Source: choice of the course (2025).
    """
    inputs.one_of("Score", score, modele.SCORES)
    inputs.one_of("Lecture", lecture, ("calcul", "abaque"))
    valeur = inputs.number("Risque", risque, 0.1, 100, "%")
    seuils = reference_data.thresholds("risque_cv")
    if lecture == "abaque":
        return seuils["tolerance_abaque"]
    part = seuils["tolerance_score2_op_part"] * valeur if score == "score2_op" else 0.0
    return max(seuils[f"tolerance_{score}"], part)
