"""Long pages folded by module: by mouse, by keyboard, without script; what is folded stays so, a link opens its part."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import formation
from tests.browser.plis import part_of
from tests.browser.serveur import WAIT_MS

pytestmark = pytest.mark.browser

PAGES = ["asalee/apprenante", "asalee/formatrice", "asalee/formatrice/preuve"]


@pytest.fixture(scope="module")
def ws(tmp_path_factory, depot):
    return formation.copy(depot, tmp_path_factory.mktemp("plis") / "formation")


@pytest.fixture(scope="module")
def server(ws, serve):
    return serve(ws.root)


def parts(page):
    return page.locator("details[data-pli]")


def opened(page):
    return parts(page).evaluate_all("all => all.filter((d) => d.open).map((d) => d.id)")


def far_line(ws):
    """A line of a module where she has nothing to do yet."""
    return sorted(p.parent.name for p in ws.bibliotheque.glob("cognition-*/cas.json"))[0]


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (800, 1280), (390, 800)])
@pytest.mark.parametrize("path", PAGES)
def test_a_long_page_is_seen_at_a_glance(page, server, capture, path, width, height):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(server.url(path))
    open_, all_ = opened(page), parts(page).count()
    assert all_ >= 7
    assert open_ == (["module-diabete"] if path == "asalee/apprenante" else []), "hers is where she begins"
    # Each line says what it holds, in a target large enough for a finger.
    for line in parts(page).locator("summary").all():
        assert line.bounding_box()["height"] >= 44
        assert re.search(r"\d+\s(terminés? sur \d+|textes?)", line.inner_text())
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    capture(page, f"plis-{path.rpartition('/')[2]}-{width}")
    page.screenshot(path=f"build/captures/plis-{path.rpartition('/')[2]}-{width}-entier.png", full_page=True)


def test_the_keyboard_opens_a_module_and_it_is_still_open_when_she_comes_back(page, server, ws):
    page.goto(server.url("asalee/apprenante"))
    line = far_line(ws)
    part = part_of(page, line)
    expect(page.locator(f"#{line}")).not_to_be_visible()
    part.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#{line}")).to_be_visible()
    page.keyboard.press("Tab")
    assert part.locator(":focus").count() == 1, "what it holds comes next"
    mine = part_of(page, "diabete-01_monofilament-v1")
    mine.locator("summary").press("Space")
    expect(mine).not_to_have_attribute("open", "")

    page.get_by_role("link", name="Mon parcours").click()
    page.wait_for_url("**/parcours")
    page.go_back()
    expect(page.locator(f"#{line}")).to_be_visible()
    page.goto(server.url("asalee/apprenante"))
    expect(page.locator(f"#{line}")).to_be_visible()
    expect(mine).not_to_have_attribute("open", "")


def test_a_reader_is_told_the_module_its_count_and_whether_it_is_open(page, server):
    page.goto(server.url("asalee/apprenante"))
    tree = page.locator("#module-rcv").aria_snapshot()
    assert re.search(r'heading "Suivi du risque cardiovasculaire" \[level=2\]', tree), tree
    assert re.search(r"0.terminé sur \d+", tree), tree
    assert "link" not in tree, "a folded line is not read"
    page.locator("#module-rcv summary").click()
    assert "link" in page.locator("#module-rcv").aria_snapshot()


def test_an_address_with_a_line_opens_its_module(page, server, ws):
    line = far_line(ws)
    page.goto(server.url("asalee/apprenante"))
    page.goto(f"{server.base}asalee/apprenante#{line}")
    expect(page.locator(f"#{line}")).to_be_in_viewport()


def test_folds_need_no_script(chromium, server, ws):
    context = chromium.new_context(java_script_enabled=False, locale="fr-FR", viewport={"width": 1280, "height": 720})
    context.set_default_timeout(WAIT_MS)
    try:
        page = context.new_page()
        page.goto(server.url("asalee/apprenante"))
        line = far_line(ws)
        expect(page.locator(f"#{line}")).not_to_be_visible()
        part_of(page, line).locator("summary").click()
        expect(page.locator(f"#{line}")).to_be_visible()
        page.goto(f"{server.base}asalee/formatrice")
        page.locator("#g-rcv summary").click()
        expect(page.locator("#g-rcv").get_by_role("link", name=re.compile("^Ouvrir l’atelier")).first).to_be_visible()
    finally:
        context.close()
