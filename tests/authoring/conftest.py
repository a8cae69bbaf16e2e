"""An installation without content: the folders that a trainer writes in, and one rubric."""

import pytest

from tests.authoring.specimens import GRILLE
from tests.depot import without_content


@pytest.fixture
def ws(tmp_path):
    """An installation whose only text is a rubric, « courte »."""
    ws = without_content(tmp_path)
    (ws.grilles / "courte.yaml").write_text(GRILLE, encoding="utf-8")
    return ws
