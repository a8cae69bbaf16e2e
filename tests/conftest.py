"""Fast tests first: pure ones, then those that start nbgrader, then those that start a browser."""

from pathlib import Path

import pytest

ORDER = (
    "clinical",
    "simulation",
    "exercises",
    "content",
    "authoring",
    "answers",
    "notebooks",
    "pages",
    "grading",
    "security",
    "browser",
)
ROOT = Path(__file__).parents[1]


def pytest_collection_modifyitems(items):
    def rank(item):
        folder = Path(item.fspath).relative_to(ROOT / "tests").parts[0]
        slow = item.get_closest_marker("nbgrader") is not None
        return (ORDER.index(folder) if folder in ORDER else -1) + (len(ORDER) if slow else 0)

    items.sort(key=rank)


@pytest.fixture(autouse=True)
def no_inherited_identity(monkeypatch):
    """No test depends on who runs it."""
    for name in ("ASALEE_APPRENANTE", "ASALEE_RACINE", "ASALEE_CONTENU", "ASALEE_BASE"):
        monkeypatch.delenv(name, raising=False)
