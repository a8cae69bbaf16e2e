"""The fast marker: honest marks whatever was handed in, nothing executed, and nothing half done."""

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import cours_synthetique as course
import pytest
import sqlalchemy as sa
from copies import ALL, HOSTILE_TEXT, NONE, hand_in_all

from asalee_training import answers
from asalee_training.authoring import build
from asalee_training.authoring.versions import VersionError
from asalee_training.gradebook import marker, release
from asalee_training.gradebook.book import Book
from asalee_training.gradebook.config import database_url
from asalee_training.gradebook.verdicts import VERDICTS


def scores(ws):
    """Automatic points of every copy: {trainee: {exercise: points}}."""
    query = """
        select s.student_id, c.name, g.auto_score from grade g
        join submitted_notebook n on n.id = g.notebook_id join submitted_assignment s on s.id = n.assignment_id
        join base_cell c on c.id = g.cell_id"""
    result = {}
    engine = sa.create_engine(database_url(ws))
    with engine.connect() as connection:
        for student, cell, points in connection.execute(sa.text(query)):
            result.setdefault(student, {})[cell] = points
    engine.dispose()
    return result


def execute(ws, statement, **values):
    engine = sa.create_engine(database_url(ws))
    with engine.begin() as connection:
        connection.execute(sa.text(statement), values)
    engine.dispose()


def rows(ws, statement):
    engine = sa.create_engine(database_url(ws))
    with engine.connect() as connection:
        found = connection.execute(sa.text(statement)).all()
    engine.dispose()
    return found


def test_every_copy_of_the_gallery_gets_its_honest_marks_and_nothing_of_hers_runs(ws, version, tmp_path):
    witness = tmp_path / "execute"
    expected = hand_in_all(ws, version, witness)
    seen = []
    report = marker.mark(ws, course.ASSIGNMENT, lambda done, total: seen.append((done, total)))
    assert scores(ws) == expected
    assert not witness.exists()
    assert report.marked == len(expected)
    assert seen[-1] == (len(expected), len(expected))
    assert {who for who, _ in report.to_review} == {"sans-fichier", "illisible"}
    assert report.waiting_manual == sum(points["transmission"] is None for points in expected.values())


def test_the_autograded_folder_holds_released_files_and_answers_only(ws, version, tmp_path):
    hand_in_all(ws, version, tmp_path / "execute")
    marker.mark(ws, course.ASSIGNMENT)
    for folder in (ws.grading / "autograded").glob(f"*/{course.ASSIGNMENT}"):
        assert {p.name for p in folder.iterdir()} <= {
            f"{course.SLUG}.ipynb",
            "cas.json",
            answers.FICHIER,
            "timestamp.txt",
        }
        ids = [c["id"] for c in course.notebook_of(folder)["cells"]]
        assert ids == [c["id"] for c in course.notebook_of(ws.grading / "release" / course.ASSIGNMENT)["cells"]]
    assert not (ws.grading / "autograded" / ".encours").exists()


def test_a_text_is_shown_to_the_referent_escaped_and_whole(ws, version, tmp_path):
    hand_in_all(ws, version, tmp_path / "execute")
    marker.mark(ws, course.ASSIGNMENT)
    cells = {c["id"]: c for c in course.notebook_of(ws.grading / "autograded" / "bavarde" / course.ASSIGNMENT)["cells"]}
    source = "".join(cells["transmission-reponse"]["source"])
    assert "<script" not in source
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in source
    block = source.partition('<div class="asalee-texte">')[2]
    assert "\n\n" not in block, "an empty line would end the HTML block and let Markdown begin"
    assert block.count("</div>") == 1
    assert len(block.split("<br>")) == len(HOSTILE_TEXT.split("\n"))


def test_the_referent_reads_the_patient_of_this_trainee_and_the_rubric(ws, version):
    course.hand_in(ws, "juste", course.sheet(course.right_answers(version, "juste")))
    marker.mark(ws, course.ASSIGNMENT)
    cells = course.notebook_of(ws.grading / "autograded" / "juste" / course.ASSIGNMENT)["cells"]
    shown = {c["id"]: "".join("".join(o["data"].get("text/html", "")) for o in c.get("outputs", [])) for c in cells}
    age = marker.open_desk(ws, course.ASSIGNMENT).judge.patient("juste")["age"]
    assert f"Mme Essai a {age} ans" in shown["texte-1"]
    assert "<table class='asalee-grille'>" in shown["transmission"]
    assert "critère indispensable" in shown["transmission"]
    assert "cheville droite" in shown["instrument-2"]
    assert "Juste" in shown["grade"]


def test_marking_again_changes_nothing_and_a_newer_copy_replaces_the_older(ws, version):
    course.hand_in(ws, "juste", course.sheet({}))
    assert marker.mark(ws, course.ASSIGNMENT).marked == 1
    report = marker.mark(ws, course.ASSIGNMENT)
    assert (report.marked, report.unchanged) == (0, 1)
    later = datetime(2026, 3, 3, 9, 42, tzinfo=UTC)
    course.hand_in(ws, "juste", course.sheet(course.right_answers(version, "juste")), later)
    assert marker.mark(ws, course.ASSIGNMENT).marked == 1
    assert scores(ws)["juste"] == ALL
    assert rows(ws, "select timestamp from submitted_assignment") == [("2026-03-03 09:42:00.000000",)]


def test_a_manual_mark_is_kept_and_asks_to_be_confirmed_after_a_new_marking(ws, version):
    course.hand_in(ws, "juste", course.sheet(course.right_answers(version, "juste")))
    marker.mark(ws, course.ASSIGNMENT)
    execute(ws, "update grade set manual_score = 6, needs_manual_grade = 0 where auto_score is null")
    execute(ws, "update comment set manual_comment = 'Claire.'")
    assert marker.mark(ws, course.ASSIGNMENT).waiting_manual == 0, "an unchanged copy is left alone"
    execute(ws, "update grade set manual_score = 1 where auto_score = 3.0")
    assert marker.mark(ws, course.ASSIGNMENT, force=True).waiting_manual == 1
    assert rows(ws, "select manual_score, needs_manual_grade from grade where auto_score is null") == [(6.0, 1)]
    assert rows(ws, "select distinct manual_score, needs_manual_grade from grade where auto_score = 3.0") == [(1.0, 1)]
    assert rows(ws, "select manual_comment, auto_comment from comment") == [("Claire.", None)]


def test_a_late_copy_gets_the_penalty_that_nbgrader_is_set_to(ws, version):
    config = ws.grading / "nbgrader_config.py"
    config.write_text(config.read_text() + "\nc.LateSubmissionPlugin.penalty_method = 'zero'\n")
    due = datetime(2026, 3, 2, 9, 0)
    execute(ws, "update assignment set duedate = :due", due=due)
    course.hand_in(
        ws, "tard", course.sheet(course.right_answers(version, "tard")), due.replace(tzinfo=UTC) + timedelta(minutes=1)
    )
    course.hand_in(
        ws, "tot", course.sheet(course.right_answers(version, "tot")), due.replace(tzinfo=UTC) - timedelta(minutes=1)
    )
    marker.mark(ws, course.ASSIGNMENT)
    found = dict(
        map(
            tuple,
            rows(
                ws,
                "select s.student_id, n.late_submission_penalty from submitted_notebook n join submitted_assignment s on s.id = n.assignment_id",
            ),
        )
    )
    assert found == {"tard": 10.0, "tot": None}


def test_a_grave_answer_is_never_bought_back(ws, version):
    raw = course.right_answers(version, "grave")
    raw["conduite"] = [*raw["conduite"], course.CONDUITE["prescris"]]
    course.hand_in(ws, "grave", course.sheet(raw))
    marker.mark(ws, course.ASSIGNMENT)
    assert scores(ws)["grave"] == {**ALL, "conduite": 0.0}
    book = Book(database_url(ws))
    with book.engine.connect() as connection:
        row = connection.execute(sa.select(VERDICTS)).one()
    book.close()
    assert row.verdict == "non_valide"
    assert json.loads(row.gravites) == {"conduite": "hors_champ"}


def test_a_key_that_changed_since_release_stops_everything_before_any_mark(ws, version):
    course.hand_in(ws, "juste", course.sheet(course.right_answers(version, "juste")))
    frozen = next((ws.versions / course.ASSIGNMENT / "cases").glob("*/*.md"))
    text = (
        frozen.read_text()
        .replace("Grade 1, valeur: 1", "Grade 1, valeur: 2")
        .replace("Grade 2, valeur: 2", "Grade 2, valeur: 1")
    )
    frozen.write_text(text)
    with pytest.raises(VersionError):
        marker.mark(ws, course.ASSIGNMENT)
    assert scores(ws) == {}
    assert not (ws.grading / "autograded").exists()


def test_released_files_of_another_key_stop_everything(ws):
    bundle = ws.grading / "release" / course.ASSIGNMENT / "cas.json"
    tree = json.loads(bundle.read_text())
    bundle.write_text(json.dumps({**tree, "empreinte": "0" * 64}))
    with pytest.raises(VersionError, match="n’a pas la même clé"):
        marker.mark(ws, course.ASSIGNMENT)


@pytest.mark.parametrize("after", [0, 9, 27, 40, 44, 51])
def test_a_kill_at_any_moment_leaves_marks_that_the_next_run_finishes(ws, version, after):
    course.hand_in(ws, "ancienne", course.sheet({}))
    marker.mark(ws, course.ASSIGNMENT)
    for number in range(12):
        course.hand_in(ws, f"copie-{number}", course.sheet(course.right_answers(version, f"copie-{number}")))
    later = datetime(2026, 3, 3, tzinfo=UTC)
    course.hand_in(ws, "ancienne", course.sheet(course.right_answers(version, "ancienne")), later)
    killer = f"""
import os, signal, sys
from asalee_training.gradebook import files, marker
from asalee_training.workspace import Workspace
from pathlib import Path
count = 0
def step(event, args):
    global count
    if event in ("os.rename", "os.mkdir", "sqlite3.connect", "os.link") and armed:
        count += 1
        if count > {after}:
            os.kill(os.getpid(), signal.SIGKILL)
armed = False
sys.addaudithook(step)
armed = True
marker.mark(Workspace(Path({str(ws.root)!r})), {course.ASSIGNMENT!r})
"""
    done = subprocess.run([sys.executable, "-c", killer], capture_output=True, text=True, timeout=300)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    before = scores(ws)
    assert set(before) == {"ancienne"} or len(before) == 13, "one transaction: the old state or the new one"
    marker.mark(ws, course.ASSIGNMENT)
    assert set(scores(ws)) == {"ancienne", *(f"copie-{n}" for n in range(12))}
    assert all(points == ALL for points in scores(ws).values())
    for folder in (ws.grading / "autograded").glob(f"*/{course.ASSIGNMENT}"):
        assert course.notebook_of(folder)["cells"]
    assert not (ws.grading / "autograded" / ".encours").exists()


def test_two_markers_at_once_wait_for_each_other(ws, version):
    for number in range(8):
        course.hand_in(ws, f"copie-{number}", course.sheet(course.right_answers(version, f"copie-{number}")))
    program = (
        "from asalee_training.gradebook import marker; from asalee_training.workspace import Workspace; from pathlib import Path;"
        f"marker.mark(Workspace(Path({str(ws.root)!r})), {course.ASSIGNMENT!r}, force=True)"
    )
    running = [subprocess.Popen([sys.executable, "-c", program], stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [(p.communicate(timeout=300)[1], p.returncode) for p in running] == [("", 0), ("", 0)]
    assert len(scores(ws)) == 8
    assert rows(ws, "select count(*) from grade") == [(40,)]


def test_marking_imports_neither_nbgrader_nor_a_kernel(ws):
    course.hand_in(ws, "muette", course.sheet({}))
    program = (
        "import sys; from asalee_training.gradebook import marker; from asalee_training.workspace import Workspace; from pathlib import Path;"
        f"marker.mark(Workspace(Path({str(ws.root)!r})), {course.ASSIGNMENT!r});"
        "heavy = {'nbgrader', 'nbformat', 'nbclient', 'jupyter_client', 'pandas', 'matplotlib', 'numpy', 'ipykernel'};"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "PATH": "/nowhere"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert scores(ws)["muette"] == NONE


def test_release_refuses_answers_left_in_the_source_folder(ws):
    (ws.grading / "source" / course.ASSIGNMENT / answers.FICHIER).write_text("{}")
    with pytest.raises(release.ReleaseError, match="effacez"):
        release.release(ws, [course.ASSIGNMENT])


def test_release_does_nothing_where_nothing_changed(ws):
    assert release.release(ws, [course.ASSIGNMENT]) == []


def test_a_release_that_nbgrader_refuses_leaves_the_released_files_and_the_marks(ws, version):
    course.hand_in(ws, "juste", course.sheet(course.right_answers(version, "juste")))
    marker.mark(ws, course.ASSIGNMENT)
    notebook = ws.grading / "source" / course.ASSIGNMENT / f"{course.SLUG}.ipynb"
    tree = json.loads(notebook.read_text())
    notebook.write_text(json.dumps({**tree, "cells": [c for c in tree["cells"] if c["id"] != "grade"]}))
    before = {p.name: p.read_bytes() for p in (ws.grading / "release" / course.ASSIGNMENT).iterdir()}
    with pytest.raises(release.ReleaseError, match="des copies existent"):
        release.release(ws, [course.ASSIGNMENT])
    assert {p.name: p.read_bytes() for p in (ws.grading / "release" / course.ASSIGNMENT).iterdir()} == before
    assert scores(ws)["juste"] == ALL
    assert marker.mark(ws, course.ASSIGNMENT, force=True).marked == 1


def test_a_mended_sentence_is_released_again_and_marks_stay(ws, version):
    course.hand_in(ws, "juste", course.sheet(course.right_answers(version, "juste")))
    marker.mark(ws, course.ASSIGNMENT)
    path = ws.cases / f"{course.NOM}.md"
    path.write_text(
        path.read_text().replace("Elle vient pour son examen *annuel* des pieds.", "Elle vient pour ses pieds.")
    )
    assert not build.build_all(ws).problems
    assert release.release(ws, [course.ASSIGNMENT]) == [course.ASSIGNMENT]
    assert scores(ws)["juste"] == ALL
    assert marker.mark(ws, course.ASSIGNMENT).unchanged == 1
