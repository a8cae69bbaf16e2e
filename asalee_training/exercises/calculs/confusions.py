"""The classic wrong turns of a computation, worked out for one patient.

Three kinds: another computation of the table in place of the right one (`AUTRES`), the right rule with wrong thresholds
(`REGLES`), and the right computation on a patient who is not this one (`PATIENTS`: the other sex, the height of another).
Nothing here is a rule of care: a value of this module is always what somebody must not answer.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from typing import Any

from asalee_training.exercises import calculs
from asalee_training.exercises.calculs import lecture

Patient = Mapping[str, Any]

AUTRES: Mapping[str, Mapping[str, str]] = {
    "rapport_vems_cvf": {
        "Rapport inversé, CVF sur VEMS": "rapport_cvf_vems",
        "VEMS en % de la valeur prédite, à la place du rapport": "vems_pct_theorique",
    },
    "vems_pct_theorique": {"Rapport VEMS/CVF, à la place du % de la valeur prédite": "rapport_vems_cvf"},
    "ips_droit": {"IPS inversé, bras sur cheville": "ips_droit_inverse", "IPS de l’autre jambe": "ips_gauche"},
    "ips_gauche": {"IPS inversé, bras sur cheville": "ips_gauche_inverse", "IPS de l’autre jambe": "ips_droit"},
    "grade_podologique": {"Catégorie IWGDF, à la place du grade français": "categorie_iwgdf"},
    "categorie_iwgdf": {"Grade français, à la place de la catégorie IWGDF": "grade_podologique"},
    "sites_sans_sensation": {
        "Pied droit et pied gauche intervertis": "sites_sans_sensation_inverses",
        "Une seule réponse fausse compte comme une absence": "sites_avec_une_reponse_fausse",
    },
    "cinq_mots_total": {"Score pondéré, à la place du total": "cinq_mots_pondere"},
    "cinq_mots_pondere": {"Total simple, à la place du score pondéré": "cinq_mots_total"},
    "dfg_ckd_epi": {
        "Équation de 2021, à la place de celle de 2009": "dfg_ckd_epi_2021",
        "Créatinine en mg/L, tapée dans un calculateur en mg/dL": "dfg_mg_l_pour_mg_dl",
    },
    "declin_dfg_an": {
        "Différence des créatinines, à la place de celle des DFG": "ecart_creatinine",
        "Perte en %, à la place des mL/min": "declin_dfg_pct",
    },
    "creatinine_mg_l": {
        "Créatinine en µmol/L, à la place des mg/L": "creatinine_non_convertie",
        "Créatinine en mg/dL, à la place des mg/L": "creatinine_mg_dl",
    },
    "rac_mg_g": {
        "RAC en mg/mmol, à la place des mg/g": "rac_non_convertie",
        "RAC divisée, à la place d’être multipliée": "rac_divisee",
    },
    "cholesterol_mmol": {
        "Cholestérol en g/L, à la place des mmol/L": "cholesterol_non_converti",
        "Cholestérol multiplié, à la place d’être divisé": "cholesterol_multiplie",
        "Facteur des triglycérides, à la place de celui du cholestérol": "cholesterol_facteur_triglycerides",
    },
    "hdl_mmol": {"HDL en g/L, à la place des mmol/L": "hdl_non_converti"},
    "hba1c_ifcc": {
        "HbA1c en %, à la place des mmol/mol": "hba1c_non_convertie",
        "HbA1c en %, multipliée par dix": "hba1c_fois_dix",
        "Rien de retiré après la multiplication": "hba1c_ifcc_sans_retrait",
    },
    "glycemie_moyenne_estimee": {
        "Calcul tapé sans parenthèses": "glycemie_moyenne_sans_parentheses",
        "Rien de retiré après la multiplication": "glycemie_moyenne_sans_retrait",
    },
    "ecart_hba1c": {
        "Objectif moins HbA1c": "ecart_hba1c_inverse",
        "Écart en pour cent de l’objectif": "ecart_hba1c_relatif",
    },
    "imc": {"Poids divisé par la taille, sans le carré": "imc_sans_carre"},
    "hsi": {"Première question comptée à l’envers": "hsi_delai_inverse"},
    "nicotine_depart": {"Chaque cigarette comptée pour deux": "nicotine_depart_double"},
    "horloge_score": {
        "Chiffre ou aiguille qui manque, compté pour un point": "horloge_sans_suites",
        "Critères du Codex, à la place du score sur 7": "horloge_criteres_codex",
    },
    "score2": {
        "Cholestérols en g/L, tapés pour des mmol/L": "score2_g_l_pour_mmol",
        "Tabac oublié": "score2_sans_tabac",
        "Tabac arrêté, compté comme présent": "score2_encore_fumeur",
        "SCORE2 employé à partir de 70 ans": "score2_hors_age",
    },
    "score2_diabete": {"SCORE2 ordinaire, à la place de SCORE2-Diabetes": "score2"},
    "ldl_friedewald": {
        "Triglycérides divisés par 2,2, le diviseur des mmol/L": "ldl_friedewald_diviseur_mmol",
        "Cholestérol non HDL, à la place du LDL": "non_hdl",
    },
    "paquets_annees": {
        "Sans diviser par vingt": "paquets_annees_sans_diviser",
        "Années comptées jusqu’à aujourd’hui": "paquets_annees_sans_arret",
        "Âge à la place des années de tabac": "paquets_annees_depuis_la_naissance",
    },
    "non_hdl": {"LDL calculé, à la place du cholestérol non HDL": "ldl_friedewald"},
    "moyenne_automesure_pas": {
        "Matin seul": "moyenne_automesure_pas_matin",
        "Soir seul": "moyenne_automesure_pas_soir",
        "Moyenne du cabinet, à la place du relevé": "moyenne_cabinet_pas",
        "Diastolique, à la place de la systolique": "moyenne_automesure_pad",
    },
    "moyenne_automesure_pad": {"Systolique, à la place de la diastolique": "moyenne_automesure_pas"},
    "moyenne_cabinet_pas": {
        "Moyenne des trois mesures": "moyenne_cabinet_pas_trois",
        "Diastolique, à la place de la systolique": "moyenne_cabinet_pad",
    },
    "moyenne_cabinet_pad": {"Systolique, à la place de la diastolique": "moyenne_cabinet_pas"},
    "baisse_orthostatique_pas": {"Baisse à trois minutes seulement": "baisse_orthostatique_pas_3"},
}


def _spirometrie_en_pct(p: Patient) -> str:
    """The pattern as read with 70 % and 80 % of predicted, whoever the person is."""
    from asalee_training.clinical import spirometrie

    def bas(indice: str, value: float) -> bool:
        return spirometrie.reference(indice, p["sexe"], p["age"], p["taille_cm"]).pct(value) < 80

    rapport = 0 if p["vems_l"] / p["cvf_l"] >= 0.70 else -2
    return spirometrie.motif(-2 if bas("vems", p["vems_l"]) else 0, -2 if bas("cvf", p["cvf_l"]) else 0, rapport)


def _severite_en_pct(p: Patient) -> str:
    """The severity as read on % of predicted, with the thresholds of GOLD."""
    pct = calculs.compute("vems_pct_theorique", p)
    return "normal" if pct >= 80 else "leger" if pct >= 70 else "modere" if pct >= 50 else "severe"


def _seuils_du_cabinet_a_la_maison(p: Patient) -> str:
    """Office and home together, the home sheet being read with 140/90."""
    maison = [calculs.compute(f"moyenne_automesure_{nom}", p) for nom in ("pas", "pad")]
    cabinet = [calculs.compute(f"moyenne_cabinet_{nom}", p) for nom in ("pas", "pad")]
    haut, bas = (any(m >= seuil for m, seuil in zip(means, (140, 90), strict=True)) for means in (cabinet, maison))
    return {(True, True): "permanente", (True, False): "blouse_blanche", (False, True): "masquee"}.get(
        (haut, bas), "normale"
    )


def _stade_2021(p: Patient) -> str:
    from asalee_training.clinical import rein

    return rein.categorie_dfg(calculs.compute("dfg_ckd_epi_2021", p))


def _bras_inverses(name: str) -> Callable[[Patient], Any]:
    """The same computation, each arm read as the other."""

    def compute(p: Patient) -> Any:
        arms = p["mesures_cabinet"]
        return calculs.compute(name, {**p, "mesures_cabinet": {"droit": arms["gauche"], "gauche": arms["droit"]}})

    return compute


REGLES: Mapping[str, Mapping[str, Callable[[Patient], Any]]] = {
    "motif_spirometrie": {"Seuils de 70 % et de 80 % de la valeur prédite, à la place des LIN": _spirometrie_en_pct},
    "severite_vems": {"% de la valeur prédite, à la place du z-score": _severite_en_pct},
    "conclusion_releve": {"Seuils du cabinet, 140/90, appliqués à la maison": _seuils_du_cabinet_a_la_maison},
    "bras_de_reference": {"Bras droit et bras gauche intervertis": _bras_inverses("bras_de_reference")},
    "categorie_dfg": {"Équation de 2021, à la place de celle de 2009": _stade_2021},
}


def _autre_sexe(p: Patient) -> Patient:
    return {**p, "sexe": "homme" if p["sexe"] == "femme" else "femme"}


def _plus_petite(p: Patient) -> Patient:
    return {**p, "taille_cm": p["taille_cm"] - 10}


def _plus_age(p: Patient) -> Patient:
    return {**p, "age": p["age"] + 10}


#: By field that a computation reads: who it would be computed for by mistake.
PATIENTS: Mapping[str, tuple[str, Callable[[Patient], Patient]]] = {
    "sexe": ("L’autre sexe", _autre_sexe),
    "taille_cm": ("Dix centimètres de moins", _plus_petite),
    "age": ("Dix ans de plus", _plus_age),
}


def nommees(name: str | None) -> dict[str, str]:
    """The computations that an author may foresee as mistakes of this one, each with what goes wrong, in French."""
    return {other: nom for nom, other in AUTRES.get(name or "", {}).items()}


def confusions(name: str, patient: Patient, sauf: Container[Any] = ()) -> Iterator[tuple[str, Any]]:
    """Yield (what went wrong, the value that it gives) for a computation and a patient.

    sauf: computations that the author foresees already. What cannot be computed for this patient is left out.
    Raises ``KeyError`` for an unknown computation.
    """
    ways: dict[str, Callable[[], Any]] = {}
    for nom, other in AUTRES.get(name, {}).items():
        if other not in sauf:
            ways[nom] = lambda other=other: calculs.compute(other, patient)
    for nom, rule in REGLES.get(name, {}).items():
        ways[nom] = lambda rule=rule: rule(patient)
    for field in lecture.read_for(name, patient):
        if field in PATIENTS:
            nom, change = PATIENTS[field]
            ways[nom] = lambda change=change: calculs.compute(name, change(patient))
    for nom, way in ways.items():
        try:
            value = way()
        except (KeyError, ValueError, TypeError, ZeroDivisionError):
            continue
        yield nom, value
