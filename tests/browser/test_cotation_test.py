"""The score sheet in Chromium: filled by mouse, by keyboard alone, read again after a restart; nothing judged in evaluation."""

import re

import pytest
from playwright.sync_api import expect

from asalee_training.clinical import cognition
from asalee_training.exercises.cotation_test.feuilles import FEUILLES
from tests.browser.jouer_cotation import CONDITIONS, KIND, by_keyboard, by_mouse, choose, perfect, play, someone, tab

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("way", "test"), [(by_mouse, "codex"), (by_keyboard, "codex"), (by_mouse, "iadl4")])
def test_a_perfect_session_gets_every_point(bench, way, test):
    person = someone()
    spec = {"test": test, "conditions": [n for n in CONDITIONS if n not in FEUILLES[test].inutiles]}
    public, raw = perfect(person, **spec)
    view = bench.seance(KIND, person, **spec)
    play(view, public, raw, *way(bench))
    bench.page.wait_for_function("window.sent.at(-1).valeur.conclusion.conduite")
    bench.said("✔ Réponse enregistrée")
    assert bench.mark(KIND).etat == "juste"
    view.get_by_role("button", name="Voir la correction").click()
    expect(view).to_contain_text("10 / 10 points", use_inner_text=True)
    assert view.locator(".asalee-etapes tbody tr").count() >= len(public["items"]) / 2


def test_nothing_is_scored_when_a_condition_forbids_it(bench, capture):
    person, spec = someone("changement_aigu"), {"test": "horloge_7", "conditions": CONDITIONS}
    public, raw = perfect(person, **spec)
    view = bench.seance(KIND, person, **spec)
    play(view, public, raw, *by_mouse(bench))
    assert bench.mark(KIND).etat == "juste"
    tab(view, "Cotation").click()
    choose(view, "Il y a deux aiguilles", "1 point", lambda radio: radio.check())
    tab(view, "Conclusion").click()
    view.get_by_role("radio", name="J’en parle au médecin en concertation").check()
    bench.said("✔ Réponse enregistrée")
    view.get_by_role("button", name="Voir la correction").click()
    text = view.inner_text()
    assert "Dangereux pour le patient" in text
    assert "Vous avez coté ou lu un score." in text
    capture(bench.page, "cotation_test-5-dangereux")


def test_a_session_goes_on_after_a_restart_and_can_be_begun_again_in_training_only(bench):
    person, spec = someone(), {"test": "horloge_7", "conditions": CONDITIONS}
    view = bench.seance(KIND, person, **spec)
    choose(view, "Personne d’autre ne répond à sa place.", "Remplie", lambda radio: radio.check())
    tab(view, "Cotation").click()
    choose(view, "Il y a deux aiguilles", "0", lambda radio: radio.check())
    tab(view, "Conclusion").click()
    view.get_by_role("textbox", name="Votre total").fill("5")
    bench.page.wait_for_function("window.sent.at(-1).valeur?.conclusion.total === 5")
    bench.said("✔ Réponse enregistrée")
    bench.reload()
    view = bench.seance(KIND, person, **spec)
    bench.said("✔ Réponse retrouvée")
    expect(view.get_by_role("radio", checked=True)).to_have_count(1)
    tab(view, "Conclusion").click()
    expect(view.get_by_role("textbox", name="Votre total")).to_have_value("5")
    view.get_by_role("button", name="Recommencer la séance").click()
    view.get_by_role("button", name="Oui, tout effacer").click()
    bench.page.wait_for_function("window.sent.at(-1).valeur === null")
    bench.said("✔ Réponse effacée")
    assert bench.stored(KIND) is None
    bench.reload()
    view = bench.seance(KIND, person, training=False, **spec)
    expect(view.get_by_role("button", name="Recommencer la séance")).to_have_count(0)


def test_a_total_that_is_not_one_is_not_kept_and_the_page_says_what_to_write(bench):
    view = bench.seance(KIND, someone(), test="horloge_7", conditions=[])
    tab(view, "Conclusion").click()
    box = view.get_by_role("textbox", name="Votre total")
    for wrong in ("8", "cinq", "5,5"):
        box.fill(wrong)
        expect(view).to_contain_text("de 0 à 7", use_inner_text=True)
    assert bench.stored(KIND) is None
    box.fill("0")
    bench.page.wait_for_function("window.sent.at(-1).valeur?.conclusion.total === 0")
    expect(view).not_to_contain_text("de 0 à 7", use_inner_text=True)


def test_evaluation_shows_the_same_patient_and_judges_nothing(bench):
    person, spec = someone("plusieurs_ecarts"), {"test": "codex"}
    training = bench.seance(KIND, person, **spec)
    scene = training.locator(".asalee-temoin").inner_text()
    bench.reload()
    view = bench.seance(KIND, person, training=False, **spec)
    assert view.locator(".asalee-temoin").inner_text() == scene
    tab(view, "Cotation").click()
    expect(view.get_by_text("Le lieu ou la rue", exact=True)).to_be_hidden()
    view.get_by_role("button", name="Poser les cinq questions").click()
    expect(view.get_by_text("Le lieu ou la rue", exact=True)).to_be_visible()
    bench.said("✔ Réponse enregistrée")
    expect(view.get_by_role("button", name="correction")).to_have_count(0)
    assert not re.search(r"juste|faux|erreur|attendu", view.inner_text())


def test_the_drawing_has_its_ink_its_overlay_and_its_words(bench):
    person = someone()
    view = bench.seance(KIND, person, test="horloge_4", conditions=[], heure="11:10",
                        erreurs_dessin=["lie_au_stimulus", "cercle_ouvert"])  # fmt: skip
    expect(view.locator("svg .asalee-chiffre")).to_have_count(12)
    expect(view.locator("svg .asalee-aiguille")).to_have_count(2)
    expect(view.locator(".asalee-calque")).not_to_be_visible()
    view.get_by_role("button", name="Poser le calque").press("Enter")
    expect(view.locator(".asalee-calque")).to_be_visible()
    expect(view.get_by_role("button", name="Retirer le calque")).to_have_attribute("aria-pressed", "true")
    view.get_by_text("Le dessin, en mots").click()
    words = view.locator(".asalee-dessin-rendu").inner_text()
    assert "ne revient pas à son départ" in words
    assert "vers l’emplacement habituel du 10" in words
    lu = cognition.horloge_depuis_dessin(**bench.widgets["w"].enregistrement["dessin"])
    assert not lu.criteres["aiguille_minute"]


@pytest.mark.parametrize("width", [320, 800, 1280])
def test_every_sheet_can_be_read_and_touched(bench, width):
    bench.page.set_viewport_size({"width": width, "height": 1100})
    for test in ("horloge_7", "codex", "iadl4", "mini_gds", "cinq_mots"):
        view = bench.seance(KIND, someone(), host=f"w-{test}", test=test)
        if test != "codex":
            tab(view, "Cotation").click()
    assert bench.page.evaluate("document.documentElement.scrollWidth") <= width
    if width > 400:
        assert bench.poor_letters() == []
    low = bench.page.evaluate("""() => [...document.querySelectorAll(".asalee :is(button, select, .asalee-segment, .asalee-option)")]
      .filter((n) => n.getClientRects().length && n.getBoundingClientRect().height < 43.5).map((n) => n.textContent)""")
    assert low == []
    focusable = ":is(a, button, input, select, summary, textarea, [tabindex]):not([data-lm-suppress-shortcuts='true'])"
    expect(bench.page.locator(f".asalee {focusable}")).to_have_count(0)


def test_the_sheet_stays_beside_what_was_said(bench, capture):
    view = bench.seance(KIND, someone(), test="gpcog")
    view.get_by_role("button", name="Cotation →").click()
    said, first = view.get_by_text("Rappel du nom et de l’adresse"), view.get_by_text("La date exacte", exact=True)
    view.get_by_role("button", name="Interroger le proche").evaluate("(node) => node.scrollIntoView({ block: 'end' })")
    bench.painted()
    expect(said).to_be_in_viewport()
    expect(first).to_be_in_viewport(ratio=0.4)
    capture(bench.page, f"{KIND}-2-gpcog")
