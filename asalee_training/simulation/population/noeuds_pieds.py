"""Feet: nerves site by site, arteries, deformity, past ulcer, amputation, and both gradings."""

import numpy as np
from numpy.typing import NDArray

from asalee_training.clinical import pied
from asalee_training.simulation.population import formules
from asalee_training.simulation.population.alea import Alea
from asalee_training.simulation.population.lois import arrondi, au_dessus, logistique, sans_nan

#: Force of the monofilament of the examination, in grams.
FORCE_G = 10.0
SEUILS = tuple(f"seuil_{cote}_{site}_g" for cote in pied.PIEDS for site in pied.SITES)


def atteinte_nerveuse(p, alea: Alea) -> NDArray:
    diabete = 0.55 + 0.055 * np.minimum(sans_nan(p["anciennete_diabete_ans"]), 30) + 0.16 * (p["hba1c_pct"] - 7)
    autre = 0.012 * (p["age"] - 60) + 0.02 * np.minimum(p["alcool_verres_semaine"], 40)
    grande = 0.012 * (p["taille_cm"] - 168)
    return np.clip(-1.75 + diabete * p["diabete"] + autre + grande + 0.8 * alea.normale(), -3, 4)


def _seuil(p, alea: Alea, site: float) -> NDArray:
    """Least force felt, in grams: about 1 g in health, above 10 g when the nerve is lost."""
    ln = 0.25 + site + 1.75 * au_dessus(p["atteinte_nerveuse"], -0.4) + 0.45 * alea.normale()
    return arrondi(np.exp(ln), 1, 0.2, 300)


def seuil_droit_hallux_g(p, alea: Alea) -> NDArray:
    return _seuil(p, alea, 0.20)


def seuil_droit_meta1_g(p, alea: Alea) -> NDArray:
    return _seuil(p, alea, 0.0)


def seuil_droit_meta5_g(p, alea: Alea) -> NDArray:
    return _seuil(p, alea, -0.10)


def seuil_gauche_hallux_g(p, alea: Alea) -> NDArray:
    return _seuil(p, alea, 0.20)


def seuil_gauche_meta1_g(p, alea: Alea) -> NDArray:
    return _seuil(p, alea, 0.0)


def seuil_gauche_meta5_g(p, alea: Alea) -> NDArray:
    return _seuil(p, alea, -0.10)


def sites_insensibles(p, alea: Alea) -> NDArray:
    return sum((p[seuil] > FORCE_G).astype(np.float64) for seuil in SEUILS)


def perte_sensibilite(p, alea: Alea) -> NDArray:
    return p["sites_insensibles"] > 0


def aomi(p, alea: Alea) -> NDArray:
    score = (
        -4.3
        + 0.055 * (p["age"] - 60)
        + 0.030 * np.minimum(p["tabac_paquets_annees"], 60)
        + 0.75 * p["diabete"]
        + 0.4 * p["hta"]
        + 0.3 * p.est("sexe", "homme")
    )
    return alea.vrai(logistique(score)) & (p["age"] >= 40)


def _ips(p, alea: Alea, malade: NDArray) -> NDArray:
    """Index of one leg; calcified arteries of an old diabetes do not give way under the cuff."""
    rigide = alea.vrai(0.002 + 0.003 * np.minimum(sans_nan(p["anciennete_diabete_ans"]), 25))
    sain = np.where(rigide, 1.36 + 0.25 * alea.uniforme(), np.clip(1.11 + 0.07 * alea.normale(), 0.92, 1.29))
    return np.round(np.where(malade, 0.45 + 0.43 * np.sqrt(alea.uniforme()), sain), 2)


def cote_aomi(p, alea: Alea) -> NDArray:
    # aucun, droit, gauche, deux
    aucun = ~p["aomi"]
    return alea.mot(aucun * 1.0, 0.32 * p["aomi"], 0.32 * p["aomi"])


def ips_droit(p, alea: Alea) -> NDArray:
    return _ips(p, alea, p.est("cote_aomi", "droit") | p.est("cote_aomi", "deux"))


def ips_gauche(p, alea: Alea) -> NDArray:
    return _ips(p, alea, p.est("cote_aomi", "gauche") | p.est("cote_aomi", "deux"))


def deformation(p, alea: Alea) -> NDArray:
    score = -2.2 + 0.7 * p.est("sexe", "femme") + 0.03 * (p["age"] - 60) + 0.7 * p["perte_sensibilite"]
    return alea.vrai(logistique(score))


def ulcere_ancien(p, alea: Alea) -> NDArray:
    diabete = (
        0.014 + 0.15 * p["perte_sensibilite"] + 0.07 * p["aomi"] + 0.05 * p["deformation"] * p["perte_sensibilite"]
    )
    return alea.vrai(np.where(p["diabete"], diabete, 0.02 * p["aomi"] + 0.001))


def amputation(p, alea: Alea) -> NDArray:
    apres = p["ulcere_ancien"] * (0.16 + 0.24 * p["aomi"])
    return alea.vrai(np.where(p["diabete"], apres, 0.25 * apres))


def grade_podologique(p, alea: Alea) -> NDArray:
    constats = ("perte_sensibilite", "aomi", "deformation", "ulcere_ancien", "amputation")
    return formules.grade_podologique(*(p[nom] for nom in constats))


def categorie_iwgdf(p, alea: Alea) -> NDArray:
    constats = ("perte_sensibilite", "aomi", "deformation", "ulcere_ancien", "amputation", "dialyse")
    return formules.categorie_iwgdf(*(p[nom] for nom in constats))
