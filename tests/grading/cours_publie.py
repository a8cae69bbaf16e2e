"""A released course is made once (nbgrader takes seconds), then copied for each test."""

import shutil

import cours_synthetique as course
import pytest

from asalee_training import answers
from asalee_training.authoring import versions
from asalee_training.gradebook import release
from asalee_training.workspace import Workspace


@pytest.fixture(scope="session")
def released_course(tmp_path_factory):
    root = tmp_path_factory.mktemp("cours") / "asalee"
    root.mkdir()
    ws = course.make(root)
    assert release.release(ws, [course.ASSIGNMENT]) == [course.ASSIGNMENT]
    return ws


@pytest.fixture
def ws(released_course, tmp_path, monkeypatch):
    monkeypatch.delenv("ASALEE_BASE", raising=False)
    monkeypatch.delenv("ASALEE_APPRENANTE", raising=False)
    root = tmp_path / "asalee"
    shutil.copytree(released_course.root, root)
    return Workspace(root)


@pytest.fixture
def version(ws):
    return versions.load_version(ws, course.ASSIGNMENT)


def open_case(ws):
    folder = ws.apprenante / course.ASSIGNMENT
    shutil.copytree(ws.grading / "release" / course.ASSIGNMENT, folder)
    return folder


@pytest.fixture
def trainee(ws, version, monkeypatch):
    """Anne, with her answers in her own folder."""
    monkeypatch.setenv("ASALEE_APPRENANTE", "anne")
    open_case(ws)
    sheet = answers.Sheet(ws.apprenante / course.ASSIGNMENT)
    for nom, raw in course.right_answers(version, "anne").items():
        sheet.write(nom, raw, 0)
    return ws
