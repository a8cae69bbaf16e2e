"""The workshop's forms in a browser: remarks beside their field, undo, the patient, the text, the keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.atelier import fill, save, screen, verdict, written
from tests.browser.contraste import CONTRAST
from tests.browser.panneau import until
from tests.browser.serveur import WAIT_MS

pytestmark = pytest.mark.browser


def test_a_missing_explanation_is_said_beside_its_field_and_in_the_summary(atelier, mine, capture):
    _, name = mine("explication")
    page = atelier(name)
    verdict(page, "Prêt")
    screen(page, "Question 1")
    fill(page, "Explication", "")
    verdict(page, "1 point à compléter")
    field = page.locator("#at-forme").get_by_label("Explication")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[data-champ$='-explication'] .at-remarque")).to_contain_text(
        "c’est ce que l’apprenante retient"
    )
    capture(page, "atelier-explication")
    screen(page, "Le cas")
    page.locator(".at-remarques button").click()
    until(page, "document.activeElement.id.endsWith('-explication')")


def test_a_case_with_faults_has_no_preview_but_a_sentence(atelier, mine):
    _, name = mine("sans-apercu")
    page = atelier(name)
    screen(page, "Question 1")
    fill(page, "Explication", "")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Essayer").click()
    opened.value.get_by_role("heading", name="L’aperçu demande d’abord des corrections").wait_for()


def test_what_the_workshop_does_not_know_is_kept_and_shown(atelier, mine):
    path, name = mine("inconnu")
    texte = path.read_text(encoding="utf-8").replace(
        "type: nombre\n", "type: nombre\ncle_de_demain: [1,   2]  # note\n", 1
    )
    texte = texte.replace("---\n\nMme", "---\n\n<!-- à relire avec le docteur -->\n\nMme", 1)
    path.write_text(texte, encoding="utf-8")
    page = atelier(name)
    screen(page, "Question 1")
    expect(page.locator("#at-forme")).to_contain_text("Bloc gardé tel quel")
    fill(page, "Points", "4")
    screen(page, "Note pour vous")
    page.locator("#at-forme pre:has-text('à relire avec le docteur')").wait_for()
    save(page)
    assert path.read_text(encoding="utf-8") == texte.replace("points: 2", "points: 4", 1)


def test_a_slow_press_on_the_list_is_not_lost_while_what_was_typed_comes_back(atelier, mine):
    page = atelier(mine("appui-lent")[1])
    page.get_by_label("Durée prévue").press("End")
    page.keyboard.type("1")
    place = page.locator("#at-morceaux [data-ecran=patient]").bounding_box()
    page.mouse.move(place["x"] + 40, place["y"] + 20)
    with page.expect_response(re.compile("/verifier$"), timeout=WAIT_MS):
        page.mouse.down()  # leaves the field: what was typed is sent, and the list is told anew under the finger
    page.wait_for_timeout(300)
    page.mouse.up()

    expect(page.locator("#at-morceaux [data-ecran=patient]")).to_have_attribute("aria-current", "true")
    expect(page.get_by_role("heading", name="Le patient", exact=True)).to_be_visible()


def test_undo_and_redo_go_through_the_whole_day(atelier, mine):
    _, name = mine("annuler")
    page = atelier(name)
    screen(page, "Question 2")
    page.get_by_role("button", name="Supprimer : Réponse 1").click()
    page.locator(".at-cartes > li").nth(3).wait_for(state="detached")
    page.get_by_role("button", name="Supprimer ce morceau").click()
    page.locator("#at-morceaux button:has-text('Question 6')").wait_for(state="detached")
    page.get_by_role("button", name="Annuler").click()
    page.locator("#at-morceaux button:has-text('Question 6')").wait_for()
    page.get_by_role("button", name="Annuler").click()
    page.locator(".at-cartes > li").nth(3).wait_for()
    expect(page.locator("#at-etat")).to_have_text("Enregistré")
    page.get_by_role("button", name="Rétablir").click()
    page.locator(".at-cartes > li").nth(3).wait_for(state="detached")


def test_a_constraint_of_the_patient_goes_to_the_text_and_comes_back(atelier, mine):
    path, name = mine("contrainte")
    page = atelier(name)
    screen(page, "Le patient")
    low = page.locator("#at-patients input:not([type=checkbox])").first
    low.wait_for()
    expect(low).to_have_value("54")
    low.fill("57")
    page.locator("#at-etat[data-etat=a_faire]").wait_for()
    until(page, "document.querySelector('#at-annuler').disabled === false")
    save(page)
    assert "  age: {entre: [57, 63]}\n" in path.read_text(encoding="utf-8")
    page.get_by_role("button", name="Annuler", exact=True).click()
    until(page, "document.querySelector('#at-patients input:not([type=checkbox])').value === '54'")


def test_the_text_and_the_forms_are_one_document(atelier, mine):
    path, name = mine("texte")
    page = atelier(name)
    page.get_by_role("button", name="Voir le texte").click()
    source = page.get_by_role("textbox", name="Texte du cas")
    source.fill(re.sub("titre: .*", "titre: Écrit dans le texte", source.input_value(), count=1))
    page.get_by_role("heading", name="Écrit dans le texte").wait_for()
    screen(page, "Le cas")
    fill(page, "Titre du cas", "Écrit dans le formulaire")
    page.get_by_role("button", name="Voir le texte").click()
    until(page, "document.getElementById('at-source')?.value.includes('titre: Écrit dans le formulaire')")
    save(page)
    assert "titre: Écrit dans le formulaire\n" in path.read_text(encoding="utf-8")


def test_the_keyboard_alone_writes_and_saves(atelier, mine, capture):
    path, name = mine("clavier")
    page = atelier(name)

    def tab_to(words):
        for _ in range(120):
            page.keyboard.press("Tab")
            seen = page.evaluate(
                "() => { const e = document.activeElement; return (e.getAttribute('aria-label') || e.labels?.[0]?.textContent"
                " || e.textContent || '') + '|' + getComputedStyle(e).outlineWidth; }"
            )
            if words in seen:
                assert seen.endswith("|3px"), seen
                return
        pytest.fail(f"the keyboard does not reach « {words} »")

    tab_to("Question 2")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Question 2").wait_for()
    until(page, "document.activeElement.id === 'at-forme-titre'")
    tab_to("Descendre : Réponse 1")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id.endsWith('choix-1')")
    tab_to("Points")
    page.keyboard.press("Control+a")
    page.keyboard.type("4")
    capture(page, "atelier-clavier")
    page.keyboard.press("Control+s")
    written(path, "points: 4")


@pytest.mark.parametrize("width", [1280, 820, 390])
def test_every_screen_fits_and_is_readable(atelier, capture, width):
    page = atelier()
    page.set_viewport_size({"width": width, "height": 720})
    verdict(page, "Prêt")
    for button in ("Le cas", "Le patient", "Patient témoin", "Récit", "Document", "Question 1", "Question 2"):
        screen(page, button)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, f"{button} scrolls sideways"
        assert page.evaluate(CONTRAST) == [], button
        nameless = page.evaluate(
            "() => [...document.querySelectorAll('#atelier :is(input, select, textarea)')].filter((e) => e.getClientRects().length"
            " && !e.labels?.length && !e.getAttribute('aria-label') && !e.getAttribute('aria-labelledby')).map((e) => e.outerHTML)"
        )
        assert nameless == [], button
    capture(page, f"atelier-question-{width}")
    page.get_by_role("button", name="Ajouter un morceau").click()
    capture(page, f"atelier-ajouter-{width}")
