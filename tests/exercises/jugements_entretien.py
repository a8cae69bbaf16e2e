"""An interview as the tests of its judge take it: a scene, its mark, and the perfect session with some lines replaced."""

import copy
from pathlib import Path

from asalee_training.content.reader import load_case
from asalee_training.exercises import entretien
from tests.exercises.entretiens import SCENE

ROOT = Path(__file__).parents[2]
CAS = {"etp/mme-berthier": "entretien", "cognition/mme-girard": "visite"}


def make(scene=SCENE, **changes):
    data = {"type": "entretien", "points": 4.0, "explication": "La règle à retenir.", **copy.deepcopy(scene), **changes}
    return entretien.Spec.model_validate(data)


def graded(spec, raw):
    return entretien.grade(spec, entretien.expected(spec, {}), entretien.parse(spec, raw))


def missed(mark):
    """What « à reprendre » lists."""
    _, found, listed = mark.retour.partition("À reprendre : ")
    return set(listed.rstrip(".").split(" ; ")) if found else set()


def changed(acts, **new):
    """The perfect session with some lines replaced, by rank: ``_1=("…", "…")``."""
    return [a for i, act in enumerate(acts) for a in new.get(f"_{i}", (act,))]


_CASES = {}


def case(nom):
    if nom not in _CASES:
        _CASES[nom] = load_case(ROOT / "cases" / f"{nom}.md", ROOT)
    return _CASES[nom]


def exercise(nom):
    return case(nom).exercices[CAS[nom]]
