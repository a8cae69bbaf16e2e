"""Maquettes of the module on cognition: one function each, named like it, its settings as arguments."""

from asalee_training.figures.maquettes.alerte import escalier_alerte
from asalee_training.figures.maquettes.maison import maison_mois
from asalee_training.figures.maquettes.salle_attente import salle_attente
from asalee_training.figures.maquettes.silence import silence
from asalee_training.figures.maquettes.souvenir import trois_pas
from asalee_training.figures.maquettes.visite import heure_visite

__all__ = ["escalier_alerte", "heure_visite", "maison_mois", "salle_attente", "silence", "trois_pas"]
