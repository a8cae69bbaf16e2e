"""What a trainer reads of the minutes really spent: nothing of a few, one sentence when a text promises too little."""

import pytest

from asalee_training.pages import durees_constatees
from asalee_training.training.durees import Constat
from tests.pages.journaux import spend
from tests.pages.mes_textes import CORRECT, ligne


def test_two_trainees_stay_unsaid_and_the_third_makes_a_sentence(site):
    for n in range(2):
        spend(site.ws.journaux / f"poste-{n}", f"idel-{n}", 60)
    assert "constaté" not in ligne(site, CORRECT)
    spend(site.ws.apprenante, "idel-9", 60)
    words = ligne(site, CORRECT)
    assert "constaté 60 min (3 stagiaires)" in words
    assert "Ce texte promet trop peu de minutes : une stagiaire sur deux y passe plus de 60 minutes" in words
    assert "« duree_min: 60 »" in words
    assert "1 durée à revoir" in site.get("asalee/formatrice").html.replace("\u00a0", " ")
    assert "idel" not in site.get("asalee/formatrice").html


def test_journals_may_live_elsewhere(site, tmp_path, monkeypatch):
    monkeypatch.setenv("ASALEE_JOURNAUX", str(tmp_path / "stagiaires"))
    for n in range(3):
        spend(tmp_path / "stagiaires" / f"idel-{n}" / "donnees" / "apprenante", f"idel-{n}", 60)
    assert "constaté 60 min (3 stagiaires)" in ligne(site, CORRECT)


def test_a_text_that_takes_what_it_says_is_left_in_peace():
    said = durees_constatees.of("rcv/a", "duree_min: 25\nversion: 2\n", {("rcv/a", 2): Constat(9, 27, (22, 31))})
    assert said.phrase == "annoncé 25 min · constaté 27 min (9 stagiaires ; la moitié d’entre elles entre 22 et 31 min)"
    assert said.conseil == ""


def test_too_many_minutes_are_told_as_well():
    said = durees_constatees.of("rcv/a", "duree_min: 40\n", {("rcv/a", 1): Constat(5, 14)})
    assert said.conseil.startswith("Ce texte promet trop de minutes")
    assert "« duree_min: 15 », ou enrichissez-le" in said.conseil


@pytest.mark.parametrize("written", ["", "duree_min: vingt\n", "duree_min: 25\nversion: 3\n"])
def test_another_version_or_no_declared_minutes_says_nothing(written):
    assert durees_constatees.of("rcv/a", written, {("rcv/a", 1): Constat(5, 14)}).phrase == ""
