"""Maquettes of the module on cardiovascular risk: one function each, named like it, its settings as arguments."""

from asalee_training.figures.maquettes.artere import artere_plaque
from asalee_training.figures.maquettes.deux_lieux import deux_lieux
from asalee_training.figures.maquettes.lipides import cent_hommes, tube_cholesterol
from asalee_training.figures.maquettes.suivi import champ_porte, suivi_dates
from asalee_training.figures.maquettes.urgence import derniere_heure

__all__ = [
    "artere_plaque",
    "cent_hommes",
    "champ_porte",
    "derniere_heure",
    "deux_lieux",
    "suivi_dates",
    "tube_cholesterol",
]
