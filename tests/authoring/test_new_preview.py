"""A new case from its example, and its preview; what a machine keeps beside."""

import json

import pytest

from asalee_training.authoring import build, check, new, preview
from asalee_training.content.errors import ContentError
from asalee_training.content.models import PROTOCOLES
from asalee_training.workspace import Workspace, WorkspaceError
from tests.authoring.specimens import specimen


@pytest.fixture
def path(ws):
    return specimen(ws)


@pytest.mark.parametrize("protocole", PROTOCOLES)
def test_the_example_of_nouveau_is_a_valid_case_in_every_protocol(ws, protocole):
    assert check.check(ws, new.new(ws, f"{protocole}/un-cas")).nom == f"{protocole}/un-cas"


@pytest.mark.parametrize(
    "nom", ["toux", "bpco/", "bpco/Toux du matin", "../bpco/x", "bpco/../x", "bpc/toux", "/bpco/toux"]
)
def test_nouveau_refuses_a_bad_name_with_a_sentence(ws, nom):
    with pytest.raises(new.NewCaseError, match="«"):
        new.new(ws, nom)


def test_nouveau_never_overwrites(ws):
    path = new.new(ws, "bpco/toux")
    path.write_text("à moi", encoding="utf-8")
    with pytest.raises(new.NewCaseError, match="existe déjà"):
        new.new(ws, "bpco/toux")
    assert path.read_text(encoding="utf-8") == "à moi"


def test_the_example_as_a_notebook_can_be_tried_and_is_not_published(ws):
    path = new.new(ws, "bpco/toux", titre="Une toux : la nuit", carnet=True)
    assert check.check(ws, path).entete.titre == "Une toux : la nuit"
    assert preview.preview(ws, path).is_file()
    assert build.build_all(ws).left[0].raison == "brouillon, à proposer"
    path.write_text(
        path.read_text(encoding="utf-8").replace("niveau: 1", "specimen: true\\nniveau: 1"), encoding="utf-8"
    )
    (problem,) = build.build_all(ws).problems
    assert (problem.cellule, problem.ligne) == (1, 8)
    assert "vos sources" in problem.message
    for other in (False, True):
        with pytest.raises(new.NewCaseError, match="existe déjà"):
            new.new(ws, "bpco/toux", carnet=other)


def test_a_preview_holds_the_key_and_keeps_the_answers_of_the_one_before(ws, path):
    notebook = preview.preview(ws, path, stagiaire=17)
    (notebook.parent / ".reponses.json").write_text("{}", encoding="utf-8")
    data = json.loads((preview.preview(ws, path, stagiaire=49).parent / "cas.json").read_text(encoding="utf-8"))
    assert (data["indice"], data["mode"]) == (17, "entrainement")
    assert data["corrige"]["cas"]["nom"] == "bpco/toux-du-matin"
    assert (notebook.parent / ".reponses.json").is_file()


def test_a_preview_of_a_faulty_case_writes_nothing(ws, path):
    path.write_text("---\n---\n", encoding="utf-8")
    with pytest.raises(ContentError):
        preview.preview(ws, path)
    assert not ws.apercu.exists()


def test_the_secret_is_made_once_and_for_its_owner_only(ws):
    secret = ws.secret
    assert Workspace(ws.root).secret == secret
    assert (ws.donnees / "secret").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"apprenante": "../x"}', '{"apprenante": 3}', '{"apprenante": "A B"}']
)
def test_a_damaged_profile_is_one_sentence(ws, text):
    ws.donnees.mkdir()
    (ws.donnees / "profil.json").write_text(text, encoding="utf-8")
    with pytest.raises(WorkspaceError, match="profil"):
        _ = ws.ident


def test_outside_the_project_is_one_sentence(tmp_path):
    with pytest.raises(WorkspaceError, match="n’est pas dans Formation ASALEE"):
        Workspace.find(tmp_path)
