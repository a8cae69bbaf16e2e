"""Where each case stands, as lists for the referent's and the trainee's pages. nbgrader is not imported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from asalee_training.authoring import versions
from asalee_training.gradebook import files
from asalee_training.gradebook.book import Book, BookError
from asalee_training.gradebook.config import COURS, database_url
from asalee_training.workspace import Workspace, is_ident


@dataclass(frozen=True)
class Copy:
    """One copy. ``numero``: its number for who marks blind; ``remise``: naive UTC; ``verdict``: "" while not marked."""

    apprenante: str
    numero: int
    remise: datetime | None
    notee: bool = False
    points: float = 0.0
    sur: float = 0.0
    verdict: str = ""
    en_attente: bool = False
    a_revoir: str = ""
    rendue: bool = False


@dataclass(frozen=True)
class State:
    """One released assignment, counted. ``a_relever``: trainees with a newer copy in the exchange."""

    assignment: str
    a_relever: int
    relevees: int
    notees: int
    en_attente: int
    a_revoir: int
    rendues: int


def states(ws: Workspace) -> list[State]:
    """Return every assignment that can be marked, with its counts."""
    return [_state(ws, assignment) for assignment in versions.names(ws)]


def _state(ws: Workspace, assignment: str) -> State:
    found = copies(ws, assignment)
    return State(
        assignment=assignment,
        a_relever=len(_waiting_in_exchange(ws, assignment)),
        relevees=len(found),
        notees=sum(c.notee for c in found),
        en_attente=sum(c.en_attente for c in found),
        a_revoir=sum(bool(c.a_revoir) for c in found),
        rendues=sum(c.rendue for c in found),
    )


def copies(ws: Workspace, assignment: str) -> list[Copy]:
    """Return the collected copies of an assignment, in a stable order that says nothing of who or when."""
    submitted = ws.grading / "submitted"
    folders = {p.parent.name: p for p in submitted.glob(f"[!.]*/{assignment}") if p.is_dir()}
    stamps, waiting = {}, set()
    try:
        book = Book(database_url(ws))
        try:
            with book.engine.connect() as connection:
                target = book.target(connection, assignment)
                stamps, waiting = book.stamps(connection, target), book.waiting(connection, target)
        finally:
            book.close()
    except BookError:
        pass  # nothing released yet: nothing is marked either
    # formgrader numbers copies in the order of nbgrader's random ids: same numbers here. Those not marked come last.
    order = sorted(folders, key=lambda who: (who not in stamps, stamps[who].carnet if who in stamps else who))
    return [
        _copy(who, n, files.existing_timestamp(folders[who]), stamps.get(who), waiting)
        for n, who in enumerate(order, 1)
    ]


def _copy(who: str, numero: int, remise: datetime | None, row, waiting: set[str]) -> Copy:
    if row is None:
        return Copy(who, numero, remise)
    review = "" if row.revu else row.a_revoir
    return Copy(who, numero, remise, True, row.points, row.sur, row.verdict, who in waiting, review, row.rendu)


def _waiting_in_exchange(ws: Workspace, assignment: str) -> set[str]:
    inbound, newer = ws.echange / COURS / "inbound", set()
    for folder in inbound.glob(f"*+{assignment}+*") if inbound.is_dir() else ():
        who, _, rest = folder.name.partition("+")
        moment = files.parse_timestamp(rest.split("+")[1])
        already = files.existing_timestamp(ws.grading / "submitted" / who / assignment)
        if moment is not None and is_ident(who) and (already is None or moment > already):
            newer.add(who)
    return newer
