"""Values as this repository writes them in YAML: short things on the line, prose under the key after ``>-``."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from asalee_training.authoring.edition import EditError
from asalee_training.content import yaml_lines

LARGEUR = 120
_COURT = 90
# Written with a line for each key, however short they are: what a person reads down, and what grows.
_EN_BLOC = {"patient", "patient_temoin", "dossier"}
_DE_PROSE = {"texte", "retour", "vu", "dit", "pourquoi", "consigne"}
_FOLDABLE = re.compile(r"(?<=[^\s]) (?=[^\s])")
# What only a quoted text can hold: control signs, other line ends, tabs, fences that would close the block.
_ODD = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]|```|~~~|---|\A\s|\s\Z|\n +|[ \t]\n")


def scalar(value: Any, *, flow: bool = False) -> str:
    """Write a value on one line. ``flow``: between braces or brackets, where a comma is a separator."""
    if isinstance(value, str):
        return _text(value, flow)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if not math.isfinite(value):
            raise EditError("Ce nombre n’est pas un nombre ordinaire.")
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, int):
        return str(value)
    raise EditError("Cette valeur ne s’écrit pas dans un cas.")


def _text(value: str, flow: bool) -> str:
    if any("\ud800" <= sign <= "\udfff" for sign in value):
        raise EditError("Ce texte contient un signe illisible : recopiez-le.")
    if value and "\n" not in value and not _ODD.search(value) and _reads_plain(value, flow):
        return value
    if "'" in value or "\\" in value or _ODD.search(value) or "\n" in value or '"' not in value:
        return _double(value)
    return "'" + value + "'"


def _double(value: str) -> str:
    written = json.dumps(value, ensure_ascii=False)
    return re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff]", lambda m: f"\\u{ord(m[0]):04x}", written)


def _reads_plain(value: str, flow: bool) -> bool:
    if ": " in value or " #" in value or value.endswith(":"):
        return False
    try:
        read = yaml_lines.load(f"k: {{k: {value}}}" if flow else f"k: {value}").valeurs["k"]
    except yaml_lines.YamlProblem:
        return False
    return (read == {"k": value} and list(read) == ["k"]) if flow else (isinstance(read, str) and read == value)


def flow(value: Any) -> str:
    """Write a value with braces and brackets, on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(str(k), flow=True)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(flow(v) for v in value) + "]"
    return scalar(value, flow=True)


def compact(value: Any) -> bool:
    """Say whether a mapping or a list is short enough, and free of prose, to stand on one line."""
    if isinstance(value, Mapping):
        return not _DE_PROSE & value.keys() and all(map(compact, value.values())) and len(flow(value)) <= _COURT
    if isinstance(value, (list, tuple)):
        return all(map(compact, value)) and len(flow(value)) <= _COURT
    return not isinstance(value, str) or (len(value) <= 40 and value.count(" ") <= 2 and "\n" not in value)


def entry(key: str, value: Any, indent: int) -> list[str]:
    """Write ``key: value`` as lines, shifted by ``indent`` spaces."""
    lead = " " * indent + key + ":"
    if isinstance(value, Mapping) and value and (key in _EN_BLOC or not compact(value)):
        return [lead, *mapping(value, indent + 2)]
    if isinstance(value, (list, tuple)) and value and not compact(value):
        return [lead, *(line for each in value for line in item(each, indent + 2))]
    if isinstance(value, (Mapping, list, tuple)):
        return [f"{lead} {flow(value)}"]
    one_line = f"{lead} {scalar(value)}"
    if not isinstance(value, str) or _ODD.search(value) or not value:
        return [one_line]
    if "\n" not in value and len(one_line) <= LARGEUR and _reads_plain(value, False):
        return [one_line]
    if "\n" not in value and len(one_line) <= 60:
        return [one_line]
    return [f"{lead} >-", *_folded(value, indent + 2)]


def mapping(value: Mapping[str, Any], indent: int) -> list[str]:
    """Write the entries of a mapping, one under the other."""
    return [line for key, each in value.items() for line in entry(scalar(str(key)), each, indent)]


def item(value: Any, indent: int) -> list[str]:
    """Write an item of a list, its dash shifted by ``indent`` spaces."""
    dash = " " * indent + "- "
    if isinstance(value, Mapping) and value and not compact(value):
        lines = mapping(value, indent + 2)
        return [dash + lines[0][indent + 2 :], *lines[1:]]
    if isinstance(value, (Mapping, list, tuple)):
        return [dash + flow(value)]
    written = scalar(value)
    if isinstance(value, str) and len(dash + written) > LARGEUR and not _ODD.search(value):
        return [f"{dash}>-", *_folded(value, indent + 2)]
    return [dash + written]


def _folded(value: str, indent: int) -> list[str]:
    """Fold a text; a line break of the text is an empty line more."""
    lead, lines = " " * indent, []
    for number, paragraph in enumerate(value.split("\n")):
        if number and paragraph:
            lines.append("")
        if not paragraph:
            lines.append("")
            continue
        current = ""
        for word in _FOLDABLE.split(paragraph):
            if current and len(lead) + len(current) + 1 + len(word) > LARGEUR:
                lines.append(lead + current)
                current = word
            else:
                current = f"{current} {word}" if current else word
        lines.append(lead + current)
    return lines
