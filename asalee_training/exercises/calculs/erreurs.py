"""What a classic mistake gives for a patient, for questions that foresee it: nothing here is a rule of care.

Rows as in `biologie`. `confusions.AUTRES` says of which computation each is the mistake.
"""

from collections.abc import Callable, Mapping
from typing import Any

from asalee_training.exercises.calculs import biologie

Patient = Mapping[str, Any]
SCORE = ("sexe", "age", "statut_tabac", "pas_cabinet_mmhg", "ct_g_l", "hdl_g_l")
TABAC = ("statut_tabac", "cigarettes_jour", "age")
HSI = ("delai_premiere_cigarette_min", "cigarettes_jour")


def _score2(p: Patient, modele_pris: str = "", **changed: float) -> float:
    """The score of this age with what the mistake changes, at one decimal; ``modele_pris``: the score taken instead."""
    from asalee_training.clinical import reference_data, risque_cv
    from asalee_training.clinical.risque_cv import modele

    mesures = {
        "age": float(p["age"]),
        "tabac": float(p["statut_tabac"] == "fumeur"),
        "pas": float(p["pas_cabinet_mmhg"]),
        "cholesterol": biologie.ct_mmol_l(p),
        "hdl": biologie.hdl_mmol_l(p),
        **changed,
    }
    agee = p["age"] >= reference_data.thresholds("risque_cv")["score2_op_age_min"]
    nom = modele_pris or ("score2_op" if agee else "score2")
    if nom == "score2_op":
        mesures["diabete"] = 0.0
    return risque_cv.arrondi(modele.etapes(nom, p["sexe"], mesures, "faible").risque_pct)


def _score2_hors_age(p: Patient) -> float:
    from asalee_training.clinical import reference_data

    if p["age"] < reference_data.thresholds("risque_cv")["score2_op_age_min"]:
        raise ValueError("SCORE2 convient à cet âge : l’employer n’est pas une erreur.")
    return _score2(p, "score2")


def _score2_g_l(p: Patient) -> float:
    return _score2(p, cholesterol=p["ct_g_l"], hdl=p["hdl_g_l"])


def _score2_sans_tabac(p: Patient) -> float:
    return _score2(p, tabac=0.0)


def _score2_encore_fumeur(p: Patient) -> float:
    if p["statut_tabac"] == "fumeur":
        raise ValueError("cette personne fume : cocher « fumeur » n’est pas une erreur.")
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


def _hsi_inverse(p: Patient) -> int:
    """The first question scored backwards: three points for the latest cigarette."""
    from asalee_training.clinical import tabac

    delai, nombre = p["delai_premiere_cigarette_min"], p["cigarettes_jour"]
    return 3 - tabac.hsi(delai, 1).total + tabac.hsi(1440, nombre).total


def _nicotine_double(p: Patient) -> float:
    from asalee_training.clinical import tabac

    return 2 * tabac.nicotine_depart_mg(p["cigarettes_jour"])


def _horloge_sans_suites(p: Patient) -> int:
    """A missing number costs its own point alone, and so does a missing hand."""
    lu = dict(p["horloge"])
    if not lu["chiffres_presents"]:
        lu |= {"ordre": True, "position": True}
    if not lu["deux_aiguilles"]:
        lu |= {"aiguille_heure": True, "aiguille_minute": True, "tailles": True}
    return sum(lu.values())


TABLE: dict[str, tuple[Callable[[Patient], Any], tuple[str, ...], str, str]] = {
    "score2_g_l_pour_mmol": (_score2_g_l, SCORE, "Erreur : SCORE2 de qui tape des g/L pour des mmol/L.", "%"),
    "score2_sans_tabac": (_score2_sans_tabac, SCORE, "SCORE2 de la même personne si elle ne fumait pas.", "%"),
    "score2_encore_fumeur": (
        _score2_encore_fumeur,
        SCORE,
        "Erreur : SCORE2 de qui coche « fumeur » après un arrêt.",
        "%",
    ),
    "score2_hors_age": (_score2_hors_age, SCORE, "Erreur : SCORE2 employé à partir de 70 ans.", "%"),
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
    "hsi_delai_inverse": (_hsi_inverse, HSI, "Erreur : HSI, la première question comptée à l’envers.", ""),
    "nicotine_depart_double": (
        _nicotine_double,
        HSI,
        "Erreur : nicotine de départ, chaque cigarette comptée pour deux comme une roulée.",
        "mg",
    ),
    "horloge_sans_suites": (
        _horloge_sans_suites,
        ("horloge",),
        "Erreur : horloge sur 7, un chiffre ou une aiguille qui manque ne coûte qu’un point.",
        "",
    ),
    "horloge_criteres_codex": (
        lambda p: sum(p["codex"]["horloge"].values()),
        ("codex",),
        "Erreur : critères de l’horloge du Codex, sur 4, à la place du score sur 7.",
        "",
    ),
}
