"""The order of the steps: of the pathway of a patient, of an educational approach."""

from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import etp
from tests.clinical.vecteurs import document, matches

ORDRE = document("cognition_etp_ordre.json")
#: Letter of the vectors → name of our step, by their French titles.
NOMS = {
    titre[0]: next(nom for nom, ours in etp.ordre("parcours").etapes.items() if ours == titre[2:])
    for titre in ORDRE["etapes"]
}


def test_the_steps_and_constraints_are_those_of_the_vectors():
    parcours = etp.ordre("parcours")

    assert list(parcours.etapes) == list(NOMS.values())
    assert set(parcours.avant) == {(NOMS[a], NOMS[b]) for a, b in ORDRE["contraintes_avant"]}


@pytest.mark.parametrize("lettres", ["ABCDEFGHIJKL", "ABCDEFGHIJLK", "ABCDEFGHILJK"])
def test_the_three_accepted_orders_of_the_pathway(lettres):  # « K after J; L only after I; K and L unordered »
    assert etp.verifier_ordre(etp.ordre("parcours"), [NOMS[c] for c in lettres]).juste


def test_the_pathway_has_three_orders_and_the_four_has_steps_one():
    assert etp.nombre_ordres(etp.ordre("parcours")) == 3
    assert etp.nombre_ordres(etp.ordre("has_2007")) == 1
    assert etp.verifier_ordre(etp.ordre("has_2007"), ["bilan", "programme", "seances", "evaluation"]).juste


@pytest.mark.parametrize(("a", "b"), ORDRE["contraintes_avant"])
def test_every_constraint_is_checked(a, b):
    given = [NOMS[c] for c in "ABCDEFGHIJKL".replace(a, "").replace(b, b + a)]
    result = etp.verifier_ordre(etp.ordre("parcours"), given)

    assert (NOMS[a], NOMS[b]) in result.violations
    assert (result.manquantes, result.en_double, result.inconnues) == ((), (), ())


def test_the_reverse_order_breaks_every_constraint():
    parcours = etp.ordre("parcours")
    result = etp.verifier_ordre(parcours, list(parcours.etapes)[::-1])

    assert sorted(result.violations) == sorted(parcours.avant)


def test_missing_doubled_and_unknown_steps_are_named():
    given = ["programme", "bilan", "bilan", "tisane", "evaluation", "tisane"]
    result = etp.verifier_ordre(etp.ordre("has_2007"), given)

    assert result.violations == (("bilan", "programme"),)
    assert result.manquantes == ("seances",)
    assert result.en_double == ("bilan", "tisane")
    assert result.inconnues == ("tisane",)
    assert not result.juste


@pytest.mark.parametrize("given", [["bilan"], ["bilan"] * 2, ["bilan", "programme", "seances", "evaluation", "autre"]])
def test_one_kind_of_mistake_is_enough(given):
    assert not etp.verifier_ordre(etp.ordre("has_2007"), given).juste


def test_a_missing_step_does_not_hide_an_inversion():
    result = etp.verifier_ordre(etp.ordre("has_2007"), ["evaluation", "bilan"])

    assert result.violations == (("bilan", "evaluation"),)
    assert result.manquantes == ("programme", "seances")


def test_an_empty_proposal_misses_every_step():
    assert etp.verifier_ordre(etp.ordre("has_2007"), []).manquantes == ("bilan", "programme", "seances", "evaluation")


@pytest.mark.parametrize("proposition", ["bilan", None, 3, {"bilan"}, ["bilan", None], ["bilan", 2], [["bilan"]]])
def test_verifier_ordre_refuses_what_is_not_a_list_of_words(proposition):
    with pytest.raises(ValueError, match="Proposition"):
        etp.verifier_ordre(etp.ordre("has_2007"), proposition)


@pytest.mark.parametrize("etapes", [None, "parcours", ["bilan"]])
def test_an_order_is_asked_for(etapes):
    with pytest.raises(ValueError, match="n’est pas un ordre"):
        etp.verifier_ordre(etapes, ["bilan"])
    with pytest.raises(ValueError, match="n’est pas un ordre"):
        etp.nombre_ordres(etapes)


@pytest.mark.parametrize("nom", [None, "has", 2007, ["parcours"]])
def test_ordre_refuses_an_unknown_name(nom):
    with pytest.raises(ValueError, match=r"Ordre.*has_2007, parcours"):
        etp.ordre(nom)


def test_an_order_refuses_an_unknown_step_and_a_circle():
    steps = {"a": "A", "b": "B", "c": "C"}
    with pytest.raises(ValueError, match=matches("Étape : « d »")):
        etp.Ordre(steps, (("a", "d"),))
    with pytest.raises(ValueError, match="en rond"):
        etp.Ordre(steps, (("a", "b"), ("b", "c"), ("c", "a")))


@pytest.mark.parametrize(("size", "accepted"), [(15, True), (16, False)])
def test_orders_are_counted_up_to_fifteen_steps(size, accepted):
    names = [f"e{n}" for n in range(size)]
    chain = etp.Ordre({name: name for name in names}, tuple(pairwise(names)))
    if accepted:
        assert etp.nombre_ordres(chain) == 1
    else:
        with pytest.raises(ValueError, match=r"16.*0 à 15"):
            etp.nombre_ordres(chain)


@given(st.integers(1, 5), st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4))))
@settings(max_examples=40)
def test_the_number_of_orders_is_the_number_of_accepted_permutations(size, pairs):
    names = [f"e{n}" for n in range(size)]
    avant = tuple((names[a], names[b]) for a, b in pairs if a < b < size)
    order = etp.Ordre(dict.fromkeys(names, "…"), avant)

    assert etp.nombre_ordres(order) == sum(etp.verifier_ordre(order, list(p)).juste for p in permutations(names))
