"""Maquettes of the module on COPD and tobacco: one function each, named like it, its settings as arguments."""

from asalee_training.figures.maquettes.declin import vems_arret
from asalee_training.figures.maquettes.limites import deux_seuils, taille_fiche
from asalee_training.figures.maquettes.nicotine import nicotine_journee
from asalee_training.figures.maquettes.poumons_pleins import souffle_effort
from asalee_training.figures.maquettes.reperage import qui_doit_souffler
from asalee_training.figures.maquettes.souffle_seconde import souffle_seconde
from asalee_training.figures.maquettes.substituts import dose_depart
from asalee_training.figures.maquettes.voile import voile_colline

__all__ = [
    "deux_seuils",
    "dose_depart",
    "nicotine_journee",
    "qui_doit_souffler",
    "souffle_effort",
    "souffle_seconde",
    "taille_fiche",
    "vems_arret",
    "voile_colline",
]
