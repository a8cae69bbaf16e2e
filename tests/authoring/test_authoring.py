"""New, build, freeze, preview: nothing is half built, nothing of a trainee is lost, a key never changes in silence."""

import json
from pathlib import Path

import nbformat
import pytest

from asalee_training.authoring import build, check, new, preview, versions
from asalee_training.content import carnet
from asalee_training.content.errors import ContentError
from asalee_training.content.models import PROTOCOLES
from asalee_training.exercises import calculs
from asalee_training.workspace import Workspace, WorkspaceError

TEXTE = """
### Écrivez au médecin.

```{exercice} lettre
type: texte
points: 4
grille: courte
explication: Un bon texte dit la situation, la mesure et la demande.
```
"""

GRILLE = """\
titre: Essai
criteres:
  - nom: Demande
    niveaux:
      - {points: 0, texte: absente}
      - {points: 4, texte: claire}
"""


@pytest.fixture
def ws(tmp_path):
    for folder in ("cases/bpco", "courses/bpco", "grading/grilles"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "grading/grilles/courte.yaml").write_text(GRILLE, encoding="utf-8")
    return Workspace(tmp_path)


def written(path: Path) -> Path:
    """A specimen whose author named her sources."""
    text = path.read_text(encoding="utf-8").replace(new.A_ECRIRE, "ATS/ERS 2019")
    path.write_text(text.replace("niveau:", "specimen: true\nniveau:"), encoding="utf-8")
    return path


@pytest.fixture
def path(ws):
    path = written(new.new(ws, "bpco/toux-du-matin"))
    path.write_text(
        path.read_text(encoding="utf-8").replace("mode: entrainement", "mode: evaluation") + TEXTE, encoding="utf-8"
    )
    return path


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


def test_a_build_writes_a_valid_notebook_without_any_answer_or_patient(ws, path):
    built = build.build_all(ws)
    assert (built.evaluations, built.problems) == (["bpco-toux-du-matin-v1"], [])
    folder = ws.grading / "source/bpco-toux-du-matin-v1"
    assert sorted(p.name for p in folder.iterdir()) == ["cas.json", "toux-du-matin.ipynb"]
    notebook = nbformat.read(folder / "toux-du-matin.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert all(not c.metadata.editable and not c.metadata.deletable for c in notebook.cells)
    graded = {c.metadata.nbgrader.grade_id: c for c in notebook.cells if "nbgrader" in c.metadata}
    assert {n: c.metadata.nbgrader.points for n, c in graded.items()} == {
        "rapport": 2.0,
        "conduite": 2.0,
        "lettre": 4.0,
    }
    assert graded["lettre"].metadata.nbgrader.solution
    assert graded["lettre"].cell_type == "markdown"
    assert graded["rapport"].metadata.nbgrader.locked


def test_the_same_case_gives_the_same_notebook_whatever_the_secret(ws, path, tmp_path):
    build.build_all(ws)
    name = "source/bpco-toux-du-matin-v1/toux-du-matin.ipynb"
    first = (ws.grading / name).read_bytes()
    (ws.donnees / "secret").write_text("0" * 64, encoding="utf-8")
    build.build_all(Workspace(ws.root))
    assert (ws.grading / name).read_bytes() == first


def test_a_case_that_is_still_the_example_is_not_published(ws):
    path = new.new(ws, "bpco/toux")
    assert check.check(ws, path).nom == "bpco/toux", "it can be tried"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("niveau:", "specimen: true\nniveau:"), encoding="utf-8")
    built = build.build_all(ws)
    assert built.bibliotheque == []
    assert ["vos sources" in p.message for p in built.problems] == [True]
    assert (
        built.problems[0].ligne
        == path.read_text(encoding="utf-8").splitlines().index(f'sources: ["{new.A_ECRIRE}"]') + 1
    )
    path.write_text(text, encoding="utf-8")
    written(path)
    assert build.build_all(ws).bibliotheque == ["bpco-toux-v1"]


def test_a_second_build_changes_nothing(ws, path):
    assert build.build_all(ws).changed == ["bpco-toux-du-matin-v1"]
    assert build.build_all(ws).changed == []


def test_a_second_build_reads_nothing_again_unless_something_changed(ws, path, monkeypatch):
    first = build.build_all(ws)
    known = []
    reading = build.check.read
    monkeypatch.setattr(
        build.check, "read", lambda ws, path, *text: known.append(path.stem) or reading(ws, path, *text)
    )
    again = build.build_all(ws)
    assert (again.evaluations, again.problems, known) == (first.evaluations, [], [])
    folder = ws.grading / "source/bpco-toux-du-matin-v1"
    for change in (
        lambda: path.write_text(path.read_text(encoding="utf-8").replace("Racontez", "Dites"), encoding="utf-8"),
        lambda: (ws.grilles / "courte.yaml").write_text(GRILLE.replace("Essai", "Autre"), encoding="utf-8"),
        lambda: (folder / "cas.json").unlink(),
        lambda: (ws.versions / "bpco-toux-du-matin-v1/empreinte").unlink(),
        lambda: (folder / "cas.json").write_text("{}", encoding="utf-8"),
        lambda: (ws.donnees / "construction.json").write_text("[", encoding="utf-8"),
    ):
        change()
        known.clear()
        assert build.build_all(ws).problems == []
        assert set(known) == {"toux-du-matin"}
        assert (folder / "cas.json").stat().st_size > 100


def test_a_faulty_case_keeps_its_old_build_and_the_others_are_built(ws, path):
    build.build_all(ws)
    other = written(new.new(ws, "bpco/autre"))
    path.write_text("---\n---\n", encoding="utf-8")
    built = build.build_all(ws)
    assert built.bibliotheque == ["bpco-autre-v1"]
    assert {p.fichier for p in built.problems} == {"cases/bpco/toux-du-matin.md"}
    assert (ws.grading / "source/bpco-toux-du-matin-v1/cas.json").is_file()
    assert other.is_file()


def test_a_patient_too_rare_for_this_machine_leaves_out_one_text_and_says_which(ws, path, monkeypatch):
    other = ws.cases / "bpco" / "autre.md"
    other.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    make = versions.make

    def too_rare(ws, case):
        if case.slug == "autre":
            raise ValueError("dossier, profil : aucun patient ne convient.")
        return make(ws, case)

    monkeypatch.setattr(versions, "make", too_rare)
    built = build.build_all(ws)
    assert [(p.fichier, p.message) for p in built.problems] == [
        ("cases/bpco/autre.md", "dossier, profil : aucun patient ne convient.")
    ]
    assert len(built.evaluations + built.bibliotheque) == 1


def as_notebook(path: Path) -> Path:
    """The same case, written in the other form."""
    twin = path.with_suffix(".ipynb")
    twin.write_text(carnet.from_text(path.read_text(encoding="utf-8")), encoding="utf-8")
    path.unlink()
    return twin


def test_a_case_that_becomes_a_notebook_is_the_same_version(ws, path):
    build.build_all(ws)
    before = versions.load_version(ws, "bpco-toux-du-matin-v1")
    (ws.apprenante / "bpco-toux-du-matin-v1").mkdir(parents=True)
    twin = as_notebook(path)
    built = build.build_all(ws)
    assert (built.problems, built.evaluations, built.changed) == ([], ["bpco-toux-du-matin-v1"], [])
    frozen = [p for p in (ws.versions / "bpco-toux-du-matin-v1/cases").rglob("*") if p.is_file()]
    assert [(p.name, p.read_bytes()) for p in frozen] == [("toux-du-matin.ipynb", twin.read_bytes())]
    assert versions.load_version(ws, "bpco-toux-du-matin-v1") == before


def test_a_case_in_both_forms_is_not_built_whichever_came_first(ws, path):
    build.build_all(ws)
    text = path.read_text(encoding="utf-8")
    as_notebook(path)
    path.write_text(text, encoding="utf-8")
    built = build.build_all(ws)
    assert built.evaluations == []
    assert {p.fichier for p in built.problems} == {"cases/bpco/toux-du-matin.ipynb", "cases/bpco/toux-du-matin.md"}


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


def test_answers_left_in_the_source_folder_stop_the_build(ws, path):
    build.build_all(ws)
    (ws.grading / "source/bpco-toux-du-matin-v1/.reponses.json").write_text("{}", encoding="utf-8")
    assert any(".reponses.json" in p.message for p in build.build_all(ws).problems)


def change_key(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("points: 2\nattendu", "points: 3\nattendu"), encoding="utf-8")


def test_a_key_may_change_while_nobody_holds_the_version(ws, path):
    build.build_all(ws)
    change_key(path)
    assert build.build_all(ws).problems == []


def test_a_key_that_changes_under_a_trainee_is_refused(ws, path):
    build.build_all(ws)
    (ws.apprenante / "bpco-toux-du-matin-v1").mkdir(parents=True)
    change_key(path)
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
