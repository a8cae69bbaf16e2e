"""Build: nothing is half built, nothing twice, and a faulty text stops no other."""

from pathlib import Path

import nbformat
import pytest

from asalee_training.authoring import build, check, new, versions
from asalee_training.content import carnet
from asalee_training.workspace import Workspace
from tests.authoring.specimens import GRILLE, specimen, written


@pytest.fixture
def path(ws):
    return specimen(ws)


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


def test_answers_left_in_the_source_folder_stop_the_build(ws, path):
    build.build_all(ws)
    (ws.grading / "source/bpco-toux-du-matin-v1/.reponses.json").write_text("{}", encoding="utf-8")
    assert any(".reponses.json" in p.message for p in build.build_all(ws).problems)
