"""The bytes of ``.reponses.json``: one answer per line, so that a damaged file can be read line by line."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

VERSION = 1
TAILLE_MAX = 512 * 1024
GESTES_MAX = 500
_DEPTH_MAX = 20


class AnswersError(Exception):
    """The sheet cannot be used or written; the message is a French sentence for the trainee."""


@dataclass(frozen=True)
class Answer:
    """One stored answer: its value, how many times it was written, when, and a refused second version if any."""

    valeur: Any
    n: int
    horodatage: str
    autre: Mapping[str, Any] | None = None

    @property
    def heure(self) -> str:
        """Return « 10:42 », for the line « Réponse enregistrée à 10:42 »."""
        return self.horodatage[11:16]


@dataclass(frozen=True)
class Reading:
    """What a file held. ``perdu`` says in French what could not be read, "" when all is well."""

    reponses: Mapping[str, Answer]
    perdu: str = ""


def check_value(valeur: Any, depth: int = 0) -> None:
    """Refuse what JSON cannot hold for certain: NaN, lone surrogates, other types, deep nesting."""
    if depth > _DEPTH_MAX:
        raise AnswersError("Cette réponse ne peut pas être enregistrée.")
    if isinstance(valeur, Mapping):
        gestes = valeur.get("gestes")
        if isinstance(gestes, list) and len(gestes) > GESTES_MAX:
            raise AnswersError(f"Cette séance compte plus de {GESTES_MAX} gestes : concluez, ou recommencez-la.")
        for key, value in valeur.items():
            if not isinstance(key, str):
                raise AnswersError("Cette réponse ne peut pas être enregistrée.")
            check_value(key, depth + 1)
            check_value(value, depth + 1)
    elif isinstance(valeur, list):
        for value in valeur:
            check_value(value, depth + 1)
    elif isinstance(valeur, str):
        try:
            valeur.encode()  # a lone surrogate cannot be written down
        except UnicodeEncodeError:
            raise AnswersError("Votre texte contient un caractère illisible : recopiez-le.") from None
    elif isinstance(valeur, float):
        if not math.isfinite(valeur):
            raise AnswersError("Cette réponse ne peut pas être enregistrée.")
    elif not isinstance(valeur, (bool, int)) and valeur is not None:
        raise AnswersError("Cette réponse ne peut pas être enregistrée.")


def serialise(reponses: Mapping[str, Answer]) -> bytes:
    """Write answers as JSON, one per line."""
    lines = []
    for nom, answer in sorted(reponses.items()):
        entry = {"valeur": answer.valeur, "n": answer.n, "horodatage": answer.horodatage}
        if answer.autre is not None:
            entry["autre"] = dict(answer.autre)
        lines.append(f"{json.dumps(nom, ensure_ascii=False)}: {json.dumps(entry, ensure_ascii=False, allow_nan=False)}")
    body = ",\n".join(lines)
    return f'{{"version": {VERSION}, "reponses": {{\n{body}\n}}}}\n'.encode()


def parse(data: bytes) -> Reading:
    """Read the bytes of a file that anyone may have written. Never raises.

    A whole file is read as JSON; a damaged one line by line, keeping each line that is a whole answer.
    """
    if len(data) > TAILLE_MAX * 2:
        return Reading({}, "Le fichier des réponses est trop gros pour être lu.")
    try:
        tree = json.loads(data.decode("utf-8"), parse_constant=_refuse, object_pairs_hook=_no_duplicates)
    except (ValueError, RecursionError):
        return _salvage(data)
    if not isinstance(tree, dict) or tree.get("version") != VERSION or not isinstance(tree.get("reponses"), dict):
        return Reading({}, "Le fichier des réponses n’a pas le format attendu.")
    kept = {nom: answer for nom, entry in tree["reponses"].items() if (answer := _entry(entry))}
    lost = len(tree["reponses"]) - len(kept)
    words = "Une réponse était illisible" if lost == 1 else f"{lost} réponses étaient illisibles"
    return Reading(kept, f"{words} dans le fichier ; les autres sont là." if lost else "")


def _salvage(data: bytes) -> Reading:
    kept: dict[str, Answer] = {}
    for line in data.decode("utf-8", errors="replace").splitlines():
        try:
            tree = json.loads("{" + line.strip().removesuffix(",") + "}", parse_constant=_refuse)
        except (ValueError, RecursionError):
            continue
        for nom, entry in tree.items():
            if "\ufffd" not in line and (answer := _entry(entry)):
                kept[nom] = answer
    found = {0: "aucune réponse n’a pu être retrouvée", 1: "une réponse a été retrouvée"}
    count = found.get(len(kept), f"{len(kept)} réponses ont été retrouvées")
    return Reading(kept, f"Le fichier des réponses était abîmé : {count}.")


def _entry(entry: Any) -> Answer | None:
    if not isinstance(entry, dict) or "valeur" not in entry:
        return None
    n, when, autre = entry.get("n"), entry.get("horodatage"), entry.get("autre")
    if not isinstance(n, int) or isinstance(n, bool) or n < 1 or not isinstance(when, str):
        return None
    if not isinstance(autre, dict) or "valeur" not in autre:
        autre = None
    try:
        check_value(entry["valeur"])
        check_value(autre)
    except AnswersError:
        return None
    return Answer(entry["valeur"], n, when, autre)


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("duplicate key")
    return result
