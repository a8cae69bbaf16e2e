"""Read what stands between the front matter and the end: prose, instruments, exercises."""

from __future__ import annotations

import re
from dataclasses import replace

from asalee_training import exercises, figures
from asalee_training.content import substitution
from asalee_training.content.errors import nearest
from asalee_training.content.gathering import Reader, field_named
from asalee_training.content.markdown import Cut, Piece
from asalee_training.content.models import ESSENTIEL, Bloc, Exercise, Figure, Instrument, Prose
from asalee_training.content.spacing import spaced
from asalee_training.simulation import instruments

_NOM = re.compile(r"[a-z][a-z0-9_]{0,39}")
# What is shown as it is written, and was surely meant otherwise: « { patient.age } », « ```exercice grade ».
_ONE_BRACE = re.compile(r"(?<!\{)\{\s*patient\.\w+[^{}]*\}(?!\})")
_NO_BRACE = re.compile(r"\s*(?:```+|~~~+)\s*(exercice|instrument|figure)s?\b")
# What an author means as Markdown or HTML, where the one-line texts of a figure are shown as they are.
_MARKDOWN = re.compile(r"[*_`\[\]<>\\]|\{\{")
_DIRECTIVES = ("exercice", "figure", "instrument")


def blocs(reader: Reader, parts: Cut, essentiel: int | None = None) -> list[Bloc]:
    """Read the prose and the directives of a file, in order; problems go to the reader.

    ``essentiel`` is the line where a lesson's summary begins: its prose is a block of that name.
    """
    found: list[Bloc] = []
    seen: dict[str, int] = {}
    for index, piece in enumerate(parts.pieces):
        if piece.genre == "entete":
            continue
        if piece.genre == "prose":
            _check_references(reader, piece)
            found += _proses(piece, index, essentiel)
        elif piece.genre == "exercice":
            exercise = _exercise(reader, parts, piece, seen)
            if exercise:
                found.append(exercise)
        elif piece.genre == "instrument":
            instrument = _instrument(reader, piece, f"instrument-{index}")
            if instrument:
                found.append(instrument)
        elif piece.genre == "figure":
            figure = _figure(reader, piece, f"figure-{index}")
            if figure:
                found.append(figure)
        else:
            reader.problem(
                piece.ligne - 1,
                f"le bloc « {piece.genre} » n’existe pas. {nearest(piece.genre, _DIRECTIVES)}",
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


def _proses(piece: Piece, index: int, essentiel: int | None) -> list[Bloc]:
    lines = spaced(piece.texte).split("\n")
    if essentiel is None or not piece.ligne <= essentiel < piece.ligne + len(lines):
        return [Prose(id=f"texte-{index}", markdown="\n".join(lines))]
    before = "\n".join(lines[: essentiel - piece.ligne]).rstrip()
    last: list[Bloc] = [Prose(id=ESSENTIEL, markdown="\n".join(lines[essentiel - piece.ligne :]))]
    return [Prose(id=f"texte-{index}", markdown=before), *last] if before else last


def _figure(reader: Reader, piece: Piece, ident: str) -> Figure | None:
    if piece.argument not in figures.NOMS:
        message = f"la figure « {piece.argument} » n’existe pas. {nearest(piece.argument, figures.NOMS)}"
        reader.problem(piece.ligne - 1, message)
        return None
    located = reader.mapping(piece)
    if located is None:
        return None
    for key, written in located.valeurs.items():
        line = piece.ligne + located.line((key,))
        if key not in ("legende", "alt"):
            reader.problem(line, f"la clé « {key} » n’existe pas. {nearest(key, ('legende', 'alt'))}")
        elif isinstance(written, str) and (sign := _MARKDOWN.search(written)):
            reader.problem(line, f"« {key}: » : retirez le signe « {sign[0]} », qui s’afficherait tel quel.")
    own = {key: located.valeurs[key] for key in ("legende", "alt") if key in located.valeurs}
    return reader.model(Figure, replace(located, valeurs={**own, "id": ident, "nom": piece.argument}), piece)


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
        reader.problem(
            first, f"l’exercice « {nom} » existe déjà {reader.source.lieu(seen[nom])} ; donnez-lui un autre nom."
        )
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
