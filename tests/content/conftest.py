"""A project folder of one case, made from the model that « nouveau » gives."""

from pathlib import Path

import pytest

from asalee_training.workspace import Workspace

MODELE = Path(__file__).parents[2] / "asalee_training" / "authoring" / "modele.md"


@pytest.fixture
def ws(tmp_path):
    for folder in ("cases/bpco", "courses/bpco", "grading/grilles"):
        (tmp_path / folder).mkdir(parents=True)
    return Workspace(tmp_path)


@pytest.fixture
def write(ws):
    """Write the model case with replacements; returns its path."""

    def make(*replacements: tuple[str, str], nom: str = "bpco/essai") -> Path:
        text = MODELE.read_text(encoding="utf-8").replace("PROTOCOLE", "bpco")
        for old, new in replacements:
            assert old in text, f"the model no longer holds {old!r}"
            text = text.replace(old, new, 1)
        path = ws.cases / f"{nom}.md"
        path.write_text(text, encoding="utf-8")
        return path

    return make
