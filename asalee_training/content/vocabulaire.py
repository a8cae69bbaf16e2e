"""The names that a case may use, each with its French description: what an editor proposes while one writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from asalee_training.simulation import dossier
from asalee_training.simulation.champs import CHAMPS, PROFILS, Champ


def named(mots: Mapping[str, str]) -> dict[str, Any]:
    """Return the JSON Schema of a choice among names, with what each means."""
    return {"oneOf": [{"const": nom, "description": sens} for nom, sens in sorted(mots.items())]}


def patient() -> dict[str, Any]:
    """Return the JSON Schema of `patient:`: a field, its kind and its bounds; laws may stand for any value."""
    fields = {nom: _field(champ) for nom, champ in CHAMPS.items() if champ.profil != "dossier"}
    for nom, (names, *_) in PROFILS.items():
        fields[nom] = _profile("Des mesures qui vont ensemble.", {"enum": list(names)})
    record = {nom: _field(champ) for nom, champ in CHAMPS.items() if champ.profil == "dossier"}
    known = named({nom: profil.description for nom, profil in dossier.PROFILS.items()})
    fields["dossier"] = _profile("Un dossier entier, tiré d’un coup.", known, record)
    return {"type": "object", "properties": fields}


def values(champ: Champ) -> str:
    """Write in Markdown what a field accepts: « de 0,3 à 8 L », « `femme`, `homme` »."""
    if champ.genre in ("entier", "nombre"):
        unit = f" {champ.unite}" if champ.unite else ""
        return f"de {champ.mini:g} à {champ.maxi:g}{unit}".replace(".", ",")
    words = {"booleen": "`true` ou `false`", "structure": f"rempli par un profil `{champ.profil}`", "texte": "un texte"}
    return words.get(champ.genre) or ", ".join(f"`{m}`" for m in champ.mots)


def _field(champ: Champ) -> dict[str, Any]:
    about: dict[str, Any] = {"description": f"{champ.libelle} : {values(champ).replace('`', '')}"}
    if champ.genre in ("entier", "nombre"):
        kind = "integer" if champ.genre == "entier" else "number"
        return about | {"type": kind, "minimum": champ.mini, "maximum": champ.maxi}
    if champ.genre == "mot":
        return about | {"enum": list(champ.mots)}
    return about | ({"type": "boolean"} if champ.genre == "booleen" else {})


def _profile(description: str, names: dict[str, Any], fields: Mapping[str, Any] | None = None) -> dict[str, Any]:
    properties = {"profil": {"description": "Le nom du profil.", **names}, **(fields or {})}
    return {"description": description, "type": "object", "properties": properties}
