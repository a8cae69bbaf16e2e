"""When a question comes back, and what a theme is worth: dates and numbers worked out by hand."""

from datetime import date, timedelta

import pytest

from asalee_training.training.maitrise import QuestionDuTheme, dues, prochaine, themes
from asalee_training.training.revision import Resultat, echeance

DEBUT = date(2026, 11, 28)


def jour(n):
    return DEBUT + timedelta(days=n)


def juste(n):
    return Resultat(jour(n), 2, 2)


def faux(n):
    return Resultat(jour(n), 0, 2)


CASES = [
    # (results, day when it comes back, counted from the first)
    ([juste(0)], 7),
    ([juste(0), juste(7)], 28),  # 7 + 21
    ([juste(0), juste(9)], 30),  # two days late: counted from the day it was done
    ([juste(0), juste(7), juste(28)], 88),  # 28 + 60
    ([juste(0), juste(7), juste(28), juste(88)], 148),  # 60 again
    ([juste(0), juste(3)], 7),  # before the day: nothing is earned
    ([faux(0)], 1),
    ([faux(0), juste(0)], 1),  # the correction read, answered again: still tomorrow
    ([faux(0), juste(1)], 8),  # back on the first step
    ([juste(0), juste(7), faux(28)], 29),
    ([juste(0), juste(7), faux(28), juste(29)], 36),
    ([Resultat(DEBUT, 1, 2)], 3),  # right in part
    ([Resultat(DEBUT, 1, 2), juste(3)], 10),
]


@pytest.mark.parametrize(("resultats", "attendu"), CASES)
def test_the_day_when_a_question_comes_back(resultats, attendu):
    assert echeance(resultats).prochaine == jour(attendu)
    assert echeance(reversed(resultats)).prochaine == jour(attendu) or len({r.jour for r in resultats}) < len(resultats)


def test_nothing_answered_nothing_due():
    assert echeance([]) is None


QUESTIONS = [
    QuestionDuTheme("d/1#a", ("pied",), True),
    QuestionDuTheme("d/1#b", ("pied", "rein"), True),
    QuestionDuTheme("d/2#c", ("rein",), False),
]
LIBELLES = {"pied": "Le pied", "rein": "Le rein", "oeil": "L’œil"}


def state(historique, seuil=0.8):
    return {t.nom: (t.etat, t.repondues, round(t.part, 3)) for t in themes(LIBELLES, QUESTIONS, historique, seuil)}


def test_a_theme_goes_from_unknown_to_mastered():
    assert state({}) == {"pied": ("a_decouvrir", 0, 0.0), "rein": ("a_decouvrir", 0, 0.0)}
    assert state({"d/1#a": (juste(0),)})["pied"] == ("en_cours", 1, 1.0)
    both = {"d/1#a": (juste(0),), "d/1#b": (faux(0),)}
    assert state(both)["pied"] == ("a_revoir", 2, 0.5)
    assert state({**both, "d/1#b": (faux(0), juste(1))})["pied"] == ("maitrise", 2, 1.0)


def test_the_threshold_itself_is_enough():
    history = {"d/1#a": (Resultat(DEBUT, 3, 5),), "d/1#b": (Resultat(DEBUT, 5, 5),)}
    assert state(history)["pied"][0] == "maitrise"  # 8 out of 10
    assert state(history, seuil=0.81)["pied"][0] == "a_revoir"


def test_only_questions_that_stand_alone_come_back_the_longest_overdue_first():
    history = {"d/1#a": (juste(1),), "d/1#b": (faux(0),), "d/2#c": (faux(0),)}
    assert dues(QUESTIONS, history, jour(0)) == []
    assert dues(QUESTIONS, history, jour(1)) == ["d/1#b"]
    assert dues(QUESTIONS, history, jour(8)) == ["d/1#b", "d/1#a"]
    assert prochaine(QUESTIONS, history, jour(1)) == jour(8)
