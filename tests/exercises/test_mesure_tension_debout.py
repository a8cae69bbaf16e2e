"""Lying, then standing: each criterion won and lost alone."""

import pytest

from asalee_training.exercises import mesure_tension as act
from asalee_training.exercises.mesure_tension import exemples
from tests.exercises.seances_tension import LEVER, UP, drawn, key, lost, make, mark, replaced, standing


def up_without(**fields):
    return exemples.sans(UP, **fields)


@pytest.mark.parametrize(
    ("gestes", "conclu", "libelle"),
    [
        (up_without(g="demander", sujet="vessie"), {}, "la vessie vide"),
        (up_without(g="installer", point="bras"), {}, "le bras soutenu à hauteur du cœur"),
        (up_without(g="installer", point="manche"), {}, "le bras nu"),
        (up_without(g="installer", point="parole"), {}, "le silence pendant la mesure"),
        (up_without(g="tour_bras"), {}, "le tour de bras mesuré"),
        (replaced(UP, {"g": "brassard"}, taille="S"), {}, "un brassard à la taille du bras"),
        (replaced(UP, {"g": "attendre", "minutes": 5}, minutes=1), {}, "une mesure allongée après cinq minutes"),
        (up_without(g="securiser"), {}, "la sécurité au lever"),
        (UP[:-2], {}, "la mesure à 3 minutes"),
        ([*UP[:-2], {"g": "bras", "cote": "gauche"}, *UP[-2:]], {}, "le même bras du début à la fin"),
        ([g for i, g in enumerate(UP) if g != {"g": "demander", "sujet": "symptomes"} or i < 5], {}, "demander ce qu’elle ressent debout"),
        (UP, {"baisse_pas": "5"}, "la plus forte baisse"),
        (UP, {"baisse_pad": None}, "la plus forte baisse"),
        (UP, {"hausse_pouls": "0"}, "la hausse du pouls"),
        (UP, {"hausse_pouls": None}, "la hausse du pouls"),
        (UP, {"symptomes": "oui"}, "le malaise noté"),
        (UP, {"lecture": "negative"}, "la lecture du test"),
        (UP, {"suite": "programme"}, "ce que vous faites de la mesure"),
        (UP, {"conseil_lever": None}, "le conseil pour se lever"),
        (UP, {"dire": "rassurer"}, "ce que vous dites à la personne"),
    ],
)  # fmt: skip
def test_one_fault_of_the_test_on_standing_loses_one_criterion(gestes, conclu, libelle):
    raw = standing(gestes, **conclu)
    assert lost(raw, LEVER, "orthostatisme") == [libelle]
    assert mark(raw, LEVER, "orthostatisme").gravite is None


def test_the_classic_mistake_keeps_only_the_value_at_three_minutes():
    """152/84 lying, 128/76 at one minute, 134/80 at three: 18 at three minutes looks negative."""
    person = drawn("orthostatique", malaise_debout=False, tour_bras_cm=30) | {
        "mesures_orthostatiques": {
            "assis": [146, 84, 72],
            "couche": [152, 84, 70],
            "debout": [[124, 75, 76], [128, 76, 76], [131, 78, 75], [134, 80, 75]],
        },
        "ecart_bras_mmhg": -2,
    }
    k = act.expected(make("orthostatisme"), person)
    assert k.attendu["positive"] is True
    done = exemples.gestes(k.attendu, autrement=True)
    kept = standing(done, k, baisse_pas="18", baisse_pad="4", lecture="negative", suite="programme")
    assert lost(kept, k, "orthostatisme") == [
        "la plus forte baisse",
        "la lecture du test",
        "ce que vous faites de la mesure",
    ]
    assert any("à 3 minutes seulement" in etape.fait for etape in mark(kept, k, "orthostatisme").etapes)
    late = [g for g in done if g != {"g": "attendre", "minutes": 1}]
    late[-2:] = [{"g": "attendre", "minutes": 1}, {"g": "attendre", "minutes": 2}, {"g": "mesurer"}]
    late = [g for i, g in enumerate(late) if not (g == {"g": "mesurer"} and late[i - 1]["g"] == "installer")]
    raw = standing(late, k, lecture="negative", suite="programme")
    assert lost(raw, k, "orthostatisme") == [
        "la mesure à 1 minute",
        "la lecture du test",
        "ce que vous faites de la mesure",
    ]


def test_somebody_who_feels_faint_may_be_sat_down_and_is_not_waited_for():
    k = key("orthostatique", "orthostatisme", malaise_debout=True)
    done = exemples.gestes(k.attendu)[:-2]
    assert lost(standing([*done, {"g": "position", "etat": "assis"}], k), k, "orthostatisme") == []
    assert lost(standing(done, k), k, "orthostatisme") == ["la mesure à 3 minutes"]


def test_starting_from_a_chair_is_not_lying():
    seated = [g for g in UP if g != {"g": "position", "etat": "couche"}]
    seated.insert(seated.index({"g": "attendre", "minutes": 5}), {"g": "installer", "point": "bras", "etat": "soutenu"})
    assert lost(standing(seated), LEVER, "orthostatisme") == ["une mesure allongée après cinq minutes"]


def test_a_pressure_that_rises_has_fallen_by_nothing():
    k = key("normale", "orthostatisme", seed=b"g")
    done = exemples.gestes(k.attendu)
    raw = standing(done, k)
    assert k.attendu["positive"] is False
    for zero in ("0", "\u22120"):
        if raw["conclusion"]["baisse_pad"] == "0":
            assert lost(standing(done, k, baisse_pad=zero), k, "orthostatisme") == []
    assert lost(standing(done, k, conseil_lever=True), k, "orthostatisme") == []
