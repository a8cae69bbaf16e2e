"""The rules of `clinical`, by arrays: same coefficients, read in the same tables, and tested equal to them."""

from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from asalee_training.clinical import reference_data, unites
from asalee_training.clinical.spirometrie import tableau

Nombres = NDArray[np.float64]
Booleens = NDArray[np.bool_]
MOTS_SEXE = np.array(["femme", "homme"])


@cache
def _ckd_epi(sexe: str) -> dict[str, float]:
    texts = ("version", "sexe", "unite", "source", "date")
    rows = reference_data.rows("ckd_epi")
    row = next(row for row in rows if (row["version"], row["sexe"]) == ("2009", sexe))
    return {nom: float(valeur) for nom, valeur in row.items() if nom not in texts}


def _par_sexe(femme: Booleens, nom: str) -> Nombres:
    return np.where(femme, _ckd_epi("femme")[nom], _ckd_epi("homme")[nom])


@cache
def _mg_dl_par_umol_l() -> float:
    return unites.convertir(100.0, "creatinine", "µmol/L", "mg/dL") / 100


def dfg(creatinine_umol_l: Nombres, age: Nombres, femme: Booleens) -> Nombres:
    """`rein.dfg_ckd_epi` (2009), in mL/min/1,73 m², not rounded."""
    rapport = creatinine_umol_l * _mg_dl_par_umol_l() / _par_sexe(femme, "kappa_mg_dl")
    puissance = np.where(rapport < 1, _par_sexe(femme, "alpha"), _ckd_epi("homme")["exposant"])
    return _au_kappa(age, femme) * rapport**puissance


def creatinine(dfg_ml_min: Nombres, age: Nombres, femme: Booleens) -> Nombres:
    """The creatinine in µmol/L whose DFG this is: `dfg` read backwards."""
    rapport = dfg_ml_min / _au_kappa(age, femme)
    puissance = np.where(rapport > 1, _par_sexe(femme, "alpha"), _ckd_epi("homme")["exposant"])
    return rapport ** (1 / puissance) * _par_sexe(femme, "kappa_mg_dl") / _mg_dl_par_umol_l()


def _au_kappa(age: Nombres, femme: Booleens) -> Nombres:
    """DFG of who has exactly the creatinine where the two slopes meet."""
    return _par_sexe(femme, "constante") * _par_sexe(femme, "base_age") ** age * _par_sexe(femme, "facteur_sexe")


def hba1c_de(glycemie_moyenne_g_l: Nombres) -> Nombres:
    """HbA1c in % of a mean glucose in g/L: the line of `hba1c.glycemie_moyenne`, read backwards."""
    seuils = reference_data.thresholds("hba1c")
    return (100 * glycemie_moyenne_g_l - seuils["eag_ordonnee"]) / seuils["eag_pente"]


def glycemie_de(hba1c_pct: Nombres) -> Nombres:
    """`hba1c.glycemie_moyenne`, in g/L."""
    seuils = reference_data.thresholds("hba1c")
    return (seuils["eag_pente"] * hba1c_pct + seuils["eag_ordonnee"]) / 100


def ldl(ct_g_l: Nombres, hdl_g_l: Nombres, tg_g_l: Nombres) -> Nombres:
    """`lipides.ldl_g_l`, NaN from the triglycerides that forbid the formula."""
    seuils = reference_data.thresholds("lipides")
    return np.where(tg_g_l < seuils["tg_limite_g_l"], ct_g_l - hdl_g_l - vldl(tg_g_l), np.nan)


def vldl(tg_g_l: Nombres) -> Nombres:
    """Cholesterol of the VLDL, in g/L, as Friedewald reckons it."""
    return tg_g_l / reference_data.thresholds("lipides")["tg_diviseur_g_l"]


def grade_cabinet(pas: Nombres, pad: Nombres) -> Nombres:
    """`tension.grade_cabinet`."""
    return sum(((pas >= pas_min) | (pad >= pad_min)).astype(np.float64) for pas_min, pad_min in _grades())


@cache
def _grades() -> list[tuple[float, float]]:
    """PAS and PAD from which each grade begins."""
    rows = [row for row in reference_data.rows("tension_classes") if row["classe"].startswith("grade_")]
    return [(float(row["pas_min_mmhg"]), float(row["pad_min_mmhg"])) for row in rows]


@cache
def cibles_hba1c() -> dict[str, float]:
    """Target of each profile of `hba1c.cible`, in %."""
    return {row["profil"]: float(row["cible_pct"]) for row in reference_data.rows("hba1c_cibles")}


def automesure_elevee(pas: Nombres, pad: Nombres) -> Booleens:
    """`tension.classe_hors_cabinet` by home measures is "elevee"."""
    seuils = reference_data.thresholds("tension")
    return (pas >= seuils["automesure_pas"]) | (pad >= seuils["automesure_pad"])


def orthostatisme(baisse_pas: Nombres, baisse_pad: Nombres) -> Booleens:
    """`tension.orthostatisme` is positive."""
    seuils = reference_data.thresholds("tension")
    return (baisse_pas >= seuils["orthostatisme_pas"]) | (baisse_pad >= seuils["orthostatisme_pad"])


def grade_podologique(
    perte: Booleens, aomi: Booleens, deformation: Booleens, ulcere: Booleens, amputation: Booleens
) -> Nombres:
    """`pied.grade_podologique`."""
    return np.where(ulcere | amputation, 3.0, np.where(perte & (aomi | deformation), 2.0, perte.astype(np.float64)))


def categorie_iwgdf(
    perte: Booleens, aomi: Booleens, deformation: Booleens, ulcere: Booleens, amputation: Booleens, dialyse: Booleens
) -> Nombres:
    """`pied.categorie_iwgdf`, edition 2019."""
    deux = perte.astype(int) + aomi + deformation >= 2
    trois = (perte | aomi) & (ulcere | amputation | dialyse)
    return np.where(trois, 3.0, np.where(deux, 2.0, (perte | aomi).astype(np.float64)))


def reference(indice: str, homme: Booleens | NDArray, age: ArrayLike, taille_cm: ArrayLike) -> tableau.References:
    """`spirometrie.reference` (GLI Global) of these people; homme: 0 or 1."""
    return tableau.references(indice, MOTS_SEXE[np.asarray(homme).astype(np.intp)], age, taille_cm)


def dep(homme: Booleens, age: Nombres, taille_cm: Nombres, part_vems: Nombres, cvf_l: Nombres) -> Nombres:
    """`simulation.spirogramme.peak_flow`, in L/s."""
    metres = taille_cm / 100
    predit = np.where(homme, 6.14 * metres - 0.043 * age + 0.15, 5.50 * metres - 0.030 * age - 1.11)
    return np.minimum(np.maximum(predit, 2.0) * part_vems**0.7, 3.0 * cvf_l)
