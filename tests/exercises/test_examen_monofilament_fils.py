"""The filament to choose in the drawer: its label and its shape are looked at before the first application."""

import pytest

from asalee_training.exercises import examen_monofilament as exam
from asalee_training.exercises.contract import Unreadable
from asalee_training.exercises.examen_monofilament import exemples, mots
from asalee_training.simulation import seance_monofilament
from tests.exercises.seance_monofilament import TOUT, drawn, make, mark
from tests.exercises.seance_monofilament import lost as lost_in

SPEC = make(conclure=TOUT, fils=("quatre_g", "coude", "dix_g"))
KEY = exam.expected(SPEC, drawn())
GOOD = exemples.parfaite(TOUT, KEY.attendu)
TAKEN = next(rang for rang, geste in enumerate(GOOD["gestes"]) if geste["g"] == "prendre_fil")
CHOIX = "le choix du fil"


def lost(raw):
    return lost_in(raw, SPEC, KEY)


def taking(fil, rang):
    """The perfect session where this filament is taken at this rank, too."""
    gestes = [*GOOD["gestes"][:rang], {"g": "prendre_fil", "fil": fil}, *GOOD["gestes"][rang:]]
    return {**GOOD, "gestes": [{**geste, "t": 1000 * k} for k, geste in enumerate(gestes)]}


def test_the_right_filament_taken_first_has_all_points():
    assert lost(GOOD) == []
    assert mark(GOOD, SPEC, KEY).points == 10


@pytest.mark.parametrize("fil", ["quatre_g", "coude"])
def test_another_filament_loses_its_criterion_and_no_other_and_is_no_danger(fil):
    raw = exemples.changee(GOOD, {"g": "prendre_fil"}, fil=fil)
    judged = mark(raw, SPEC, KEY)
    assert lost(raw) == [CHOIX]
    assert (judged.points < 10, judged.gravite) == (True, None)
    assert any(mots.FILS[fil] in etape.fait for etape in judged.etapes if not etape.juste)


def test_a_filament_put_back_before_the_first_application_costs_nothing():
    assert lost(taking("quatre_g", TAKEN)) == []


def test_a_filament_changed_in_the_middle_is_seen():
    assert lost(taking("coude", len(GOOD["gestes"]) - 2)) == [CHOIX]


def test_the_filament_that_was_bent_is_the_one_that_serves():
    folded = next(rang for rang, geste in enumerate(GOOD["gestes"]) if geste["g"] == "plier_fil")
    again = taking("quatre_g", folded + 1)
    back = {"g": "prendre_fil", "fil": "dix_g", "t": 1000 * (folded + 1)}
    again["gestes"].insert(folded + 2, back)
    assert lost(again) == ["plier le fil avant de s’en servir"]
    assert lost(taking("dix_g", folded + 1)) == []


def test_nothing_is_applied_without_a_filament():
    with pytest.raises(Unreadable):
        exam.parse(SPEC, exemples.changee(GOOD, {"g": "prendre_fil"}))


@pytest.mark.parametrize("raw", exam.samples(SPEC, KEY).unreadable)
def test_what_cannot_have_been_done_is_unreadable(raw):
    with pytest.raises(Unreadable):
        exam.parse(SPEC, raw)


def test_without_a_drawer_no_filament_can_be_taken_and_none_is_judged():
    spec = make(conclure=TOUT)
    key = exam.expected(spec, drawn())
    with pytest.raises(Unreadable):
        exam.parse(spec, GOOD)
    names = {etape.attendu for etape in mark(exemples.parfaite(TOUT, key.attendu), spec, key).etapes}
    assert f"« {mots.FILS['dix_g']} »." not in names


def test_a_drawer_offers_the_right_filament_and_another_one():
    assert exam.validate(SPEC) == []
    assert "dix_g" in exam.validate(make(fils=("quatre_g", "coude")))[0]
    assert "dix_g" in exam.validate(make(fils=("dix_g",)))[0]
    assert "deux fois coude" in exam.validate(make(fils=("dix_g", "coude", "coude")))[0]


def test_a_foot_that_feels_looks_numb_under_a_finer_filament_and_one_that_does_not_stays_numb():
    said = {fil: {"present": [], "absent": []} for fil in mots.FILS}
    for index in range(60):
        found = drawn("neuropathie_isolee", "saine", index.to_bytes(2, "big"))
        seen, states = seance_monofilament.record(found, fils=tuple(mots.FILS)), seance_monofilament.etats(found)
        for zone, replies in seen["reponses"].items():
            assert replies["fils"]["dix_g"] == replies["touches"]
            for fil, lists in replies["fils"].items():
                said[fil][states[zone]] += [reply == seance_monofilament.OUI for reply in lists[2]]
    felt = {fil: sum(lists["present"]) / len(lists["present"]) for fil, lists in said.items()}
    assert felt["dix_g"] > 0.85
    assert felt["quatre_g"] < 0.75 < felt["dix_g"]
    assert felt["quatre_g"] < felt["coude"] < felt["dix_g"]
    assert all(sum(lists["absent"]) / len(lists["absent"]) < 0.2 for lists in said.values())
