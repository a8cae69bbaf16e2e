"""Frozen versions: a key never changes in silence under a trainee who holds it."""

import pytest

from asalee_training.authoring import build, versions
from asalee_training.exercises import calculs
from tests.authoring.specimens import specimen
from tests.depot import rewrite


@pytest.fixture
def path(ws):
    return specimen(ws)


NEW_KEY = ("points: 2\nattendu", "points: 3\nattendu")


def test_a_key_may_change_while_nobody_holds_the_version(ws, path):
    build.build_all(ws)
    rewrite(path, NEW_KEY)
    assert build.build_all(ws).problems == []


def test_a_key_that_changes_under_a_trainee_is_refused(ws, path):
    build.build_all(ws)
    (ws.apprenante / "bpco-toux-du-matin-v1").mkdir(parents=True)
    rewrite(path, NEW_KEY)
    problems = build.build_all(ws).problems
    assert any("version: 2" in p.message for p in problems)
    path.write_text(
        path.read_text(encoding="utf-8").replace("duree_min: 5", "duree_min: 5\nversion: 2"), encoding="utf-8"
    )
    assert build.build_all(ws).evaluations == ["bpco-toux-du-matin-v2"]
    assert versions.names(ws) == ["bpco-toux-du-matin-v1", "bpco-toux-du-matin-v2"]


def test_a_mended_sentence_is_not_a_new_key(ws, path):
    build.build_all(ws)
    (ws.apprenante / "bpco-toux-du-matin-v1").mkdir(parents=True)
    text = (
        path.read_text(encoding="utf-8").replace("Racontez ici", "Dites ici").replace("multiplié par 100", "fois 100")
    )
    path.write_text(text, encoding="utf-8")
    assert build.build_all(ws).problems == []
    assert "Dites ici" in str(versions.load_version(ws, "bpco-toux-du-matin-v1").case.blocs)


def test_a_frozen_version_whose_key_moved_is_refused_before_any_mark(ws, path, monkeypatch):
    build.build_all(ws)
    version = versions.load_version(ws, "bpco-toux-du-matin-v1")
    assert version.case.assignment == "bpco-toux-du-matin-v1"
    assert len(version.patients) == 32
    stamp = ws.versions / "bpco-toux-du-matin-v1/empreinte"
    stamp.write_text("0" * 64, encoding="ascii")
    with pytest.raises(versions.VersionError, match="Rien n’a été noté"):
        versions.load_version(ws, "bpco-toux-du-matin-v1")


def test_a_frozen_version_whose_computation_was_renamed_is_refused_in_a_sentence(ws, path, monkeypatch):
    build.build_all(ws)
    monkeypatch.delitem(calculs.CALCULS, "rapport_cvf_vems")
    with pytest.raises(versions.VersionError, match="ne connaît pas « rapport_cvf_vems »"):
        versions.load_version(ws, "bpco-toux-du-matin-v1")


@pytest.mark.parametrize("name", ["inconnu-v1", "../x", "", "."])
def test_an_unknown_version_is_one_sentence(ws, path, name):
    build.build_all(ws)
    with pytest.raises(versions.VersionError, match="n’existe pas"):
        versions.load_version(ws, name)
