"""nbgrader's settings for this course. They live in asalee_training/gradebook/config.py; add your own at the end."""

from pathlib import Path

from asalee_training.gradebook.config import nbgrader_config
from asalee_training.workspace import Workspace

c = get_config()  # noqa: F821 (given by the loader)
c.merge(nbgrader_config(Workspace(Path(__file__).resolve().parent.parent)))
