"""The dipole and its ten electrodes: normal leads, the signature of every error, what a page receives."""

import json
import math
import re

import pytest

from asalee_training.clinical import ecg as technique
from asalee_training.simulation import ecg, patient, seance_ecg
from asalee_training.simulation.seance_ecg import JUSTE

LAWS = {"sexe": "femme", "ecg": {"profil": "normal"}}
MATERIEL = {"vitesse_mm_s": 25, "amplitude_mm_mv": 10, "carre": True, "secteur": True}
SEEDS = [f"cœur {i}".encode() for i in range(60)]
HEARTS = [patient.draw(LAWS, seed) for seed in SEEDS]
ANGLES = {"DI": 0, "DII": 60, "DIII": 120, "aVF": 90, "aVL": -30}


def beat(heart):
    return ecg.dipole(heart["ecg_frequence_min"], heart["ecg_axe_deg"], heart["ecg_amplitude_pct"])


BEATS = [beat(heart) for heart in HEARTS]
NORMAL = [ecg.derivations(JUSTE, one) for one in BEATS]


def swapped(*pairs, **places):
    pose = {**JUSTE, **places}
    for a, b in pairs:
        pose[a], pose[b] = pose[b], pose[a]
    return pose


def wave(lead, name):
    first, last = ((ms + ecg.AVANT_MS) * ecg.HZ // 1000 for ms in ecg.ONDES_MS[name])
    return lead[first:last]


def peak(lead, name):
    """The largest deflection of a wave, with its sign, in mm (100 µV)."""
    return max(wave(lead, name), key=abs) / 100


def net(lead):
    """Area of the QRS, with its sign."""
    return sum(wave(lead, "qrs"))


def same(one, other, sign=1, tolerance=1e-6):
    return all(abs(a - sign * b) <= tolerance for a, b in zip(one, other, strict=True))


def size(lead):
    return max(lead) - min(lead)


def test_the_leads_are_einthovens_and_goldbergers_by_construction():
    for leads in NORMAL[:20]:
        for one, two, three, avr, avl, avf in zip(*(leads[nom] for nom in ecg.DERIVATIONS[:6]), strict=True):
            assert abs(two - one - three) < 1e-6
            assert abs(avr + avl + avf) < 1e-6
            assert abs(avf - (two + three) / 2) < 1e-6


def test_every_place_of_clinical_ecg_is_a_place_of_the_model():
    assert set(technique.positions()) <= set(ecg.SITES)
    assert set(JUSTE.values()) <= set(ecg.SITES)
    with pytest.raises(ValueError, match="eic4_bord_droi"):
        ecg.vecteur("eic4_bord_droi")


@pytest.mark.parametrize(("lead", "published"), [
    ("V1", (-0.515, 0.157, -0.917)), ("V2", (0.044, 0.164, -1.387)), ("V3", (0.882, 0.098, -1.277)),
    ("V4", (1.213, 0.127, -0.601)), ("V5", (1.125, 0.127, -0.086)), ("V6", (0.831, 0.076, 0.230)),
])  # fmt: skip
def test_chest_vectors_stay_close_to_those_that_dower_published(lead, published):
    ours = ecg.vecteur(JUSTE[lead])
    cosine = sum(a * b for a, b in zip(ours, published, strict=True)) / math.hypot(*ours) / math.hypot(*published)

    assert cosine > 0.93
    assert 0.7 < math.hypot(*ours) / math.hypot(*published) < 1.4


def test_a_drawn_heart_is_in_its_ranges_and_its_axis_shows_in_the_limb_leads():
    for heart, leads in zip(HEARTS, NORMAL, strict=True):
        for field, (low, high) in (
            ("ecg_frequence_min", ecg.FREQUENCE), ("ecg_axe_deg", ecg.AXE), ("ecg_amplitude_pct", ecg.AMPLITUDE)
        ):  # fmt: skip
            assert low <= heart[field] <= high
        axis = math.degrees(math.atan2(net(leads["aVF"]) * 2 / math.sqrt(3), net(leads["DI"])))
        assert axis == pytest.approx(heart["ecg_axe_deg"], abs=6)


def test_a_normal_tracing_looks_normal():
    for leads in NORMAL:
        assert all(peak(leads[nom], "p") > 0.4 for nom in ("DI", "DII", "aVF"))
        assert peak(leads["aVR"], "p") < -0.5
        assert net(leads["DI"]) > 0
        assert net(leads["aVR"]) < 0
        assert peak(leads["aVR"], "t") < 0
        assert all(peak(leads[nom], "t") > 0.5 for nom in ("DI", "DII", "V2", "V3", "V4", "V5", "V6"))
        assert net(leads["V1"]) < 0 < net(leads["V6"])
        r = [max(wave(leads[f"V{i}"], "qrs")) for i in range(1, 5)]
        s = [-min(wave(leads[f"V{i}"], "qrs")) for i in range(1, 7)]
        assert r == sorted(r) or min(r[1:]) > r[0], "R grows from V1"
        assert r[0] < s[0]
        assert s[1] > s[3] > s[5], "S fades towards V6"
        assert 4 < max(size(lead) for lead in leads.values()) / 100 < 30


def test_beats_do_not_overlap_and_breathe():
    for heart in HEARTS:
        rr = ecg.intervalles(heart["ecg_frequence_min"], heart["ecg_alea"])
        assert max(rr) - min(rr) < 0.07 * sum(rr) / len(rr)
        assert sum(rr) > 10_000
        assert min(rr) > ecg.ONDES_MS["t"][1] - ecg.ONDES_MS["p"][0] - 20
    for x, y, z in BEATS:
        assert max(abs(side[0]) for side in (x, y, z)) < 12, "a beat begins and ends flat"
        assert max(abs(side[-1]) for side in (x, y, z)) < 12


def test_arms_exchanged_turn_one_negative_and_exchange_the_others():
    for normal, one in zip(NORMAL, BEATS, strict=True):
        wrong = ecg.derivations(swapped(("R", "L")), one)
        assert peak(wrong["DI"], "p") < 0
        assert net(wrong["DI"]) < 0
        assert peak(wrong["DI"], "t") < 0
        assert same(wrong["DI"], normal["DI"], -1)
        assert same(wrong["DII"], normal["DIII"])
        assert same(wrong["DIII"], normal["DII"])
        assert same(wrong["aVR"], normal["aVL"])
        assert same(wrong["aVL"], normal["aVR"])
        assert all(same(wrong[f"V{i}"], normal[f"V{i}"]) for i in range(1, 7))


def test_arms_exchanged_turn_avr_positive_unless_the_heart_is_vertical():
    for heart, one in zip(HEARTS, BEATS, strict=True):
        if heart["ecg_axe_deg"] <= 40:
            assert net(ecg.derivations(swapped(("R", "L")), one)["aVR"]) > 0


@pytest.mark.parametrize(("pair", "flat"), [(("R", "N"), "DII"), (("L", "N"), "DIII")])
def test_an_arm_exchanged_with_the_right_leg_leaves_one_lead_almost_flat(pair, flat):
    for normal, one in zip(NORMAL, BEATS, strict=True):
        wrong = ecg.derivations(swapped(pair), one)
        assert size(wrong[flat]) < 60, "half a millimetre"
        assert size(wrong[flat]) < 0.2 * size(normal[flat])


def test_left_arm_and_left_leg_exchange_one_and_two_and_invert_three():
    for normal, one in zip(NORMAL, BEATS, strict=True):
        wrong = ecg.derivations(swapped(("L", "F")), one)
        assert same(wrong["DI"], normal["DII"])
        assert same(wrong["DII"], normal["DI"])
        assert same(wrong["DIII"], normal["DIII"], -1)
        assert peak(wrong["DI"], "p") > peak(wrong["DII"], "p"), "the only thing that shows"


def test_right_arm_and_left_leg_invert_the_three_limb_leads():
    for normal, one in zip(NORMAL[:30], BEATS, strict=False):
        wrong = ecg.derivations(swapped(("R", "F")), one)
        assert same(wrong["DII"], normal["DII"], -1)
        assert same(wrong["DI"], normal["DIII"], -1)
        assert same(wrong["DIII"], normal["DI"], -1)
        assert same(wrong["aVR"], normal["aVF"])
        assert same(wrong["aVL"], normal["aVL"])


def test_both_arms_with_both_legs_leave_one_flat():
    for one in BEATS[:30]:
        wrong = ecg.derivations(swapped(("R", "N"), ("L", "F")), one)
        assert size(wrong["DI"]) < 60
        assert same(wrong["DII"], wrong["DIII"], tolerance=60)
        assert same(wrong["aVR"], wrong["aVL"], tolerance=60)


def test_legs_exchanged_do_not_show():
    for normal, one in zip(NORMAL, BEATS, strict=True):
        wrong = ecg.derivations(swapped(("F", "N")), one)
        assert all(same(wrong[nom], normal[nom], tolerance=60) for nom in ecg.DERIVATIONS)


@pytest.mark.parametrize("espace", [2, 3])
def test_v1_and_v2_too_high_have_a_negative_p_and_a_negative_t(espace):
    high = {"V1": f"eic{espace}_bord_droit", "V2": f"eic{espace}_bord_gauche"}
    for normal, one in zip(NORMAL, BEATS, strict=True):
        wrong = ecg.derivations(swapped(**high), one)
        assert peak(wrong["V1"], "p") < -0.7
        assert peak(wrong["V1"], "t") < -0.4
        assert peak(wrong["V2"], "t") < 0.5 * peak(normal["V2"], "t")
        assert max(wave(wrong["V1"], "qrs")) < max(wave(normal["V1"], "qrs"))
        assert all(same(wrong[nom], normal[nom]) for nom in ecg.DERIVATIONS if nom not in ("V1", "V2"))


def test_in_the_second_space_v1_ends_with_a_second_positive_wave_and_t_is_negative_in_v1_and_v2():
    for normal, one in zip(NORMAL, BEATS, strict=True):
        wrong = ecg.derivations(swapped(V1="eic2_bord_droit", V2="eic2_bord_gauche"), one)
        qrs, usual = wave(wrong["V1"], "qrs"), wave(normal["V1"], "qrs")
        after_s, usual_after_s = qrs[qrs.index(min(qrs)) :], usual[usual.index(min(usual)) :]
        assert max(after_s) > 80, "r' of nearly a millimetre"
        assert max(after_s) > 2 * max(usual_after_s)
        assert peak(wrong["V2"], "t") < 0


@pytest.mark.parametrize("pair", seance_ecg._PERMUTATIONS)
def test_chest_electrodes_exchanged_break_the_progression(pair):
    for normal, one in zip(NORMAL, BEATS, strict=True):
        wrong = ecg.derivations(swapped(pair), one)
        assert same(wrong[pair[0]], normal[pair[1]])
        s = [-min(wave(wrong[f"V{i}"], "qrs")) for i in range(1, 7)]
        assert not (s[0] > s[2] and s[1] > s[3]), "S no longer fades in order"


def scene(alea=0, depart="pose_fautive", fautes=(), symptomes=("aucun",), sexe="femme"):
    heart = {**HEARTS[0], "sexe": sexe, "ecg_alea": alea}
    return heart, seance_ecg.scene(heart, depart, fautes, symptomes, MATERIEL)


@pytest.mark.parametrize("faute", seance_ecg.FAUTES)
@pytest.mark.parametrize("alea", [0, 3, 17, 100, 9999])
def test_a_start_holds_the_fault_that_was_drawn_and_nothing_else(faute, alea):
    _, debut = scene(alea, fautes=(faute,))
    pose = technique.verifier_pose(debut["pose"]).erreurs
    noises = tuple(bruit["nom"] for bruit in debut["parasites"])
    settings = technique.verifier_reglages(**{
        nom: debut["reglages"][nom] for nom in ("vitesse_mm_s", "amplitude_mm_mv", "carre")
    }, filtre_note=True).ecarts  # fmt: skip
    missing = technique.mentions_manquantes(set(debut["mentions"]) - {"filtre"})

    found = {*pose, *noises, *(["mauvais_etalonnage"] if settings else []), *(["identite_absente"] if missing else [])}
    assert found == {faute}


def test_each_fault_and_each_symptom_of_the_author_comes_up():
    fautes, symptomes = ("inversion_bras", "v1_v2_trop_hautes", "tremblement_froid"), ("aucun", "douleur")
    seen = set()
    for heart in HEARTS:
        debut = seance_ecg.scene(heart, "pose_fautive", fautes, symptomes, MATERIEL)
        pose = technique.verifier_pose(debut["pose"]).erreurs
        seen |= {(pose or ("parasite",))[0], debut["symptome"]}

    assert seen == {"inversion_bras", "v1_v2_trop_hautes", "parasite", "aucun", "douleur"}


def test_each_noise_ends_with_what_prevents_it_and_not_before():
    _, debut = scene(depart="nu", fautes=("electrode_decollee",), sexe="homme")
    loose = next(b for b in debut["parasites"] if "poser" in b["fin"])["fin"]["poser"][0]

    def names(done, **poses):
        return [b["nom"] for b in seance_ecg.bruits_actifs(debut, set(done), {loose: 1, **poses}, JUSTE)]

    assert len(names([])) == 5
    assert names(["rechauffer", "degraisser", "debrancher", "raser"]) == ["electrode_decollee"]
    assert names(["rechauffer", "respirer", "debrancher", "raser"], **{loose: 2}) == []
    assert "parasites_50_hz" in names(["rechauffer", "creme", "repos"])
    assert seance_ecg.bruits_actifs(debut, set(), {}, {}) == []


@pytest.mark.parametrize("depart", ["nu", "pose_fautive"])
def test_what_the_page_receives_is_small_and_names_no_fault(depart):
    for heart in HEARTS[:32]:
        fautes = seance_ecg.FAUTES if depart == "pose_fautive" else ("electrode_decollee",)
        debut = seance_ecg.scene(heart, depart, fautes, ("aucun", "douleur"), MATERIEL)
        text = json.dumps(seance_ecg.record(heart, debut), ensure_ascii=False)
        assert len(text) < 8_000
        words = set(re.findall(r"[a-z_0-9]+", text))
        assert not words & {
            *seance_ecg.FAUTES,
            "faute",
            "fautes",
            "erreur",
            "juste",
            "attendu",
            "symptome",
            "alea",
        }
        assert all(set(bruit) == {"hz", "uv", "fin"} for bruit in json.loads(text)["parasites"])


def test_a_recording_is_the_same_each_time_and_misses_no_gesture():
    heart, debut = scene(fautes=("inversion_bras",))
    one = seance_ecg.record(heart, debut)

    assert one == seance_ecg.record(heart, debut)
    assert set(one["vecteurs"]) == set(ecg.SITES)
    assert len({len(side) for side in one["coeur"]}) == 1
    assert all(0 <= first < last <= len(one["coeur"][0]) for first, last in one["ondes"].values())
