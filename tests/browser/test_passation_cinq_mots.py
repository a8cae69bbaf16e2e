"""The five words in Chromium: by mouse, by keyboard, by the list; the judge is the real one."""

import pytest
from playwright.sync_api import expect

from asalee_training.exercises.passation_cinq_mots import exemples
from tests.browser.jouer_cinq_mots import (
    KIND,
    KNOWN,
    LISTES,
    Keyboard,
    List,
    Mouse,
    forge,
    half,
    person,
    play,
    radios_alone,
)

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("hand", [Mouse, Keyboard, List], ids=["mouse", "keyboard", "list"])
def test_a_perfect_session_has_all_points(bench, hand, capture):
    view = bench.seance(KIND, KNOWN, conditions=["appareils", "lieu"], personne="Mme Morin")
    good = exemples.parfaite(bench.judge.key.exercices[KIND].attendu, LISTES)
    play(bench, view, hand, good)
    stored = bench.stored(KIND)
    assert radios_alone(stored["gestes"]) == radios_alone(good["gestes"])
    assert stored["conclusion"] == good["conclusion"]
    assert bench.mark(KIND).points == 10
    if hand is Mouse:
        view.get_by_role("button", name="Voir la correction").click()
        expect(view).to_contain_text("tout y est", use_inner_text=True)
        assert view.locator(".asalee-etapes tbody tr").count() == len(bench.mark(KIND).etapes) > 20
        assert bench.page.console_errors == []
        capture(bench.page, f"{KIND}-5-correction")


def test_after_a_restart_the_same_person_has_said_the_same(bench, capture):
    view = forge(bench, KNOWN, half())
    bench.said("Réponse retrouvée")
    shown = view.locator(".asalee-cm-fil").inner_text()
    assert view.get_by_role("tab", selected=True).inner_text().endswith("Rappel immédiat")
    assert "{" not in shown
    stored = bench.stored(KIND)
    bench.reload()
    view = bench.seance(KIND, KNOWN, personne="La personne")
    capture(bench.page, f"{KIND}-6-reprise")
    bench.said("Réponse retrouvée")
    assert view.locator(".asalee-cm-fil").inner_text() == shown
    assert bench.stored(KIND) == stored


def test_what_cannot_be_done_now_is_told_and_leaves_no_trace(bench):
    view = bench.seance(KIND, KNOWN)
    List(bench, view).make({"g": "indicer", "moment": "immediat", "mot": 2, "maniere": "mot"})
    expect(view.locator(".asalee-cm-conseil")).to_contain_text("Demandez d’abord ce rappel", use_inner_text=True)
    List(bench, view).make({"g": "corriger", "condition": "lieu"})
    expect(view.locator(".asalee-cm-conseil")).to_contain_text("Vérifiez d’abord", use_inner_text=True)
    assert bench.stored(KIND) is None


def test_an_acute_change_is_postponed_and_the_glasses_are_seen(bench):
    known = person(passation="changement_aigu")
    view = bench.seance(KIND, known)
    good = exemples.parfaite(bench.judge.key.exercices[KIND].attendu, LISTES)
    play(bench, view, Mouse, good)
    assert bench.mark(KIND).points == 10
    expect(view.locator("[data-geste=reporter]")).not_to_be_visible()


def test_beginning_again_asks_once_more_and_evaluation_judges_nothing(bench):
    view = forge(bench, KNOWN, half())
    view.get_by_role("button", name="Recommencer la séance").click()
    view.get_by_role("button", name="Oui, tout effacer").click()
    bench.said("effacée")
    assert bench.stored(KIND) is None
    expect(view.locator(".asalee-cm-bulle")).to_have_count(0)
    bench.reload()
    view = bench.seance(KIND, KNOWN, training=False)
    expect(view.get_by_role("button", name="Recommencer la séance")).to_have_count(0)
    assert (
        view.get_by_role("button", name="Voir la correction").count() == 0
        or not view.get_by_role("button", name="Voir la correction").is_visible()
    )
    expect(view.locator(".asalee-etapes")).to_have_count(0)
