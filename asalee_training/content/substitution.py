"""``{{ patient.taille_cm }}``: looked up in the patient, never evaluated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_REFERENCE = re.compile(r"\{\{\s*([a-z0-9_.]+)\s*(?:\|\s*([a-z0-9_]+)\s*)?\}\}")
_LOOSE = re.compile(r"\{\{.*?(?:\}\}|$)", re.DOTALL)
FORMATS = ("1_decimale", "2_decimales", "oui_non")


class UnknownReference(KeyError):
    """A ``{{ … }}`` names nothing that exists; the argument is the text between the braces."""


def references(texte: str) -> list[str]:
    """Return the dotted names used in a text, in order. Raises ``UnknownReference`` on a malformed ``{{ … }}``."""
    loose = _LOOSE.search(_REFERENCE.sub("", texte))
    if loose:
        raise UnknownReference(loose.group(0))
    return [m.group(1) for m in _REFERENCE.finditer(texte)]


def formats(texte: str) -> list[str]:
    """Return the formats used after ``|``."""
    return [m.group(2) for m in _REFERENCE.finditer(texte) if m.group(2)]


def fields(textes: Iterable[str]) -> list[str]:
    """Return the sorted patient fields that texts refer to (``patient.`` removed)."""
    names = {name for texte in textes for name in references(texte)}
    return sorted(n.removeprefix("patient.") for n in names if n.startswith("patient."))


def nested(champs: Mapping[str, Any]) -> dict[str, Any]:
    """Turn ``{"codex.mots": 2}``, the fields that leave with a case, into ``{"codex": {"mots": 2}}``."""
    tree: dict[str, Any] = {}
    for name, value in champs.items():
        *parents, last = name.split(".")
        branch = tree
        for parent in parents:
            branch = branch.setdefault(parent, {})
        branch[last] = value
    return tree


def lookup(values: Mapping[str, Any], name: str) -> Any:
    """Follow a dotted name; raises ``UnknownReference`` where it leads nowhere."""
    current: Any = values
    for part in name.split("."):
        if not isinstance(current, Mapping) or part not in current:
            raise UnknownReference(name)
        current = current[part]
    return current


def render(texte: str, values: Mapping[str, Any]) -> str:
    """Replace every reference by its value, written as a French reader does."""
    return _REFERENCE.sub(lambda m: french(lookup(values, m.group(1)), m.group(2)), texte)


def french(value: Any, forme: str | None = None) -> str:
    """Write a value in French: decimal comma, oui/non, lists joined by « et »."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, (int, float)):
        if forme in ("1_decimale", "2_decimales"):
            return f"{value:.{forme[0]}f}".replace(".", ",")
        return (str(value) if isinstance(value, int) else f"{value:g}").replace(".", ",").replace("-", "\u2212")
    if isinstance(value, (list, tuple)):
        items = [french(v) for v in value]
        return " et ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))
    return str(value)
