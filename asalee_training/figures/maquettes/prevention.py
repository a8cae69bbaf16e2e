"""Maquettes of the module on prevention and extensions: one function each, named like it, its settings as arguments."""
