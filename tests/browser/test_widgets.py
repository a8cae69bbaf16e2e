"""Each view in Chromium with a fake model: no Jupyter. The kernel's side is the real one, on a real answer file."""

import re

import pytest
from playwright.sync_api import expect

from asalee_training import widgets
from asalee_training.answers import Conflict
from asalee_training.simulation import instruments, patient
from tests.browser.banc import MARK, SPECS

pytestmark = pytest.mark.browser

LAWS = {
    "sexe": "femme", "age": 58, "taille_cm": 162, "spirometrie": {"profil": "obstructif_modere"},
    "pieds": {"profil": "amputation"}, "cognition": {"profil": "stockage"},
    "tension": {"profil": "blouse_blanche"},
}  # fmt: skip


SAVED = r"✔ Réponse enregistrée à\s\d\d:\d\d"
FOUND = r"✔ Réponse retrouvée \(enregistrée à\s\d\d:\d\d\)"


def test_choix_is_answered_by_click_and_found_again(bench):
    view = bench.exercise("choix")
    bench.said("Pas encore de réponse")
    view.get_by_text("J’alerte").click()
    bench.said(SAVED)
    assert bench.stored("choix") == "aaaaaaaa"
    bench.reload()
    view = bench.exercise("choix")
    bench.said(FOUND)
    expect(view.get_by_role("radio", checked=True)).to_have_attribute("value", "aaaaaaaa")


def test_choix_is_answered_by_keyboard_and_no_key_reaches_jupyter(bench):
    view = bench.exercise("choix")
    bench.page.evaluate(
        "window.leaked = []; document.body.addEventListener('keydown', (e) => window.leaked.push(e.key))"
    )
    view.get_by_role("radio").first.focus()
    for key in ("ArrowDown", "ArrowDown", "b", "d"):
        bench.page.keyboard.press(key)
    bench.said(SAVED)
    assert bench.stored("choix") == "cccccccc"
    assert bench.page.evaluate("window.leaked") == []


def test_texts_are_shown_as_text_with_emphasis_only(bench):
    view = bench.exercise("choix", aide="Lisez **tout** <img src=x onerror=alert(1)>")
    expect(view.locator("em")).to_have_text(["courbes"], use_inner_text=True)
    expect(view.locator("strong")).to_have_text(["tout"], use_inner_text=True)
    expect(view.get_by_text("<b>J’annonce</b> une BPCO")).to_have_count(1)
    expect(view.locator("img, b")).to_have_count(0)
    assert "médecin\u202f: je" in view.inner_text()


def test_choix_multiple_saves_each_tick_and_no_tick_is_no_answer(bench):
    view = bench.exercise("choix_multiple")
    view.get_by_role("checkbox").nth(2).check()
    view.get_by_role("checkbox").nth(0).press("Space")
    bench.said(SAVED)
    assert bench.stored("choix_multiple") == ["aaaaaaaa", "cccccccc"]
    for box in view.get_by_role("checkbox").all():
        box.uncheck()
    bench.said(r"✔ Réponse effacée à\s\d\d:\d\d")
    assert bench.stored("choix_multiple") is None


def test_nombre_is_saved_when_typing_stops_and_a_hint_follows_what_is_not_a_number(bench):
    view = bench.exercise("nombre")
    view.get_by_role("textbox", name="Votre réponse, en %").fill("cinquante")
    bench.said(SAVED)
    view.get_by_role("textbox").press("Enter")
    expect(view.get_by_text("Écrivez un nombre, par exemple 58,9")).to_be_visible()
    view.get_by_role("textbox").fill("58,9")
    view.get_by_role("textbox").press("Enter")
    bench.said(SAVED)
    assert bench.stored("nombre") == {"texte": "58,9", "unite": "%"}
    expect(view.get_by_text("Écrivez un nombre, par exemple")).not_to_be_visible()


def test_nombre_gives_no_hint_on_what_the_judge_can_read(bench):
    field = bench.exercise("nombre").get_by_role("textbox")
    for text in ("58,9", "58.9", "1 250", "-3", "\u22123,5", "58,9 %", "1\u202f250", "７"):
        field.fill(text)
        field.press("Enter")
        expect(field, text).to_have_attribute("aria-invalid", "false")


def test_nombre_with_several_units_asks_for_one(bench):
    view = bench.exercise("unites")
    view.get_by_role("textbox").fill("72")
    view.get_by_role("textbox").press("Enter")
    expect(view.get_by_text("Choisissez aussi l’unité.")).to_be_visible()
    bench.said(SAVED)
    assert bench.stored("unites") == {"texte": "72"}
    view.get_by_role("radio", name="µmol/L").check()
    bench.page.wait_for_function("window.sent.filter((m) => m.type === 'ecrire').length === 2")
    bench.said(SAVED)
    assert bench.stored("unites") == {"texte": "72", "unite": "µmol/L"}


def test_texte_counts_words_saves_on_leaving_and_comes_back_whole(bench):
    view = bench.exercise("texte")
    text = 'Mme Lambert, 58 ans : « essoufflée ».\n\n<script>alert(1)</script> l\'effort — "x" \\ 😀'
    view.get_by_role("textbox", name="La question ?").fill(text)
    assert re.search(r"\d+\smots \(conseillé\s: environ 120\)", view.inner_text())
    view.get_by_role("textbox").blur()
    bench.said(SAVED)
    assert bench.stored("texte") == text
    bench.reload()
    view = bench.exercise("texte")
    assert view.get_by_role("textbox").input_value() == text


def test_texte_grows_with_what_is_written(bench):
    view = bench.exercise("texte")
    area = view.get_by_role("textbox")
    before = area.bounding_box()["height"]
    area.fill("ligne\n" * 20)
    assert area.bounding_box()["height"] > before + 100


def test_zones_pied_drawing_and_list_always_agree(bench):
    view = bench.exercise("zones_pied")
    view.locator("[data-zone='droit.hallux']").click()
    view.locator("[data-zone='gauche.meta5']").press("Space")
    view.get_by_text("Répondre avec la liste").click()
    boxes = view.locator(".asalee-liste input")
    assert [box.get_attribute("value") for box in boxes.all() if box.is_checked()] == ["droit.hallux", "gauche.meta5"]
    view.get_by_label("pied gauche, tête du 1er métatarsien").last.check()
    expect(view.locator("[data-zone='gauche.meta1']")).to_have_attribute("aria-checked", "true")
    bench.said(SAVED)
    assert bench.stored("zones_pied") == {
        "zones": ["droit.hallux", "gauche.meta1", "gauche.meta5"],
        "aucune": False,
    }
    view.get_by_label("Aucun site").check()
    expect(view.locator("[aria-checked='true']")).to_have_count(0)
    bench.page.wait_for_function("window.sent.filter((m) => m.type === 'ecrire').length >= 2")
    bench.said(SAVED)
    assert bench.stored("zones_pied") == {"zones": [], "aucune": True}


def test_zones_pied_shows_the_right_foot_on_the_left_with_big_toes_in_the_middle(bench):
    view = bench.exercise("zones_pied")

    def x(zone):
        return view.locator(f"[data-zone='{zone}'] .asalee-site-rond").bounding_box()["x"]

    assert (
        x("droit.meta5")
        < x("droit.meta1")
        <= x("droit.hallux")
        < x("gauche.hallux")
        <= x("gauche.meta1")
        < x("gauche.meta5")
    )
    expect(view).to_contain_text("son pied droit est à votre gauche", use_inner_text=True)
    assert view.locator("[data-zone='droit.hallux']").bounding_box()["width"] >= 44


@pytest.mark.parametrize("name", SPECS)
def test_every_focusable_element_silences_jupyter_s_shortcuts(bench, name):
    view = bench.exercise(name, MARK)
    focusable = view.locator("a, button, input, select, summary, textarea, [tabindex]")
    assert focusable.count() > 0
    expect(
        view.locator(
            ":is(a, button, input, select, summary, textarea, [tabindex]):not([data-lm-suppress-shortcuts='true'])"
        )
    ).to_have_count(0)


def test_without_acknowledgement_the_answer_is_loudly_not_saved_then_saved_by_itself(bench):
    bench.page.clock.install()
    view = bench.exercise("choix")
    bench.page.evaluate("window.silent = true")
    view.get_by_text("J’alerte").click()
    bench.said("… enregistrement")
    bench.page.clock.run_for(3100)
    assert "Réponse NON enregistrée\u202f: la connexion est perdue…" in view.get_by_role("alert").first.inner_text()
    expect(view).not_to_contain_text("✔", use_inner_text=True)
    bench.page.evaluate("window.silent = false")
    bench.page.clock.run_for(5100)
    bench.said(SAVED)
    assert bench.stored("choix") == "aaaaaaaa"
    expect(view.get_by_text("NON enregistrée")).to_have_count(0)


def test_a_lost_acknowledgement_is_not_a_conflict_with_oneself(bench):
    bench.page.clock.install()
    view = bench.exercise("texte")
    bench.page.evaluate("window.deaf = true")
    view.get_by_role("textbox").fill("Premier jet")
    bench.page.clock.run_for(1100)
    bench.page.wait_for_function("window.sent.some((m) => m.type === 'ecrire')")
    view.get_by_role("textbox").fill("Premier jet, complété")
    bench.page.clock.run_for(3100)
    # At once: the page tries again by itself as well.
    view.get_by_role("button", name="Réessayer").evaluate("(b) => { window.deaf = false; b.click(); }")
    bench.said(SAVED)
    bench.page.wait_for_function("window.sent.filter((m) => m.type === 'ecrire').length >= 3")
    bench.said(SAVED)
    assert bench.stored("texte") == "Premier jet, complété"
    assert bench.sheet.read().reponses["texte"].autre is None


def test_what_was_not_saved_is_found_again_on_this_computer(bench):
    view = bench.exercise("texte")
    bench.page.evaluate("window.broken = true")
    view.get_by_role("textbox").fill("Ce que la coupure aurait emporté")
    bench.page.once("dialog", lambda dialog: dialog.accept())
    bench.reload()
    view = bench.exercise("texte")
    bench.said(SAVED)
    expect(view).to_contain_text(
        "elle a été retrouvée sur cet ordinateur, et la voici enregistrée.", use_inner_text=True
    )
    assert bench.stored("texte") == "Ce que la coupure aurait emporté"
    bench.reload()
    bench.exercise("texte")
    bench.said(FOUND)
    assert bench.page.evaluate("localStorage.length") == 0


def test_a_draft_found_again_is_announced_until_it_is_saved(bench):
    bench.page.evaluate(
        "localStorage.setItem('asalee-reponse:idel-07/texte', "
        "JSON.stringify({valeur: 'Retrouvé', base: 0, envoye: null, quand: Date.now()}))"
    )
    bench.page.evaluate("window.silent = true")
    view = bench.exercise("texte")
    expect(view.get_by_role("textbox")).to_have_value("Retrouvé")
    expect(view).to_contain_text("elle a été retrouvée sur cet ordinateur.", use_inner_text=True)


def test_a_draft_older_than_the_file_is_a_conflict_and_not_an_overwrite(bench):
    bench.sheet.write("texte", "Version du fichier", 0)
    bench.page.evaluate(
        "localStorage.setItem('asalee-reponse:idel-07/texte', "
        "JSON.stringify({valeur: 'Brouillon', base: 0, envoye: null, quand: Date.now()}))"
    )
    view = bench.exercise("texte")
    view.get_by_role("button", name="Garder l’autre").wait_for()
    expect(view).to_contain_text("Brouillon", use_inner_text=True)
    assert bench.stored("texte") == "Version du fichier"


@pytest.mark.parametrize(("button", "kept"), [("Garder celle-ci", "57,2"), ("Garder l’autre", "61")])
def test_two_windows_are_told_apart_and_the_trainee_chooses(bench, button, kept):
    view = bench.exercise("nombre")
    bench.said("Pas encore de réponse")
    bench.sheet.write("nombre", {"texte": "61", "unite": "%"}, 0)
    view.get_by_role("textbox").fill("57,2")
    view.get_by_role("textbox").press("Enter")
    view.get_by_role("button", name="Garder celle-ci").wait_for()
    panel = view.get_by_role("alert").last.inner_text()
    assert re.search(
        r"Deux réponses existent\s: celle-ci \(\d\d:\d\d\) et l’autre \(\d\d:\d\d\). Laquelle gardez-vous\s\?", panel
    )
    assert "57,2\u00a0%" in panel
    assert "61\u00a0%" in panel
    expect(view.get_by_role("textbox")).to_be_disabled()
    view.get_by_role("button", name=button).click()
    bench.said(SAVED)
    assert bench.stored("nombre")["texte"] == kept
    assert view.get_by_role("textbox").input_value() == kept
    expect(view.get_by_role("textbox")).to_be_enabled()


@pytest.mark.parametrize("name", SPECS)
def test_a_stored_answer_of_another_shape_never_breaks_the_view(bench, name):
    n = 0
    for index, strange in enumerate([3, True, "zzz", ["zzz"], {"a": [1]}, {"zones": 3, "texte": None}]):
        n = bench.sheet.write(name, strange, n).n
        view = bench.exercise(name, host=f"w{index}")
        bench.said(FOUND, host=f"w{index}")
        with pytest.raises(Conflict):
            bench.sheet.write(name, [strange, 1], 0)
        bench.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        view.get_by_role("button", name="Garder l’autre").wait_for()
        n = bench.sheet.settle(name, keep_other=False).n


def test_a_refusal_says_why_and_keeps_what_was_typed(bench, monkeypatch):
    view = bench.exercise("texte")
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "full")))
    view.get_by_role("textbox").fill("Texte précieux")
    view.get_by_role("textbox").blur()
    view.get_by_text("Libérez de la place").wait_for()
    expect(view.get_by_role("textbox")).to_have_value("Texte précieux")
    monkeypatch.undo()
    view.get_by_role("button", name="Réessayer").click()
    bench.said(SAVED)
    assert bench.stored("texte") == "Texte précieux"


def test_becoming_visible_again_reads_what_another_window_wrote(bench):
    view = bench.exercise("choix")
    bench.said("Pas encore de réponse")
    bench.sheet.write("choix", "cccccccc", 0)
    bench.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    bench.said(FOUND)
    expect(view.get_by_role("radio", checked=True)).to_have_attribute("value", "cccccccc")


def test_the_browser_warns_on_leaving_only_while_something_is_unsaved(bench):
    def prevented():
        return bench.page.evaluate("!window.dispatchEvent(new Event('beforeunload', {cancelable: true}))")

    bench.page.clock.install()
    view = bench.exercise("choix")
    assert not prevented()
    bench.page.evaluate("window.silent = true")
    view.get_by_text("J’alerte").click()
    assert prevented()
    bench.page.evaluate("window.silent = false")
    bench.page.clock.run_for(8100)
    bench.said(SAVED)
    assert not prevented()


def test_training_shows_feedback_at_once_on_a_click(bench):
    view = bench.exercise("choix", {**MARK, "etat": "faux", "points": 0.0, "gravite": "hors_champ"})
    view.get_by_text("J’alerte").click()
    view.get_by_text("Hors de votre champ").wait_for()
    text = view.inner_text()
    assert "✖ À revoir" in text
    assert "0 / 2 points" in text
    assert "À retenir" in text
    expect(view.locator(".asalee-verdict em")).to_have_text("partie", use_inner_text=True)
    bench.reload()
    view = bench.exercise("choix", {**MARK, "etat": "juste"})
    expect(view).to_contain_text("✔ Juste", use_inner_text=True)


def test_training_does_not_reveal_the_options_that_arrow_keys_pass_over(bench):
    view = bench.exercise("choix", MARK)
    view.get_by_role("radio").first.focus()
    bench.page.keyboard.press("ArrowDown")
    bench.said(SAVED)
    expect(view).not_to_contain_text("En partie", use_inner_text=True)
    view.get_by_role("button", name="Voir la correction").press("Enter")
    expect(view).to_contain_text("◐ En partie", use_inner_text=True)


@pytest.mark.parametrize("name", ["choix_multiple", "zones_pied"])
def test_training_waits_for_the_whole_answer_before_showing_the_feedback(bench, name):
    view = bench.exercise(name, MARK)
    view.locator("[data-zone='droit.hallux'], input[value='aaaaaaaa']").first.click()
    bench.said(SAVED)
    expect(view).not_to_contain_text("En partie", use_inner_text=True)
    view.get_by_role("button", name="Voir la correction").click()
    expect(view).to_contain_text("◐ En partie", use_inner_text=True)
    expect(view).to_contain_text("1,5 / 2 points", use_inner_text=True)
    view.locator("[data-zone='droit.meta1'], input[value='bbbbbbbb']").first.click()
    expect(view).not_to_contain_text("En partie", use_inner_text=True)


def test_evaluation_offers_no_feedback(bench):
    view = bench.exercise("choix_multiple")
    view.get_by_role("checkbox").first.check()
    bench.said(SAVED)
    expect(view.get_by_role("button", name="correction")).to_have_count(0)


@pytest.fixture(scope="module")
def recordings():
    drawn = patient.draw(LAWS, b"graine")
    return {nom: instruments.record(nom, {}, drawn) for nom in instruments.NAMES}


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
