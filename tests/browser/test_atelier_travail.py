"""Work in the workshop is never lost: saved untouched, two versions, a crash, a lost connection, a page left."""

import re

import pytest
from playwright.sync_api import expect

from asalee_training.pages.atelier import Texte
from tests.browser.atelier import fill, save, screen
from tests.browser.panneau import until

pytestmark = pytest.mark.browser


def test_what_is_opened_and_saved_untouched_keeps_its_bytes(atelier, mine):
    path, name = mine("intacte")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    page = atelier(name)
    for words in ("Le patient", "Récit", "Question 1", "Question 3"):
        screen(page, words)
    save(page)
    assert path.read_bytes() == before
    screen(page, "Question 1")
    fill(page, "Points", "3")
    save(page)
    changed = [(a, b) for a, b in zip(before.split(b"\r\n"), path.read_bytes().split(b"\r\n"), strict=True) if a != b]
    assert changed == [(b"points: 2", b"points: 3")]


def test_a_file_changed_on_disk_offers_both_and_loses_neither(atelier, mine, capture):
    path, name = mine("conflit")
    page = atelier(name)
    fill(page, "Titre du cas", "Ma version")
    theirs = re.sub("titre: .*", "titre: Mme Martin fait une pause", path.read_text(encoding="utf-8"), count=1)
    path.write_text(theirs, encoding="utf-8")
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    page.get_by_role("heading", name="Quelqu’un a modifié ce fichier").wait_for()
    capture(page, "atelier-conflit")
    assert path.read_text(encoding="utf-8") == theirs
    expect(page.get_by_label("Votre version")).to_have_value(re.compile("Ma version"))
    expect(page.get_by_label("L’autre version")).to_have_value(re.compile("Mme Martin"))
    page.get_by_role("button", name="Enregistrer ma version").click()
    page.locator("#at-etat[data-etat=fait]").wait_for()
    assert "titre: Ma version" in path.read_text(encoding="utf-8")
    kept = [p.read_text(encoding="utf-8") for p in (path.parents[2] / "donnees/atelier/bpco").glob("conflit.*.md")]
    assert theirs in kept

    path.write_text(theirs, encoding="utf-8")
    fill(page, "Titre du cas", "Ma seconde version")
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    page.get_by_role("button", name="Prendre l’autre version").click()
    page.get_by_role("heading", name="Mme Martin fait").wait_for()
    assert path.read_text(encoding="utf-8") == theirs
    page.get_by_role("button", name="Annuler").click()
    page.get_by_role("heading", name="Ma seconde version").wait_for()


def test_unsaved_work_is_offered_back_after_a_crash(atelier, mine, context, atelier_server, capture):
    path, name = mine("panne")
    before = path.read_bytes()
    page = atelier(name)
    fill(page, "Titre du cas", "Un titre jamais enregistré")
    until(page, "Object.values(localStorage).some((v) => v.includes('jamais enregistré'))")
    page.close(run_before_unload=False)
    again = context.new_page()
    again.goto(atelier_server.url("asalee/"))
    ident = Texte(path, name, "", "", "").ident
    again.goto(f"{atelier_server.base}asalee/formatrice/atelier/{ident}")
    again.get_by_text("n’a pas été enregistré").wait_for()
    capture(again, "atelier-reprise")
    assert path.read_bytes() == before
    again.get_by_role("button", name="Le reprendre").click()
    again.get_by_role("heading", name="Un titre jamais enregistré").wait_for()
    save(again)
    assert "Un titre jamais enregistré" in path.read_text(encoding="utf-8")


def test_a_lost_connection_loses_nothing(atelier, mine):
    path, name = mine("coupure")
    page = atelier(name)
    page.route("**/appliquer", lambda route: route.abort())
    fill(page, "Titre du cas", "Écrit pendant la coupure")
    page.get_by_text("La machine ne répond plus").first.wait_for()
    page.unroute("**/appliquer")
    page.get_by_role("heading", name="Écrit pendant la coupure").wait_for()
    save(page)
    assert "Écrit pendant la coupure" in path.read_text(encoding="utf-8")
    page.console_errors.clear()


def test_leaving_with_unsaved_work_warns(atelier, mine):
    _, name = mine("depart")
    page = atelier(name)
    asked = []
    page.on("dialog", lambda dialog: asked.append(dialog.type))
    fill(page, "Titre du cas", "À ne pas perdre")
    page.locator("#at-etat[data-etat=a_faire]").wait_for()
    page.get_by_role("link", name="Formatrice").first.click()
    page.wait_for_url("**/asalee/formatrice")
    assert asked == ["beforeunload"]
