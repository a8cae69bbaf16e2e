"""How she lives: work, home, company, money, help, falls."""

import numpy as np
from numpy.typing import NDArray

from asalee_training.clinical import reference_data
from asalee_training.simulation.population.alea import Alea
from asalee_training.simulation.population.lois import arrondi, au_dessus, courbe, entier

SEULES = {18: 0.14, 30: 0.13, 45: 0.12, 60: 0.24, 75: 0.42, 85: 0.58, 95: 0.56}
SEULS = {18: 0.14, 30: 0.19, 45: 0.15, 60: 0.18, 75: 0.20, 85: 0.28, 95: 0.38}


def situation_professionnelle(p, alea: Alea) -> NDArray:
    # etudes, actif, chomage, invalidite, foyer, retraite
    annees = p["age"]
    etudes = courbe(annees, {18: 0.85, 22: 0.35, 26: 0.04, 30: 0.0})
    retraite = courbe(annees, {58: 0.0, 60: 0.15, 62: 0.45, 64: 0.75, 67: 1.0})
    reste = 1 - etudes - retraite
    chomage = 0.09 - 0.006 * (p["niveau_socio_culturel"] - 3)
    invalidite = courbe(annees, {30: 0.02, 58: 0.10})
    foyer = np.where(p.est("sexe", "femme"), 0.09, 0.01)
    return alea.mot(
        etudes, (1 - chomage - invalidite - foyer) * reste, chomage * reste, invalidite * reste, foyer * reste
    )


def vit_seul(p, alea: Alea) -> NDArray:
    return alea.vrai(np.where(p.est("sexe", "femme"), courbe(p["age"], SEULES), courbe(p["age"], SEULS)))


def epices(p, alea: Alea) -> NDArray:
    score = (
        21
        - 5.0 * (p["niveau_socio_culturel"] - 3)
        + 20 * p.est("situation_professionnelle", "chomage")
        + 18 * p.est("situation_professionnelle", "invalidite")
        + 8 * p.est("situation_professionnelle", "foyer")
        + 7 * p["vit_seul"]
    )
    return arrondi(score * np.exp(0.5 * alea.normale()), 1, 0, 100)


def precarite(p, alea: Alea) -> NDArray:
    return p["epices"] >= reference_data.thresholds("cognition")["epices_precarite"]


def logement(p, alea: Alea) -> NDArray:
    # maison, appartement, residence_autonomie
    residence = 0.09 * (p["age"] >= 75) * p["vit_seul"]
    maison = (1 - residence) * np.where(p["vit_seul"], 0.44, 0.66) * np.where(p["precarite"], 0.65, 1.05)
    return alea.mot(maison, 1 - residence - maison)


def aidant(p, alea: Alea) -> NDArray:
    # aucun, conjoint, enfant, professionnel
    besoin = (p["iadl4"] >= 1) | (p["age"] >= 88)
    seul = alea.vrai(np.where(besoin, 0.12, 0.97))
    conjoint = np.where(p["vit_seul"], 0.0, 0.68)
    enfant = np.where(p["vit_seul"], 0.55, 0.22)
    return alea.mot(seul * 1.0, ~seul * conjoint, ~seul * enfant)


def chutes_an(p, alea: Alea) -> NDArray:
    risque = (
        0.045
        + 0.006 * au_dessus(p["age"], 65)
        + 0.08 * p["hypotension_orthostatique"]
        + 0.08 * p.est("etat_cognitif", "majeur")
        + 0.05 * p["perte_sensibilite"]
    )
    return alea.binomiale(3, np.minimum(risque, 0.5))


def medicaments_nombre(p, alea: Alea) -> NDArray:
    connus = sum(
        p[nom].astype(np.float64)
        for nom in (
            "metformine", "sulfamide", "idpp4", "gliflozine", "aglp1", "insuline",
            "statine", "bronchodilatateur", "antiagregant", "anticoagulant",
        )
    )  # fmt: skip
    autres = entier(0.6 + 0.03 * au_dessus(p["age"], 40) + 0.8 * p["depression"] + 1.1 * alea.normale(), 0, 8)
    return connus + p["nombre_antihypertenseurs"] + autres
