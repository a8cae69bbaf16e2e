"""The page's side of each view, as one text: shared parts, then the view. It imports and fetches nothing.

The rules that all views share go with the module, which writes them once, before any view's own: written again by
every view, they would take back what a view shown earlier had changed.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

ESM = Path(__file__).with_name("esm")
_EXERCISE = ("commun", "enregistrement", "correction", "exercice")
#: Files joined for each view, in order.
PARTS: dict[str, tuple[str, ...]] = {
    "choix": (*_EXERCISE, "choix"),
    "choix_multiple": (*_EXERCISE, "choix_multiple"),
    "cotation_test": (*_EXERCISE, "seance", "horloge", "cotation_materiel", "cotation_test"),
    "dessin_horloge": (*_EXERCISE, "seance", "horloge", "dessin_cadran", "dessin_liste", "dessin_horloge"),
    "electrodes": (*_EXERCISE, "seance", "coeur_ecg", "papier_ecg", "thorax", "pose_electrodes", "electrodes"),
    "entretien": (*_EXERCISE, "seance", "conversation", "logement", "entretien"),
    "examen_monofilament": (
        *_EXERCISE,
        "seance",
        "pieds",
        "filament",
        "monofilament_patient",
        "monofilament_pieds",
        "monofilament_liste",
        "monofilament_conclure",
        "examen_monofilament",
    ),
    "mesure_tension": (
        *(*_EXERCISE, "seance", "tension_etat", "tension_personne", "tension_scene", "tension_appareil"),
        *("tension_conclure", "tension_liste", "mesure_tension"),
    ),
    "nombre": (*_EXERCISE, "nombre"),
    "passation_cinq_mots": (
        *(*_EXERCISE, "seance", "monofilament_patient", "cinq_mots_dialogue", "cinq_mots_scene"),
        *("cinq_mots_feuille", "cinq_mots_liste", "passation_cinq_mots"),
    ),
    "seance_spirometrie": (
        *_EXERCISE,
        "seance",
        "courbe",
        "spirometre",
        "spirometrie_avant",
        "spirometrie_souffles",
        "spirometrie_resultats",
        "spirometrie_liste",
        "seance_spirometrie",
    ),
    "texte": (*_EXERCISE, "texte"),
    "zones_pied": (*_EXERCISE, "pieds", "zones_pied"),
    "calculatrice": ("commun", "questions", "calculatrice"),
    "examen_pieds": ("commun", "pieds", "examen_pieds"),
    "maquette": ("commun", "questions", "maquette"),
    "releve_automesure": ("commun", "releve_automesure"),
    "spirometrie": ("commun", "courbe", "spirometrie"),
    "feuille_cognition": ("commun", "horloge", "feuille_cognition"),
    "entete": ("commun", "entete"),
    "remise": ("commun", "remise"),
}


@cache
def esm(view: str) -> str:
    """Return the JavaScript module of a view. Raises ``KeyError`` for an unknown one."""
    shared = json.dumps((ESM / "style.css").read_text(encoding="utf-8"), ensure_ascii=False)
    parts = [(ESM / f"{part}.js").read_text(encoding="utf-8") for part in PARTS[view]]
    return "\n".join([f"const SHARED_STYLE = {shared};", *parts])


@cache
def css(view: str) -> str:
    """Return what the parts of a view add to the style of all views."""
    sheets = [ESM / f"{part}.css" for part in PARTS[view]]
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets if sheet.exists())
