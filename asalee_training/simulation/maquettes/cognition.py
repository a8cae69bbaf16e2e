"""Settings of the maquettes of the module on cognition."""

from __future__ import annotations

from asalee_training.simulation.maquettes.reglages import Maquette

MAQUETTES: dict[str, Maquette] = {}
