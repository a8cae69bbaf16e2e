"""What a trainer meets: what is ready, what is to correct and where, preview, publication, a new case."""

import json

import pytest

from asalee_training.gradebook.release import ReleaseError
from asalee_training.pages import atelier
from asalee_training.pages.atelier import slug
from asalee_training.workspace import Workspace
from tests.pages.francais import is_french_page
from tests.pages.mes_textes import CORRECT, WRONG, ident, ligne


def test_a_text_is_not_called_ready_before_it_was_checked(site):
    assert "Pas encore vérifié" in ligne(site, CORRECT)
    assert site.post(f"asalee/formatrice/verifier/{ident(CORRECT)}").status == 303
    assert "Prêt" in ligne(site, CORRECT)
    assert "Pas encore vérifié" in ligne(site, WRONG)


def test_what_is_wrong_is_said_with_its_line(site):
    page = site.post("asalee/formatrice/verifier", follow=True)
    assert "1 texte à corriger sur 7" in page.words
    words = ligne(site, WRONG)
    assert "À corriger : 2 points" in words
    assert "Ligne 22 : la clé « point » n'existe pas. Vouliez-vous écrire « points » ?" in words
    assert is_french_page(page)


def test_a_text_mended_after_its_check_is_no_longer_judged(site):
    site.post(f"asalee/formatrice/verifier/{ident(WRONG)}")
    path = site.ws.root / WRONG
    path.write_text(path.read_text(encoding="utf-8").replace("point: 2", "points: 2"), encoding="utf-8")
    assert "Modifié depuis la vérification" in ligne(site, WRONG)
    site.post(f"asalee/formatrice/verifier/{ident(WRONG)}")
    assert "Prêt" in ligne(site, WRONG)


def test_a_text_that_is_no_text_at_all_is_told_too(site):
    (site.ws.cases / "rcv").mkdir()
    (site.ws.cases / "rcv" / "latin.md").write_bytes(b"\xff\xfe---\n")
    page = site.post("asalee/formatrice/verifier", follow=True)
    assert page.status == 200
    assert "UTF-8" in ligne(site, "cases/rcv/latin.md")


@pytest.mark.parametrize("number", ["0", "31"])
def test_the_preview_opens_the_notebook_of_the_chosen_trainee(site, number):
    answer = site.post(f"asalee/formatrice/apercu/{ident(CORRECT)}", {"stagiaire": number})
    assert answer.status == 303
    assert answer.headers["Location"] == "/doc/tree/donnees/apercu/bpco-essoufflement-v1/essoufflement.ipynb?reset"
    data = json.loads((site.ws.apercu / "bpco-essoufflement-v1" / "cas.json").read_text(encoding="utf-8"))
    assert data["indice"] == int(number)


@pytest.mark.parametrize("number", ["32", "-1", "1e3", "²", "", "un", "9" * 400])
def test_a_trainee_number_out_of_range_is_refused(site, number):
    answer = site.post(f"asalee/formatrice/apercu/{ident(CORRECT)}", {"stagiaire": number})
    assert answer.status == 400
    assert "entre 0 et 31" in answer.words


def test_a_preview_of_a_wrong_text_leads_to_its_corrections(site):
    answer = site.post(f"asalee/formatrice/apercu/{ident(WRONG)}", {"stagiaire": "0"}, follow=True)
    assert "demande d'abord des corrections" in answer.words
    assert "Ligne 22" in answer.words


def test_a_module_is_checked_and_has_no_preview(site):
    module = "courses/bpco/module.md"
    assert site.post(f"asalee/formatrice/apercu/{ident(module)}", {"stagiaire": "0"}).status == 404
    path = site.ws.root / module
    path.write_text(path.read_text(encoding="utf-8").replace("01_les_bronches", "03_absente"), encoding="utf-8")
    site.post(f"asalee/formatrice/verifier/{ident(module)}")
    assert "la leçon « 03_absente » n'existe pas" in ligne(site, module)
    assert "Aperçu" not in ligne(site, module)
    assert site.get("asalee/apprenante").status == 200


def test_a_new_case_is_made_from_its_name_and_gives_its_path(site):
    page = site.post("asalee/formatrice/nouveau", {"protocole": "bpco", "nom": "L'œdème, un soir d'été"}, follow=True)
    path = site.ws.cases / "bpco" / "l-oedeme-un-soir-d-ete.md"
    assert path.is_file()
    assert str(path) in page.html
    assert "sous « BPCO et patient tabagique »" in page.words
    assert "titre: \"L'œdème, un soir d'été\"" in path.read_text(encoding="utf-8")
    assert (
        "Ce texte est prêt"
        in site.post(f"asalee/formatrice/verifier/{ident('cases/bpco/l-oedeme-un-soir-d-ete.md')}", follow=True).words
    )
    page = site.post("asalee/formatrice/nouveau", {"protocole": "bpco", "nom": "L'œdème, un soir d'été"}, follow=True)
    assert "existe déjà" in page.words


def test_a_new_case_may_be_a_notebook_and_its_problems_name_the_cell(site):
    fields = {"protocole": "bpco", "nom": "Toux de nuit", "forme": "carnet"}
    page = site.post("asalee/formatrice/nouveau", fields, follow=True)
    name = "cases/bpco/toux-de-nuit.ipynb"
    path = site.ws.root / name
    assert path.is_file()
    assert "Toux de nuit" in ligne(site, name)
    assert f"doc/tree/{name}?reset" in page.html
    assert "Ce texte est prêt" in site.post(f"asalee/formatrice/verifier/{ident(name)}", follow=True).words
    path.write_text(path.read_text(encoding="utf-8").replace("points: 2", "point: 2", 1), encoding="utf-8")
    site.post(f"asalee/formatrice/verifier/{ident(name)}")
    assert "Cellule 4, ligne 4 : la clé « point » n'existe pas." in ligne(site, name)
    path.write_text("{", encoding="utf-8")
    page = site.post(f"asalee/formatrice/verifier/{ident(name)}", follow=True)
    assert "ce carnet est abîmé" in ligne(site, name)
    assert is_french_page(page)


@pytest.mark.parametrize("name", ["", "../../evasion", "///", "日本", "<script>", "a" * 300])
@pytest.mark.parametrize("protocole", ["bpco", "../bpco", "inconnu"])
def test_a_new_case_is_never_written_elsewhere(site, protocole, name):
    before = set(site.ws.root.rglob("*.md"))
    page = site.post("asalee/formatrice/nouveau", {"protocole": protocole, "nom": name}, follow=True)
    assert page.status == 200, page.words
    assert is_french_page(page)
    made = set(site.ws.root.rglob("*.md")) - before
    assert all(p.parent == site.ws.cases / "bpco" for p in made)


def test_slug_keeps_what_a_file_name_may_hold():
    assert slug("Mme Bœuf : l'été À 20 h !") == "mme-boeuf-l-ete-a-20-h"


def test_an_unknown_text_is_a_french_404(site):
    for action in ("verifier", "apercu"):
        answer = site.post(f"asalee/formatrice/{action}/{'0' * 16}", {"stagiaire": "0"})
        assert answer.status == 404
        assert "Ce texte n'existe plus" in answer.words


def test_the_guide_is_read_in_the_page_and_runs_nothing(site):
    assert site.get("asalee/formatrice/guide").status == 404
    (site.ws.cases / "README.md").write_text("# Écrire un cas\n\n<script>alert(1)</script>\n", encoding="utf-8")
    page = site.get("asalee/formatrice/guide")
    assert page.status == 200
    assert "Écrire un cas" in page.words
    assert "<script>alert" not in page.html


def test_private_content_is_listed_without_an_editor_that_could_not_open_it(start, ws, tmp_path, monkeypatch):
    private = tmp_path / "prive"
    private.mkdir()
    for name in ("cases", "courses"):
        (ws.root / name).rename(private / name)
        (ws.root / name).mkdir()
    monkeypatch.setenv("ASALEE_CONTENU", str(private))
    page = start(Workspace(ws.root)).get("asalee/formatrice")
    assert "essoufflement.md" in page.words
    assert "Écrire" not in page.words


def test_publishing_leaves_wrong_texts_out_and_says_which(site, monkeypatch):
    released = []
    monkeypatch.setattr(atelier.release, "release", lambda ws, names: released.extend(names))
    page = site.post("asalee/formatrice/publier", follow=True)
    assert "Publication faite, sauf les textes à corriger" in page.words
    assert "cases/cognition/a-corriger.md, ligne 22" in page.words
    assert released == ["bpco-toux-du-matin-v1", "diabete-pied-froid-v1"]
    assert "À corriger" in ligne(site, WRONG)
    assert "Prêt" in ligne(site, CORRECT)


def test_a_publication_that_is_refused_says_why(site, monkeypatch):
    def refuse(ws, names):
        raise ReleaseError("Des copies existent et ses questions ont changé.")

    monkeypatch.setattr(atelier.release, "release", refuse)
    page = site.post("asalee/formatrice/publier", follow=True)
    assert "« Construire et publier » n'a pas abouti" in page.words
    assert "Des copies existent et ses questions ont changé." in page.words
