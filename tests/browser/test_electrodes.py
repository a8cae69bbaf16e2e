"""An ECG session played in Chromium: by mouse, by keyboard, by lists; what comes back, what is grave."""

import re

import pytest
from playwright.sync_api import expect

from asalee_training.simulation.seance_ecg import JUSTE
from tests.browser.banc import FOUND, SAVED
from tests.browser.jouer_ecg import (
    FAUX,
    KIND,
    NU,
    ORDER,
    WOMAN,
    finish,
    full_mark,
    key_press,
    mouse_click,
    perfect,
    put_by_clicks,
    put_by_drag,
    put_by_keys,
    put_by_list,
    record,
    restick_by_clicks,
    restick_by_keys,
    restick_by_list,
    step,
)

pytestmark = pytest.mark.browser

SHARES_CONTEXT = True  # nothing here but bare pages


def test_a_session_by_mouse_dragging_and_clicking_gets_full_mark_and_its_feedback(bench):
    view = bench.seance(KIND, WOMAN, **NU)
    perfect(view, mouse_click, (put_by_drag, *[put_by_clicks] * 4), restick_by_clicks)
    bench.said(SAVED)
    full_mark(bench)
    assert bench.page.evaluate("String(window.getSelection())") == "", "a drag selects no text"
    view.get_by_role("button", name="Voir la correction").click()
    expect(view.locator(".asalee-etapes tbody tr")).to_have_count(len(bench.mark(KIND).etapes))
    expect(view).to_contain_text("✔ Juste", use_inner_text=True)


def test_the_same_session_by_keyboard_alone(bench):
    view = bench.seance(KIND, WOMAN, **NU)
    perfect(view, key_press, (put_by_keys,), restick_by_keys, press=True)
    bench.said(SAVED)
    full_mark(bench)


def test_the_same_session_by_lists_gives_the_same_gestures(bench):
    view = bench.seance(KIND, WOMAN, training=False, **NU)
    perfect(view, mouse_click, (put_by_list,), restick_by_list, listed=True)
    bench.said(SAVED)
    full_mark(bench)
    expect(view.get_by_role("button", name="correction")).to_have_count(0)
    expect(view.get_by_role("button", name="Recommencer")).to_have_count(0)
    expect(view).not_to_contain_text("Juste", use_inner_text=True)


def test_a_wrong_tracing_is_recognised_corrected_and_recorded_again(bench):
    view = bench.seance(KIND, WOMAN, **FAUX, fautes=["inversion_bras"])
    view.get_by_text("Le tracé en mots").click()
    rows = view.locator(".asalee-ecg-tirage tbody tr")
    expect(rows.nth(0)).to_contain_text("négative", use_inner_text=True)
    expect(rows.nth(0)).to_contain_text("surtout négatif", use_inner_text=True)
    view.get_by_role("checkbox", name="Inversion bras droit / bras gauche").check()
    view.get_by_role("button", name="Je reprends l’enregistrement").click()
    step(view, 1)
    for quoi in ("identite", "symptomes"):
        view.locator(f"[data-quoi={quoi}]").click()
    expect(view.get_by_text("Je me sens comme d’habitude")).to_have_count(1)
    step(view, 2)
    put_by_clicks(view, "R", "bras_droit")  # the other arm's electrode takes its place
    record(view, mouse_click, False)
    expect(rows.nth(0)).to_contain_text("surtout positif", use_inner_text=True)
    finish(view, alert=False)
    bench.said(SAVED)
    full_mark(bench)


def test_after_a_restart_everything_is_as_it_was(bench):
    view = bench.seance(KIND, WOMAN, **NU)
    view.locator("[data-quoi=torse]").click()
    step(view, 2)
    for code in ("V1", "V2"):
        put_by_clicks(view, code, JUSTE[code])
    bench.said(SAVED)
    before = bench.stored(KIND)
    bench.reload()
    view = bench.seance(KIND, WOMAN, **NU)
    bench.said(FOUND)
    expect(view.locator("[data-quoi=torse]")).to_have_attribute("aria-pressed", "true")
    expect(view.locator("[aria-current=step]"), "where she was").to_contain_text("Poser")
    expect(view.locator(".asalee-ecg-dit")).to_contain_text("Prenez une électrode")
    expect(view.locator(".asalee-ecg-occupe")).to_have_count(2)
    assert view.get_by_label("Emplacement de V2").input_value() == JUSTE["V2"]
    put_by_clicks(view, "V1", "eic2_bord_droit")
    bench.said(SAVED)
    after = bench.stored(KIND)
    assert after["gestes"][: len(before["gestes"])] == before["gestes"]
    assert after["gestes"][-1]["t"] >= before["gestes"][-1]["t"]


def test_an_electrode_is_taken_off_put_back_and_swapped_and_nothing_moves_after_the_departure(bench):
    view = bench.seance(KIND, WOMAN, **NU)
    step(view, 2)
    put_by_clicks(view, "V1", "eic2_bord_droit")
    put_by_clicks(view, "V2", "eic2_bord_droit")  # taken: V1 goes back to the tray
    expect(view.locator("[data-site=eic2_bord_droit] text")).to_have_text("V2")
    view.locator("[data-electrode=V2]").click()
    view.locator(".asalee-ecg-retirer").click()
    expect(view.locator(".asalee-ecg-occupe")).to_have_count(0)
    view.locator("[data-electrode=V3]").click()
    view.page.keyboard.press("Escape")
    step(view, 3)
    step(view, 2)
    expect(view.locator("[aria-pressed=true][data-electrode]")).to_have_count(0)
    view.get_by_role("button", name=re.compile("Fin")).click()
    view.get_by_role("button", name="Non, je continue").click()
    view.get_by_role("button", name=re.compile("Fin")).click()
    view.get_by_role("button", name="Oui, la séance est finie").click()
    expect(view.locator("[data-electrode=V1]")).to_be_disabled()
    view.locator("[data-site=eic4_bord_droit]").click()
    bench.said(SAVED)
    assert [g["g"] for g in bench.stored(KIND)["gestes"]] == ["poser", "poser", "retirer", "liberer"]
    assert bench.mark(KIND).etat == "partiel"


def test_a_session_starts_again_only_when_asked_twice(bench):
    view = bench.seance(KIND, WOMAN, **NU)
    view.locator("[data-quoi=identite]").click()
    view.get_by_role("button", name="Recommencer la séance").click()
    assert bench.stored(KIND)
    view.get_by_role("button", name="Oui, tout effacer").click()
    bench.said(r"✔ Réponse effacée")
    assert bench.stored(KIND) is None


def test_a_grave_fault_is_named_and_comes_first_in_the_correction(bench):
    view = bench.seance(KIND, WOMAN, **{**NU, "symptomes": ["aucun"]})
    step(view, 2)
    swapped = {"R": "bras_gauche", "L": "bras_droit", "V1": "eic3_bord_droit", "V2": "eic3_bord_gauche"}
    for code in ORDER:
        put_by_clicks(view, code, swapped.get(code, JUSTE[code]))
    record(view, mouse_click)
    finish(view, alert=False)
    bench.said(SAVED)
    view.get_by_role("button", name="Voir la correction").click()
    (grave,) = [etape for etape in bench.mark(KIND).etapes if etape.gravite]
    banner, rows = view.locator(".asalee-gravite"), view.locator(".asalee-etapes tbody tr")
    assert "poignet gauche" in grave.fait
    assert "R : poignet gauche ; L : poignet droit." in re.sub(r"\s", " ", banner.inner_text())
    expect(rows.first).to_contain_text("dangereux pour le patient", use_inner_text=True)
    done = rows.evaluate_all("rows => rows.map((row) => row.dataset.juste)")
    assert done == sorted(done), "what is to be worked on comes before what was right"
    expect(view).not_to_contain_text("En partie", use_inner_text=True)
    expect(rows.filter(has_text="V1 était posée là")).to_contain_text("bloc de branche", use_inner_text=True)


def test_the_five_hundred_and_first_gesture_is_refused_with_a_sentence(bench):
    gestes = [{"g": "preparer", "t": i, "quoi": "repos"} for i in range(500)]
    bench.sheet.write(KIND, {"gestes": gestes, "conclusion": {}}, 0)
    view = bench.seance(KIND, WOMAN, **NU)
    bench.said(FOUND)
    step(view, 2)
    put_by_clicks(view, "V1", "eic4_bord_droit")
    expect(view.locator(".asalee-ecg-dit")).to_contain_text("Cette séance compte déjà 500 gestes", use_inner_text=True)
    expect(view.locator(".asalee-ecg-occupe")).to_have_count(0)
    assert len(bench.stored(KIND)["gestes"]) == 500
