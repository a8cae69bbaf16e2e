"""The pages in a browser: by keyboard alone, without script, on a small screen, readable by all."""

import shutil
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from asalee_training.answers import Sheet
from asalee_training.authoring import build
from asalee_training.pages.atelier import Texte
from asalee_training.pages.espace_apprenante import refresh
from asalee_training.pages.parutions import all_released, outbound
from asalee_training.workspace import Workspace
from tests.browser.contraste import CONTRAST
from tests.browser.serveur import WAIT_MS
from tests.pages import espace_exemple
from tests.pages.mes_modules import ESSOUFFLEMENT, PIED, TOUX, TRANSMET

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
ANSWERS = {
    TOUX: {"somme": {"texte": "4", "unite": "L"}, "transmission": "Bonjour docteur,\n<b>Mme Exemple</b> tousse."},
    PIED: {"somme": {"texte": "4", "unite": "L"}, "conduite": TRANSMET},
    ESSOUFFLEMENT: {"somme": {"texte": "5", "unite": "L"}},
}
PAGES = {
    "accueil": "asalee/",
    "mes-modules": "asalee/apprenante",
    "mon-parcours": "asalee/apprenante/parcours",
    "copie": f"asalee/apprenante/copie/{TOUX}",
    "referente": "asalee/referente",
    "formatrice": "asalee/formatrice",
    "guide": "asalee/formatrice/guide",
    "preuves": "asalee/formatrice/preuve",
    "preuve": f"asalee/formatrice/preuve/{Texte(None, 'cases/bpco/toux-du-matin.md', '', '', '').ident}",
    "introuvable": "asalee/apprenante/copie/inconnu-v1",
}


@pytest.fixture(scope="module")
def server(serve, tmp_path_factory):
    """A server whose trainee has begun one case, answered another, and done part of a training case."""
    ws = Workspace(espace_exemple.fill(tmp_path_factory.mktemp("pages")))
    shutil.copyfile(ROOT / "cases" / "README.md", ws.cases / "README.md")
    for assignment in build.build_all(ws).evaluations:
        shutil.copytree(ws.grading / "source" / assignment, outbound(ws) / assignment)
    server = serve(ws.root)
    for assignment, answers in ANSWERS.items():
        folder = ws.apprenante / assignment
        refresh(all_released(ws)[assignment], folder)
        for nom, valeur in answers.items():
            Sheet(folder).write(nom, valeur, 0)
    return server


@pytest.fixture
def signed_in(page, server):
    page.goto(server.url("asalee/"))
    return page


def tab_to(page, words, limit=60):
    """Press Tab until what has the focus is called `words`; every stop on the way must be seen."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            "() => getComputedStyle(document.activeElement.closest('.depot') || document.activeElement).outlineWidth"
        )
        assert ring == "3px", f"no ring: {page.evaluate('document.activeElement.outerHTML')}"
        if words in page.evaluate("document.activeElement.textContent").replace("\u202f", " "):
            return
    pytest.fail(f"the keyboard does not reach « {words} »")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1280, 320])
def test_a_page_fits_and_is_readable(signed_in, server, capture, name, width):
    page = signed_in
    page.set_viewport_size({"width": width, "height": 720})
    page.goto(server.base + PAGES[name])
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, "the page scrolls sideways"
    assert page.evaluate(CONTRAST) == []
    small = page.evaluate(
        "() => [...document.querySelectorAll('button, .bouton, select, input')]"
        ".filter((e) => !e.matches('.invisible, [type=hidden], [type=checkbox]') && e.getClientRects().length)"
        ".filter((e) => e.getBoundingClientRect().height < 36).map((e) => e.outerHTML)"
    )
    assert small == [], "too small for a finger"
    assert float(page.evaluate("getComputedStyle(document.body).fontSize").removesuffix("px")) >= 17
    capture(page, f"pages-{name}-{width}")
    assert [e for e in page.console_errors if "404" not in e] == []


def test_text_enlarged_four_times_still_fits(signed_in, server):
    """A window of 1280 at 400 % is 320 by 180 to the page."""
    signed_in.set_viewport_size({"width": 320, "height": 180})
    for path in PAGES.values():
        signed_in.goto(server.base + path)
        assert signed_in.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert signed_in.evaluate("getComputedStyle(document.querySelector('.entete')).position") == "static"


def test_the_keyboard_alone_goes_from_the_door_to_the_receipt(signed_in, server, capture):
    page = signed_in
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Aller au contenu"
    page.keyboard.press("Enter")
    expect(page.locator("#contenu")).to_be_focused()
    tab_to(page, "Ouvrir mes modules")
    capture(page, "pages-accueil-clavier")
    page.keyboard.press("Enter")
    page.wait_for_url("**/asalee/apprenante")
    tab_to(page, "Relire et remettre : M. Leroy")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/copie/{PIED}")
    tab_to(page, "Remettre ma copie")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Votre copie est remise").wait_for()
    capture(page, "pages-recu")
    with page.expect_download() as download:
        tab_to(page, "Télécharger copie.zip")
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "copie.zip"
    tab_to(page, "Revenir à mes modules")
    page.keyboard.press("Enter")
    expect(page.locator(f"#{PIED}")).to_contain_text("Remise le")


def test_the_keyboard_alone_goes_from_the_workshop_to_a_proof(signed_in, server, capture):
    page = signed_in
    page.goto(server.base + "asalee/formatrice")
    tab_to(page, "Prouver cases/diabete/pied-froid.md")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Le correcteur de ce texte est prouvé").wait_for(timeout=180_000)
    expect(page.get_by_role("progressbar").nth(3)).to_be_visible()
    tab_to(page, "Toutes les erreurs essayées")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Dix fois trop", exact=False).first).to_be_visible()
    capture(page, "preuve-clavier")
    page.get_by_role("link", name="Preuves").click()
    expect(page.get_by_role("button", name="Tout prouver")).to_be_visible()


def test_everything_works_without_script(chromium, server):
    context = chromium.new_context(java_script_enabled=False, locale="fr-FR")
    try:
        context.set_default_timeout(WAIT_MS)
        page = context.new_page()
        page.goto(server.url("asalee/"))
        page.get_by_role("link", name="Ouvrir l’atelier").click()
        page.get_by_role("button", name="Vérifier cases/cognition/a-corriger.md").click()
        expect(page.locator(".problemes")).to_contain_text("Ligne 22")
        page.goto(server.base + "asalee/referente")
        page.locator("input[type=file]").set_input_files({"name": "copie.zip", "mimeType": "", "buffer": b"rien"})
        page.get_by_role("button", name="Recevoir ces copies").click()
        expect(page.locator("#resultat")).to_contain_text("1 fichier refusé")
    finally:
        context.close()


def test_a_button_pressed_says_to_wait_and_counts_once(signed_in, server):
    page = signed_in
    page.goto(server.base + "asalee/formatrice")
    sent = []

    def slow(route):
        sent.append(route.request.url)
        time.sleep(1)
        route.continue_()

    page.route("**/asalee/formatrice/verifier", slow)
    page.get_by_role("button", name="Tout vérifier").evaluate(
        "(b) => { b.click(); setTimeout(() => { sessionStorage.seen = b.textContent + b.disabled; b.click(); }, 50); }"
    )
    page.get_by_text("Vérification terminée").wait_for()
    assert page.evaluate("sessionStorage.seen") == "Veuillez patienter…true"
    assert len(sent) == 1


def test_chosen_files_are_named_in_french(signed_in, server, capture):
    page = signed_in
    page.goto(server.base + "asalee/referente")
    expect(page.locator(".depot")).to_contain_text("Aucun fichier choisi")
    files = [{"name": n, "mimeType": "application/zip", "buffer": b""} for n in ("copie.zip", "copie (1).zip")]
    page.locator("input[type=file]").set_input_files(files)
    expect(page.locator(".depot")).to_contain_text("copie.zip, copie (1).zip")
    tab_to(page, "Choisir des fichiers")
    capture(page, "pages-depot")


@pytest.mark.slow
def test_begin_opens_the_case_and_its_bar_leads_back(signed_in, server, capture):
    page = signed_in
    page.goto(server.base + "asalee/apprenante")
    page.locator(f"#{ESSOUFFLEMENT}").get_by_role("link", name="Reprendre").click()
    page.wait_for_url(f"**/doc/tree/donnees/apprenante/{ESSOUFFLEMENT}/essoufflement.ipynb*")
    page.get_by_role("heading", name="Combien font deux et deux").first.wait_for()
    page.get_by_role("link", name="Mes modules").first.click()
    page.wait_for_url("**/asalee/apprenante")
