"""Drawings that move: one pure function per maquette, its settings as arguments, in the file of its module.

Their settings are data of ``simulation.maquettes``. A file is imported when the first of its drawings is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from importlib import import_module

from asalee_training.figures.toile import Dessin
from asalee_training.simulation.maquettes import FICHIER, MAQUETTES, Valeur


def draw(nom: str, reglages: Mapping[str, Valeur]) -> Dessin:
    """Draw a maquette at these settings, checked by ``simulation.maquettes.regler``. KeyError if it does not exist."""
    module = import_module(f"{__name__}.{FICHIER[nom]}")
    dessin: Dessin = getattr(module, nom)(**reglages)
    return dessin


def textes(nom: str) -> str:
    """Return all that a maquette says, at its start and at each end of its settings: what a physician has to review."""
    dessins = [draw(nom, reglages) for reglages in MAQUETTES[nom].exemples()]
    words = [unescape(text) for dessin in dessins for text in re.findall(r">([^<]+)</text>", dessin.svg)]
    return "\n".join([MAQUETTES[nom].consigne, *words, *(dessin.alt for dessin in dessins)])


__all__ = ["Dessin", "draw", "textes"]
