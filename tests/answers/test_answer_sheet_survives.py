"""The answer file under crash, crowd, damage and a full disk."""

import errno
import os
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.answers import FICHIER, AnswersError, Sheet, parse, serialise

ENDLESS_WRITER = """
import sys
from pathlib import Path
from asalee_training.answers import Sheet

sheet, n = Sheet(Path(sys.argv[1])), int(sys.argv[2])
print("started", flush=True)
while True:
    n = sheet.write("transmission", "é" * 30_000, n).n
    sheet.write("grade", n, sheet.read().reponses["grade"].n if n > 1 else 0)
"""
CROWD_WRITER = """
import sys
from pathlib import Path
from asalee_training.answers import Conflict, Sheet

sheet, me = Sheet(Path(sys.argv[1])), sys.argv[2]
for k in range(20):
    sheet.write(f"question_{me}_{k}", f"réponse {me} {k}", 0)
try:
    sheet.write("commune", me, 0)
except Conflict:
    print("conflict")
"""


def _run(code, *arguments):
    return subprocess.Popen([sys.executable, "-c", code, *map(str, arguments)], stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
def test_kill_9_in_mid_write_never_damages_the_file(tmp_path):
    n = 0
    for delay_ms in (3, 7, 12, 18, 25, 33, 44, 57):
        writer = _run(ENDLESS_WRITER, tmp_path, n)
        writer.stdout.readline()
        time.sleep(delay_ms / 1000)
        writer.kill()
        writer.wait()
        writer.stdout.close()
        reading = Sheet(tmp_path).read()
        assert reading.perdu == ""
        assert all(a.valeur == "é" * 30_000 for nom, a in reading.reponses.items() if nom == "transmission")
        n = reading.reponses["transmission"].n if "transmission" in reading.reponses else 0
    assert n > 0
    assert {p.name for p in tmp_path.iterdir()} <= {FICHIER, f"{FICHIER}.tmp", f"{FICHIER}.verrou"}


def test_four_processes_writing_lose_no_answer(tmp_path):
    writers = [_run(CROWD_WRITER, tmp_path, me) for me in range(4)]
    said = [writer.communicate(timeout=300)[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0, 0, 0]
    reponses = Sheet(tmp_path).read().reponses
    assert {nom: a.valeur for nom, a in reponses.items() if nom != "commune"} == {
        f"question_{me}_{k}": f"réponse {me} {k}" for me in range(4) for k in range(20)
    }
    assert "".join(said).count("conflict") == 3
    assert {reponses["commune"].valeur, reponses["commune"].autre["valeur"]} <= {"0", "1", "2", "3"}
    assert reponses["commune"].valeur != reponses["commune"].autre["valeur"]


@pytest.fixture
def whole(tmp_path):
    sheet = Sheet(tmp_path / "entier")
    sheet.chemin.parent.mkdir()
    sheet.write("conduite", "a1b2c3d4", 0)
    sheet.write("rapport", {"texte": "58,9", "unite": "%"}, 0)
    sheet.write("transmission", 'Mme Lambert : « essoufflée »\n"à l\'effort" \\ é 😀', 0)
    return sheet.chemin.read_bytes()


def test_a_file_cut_anywhere_keeps_every_whole_line_and_invents_nothing(whole):
    original = parse(whole).reponses
    ends = [whole.find(b"\n", whole.find(f'"{nom}"'.encode())) for nom in sorted(original)]
    for length in range(len(whole)):
        reading = parse(whole[:length])
        assert all(original[nom] == answer for nom, answer in reading.reponses.items())
        # The comma that ends a line is not part of the answer.
        assert len(reading.reponses) >= sum(length > end for end in ends), length
        assert reading.perdu or reading.reponses == original


def test_a_file_damaged_anywhere_never_raises(whole):
    for position in range(0, len(whole), 3):
        for junk in (b"\x00", b"\xff", b'"', b"}"):
            parse(whole[:position] + junk + whole[position + 1 :])


@given(st.binary(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_without_raising(data):
    assert dict(parse(data).reponses) == {} or b"valeur" in data


def test_a_damaged_file_is_set_aside_and_told_once(tmp_path, whole):
    (tmp_path / FICHIER).write_bytes(whole[: len(whole) // 2])
    sheet = Sheet(tmp_path)
    first, second = sheet.read(), sheet.read()
    assert "abîmé" in first.perdu
    assert second.perdu == ""
    assert second.reponses == first.reponses
    (aside,) = tmp_path.glob(".reponses.abime-*.json")
    assert aside.read_bytes() == whole[: len(whole) // 2]
    assert parse(serialise(second.reponses)).reponses == second.reponses


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_is_said_in_french_and_the_earlier_answers_stay(tmp_path, monkeypatch, step):
    sheet = Sheet(tmp_path)
    before = sheet.write("grade", "a1b2c3d4", 0)

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(AnswersError, match="Libérez de la place"):
        sheet.write("grade", "e5f6a7b8", 1)
    monkeypatch.undo()
    assert Sheet(tmp_path).read().reponses == {"grade": before}
    assert sheet.write("grade", "e5f6a7b8", 1).n == 2


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's file size limit")
def test_a_write_that_the_system_cuts_short_leaves_the_file_whole(tmp_path):
    code = (
        "import resource, sys; from pathlib import Path; from asalee_training.answers import AnswersError, Sheet\n"
        "sheet = Sheet(Path(sys.argv[1])); sheet.write('grade', 'a', 0)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))\n"
        "try: sheet.write('transmission', 'x' * 9000, 0)\n"
        "except AnswersError as error: print(error)\n"
    )
    out = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True).stdout
    assert "Le disque refuse d’enregistrer" in out
    reading = Sheet(tmp_path).read()
    assert reading.perdu == ""
    assert set(reading.reponses) == {"grade"}
