"""A signed case that changes under trainees: a new version for a new key, a new draw for a new patient."""

import pytest

from asalee_training.authoring import build, check, publication, versions
from tests.authoring.signatures import ASSIGNMENT, CLAIRE, brouillon, signed
from tests.depot import rewrite


@pytest.fixture
def path(ws):
    return brouillon(ws)


def holds(ws, assignment):
    (ws.apprenante / assignment).mkdir(parents=True)


def test_a_signed_key_that_changes_under_a_trainee_is_refused_and_renumbered(ws, path):
    signed(ws, path)
    build.build_all(ws)
    holds(ws, ASSIGNMENT)
    rewrite(path, ("points: 2\nattendu", "points: 3\nattendu"))
    with pytest.raises(versions.Held, match="passez à la version 2"):
        publication.proposer(ws, path, CLAIRE)
    assert publication.renumber(ws, path) == 2
    entete_ = check.read(ws, path).entete
    assert (entete_.version, entete_.tirage) == (2, 1), "her patient stays hers"
    signed(ws, path)
    assert build.build_all(ws).evaluations == ["bpco-toux-v2"]
    assert list(versions.history(ws, "bpco/toux")) == [1, 2]
    assert versions.load_version(ws, ASSIGNMENT).case.exercices["rapport"].points == 2


def test_a_signed_version_is_immutable_once_released_even_if_nobody_opened_it_here(ws, path):
    signed(ws, path)
    build.build_all(ws)
    (ws.versions / ASSIGNMENT / versions.PUBLIE).write_text("x", encoding="ascii")
    rewrite(path, ("points: 2\nattendu", "points: 3\nattendu"))
    with pytest.raises(versions.Held):
        publication.proposer(ws, path, CLAIRE)


def test_the_draw_follows_the_patient_and_only_the_patient(ws, path):
    signed(ws, path)
    build.build_all(ws)
    holds(ws, ASSIGNMENT)
    rewrite(path, ("[52, 66]", "[54, 66]"))
    with pytest.raises(versions.Held):
        publication.proposer(ws, path, CLAIRE)
    rewrite(path, ("niveau: 1", "version: 2\nniveau: 1"))
    with pytest.raises(versions.VersionError, match="écrivez « tirage: 2 »"):
        publication.proposer(ws, path, CLAIRE)
    rewrite(path, ("version: 2\n", ""))
    publication.renumber(ws, path)
    assert (check.read(ws, path).entete.version, check.read(ws, path).entete.tirage) == (2, 2)
    publication.proposer(ws, path, CLAIRE)
    rewrite(path, ("[54, 66]", "[52, 66]"))
    with pytest.raises(versions.VersionError, match="gardez « tirage: 1 »"):
        publication.proposer(ws, path, CLAIRE)


def test_a_training_case_keeps_its_draw_too_and_may_change_under_a_trainee(ws, path):
    rewrite(path, ("mode: evaluation", "mode: entrainement"))
    signed(ws, path)
    build.build_all(ws)
    holds(ws, ASSIGNMENT)
    assert versions.names(ws) == [], "nothing of it is marked"
    rewrite(path, ("points: 2\nattendu", "points: 3\nattendu"))
    publication.proposer(ws, path, CLAIRE)
    rewrite(path, ("niveau: 1", "version: 2\ntirage: 2\nniveau: 1"))
    with pytest.raises(versions.VersionError, match="gardez « tirage: 1 »"):
        publication.proposer(ws, path, CLAIRE)
