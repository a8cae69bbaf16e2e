"""What a trainee meets: her modules, her case opened, her copy handed in, her feedback."""

import json
import re
import time
import zipfile
from io import BytesIO

import pytest

from asalee_training.answers import FICHIER, Sheet
from asalee_training.gradebook import submit
from asalee_training.pages import parutions, plis
from asalee_training.pages.parutions import outbound
from asalee_training.training.journal import Journal
from tests.pages.mes_modules import ESSOUFFLEMENT, PIED, TOUX, TRANSMET, answer, ligne, opened


def test_lessons_come_in_the_order_of_the_course_then_the_cases(site):
    words = site.get("asalee/apprenante").words
    places = [words.index(t) for t in ("7 h 30", "Le souffle", "Les bronches", "M. Petit", "Mme Roux")]
    assert places == sorted(places)
    assert "Mme Faure" not in words, "a case that cannot be built was published"


def parts(site, page):
    """The parts of a long page: {title: (open, what its line says)}."""
    found = {}
    for tag, inside in re.findall(
        r"(<details class=\"module\"[^>]*>)\s*<summary>(.*?)</summary>", site.get(page).html, re.S
    ):
        titre, compte = (
            re.sub(r"\s+", " ", words) for words in re.findall(r"<(?:h2|span)[^>]*>(.*?)</(?:h2|span)>", inside)
        )
        found[titre] = (" open>" in tag, compte)
    return found


def test_a_short_page_shows_all_and_a_long_one_the_module_where_she_goes_on(site, monkeypatch):
    assert {shown for shown, _ in parts(site, "asalee/apprenante").values()} == {True}
    monkeypatch.setattr(plis, "COURTE", 0)
    found = parts(site, "asalee/apprenante")
    assert found["BPCO et patient tabagique"] == (True, "0 terminé sur 4"), "the first lesson to begin is there"
    assert found["Diabète de type 2"] == (False, "0 terminé sur 1")
    answer(opened(site, PIED), "somme", {"texte": "4", "unite": "L"})
    found = parts(site, "asalee/apprenante")
    assert found["Diabète de type 2"] == (True, "0 terminé sur 1 · 1 en cours")
    assert found["BPCO et patient tabagique"][0] is False


def test_a_long_list_of_texts_shows_those_to_be_corrected(site, monkeypatch):
    monkeypatch.setattr(plis, "COURTE", 0)
    assert {shown for shown, _ in parts(site, "asalee/formatrice").values()} == {False}
    assert parts(site, "asalee/formatrice/preuve")["Troubles cognitifs"] == (False, "1 texte · 1 à prouver")
    site.post("asalee/formatrice/verifier", follow=True)
    for _ in range(600):
        if "Vérification terminée" in site.get("asalee/formatrice").words:
            break
        time.sleep(0.1)
    found = parts(site, "asalee/formatrice")
    assert found["Troubles cognitifs"] == (True, "1 texte · 1 à corriger")
    assert found["Diabète de type 2"] == (False, "1 texte")


def test_a_case_goes_from_to_begin_to_handed_in(site):
    words, href = ligne(site, TOUX)
    assert "À commencer" in words
    assert "Évaluation" in words
    assert "20 min" in words
    assert href.endswith(f"/ouvrir/{TOUX}")
    folder = opened(site, TOUX)
    answer(folder, "somme", {"texte": "4", "unite": "L"})
    assert "En cours : 1 réponse sur 3" in ligne(site, TOUX)[0]
    answer(folder, "conduite", TRANSMET)
    answer(folder, "transmission", "Bonjour.")
    words, href = ligne(site, TOUX)
    assert "Relire et remettre" in words
    assert href.endswith(f"/copie/{TOUX}")
    assert site.post(f"asalee/apprenante/copie/{TOUX}").status == 303
    words, href = ligne(site, TOUX)
    assert re.search(r"Remise le \d+(er)? \w+ à \d\d:\d\d", words)
    assert "Voir ma copie" in words


def test_training_and_lessons_are_done_without_handing_in(site):
    folder = opened(site, ESSOUFFLEMENT)
    for nom, valeur in (("somme", {"texte": "4", "unite": "L"}), ("conduite", TRANSMET)):
        answer(folder, nom, valeur)
    assert "Terminé : 2 réponses sur 2" in ligne(site, ESSOUFFLEMENT)[0]
    assert "ne se remet pas" in site.get(f"asalee/apprenante/copie/{ESSOUFFLEMENT}").words
    opened(site, "bpco-01_les_bronches-v1")
    assert "Relire" in ligne(site, "bpco-01_les_bronches-v1")[0]


def test_the_case_answered_last_is_offered_first(site):
    answer(opened(site, TOUX), "somme", {"texte": "3", "unite": "L"})
    answer(opened(site, PIED), "somme", {"texte": "3", "unite": "L"})
    first = site.get("asalee/apprenante").html.split('class="reprendre"')[1].split("</section>")[0]
    assert "M. Leroy" in first


def test_opening_copies_the_released_files_and_leaves_for_the_notebook_alone(site):
    answer_ = site.get(f"asalee/apprenante/ouvrir/{TOUX}")
    assert answer_.headers["Location"] == f"/doc/tree/donnees/apprenante/{TOUX}/toux-du-matin.ipynb?reset"
    folder = site.ws.apprenante / TOUX
    assert sorted(p.name for p in folder.iterdir()) == ["cas.json", "toux-du-matin.ipynb"]
    for path in folder.iterdir():
        assert path.read_bytes() == (outbound(site.ws) / TOUX / path.name).read_bytes()


def test_opening_again_mends_the_notebook_and_never_touches_the_answers(site):
    folder = opened(site, TOUX)
    answer(folder, "somme", {"texte": "4", "unite": "L"})
    answers = (folder / FICHIER).read_bytes()
    (folder / "toux-du-matin.ipynb").write_text("déchiré", encoding="utf-8")
    (folder / "cas.json").unlink()
    (outbound(site.ws) / TOUX / FICHIER).write_text("{}")  # left there by mistake: must not reach her
    opened(site, TOUX)
    assert (folder / FICHIER).read_bytes() == answers
    assert json.loads((folder / "toux-du-matin.ipynb").read_text(encoding="utf-8"))["nbformat"] == 4
    stamp = (folder / "cas.json").stat().st_mtime_ns
    opened(site, TOUX)
    assert (folder / "cas.json").stat().st_mtime_ns == stamp


def test_a_case_under_way_stays_open_when_it_is_withdrawn(site):
    folder = opened(site, TOUX)
    answer(folder, "somme", {"texte": "4", "unite": "L"})
    for path in (outbound(site.ws) / TOUX).iterdir():
        path.unlink()
    assert "En cours : 1 réponse sur 3" in ligne(site, TOUX)[0]
    opened(site, TOUX)


def test_a_damaged_answers_file_is_told_and_what_is_readable_counts(site):
    folder = opened(site, TOUX)
    answer(folder, "somme", {"texte": "4", "unite": "L"})
    answer(folder, "conduite", TRANSMET)
    whole = (folder / FICHIER).read_text(encoding="utf-8")
    (folder / FICHIER).write_text(whole[: whole.index('"somme"')], encoding="utf-8")
    words = ligne(site, TOUX)[0]
    assert "était abîmé : une réponse a été retrouvée" in words
    assert "En cours : 1 réponse sur 3" in words
    Sheet(folder).read()  # her case repairs it; the page goes on saying so
    assert "a été abîmé puis réparé" in ligne(site, TOUX)[0]


def test_the_copy_says_answers_in_words_and_what_is_missing(site):
    folder = opened(site, TOUX)
    answer(folder, "conduite", TRANSMET)
    answer(folder, "transmission", "Bonjour,\n<script>alert(1)</script>")
    page = site.get(f"asalee/apprenante/copie/{TOUX}")
    assert "Je transmets au médecin." in page.words
    assert TRANSMET not in page.words
    assert "Pas encore répondu" in page.words
    assert "1 question reste sans réponse" in page.words
    assert "{{" not in page.words
    assert re.search(r"Mme Exemple, \d\d ans", page.words), "the question is not about her own patient"
    assert "<script>alert" not in page.html


def test_two_answers_to_one_question_are_told(site):
    folder = opened(site, TOUX)
    answer(folder, "somme", {"texte": "4", "unite": "L"})
    with pytest.raises(Exception, match="autre fenêtre"):
        Sheet(folder).write("somme", {"texte": "5", "unite": "L"}, 0)
    assert "Deux réponses pour une même question" in site.get(f"asalee/apprenante/copie/{TOUX}").words


def test_the_receipt_and_the_zip_of_a_machine_without_network(site):
    folder = opened(site, TOUX)
    answer(folder, "somme", {"texte": "4", "unite": "L"})
    page = site.post(f"asalee/apprenante/copie/{TOUX}", follow=True)
    receipt = submit.last_receipt(site.ws, TOUX)
    assert "Votre copie est remise" in page.words
    assert [(e.genre, e.contenu) for e in Journal(site.ws.apprenante).read()] == [("remise", "bpco/toux-du-matin")]
    assert receipt.numero in page.words
    assert "1 sur 3" in page.words
    assert "Vous êtes hors réseau : envoyez copie.zip" in page.words
    assert "Remettre ma copie de nouveau" in page.words
    sent = site.get(f"asalee/apprenante/copie.zip/{TOUX}")
    assert sent.headers["Content-Disposition"] == 'attachment; filename="copie.zip"'
    with zipfile.ZipFile(BytesIO(sent.body)) as archive:
        assert sorted(archive.namelist()) == [FICHIER, "copie.json"]


def test_answers_changed_after_handing_in_are_told_and_can_be_handed_in_again(site):
    folder = opened(site, PIED)
    answer(folder, "somme", {"texte": "3", "unite": "L"})
    site.post(f"asalee/apprenante/copie/{PIED}")
    first = submit.last_receipt(site.ws, PIED).numero
    assert "ont changé depuis" not in site.get(f"asalee/apprenante/copie/{PIED}").words
    answer(folder, "somme", {"texte": "4", "unite": "L"})
    assert "Vos réponses ont changé depuis cette remise" in site.get(f"asalee/apprenante/copie/{PIED}").words
    site.post(f"asalee/apprenante/copie/{PIED}")
    assert submit.last_receipt(site.ws, PIED).numero != first


def test_a_case_never_opened_is_not_handed_in(site):
    for page in (site.get(f"asalee/apprenante/copie/{TOUX}"), site.post(f"asalee/apprenante/copie/{TOUX}")):
        assert page.status == 404
        assert "Vous n'avez pas encore ouvert ce cas" in page.words
    assert submit.last_receipt(site.ws, TOUX) is None


@pytest.fixture
def returned(site):
    """A page given back to her, into which someone has put a script."""
    opened(site, TOUX)
    folder = site.ws.grading / "feedback" / site.ws.ident / TOUX
    folder.mkdir(parents=True)
    page = '<!doctype html><html lang="fr"><body><main><p class="total">Cas validé : 7,5 points sur 10</p>'
    (folder / "toux-du-matin.html").write_text(
        page + "<script>alert(1)</script></main></body></html>", encoding="utf-8"
    )
    (folder / "retour.json").write_text('{"page": "toux-du-matin.html"}')
    return site


def test_feedback_is_announced_with_its_mark_and_read_under_a_policy_that_runs_nothing(returned):
    words, href = ligne(returned, TOUX)
    assert "Corrigée : 7,5 / 10, voir mon retour" in words
    page = returned.get(href.removeprefix("/"))
    assert page.status == 200
    assert "Revenir à mes modules" in page.words
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'none'" in policy


def test_a_copy_given_back_is_not_handed_in_again(returned):
    assert "elle ne peut plus être remise" in returned.get(f"asalee/apprenante/copie/{TOUX}").words
    refused = returned.post(f"asalee/apprenante/copie/{TOUX}")
    assert refused.status == 409
    assert "déjà corrigée" in refused.words


def test_feedback_not_given_yet_is_said_so(site):
    opened(site, TOUX)
    page = site.get(f"asalee/apprenante/retour/{TOUX}")
    assert page.status == 404
    assert "n'est pas encore arrivé" in page.words


def test_her_own_files_cannot_pass_for_another_case(site):
    folder = opened(site, TOUX)
    data = json.loads((folder / "cas.json").read_text(encoding="utf-8"))
    stray = site.ws.apprenante / "autre-v1"
    stray.mkdir()
    (stray / "cas.json").write_text(json.dumps(data | {"cas": "../../secret"}), encoding="utf-8")
    (folder / "cas.json").write_text("[" * 100_000, encoding="utf-8")
    assert "autre-v1" not in parutions.all_released(site.ws)
    assert "En cours : 0 réponse sur 3" in ligne(site, TOUX)[0]
