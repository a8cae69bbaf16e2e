"""The rows of many marked copies, in bulk: the same as nbgrader's SaveAutoGrades leaves, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from asalee_training.gradebook import verdicts
from asalee_training.gradebook.book import Book, Target
from asalee_training.gradebook.late import Penalty, lost


def save(
    book: Book, connection: sa.Connection, target: Target, lines: Iterable[verdicts.Line], penalty: Penalty
) -> None:
    """Write many copies inside the caller's transaction.

    As SaveAutoGrades does: automatic scores are replaced, manual ones are kept and ask to be confirmed again.
    """
    writer = _Writer(book.t, connection, target, list(lines))
    submissions = writer.submissions()
    notebooks = writer.notebooks(submissions)
    totals = writer.grades(notebooks)
    writer.comments(notebooks)
    writer.penalties(notebooks, submissions, totals, penalty)
    verdicts.save(connection, writer.lines, submissions)


@dataclass(frozen=True)
class _Writer:
    """One batch: each method writes one of nbgrader's tables and returns what the next one needs."""

    t: Mapping[str, sa.Table]
    connection: sa.Connection
    target: Target
    lines: list[verdicts.Line]

    def submissions(self) -> dict[str, tuple[str, Any]]:
        student, submitted = self.t["student"], self.t["submitted_assignment"]
        enrolled = set(self.connection.execute(sa.select(student.c.id)).scalars())
        verdicts.insert(
            self.connection, student, [{"id": x.apprenante} for x in self.lines if x.apprenante not in enrolled]
        )
        known = {
            row.student_id: (row.id, row.extension)
            for row in self.connection.execute(
                sa.select(submitted.c.student_id, submitted.c.id, submitted.c.extension).where(
                    submitted.c.assignment_id == self.target.assignment
                )
            )
        }
        fresh = {x.apprenante: uuid4().hex for x in self.lines if x.apprenante not in known}
        verdicts.insert(
            self.connection,
            submitted,
            [
                {"id": fresh[x.apprenante], "assignment_id": self.target.assignment, "student_id": x.apprenante,
                 "timestamp": x.timestamp, "extension": None}
                for x in self.lines if x.apprenante in fresh
            ],
        )  # fmt: skip
        moved = [
            {"key": known[x.apprenante][0], "timestamp": x.timestamp}
            for x in self.lines
            if x.apprenante in known and x.timestamp
        ]
        verdicts.update(self.connection, submitted, moved)
        return {**known, **{who: (ident, None) for who, ident in fresh.items()}}

    def notebooks(self, submissions: Mapping[str, tuple[str, Any]]) -> dict[str, str]:
        """The submitted notebook of each trainee, by trainee id."""
        table = self.t["submitted_notebook"]
        known = dict(
            map(
                tuple,
                self.connection.execute(
                    sa.select(table.c.assignment_id, table.c.id).where(table.c.notebook_id == self.target.notebook)
                ),
            )
        )
        missing = {ident: uuid4().hex for ident, _ in submissions.values() if ident not in known}
        verdicts.insert(
            self.connection,
            table,
            [
                {"id": fresh, "assignment_id": ident, "notebook_id": self.target.notebook, "flagged": False,
                 "late_submission_penalty": None}
                for ident, fresh in missing.items()
            ],
        )  # fmt: skip
        known.update(missing)
        return {who: known[ident] for who, (ident, _) in submissions.items()}

    def grades(self, notebooks: Mapping[str, str]) -> dict[str, float]:
        """Write the automatic scores; returns each trainee's score as nbgrader adds it up."""
        grade = self.t["grade"]
        old = {
            (row.notebook_id, row.cell_id): row
            for row in self.connection.execute(
                sa.select(
                    grade.c.notebook_id, grade.c.cell_id, grade.c.id, grade.c.manual_score, grade.c.extra_credit
                ).where(grade.c.cell_id.in_(list(self.target.grade_cells.values())))
            )
        }
        fresh, changed, totals = [], [], {}
        for line in self.lines:
            notebook, total = notebooks[line.apprenante], 0.0
            for nom, cell in self.target.grade_cells.items():
                auto, row = line.scores[nom], old.get((notebook, cell))
                if row is None:
                    total += auto or 0.0
                    fresh.append(
                        {"id": uuid4().hex, "notebook_id": notebook, "cell_id": cell, "auto_score": auto,
                         "manual_score": None, "extra_credit": None, "needs_manual_grade": auto is None}
                    )  # fmt: skip
                else:
                    kept = row.manual_score
                    total += (kept if kept is not None else auto or 0.0) + (row.extra_credit or 0.0)
                    changed.append(
                        {"key": row.id, "auto_score": auto, "needs_manual_grade": kept is not None or auto is None}
                    )
            totals[line.apprenante] = total
        verdicts.insert(self.connection, grade, fresh)
        verdicts.update(self.connection, grade, changed)
        return totals

    def comments(self, notebooks: Mapping[str, str]) -> None:
        comment = self.t["comment"]
        cells = self.target.solution_cells
        old = {
            (row.notebook_id, row.cell_id): row.id
            for row in self.connection.execute(
                sa.select(comment.c.notebook_id, comment.c.cell_id, comment.c.id).where(
                    comment.c.cell_id.in_(list(cells.values()))
                )
            )
        }
        fresh, changed = [], []
        for line in self.lines:
            for nom, cell in cells.items():
                # nbgrader's own words: formgrader shows them, translated, as the placeholder of the comment.
                said = None if nom in line.answered else "No response."
                known = old.get((notebooks[line.apprenante], cell))
                if known is None:
                    place = {"id": uuid4().hex, "notebook_id": notebooks[line.apprenante], "cell_id": cell}
                    fresh.append({**place, "auto_comment": said, "manual_comment": None})
                else:
                    changed.append({"key": known, "auto_comment": said})
        verdicts.insert(self.connection, comment, fresh)
        verdicts.update(self.connection, comment, changed)

    def penalties(
        self,
        notebooks: Mapping[str, str],
        submissions: Mapping[str, tuple[str, timedelta | None]],
        totals: Mapping[str, float],
        penalty: Penalty,
    ) -> None:
        table, due = self.t["submitted_notebook"], self.target.duedate
        given = sa.select(table.c.id).where(table.c.late_submission_penalty.is_not(None)).limit(1)
        if due is None and self.connection.execute(given).first() is None:
            return
        rows = [
            {
                "key": notebooks[line.apprenante],
                "late_submission_penalty": lost(
                    penalty,
                    line.apprenante,
                    totals[line.apprenante],
                    line.timestamp,
                    due,
                    submissions[line.apprenante][1],
                ),
            }
            for line in self.lines
        ]
        verdicts.update(self.connection, table, rows)
