"""A project folder of one case, made from the model that « nouveau » gives."""

from pathlib import Path

import pytest

from tests.depot import rewrite, without_content

MODELE = Path(__file__).parents[2] / "asalee_training" / "authoring" / "modele.md"


@pytest.fixture
def ws(tmp_path):
    return without_content(tmp_path)


@pytest.fixture
def write(ws):
    """Write the model case with replacements; returns its path."""

    def make(*replacements: tuple[str, str], nom: str = "bpco/essai") -> Path:
        path = ws.cases / f"{nom}.md"
        path.write_text(MODELE.read_text(encoding="utf-8").replace("PROTOCOLE", "bpco"), encoding="utf-8")
        rewrite(path, *replacements)
        return path

    return make
