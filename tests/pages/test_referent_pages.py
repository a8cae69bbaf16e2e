"""What a referent meets: copies with a number and no name, what waits, feedback given back, files received."""

import re
import threading
import time

import pytest

from asalee_training.gradebook import release
from asalee_training.pages import bureau, travaux
from asalee_training.pages.espace_apprenante import refresh
from asalee_training.pages.parutions import all_released
from asalee_training.workspace import Workspace
from tests.pages.francais import is_french_page
from tests.pages.mes_modules import PIED, TOUX, TRANSMET, answer

GOOD = {"somme": {"texte": "4", "unite": "L"}, "conduite": TRANSMET}
NAMES = ("anne.martin", "berthe.durand", "chloe.petit")


def hand_in(ws, name, assignment, answers, monkeypatch):
    """One trainee's copy, handed in from her own machine; returns her copie.zip."""
    from asalee_training.gradebook import submit

    with monkeypatch.context() as patch:
        patch.setenv("ASALEE_APPRENANTE", name)
        hers = Workspace(ws.root)
        folder = hers.apprenante / assignment
        refresh(all_released(hers)[assignment], folder)
        for nom, valeur in answers.items():
            answer(folder, nom, valeur)
        submit.submit(hers, assignment)
        data = submit.archive(hers, assignment)
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
        return data


def send(site, *files, **fields):
    return site.post(
        "asalee/referente/recevoir", fields, files=[("fichiers", name, data) for name, data in files], follow=True
    )


def test_the_desk_shows_every_evaluation_and_why_nothing_is_given_back(site):
    page = site.get("asalee/referente")
    assert "M. Petit" in page.words
    assert "M. Leroy" in page.words
    assert "Aucune copie n'est encore notée." in page.words
    assert "Mme Roux" not in page.words, "a training case is not marked"


def test_files_are_received_without_showing_whose_they_are(site, monkeypatch):
    data = hand_in(site.ws, NAMES[0], PIED, GOOD, monkeypatch)
    page = send(site, ("copie.zip", data))
    assert "1 copie reçue" in page.words
    assert "copie pour « M. Leroy et son pied froid » reçue" in page.words
    assert NAMES[0] not in page.html
    assert (site.ws.grading / "submitted" / NAMES[0] / PIED / ".reponses.json").is_file()
    assert is_french_page(page)


def test_another_copy_replaces_hers_only_when_a_person_says_so(site, monkeypatch):
    send(site, ("copie.zip", hand_in(site.ws, NAMES[0], PIED, {"somme": GOOD["somme"]}, monkeypatch)))
    second = hand_in(site.ws, NAMES[0], PIED, GOOD, monkeypatch)
    page = send(site, ("copie.zip", second))
    assert "1 fichier refusé" in page.words
    assert "en cochant « Remplacer »" in page.words
    assert "--remplacer" not in page.html
    assert NAMES[0] not in page.html
    page = send(site, ("copie.zip", second), remplacer="oui")
    assert "1 copie reçue" in page.words


@pytest.mark.parametrize(
    "name", ["../../../evasion.zip", "<img src=x onerror=alert(1)>.zip", "/etc/passwd", "C:\\\\a.zip"]
)
def test_a_file_that_is_no_copy_is_refused_whatever_its_name(site, name):
    site.get("asalee/referente")
    before = sorted(site.ws.root.rglob("*"))
    page = send(site, (name, b"PK\x03\x04 rien"))
    assert page.status == 200
    assert "1 fichier refusé" in page.words
    assert "ce n'est pas une copie, ou le fichier est abîmé" in page.words
    assert "<img" not in page.html
    assert sorted(site.ws.root.rglob("*")) == before


def test_no_file_is_told_and_a_huge_one_is_refused(site, monkeypatch):
    assert "Aucun fichier n'a été choisi" in site.post("asalee/referente/recevoir").words
    monkeypatch.setattr("asalee_training.pages.espace_referente.TAILLE_MAX_MO", 0)
    assert send(site, ("copie.zip", b"x")).status == 413


def test_work_under_way_is_shown_and_no_second_one_starts(site, monkeypatch):
    free = threading.Event()
    monkeypatch.setattr(travaux, "PATIENCE_S", 0.1)

    def slow(ws, assignment):
        free.wait(20)
        return travaux.Outcome("C'est fini")

    monkeypatch.setattr(bureau, "noter", slow)
    try:
        page = site.post(f"asalee/referente/noter/{PIED}", follow=True)
        assert "Travail en cours : Relever et noter" in page.words
        assert page.headers["Refresh"] == "3; url=/asalee/referente"
        assert "disabled" in page.html
        refused = site.post(f"asalee/referente/noter/{TOUX}")
        assert refused.status == 409
        assert "« Relever et noter » n'est pas terminé" in refused.words
        assert is_french_page(refused)
        assert site.get("asalee/apprenante").status == 200, "a trainee waits for the referent's work"
    finally:
        free.set()
    for _ in range(1200):  # a minute
        page = site.get("asalee/referente")
        if "C'est fini" in page.words:
            break
        time.sleep(0.05)
    assert "C'est fini" in page.words
    assert "Refresh" not in page.headers


def test_work_that_fails_leaves_a_french_sentence_and_frees_the_desk(site, monkeypatch):
    monkeypatch.setattr(bureau, "noter", lambda ws, assignment: 1 / 0)
    page = site.post(f"asalee/referente/noter/{PIED}", follow=True)
    assert "« Relever et noter » n'a pas abouti" in page.words
    assert "division" not in page.html
    assert is_french_page(page)
    assert "n'a pas abouti" in site.post(f"asalee/referente/noter/{PIED}", follow=True).words


def test_marking_before_anything_was_released_is_told(site):
    page = site.post(f"asalee/referente/rendre/{PIED}", follow=True)
    assert "n'a pas abouti" in page.words
    assert "Le carnet de notes n'existe pas encore" in page.words


@pytest.mark.nbgrader
@pytest.mark.slow
def test_from_copies_handed_in_to_feedback_given_back(site, monkeypatch):
    """The whole desk, on a real gradebook."""
    ws = site.ws
    for assignment in (PIED, TOUX):
        for path in (release.outbound(ws, assignment), ws.grading / "release" / assignment):
            for file in path.iterdir():
                file.unlink()
            path.rmdir()
    release.release(ws, [PIED, TOUX])
    for name in NAMES:
        hand_in(ws, name, PIED, GOOD, monkeypatch)
    hand_in(ws, ws.ident, PIED, {"somme": GOOD["somme"]}, monkeypatch)
    hand_in(ws, NAMES[0], TOUX, GOOD | {"transmission": "Bonjour."}, monkeypatch)
    inbound = ws.echange / "asalee" / "inbound"
    forged = next(inbound.glob(f"{NAMES[1]}+*"))
    (forged / ".reponses.json").write_text("abîmé", encoding="utf-8")

    page = site.post(f"asalee/referente/noter/{PIED}", follow=True)
    assert "4 copies relevées, 4 copies notées." in page.words
    assert "à revoir" in page.words
    assert "Les autres retours attendent : 1 copie est à revoir." in page.words
    assert "Rendre 3 retours prêts" in page.words, "one copy does not keep the others waiting"
    page = site.post(f"asalee/referente/noter/{TOUX}", follow=True)
    assert "1 copie a un texte à lire." in page.words
    assert f"/asalee/referente/corriger/{TOUX}" in page.html
    assert not any(name in page.html for name in (*NAMES, ws.ident)), "a name is on the referent's page"
    there = site.get(f"asalee/referente/corriger/{TOUX}")
    assert there.headers["Location"] == f"/formgrader/gradebook/{TOUX}/toux-du-matin/"

    token = page.html.split(f"/asalee/referente/revue/{PIED}/")[1][:16]
    there = site.get(f"asalee/referente/copie/{PIED}/{token}")
    assert re.fullmatch(f"/formgrader/copie/{PIED}/pied-froid/[1-4]", there.headers["Location"])
    assert site.get(f"asalee/referente/copie/{PIED}/{'0' * 16}").status == 404
    assert "n'est plus à revoir" in site.post(f"asalee/referente/revue/{PIED}/{'0' * 16}", follow=True).words
    page = site.post(f"asalee/referente/revue/{PIED}/{token}", follow=True)
    assert "vous l'avez regardée" in page.words
    page = site.post(f"asalee/referente/rendre/{PIED}", follow=True)
    assert "4 retours rendus." in page.words
    page = site.post(f"asalee/referente/rendre/{TOUX}", follow=True)
    assert "Copie 1 : un texte attend d'être lu." in page.words
    assert "Rien de nouveau" in site.post(f"asalee/referente/noter/{PIED}", follow=True).words

    (ws.apprenante / PIED).mkdir(parents=True)
    mine = site.get("asalee/apprenante")
    assert "Corrigée : 2 / 4, voir mon retour" in mine.words
    assert "2 points sur 4" in site.get(f"asalee/apprenante/retour/{PIED}").words
