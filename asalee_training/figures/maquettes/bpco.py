"""Maquettes of the module on COPD and tobacco: one function each, named like it, its settings as arguments."""
