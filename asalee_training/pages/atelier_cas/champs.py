"""Forms made from the models of the exercise types: what a field is called, how it is filled, when it is shown."""

from __future__ import annotations

import types
import typing
from datetime import date
from typing import Any

from annotated_types import Ge, Gt, Le, MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from asalee_training.exercises import get
from asalee_training.exercises.contract import obligatoire
from asalee_training.exercises.mesure_tension import mots as mots_tension
from asalee_training.pages.atelier_cas import tables
from asalee_training.pages.atelier_cas.etiquettes import UN_DE_PLUS, etiquette, raison
from asalee_training.simulation import instruments
from asalee_training.simulation.maquettes import FICHIER, MAQUETTES

_LONGS = {"explication", "retour", "cadre", "a_faire", "dit", "on_voit", "vu", "bilan", "consigne", "pourquoi", "vue.texte",
          "replique.texte"}  # fmt: skip
# Keys that name another part of the same exercise.
_RENVOIS = {"debut": "tours", "vers": "tours", "replique.objectifs": "objectifs", "apres": "objectifs"}
# Shown only when a neighbour (or, after « / », a key of the exercise) has one of these values; None: is not written.
_SI: dict[str, tuple[str, list[Any]]] = {
    "option.acte": ("gravite", ["hors_champ"]),
    "replique.acte": ("gravite", ["hors_champ"]),
    "manoeuvres_apres": ("bronchodilatateur", [True]),
    "gain_vems_pct": ("bronchodilatateur", [True]),
    "cotation_test.heure": ("test", ["horloge_7"]),
    "erreurs_dessin": ("test", ["horloge_7", "horloge_4", "minicog", "codex", "gpcog"]),
    "logement": ("lieu", ["domicile"]),
    "bilan": ("fin", [True]),
    "materiel": ("depart", ["nu"]),
}
# Rare keys: folded under « Plus de réglages ».
_RARES = {"specimen", "historique",
          "version", "tirage", "plafond_gravite", "seuil_validation", "themes", "banque", "unites", "grandeur", "decimales", "option.points",
          "groupe_gli_2012", "materiel", "symptomes", "conditions", "ecrire", "vues", "observer", "qui", "mesures", "ordre",
          "erreurs_dessin", "geste", "acte.protocole", "acte.conditions", "mots_conseilles", "replique.confiance"}  # fmt: skip
_HORS_FORMULAIRE = {"type", "patient", "patient_temoin", "protocole"}
# In a multiple choice, an option has neither points nor a value of its own.
_SANS = {"choix_multiple": {"valeur", "points"}}


def formulaire(type_: str) -> list[dict[str, Any]]:
    """Return the fields of an exercise type, in the order in which an author thinks."""
    fields = champs(get(type_).Spec, type_)
    first = {"attendu": 5, "points": 90, "aide": 95, "themes": 96, "banque": 97, "explication": 80, "erreurs": 75}
    return sorted(fields, key=lambda f: first.get(f["cle"], 10))


def instrument(nom: str) -> list[dict[str, Any]]:
    """Return the fields of a document shown to the trainee: its parts, all of them when nothing is said.

    Of some the author must choose the parts: then none stands for all.
    """
    cle, parties, drapeaux = instruments.options(nom)
    common = {"obligatoire": False, "raison": "", "rare": False, "vide": False, "aide": ""}
    parts = [[part, _maquette(part) if nom == "maquette" else etiquette(nom, part)[0]] for part in parties]
    shown = {
        **common,
        "cle": cle,
        "libelle": "Ce qui est montré",
        "genre": "cases",
        "options": parts,
        "defaut": list(parties),
    }
    if instruments.a_choisir(nom):
        shown |= {"obligatoire": True, "defaut": []}
    flags = [
        {**common, "cle": flag, "libelle": etiquette(nom, flag)[0], "genre": "oui_non", "defaut": True}
        for flag in drapeaux
    ]
    return [shown, *flags]


def _maquette(nom: str) -> str:
    """The words of one maquette in the list of all: its module first, for there are many."""
    return f"{tables.MODULES[FICHIER[nom]]} : {MAQUETTES[nom].titre}"


def champs(model: type[BaseModel], contexte: str, sans: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
    """Return the fields of a model. ``contexte``: where labels are looked up first."""
    return [
        _champ(contexte, cle, info, _SANS.get(contexte, ()))
        for cle, info in model.model_fields.items()
        if (contexte == "acte" or cle not in _HORS_FORMULAIRE) and cle not in sans
    ]


def _champ(contexte: str, cle: str, info: FieldInfo, sans: Any) -> dict[str, Any]:
    try:
        libelle, aide = etiquette(contexte, cle)
    except KeyError:  # a key added elsewhere: its description is French too, and a test asks for its label
        libelle, aide = (info.description or cle).rstrip("."), ""
    field: dict[str, Any] = {
        "cle": cle,
        "libelle": libelle,
        "aide": aide,
        "obligatoire": obligatoire(info),
        "raison": raison(contexte, cle),
        "rare": cle in _RARES or f"{contexte}.{cle}" in _RARES,
        **_genre(contexte, cle, info.annotation, sans),
    }
    if not info.is_required() and info.default is not PydanticUndefined:
        default = info.default.model_dump(mode="json") if isinstance(info.default, BaseModel) else info.default
        field["defaut"] = list(default) if isinstance(default, tuple) else default
    for rule in info.metadata:
        if isinstance(rule, (Ge, Gt)):
            field["mini"] = rule.ge if isinstance(rule, Ge) else rule.gt
        elif isinstance(rule, Le):
            field["maxi"] = rule.le
        elif isinstance(rule, MinLen):
            field["au_moins"] = rule.min_length
        elif isinstance(rule, MaxLen):
            field["au_plus"] = rule.max_length
    if condition := _SI.get(f"{contexte}.{cle}") or _SI.get(cle):
        field["si"] = {"cle": condition[0], "vaut": condition[1]}
    return field


def _genre(contexte: str, cle: str, annotation: Any, sans: Any) -> dict[str, Any]:
    optional, annotation = _optional(annotation)
    special = _special(contexte, cle)
    if special:
        return {**special, "vide": optional}
    if typing.get_origin(annotation) is tuple:
        return _liste(contexte, cle, annotation, sans)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {"genre": "groupe", "champs": champs(annotation, annotation.__name__.lower()), "vide": optional}
    options = [list(pair) for pair in tables.options(contexte, cle)]
    if options:
        return {"genre": "choix", "options": options, "vide": optional}
    if annotation is date or cle == "a_jour":
        return {"genre": "date", "vide": optional}
    if annotation is bool:
        return {"genre": "oui_non", "vide": optional}
    if annotation in (int, float):
        return {"genre": "entier" if annotation is int else "nombre", "vide": optional}
    return {"genre": "texte" if cle in _LONGS or f"{contexte}.{cle}" in _LONGS else "ligne", "vide": optional}


def _special(contexte: str, cle: str) -> dict[str, Any] | None:
    """Fields that the page draws by hand."""
    renvoi = _RENVOIS.get(f"{contexte}.{cle}") or _RENVOIS.get(cle)
    if renvoi:
        return {"genre": "renvois" if cle == "objectifs" else "renvoi", "vers": renvoi}
    if cle == "attendu" and contexte in ("choix", "nombre", "zones_pied"):
        return {"genre": "attendu", "sorte": contexte}
    if cle == "si":
        return {"genre": "si", "sorte": "nombre" if contexte == "erreur" else "zones_pied"}
    if contexte == "option" and cle == "valeur":
        return {"genre": "valeur_calculee"}
    kept = {"genre": "tel_quel"}
    return {"grille": {"genre": "grille"}, "ordre": kept, "historique": kept, "specimen": kept}.get(cle)


def _liste(contexte: str, cle: str, annotation: Any, sans: Any) -> dict[str, Any]:
    inner = _optional(typing.get_args(annotation)[0])[1]
    options = [list(pair) for pair in tables.options(contexte, cle)]
    common = {"nouveau": UN_DE_PLUS.get(cle, "une ligne")}
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        name = inner.__name__.lower()
        fields = [f for f in champs(inner, name) if f["cle"] not in sans]
        if contexte == "zones_pied" and name == "erreur":
            for field in fields:
                if field["genre"] == "si":
                    field["sorte"] = "zones_pied"
        return {"genre": "erreurs" if cle == "erreurs" else "liste", "champs": fields, **common}
    if options and cle in ("manoeuvres", "manoeuvres_apres", "listes"):
        return {"genre": "suite", "options": options, "fixe": cle == "listes", **common}
    if (contexte, cle) == ("mesure_tension", "conclure"):
        selon = {acte: [list(pair) for pair in parts.items()] for acte, parts in mots_tension.PARTIES.items()}
        return {"genre": "cases", "options": options, "selon": {"cle": "acte", "table": selon}}
    if options:
        return {"genre": "cases", "options": options}
    return {"genre": "lignes", **common}


def _optional(annotation: Any) -> tuple[bool, Any]:
    if typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0]
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        inner = [a for a in typing.get_args(annotation) if a is not type(None)]
        return True, _optional(inner[0])[1]
    return False, annotation
