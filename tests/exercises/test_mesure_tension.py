"""Blood pressure as an act: what cannot have been done, what leaks, what an author may write."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.content import release
from asalee_training.content.models import Exercise
from asalee_training.exercises import calculs
from asalee_training.exercises import mesure_tension as act
from asalee_training.exercises.contract import Mark, Unreadable
from asalee_training.exercises.mesure_tension import exemples
from asalee_training.simulation import seance_tension
from tests.exercises.seances_tension import BAS, CLE, DONE, LEVER, OFFICE, UP, drawn, make, mark, office, standing

MEASURABLE = [{"g": "brassard", "taille": "L", "t": 0}, {"g": "bras", "cote": "droit", "t": 0}]


@pytest.mark.parametrize(
    "gestes",
    [
        [{"g": "mesurer", "t": 0}],
        [MEASURABLE[0], {"g": "mesurer", "t": 0}],
        [*MEASURABLE, {"g": "mesurer", "t": 0, "pas": 120, "pad": 70}],
        [{"g": "brassard", "taille": "XL", "t": 0}],
        [{"g": "attendre", "minutes": 2, "t": 0}],
        [{"g": "attendre", "minutes": 5.0, "t": 0}],
        [{"g": "attendre", "minutes": True, "t": 0}],
        [{"g": "installer", "point": "dos", "etat": "a_plat", "t": 0}],
        [{"g": "position", "etat": "debout", "t": 0}],
        [{"g": "securiser", "t": 0}],
        [{"g": "demander", "sujet": "age", "t": 0}],
    ],
)
def test_what_cannot_have_been_done_is_unreadable(gestes):
    with pytest.raises(Unreadable):
        act.parse(make(), {"gestes": gestes, "conclusion": {}})


def test_a_figure_cannot_be_forged_since_no_gesture_holds_one():
    assert {"g", "t"} == set(act.parse(make(), {"gestes": [*MEASURABLE, {"g": "mesurer", "t": 1}]}).gestes[-1])


@pytest.mark.parametrize("acte", seance_tension.ACTES)
def test_what_leaves_with_a_trainee_says_neither_what_is_right_nor_why(acte):
    spec, person = make(acte), drawn("severe_symptomes" if acte == "cabinet" else "orthostatique")
    exercise = Exercise(nom="tension", titre="Mesurez.", spec=spec)
    text = json.dumps([release.public_exercise(exercise), act.recording(spec, person)], ensure_ascii=False)
    for secret in ("règle à retenir", "gravite", "poids", "juste", "accept", "tolerance", "plaintes", "malaise_debout"):
        assert secret not in text
    assert set(act.recording(spec, person)) == {
        "acte", "personne", "depart", "tour_bras_cm", "brassards", "lectures", "effets", "besoin",
        "cafe_tabac_encore_min", "reponses",
    }  # fmt: skip
    assert len(text) < 9000


def test_words_say_what_was_done_and_concluded_without_the_specification():
    said = act.words(None, exemples.parfaite(CLE), str)
    assert said.startswith("Mesures : 5 ; Systolique moyenne : ")
    assert "Je propose une automesure" in said
    assert "position debout ? : Non" in act.words(None, exemples.parfaite(LEVER.attendu), str)
    assert act.words(None, {"gestes": "x"}, str) is None


def test_the_author_is_told_what_a_part_is():
    assert act.validate(make(conclure=["moyenne", "dire"])) == []
    said = " ".join(act.validate(make(conclure=["moyenne", "moyenne", "lecture"])))
    assert "deux fois moyenne" in said
    assert "lecture n’est pas une partie de « cabinet »" in said


def test_a_case_may_ask_for_less():
    spec = make(conclure=["niveau"])
    k = act.expected(spec, drawn())
    for raw in act.samples(spec, k).right:
        assert set(raw["conclusion"]) == {"niveau"}
        assert act.grade(spec, k, act.parse(spec, raw)).points == 10.0
    for mutant in act.samples(spec, k).wrong:
        assert act.grade(spec, k, act.parse(spec, mutant.raw)).points < 10.0, mutant.nom


@pytest.mark.parametrize("champ", ["tour_bras_cm", "mesures_cabinet", "vessie_pleine", "antihypertenseur"])
def test_a_missing_field_is_named(champ):
    person = {nom: value for nom, value in drawn().items() if nom != champ}
    with pytest.raises(calculs.MissingField, match=champ):
        act.expected(make(), person)


gestures = st.lists(
    st.sampled_from(
        [
            *DONE, *UP, {"g": "position", "etat": "assis"}, {"g": "installer", "point": "bras", "etat": "pendant"},
            {"g": "bras", "cote": BAS}, {"g": "brassard", "taille": "S"}, {"g": "mesurer"},
        ]
    ),
    max_size=30,
)  # fmt: skip
numbers = st.dictionaries(st.sampled_from(["moyenne_pas", "baisse_pas", "hausse_pouls"]), st.text(max_size=4))


@settings(max_examples=120)
@given(gestures, st.sampled_from(seance_tension.ACTES), numbers)
def test_any_order_of_gestures_is_read_or_refused_never_a_crash(gestes, acte, conclu):
    spec, k = make(acte), OFFICE if acte == "cabinet" else LEVER
    raw = {"gestes": [{**g, "t": i} for i, g in enumerate(gestes)], "conclusion": conclu}
    try:
        answer = act.parse(spec, raw)
    except Unreadable:
        return
    given_mark = act.grade(spec, k, answer)
    assert isinstance(given_mark, Mark)
    assert 0 <= given_mark.points <= 10.0
    assert all(etape.fait.strip() and etape.attendu.strip() and etape.pourquoi.strip() for etape in given_mark.etapes)
    assert isinstance(act.words(None, raw, str), str)


def test_every_sentence_of_the_feedback_is_a_sentence():
    for acte, k, raw in (
        ("cabinet", OFFICE, {"gestes": [], "conclusion": {"methode": "manuel"}}),
        ("cabinet", OFFICE, office()),
        ("orthostatisme", LEVER, {"gestes": [], "conclusion": {"symptomes": "oui"}}),
        ("orthostatisme", LEVER, standing()),
    ):
        for etape in mark(raw, k, acte).etapes:
            for text in (etape.fait, etape.attendu, etape.pourquoi):
                assert text[0].isupper() or text[0] == "«", text
                assert text.endswith((".", "»")), text
                assert "None" not in text
                assert "'" not in text
