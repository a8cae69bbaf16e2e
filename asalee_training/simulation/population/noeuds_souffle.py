"""Breath: asthma, COPD, z-scores, litres by GLI Global, and what the person feels and takes."""

import numpy as np
from numpy.typing import NDArray

from asalee_training.simulation.population import formules
from asalee_training.simulation.population.alea import Alea
from asalee_training.simulation.population.lois import arrondi, au_dessus, entier, logistique

LIMITE_Z = -1.645


def asthme(p, alea: Alea) -> NDArray:
    score = -2.9 + 0.25 * p.est("sexe", "femme") + 0.03 * (p["imc_kg_m2"] - 26)
    return alea.vrai(logistique(score))


def bpco(p, alea: Alea) -> NDArray:
    score = (
        -4.25
        + 0.055 * np.minimum(p["tabac_paquets_annees"], 60)
        + 0.045 * (np.minimum(p["age"], 80) - 60)
        + 0.35 * p.est("statut_tabac", "fumeur")
        + 0.5 * p["asthme"]
    )
    return alea.vrai(logistique(score)) & (p["age"] >= 38)


def z_vems_cvf_vise(p, alea: Alea) -> NDArray:
    # with COPD always below the limit; without it never, asthma apart
    sain = -0.10 - 0.007 * np.minimum(p["tabac_paquets_annees"], 60) + 0.75 * alea.normale()
    sain = np.where(sain < -1.45, -1.45 + 0.3 * (sain + 1.45) / (1 - sain - 1.45), sain)
    obstruction = LIMITE_Z - 0.15 - 0.60 * np.abs(alea.normale()) - 0.008 * np.minimum(p["tabac_paquets_annees"], 60)
    siffle = p["asthme"] & alea.vrai(0.35)
    sain = np.where(siffle, sain - 1.0, sain)
    return np.clip(np.where(p["bpco"], obstruction, sain), -3.5, 2.4)


def z_cvf_vise(p, alea: Alea) -> NDArray:
    distension = 0.28 * au_dessus(LIMITE_Z - p["z_vems_cvf_vise"], 0)
    milieu = (
        0.05
        - 0.030 * au_dessus(p["imc_kg_m2"], 28)
        - distension
        - 0.5 * p["insuffisance_cardiaque"]
        - 0.15 * p["diabete"]
    )
    return np.clip(milieu + 0.85 * alea.normale(), -3.6, 3.0)


def cvf_l(p, alea: Alea) -> NDArray:
    valeurs = formules.reference("cvf", p["sexe"], p["age"], p["taille_cm"]).valeur(p["z_cvf_vise"])
    return arrondi(valeurs, 2, 0.55, 9.5)


def vems_l(p, alea: Alea) -> NDArray:
    rapport = formules.reference("vems_cvf", p["sexe"], p["age"], p["taille_cm"]).valeur(p["z_vems_cvf_vise"])
    rapport = np.clip(np.nan_to_num(rapport, nan=0.30), 0.30, 0.96)  # NaN: nobody has so low a z-score
    return arrondi(p["cvf_l"] * rapport, 2, 0.30, 7.9)


def rapport_vems_cvf_pct(p, alea: Alea) -> NDArray:
    return np.round(100 * p["vems_l"] / p["cvf_l"], 1)


def z_cvf(p, alea: Alea) -> NDArray:
    return np.round(formules.reference("cvf", p["sexe"], p["age"], p["taille_cm"]).z(p["cvf_l"]), 2)


def z_vems(p, alea: Alea) -> NDArray:
    return np.round(formules.reference("vems", p["sexe"], p["age"], p["taille_cm"]).z(p["vems_l"]), 2)


def z_vems_cvf(p, alea: Alea) -> NDArray:
    rapport = p["vems_l"] / p["cvf_l"]
    return np.round(formules.reference("vems_cvf", p["sexe"], p["age"], p["taille_cm"]).z(rapport), 2)


def dep_l_s(p, alea: Alea) -> NDArray:
    part = formules.reference("vems", p["sexe"], p["age"], p["taille_cm"]).pct(p["vems_l"]) / 100
    return np.round(formules.dep(p.est("sexe", "homme"), p["age"], p["taille_cm"], part, p["cvf_l"]), 2)


def bpco_connue(p, alea: Alea) -> NDArray:
    return p["bpco"] & alea.vrai(logistique(-0.5 - 0.85 * (p["z_vems"] + 2)))


def bronchodilatateur(p, alea: Alea) -> NDArray:
    return alea.vrai(np.where(p["bpco_connue"], 0.85, np.where(p["asthme"], 0.75, 0.02)))


def mmrc(p, alea: Alea) -> NDArray:
    gene = (
        -0.45
        - 0.65 * np.minimum(p["z_vems"], 0.5)
        + 0.05 * au_dessus(p["imc_kg_m2"], 28)
        + 0.8 * p["insuffisance_cardiaque"]
        + 0.02 * au_dessus(p["age"], 65)
    )
    return entier(gene + 0.55 * alea.normale(), 0, 4)


def toux_chronique(p, alea: Alea) -> NDArray:
    score = -2.9 + 1.3 * p["bpco"] + 0.9 * p.est("statut_tabac", "fumeur") + 0.7 * p["asthme"] + 0.5 * p["iec_ara2"]
    return alea.vrai(logistique(score))


def exacerbations_an(p, alea: Alea) -> NDArray:
    risque = np.clip(0.06 - 0.06 * (p["z_vems"] + 1.6) + 0.03 * p.est("statut_tabac", "fumeur"), 0.02, 0.6)
    return alea.binomiale(4, risque * p["bpco"])
