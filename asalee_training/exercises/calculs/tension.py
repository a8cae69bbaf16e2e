"""Computations on blood pressure that a case may name: a home sheet, readings at the office, a test on standing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Patient = Mapping[str, Any]
#: Why a sheet is worth nothing, the most telling first.
MOTIFS = ("appareil_de_poignet", "un_seul_moment", "trop_peu_de_mesures")


def _releve(patient: Patient) -> Any:
    from asalee_training.simulation import automesure

    return automesure.lire(patient["automesure"])


def _mean(champ: str) -> Callable[[Patient], float]:
    return lambda patient: getattr(_releve(patient), champ)


def _mean_of(moment: str, rang: int) -> Callable[[Patient], float]:
    """Mean of one moment alone: what is found by who stops at half of the sheet."""

    def compute(patient: Patient) -> float:
        found = [r[rang] for day in patient["automesure"][moment] for r in day if r is not None]
        if not found:
            raise ValueError(f"automesure : rien n’est écrit le {moment}.")
        return sum(found) / len(found)

    return compute


def _motif(patient: Patient) -> str:
    motifs = _releve(patient).motifs
    return next((motif for motif in MOTIFS if motif in motifs), "valide")


def _classe(patient: Patient) -> str:
    return _releve(patient).classe or "non_valide"


def _cabinet(patient: Patient) -> tuple[float, float]:
    from asalee_training.simulation import mesures_tension

    moyenne = mesures_tension.moyenne_cabinet(patient["mesures_cabinet"])
    return moyenne.pas_mmhg, moyenne.pad_mmhg


def _trois(rang: int) -> Callable[[Patient], float]:
    """Mean of the first three readings, the first one included: the usual mistake."""

    def compute(patient: Patient) -> float:
        from asalee_training.simulation import mesures_tension

        readings = patient["mesures_cabinet"]
        return sum(reading[rang] for reading in readings[mesures_tension.bras(readings)[0]][:3]) / 3

    return compute


def _grade(patient: Patient) -> int:
    from asalee_training.clinical import tension

    return tension.grade_cabinet(*_cabinet(patient))


def _conclusion(patient: Patient) -> str:
    """Office and home together; a sheet that is not valid concludes nothing."""
    from asalee_training.clinical import tension

    home = _releve(patient)
    if not home.valide:
        return "non_valide"
    means = (home.pas_mmhg, home.pad_mmhg)
    return tension.conclusion(*_cabinet(patient), *means, "automesure", patient["antihypertenseur"]).profil


def _bras(patient: Patient) -> str:
    from asalee_training.simulation import mesures_tension

    return mesures_tension.comparaison(patient["mesures_cabinet"]).cote


def _brassard(patient: Patient) -> str:
    from asalee_training.simulation import mesures_tension

    return mesures_tension.brassard(patient["tour_bras_cm"]) or "aucun"


def _lever(patient: Patient) -> Any:
    from asalee_training.simulation import mesures_tension

    return mesures_tension.lever(patient["mesures_orthostatiques"])


_RELEVE, _MESURES, _LEVER = ("automesure",), ("mesures_cabinet",), ("mesures_orthostatiques",)
#: For each name: the function, what it reads, what it gives, its unit.
TABLE: Mapping[str, tuple[Callable[[Patient], Any], tuple[str, ...], str, str]] = {
    "moyenne_automesure_pas": (_mean("pas_mmhg"), _RELEVE, "Moyenne des systoliques du relevé.", "mmHg"),
    "moyenne_automesure_pad": (_mean("pad_mmhg"), _RELEVE, "Moyenne des diastoliques du relevé.", "mmHg"),
    "moyenne_automesure_pas_matin": (_mean_of("matin", 0), _RELEVE, "Moyenne des systoliques du matin seul.", "mmHg"),
    "moyenne_automesure_pas_soir": (_mean_of("soir", 0), _RELEVE, "Moyenne des systoliques du soir seul.", "mmHg"),
    "nombre_automesures": (_mean("nombre"), _RELEVE, "Nombre de mesures écrites sur le relevé.", ""),
    "releve_valide": (lambda p: _releve(p).valide, _RELEVE, "Vrai si le relevé peut être lu.", ""),
    "releve_motif": (_motif, _RELEVE, f"valide, ou pourquoi il ne l’est pas : {', '.join(MOTIFS)}.", ""),
    "releve_classe": (_classe, _RELEVE, "normale, elevee, ou non_valide.", ""),
    "moyenne_cabinet_pas": (lambda p: _cabinet(p)[0], _MESURES, "Systolique : 2 dernières de 3, bras retenu.", "mmHg"),
    "moyenne_cabinet_pad": (lambda p: _cabinet(p)[1], _MESURES, "Diastolique : 2 dernières de 3, bras retenu.", "mmHg"),
    "moyenne_cabinet_pas_trois": (_trois(0), _MESURES, "Systolique : moyenne des 3, l’erreur courante.", "mmHg"),
    "grade_mesures_cabinet": (_grade, _MESURES, "Grade de la moyenne du cabinet, de 0 à 3.", ""),
    "bras_de_reference": (_bras, _MESURES, "droit, gauche ou indifferent.", ""),
    "conclusion_releve": (
        _conclusion,
        ("mesures_cabinet", "automesure", "antihypertenseur"),
        "Cabinet et automesure : normale, blouse_blanche, masquee, permanente ou non_valide.",
        "",
    ),
    "brassard": (_brassard, ("tour_bras_cm",), "Taille du brassard de l’appareil simulé : S, M, L ou aucun.", ""),
    "baisse_orthostatique_pas": (
        lambda p: max(_lever(p).baisse_pas_1, _lever(p).baisse_pas_3),
        _LEVER,
        "Plus forte baisse de la systolique, à 1 ou 3 minutes.",
        "mmHg",
    ),
    "baisse_orthostatique_pas_3": (
        lambda p: _lever(p).baisse_pas_3,
        _LEVER,
        "Baisse de la systolique à 3 minutes seulement, l’erreur courante.",
        "mmHg",
    ),
    "orthostatisme_positif": (lambda p: _lever(p).positive, _LEVER, "Vrai si le test couché-debout est positif.", ""),
}
