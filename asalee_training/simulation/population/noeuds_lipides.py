"""Lipids, in g/L: what LDL would be untreated, the statin, then a profile whose parts agree (Friedewald)."""

import numpy as np
from numpy.typing import NDArray

from asalee_training.simulation.population import formules
from asalee_training.simulation.population.alea import Alea
from asalee_training.simulation.population.lois import arrondi, courbe, logistique


def ldl_sans_traitement_g_l(p, alea: Alea) -> NDArray:
    femme = courbe(p["age"], {18: 1.02, 35: 1.12, 50: 1.35, 62: 1.50, 85: 1.42})
    homme = courbe(p["age"], {18: 0.98, 35: 1.30, 50: 1.45, 62: 1.42, 85: 1.30})
    milieu = np.where(p.est("sexe", "femme"), femme, homme) + 0.006 * (np.minimum(p["imc_kg_m2"], 34) - 26)
    milieu = milieu + 0.25 * p["grossesse"] + 0.33 * alea.normale()
    return np.clip(milieu * np.where(p["hypercholesterolemie_familiale"], 1.85, 1), 0.55, 3.9)


def dyslipidemie(p, alea: Alea) -> NDArray:
    connue = courbe(p["age"], {20: 0.3, 45: 0.75, 60: 0.95})
    score = (p["ldl_sans_traitement_g_l"] - 1.62 + 0.25 * p["diabete"]) / 0.13
    return alea.vrai(logistique(score) * connue)


def statine(p, alea: Alea) -> NDArray:
    probabilite = np.where(p["dyslipidemie"], np.where(p["diabete"], 0.82, 0.50), np.where(p["diabete"], 0.42, 0.02))
    probabilite = np.where(p["maladie_coronaire"] | p["avc"] | p["aomi"], 0.84, probabilite)
    ages = (p["age"] >= 40) | p["dyslipidemie"]
    return alea.vrai(probabilite) & ages & ~p["grossesse"]


def ldl_vise_g_l(p, alea: Alea) -> NDArray:
    baisse = (0.34 + 0.10 * alea.uniforme()) * p["statine"] * p["observance_pct"] / 100
    return np.clip(p["ldl_sans_traitement_g_l"] * (1 - baisse), 0.28, 3.9)


def tg_g_l(p, alea: Alea) -> NDArray:
    ln = (
        0.0
        + 0.030 * (np.minimum(p["imc_kg_m2"], 40) - 26)
        + 0.006 * np.minimum(p["alcool_verres_semaine"], 40)
        + p["diabete"] * (0.12 + 0.06 * (p["hba1c_pct"] - 7))
        + 0.08 * p.est("sexe", "homme")
        + 0.45 * p["grossesse"]
    )
    return arrondi(np.exp(ln + 0.42 * alea.normale()), 2, 0.30, 14)


def hdl_g_l(p, alea: Alea) -> NDArray:
    hdl = (
        np.where(p.est("sexe", "femme"), 0.62, 0.51)
        - 0.11 * np.log(p["tg_g_l"])
        - 0.003 * (p["imc_kg_m2"] - 26)
        + 0.002 * np.minimum(p["alcool_verres_semaine"], 25)
        + 0.0001 * (np.minimum(p["activite_min_semaine"], 500) - 120)
        - 0.035 * p.est("statut_tabac", "fumeur")
    )
    return arrondi(hdl + 0.095 * alea.normale(), 2, 0.21, 1.25)


def ct_g_l(p, alea: Alea) -> NDArray:
    # beyond the formula's limit the triglycerides bring less cholesterol than a fifth of them
    des_vldl = formules.vldl(np.minimum(p["tg_g_l"], 3.4)) + 0.10 * np.maximum(p["tg_g_l"] - 3.4, 0)
    return arrondi(p["ldl_vise_g_l"] + p["hdl_g_l"] + des_vldl, 2, 1.0, 5.0)


def ldl_g_l(p, alea: Alea) -> NDArray:
    return np.round(formules.ldl(p["ct_g_l"], p["hdl_g_l"], p["tg_g_l"]), 2)


def non_hdl_g_l(p, alea: Alea) -> NDArray:
    return np.round(p["ct_g_l"] - p["hdl_g_l"], 2)
