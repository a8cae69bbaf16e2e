"""Hostile folders (attacks 7, 8, 15, 21, 22): only regular files with known names are read, and nothing is executed."""

import os
import subprocess
import tracemalloc
from pathlib import Path

import cours_synthetique as course
import pytest

from asalee_training import answers
from asalee_training.gradebook import collect, files, marker

MOMENT = "2026-03-02 09:42:00.000000 UTC"


@pytest.fixture
def inbound(ws):
    """A handed-in folder of the exchange, whole and honest but empty of answers."""
    folder = ws.echange / "asalee" / "inbound" / f"mallory+{course.ASSIGNMENT}+{MOMENT}+x"
    folder.mkdir()
    (folder / files.HORODATAGE).write_text(MOMENT)
    return folder


def submitted(ws):
    return ws.grading / "submitted" / "mallory" / course.ASSIGNMENT


def test_links_pipes_devices_and_loops_are_left_in_the_exchange(ws, inbound, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret d'une autre")
    (inbound / answers.FICHIER).symlink_to(secret)
    (inbound / "cas.json").symlink_to(ws.donnees / "secret")
    (inbound / f"{course.SLUG}.ipynb").symlink_to("/dev/zero")
    os.mkfifo(inbound / files.MANIFESTE)
    os.mkfifo(inbound / "autre")
    (inbound / "boucle").symlink_to(inbound)
    (inbound / "dossier").mkdir()
    collected = collect.collect(ws, course.ASSIGNMENT)
    assert collected.new == ["mallory"]
    assert len(collected.refused) == 2
    assert {p.name for p in submitted(ws).iterdir()} == {files.HORODATAGE, "cas.json", f"{course.SLUG}.ipynb"}
    assert all(p.is_file() and not p.is_symlink() for p in submitted(ws).iterdir())
    assert "secret d'une autre" not in "".join(p.read_text() for p in submitted(ws).iterdir())
    assert marker.mark(ws, course.ASSIGNMENT).marked == 1


def test_a_hard_link_to_the_answers_of_another_is_refused(ws, inbound, version, tmp_path):
    other = tmp_path / "autre.json"
    other.write_bytes(course.sheet(course.right_answers(version, "mallory")))
    os.link(other, inbound / answers.FICHIER)
    assert collect.collect(ws, course.ASSIGNMENT).refused == [
        f"mallory : « {answers.FICHIER} » n’est pas un fichier ordinaire."
    ]
    assert not (submitted(ws) / answers.FICHIER).exists()


@pytest.mark.parametrize("name", [answers.FICHIER, files.MANIFESTE, files.HORODATAGE])
@pytest.mark.parametrize("kind", ["lien", "tube", "dossier", "enorme"])
def test_an_odd_file_in_submitted_costs_that_copy_only(ws, version, tmp_path, name, kind):
    course.hand_in(ws, "honnete", course.sheet(course.right_answers(version, "honnete")))
    path = course.hand_in(ws, "mallory", course.sheet({})) / name
    path.unlink(missing_ok=True)
    if kind == "lien":
        path.symlink_to(ws.donnees / "secret")
    elif kind == "tube":
        os.mkfifo(path)
    elif kind == "dossier":
        path.mkdir()
    else:
        path.write_bytes(b" " * (files.TAILLE_REPONSES + 1))
    report = marker.mark(ws, course.ASSIGNMENT)
    assert "mallory" in {who for who, _ in report.to_review}
    assert (ws.grading / "autograded" / "honnete" / course.ASSIGNMENT / f"{course.SLUG}.ipynb").exists()


def test_a_copy_folder_that_is_a_link_is_refused(ws, version, tmp_path):
    elsewhere = course.hand_in(ws, "anne", course.sheet(course.right_answers(version, "anne")))
    (ws.grading / "submitted" / "mallory").mkdir()
    (ws.grading / "submitted" / "mallory" / course.ASSIGNMENT).symlink_to(elsewhere)
    report = marker.mark(ws, course.ASSIGNMENT)
    assert report.to_review == [("mallory", "Ce dossier de copie est un lien.")]
    assert not (ws.grading / "autograded" / "mallory").exists()


@pytest.mark.parametrize("name", ["..", "../../gagne", "anne", "a+b", "ANNE", "x" * 300, "mallory\n", ".caché"])
def test_a_forged_folder_name_writes_nothing_outside_its_place(ws, name):
    inbound = ws.echange / "asalee" / "inbound"
    before = {p for p in ws.root.rglob("*") if inbound not in p.parents}
    label = f"{name}+{course.ASSIGNMENT}+{MOMENT}+x".replace("/", "\u2215")
    try:
        (inbound / label).mkdir()
    except OSError:
        return  # the system itself refuses such a name
    (inbound / label / files.HORODATAGE).write_text(MOMENT)
    collect.collect(ws, course.ASSIGNMENT)
    new = {p for p in ws.root.rglob("*") if inbound not in p.parents} - before - {ws.donnees / "copies.verrou"}
    assert all(p.is_relative_to(ws.grading / "submitted") for p in new)
    assert {p.parent.name for p in new if p.name == course.ASSIGNMENT} <= {"anne"}


def test_a_hundred_thousand_files_are_not_copied(ws, inbound):
    for number in range(2000):  # enough to tell copying from ignoring
        (inbound / f"f{number}").touch()
    collect.collect(ws, course.ASSIGNMENT)
    assert len(list(submitted(ws).iterdir())) == 3


@pytest.mark.nbgrader
@pytest.mark.slow
def test_plain_nbgrader_collect_and_autograde_survive_the_same_folders(ws, inbound, version, tmp_path):
    """A referent who types nbgrader's own commands is protected by the configuration."""
    witness = tmp_path / "execute"
    planted = f"open({str(witness)!r}, 'a').write(__name__)"
    (inbound / answers.FICHIER).write_bytes(course.sheet(course.right_answers(version, "mallory")))
    (inbound / f"{course.SLUG}.ipynb").write_text("{")
    (inbound / "yaml.py").write_text(planted)
    (inbound / "lien").symlink_to("/etc/hostname")
    os.mkfifo(inbound / "tube")
    # A second copy put straight into submitted/, as a careless hand would.
    careless = course.hand_in(ws, "careless", course.sheet(course.right_answers(version, "careless")))
    (careless / f"{course.SLUG}.ipynb").write_bytes(b"\x00")
    os.mkfifo(careless / "tube")
    (careless / "secret.txt").symlink_to(ws.donnees / "secret")
    (careless / "asalee_training").mkdir()
    (careless / "asalee_training" / "__init__.py").write_text(planted)
    (careless / "json.py").write_text(planted)
    env = course.environment(ws)
    for command in (["nbgrader", "collect", course.ASSIGNMENT], ["nbgrader", "autograde", course.ASSIGNMENT]):
        done = subprocess.run(command, cwd=ws.grading, env=env, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr[-3000:]
    assert not witness.exists()
    for who in ("mallory", "careless"):
        kept = ws.grading / "autograded" / who / course.ASSIGNMENT
        assert {p.name for p in kept.iterdir()} == {
            f"{course.SLUG}.ipynb",
            "cas.json",
            answers.FICHIER,
            files.HORODATAGE,
        }
        results = [
            float("".join(o["data"]["text/plain"]))
            for c in course.notebook_of(kept)["cells"]
            for o in c.get("outputs", [])
            if o["output_type"] == "execute_result"
        ]
        assert sum(results) == 10.0


def test_no_module_of_the_gradebook_unpickles_evaluates_or_runs_anything():
    folder = Path(marker.__file__).parent
    text = "\n".join(p.read_text(encoding="utf-8") for p in folder.glob("*.py"))
    for forbidden in (
        "pickle",
        "eval(",
        "exec(",
        "subprocess",
        "yaml.load(",
        "extractall",
        "nbclient",
        "ExecutePreprocessor",
        "os.system",
    ):
        assert forbidden not in text, forbidden


def test_a_huge_answers_file_is_not_read_whole(ws, tmp_path):
    path = course.hand_in(ws, "mallory", None) / answers.FICHIER
    with path.open("wb") as file:
        file.truncate(2_000_000_000)  # takes no room on the disk
    tracemalloc.start()
    report = marker.mark(ws, course.ASSIGNMENT)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [who for who, why in report.to_review if "trop gros" in why] == ["mallory"]
    assert peak < 30_000_000
