"""A copy's way: handed in from her folder, through the exchange or copie.zip, into submitted/, and back as feedback."""

import io
import json
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import cours_synthetique as course
import pytest
import sqlalchemy as sa
from cours_publie import open_case

from asalee_training import answers
from asalee_training.gradebook import collect, feedback, files, marker, progress, receive, submit
from asalee_training.gradebook.config import database_url
from asalee_training.workspace import Workspace


def read_texts(ws, points=6.5, comment="Demande claire."):
    engine = sa.create_engine(database_url(ws))
    with engine.begin() as connection:
        connection.execute(
            sa.text("update grade set manual_score = :p, needs_manual_grade = 0 where auto_score is null"),
            {"p": points},
        )
        connection.execute(sa.text("update comment set manual_comment = :c"), {"c": comment})
    engine.dispose()


def test_a_copy_goes_through_the_exchange_and_comes_back_as_feedback(trainee):
    ws = trainee
    receipt = submit.submit(ws, course.ASSIGNMENT)
    assert (receipt.reponses, receipt.manquantes, receipt.echange) == (5, 0, True)
    assert len(receipt.numero) == 9
    assert submit.last_receipt(ws, course.ASSIGNMENT) == receipt
    assert [s.a_relever for s in progress.states(ws)] == [1]
    assert collect.collect(ws, course.ASSIGNMENT).new == ["anne"]
    assert collect.collect(ws, course.ASSIGNMENT).new == [], "an unchanged copy is not collected twice"
    report = marker.mark(ws, course.ASSIGNMENT)
    assert (report.marked, report.to_review) == (1, [])
    assert feedback.publish(ws, course.ASSIGNMENT).reasons == [("anne", "un texte attend d’être lu.")]
    assert feedback.read(ws, "anne", course.ASSIGNMENT) is None
    read_texts(ws)
    assert feedback.publish(ws, course.ASSIGNMENT).published == 1
    page = feedback.read(ws, "anne", course.ASSIGNMENT)
    assert page.parent == ws.echange / "asalee" / "feedback"
    text = page.read_text(encoding="utf-8")
    assert "6,5 points sur 8" in text
    assert "16,5 points sur 18" in text
    assert "Demande claire." in text
    assert "Cas validé" in text
    assert feedback.read(ws, "bea", course.ASSIGNMENT) is None
    assert [(c.rendue, c.verdict, c.points) for c in progress.copies(ws, course.ASSIGNMENT)] == [(True, "valide", 16.5)]


def test_a_second_hand_in_replaces_the_first_and_work_under_way_is_never_touched(trainee):
    ws = trainee
    folder = ws.apprenante / course.ASSIGNMENT
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    submit.submit(ws, course.ASSIGNMENT)
    assert {p.name: p.read_bytes() for p in folder.iterdir() if p.name in before} == before
    assert {p.name for p in folder.iterdir()} == {*before, "copie.zip"}
    collect.collect(ws, course.ASSIGNMENT)
    sheet = answers.Sheet(folder)
    sheet.write("ips", {"texte": "9", "unite": ""}, 1)
    time.sleep(0.01)
    submit.submit(ws, course.ASSIGNMENT)
    assert collect.collect(ws, course.ASSIGNMENT).new == ["anne"]
    marker.mark(ws, course.ASSIGNMENT)
    kept = answers.parse((ws.grading / "submitted" / "anne" / course.ASSIGNMENT / answers.FICHIER).read_bytes())
    assert kept.reponses["ips"].valeur == {"texte": "9", "unite": ""}


def test_copie_zip_joins_from_a_machine_without_exchange(trainee, tmp_path):
    ws = trainee
    shutil.rmtree(ws.echange)
    receipt = submit.submit(ws, course.ASSIGNMENT)
    assert receipt.echange is False
    archive = ws.apprenante / course.ASSIGNMENT / "copie.zip"
    assert archive.read_bytes() == submit.archive(ws, course.ASSIGNMENT)
    with zipfile.ZipFile(archive) as content:
        assert sorted(content.namelist()) == sorted([answers.FICHIER, files.MANIFESTE])
        manifest = json.loads(content.read(files.MANIFESTE))
    assert (manifest["apprenante"], manifest["assignment"]) == ("anne", course.ASSIGNMENT)
    report = receive.receive(ws, [archive])
    assert (len(report.received), report.refused) == (1, [])
    assert "déjà reçue" in receive.receive(ws, [archive]).received[0]
    assert marker.mark(ws, course.ASSIGNMENT).to_review == []
    read_texts(ws)
    feedback.publish(ws, course.ASSIGNMENT)
    assert feedback.read(ws, "anne", course.ASSIGNMENT).parent == ws.grading / "feedback" / "anne" / course.ASSIGNMENT


def test_the_archive_of_new_answers_is_not_the_one_handed_in(trainee):
    ws = trainee
    submit.submit(ws, course.ASSIGNMENT)
    handed_in = submit.archive(ws, course.ASSIGNMENT)
    answers.Sheet(ws.apprenante / course.ASSIGNMENT).write("ips", {"texte": "8", "unite": ""}, 1)
    now = submit.archive(ws, course.ASSIGNMENT)
    assert now != handed_in
    with zipfile.ZipFile(io.BytesIO(now)) as content:
        assert b'"8"' in content.read(answers.FICHIER)


def test_handing_in_twice_at_once_keeps_two_whole_copies(trainee):
    ws = trainee
    program = (
        "from asalee_training.gradebook import submit; from asalee_training.workspace import Workspace; from pathlib import Path;"
        f"print(submit.submit(Workspace(Path({str(ws.root)!r})), {course.ASSIGNMENT!r}).echange)"
    )
    running = [subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [p.communicate(timeout=120)[0].strip() for p in running] == ["True", "True"]
    assert len(list((ws.echange / "asalee" / "inbound").iterdir())) == 2
    assert collect.collect(ws, course.ASSIGNMENT).new == ["anne"]
    assert marker.mark(ws, course.ASSIGNMENT).to_review == []


def test_a_receipt_counts_what_is_left_blank(ws, monkeypatch):
    monkeypatch.setenv("ASALEE_APPRENANTE", "bea")
    folder = open_case(ws)
    answers.Sheet(folder).write("grade", "xxxxxxxx", 0)
    answers.Sheet(folder).write("transmission", "", 0)
    receipt = submit.submit(ws, course.ASSIGNMENT)
    assert (receipt.reponses, receipt.manquantes) == (1, 4)


def test_a_case_never_opened_cannot_be_handed_in(ws):
    with pytest.raises(submit.SubmitError, match="Ouvrez d’abord ce cas"):
        submit.submit(ws, course.ASSIGNMENT)


@pytest.mark.parametrize("remplacer", [False, True])
def test_an_archive_never_replaces_another_copy_unless_a_person_says_so(trainee, remplacer):
    ws = trainee
    archive = submit.archive(ws, course.ASSIGNMENT)
    course.hand_in(ws, "anne", course.sheet({}))
    path = ws.donnees / "copie.zip"
    path.write_bytes(archive)
    report = receive.receive(ws, [path], remplacer)
    kept = (ws.grading / "submitted" / "anne" / course.ASSIGNMENT / answers.FICHIER).read_bytes()
    assert bool(report.refused) is not remplacer
    assert (kept == course.sheet({})) is not remplacer


def test_a_copy_being_handed_in_is_left_until_it_is_whole(ws):
    folder = ws.echange / "asalee" / "inbound" / f"anne+{course.ASSIGNMENT}+2026-03-02 09:42:00.000000 UTC+xyz"
    folder.mkdir()
    (folder / answers.FICHIER).write_bytes(course.sheet({}))
    assert collect.collect(ws, course.ASSIGNMENT) == collect.Collected()
    (folder / files.HORODATAGE).write_text("2026-03-02 09:42:00.000000 UTC")
    assert collect.collect(ws, course.ASSIGNMENT).new == ["anne"]


def test_a_copy_to_review_is_given_back_once_a_person_has_looked(ws):
    course.hand_in(ws, "anne", None)
    marker.mark(ws, course.ASSIGNMENT)
    assert feedback.publish(ws, course.ASSIGNMENT).waiting == 1
    marker.settle(ws, course.ASSIGNMENT, "anne")
    assert feedback.publish(ws, course.ASSIGNMENT).published == 1
    assert marker.mark(ws, course.ASSIGNMENT).to_review == []
    marker.mark(ws, course.ASSIGNMENT, force=True)
    assert feedback.publish(ws, course.ASSIGNMENT).waiting == 0, "the same copy was looked at already"
    course.hand_in(ws, "anne", b"abime")
    marker.mark(ws, course.ASSIGNMENT)
    assert feedback.publish(ws, course.ASSIGNMENT).waiting == 1, "another copy must be looked at again"


def test_an_unusable_id_finds_no_feedback(ws: Workspace):
    for who in ("../anne", "anne/..", "*", "", "Anne"):
        assert feedback.read(ws, who, course.ASSIGNMENT) is None
    assert feedback.read(ws, "anne", "../anne") is None


def test_copies_are_numbered_in_an_order_that_marking_again_keeps(ws, version):
    for who in ("anne", "bea", "chloe", "dina"):
        course.hand_in(ws, who, course.sheet(course.right_answers(version, who)))
    marker.mark(ws, course.ASSIGNMENT)
    numbers = {c.apprenante: c.numero for c in progress.copies(ws, course.ASSIGNMENT)}
    marker.mark(ws, course.ASSIGNMENT, force=True)
    assert {c.apprenante: c.numero for c in progress.copies(ws, course.ASSIGNMENT)} == numbers
    assert sorted(numbers.values()) == [1, 2, 3, 4]


def test_the_page_is_whole_offline_and_holds_no_key_of_others(ws, version):
    course.hand_in(ws, "anne", course.sheet({**course.right_answers(version, "anne"), "transmission": None}))
    marker.mark(ws, course.ASSIGNMENT)
    feedback.publish(ws, course.ASSIGNMENT)
    text = Path(feedback.read(ws, "anne", course.ASSIGNMENT)).read_text(encoding="utf-8")
    assert "http" not in text.replace("http-equiv", "")
    assert "<script" not in text
    assert "À retenir" in text
    assert "Pas de réponse" in text
