"""« Prouver »: from the button to a report that a trainer reads, and what it refuses."""

import pytest

from asalee_training.authoring import build, preuve
from asalee_training.authoring.preuve import tableau
from asalee_training.pages.atelier import Texte
from tests.pages.francais import is_french_page

TOUX, WRONG = "cases/bpco/toux-du-matin.md", "cases/cognition/a-corriger.md"


def ident(fichier):
    return Texte(None, fichier, "", "", "").ident


def test_nothing_is_called_proved_before_it_was(site):
    page = site.get("asalee/formatrice/preuve")
    assert "Pas encore prouvé" in page.words
    assert "n'a pas encore été prouvé" in site.get(f"asalee/formatrice/preuve/{ident(WRONG)}").words
    assert is_french_page(page)


def test_the_button_of_a_text_leads_to_its_report(site):
    workshop = site.get("asalee/formatrice").html
    assert f"/asalee/formatrice/preuve/{ident(TOUX)}" in workshop
    page = site.post(f"asalee/formatrice/preuve/{ident(TOUX)}", follow=True)
    assert is_french_page(page)
    for words in (
        "Le correcteur de ce texte est prouvé",
        "Bonnes réponses",
        "Réponses fausses",
        "ni réponse, ni explication, ni graine",
        "Question par question",
        "Texte libre, lu par la référente",
        "Combien font deux et deux ?",
        "Plafond de ce cas : 40 %",
        "Dix fois trop",
    ):
        assert words in page.words, words
    assert "{{" not in page.html
    assert "Lire la preuve" in site.get("asalee/formatrice/preuve").words


def test_what_survives_is_said_with_its_line_and_blocks(site):
    path = site.ws.root / TOUX
    path.write_text(path.read_text(encoding="utf-8").replace("tolerance: 0.1", "tolerance: 50"), encoding="utf-8")
    page = site.post(f"asalee/formatrice/preuve/{ident(TOUX)}", follow=True)
    assert "Le correcteur n'est pas prouvé" in page.words
    assert "À corriger avant de publier" in page.words
    assert "la réponse fausse « Dix fois trop » obtient tous les points chez les 32 patientes" in page.words
    assert "bloque" in page.words
    assert any("Dix fois trop" in str(problem) for problem in build.build_all(site.ws).problems)
    assert "Dix fois trop" in site.get("asalee/formatrice").words, "the workshop says it under the text"


def test_a_text_that_cannot_be_read_is_told_first(site):
    page = site.post(f"asalee/formatrice/preuve/{ident(WRONG)}", follow=True)
    assert "La preuve demande d'abord des corrections" in page.words
    assert "la clé « point » n'existe pas" in page.words


def test_all_at_once(site):
    page = site.post("asalee/formatrice/preuve", follow=True)
    assert "1 texte à corriger d'abord" in page.words
    assert "réponses fausses refusées sur" in page.words
    assert is_french_page(page)


def test_a_text_mended_since_is_no_longer_proved(site):
    site.post(f"asalee/formatrice/preuve/{ident(TOUX)}")
    path = site.ws.root / TOUX
    path.write_text(path.read_text(encoding="utf-8") + "\nUn mot de plus.\n", encoding="utf-8")
    assert "n'a pas encore été prouvé" in site.get(f"asalee/formatrice/preuve/{ident(TOUX)}").words


@pytest.mark.parametrize("address", ["0" * 16, ident("courses/bpco/module.md")])
def test_what_has_no_grader_has_no_proof(site, address):
    assert site.get(f"asalee/formatrice/preuve/{address}").status == 404
    assert site.post(f"asalee/formatrice/preuve/{address}").status == 404


def test_a_lesson_without_a_question_has_nothing_to_prove(site):
    page = site.post(f"asalee/formatrice/preuve/{ident('courses/bpco/01_les_bronches.md')}", follow=True)
    assert "il n'y a rien à prouver" in page.words


def test_a_proof_that_breaks_is_told_in_french(site, monkeypatch):
    def broken(*given):
        raise ZeroDivisionError

    monkeypatch.setattr(preuve, "prouver_cas", broken)
    path = site.ws.root / TOUX
    path.write_text(path.read_text(encoding="utf-8") + "\nUn mot de plus.\n", encoding="utf-8")
    page = site.post(f"asalee/formatrice/preuve/{ident(TOUX)}", follow=True)
    assert "« Prouver » n'a pas abouti" in page.words


def test_the_scores_stand_in_one_table_once_something_is_proved(site):
    site.post(f"asalee/formatrice/preuve/{ident(TOUX)}", follow=True)
    page = site.get("asalee/formatrice/preuve")
    assert is_french_page(page)
    table = page.html[page.html.index("Tous les scores") :]
    row = next(row for row in table[: table.index("</table>")].split("<tr>") if TOUX in row)
    (rang,) = tableau.rangs([preuve.prouver(site.ws, site.ws.root / TOUX)])
    assert rang.preuve.score
    for words in (ident(TOUX), *rang.cellules):
        assert " ".join(words.split()) in " ".join(row.split()), words
    assert all(f'<th scope="col">{colonne}</th>' in table for colonne in tableau.COLONNES)
