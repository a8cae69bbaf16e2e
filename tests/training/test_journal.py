"""The journal: append only, on the disk at once, readable whatever happened to it."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from asalee_training.training import journal
from asalee_training.training.journal import Journal, JournalError


@pytest.fixture
def hers(tmp_path):
    times = iter(f"2026-11-28T10:00:{i:02d}.000+01:00" for i in range(60))
    return Journal(tmp_path, clock=lambda: next(times))


def test_events_come_back_in_order_with_what_hours_will_need(hers):
    hers.note("idel-07", "ouverture", "diabete/01_monofilament", 1)
    hers.note(
        "idel-07",
        "reponse",
        "diabete/01_monofilament",
        1,
        {"exercice": "geste", "etat": "juste", "points": 2, "sur": 2},
    )
    hers.note("idel-07", "fin", "diabete/01_monofilament", 1, {"points": 9.0, "sur": 10.0})
    events = list(hers.read())
    assert [e.genre for e in events] == ["ouverture", "reponse", "fin"]
    assert events[0].quand < events[2].quand
    assert events[1].resultat["exercice"] == "geste"
    assert (events[2].contenu, events[2].version, dict(events[2].resultat)) == (
        "diabete/01_monofilament", 1, {"points": 9.0, "sur": 10.0},
    )  # fmt: skip


def test_it_holds_no_identity_beyond_the_trainee_id(hers):
    hers.note("idel-07", "ouverture", "diabete/01_monofilament", 1)
    line = json.loads(hers.chemin.read_text(encoding="utf-8"))
    assert set(line) == {"v", "quand", "apprenante", "genre", "contenu", "version", "resultat"}


def test_a_line_torn_by_a_crash_spoils_no_other(hers):
    hers.note("idel-07", "ouverture", "a/b", 1)
    with hers.chemin.open("ab") as file:
        file.write(b'{"v": 1, "quand": "2026-11')
    hers.note("idel-07", "fin", "a/b", 1)
    assert [e.genre for e in hers.read()] == ["ouverture", "fin"]


WHOLE = {
    "v": 1,
    "quand": "2026-11-28T10:00:00+01:00",
    "apprenante": "a",
    "genre": "fin",
    "contenu": "c",
    "version": 1,
    "resultat": {},
}
FORGED = [
    json.dumps(WHOLE | change).encode()
    for change in ({"quand": "hier"}, {"apprenante": 1}, {"genre": "note"}, {"resultat": 3})
]


@pytest.mark.parametrize("line", [b"\xff\xfe", b"[]", b"null", b'{"v": 2}', b"[" * 100_000, *FORGED])
def test_what_anyone_wrote_in_it_is_passed_over(hers, line):
    hers.note("idel-07", "ouverture", "a/b", 1)
    with hers.chemin.open("ab") as file:
        file.write(line + b"\n")
    hers.note("idel-07", "fin", "a/b", 1)
    assert [e.genre for e in hers.read()] == ["ouverture", "fin"]


def test_a_full_file_is_set_aside_and_nothing_is_lost(hers, monkeypatch):
    monkeypatch.setattr(journal, "TAILLE_MAX", 600)
    for _ in range(12):
        hers.note("idel-07", "ouverture", "a/b", 1)
    assert len(list(hers.chemin.parent.glob("journal-*.jsonl"))) >= 2
    assert len(list(hers.read())) == 12
    assert all(p.stat().st_size <= 600 for p in hers.chemin.parent.glob("journal*.jsonl"))


def test_it_stops_growing_somewhere_and_says_so(hers, monkeypatch):
    monkeypatch.setattr(journal, "TAILLE_MAX", 200)
    monkeypatch.setattr(journal, "FICHIERS_MAX", 3)
    for _ in range(3):
        hers.note("idel-07", "ouverture", "a/b", 1)
    with pytest.raises(JournalError, match="full"):
        hers.note("idel-07", "ouverture", "a/b", 1)
    with pytest.raises(JournalError, match="bytes"):
        hers.note("idel-07", "reponse", "a/b", 1, {"exercice": "x" * 3000})


WRITER = """
import sys
from pathlib import Path
from asalee_training.training.journal import Journal
hers = Journal(Path(sys.argv[1]))
for i in range(100_000):
    hers.note("idel-07", "reponse", "a/b", i)
    print(i, flush=True)
"""


def test_what_was_told_as_kept_survives_kill_9(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True, env=os.environ.copy()
    )
    told = [process.stdout.readline() for _ in range(20)]
    time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    told += process.stdout.readlines()
    process.wait()
    last = int([line for line in told if line.endswith("\n")][-1])
    kept = [e.version for e in Journal(tmp_path).read()]
    assert kept[: last + 1] == list(range(last + 1))
    Journal(tmp_path).note("idel-07", "fin", "a/b", 1)
    assert list(Journal(tmp_path).read())[-1].genre == "fin"
