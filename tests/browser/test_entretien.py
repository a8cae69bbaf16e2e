"""An interview and a home visit in Chromium: by mouse, by digits, by arrows; the judge is the real one, on what was stored."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from asalee_training.content.reader import load_case
from tests.exercises.entretiens import DOMICILE, PARFAIT, SCENE, VISITE, jouer

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
PATIENT = {"sexe": "femme", "age": 58}
MOTS = "Alors à mardi, en forêt, Madame Roux."


def of_case(nom, exercice):
    """The keys of a real case's interview, as a bench takes them."""
    spec = load_case(ROOT / "cases" / f"{nom}.md", ROOT).exercices[exercice].spec
    return {key: value for key, value in spec.model_dump(mode="json").items() if key != "type"}


def gestes(bench, acts):
    return jouer(bench.judge.exercise.spec, *acts)["gestes"]


def by_mouse(bench, view, acts):
    for geste in gestes(bench, acts):
        if geste["g"] == "dire":
            view.locator(f"[data-option='{geste['option']}']").click()
        elif geste["g"] == "observer":
            view.locator(f"[data-element='{geste['element']}']").click()
        elif geste["g"] == "ecrire":
            view.get_by_role("textbox").fill(MOTS)
            view.get_by_label("Résumé").check()
            view.get_by_role("button", name="Dire cette phrase").click()
        else:
            view.get_by_role("button", name="Terminer").click()


def by_keyboard(bench, view, acts, say):
    """No mouse: the first reply is reached by Tab; ``say`` says one, the focus being in the turn."""
    press = bench.page.keyboard.press
    view.locator(".asalee-fil").focus()
    press("Tab")
    for geste in gestes(bench, acts):
        if geste["g"] == "dire":
            options = view.locator(".asalee-replique")
            rank = [o.get_attribute("data-option") for o in options.all()].index(geste["option"])
            say(press, rank, view)
        elif geste["g"] == "observer":
            look(press, view, geste["element"])
        elif geste["g"] == "ecrire":
            press("Tab")
            bench.page.keyboard.type(MOTS)
            press("Tab")
            for _ in range(4):  # from « Question ouverte » to « Résumé »
                press("ArrowDown")
            press("Tab")  # « Que veulent dire ces mots ? »
            press("Tab")
            press("Enter")
        else:
            press("Tab")
            press("Enter")


def digits(press, rank, view):
    press(str(rank + 1))


def arrows(press, rank, view):
    # From the turn itself the first arrow goes to the first reply; from a reply, to the next one.
    inside = view.locator(".asalee-replique:focus").count()
    for _ in range(rank + (0 if inside else 1)):
        press("ArrowDown")
    press("Enter")


def look(press, view, element):
    """Go forward by Tab to something to look at, look, and come back to the replies."""
    steps = 0
    while not view.locator(f"[data-element='{element}']:focus").count():
        press("Tab")
        steps += 1
    press("Enter")
    for _ in range(steps):
        press("Shift+Tab")


@pytest.mark.parametrize("how", ["mouse", digits, arrows], ids=["mouse", "digits", "arrows"])
def test_a_perfect_interview_has_full_marks_by_every_way(bench, how):
    view = bench.seance("entretien", PATIENT, **SCENE)
    if how == "mouse":
        by_mouse(bench, view, PARFAIT)
    else:
        by_keyboard(bench, view, PARFAIT, how)
    view.locator(".asalee-verdict").wait_for()
    assert bench.mark("entretien").etat == "juste"
    said = bench.stored("entretien")["gestes"]
    assert [g["g"] for g in said] == ["dire"] * 5 + ["ecrire", "terminer"]
    assert (said[5]["texte"], said[5]["code"]) == (MOTS, "RES")
    rows = view.locator(".asalee-etapes tbody tr")
    expect(rows.filter(has_text="non noté")).to_have_count(1)
    expect(view.locator(".asalee-etapes")).to_contain_text(
        "Vous avez posé 1 question ouverte sur 1.", use_inner_text=True
    )


@pytest.mark.parametrize("how", ["mouse", digits], ids=["mouse", "keyboard"])
def test_a_perfect_home_visit_has_full_marks_by_every_way(bench, how):
    view = bench.seance("entretien", PATIENT, **DOMICILE)
    if how == "mouse":
        by_mouse(bench, view, VISITE)
    else:
        by_keyboard(bench, view, VISITE, how)
    view.locator(".asalee-verdict").wait_for()
    assert bench.mark("entretien").etat == "juste"


def test_a_conversation_is_found_again_where_it_was_and_goes_on(bench):
    view = bench.seance("entretien", PATIENT, **SCENE)
    by_mouse(bench, view, PARFAIT[:3])
    bench.said("Réponse enregistrée")
    before = view.locator(".asalee-fil").inner_text()
    bench.reload()
    view = bench.seance("entretien", PATIENT, **SCENE)
    bench.said("Réponse retrouvée")
    assert view.locator(".asalee-fil").inner_text() == before
    bench.page.wait_for_function(
        "() => { const fil = document.querySelector('.asalee-fil');"
        " return fil.scrollHeight > fil.clientHeight && fil.scrollTop + fil.clientHeight > fil.scrollHeight - 2; }"
    )
    expect(
        view.get_by_role("button", name="Voir la correction"), "half a conversation is not corrected"
    ).not_to_be_visible()
    expect(view.locator(".asalee-verdict")).to_have_count(0)
    rest = gestes(bench, PARFAIT)[3]
    view.locator(f"[data-option='{rest['option']}']").click()
    bench.page.wait_for_function("window.sent.some((m) => m.type === 'ecrire' && m.valeur.gestes.length === 4)")
    bench.said("Réponse enregistrée")
    assert [g["g"] for g in bench.stored("entretien")["gestes"]] == ["dire"] * 4


def test_in_an_evaluation_nothing_is_judged_and_nothing_begins_again(bench):
    view = bench.seance("entretien", PATIENT, training=False, **SCENE)
    by_mouse(bench, view, PARFAIT)
    bench.said("Réponse enregistrée")
    text = view.inner_text()
    assert "L’entretien est terminé. Vous pouvez passer à la suite." in text
    expect(view.locator(".asalee-verdict, .asalee-etapes")).to_have_count(0)
    expect(view.get_by_role("button", name=re.compile("correction|Recommencer"))).to_have_count(0)
    for word in ("reflet", "juste", "confiance", "persuasion"):
        assert word not in text


def test_leaving_and_beginning_again_are_asked_twice_in_the_page(bench):
    view = bench.seance("entretien", PATIENT, **SCENE)
    expect(view.get_by_role("button", name="Mettre fin")).not_to_be_visible()
    by_mouse(bench, view, PARFAIT[:1])
    view.get_by_role("button", name="Mettre fin à l’entretien").click()
    view.get_by_role("button", name="Non, je continue").click()
    view.get_by_role("button", name="Mettre fin à l’entretien").click()
    view.get_by_role("button", name="Oui, y mettre fin").click()
    view.locator(".asalee-verdict").wait_for()
    expect(view.locator(".asalee-verdict")).to_contain_text("s’est arrêté en chemin", use_inner_text=True)
    expect(view.locator(".asalee-replique")).to_have_count(0)
    view.get_by_role("button", name="Recommencer la séance").click()
    view.get_by_role("button", name="Oui, tout recommencer").click()
    expect(view.locator(".asalee-bulle")).to_have_count(1)
    bench.said("Réponse effacée")
    assert bench.stored("entretien") is None
    expect(view.locator(".asalee-verdict")).to_have_count(0)


def test_a_sentence_needs_its_words_and_its_name(bench):
    view = bench.seance("entretien", PATIENT, **SCENE)
    by_mouse(bench, view, PARFAIT[:5])
    say = view.get_by_role("button", name="Dire cette phrase")
    say.click()
    expect(view.get_by_text("Écrivez d’abord votre phrase.")).to_be_visible()
    view.get_by_role("textbox").fill("<b>1 2 3</b> {{ patient.age }}")
    view.get_by_role("textbox").press("1")
    say.click()
    expect(view.get_by_text("Choisissez aussi le nom de cette phrase.")).to_be_visible()
    assert len(bench.stored("entretien")["gestes"]) == 5, "a digit typed in a sentence says nothing"
    view.get_by_label("Confrontation").check()
    say.click()
    assert (
        view.locator(".asalee-bulle[data-genre='vous']").last.inner_text().endswith("<b>1 2 3</b> {{ patient.age }}1")
    )
    view.get_by_role("button", name="Terminer").click()
    view.locator(".asalee-verdict").wait_for()
    assert bench.mark("entretien").etat == "juste"


def test_a_double_click_says_one_line_and_not_the_next_turn_s(bench):
    view = bench.seance("entretien", PATIENT, **SCENE)
    view.locator(".asalee-replique").first.dblclick()
    bench.said("✔ Réponse enregistrée")
    assert len(bench.stored("entretien")["gestes"]) == 1


def test_the_names_of_a_sentence_are_explained_beside_them(bench):
    view = bench.seance("entretien", PATIENT, **SCENE)
    by_mouse(bench, view, PARFAIT[:5])
    view.get_by_text("Que veulent dire ces mots ?").click()
    meanings = view.locator(".asalee-sens li")
    expect(meanings).to_have_count(view.get_by_role("radio").count())
    expect(meanings.filter(has_text="Confrontation")).to_contain_text("contredit, reproche, juge", use_inner_text=True)


def test_the_home_is_looked_at_where_it_may_be_and_says_what_is_seen_then(bench):
    keys = of_case("cognition/mme-girard", "visite")
    view = bench.seance("entretien", PATIENT, **keys)
    gas = view.locator("[data-element='gaz_feu']")
    gas.click()
    expect(view.locator(".asalee-fil")).to_contain_text("sans flamme", use_inner_text=True)
    assert gas.get_attribute("data-vu") is not None
    expect(gas).to_contain_text("déjà regardé", use_inner_text=True)
    by_mouse(bench, view, ["Fermer"])
    expect(gas, "from the landing one does not see the kitchen").to_be_disabled()
    by_mouse_from(bench, view, "Personne")
    expect(gas).to_be_enabled()
    gas.click()
    expect(view.locator(".asalee-fil")).to_contain_text("Les repères des boutons sont effacés", use_inner_text=True)
    expect(view.get_by_role("log")).to_have_attribute("aria-label", "Conversation avec Mme Girard")


def by_mouse_from(bench, view, beginning):
    view.locator(".asalee-replique", has_text=beginning).click()


def test_the_thread_is_heard_and_can_be_read_again_from_the_beginning(bench):
    view = bench.seance("entretien", PATIENT, **SCENE)
    by_mouse(bench, view, PARFAIT)
    bench.page.wait_for_function(
        "() => { const n = document.querySelector('[role=log]'); return n.scrollTop + n.clientHeight >= n.scrollHeight - 2; }"
    )
    view.get_by_text("Relire depuis le début").click()
    lines = view.locator(".asalee-relire li").all_inner_texts()
    assert lines[0] == "Mme Roux\u202f: «\u00a0Je ne marche presque plus.\u00a0»"
    assert lines[1].startswith("Vous\u202f: «\u00a0Par où")
    assert lines[2] == "Elle sourit."
    assert lines[-2:] == ["Elle est partie.", "Fin de l’entretien."]


def test_a_stored_answer_of_another_shape_never_breaks_the_view(bench):
    for index, strange in enumerate((3, ["zzz"], {"gestes": [None, 3]}, {"gestes": 3}, {"gestes": [{"g": "dire"}]})):
        bench.sheet.write("entretien", strange, index)
        view = bench.seance("entretien", PATIENT, host=f"w{index}", **SCENE)
        bench.said("Réponse retrouvée", host=f"w{index}")
        expect(view.locator(".asalee-bulle"), strange).to_have_count(1)


#: Controls that are too small to touch, or whose keys JupyterLab would take for its own.
AWKWARD = """() => [...document.querySelectorAll(".asalee *")].filter((node) => node.getClientRects().length).flatMap((node) => [
  node.matches("button, summary, textarea, label") && node.getBoundingClientRect().height < 39.5 && `small: ${node.textContent}`,
  node.matches("a, button, input, select, summary, textarea, [tabindex]") && !node.dataset.lmSuppressShortcuts && `loud: ${node.textContent}`,
].filter(Boolean))"""


def test_every_state_is_legible_and_never_scrolls_sideways(bench, capture):
    page = bench.page
    page.emulate_media(reduced_motion="reduce")
    keys = of_case("cognition/mme-girard", "visite")
    states = (
        ("ecrire", SCENE, PARFAIT[:5]),
        ("correction", SCENE, PARFAIT),
        ("porte", keys, ()),
        ("domicile", keys, ("Fermer", "Personne", "regarder: poids", "regarder: reperes")),
    )
    for name, scene, acts in states:
        page.set_viewport_size({"width": 1280, "height": 720})
        bench.sheet.write("entretien", None, n_of(bench))
        bench.reload()
        view = bench.seance("entretien", PATIENT, **scene)
        by_mouse(bench, view, acts)
        if acts:
            bench.said("Réponse enregistrée")
        for width, height in ((1280, 720), (800, 1100), (320, 720)):
            page.set_viewport_size({"width": width, "height": height})
            capture(page, f"entretien-{name}-{width}")
            assert page.evaluate(AWKWARD) == [], (name, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)


def n_of(bench):
    stored = bench.sheet.read().reponses.get("entretien")
    return stored.n if stored else 0


def test_the_wheel_over_the_conversation_scrolls_the_page(bench):
    """A conversation that has nothing to scroll must not hold the whole page."""
    bench.page.set_viewport_size({"width": 1280, "height": 500})
    view = bench.seance("entretien", PATIENT, **SCENE)
    expect(view.locator(".asalee-replique").first).to_be_visible()
    view.locator(".asalee-fil").hover()
    bench.page.mouse.wheel(0, 300)
    bench.page.wait_for_function("scrollY > 100")
