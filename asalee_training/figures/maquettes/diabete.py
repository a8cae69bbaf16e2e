"""Maquettes of the module on diabetes: one function each, named like it, its settings as arguments."""
