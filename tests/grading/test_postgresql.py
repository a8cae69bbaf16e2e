"""The gradebook on PostgreSQL: the same release, marking, review and feedback as on SQLite."""

import os
import shutil
import socket
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path

import cours_synthetique as course
import pytest
import sqlalchemy as sa
from copies import hand_in_all

from asalee_training.authoring import versions
from asalee_training.gradebook import feedback, marker, progress, release
from asalee_training.workspace import Workspace

pytestmark = pytest.mark.slow


def _programs() -> Path | None:
    """The folder of initdb and pg_ctl: Debian keeps it off the PATH."""
    found = shutil.which("pg_ctl")
    folders = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return next((f for f in reversed(folders) if (f / "pg_ctl").is_file()), None)


@pytest.fixture(scope="module")
def url():
    """A PostgreSQL of its own, in a temporary folder; as another user where the tests run as root, as it demands."""
    programs = _programs()
    if programs is None or find_spec("psycopg") is None:
        reason = "no PostgreSQL, or no psycopg, on this machine"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    place = Path(tempfile.mkdtemp(prefix="asalee-pg-"))
    account = {"user": "postgres", "group": "postgres"} if os.name == "posix" and os.geteuid() == 0 else {}
    if account:
        shutil.chown(place, **account)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = {**account, "check": True, "cwd": place, "stdout": subprocess.DEVNULL}
    subprocess.run([programs / "initdb", "-D", place / "base", "-A", "trust", "-U", "asalee", "--no-sync"], **options)
    server = f"-p {port} -k {place} -c listen_addresses=127.0.0.1 -c fsync=off"
    subprocess.run(
        [programs / "pg_ctl", "-D", place / "base", "-o", server, "-l", place / "journal", "-w", "start"], **options
    )
    try:
        yield f"postgresql+psycopg://asalee@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([programs / "pg_ctl", "-D", place / "base", "-m", "immediate", "stop"], **options)
        shutil.rmtree(place, ignore_errors=True)


def test_a_course_lives_on_postgresql_from_release_to_feedback(url, tmp_path, monkeypatch):
    monkeypatch.setenv("ASALEE_BASE", url)
    root = tmp_path / "asalee"
    root.mkdir()
    ws = course.make(Workspace(root).root)
    assert release.release(ws, [course.ASSIGNMENT]) == [course.ASSIGNMENT]
    assert release.release(ws, [course.ASSIGNMENT]) == []
    version = versions.load_version(ws, course.ASSIGNMENT)
    expected = hand_in_all(ws, version, tmp_path / "execute")
    assert marker.mark(ws, course.ASSIGNMENT).marked == len(expected)
    assert marker.mark(ws, course.ASSIGNMENT, force=True).marked == len(expected)
    assert not (ws.grading / "gradebook.db").exists()
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        found = connection.execute(
            sa.text(
                "select s.student_id, c.name, g.auto_score from grade g join submitted_notebook n on n.id = g.notebook_id "
                "join submitted_assignment s on s.id = n.assignment_id join base_cell c on c.id = g.cell_id"
            )
        ).all()
        connection.execute(
            sa.text("update grade set manual_score = 4, needs_manual_grade = false where auto_score is null")
        )
        connection.execute(sa.text("update assignment set duedate = '2026-03-01'"))
        connection.execute(
            sa.text("update submitted_assignment set extension = interval '2 days' where student_id = 'juste'")
        )
    engine.dispose()
    given = {}
    for who, nom, points in found:
        given.setdefault(who, {})[nom] = points
    assert given == expected
    for who, _ in marker.mark(ws, course.ASSIGNMENT).to_review:
        marker.settle(ws, course.ASSIGNMENT, who)
    assert feedback.publish(ws, course.ASSIGNMENT).published == len(expected)
    marker.mark(ws, course.ASSIGNMENT, force=True)  # late copies, one with an extension
    assert [s.notees for s in progress.states(ws)] == [len(expected)]
