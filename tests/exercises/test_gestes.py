"""The log of a session, read or refused; a mark from criteria."""

import pytest

from asalee_training.exercises import gestes
from asalee_training.exercises.contract import Etape, Unreadable
from asalee_training.exercises.gestes import Critere

CONNUS = {"appliquer": {"zone": ("droit.hallux", "gauche.hallux"), "contact_ms": (0, 10_000), "plie": bool}, "fin": {}}
CONCLUSIONS = {"grade": (0, 3), "lecture": ("normal", "perte")}
APPLIQUER = {"g": "appliquer", "t": 100, "zone": "droit.hallux", "contact_ms": 1500, "plie": True}


def read(raw):
    return gestes.lire(raw, CONNUS, CONCLUSIONS)


def test_a_session_is_read_in_its_order_with_what_was_concluded():
    seance = read({"gestes": [APPLIQUER, {"g": "fin", "t": 100}], "conclusion": {"grade": 2, "lecture": None}})

    assert [geste["g"] for geste in seance.gestes] == ["appliquer", "fin"]
    assert seance.conclusion == {"grade": 2}
    assert (seance.rang("appliquer"), seance.rang("fin"), seance.rang("debut")) == (0, 1, 2)
    assert seance.fait("fin")
    assert seance.tous("appliquer")[0]["contact_ms"] == 1500


def test_a_conclusion_alone_can_be_read():
    assert read({"gestes": [], "conclusion": {"grade": 0}}).conclusion == {"grade": 0}


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        {"gestes": {}},
        {"gestes": [], "conclusion": {}},
        {"gestes": [], "conclusion": {"grade": None}},
        {"gestes": ["appliquer"]},
        {"gestes": [{"g": "inventer", "t": 0}]},
        {"gestes": [{"g": ["fin"], "t": 0}]},
        {"gestes": [APPLIQUER | {"zone": "droit.talon"}]},  # a site that does not exist
        {"gestes": [APPLIQUER | {"contact_ms": -1}]},
        {"gestes": [APPLIQUER | {"contact_ms": True}]},
        {"gestes": [APPLIQUER | {"contact_ms": float("nan")}]},
        {"gestes": [APPLIQUER | {"plie": 1}]},
        {"gestes": [APPLIQUER | {"en_plus": 1}]},
        {"gestes": [{key: value for key, value in APPLIQUER.items() if key != "plie"}]},
        {"gestes": [APPLIQUER | {"t": "0"}]},
        {"gestes": [APPLIQUER, {"g": "fin", "t": 99}]},  # time does not go back
        {"gestes": [{"g": "fin", "t": 0}] * 501},
        {"gestes": [], "conclusion": {"grade": 4}},
        {"gestes": [], "conclusion": {"diagnostic": "AOMI"}},
        {"gestes": [], "conclusion": ["grade"]},
    ],
)
def test_what_cannot_have_been_done_is_unreadable_and_not_wrong(raw):
    with pytest.raises(Unreadable) as reason:
        read(raw)
    assert str(reason.value).endswith(".")


def test_five_hundred_gestures_are_accepted():
    assert len(read({"gestes": [{"g": "fin", "t": 0}] * 500}).gestes) == 500


def critere(acquis, poids=1.0, gravite=None, libelle="les yeux fermés"):
    return Critere(libelle, acquis, "Yeux ouverts.", "Yeux fermés.", "Elle verrait le fil.", poids, gravite)


def test_a_mark_is_the_share_of_the_weights_and_lists_every_criterion_that_applies():
    mark = gestes.juger(4.0, [critere(True, 3), critere(False, 1), critere(None, 10)], "La règle.", "Bravo.")

    assert (mark.points, mark.etat, mark.gravite) == (3.0, "partiel", None)
    assert "1 sur 2" in mark.retour
    assert "À reprendre : les yeux fermés." in mark.retour
    assert mark.etapes[1] == Etape("Yeux ouverts.", "Yeux fermés.", True, "Elle verrait le fil.")
    assert [etape.juste for etape in mark.etapes] == [False, True]


def test_what_is_grave_is_read_first_then_what_is_to_be_worked_on_then_what_was_right():
    judged = [(True, None), (False, None), (True, "dangereux"), (False, "hors_champ"), (False, None)]
    lines = [Critere(f"{rang}", acquis, f"{rang}", "A.", "", 1, grave) for rang, (acquis, grave) in enumerate(judged)]
    mark = gestes.juger(5.0, lines, "R", "B")

    assert [etape.fait for etape in mark.etapes] == ["3", "1", "4", "0", "2"]
    assert "À reprendre : 1 ; 3 ; 4." in mark.retour, "named in the order of the session"


def test_a_missed_major_criterion_leaves_half_at_most_and_says_so_first_without_closing_the_case():
    haute = Critere("la place de V1", False, "Trop haut.", "Au 4e espace.", "", 1, majeure="Le tracé est parti ainsi.")
    mark = gestes.juger(4.0, [critere(True, 9), haute, haute], "La règle.", "Bravo.")
    assert (mark.points, mark.etat, mark.gravite) == (2.0, "partiel", None)
    assert mark.retour.startswith("**Faute majeure.** Le tracé est parti ainsi. L’acte est à refaire")
    assert mark.retour.count("Le tracé est parti ainsi.") == 1, "said once, whatever the lines that carry it"
    assert "À reprendre : la place de V1 ; la place de V1." in mark.retour

    less = gestes.juger(4.0, [critere(True, 1), critere(False, 7), haute], "R", "B")
    assert less.points == pytest.approx(4 / 9, abs=1e-4), "a ceiling, not a gift"
    grave = gestes.juger(4.0, [critere(False, 1, "dangereux"), haute], "R", "B").retour
    assert "Le tracé est parti ainsi.\n" in grave, "half the points would be a lie: none are left"
    met = gestes.juger(4.0, [critere(False, 1), Critere("x", True, "F.", "A.", "", 9, majeure="M.")], "R", "B")
    assert (met.points, "majeure" in met.retour) == (3.6, False)


def test_all_criteria_met_is_full_mark_whatever_the_weights():
    mark = gestes.juger(3.0, [critere(True, 0.1)] * 7, "La règle.", "Bravo.")
    assert (mark.points, mark.etat, mark.retour) == (3.0, "juste", "Bravo.")


def test_a_missed_grave_criterion_makes_the_mark_grave_and_a_met_one_does_not():
    both = [critere(False, 1, "hors_champ"), critere(False, 1, "dangereux"), critere(True, 1)]
    assert gestes.juger(3.0, both, "R", "B").gravite == "dangereux"
    assert gestes.juger(3.0, both[:1], "R", "B").gravite == "hors_champ"
    assert gestes.juger(3.0, [critere(True, 1, "dangereux")], "R", "B").gravite is None
    grave, light = gestes.juger(3.0, [critere(False, 1, "dangereux"), critere(True, 1, "hors_champ")], "R", "B").etapes
    assert (grave.gravite, light.gravite) == ("dangereux", None), "the line that is grave, and no line done well"
