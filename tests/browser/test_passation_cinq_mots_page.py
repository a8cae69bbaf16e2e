"""The page of the five words in Chromium: what it shows, waits for and asks twice; read and touched on every screen."""

import pytest
from playwright.sync_api import expect

from asalee_training.exercises.passation_cinq_mots import exemples, mots
from tests.browser.jouer_cinq_mots import (
    KIND,
    KNOWN,
    LISTES,
    Mouse,
    forge,
    half,
    person,
)

pytestmark = pytest.mark.browser


def test_a_sheet_in_sight_is_read_out_and_hidden_words_leave_the_page(bench):
    view = forge(bench, KNOWN, [{"g": "montrer", "liste": "ruisseau"}])
    expect(view.locator(".asalee-cm-mots li")).to_have_count(5)
    view.get_by_role("tab", name="Rappel immédiat").click()
    view.locator("[data-moment=immediat] .asalee-cm-grand").click()
    expect(view.locator(".asalee-cm-fil")).to_contain_text("C’est écrit là, devant moi", use_inner_text=True)
    view.get_by_role("tab", name="Présenter").click()
    view.get_by_role("button", name="Retourner la feuille").first.click()
    expect(view.locator(".asalee-cm-mots li")).to_have_count(0)
    expect(view.locator(".asalee-cm-feuille")).to_contain_text("Feuille retournée", use_inner_text=True)


def test_the_wait_is_short_and_the_clock_tells_it(bench):
    view = forge(bench, KNOWN, half())
    before = view.locator(".asalee-cm-heure").inner_text()
    Mouse(bench, view).make({"g": "intercaler", "tache": "compter", "minutes": 4})
    clock = view.locator(".asalee-cm-horloge").inner_text()
    assert before not in clock
    assert "4\u00a0min" in clock
    assert "4\u00a0minutes passent" in view.locator(".asalee-cm-fil").inner_text()


def test_a_hurtful_word_is_seen_on_the_face(bench):
    view = bench.seance(KIND, KNOWN)
    person = view.locator(".asalee-cm-personne")
    assert "peiné" not in person.get_attribute("aria-label")
    view.get_by_label("Dire aussi").select_option(label="«\u00a0Allons, c’est pourtant facile.\u00a0»")
    view.get_by_role("button", name="Dire", exact=True).click()
    bench.page.wait_for_function(
        "document.querySelector('.asalee-cm-personne').getAttribute('aria-label').includes('peiné')"
    )


def test_every_state_can_be_read_by_a_nurse_of_fifty(bench, capture):
    page = bench.page
    known = person("enregistrement", "plusieurs_ecarts", sexe="homme")
    view = bench.seance(KIND, known)
    capture(page, f"{KIND}-1-accueil")
    cle = bench.judge.key.exercices[KIND].attendu
    good, hand = exemples.parfaite(cle, LISTES), Mouse(bench, view)
    stages = {"corriger", "cacher", "demander_categorie", "intercaler", "indicer", "terminer"}
    named = set()
    for rank, geste in enumerate(good["gestes"]):
        hand.make(geste)
        after = good["gestes"][rank + 1]["g"] if rank + 1 < len(good["gestes"]) else ""
        if geste["g"] in stages - named and after != geste["g"]:
            named.add(geste["g"])
            view.locator(".asalee-cm-onglets").evaluate("(tabs) => tabs.scrollIntoView()")
            capture(page, f"{KIND}-2-{geste['g']}")
            assert bench.poor_letters() == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    hand.go("differe")
    capture(page, f"{KIND}-3-differe-note")
    hand.go("conclure")
    for nom, value in good["conclusion"].items():
        if nom in mots.COMPTES or nom == "total":
            hand.choose(view.locator(f"select[data-nom={nom}]"), str(value))
        else:
            hand.tick(view.locator(f"[data-partie={nom}] input[value={value}]"))
    capture(page, f"{KIND}-4-conclure")
    assert bench.poor_letters() == []
    page.set_viewport_size({"width": 800, "height": 1100})
    hand.go("presenter")
    capture(page, f"{KIND}-800")
    hand.go("differe")
    view.locator(".asalee-cm-scene").scroll_into_view_if_needed()
    capture(page, f"{KIND}-800-differe")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.evaluate("""() => [...document.querySelectorAll('.asalee-cm button, .asalee-cm select, .asalee-cm .asalee-option')]
      .filter((n) => n.getClientRects().length && n.getBoundingClientRect().height < 43.5).map((n) => n.textContent.slice(0, 30))""")
    assert small == []


def test_each_step_leads_to_the_next_and_says_what_it_waits_for(bench, capture):
    view = bench.seance(KIND, KNOWN, personne="Mme Morin")
    onward = view.get_by_role("button", name="Étape suivante")
    onward.click()
    expect(view.get_by_role("tab", name="Présenter", selected=True)).to_be_focused()
    expect(view.get_by_text("Montrez d’abord une feuille.")).to_be_visible()
    capture(bench.page, f"{KIND}-2-sans_feuille")
    view.locator("[data-liste=verger]").click()
    expect(view.get_by_text("Montrez d’abord une feuille.")).to_have_count(0)
    for _ in range(4):
        onward.click()
    expect(view.get_by_role("tab", name="Conclure", selected=True)).to_be_focused()
    expect(onward).to_be_hidden()


def test_what_was_asked_of_this_sheet_is_ticked_and_asked_again_when_it_is_shown_again(bench):
    view = forge(bench, KNOWN, [{"g": "montrer", "liste": "verger"}])
    fruit, read = view.locator("[data-demander='0']"), view.get_by_role("button", name="Faire lire à voix haute").first
    fruit.click()
    read.click()
    for node in (fruit, read):
        expect(node).to_have_attribute("aria-description", "déjà fait")
        assert "✓" in node.evaluate("(node) => getComputedStyle(node, '::after').content")
    expect(view.locator("[data-demander='1']")).not_to_have_attribute("aria-description", "déjà fait")
    view.locator("[data-cacher]").click()
    view.locator("[data-liste=verger]").click()
    for node in (fruit, read):
        expect(node).not_to_have_attribute("aria-description", "déjà fait")


def test_leaving_before_the_second_recall_is_asked_twice(bench, capture):
    view = forge(bench, KNOWN, half())
    before = len(bench.stored(KIND)["gestes"])
    view.get_by_role("tab", name="Conclure").click()
    view.locator("[data-phrase=suite]").click()
    expect(view.get_by_role("button", name="Non, je continue")).to_be_focused()
    capture(bench.page, f"{KIND}-4-quitter")
    view.get_by_role("button", name="Non, je continue").click()
    expect(view.locator("[data-phrase=suite]")).to_be_focused()
    assert len(bench.stored(KIND)["gestes"]) == before
    view.locator("[data-phrase=suite]").click()
    view.get_by_role("button", name="Oui, quitter").click()
    bench.said("✔ Réponse enregistrée")
    assert bench.stored(KIND)["gestes"][-1]["g"] == "terminer"
    expect(view.get_by_role("button", name="Oui, quitter")).to_be_hidden()


def test_her_own_sheet_is_beside_the_counts(bench):
    view = forge(bench, KNOWN, half())
    Mouse(bench, view).make({"g": "noter", "moment": "immediat", "mot": 3, "code": "indice"})
    Mouse(bench, view).make({"g": "noter", "moment": "immediat", "mot": 5, "code": "intrusion"})
    view.get_by_role("tab", name="Conclure").click()
    sheet = view.get_by_role("table", name="Ce que vous avez noté")
    expect(sheet.get_by_role("row", name="muguet")).to_contain_text("Indicé", use_inner_text=True)
    expect(sheet.get_by_role("row", name="Un mot hors liste")).to_contain_text("Entendu", use_inner_text=True)
    expect(sheet.get_by_role("row", name="prune")).not_to_contain_text("Libre", use_inner_text=True)
