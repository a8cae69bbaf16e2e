"""An installation without content: the folders that a trainer writes in, and one rubric."""

import pytest

from asalee_training.workspace import Workspace
from tests.authoring.specimens import GRILLE


@pytest.fixture
def ws(tmp_path):
    """An installation whose only text is a rubric, « courte »."""
    for folder in ("cases/bpco", "courses/bpco", "grading/grilles"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "grading/grilles/courte.yaml").write_text(GRILLE, encoding="utf-8")
    return Workspace(tmp_path)
