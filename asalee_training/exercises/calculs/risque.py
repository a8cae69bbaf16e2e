"""Computations on the risk, blood pressure, tobacco and breath of a patient's record, added to the table of `calculs`.

Rows as in `calculs_biologie`.
"""

from collections.abc import Callable, Mapping
from typing import Any

from asalee_training.exercises.calculs import biologie

Patient = Mapping[str, Any]
CABINET = ("pas_cabinet_mmhg", "pad_cabinet_mmhg")
SCORE = ("sexe", "age", "statut_tabac", "pas_cabinet_mmhg", "ct_g_l", "hdl_g_l")
SITUATION = (
    "age",
    "maladie_cardiovasculaire",
    "hypercholesterolemie_familiale",
    "grossesse",
    "diabete",
    "dfg",
    "rac_mg_mmol",
    "ldl_g_l",
    *CABINET,
)


def _situation(p: Patient) -> Any:
    from asalee_training.clinical import risque_cv

    return risque_cv.Situation(
        age=p["age"],
        maladie_cardiovasculaire=p["maladie_cardiovasculaire"],
        hypercholesterolemie_familiale=p["hypercholesterolemie_familiale"],
        trouble_genetique=False,
        grossesse=p["grossesse"],
        diabete="type_2" if p["diabete"] else "aucun",
        atteinte_organe=bool(p["diabete"] and p.get("retinopathie", False)),
        dfg=p["dfg"],
        rac_mg_mmol=p["rac_mg_mmol"],
        ldl_g_l=p["ldl_g_l"],
        pas_mmhg=p["pas_cabinet_mmhg"],
        pad_mmhg=p["pad_cabinet_mmhg"],
    )


def _score_applicable(p: Patient) -> str:
    from asalee_training.clinical import risque_cv

    return risque_cv.score_applicable(_situation(p)).score or "aucun"


def _categorie_sans_score(p: Patient) -> str:
    from asalee_training.clinical import risque_cv

    return risque_cv.categorie_sans_score(_situation(p)).categorie or "aucune"


def _mesures(p: Patient) -> dict[str, Any]:
    return {
        "age": p["age"],
        "sexe": p["sexe"],
        "tabac": p["statut_tabac"] == "fumeur",
        "pas_mmhg": p["pas_cabinet_mmhg"],
        "cholesterol_mmol_l": biologie.ct_mmol_l(p),
        "hdl_mmol_l": biologie.hdl_mmol_l(p),
    }


def _score2(p: Patient) -> float:
    from asalee_training.clinical import reference_data, risque_cv

    mesures = _mesures(p)
    if p["age"] >= reference_data.thresholds("risque_cv")["score2_op_age_min"]:
        return risque_cv.arrondi(risque_cv.score2_op(**mesures, diabete=False))
    return risque_cv.arrondi(risque_cv.score2(**mesures))


def _score2_categorie(p: Patient) -> str:
    from asalee_training.clinical import risque_cv

    return risque_cv.categorie(_score2(p), p["age"], "esc_2021")


def _score2_diabete(p: Patient) -> float:
    from asalee_training.clinical import risque_cv

    propres = {"age_diagnostic": p["age_diagnostic_diabete"], "hba1c_mmol_mol": biologie.ifcc(p), "dfg": p["dfg"]}
    return risque_cv.arrondi(risque_cv.score2_diabete(**_mesures(p), **propres))


def _classe_cabinet(p: Patient) -> str:
    from asalee_training.clinical import tension

    return tension.classe_cabinet(*(p[champ] for champ in CABINET))


def _grade_cabinet(p: Patient) -> int:
    from asalee_training.clinical import tension

    return tension.grade_cabinet(*(p[champ] for champ in CABINET))


def _conclusion_tension(p: Patient) -> str:
    from asalee_training.clinical import tension

    maison = p["pas_habituelle_mmhg"], p["pad_habituelle_mmhg"]
    return tension.conclusion(*(p[champ] for champ in CABINET), *maison, "automesure", p["antihypertenseur"]).profil


def _paquets_annees(p: Patient) -> float:
    from asalee_training.clinical import tabac

    if p["statut_tabac"] == "jamais":
        return tabac.paquets_annees([(0, 0)])
    fin = p["age_arret_tabac"] if p["statut_tabac"] == "ancien" else p["age"]
    return tabac.paquets_annees([(p["cigarettes_jour"], fin - p["age_debut_tabac"])])


def _severite_vems(p: Patient) -> str:
    from asalee_training.clinical import spirometrie

    reference = spirometrie.reference("vems", p["sexe"], p["age"], p["taille_cm"])
    return spirometrie.severite(reference.z(p["vems_l"]))


TABLE: dict[str, tuple[Callable[[Patient], Any], tuple[str, ...], str, str]] = {
    "score_applicable": (
        _score_applicable,
        SITUATION,
        "Score qui peut se calculer : score2, score2_op, score2_diabete ou aucun (lit aussi retinopathie, si elle est là).",
        "",
    ),
    "categorie_sans_score": (
        _categorie_sans_score,
        SITUATION,
        "Catégorie acquise sans aucun score : tres_eleve, eleve ou aucune.",
        "",
    ),
    "score2": (_score2, SCORE, "SCORE2, ou SCORE2-OP à partir de 70 ans, à une décimale.", "%"),
    "score2_categorie": (
        _score2_categorie,
        SCORE,
        "Catégorie ESC 2021 de ce risque : faible_a_modere, eleve ou tres_eleve.",
        "",
    ),
    "score2_diabete": (
        _score2_diabete,
        (*SCORE, "age_diagnostic_diabete", "hba1c_pct", "dfg"),
        "SCORE2-Diabetes, à une décimale.",
        "%",
    ),
    "classe_pression_cabinet": (_classe_cabinet, CABINET, "Classe ESH 2023 de la pression au cabinet.", ""),
    "grade_pression_cabinet": (_grade_cabinet, CABINET, "Grade de la pression au cabinet, de 0 à 3.", ""),
    "conclusion_tension": (
        _conclusion_tension,
        (*CABINET, "pas_habituelle_mmhg", "pad_habituelle_mmhg", "antihypertenseur"),
        "Cabinet et automesure ensemble : normale, blouse_blanche, masquee ou permanente.",
        "",
    ),
    "paquets_annees": (
        _paquets_annees,
        ("statut_tabac", "cigarettes_jour", "age"),
        "Paquets-années (lit aussi les âges de début et d’arrêt de qui a fumé).",
        "paquets-années",
    ),
    "severite_vems": (
        _severite_vems,
        ("sexe", "age", "taille_cm", "vems_l"),
        "Atteinte du VEMS d’après son z-score : normal, leger, modere ou severe.",
        "",
    ),
}
