"""Exercise types: one module per ``type:`` of the case files, all with the functions of ``contract``."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

TYPES: tuple[str, ...] = (
    "choix",
    "choix_multiple",
    "cotation_test",
    "dessin_horloge",
    "electrodes",
    "entretien",
    "examen_monofilament",
    "mesure_tension",
    "nombre",
    "passation_cinq_mots",
    "seance_spirometrie",
    "zones_pied",
    "texte",
)


def get(name: str) -> ModuleType:
    """Return the module of an exercise type.

    Raises ``KeyError`` if the type does not exist: content checks names before anything is built.
    """
    if name not in TYPES:
        raise KeyError(name)
    return import_module(f"{__name__}.{name}")
