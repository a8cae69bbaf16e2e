"""Maquettes: drawings that move when one moves a setting. Here their settings only; ``figures.maquettes`` draws them.

One file per module of courses, each with its own ``MAQUETTES``; the function that draws ``nom`` has its name, in the
file of ``figures.maquettes`` that has the name of the file here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from asalee_training.clinical import inputs
from asalee_training.simulation.maquettes import bpco, cognition, diabete, prevention, rcv
from asalee_training.simulation.maquettes.reglages import Choix, Curseur, Maquette, Valeur

_FICHIERS = {
    "diabete": diabete.MAQUETTES,
    "rcv": rcv.MAQUETTES,
    "bpco": bpco.MAQUETTES,
    "cognition": cognition.MAQUETTES,
    "prevention": prevention.MAQUETTES,
}
MAQUETTES: dict[str, Maquette] = {nom: m for fichier in _FICHIERS.values() for nom, m in fichier.items()}
#: Which file draws each.
FICHIER: dict[str, str] = {nom: fichier for fichier, maquettes in _FICHIERS.items() for nom in maquettes}


def regler(nom: object, recus: object) -> tuple[str, dict[str, Valeur]]:
    """Return a maquette's name and its settings, from what a page sent.

    Raises ValueError (French sentence) on an unknown name, a missing or unknown setting, a value out of its slider.
    """
    known = inputs.one_of("Maquette", nom, tuple(MAQUETTES))
    return known, MAQUETTES[known].lire(recus)


def read(parties: tuple[str, ...], drapeaux: Mapping[str, bool], patient: Mapping) -> dict[str, Any]:
    """The recording of the instrument: which maquettes are on the table. It knows nothing of the patient."""
    return {"maquettes": list(parties)}


__all__ = ["FICHIER", "MAQUETTES", "Choix", "Curseur", "Maquette", "Valeur", "read", "regler"]
