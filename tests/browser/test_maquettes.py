"""A maquette in a browser: moved by mouse, by keyboard, faster than it is drawn; and what happens when the kernel is silent."""

import pytest

from asalee_training import widgets
from asalee_training.figures import maquettes
from asalee_training.simulation import instruments
from asalee_training.simulation.maquettes import MAQUETTES
from tests.browser.dessins import HIDDEN, OUTSIDE, OVERLAPS, STRADDLES
from tests.figures.reglages import tous

pytestmark = pytest.mark.browser
NOMS = sorted(MAQUETTES)


def montrer(bench, nom):
    return bench.show(widgets.InstrumentView("maquette", instruments.record("maquette", {"maquettes": [nom]}, {})))


@pytest.fixture
def view(bench):
    return montrer(bench, "artere_plaque")


def slider(view):
    return view.get_by_role("slider", name="Son âge")


def said(view, text):
    view.get_by_role("status").filter(has_text=text).wait_for()


def test_the_drawing_is_there_before_anything_is_asked(view, bench, capture):
    said(view, "À 20 ans")
    assert bench.page.evaluate("document.querySelector('img').naturalWidth") == 700
    assert bench.page.evaluate("window.sent") == []
    assert slider(view).get_attribute("aria-valuetext") == "20\u00a0ans"
    assert bench.poor_letters() == []
    capture(bench.page, "maquette-depart")


def test_a_mouse_drags_the_thumb_and_the_drawing_follows(view, bench, capture):
    before = view.get_by_role("img").get_attribute("src")
    box = slider(view).bounding_box()
    bench.page.mouse.move(box["x"] + 16, box["y"] + box["height"] / 2)
    bench.page.mouse.down()
    bench.page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] / 2, steps=20)
    bench.page.mouse.move(box["x"] + box["width"] - 16, box["y"] + box["height"] / 2, steps=20)
    bench.page.mouse.up()
    said(view, "À 80 ans : plaque énorme")
    assert view.get_by_role("img").get_attribute("src") != before
    assert view.locator(".asalee-maq-valeur").inner_text() == "80\u00a0ans"
    capture(bench.page, "maquette-80-ans")


def test_a_keyboard_is_enough(view, bench):
    slider(view).focus()
    for _ in range(8):
        bench.page.keyboard.press("ArrowRight")
    said(view, "À 60 ans : plaque énorme")
    bench.page.keyboard.press("Tab")
    bench.page.keyboard.press("ArrowUp")
    said(view, "À 60 ans : plaque épaisse")
    assert view.get_by_role("radio", name="Le tabac").is_checked()
    bench.page.keyboard.press("Tab")
    bench.page.keyboard.press("Tab")
    bench.page.keyboard.press("Enter")
    said(view, "À 20 ans")
    assert view.get_by_role("radio", name="Tabac, pression et LDL hauts").is_checked()


def test_buttons_move_by_one_step(view):
    view.get_by_role("button", name="Plus : Son âge").click()
    said(view, "À 25 ans")
    view.get_by_role("button", name="Moins : Son âge").click()
    said(view, "À 20 ans")


def test_one_drawing_at_a_time_and_the_last_setting_wins(view, bench):
    """Forty moves while the kernel draws the first: it is asked once more, for the last."""
    bench.page.evaluate("""() => {
      const slow = window.kernel;
      window.under = 0; window.most = 0;
      window.kernel = (host, message) => {
        window.most = Math.max(window.most, ++window.under);
        return new Promise((done) => setTimeout(done, 300)).then(() => slow(host, message)).then((r) => { window.under--; return r; });
      };
      const input = document.querySelector("input[type=range]");
      for (const age of [...Array(40).keys()].map((k) => 20 + 5 * (k % 12)).concat([75])) {
        input.value = age; input.dispatchEvent(new Event("input"));
      }
    }""")
    said(view, "À 75 ans")
    sent = bench.page.evaluate("window.sent.map((m) => m.reglages.age)")
    assert sent == [20, 75]
    assert bench.page.evaluate("window.most") == 1


def test_words_are_said_once_she_stops(view, bench):
    view.get_by_role("button", name="Plus : Son âge").click()
    words = view.get_by_role("status")
    assert words.get_attribute("aria-live") == "off"
    bench.page.wait_for_function("document.querySelector('[role=status]').getAttribute('aria-live') === 'polite'")
    said(view, "À 25 ans")


def test_a_silent_kernel_is_said_and_the_next_move_works_again(view, bench):
    bench.page.evaluate("window.broken = true")
    view.get_by_role("button", name="Plus : Son âge").click()
    view.get_by_role("alert").filter(has_text="ne répond pas").wait_for(
        timeout=3000
    )  # at once, not after the eight seconds of a lost one
    bench.page.evaluate("window.broken = false")
    view.get_by_role("button", name="Plus : Son âge").click()
    said(view, "À 30 ans")
    assert not view.get_by_role("alert").is_visible()


def test_an_answer_that_never_comes_does_not_block_the_next(view, bench):
    bench.page.clock.install()
    bench.page.evaluate("window.silent = true")
    view.get_by_role("button", name="Plus : Son âge").click()
    bench.page.clock.run_for(8500)
    view.get_by_role("alert").filter(has_text="ne répond pas").wait_for()
    bench.page.evaluate("window.silent = false")
    view.get_by_role("button", name="Plus : Son âge").click()
    said(view, "À 30 ans")


def test_hidden_and_shown_again_it_stands_where_she_left_it(view, bench):
    view.get_by_role("button", name="Plus : Son âge").click()
    said(view, "À 25 ans")
    bench.page.evaluate("window.stop(); document.getElementById('w').remove(); window.mount()")
    said(view, "À 25 ans")
    assert slider(view).input_value() == "25"


@pytest.mark.parametrize("width", [1280, 1024, 768, 320])
def test_it_fits_any_screen(view, bench, capture, width):
    bench.page.set_viewport_size({"width": width, "height": 720})
    capture(bench.page, f"maquette-{width}")
    assert bench.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("nom", NOMS)
def test_each_holds_on_one_screen_and_its_words_stay_in_the_frame_and_apart(bench, page, nom):
    view = montrer(bench, nom)
    assert view.bounding_box()["height"] <= 660, "settings and drawing hold on a screen of 1280 by 720"
    for reglages in tous(nom, 24):
        page.set_content(f"<body>{maquettes.draw(nom, reglages).svg}</body>")
        for law in (OUTSIDE, OVERLAPS, STRADDLES, HIDDEN):
            assert page.evaluate(law) == [], reglages
