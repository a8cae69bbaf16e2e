"""The page of a blood pressure in Chromium: what it keeps, says and refuses; every screen; the home sheet."""

import pytest
from playwright.sync_api import expect

from asalee_training import widgets
from asalee_training.simulation import instruments, patient, seance_tension
from tests.browser.jouer_tension import KIND, Mouse, forge, person

pytestmark = pytest.mark.browser

SHARES_CONTEXT = True  # nothing here but bare pages


@pytest.fixture(autouse=True)
def still(page):
    """A cuff that fills at once."""
    page.emulate_media(reduced_motion="reduce")


# Buttons and labels to press, smaller than a finger.
SMALL = """() => [...document.querySelectorAll(".asalee button, .asalee label:has(input), .asalee select, .asalee input[type=text]")]
  .filter((node) => node.getClientRects().length && !node.closest("[hidden]"))
  .filter((node) => node.getBoundingClientRect().height < 43.5 || node.getBoundingClientRect().width < 43.5)
  .map((node) => node.textContent)"""


def test_a_number_that_cannot_be_read_is_hinted_at_and_kept(bench):
    view = bench.seance(KIND, person(), acte="cabinet")
    view.get_by_role("tab", name="Noter").click()
    field = view.get_by_role("textbox", name="Systolique moyenne")
    field.fill("cent")
    field.blur()
    expect(view).to_contain_text("par exemple 143,5", use_inner_text=True)
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("143,5")
    field.blur()
    expect(view).not_to_contain_text("par exemple", use_inner_text=True)
    bench.said("✔ Réponse enregistrée")
    expect(view.get_by_role("button", name="Voir la correction"), "what follows is not decided yet").not_to_be_visible()


def test_starting_again_asks_first_and_only_in_training(bench):
    view = bench.seance(KIND, person(), acte="cabinet")
    Mouse(bench, view).act({"g": "tour_bras"})
    view.get_by_role("button", name="Recommencer la séance").click()
    view.get_by_role("button", name="Oui, tout effacer").click()
    bench.said("Réponse effacée")
    expect(view.locator(".asalee-ta-ruban-dit")).to_have_text("", use_inner_text=True)


def test_evaluation_shows_readings_and_judges_nothing(bench):
    view = forge(bench, person(), None, training=False)
    bench.said("Réponse retrouvée")
    Mouse(bench, view).act({"g": "mesurer"})
    bench.said("✔ Réponse enregistrée")
    expect(view.locator(".asalee-ta-mesures tbody tr")).to_have_count(6)
    expect(view.get_by_role("button", name="correction")).to_have_count(0)
    expect(view.get_by_role("button", name="Recommencer")).to_have_count(0)
    expect(view.locator(".asalee-correction")).to_have_text("", use_inner_text=True)
    assert bench.mark(KIND).points > 8


def test_a_session_of_five_hundred_gestures_refuses_one_more(bench):
    gestes = [{"g": "tour_bras", "t": rang} for rang in range(500)]
    bench.sheet.write(KIND, {"gestes": gestes, "conclusion": {}}, 0)
    view = bench.seance(KIND, person(), acte="cabinet")
    Mouse(bench, view).act({"g": "attendre", "minutes": 1})
    expect(view).to_contain_text("500 gestes", use_inner_text=True)
    assert len(bench.stored(KIND)["gestes"]) == 500


STRANGE = [
    3,
    {"gestes": 3},
    {"gestes": [{"g": "inventer", "t": 0}]},
    {"gestes": [{"g": "mesurer", "t": 0}], "conclusion": {"bras": 7}},
]


def test_a_stored_answer_of_another_shape_never_breaks_the_view(bench):
    n = 0
    for index, strange in enumerate(STRANGE):
        n = bench.sheet.write(KIND, strange, n).n
        view = bench.seance(KIND, person(), host=f"w{index}", acte="cabinet")
        expect(view.locator(".asalee-ta-piece")).to_have_count(1)


@pytest.mark.parametrize("acte", seance_tension.ACTES)
def test_letters_targets_and_width(bench, page, acte, capture):
    view = bench.seance(KIND, person("orthostatique"), acte=acte)
    for geste in ({"g": "brassard", "taille": "M"}, {"g": "bras", "cote": "droit"}, {"g": "mesurer"}):
        Mouse(bench, view).act(geste)
    view.locator("summary").first.click()
    for tab, name in (("Mesurer", "mesurer"), ("Noter et conclure", "conclure")):
        view.get_by_role("tab", name=tab).click()
        for width, height in ((1280, 720), (884, 768), (800, 1100), (360, 800)):
            page.set_viewport_size({"width": width, "height": height})
            assert bench.poor_letters() == []
            assert page.evaluate(SMALL) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.evaluate("scrollTo(0, 0)")
            if acte == "cabinet" or width == 800:
                capture(page, f"{KIND}-{acte}-{width}-{name}")


def test_a_reader_tells_the_buttons_of_the_list_apart(bench):
    view = bench.seance(KIND, person(), acte="cabinet")
    view.locator("summary").first.click()
    names = view.locator(".asalee-ta-lignes button").evaluate_all("all => all.map((b) => b.ariaLabel || b.textContent)")
    assert len(set(names)) == len(names) > 10


def home_sheet(bench, defaut):
    """A sheet on the page, and what its patient wrote."""
    bench.page.evaluate("document.querySelectorAll('#w').forEach((node) => node.remove())")
    known = patient.draw({"tension": {"profil": "masquee"}, "automesure_defaut": defaut}, b"c")
    view = bench.show(widgets.InstrumentView("releve_automesure", instruments.record("releve_automesure", {}, known)))
    return view, known["automesure"]


def test_the_home_sheet_is_read_as_a_table(bench, page, capture):
    for defaut in ("aucun", "sans_soir", "poignet"):
        view, sheet = home_sheet(bench, defaut)
        text = view.inner_text()
        rows = [[day[rank] for day in sheet[moment]] for moment in ("matin", "soir") for rank in range(3)]
        assert view.locator(".asalee-releve-grille .asalee-releve-main").all_inner_texts() == [
            str(value) for row in rows for reading in row if reading for value in reading
        ]
        assert "3 mesures le matin, 3 mesures le soir, 3 jours de suite" in text
        assert "avant les médicaments" in text
        assert ("au poignet" in text) == (defaut == "poignet")
        assert "moyenne" not in text.casefold()
        assert text.count("rien d’écrit") == (27 if defaut == "sans_soir" else 0)
        assert bench.poor_letters() == []
        capture(page, f"releve_automesure-{defaut}")
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
