"""Habits: tobacco, alcohol, physical activity, and how treatments are taken."""

import numpy as np
from numpy.typing import NDArray

from asalee_training.simulation.population.alea import Alea
from asalee_training.simulation.population.lois import arrondi, courbe, entier, si

FUMEUSES = {18: 0.24, 30: 0.28, 45: 0.26, 60: 0.18, 70: 0.09, 80: 0.045, 95: 0.02}
FUMEURS = {18: 0.30, 30: 0.36, 45: 0.31, 60: 0.21, 70: 0.12, 80: 0.06, 95: 0.03}
ANCIENNES = {18: 0.04, 30: 0.20, 45: 0.27, 60: 0.30, 75: 0.22, 95: 0.12}
ANCIENS = {18: 0.04, 30: 0.19, 45: 0.29, 60: 0.43, 75: 0.55, 95: 0.55}


def statut_tabac(p, alea: Alea) -> NDArray:
    femme = p.est("sexe", "femme")
    fumeur = np.where(femme, courbe(p["age"], FUMEUSES), courbe(p["age"], FUMEURS)) * (0.76 + 0.011 * p["epices"])
    fumeur = np.where(p["grossesse"], 0.5 * fumeur, fumeur)
    ancien = np.where(femme, courbe(p["age"], ANCIENNES), courbe(p["age"], ANCIENS))
    fumeur = np.minimum(fumeur, 0.6)
    return alea.mot(1 - fumeur - ancien * (1 - fumeur) / (1 - 0.2), ancien * (1 - fumeur) / (1 - 0.2))


def age_debut_tabac(p, alea: Alea) -> NDArray:
    femme_agee = p.est("sexe", "femme") & (p["age"] > 60)
    debut = entier(17 + 1.5 * femme_agee + 2.7 * alea.normale(), 11, np.minimum(p["age"] - 1, 35))
    return si(~p.est("statut_tabac", "jamais"), debut)


def age_arret_tabac(p, alea: Alea) -> NDArray:
    # never in the year it began, never after today; more stop late than early
    debut = p["age_debut_tabac"]
    part = alea.uniforme() ** 0.8
    return si(p.est("statut_tabac", "ancien"), np.rint(debut + 1 + part * (p["age"] - debut - 1)))


def cigarettes_jour(p, alea: Alea) -> NDArray:
    homme = p.est("sexe", "homme")
    milieu = (
        np.where(homme, 13.0, 11.0) * (1 + 0.003 * (p["epices"] - 22)) * courbe(p["age"], {20: 0.7, 45: 1, 70: 1.25})
    )
    quantite = entier(milieu * np.exp(0.5 * alea.normale()), 1, 45)
    return np.where(p.est("statut_tabac", "jamais"), 0.0, quantite)


def tabac_paquets_annees(p, alea: Alea) -> NDArray:
    fin = np.where(p.est("statut_tabac", "ancien"), p["age_arret_tabac"], p["age"])
    annees = np.where(p.est("statut_tabac", "jamais"), 0.0, fin - p["age_debut_tabac"])
    return np.round(p["cigarettes_jour"] / 20 * annees, 1)


def delai_premiere_cigarette_min(p, alea: Alea) -> NDArray:
    delai = 75 * np.exp(-0.075 * p["cigarettes_jour"] + 0.9 * alea.normale())
    return si(p.est("statut_tabac", "fumeur"), entier(delai, 2, 600))


def co_expire_ppm(p, alea: Alea) -> NDArray:
    fumeur = 3 + 1.1 * p["cigarettes_jour"] * np.exp(0.3 * alea.normale())
    autre = 1.5 + 1.2 * np.abs(alea.normale())
    return entier(np.where(p.est("statut_tabac", "fumeur"), fumeur, autre), 0, 80)


def alcool_verres_semaine(p, alea: Alea) -> NDArray:
    homme = p.est("sexe", "homme")
    abstinent = alea.vrai(np.where(homme, 0.20, 0.38) + 0.004 * (p["age"] - 55).clip(0)) | p["grossesse"]
    verres = np.where(homme, 6.5, 3.2) * np.exp(0.95 * alea.normale())
    return np.where(abstinent, 0.0, entier(verres, 0, 90))


def activite_min_semaine(p, alea: Alea) -> NDArray:
    milieu = courbe(p["age"], {18: 190, 40: 150, 65: 140, 75: 105, 85: 55, 95: 25})
    milieu = milieu * np.where(p.est("sexe", "homme"), 1.12, 0.92) * (1 + 0.02 * (p["annees_etudes"] - 11))
    return 10 * entier(milieu * np.exp(0.75 * alea.normale()) / 10, 0, 120)


def observance_pct(p, alea: Alea) -> NDArray:
    # what is forgotten: a log-normal share around one dose in nine
    oubli = 9 * np.exp(
        0.75 * alea.normale()
        + 0.010 * (p["epices"] - 22)
        + 0.35 * p["depression"]
        + 0.5 * p.est("etat_cognitif", "leger")
        + 0.7 * p.est("etat_cognitif", "majeur")
        - 0.006 * (p["age"] - 60)
    )
    return arrondi(100 - oubli, 0, 30, 100)
