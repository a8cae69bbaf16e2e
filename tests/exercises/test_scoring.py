"""The judge: total, pure, and no other point buys back a grave fault."""

import pytest
from hypothesis import given

from asalee_training import exercises, scoring
from asalee_training.content.models import Case, EnTeteCas, Exercise
from asalee_training.exercises.contract import Mark, option_id
from tests.exercises.chaque_type import PATIENT, json_values, make

HARMFUL, RIGHT, HALF = "J'annonce une maladie", "Je préviens le médecin", "J'attends"


def case_of(plafond=0.0, **specs):
    entete = EnTeteCas(
        titre="Essai",
        duree_min=5,
        sources=("essai",),
        protocole="bpco",
        mode="evaluation",
        niveau=1,
        plafond_gravite=plafond,
    )
    blocs = tuple(Exercise(nom=nom, titre=nom, spec=spec) for nom, spec in specs.items())
    return Case(nom="bpco/essai", entete=entete, blocs=blocs)


def judge(case, answers):
    return scoring.mark_all(scoring.key(case, {**PATIENT, "age": 58}), case, answers)


def test_no_answer_is_not_a_wrong_answer():
    marks = judge(case_of(a=make("nombre")), {})
    assert (marks["a"].etat, marks["a"].points) == ("vide", 0.0)


def test_an_unreadable_answer_says_what_to_write():
    marks = judge(case_of(a=make("nombre")), {"a": {"texte": "beaucoup", "unite": "%"}})
    assert marks["a"].etat == "illisible"
    assert "58,9" in marks["a"].retour


@pytest.mark.parametrize(("plafond", "points"), [(0.0, 0.0), (0.5, 0.5), (5.0, 1.0)])
def test_a_grave_tick_brings_the_exercise_down_to_the_cap_of_the_case(plafond, points):
    case = case_of(plafond, a=make("choix_multiple"))
    marks = judge(case, {"a": [option_id(t) for t in ("Un", "Deux", "Quatre")]})
    assert marks["a"].points == points
    assert marks["a"].gravite == "dangereux"


def test_a_grave_fault_is_never_bought_back():
    case = case_of(a=make("choix"), b=make("nombre"), c=make("zones_pied"))
    perfect = {"b": {"texte": "58,9", "unite": "%"}, "c": {"zones": ["droit.hallux", "gauche.meta5"], "aucune": False}}
    good = scoring.result(judge(case, {**perfect, "a": option_id(RIGHT)}).values())
    grave = scoring.result(judge(case, {**perfect, "a": option_id(HARMFUL)}).values())
    assert (good.points, good.sur, good.verdict) == (6.0, 6.0, "valide")
    assert (grave.points, grave.verdict) == (4.0, "non_valide")


def test_a_text_leaves_the_verdict_open_unless_a_fault_is_grave():
    case = case_of(a=make("choix"), t=make("texte"))
    assert (
        scoring.result(judge(case, {"a": option_id(RIGHT), "t": "Bonjour docteur."}).values()).verdict == "en_attente"
    )
    assert scoring.result(judge(case, {"a": option_id(HARMFUL), "t": "Bonjour."}).values()).verdict == "non_valide"


@pytest.mark.parametrize(("points", "verdict"), [(6.0, "valide"), (5.99, "non_valide")])
def test_the_threshold_counts_from_its_exact_value(points, verdict):
    assert scoring.result([Mark(points, 10.0, "r")], 0.6).verdict == verdict


def test_reasons_may_quote_the_patient_and_the_expected_value():
    spec = make("nombre", explication="À {{ patient.age }} ans, on attend {{ attendu | 1_decimale }}.")
    marks = judge(case_of(a=spec), {"a": {"texte": "3", "unite": "%"}})
    assert marks["a"].suite == "À 58 ans, on attend 58,9."


@pytest.mark.parametrize("kind", exercises.TYPES)
@given(raw=json_values)
def test_the_judge_is_total(kind, raw):
    mark = judge(case_of(a=make(kind)), {"a": raw})["a"]
    assert 0 <= mark.points <= mark.sur


def test_answers_to_questions_that_do_not_exist_change_nothing():
    case = case_of(a=make("choix"))
    assert judge(case, {"a": option_id(HALF), "z": 1}) == judge(case, {"a": option_id(HALF)})
