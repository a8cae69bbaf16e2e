"""What a set of manoeuvres reports: the values kept, their grades, and whether one more should be asked for."""

import pytest

from asalee_training.clinical import inputs
from asalee_training.clinical.spirometrie.criteres import OBSERVATIONS, Acceptabilite
from asalee_training.clinical.spirometrie.manoeuvre import analyser
from asalee_training.clinical.spirometrie.qualite import interpretable
from asalee_training.clinical.spirometrie.serie import Suite, acceptabilite_serie, continuer, retenir
from tests.clinical.souffles import mesures, souffle, sujet

RIEN = dict.fromkeys(OBSERVATIONS, False)


def judged(vems="acceptable", cvf="acceptable"):
    return Acceptabilite(vems, cvf, (), (), ())


@pytest.mark.parametrize(("cvf_l", "dem"), [(3.90, 1), (3.95, 0)])
def test_values_come_from_two_manoeuvres_and_the_dem_from_the_largest_sum(cvf_l, dem):
    manoeuvres = [
        mesures(vems_l=2.50, cvf_l=cvf_l, dem2575_l_s=1.1, dep_l_s=7.0),
        mesures(vems_l=2.62, cvf_l=3.80, dem2575_l_s=1.2, dep_l_s=6.8),
        mesures(vems_l=2.40, cvf_l=3.70, dem2575_l_s=1.3, dep_l_s=7.2),
    ]
    found = retenir(manoeuvres, [judged()] * 3, 60)

    assert (found.vems_l, found.cvf_l) == (2.62, cvf_l)
    assert (found.manoeuvre_vems, found.manoeuvre_cvf, found.manoeuvre_dem2575) == (1, 0, dem)
    assert (found.dem2575_l_s, found.dep_l_s) == ([1.1, 1.2][dem], 7.2)
    assert found.rapport_pct == pytest.approx(100 * 2.62 / cvf_l)
    assert (found.grade_vems, found.grade_cvf) == ("A", "A")


def test_the_peak_flow_comes_from_where_the_vems_counts():
    manoeuvres = [mesures(dep_l_s=7.0), mesures(dep_l_s=9.0)]

    assert retenir(manoeuvres, [judged(), judged("utilisable")], 60).dep_l_s == 7.0
    assert retenir(manoeuvres, [judged(), judged("acceptable", "utilisable")], 60).dep_l_s == 9.0


def test_a_usable_value_is_kept_only_when_none_is_acceptable():
    manoeuvres = [mesures(vems_l=2.9, cvf_l=4.2), mesures(vems_l=2.6, cvf_l=3.9), mesures(vems_l=3.1, cvf_l=4.4)]
    states = [judged("utilisable", "utilisable"), judged("utilisable", "acceptable"), judged("inutilisable")]
    found = retenir(manoeuvres, [*states[:2], judged("inutilisable", "inutilisable")], 60)

    assert (found.vems_l, found.manoeuvre_vems, found.grade_vems) == (2.9, 0, "U")
    assert (found.cvf_l, found.manoeuvre_cvf, found.grade_cvf) == (3.9, 1, "E")
    assert found.manoeuvre_dem2575 == 0  # neither is acceptable for both: the largest usable sum


def test_a_vems_larger_than_the_cvf_kept_gives_no_ratio():
    manoeuvres = [mesures(vems_l=3.0, cvf_l=3.3), mesures(vems_l=2.4, cvf_l=2.9)]
    found = retenir(manoeuvres, [judged("acceptable", "utilisable"), judged()], 60)

    assert (found.vems_l, found.cvf_l, found.rapport_pct) == (3.0, 2.9, None)


def test_nothing_is_kept_from_nothing():
    assert retenir([], [], 60) == retenir([mesures()], [judged("inutilisable", "inutilisable")], 60)
    found = retenir([mesures(vems_l=None)], [judged("inutilisable", "utilisable")], 60)
    assert (found.vems_l, found.rapport_pct, found.grade_vems, found.grade_cvf) == (None, None, "F", "U")
    assert retenir([], [], 60).grade_cvf == "F"


GOOD = mesures()


@pytest.mark.parametrize(
    ("vems_l", "states", "oui", "raison"),
    [
        ([], [], True, "moins_de_trois_acceptables"),
        ([3.0] * 2, [judged()] * 2, True, "moins_de_trois_acceptables"),
        ([3.0] * 3, [judged()] * 3, False, "repetable"),
        ([3.0, 2.85, 2.7], [judged()] * 3, False, "repetable"),
        ([3.0, 2.849, 2.7], [judged()] * 3, True, "non_repetable"),
        ([3.0] * 3, [judged(), judged(), judged("acceptable", "utilisable")], True, "moins_de_trois_acceptables"),
        ([3.0] * 3, [judged(), judged(), judged("utilisable")], True, "moins_de_trois_acceptables"),
        ([3.0, 2.7, 2.4, 2.1, 1.8, 1.5, 1.2], [judged()] * 7, True, "non_repetable"),
        ([3.0, 2.7, 2.4, 2.1, 1.8, 1.5, 1.2, 1.0], [judged()] * 8, False, "maximum_atteint"),
        ([3.0] * 8, [judged("inutilisable", "inutilisable")] * 8, False, "maximum_atteint"),
        ([3.0] * 8, [judged()] * 8, False, "repetable"),
        ([3.0] * 9, [judged("utilisable")] * 9, False, "maximum_atteint"),
    ],
)
def test_continuer_until_three_are_acceptable_and_two_repeat_or_eight_were_blown(vems_l, states, oui, raison):
    assert continuer([mesures(vems_l=value) for value in vems_l], states, 60) == Suite(oui, raison)


def test_a_cvf_that_does_not_repeat_asks_for_another_manoeuvre():
    manoeuvres = [mesures(cvf_l=value) for value in (4.2, 4.0, 3.9)]

    assert continuer(manoeuvres, [judged()] * 3, 60).raison == "non_repetable"
    assert continuer(manoeuvres, [judged()] * 3, 5).raison == "repetable"  # 10 % of 4.2 L


# Vignette V09: three blows stopped at 1.5 s, 2.40/2.95 L each; the true CVF is 3.90 L.
def test_v09_three_identical_early_stops_do_not_make_a_cvf():
    cut = mesures(vems_l=2.40, cvf_l=2.95, tef_s=1.5, volume_derniere_seconde_l=1.1)
    states = acceptabilite_serie([cut] * 3, [RIEN] * 3, 60)
    found = retenir([cut] * 3, states, 60)

    assert (found.grade_vems, found.grade_cvf) == ("A", "U")
    assert interpretable(found.grade_cvf) == "non"
    assert found.rapport_pct == pytest.approx(81.4, abs=0.05)  # looks normal, proves nothing
    assert continuer([cut] * 3, states, 60).oui


# Vignette V18, as a set: only the blows that come after can lean on a CVF.
def test_v18_the_first_short_blow_is_usable_the_second_acceptable():
    blows = [
        mesures(vems_l=1.45, cvf_l=2.90, tef_s=7, volume_derniere_seconde_l=0.120),
        mesures(vems_l=1.44, cvf_l=2.85, tef_s=7, volume_derniere_seconde_l=0.066),
    ]
    states = acceptabilite_serie(blows, [RIEN] * 2, 67)

    assert [state.cvf for state in states] == ["utilisable", "acceptable"]
    assert retenir(blows, states, 67).cvf_l == 2.85
    assert retenir(blows, states, 67).grade_cvf == "E"


# Vignette V19: a cough at 0.4 s in three blows of three.
def test_v19_an_early_cough_keeps_the_cvf():
    coughed = [mesures(vems_l=1.9, cvf_l=cvf) for cvf in (2.80, 2.76, 2.71)]
    states = acceptabilite_serie(coughed, [{**RIEN, "toux_premiere_seconde": True}] * 3, 62)
    found = retenir(coughed, states, 62)

    assert (found.grade_vems, found.grade_cvf) == ("U", "A")
    assert (interpretable(found.grade_vems), interpretable(found.grade_cvf)) == ("non", "oui")
    assert continuer(coughed, states, 62) == Suite(True, "moins_de_trois_acceptables")


def session(rank, faults, *observed):
    """Grades of a person's set of simulated blows, the faults having been seen by the operator."""
    blows = [analyser(*souffle(sujet(rank), fault, essai, arret_s=1.8)) for essai, fault in enumerate(faults, 1)]
    seen = [{**RIEN, **dict.fromkeys(observed, fault != "bonne")} for fault in faults]
    found = retenir(blows, acceptabilite_serie(blows, seen, 60), 60)
    return found.grade_vems + found.grade_cvf


def grades(faults, *observed):
    return [session(rank, faults, *observed) for rank in range(20)]


# Last lines of the brief's table of faults.
def test_three_good_blows_are_almost_always_graded_a():
    found = grades(["bonne"] * 3)

    assert found.count("AA") >= 16
    assert not set("".join(found)) & set("UF")


def test_three_coughs_grade_the_vems_u_and_leave_the_cvf():
    found = grades(["toux_precoce"] * 3, "toux_premiere_seconde")

    assert {grade[0] for grade in found} == {"U"}
    assert {grade[1] for grade in found} <= set("ACD")  # how much air she took each time is another matter
    assert sum(grade[1] == "A" for grade in found) >= 13


def test_three_early_stops_grade_the_cvf_u():
    found = grades(["arret_premature"] * 3)

    assert found.count("AU") >= 17  # a small lung is nearly empty at 1.8 s


def test_three_hesitations_leave_nothing():
    assert set(grades(["hesitation"] * 3)) == {"FF"}


def test_one_good_blow_and_one_early_stop_grade_the_cvf_e():
    assert sum(grade[1] == "E" for grade in grades(["bonne", "arret_premature"])) >= 17


@pytest.mark.parametrize("function", [retenir, continuer])
@pytest.mark.parametrize(
    ("manoeuvres", "states", "age", "named"),
    [
        (None, [], 60, "Manœuvres : rien n’est pas une suite"),
        ([3.0], [judged()], 60, "Manœuvres"),
        ([GOOD], None, 60, "Acceptabilités : rien"),
        ([GOOD], ["acceptable"], 60, "Acceptabilités"),
        ([GOOD], [], 60, "Série : 1 manœuvres pour 0 acceptabilités"),
        ([GOOD], [judged()], None, "Âge"),
        ([GOOD], [judged()], 2, "Âge"),
        ([GOOD], [judged()], True, "Âge"),
    ],
)
def test_retenir_and_continuer_refuse_what_is_not_a_set_of_manoeuvres(function, manoeuvres, states, age, named):
    with pytest.raises(ValueError, match=inputs.typography(named)):
        function(manoeuvres, states, age)


@pytest.mark.parametrize(
    ("manoeuvres", "seen", "named"),
    [
        ([GOOD], [], "1 manœuvres pour 0 observations"),
        ([GOOD], RIEN, "Observations"),
        ([GOOD], [{}], "Manquantes"),
        ([None], [RIEN], "Manœuvres"),
    ],
)
def test_a_set_is_judged_with_one_observation_a_manoeuvre(manoeuvres, seen, named):
    with pytest.raises(ValueError, match=named):
        acceptabilite_serie(manoeuvres, seen, 60)
