"""The monofilament's page in Chromium: what it keeps, asks twice, does not judge; read and touched on every screen."""

import re

import pytest
from playwright.sync_api import expect

from asalee_training.exercises.examen_monofilament import exemples
from tests.browser.jouer_monofilament import CONCLURE, KIND, forge, person, step

pytestmark = pytest.mark.browser


@pytest.fixture
def clock(bench):
    return bench.stop_time()


def test_a_site_shows_which_of_its_applications_were_sham(bench, clock):
    touch = {"g": "appliquer", "zone": "droit.hallux", "angle": "perpendiculaire", "glisse": False,
             "position": "centre", "question": "ouverte"}  # fmt: skip
    real = {**touch, "application": "reelle", "contact_ms": 1500, "plie": True}
    sham = {**touch, "application": "fictive", "contact_ms": 0, "plie": False}
    view = forge(bench, person(), real, sham, real)
    step(view, "Examiner")
    site = view.locator("[data-zone='droit.hallux']")
    shown = site.locator(".asalee-cible-fait").evaluate_all(
        "dots => dots.map((dot) => dot.getAttribute('class').split('-').at(-1))"
    )
    assert shown == ["reelle", "fictive", "reelle"]
    assert re.match(r"3\sapplications, dont 1\sfictive", site.get_attribute("aria-description"))
    expect(view.locator(".asalee-cible-cle")).to_contain_text("réelle", use_inner_text=True)
    view.get_by_role("button", name="Étape suivante").click()
    expect(view.get_by_role("tab", selected=True)).to_be_focused()
    expect(view.get_by_role("tab", selected=True)).to_contain_text("Conclure", use_inner_text=True)


def test_after_a_restart_the_same_patient_stands_where_the_session_was(bench):
    known = person()
    reelle, fictive = (exemples.application("droit.hallux", kind) for kind in ("reelle", "fictive"))
    view = forge(bench, known, reelle, fictive, reelle, conclusion={"grade": "2"})
    bench.said("Réponse retrouvée")

    def shown():
        step(view, "Examiner")
        replies = view.locator(".asalee-bulle-mots").inner_text()
        step(view, "Conclure")
        return replies, view.locator("[data-feuille='droit.hallux']").inner_text(), view.locator(":checked").count()

    view.locator(".asalee-bulle-mots", has_text=re.compile("Oui|Non")).wait_for()
    assert view.get_by_role("tab", selected=True).inner_text().endswith("Examiner")
    first = shown()
    assert first[1].count("réelle") == 2
    assert first[1].count("fictive") == 1
    stored = bench.stored(KIND)
    bench.reload()
    view = bench.seance(KIND, known)
    view.locator(".asalee-bulle-mots", has_text=re.compile("Oui|Non")).wait_for()
    assert shown() == first
    assert bench.stored(KIND) == stored


def test_starting_again_is_asked_twice_and_only_in_training(bench):
    view = forge(bench, person())
    view.get_by_role("button", name="Recommencer la séance").click()
    view.get_by_role("button", name="Non, je continue").click()
    assert len(bench.stored(KIND)["gestes"]) == 2
    view.get_by_role("button", name="Recommencer la séance").click()
    view.get_by_role("button", name="Oui, tout effacer").click()
    bench.said("effacée")
    assert bench.stored(KIND) is None
    expect(view.locator("[data-zone]:visible")).to_have_count(0)


def test_an_evaluation_judges_nothing_on_the_page(bench):
    known = person()
    view = forge(bench, known, conclusion={"grade": "0", "alerte": "dossier"}, training=False)
    assert bench.mark(KIND).gravite == "dangereux"
    for tab in ("Préparer", "Examiner", "Conclure"):
        step(view, tab)
        text = view.inner_text()
        assert "Dangereux" not in text
        assert "correction" not in text
        assert "Recommencer" not in text


def test_the_correction_waits_for_the_conclusions(bench):
    view = forge(bench, person())
    see = view.get_by_role("button", name="Voir la correction")
    expect(see).to_have_count(0)
    step(view, "Conclure")
    view.get_by_label("Grade 1").check()
    expect(see).to_have_count(0)
    view.get_by_label("Le jour même").check()
    see.click()
    expect(view).to_contain_text("Points de contrôle réussis", use_inner_text=True)


@pytest.mark.parametrize("size", [(1280, 720), (800, 1100)], ids=["laptop", "tablet"])
def test_everything_can_be_read_and_touched(bench, capture, size):
    bench.page.set_viewport_size({"width": size[0], "height": size[1]})
    known = person("amputation", "corne_et_cicatrice", b"c", "femme")
    application = exemples.application("droit.meta5", "reelle")
    view = forge(bench, known, application, sites="dix", conclure=(*CONCLURE, "iwgdf"))
    view.locator(".asalee-bulle-mots", has_text=re.compile("Oui|Non")).wait_for()
    for tab in ("Préparer", "Examiner", "Conclure"):
        step(view, tab)
        for summary in view.locator("summary:visible").all():
            summary.click()
        assert bench.poor_letters() == []
        assert bench.page.evaluate("document.documentElement.scrollWidth") <= size[0]
        small = view.locator("button, select, [data-zone], .asalee-option").evaluate_all(
            """(nodes) => nodes.map((node) => [node.textContent, node.getBoundingClientRect()])
              .filter(([, box]) => box.width && Math.min(box.width, box.height) < 43.5).map(([text]) => text)"""
        )
        assert small == []
        capture(bench.page, f"{KIND}-{tab.lower().replace('é', 'e')}-{size[0]}")
    expect(
        view.locator(":is([tabindex], button, select, input, summary):not([data-lm-suppress-shortcuts='true'])")
    ).to_have_count(0)
