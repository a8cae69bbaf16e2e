"""Maquettes of the module on cardiovascular risk: one function each, named like it, its settings as arguments."""

from asalee_training.figures.maquettes.artere import artere_plaque

__all__ = ["artere_plaque"]
