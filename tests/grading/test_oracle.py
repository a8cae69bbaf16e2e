"""nbgrader is the oracle of the plumbing: on the same copies, `nbgrader autograde` leaves the same gradebook as ours."""

import subprocess
from datetime import UTC, datetime, timedelta

import cours_synthetique as course
import pytest
import sqlalchemy as sa
from copies import hand_in_all, snapshot

from asalee_training import answers
from asalee_training.gradebook import marker
from asalee_training.gradebook.config import database_url
from asalee_training.workspace import Workspace

GRADES = """
    select s.student_id, c.name, g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade from grade g
    join submitted_notebook n on n.id = g.notebook_id join submitted_assignment s on s.id = n.assignment_id
    join base_cell c on c.id = g.cell_id order by 1, 2"""
COMMENTS = """
    select s.student_id, c.name, k.auto_comment, k.manual_comment from comment k
    join submitted_notebook n on n.id = k.notebook_id join submitted_assignment s on s.id = n.assignment_id
    join base_cell c on c.id = k.cell_id order by 1, 2"""
COPIES = """
    select s.student_id, a.name, s.timestamp, s.extension, n.flagged, n.late_submission_penalty, b.name
    from submitted_assignment s join assignment a on a.id = s.assignment_id
    join submitted_notebook n on n.assignment_id = s.id join notebook b on b.id = n.notebook_id order by 1"""
STUDENTS = "select id, first_name, last_name, email from student order by 1"


def tables(ws):
    engine = sa.create_engine(database_url(ws))
    with engine.connect() as connection:
        found = {q: connection.execute(sa.text(q)).all() for q in (GRADES, COMMENTS, COPIES, STUDENTS)}
    engine.dispose()
    return found


def totals(ws):
    """Each trainee's score as nbgrader itself adds it up."""
    from nbgrader.api import Gradebook

    with Gradebook(database_url(ws), "asalee") as book:
        return {
            s["student"]: (s["score"], s["max_score"], s["needs_manual_grade"])
            for s in book.submission_dicts(course.ASSIGNMENT)
        }


def read(folder):
    notebook = course.notebook_of(folder)
    return [(c["id"], c["cell_type"], c["source"], c.get("outputs")) for c in notebook["cells"]]


def autograde(ws):
    command = ["nbgrader", "autograde", course.ASSIGNMENT]
    done = subprocess.run(
        command, cwd=ws.grading, env=course.environment(ws), capture_output=True, text=True, timeout=400
    )
    assert done.returncode == 0, done.stderr[-4000:]


def assert_same(ours, oracle):
    mine, theirs = tables(ours), tables(oracle)
    for query, rows in theirs.items():
        assert mine[query] == rows, query
    assert totals(ours) == totals(oracle)
    copies = sorted(p.parent.name for p in (oracle.grading / "autograded").glob(f"*/{course.ASSIGNMENT}"))
    assert copies == sorted(p.parent.name for p in (ours.grading / "autograded").glob(f"*/{course.ASSIGNMENT}"))
    for who in copies:
        here, there = (w.grading / "autograded" / who / course.ASSIGNMENT for w in (ours, oracle))
        assert read(here) == read(there), who
        assert {p.name for p in here.iterdir()} == {p.name for p in there.iterdir()}, who
        for name in (answers.FICHIER, "cas.json", "timestamp.txt"):
            if (there / name).exists():
                assert (here / name).read_bytes() == (there / name).read_bytes()
                assert (here / name).stat().st_mode == (there / name).stat().st_mode


def referent(ws):
    """What happens between two markings: manual marks, comments, a bonus, a due date, an extension, a penalty."""
    config = ws.grading / "nbgrader_config.py"
    config.write_text(config.read_text() + "\nc.LateSubmissionPlugin.penalty_method = 'zero'\n")
    engine = sa.create_engine(database_url(ws))
    with engine.begin() as connection:
        for statement in (
            "update grade set manual_score = 5, extra_credit = 0.5, needs_manual_grade = 0 where auto_score is null",
            "update comment set manual_comment = 'Clair.'",
            "update assignment set duedate = '2026-03-04 00:00:00.000000'",
            # An interval is kept by SQLite as a date counted from 1970.
            "update submitted_assignment set extension = '1970-01-03 00:00:00.000000' where student_id = 'moitie'",
        ):
            connection.execute(sa.text(statement))
    engine.dispose()


@pytest.mark.nbgrader
@pytest.mark.slow
def test_nbgrader_autograde_leaves_the_same_gradebook_and_the_same_notebooks(ws, version, tmp_path):
    witness = tmp_path / "execute"
    hand_in_all(ws, version, witness)
    oracle = Workspace(snapshot(ws))
    marker.mark(ws, course.ASSIGNMENT)
    autograde(oracle)
    assert not witness.exists()
    assert_same(ws, oracle)

    later = datetime(2026, 3, 5, tzinfo=UTC)
    for place in (ws, oracle):
        referent(place)
        # Late; late but within her extension; late and now silent; and one who sends the same again before the date.
        course.hand_in(place, "juste", course.sheet(course.right_answers(version, "juste")), later)
        course.hand_in(place, "moitie", course.sheet({"conduite": [course.CONDUITE["previens"]]}), later)
        course.hand_in(place, "bavarde", course.sheet({}), later)
        course.hand_in(
            place, "double", course.sheet(course.right_answers(version, "double")), later - timedelta(days=2)
        )
    assert marker.mark(ws, course.ASSIGNMENT).marked == 4
    autograde(oracle)
    assert_same(ws, oracle)
    penalties = {row[0]: row[5] for row in tables(ws)[COPIES]}
    assert {who: lost for who, lost in penalties.items() if lost} == {"juste": 15.5, "bavarde": 5.5}
