"""A trainer writes a text in JupyterLab: what is wrong is said in French as she types, what is saved is said."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.auteur import open_author, state, status
from tests.browser.lab import ENGLISH, visible_words
from tests.pages import espace_exemple

pytestmark = pytest.mark.browser

TEXTE = "cases/bpco/essoufflement.md"


def write_after(page, line, words):
    """Put a new line after the one that holds `line`, and type."""
    page.locator(".cm-line", has_text=line).first.click()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type(words)


def proposals(page):
    """The labels of the list."""
    page.locator(".asalee-choix").wait_for()
    return page.locator(".asalee-choix b").all_inner_texts()


@pytest.fixture
def texte(example):
    """A right text, whatever an earlier test left."""
    path = example.root / TEXTE
    path.write_text(espace_exemple.entete("Mme Roux", "bpco", "entrainement") + espace_exemple.TOUX, encoding="utf-8")
    return path


def test_a_broken_key_is_red_with_its_sentence_and_mending_it_says_ready(page, example, texte, capture):
    saved = texte.read_bytes()
    open_author(page, example, TEXTE)
    status(page, "Prêt")
    words = visible_words(page)
    assert not ENGLISH.search(words), ENGLISH.findall(words)
    editor = page.locator(".cm-content")
    expect(editor).to_have_attribute("spellcheck", "true")
    expect(editor).to_have_attribute("lang", "fr")
    assert float(editor.evaluate("e => getComputedStyle(e).fontSize").removesuffix("px")) >= 16
    expect(editor).to_have_class(re.compile(r"\bcm-lineWrapping\b"))
    expect(page.locator(".cm-lineNumbers")).to_be_visible()

    page.locator(".cm-line", has_text="points: 2").first.click()
    page.keyboard.press("Home")
    page.keyboard.press("Delete")
    status(page, "2 points à corriger")
    state(page, "Modifié")
    expect(page.locator(".asalee-ligne-fautive")).to_have_text(["type: nombre", "oints: 2"])
    expect(page.locator(".asalee-faute", has_text="oints: 2")).to_have_css("text-decoration-style", "wavy")
    page.locator(".asalee-faute", has_text="oints: 2").hover()
    sentence = page.locator(".asalee-bulle")
    expect(sentence).to_contain_text("n’existe pas.")
    assert "la clé «\u00a0oints\u00a0» n’existe pas." in sentence.inner_text()
    expect(page.locator(".asalee-signe").last).to_have_attribute("title", re.compile("n’existe pas"))
    line = saved.decode().split("\n").index("points: 2") + 1
    assert f"Ligne {line}\u202f: la clé" in page.locator(".asalee-auteur-liste").inner_text()
    capture(page, "auteur-texte-faute")

    page.keyboard.press("Control+Home")
    page.locator(".asalee-auteur-etat").click()
    page.locator(".asalee-auteur-etat").click()
    page.keyboard.type("p")  # the second point: the cursor waits at the beginning of its line
    status(page, "Prêt")
    expect(page.locator(".asalee-faute")).to_have_count(0)
    expect(page.locator(".asalee-auteur-liste")).not_to_be_visible()
    assert texte.read_bytes() == saved
    page.keyboard.press("Control+s")
    state(page, "Enregistré à")
    assert page.console_errors == []


def test_a_type_is_completed_as_one_types(page, example, texte, capture):
    open_author(page, example, TEXTE)
    status(page, "Prêt")
    page.locator(".cm-line", has_text="type: nombre").click()
    page.keyboard.press("End")
    for _ in "nombre":
        page.keyboard.press("Backspace")
    page.keyboard.type("no")
    expect(page.locator(".asalee-choix b").first).to_have_text("nombre")
    expect(page.locator(".asalee-choix")).to_contain_text("Un nombre, avec son unité.")
    capture(page, "auteur-choix")
    page.keyboard.press("Enter")
    expect(page.locator(".asalee-choix")).to_have_count(0)
    expect(page.locator(".cm-line", has_text="type: nombre")).to_have_count(1)
    status(page, "Prêt")


def test_the_list_is_asked_for_chosen_by_arrows_and_closed(page, example, texte):
    open_author(page, example, TEXTE)
    status(page, "Prêt")
    write_after(page, "sexe: femme", "")
    state(page, "Modifié")
    assert page.locator(".asalee-choix").count() == 0, "nothing is proposed on an empty line, unasked"
    page.keyboard.press("Control+Space")
    names = proposals(page)
    assert "taille_cm" in names
    assert "sexe" not in names, "it is written already"
    second = names[1]
    page.keyboard.press("ArrowDown")
    active = page.locator(".cm-content").get_attribute("aria-activedescendant")
    expect(page.locator(f"#{active}")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    page.locator(".asalee-choix").wait_for(state="detached")
    page.keyboard.press("Control+Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.locator(".cm-line", has_text=f"  {second}: ")).to_have_count(1)


def test_a_save_given_up_is_not_said_to_be_done(page, example, texte):
    open_author(page, example, TEXTE)
    status(page, "Prêt")
    page.locator(".cm-line", has_text="Mme Exemple a").click()
    page.keyboard.type("x")
    texte.write_text(texte.read_text(encoding="utf-8") + "\nAjout d’une collègue.\n", encoding="utf-8")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_text("a changé sur le disque").wait_for()
    page.keyboard.press("Escape")
    page.locator(".jp-Dialog").wait_for(state="detached")
    state(page, "Modifié, pas encore enregistré")
    expect(page.get_by_role("button", name="Enregistrer")).to_be_enabled()
    assert "Ajout d’une collègue." in texte.read_text(encoding="utf-8")
