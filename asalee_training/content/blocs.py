"""Read what stands between the front matter and the end: prose, instruments, exercises."""

from __future__ import annotations

import re

from asalee_training import exercises
from asalee_training.content import substitution
from asalee_training.content.errors import nearest
from asalee_training.content.gathering import Reader, field_named
from asalee_training.content.markdown import Cut, Piece
from asalee_training.content.models import Bloc, Exercise, Instrument, Prose
from asalee_training.simulation import instruments

_NOM = re.compile(r"[a-z][a-z0-9_]{0,39}")
# What is shown as it is written, and was surely meant otherwise: « { patient.age } », « ```exercice grade ».
_ONE_BRACE = re.compile(r"(?<!\{)\{\s*patient\.\w+[^{}]*\}(?!\})")
_NO_BRACE = re.compile(r"\s*(?:```+|~~~+)\s*(exercice|instrument)s?\b")


def blocs(reader: Reader, parts: Cut) -> list[Bloc]:
    """Read the prose and the directives of a file, in order; problems go to the reader."""
    found: list[Bloc] = []
    seen: dict[str, int] = {}
    for index, piece in enumerate(parts.pieces):
        if piece.genre == "entete":
            continue
        if piece.genre == "prose":
            _check_references(reader, piece)
            found.append(Prose(id=f"texte-{index}", markdown=piece.texte))
        elif piece.genre == "exercice":
            exercise = _exercise(reader, parts, piece, seen)
            if exercise:
                found.append(exercise)
        elif piece.genre == "instrument":
            instrument = _instrument(reader, piece, f"instrument-{index}")
            if instrument:
                found.append(instrument)
        else:
            reader.problem(
                piece.ligne - 1,
                f"le bloc « {piece.genre} » n’existe pas. {nearest(piece.genre, ('exercice', 'instrument'))}",
            )
    return found


def _check_references(reader: Reader, piece: Piece) -> None:
    for offset, line in enumerate(piece.texte.split("\n")):
        where = piece.ligne + offset
        if match := _ONE_BRACE.search(line):
            reader.problem(where, f"« {match[0]} » : il faut deux accolades, comme dans {{{{ patient.age }}}}.")
        if match := _NO_BRACE.match(line):
            reader.problem(where, f"écrivez « ```{{{match[1]}}} nom », avec les accolades.")
        try:
            names = substitution.references(line)
        except substitution.UnknownReference as error:
            reader.problem(where, f"« {error.args[0]} » : écrivez {{{{ patient.age }}}}, sans calcul ni majuscule.")
            continue
        for name in names:
            if not name.startswith("patient."):
                reader.problem(where, f"« {{{{ {name} }}}} » : le texte d’un cas ne connaît que {{{{ patient.… }}}}.")
        for name in substitution.formats(line):
            if name not in substitution.FORMATS:
                reader.problem(where, f"l’écriture « | {name} » n’existe pas. {nearest(name, substitution.FORMATS)}")


def _instrument(reader: Reader, piece: Piece, ident: str) -> Instrument | None:
    if piece.argument not in instruments.NAMES:
        reader.problem(
            piece.ligne - 1,
            f"l’instrument « {piece.argument} » n’existe pas. {nearest(piece.argument, instruments.NAMES)}",
        )
        return None
    located = reader.mapping(piece)
    if located is None:
        return None
    for message in instruments.check(piece.argument, located.valeurs):
        reader.problem(piece.ligne + located.line((field_named(message, located.valeurs),)), message)
    return Instrument(id=ident, nom=piece.argument, options=located.valeurs)


def _exercise(reader: Reader, parts: Cut, piece: Piece, seen: dict[str, int]) -> Exercise | None:
    nom, first = piece.argument, piece.ligne - 1
    if not _NOM.fullmatch(nom):
        reader.problem(
            first,
            "donnez un nom à l’exercice, en minuscules sans accent ni espace, par exemple « ```{exercice} grade »"
            + (f" ; « {nom} » ne convient pas." if nom else "."),
        )
        return None
    if nom in seen:
        reader.problem(first, f"l’exercice « {nom} » existe déjà ligne {seen[nom] + 1} ; donnez-lui un autre nom.")
        return None
    seen[nom] = first
    located = reader.mapping(piece)
    if located is None:
        return None
    kind = located.valeurs.get("type")
    if kind not in exercises.TYPES:
        message = "il manque « type: »." if kind is None else f"le type « {kind} » n’existe pas."
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
