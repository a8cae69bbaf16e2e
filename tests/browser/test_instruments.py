"""Each instrument in Chromium with a fake model: what its drawing and its words say; every view on every screen."""

import re

import pytest
from playwright.sync_api import expect

from asalee_training import widgets
from asalee_training.simulation import instruments, patient
from tests.browser.banc import MARK, SPECS

pytestmark = pytest.mark.browser

LAWS = {
    "sexe": "femme", "age": 58, "taille_cm": 162, "spirometrie": {"profil": "obstructif_modere"},
    "pieds": {"profil": "amputation"}, "cognition": {"profil": "stockage"},
    "tension": {"profil": "blouse_blanche"},
}  # fmt: skip


#: What an instrument must be told to show anything.
OPTIONS = {"maquette": {"maquettes": ["cle_serrure"]}}


@pytest.fixture(scope="module")
def recordings():
    drawn = patient.draw(LAWS, b"graine")
    return {nom: instruments.record(nom, OPTIONS.get(nom, {}), drawn) for nom in instruments.NAMES}


def test_examen_pieds_says_each_reply_in_the_drawing_and_in_the_table(bench, recordings):
    view = bench.show(widgets.InstrumentView("examen_pieds", recordings["examen_pieds"]))
    view.locator("summary").click()
    text = view.locator("table").first.inner_text()
    replies = [
        r
        for foot in recordings["examen_pieds"]["monofilament"].values()
        for site in foot.values()
        if site != "non_testable"
        for r in site
    ]
    assert text.count("application réelle") == sum(r["application"] == "reelle" for r in replies)
    assert text.count("a répondu non") == sum(r["reponse"] == "non" for r in replies)
    cards = view.locator(".asalee-reponses li")
    expect(cards).to_have_count(6)
    assert text.count("non testable") == cards.filter(has_text="non testable").count() == 1
    expect(cards.locator("strong")).to_have_count(len(replies))
    assert recordings["examen_pieds"]["observations"][0] in view.inner_text()


def test_spirometrie_draws_both_curves_and_reads_points_by_keyboard(bench, recordings):
    view = bench.show(widgets.InstrumentView("spirometrie", recordings["spirometrie"]))
    values = recordings["spirometrie"]["valeurs"]
    assert str(values["vems_l"]).replace(".", ",") in view.locator("table").first.inner_text()
    for axis in ("Débit (L/s)", "Volume (L)", "Temps (s)"):
        assert view.locator("svg text", has_text=axis).count() >= 1
    curve = view.locator("svg").last
    curve.focus()
    bench.page.keyboard.press("End")
    volume = recordings["spirometrie"]["courbes"][0]["expiration"]["volume_ml"][-1] / 1000
    assert f"volume {volume:.2f}".replace(".", ",") in view.inner_text()
    bench.page.keyboard.press("Home")
    before = view.locator(".asalee-point").last.bounding_box()
    bench.page.keyboard.press("ArrowRight")
    after = view.locator(".asalee-point").last.bounding_box()
    assert abs(after["x"] - before["x"]) + abs(after["y"] - before["y"]) >= 8, "the cursor hardly moves"


def test_feuille_cognition_describes_the_clock_without_judging(bench, recordings):
    sheet = recordings["feuille_cognition"]
    view = bench.show(widgets.InstrumentView("feuille_cognition", sheet))
    expect(view.locator(".asalee-chiffre")).to_have_count(len(sheet["horloge"]["chiffres"]))
    expect(view.locator(".asalee-aiguille")).to_have_count(len(sheet["horloge"]["aiguilles"]))
    text = view.inner_text()
    assert "3\u00a0h 25" in text
    assert not re.search(
        r"\b(juste|faux|fausse|correct|erreur|normal|score|anormal)\w*\b",
        text.partition("Le dessin")[2].partition("Codex")[0],
    )
    free = sheet["cinq_mots"]["rappel_immediat"]["libre"]
    ticks = view.locator(".asalee-cinq-mots tbody tr td:nth-child(2)").all_inner_texts()
    assert sum("✔" in tick for tick in ticks) == len(free)


@pytest.mark.parametrize("part", ["examen_pieds", "spirometrie", "feuille_cognition"])
def test_an_instrument_with_one_part_only_is_shown_without_the_others(bench, recordings, part):
    for key, value in recordings[part].items():
        if key not in ("valeurs", "equations"):
            shown = {key: value} | ({"valeurs": recordings[part]["valeurs"]} if part == "spirometrie" else {})
            view = bench.show(widgets.InstrumentView(part, shown), host=f"{part}-{key}")
            assert view.inner_text().strip()


def test_the_end_of_a_case_follows_the_answers_and_leads_to_the_copy(bench):
    rows = [{"nom": "choix", "titre": "La question ?", "repondu": False, "etat": None, "points": None, "sur": None}]
    bilan = {
        "mode": "evaluation",
        "assignment": "bpco-lambert-v1",
        "exercices": rows,
        "points": None,
        "sur": None,
        "verdict": None,
    }
    bench.page.evaluate(
        """() => document.head.append(Object.assign(document.createElement("script"),
          {id: "jupyter-config-data", type: "application/json", textContent: '{"baseUrl": "/user/idel/"}'}))"""
    )
    end = bench.show(widgets.SubmitLink(lambda: bilan), host="fin")
    question = bench.exercise("choix")
    assert "0\u00a0réponse sur 1" in end.inner_text()
    expect(end.get_by_role("link")).to_have_attribute("href", "/user/idel/asalee/apprenante/copie/bpco-lambert-v1")
    rows[0]["repondu"] = True
    question.get_by_text("J’alerte").click()
    end.get_by_text("1 réponse sur 1").wait_for()
    end.get_by_role("button", name="La question ?").click()
    expect(question.locator(".asalee-exercice:focus")).to_have_count(1)


@pytest.mark.parametrize("width", [320, 800, 1280])
def test_no_view_scrolls_sideways(bench, recordings, width):
    bench.page.set_viewport_size({"width": width, "height": 720})
    for name in SPECS:
        bench.exercise(name, MARK, host=f"w-{name}", titre="Une question assez longue pour occuper deux lignes ?")
    for nom, recording in recordings.items():
        bench.show(widgets.InstrumentView(nom, recording), host=f"w-{nom}")
    bench.show(
        widgets.Header("Mme Lambert", {"duree_min": 25, "mode": "evaluation", "retrouve": "", "perdu": ""}), host="h"
    )
    bench.painted()
    assert bench.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("mode", ["evaluation", "entrainement"])
def test_letters_are_at_least_16_pixels_and_contrast_enough(bench, recordings, mode):
    for name in SPECS:
        bench.exercise(name, MARK, host=f"w-{name}", aide="Une aide.")
    for nom, recording in recordings.items():
        bench.show(widgets.InstrumentView(nom, recording), host=f"w-{nom}")
    row = {"nom": "choix", "titre": "La question ?", "repondu": True, "etat": None, "points": None, "sur": None}
    bilan = {"mode": mode, "assignment": "a", "exercices": [row], "points": None, "sur": None, "verdict": None}
    bench.show(widgets.SubmitLink(lambda: bilan), host="fin")
    bench.painted()
    assert bench.poor_letters() == []
