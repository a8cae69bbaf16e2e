"""Mark all copies of an assignment: no kernel, nothing executed, the gradebook written in one transaction.

The notebooks are first written aside, then put in place, then the rows are committed. A kill before that leaves all
as it was; a kill in between leaves copies whose stamp is not in the gradebook, and the next run marks them again.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from asalee_training import answers
from asalee_training.authoring.versions import VersionError
from asalee_training.gradebook import files
from asalee_training.gradebook.book import Book
from asalee_training.gradebook.config import database_url
from asalee_training.gradebook.desk import Desk, open_desk
from asalee_training.gradebook.late import late_penalty
from asalee_training.gradebook.manifest import stamp
from asalee_training.gradebook.rows import save
from asalee_training.gradebook.verdicts import Line
from asalee_training.workspace import Workspace

Progress = Callable[[int, int], None]


@dataclass
class Report:
    """What a marking did. ``unchanged``: copies already marked, left alone. ``to_review``: (trainee, why)."""

    marked: int = 0
    unchanged: int = 0
    waiting_manual: int = 0
    to_review: list[tuple[str, str]] = field(default_factory=list)


def mark(ws: Workspace, assignment: str, progress: Progress | None = None, force: bool = False) -> Report:
    """Mark the collected copies that are new or changed (all of them with ``force``).

    ``progress(done, total)`` is called as copies are judged. A copy that cannot be trusted gets the honest mark of
    what is readable, is listed in ``to_review``, and the others go on.
    Raises ``VersionError``, ``RubricError`` or ``BookError`` on a fault of ours, before anything is written.
    """
    desk = open_desk(ws, assignment)
    with files.copies_lock(ws):
        book = Book(database_url(ws))
        try:
            return _Batch(ws, assignment, desk, book, force).run(progress or (lambda done, total: None))
        finally:
            book.close()


def settle(ws: Workspace, assignment: str, apprenante: str) -> None:
    """Note that a person has looked at a copy « à revoir »: its marks stand. Raises ``BookError``."""
    book = Book(database_url(ws))
    try:
        with book.engine.begin() as connection:
            book.settle(connection, book.target(connection, assignment), apprenante)
    finally:
        book.close()


class _Batch:
    """One run over the copies of an assignment."""

    def __init__(self, ws: Workspace, assignment: str, desk: Desk, book: Book, force: bool):
        self.assignment, self.desk, self.book, self.force = assignment, desk, book, force
        self.submitted, self.autograded = ws.grading / "submitted", ws.grading / "autograded"
        self.aside = self.autograded / ".encours"
        self.penalty = late_penalty(ws)
        self.report = Report()

    def run(self, progress: Progress) -> Report:
        copies = sorted(p.parent for p in self.submitted.glob(f"[!.]*/{self.assignment}/{files.HORODATAGE}"))
        copies += sorted(set(self.submitted.glob(f"[!.]*/{self.assignment}")) - set(copies))
        files.remove_tree(self.aside)
        self.aside.mkdir(parents=True)
        try:
            with self.book.engine.begin() as connection:
                target = self.book.target(connection, self.assignment)
                if dict(target.maxima) != self.desk.carnet.grade_ids():
                    raise VersionError(
                        f"Le carnet de notes ne connaît pas les mêmes questions que « {self.assignment} ». Rien n’a été noté."
                    )
                stamps = self.book.stamps(connection, target)
            lines = []
            for done, folder in enumerate(copies, 1):
                line = self._judge(folder, stamps.get(folder.parent.name))
                if line is not None:
                    lines.append(line)
                progress(done, len(copies))
            with self.book.engine.begin() as connection:
                save(self.book, connection, target, lines, self.penalty)
                for line in lines:
                    place = self.autograded / line.apprenante / self.assignment
                    files.swap(self.aside / line.apprenante, place, self.aside / f"{line.apprenante}+ancien")
            self.report.marked = len(lines)
            with self.book.engine.connect() as connection:
                self.report.waiting_manual = len(self.book.waiting(connection, target))
        finally:
            files.remove_tree(self.aside)
        return self.report

    def _judge(self, folder: Path, old) -> Line | None:
        """Judge one copy and write its notebook aside; None if it is already marked, or cannot be."""
        apprenante = folder.parent.name
        try:
            return self._line(apprenante, folder, old)
        except (files.Refused, OSError) as error:
            reason = (
                str(error)
                if isinstance(error, files.Refused)
                else "Les fichiers de cette copie ne peuvent pas être lus."
            )
        except Exception as error:  # one copy must never stop the others; the type tells us what to mend
            reason = f"Cette copie n’a pas pu être notée ({type(error).__name__})."
        files.remove_tree(self.aside / apprenante)
        self.report.to_review.append((apprenante, reason))
        return None

    def _line(self, apprenante: str, folder: Path, old) -> Line | None:
        if folder.is_symlink() or folder.parent.is_symlink():
            raise files.Refused("Ce dossier de copie est un lien.")
        refused = ""
        try:
            data = files.read_regular(folder / answers.FICHIER, files.TAILLE_REPONSES)
        except files.Refused as error:
            data, refused = None, str(error)
        slip = files.read_regular(folder / files.MANIFESTE, files.TAILLE_MANIFESTE)
        moment = files.read_regular(folder / files.HORODATAGE, 200) or b""
        secret = files.read_regular(folder / files.SECRET, 1_000)
        seal = stamp(self.desk.judge.version.empreinte, data, slip, moment)
        name = f"{self.desk.slug}.ipynb"
        if old is not None and old.empreinte == seal and not self.force:
            with suppress(OSError):
                if (self.autograded / apprenante / self.assignment / name).stat().st_size:
                    self.report.unchanged += 1
                    self._review(apprenante, "" if old.revu else old.a_revoir)
                    return None
        judged = self.desk.judge.judged(apprenante, data, slip)
        problem = " ".join(filter(None, [refused, judged.problem]))
        self._review(apprenante, problem)
        extra = {
            answers.FICHIER: data,
            files.MANIFESTE: slip,
            files.HORODATAGE: moment or None,
            files.SECRET: secret,
        }
        written = {name: self.desk.carnet.text(judged).encode(), **{k: v for k, v in extra.items() if v is not None}}
        self._write(self.aside / apprenante, written)
        result = self.desk.judge.verdict(judged.marks)
        return Line(
            apprenante=apprenante,
            timestamp=files.parse_timestamp(moment.decode("utf-8", errors="replace")),
            scores=judged.scores(),
            answered=frozenset(s.removesuffix("-reponse") for s in judged.sources),
            empreinte=seal,
            points=result.points,
            sur=result.sur,
            verdict=result.verdict,
            gravites={nom: m.gravite for nom, m in judged.marks.items() if m.gravite},
            a_revoir=problem,
        )

    def _review(self, apprenante: str, problem: str) -> None:
        if problem:
            self.report.to_review.append((apprenante, problem))

    def _write(self, folder: Path, written: dict[str, bytes]) -> None:
        """Write a copy's files, read-only like nbgrader's; what is the same for all copies is written once and linked."""
        folder.mkdir()
        for name, data in written.items():
            _write_new(folder / name, data)
        for name, data in self.desk.released.items():
            if name not in written:
                common = self.aside / f".{name}"
                if not common.exists():
                    _write_new(common, data)
                try:
                    os.link(common, folder / name)
                except OSError:
                    _write_new(folder / name, data)


def _write_new(path: Path, data: bytes) -> None:
    with os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o444), "wb"
    ) as file:
        file.write(data)
