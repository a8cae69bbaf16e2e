"""The synthetic course of ``tests/grading``, for copies made by an attacker."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "grading"))

import shutil

import cours_synthetique as course
import pytest

from asalee_training.authoring import versions
from asalee_training.gradebook import release
from asalee_training.workspace import Workspace


@pytest.fixture(scope="session")
def attacked_course(tmp_path_factory):
    root = tmp_path_factory.mktemp("attaque") / "asalee"
    root.mkdir()
    ws = course.make(root)
    release.release(ws, [course.ASSIGNMENT])
    return ws


@pytest.fixture
def ws(attacked_course, tmp_path, monkeypatch):
    monkeypatch.delenv("ASALEE_BASE", raising=False)
    monkeypatch.delenv("ASALEE_APPRENANTE", raising=False)
    root = tmp_path / "asalee"
    shutil.copytree(attacked_course.root, root)
    return Workspace(root)


@pytest.fixture
def version(ws):
    return versions.load_version(ws, course.ASSIGNMENT)
