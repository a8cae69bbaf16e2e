"""Release built evaluations: nbgrader's generate_assignment and release_assignment, in this process, where needed."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

from asalee_training.answers import FICHIER
from asalee_training.authoring import build, versions
from asalee_training.gradebook import GradebookError, files
from asalee_training.gradebook.config import COURS, effective_config
from asalee_training.workspace import Workspace


class ReleaseError(GradebookError):
    """An assignment cannot be released; the message is a French sentence."""


def release(ws: Workspace, assignments: Iterable[str]) -> list[str]:
    """Release the assignments that changed or were never released; returns their names.

    Marks are never removed: nbgrader refuses to change the cells of an assignment that has copies, and says so here as
    ``ReleaseError``. So does a ``.reponses.json`` left in ``source/``: it would go to every trainee.
    """
    changed = [a for a in assignments if not _up_to_date(ws, a)]
    if not changed:
        return []
    for assignment in changed:
        _check_source(ws.grading / "source" / assignment)
    _tools_on_path()
    for assignment in changed:
        _generate(ws, assignment)
        _publish(ws, assignment)
        stamp = ws.versions / assignment / versions.PUBLIE
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text(_source_stamp(ws, assignment) + "\n", encoding="ascii")
    return changed


def publish(
    ws: Workspace,
    paths: Iterable[Path] | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> build.Built:
    """Build what may be published, all or some texts, and give it to trainees; what was withdrawn is no longer offered.

    Who began a withdrawn case keeps it, and its copies are still marked. ``progress(done, total)`` is told after each
    text. Raises ``ReleaseError``.
    """
    built = build.build_all(ws, paths, progress)
    for left in built.left:
        if left.retire:
            for version in versions.history(ws, left.cas):
                assignment = f"{left.cas.replace('/', '-')}-v{version}"
                for folder in (outbound(ws, assignment), ws.bibliotheque / assignment):
                    files.remove_tree(folder)
    release(ws, built.evaluations)
    return built


def outbound(ws: Workspace, assignment: str) -> Path:
    """Where trainees fetch a released assignment."""
    return ws.echange / COURS / "outbound" / assignment


def _check_source(folder: Path) -> None:
    if not folder.is_dir():
        raise ReleaseError(f"« {folder.name} » n’est pas construit : lancez « asalee construire ».")
    if (folder / FICHIER).exists():
        raise ReleaseError(f"Des réponses se trouvent dans « {folder} » : effacez ce {FICHIER}, puis recommencez.")


def _source_stamp(ws: Workspace, assignment: str) -> str:
    digest = sha256()
    for name, data in files.released(ws.grading / "source" / assignment).items():
        digest.update(name.encode() + sha256(data).digest())
    return digest.hexdigest()


def _up_to_date(ws: Workspace, assignment: str) -> bool:
    stamp, built = ws.versions / assignment / versions.PUBLIE, files.released(ws.grading / "release" / assignment)
    return (
        stamp.is_file()
        and stamp.read_text(encoding="ascii").strip() == _source_stamp(ws, assignment)
        and bool(built)
        and files.released(outbound(ws, assignment)) == built
        and ("ASALEE_BASE" in os.environ or (ws.grading / "gradebook.db").exists())
    )


def _tools_on_path() -> None:
    """nbgrader starts ``alembic`` by its name when it creates a gradebook: this environment's must be found first."""
    here = str(Path(sys.executable).parent)
    if os.environ.get("PATH", "").split(os.pathsep)[0] != here:
        os.environ["PATH"] = os.pathsep.join([here, os.environ.get("PATH", os.defpath)])


def _generate(ws: Workspace, assignment: str) -> None:
    from nbgrader.converters import GenerateAssignment, NbGraderException
    from nbgrader.coursedir import CourseDirectory

    config = effective_config(ws)
    coursedir = CourseDirectory(config=config)
    coursedir.assignment_id = assignment
    step = GenerateAssignment(coursedir=coursedir, config=config)
    step.force = True
    step.log = quiet_log()
    before = files.released(ws.grading / "release" / assignment)
    try:
        step.start()
    except (NbGraderException, SystemExit):
        _put_back(ws.grading / "release" / assignment, before)  # nbgrader removes the folder that it cannot renew
        raise ReleaseError(
            f"« {assignment} » ne peut pas être publié : des copies existent et ses questions ont changé. "
            "Augmentez « version: » dans son en-tête, puis reconstruisez."
        ) from None


def _put_back(folder: Path, before: dict[str, bytes]) -> None:
    for name, data in before.items():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _publish(ws: Workspace, assignment: str) -> None:
    """Put the released folder in the exchange, in nbgrader's layout."""
    from nbgrader.auth import Authenticator
    from nbgrader.coursedir import CourseDirectory
    from nbgrader.exchange import ExchangeError
    from nbgrader.exchange.default import ExchangeReleaseAssignment

    if sys.platform == "win32":  # nbgrader has no exchange there: copies travel as copie.zip
        with files.replacing(outbound(ws, assignment)) as folder:
            for name, data in files.released(ws.grading / "release" / assignment).items():
                (folder / name).write_bytes(data)
        return
    config = effective_config(ws)
    coursedir = CourseDirectory(config=config)
    coursedir.assignment_id = assignment
    step = ExchangeReleaseAssignment(coursedir=coursedir, authenticator=Authenticator(config=config), config=config)
    step.force = True
    step.log = quiet_log()
    try:
        step.start()
    except ExchangeError as error:
        raise ReleaseError(
            f"« {assignment} » n’a pas pu être mis à disposition dans « {ws.echange} » : {error}"
        ) from None


def quiet_log() -> logging.Logger:
    """A logger for nbgrader's steps: its English lines are for the log file of a person who debugs, not for the screen."""
    log = logging.getLogger("asalee.nbgrader")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
        log.propagate = False
    return log
