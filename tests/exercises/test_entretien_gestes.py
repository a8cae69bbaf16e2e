"""Gestures of an interview: followed or refused, whoever walks."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import etp
from asalee_training.exercises import entretien
from asalee_training.exercises.contract import Mark, Unreadable
from asalee_training.exercises.entretien.scene import ELEMENTS
from tests.exercises.entretiens import DOMICILE, PARFAIT, jouer
from tests.exercises.jugements_entretien import case, graded, make

ACT = {"g": "dire", "t": 0}


@pytest.mark.parametrize(
    "mutate",
    [
        lambda g: [{**g[0], "tour": g[1]["tour"]}, *g[1:]],  # a turn where she was not
        lambda g: [{**g[0], "option": g[1]["option"]}],  # a reply of another turn
        lambda g: g[1:],  # without its beginning
        lambda g: [*g, {**g[-1]}],  # leaves twice
        lambda g: [*g, g[0]],  # speaks after leaving
        lambda g: [g[0], {**g[1], "t": 0}],  # time goes back
        lambda g: [{**g[0], "confiance": 3}],
        lambda g: [*g[:5], {**g[5], "texte": "   "}],
        lambda g: [*g[:5], {**g[5], "texte": "x" * 601}],
        lambda g: [*g[:5], {**g[5], "texte": "\ud800"}],
        lambda g: [*g[:5], {**g[5], "code": "SM"}],
        lambda g: [{**g[5], "tour": g[0]["tour"], "t": 0}],  # writes where nothing is to be written
        lambda g: [{"g": "observer", "t": 0, "element": "poids"}],  # there is no home here
    ],
)
def test_gestures_that_the_scene_does_not_allow_are_unreadable(mutate):
    spec = make()
    gestes = jouer(spec, *PARFAIT)["gestes"]
    with pytest.raises(Unreadable) as reason:
        entretien.parse(spec, {"gestes": mutate(gestes), "conclusion": {}})
    assert str(reason.value).endswith(".")


def test_the_home_is_looked_at_only_where_the_author_says():
    scene = copy.deepcopy(DOMICILE)
    scene["tours"][2]["observer"] = False
    spec = make(scene)
    assert entretien.validate(spec) == []
    with pytest.raises(Unreadable):
        entretien.parse(spec, jouer(spec, "Fermer, aérer", "regarder: poids"))


SPECS = [make(), make(DOMICILE)]
tours = st.sampled_from([t.id for s in SPECS for t in s.tours])
options = st.sampled_from([r.id for s in SPECS for t in s.tours for r in t.repliques])
gesture = st.one_of(
    st.builds(lambda t, o: {"g": "dire", "t": 0, "tour": t, "option": o}, tours, options),
    st.builds(lambda t, x, c: {"g": "ecrire", "t": 0, "tour": t, "texte": x, "code": c}, tours, st.text(),
              st.sampled_from(sorted(etp.codes("infirmiere")))),
    st.builds(lambda e: {"g": "observer", "t": 0, "element": e}, st.sampled_from(sorted(ELEMENTS))),
    st.just({"g": "terminer", "t": 0}),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(gestes=st.lists(gesture, max_size=6))
def test_any_gestures_are_refused_or_judged(gestes):
    for spec in SPECS:
        raw = {"gestes": gestes, "conclusion": {}}
        entretien.words(spec, raw, str)
        try:
            answer = entretien.parse(spec, raw)
        except Unreadable:
            continue
        assert isinstance(entretien.grade(spec, entretien.expected(spec, {}), answer), Mark)


@settings(max_examples=200, deadline=None)
@given(choices=st.lists(st.integers(0, 4), min_size=20, max_size=20), written=st.text(min_size=1, max_size=40))
def test_any_walk_of_a_real_case_is_judged_and_never_above_its_maximum(choices, written):
    spec = case("etp/mme-berthier").exercices["entretien"].spec
    par_nom = {tour.nom: tour for tour in spec.tours}
    tour, gestes = par_nom[spec.debut], []
    for choice in choices:
        if tour.ecrire and written.strip("\x00 "):
            gestes.append({"g": "ecrire", "t": 0, "tour": tour.id, "texte": written, "code": "RS"})
            tour = par_nom[tour.ecrire.vers]
        elif tour.repliques:
            replique = tour.repliques[choice % len(tour.repliques)]
            gestes.append({"g": "dire", "t": 0, "tour": tour.id, "option": replique.id})
            tour = par_nom[replique.vers]
    try:
        mark = graded(spec, {"gestes": gestes, "conclusion": {}})
    except Unreadable:
        return
    assert 0 <= mark.points <= mark.sur
