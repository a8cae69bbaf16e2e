"""The page of one text: two people sign it, each in her own name, and only what they played reaches trainees."""

import json
import re
import threading

import pytest

from asalee_training import answers
from asalee_training.authoring import essai, personnes, preview
from asalee_training.exercises.contract import option_id
from asalee_training.pages import base, signatures, travaux
from tests.pages.francais import is_french_page
from tests.pages.mes_textes import ident, ligne

TEXTE = "cases/bpco/essoufflement.md"
CLAIRE, NADIA = "Claire Martin", "Nadia Benali"
SUIVI = 'version_protocole: "Avenant de mars 2026"\nrelecture: 2026-03-01\nperemption: 2099-03-01\n'
PAGE = f"asalee/formatrice/publication/{ident(TEXTE)}"


@pytest.fixture(autouse=True)
def no_nbgrader(monkeypatch):
    """Training cases go to the library; nothing here needs nbgrader."""
    monkeypatch.setattr(signatures.release, "release", lambda ws, names: [])


@pytest.fixture
def draft(site):
    """A text that nobody signed yet, never built."""
    path = site.ws.root / TEXTE
    path.write_text(path.read_text(encoding="utf-8").replace("specimen: true\n", SUIVI), encoding="utf-8")
    return path


def do(site, gesture, **data):
    return site.post(f"{PAGE}/{gesture}", data, follow=True)


def buttons(page):
    """The buttons that can be pressed."""
    found = re.findall(r"<button class=\"bouton[^\"]*\"( disabled)?>([^<]+)</button>", page.html)
    return [words.replace("’", "'") for disabled, words in found if not disabled]


def play(site, draft, par):
    sheet = answers.Sheet(essai.play(site.ws, draft, par).parent)
    sheet.write("somme", {"texte": "5", "unite": "L"}, 0)
    sheet.write("conduite", option_id("Je transmets au médecin."), 0)


def test_two_trainers_publish_a_text(site, draft):
    page = site.get(PAGE)
    assert is_french_page(page)
    assert "Qui êtes-vous ?" in page.words
    assert "Proposer" not in buttons(page)
    page = do(site, "moi", nom="  claire")
    assert "écrivez votre prénom et votre nom" in page.words
    page = do(site, "moi", nom=CLAIRE)
    assert f"Vous signez : {CLAIRE}" in page.words
    assert "Proposer" in buttons(page)

    assert "Sa correction sera éprouvée quand vous le proposerez" in page.words
    page = do(site, "proposer")
    assert "Le texte est proposé" in page.words
    assert "c'est une autre personne qui le joue" in page.words
    assert not {"Approuver", "Jouer ce cas", "Publier"} & set(buttons(page))
    assert "une autre personne" in do(site, "approuver").words, "the button's absence is not the lock"
    assert "Proposé, à jouer et approuver" in ligne(site, TEXTE)

    page = do(site, "moi", nom=NADIA)
    assert "Jouer ce cas" in buttons(page)
    assert "Approuver" not in buttons(page)
    opened = site.post(f"{PAGE}/jouer")
    assert opened.status == 303
    notebook = site.ws.root / opened.headers["Location"].partition("/doc/tree/")[2].partition("?")[0]
    metadata = json.loads(notebook.read_text(encoding="utf-8"))["metadata"]["asalee"]
    assert metadata["titre"].startswith("À relire : ")
    assert metadata["retour"]["adresse"] == PAGE
    assert "2 questions restent à jouer : « Combien font deux et deux ? »" in site.get(PAGE).words
    play(site, draft, NADIA)
    page = site.get(PAGE)
    assert "Vous avez joué toutes les questions" in page.words
    page = do(site, "approuver")
    assert "Le texte est approuvé" in page.words
    page = do(site, "publier")
    assert "Les apprenantes ont ce texte" in page.words
    assert "Ce que la preuve a essayé Bonnes réponses" in page.words
    assert "Publier" not in buttons(page)
    assert f"{CLAIRE} a proposé la version 1" in page.words
    assert f"{NADIA} a joué et approuvé la version 1" in page.words
    assert "Mme Roux" in site.get("asalee/apprenante").words
    assert "Approuvé" in ligne(site, TEXTE)

    draft.write_text(draft.read_text(encoding="utf-8").replace("tousse le matin", "tousse le soir"), encoding="utf-8")
    page = site.get(PAGE)
    assert "d'avant les derniers changements" in page.words
    assert "Le texte a changé depuis" in page.words
    assert "Publier" not in buttons(page)
    assert "le texte a changé" in do(site, "publier").words


def test_a_page_read_while_the_text_is_signed_does_not_say_two_things(site, draft, monkeypatch):
    do(site, "moi", nom=CLAIRE)
    do(site, "proposer")
    do(site, "moi", nom=NADIA)
    play(site, draft, NADIA)
    read, signed = threading.Event(), threading.Event()
    real_dossier, real_signer = signatures.dossier, signatures.signer

    def signer_once_read(*args):
        read.wait(20)
        return real_signer(*args)

    def dossier_until_signed(*args):
        found = real_dossier(*args)
        read.set()
        signed.wait(20)
        return found

    def end(*args):
        real_end(*args)
        signed.set()

    work = site.app.web_app.settings[base.SETTING]["work"]
    real_end = work._end
    monkeypatch.setattr(work, "_end", end)
    monkeypatch.setattr(travaux, "PATIENCE_S", 0.01)
    monkeypatch.setattr(signatures, "signer", signer_once_read)
    monkeypatch.setattr(signatures, "dossier", dossier_until_signed)
    page = do(site, "approuver")

    assert signed.is_set()
    assert "Travail en cours : Approuver" in page.words
    assert "Le texte est approuvé" not in page.words
    assert page.headers["Refresh"]
    page = site.get(PAGE)
    assert "Le texte est approuvé" in page.words
    assert "Publier" in buttons(page)


def test_a_name_never_comes_from_an_address(site, draft):
    personnes.remember(site.ws, CLAIRE)
    site.post(f"{PAGE}/proposer?par=Nadia+Benali&nom=Nadia+Benali", {"par": NADIA, "nom": NADIA})
    assert NADIA not in draft.read_text(encoding="utf-8")
    assert CLAIRE in draft.read_text(encoding="utf-8")


def test_a_name_given_by_the_server_is_not_changed_on_its_page(site, draft, monkeypatch):
    monkeypatch.setenv("ASALEE_FORMATRICE", NADIA)
    assert "Ce n'est pas vous" not in site.get(PAGE).words
    assert "ne se change pas ici" in do(site, "moi", nom=CLAIRE).words
    do(site, "proposer")
    assert NADIA in draft.read_text(encoding="utf-8")


def test_playing_by_the_ordinary_preview_is_not_reviewing(site, draft):
    personnes.remember(site.ws, CLAIRE)
    do(site, "proposer")
    personnes.remember(site.ws, NADIA)
    sheet = answers.Sheet(preview.preview(site.ws, draft).parent)
    sheet.write("somme", {"texte": "5", "unite": "L"}, 0)
    assert "n'a pas encore joué ce texte" in do(site, "approuver").words


def test_a_specimen_says_so_and_asks_for_no_signature(site):
    page = site.get(PAGE)
    assert "Ce texte est un spécimen" in page.words
    assert "Proposer" not in buttons(page)
    assert "Spécimen" in ligne(site, TEXTE)


def test_a_wrong_text_says_what_to_correct_and_offers_nothing(site, draft):
    personnes.remember(site.ws, CLAIRE)
    draft.write_text(draft.read_text(encoding="utf-8").replace("points: 2", "point: 2", 1), encoding="utf-8")
    page = site.get(PAGE)
    assert "la clé « point » n'existe pas" in page.words
    assert buttons(page) == ["Changer de nom"]
    draft.write_text(draft.read_text(encoding="utf-8").replace("point: 2", "points: 2", 1), encoding="utf-8")
    draft.write_text(draft.read_text(encoding="utf-8").replace("relecture: 2026-03-01\n", ""), encoding="utf-8")
    assert "« relecture: »" in do(site, "proposer").words


def test_an_expired_text_warns_its_trainer_and_stays_open(site):
    path = site.ws.root / TEXTE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("specimen: true\n", "specimen: true\nperemption: 2020-03-01\n"), encoding="utf-8")
    assert "Ce texte est périmé" in site.get(PAGE).words
    assert "Spécimen, périmé" in ligne(site, TEXTE)
    do(site, "publier")
    assert "Mme Roux" in site.get("asalee/apprenante").words


def test_a_withdrawn_text_is_no_longer_begun_and_stays_with_who_began(site):
    personnes.remember(site.ws, CLAIRE)
    site.get("asalee/apprenante/ouvrir/bpco-essoufflement-v1")
    assert "Le texte est retiré" in do(site, "retirer").words
    assert "Mme Roux" in site.get("asalee/apprenante").words
    assert "Retiré" in ligne(site, TEXTE)
    for path in (site.ws.apprenante / "bpco-essoufflement-v1").iterdir():
        path.unlink()
    (site.ws.apprenante / "bpco-essoufflement-v1").rmdir()
    assert "Mme Roux" not in site.get("asalee/apprenante").words


def test_a_key_changed_under_a_trainee_offers_the_next_version(site):
    fichier = "cases/bpco/toux-du-matin.md"
    page = f"asalee/formatrice/publication/{ident(fichier)}"
    site.get("asalee/apprenante/ouvrir/bpco-toux-du-matin-v1")
    path = site.ws.root / fichier
    path.write_text(path.read_text(encoding="utf-8").replace("valeur: 4,", "valeur: 5,"), encoding="utf-8")
    shown = site.get(page)
    assert "entre les mains d'apprenantes" in shown.words
    assert "Passer à la version 2" in buttons(shown)
    shown = site.post(f"{page}/renumeroter", follow=True)
    assert "Le texte est passé à la version 2" in shown.words
    assert re.search(r"^version: 2$", path.read_text(encoding="utf-8"), re.M)
    assert "Passer à" not in shown.words.replace("Le texte est passé", "")


def test_a_module_has_no_page_of_signatures(site):
    assert site.get(f"asalee/formatrice/publication/{ident('courses/bpco/module.md')}").status == 404
    assert site.get(f"asalee/formatrice/publication/{'0' * 16}").status == 404
