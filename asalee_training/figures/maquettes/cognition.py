"""Maquettes of the module on cognition: one function each, named like it, its settings as arguments."""
