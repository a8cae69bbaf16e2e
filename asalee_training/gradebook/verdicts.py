"""Our own table in the gradebook's database: the verdict on each marked copy, and what a person made of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

ours = sa.MetaData()
#: One line a marked copy. No foreign key: nbgrader must stay able to remove a submission.
VERDICTS = sa.Table(
    "asalee_verdict",
    ours,
    sa.Column("submission_id", sa.String(32), primary_key=True),
    sa.Column("empreinte", sa.String(64), nullable=False),
    sa.Column("points", sa.Float, nullable=False),
    sa.Column("sur", sa.Float, nullable=False),
    sa.Column("verdict", sa.String(16), nullable=False),
    sa.Column("gravites", sa.Text, nullable=False),
    sa.Column("a_revoir", sa.Text, nullable=False),
    sa.Column("revu", sa.Boolean, nullable=False),
    sa.Column("rendu", sa.Boolean, nullable=False),
)


@dataclass(frozen=True)
class Line:
    """What one copy leaves in the gradebook. ``answered``: texts whose cell is no longer the released one."""

    apprenante: str
    timestamp: datetime | None
    scores: Mapping[str, float | None]
    answered: frozenset[str]
    empreinte: str
    points: float
    sur: float
    verdict: str
    gravites: Mapping[str, str]
    a_revoir: str


def save(connection: sa.Connection, lines: Iterable[Line], submissions: Mapping[str, tuple[str, Any]]) -> None:
    """Write the verdict of each copy. ``submissions``: nbgrader's id of the copy, first of the pair, by trainee."""
    known = {row.submission_id: row for row in connection.execute(sa.select(VERDICTS))}
    fresh, changed = [], []
    for line in lines:
        ident = submissions[line.apprenante][0]
        values = {
            "empreinte": line.empreinte, "points": line.points, "sur": line.sur, "verdict": line.verdict,
            "gravites": json.dumps(dict(line.gravites), ensure_ascii=False, sort_keys=True), "a_revoir": line.a_revoir,
            "rendu": False,
        }  # fmt: skip
        old = known.get(ident)
        if old is None:
            fresh.append({"submission_id": ident, "revu": False, **values})
        else:
            # What a person has looked at stays looked at, as long as it is the same copy.
            changed.append({"key": ident, "revu": old.revu and old.empreinte == line.empreinte, **values})
    insert(connection, VERDICTS, fresh)
    update(connection, VERDICTS, changed, VERDICTS.c.submission_id)


def insert(connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    """Add many lines."""
    if rows:
        connection.execute(table.insert(), rows)


def update(connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]], column: Any = None) -> None:
    """Update many lines by primary key, given as ``key``."""
    if rows:
        key = table.c.id if column is None else column
        connection.execute(table.update().where(key == sa.bindparam("key")), rows)
