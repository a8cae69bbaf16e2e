"""A trainer writes a case as a notebook in JupyterLab: text in cells, without kernel or code."""

import json
import re

import pytest
from playwright.sync_api import expect

from asalee_training.authoring import check, new
from asalee_training.workspace import Workspace
from tests.browser.auteur import open_author, state, status
from tests.browser.lab import ENGLISH, kernels, visible_words

pytestmark = pytest.mark.browser

CARNET = "cases/bpco/toux-de-nuit.ipynb"
CELLS = ".jp-Notebook .jp-Cell"
CODE = {"cell_type": "code", "id": "x", "metadata": {}, "outputs": [], "execution_count": None}


@pytest.fixture
def carnet(example):
    """A case just created as a notebook."""
    ws = Workspace(example.root)
    path = ws.root / CARNET
    path.unlink(missing_ok=True)
    return new.new(ws, "bpco/toux-de-nuit", titre="Toux de nuit", carnet=True)


def test_a_case_notebook_opens_as_a_text_in_cells_without_a_kernel(page, example, carnet, capture):
    open_author(page, example, CARNET)
    page.get_by_role("heading", name="Que faites-vous de ce résultat").wait_for()
    state(page, "Enregistré")
    capture(page, "auteur-carnet")
    # What a trainer must see of a block: its first line, which a rendered cell hides.
    expect(page.locator(CELLS).nth(3)).to_contain_text("```{exercice} rapport")
    expect(page.locator(".asalee-barre a")).to_have_attribute("href", re.compile("/asalee/formatrice$"))
    words = visible_words(page)
    assert not ENGLISH.search(words), ENGLISH.findall(words)
    assert kernels(example) == []
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    assert page.console_errors == []


def test_new_cells_are_text_and_the_notebook_saved_is_the_case(page, example, carnet):
    open_author(page, example, CARNET)
    page.locator(CELLS).nth(1).click()
    page.get_by_role("button", name="Ajouter une cellule", exact=True).click()
    expect(page.locator(CELLS).nth(2).locator(".cm-content")).to_be_focused()
    page.keyboard.type("Elle dort mal.")
    state(page, "Modifié")
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Control+s")
    state(page, "Enregistré à")
    cells = json.loads(carnet.read_text(encoding="utf-8"))["cells"]
    assert {c["cell_type"] for c in cells} == {"markdown"}
    assert "".join(cells[2]["source"]) == "Elle dort mal."
    assert "Elle dort mal." in check.check(Workspace(example.root), carnet).blocs[0].markdown


def test_a_code_cell_asks_for_no_kernel_and_one_button_makes_it_text(page, example, carnet):
    data = json.loads(carnet.read_text(encoding="utf-8"))
    data["cells"].append({**CODE, "source": "Elle revient dans un mois."})
    carnet.write_text(json.dumps(data), encoding="utf-8")
    open_author(page, example, CARNET)
    page.locator(CELLS).nth(1).click()
    to_text = page.get_by_role("button", name="Mettre en Markdown")
    expect(to_text).not_to_be_visible()
    page.locator(f"{CELLS}.jp-CodeCell").click()
    page.keyboard.press("Control+Enter")
    to_text.wait_for()
    page.locator(".asalee-auteur-liste", has_text="Cellule 7, ligne 1").wait_for()
    page.wait_for_timeout(500)  # a dialog would take as long
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    assert kernels(example) == []
    to_text.click()
    to_text.wait_for(state="hidden")
    expect(page.locator(f"{CELLS}.jp-CodeCell")).to_have_count(0)
    status(page, "Prêt")


def test_letters_typed_beside_the_text_do_nothing(page, example, carnet):
    open_author(page, example, CARNET)
    page.locator(CELLS).nth(1).click()
    page.keyboard.press("Escape")
    page.keyboard.type("ddxbay1b")
    page.wait_for_timeout(700)  # a shortcut of two keys waits before it acts
    expect(page.locator(CELLS)).to_have_count(6)
    state(page, "Enregistré")
    page.locator(CELLS).nth(1).dblclick()
    expect(page.locator(CELLS).nth(1).locator(".cm-content")).to_be_focused()
    page.keyboard.type("Bonjour. ")
    expect(page.locator(CELLS).nth(1)).to_contain_text("Bonjour. ")


def test_a_notebook_s_fault_is_told_with_its_cell_and_found_by_a_click(page, example, carnet, capture):
    open_author(page, example, CARNET)
    status(page, "Prêt")
    page.locator(CELLS).nth(3).locator(".cm-line", has_text="type: nombre").click()
    page.keyboard.press("End")
    page.keyboard.type("s")
    page.get_by_role("button", name="Vérifier", exact=True).click()
    status(page, "1 point à corriger")
    words = page.locator(".asalee-auteur-liste").inner_text()
    assert words.startswith("Cellule 4, ligne 2\u202f: le type «\u00a0nombres\u00a0» n’existe pas.")
    expect(page.locator(CELLS).nth(3).locator(".asalee-faute")).to_have_text("type: nombres")
    capture(page, "auteur-carnet-faute")
    page.locator(CELLS).nth(5).click()
    page.locator(".asalee-auteur-etat").click()
    page.locator(f"{CELLS}.jp-mod-active", has_text="type: nombres").wait_for()
    page.keyboard.press("End")
    page.keyboard.press("Backspace")
    status(page, "Prêt")


def test_a_source_that_calls_itself_a_case_is_not_run(page, example, carnet):
    data = json.loads(carnet.read_text(encoding="utf-8"))
    data["metadata"]["asalee"] = {"mode": "evaluation", "titre": "Piège"}
    mark = example.root / "execute"
    data["cells"].append({**CODE, "source": f"open({str(mark)!r}, 'w')"})
    carnet.write_text(json.dumps(data), encoding="utf-8")
    open_author(page, example, CARNET)
    page.wait_for_timeout(2000)  # a case would be run by then
    expect(page.locator(".asalee-cas")).to_have_count(0)
    assert kernels(example) == []
    assert not mark.exists()
