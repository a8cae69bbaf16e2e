"""pydantic's errors as French sentences that say what to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from asalee_training.content.errors import nearest

_KINDS = {
    "string_type": 'ce doit être un texte ; mettez-le entre guillemets droits " ".',
    "int_type": "ce doit être un nombre entier.",
    "float_type": "ce doit être un nombre, avec un point décimal dans le fichier (58.9).",
    "float_parsing": "ce doit être un nombre, avec un point décimal dans le fichier (58.9).",
    "finite_number": "ce doit être un nombre ordinaire.",
    "bool_type": "écrivez true ou false.",
    "tuple_type": "ce doit être une liste, une ligne par élément, chacune commençant par « - ».",
    "list_type": "ce doit être une liste, une ligne par élément, chacune commençant par « - ».",
    "dict_type": "écrivez des clés et des valeurs, comme « age: 58 ».",
    "model_type": "écrivez des clés et des valeurs, comme « {calcul: ips_droit} ».",
    "model_attributes_type": "écrivez des clés et des valeurs, comme « {calcul: ips_droit} ».",
}


def sentence(error: Mapping[str, Any], model: type[BaseModel]) -> str:
    """Turn one entry of ``ValidationError.errors()`` into a French sentence naming the key."""
    path, kind, context = error["loc"], error["type"], error.get("ctx", {})
    key = written(path)
    if kind == "missing":
        return f"il manque « {path[-1]}: »{_where(path)}."
    if kind == "extra_forbidden" and str(path[-1]).isdigit():
        # YAML reads the comma of {temoin: 58,9} as the end of a value.
        return f"« ,{path[-1]} »{_where(path)} : dans le fichier, un nombre s’écrit avec un point, comme 58.9."
    if kind == "extra_forbidden":
        return f"la clé « {path[-1]} » n’existe pas{_where(path)}. {nearest(str(path[-1]), known_keys(model, path))}"
    if kind in ("literal_error", "enum"):
        return f"« {key}: {error['input']} » n’existe pas. Choisissez : {_choices(context.get('expected', ''))}."
    if kind in ("greater_than", "greater_than_equal", "less_than", "less_than_equal"):
        bound = context.get("gt", context.get("ge", context.get("lt", context.get("le"))))
        words = {
            "greater_than": "plus de",
            "greater_than_equal": "au moins",
            "less_than": "moins de",
            "less_than_equal": "au plus",
        }
        return f"« {key}: {error['input']} » : il faut {words[kind]} {bound:g}."
    if kind == "string_too_short":
        return f"« {key}: » est trop court ; écrivez au moins {context.get('min_length', 1)} caractères."
    if kind == "too_short":
        return f"« {key}: » : il en faut au moins {context.get('min_length', 1)}."
    if kind == "jour":
        return f"« {key}: {context['value']} » : écrivez une date qui existe, année-mois-jour, comme 2027-03-31."
    if kind == "string_pattern_mismatch":
        return f"« {key}: {error['input']} » : seulement des minuscules sans accent, des chiffres et des tirets bas."
    return f"« {key}: » : {_KINDS.get(kind, 'cette valeur ne convient pas ; comparez avec un cas qui existe.')}"


def written(path: Sequence[str | int]) -> str:
    """Write a path as an author sees it: ``choix, 2e élément, retour``."""
    return ", ".join(f"élément {p + 1}" if isinstance(p, int) else str(p) for p in path)


def _where(path: Sequence[str | int]) -> str:
    return f" dans « {written(path[:-1])} »" if len(path) > 1 else ""


def _choices(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", ", ")


def known_keys(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """Return the keys allowed where ``path`` ends, following the model's fields."""
    current: Any = model
    for part in path[:-1]:
        if isinstance(part, int):
            continue
        current = _inner(current.model_fields[part].annotation)
    return [k for k in current.model_fields if k != "id"]


def _inner(annotation: Any) -> Any:
    for candidate in (annotation, *getattr(annotation, "__args__", ())):
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            return candidate
    raise KeyError(annotation)
