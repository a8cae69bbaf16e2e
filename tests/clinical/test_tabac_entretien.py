"""Readiness to stop and the interview: stages, scales and their questions, the order of the steps."""

import pytest

from asalee_training.clinical import tabac
from tests.clinical.tabacologie import INSTRUMENTS, NOT_A_NUMBER, plain


def test_the_stages_are_those_of_the_form():
    assert [[name, plain(label)] for name, label in tabac.stades().items()] == INSTRUMENTS["stades_asalee"]


@pytest.mark.parametrize(
    ("importance", "confiance", "expected"),
    [(7, 3, "confiance"), (3, 7, "importance"), (5, 5, "les_deux"), (5, 4, "confiance"), (0, 10, "importance")],
)
def test_the_lower_scale_is_explored_first(importance, confiance, expected):
    assert tabac.echelle_a_travailler(importance, confiance) == expected


@pytest.mark.parametrize(
    ("note", "questions"),
    [
        (5, ["Pourquoi 5 et pas 2 ?", "Que faudrait-il pour passer à 7 ?"]),
        (0, ["Que faudrait-il pour passer à 2 ?"]),
        (1, ["Pourquoi 1 et pas 0 ?", "Que faudrait-il pour passer à 3 ?"]),
        (9, ["Pourquoi 9 et pas 6 ?", "Que faudrait-il pour passer à 10 ?"]),
        (10, ["Pourquoi 10 et pas 7 ?"]),
    ],
)
def test_relances_never_ask_why_not_higher(note, questions):
    assert [plain(question) for question in tabac.relances(note)] == questions


@pytest.mark.parametrize("note", [*NOT_A_NUMBER, -1, 11, 5.5])
def test_the_scales_go_from_0_to_10(note):
    for call in (
        tabac.relances,
        lambda x: tabac.echelle_a_travailler(x, 5),
        lambda x: tabac.echelle_a_travailler(5, x),
    ):
        with pytest.raises(ValueError, match="de 0 à 10"):
            call(note)


def test_the_five_a_in_their_order():
    assert list(tabac.etapes("5a")) == ["aborder", "aviser", "apprecier", "aider", "accompagner"]


@pytest.mark.parametrize("demarche", ["5a", "rpib"])
def test_the_steps_in_order_are_correct_and_any_swap_is_seen(demarche):
    steps = list(tabac.etapes(demarche))

    assert tabac.verifier_ordre(demarche, steps).correct
    swapped = tabac.verifier_ordre(demarche, [steps[1], steps[0], *steps[2:]])
    assert swapped.inversions == ((steps[0], steps[1]),)
    assert not swapped.correct
    short = tabac.verifier_ordre(demarche, steps[:-1])
    assert (short.manquantes, short.inversions, short.correct) == ((steps[-1],), (), False)
    assert tabac.verifier_ordre(demarche, []).manquantes == tuple(steps)
    assert len(tabac.verifier_ordre("5a", list(tabac.etapes("5a"))[::-1]).inversions) == 10


def test_the_last_two_steps_of_the_rpib_may_come_either_way():
    *steps, before, after = tabac.etapes("rpib")

    assert tabac.verifier_ordre("rpib", [*steps, after, before]).correct


@pytest.mark.parametrize(
    ("realisees", "named"),
    [
        (None, r"Étapes.*aborder, aviser"),
        ("aborder", r"Étapes.*aborder, aviser"),
        (["aborder", "aborder"], "deux fois"),
        (["abordé"], r"Étape.*aborder"),
        ([None], r"Étape.*aborder"),
        ([["aborder"]], r"Étape.*aborder"),
    ],
)
def test_verifier_ordre_refuses_what_is_not_a_list_of_steps(realisees, named):
    with pytest.raises(ValueError, match=named):
        tabac.verifier_ordre("5a", realisees)
    with pytest.raises(ValueError, match=r"Démarche.*5a, rpib"):
        tabac.etapes("6a")
