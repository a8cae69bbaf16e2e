"""Answers whose marks a reader worked out from the clinical brief: every CSV of ``galerie/`` against the judge.

Columns: ``cas`` (protocole/slug), ``patient`` (``temoin``), ``exercice``, ``reponse``, ``points``, ``pourquoi``.
``reponse`` is raw JSON; or, for options, ``texte:`` and the beginning of an option's text, several joined by `` | ``;
or, for an interview, ``entretien:`` and its lines likewise (tests/exercises/entretiens.py); or ``monofilament:`` and a
session (tests/exercises/monofilaments.py); or ``spirometrie:`` and its gestures (tests/exercises/spirometries.py); or
``tension:`` and a session (tests/exercises/tensions.py); or ``cinq_mots:`` and a session (tests/exercises/passations.py);
or empty: no answer.
"""

import csv
import json
from functools import cache
from pathlib import Path

import pytest

from asalee_training import scoring
from asalee_training.authoring import check
from asalee_training.gradebook.copy import points
from asalee_training.simulation import patient as simulated
from asalee_training.workspace import Workspace
from tests.exercises import monofilaments, passations, spirometries, tensions
from tests.exercises.entretiens import jouer

WS = Workspace(Path(__file__).parent.parent.parent)
CASES = {f"{p.parent.name}/{p.stem}": p for p in check.sources(WS) if p.is_relative_to(WS.cases)}
FILES = sorted((Path(__file__).parent / "galerie").glob("*.csv"))
COLUMNS = ["cas", "patient", "exercice", "reponse", "points", "pourquoi"]


def lines():
    for path in FILES:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            assert reader.fieldnames == COLUMNS, f"{path.name}: {reader.fieldnames}"
            for row in reader:
                yield pytest.param(row, id=f"{path.stem}-{reader.line_num}")


@cache
def judged_case(nom):
    case = check.read(WS, CASES[nom])
    return case, scoring.key(case, simulated.draw(case.entete.patient_temoin, b"temoin"))


def raw(exercise, written):
    """The raw answer that a line of the gallery writes."""
    if not written.strip():
        return None
    if written.startswith("spirometrie:"):
        return spirometries.jouer(*(acte.strip() for acte in written.removeprefix("spirometrie:").split(" | ")))
    if written.startswith("entretien:"):
        return jouer(exercise.spec, *(acte.strip() for acte in written.removeprefix("entretien:").split(" | ")))
    if written.startswith("monofilament:"):
        return monofilaments.jouer(written.removeprefix("monofilament:"))
    if written.startswith("tension:"):
        return tensions.jouer(written.removeprefix("tension:"))
    if written.startswith("cinq_mots:"):
        return passations.jouer(written.removeprefix("cinq_mots:"))
    if not written.startswith("texte:"):
        return json.loads(written)
    chosen = []
    for beginning in written.removeprefix("texte:").split(" | "):
        found = [o.id for o in exercise.spec.choix if o.texte.startswith(beginning.strip())]
        assert len(found) == 1, f"« {beginning} » is the beginning of {len(found)} options"
        chosen += found
    return chosen if exercise.type == "choix_multiple" else chosen[0]


@pytest.mark.parametrize("row", list(lines()))
def test_a_line_of_the_gallery_gets_the_points_its_reader_gave(row):
    assert row["patient"] == "temoin"
    case, key = judged_case(row["cas"])
    exercise = case.exercices[row["exercice"]]
    mark = scoring.mark(key, exercise, raw(exercise, row["reponse"]))
    assert points(mark) == pytest.approx(float(row["points"].replace(",", ".")), abs=1e-4), (row["pourquoi"], mark)


@pytest.mark.parametrize("nom", CASES)
def test_the_gallery_covers_every_question_of_every_case_that_a_machine_marks(nom):
    case, _ = judged_case(nom)
    wanted = {e.nom for e in case.exercices.values() if e.type != "texte"}
    given = {row["exercice"] for row in (p.values[0] for p in lines()) if row["cas"] == nom}
    assert wanted <= given, f"no answer marked by hand for {wanted - given}"
