"""The analyser against curves whose measures have closed forms, and the records that it refuses."""

import math
import time
from array import array
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.spirometrie.manoeuvre import analyser, lire
from tests.clinical.souffles import FAULTS, souffle, sujet
from tests.clinical.vecteurs import table


def ramp(pef=8.0, rise=0.1, tau=0.6, end=6.0, hertz=100):
    """Flow from 0 to pef in `rise` seconds, then exponential: volumes have closed forms."""
    times = [i / hertz for i in range(round(end * hertz) + 1)]
    return times, [pef * t / rise if t <= rise else pef * math.exp(-(t - rise) / tau) for t in times]


def waveform(row, hertz=100):
    return ramp(*(float(row[name]) for name in ("PEF", "ramp_T", "tau", "t_end")), hertz)


WAVEFORMS = table("spiro_analytic_waveforms.csv")


@pytest.mark.parametrize("row", WAVEFORMS, ids=lambda row: row["id"])
def test_analyser_finds_the_closed_forms_at_100_hz(row):
    found = analyser(*waveform(row))

    for value, column, tolerance in (
        (found.vems_l, "FEV1", 3e-4),  # asked for: 5 mL
        (found.cvf_l, "FVC", 3e-4),
        (found.vem6_l, "FEV6", 3e-4),
        (found.vre_l, "BEV", 5e-6),  # asked for: 3 mL
        (found.temps_zero_s, "t0", 5e-6),
        (found.tef_s, "FET", 5e-6),
        (found.volume_derniere_seconde_l, "dV_last1s", 5e-6),
        (found.dep_l_s, "PEF", 1e-9),
    ):
        assert value == pytest.approx(float(row[column]), abs=tolerance), column
    assert found.dem2575_l_s == pytest.approx(float(row["FEF2575"]), rel=1e-4)  # asked for: 1 %
    assert found.temps_montee_s == pytest.approx(0.8 * float(row["ramp_T"]))
    assert found.cvif_l is None


@pytest.mark.parametrize("hertz", [200, 250, 1000])
def test_analyser_keeps_its_tolerances_at_other_rates(hertz):
    for row in WAVEFORMS:
        found = analyser(*waveform(row, hertz))
        assert found.vems_l == pytest.approx(float(row["FEV1"]), abs=5e-3)
        assert found.cvf_l == pytest.approx(float(row["FVC"]), abs=5e-3)
        assert found.vre_l == pytest.approx(float(row["BEV"]), abs=3e-3)
        assert found.dem2575_l_s == pytest.approx(float(row["FEF2575"]), rel=0.01)


@given(pef=st.floats(2, 9), rise=st.floats(0.04, 0.3), tau=st.floats(0.3, 1.4), end=st.floats(3, 9))
@settings(max_examples=20, deadline=None)
def test_analyser_stays_within_5_ml_wherever_the_peak_falls_between_samples(pef, rise, tau, end):
    found = analyser(*ramp(pef, rise, tau, end, 200))
    last = round(end * 200) / 200

    def volume(t):
        return pef * rise / 2 + pef * tau * (1 - math.exp(-(t - rise) / tau))

    assert found.cvf_l == pytest.approx(volume(last), abs=5e-3)
    assert found.vems_l == pytest.approx(volume(rise / 2 + 1), abs=8e-3)
    assert found.vre_l == pytest.approx(pef * rise / 8, abs=5e-3)


def test_uneven_sampling_gives_the_same_measures():
    times, flows = waveform(WAVEFORMS[1], 200)
    kept = [i for i in range(len(times)) if i < 120 or i % 5 == 0]

    dense = analyser(times, flows)
    uneven = analyser([times[i] for i in kept], [flows[i] for i in kept])
    assert uneven.vems_l == pytest.approx(dense.vems_l, abs=1e-3)
    assert uneven.cvf_l == pytest.approx(dense.cvf_l, abs=1e-3)
    assert uneven.vre_l == pytest.approx(dense.vre_l, abs=1e-9)


@given(start=st.floats(-5, 30), share=st.floats(0.2, 1.4))
@settings(max_examples=25, deadline=None)
def test_the_clock_shifts_nothing_but_itself_and_volumes_follow_the_flow(start, share):
    times, flows = ramp()
    plain = analyser(times, flows)
    moved = analyser([t + start for t in times], [share * flow for flow in flows])

    assert moved.temps_zero_s == pytest.approx(plain.temps_zero_s + start)
    assert moved.temps_fin_s == pytest.approx(6 + start)
    for name in ("vems_l", "cvf_l", "vre_l", "dep_l_s", "dem2575_l_s", "volume_derniere_seconde_l"):
        assert getattr(moved, name) == pytest.approx(share * getattr(plain, name), rel=1e-6, abs=1e-9), name
    assert moved.tef_s == pytest.approx(plain.tef_s)


@pytest.mark.parametrize("fault", FAULTS)
def test_what_holds_for_any_blow(fault):
    for rank in (0, 12, 19):
        found = analyser(*souffle(sujet(rank), fault))
        assert 0 < found.vre_l < found.vems_l <= found.vem6_l <= found.cvf_l
        assert 0 < found.dem2575_l_s < found.dep_l_s
        assert found.temps_montee_s > 0
        assert found.cvif_l > 0.5


def test_a_rest_and_a_full_inspiration_before_the_blow_change_nothing():
    times, flows = ramp()
    before = [-3 * math.sin(math.pi * i / 100) for i in range(100)] + [0.0] * 30
    plain = analyser(times, flows)
    found = analyser([i / 100 for i in range(len(before) + len(flows))], before + flows)

    assert found.cvf_l == pytest.approx(plain.cvf_l)
    assert found.vems_l == pytest.approx(plain.vems_l)
    assert found.vre_l == pytest.approx(plain.vre_l)
    assert found.temps_zero_s == pytest.approx(plain.temps_zero_s + 1.3)
    assert found.cvif_l is None


def test_air_dribbled_before_the_blast_counts_in_the_back_extrapolated_volume_even_after_a_pause():
    times, flows = ramp()
    before = [0.5] * 60 + [0.0] * 20
    found = analyser([i / 100 for i in range(len(before) + len(flows))], before + flows)

    # the line of slope 8 L/s through 0.3 + 0.4 L meets the start 0.0875 s before the peak: 0.3 L + 8·0.0125²/0.2
    assert analyser(times, flows).vre_l == pytest.approx(0.1)
    assert found.vre_l == pytest.approx(0.3 + 0.00625, abs=0.005)


def test_an_inspiration_ends_the_expiration_and_gives_the_cvif():
    times, flows = ramp(end=3.0)
    inspiration = [-4.0] * 100 + [0.5] * 50  # then she breathes on
    found = analyser([i / 100 for i in range(len(flows) + 150)], flows + inspiration)

    assert found.temps_fin_s == pytest.approx(3.0, abs=0.01)
    assert found.cvf_l == pytest.approx(analyser(times, flows).cvf_l, abs=1e-3)
    assert found.cvif_l == pytest.approx(4.0, abs=0.05)


def test_the_crossing_to_inspiration_is_found_between_two_samples():
    _, flows = ramp(end=2.0)
    flows = [*flows, -flows[-1], *[-3.0] * 50]
    found = analyser([i / 100 for i in range(len(flows))], flows)

    assert found.temps_fin_s == pytest.approx(2.005)


def test_a_flow_held_at_zero_does_not_end_the_expiration():
    _, flows = ramp(end=2.0)
    held = flows + [0.0] * 300
    for after in ([], [-3.0] * 100):
        found = analyser([i / 100 for i in range(len(held + after))], held + after)
        assert found.temps_fin_s == pytest.approx(5.0, abs=0.011)
        assert found.volume_derniere_seconde_l == 0


@pytest.mark.parametrize(("inspired_l", "ended"), [(0.049, False), (0.051, True)])
def test_a_very_small_inspiration_does_not_end_the_expiration(inspired_l, ended):
    _, flows = ramp(end=2.0)
    flows = flows + [0.0] + [-10 * inspired_l] * 10 + [0.0] + [0.2] * 100
    found = analyser([i / 100 for i in range(len(flows))], flows)

    assert (found.cvif_l is not None) == ended
    assert found.temps_fin_s == pytest.approx(2.01 if ended else (len(flows) - 1) / 100)


@pytest.mark.parametrize(("end", "known"), [(0.6, False), (1.04, False), (1.05, True), (1.06, True)])
def test_an_expiration_shorter_than_a_second_has_no_vems(end, known):
    found = analyser(*ramp(end=end))  # time zero: 0.05 s

    assert (found.vems_l is not None) == known
    assert (found.volume_derniere_seconde_l is not None) == known
    assert found.cvf_l > 0
    if end == 1.05:
        assert found.vems_l == pytest.approx(found.cvf_l)


@pytest.mark.parametrize(("end", "whole"), [(5.0, True), (6.04, True), (8.0, False)])
def test_vem6_is_the_whole_cvf_when_the_expiration_ended_before(end, whole):
    found = analyser(*ramp(pef=4, tau=2.0, end=end))

    assert (found.vem6_l == found.cvf_l) == whole


def test_any_sequence_of_numbers_is_read():
    times, flows = ramp()
    expected = analyser(times, flows)

    assert analyser(array("d", times), tuple(flows)) == expected
    assert analyser(iter(times), (flow for flow in flows)) == expected


def test_the_record_as_read_crosses_zero_at_a_point():
    curve = lire([i / 10 for i in range(20)], [1.0] * 10 + [-3.0] + [-1.0] * 9)

    assert 0.0 in curve.debit_l_s
    assert curve.temps_s[curve.debit_l_s.index(0.0)] == pytest.approx(0.925)
    assert all(before < after for before, after in pairwise(curve.temps_s))
    assert curve.volume(0.925) == pytest.approx(max(curve.volume_l))
    assert curve.volume(0.2) == pytest.approx(0.2)


def test_a_curve_of_15_seconds_takes_a_few_milliseconds():
    curve = ramp(pef=4, tau=2.4, end=15.2)
    spent = []
    for _ in range(5):
        start = time.process_time()
        analyser(*curve)
        spent.append(time.process_time() - start)

    assert min(spent) < 0.02


TIMES, FLOWS = ramp()


def changed(values, position, value):
    return [*values[:position], value, *values[position + 1 :]]


@pytest.mark.parametrize(
    ("times", "flows", "named"),
    [
        (None, FLOWS, "Temps : rien n’est pas une suite"),
        (TIMES, 3.5, "Débit : 3,5 n’est pas une suite"),
        ("0123456789" * 3, FLOWS, "Temps : « 0 » n’est pas un nombre"),
        (TIMES, changed(FLOWS, 7, math.nan), "Débit : une valeur qui n’est pas un nombre"),
        (TIMES, changed(FLOWS, 7, math.inf), "Débit : l’infini.*de -20 à 20 L/s"),
        (TIMES, changed(FLOWS, 7, None), "Débit : rien"),
        (TIMES, changed(FLOWS, 7, True), "Débit : vrai"),
        (TIMES, changed(FLOWS, 7, "3,2"), "Débit : « 3,2 »"),
        (changed(TIMES, 7, math.nan), FLOWS, "Temps : une valeur"),
        (TIMES, [60 * flow for flow in FLOWS], "Débit : .* hors des valeurs acceptées, de -20 à 20 L/s"),
        (TIMES, [1000 * flow for flow in FLOWS], "de -20 à 20 L/s"),
        (TIMES, changed(FLOWS, 7, -20.1), "de -20 à 20 L/s"),
        (TIMES, changed(FLOWS, 7, 20.1), "de -20 à 20 L/s"),
        (TIMES[:-1], FLOWS, "600 temps pour 601 débits"),
        (TIMES[:19], FLOWS[:19], "19 points ; il en faut au moins 20"),
        ([], [], "0 points"),
        (changed(TIMES, 7, TIMES[6]), FLOWS, "0,06 s vient après 0,06 s"),
        (changed(TIMES, 7, 0.0), FLOWS, "strictement croissants"),
        (TIMES[::-1], FLOWS, "strictement croissants"),
        ([1000 * t for t in TIMES], FLOWS, "en secondes.*espacés de 0,5 s au plus"),
        ([t if t < 3 else t + 0.5 for t in TIMES], FLOWS, "espacés de 0,5 s au plus"),
        ([i * 0.4 for i in range(302)], [1.0] * 302, "Durée de l’enregistrement.*de 0 à 120 s"),
        (TIMES, [0.0] * 601, "aucune expiration forcée"),
        (TIMES, [-flow for flow in FLOWS], "aucune expiration forcée"),
        (TIMES, [0.19] * 601, "aucune expiration forcée.*débit de pointe 0,19 L/s"),
        ([i / 1000 for i in range(100)], [0.5] * 100, "volume 0,0495 L"),
        ([i / 10 for i in range(100)], [2.0] * 100, "Volume expiré : 19,8 .*de 0,1 à 15 L"),
    ],
)
def test_analyser_refuses_what_is_not_an_expiration_in_french(times, flows, named):
    named = inputs.typography(named)
    with pytest.raises(ValueError, match=named):
        analyser(times, flows)


@pytest.mark.parametrize("flows", [changed(FLOWS, 7, 20.0), changed(FLOWS, 590, -20.0)])
def test_analyser_accepts_its_limits(flows):
    assert analyser(TIMES, flows).cvf_l > 4


def test_samples_half_a_second_apart_at_most():
    assert analyser([i / 2 for i in range(20)], [2 * math.exp(-i / 4) for i in range(20)]).cvf_l > 1


def test_the_least_expiration_is_a_threshold_of_the_table():
    seuils = reference_data.thresholds("spirometrie_qualite")

    assert (seuils["debit_pointe_min_l_s"], seuils["volume_min_l"], seuils["zero_fin_tef_s"]) == (0.2, 0.1, 4)
    assert analyser(TIMES, [0.2] * 601).cvf_l == pytest.approx(0.2 * TIMES[-1])
