"""The gradebook: nbgrader's own tables, read from the database that it created, and our table of verdicts beside them.

Nothing of nbgrader is imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from asalee_training.gradebook import GradebookError
from asalee_training.gradebook.verdicts import VERDICTS

_TABLES = ("assignment", "notebook", "base_cell", "grade_cells", "solution_cells", "student", "submitted_assignment",
           "submitted_notebook", "grade", "comment")  # fmt: skip


class BookError(GradebookError):
    """The gradebook cannot be used; the message is a French sentence."""


@dataclass(frozen=True)
class Target:
    """An assignment of the gradebook: ids of its notebook and cells, points of each graded cell, due date (UTC)."""

    assignment: str
    notebook: str
    grade_cells: Mapping[str, str]
    solution_cells: Mapping[str, str]
    maxima: Mapping[str, float]
    duedate: datetime | None


@dataclass(frozen=True)
class Reviewed:
    """What a person added to an exercise: a mark in place of ours (None: none), a bonus, a comment."""

    points: float | None
    bonus: float
    commentaire: str


class Book:
    """A gradebook, open."""

    def __init__(self, url: str):
        """Open the gradebook. Raises ``BookError`` if nothing was ever released into it."""
        options = {"connect_args": {"timeout": 60}} if url.startswith("sqlite") else {}
        self.engine = sa.create_engine(url, **options)
        known = set(sa.inspect(self.engine).get_table_names())
        if not known.issuperset(_TABLES):
            raise BookError(
                "Le carnet de notes n’existe pas encore : publiez d’abord un cas avec « asalee construire »."
            )
        # SQLite keeps an interval as a date; only the declared type says how to read it back.
        extension = sa.Column("extension", sa.Interval())
        metadata = sa.MetaData()
        sa.Table("submitted_assignment", metadata, extension, autoload_with=self.engine, resolve_fks=False)
        self.t = {
            name: metadata.tables.get(name)
            if name in metadata.tables
            else sa.Table(name, metadata, autoload_with=self.engine, resolve_fks=False)
            for name in _TABLES
        }
        VERDICTS.metadata.create_all(self.engine)

    def close(self) -> None:
        """Release the database."""
        self.engine.dispose()

    def target(self, connection: sa.Connection, assignment: str) -> Target:
        """Find an assignment. Raises ``BookError`` if it was never released."""
        t = self.t
        found = connection.execute(
            sa.select(t["assignment"].c.id, t["assignment"].c.duedate, t["notebook"].c.id)
            .join_from(t["assignment"], t["notebook"], t["notebook"].c.assignment_id == t["assignment"].c.id)
            .where(t["assignment"].c.name == assignment)
        ).one_or_none()
        if found is None:
            raise BookError(
                f"« {assignment} » n’est pas dans le carnet de notes : publiez-le avec « asalee construire »."
            )
        cell, graded = t["base_cell"], t["grade_cells"]
        of_notebook = cell.c.notebook_id == found[2]
        grades = connection.execute(
            sa.select(cell.c.name, cell.c.id, graded.c.max_score)
            .join_from(cell, graded, graded.c.id == cell.c.id)
            .where(of_notebook)
        ).all()
        solutions = connection.execute(
            sa.select(cell.c.name, cell.c.id)
            .join_from(cell, t["solution_cells"], t["solution_cells"].c.id == cell.c.id)
            .where(of_notebook)
        ).all()
        return Target(
            found[0],
            found[2],
            {n: i for n, i, _ in grades},
            dict(map(tuple, solutions)),
            {n: m for n, _, m in grades},
            found[1],
        )

    def stamps(self, connection: sa.Connection, target: Target) -> dict[str, sa.Row]:
        """What each trainee's copy was last marked on: rows of ``asalee_verdict``, and nbgrader's ``carnet`` id, by trainee."""
        submitted, notebook = self.t["submitted_assignment"], self.t["submitted_notebook"]
        rows = connection.execute(
            sa.select(submitted.c.student_id, notebook.c.id.label("carnet"), VERDICTS)
            .join_from(submitted, VERDICTS, VERDICTS.c.submission_id == submitted.c.id)
            .join(notebook, notebook.c.assignment_id == submitted.c.id)
            .where(submitted.c.assignment_id == target.assignment, notebook.c.notebook_id == target.notebook)
        )
        return {row.student_id: row for row in rows}

    def waiting(self, connection: sa.Connection, target: Target) -> set[str]:
        """The trainees whose copy has a mark that waits for a person."""
        submitted, notebook, grade = (self.t[n] for n in ("submitted_assignment", "submitted_notebook", "grade"))
        rows = connection.execute(
            sa.select(submitted.c.student_id)
            .join_from(submitted, notebook, notebook.c.assignment_id == submitted.c.id)
            .join(grade, grade.c.notebook_id == notebook.c.id)
            .where(submitted.c.assignment_id == target.assignment, grade.c.needs_manual_grade)
            .distinct()
        )
        return set(rows.scalars())

    def settle(self, connection: sa.Connection, target: Target, apprenante: str) -> None:
        """Note that a person has looked at a copy. Raises ``BookError`` if it was never marked."""
        row = self.stamps(connection, target).get(apprenante)
        if row is None:
            raise BookError(f"La copie de « {apprenante} » n’est pas encore notée.")
        connection.execute(VERDICTS.update().where(VERDICTS.c.submission_id == row.submission_id).values(revu=True))

    def reviewed(self, connection: sa.Connection, target: Target) -> dict[str, dict[str, Reviewed]]:
        """What people gave: manual marks, bonus and comments, by trainee then by exercise."""
        submitted, notebook, grade, comment = (
            self.t[n] for n in ("submitted_assignment", "submitted_notebook", "grade", "comment")
        )
        names = {ident: nom for nom, ident in target.grade_cells.items()}
        said = {ident: nom for nom, ident in target.solution_cells.items()}
        copies = sa.join(submitted, notebook, notebook.c.assignment_id == submitted.c.id)
        here = submitted.c.assignment_id == target.assignment
        comments = {
            (row.student_id, said.get(row.cell_id)): row.manual_comment or ""
            for row in connection.execute(
                sa.select(submitted.c.student_id, comment.c.cell_id, comment.c.manual_comment)
                .select_from(copies.join(comment, comment.c.notebook_id == notebook.c.id))
                .where(here)
            )
        }
        found: dict[str, dict[str, Reviewed]] = {}
        for row in connection.execute(
            sa.select(submitted.c.student_id, grade.c.cell_id, grade.c.manual_score, grade.c.extra_credit)
            .select_from(copies.join(grade, grade.c.notebook_id == notebook.c.id))
            .where(here)
        ):
            nom = names[row.cell_id]
            text = comments.get((row.student_id, nom), "")
            found.setdefault(row.student_id, {})[nom] = Reviewed(row.manual_score, row.extra_credit or 0.0, text)
        return found

    def returned(
        self, connection: sa.Connection, target: Target, results: Mapping[str, tuple[float, float, str]]
    ) -> None:
        """Note the copies given back, with their final points, maximum and verdict by trainee."""
        stamps = self.stamps(connection, target)
        rows = [
            {"key": stamps[who].submission_id, "points": points, "sur": sur, "verdict": verdict, "rendu": True}
            for who, (points, sur, verdict) in results.items()
        ]
        if rows:
            connection.execute(VERDICTS.update().where(VERDICTS.c.submission_id == sa.bindparam("key")), rows)
