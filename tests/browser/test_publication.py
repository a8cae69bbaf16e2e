"""A new version under two trainees at work, in real browsers: two trainers sign it, one trainee keeps hers, one takes it.

Three installations on one exchange: the course's, Anne's, Berthe's. Pictures in build/captures/publication-*.png.
"""

import json
import os
import re
import shutil

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import expect

from asalee_training import answers
from asalee_training.authoring import essai, publication
from asalee_training.exercises.contract import option_id
from asalee_training.gradebook import progress
from asalee_training.gradebook.config import database_url
from asalee_training.workspace import Workspace
from tests.authoring.signatures import CLAIRE, NADIA
from tests.browser import formation
from tests.browser.copie import no_code_no_english, question, retrieved, saved, spoken
from tests.browser.toux_deux_versions import (
    ANNONCE,
    CAS,
    CONDUITE,
    EDITION,
    FICHIER,
    LETTRE,
    RECIT,
    SOMME,
    TRANSMETS,
    TROIS,
    V1,
    V2,
)
from tests.depot import ROOT, rewrite
from tests.pages.espace_exemple import GRILLE

REFERRAL = "Bonjour docteur, M. Petit tousse depuis deux hivers."
STORY = "Il a fumé trente ans, et ne fume plus."


@pytest.fixture(scope="module")
def ws(tmp_path_factory):
    """The course: version 1 signed by two people and published."""
    root = tmp_path_factory.mktemp("publication") / "cours"
    for name, text in ((FICHIER, CAS), ("grading/grilles/essai.yaml", GRILLE)):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    (root / "courses").mkdir()
    shutil.copy(ROOT / "grading" / "nbgrader_config.py", root / "grading")
    ws, path = Workspace(root), root / FICHIER
    publication.proposer(ws, path, CLAIRE)
    sheet = answers.Sheet(essai.play(ws, path, NADIA).parent)
    for nom, valeur in (
        ("somme", {"texte": "4", "unite": "L"}), ("conduite", option_id(TRANSMETS)), ("recit", "Vu."), ("lettre", "Vu.")
    ):  # fmt: skip
        sheet.write(nom, valeur, 0)
    publication.approuver(ws, path, NADIA)
    assert "Évaluations : 1." in formation.asalee(root, "publier", "bpco/toux")
    return ws


@pytest.fixture
def people(ws, serve, chromium, tmp_path_factory):
    """`people(role)`: a browser window and the server it is on; trainees have their own folders, and the exchange."""
    contexts = []

    def arrive(role, ident=""):
        root = ws.root
        if ident:
            root = tmp_path_factory.mktemp(ident)
            for folder in ("cases", "courses", "grading", "donnees"):
                (root / folder).mkdir()
            shutil.copy(ROOT / "grading" / "nbgrader_config.py", root / "grading")
            (root / "donnees" / "echange").symlink_to(ws.echange, target_is_directory=True)
        environ = {"ASALEE_ROLES": role, "ASALEE_RACINE": str(root)} | ({"ASALEE_APPRENANTE": ident} if ident else {})
        os.environ.update(environ)
        try:
            server = serve(root)
        finally:
            for name in environ:
                del os.environ[name]
        context = chromium.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900})
        context.set_default_timeout(90_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(server.url(f"asalee/{role.partition(',')[2] or role}"))
        return page, server, Workspace(root)

    yield arrive
    for context in contexts:
        context.close()


def number(page, titre, text):
    box = question(page, spoken(titre)).get_by_role("textbox")
    box.fill(text)
    box.press("Enter")
    saved(page, spoken(titre))


def write(page, titre, text):
    box = question(page, spoken(titre)).get_by_role("textbox")
    box.fill(text)
    box.blur()
    saved(page, spoken(titre))


def choose(page, titre, option):
    question(page, spoken(titre)).locator(f"input[value='{option_id(option)}']").check()
    saved(page, spoken(titre))


def begin(page, assignment):
    page.locator(f"#{assignment} a.bouton").click()
    expect(page.locator(".asalee-exercice").first).to_be_visible(timeout=90_000)


def hand_in(page):
    page.get_by_role("button", name="Remettre ma copie").click()
    expect(page.get_by_role("heading", name="Votre copie est remise")).to_be_visible()


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator("#resultat .avis h2").last).to_be_visible(timeout=120_000)


def stored(own, assignment):
    path = own.apprenante / assignment / answers.FICHIER
    return {n: e["valeur"] for n, e in json.loads(path.read_text(encoding="utf-8"))["reponses"].items()}


def sign_version_2(page, server, ws, capture):
    """Claire changes the text, is told it needs a new version, proposes it; Nadia plays it and approves it."""
    rewrite(ws.root / FICHIER, *EDITION)
    page.reload()
    expect(page.get_by_text("Brouillon")).to_be_visible()
    capture(page, "publication-02-atelier")
    page.get_by_role("link", name=re.compile("^Publication")).click()
    expect(page.get_by_text("entre les mains d’apprenantes")).to_be_visible()
    capture(page, "publication-03-nouvelle-version-demandee")
    press(page, "Passer à la version 2")
    page.get_by_label("Prénom et nom").fill(CLAIRE)
    page.get_by_role("button", name="C’est moi").click()
    press(page, "Proposer")
    expect(page.get_by_text("c’est une autre personne qui le joue")).to_be_visible()
    expect(page.get_by_role("button", name="Approuver")).to_have_count(0)
    capture(page, "publication-04-propose")

    page.get_by_text("Ce n’est pas vous").click()
    page.get_by_label("Prénom et nom").fill(NADIA)
    page.get_by_role("button", name="Changer de nom").click()
    expect(page.get_by_role("button", name="Approuver")).to_be_disabled()
    capture(page, "publication-05-a-jouer")
    publication_page = page.url
    page.get_by_role("button", name="Jouer ce cas").click()
    expect(page.locator(".asalee-exercice").first).to_be_visible(timeout=90_000)
    number(page, SOMME, "4")
    choose(page, CONDUITE, ANNONCE)
    write(page, LETTRE, "Lu.")
    capture(page, "publication-06-essai")
    page.goto(publication_page)
    expect(page.get_by_text(re.compile(r"1\squestion reste à jouer"))).to_be_visible()
    expect(page.get_by_role("button", name="Approuver")).to_be_disabled()
    capture(page, "publication-07-reste-a-jouer")
    page.get_by_role("button", name="Rouvrir le cas").click()
    expect(page.locator(".asalee-exercice").first).to_be_visible(timeout=90_000)
    number(page, TROIS, "6")
    page.goto(publication_page)
    press(page, "Approuver")
    press(page, "Publier")
    expect(page.get_by_text("Les apprenantes ont ce texte.")).to_be_visible()
    capture(page, "publication-08-publie")


def test_a_new_version_is_published_under_two_trainees_at_work(ws, people, capture):
    anne, anne_server, _ = people("apprenante", "anne")
    berthe, berthe_server, berthe_ws = people("apprenante", "berthe")
    trainer, trainer_server, _ = people("referente,formatrice")

    # Both are at work on version 1.
    begin(anne, V1)
    number(anne, SOMME, "4")
    choose(anne, CONDUITE, TRANSMETS)
    begin(berthe, V1)
    number(berthe, SOMME, "4")
    choose(berthe, CONDUITE, TRANSMETS)
    write(berthe, RECIT, STORY)
    capture(berthe, "publication-01-au-travail")
    header = anne.locator(".asalee-entete").inner_text()
    assert "Spécimen" not in header, "two people signed it"

    sign_version_2(trainer, trainer_server, ws, capture)

    # Anne's open tab goes on with version 1. She reads that there is a new one, keeps hers, and hands it in.
    write(anne, RECIT, "Il raconte ses hivers.")
    write(anne, LETTRE, REFERRAL)
    anne.goto(anne_server.url("asalee/apprenante"))
    row = anne.locator(f"#{V1}")
    expect(row).to_contain_text("Une nouvelle version de ce contenu est parue")
    expect(row).to_contain_text(re.compile(r"1\squestion nouvelle, 1\squestion retirée"))
    capture(anne, "publication-09-anne-nouvelle-version")
    row.get_by_role("link", name="Relire et remettre").click()
    hand_in(anne)
    anne.goto(anne_server.url("asalee/apprenante"))
    expect(anne.locator(f"#{V1}")).to_contain_text("Votre copie reste telle quelle")
    capture(anne, "publication-10-anne-remise")

    # Berthe keeps a tab open on version 1, and takes the new one in another.
    second = berthe.context.new_page()
    second.goto(berthe_server.url("asalee/apprenante"))
    second.get_by_role("link", name="Voir la nouvelle version").click()
    expect(second.get_by_role("heading", name="Questions retirées")).to_be_visible()
    no_code_no_english(second)
    capture(second, "publication-11-berthe-choisit")
    second.get_by_role("button", name="Recommencer avec la nouvelle version").click()
    expect(second.locator(".asalee-exercice").first).to_be_visible(timeout=90_000)
    retrieved(second, spoken(SOMME))
    retrieved(second, spoken(CONDUITE))
    expect(second.locator(".asalee-entete")).to_contain_text("Vos réponses à la version d’avant sont gardées")
    expect(question(second, spoken(RECIT))).to_have_count(0)
    expect(second.get_by_text("Préparation du cas")).to_be_hidden()
    capture(second, "publication-12-berthe-version-2")
    no_code_no_english(second)
    assert set(stored(berthe_ws, V2)) == {"somme", "conduite"}
    write(berthe, LETTRE, "Écrit dans l’onglet resté ouvert.")
    assert stored(berthe_ws, V1)["lettre"] == "Écrit dans l’onglet resté ouvert."
    assert "lettre" not in stored(berthe_ws, V2)

    number(second, TROIS, "6")
    write(second, LETTRE, REFERRAL)
    second.goto(berthe_server.url("asalee/apprenante"))
    capture(second, "publication-13-berthe-mes-modules")
    second.get_by_role("link", name="Vos réponses d’avant").click()
    expect(second.get_by_text(STORY)).to_be_visible()
    expect(second.get_by_text("Écrit dans l’onglet resté ouvert.")).to_be_visible()
    capture(second, "publication-14-berthe-avant")
    second.goto(berthe_server.url("asalee/apprenante"))
    second.locator(f"#{V2}").get_by_role("link", name="Relire et remettre").click()
    hand_in(second)

    # Each is marked with the key of her own version.
    for assignment in (V1, V2):
        formation.asalee(ws.root, "noter", assignment)
    marks = {a: {c.apprenante: (c.points, c.sur) for c in progress.copies(ws, a)} for a in (V1, V2)}
    assert marks == {V1: {"anne": (6, 18)}, V2: {"berthe": (4, 14)}}, "4 L is right in version 1 and wrong in version 2"
    with Gradebook(database_url(ws), "asalee") as book:
        assert {a.name for a in book.assignments} == {V1, V2}
        cells = {g.name: g.auto_score for g in book.find_submission_notebook("toux", V2, "berthe").grades}
        assert (cells["somme"], cells["trois"], cells["conduite"]) == (0, 2, 2)
    trainer.goto(trainer_server.url("asalee/referente"))
    expect(trainer.locator("li.carte")).to_have_count(2)
    capture(trainer, "publication-15-bureau")
