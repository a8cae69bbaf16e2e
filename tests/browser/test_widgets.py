"""Each view in Chromium with a fake model: no Jupyter. The kernel's side is the real one, on a real answer file."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.banc import FOUND, MARK, SAVED, SPECS

pytestmark = pytest.mark.browser


def test_choix_is_answered_by_click_and_found_again(bench):
    view = bench.exercise("choix")
    bench.said("Pas encore de réponse")
    view.get_by_text("J’alerte").click()
    bench.said(SAVED)
    assert bench.stored("choix") == "aaaaaaaa"
    bench.reload()
    view = bench.exercise("choix")
    bench.said(FOUND)
    expect(view.get_by_role("radio", checked=True)).to_have_attribute("value", "aaaaaaaa")


def test_choix_is_answered_by_keyboard_and_no_key_reaches_jupyter(bench):
    view = bench.exercise("choix")
    bench.page.evaluate(
        "window.leaked = []; document.body.addEventListener('keydown', (e) => window.leaked.push(e.key))"
    )
    view.get_by_role("radio").first.focus()
    for key in ("ArrowDown", "ArrowDown", "b", "d"):
        bench.page.keyboard.press(key)
    bench.said(SAVED)
    assert bench.stored("choix") == "cccccccc"
    assert bench.page.evaluate("window.leaked") == []


def test_texts_are_shown_as_text_with_emphasis_only(bench):
    view = bench.exercise("choix", aide="Lisez **tout** <img src=x onerror=alert(1)>")
    expect(view.locator("em")).to_have_text(["courbes"], use_inner_text=True)
    expect(view.locator("strong")).to_have_text(["tout"], use_inner_text=True)
    expect(view.get_by_text("<b>J’annonce</b> une BPCO")).to_have_count(1)
    expect(view.locator("img, b")).to_have_count(0)
    assert "médecin\u202f: je" in view.inner_text()


def test_choix_multiple_saves_each_tick_and_no_tick_is_no_answer(bench):
    view = bench.exercise("choix_multiple")
    view.get_by_role("checkbox").nth(2).check()
    view.get_by_role("checkbox").nth(0).press("Space")
    bench.said(SAVED)
    assert bench.stored("choix_multiple") == ["aaaaaaaa", "cccccccc"]
    for box in view.get_by_role("checkbox").all():
        box.uncheck()
    bench.said(r"✔ Réponse effacée à\s\d\d:\d\d")
    assert bench.stored("choix_multiple") is None


def test_nombre_is_saved_when_typing_stops_and_a_hint_follows_what_is_not_a_number(bench):
    view = bench.exercise("nombre")
    view.get_by_role("textbox", name="Votre réponse, en %").fill("cinquante")
    bench.said(SAVED)
    view.get_by_role("textbox").press("Enter")
    expect(view.get_by_text("Écrivez un nombre, par exemple 58,9")).to_be_visible()
    view.get_by_role("textbox").fill("58,9")
    view.get_by_role("textbox").press("Enter")
    bench.said(SAVED)
    assert bench.stored("nombre") == {"texte": "58,9", "unite": "%"}
    expect(view.get_by_text("Écrivez un nombre, par exemple")).not_to_be_visible()


def test_nombre_gives_no_hint_on_what_the_judge_can_read(bench):
    field = bench.exercise("nombre").get_by_role("textbox")
    for text in ("58,9", "58.9", "1 250", "-3", "\u22123,5", "58,9 %", "1\u202f250", "７"):
        field.fill(text)
        field.press("Enter")
        expect(field, text).to_have_attribute("aria-invalid", "false")


def test_nombre_with_several_units_asks_for_one(bench):
    view = bench.exercise("unites")
    view.get_by_role("textbox").fill("72")
    view.get_by_role("textbox").press("Enter")
    expect(view.get_by_text("Choisissez aussi l’unité.")).to_be_visible()
    bench.said(SAVED)
    assert bench.stored("unites") == {"texte": "72"}
    view.get_by_role("radio", name="µmol/L").check()
    bench.page.wait_for_function("window.sent.filter((m) => m.type === 'ecrire').length === 2")
    bench.said(SAVED)
    assert bench.stored("unites") == {"texte": "72", "unite": "µmol/L"}


def test_texte_counts_words_saves_on_leaving_and_comes_back_whole(bench):
    view = bench.exercise("texte")
    text = 'Mme Lambert, 58 ans : « essoufflée ».\n\n<script>alert(1)</script> l\'effort — "x" \\ 😀'
    view.get_by_role("textbox", name="La question ?").fill(text)
    assert re.search(r"\d+\smots \(conseillé\s: environ 120\)", view.inner_text())
    view.get_by_role("textbox").blur()
    bench.said(SAVED)
    assert bench.stored("texte") == text
    bench.reload()
    view = bench.exercise("texte")
    assert view.get_by_role("textbox").input_value() == text


def test_texte_grows_with_what_is_written(bench):
    view = bench.exercise("texte")
    area = view.get_by_role("textbox")
    before = area.bounding_box()["height"]
    area.fill("ligne\n" * 20)
    assert area.bounding_box()["height"] > before + 100


def test_zones_pied_drawing_and_list_always_agree(bench):
    view = bench.exercise("zones_pied")
    view.locator("[data-zone='droit.hallux']").click()
    view.locator("[data-zone='gauche.meta5']").press("Space")
    view.get_by_text("Répondre avec la liste").click()
    boxes = view.locator(".asalee-liste input")
    assert [box.get_attribute("value") for box in boxes.all() if box.is_checked()] == ["droit.hallux", "gauche.meta5"]
    view.get_by_label("pied gauche, tête du 1er métatarsien").last.check()
    expect(view.locator("[data-zone='gauche.meta1']")).to_have_attribute("aria-checked", "true")
    bench.said(SAVED)
    assert bench.stored("zones_pied") == {
        "zones": ["droit.hallux", "gauche.meta1", "gauche.meta5"],
        "aucune": False,
    }
    view.get_by_label("Aucun site").check()
    expect(view.locator("[aria-checked='true']")).to_have_count(0)
    bench.page.wait_for_function("window.sent.filter((m) => m.type === 'ecrire').length >= 2")
    bench.said(SAVED)
    assert bench.stored("zones_pied") == {"zones": [], "aucune": True}


def test_zones_pied_shows_the_right_foot_on_the_left_with_big_toes_in_the_middle(bench):
    view = bench.exercise("zones_pied")

    def x(zone):
        return view.locator(f"[data-zone='{zone}'] .asalee-site-rond").bounding_box()["x"]

    assert (
        x("droit.meta5")
        < x("droit.meta1")
        <= x("droit.hallux")
        < x("gauche.hallux")
        <= x("gauche.meta1")
        < x("gauche.meta5")
    )
    expect(view).to_contain_text("son pied droit est à votre gauche", use_inner_text=True)
    assert view.locator("[data-zone='droit.hallux']").bounding_box()["width"] >= 44


@pytest.mark.parametrize("name", SPECS)
def test_every_focusable_element_silences_jupyter_s_shortcuts(bench, name):
    view = bench.exercise(name, MARK)
    focusable = view.locator("a, button, input, select, summary, textarea, [tabindex]")
    assert focusable.count() > 0
    expect(
        view.locator(
            ":is(a, button, input, select, summary, textarea, [tabindex]):not([data-lm-suppress-shortcuts='true'])"
        )
    ).to_have_count(0)


def test_training_shows_feedback_at_once_on_a_click(bench):
    view = bench.exercise("choix", {**MARK, "etat": "faux", "points": 0.0, "gravite": "hors_champ"})
    view.get_by_text("J’alerte").click()
    view.get_by_text("Hors de votre champ").wait_for()
    text = view.inner_text()
    assert "✖ À revoir" in text
    assert "0 / 2 points" in text
    assert "À retenir" in text
    expect(view.locator(".asalee-verdict em")).to_have_text("partie", use_inner_text=True)
    bench.reload()
    view = bench.exercise("choix", {**MARK, "etat": "juste"})
    expect(view).to_contain_text("✔ Juste", use_inner_text=True)


def test_training_does_not_reveal_the_options_that_arrow_keys_pass_over(bench):
    view = bench.exercise("choix", MARK)
    view.get_by_role("radio").first.focus()
    bench.page.keyboard.press("ArrowDown")
    bench.said(SAVED)
    expect(view).not_to_contain_text("En partie", use_inner_text=True)
    view.get_by_role("button", name="Voir la correction").press("Enter")
    expect(view).to_contain_text("◐ En partie", use_inner_text=True)


@pytest.mark.parametrize("name", ["choix_multiple", "zones_pied"])
def test_training_waits_for_the_whole_answer_before_showing_the_feedback(bench, name):
    view = bench.exercise(name, MARK)
    view.locator("[data-zone='droit.hallux'], input[value='aaaaaaaa']").first.click()
    bench.said(SAVED)
    expect(view).not_to_contain_text("En partie", use_inner_text=True)
    view.get_by_role("button", name="Voir la correction").click()
    expect(view).to_contain_text("◐ En partie", use_inner_text=True)
    expect(view).to_contain_text("1,5 / 2 points", use_inner_text=True)
    view.locator("[data-zone='droit.meta1'], input[value='bbbbbbbb']").first.click()
    expect(view).not_to_contain_text("En partie", use_inner_text=True)


def test_evaluation_offers_no_feedback(bench):
    view = bench.exercise("choix_multiple")
    view.get_by_role("checkbox").first.check()
    bench.said(SAVED)
    expect(view.get_by_role("button", name="correction")).to_have_count(0)
