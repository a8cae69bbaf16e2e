"""The levels that a referent gives, criterion by criterion: our own table in the gradebook's database.

nbgrader knows one mark a text; the levels say where it comes from, and whether an indispensable criterion is missed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from asalee_training.authoring.versions import load_version
from asalee_training.content.grille import Critere, Grille
from asalee_training.gradebook import GradebookError, rubric
from asalee_training.gradebook.book import Book, Target
from asalee_training.gradebook.config import database_url
from asalee_training.gradebook.verdicts import ours
from asalee_training.workspace import Workspace

#: One line a criterion of one text. ``carnet``: nbgrader's id of the submitted notebook, which formgrader's pages carry.
NIVEAUX = sa.Table(
    "asalee_niveau",
    ours,
    sa.Column("carnet", sa.String(32), primary_key=True),
    sa.Column("exercice", sa.String(64), primary_key=True),
    sa.Column("critere", sa.String(200), primary_key=True),
    sa.Column("points", sa.Float, nullable=False),
    sa.Column("manque", sa.Boolean, nullable=False),
)


class LevelError(GradebookError):
    """A level cannot be kept; the message is a French sentence."""


def read(ws: Workspace, carnet: str, exercice: str) -> dict[str, float]:
    """Return the points given to each criterion of one text, by the criterion's name."""
    book = Book(database_url(ws))
    try:
        with book.engine.connect() as connection:
            rows = connection.execute(
                sa.select(NIVEAUX.c.critere, NIVEAUX.c.points).where(
                    NIVEAUX.c.carnet == carnet, NIVEAUX.c.exercice == exercice
                )
            )
            return {row.critere: row.points for row in rows}
    finally:
        book.close()


def give(ws: Workspace, carnet: str, exercice: str, critere: str, points: float) -> None:
    """Keep the level of one criterion. Raises ``LevelError`` for a copy, a criterion or a level that does not exist."""
    book = Book(database_url(ws))
    try:
        with book.engine.begin() as connection:
            found = _criterion(_grille(ws, book, connection, carnet, exercice), critere)
            if points not in [n.points for n in found.niveaux]:
                raise LevelError(f"Le critère « {critere} » n’a pas de niveau à ces points.")
            here = (NIVEAUX.c.carnet == carnet, NIVEAUX.c.exercice == exercice, NIVEAUX.c.critere == critere)
            connection.execute(NIVEAUX.delete().where(*here))
            line = {"carnet": carnet, "exercice": exercice, "critere": critere, "points": points}
            connection.execute(NIVEAUX.insert(), {**line, "manque": found.critique and points == 0})
    finally:
        book.close()


def _grille(ws: Workspace, book: Book, connection: sa.Connection, carnet: str, exercice: str) -> Grille:
    submitted, notebook, assignment = (book.t[n] for n in ("submitted_assignment", "submitted_notebook", "assignment"))
    name = connection.execute(
        sa.select(assignment.c.name)
        .join_from(assignment, submitted, submitted.c.assignment_id == assignment.c.id)
        .join(notebook, notebook.c.assignment_id == submitted.c.id)
        .where(notebook.c.id == carnet)
    ).scalar_one_or_none()
    exercise = load_version(ws, name).case.exercices.get(exercice) if name else None
    if exercise is None or exercise.type != "texte":
        raise LevelError("Cette copie, ou cette question, n’existe plus : revenez à la liste des copies.")
    return rubric.load(ws, exercise.spec.grille)


def _criterion(grille: Grille, nom: str) -> Critere:
    for critere in grille.criteres:
        if critere.nom == nom:
            return critere
    raise LevelError(f"Le critère « {nom} » n’est plus dans la grille : rechargez la page.")


def missed(book: Book, connection: sa.Connection, target: Target) -> Mapping[str, list[str]]:
    """Return the indispensable criteria at level 0, by trainee."""
    submitted, notebook = book.t["submitted_assignment"], book.t["submitted_notebook"]
    rows: Any = connection.execute(
        sa.select(submitted.c.student_id, NIVEAUX.c.critere)
        .join_from(submitted, notebook, notebook.c.assignment_id == submitted.c.id)
        .join(NIVEAUX, NIVEAUX.c.carnet == notebook.c.id)
        .where(submitted.c.assignment_id == target.assignment, NIVEAUX.c.manque)
        .order_by(NIVEAUX.c.exercice, NIVEAUX.c.critere)
    )
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row.student_id, []).append(row.critere)
    return found
