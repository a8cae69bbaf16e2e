"""Several filaments in the drawer, in Chromium: one is taken before anything else, and a finer one is answered otherwise."""

import pytest
from playwright.sync_api import expect

from asalee_training.exercises.examen_monofilament import exemples
from asalee_training.simulation import seance_monofilament
from tests.browser.jouer_monofilament import (
    KIND,
    Keyboard,
    List,
    Mouse,
    button,
    person,
    play,
    session,
    settle,
    step,
    without_time,
)  # fmt: skip

pytestmark = pytest.mark.browser

FILS = ["quatre_g", "coude", "dix_g"]


@pytest.fixture
def clock(bench):
    return bench.stop_time()


@pytest.mark.parametrize("hand", [Mouse, Keyboard, List], ids=["mouse", "keyboard", "list"])
def test_the_right_filament_is_taken_among_three(bench, clock, hand):
    view = bench.seance(KIND, person(), fils=FILS)
    good = play(bench, clock, view, hand)
    assert {"g": "prendre_fil", "fil": "dix_g"} in without_time(good["gestes"])
    assert without_time(bench.stored(KIND)["gestes"]) == without_time(good["gestes"])
    assert bench.mark(KIND).points == 10


def test_nothing_is_done_with_a_filament_before_one_is_taken(bench, clock, capture):
    view = bench.seance(KIND, person(), fils=FILS)
    button(view, {"g": "decouvrir", "pied": "deux"}).click()
    button(view, {"g": "plier_fil"}).click()
    expect(view.locator(".asalee-conseil")).to_have_text("Prenez d’abord un fil.")
    assert view.locator(".asalee-fil-tiroir").count() == 3
    capture(bench.page, "fils-du-tiroir")
    step(view, "Examiner")
    hand = List(bench, clock, view)
    hand.set_tool()
    hand.apply(exemples.application("droit.hallux", "reelle"))
    expect(view.locator(".asalee-conseil")).to_contain_text("Prenez d’abord un fil")
    settle(bench, clock, lambda stored: [g["g"] for g in stored["gestes"]] == ["decouvrir"])


def test_taking_another_filament_undoes_the_bending_on_the_screen_too(bench, clock):
    view = bench.seance(KIND, person(), fils=FILS)
    button(view, {"g": "prendre_fil", "fil": "coude"}).click()
    button(view, {"g": "plier_fil"}).click()
    expect(button(view, {"g": "plier_fil"})).to_have_attribute("data-fait", "true")
    button(view, {"g": "prendre_fil", "fil": "dix_g"}).click()
    expect(button(view, {"g": "plier_fil"})).to_have_attribute("data-fait", "false")
    expect(button(view, {"g": "prendre_fil", "fil": "coude"})).to_have_attribute("data-fait", "false")


def test_a_finer_filament_is_answered_as_it_is_recorded(bench, clock):
    found = person("neuropathie_isolee", "saine")
    seen = seance_monofilament.record(found, fils=FILS)["reponses"]
    zone = next(
        z for z, said in seen.items() if said["fils"]["quatre_g"][2][0] == 0 and said["fils"]["dix_g"][2][0] == 1
    )
    view = bench.seance(KIND, found, fils=FILS)
    for fil, reply in (("quatre_g", "non"), ("dix_g", "oui")):
        step(view, "Préparer")
        for geste in session(bench)["gestes"]:
            if geste["g"] in ("decouvrir", "yeux"):
                button(view, geste).click()
        button(view, {"g": "prendre_fil", "fil": fil}).click()
        step(view, "Examiner")
        hand = List(bench, clock, view)
        if fil == "quatre_g":
            hand.set_tool()
        hand.box = view.locator("details").filter(has_text="Faire cette application")
        hand.apply(exemples.application(zone, "reelle"))
        expect(view.locator(".asalee-liste-reponse")).to_contain_text(reply, ignore_case=True)
