"""The page's side of each view, as one text: shared parts, then the view. It imports and fetches nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

ESM = Path(__file__).with_name("esm")
_EXERCISE = ("commun", "enregistrement", "correction", "exercice")
#: Files joined for each view, in order.
PARTS: dict[str, tuple[str, ...]] = {
    "choix": (*_EXERCISE, "choix"),
    "choix_multiple": (*_EXERCISE, "choix_multiple"),
    "nombre": (*_EXERCISE, "nombre"),
    "texte": (*_EXERCISE, "texte"),
    "zones_pied": (*_EXERCISE, "pieds", "zones_pied"),
    "examen_pieds": ("commun", "pieds", "examen_pieds"),
    "spirometrie": ("commun", "courbe", "spirometrie"),
    "feuille_cognition": ("commun", "horloge", "feuille_cognition"),
    "entete": ("commun", "entete"),
    "remise": ("commun", "remise"),
}


@cache
def esm(view: str) -> str:
    """Return the JavaScript module of a view. Raises ``KeyError`` for an unknown one."""
    return "\n".join((ESM / f"{part}.js").read_text(encoding="utf-8") for part in PARTS[view])


@cache
def css(view: str) -> str:
    """Return the style sheet of a view: the one of all views, then what its parts add."""
    sheets = [ESM / "style.css", *(ESM / f"{part}.css" for part in PARTS[view])]
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets if sheet.exists())
