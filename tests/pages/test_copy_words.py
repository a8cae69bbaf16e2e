"""A trainee reads her copy before she hands it in: every kind of answer is told from the public half alone, as from the whole."""

from pathlib import Path

import pytest

from asalee_training import exercises, scoring
from asalee_training.authoring import check
from asalee_training.content.release import public_exercise
from asalee_training.gradebook import words
from asalee_training.pages import copie
from asalee_training.simulation import patient as simulated
from asalee_training.workspace import Workspace

WS = Workspace(Path(__file__).parents[2])


def one_of_each_kind():
    """The first case that marks each kind of exercise."""
    found = {}
    for path in check.sources(WS):
        if path.is_relative_to(WS.cases):
            case = check.read(WS, path)
            for exercise in case.exercices.values():
                found.setdefault(exercise.type, (case, exercise))
    return found


KINDS = one_of_each_kind()


def test_the_repository_has_a_case_for_each_kind():
    assert set(KINDS) == set(exercises.TYPES)


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_is_told_from_the_public_half_as_from_the_whole(kind):
    case, exercise = KINDS[kind]
    person = simulated.draw(case.entete.patient_temoin, b"temoin")
    samples = exercises.get(kind).samples(exercise.spec, scoring.key(case, person).exercices[exercise.nom])
    said = copie._seen(public_exercise(exercise))
    for raw in [*samples.right[:1], *(mutant.raw for mutant in samples.wrong[:5]), "Elle chante.", *samples.unreadable]:
        assert words.answer(said, raw, person) == words.answer(exercise, raw, person)
    if samples.right:
        assert "illisible" not in words.answer(said, samples.right[0], person)


def test_she_reads_her_whole_interview_again_a_line_each():
    case = check.read(WS, WS.cases / "etp/mme-caron.md")
    exercise = case.exercices["entretien"]
    person = simulated.draw(case.entete.patient_temoin, b"temoin")
    samples = exercises.get("entretien").samples(exercise.spec, scoring.key(case, person).exercices["entretien"])
    said = words.answer(exercise, samples.right[0], person).splitlines()
    assert len(said) >= 12
    assert said[0].startswith("« ")
    assert said[-1].endswith(" »")
