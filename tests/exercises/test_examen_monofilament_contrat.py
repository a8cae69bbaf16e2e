"""The examination with the monofilament: what is impossible, what leaks, what is told to the author."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.content import release
from asalee_training.content.models import Exercise
from asalee_training.exercises import examen_monofilament as exam
from asalee_training.exercises.calculs import MissingField
from asalee_training.exercises.contract import Mark, Unreadable
from asalee_training.exercises.examen_monofilament import mots
from tests.exercises.seance_monofilament import GOOD, KEY, SPEC, TOUT, drawn, make, mark


@pytest.mark.parametrize("raw", exam.samples(SPEC, KEY).unreadable)
def test_what_cannot_have_been_done_is_unreadable_and_not_wrong(raw):
    with pytest.raises(Unreadable) as reason:
        exam.parse(SPEC, raw)
    assert str(reason.value).endswith(".")


def test_what_the_author_forgets_is_named():
    found = drawn()
    with pytest.raises(MissingField, match="aomi"):
        exam.expected(SPEC, {nom: value for nom, value in found.items() if nom != "aomi"})
    with pytest.raises(MissingField, match="dialyse"):
        exam.expected(SPEC, {nom: value for nom, value in found.items() if nom != "dialyse"})
    assert exam.expected(make(), {nom: value for nom, value in found.items() if nom != "dialyse"})
    feet = {**found["monofilament"], "droit": {**found["monofilament"]["droit"], "meta1": "non_testable"}}
    with pytest.raises(ValueError, match="gros orteil"):
        exam.expected(SPEC, {**found, "monofilament": feet})
    assert "deux fois grade" in exam.validate(make(conclure=("grade", "grade")))[0]


def test_what_leaves_for_the_trainee_holds_no_key():
    exercise = Exercise(nom="examen", titre="Examinez.", spec=SPEC)
    public = json.dumps(release.public_exercise(exercise), ensure_ascii=False)
    for word in ("attendu", "retour", "juste", "gravite", "explication", "seuil"):
        assert word not in public
    seen = json.dumps(exam.recording(SPEC, drawn()), ensure_ascii=False)
    for word in ("absent", "present", "grade", "perte", "aomi", "seuil", "corne_", "attendu", '"dialyse"'):
        assert word not in seen


def test_an_answer_is_told_in_words():
    said = exam.words(SPEC, GOOD, str)
    assert said.startswith("Applications : 18, dont 6 fictives ; pied droit, pulpe du gros orteil : ")
    assert "Le grade podologique français : grade 2" in said
    assert said.endswith("pédicure-podologue pour la corne et les ongles.")
    assert exam.words(SPEC, {"gestes": [{"g": "danser"}]}, str) is None


fields = st.sampled_from(
    [*mots.QUESTIONS, *mots.LIEUX, "reelle", "fictive", "centre", "deux", "fermes", True, False, 0, 1500]
)
gesture = st.sampled_from(list(mots.connus(("hallux", "meta1")))).flatmap(
    lambda g: st.fixed_dictionaries(
        {"g": st.just(g), "t": st.integers(0, 5)}
        | {nom: st.sampled_from(champ) if champ is not bool and isinstance(champ[0], str) else fields
           for nom, champ in mots.connus(("hallux", "meta1"))[g].items()}
    )
)  # fmt: skip
verdicts = st.dictionaries(
    st.sampled_from(list(mots.conclusions(TOUT))),
    st.sampled_from(["present", "absent", "oui", "non", "0", "2", "12", "dossier", True, None]),
    max_size=4,
)


@given(gestes=st.lists(gesture, max_size=8).map(lambda line: sorted(line, key=lambda g: g["t"])), conclusion=verdicts)
@settings(max_examples=150, deadline=None)
def test_any_session_is_read_and_marked_or_refused_never_a_crash(gestes, conclusion):
    for key in (KEY, exam.expected(SPEC, drawn(skin="plaie_infectee"))):
        try:
            judged = mark({"gestes": gestes, "conclusion": conclusion}, key=key)
        except Unreadable:
            continue
        assert isinstance(judged, Mark)
        assert 0 <= judged.points <= 10
