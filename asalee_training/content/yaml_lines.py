"""YAML 1.2 with line numbers: duplicate keys refused, ``12:30`` and ``non`` stay text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError, RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError

Path = tuple[str | int, ...]


class YamlProblem(Exception):
    """The YAML cannot be read: ``ligne`` is counted from 0 inside the text."""

    def __init__(self, ligne: int, message: str):
        self.ligne, self.message = ligne, message
        super().__init__(message)


class _UnquotedColon(YamlProblem):
    """A text holds « : », which YAML takes for a key."""


# « retour: Non : le médecin décide », « - texte: … »: a key, then a text on the same line, without quote or comment.
_ONE_LINE_TEXT = re.compile(r"(\s*(?:- )?\w+: +)((?![\"'\[{|>&*!%@`])(?:(?! #).)+?)\s*")


@dataclass(frozen=True)
class Located:
    """Plain JSON-like values, and the line (from 0, inside the text) of each key or item."""

    valeurs: dict[str, Any]
    lignes: dict[Path, int] = field(default_factory=dict)

    def line(self, path: Sequence[str | int]) -> int:
        """Return the line of a path, or of its nearest existing parent."""
        path = tuple(path)
        while path and path not in self.lignes:
            path = path[:-1]
        return self.lignes.get(path, 0)


class _Constructor(RoundTripConstructor):
    """Dates stay text: the model that wants one says which of them do not exist."""


_Constructor.add_constructor("tag:yaml.org,2002:timestamp", RoundTripConstructor.construct_yaml_str)


def load(texte: str) -> Located:
    """Read a YAML mapping. Raises ``YamlProblem`` with a French sentence.

    French writes a colon in every other sentence, where YAML sees a key: such a line is read as the text it is.
    """
    return _lenient(texte)[1]


def strict(texte: str) -> str:
    """Return the same YAML with those lines quoted: the same lines and keys, for who needs marks. Raises as ``load``."""
    return _lenient(texte)[0]


def _lenient(texte: str) -> tuple[str, Located]:
    while True:
        try:
            return texte, _load(texte)
        except _UnquotedColon as problem:
            lines = texte.split("\n")
            match = _ONE_LINE_TEXT.fullmatch(lines[problem.ligne])
            if not match:
                raise
            lines[problem.ligne] = match[1] + "'" + match[2].replace("'", "''") + "'"
            texte = "\n".join(lines)


def _load(texte: str) -> Located:
    # No tab and no unsafe tag: the round-trip loader builds plain values only, never Python objects.
    yaml = YAML(typ="rt", pure=True)
    yaml.Constructor = _Constructor
    yaml.allow_duplicate_keys = False
    try:
        tree = yaml.load(texte)
    except DuplicateKeyError as error:
        raise YamlProblem(
            error.problem_mark.line, f"la clé {_quoted(error)} est écrite deux fois ; gardez-en une."
        ) from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        if "mapping values are not allowed" in str(error.problem):
            raise _UnquotedColon(line, _explain(error, "")) from None
        lines = texte.split("\n")
        opened = next((i for i, written in enumerate(lines[: line + 1]) if written.count('"') % 2), None)
        if opened is not None:
            raise YamlProblem(opened, 'un guillemet droit " est ouvert et n’est pas refermé.') from None
        raise YamlProblem(line, _explain(error, lines[line] if line < len(lines) else "")) from None
    except (YAMLError, ValueError, RecursionError):
        raise YamlProblem(0, "ce bloc n’est pas lisible ; comparez-le à celui d’un cas qui existe.") from None
    if tree is None:
        return Located({})
    if not isinstance(tree, dict):
        raise YamlProblem(0, "écrivez une clé par ligne, comme « titre: Mme Lambert ».")
    lignes: dict[Path, int] = {}
    return Located(_plain(tree, (), lignes), lignes)


def _quoted(error: DuplicateKeyError) -> str:
    words = str(error.problem or "").split('"')
    return f"« {words[1]} »" if len(words) > 1 else "suivante"


def _explain(error: MarkedYAMLError, line: str) -> str:
    problem = str(error.problem or "")
    if line.startswith(("```", "~~~")):
        return "un bloc commence alors que le précédent n’est pas fermé ; écrivez « ``` » seul sur une ligne à la fin du précédent."
    if "mapping values are not allowed" in problem:
        return 'deux-points inattendus dans un texte ; mettez le texte entier entre guillemets droits " ".'
    if "could not find expected ':'" in problem:
        return "il manque les deux-points après la clé, comme dans « points: 2 »."
    if "cannot start any token" in problem:
        if "\t" in line:
            return "une tabulation est dans cette ligne ; décalez avec des espaces."
        return 'un signe réservé (%, @, `) commence un texte ; mettez ce texte entre guillemets droits " ".'
    if "undefined alias" in problem or "anchor" in problem:
        return 'le signe * ou & commence un texte ; mettez ce texte entre guillemets droits " ".'
    if "expected <block end>" in problem or "expected ',' or" in problem:
        return "le décalage ou les accolades ne tombent pas juste ; alignez les clés d’un même niveau."
    return "cette ligne n’est pas lisible ; vérifiez le décalage, les guillemets et les deux-points."


def _plain(node: Any, path: Path, lignes: dict[Path, int]) -> Any:
    if isinstance(node, dict):
        result = {}
        for key, value in node.items():
            name = key if isinstance(key, str) else str(key)
            lignes[(*path, name)] = node.lc.key(key)[0]
            result[name] = _plain(value, (*path, name), lignes)
        return result
    if isinstance(node, list):
        for index in range(len(node)):
            lignes[(*path, index)] = node.lc.item(index)[0]
        return [_plain(v, (*path, i), lignes) for i, v in enumerate(node)]
    if isinstance(node, bool) or node is None:
        return node
    for kind in (int, float, str):
        if isinstance(node, kind):
            return kind(node)
    return str(node)
