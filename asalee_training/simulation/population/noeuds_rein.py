"""Kidney: filtration, creatinine now and a year ago, albuminuria, potassium."""

import numpy as np
from numpy.typing import NDArray

from asalee_training.clinical import reference_data
from asalee_training.simulation.population import formules
from asalee_training.simulation.population.alea import Alea
from asalee_training.simulation.population.lois import arrondi, au_dessus, courbe, entier, sans_nan


def dfg_vise_ml_min(p, alea: Alea) -> NDArray:
    milieu = courbe(p["age"], {18: 116, 40: 105, 60: 94, 75: 82, 95: 60})
    # what a diabetes takes from a kidney, slowly and not in everybody
    atteinte = 0.30 + 1.20 * alea.uniforme() ** 3
    ecarts = (
        -atteinte * np.minimum(sans_nan(p["anciennete_diabete_ans"]), 30)
        - 3.0 * p["hta"]
        - 8.0 * p["insuffisance_cardiaque"]
        + 18.0 * p["grossesse"]
    )
    malade = alea.vrai(0.02)  # another kidney disease
    return np.clip(
        (milieu + ecarts) * np.exp(0.165 * alea.normale()) * np.where(malade, 0.12 + 0.6 * alea.uniforme(), 1), 6, 142
    )


def declin_dfg_an_ml_min(p, alea: Alea) -> NDArray:
    moyenne = 0.7 + 0.8 * p["diabete"] + 0.5 * p["hta"] + 0.03 * au_dessus(60 - p["dfg_vise_ml_min"], 0)
    return np.clip(moyenne + 1.7 * alea.normale(), -6, 14)


def creatinine_umol_l(p, alea: Alea) -> NDArray:
    return entier(formules.creatinine(p["dfg_vise_ml_min"], p["age"], p.est("sexe", "femme")), 30, 900)


def creatinine_m12_umol_l(p, alea: Alea) -> NDArray:
    ancien = np.clip(p["dfg_vise_ml_min"] + p["declin_dfg_an_ml_min"], 6, 145)
    return entier(formules.creatinine(ancien, np.maximum(p["age"] - 1, 18), p.est("sexe", "femme")), 30, 900)


def dfg(p, alea: Alea) -> NDArray:
    return np.round(formules.dfg(p["creatinine_umol_l"], p["age"], p.est("sexe", "femme")), 1)


def dfg_m12(p, alea: Alea) -> NDArray:
    avant = np.maximum(p["age"] - 1, 18)
    return np.round(formules.dfg(p["creatinine_m12_umol_l"], avant, p.est("sexe", "femme")), 1)


def rac_mg_mmol(p, alea: Alea) -> NDArray:
    ln = (
        -0.45
        + p["diabete"] * (0.25 + 0.025 * sans_nan(p["anciennete_diabete_ans"]) + 0.16 * (p["hba1c_pct"] - 7))
        + 0.014 * (p["pas_habituelle_mmhg"] - 125)
        + 0.014 * au_dessus(85 - p["dfg"], 0)
        + 0.15 * p.est("sexe", "femme")
    )
    queue = alea.vrai(0.03 + 0.06 * p["diabete"])  # an albuminuria of its own
    return arrondi(np.exp(ln + 0.72 * alea.normale() + queue * (1.4 + 2.0 * alea.uniforme())), 1, 0.1, 900)


def stade_g(p, alea: Alea) -> NDArray:
    seuils = reference_data.thresholds("rein")
    bornes = (seuils["dfg_g1"], seuils["dfg_g2"], seuils["dfg_g3a"], seuils["dfg_g3b"], seuils["dfg_g4"])
    return sum((p["dfg"] < borne).astype(np.int8) for borne in bornes)


def stade_a(p, alea: Alea) -> NDArray:
    seuils = reference_data.thresholds("rein")
    rac = p["rac_mg_mmol"]
    a2, a3 = rac >= seuils["rac_kdigo_mg_mmol_a2"], rac > seuils["rac_kdigo_mg_mmol_a3"]
    return a2.astype(np.int8) + a3


def dialyse(p, alea: Alea) -> NDArray:
    return (p["dfg"] < 12) & alea.vrai(0.6)


def kaliemie_mmol_l(p, alea: Alea) -> NDArray:
    milieu = 4.25 + 0.15 * p["iec_ara2"] - 0.20 * p["diuretique"] + 0.012 * au_dessus(70 - p["dfg"], 0)
    return arrondi(milieu + 0.32 * alea.normale(), 1, 2.9, 6.4)
