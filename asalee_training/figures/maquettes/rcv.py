"""Maquettes of the module on cardiovascular risk: one function each, named like it, its settings as arguments."""

from asalee_training.figures.maquettes.artere import artere_plaque
from asalee_training.figures.maquettes.suivi import champ_porte, suivi_dates
from asalee_training.figures.maquettes.urgence import derniere_heure

__all__ = ["artere_plaque", "champ_porte", "derniere_heure", "suivi_dates"]
