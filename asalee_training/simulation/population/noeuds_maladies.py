"""Diseases and their ages: family history, diabetes, heart and brain, mood, anaemia."""

import numpy as np
from numpy.typing import NDArray

from asalee_training.simulation.population.alea import Alea
from asalee_training.simulation.population.lois import au_dessus, entier, logistique, sans_nan, si


def antecedent_familial_diabete(p, alea: Alea) -> NDArray:
    return alea.vrai(0.25)


def antecedent_familial_cv(p, alea: Alea) -> NDArray:
    return alea.vrai(0.11)


def hypercholesterolemie_familiale(p, alea: Alea) -> NDArray:
    return alea.vrai(1 / 250)


def diabete(p, alea: Alea) -> NDArray:
    score = (
        -2.05
        + 0.055 * (np.minimum(p["age"], 72) - 60)
        - 0.035 * au_dessus(p["age"], 78)
        + 0.12 * (p["imc_kg_m2"] - 27)
        + 1.0 * p["antecedent_familial_diabete"]
        + 0.45 * p.est("sexe", "homme")
        + 0.012 * (p["epices"] - 22)
    )
    return alea.vrai(logistique(score)) & (p["age"] >= 28)


def age_diagnostic_diabete(p, alea: Alea) -> NDArray:
    anciennete = 10 * np.exp(0.75 * alea.normale())
    return si(p["diabete"], np.minimum(entier(p["age"] - anciennete, 25, 95), p["age"]))


def anciennete_diabete_ans(p, alea: Alea) -> NDArray:
    return p["age"] - p["age_diagnostic_diabete"]


def maladie_coronaire(p, alea: Alea) -> NDArray:
    score = (
        -4.25
        + 0.06 * (p["age"] - 60)
        + 0.95 * p.est("sexe", "homme")
        + 0.6 * p["diabete"]
        + 0.5 * p["hta"]
        + 0.014 * np.minimum(p["tabac_paquets_annees"], 60)
        + 0.7 * p["antecedent_familial_cv"]
        + 1.0 * au_dessus(p["ldl_sans_traitement_g_l"], 1.4)
    )
    return alea.vrai(logistique(score)) & (p["age"] >= 36)


def fibrillation_atriale(p, alea: Alea) -> NDArray:
    score = (
        -5.3 + 0.085 * (p["age"] - 55) + 0.35 * p.est("sexe", "homme") + 0.5 * p["hta"] + 0.04 * (p["imc_kg_m2"] - 27)
    )
    return alea.vrai(logistique(score)) & (p["age"] >= 36)


def avc(p, alea: Alea) -> NDArray:
    score = (
        -4.7
        + 0.055 * (p["age"] - 60)
        + 0.35 * p["diabete"]
        + 0.7 * p["hta"]
        + 0.010 * np.minimum(p["tabac_paquets_annees"], 60)
        + 1.0 * p["fibrillation_atriale"]
    )
    return alea.vrai(logistique(score)) & (p["age"] >= 36)


def age_evenement_cv(p, alea: Alea) -> NDArray:
    il_y_a = 7 * np.exp(0.85 * alea.normale())
    eu = p["maladie_coronaire"] | p["avc"]
    return si(eu, np.minimum(entier(p["age"] - il_y_a, 35, 95), p["age"]))


def insuffisance_cardiaque(p, alea: Alea) -> NDArray:
    score = (
        -4.6
        + 0.06 * (p["age"] - 65)
        + 1.7 * p["maladie_coronaire"]
        + 1.2 * p["fibrillation_atriale"]
        + 0.6 * p["hta"]
        + 0.35 * p["diabete"]
        + 0.05 * au_dessus(p["imc_kg_m2"], 30)
    )
    return alea.vrai(logistique(score)) & (p["age"] >= 36)


def maladie_cardiovasculaire(p, alea: Alea) -> NDArray:
    return p["maladie_coronaire"] | p["avc"] | p["aomi"]


def apnee_sommeil(p, alea: Alea) -> NDArray:
    score = -3.4 + 0.13 * (p["imc_kg_m2"] - 27) + 0.9 * p.est("sexe", "homme") + 0.02 * (np.minimum(p["age"], 70) - 55)
    return alea.vrai(logistique(score))


def depression(p, alea: Alea) -> NDArray:
    score = -2.7 + 0.55 * p.est("sexe", "femme") + 0.022 * (p["epices"] - 22) + 0.35 * p["vit_seul"]
    return alea.vrai(logistique(score + 0.4 * p["avc"] + 0.2 * p["diabete"]))


def anemie(p, alea: Alea) -> NDArray:
    score = (
        -3.2
        + 0.5 * p.est("sexe", "femme")
        + 0.05 * au_dessus(p["age"], 70)
        + 0.045 * au_dessus(60 - p["dfg"], 0)
        + 1.6 * p["grossesse"]
    )
    return alea.vrai(logistique(score))


def retinopathie(p, alea: Alea) -> NDArray:
    score = -3.1 + 0.08 * sans_nan(p["anciennete_diabete_ans"]) + 0.35 * (p["hba1c_pct"] - 7) + 0.4 * p["insuline"]
    return alea.vrai(logistique(score)) & p["diabete"]
