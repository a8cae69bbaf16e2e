"""Named wrong turns: the number found by who takes one unit, one equation or one age group for another.

For `erreurs: si: {calcul: …}` only. Each is what the mistake gives for this very patient, worked out outside the ranges that
`clinical` refuses. Rows as in `biologie`.
"""

from collections.abc import Callable, Mapping
from typing import Any

from asalee_training.exercises.calculs import biologie

Patient = Mapping[str, Any]
SCORE = ("sexe", "age", "statut_tabac", "pas_cabinet_mmhg", "ct_g_l", "hdl_g_l")
TABAC = ("statut_tabac", "cigarettes_jour", "age")


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


def _dfg_mg_l(p: Patient) -> float:
    """CKD-EPI fed with mg/L where it wants mg/dL: a creatinine ten times too high."""
    from asalee_training.clinical import rein

    return rein.dfg_brut(10 * p["creatinine_umol_l"], p["age"], p["sexe"], "2009")


def _paquets_annees(p: Patient, annees: float, par_paquet: float | None = None) -> float:
    """Pack-years of who counts other years, or other packets; by plain arithmetic, even where the years are impossible."""
    from asalee_training.clinical import reference_data

    return p["cigarettes_jour"] * annees / (par_paquet or reference_data.thresholds("tabac")["cigarettes_par_paquet"])


def _fin_du_tabac(p: Patient) -> int:
    return p["age_arret_tabac"] if p["statut_tabac"] == "ancien" else p["age"]


def _pa_sans_diviser(p: Patient) -> float:
    return _paquets_annees(
        p, 0 if p["statut_tabac"] == "jamais" else _fin_du_tabac(p) - p["age_debut_tabac"], par_paquet=1
    )


def _pa_sans_arret(p: Patient) -> float:
    return _paquets_annees(p, p["age"] - p["age_debut_tabac"])


def _pa_depuis_la_naissance(p: Patient) -> float:
    return _paquets_annees(p, _fin_du_tabac(p))


TABLE: dict[str, tuple[Callable[[Patient], Any], tuple[str, ...], str, str]] = {
    "score2_g_l_pour_mmol": (_score2_g_l, SCORE, "Erreur : SCORE2 de qui tape des g/L pour des mmol/L.", "%"),
    "score2_sans_tabac": (_score2_sans_tabac, SCORE, "SCORE2 de la même personne si elle ne fumait pas.", "%"),
    "score2_encore_fumeur": (
        _score2_encore_fumeur,
        SCORE,
        "Erreur : SCORE2 de qui coche « fumeur » après un arrêt.",
        "%",
    ),
    "score2_hors_age": (_score2, SCORE, "Erreur : SCORE2 employé à partir de 70 ans.", "%"),
    "dfg_mg_l_pour_mg_dl": (
        _dfg_mg_l,
        ("creatinine_umol_l", *biologie.IDENTITE),
        "Erreur : DFG de qui tape des mg/L dans un calculateur en mg/dL.",
        biologie.DFG,
    ),
    "paquets_annees_sans_diviser": (
        _pa_sans_diviser,
        TABAC,
        "Erreur : cigarettes par jour multipliées par les années, sans diviser par 20.",
        "paquets-années",
    ),
    "paquets_annees_sans_arret": (  # reads the age of stopping: who still smokes cannot make this mistake
        _pa_sans_arret,
        ("cigarettes_jour", "age", "age_debut_tabac", "age_arret_tabac"),
        "Erreur : paquets-années comptés jusqu’à aujourd’hui, malgré l’arrêt.",
        "paquets-années",
    ),
    "paquets_annees_depuis_la_naissance": (
        _pa_depuis_la_naissance,
        TABAC,
        "Erreur : l’âge compté à la place des années de tabac.",
        "paquets-années",
    ),
}
