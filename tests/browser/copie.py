"""The exercises of a copy as a trainee finds and answers them."""

import re

from playwright.sync_api import expect

from tests.browser.lab import ENGLISH
from tests.browser.plis import unfold

TRANSMISSION = (
    "Bonjour docteur Morel. Mme Garnier, vue ce matin pour ses pieds, ne sent plus le monofilament à un site au moins.\n"
    "<script>alert('x')</script> Je vous propose d'en parler lundi."
)


def question(page, titre):
    """The frame of the exercise under a heading."""
    return page.locator(".asalee-exercice").filter(has=page.get_by_role("group", name=titre, exact=True))


def saved(page, titre):
    expect(question(page, titre).locator(".asalee-etat")).to_have_text(
        re.compile(r"✔\sRéponse\senregistrée\sà\s\d\d:\d\d")
    )


def retrieved(page, titre):
    expect(question(page, titre).locator(".asalee-etat")).to_have_text(
        re.compile(r"✔\sRéponse\sretrouvée\s\(enregistrée")
    )


def spoken(texte):
    """A heading as the page writes it: French spaces before signs, curly apostrophes or not."""
    letters = re.escape(re.sub(r"\s+", " ", texte)).replace(r"\ ", r"\s")
    letters = letters.replace("/", ".")  # a slash would end the pattern where the browser reads it
    return re.compile("^" + re.sub(r"['’]", "['’]", letters).replace(r"\s\?", r"\s*\?").replace(r"\s:", r"\s*:") + "$")


def answer(page, exercise, attendu):
    """Answer one exercise as a person does; returns the heading."""
    titre = spoken(exercise.titre)
    frame = question(page, titre)
    frame.scroll_into_view_if_needed()
    if exercise.type == "choix":
        frame.locator(f"input[value='{attendu}']").check()
    elif exercise.type == "choix_multiple":
        for option in attendu:
            frame.locator(f"input[value='{option}']").check()
    elif exercise.type == "zones_pied":
        for zone in attendu:
            frame.locator(f"[data-zone='{zone}']").click()
    elif exercise.type == "nombre":
        frame.get_by_role("textbox").fill(f"{attendu:.{exercise.spec.decimales}f}".replace(".", ","))
        frame.get_by_role("textbox").press("Enter")
    else:
        frame.get_by_role("textbox").fill(TRANSMISSION)
        frame.get_by_role("textbox").blur()
    saved(page, titre)
    return titre


def open_case(page, server, assignment):
    page.goto(server.url("asalee/apprenante"))
    unfold(page, assignment).locator("a.bouton").click()
    page.wait_for_url(re.compile(r"/copie/|/doc/tree/"))
    if "/copie/" in page.url:  # all is answered: the button leads to the page where she reads her answers again
        page.get_by_role("link", name="Continuer à répondre").click()
    expect(page.locator(".asalee-exercice").first).to_be_visible(timeout=60_000)


def no_code_no_english(page):
    text = page.locator("body").inner_text()
    assert "asalee_training" not in text
    assert not (found := ENGLISH.findall(text.replace("<script>", ""))), found
    assert not page.locator(".jp-InputArea-editor:visible, .jp-InputPrompt:visible").count()
