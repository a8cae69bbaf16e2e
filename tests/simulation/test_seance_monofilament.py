"""Replies to the monofilament: well asked, they say the patient's state; badly asked, they mislead as they should."""

import json

import pytest

from asalee_training.clinical import pied
from asalee_training.simulation import patient, pieds, seance_monofilament, structures
from asalee_training.simulation.peau import APPUIS, PROFILS, ZONES, signes
from asalee_training.simulation.seance_monofilament import ABSENT_G, FORCES_G, NOMINAL, OUI, PRESENT_G

SEEDS = [index.to_bytes(2, "big") for index in range(60)]
DRAWN = [
    patient.draw({"pieds": {"profil": profil}, "peau": {"profil": "corne_et_cicatrice"}}, seed)
    for profil in pieds.PROFILS
    for seed in SEEDS
]
RECORDED = [(found, seance_monofilament.record(found)) for found in DRAWN]


def zones(etat):
    """(recording, replies) of every zone in this state."""
    for found, seen in RECORDED:
        states = seance_monofilament.etats(found)
        for zone, replies in seen["reponses"].items():
            if states[zone] == etat:
                yield zone, replies


def share(etat, lists):
    """How often a list is answered « oui » at the right place, over all zones in this state."""
    said = [reply == OUI for _, replies in zones(etat) for reply in lists(replies)]
    return sum(said) / len(said)


def test_a_session_well_done_finds_the_state_of_every_site_even_from_the_second_application_on():
    for found, seen in RECORDED:
        feet = found["monofilament"]
        truth = pied.perte_sensibilite(feet["droit"], feet["gauche"]).sites
        for zone, replies in seen["reponses"].items():
            touched, sham = replies["touches"][NOMINAL], replies["sans"][0]
            for first in range(4):
                right = [touched[first] == OUI, touched[first + 1] == OUI, sham != OUI]
                assert pied.site(right) == truth[zone], (zone, first)
        assert set(seen["amputes"]) == {zone for zone, etat in truth.items() if etat == "non_testable"}


def test_the_first_replies_are_those_that_the_examination_already_shows():
    for found, seen in RECORDED:
        for zone, replies in seen["reponses"].items():
            cote, site = zone.split(".")
            written = found["monofilament"][cote][site]
            felt = [r["reponse"] == "oui" for r in written if r["application"] == "reelle"]
            assert [reply == OUI for reply in replies["touches"][NOMINAL][:2]] == felt
            assert [replies["sans"][0] == OUI] == [
                r["reponse"] == "oui" for r in written if r["application"] == "fictive"
            ]


def test_a_stronger_touch_is_never_felt_less():
    for _, seen in RECORDED:
        for replies in seen["reponses"].values():
            for weak, strong in zip(replies["touches"], replies["touches"][1:], strict=False):
                assert all(b == OUI for a, b in zip(weak, strong, strict=True) if a == OUI)


def test_a_bad_technique_misleads_in_its_own_direction():
    assert share("present", lambda r: r["touches"][NOMINAL]) > 0.9
    assert share("absent", lambda r: r["touches"][NOMINAL]) < 0.1
    assert share("present", lambda r: r["touches"][0]) < 0.1, "an application too short and not bent"
    assert 0.15 < share("present", lambda r: r["touches"][1]) < 0.75, "a little too short, or oblique"
    assert share("absent", lambda r: r["touches"][4]) > 0.9, "sliding for seconds"
    assert 0.15 < share("absent", lambda r: r["touches"][3]) < 0.75, "a little too long"
    assert share("absent", lambda r: r["menees"][0]) > 0.8, "a leading question finds what it says"
    assert share("absent", lambda r: r["menees"][1]) > 0.5, "even when nothing touches"
    hurt = [replies["lesion"] for _, replies in zones("present") if "lesion" in replies]
    assert len(hurt) > 100
    assert sum(reply == OUI for line in hurt for reply in line) < 0.4 * sum(map(len, hurt)), "through a callus"


def test_thresholds_stand_on_both_sides_of_the_filament():
    assert PRESENT_G[1] < FORCES_G[NOMINAL] < ABSENT_G[0]
    for found in DRAWN[:80]:
        for zone, etat in seance_monofilament.etats(found).items():
            if etat != "non_testable":
                seuil = seance_monofilament.seuil_g(found, zone, etat)
                assert seance_monofilament.percue(seuil, seuil) == pytest.approx(0.5)
                assert (seance_monofilament.percue(FORCES_G[NOMINAL], seuil) > 0.5) == (etat == "present")


def test_a_recording_is_json_repeatable_and_small_and_says_no_more_than_can_be_seen():
    forbidden = ("seuil", "perte", "grade", "absent", "present", "aomi", "gravite", "profil", "aveugle", 'dialyse"')
    for found, seen in RECORDED[:: len(SEEDS) // 4]:
        wide = seance_monofilament.record(found, pied.SITES_DIX)
        assert seance_monofilament.record(found) == seen
        text = json.dumps(wide, ensure_ascii=False)
        assert json.loads(text) == wide
        assert len(text) < 8000
        assert not [word for word in forbidden if word in text]
        assert set(wide["reponses"]) | set(wide["amputes"]) == set(ZONES)


def test_the_seven_other_sites_are_lost_only_on_a_foot_that_has_a_loss():
    lost = 0
    for found in DRAWN:
        states = seance_monofilament.etats(found, pied.SITES_DIX)
        graded = pied.perte_sensibilite(*(found["monofilament"][cote] for cote in pied.PIEDS))
        for cote in pied.PIEDS:
            extra = [states[f"{cote}.{site}"] for site in pied.SITES_DIX if site not in pied.SITES]
            assert getattr(graded, cote) or extra == ["present"] * 7
            lost += extra.count("absent")
    assert lost > 100


@pytest.mark.parametrize("profil", PROFILS)
def test_lesions_lie_where_the_foot_carries_weight_never_twice_at_one_place(profil):
    places = set()
    for seed in SEEDS:
        lesions = patient.draw({"peau": {"profil": profil}}, seed)["lesions_pied"]
        assert [lesion["nature"] for lesion in lesions] == list(PROFILS[profil])
        assert len({lesion["zone"] for lesion in lesions}) == len(lesions)
        assert {lesion["zone"].split(".")[1] for lesion in lesions} <= set(APPUIS)
        places |= {lesion["zone"] for lesion in lesions}
        assert pied.gradation_possible(signes(lesions)) == ("plaie" not in profil)
    assert len(places) in (0, 4)


@pytest.mark.parametrize(
    "value",
    [
        "corne",
        [{"zone": "droit.meta1"}],
        [{"zone": "droit.genou", "nature": "corne"}],
        [{"zone": "droit.meta1", "nature": "verrue"}],
        [{"zone": "droit.meta1", "nature": "corne"}] * 2,
        [3],
    ],
)
def test_lesions_written_by_hand_are_checked(value):
    assert structures.refuse("lesions_pied", value).startswith("lesions_pied")
    assert structures.refuse("lesions_pied", [{"zone": "droit.talon", "nature": "plaie"}]) == ""


def test_a_lesion_cannot_lie_on_a_toe_that_is_missing():
    found = next(p for p in DRAWN if p["amputation"])
    missing = seance_monofilament.record(found)["amputes"][0]
    said = structures.disagreement({**found, "lesions_pied": [{"zone": missing, "nature": "corne"}]})
    assert missing in said
