"""A case in JupyterLab as a trainee meets it: it runs by itself, in French, without code, and recovers."""

import hashlib
import json
import re
import shutil
import urllib.error
import urllib.request

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import expect

from asalee_training.lab import settings
from tests.browser.lab import ENGLISH, kernels, visible_words

TITLE = "Mme Lambert, 58 ans, fumeuse, essoufflée à l’effort"
WIDGET = "from ipywidgets import Textarea\nTextarea(description='Transmission', value='prête')"
SHEET = ".asalee-cas .jp-WindowedPanel-outer"


def write(folder, name, cells, **asalee):
    """Write a small notebook; `asalee` is its metadata, none of it for an ordinary notebook."""
    notebook = new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Formation ASALEE"}
    if asalee:
        notebook.metadata["asalee"] = asalee
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, folder / f"{name}.ipynb")


def a_case():
    return [
        new_markdown_cell(f"# {TITLE}\n\nElle tousse le matin et se dit *essoufflée à la marche rapide*."),
        new_code_cell("import os"),
        new_markdown_cell("### Rédigez votre transmission.\n\n| Mesure | Valeur |\n|---|---|\n| VEMS | 1,62 L |"),
        new_code_cell(WIDGET),
        new_markdown_cell("RÉPONSE RÉSERVÉE À NBGRADER", metadata={"tags": ["asalee-cache"]}),
    ]


@pytest.fixture(scope="module")
def server(serve, tmp_path_factory):
    """A server on a small workspace, started from a home whose own Jupyter is as hostile as can be."""
    root = tmp_path_factory.mktemp("formation")
    write(root / "cas", "lambert", a_case(), mode="evaluation", titre=TITLE)
    write(
        root / "cas",
        "lecon",
        [new_code_cell("import time; time.sleep(4)"), *a_case()],
        mode="lecon",
        titre="Le souffle",
    )
    write(root / "cas", "panne", [*a_case(), new_code_cell("1 / 0")], mode="entrainement", titre="En panne")
    write(root / "cas", "ordinaire", a_case())

    home = tmp_path_factory.mktemp("foyer")
    labconfig = home / ".jupyter" / "labconfig"
    labconfig.mkdir(parents=True)
    (labconfig / "page_config.json").write_text('{"disabledExtensions": {"asalee-formation": true}}')
    (home / ".jupyter" / "jupyter_server_config.py").write_text("raise SystemExit('the home was read')")
    startup = home / ".ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00.py").write_text("raise SystemExit('the home was read')")
    return serve(root, home=home)


def open_case(page, server, name="lambert"):
    page.goto(server.document(f"cas/{name}.ipynb"))
    page.wait_for_selector(".asalee-cas textarea")
    page.wait_for_selector(".asalee-cas .asalee-voile", state="hidden")


def cells(page):
    """Type and text of every cell, whether it shows or not."""
    return page.eval_on_selector_all(
        ".asalee-cas .jp-Cell",
        "cells => cells.map(c => [c.className.match(/jp-(Code|Markdown|Raw)Cell/)[1],"
        " c.classList.contains('jp-mod-rendered'), c.querySelector('.jp-RenderedMarkdown')?.textContent])",
    )


@pytest.mark.browser
def test_a_case_runs_by_itself_in_french_without_code(page, server, capture):
    page.goto(server.document("cas/lambert.ipynb"))
    page.wait_for_selector("text=Préparation du cas…")
    capture(page, "cas-preparation")
    page.wait_for_selector(".asalee-cas textarea")
    page.wait_for_selector(".asalee-cas .asalee-voile", state="hidden")
    capture(page, "cas-ouvert")

    expect(page.locator(".asalee-cas textarea")).to_have_value("prête")
    # Tab starts from the first cell, not from the end.
    expect(page.locator(".jp-Cell").first).to_have_class(re.compile(r"\bjp-mod-active\b"))
    expect(page).to_have_title(f"{TITLE} · Formation ASALEE")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    words = visible_words(page)
    assert "essoufflée à la marche rapide" in words
    assert "import" not in words
    assert "RÉPONSE RÉSERVÉE" not in words
    assert not ENGLISH.search(words), ENGLISH.findall(words)
    assert page.console_errors == []


@pytest.mark.browser
def test_a_case_is_alone_on_the_page_under_a_bar_that_leads_back_to_her_modules(page, server):
    open_case(page, server)
    expect(page.locator(".asalee-barre a").first).to_have_attribute("href", re.compile("/asalee/apprenante$"))
    expect(page.locator(".asalee-barre-titre")).to_have_text(TITLE)
    for bar in (
        "#jp-top-panel",
        "#jp-menu-panel",
        "#jp-bottom-panel",
        ".jp-SideBar",
        ".jp-Toolbar",
        ".jp-Notebook-footer",
    ):
        assert page.eval_on_selector_all(bar, "all => all.every(e => !e.checkVisibility())"), bar
    sheet = page.locator(".asalee-cas .jp-WindowedPanel-viewport").bounding_box()
    assert sheet["width"] == pytest.approx(1080, abs=2)
    assert sheet["x"] + sheet["width"] / 2 == pytest.approx(640, abs=2)

    page.eval_on_selector(
        ".asalee-cas textarea",
        "e => e.dispatchEvent(new CustomEvent('asalee:etat', {bubbles: true, detail: {texte: 'Réponse enregistrée'}}))",
    )
    expect(page.locator(".asalee-barre [role=status]")).to_have_text("Réponse enregistrée")


@pytest.mark.browser
@pytest.mark.parametrize("place", [".asalee-cas h1", ".asalee-barre-titre", ".asalee-cas textarea"])
def test_no_key_and_no_click_edits_a_case(page, server, place):
    open_case(page, server)
    before = cells(page)
    page.click(place)
    keys = "a b x d d m y r 1 z Shift+m Escape Enter Shift+Enter Alt+Enter Control+Enter F2 Control+b "
    keys += "Control+s Control+Shift+c Control+f Control+v Shift+l"
    for key in keys.split():
        page.keyboard.press(key)
    page.dblclick(".asalee-cas h1")
    page.click(".asalee-cas h1", button="right")
    page.keyboard.press("Escape")
    page.wait_for_timeout(500)  # a shortcut of two keys waits before it acts

    assert cells(page) == before
    expect(page.locator(".lm-Menu, .jp-Dialog, .jp-mod-editMode, .jp-DocumentSearch-overlay")).to_have_count(0)
    assert not page.is_visible("#modal-command-palette")


@pytest.mark.browser
def test_leaving_a_case_asks_nothing_and_writes_nothing(page, server):
    file = server.root / "cas" / "lambert.ipynb"
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.accept()))
    open_case(page, server)
    page.fill(".asalee-cas textarea", "Je préviens le médecin.")
    page.keyboard.press("Control+s")
    page.wait_for_timeout(500)
    page.goto("about:blank")

    assert dialogs == []
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before


@pytest.mark.browser
def test_a_dead_kernel_is_told_in_french_and_one_button_mends_it(page, server, capture):
    page.set_viewport_size({"width": 1280, "height": 420})
    open_case(page, server)
    page.eval_on_selector(SHEET, "e => { e.scrollTop = 150; }")
    for kernel in kernels(server):
        kernel.kill()
    page.wait_for_selector("text=Le cas s’est interrompu")
    capture(page, "cas-interrompu")
    assert not ENGLISH.search(visible_words(page))

    page.fill(".asalee-cas textarea", "perdu")
    page.click("text=Relancer")
    page.wait_for_selector(".asalee-cas .asalee-avis", state="hidden")
    page.wait_for_function("document.querySelector('.asalee-cas textarea')?.value === 'prête'")
    page.wait_for_selector(".asalee-cas .asalee-voile", state="hidden")
    expect(page.locator(".asalee-cas .asalee-avis")).not_to_be_visible()
    page.wait_for_function(f"document.querySelector('{SHEET}').scrollTop === 150")  # back where she was


@pytest.mark.browser
def test_a_cell_that_fails_shows_a_sentence_and_no_traceback(page, server, capture):
    open_case(page, server, "panne")
    page.wait_for_selector("text=Une partie du cas ne s’est pas affichée")
    capture(page, "cas-incomplet")
    assert "ZeroDivisionError" not in page.inner_text("body")


@pytest.mark.browser
@pytest.mark.slow
def test_a_long_preparation_offers_to_start_again(page, server, capture):
    page.clock.install()
    page.goto(server.document("cas/lecon.ipynb"))
    page.wait_for_selector(".asalee-cas .asalee-voile >> text=Préparation de la leçon…")
    page.clock.fast_forward(21_000)
    page.wait_for_selector("text=C’est plus long que d’habitude")
    capture(page, "cas-long")
    page.wait_for_selector(".asalee-cas .asalee-voile", state="hidden")
    page.wait_for_selector(".asalee-cas .asalee-avis", state="hidden")
    expect(page.locator(".asalee-cas textarea")).to_be_visible()


@pytest.mark.browser
def test_an_ordinary_notebook_keeps_its_code_and_its_tools(page, server):
    page.goto(server.document("cas/ordinaire.ipynb"))
    page.wait_for_selector("text=import os")
    page.wait_for_selector(".asalee-voile-page", state="detached")
    expect(page.locator(".asalee-cas")).to_have_count(0)
    expect(page.locator("#jp-top-panel:visible, .jp-NotebookPanel-toolbar:visible").first).to_be_visible()


@pytest.mark.browser
@pytest.mark.slow
def test_a_server_that_stops_and_comes_back_is_followed_without_a_dialog(page, server, serve, tmp_path, capture):
    shutil.copytree(server.root / "cas", tmp_path / "cas")
    first = serve(tmp_path)
    open_case(page, first)
    first.process.terminate()
    page.wait_for_selector("text=Connexion perdue")
    capture(page, "connexion-perdue")
    first.process.wait(60)
    serve(tmp_path, port=int(first.base.split(":")[2].strip("/")), token=first.token)
    page.wait_for_selector("text=Connexion rétablie")
    page.wait_for_selector("text=Le cas s’est interrompu")
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    page.click("text=Relancer")
    page.wait_for_function("document.querySelector('.asalee-cas textarea')?.value === 'prête'")


def test_the_server_answers_nobody_without_its_token(server):
    opener = urllib.request.build_opener()
    with pytest.raises(urllib.error.HTTPError, match="403"):
        opener.open(f"{server.base}api/contents")
    with opener.open(f"{server.base}lab") as reply:
        assert "Jeton d’accès" in reply.read().decode()


def test_a_browser_asks_again_for_the_extension_after_an_update(server):
    modules = f"{server.base}lab/extensions/asalee-formation/modules"
    with urllib.request.urlopen(f"{modules}/case_view.js") as reply:
        assert reply.headers["Cache-Control"] == "no-cache"


def test_there_is_one_kernel_and_it_is_ours(server):
    request = urllib.request.Request(
        f"{server.base}api/kernelspecs", headers={"Authorization": f"token {server.token}"}
    )
    with urllib.request.urlopen(request) as reply:
        specs = json.load(reply)["kernelspecs"]
    assert [spec["spec"]["display_name"] for spec in specs.values()] == ["Formation ASALEE"]


def test_everything_jupyter_writes_lies_in_the_workspace(tmp_path):
    personal = {
        "PYTHONPATH": "/ailleurs",
        "JUPYTER_CONFIG_DIR": "/ailleurs",
        "HOME": "/ailleurs",
        "PATH": "/bin",
    }
    environment = settings.launch_environment(tmp_path, "jeton", personal)
    assert "PYTHONPATH" not in environment
    written = ["CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR"]
    folders = [environment[f"JUPYTER_{name}"] for name in written] + [environment["IPYTHONDIR"]]
    assert all(folder.startswith(str(tmp_path / "donnees")) for folder in folders)
    assert "jeton" not in " ".join(settings.server_command(tmp_path, 8888, open_browser=False))
    with pytest.raises(ValueError, match="jeton"):
        settings.launch_environment(tmp_path, "", personal)


def test_settings_that_cannot_be_read_are_set_aside_and_the_others_kept(tmp_path):
    folder = settings.state_folder(tmp_path) / "reglages" / "@jupyterlab"
    folder.mkdir(parents=True)
    (folder / "bon.jupyterlab-settings").write_text('{"theme": "JupyterLab Dark"} // hers', encoding="utf8")
    (folder / "abime.jupyterlab-settings").write_text('{"theme": ', encoding="utf8")
    settings.prepare_state(tmp_path)
    assert sorted(file.name for file in folder.iterdir()) == ["abime.illisible", "bon.jupyterlab-settings"]
