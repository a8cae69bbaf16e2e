"""Computations on the breath and on tobacco, added to the table of `calculs`. Rows as in `biologie`."""

from collections.abc import Callable, Mapping
from typing import Any

Patient = Mapping[str, Any]
PERSONNE = ("sexe", "age", "taille_cm")
TABAC = ("delai_premiere_cigarette_min", "cigarettes_jour")


def _reference(p: Patient) -> Any:
    from asalee_training.clinical import spirometrie

    return spirometrie.reference("vems_cvf", p["sexe"], p["age"], p["taille_cm"])


def _lin_rapport(p: Patient) -> float:
    return 100 * _reference(p).lin


def _deux_lectures(p: Patient) -> str:
    from asalee_training.clinical import spirometrie

    rapport = spirometrie.rapport_vems_cvf(p["vems_l"], p["cvf_l"])
    return spirometrie.lectures_rapport(rapport, _reference(p).z(rapport / 100))


def _hsi(p: Patient) -> Any:
    from asalee_training.clinical import tabac

    return tabac.hsi(p["delai_premiere_cigarette_min"], p["cigarettes_jour"])


def _timbre(p: Patient) -> float:
    from asalee_training.clinical import tabac

    return tabac.nicotine_depart_mg(p["cigarettes_jour"])


TABLE: dict[str, tuple[Callable[[Patient], Any], tuple[str, ...], str, str]] = {
    "lin_rapport": (_lin_rapport, PERSONNE, "Limite inférieure de la normale de VEMS/CVF, GLI Global.", "%"),
    "rapport_deux_lectures": (
        _deux_lectures,
        (*PERSONNE, "vems_l", "cvf_l"),
        "Le rapport lu à 70 % et à la LIN : voir clinical.spirometrie.lectures_rapport.",
        "",
    ),
    "hsi": (lambda p: _hsi(p).total, TABAC, "Indice de dépendance HSI, de 0 à 6.", ""),
    "hsi_classe": (lambda p: _hsi(p).classe, TABAC, "Classe de l’indice HSI.", ""),
    "nicotine_depart": (_timbre, TABAC, "Nicotine d’un jour pour commencer, 1 mg par cigarette.", "mg"),
}
