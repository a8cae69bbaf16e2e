"""Maquettes of the module on prevention and extensions: one function each, named like it, its settings as arguments."""

from __future__ import annotations

from asalee_training.figures.maquettes.prevention_coeur import matin_balance
from asalee_training.figures.maquettes.prevention_corps import imc_et_tour
from asalee_training.figures.maquettes.prevention_foules import cent_positifs, mille_femmes, mille_tests
from asalee_training.figures.maquettes.prevention_maison import maison_la_nuit

__all__ = ["cent_positifs", "imc_et_tour", "maison_la_nuit", "matin_balance", "mille_femmes", "mille_tests"]
