"""Every typical mistake that a clinical brief lists is foreseen somewhere, with its own feedback.

`erreurs_types.csv`: ``source`` (brief and vignette), ``erreur``, ``fichier`` (``protocole/cas`` or ``module/lecon``), ``exercice``, and
``ou``: the beginning of an option; ``erreur:`` and the computation or the value of a foreseen error.
"""

import csv
from functools import cache
from pathlib import Path

import pytest

from asalee_training.content.reader import load_case, load_lesson

ROOT = Path(__file__).parents[2]
FILE = Path(__file__).with_name("erreurs_types.csv")
COLUMNS = ["source", "erreur", "fichier", "exercice", "ou"]


def lines():
    with FILE.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert reader.fieldnames == COLUMNS
        return list(reader)


@cache
def read(nom):
    path = ROOT / "cases" / f"{nom}.md"
    return load_case(path, ROOT) if path.is_file() else load_lesson(ROOT / "courses" / f"{nom}.md", ROOT)


def feedback(row):
    """The feedback that this mistake gets, "" when nothing foresees it."""
    case = read(row["fichier"])
    exercise = case.exercices[row["exercice"]]
    where = row["ou"]
    if where.startswith("erreur: "):
        written = {
            e.si.calcul or f"{e.si.valeur:g}": e.retour
            for e in exercise.spec.erreurs
            if e.si.calcul or e.si.valeur is not None
        }
        return written.get(where.removeprefix("erreur: "), "")
    found = [o for o in exercise.spec.choix if o.texte.startswith(where)]
    assert len(found) == 1, f"« {where} » begins {len(found)} options"
    assert not found[0].juste, "the mistake is the right answer"
    return found[0].retour


@pytest.mark.parametrize("row", lines(), ids=lambda row: f"{row['source']}: {row['erreur']}")
def test_a_typical_mistake_gets_its_own_feedback(row):
    assert len(feedback(row)) >= 20, row
