"""Figures of the lessons, drawn by code when a notebook is built; a trainee's kernel never loads them.

A figure is a pure function of its own name in one of the files of this folder, without argument: it returns a
``Dessin``, its SVG and the French text that stands for it. The same bytes on every machine.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from asalee_training.figures.toile import Dessin

#: Each figure: the file of this folder that draws it, and what it shows.
NOMS: dict[str, tuple[str, str]] = {
    "fibres_nerveuses": ("nerfs", "Les nerfs du pied : grosses et petites fibres, et ce qui se perd avec chacune"),
    "pied_sites": ("pied", "Les trois sites du monofilament, sous chaque pied"),
}


@lru_cache(maxsize=64)
def draw(nom: str) -> Dessin:
    """Draw a figure. Raises ``KeyError`` if it does not exist: content checks names before anything is built."""
    module = import_module(f"{__name__}.{NOMS[nom][0]}")
    dessin: Dessin = getattr(module, nom)()
    return dessin


__all__ = ["NOMS", "Dessin", "draw"]
