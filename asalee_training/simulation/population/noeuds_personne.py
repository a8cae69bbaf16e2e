"""Who the person is: sex, age, stature, schooling, pregnancy, build."""

import numpy as np
from numpy.typing import NDArray

from asalee_training.simulation.population.alea import Alea
from asalee_training.simulation.population.lois import arrondi, au_dessus, courbe, entier


def sexe(p, alea: Alea) -> NDArray:
    return alea.mot(0.53)


def age(p, alea: Alea) -> NDArray:
    # two in three come for a chronic disease, one in three for prevention or tobacco
    chronique = 69 + 10.5 * alea.normale()
    autre = 20 + 52 * alea.uniforme()
    return entier(np.where(alea.vrai(0.68), chronique, autre), 18, 95)


def taille_cm(p, alea: Alea) -> NDArray:
    # a generation taller every decade, and two or three centimetres lost in old age
    moyenne = np.where(p.est("sexe", "femme"), 164.0, 177.0) - 0.06 * (p["age"] - 40) - 0.08 * au_dessus(p["age"], 65)
    return entier(moyenne + np.where(p.est("sexe", "femme"), 6.2, 6.8) * alea.normale(), 135, 205)


def annees_etudes(p, alea: Alea) -> NDArray:
    femme_agee = p.est("sexe", "femme") & (p["age"] > 65)
    moyenne = courbe(p["age"], {20: 13.0, 30: 14.6, 50: 13.2, 65: 11.5, 80: 9.3, 95: 8.2}) - 0.5 * femme_agee
    possible = np.minimum(p["age"] - 6, 22)  # school begins at six
    return entier(moyenne + 2.8 * alea.normale(), 4, possible)


def niveau_socio_culturel(p, alea: Alea) -> NDArray:
    return 1.0 + (p["annees_etudes"] >= 8) + (p["annees_etudes"] >= 10) + (p["annees_etudes"] >= 12)


def grossesse(p, alea: Alea) -> NDArray:
    fertile = p.est("sexe", "femme") & (p["age"] >= 18) & (p["age"] <= 44)
    return alea.vrai(fertile * 0.07 * np.exp(-(((p["age"] - 30) / 7) ** 2)))


def imc_vise_kg_m2(p, alea: Alea) -> NDArray:
    milieu = courbe(p["age"], {18: 23.0, 30: 24.6, 45: 26.2, 60: 27.2, 75: 26.9, 90: 24.8})
    ecarts = (
        -0.00030 * (np.minimum(p["activite_min_semaine"], 420) - 120)
        + 0.0022 * (p["epices"] - 22)
        - 0.03 * p.est("statut_tabac", "fumeur")
        + 0.03 * p.est("statut_tabac", "ancien")
        + 0.10 * p["grossesse"]
    )
    etendue = np.where(p.est("sexe", "femme"), 0.19, 0.155)
    return np.clip(milieu * np.exp(ecarts + etendue * alea.normale()), 16.5, 55)


def poids_kg(p, alea: Alea) -> NDArray:
    return arrondi(p["imc_vise_kg_m2"] * (p["taille_cm"] / 100) ** 2, 1, 32, 220)


def imc_kg_m2(p, alea: Alea) -> NDArray:
    return np.round(p["poids_kg"] / (p["taille_cm"] / 100) ** 2, 1)


def tour_taille_cm(p, alea: Alea) -> NDArray:
    homme = p.est("sexe", "homme")
    milieu = np.where(homme, 31 + 2.42 * p["imc_kg_m2"], 30 + 2.15 * p["imc_kg_m2"]) + 0.09 * (p["age"] - 50)
    return entier(milieu + 12 * p["grossesse"] + 4.5 * alea.normale(), 52, 180)
