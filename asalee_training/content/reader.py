"""Read a case, a lesson or a module file into a model, or say everything that is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path

from asalee_training.content import essentiel, yaml_lines
from asalee_training.content.blocs import blocs
from asalee_training.content.errors import ContentError, nearest
from asalee_training.content.gathering import Reader, path_named
from asalee_training.content.markdown import Piece
from asalee_training.content.models import (
    DEROGATOIRES,
    PARTIES,
    PROTOCOLES,
    Case,
    EnTete,
    EnTeteCas,
    EnTeteLecon,
    ModuleDeCours,
)
from asalee_training.content.source import SUFFIXES
from asalee_training.simulation import patient as simulated

_THEME = re.compile(r"[a-z][a-z0-9_]{1,29}")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def load_case(path: Path, root: Path, texte: str | None = None) -> Case:
    """Read ``<root>/cases/<protocole>/<slug>.md`` (or ``.ipynb``), or ``texte`` as if it were saved there.

    Raises ``ContentError`` with every problem found, ``FileNotFoundError`` if there is no such file.
    """
    reader = Reader.open(path, root, texte)
    twins = sorted(p.name for suffix in SUFFIXES if (p := path.with_suffix(suffix)) != path and p.exists())
    if twins:
        reader.problem(
            0,
            f"ce cas est écrit deux fois, dans « {path.name} » et dans « {twins[0]} » ; gardez-en un, effacez l’autre.",
        )
    if path.parent.name not in PROTOCOLES:
        reader.problem(
            0, f"le dossier « {path.parent.name} » n’est pas un protocole. {nearest(path.parent.name, PROTOCOLES)}"
        )
        raise ContentError(reader.problems)
    case, located, piece = _document(reader, path, EnTeteCas, f"{path.parent.name}/{path.stem}")
    written = located.valeurs.get("protocole") if located else None
    if located and piece and written in PROTOCOLES and written != path.parent.name:
        reader.problem(
            piece.ligne + located.line(("protocole",)),
            f"le cas est dans le dossier « {path.parent.name} » ; écrivez « protocole: {path.parent.name} » ou déplacez-le.",
        )
    if case and not case.exercices and not reader.problems:
        reader.problem(0, "ce cas n’a aucun exercice ; ajoutez un bloc « ```{exercice} nom ».")
    return reader.done(case)


def load_lesson(path: Path, root: Path, texte: str | None = None) -> Case:
    """Read ``<root>/courses/<module>/NN_<slug>.md``. Same text and errors as ``load_case``."""
    reader = Reader.open(path, root, texte)
    lesson, located, piece = _document(reader, path, EnTeteLecon, f"{path.parent.name}/{path.stem}")
    if located and piece and path.parent.name in DEROGATOIRES and located.valeurs.get("partie") is None:
        reader.problem(piece.ligne, f"il manque « partie: ». Choisissez : {', '.join(PARTIES)}.")
    return reader.done(lesson)


def load_module(path: Path, root: Path, texte: str | None = None) -> ModuleDeCours:
    """Read ``<root>/courses/<module>/module.md``. Same text and errors as ``load_case``."""
    reader = Reader.open(path, root, texte)
    module, located, piece = reader.entete(reader.cut(), ModuleDeCours)
    if module and located and piece:
        for index, lecon in enumerate(module.lecons):
            if not (path.parent / f"{lecon}.md").is_file():
                line = piece.ligne + located.line(("lecons", index))
                reader.problem(
                    line, f"la leçon « {lecon} » n’existe pas : il n’y a pas de fichier {lecon}.md dans ce dossier."
                )
        for test in ("positionnement", "final"):
            if getattr(module, test) and not module.themes:
                message = f"« {test}: » tire ses questions par thème : écrivez d’abord « themes: »."
                reader.problem(piece.ligne + located.line((test,)), message)
        for theme in module.themes:
            if not _THEME.fullmatch(theme):
                message = f"le thème « {theme} » : un mot court, en minuscules sans accent, comme « pied » ou « suivi_biologique »."
                reader.problem(piece.ligne + located.line(("themes", theme)), message)
    return reader.done(module)


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
                    reader.problem(piece.ligne + located.line((field, *path_named(message, laws))), message)
    found = blocs(reader, parts, essentiel.start(reader, parts) if kind is EnTeteLecon else None)
    if entete is None:
        return None, located, piece
    if located and piece and entete.relecture and entete.peremption and entete.peremption <= entete.relecture:
        line = piece.ligne + located.line(("peremption",))
        reader.problem(line, "« peremption: » doit venir après « relecture: » : corrigez l’une des deux dates.")
    return Case(nom=nom, entete=entete, blocs=tuple(found)), located, piece
