"""A trainer in JupyterLab: her text or her notebook, in French, without kernel or code, and what is saved is said."""

import json

import pytest

from asalee_training.authoring import check, new
from asalee_training.workspace import Workspace
from tests.browser.test_lab import ENGLISH, kernels, visible_words
from tests.pages import espace_exemple

pytestmark = pytest.mark.browser

CARNET = "cases/bpco/toux-de-nuit.ipynb"
CELLS = ".jp-Notebook .jp-Cell"
# Her own words, and what the format is made of: not JupyterLab's English.
HERS = r"cases/bpco/\S+|patient\.\w+|Markdown"


@pytest.fixture(scope="module")
def server(serve, tmp_path_factory):
    ws = Workspace(espace_exemple.fill(tmp_path_factory.mktemp("auteur")))
    return serve(ws.root)


@pytest.fixture
def ws(server):
    return Workspace(server.root)


@pytest.fixture
def carnet(ws):
    """A case just created as a notebook."""
    path = ws.root / CARNET
    path.unlink(missing_ok=True)
    return new.new(ws, "bpco/toux-de-nuit", titre="Toux de nuit", carnet=True)


def open_author(page, server, path):
    page.goto(server.document(path))
    page.wait_for_selector(".asalee-auteur .asalee-barre")


def state(page, words):
    page.locator(".asalee-barre-etat", has_text=words).wait_for()


def test_a_case_notebook_opens_as_a_text_in_cells_without_a_kernel(page, server, carnet, capture):
    open_author(page, server, CARNET)
    page.get_by_role("heading", name="Que faites-vous de ce résultat").wait_for()
    state(page, "Enregistré")
    capture(page, "auteur-carnet")
    # What a trainer must see of a block: its first line, which a rendered cell hides.
    assert "```{exercice} rapport" in page.inner_text(CELLS + " >> nth=3")
    assert page.locator(".asalee-barre a").get_attribute("href").endswith("/asalee/formatrice")
    words = visible_words(page)
    assert not ENGLISH.search(words), ENGLISH.findall(words)
    assert kernels(server) == []
    assert page.locator(".jp-Dialog").count() == 0
    assert page.console_errors == []


def test_new_cells_are_text_and_the_notebook_saved_is_the_case(page, server, ws, carnet):
    open_author(page, server, CARNET)
    page.locator(CELLS).nth(1).click()
    page.get_by_role("button", name="Ajouter une cellule", exact=True).click()
    page.keyboard.type("Elle dort mal.")
    state(page, "Modifié")
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Control+s")
    state(page, "Enregistré à")
    cells = json.loads(carnet.read_text(encoding="utf-8"))["cells"]
    assert {c["cell_type"] for c in cells} == {"markdown"}
    assert "".join(cells[2]["source"]) == "Elle dort mal."
    assert "Elle dort mal." in check.check(ws, carnet).blocs[0].markdown


def test_a_code_cell_asks_for_no_kernel_and_one_button_makes_it_text(page, server, carnet):
    open_author(page, server, CARNET)
    page.locator(CELLS).nth(1).click()
    to_text = page.get_by_role("button", name="Mettre en Markdown")
    assert not to_text.is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("y")
    page.keyboard.press("Control+Enter")
    to_text.wait_for()
    page.wait_for_timeout(500)  # a dialog would take as long
    assert page.locator(".jp-Dialog").count() == 0
    assert kernels(server) == []
    to_text.click()
    to_text.wait_for(state="hidden")
    assert page.locator(f"{CELLS}.jp-CodeCell").count() == 0


def test_a_source_that_calls_itself_a_case_is_not_run(page, server, ws, carnet):
    data = json.loads(carnet.read_text(encoding="utf-8"))
    data["metadata"]["asalee"] = {"mode": "evaluation", "titre": "Piège"}
    mark = ws.root / "execute"
    code = {"cell_type": "code", "id": "x", "metadata": {}, "outputs": [], "execution_count": None}
    data["cells"].append(code | {"source": f"open({str(mark)!r}, 'w')"})
    carnet.write_text(json.dumps(data), encoding="utf-8")
    open_author(page, server, CARNET)
    page.wait_for_timeout(2000)  # a case would be run by then
    assert page.locator(".asalee-cas").count() == 0
    assert kernels(server) == []
    assert not mark.exists()
