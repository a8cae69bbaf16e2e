"""Blows as they are drawn, against the analyser and the criteria of `clinical`, over many persons."""

import pytest

from asalee_training.clinical.spirometrie.manoeuvre import analyser
from asalee_training.simulation.manoeuvres import BONNE, FAUTES, MONTEE_S, VISUELLES, souffler
from asalee_training.simulation.spirogramme import LONGEST_S, RISE_S
from tests.simulation.fautes_spirometrie import BONS, SUJETS, VUES, critere, indices, signale, souffle
from tests.simulation.personnes_spirometrie import personne, poumons


@pytest.mark.parametrize("rang", SUJETS)
def test_a_sound_blow_measures_what_was_asked_within_one_percent(rang):
    _, mesure = souffle(rang, BONNE, RISE_S)
    patient = personne(rang)

    assert mesure.vems_l == pytest.approx(patient["vems_l"], rel=0.01)
    assert mesure.cvf_l == pytest.approx(patient["cvf_l"], rel=0.01)
    assert mesure.dep_l_s == pytest.approx(poumons(rang).pointe()[1], rel=0.01)


def test_a_sound_blow_of_two_hundred_persons_is_never_flagged():
    assert [rang for rang in BONS if signale(rang)] == []


def test_every_fault_is_detected_by_numbers_or_declared_visual():
    assert set(VUES) | set(VISUELLES) == set(FAUTES)
    assert not set(VUES) & set(VISUELLES)


@pytest.mark.parametrize("faute", VUES)
def test_a_fault_is_found_by_its_numbers(faute):
    assert sum(bool(VUES[faute].vu(rang, faute)) for rang in SUJETS) >= VUES[faute].au_moins


@pytest.mark.parametrize("faute", VISUELLES)
def test_a_visual_fault_passes_every_numeric_criterion_and_still_costs_vems(faute):
    for rang in SUJETS:
        found = critere(rang, faute)
        assert (found.vems, found.cvf, indices(rang, faute).observations) == ("acceptable", "acceptable", ()), rang
        assert souffle(rang, faute)[1].vems_l < 0.97 * personne(rang)["vems_l"]


def test_the_sound_start_of_a_faulty_blow_keeps_its_vems():
    for faute in ("arret_premature", "respiration_supplementaire", "toux_tardive"):
        for rang in SUJETS:
            assert souffle(rang, faute)[1].vems_l == pytest.approx(personne(rang)["vems_l"], rel=0.02), (faute, rang)


@pytest.mark.parametrize(
    ("faute", "low", "high"),
    [
        ("arret_premature", -0.55, -0.06),
        ("glotte", -0.75, -0.10),
        ("fuite", -0.125, -0.112),
        ("respiration_supplementaire", 0.10, 0.45),
        ("inspiration_incomplete", -0.35, -0.08),
        ("zero_decale", 0.05, 0.40),
    ],
)
def test_a_fault_changes_the_cvf_as_it_should(faute, low, high):
    for rang in SUJETS:
        change = souffle(rang, faute)[1].cvf_l / personne(rang)["cvf_l"] - 1
        assert low <= change <= high, (rang, change)


@pytest.mark.parametrize("faute", [BONNE, *FAUTES])
def test_a_record_is_small_short_and_starts_at_rest(faute):
    for rang in SUJETS:
        blow, mesure = souffle(rang, faute)
        assert len(blow.debit_ml_s) == sum(count for count, _ in blow.pas) + 1 <= 460
        assert mesure.tef_s <= LONGEST_S + 0.8
        assert all(isinstance(flow, int) and abs(flow) < 20_000 for flow in blow.debit_ml_s)
        assert blow.debit_ml_s[0] == (40 if faute == "zero_decale" else 0)


def test_the_same_seed_gives_the_same_blow_and_another_one_another():
    first = souffler(poumons(3), BONNE, b"a", "x")
    assert first == souffler(poumons(3), BONNE, b"a", "x")
    assert first != souffler(poumons(3), BONNE, b"b", "x")
    assert first != souffler(poumons(3), BONNE, b"a", "y")


def test_a_slow_start_can_be_made_slower():
    mild, strong = (
        analyser(blow.temps_s, blow.debit_l_s)
        for blow in (souffler(poumons(0), "demarrage_lent", b"a", "x", ampleur) for ampleur in (0, 5))
    )
    assert strong.vre_l > mild.vre_l


def test_a_rise_is_drawn_between_its_bounds():
    times = [souffle(rang, BONNE)[1].temps_montee_s for rang in SUJETS]
    assert 0.5 * MONTEE_S[0] < min(times) < max(times) < 2 * MONTEE_S[1]


def test_a_cough_is_a_spike_that_joins_the_limb_again_and_never_the_peak():
    for rang in SUJETS:
        (cough, _), (sound, _) = souffle(rang, "toux_precoce", RISE_S), souffle(rang, BONNE, RISE_S)
        start = next(i for i, flow in enumerate(cough.debit_ml_s) if flow > 50) - 1
        spike = cough.debit_ml_s[start + 42 : start + 54]  # the first cough ends 0.42 s after the start
        assert min(cough.debit_ml_s[start + 35 : start + 42]) == 0
        assert spike.index(max(spike)) <= 2
        assert max(spike[:3]) > 1.3 * sound.debit_ml_s[start + 43]
        assert spike[-1] < 1.25 * sound.debit_ml_s[start + 53]  # fuller lungs: the glottis was closed for a while
        assert max(spike) < max(cough.debit_ml_s[: start + 30])


def test_a_hesitation_dribbles_without_a_stop_before_the_blast():
    for rang in SUJETS:
        blow, _ = souffle(rang, "hesitation")
        start = next(i for i, flow in enumerate(blow.debit_ml_s) if flow > 20)
        before = blow.debit_ml_s[start + 10 : start + 65]  # blast at 0.6 s
        assert min(before) > 350, rang


def test_an_unknown_fault_is_refused():
    with pytest.raises(KeyError):
        souffler(poumons(0), "toux", b"a", "x")
