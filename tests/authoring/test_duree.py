"""The minutes declared to a trainee, against what reading, deciding and acting take."""

from functools import cache

import pytest

from asalee_training.authoring import check, duree
from asalee_training.authoring.avertissements import warnings
from asalee_training.content.reader import load_case, load_lesson, load_module
from asalee_training.workspace import Workspace

WS = Workspace.find()
TEXTS = check.sources(WS)
MODULES = sorted(path.parent.name for path in WS.courses.glob("*/module.md"))


@cache
def read(path):
    """Read without drawing anybody: only the words matter here."""
    load = load_case if path.is_relative_to(WS.cases) else load_lesson
    return load(path, WS.contenu)


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_the_minutes_declared_are_about_those_it_takes(path):
    case = read(path)
    minutes = duree.estimate(case)
    assert not duree.far(case.entete.duree_min, minutes), f"declared {case.entete.duree_min}, about {minutes:.0f}"


@pytest.mark.parametrize("nom", MODULES)
def test_the_hours_of_a_module_are_those_of_its_lessons_and_cases(nom):
    module = load_module(WS.courses / nom / "module.md", WS.contenu)
    texts = [read(path) for path in check.sources(WS)]
    minutes = sum(case.entete.duree_min for case in texts if case.module == nom)
    assert abs(module.heures * 60 - minutes) <= 30, f"declared {module.heures} h, its texts {minutes / 60:.1f} h"


def test_more_words_and_more_questions_take_longer():
    case = read(WS.cases / "bpco" / "mme-lambert.md")
    shorter = case.model_copy(update={"blocs": case.blocs[:-1]})
    assert duree.estimate(shorter) < duree.estimate(case)


@pytest.mark.parametrize(
    ("declared", "taken", "misleads"),
    [(20, 20, False), (20, 16, False), (20, 14, True), (10, 5, True), (30, 40, False), (20, 40, True)],
)
def test_a_third_off_misleads(declared, taken, misleads):
    assert duree.far(declared, taken) is misleads


def test_an_author_is_told_what_to_write():
    path = WS.cases / "bpco" / "mme-lambert.md"
    case = read(path)
    honest = case.entete
    far = case.model_copy(update={"entete": honest.model_copy(update={"duree_min": 90})})
    assert not [w for w in warnings(case, path, WS.contenu) if "duree_min" in w.message]
    (told,) = [w for w in warnings(far, path, WS.contenu) if "duree_min" in w.message]
    assert "enrichissez" in told.message
    assert f"écrivez {duree.rounded(duree.estimate(case))}" in told.message
