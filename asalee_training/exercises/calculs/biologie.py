"""Computations on the biology of a patient's record (`simulation.dossier`), added to the table of `calculs`.

Each row: function, fields read, French description, unit. Every rule is `clinical`'s; what is ours is which field
goes where, and the classic wrong turns that a question may foresee.
"""

from collections.abc import Callable, Mapping
from typing import Any

Patient = Mapping[str, Any]
IDENTITE = ("sexe", "age")
LIPIDES = ("ct_g_l", "hdl_g_l", "tg_g_l")
DFG = "mL/min/1,73 m²"


def _imc(p: Patient) -> float:
    from asalee_training.clinical import unites

    return unites.imc(p["poids_kg"], p["taille_cm"])


def _dfg(champ: str = "creatinine_umol_l", version: int = 2009, recul: int = 0) -> Callable[[Patient], float]:
    def compute(p: Patient) -> float:
        from asalee_training.clinical import rein

        return rein.dfg_ckd_epi(p[champ], max(p["age"] - recul, 18), p["sexe"], version)

    return compute


dfg = _dfg()


def _categorie_dfg(p: Patient) -> str:
    from asalee_training.clinical import rein

    return rein.categorie_dfg(dfg(p))


def _categorie_albuminurie(p: Patient) -> str:
    from asalee_training.clinical import rein

    return rein.categorie_albuminurie(p["rac_mg_mmol"])


def _risque_renal(p: Patient) -> str:
    from asalee_training.clinical import rein

    return rein.stade_kdigo(dfg(p), p["rac_mg_mmol"]).risque


def declin(p: Patient) -> float:
    """DFG lost in a year, mL/min/1,73 m²."""
    from asalee_training.clinical import rein

    return rein.declin_annuel(_dfg("creatinine_m12_umol_l", recul=1)(p), dfg(p), 12).ml_min_an


def convertir(champ: str, grandeur: str, de: str, vers: str) -> Callable[[Patient], float]:
    """The computation that gives a field in another unit."""

    def compute(p: Patient) -> float:
        from asalee_training.clinical import unites

        return unites.convertir(p[champ], grandeur, de, vers)

    return compute


def ifcc(p: Patient) -> float:
    """HbA1c in mmol/mol."""
    from asalee_training.clinical import hba1c

    return hba1c.ifcc(p["hba1c_pct"])


def _glycemie_moyenne(p: Patient) -> float:
    from asalee_training.clinical import hba1c

    return hba1c.glycemie_moyenne(p["hba1c_pct"]).g_l


def ecart(p: Patient) -> float:
    """HbA1c minus target, in points of %."""
    return round(p["hba1c_pct"] - p["cible_hba1c_pct"], 6)


def _ldl(p: Patient) -> float:
    from asalee_training.clinical import lipides

    return lipides.ldl_g_l(p["ct_g_l"], p["hdl_g_l"], p["tg_g_l"])


def _ldl_diviseur_mmol(p: Patient) -> float:
    return p["ct_g_l"] - p["hdl_g_l"] - p["tg_g_l"] / 2.2


def _non_hdl(p: Patient) -> float:
    from asalee_training.clinical import lipides

    return lipides.non_hdl_g_l(p["ct_g_l"], p["hdl_g_l"])


creatinine_mg_l = convertir("creatinine_umol_l", "creatinine", "µmol/L", "mg/L")
rac_mg_g = convertir("rac_mg_mmol", "rac", "mg/mmol", "mg/g")
ct_mmol_l = convertir("ct_g_l", "cholesterol_total", "g/L", "mmol/L")
hdl_mmol_l = convertir("hdl_g_l", "cholesterol_hdl", "g/L", "mmol/L")

TABLE: dict[str, tuple[Callable[[Patient], Any], tuple[str, ...], str, str]] = {
    "imc": (_imc, ("poids_kg", "taille_cm"), "Indice de masse corporelle.", "kg/m²"),
    "dfg_ckd_epi": (dfg, ("creatinine_umol_l", *IDENTITE), "DFG estimé, CKD-EPI 2009.", DFG),
    "dfg_ckd_epi_2021": (
        _dfg(version=2021),
        ("creatinine_umol_l", *IDENTITE),
        "Le même DFG par l’équation de 2021, que la France n’emploie pas.",
        DFG,
    ),
    "categorie_dfg": (_categorie_dfg, ("creatinine_umol_l", *IDENTITE), "Stade du DFG, de G1 à G5.", ""),
    "categorie_albuminurie": (_categorie_albuminurie, ("rac_mg_mmol",), "Stade de l’albuminurie, de A1 à A3.", ""),
    "risque_renal": (
        _risque_renal,
        ("creatinine_umol_l", "rac_mg_mmol", *IDENTITE),
        "Risque rénal KDIGO : faible, modere, eleve ou tres_eleve.",
        "",
    ),
    "declin_dfg_an": (
        declin,
        ("creatinine_umol_l", "creatinine_m12_umol_l", *IDENTITE),
        "Perte de DFG en un an.",
        DFG,
    ),
    "creatinine_mg_l": (creatinine_mg_l, ("creatinine_umol_l",), "Créatinine en mg/L.", "mg/L"),
    "rac_mg_g": (rac_mg_g, ("rac_mg_mmol",), "RAC en mg/g.", "mg/g"),
    "hba1c_ifcc": (ifcc, ("hba1c_pct",), "HbA1c en mmol/mol.", "mmol/mol"),
    "glycemie_moyenne_estimee": (_glycemie_moyenne, ("hba1c_pct",), "Glycémie moyenne d’après l’HbA1c.", "g/L"),
    "ecart_hba1c": (ecart, ("hba1c_pct", "cible_hba1c_pct"), "HbA1c moins objectif, en points de %.", ""),
    "ldl_friedewald": (_ldl, LIPIDES, "LDL calculé, en g/L.", "g/L"),
    "ldl_friedewald_diviseur_mmol": (
        _ldl_diviseur_mmol,
        LIPIDES,
        "Le LDL de qui divise les triglycérides par 2,2, qui est le diviseur des mmol/L.",
        "g/L",
    ),
    "non_hdl": (_non_hdl, ("ct_g_l", "hdl_g_l"), "Cholestérol non HDL, en g/L.", "g/L"),
    "cholesterol_mmol": (ct_mmol_l, ("ct_g_l",), "Cholestérol total en mmol/L.", "mmol/L"),
    "hdl_mmol": (hdl_mmol_l, ("hdl_g_l",), "HDL-cholestérol en mmol/L.", "mmol/L"),
}
