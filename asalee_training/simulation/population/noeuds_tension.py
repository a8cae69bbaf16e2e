"""Blood pressure: what it would be untreated, the diagnosis, the drugs, what it is at home and at the office.

« habituelle » is the level at rest away from the office, which home measures average to.
"""

import numpy as np
from numpy.typing import NDArray

from asalee_training.simulation.population import formules
from asalee_training.simulation.population.alea import Alea
from asalee_training.simulation.population.lois import au_dessus, courbe, entier, logistique, si


def pas_sans_traitement_mmhg(p, alea: Alea) -> NDArray:
    femme = p.est("sexe", "femme")
    milieu = np.where(
        femme,
        courbe(p["age"], {18: 108, 35: 111, 50: 119, 65: 131, 80: 139}),
        courbe(p["age"], {18: 117, 35: 119, 50: 124, 65: 132, 80: 138}),
    )
    ecarts = (
        0.75 * (p["imc_kg_m2"] - 26)
        + 0.20 * np.minimum(p["alcool_verres_semaine"], 35)
        + 5.0 * p["apnee_sommeil"]
        + 6.0 * p["diabete"]
        - 6.0 * p["grossesse"]
        - 0.006 * (p["activite_min_semaine"] - 120)
    )
    severe = alea.vrai(0.03) * (15 + 45 * alea.uniforme())  # one in thirty, far above the others
    return np.clip(milieu + ecarts + severe + 12.5 * alea.normale(), 92, 215)


def pad_sans_traitement_mmhg(p, alea: Alea) -> NDArray:
    # it follows the systolic pressure, then falls with age as arteries stiffen
    raideur = 0.30 * au_dessus(p["age"], 52)
    milieu = 76 + 0.42 * (p["pas_sans_traitement_mmhg"] - 122) + 1.5 * p.est("sexe", "homme")
    jeune = -0.10 * au_dessus(45 - p["age"], 0)
    pad = milieu - raideur + jeune + 0.15 * (p["imc_kg_m2"] - 26) + 6.0 * alea.normale()
    return np.clip(pad, 48, np.minimum(p["pas_sans_traitement_mmhg"] - 22, 135))


def hta(p, alea: Alea) -> NDArray:
    # known to the practice: most of those whose usual level is high, few of the others
    exces = np.maximum(p["pas_sans_traitement_mmhg"] - 135, 1.4 * (p["pad_sans_traitement_mmhg"] - 85))
    connue = courbe(p["age"], {18: 0.10, 30: 0.35, 45: 0.68, 60: 0.90, 75: 0.95})
    return alea.vrai((0.05 + 0.93 * logistique((exces + 2 + 5 * p["diabete"]) / 4)) * connue * ~p["grossesse"])


def age_diagnostic_hta(p, alea: Alea) -> NDArray:
    anciennete = 9 * np.exp(0.75 * alea.normale())
    return si(p["hta"], np.minimum(entier(p["age"] - anciennete, 18, 95), p["age"]))


def _classe(p, alea: Alea, base: float, pente: float, autre: NDArray | float = 0.0) -> NDArray:
    """One class of drugs: more often as the pressure to bring down is higher."""
    charge = (p["pas_sans_traitement_mmhg"] - 140) / 15
    return alea.vrai(p["hta"] * logistique(base + pente * charge + autre))


def iec_ara2(p, alea: Alea) -> NDArray:
    indication = 0.9 * p["diabete"] + 0.5 * p["maladie_coronaire"]
    protege = alea.vrai(np.where(p["insuffisance_cardiaque"], 0.75, 0.12 * p["maladie_coronaire"]))
    return (_classe(p, alea, 0.75, 0.9, indication) | protege) & ~p["grossesse"]


def inhibiteur_calcique(p, alea: Alea) -> NDArray:
    return _classe(p, alea, -0.75, 0.9, -1.5 * p["insuffisance_cardiaque"])


def diuretique(p, alea: Alea) -> NDArray:
    decharge = alea.vrai(np.where(p["insuffisance_cardiaque"], 0.75, 0.0))
    return (_classe(p, alea, -0.95, 0.9) | decharge) & ~p["grossesse"]


def betabloquant(p, alea: Alea) -> NDArray:
    coeur = np.where(p["insuffisance_cardiaque"], 0.75, np.where(p["maladie_coronaire"], 0.65, 0.0))
    coeur = np.maximum(coeur, 0.5 * p["fibrillation_atriale"])
    return (_classe(p, alea, -1.9, 0.35) | alea.vrai(coeur)) & ~p["asthme"]


def nombre_antihypertenseurs(p, alea: Alea) -> NDArray:
    classes = ("iec_ara2", "inhibiteur_calcique", "diuretique", "betabloquant")
    return sum(p[nom].astype(np.float64) for nom in classes)


def antihypertenseur(p, alea: Alea) -> NDArray:
    return p["nombre_antihypertenseurs"] > 0


def pas_habituelle_mmhg(p, alea: Alea) -> NDArray:
    # each drug brings less than the one before, and more where the pressure is higher
    nombre = p["nombre_antihypertenseurs"]
    depart = p["pas_sans_traitement_mmhg"]
    reponse = np.exp(0.35 * alea.normale())
    baisse = 9.3 * nombre * (1 - 0.08 * nombre) * (p["observance_pct"] / 100) * (1 + 0.015 * (depart - 145)) * reponse
    return entier(depart - np.clip(baisse, 0, 70), 92, 215)


def pad_habituelle_mmhg(p, alea: Alea) -> NDArray:
    baisse = 0.5 * (p["pas_sans_traitement_mmhg"] - p["pas_habituelle_mmhg"])
    return entier(p["pad_sans_traitement_mmhg"] - baisse, 44, np.minimum(p["pas_habituelle_mmhg"] - 20, 135))


def effet_cabinet_mmhg(p, alea: Alea) -> NDArray:
    milieu = 4.0 + 2.0 * p.est("sexe", "femme") + 0.06 * (p["age"] - 60) - 2.0 * p.est("statut_tabac", "fumeur")
    return entier(milieu + 8.5 * alea.normale(), -22, 40)


def pas_cabinet_mmhg(p, alea: Alea) -> NDArray:
    return p["pas_habituelle_mmhg"] + p["effet_cabinet_mmhg"]


def pad_cabinet_mmhg(p, alea: Alea) -> NDArray:
    haute = np.rint(p["pad_habituelle_mmhg"] + 0.45 * p["effet_cabinet_mmhg"])
    return np.clip(haute, 40, p["pas_cabinet_mmhg"] - 15)


def grade_cabinet(p, alea: Alea) -> NDArray:
    return formules.grade_cabinet(p["pas_cabinet_mmhg"], p["pad_cabinet_mmhg"])


def profil_tensionnel(p, alea: Alea) -> NDArray:
    # normale, blouse_blanche, masquee, permanente
    maison = formules.automesure_elevee(p["pas_habituelle_mmhg"], p["pad_habituelle_mmhg"])
    return ((p["grade_cabinet"] > 0) + 2 * maison.astype(np.int8)).astype(np.int8)


def ecart_bras_mmhg(p, alea: Alea) -> NDArray:
    # right minus left, in systolic pressure; one artery of the arms in eight is narrowed with leg artery disease
    serre = alea.vrai(0.12 * p["aomi"] + 0.01)
    ampleur = np.where(serre, 12 + 8 * alea.uniforme(), 0)
    cote = np.where(alea.vrai(0.5), 1, -1)
    return entier(1.5 + 3.6 * alea.normale() + cote * ampleur, -35, 35)


def chute_orthostatique_mmhg(p, alea: Alea) -> NDArray:
    milieu = (
        3.5
        + 0.20 * au_dessus(p["age"], 55)
        + 4.5 * p["perte_sensibilite"]
        + 1.0 * p["nombre_antihypertenseurs"]
        + 2.0 * p["diuretique"]
        + 0.06 * (p["pas_habituelle_mmhg"] - 130)
    )
    return entier(milieu + 8.0 * alea.normale(), -15, 60)


def chute_orthostatique_pad_mmhg(p, alea: Alea) -> NDArray:
    return entier(-3.5 + 0.5 * p["chute_orthostatique_mmhg"] + 3.0 * alea.normale(), -14, 28)


def hypotension_orthostatique(p, alea: Alea) -> NDArray:
    return formules.orthostatisme(p["chute_orthostatique_mmhg"], p["chute_orthostatique_pad_mmhg"])


def pouls_min(p, alea: Alea) -> NDArray:
    milieu = (
        72
        + 3.0 * p.est("sexe", "femme")
        - 0.012 * (np.minimum(p["activite_min_semaine"], 600) - 120)
        - 9.0 * p["betabloquant"]
        + 4.0 * p["fibrillation_atriale"]
        + 9.0 * p["grossesse"]
        + 3.0 * p.est("statut_tabac", "fumeur")
    )
    return entier(milieu + 8.5 * alea.normale(), 44, 125)


def antiagregant(p, alea: Alea) -> NDArray:
    probabilite = np.where(p["maladie_cardiovasculaire"], 0.82, 0.10 * p["diabete"])
    return alea.vrai(np.where(p["fibrillation_atriale"], 0.15 * p["maladie_coronaire"], probabilite))


def anticoagulant(p, alea: Alea) -> NDArray:
    return alea.vrai(np.where(p["fibrillation_atriale"], 0.85, 0.01))
