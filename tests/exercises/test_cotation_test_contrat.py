"""The score sheet: what cannot have been done, any session, what is told to the author."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.exercises import cotation_test
from asalee_training.exercises.calculs import MissingField
from asalee_training.exercises.contract import Unreadable
from asalee_training.exercises.cotation_test import exemples as cotation_exemples
from asalee_training.exercises.cotation_test.feuilles import FEUILLES
from tests.exercises.seance_cotation import CONDITIONS, TESTS, make, perfect, someone


@pytest.mark.parametrize(
    "steps",
    [
        [{"g": "coter", "item": "lieu_1", "valeur": "1"}],  # not asked yet
        [{"g": "coter", "item": "mot_1", "valeur": "2"}],
        [{"g": "coter", "item": "tailles", "valeur": "1"}],  # of another sheet
        [{"g": "verifier", "condition": "sommeil", "etat": "remplie"}],  # not to be checked here
        [{"g": "verifier", "condition": "appareils", "etat": "peut_etre"}],
        [{"g": "additionner"}],
    ],
)
def test_what_cannot_have_been_done_is_unreadable(steps):
    with pytest.raises(Unreadable):
        cotation_test.parse(make("codex"), cotation_exemples.session(steps, {}))


@pytest.mark.parametrize(
    "done", [{"total": 8}, {"total": 2.5}, {"total": "6"}, {"lecture": "faible"}, {"conduite": "question"}]
)
def test_a_conclusion_that_this_sheet_does_not_offer_is_unreadable(done):
    with pytest.raises(Unreadable):
        cotation_test.parse(make("horloge_7"), {"gestes": [], "conclusion": done})


gesture = st.one_of(
    st.fixed_dictionaries(
        {"g": st.just("coter"), "item": st.sampled_from(FEUILLES["codex"].noms), "valeur": st.sampled_from("01")}
    ),
    st.fixed_dictionaries(
        {
            "g": st.just("verifier"),
            "condition": st.sampled_from(CONDITIONS),
            "etat": st.sampled_from(cotation_test.ETATS),
        }
    ),
    st.just({"g": "demander"}),
)
conclusion = st.fixed_dictionaries(
    {},
    optional={
        "total": st.sampled_from("ABCD"),
        "lecture": st.sampled_from(sorted(FEUILLES["codex"].lectures)),
        "conduite": st.sampled_from(FEUILLES["codex"].conduites),
    },
)
CODEX = make("codex")
KEYS = [
    cotation_test.expected(CODEX, someone(passation=p))
    for p in ("bonnes_conditions", "changement_aigu", "appareils_oublies")
]


@settings(max_examples=120)
@given(steps=st.lists(gesture, max_size=20), done=conclusion, key=st.sampled_from(KEYS))
def test_any_session_that_can_be_read_gets_a_mark(steps, done, key):
    try:
        answer = cotation_test.parse(CODEX, cotation_exemples.session(steps, done))
    except Unreadable:
        return
    mark = cotation_test.grade(CODEX, key, answer)
    assert 0 <= mark.points <= mark.sur


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"test": "iadl4", "heure": "11:10"}, "n’a pas d’horloge"),
        ({"test": "codex", "heure": "11:10"}, "se dessine à 03:25"),
        ({"heure": "09:00"}, "celles du test"),
        ({"erreurs_dessin": ("antihoraire", "mal_espaces")}, "gardez-en une"),
        ({"conditions": ("meteo",)}, "conditions inconnues"),
        ({"conditions": ("liste",)}, "sans effet"),
        ({"conditions": ("lieu", "lieu")}, "deux fois"),
    ],
)
def test_validate_tells_the_author(changes, words):
    assert words in " ".join(cotation_test.validate(make(**changes)))


def test_every_sheet_is_valid_as_it_is():
    assert all(cotation_test.validate(make(test, conditions=None)) == [] for test in TESTS)


@pytest.mark.parametrize(
    ("test", "field"), [("horloge_7", "horloge_dessin"), ("iadl4", "iadl"), ("mini_gds", "conditions")]
)
def test_a_field_that_the_patient_lacks_is_named(test, field):
    person = someone()
    del person[field]
    for read in (cotation_test.expected, cotation_test.recording):
        with pytest.raises(MissingField, match=field):
            read(make(test), person)
    if field == "horloge_dessin":
        assert cotation_test.expected(make(heure="11:10", erreurs_dessin=()), person).attendu["total"] == 7


def test_a_session_is_told_in_words():
    spec, person = make(), someone()
    said = cotation_test.words(spec, perfect(spec, person), str)
    assert "Conditions vérifiées : 3. Non remplies : alcool et médicaments." in said
    assert "Il y a deux aiguilles : " in said
    assert "Total : " in said
    for strange in (None, 3, {"gestes": 3}, {"gestes": [{"g": "coter", "item": "x"}]}):
        assert cotation_test.words(spec, strange, str) is None
