"""Criteria of one manoeuvre, from the published table and from faulty blows."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.spirometrie.criteres import (
    ETATS,
    OBSERVATIONS,
    acceptabilite,
    fin_expiration,
    limite_vre_l,
)
from asalee_training.clinical.spirometrie.detection import detecter
from asalee_training.clinical.spirometrie.manoeuvre import analyser
from tests.clinical.souffles import analysed, mesures

SUJETS = range(40)
RIEN = dict.fromkeys(OBSERVATIONS, False)


def seen(*names):
    return {**RIEN, **dict.fromkeys(names, True)}


def judged(rank, fault, *observed, cvf_precedentes_l=()):
    return acceptabilite(analysed(rank, fault)[1], seen(*observed), cvf_precedentes_l, 60)


NO_END = {"volume_derniere_seconde_l": 0.2}


# Graham, ATS/ERS 2019, table 7: state of VEMS and CVF when that criterion alone fails.
@pytest.mark.parametrize(
    ("measured", "observed", "criterion", "vems", "cvf"),
    [
        ({}, (), None, "acceptable", "acceptable"),
        ({"vre_l": 0.3}, (), "vre", "inutilisable", "inutilisable"),
        ({}, ("zero_defectueux",), "zero_defectueux", "inutilisable", "inutilisable"),
        ({}, ("toux_premiere_seconde",), "toux_premiere_seconde", "utilisable", "acceptable"),
        ({}, ("glotte_premiere_seconde",), "glotte_premiere_seconde", "inutilisable", "inutilisable"),
        ({}, ("glotte_apres",), "glotte_apres", "acceptable", "utilisable"),
        (NO_END, (), "fin_expiration", "acceptable", "utilisable"),
        ({}, ("embout_obstrue",), "embout_obstrue", "utilisable", "utilisable"),
        ({}, ("fuite",), "fuite", "utilisable", "utilisable"),
        ({"cvif_l": 4.3}, (), "cvif", "utilisable", "utilisable"),
    ],
)
def test_one_failed_criterion_follows_table_7(measured, observed, criterion, vems, cvf):
    found = acceptabilite(mesures(**measured), seen(*observed), [], 60)

    assert (found.vems, found.cvf) == (vems, cvf)
    assert found.defauts_vems == ((criterion,) if vems != "acceptable" else ())
    assert found.defauts_cvf == ((criterion,) if cvf != "acceptable" else ())


def test_every_criterion_of_the_table_can_fail_and_every_observation_is_one():
    names = [row["critere"] for row in reference_data.rows("spirometrie_criteres")]
    found = acceptabilite(mesures(vre_l=0.3, cvif_l=4.3, **NO_END), dict.fromkeys(OBSERVATIONS, True), [], 60)

    assert set(OBSERVATIONS) <= set(names)
    assert set(found.defauts_vems) | set(found.defauts_cvf) == set(names)
    assert (found.vems, found.cvf) == ("inutilisable", "inutilisable")


def test_a_vems_that_does_not_exist_is_not_usable():
    short = mesures(vems_l=None, volume_derniere_seconde_l=None, tef_s=0.8)
    found = acceptabilite(short, RIEN, [], 60)

    assert (found.vems, found.defauts_vems) == ("inutilisable", ("moins_d_une_seconde",))
    assert (found.cvf, found.defauts_cvf) == ("utilisable", ("fin_expiration",))
    assert found.fin_expiration == ()


@given(
    st.sets(st.sampled_from(OBSERVATIONS)),
    st.sampled_from(OBSERVATIONS),
    st.sampled_from([0.05, 0.3]),
    st.sampled_from([None, 4.3]),
    st.sampled_from([0.01, 0.1, 0.2]),
)
@settings(max_examples=60, deadline=None)
def test_a_fault_more_never_makes_a_manoeuvre_better(observed, more, vre_l, cvif_l, last):
    manoeuvre = mesures(vre_l=vre_l, cvif_l=cvif_l, volume_derniere_seconde_l=last)
    before = acceptabilite(manoeuvre, seen(*observed), [4.1], 60)
    after = acceptabilite(manoeuvre, seen(*observed, more), [4.1], 60)

    assert ETATS.index(after.vems) >= ETATS.index(before.vems)
    assert ETATS.index(after.cvf) >= ETATS.index(before.cvf)
    assert set(after.defauts_cvf) >= set(before.defauts_cvf)


@pytest.mark.parametrize(
    ("cvf_l", "vre_l", "accepted"),
    [
        (4.0, 0.200, True),
        (4.0, 0.2004, True),  # 200 mL once rounded
        (4.0, 0.201, False),
        (1.5, 0.100, True),  # 5 % would be 75 mL
        (1.5, 0.101, False),
        (2.0, 0.100, True),
        (2.02, 0.101, True),
        (2.02, 0.102, False),
    ],
)
def test_back_extrapolated_volume_on_both_sides_of_its_limit(cvf_l, vre_l, accepted):
    found = acceptabilite(mesures(cvf_l=cvf_l, vems_l=1.2, vre_l=vre_l), RIEN, [], 60)

    assert (found.vems == "acceptable") == accepted
    assert ("vre" in found.defauts_cvf) == (not accepted)


@pytest.mark.parametrize(
    ("cvf_l", "norme", "limit"),
    [(4.0, "ats_ers_2019", 0.2), (1.5, "ats_ers_2019", 0.1), (1.5, "ats_2005", 0.15), (4.0, "ats_2005", 0.2)],
)
def test_the_limit_was_150_ml_in_2005(cvf_l, norme, limit):
    assert limite_vre_l(cvf_l, norme) == limit


@pytest.mark.parametrize(
    ("last_l", "tef_s", "met"),
    [
        (0.025, 6, ("plateau",)),
        (0.0254, 6, ("plateau",)),
        (0.026, 6, ()),
        (0.2, 14.999, ()),
        (0.2, 15, ("quinze_secondes",)),
        (0.2, 15.0 - 1e-12, ("quinze_secondes",)),
        (0.2, 6, ()),  # six seconds are no criterion
        (0.010, 2.5, ("plateau",)),  # and no minimum
        (0.010, 16, ("plateau", "quinze_secondes")),
    ],
)
def test_end_of_expiration_of_a_first_manoeuvre(last_l, tef_s, met):
    manoeuvre = mesures(volume_derniere_seconde_l=last_l, tef_s=tef_s)

    assert fin_expiration(manoeuvre, [], 60) == met
    assert acceptabilite(manoeuvre, RIEN, [], 60).cvf == ("acceptable" if met else "utilisable")


@pytest.mark.parametrize(
    ("age", "cvf_l", "precedentes", "met"),
    [
        (60, 3.85, [4.0], True),
        (60, 3.849, [4.0], False),
        (60, 3.85, [3.2, 4.0, 3.0], True),  # the largest one counts, wherever it came
        (60, 3.849, [3.2, 4.0, 3.0], False),
        (60, 5.0, [4.0], True),  # or greater
        (60, 4.0, [], False),
        (6, 1.0, [1.1], True),
        (6, 0.98, [1.1], False),  # 10 % is 110 mL
        (6.5, 0.98, [1.1], True),  # 150 mL
        (5, 1.8, [2.0], True),  # 10 % is 200 mL
        (5, 1.799, [2.0], False),
    ],
)
def test_a_cvf_near_the_largest_earlier_one_ends_the_expiration(age, cvf_l, precedentes, met):
    fading = mesures(cvf_l=cvf_l, vems_l=0.9, volume_derniere_seconde_l=0.08)

    assert fin_expiration(fading, precedentes, age) == (("cvf_precedente",) if met else ())


@pytest.mark.parametrize(("last_l", "formation"), [(0.150, True), (0.151, False), (None, False)])
def test_manoeuvres_cut_while_air_still_flows_do_not_prove_each_other(last_l, formation):
    cut = mesures(volume_derniere_seconde_l=last_l)

    assert fin_expiration(cut, [4.0], 60) == (("cvf_precedente",) if formation else ())
    assert fin_expiration(cut, [4.0], 60, "texte") == ("cvf_precedente",)


@pytest.mark.parametrize(
    ("cvf_l", "cvif_l", "accepted"),
    [
        (4.0, None, True),  # no final inspiration: nothing to hold against the blow
        (4.0, 3.0, True),
        (4.0, 4.2, True),
        (4.0, 4.201, False),
        (1.5, 1.6, True),  # 5 % would be 75 mL
        (1.5, 1.601, False),
    ],
)
def test_inspiration_after_the_end_on_both_sides_of_its_limit(cvf_l, cvif_l, accepted):
    found = acceptabilite(mesures(cvf_l=cvf_l, vems_l=1.2, cvif_l=cvif_l), RIEN, [], 60)

    assert (found.vems, found.cvf) == (("acceptable",) * 2 if accepted else ("utilisable",) * 2)


# Vignette V18: 67 years, obstruction, stops at 7 s with 66-120 mL still moving; 2.90 L then 2.85 L.
def test_v18_the_second_short_blow_is_acceptable_because_it_repeats_the_first():
    first = mesures(vems_l=1.45, cvf_l=2.90, tef_s=7, volume_derniere_seconde_l=0.120)
    second = mesures(vems_l=1.44, cvf_l=2.85, tef_s=7, volume_derniere_seconde_l=0.066)

    assert acceptabilite(first, RIEN, [], 67).cvf == "utilisable"
    assert acceptabilite(second, RIEN, [2.90], 67).fin_expiration == ("cvf_precedente",)
    assert acceptabilite(second, RIEN, [2.90], 67).cvf == "acceptable"


@pytest.mark.parametrize("phrase", ["bonne", "toux_tardive", "sous_maximale", "effort_variable", "embout_obstrue"])
def test_numeric_criteria_pass_where_the_blow_is_good_or_only_the_eye_sees(phrase):
    states = [judged(rank, phrase) for rank in SUJETS]

    assert all((found.vems, found.cvf) == ("acceptable", "acceptable") for found in states)


# Share of forty persons in which the brief found the fault, by criteria: the least that is asked of ours.
@pytest.mark.parametrize(
    ("fault", "criterion", "least"),
    [
        ("demarrage_lent", "vre", 37),
        ("hesitation", "vre", 40),
        ("arret_premature", "fin_expiration", 40),
        ("fuite", "cvif", 40),
        ("inspiration_incomplete", "cvif", 40),
    ],
)
def test_numeric_criteria_find_a_fault_as_often_as_the_brief_says(fault, criterion, least):
    assert sum(criterion in judged(rank, fault).defauts_cvf for rank in SUJETS) >= least


def test_an_early_stop_keeps_the_vems_and_raises_the_ratio():
    for rank in SUJETS:
        good, cut = analysed(rank, "bonne")[1], analysed(rank, "arret_premature")[1]
        assert judged(rank, "arret_premature").vems == "acceptable"
        assert cut.vems_l / cut.cvf_l > good.vems_l / good.cvf_l - 0.01


def test_a_closed_glottis_looks_like_a_plateau_and_only_its_observation_rejects_the_blow():
    for rank in SUJETS:
        assert "plateau" in judged(rank, "glotte").fin_expiration
        early = judged(rank, "glotte", "glotte_premiere_seconde")
        assert (early.vems, early.cvf) == ("inutilisable", "inutilisable")
        assert judged(rank, "glotte", "glotte_apres").vems == "acceptable"


@given(
    st.lists(st.one_of(st.floats(-20, 20), st.sampled_from([0.0, 8.0])), min_size=20, max_size=60),
    st.sampled_from([0.01, 0.05, 0.2, 0.5]),
)
@settings(max_examples=60, deadline=None)
def test_any_record_is_refused_or_gives_coherent_measures(flows, step_s):
    times = [i * step_s for i in range(len(flows))]
    try:
        found = analyser(times, flows)
    except ValueError:
        return
    assert -1e-9 <= found.vre_l <= found.cvf_l
    assert found.vems_l is None or found.vems_l <= found.cvf_l + 1e-9
    assert (found.vems_l is None) == (found.volume_derniere_seconde_l is None)
    detecter(times, flows, found, 60)
    acceptabilite(found, RIEN, [], 60)


@pytest.mark.parametrize(
    ("observations", "named"),
    [
        (None, "Observations : .* sont attendues"),
        ({}, "Manquantes : zero_defectueux, toux"),
        ({**RIEN, "toux": True}, "Manquantes : aucune"),
        (dict.fromkeys(OBSERVATIONS[1:], False), "Manquantes : zero_defectueux"),
        ({**RIEN, "fuite": 1}, "Observation fuite : 1 n’est pas une réponse par vrai ou faux"),
        ({**RIEN, "fuite": None}, "Observation fuite : rien"),
        ({**RIEN, "fuite": "oui"}, "Observation fuite : « oui »"),
    ],
)
def test_acceptabilite_refuses_an_observation_that_was_not_made(observations, named):
    with pytest.raises(ValueError, match=inputs.typography(named)):
        acceptabilite(mesures(), observations, [], 60)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"manoeuvre": None}, "Manœuvre : rien n’est pas le résultat de « analyser »"),
        ({"manoeuvre": {"vems_l": 3}}, "Manœuvre"),
        ({"cvf_precedentes_l": None}, "CVF précédentes : rien"),
        ({"cvf_precedentes_l": 4.0}, "CVF précédentes : 4 "),
        ({"cvf_precedentes_l": ""}, "CVF précédentes : .*n’est pas une suite"),
        ({"cvf_precedentes_l": {4.0: False}}, "CVF précédentes : .*n’est pas une suite"),
        ({"cvf_precedentes_l": [4000]}, "CVF précédente : 4000 est hors des valeurs acceptées, de 0,1 à 15 L"),
        ({"cvf_precedentes_l": [None]}, "CVF précédente : rien"),
        ({"cvf_precedentes_l": [math.nan]}, "CVF précédente"),
        ({"cvf_precedentes_l": [True]}, "CVF précédente : vrai"),
        ({"age": None}, "Âge : rien"),
        ({"age": 2.9}, "Âge : 2,9 est hors des valeurs acceptées, de 3 à 120 ans"),
        ({"age": 121}, "Âge"),
        ({"age": math.inf}, "Âge : l’infini"),
        ({"age": "60"}, "Âge : « 60 »"),
        ({"age": True}, "Âge : vrai"),
        ({"convention_eofe": "2019"}, "Convention de fin d’expiration : « 2019 »"),
    ],
)
def test_acceptabilite_refuses_impossible_input(change, named):
    given = {"manoeuvre": mesures(), "cvf_precedentes_l": [], "age": 60, **change}

    with pytest.raises(ValueError, match=inputs.typography(named)):
        acceptabilite(observations=RIEN, **given)
    with pytest.raises(ValueError, match=inputs.typography(named)):
        fin_expiration(**given)


@pytest.mark.parametrize("cvf_l", [None, True, "4", math.nan, math.inf, 0.09, 15.1, 4000])
def test_limite_vre_refuses_an_impossible_cvf(cvf_l):
    with pytest.raises(ValueError, match=r"CVF.*de 0,1 à 15 L"):
        limite_vre_l(cvf_l)


def test_limite_vre_refuses_an_unknown_standard():
    with pytest.raises(ValueError, match="Norme"):
        limite_vre_l(4.0, "ats_1994")
