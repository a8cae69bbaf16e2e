"""Named wrong turns: the number found by who takes one unit, one equation or one age group for another.

For `erreurs: si: {calcul: …}` only. Each is what the mistake gives for this very patient, worked out outside the ranges that
`clinical` refuses. Rows as in `biologie`.
"""

from collections.abc import Callable, Mapping
from typing import Any

from asalee_training.exercises.calculs import biologie

Patient = Mapping[str, Any]
SCORE = ("sexe", "age", "statut_tabac", "pas_cabinet_mmhg", "ct_g_l", "hdl_g_l")


def _score2(p: Patient, **changed: float) -> float:
    """SCORE2 with what the mistake changes, at any age, at one decimal as the right one."""
    from asalee_training.clinical import risque_cv
    from asalee_training.clinical.risque_cv import modele

    mesures = {
        "age": float(p["age"]),
        "tabac": float(p["statut_tabac"] == "fumeur"),
        "pas": float(p["pas_cabinet_mmhg"]),
        "cholesterol": biologie.ct_mmol_l(p),
        "hdl": biologie.hdl_mmol_l(p),
        **changed,
    }
    return risque_cv.arrondi(modele.etapes("score2", p["sexe"], mesures, "faible").risque_pct)


def _score2_g_l(p: Patient) -> float:
    return _score2(p, cholesterol=p["ct_g_l"], hdl=p["hdl_g_l"])


def _score2_sans_tabac(p: Patient) -> float:
    return _score2(p, tabac=0.0)


def _score2_encore_fumeur(p: Patient) -> float:
    return _score2(p, tabac=1.0)


def _paquets_annees_sans_arret(p: Patient) -> float:
    """Years counted up to today, for somebody who stopped."""
    from asalee_training.clinical import tabac

    return tabac.paquets_annees([(p["cigarettes_jour"], p["age"] - p["age_debut_tabac"])])


def _dfg_mg_l(p: Patient) -> float:
    """CKD-EPI fed with mg/L where it wants mg/dL: a creatinine ten times too high."""
    from asalee_training.clinical import rein

    return rein.dfg_brut(10 * p["creatinine_umol_l"], p["age"], p["sexe"], "2009")


TABLE: dict[str, tuple[Callable[[Patient], Any], tuple[str, ...], str, str]] = {
    "score2_g_l_pour_mmol": (_score2_g_l, SCORE, "Erreur : SCORE2 de qui tape des g/L pour des mmol/L.", "%"),
    "score2_sans_tabac": (_score2_sans_tabac, SCORE, "SCORE2 de la même personne si elle ne fumait pas.", "%"),
    "score2_encore_fumeur": (
        _score2_encore_fumeur,
        SCORE,
        "Erreur : SCORE2 de qui coche « fumeur » après un arrêt.",
        "%",
    ),
    "paquets_annees_sans_arret": (
        _paquets_annees_sans_arret,
        ("cigarettes_jour", "age", "age_debut_tabac"),
        "Erreur : paquets-années comptés jusqu’à aujourd’hui, malgré l’arrêt.",
        "paquets-années",
    ),
    "score2_hors_age": (_score2, SCORE, "Erreur : SCORE2 employé à partir de 70 ans.", "%"),
    "dfg_mg_l_pour_mg_dl": (
        _dfg_mg_l,
        ("creatinine_umol_l", *biologie.IDENTITE),
        "Erreur : DFG de qui tape des mg/L dans un calculateur en mg/dL.",
        biologie.DFG,
    ),
}
