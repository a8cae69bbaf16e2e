"""A lesson as a trainee opens it: its figures are there without a network, and its summary prints on one page."""

import re

import pytest

from tests.browser import formation

pytestmark = pytest.mark.browser

LECON = "diabete-01_monofilament-v1"


@pytest.fixture(scope="module")
def server(serve, tmp_path_factory):
    ws = formation.make(tmp_path_factory.mktemp("lecons"))
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
    link = page.get_by_role("link", name="L’essentiel, à imprimer")
    link.scroll_into_view_if_needed()
    capture(page, "lecon-fin")
    link.click()
    page.get_by_role("heading", name="Le monofilament, ou faire parler un pied").wait_for()
    assert page.get_by_role("img").evaluate("async (e) => { await e.decode(); return e.naturalWidth; }") == 700
    capture(page, "essentiel")
    assert (
        pages_of(page.pdf(format="A4", margin={"top": "1.2cm", "bottom": "1.2cm", "left": "1.5cm", "right": "1.5cm"}))
        == 1
    )
