"""The five words: what leaks, what is impossible, what is not ours to print; any session is read or refused."""

import hashlib
import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.content import release
from asalee_training.content.models import Exercise
from asalee_training.exercises import passation_cinq_mots as test
from asalee_training.exercises.calculs import MissingField
from asalee_training.exercises.contract import Mark, Unreadable
from asalee_training.exercises.passation_cinq_mots import mots
from asalee_training.simulation.listes_cinq_mots import LISTES
from tests.exercises.seance_cinq_mots import (
    GOOD,
    KEY,
    KNOWN,
    SPEC,
    make,
    mark,
    unmet,
)


def test_what_the_author_forgets_is_named():
    with pytest.raises(MissingField, match="conditions"):
        test.expected(SPEC, {nom: value for nom, value in KNOWN.items() if nom != "conditions"})
    assert test.expected(make(conditions=()), {nom: value for nom, value in KNOWN.items() if nom != "conditions"})
    assert "jardin" in test.validate(make(listes=("jardin", "verger")))[0]
    assert "différentes" in test.validate(make(listes=("verger", "verger")))[0]
    assert "meteo" in test.validate(make(conditions=("meteo",)))[0]
    assert "deux fois" in test.validate(make(conditions=("lieu", "lieu")))[0]


def test_what_leaves_for_the_trainee_holds_no_key():
    exercise = Exercise(nom="mots", titre="Faites passer.", spec=SPEC)
    public = json.dumps(release.public_exercise(exercise), ensure_ascii=False)
    for word in ("attendu", "retour", "juste", "gravite", "explication", "seuil"):
        assert word not in public
    for person in (KNOWN, unmet("etat_stable")):
        seen = json.dumps(test.recording(SPEC, person), ensure_ascii=False)
        for word in ("remplie", "bloqu", "rli", "rld", "stockage", "positif", "seuil", "libre", "attendu", "reporter_"):
            assert word not in seen


#: SHA-256 of the words of published lists, without accents: the words themselves are not ours to reproduce.
PUBLISHED = {
    "002c16d9a884",
    "191f148d3dea",
    "36d8324d1b77",
    "36e3c3a31881",
    "371be5769768",
    "588be4f5a7c5",
    "773d0439dc2a",
    "808701ba8422",
    "8e0fb2e64b43",
    "93385c4aa3d5",
    "a46104d5a0eb",
    "a8e6eea11681",
    "b74cdf7d5b34",
    "b964c285de88",
    "bd7cf4d0b57e",
    "c4a80267a917",
    "c5350c7ad295",
    "cacf82d532ab",
    "d90255fdc294",
}


def digest(mot):
    plain = "".join(c for c in unicodedata.normalize("NFKD", mot.lower()) if not unicodedata.combining(c))
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


def test_no_word_of_a_published_list_is_used():
    for liste in LISTES.values():
        assert len(liste.mots) == 5
        assert len({mot.question for mot in liste.mots}) == 5
        assert not PUBLISHED & {digest(mot.nu) for mot in liste.mots}
    every = [mot.question for liste in LISTES.values() for mot in liste.mots]
    assert len(set(every)) == 15, "parallel lists share no category"


def test_an_answer_is_told_in_words():
    said = test.words(SPEC, GOOD, str)
    assert said.startswith("Conditions vérifiées : 9, corrigées : 1 ; rappel immédiat : 2 libres, 1 indicés")
    assert test.words(SPEC, {"gestes": [{"g": "danser"}]}, str) is None


known = mots.connus(SPEC.conditions, SPEC.listes)
gesture = st.sampled_from(list(known)).flatmap(
    lambda g: st.fixed_dictionaries(
        {"g": st.just(g), "t": st.just(0)}
        | {nom: st.sampled_from(champ) if isinstance(champ[0], str) else st.integers(*champ) for nom, champ in known[g].items()}
    )
)  # fmt: skip
verdicts = st.fixed_dictionaries(
    {},
    optional={nom: st.sampled_from(champ) if isinstance(champ[0], str) else st.integers(*champ)
              for nom, champ in mots.CONCLUSIONS.items()},
)  # fmt: skip


@given(gestes=st.lists(gesture, max_size=10), cut=st.integers(0, 60), conclusion=verdicts)
@settings(max_examples=200, deadline=None)
def test_any_session_is_read_and_marked_or_refused_never_a_crash(gestes, cut, conclusion):
    before = [{**geste, "t": 0} for geste in GOOD["gestes"][:cut]]
    for key in (KEY, test.expected(SPEC, unmet("etat_stable"))):
        try:
            judged = mark({"gestes": [*before, *gestes], "conclusion": conclusion}, key=key)
        except Unreadable:
            continue
        assert isinstance(judged, Mark)
        assert 0 <= judged.points <= 10
