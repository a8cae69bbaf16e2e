"""A case may be written in a notebook: the same text, the same checks, and the cell in what is told."""

import json
from pathlib import Path

import nbformat
import pytest

from asalee_training.authoring import check, versions
from asalee_training.authoring.cells import notebook
from asalee_training.content import carnet
from asalee_training.content.errors import ContentError
from asalee_training.content.reader import load_case
from asalee_training.content.source import Source
from asalee_training.workspace import Workspace
from tests.content.fautes import BAD

ROOT = Path(__file__).parents[2]
TEXTS = sorted((ROOT / "cases").glob("*/*.md"))


def problems(ws, path, texte=None):
    with pytest.raises(ContentError) as error:
        check.check(ws, path, texte)
    return error.value.problems


def words(found):
    return "\n".join(map(str, found)).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def as_notebook(ws, write):
    """Write the model case as a notebook; `edit` changes its cells. Returns its path."""

    def make(*replacements, edit=lambda cells: None):
        text = write(*replacements)
        path = text.with_suffix(".ipynb")
        data = json.loads(carnet.from_text(text.read_text(encoding="utf-8")))
        edit(data["cells"])
        path.write_text(json.dumps(data), encoding="utf-8")
        text.unlink()
        return path

    return make


def cell_of(path, words):
    """(number of the cell, line in it) where words are written."""
    for number, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"], 1):
        for line, text in enumerate("".join(cell["source"]).split("\n"), 1):
            if words in text:
                return number, line
    raise AssertionError(words)


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_every_case_of_the_repository_is_the_same_case_in_a_notebook(path, tmp_path, monkeypatch):
    ws = Workspace(ROOT)
    monkeypatch.setitem(ws.__dict__, "secret", b"secret des essais, assez long")
    twin = tmp_path / "cases" / path.parent.name / f"{path.stem}.ipynb"
    twin.parent.mkdir(parents=True)
    twin.write_text(carnet.from_text(path.read_text(encoding="utf-8")), encoding="utf-8")
    nbformat.validate(nbformat.read(twin, as_version=4))
    text, cells = load_case(path, ROOT), load_case(twin, tmp_path)
    assert cells == text
    assert len(json.loads(twin.read_text(encoding="utf-8"))["cells"]) > 2 * len(text.exercices)
    # 32 patients, the stamp of the key, and what trainees open.
    assert versions.make(ws, cells) == versions.make(ws, text)
    assert notebook(cells) == notebook(text)


@pytest.mark.parametrize(("old", "new", "where", "said"), BAD, ids=[f"{i:02d} {b[3][0]}" for i, b in enumerate(BAD)])
def test_a_faulty_notebook_gets_the_sentence_of_the_text_with_its_cell(ws, as_notebook, old, new, where, said):
    path = as_notebook((old, new))
    found = problems(ws, path)
    for word in said:
        assert word in words(found)
    assert all(p.fichier == "cases/bpco/essai.ipynb" for p in found)
    assert all(p.cellule for p in found)
    if where:
        assert cell_of(path, where) in {(p.cellule, p.ligne) for p in found}, words(found)


def test_a_place_is_written_as_a_trainer_finds_it(ws, as_notebook):
    found = problems(ws, as_notebook(("type: nombre", "type: nombres")))
    assert words(found).startswith("cases/bpco/essai.ipynb, cellule 4, ligne 2 : le type « nombres »")
    assert [p.lieu for p in found] == ["cellule 4, ligne 2"]


def test_a_second_exercise_of_the_same_name_names_the_cell_of_the_first(ws, as_notebook):
    assert "existe déjà cellule 4, ligne 1" in words(
        problems(ws, as_notebook(("```{exercice} conduite", "```{exercice} rapport")))
    )


def test_a_notebook_saved_by_jupyter_reads_the_same(ws, as_notebook):
    path = as_notebook(edit=lambda cells: cells.insert(3, {**cells[0], "id": "vide", "source": ["\n", "  "]}))
    before = check.check(ws, path)
    nbformat.write(nbformat.read(path, as_version=4), path)
    assert check.check(ws, path) == before
    # An empty cell is nothing, but it counts when cells are numbered.
    found = problems(ws, path, path.read_text(encoding="utf-8").replace("type: nombre", "type: nombres"))
    assert [(p.cellule, p.ligne) for p in found] == [(5, 2)]


def test_the_lines_of_a_windows_notebook_are_counted_right(ws, as_notebook):
    path = as_notebook(("type: nombre", "type: nombres"))
    texte = path.read_text(encoding="utf-8").replace("\\n", "\\r\\n")
    assert [(p.cellule, p.ligne) for p in problems(ws, path, texte)] == [(4, 2)]


def set_cell(number, **changes):
    return lambda cells: cells[number - 1].update(changes)


REFUSED = [
    # (what is done to the cells, the cell that is named, words of the sentence)
    (set_cell(2, cell_type="code", outputs=[], execution_count=None), 2, ["cellule de code", "Markdown"]),
    (set_cell(2, cell_type="code", outputs=[{"output_type": "stream"}]), 2, ["cellule de code", "résultats"]),
    (set_cell(6, cell_type="code", source=" \n", outputs=[]), 6, ["de code est vide", "supprimez-la"]),
    (set_cell(1, cell_type="raw"), 1, ["brute", "en-tête compris", "Markdown"]),
    (set_cell(2, attachments={"image.png": {"image/png": "AAAA"}}), 2, ["image est collée"]),
    (set_cell(2, outputs=[{}]), 2, ["porte des résultats"]),
    (set_cell(2, source=["un \ud800 signe"]), 2, ["caractère", "retapez"]),
    (set_cell(2, source=None), 2, ["pas lisible"]),
    (set_cell(2, source=["a", 3]), 2, ["pas lisible"]),
    (set_cell(2, source={"a": "b"}), 2, ["pas lisible"]),
    (set_cell(2, cell_type="heading"), 2, ["pas lisible"]),
    (set_cell(2, cell_type=["code"]), 2, ["pas lisible"]),
    (lambda cells: cells.__setitem__(1, "texte"), 2, ["pas lisible"]),
    (lambda cells: cells.__setitem__(1, None), 2, ["pas lisible"]),
    (set_cell(4, source="```{exercice} rapport\ntype: nombre"), 4, ["pas fermé", "« ``` »"]),
    (set_cell(2, source="Bonjour.\n\n<!-- à revoir"), 2, ["pas fermé", "« --> »"]),
    (set_cell(1, source="---\ntitre: Mme Exemple"), 1, ["en-tête n’est pas fermé"]),
    (set_cell(1, source="titre: Mme Exemple"), 1, ["la première cellule", "« --- »"]),
]


@pytest.mark.parametrize(("edit", "cell", "said"), REFUSED, ids=[f"{i:02d} {r[2][0]}" for i, r in enumerate(REFUSED)])
def test_what_is_no_text_of_a_case_is_refused_at_its_cell(ws, as_notebook, edit, cell, said):
    found = problems(ws, as_notebook(edit=edit))
    assert cell in {p.cellule for p in found}, words(found)
    for word in said:
        assert word in words(found)
    assert all(p.message.endswith((".", "?")) for p in found)


def test_a_block_left_open_swallows_no_other_cell(ws, as_notebook):
    found = problems(ws, as_notebook(edit=set_cell(4, source="```{exercice} rapport\ntype: nombre")))
    assert [(p.cellule, p.ligne) for p in found] == [(4, 1)]


def test_all_refused_cells_are_told_together(ws, as_notebook):
    code = {"cell_type": "code", "source": "1 + 1", "outputs": []}
    found = problems(ws, as_notebook(edit=lambda cells: cells.extend([code, code])))
    assert [p.cellule for p in found] == [7, 8]


def test_a_case_in_both_forms_is_refused_and_both_are_named(ws, write):
    text = write()
    twin = text.with_suffix(".ipynb")
    twin.write_text(carnet.from_text(text.read_text(encoding="utf-8")), encoding="utf-8")
    for path in (text, twin):
        assert "« essai.md »" in words(problems(ws, path))
        assert "« essai.ipynb »" in words(problems(ws, path))
    text.unlink()
    assert check.check(ws, twin).nom == "bpco/essai"


def test_the_places_of_a_text_stay_its_lines(ws, write):
    source = Source.open(write(), ws.contenu)
    assert source.cellules == ()
    assert source.lieu(11) == "ligne 12"


def test_copies_that_a_program_keeps_aside_are_no_cases(ws, write):
    write()
    for folder in (ws.cases / ".ipynb_checkpoints", ws.cases / "bpco" / ".ipynb_checkpoints"):
        folder.mkdir()
        (folder / "essai-checkpoint.ipynb").write_text("{}", encoding="utf-8")
    (ws.cases / "bpco" / ".~essai.ipynb").write_text("{}", encoding="utf-8")
    assert [p.name for p in check.sources(ws)] == ["essai.md"]
