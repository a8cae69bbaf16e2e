"""The practice's calculator, by mouse and by keyboard: the unit is hers to choose."""

import pytest
from playwright.sync_api import expect

from asalee_training import widgets
from asalee_training.simulation import instruments

pytestmark = pytest.mark.browser


@pytest.fixture
def view(bench):
    return bench.show(widgets.InstrumentView("calculatrice", instruments.record("calculatrice", {}, {})))


def tool(view, name):
    return view.get_by_role("group", name=name)


def fill_v14(risque):
    risque.get_by_label("Score").select_option("SCORE2")
    risque.get_by_label("Sexe").select_option("Homme")
    risque.get_by_label("Fume actuellement").select_option("Oui")
    for label, value in (("Âge", "52"), ("Pression systolique", "148")):
        risque.get_by_label(label, exact=True).fill(value)
    risque.get_by_role("textbox", name="Cholestérol total").fill("2,40")
    risque.get_by_role("textbox", name="HDL-cholestérol").fill("0,43")


def test_a_forgotten_unit_gives_the_wrong_risk_and_the_right_unit_the_right_one(view, bench, capture):
    risque = tool(view, "Risque cardiovasculaire à 10 ans")
    expect(risque.get_by_role("textbox", name="HbA1c"), "asked by SCORE2-Diabetes only").to_have_count(0)
    fill_v14(risque)
    risque.get_by_role("button", name="Calculer").click()
    risque.get_by_role("status").filter(has_text="7,0").wait_for()
    risque.get_by_label("Unité : Cholestérol total").select_option("g/L")
    assert risque.get_by_role("status").inner_text() == "", "an old result never stands beside new entries"
    risque.get_by_label("Unité : HDL-cholestérol").select_option("g/L")
    risque.get_by_role("textbox", name="HDL-cholestérol").press("Enter")
    risque.get_by_role("status").filter(has_text="8,5").wait_for()
    capture(bench.page, "calculatrice")
    assert bench.poor_letters() == []
    risque.get_by_label("Score").select_option("SCORE2-Diabetes")
    expect(risque.get_by_role("textbox", name="HbA1c")).to_be_visible()
    risque.get_by_role("button", name="Effacer").click()
    expect(risque.get_by_label("Âge", exact=True)).to_have_value("")


def test_by_keyboard_alone(view, bench):
    page = bench.page
    tool(view, "Indice de masse corporelle").get_by_label("Poids").focus()
    page.keyboard.type("70")
    page.keyboard.press("Tab")
    page.keyboard.type("175")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    tool(view, "Indice de masse corporelle").get_by_role("status").filter(has_text="22,9").wait_for()


def test_what_is_missing_is_said_and_a_silent_kernel_too(view, bench):
    dfg = tool(view, "DFG estimé")
    dfg.get_by_role("button", name="Calculer").click()
    dfg.get_by_role("status").filter(has_text="choisissez").wait_for()
    bench.page.evaluate("window.broken = true")
    dfg.get_by_role("button", name="Calculer").click()
    dfg.get_by_role("status").filter(has_text="ne répond pas").wait_for()


@pytest.mark.parametrize("width", [1280, 800, 320])
def test_it_fits_any_screen(view, bench, capture, width):
    bench.page.set_viewport_size({"width": width, "height": 720})
    capture(bench.page, f"calculatrice-{width}")
    assert bench.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
