"""The clock that she draws: judged by geometry alone, against what was asked."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asalee_training.clinical import cognition
from asalee_training.exercises import dessin_horloge
from asalee_training.exercises.contract import Unreadable
from asalee_training.exercises.dessin_horloge import exemples as dessin_exemples

RIGHT = dessin_exemples.horloges("11:10")[0]


def make(heure="11:10", **cible):
    data = {"type": "dessin_horloge", "points": 10.0, "explication": "La règle à retenir.", "heure": heure}
    return dessin_horloge.Spec.model_validate({**data, "cible": cible})


def judged(spec, steps):
    raw = {"gestes": [{**step, "t": rank} for rank, step in enumerate(steps)], "conclusion": {}}
    return dessin_horloge.grade(
        spec, dessin_horloge.expected(spec, {}), dessin_horloge.parse(spec, json.loads(json.dumps(raw)))
    )


def drawn(clock=RIGHT):
    return [{k: v for k, v in step.items() if k != "t"} for step in dessin_exemples.session(clock)["gestes"]]


def lost(mark):
    return [etape.fait for etape in mark.etapes if not etape.juste]


HANDS = [
    {"g": "aiguille", "nom": "a", "angle": 335, "longueur": 80},
    {"g": "aiguille", "nom": "b", "angle": 60, "longueur": 50},
]


def test_swapped_hands_are_worth_five_of_seven_and_yet_two_at_the_mini_cog():
    spec = make(horloge_7=5, minicog=2)
    mark = judged(spec, [{"g": "remplir"}, *HANDS])
    assert (mark.points, mark.etat) == (10.0, "juste")
    assert "5 sur 7" in mark.etapes[0].fait
    right = judged(spec, drawn())
    assert (right.points, len(lost(right))) == (5.0, 1)
    assert "vaut 7 sur 7" in lost(right)[0]


@pytest.mark.parametrize("cible", [
    {"manques": []}, {"manques": ["tailles"]}, {"manques": ["position"]}, {"horloge_7": 5, "minicog": 2},
    {"horloge_7": 6, "codex_normale": False, "minicog": 2}, {"gpcog": 1}, {"minicog": 0, "gpcog": 1},
])  # fmt: skip
@pytest.mark.parametrize("heure", ["11:10", "03:25", "15:40", "08:20", "23:55"])
def test_every_example_clock_is_right_exactly_where_its_scores_are_the_asked_ones(cible, heure):
    spec = make(heure, **cible)
    assert dessin_horloge.validate(spec) == []
    samples = dessin_horloge.samples(spec, dessin_horloge.expected(spec, {}))
    for raws, full in ((samples.right, True), ([mutant.raw for mutant in samples.wrong], False)):
        for raw in raws:
            answer = dessin_horloge.parse(spec, raw)
            lu = cognition.horloge_depuis_dessin(**dessin_horloge.dessin(heure, answer.gestes))
            worth = {"manques": [n for n, met in lu.criteres.items() if not met], "horloge_7": lu.score, "minicog": lu.minicog,
                     "codex_normale": lu.codex_normale, "gpcog": sum(lu.gpcog.values())}  # fmt: skip
            assert all(worth[nom] == value for nom, value in cible.items()) == full
            assert (dessin_horloge.grade(spec, dessin_horloge.expected(spec, {}), answer).points == 10.0) == full


def test_each_criterion_of_a_right_clock_is_lost_with_its_sentence():
    spec = make(manques=[])
    steps = drawn()
    assert judged(spec, steps).etat == "juste"
    same = [s | {"longueur": 80} if s.get("nom") == "a" else s for s in steps]
    assert lost(judged(spec, same)) == ["Les deux aiguilles ont la même longueur."]
    moved = [*steps, {"g": "placer", "chiffre": "7", "angle": 226}]
    assert lost(judged(spec, moved)) == ["Un chiffre n’est pas à sa place : le 7 est à 16 degrés de sa place."]
    assert judged(spec, [*steps, {"g": "placer", "chiffre": "7", "angle": 225}]).etat == "juste"
    exchanged = [*steps, {"g": "placer", "chiffre": "7", "angle": 240}, {"g": "placer", "chiffre": "8", "angle": 210}]
    assert len(lost(judged(spec, exchanged))) == 2
    minute = [s | {"angle": 300} if s.get("nom") == "b" else s for s in steps]
    assert lost(judged(spec, minute)) == ["La grande aiguille pointe vers le 10, à 120 degrés de sa cible (vers le 2)."]
    hour = [s | {"angle": 300} if s.get("nom") == "a" else s for s in steps]
    assert lost(judged(spec, hour)) == [
        "La petite aiguille pointe vers le 10, à 35 degrés de sa cible (un peu après le 11)."
    ]
    assert len(lost(judged(spec, [*steps, {"g": "retirer", "chiffre": "12"}]))) == 3
    assert len(lost(judged(spec, [*steps, {"g": "retirer_aiguille", "nom": "a"}]))) == 4


def test_the_asked_error_is_a_point_lost_on_purpose():
    spec = make(manques=["tailles"])
    assert len(lost(judged(spec, drawn()))) == 1
    same = [s | {"longueur": 80} if s.get("nom") == "a" else s for s in drawn()]
    assert judged(spec, same).etat == "juste"


def test_what_is_not_drawn_is_no_error_made_on_purpose():
    for manque in ("aiguille_heure", "aiguille_minute", "tailles"):
        without = judged(make(manques=[manque]), [{"g": "remplir"}])
        assert lost(without) == ["Aucune aiguille n’est dessinée."] * 4
    for manque in ("ordre", "position"):
        assert judged(make(manques=[manque]), HANDS).points == pytest.approx(
            10 * 2 / 7, abs=0.01
        )  # two hands, of two lengths, on wrong marks
    assert (
        lost(
            judged(make(manques=["deux_aiguilles", "aiguille_heure", "aiguille_minute", "tailles"]), [{"g": "remplir"}])
        )
        == []
    )


def test_the_last_place_counts_and_what_was_taken_away_is_gone():
    gestes = [{"g": "remplir"}, {"g": "placer", "chiffre": "3", "angle": 95}, {"g": "retirer", "chiffre": "4"},
              {"g": "aiguille", "nom": "b", "angle": 360, "longueur": 50}, {"g": "trait", "points": "00000101"}]  # fmt: skip
    final = dessin_horloge.dessin("11:10", gestes)
    assert [3, 95] in final["chiffres"]
    assert len(final["chiffres"]) == 11
    assert final["aiguilles"] == [[0.5, 0]]


def test_free_strokes_change_no_mark_and_are_counted_in_words():
    spec = make(manques=[])
    strokes = [{"g": "trait", "points": "0a0b0c0d"}, {"g": "trait", "points": "0a0b0c0d"}, {"g": "effacer_trait"}]
    assert judged(spec, [*drawn(), *strokes]).etat == "juste"
    said = dessin_horloge.words({}, {"gestes": [*drawn(), *strokes]}, str)
    assert "1 trait au crayon libre, non lu" in said
    assert "Aiguille vers le 2, longue de 80 % du rayon" in said
    assert "12 vers le 12" in said
    for strange in (None, {"gestes": 3}, {"gestes": [{"g": "placer"}]}, {"gestes": [3]}):
        assert dessin_horloge.words({}, strange, str) is None


@pytest.mark.parametrize(
    "steps",
    [
        [{"g": "placer", "chiffre": "13", "angle": 0}],
        [{"g": "placer", "chiffre": "1", "angle": -1}],
        [{"g": "retirer", "chiffre": "1"}],
        [{"g": "retirer_aiguille", "nom": "a"}],
        [{"g": "aiguille", "nom": "c", "angle": 0, "longueur": 50}],
        [{"g": "aiguille", "nom": "a", "angle": 0, "longueur": 5}],
        [{"g": "trait", "points": "0000"}],  # a point is not a stroke
        [{"g": "trait", "points": "0000" * 301}],
        [{"g": "trait", "points": "00AA00AA"}],
        [{"g": "trait", "points": "00000101"}] * 61,
    ],
)
def test_what_cannot_have_been_drawn_is_unreadable(steps):
    with pytest.raises(Unreadable):
        judged(make(manques=[]), steps)


gesture = st.one_of(
    st.fixed_dictionaries({"g": st.just("placer"), "chiffre": st.sampled_from(dessin_horloge.CHIFFRES), "angle": st.floats(0, 360)}),
    st.fixed_dictionaries({"g": st.just("aiguille"), "nom": st.sampled_from("ab"), "angle": st.floats(0, 360), "longueur": st.floats(10, 100)}),
    st.just({"g": "remplir"}),
    st.just({"g": "effacer_trait"}),
)  # fmt: skip


@given(
    steps=st.lists(gesture, min_size=1, max_size=25),
    cible=st.sampled_from([{"manques": []}, {"horloge_7": 5, "gpcog": 1}]),
)
def test_any_drawing_gets_a_mark(steps, cible):
    mark = judged(make(**cible), steps)
    assert 0 <= mark.points <= 10


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"heure": "11h10", "manques": []}, "deux chiffres de chaque côté"),
        ({"manques": ["beaute"]}, "critères inconnus"),
        ({}, "est vide"),
        ({"horloge_7": 7, "minicog": 0}, "aucune horloge connue"),
    ],
)
def test_validate_tells_the_author(changes, words):
    assert words in " ".join(dessin_horloge.validate(make(**changes)))


def test_the_page_holds_the_demand_and_nothing_else():
    assert dessin_horloge.public(make(manques=["tailles"])) == {
        "heure": "11:10",
        "demande": ["Une seule chose fausse : la longueur des aiguilles"],
    }
    assert dessin_horloge.public(make(manques=[], codex_normale=True))["demande"] == [
        "Une horloge sans faute",
        "Elle est normale au Codex",
    ]
    assert dessin_horloge.recording(make(gpcog=1), {}) == {}
