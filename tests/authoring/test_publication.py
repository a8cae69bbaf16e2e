"""Publishing takes two people, each on exactly the text that trainees will get."""

import re
from datetime import date

import pytest

from asalee_training import answers
from asalee_training.authoring import build, check, personnes, publication, versions
from asalee_training.authoring.entete import Ecrit
from asalee_training.content.errors import ContentError
from asalee_training.workspace import Workspace
from tests.authoring.signatures import ASSIGNMENT, CLAIRE, NADIA, brouillon, etat, play, signed
from tests.depot import rewrite


@pytest.fixture
def path(ws):
    return brouillon(ws)


def test_a_draft_is_left_out_without_a_problem_and_says_why(ws, path):
    built = build.build_all(ws)
    assert (built.evaluations, built.problems) == ([], [])
    assert str(built.left[0]) == "cases/bpco/toux.md : brouillon, à proposer."
    path.write_text("---\ntitre: [\n---\n", encoding="utf-8")
    built = build.build_all(ws)
    assert built.problems == []
    assert "à corriger" in built.left[0].raison


def test_two_people_publish(ws, path):
    before = path.read_text(encoding="utf-8")
    publication.proposer(ws, path, CLAIRE)
    assert f"proposé par {CLAIRE}, attend l’accord d’une seconde personne" in build.build_all(ws).left[0].raison
    play(ws, path, NADIA)
    publication.approuver(ws, path, NADIA)
    assert build.build_all(ws).evaluations == [ASSIGNMENT]
    gestes = check.read(ws, path).entete.historique
    assert [(g.qui, g.geste, g.version) for g in gestes] == [(CLAIRE, "propose", 1), (NADIA, "approuve", 1)]
    after = path.read_text(encoding="utf-8")
    assert re.sub(r"historique:\n(  .*\n)+", "", after) == before, "only the lines of the history were touched"
    assert versions.history(ws, "bpco/toux")[1].date() == date.today()


@pytest.mark.parametrize("same", [CLAIRE, "claire  MARTIN", "Cläire Martin", "Martin Claire", "Claire-Martin"])
def test_the_same_person_cannot_sign_twice(ws, path, same):
    publication.proposer(ws, path, CLAIRE)
    play(ws, path, same)
    with pytest.raises(publication.PublicationError, match="une autre personne"):
        publication.approuver(ws, path, same)
    assert etat(ws, path).genre == "propose"


def test_a_second_line_by_the_same_hand_approves_nothing(ws, path):
    publication.proposer(ws, path, CLAIRE)
    block = path.read_text(encoding="utf-8").split("historique:\n")[1].split("\n---")[0]
    rewrite(path, (block, block + "\n" + block.replace("propose", "approuve").replace(CLAIRE, "CLAIRE MARTIN")))
    assert etat(ws, path).genre == "propose"


def test_who_did_not_play_does_not_approve(ws, path):
    publication.proposer(ws, path, CLAIRE)
    with pytest.raises(publication.PublicationError, match="n’a pas encore joué"):
        publication.approuver(ws, path, NADIA)
    folder = play(ws, path, NADIA, skip=["rapport"])
    with pytest.raises(publication.PublicationError, match=r"« Calculez le rapport VEMS/CVF, en %\. »"):
        publication.approuver(ws, path, NADIA)
    answers.Sheet(folder).write("rapport", {"texte": "je ne sais pas", "unite": "%"}, 0)
    with pytest.raises(publication.PublicationError, match="Calculez"):
        publication.approuver(ws, path, NADIA)
    answers.Sheet(folder).write("rapport", {"texte": "58,9", "unite": "%"}, 1)
    publication.approuver(ws, path, NADIA)


def test_who_played_for_another_person_does_not_count(ws, path):
    publication.proposer(ws, path, CLAIRE)
    play(ws, path, CLAIRE)
    with pytest.raises(publication.PublicationError, match="n’a pas encore joué"):
        publication.approuver(ws, path, NADIA)


def test_playing_another_text_does_not_count(ws, path):
    publication.proposer(ws, path, CLAIRE)
    play(ws, path, NADIA)
    rewrite(path, ("Racontez ici", "Dites ici"))
    with pytest.raises(publication.PublicationError, match="n’attend pas d’accord"):
        publication.approuver(ws, path, NADIA)
    publication.proposer(ws, path, CLAIRE)
    with pytest.raises(publication.PublicationError, match="n’a pas encore joué"):
        publication.approuver(ws, path, NADIA)


def test_a_change_after_approval_makes_a_draft_again(ws, path):
    signed(ws, path)
    build.build_all(ws)
    folder = ws.grading / "source" / ASSIGNMENT
    published = (folder / "cas.json").read_bytes()
    rewrite(path, ("Racontez ici", "Dites ici"))
    built = build.build_all(ws)
    assert (built.evaluations, built.problems) == ([], [])
    assert f"le texte a changé depuis que {NADIA} l’a signé" in built.left[0].raison
    assert (folder / "cas.json").read_bytes() == published
    rewrite(path, ("Dites ici", "Racontez ici"))
    assert build.build_all(ws).evaluations == [ASSIGNMENT], "the text is the one that was signed"


def test_what_is_not_ready_is_not_proposed(ws, path):
    rewrite(path, ("points: 2", "point: 2"))
    with pytest.raises(ContentError, match="point"):
        publication.proposer(ws, path, CLAIRE)
    rewrite(path, ("point: 2", "points: 2"), ("relecture: 2026-03-01\n", ""))
    with pytest.raises(ContentError, match="« relecture: »"):
        publication.proposer(ws, path, CLAIRE)
    assert "historique" not in path.read_text(encoding="utf-8")


def test_a_grader_that_cannot_be_proved_is_not_proposed(ws, path):
    rewrite(path, ("tolerance: 0.5", "tolerance: 150"))
    check.check(ws, path)
    with pytest.raises(ContentError, match="rapport"):
        publication.proposer(ws, path, CLAIRE)
    assert "historique" not in path.read_text(encoding="utf-8")


def test_a_specimen_is_published_without_signature_and_not_proposed(ws, path):
    rewrite(path, ("niveau: 1", "specimen: true\nniveau: 1"))
    assert build.build_all(ws).evaluations == [ASSIGNMENT]
    with pytest.raises(publication.PublicationError, match="spécimen"):
        publication.proposer(ws, path, CLAIRE)


def test_nobody_signs_twice_the_same_text(ws, path):
    publication.proposer(ws, path, CLAIRE)
    with pytest.raises(publication.PublicationError, match="déjà proposé"):
        publication.proposer(ws, path, NADIA)


def test_withdrawing_voids_what_was_signed_the_same_day(ws, path):
    signed(ws, path)
    publication.retirer(ws, path, CLAIRE)
    assert build.build_all(ws).left[0].retire
    publication.proposer(ws, path, CLAIRE)
    assert etat(ws, path).genre == "propose", "the approval of before does not count"


@pytest.mark.parametrize("name", ["", "Claire", "claire42 martin", "A\nB: c", "<b>Claire</b> Martin", "x" * 90 + " y"])
def test_a_name_that_is_no_name_signs_nothing(ws, path, name):
    with pytest.raises(personnes.NameRefused, match="prénom"):
        publication.proposer(ws, path, name)


def test_a_name_is_remembered_on_a_machine_and_imposed_by_a_server(ws, monkeypatch):
    assert personnes.current(ws) == ""
    personnes.remember(ws, "  Claire   Martin ")
    assert personnes.current(Workspace(ws.root)) == CLAIRE
    monkeypatch.setenv("ASALEE_FORMATRICE", NADIA)
    assert personnes.current(ws) == NADIA
    with pytest.raises(personnes.NameRefused, match="ne se change pas ici"):
        personnes.remember(ws, CLAIRE)


def test_who_signed_does_not_leave_with_a_training_case(ws, path):
    rewrite(path, ("mode: evaluation", "mode: entrainement"))
    signed(ws, path)
    (name,) = build.build_all(ws).bibliotheque
    data = (ws.bibliotheque / name / "cas.json").read_text(encoding="utf-8")
    assert "corrige" in data
    assert NADIA not in data


def test_a_glance_says_what_the_whole_reading_says(ws, path):
    for step in (
        lambda: None,
        lambda: publication.proposer(ws, path, CLAIRE),
        lambda: (play(ws, path, NADIA), publication.approuver(ws, path, NADIA)),
        lambda: publication.retirer(ws, path, CLAIRE),
        lambda: rewrite(path, ("niveau: 1", "specimen: true\nniveau: 1")),
    ):
        step()
        seen, entete = publication.glance(Ecrit.open(ws, path))
        assert seen == etat(ws, path)
        assert entete.peremption == date(2099, 3, 1)
    rewrite(path, ("peremption: 2099-03-01", "peremption: demain"))
    assert publication.glance(Ecrit.open(ws, path)) is None
