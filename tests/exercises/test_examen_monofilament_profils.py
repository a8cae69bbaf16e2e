"""The examination with the monofilament, foot by foot: wounds, amputation, what each profile expects."""

import pytest

from asalee_training.exercises import examen_monofilament as exam
from asalee_training.exercises.examen_monofilament import exemples, mots
from asalee_training.simulation import peau, pieds
from tests.exercises.seance_monofilament import SPEC, TOUT, drawn, lost, make, mark


@pytest.mark.parametrize("nature", ["plaie", "plaie_infectee"])
def test_before_a_wound_the_examination_stops_and_no_grade_is_given(nature):
    key = exam.expected(SPEC, drawn(skin=nature))
    good = exemples.parfaite(TOUT, key.attendu)
    (zone,) = key.attendu["plaies"]
    nu, touch = good["gestes"][1], {**exemples.application(zone, "reelle"), "t": 9000}
    assert mark(good, key=key).etat == "juste"
    assert "perte.droit" not in good["conclusion"]

    pressed = {**good, "gestes": [*good["gestes"], touch]}
    assert nu["pied"] == "deux"
    assert mark(pressed, key=key).gravite == "dangereux"
    assert "ne jamais appuyer sur une plaie" in lost(pressed, key=key)
    beside = {**good, "gestes": [*good["gestes"], {**touch, "position": "pourtour"}]}
    assert mark(beside, key=key).gravite is None
    assert lost(beside, key=key) == (["arrêter l’examen devant une plaie infectée"] if nature != "plaie" else [])

    for change, libelle in (
        ({"grade": "2"}, "le grade podologique"),
        ({"iwgdf": "2"}, "la catégorie IWGDF"),
        ({"decharge": None}, "la mise en décharge"),
        ({"eduquer": None}, "apprendre à regarder ses pieds"),
    ):
        assert lost({**good, "conclusion": {**good["conclusion"], **change}}, key=key) == [libelle]
    late = {**good, "conclusion": {**good["conclusion"], "alerte": "dossier"}}
    assert mark(late, key=key).gravite == "dangereux"
    assert key.attendu["alerte"] == (["immediat"] if nature != "plaie" else ["jour_meme", "quelques_jours"])


def test_an_amputated_toe_is_not_testable_and_forbids_to_call_that_foot_normal():
    for seed in range(30):
        key = exam.expected(SPEC, drawn("amputation", seed=bytes([seed])))
        missing = next(zone for zone, etat in key.attendu["etats"].items() if etat == "non_testable")
        cote = missing.split(".")[0]
        if key.attendu["perte"][cote] == "incomplet":
            break
    assert (key.attendu["perte"][cote], key.attendu["grade"]) == ("incomplet", "3")
    good = exemples.parfaite(TOUT, key.attendu)
    wrong = {**good, "conclusion": {**good["conclusion"], f"perte.{cote}": "non"}}
    assert lost(wrong, key=key) == [f"la conclusion pour le pied {cote}"]
    touched = {**good, "gestes": [*good["gestes"], {**exemples.application(missing, "reelle"), "t": 99_000}]}
    assert mark(touched, key=key).etat == "juste", "the page has no such site: what is not there was not touched"


@pytest.mark.parametrize("pied", pieds.PROFILS)
@pytest.mark.parametrize("skin", peau.PROFILS)
def test_a_perfect_session_has_the_same_mark_whichever_the_patient(pied, skin):
    for seed in (b"a", b"b", b"c"):
        for spec in (make(), make(sites="dix", conclure=TOUT)):
            key = exam.expected(spec, drawn(pied, skin, seed))
            for raw in exam.samples(spec, key).right:
                assert mark(raw, spec, key).points == 10


@pytest.mark.parametrize(
    ("pied", "grade", "iwgdf", "alertes"),
    [
        ("sans_neuropathie", "0", "0", {"programme", "dossier"}),
        ("neuropathie_isolee", "1", "1", {"jour_meme", "quelques_jours", "programme"}),
        ("neuropathie_aomi", "2", "2", {"jour_meme", "quelques_jours"}),
        ("aomi_isolee", "0", "1", {"jour_meme", "quelques_jours"}),
        ("amputation", "3", "3", {"jour_meme", "quelques_jours"}),
    ],
)
def test_what_is_expected_of_a_profile(pied, grade, iwgdf, alertes):
    cle = exam.expected(SPEC, drawn(pied, "saine")).attendu
    assert (cle["grade"], cle["iwgdf"], set(cle["alerte"])) == (grade, iwgdf, alertes)
    intervals = {
        "0": {"12"},
        "1": {"6_12", "12", "chaque_consultation"},
        "2": {"3_6", "chaque_consultation"},
        "3": {"1_3", "chaque_consultation"},
    }
    assert set(cle["recontrole"]) == intervals[iwgdf], "the interval follows the higher of both"


def test_the_seven_other_sites_may_be_tried_and_are_not_marked():
    spec = make(sites="dix", conclure=TOUT)
    key = exam.expected(spec, drawn(skin="saine"))
    good = exemples.parfaite(TOUT, key.attendu)
    more = [{**exemples.application("droit.talon", kind), "t": 90_000} for kind in ("reelle", "fictive")]
    assert mark({**good, "gestes": [*good["gestes"], *more]}, spec, key).points == 10
    assert set(key.attendu["etats"]) == set(mots.zones(("hallux", "meta1", "meta5")))


def test_only_what_is_asked_is_judged():
    spec = make(conclure=("grade",))
    key = exam.expected(spec, drawn())
    good = exemples.parfaite(("grade",), key.attendu)
    assert set(good["conclusion"]) == {"grade"}
    assert mark(good, spec, key).etat == "juste"
    assert not any("Pied droit :" in etape.fait for etape in mark(good, spec, key).etapes)
