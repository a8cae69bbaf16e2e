"""The minutes declared to a trainee, against what reading, deciding and acting take."""

import pytest

from asalee_training.authoring import check, duree
from asalee_training.authoring.avertissements import warnings
from asalee_training.workspace import Workspace

WS = Workspace.find()
TEXTS = [p for p in check.sources(WS) if p.is_relative_to(WS.cases)]


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_the_minutes_declared_are_about_those_it_takes(path):
    case = check.read(WS, path)
    minutes = duree.estimate(case)
    assert not duree.far(case.entete.duree_min, minutes), f"declared {case.entete.duree_min}, about {minutes:.0f}"


def test_more_words_and_more_questions_take_longer():
    case = check.read(WS, WS.cases / "bpco" / "mme-lambert.md")
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
    case = check.read(WS, path)
    honest = case.entete
    far = case.model_copy(update={"entete": honest.model_copy(update={"duree_min": 90})})
    assert not [w for w in warnings(case, path, WS.contenu) if "duree_min" in w.message]
    (told,) = [w for w in warnings(far, path, WS.contenu) if "duree_min" in w.message]
    assert "enrichissez" in told.message
    assert f"écrivez {duree.rounded(duree.estimate(case))}" in told.message
