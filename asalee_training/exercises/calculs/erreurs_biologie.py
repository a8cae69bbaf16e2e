"""What a classic mistake on a biology or a weight gives for a patient: see `erreurs`. Rows as in `biologie`."""

from collections.abc import Callable, Mapping
from typing import Any

from asalee_training.exercises.calculs import biologie

Patient = Mapping[str, Any]
CREATININES = ("creatinine_umol_l", "creatinine_m12_umol_l")


def _declin_pct(p: Patient) -> float:
    perdu = biologie.declin(p)
    return 100 * perdu / (biologie.dfg(p) + perdu)


def _a_l_envers(facteur: Callable[[Patient], float], champ: str) -> Callable[[Patient], float]:
    """The field multiplied by the factor that it should be divided by, or the other way round."""
    return lambda p: p[champ] ** 2 / facteur(p)


def _ct_facteur_tg(p: Patient) -> float:
    return biologie.convertir("ct_g_l", "triglycerides", "g/L", "mmol/L")(p)


def _droite(fonction: Callable[[float], float]) -> tuple[float, float]:
    """Slope and intercept of a published line, read from two of its points."""
    pente = fonction(8.0) - fonction(7.0)
    return pente, fonction(7.0) - 7.0 * pente


def _ifcc_sans_retrait(p: Patient) -> float:
    from asalee_training.clinical import hba1c

    return _droite(hba1c.ifcc)[0] * p["hba1c_pct"]


def _moyenne(hors: float, retrait: float) -> Callable[[Patient], float]:
    """(28,7 × HbA1c − 46,7) ÷ 100 with each term weighed by the mistake: 100 for a division that was missed."""

    def compute(p: Patient) -> float:
        from asalee_training.clinical import hba1c

        pente, ordonnee = _droite(lambda pct: hba1c.glycemie_moyenne(pct).g_l)
        return hors * pente * p["hba1c_pct"] + retrait * ordonnee

    return compute


TABLE: dict[str, tuple[Callable[[Patient], Any], tuple[str, ...], str, str]] = {
    "ecart_creatinine": (
        lambda p: p["creatinine_umol_l"] - p["creatinine_m12_umol_l"],
        CREATININES,
        "Erreur : différence des deux créatinines, à la place de celle des DFG.",
        "µmol/L",
    ),
    "declin_dfg_pct": (
        _declin_pct,
        (*CREATININES, *biologie.IDENTITE),
        "Erreur : perte de DFG en % de celui de l’an dernier.",
        "%",
    ),
    "creatinine_non_convertie": (
        lambda p: p["creatinine_umol_l"],
        ("creatinine_umol_l",),
        "Erreur : créatinine laissée en µmol/L.",
        "µmol/L",
    ),
    "creatinine_mg_dl": (
        lambda p: biologie.creatinine_mg_l(p) / 10,
        ("creatinine_umol_l",),
        "Erreur : créatinine en mg/dL, à la place des mg/L.",
        "mg/dL",
    ),
    "rac_non_convertie": (
        lambda p: p["rac_mg_mmol"],
        ("rac_mg_mmol",),
        "Erreur : RAC laissée en mg/mmol.",
        "mg/mmol",
    ),
    "rac_divisee": (
        _a_l_envers(biologie.rac_mg_g, "rac_mg_mmol"),
        ("rac_mg_mmol",),
        "Erreur : RAC divisée par 8,84, qu’il fallait multiplier.",
        "mg/g",
    ),
    "cholesterol_non_converti": (
        lambda p: p["ct_g_l"],
        ("ct_g_l",),
        "Erreur : cholestérol laissé en g/L.",
        "g/L",
    ),
    "cholesterol_multiplie": (
        _a_l_envers(biologie.ct_mmol_l, "ct_g_l"),
        ("ct_g_l",),
        "Erreur : cholestérol multiplié par 0,387, qu’il fallait diviser.",
        "mmol/L",
    ),
    "cholesterol_facteur_triglycerides": (
        _ct_facteur_tg,
        ("ct_g_l",),
        "Erreur : cholestérol converti avec le facteur des triglycérides.",
        "mmol/L",
    ),
    "hdl_non_converti": (lambda p: p["hdl_g_l"], ("hdl_g_l",), "Erreur : HDL laissé en g/L.", "g/L"),
    "hba1c_non_convertie": (lambda p: p["hba1c_pct"], ("hba1c_pct",), "Erreur : HbA1c laissée en %.", "%"),
    "hba1c_fois_dix": (
        lambda p: 10 * p["hba1c_pct"],
        ("hba1c_pct",),
        "Erreur : HbA1c en % multipliée par dix.",
        "mmol/mol",
    ),
    "hba1c_ifcc_sans_retrait": (
        _ifcc_sans_retrait,
        ("hba1c_pct",),
        "Erreur : HbA1c en % fois 10,93, sans retirer 23,5.",
        "mmol/mol",
    ),
    "glycemie_moyenne_sans_parentheses": (
        _moyenne(100, 1),
        ("hba1c_pct",),
        "Erreur : 28,7 × HbA1c − 46,7 ÷ 100, tapé sans parenthèses.",
        "g/L",
    ),
    "glycemie_moyenne_sans_retrait": (
        _moyenne(1, 0),
        ("hba1c_pct",),
        "Erreur : 28,7 × HbA1c ÷ 100, sans retirer 46,7.",
        "g/L",
    ),
    "ecart_hba1c_inverse": (
        lambda p: -biologie.ecart(p),
        ("hba1c_pct", "cible_hba1c_pct"),
        "Erreur : objectif moins HbA1c, à l’envers.",
        "",
    ),
    "ecart_hba1c_relatif": (
        lambda p: 100 * biologie.ecart(p) / p["cible_hba1c_pct"],
        ("hba1c_pct", "cible_hba1c_pct"),
        "Erreur : écart d’HbA1c en pour cent de l’objectif.",
        "%",
    ),
    "imc_sans_carre": (
        lambda p: 100 * p["poids_kg"] / p["taille_cm"],
        ("poids_kg", "taille_cm"),
        "Erreur : poids divisé par la taille, sans le carré.",
        "kg/m²",
    ),
}
