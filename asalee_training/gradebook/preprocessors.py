"""nbgrader's steps, replaced by ours: her notebook is thrown away, the released one put back and filled from data.

None of them raises on what a trainee wrote: a step that raises makes nbgrader delete the copy. All of them raise on a
fault of ours (unknown version, changed key) before any mark is written.
"""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Unicode

from asalee_training import answers
from asalee_training.gradebook import carnet, files
from asalee_training.gradebook.copy import JudgedCopy
from asalee_training.gradebook.desk import Desk, open_desk
from asalee_training.workspace import Workspace

#: nbgrader makes new steps for every notebook of every copy; a course is opened once a process and version.
_desks: dict[tuple[str, str, int], Desk] = {}


def before_copying(assignment: str, student: str, notebooks: list[str]) -> None:
    """Autograde's ``pre_convert_hook``: make a submitted folder safe to copy and its notebook possible to open.

    nbgrader would follow a link, wait for ever on a pipe, and lose the copy whose notebook it cannot parse.
    """
    for notebook in map(Path, notebooks):
        folder = notebook.parent
        released = files.released(folder.parents[2] / "release" / folder.name)
        for stray in folder.iterdir():
            if not stat.S_ISREG(stray.lstat().st_mode):
                files.remove_tree(stray) if stray.is_dir() else stray.unlink()
        if notebook.name in released and not _opens(notebook):
            notebook.unlink(missing_ok=True)
            notebook.write_bytes(released[notebook.name])


def _opens(notebook: Path) -> bool:
    try:
        nbformat.reads(notebook.read_text(encoding="utf-8"), as_version=nbformat.NO_CONVERT)
        return nbformat.reads(notebook.read_text(encoding="utf-8"), as_version=4).nbformat == 4
    except Exception:  # nbformat raises whatever the damage makes its code raise
        return False


class FromReleased(NbGraderPreprocessor):
    """What the three steps share: the course's folder, and the copy being processed."""

    racine = Unicode(help="The project's folder, which holds grading/.").tag(config=True)

    def desk(self, resources: Any) -> Desk:
        """Open the assignment being processed. Raises on a fault of ours."""
        assignment = resources["nbgrader"]["assignment"]
        ws = Workspace(Path(self.racine))
        released = ws.grading / "release" / assignment
        moment = max((p.stat().st_mtime_ns for p in released.iterdir()), default=0) if released.is_dir() else 0
        key = (self.racine, assignment, moment)
        if key not in _desks:
            _desks[key] = open_desk(ws, assignment)
        return _desks[key]

    def folder(self, resources: Any) -> Path:
        """The folder that nbgrader is filling under ``autograded/``."""
        return (
            Path(self.racine)
            / "grading"
            / "autograded"
            / resources["nbgrader"]["student"]
            / resources["nbgrader"]["assignment"]
        )

    def judged(self, resources: Any) -> JudgedCopy:
        """Judge the copy being processed, from the answers beside it."""
        folder = self.folder(resources)
        data = _read(folder / answers.FICHIER, files.TAILLE_REPONSES)
        manifest = _read(folder / files.MANIFESTE, files.TAILLE_MANIFESTE)
        return self.desk(resources).judge.judged(resources["nbgrader"]["student"], data, manifest)


def _read(path: Path, limit: int) -> bytes | None:
    try:
        return files.read_regular(path, limit)
    except files.Refused:
        return None


class RestoreReleased(FromReleased):
    """Put the released notebook in place of hers, and remove every file that neither we nor nbgrader put there."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """See the class."""
        desk = self.desk(resources)
        original = nbformat.reads(desk.released[f"{desk.slug}.ipynb"].decode(), as_version=4)
        allowed = {*desk.released, answers.FICHIER, files.MANIFESTE, files.HORODATAGE, files.SECRET}
        folder = self.folder(resources)
        for stray in folder.iterdir() if folder.is_dir() else ():
            if stray.name not in allowed or not stat.S_ISREG(stray.lstat().st_mode):
                self.log.warning("%s : fichier inconnu, retiré", stray)
                files.remove_tree(stray) if stray.is_dir() else stray.unlink()
        for name, data in desk.released.items():
            if not name.endswith(".ipynb"):
                (folder / name).unlink(missing_ok=True)
                (folder / name).write_bytes(data)
        return original, resources


class InjectAnswers(FromReleased):
    """Put her free texts, escaped, in nbgrader's manually graded cells."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """See the class."""
        sources = self.judged(resources).sources
        for cell in nb.cells:
            if cell.get("id") in sources:
                cell.source = sources[cell.id]
        return nb, resources


class JudgeFromData(FromReleased):
    """In place of nbgrader's Execute: write marks and reasons as outputs. Nothing is executed."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """See the class."""
        judged = self.judged(resources)
        for cell in nb.cells:
            if cell.get("id") and cell.cell_type == "code":
                carnet.fill(cell, judged)
        nb.cells = [nbformat.from_dict(cell) for cell in nb.cells]
        return nb, resources
