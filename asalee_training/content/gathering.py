"""Gather everything that is wrong with one content file, instead of stopping at the first thing."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from asalee_training.content import french, yaml_lines
from asalee_training.content.errors import ContentError, Problem
from asalee_training.content.markdown import Cut, Piece, cut
from asalee_training.content.source import Source

TAILLE_MAX = 400_000
Model = TypeVar("Model", bound=BaseModel)


class Reader:
    """Reads one file, gathering problems instead of stopping at the first."""

    def __init__(self, source: Source):
        self.source = source
        self.problems: list[Problem] = []

    @classmethod
    def open(cls, path: Path, root: Path, texte: str | None = None) -> Reader:
        """Read a file; ``texte`` and errors as for ``Source.open``."""
        return cls(Source.open(path, root, texte))

    @property
    def texte(self) -> str:
        return self.source.texte

    def problem(self, ligne: int, message: str) -> None:
        """Add a problem; ``ligne`` counts from 0."""
        self.problems.append(self.source.problem(ligne, message))

    def done(self, model: Model | None = None) -> Model:
        """Return the model; raise ``ContentError`` if anything is wrong."""
        if self.problems or model is None:
            raise ContentError(self.problems)
        return model

    def mapping(self, piece: Piece) -> yaml_lines.Located | None:
        """Read the YAML of a piece."""
        try:
            return yaml_lines.load(piece.texte)
        except yaml_lines.YamlProblem as problem:
            self.problem(piece.ligne + problem.ligne, problem.message)
            return None

    def model(self, kind: type[Model], located: yaml_lines.Located, piece: Piece) -> Model | None:
        """Check YAML values against a model; every error becomes a French sentence at its line."""
        try:
            return kind.model_validate(located.valeurs)
        except ValidationError as errors:
            for error in errors.errors(include_url=False):
                missing = error["type"] == "missing"
                line = located.line(error["loc"][:-1] if missing else error["loc"])
                self.problem(piece.ligne + line, french.sentence(error, kind))
            return None

    def cut(self) -> Cut:
        """Cut the text, refusing what cannot be a content file."""
        if len(self.texte) > TAILLE_MAX:
            self.problem(0, "ce fichier est trop gros pour être un cas (plus de 400 000 caractères).")
            raise ContentError(self.problems)
        result = cut(self.texte)
        for line in result.imbriquees:
            self.problem(line, "ce bloc est dans une liste ou une citation ; ramenez-le au bord gauche.")
        return result

    def entete(self, parts: Cut, kind: type[Model]) -> tuple[Model | None, yaml_lines.Located | None, Piece | None]:
        """Read the front matter, which must come first."""
        piece = next((p for p in parts.pieces if p.genre == "entete"), None)
        if piece is None:
            debut = "la première cellule" if self.source.cellules else "le fichier"
            self.problem(0, f"{debut} doit commencer par une ligne « --- », l’en-tête, puis une ligne « --- ».")
            return None, None, None
        located = self.mapping(piece)
        if located is None:
            return None, None, piece
        return self.model(kind, located, piece), located, piece


def field_named(message: str, values: dict[str, Any]) -> str:
    """Return which key a sentence of ``simulation`` is about: its line is where the author must look."""
    # Those sentences begin with the faulty field, or name it between guillemets.
    plain = message.replace("\u00a0", " ").replace("\u202f", " ")
    return next((name for name in values if plain.startswith((f"{name} ", f"{name},")) or f"« {name} »" in plain), "")


def path_named(message: str, values: dict[str, Any]) -> tuple[str, ...]:
    """Return the path that a sentence of ``simulation`` is about: « dossier, hba1c_pct : … » is two keys deep."""
    name = field_named(message, values)
    inner, rest = values.get(name), message.removeprefix(f"{name}, ")
    if not isinstance(inner, dict) or rest == message:
        return (name,)
    return (name, *path_named(rest, inner))
