"""nbgrader's configuration, in one function: commands typed in ``grading/`` and ours behave the same."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from asalee_training.answers import FICHIER
from asalee_training.authoring.cells import STUB
from asalee_training.workspace import Workspace

if TYPE_CHECKING:
    from traitlets.config import Config

COURS = "asalee"
#: Names that lie beside the answers and never travel with a copy.
RESTE_CHEZ_ELLE = (f"{FICHIER}.verrou", f"{FICHIER}.tmp", ".reponses.abime-*", "copie.zip")
_OURS = "asalee_training.gradebook.preprocessors"
_THEIRS = "nbgrader.preprocessors"


def database_url(ws: Workspace) -> str:
    """The gradebook's address: SQLite in grading/, or any SQLAlchemy URL given by ``ASALEE_BASE``."""
    return os.environ.get("ASALEE_BASE") or f"sqlite:///{(ws.grading / 'gradebook.db').resolve()}"


def nbgrader_config(ws: Workspace) -> Config:
    """The whole configuration of nbgrader for a workspace.

    Marking executes nothing: nbgrader's ``Execute`` is replaced by a step that judges the answers file.
    """
    from traitlets.config import Config

    c = Config()
    c.CourseDirectory.course_id = COURS
    c.CourseDirectory.root = str(ws.grading.resolve())
    c.CourseDirectory.db_url = database_url(ws)
    c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", *RESTE_CHEZ_ELLE]
    c.CourseDirectory.max_file_size = c.CourseDirectory.max_dir_size = 20_000  # kilobytes

    c.Exchange.root = str(ws.echange.resolve())
    c.Exchange.path_includes_course = False
    c.Exchange.cache = str((ws.donnees / "cache_nbgrader").resolve())
    # UTC only: nbgrader reads « CEST » back as no zone at all, two hours wrong, and « +0200 » as 200 seconds.
    c.Exchange.timezone = "UTC"
    c.NbGraderAPI.timezone = os.environ.get("TZ") or "Europe/Paris"
    c.NbGraderAPI.timestamp_format = "%d/%m/%Y %H:%M"
    # Trainee ids come from enrolled profiles, so the owner of a folder in the exchange proves nothing.
    c.ExchangeCollect.check_owner = False
    c.ExchangeFactory.collect = "asalee_training.gradebook.exchange.SafeCollect"

    c.ClearSolutions.text_stub = STUB
    c.FromReleased.racine = str(ws.root.resolve())
    c.Autograde.pre_convert_hook = f"{_OURS}.before_copying"
    c.Autograde.sanitize_preprocessors = [
        f"{_OURS}.RestoreReleased",
        f"{_THEIRS}.ClearOutput",
        f"{_THEIRS}.DeduplicateIds",
        f"{_THEIRS}.OverwriteKernelspec",
        f"{_THEIRS}.OverwriteCells",
        f"{_OURS}.InjectAnswers",
        f"{_THEIRS}.CheckCellMetadata",
    ]
    c.Autograde.autograde_preprocessors = [
        f"{_OURS}.JudgeFromData",
        f"{_THEIRS}.LimitOutput",
        f"{_THEIRS}.SaveAutoGrades",
        f"{_THEIRS}.AssignLatePenalties",
        f"{_THEIRS}.CheckCellMetadata",
    ]
    return c


def effective_config(ws: Workspace) -> Config:
    """Our configuration, completed by what the course's own ``nbgrader_config.py`` sets (due-date penalties…)."""
    from traitlets.config.loader import PyFileConfigLoader

    config = nbgrader_config(ws)
    if (ws.grading / "nbgrader_config.py").is_file():
        config.merge(PyFileConfigLoader("nbgrader_config.py", path=str(ws.grading)).load_config())
    return config
