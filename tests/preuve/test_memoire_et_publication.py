"""A proof is kept as long as nothing changed; what it blocks is not published; the command says it with file and line."""

import json
import os
import subprocess
import sys

import pytest

from asalee_training.authoring import build, check, preuve
from asalee_training.authoring.preuve import avance, mutants, rapport
from asalee_training.authoring.preuve.memoire import Preuves
from asalee_training.authoring.preuve.modele import lue
from asalee_training.content import release
from asalee_training.content.errors import ContentError
from asalee_training.workspace import Workspace
from tests.depot import without_content
from tests.preuve.cas import CONDUITE, RAPPORT, texte

LARGE = RAPPORT.replace("tolerance: 0.5", "tolerance: 150")


@pytest.fixture
def ws(tmp_path):
    return without_content(tmp_path)


def write(ws, *exercices, nom="essai", **entete):
    path = ws.cases / "bpco" / f"{nom}.md"
    path.write_text(texte(*exercices, **entete), encoding="utf-8")
    return path


@pytest.fixture
def proofs(monkeypatch):
    """Names of the cases that were really proved."""
    made = []
    true = preuve.prouver_cas
    monkeypatch.setattr(preuve, "prouver_cas", lambda case, *given: made.append(case.nom) or true(case, *given))
    return made


def test_a_proof_survives_its_json(ws):
    made = preuve.prouver(ws, write(ws, RAPPORT, CONDUITE))
    assert lue(json.loads(json.dumps(made.json()))) == made


def test_patients_that_cannot_be_drawn_are_said_at_their_line(ws, monkeypatch):
    """The patients of a check may all exist and one of the 32 of this course not: a sentence, no failure of the build."""

    drawn = release.patients

    def nobody(case, secret):
        if secret == check._SECRET:
            return drawn(case, secret)
        raise ValueError("aucun patient ne convient.")

    monkeypatch.setattr(release, "patients", nobody)
    path = write(ws, RAPPORT, CONDUITE)
    with pytest.raises(ContentError) as refusal:
        preuve.prouver(ws, path)
    (problem,) = refusal.value.problems
    assert "les trente-deux patients : aucun patient ne convient." in str(problem)
    assert path.read_text(encoding="utf-8").split("\n")[problem.ligne - 1].startswith("patient:")


def test_a_text_is_proved_again_only_when_it_changes(ws, proofs):
    path = write(ws, RAPPORT, CONDUITE)
    first = preuve.prouver(ws, path, Preuves(ws))
    assert preuve.prouver(ws, path, Preuves(ws)) == first
    assert proofs == ["bpco/essai"]
    write(ws, RAPPORT.replace("points: 2", "points: 3"), CONDUITE)
    assert preuve.prouver(ws, path, Preuves(ws)).epreuves["rapport"].points == 3
    assert proofs == ["bpco/essai", "bpco/essai"]


def test_another_secret_is_another_proof(ws, proofs):
    path = write(ws, RAPPORT, CONDUITE)
    preuve.prouver(ws, path, Preuves(ws))
    (ws.donnees / "secret").unlink()
    preuve.prouver(Workspace(ws.root), path, Preuves(Workspace(ws.root)))
    assert len(proofs) == 2


@pytest.mark.parametrize("damage", ["", "{", '{"de": 1}', '{"de": 1, "preuve": {}}'])
def test_a_damaged_memory_costs_a_proof_and_nothing_else(ws, proofs, damage):
    path = write(ws, RAPPORT, CONDUITE)
    preuves = Preuves(ws)
    preuve.prouver(ws, path, preuves)
    next(preuves.folder.iterdir()).write_text(damage, encoding="utf-8")
    assert not preuve.prouver(ws, path, preuves).bloquants
    assert len(proofs) == 2


@pytest.mark.parametrize("mode", ["evaluation", "entrainement"])
def test_a_case_with_a_critical_survivor_is_not_built_and_the_others_are(ws, mode):
    write(ws, LARGE, CONDUITE, nom="large", mode=mode)
    write(ws, RAPPORT, CONDUITE, nom="juste", mode=mode)
    told = []
    built = build.build_all(ws, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]
    assert len(built.evaluations + built.bibliotheque) == 1
    assert "juste" in (built.evaluations + built.bibliotheque)[0]
    assert any("CVF divisée par VEMS" in p.message and p.ligne > 1 for p in built.problems)
    assert {p.fichier for p in built.problems} == {"cases/bpco/large.md"}


def test_a_second_build_proves_nothing(ws, proofs):
    write(ws, RAPPORT, CONDUITE)
    build.build_all(ws)
    build.build_all(ws)
    assert proofs == ["bpco/essai"]


def test_many_texts_are_proved_ahead_in_processes_of_their_own(ws, proofs, monkeypatch):
    monkeypatch.setattr(avance, "ENSEMBLE", 2)
    monkeypatch.setattr(avance.os, "cpu_count", lambda: 2)
    write(ws, LARGE, CONDUITE, nom="large")
    write(ws, RAPPORT, CONDUITE, nom="juste")
    told = []
    built = build.build_all(ws, progress=lambda done, total: told.append((done, total)))
    assert proofs == []  # none in this process
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert built.evaluations == ["bpco-juste-v1"]
    assert {p.fichier for p in built.problems} == {"cases/bpco/large.md"}


def test_a_process_that_dies_costs_time_and_no_text(ws, proofs, monkeypatch):
    monkeypatch.setattr(avance, "ENSEMBLE", 1)
    monkeypatch.setattr(avance.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(avance, "_une", os._exit)  # sent by its name: each process ends at once
    write(ws, RAPPORT, CONDUITE)
    assert build.build_all(ws).evaluations == ["bpco-essai-v1"]
    assert proofs == ["bpco/essai"]


def test_a_text_is_checked_again_when_its_module_changes(ws):
    path = write(ws, RAPPORT, CONDUITE)
    before = Preuves(ws).memory.digest(path)
    (ws.courses / "bpco" / "module.md").write_text("---\ntitre: Souffle\n---\n", encoding="utf-8")
    assert Preuves(ws).memory.digest(path) != before


def test_a_proof_made_by_hand_serves_the_build(ws, proofs):
    preuve.prouver(ws, write(ws, RAPPORT, CONDUITE), Preuves(ws))
    assert build.build_all(ws).evaluations == ["bpco-essai-v1"]
    assert proofs == ["bpco/essai"]


def asalee(ws, *words):
    env = os.environ | {"ASALEE_RACINE": str(ws.root)}
    return subprocess.run(
        [sys.executable, "-m", "asalee_training", *words], capture_output=True, text=True, env=env, cwd=ws.root
    )


def test_prouver_says_sentences_and_answers_0_when_all_is_proved(ws):
    write(ws, RAPPORT, CONDUITE)
    done = asalee(ws, "prouver", "bpco/essai", "--detail")
    assert done.returncode == 0, done.stderr
    assert "cases/bpco/essai.md : prouvé" in done.stdout
    assert "Réponses fausses :" in done.stdout
    assert "ni réponse, ni explication, ni graine" in done.stdout
    assert "- rapport (nombre) :" in done.stdout


def test_prouver_names_survivors_with_their_line_and_answers_1(ws):
    path = write(ws, LARGE, CONDUITE, nom="large")
    write(ws, RAPPORT, CONDUITE, nom="juste")
    write(ws, RAPPORT.replace("points: 2", "point: 2"), nom="casse")
    done = asalee(ws, "prouver")
    assert done.returncode == 1
    line = next(n for n, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if "cvf_vems" in text)
    assert f"cases/bpco/large.md, ligne {line} : exercice « rapport » : la réponse fausse" in done.stderr
    assert "cases/bpco/casse.md, ligne" in done.stderr
    assert "cases/bpco/juste.md : prouvé" in done.stdout
    assert "2 textes :" in done.stdout


def test_prouver_speaks_json(ws):
    write(ws, LARGE, CONDUITE, nom="large")
    done = asalee(ws, "prouver", "bpco/large", "--json")
    assert done.returncode == 1
    (found,) = json.loads(done.stdout)["preuves"]
    assert found["bloque"] is True
    assert 0.5 < found["score"] < 1
    assert found["epreuves"]["rapport"]["essais"][mutants.ILLISIBLE]["tues"] > 0


@pytest.mark.parametrize(
    ("part", "written"),
    [(1, "100\u00a0%"), (3206 / 3207, "99,9\u00a0%"), (0.9999, "99,9\u00a0%"), (0.1871, "18,7\u00a0%")],
)
def test_a_share_is_never_rounded_up_to_all(part, written):
    assert rapport.pct(part) == written
