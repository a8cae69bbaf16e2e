"""Settings of the maquettes of the module on prevention and extensions."""

from __future__ import annotations

from asalee_training.simulation.maquettes.reglages import Maquette

MAQUETTES: dict[str, Maquette] = {}
