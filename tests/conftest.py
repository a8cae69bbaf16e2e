"""Fast tests first: pure ones, then those that start nbgrader, then those that start a browser."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.depot import installation

# A busy machine is no counter-example.
settings.register_profile("formation", deadline=None)
settings.load_profile("formation")

ORDER = (
    "clinical",
    "simulation",
    "exercises",
    "content",
    "figures",
    "authoring",
    "preuve",
    "answers",
    "training",
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


@pytest.fixture(scope="session")
def depot(tmp_path_factory):
    """The repository's content in one installation for the whole run (see ``tests/depot.py``)."""
    return installation(tmp_path_factory)


@pytest.fixture(scope="session")
def chromium():
    """The machine's Chromium, headless, one per process; a skip without one, an error in CI."""
    from playwright.sync_api import sync_playwright

    from tests.browser.serveur import FLAGS, chromium_path

    path = chromium_path()
    if path is None:
        reason = "no Chromium on this machine"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
