"""The levels of a rubric: kept by criterion, and an indispensable one at 0 is bought back by nothing."""

import cours_synthetique as course
import pytest
import sqlalchemy as sa
from test_exchange import read_texts

from asalee_training.gradebook import collect, feedback, levels, marker, progress, submit
from asalee_training.gradebook.config import database_url

TEXTE = "transmission"


@pytest.fixture
def carnet(trainee):
    """nbgrader's id of Anne's marked copy, all right, her text read."""
    ws = trainee
    submit.submit(ws, course.ASSIGNMENT)
    collect.collect(ws, course.ASSIGNMENT)
    marker.mark(ws, course.ASSIGNMENT)
    read_texts(ws, points=8)
    engine = sa.create_engine(database_url(ws))
    with engine.connect() as connection:
        ident = connection.execute(sa.text("select id from submitted_notebook")).scalar_one()
    engine.dispose()
    return ident


def verdict(ws):
    feedback.publish(ws, course.ASSIGNMENT)
    return progress.copies(ws, course.ASSIGNMENT)[0].verdict, feedback.read(ws, "anne", course.ASSIGNMENT).read_text(
        "utf-8"
    )


def test_levels_are_kept_and_may_be_changed(ws, carnet):
    assert levels.read(ws, carnet, TEXTE) == {}
    levels.give(ws, carnet, TEXTE, "Demande", 2)
    levels.give(ws, carnet, TEXTE, "Résultat de l'examen", 4)
    levels.give(ws, carnet, TEXTE, "Demande", 4)
    assert levels.read(ws, carnet, TEXTE) == {"Demande": 4, "Résultat de l'examen": 4}


def test_an_indispensable_criterion_at_0_is_bought_back_by_nothing(ws, carnet):
    assert verdict(ws)[0] == "valide"
    levels.give(ws, carnet, TEXTE, "Demande", 0)
    found, page = verdict(ws)
    assert found == "non_valide"
    assert "Demande" in page
    assert "critère indispensable" in page
    levels.give(ws, carnet, TEXTE, "Demande", 2)
    assert verdict(ws)[0] == "valide"


def test_another_criterion_at_0_only_costs_its_points(ws, carnet):
    levels.give(ws, carnet, TEXTE, "Résultat de l'examen", 0)
    assert verdict(ws)[0] == "valide"


@pytest.mark.parametrize(
    ("who", "exercice", "critere", "points", "words"),
    [
        ("0" * 32, TEXTE, "Demande", 2, "n’existe plus"),
        (None, "inconnu", "Demande", 2, "n’existe plus"),
        (None, "ips", "Demande", 2, "n’existe plus"),
        (None, TEXTE, "Politesse", 2, "n’est plus dans la grille"),
        (None, TEXTE, "Demande", 3, "n’a pas de niveau"),
        (None, TEXTE, "Demande", float("nan"), "n’a pas de niveau"),
    ],
)
def test_what_does_not_exist_is_refused(ws, carnet, who, exercice, critere, points, words):
    with pytest.raises(levels.LevelError, match=words):
        levels.give(ws, who or carnet, exercice, critere, points)
    assert levels.read(ws, carnet, TEXTE) == {}
