"""Blood pressure in Chromium: on the drawing, with the keyboard, with the list; the judge is the real one."""

import re

import pytest
from playwright.sync_api import expect

from asalee_training.simulation import seance_tension
from tests.browser.jouer_tension import KIND, Keyboard, List, Mouse, forge, person, play, timeless

pytestmark = pytest.mark.browser

SHARES_CONTEXT = True  # nothing here but bare pages


@pytest.fixture(autouse=True)
def still(page):
    """A cuff that fills at once."""
    page.emulate_media(reduced_motion="reduce")


@pytest.mark.parametrize("hand", [Mouse, Keyboard, List], ids=["mouse", "keyboard", "list"])
def test_a_perfect_measure_has_all_points(bench, hand, capture):
    view = bench.seance(KIND, person(), acte="cabinet")
    good = play(bench, view, hand)
    mark = bench.mark(KIND)
    assert (mark.points, mark.gravite) == (10, None)
    if hand is List:
        assert timeless(bench.stored(KIND)["gestes"]) == timeless(good["gestes"])
    if hand is Mouse:
        view.get_by_role("button", name="Voir la correction").click()
        expect(view).to_contain_text("Votre mesure est bien faite", use_inner_text=True)
        assert view.locator(".asalee-etapes tbody tr").count() == len(mark.etapes) > 18
        capture(bench.page, f"{KIND}-correction")


@pytest.mark.parametrize("hand", [Keyboard, List], ids=["keyboard", "list"])
def test_a_perfect_test_on_standing_has_all_points(bench, hand):
    view = bench.seance(KIND, person("orthostatique"), acte="orthostatisme")
    play(bench, view, hand)
    assert bench.mark(KIND).points == 10


def test_the_device_shows_what_the_kernel_replays_however_careless_the_hand(bench):
    known = person("severe_symptomes", tour_bras_cm=30)
    view = bench.seance(KIND, known, acte="cabinet")
    hand = Mouse(bench, view)
    careless = [
        {"g": "brassard", "taille": "S"}, {"g": "bras", "cote": "droit"}, {"g": "mesurer"},
        {"g": "installer", "point": "bras", "etat": "pendant"}, {"g": "attendre", "minutes": 1}, {"g": "mesurer"},
        {"g": "bras", "cote": "gauche"}, {"g": "brassard", "taille": "L"}, {"g": "toilettes"}, {"g": "mesurer"},
        {"g": "installer", "point": "parole", "etat": "silence"}, {"g": "attendre", "minutes": 30}, {"g": "mesurer"},
    ]  # fmt: skip
    for geste in careless:
        hand.act(geste)
    bench.said("✔ Réponse enregistrée")
    found = seance_tension.relever(seance_tension.record(known, "cabinet"), bench.stored(KIND)["gestes"])
    rows = view.locator(".asalee-ta-mesures tbody tr")
    shown = [[cell.inner_text() for cell in rows.nth(i).locator("td").all()] for i in range(rows.count())]
    assert [row[1:] for row in shown] == [[x.cote, str(x.pas), str(x.pad), str(x.pouls)] for x in found]
    assert [row[0] for row in shown] == ["9\u00a0h 00", "9\u00a0h 01", "9\u00a0h 01", "9\u00a0h 31"]


def test_the_orthostatic_readings_too(bench):
    known = person("orthostatique", tour_bras_cm=30)
    view = bench.seance(KIND, known, acte="orthostatisme")
    hand = Mouse(bench, view)
    for geste in [
        {"g": "brassard", "taille": "M"}, {"g": "bras", "cote": "gauche"}, {"g": "mesurer"},
        {"g": "position", "etat": "couche"}, {"g": "attendre", "minutes": 2}, {"g": "mesurer"},
        {"g": "position", "etat": "debout"}, {"g": "mesurer"}, {"g": "attendre", "minutes": 30}, {"g": "mesurer"},
    ]:  # fmt: skip
        hand.act(geste)
    bench.said("✔ Réponse enregistrée")
    found = seance_tension.relever(seance_tension.record(known, "orthostatisme"), bench.stored(KIND)["gestes"])
    cells = view.locator(".asalee-ta-mesures strong").all_inner_texts()
    assert cells == [str(v) for x in found for v in x.chiffres]
    assert "debout, à 30\u00a0min, bras gauche" in view.locator(".asalee-ta-mesures").inner_text()


def test_after_a_restart_the_same_patient_stands_where_the_session_was(bench):
    view = forge(bench, person(), None)
    bench.said("Réponse retrouvée")

    def shown():
        labels = view.locator(".asalee-ta-etiquette").evaluate_all("(all) => all.map((node) => node.dataset.etat)")
        picture = view.locator(".asalee-ta-piece").evaluate("(node) => node.outerHTML")
        lit = view.locator(".asalee-ta-lcd").evaluate("(node) => node.outerHTML")
        return labels, picture, lit, view.locator(".asalee-ta-feuille").inner_text(), view.locator(":checked").count()

    first, stored = shown(), bench.stored(KIND)
    assert first[0] == ["appuye", "a_plat", "soutenu", "nu", "silence"]
    assert first[3].count("\n") >= 5
    assert first[4] > 7
    bench.reload()
    view = bench.seance(KIND, person(), acte="cabinet")
    bench.said("Réponse retrouvée")
    assert shown() == first
    assert bench.stored(KIND) == stored


def test_the_cuff_fills_then_the_reading_appears_and_counts(bench, page):
    page.emulate_media(reduced_motion="no-preference")
    view = bench.seance(KIND, person(), acte="cabinet")
    clock, hand = bench.stop_time(), Mouse(bench, view)
    for geste in ({"g": "brassard", "taille": "M"}, {"g": "bras", "cote": "gauche"}, {"g": "mesurer"}):
        hand.act(geste)
    button, rows = view.locator(".asalee-ta-mesurer"), view.locator(".asalee-ta-mesures tbody tr")
    clock.run_for(600)
    expect(button).to_have_text("Gonflage…", use_inner_text=True)
    expect(rows).to_have_count(0)
    hand.act({"g": "attendre", "minutes": 1})
    expect(view).to_contain_text("attendez la fin", use_inner_text=True)
    clock.run_for(1200)
    expect(button).to_have_text("Mesure…", use_inner_text=True)
    clock.run_for(1500)
    expect(button).to_have_text("Mesurer", use_inner_text=True)
    expect(rows).to_have_count(1)
    clock.run_for(500)
    bench.said("✔ Réponse enregistrée")
    assert [g["g"] for g in bench.stored(KIND)["gestes"]] == ["brassard", "bras", "mesurer"]


def test_a_measure_without_a_cuff_says_what_is_missing(bench):
    view = bench.seance(KIND, person(), acte="cabinet")
    view.locator(".asalee-ta-mesurer").click()
    expect(view).to_contain_text("Choisissez d’abord un brassard et un bras.", use_inner_text=True)
    assert bench.stored(KIND) is None
    notice, device = view.locator(".asalee-ta-avis"), view.locator(".asalee-ta-appareil")
    gap = notice.bounding_box()["y"] - device.bounding_box()["y"] - device.bounding_box()["height"]
    assert 0 <= gap < 20, "what a button refuses is said beside it"
    Mouse(bench, view).act({"g": "attendre", "minutes": 1})
    expect(notice).to_have_text(re.compile(r"^1.min a passé"), use_inner_text=True)


def test_a_back_that_is_supported_touches_the_chair_and_one_that_is_not_does_not(bench):
    view = bench.seance(KIND, person(), acte="cabinet")
    gap = """(view) => { const box = (name) => view.querySelector(name).getBoundingClientRect();
      return box(".asalee-ta-dossier-bord").left - box(".asalee-ta-pull").right; }"""
    apart = view.evaluate(gap)
    Mouse(bench, view).act({"g": "installer", "point": "dos", "etat": "appuye"})
    assert view.evaluate(gap) < 6 < apart, "half a backrest, whose line alone is measured"


def test_the_person_answers_and_a_reader_hears_it(bench):
    view = bench.seance(KIND, person(), acte="cabinet")
    bubble = view.locator(".asalee-ta-bulle")
    expect(bubble).to_have_attribute("aria-live", "polite")
    Mouse(bench, view).act({"g": "demander", "sujet": "tabac_cafe"})
    expect(bubble).to_contain_text("il y a 10 minutes", use_inner_text=True)
    for geste, said in (
        ({"g": "demander", "sujet": "vessie"}, "J’allais vous le demander"),
        ({"g": "toilettes"}, "Merci"),
    ):
        Mouse(bench, view).act(geste)
        assert said in bubble.inner_text()
    Mouse(bench, view).act({"g": "demander", "sujet": "vessie"})
    expect(bubble).to_contain_text("c’est fait", use_inner_text=True)
    label = view.locator(".asalee-ta-etiquette[data-point=jambes]")
    assert label.inner_text().replace("\n", " ").startswith("Les jambes : Jambes croisées".replace(" :", "\u202f:"))
    assert "assise sur une chaise" in view.locator(".asalee-ta-piece").get_attribute("aria-label")
