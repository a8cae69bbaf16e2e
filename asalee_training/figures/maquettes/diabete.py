"""Maquettes of the module on diabetes, each in a file of its own."""

from __future__ import annotations

from asalee_training.figures.maquettes.diabete_calendrier import calendrier_suivi
from asalee_training.figures.maquettes.diabete_champ import portes_champ
from asalee_training.figures.maquettes.diabete_cle import cle_serrure
from asalee_training.figures.maquettes.diabete_filtres import filtres_du_rein
from asalee_training.figures.maquettes.diabete_globules import globules_rouges
from asalee_training.figures.maquettes.diabete_grades import deux_classements
from asalee_training.figures.maquettes.diabete_nerfs import nerfs_longueur
from asalee_training.figures.maquettes.diabete_oeil import vue_et_retine
from asalee_training.figures.maquettes.diabete_resucrage import resucrage

__all__ = [
    "calendrier_suivi",
    "cle_serrure",
    "deux_classements",
    "filtres_du_rein",
    "globules_rouges",
    "nerfs_longueur",
    "portes_champ",
    "resucrage",
    "vue_et_retine",
]
