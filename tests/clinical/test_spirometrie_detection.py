"""Hints on a curve: found in the faulty blows, absent from the others, and each limit on both sides."""

import math

import pytest

from asalee_training.clinical.spirometrie.detection import detecter
from asalee_training.clinical.spirometrie.manoeuvre import analyser
from tests.clinical.souffles import analysed, mesures

SUJETS = range(40)


def hints(rank, fault, age=60):
    curve, manoeuvre = analysed(rank, fault)
    return detecter(*curve, manoeuvre, age)


@pytest.mark.parametrize(
    "fault",
    ["bonne", "sous_maximale", "embout_obstrue", "effort_variable", "fuite", "inspiration_incomplete", "toux_tardive"],
)
def test_no_observation_is_hinted_where_there_is_nothing_to_see_on_the_curve(fault):
    for rank in SUJETS:
        found = hints(rank, fault)
        assert (found.observations, found.respiration_s, found.glotte_s) == ((), None, None)
        assert bool(found.toux_s) <= (fault == "toux_tardive")
        assert fault != "bonne" or not found.montee_lente


@pytest.mark.parametrize(
    ("fault", "observation"), [("toux_precoce", "toux_premiere_seconde"), ("zero_decale", "zero_defectueux")]
)
def test_a_cough_and_a_shifted_zero_are_hinted_in_all_forty(fault, observation):
    assert all(hints(rank, fault).observations == (observation,) for rank in SUJETS)


def test_coughs_are_dated_from_time_zero():
    times = hints(0, "toux_precoce").toux_s

    assert times == pytest.approx((0.38, 0.65), abs=0.06)


def test_a_closed_glottis_is_hinted_early_or_late_in_all_forty():
    found = [hints(rank, "glotte") for rank in SUJETS]

    assert all(
        one.observations == ("glotte_premiere_seconde" if one.glotte_s <= 1 else "glotte_apres",) for one in found
    )
    assert {one.observations for one in found} == {("glotte_premiere_seconde",), ("glotte_apres",)}


def test_an_extra_breath_is_hinted_in_all_forty_and_is_no_closed_glottis():
    for rank in SUJETS:
        found = hints(rank, "respiration_supplementaire")
        assert 3 <= found.respiration_s <= 4
        assert found.observations == ()


@pytest.mark.parametrize(("fault", "least"), [("demarrage_lent", 40), ("sous_maximale", 38)])
def test_a_slow_rise_is_hinted(fault, least):
    assert sum(hints(rank, fault).montee_lente for rank in SUJETS) >= least


def test_a_tail_that_does_not_fade_betrays_a_shifted_zero_without_any_rest():
    _, flows = analysed(0, "zero_decale")[0]
    held = [*flows[51:-120], *[0.04] * 300]  # neither the rest before nor the inspiration after
    times = [i / 100 for i in range(len(held))]

    assert detecter(times, held, analyser(times, held), 60).zero_defectueux


def drawn(*steps, rest=()):
    """Hints on a drawn curve, every 5 ms: rest, a peak of 6 L/s, then (flow, seconds) one after the other."""
    flows = [flow for flow, lasts in rest for _ in range(round(200 * lasts))]
    flows += [6 * i / 10 for i in range(11)]
    flows += [flow for flow, lasts in steps for _ in range(round(200 * lasts))]
    times = [i / 200 for i in range(len(flows))]
    return detecter(times, flows, analyser(times, flows), 60)


@pytest.mark.parametrize(
    ("level", "hollow", "lasts_s", "coughs"),
    [
        (2.0, 0.99, 0.02, 1),
        (2.0, 1.0, 0.02, 0),
        (0.3, 0.0, 0.02, 1),
        (0.29, 0.0, 0.02, 0),
        (2.0, 0.0, 0.115, 1),
        (2.0, 0.0, 0.125, 0),
    ],
)
def test_a_cough_is_deep_brief_and_in_a_good_flow(level, hollow, lasts_s, coughs):
    assert len(drawn((level, 0.5), (hollow, lasts_s), (level, 1)).toux_s) == coughs


def test_a_hollow_with_two_bottoms_is_one_cough():
    assert len(drawn((2, 0.5), (0, 0.02), (0.3, 0.02), (0, 0.02), (2, 1)).toux_s) == 1
    assert len(drawn((2, 0.5), (0, 0.02), (2, 0.2), (0, 0.02), (2, 1)).toux_s) == 2


@pytest.mark.parametrize(
    ("steps", "stopped"),
    [
        ([(2, 0.5), (0.050, 1)], True),
        ([(2, 0.5), (0.052, 1)], False),
        ([(2, 0.5), (0, 0.26), (1, 1)], True),
        ([(2, 0.5), (0, 0.24), (1, 1)], False),
        ([(0.155, 1), (0, 1)], True),
        ([(0.145, 1), (0, 1)], False),
        # what counts is the mean flow from 0.2 to 0.1 s before it stopped
        ([(1, 1), (0.06, 0.185), (0, 1)], True),
        ([(1, 1), (0.06, 0.195), (0, 1)], False),
    ],
)
def test_a_flow_that_stops_dead_and_stays_at_zero_is_a_closed_glottis(steps, stopped):
    found = drawn(*steps)

    assert (found.glotte_s is not None) == stopped
    assert ("glotte_premiere_seconde" in found.observations or "glotte_apres" in found.observations) == stopped


@pytest.mark.parametrize(
    ("steps", "resumes"),
    [
        ([(1, 1.5), (1.09, 0.5)], True),
        ([(1, 1.5), (1.07, 0.5)], False),
        ([(2, 0.5), (1, 0.95), (1.5, 0.5)], True),  # higher than what the last 0.9 s saw
        ([(2, 0.5), (1, 0.85), (1.5, 0.5)], False),
        ([(1, 1.5), (2, 0.15), (1, 0.5)], True),
        ([(1, 1.5), (2, 0.10), (1, 0.5)], False),
        ([(0.1, 2), (0.155, 0.5)], True),
        ([(0.1, 2), (0.145, 0.5)], False),
    ],
)
def test_a_flow_that_rises_again_is_an_extra_breath(steps, resumes):
    assert (drawn(*steps).respiration_s is not None) == resumes


@pytest.mark.parametrize(
    ("flow", "lasts_s", "shifted"),
    [
        (0.0205, 1, True),
        (0.0195, 1, False),
        (-0.03, 1, True),
        (-0.15, 1, False),
        (0.0995, 1, True),
        (0.1005, 1, False),
        (0.03, 0.385, True),  # 0.3 s, once 0.1 s before time zero is left out
        (0.03, 0.370, False),
        (0.0, 1, False),
    ],
)
def test_a_small_steady_flow_before_the_blow_is_a_shifted_zero(flow, lasts_s, shifted):
    assert drawn((1, 0.5), (0.001, 1), rest=[(flow, lasts_s)]).zero_defectueux == shifted


@pytest.mark.parametrize(
    ("before_s", "last", "shifted"), [(2, 0.093, True), (2, 0.091, False), (0.3, 0.1, False), (0.7, 0.1, True)]
)
def test_a_tail_that_brings_as_much_every_second_is_a_shifted_zero(before_s, last, shifted):
    assert drawn((1, before_s), (0.1, 2.5), (last, 1)).zero_defectueux == shifted


# Time zero is at 0.025 s: a hollow from 0.76 s is 0.735 s after it.
@pytest.mark.parametrize(
    ("age", "hollow", "early"),
    [
        (6, 0.76, True),
        (6, 0.79, False),
        (6.1, 0.79, True),
        (60, 1.01, True),
        (60, 1.04, False),
    ],
)
def test_early_ends_at_one_second_or_three_quarters_up_to_six_years(age, hollow, early):
    times = [i / 100 for i in range(300)]
    flows = [min(t / 0.05, 1) * 3 * math.exp(-max(t - 0.05, 0)) for t in times]
    for i in range(round(100 * hollow), round(100 * hollow) + 6):
        flows[i] = 0.0

    found = detecter(times, flows, analyser(times, flows), age)
    assert found.toux_s == pytest.approx((hollow - 0.025,))
    assert ("toux_premiere_seconde" in found.observations) == early


@pytest.mark.parametrize(("rise_s", "slow"), [(0.186, False), (0.189, True)])
def test_a_rise_is_slow_above_150_ms_from_10_to_90_percent(rise_s, slow):
    times = [i / 1000 for i in range(3000)]
    flows = [6 * t / rise_s if t <= rise_s else 6 * math.exp(-(t - rise_s) / 0.6) for t in times]

    assert detecter(times, flows, analyser(times, flows), 60).montee_lente == slow


def test_detecter_refuses_another_curve_another_manoeuvre_or_an_impossible_age():
    curve, manoeuvre = analysed(0, "bonne")

    for other in (None, mesures(), analysed(1, "bonne")[1]):
        with pytest.raises(ValueError, match="Manœuvre"):
            detecter(*curve, other, 60)
    for age in (None, 2, 121, math.nan, True, "60"):
        with pytest.raises(ValueError, match="Âge"):
            detecter(*curve, manoeuvre, age)
    with pytest.raises(ValueError, match="Débit"):
        detecter(curve[0], [60 * flow for flow in curve[1]], manoeuvre, 60)
