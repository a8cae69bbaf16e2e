"""Glucose: what it would be untreated, the drugs, four quarters of mean glucose and the HbA1c of each.

The model is meant to be read: every drug taken removes a share of the excess of mean glucose over 1,15 g/L;
HbA1c is the mean glucose of its three months, by the published line. Before the quarter in which the last drug
was begun, its share is still there.
"""

import numpy as np
from numpy.typing import NDArray

from asalee_training.simulation.population import formules
from asalee_training.simulation.population.alea import Alea
from asalee_training.simulation.population.lois import arrondi, au_dessus, logistique, sans_nan, si

BUT_G_L = 1.15  # mean glucose of an HbA1c of 5,6 %: no drug is expected below
PART_RETIREE = {
    "metformine": 0.30,
    "sulfamide": 0.24,
    "idpp4": 0.15,
    "gliflozine": 0.18,
    "aglp1": 0.30,
    "insuline": 0.42,
}
#: Share of the excess that the last drug begun removes, whichever it was.
PART_DERNIER = 0.25


def glycemie_sans_traitement_g_l(p, alea: Alea) -> NDArray:
    normale = np.minimum(
        5.40 + 0.006 * (p["age"] - 50) + 0.018 * (p["imc_kg_m2"] - 26) - 0.35 * p["grossesse"] + 0.27 * alea.normale(),
        6.3,
    )
    anciennete = np.minimum(sans_nan(p["anciennete_diabete_ans"]), 25)
    exces = (0.80 + 0.055 * anciennete + 0.015 * (np.minimum(p["imc_kg_m2"], 40) - 29)) * np.exp(0.85 * alea.normale())
    diabetique = 6.3 + np.minimum(exces, 9)
    return formules.glycemie_de(np.clip(np.where(p["diabete"], diabetique, normale), 4.6, 15))


def _besoin(p) -> NDArray:
    """How far the untreated glucose is above that of an HbA1c of 7 %, in g/L."""
    return p["glycemie_sans_traitement_g_l"] - 1.54


def metformine(p, alea: Alea) -> NDArray:
    score = 1.3 + 0.9 * _besoin(p) - 0.08 * au_dessus(60 - p["dfg"], 0)
    return alea.vrai(logistique(score)) & p["diabete"] & (p["dfg"] >= 30) & ~p["grossesse"]


def insuline(p, alea: Alea) -> NDArray:
    score = -2.7 + 0.065 * sans_nan(p["anciennete_diabete_ans"]) + 1.1 * _besoin(p) + 0.03 * au_dessus(45 - p["dfg"], 0)
    return alea.vrai(logistique(np.where(p["grossesse"], 1.2, score))) & p["diabete"]


def sulfamide(p, alea: Alea) -> NDArray:
    score = -1.1 + 0.7 * _besoin(p) - 1.6 * p["insuline"]
    return alea.vrai(logistique(score)) & p["diabete"] & (p["dfg"] >= 30) & ~p["grossesse"]


def gliflozine(p, alea: Alea) -> NDArray:
    coeur_rein = p["maladie_coronaire"] | p["insuffisance_cardiaque"]
    score = -1.55 + 0.5 * _besoin(p) + 1.1 * coeur_rein - 0.03 * au_dessus(p["age"], 75)
    return alea.vrai(logistique(score)) & p["diabete"] & (p["dfg"] >= 25) & ~p["grossesse"]


def aglp1(p, alea: Alea) -> NDArray:
    score = -2.2 + 0.6 * _besoin(p) + 0.14 * (p["imc_kg_m2"] - 30) - 0.03 * au_dessus(p["age"], 72)
    return alea.vrai(logistique(score)) & p["diabete"] & ~p["grossesse"]


def idpp4(p, alea: Alea) -> NDArray:
    score = -1.15 + 0.6 * _besoin(p) - 1.2 * p["insuline"]
    return alea.vrai(logistique(score)) & p["diabete"] & ~p["aglp1"] & ~p["grossesse"]


def nombre_antidiabetiques(p, alea: Alea) -> NDArray:
    return sum(p[nom].astype(np.float64) for nom in PART_RETIREE)


def part_exces_restante(p, alea: Alea) -> NDArray:
    prise = p["observance_pct"] / 100
    reste = 1.0
    for nom, part in PART_RETIREE.items():
        reste = reste * (1 - part * prise * p[nom])
    return reste


def glycemie_equilibre_g_l(p, alea: Alea) -> NDArray:
    exces = p["glycemie_sans_traitement_g_l"] - BUT_G_L
    return np.where(exces > 0, BUT_G_L + exces * p["part_exces_restante"], p["glycemie_sans_traitement_g_l"])


def dernier_traitement_mois(p, alea: Alea) -> NDArray:
    # months since the last drug was begun: over a year for seven in ten
    quand = alea.mot(0.72, 0.10, 0.09)
    mois = np.choose(quand, (np.rint(14 + 60 * alea.uniforme()), 7.0, 5.0, 3.0))
    possible = np.maximum(12 * sans_nan(p["anciennete_diabete_ans"]), 3)
    return si(p["nombre_antidiabetiques"] > 0, np.minimum(mois, possible))


def _trimestre(p, alea: Alea, il_y_a_mois: int) -> NDArray:
    """Mean glucose over the three months that end `il_y_a_mois` ago."""
    avant = sans_nan(p["dernier_traitement_mois"]) < il_y_a_mois + 3
    avant &= ~np.isnan(p["dernier_traitement_mois"]) & (il_y_a_mois > 0)
    exces = p["glycemie_equilibre_g_l"] - BUT_G_L
    sans_lui = BUT_G_L + exces / (1 - PART_DERNIER * p["observance_pct"] / 100)
    niveau = np.where(avant & (exces > 0), sans_lui, p["glycemie_equilibre_g_l"])
    bruit = np.where(p["diabete"], 0.055, 0.02) * alea.normale()
    plafond = np.where(p["diabete"], 4.6, 1.36)  # 6,4 %: above, somebody without diabetes would be told
    return np.round(np.clip(niveau + bruit, 0.80, plafond), 2)


def glycemie_moyenne_m9_g_l(p, alea: Alea) -> NDArray:
    return _trimestre(p, alea, 9)


def glycemie_moyenne_m6_g_l(p, alea: Alea) -> NDArray:
    return _trimestre(p, alea, 6)


def glycemie_moyenne_m3_g_l(p, alea: Alea) -> NDArray:
    return _trimestre(p, alea, 3)


def glycemie_moyenne_g_l(p, alea: Alea) -> NDArray:
    return _trimestre(p, alea, 0)


def hba1c_m9_pct(p, alea: Alea) -> NDArray:
    return np.round(formules.hba1c_de(p["glycemie_moyenne_m9_g_l"]), 1)


def hba1c_m6_pct(p, alea: Alea) -> NDArray:
    return np.round(formules.hba1c_de(p["glycemie_moyenne_m6_g_l"]), 1)


def hba1c_m3_pct(p, alea: Alea) -> NDArray:
    return np.round(formules.hba1c_de(p["glycemie_moyenne_m3_g_l"]), 1)


def hba1c_pct(p, alea: Alea) -> NDArray:
    return np.round(formules.hba1c_de(p["glycemie_moyenne_g_l"]), 1)


def glycemie_jeun_g_l(p, alea: Alea) -> NDArray:
    jeun = 0.88 * p["glycemie_moyenne_g_l"] - 0.02 + np.where(p["diabete"], 0.10, 0.045) * alea.normale()
    return arrondi(jeun, 2, 0.62, np.where(p["diabete"], 4.2, 1.25))


def hypoglycemies_mois(p, alea: Alea) -> NDArray:
    risque = 0.16 * p["insuline"] + 0.05 * p["sulfamide"] + 0.05 * p["insuline"] * (p["hba1c_pct"] < 7)
    return alea.binomiale(8, risque)


def cible_hba1c_pct(p, alea: Alea) -> NDArray:
    """The target a physician would write, by the profiles of `clinical.hba1c`; the least strict wins."""
    cibles = formules.cibles_hba1c()
    evolue = p["maladie_coronaire"] & p["insuffisance_cardiaque"]
    # the profiles that do not go together (recent diabetes and heart disease) are kept apart by construction
    recente = (p["anciennete_diabete_ans"] <= 2) & (p["age"] < 60) & ~p["maladie_cardiovasculaire"] & (p["dfg"] >= 60)
    cible = np.where(recente, cibles["recent_longue_esperance"], cibles["cas_general"])
    cible = np.where((p["dfg"] < 30) | evolue, cibles["irc_4_5"], cible)
    cible = np.where((p["age"] >= 75) & (p["iadl4"] >= 1), cibles["age_fragile"], cible)
    cible = np.where((p["age"] >= 75) & p.est("etat_cognitif", "majeur"), cibles["age_dependant"], cible)
    return si(p["diabete"], np.where(p["grossesse"], cibles["grossesse"], cible))


def ecart_hba1c_pct(p, alea: Alea) -> NDArray:
    return np.round(p["hba1c_pct"] - p["cible_hba1c_pct"], 1)
