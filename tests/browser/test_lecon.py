"""A lesson as a trainee opens it: its figures are there without a network, and its summary prints on one page."""

import json
import re
import shutil

import pytest

from asalee_training.training.journal import Journal
from tests.browser import formation

pytestmark = pytest.mark.browser

PAPER = {"prefer_css_page_size": True}  # the page's own margins, which are those of her printer
SMALLEST_PT = 9
LECON = "diabete-01_monofilament-v1"


@pytest.fixture(scope="module")
def server(serve, tmp_path_factory, depot):
    ws = formation.copy(depot, tmp_path_factory.mktemp("lecons") / "formation")
    return serve(ws.root)


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def test_figures_show_and_the_summary_fits_one_printed_page(page, server, capture):
    page.goto(server.url("asalee/apprenante"))
    page.goto(server.url(f"asalee/apprenante/ouvrir/{LECON}"))
    page.locator(".asalee-voile").wait_for(state="hidden")
    figure = page.get_by_role("img", name="Les deux plantes de pied").first
    figure.scroll_into_view_if_needed()
    figure.wait_for()
    width = figure.evaluate("async (e) => { await e.decode(); return e.naturalWidth; }")
    assert width == 700
    capture(page, "lecon-figure")
    page.get_by_role("link", name="L’essentiel, à imprimer").click()
    page.get_by_role("heading", name="Le monofilament, ou faire parler un pied").wait_for()
    assert page.get_by_role("img").evaluate("async (e) => { await e.decode(); return e.naturalWidth; }") == 700
    capture(page, "essentiel")
    assert pages_of(page.pdf(**PAPER)) == 1


def test_every_summary_of_the_repository_fits_one_printed_page(page, server):
    released = (server.root / "donnees" / "bibliotheque").glob("*/cas.json")
    lessons = sorted(p.parent.name for p in released if json.loads(p.read_text(encoding="utf-8"))["mode"] == "lecon")
    assert len(lessons) == len(list((server.root / "courses").glob("*/[0-9]*.md")))
    page.goto(server.url("asalee/apprenante"))
    long, small = {}, {}
    for assignment in lessons:
        page.goto(server.url(f"asalee/apprenante/essentiel/{assignment}"))
        if (pages := pages_of(page.pdf(**PAPER))) != 1:
            long[assignment] = pages
        if (letters := smallest_print(page)) < SMALLEST_PT:
            small[assignment] = letters
    assert (long, small) == ({}, {})


def smallest_print(page):
    """The smallest letters that paper shows, in points; figures have their own."""
    page.emulate_media(media="print")
    smallest = page.evaluate("""() => Math.min(...[...document.querySelectorAll('main *')]
      .filter((e) => e.checkVisibility() && [...e.childNodes].some((c) => c.nodeType === 3 && c.data.trim()))
      .map((e) => parseFloat(getComputedStyle(e).fontSize) * 0.75))""")
    page.emulate_media(media="null")
    return smallest


def test_a_whole_lesson_prints_to_its_end(page, server):
    page.goto(server.url("asalee/apprenante"))
    page.goto(server.url(f"asalee/apprenante/ouvrir/{LECON}"))
    page.locator(".asalee-exercice").last.wait_for()
    page.locator(".asalee-voile").wait_for(state="hidden")
    assert pages_of(page.pdf(**PAPER)) >= 8  # one when the window cuts it, six when the letters shrink to fit its width
    page.emulate_media(media="print")
    assert page.locator(".asalee-barre, .asalee-avis, .asalee-bouton").filter(visible=True).count() == 0


def answer(page, question, texte):
    box = page.locator(f'.asalee-exercice[data-nom="{question}"]')
    box.scroll_into_view_if_needed()
    box.get_by_text(texte).click()
    box.get_by_text(re.compile("nregistrée à")).first.wait_for()


def test_a_week_later_on_another_machine_the_review_is_due_and_done(page, serve, tmp_path, depot, capture):
    ws = formation.copy(depot, tmp_path / "machine")
    first = serve(ws.root)
    page.goto(first.url(f"asalee/apprenante/ouvrir/{LECON}"))
    page.locator(".asalee-voile").wait_for(state="hidden")
    answer(page, "corne", "Au bord de la corne")
    answer(page, "un_seul_site", "Un examen normal")
    first.stop()
    genres = [e.genre for e in Journal(ws.apprenante).read()]
    assert genres == ["ouverture", "reponse", "reponse"]

    other = formation.make(tmp_path / "autre", "courses/diabete")
    shutil.copytree(ws.apprenante, other.apprenante)
    shutil.copy(ws.donnees / "profil.json", other.donnees)
    formation.days_pass(other.apprenante, 7)
    second = serve(other.root)
    page.goto(second.url("asalee/apprenante"))
    page.get_by_text("2 questions à revoir aujourd’hui.").wait_for()
    page.get_by_role("link", name="Mon parcours").click()
    card = page.locator("#diabete")
    card.get_by_text("2 questions à revoir aujourd’hui").wait_for()
    capture(page, "parcours-une-semaine-apres")
    card.get_by_role("button", name="Revoir").click()
    for _ in range(2):
        page.get_by_role("button", name="Répondre").wait_for()
        right = (
            "Une perte de la sensibilité" if page.get_by_text("un seul est absent").count() else "Au bord de la corne"
        )
        page.get_by_text(right).click()
        page.get_by_role("button", name="Répondre").click()
        page.get_by_text("C’est juste").wait_for()
        page.get_by_role("link", name="Continuer").click()
    page.get_by_text("2 réponses justes sur 2").wait_for()
    capture(page, "revision-bilan")
    page.get_by_role("link", name="Revenir à mon parcours").click()
    page.locator("#diabete").get_by_text("prochaine le").wait_for()
    assert [e.genre for e in Journal(other.apprenante).read()][-1] == "fin"
