"""Read a case, a lesson or a module file into a model, or say everything that is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from asalee_training import exercises
from asalee_training.content import french, substitution, yaml_lines
from asalee_training.content.errors import ContentError, Problem, nearest
from asalee_training.content.markdown import Cut, Piece, cut
from asalee_training.content.models import (
    PROTOCOLES,
    Bloc,
    Case,
    EnTete,
    EnTeteCas,
    EnTeteLecon,
    Exercise,
    Instrument,
    ModuleDeCours,
    Prose,
)
from asalee_training.simulation import instruments
from asalee_training.simulation import patient as simulated

_NOM = re.compile(r"[a-z][a-z0-9_]{0,39}")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
TAILLE_MAX = 400_000
Model = TypeVar("Model", bound=BaseModel)


class Reader:
    """Reads one file, gathering problems instead of stopping at the first."""

    def __init__(self, fichier: str, texte: str):
        self.fichier = fichier
        self.texte = texte
        self.problems: list[Problem] = []

    def problem(self, ligne: int, message: str) -> None:
        """Add a problem; ``ligne`` counts from 0."""
        self.problems.append(Problem(self.fichier, ligne + 1, message))

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
            self.problem(line, "cette directive est dans une liste ou une citation ; ramenez-la au bord gauche.")
        return result

    def entete(self, parts: Cut, kind: type[Model]) -> tuple[Model | None, yaml_lines.Located | None, Piece | None]:
        """Read the front matter, which must come first."""
        piece = next((p for p in parts.pieces if p.genre == "entete"), None)
        if piece is None:
            self.problem(0, "le fichier doit commencer par une ligne « --- », l'en-tête, puis une ligne « --- ».")
            return None, None, None
        located = self.mapping(piece)
        if located is None:
            return None, None, piece
        return self.model(kind, located, piece), located, piece


def load_case(path: Path, root: Path) -> Case:
    """Read ``<root>/cases/<protocole>/<slug>.md``.

    Raises ``ContentError`` with every problem found, ``FileNotFoundError`` if there is no such file.
    """
    reader = Reader(_shown(path, root), _text(path, root))
    if path.parent.name not in PROTOCOLES:
        reader.problem(
            0, f"le dossier « {path.parent.name} » n'est pas un protocole. {nearest(path.parent.name, PROTOCOLES)}"
        )
        raise ContentError(reader.problems)
    case, located, piece = _document(reader, path, EnTeteCas, f"{path.parent.name}/{path.stem}")
    written = located.valeurs.get("protocole") if located else None
    if located and piece and written in PROTOCOLES and written != path.parent.name:
        reader.problem(
            piece.ligne + located.line(("protocole",)),
            f"le cas est dans le dossier « {path.parent.name} » ; écrivez « protocole: {path.parent.name} » ou déplacez-le.",
        )
    if case and not case.exercices:
        reader.problem(0, "ce cas n'a aucun exercice ; ajoutez un bloc « ```{exercice} nom ».")
    return reader.done(case)


def load_lesson(path: Path, root: Path) -> Case:
    """Read ``<root>/courses/<module>/NN_<slug>.md``. Same errors as ``load_case``."""
    reader = Reader(_shown(path, root), _text(path, root))
    lesson, _, _ = _document(reader, path, EnTeteLecon, f"{path.parent.name}/{path.stem}")
    return reader.done(lesson)


def load_module(path: Path, root: Path) -> ModuleDeCours:
    """Read ``<root>/courses/<module>/module.md``. Same errors as ``load_case``."""
    reader = Reader(_shown(path, root), _text(path, root))
    module, located, piece = reader.entete(reader.cut(), ModuleDeCours)
    if module and located and piece:
        for index, lecon in enumerate(module.lecons):
            if not (path.parent / f"{lecon}.md").is_file():
                line = piece.ligne + located.line(("lecons", index))
                reader.problem(
                    line, f"la leçon « {lecon} » n'existe pas : il n'y a pas de fichier {lecon}.md dans ce dossier."
                )
    return reader.done(module)


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _text(path: Path, root: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").replace("\r\n", "\n").removeprefix("\ufeff")
    except UnicodeDecodeError:
        message = "ce fichier n'est pas enregistré en UTF-8 ; enregistrez-le de nouveau en choisissant ce codage."
        raise ContentError([Problem(_shown(path, root), 1, message)]) from None


def _document(
    reader: Reader, path: Path, kind: type[EnTete], nom: str
) -> tuple[Case | None, yaml_lines.Located | None, Piece | None]:
    if not _SLUG.fullmatch(path.stem):
        reader.problem(
            0, f"le nom de fichier « {path.stem} » : seulement des minuscules sans accent, des chiffres et des tirets."
        )
    parts = reader.cut()
    entete, located, piece = reader.entete(parts, kind)
    if located and piece:
        for field in ("patient", "patient_temoin"):
            laws = located.valeurs.get(field)
            if isinstance(laws, dict):
                for message in simulated.check(laws):
                    reader.problem(piece.ligne + located.line((field, _named_in(message, laws))), message)
    blocs = _blocs(reader, parts)
    if entete is None:
        return None, located, piece
    return Case(nom=nom, entete=entete, blocs=tuple(blocs)), located, piece


def _named_in(message: str, laws: dict[str, Any]) -> str:
    # ``check`` begins with the faulty field, or names it between guillemets: its line is where the author must look.
    plain = message.replace("\u00a0", " ").replace("\u202f", " ")
    return next((name for name in laws if plain.startswith(f"{name} ") or f"« {name} »" in plain), "")


def _blocs(reader: Reader, parts: Cut) -> list[Bloc]:
    blocs: list[Bloc] = []
    seen: dict[str, int] = {}
    for index, piece in enumerate(parts.pieces):
        if piece.genre == "entete":
            continue
        if piece.genre == "prose":
            _check_references(reader, piece)
            blocs.append(Prose(id=f"texte-{index}", markdown=piece.texte))
        elif piece.genre == "exercice":
            exercise = _exercise(reader, parts, piece, seen)
            if exercise:
                blocs.append(exercise)
        elif piece.genre == "instrument":
            instrument = _instrument(reader, piece, f"instrument-{index}")
            if instrument:
                blocs.append(instrument)
        else:
            reader.problem(
                piece.ligne - 1,
                f"la directive « {piece.genre} » n'existe pas. {nearest(piece.genre, ('exercice', 'instrument'))}",
            )
    return blocs


def _check_references(reader: Reader, piece: Piece) -> None:
    for offset, line in enumerate(piece.texte.split("\n")):
        where = piece.ligne + offset
        try:
            names = substitution.references(line)
        except substitution.UnknownReference as error:
            reader.problem(where, f"« {error.args[0]} » : écrivez {{{{ patient.age }}}}, sans calcul ni majuscule.")
            continue
        for name in names:
            if not name.startswith("patient."):
                reader.problem(where, f"« {{{{ {name} }}}} » : le texte d'un cas ne connaît que {{{{ patient.… }}}}.")
        for name in substitution.formats(line):
            if name not in substitution.FORMATS:
                reader.problem(where, f"l'écriture « | {name} » n'existe pas. {nearest(name, substitution.FORMATS)}")


def _instrument(reader: Reader, piece: Piece, ident: str) -> Instrument | None:
    if piece.argument not in instruments.NAMES:
        reader.problem(
            piece.ligne - 1,
            f"l'instrument « {piece.argument} » n'existe pas. {nearest(piece.argument, instruments.NAMES)}",
        )
        return None
    located = reader.mapping(piece)
    if located is None:
        return None
    for message in instruments.check(piece.argument, located.valeurs):
        reader.problem(piece.ligne + located.line((_named_in(message, located.valeurs),)), message)
    return Instrument(id=ident, nom=piece.argument, options=located.valeurs)


def _exercise(reader: Reader, parts: Cut, piece: Piece, seen: dict[str, int]) -> Exercise | None:
    nom, first = piece.argument, piece.ligne - 1
    if not _NOM.fullmatch(nom):
        reader.problem(
            first, f"donnez un nom à l'exercice, par exemple « ```{{exercice}} grade » ; « {nom} » ne convient pas."
        )
        return None
    if nom in seen:
        reader.problem(first, f"l'exercice « {nom} » existe déjà ligne {seen[nom] + 1} ; donnez-lui un autre nom.")
        return None
    seen[nom] = first
    located = reader.mapping(piece)
    if located is None:
        return None
    kind = located.valeurs.get("type")
    if kind not in exercises.TYPES:
        message = "il manque « type: »." if kind is None else f"le type « {kind} » n'existe pas."
        reader.problem(piece.ligne + located.line(("type",)), f"{message} {nearest(str(kind or ''), exercises.TYPES)}")
        return None
    module = exercises.get(kind)
    spec = reader.model(module.Spec, located, piece)
    if spec is None:
        return None
    for message in module.validate(spec):
        reader.problem(first, f"exercice « {nom} » : {message}")
    titre = next((text for line, text in reversed(parts.titres) if line < piece.ligne), "")
    if not titre:
        reader.problem(first, f"exercice « {nom} » : écrivez au-dessus un titre « ### » qui pose la question.")
    return Exercise(nom=nom, titre=titre, spec=spec)
