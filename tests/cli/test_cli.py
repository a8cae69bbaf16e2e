"""The command line: French, one clear sentence, exit status 0, 1 or 2, and never a traceback."""

import json
import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENGLISH = re.compile(r"\b(Usage|Error|Show|Missing|Commands|Traceback|Invalid|default|required|option is|Try)\b", re.I)
COMMANDS = (
    "nouveau", "verifier", "prouver", "construire", "schema", "proposer", "approuver", "publier", "retirer",
    "apercu", "demarrer", "recevoir", "noter", "rendre",
)  # fmt: skip


def asalee(*words, root=None, **environ):
    env = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "LANG", "LANGUAGE", "LC_ALL")}
    if root:
        env["ASALEE_RACINE"] = str(root)
    return subprocess.run(
        [sys.executable, "-m", "asalee_training", *words],
        capture_output=True,
        text=True,
        env=env | environ,
        cwd=root or ROOT,
    )


@pytest.fixture
def root(tmp_path):
    for folder in ("cases/bpco", "courses/bpco", "grading/grilles"):
        (tmp_path / folder).mkdir(parents=True)
    return tmp_path


def french(done):
    said = done.stdout + done.stderr
    assert not ENGLISH.search(said.replace("Options:", "")), said
    return said


@pytest.mark.parametrize("words", [("--help",), *((c, "--help") for c in COMMANDS)], ids=lambda w: w[0])
def test_the_help_is_in_french(words):
    done = asalee(*words)
    assert done.returncode == 0
    assert "Utilisation :" in french(done)


def test_every_command_of_the_help_is_tested_here():
    listed = re.findall(r"^  (\w+)  ", asalee("--help").stdout, re.M)
    assert sorted(listed) == sorted(COMMANDS)


@pytest.mark.parametrize(
    "words",
    [
        ("inconnue",),
        ("noter",),
        ("nouveau",),
        ("noter", "inconnu"),
        ("verifier", "bpco/inconnu"),
        ("apercu", "x", "--stagiaire", "99"),
    ],
)
def test_wrong_words_are_one_sentence_and_status_2(root, words):
    done = asalee(*words, root=root)
    assert done.returncode == 2
    assert "Erreur :" in french(done)


def test_outside_the_project_is_one_sentence(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "asalee_training", "verifier"], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 1
    assert "n’est pas dans Formation ASALEE" in french(done)


def test_a_case_is_created_checked_and_corrected(root):
    assert asalee("nouveau", "bpco/toux-du-matin", root=root).returncode == 0
    done = asalee("verifier", "bpco/toux-du-matin", root=root)
    assert (done.returncode, "prêt" in french(done)) == (0, True)
    path = root / "cases/bpco/toux-du-matin.md"
    path.write_text(path.read_text(encoding="utf-8").replace("niveau: 1 ", "nivau: 1 "), encoding="utf-8")
    done = asalee("verifier", root=root)
    assert done.returncode == 1
    assert re.search(r"cases/bpco/toux-du-matin\.md, ligne \d+ : la clé « nivau »", french(done))
    problems = json.loads(asalee("verifier", "--json", root=root).stdout)
    assert {p["fichier"] for p in problems} == {"cases/bpco/toux-du-matin.md"}


def test_a_case_may_be_a_notebook(root):
    assert asalee("nouveau", "bpco/toux-du-matin", "--carnet", root=root).returncode == 0
    path = root / "cases/bpco/toux-du-matin.ipynb"
    for name in ("bpco/toux-du-matin", "cases/bpco/toux-du-matin.ipynb"):
        assert "cases/bpco/toux-du-matin.ipynb : prêt" in french(asalee("verifier", name, root=root))
    path.write_text(path.read_text(encoding="utf-8").replace("type: nombre", "type: nombres"), encoding="utf-8")
    done = asalee("verifier", root=root)
    assert done.returncode == 1
    assert "cases/bpco/toux-du-matin.ipynb, cellule 4, ligne 2 : le type « nombres »" in french(done)
    (problem,) = json.loads(asalee("verifier", "--json", root=root).stdout)
    assert (problem["cellule"], problem["ligne"]) == (4, 2)
    assert "existe déjà" in french(asalee("nouveau", "bpco/toux-du-matin", root=root))


def test_a_taken_port_is_one_sentence(root):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        done = asalee("demarrer", "--port", port, "--no-browser", root=root)
    assert done.returncode == 2
    assert f"Le port {port} est déjà pris" in french(done)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGTERM there")
def test_a_stop_takes_the_server_along(root):
    """Killed, the command used to leave its server on the port; the next start was then refused."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "asalee_training", "demarrer", "--port", str(port), "--no-browser"]
    started = subprocess.Popen(
        command, env=os.environ | {"ASALEE_RACINE": str(root)}, cwd=root, stdout=subprocess.DEVNULL
    )

    def answers():
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    def until(wanted):
        end = time.monotonic() + 120
        while answers() is not wanted and time.monotonic() < end:
            time.sleep(0.2)
        return answers() is wanted

    try:
        assert until(True), "it never answered"
        started.terminate()
        assert until(False), "the server was left behind"
    finally:
        started.kill()
        started.wait(30)


@pytest.mark.parametrize("target", ["install", "start", "test"])
def test_an_old_python_is_one_sentence(tmp_path, target):
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    done = subprocess.run(["make", target, f"PYTHON={old}"], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode != 0
    assert "Python 3.11" in done.stderr
