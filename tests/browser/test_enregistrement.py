"""An answer on its way to the file, in Chromium: acknowledged or loudly not, two windows, drafts; nothing is lost."""

import re

import pytest
from playwright.sync_api import expect

from asalee_training.answers import Conflict
from tests.browser.banc import FOUND, SAVED, SPECS

pytestmark = pytest.mark.browser


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
