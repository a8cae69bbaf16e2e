"""Declared minutes, held against what a program met playing each lesson: benchmarks/bench_minutes.py."""

from dataclasses import replace

import pytest

from asalee_training.authoring import duree
from asalee_training.content.reader import load_lesson
from asalee_training.workspace import Workspace
from tests.authoring import joue

WS = Workspace.find()
LECONS = {f"{p.parent.name}/{p.stem}": p for p in sorted(WS.courses.glob("*/[0-9]*.md"))}
JOUEES = joue.lire()
#: A text that has gained or lost more than this since it was played is played again.
CHANGE = 0.15
#: A lesson takes somebody in the middle this long, in minutes, as the specification asks.
COURTE, LONGUE = 20, 40


@pytest.mark.parametrize("nom", LECONS)
def test_the_minutes_declared_stand_between_those_of_somebody_quick_and_of_somebody_slow(nom):
    assert nom in JOUEES, f"never played: python benchmarks/bench_minutes.py --ecrire {nom}"
    case, played = load_lesson(LECONS[nom], WS.contenu), JOUEES[nom]
    gained = duree.words_of(case) / played.texte - 1
    assert abs(gained) <= CHANGE, f"{gained:+.0%} words since it was played: bench_minutes.py --ecrire {nom}"
    quick, middle, slow = played.minutes()
    assert quick <= case.entete.duree_min <= slow
    assert COURTE <= middle <= LONGUE, f"played, it takes a middle reader {middle:.1f} minutes"
    assert not duree.far(case.entete.duree_min, middle), f"declared {case.entete.duree_min}, played {middle:.0f}"
    assert not duree.far(round(middle), duree.estimate(case)), "the authors' estimate no longer follows what is played"


def test_no_play_is_kept_of_a_lesson_that_is_gone():
    assert set(JOUEES) <= set(LECONS)


def test_the_estimate_is_neither_above_nor_below_what_is_played_on_the_whole():
    estimated = sum(duree.estimate(load_lesson(path, WS.contenu)) for path in LECONS.values())
    assert estimated == pytest.approx(sum(played.minutes()[1] for played in JOUEES.values()), rel=0.05)


def test_minutes_worked_out_by_hand():
    """900 words at 180 a minute, four choices of 30 s, ten clicks of 4.5 s, one act of 20 gestures and 60 s, done 1.5 times."""
    nothing = replace(JOUEES["rcv/01_arteres"], **dict.fromkeys(joue.Joue.__dataclass_fields__, 0))
    assert nothing.minutes() == (0, 0, 0)
    played = replace(nothing, prose=500, question=300, correction=100, choix=4, clic=10, actes=20, attente_actes=60)
    assert played.minutes()[1] == pytest.approx(5 + 2 + 0.75 + (90 + 60) * 1.5 / 60)
