"""Quality grades from the published table and its vectors; what a set of manoeuvres reports."""

import csv
import math
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import inputs
from asalee_training.clinical.spirometrie.criteres import OBSERVATIONS, Acceptabilite
from asalee_training.clinical.spirometrie.manoeuvre import analyser
from asalee_training.clinical.spirometrie.qualite import ecart_l, grade_qualite, interpretable, tolerance_l
from asalee_training.clinical.spirometrie.serie import Suite, acceptabilite_serie, continuer, retenir
from tests.clinical.souffles import mesures, souffle, sujet

DATA = Path(__file__).parent / "data"
RIEN = dict.fromkeys(OBSERVATIONS, False)


def table(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def numbers(text):
    return [float(value) for value in text.split(";") if value]


VECTORS = table("spiro_quality_grade_vectors.csv")


@pytest.mark.parametrize("row", VECTORS, ids=lambda row: f"{row['values_L'] or 'rien'}-{row['age']}-{row['source']}")
def test_grade_follows_the_vectors_in_any_order(row):
    for values in permutations(numbers(row["values_L"])):
        assert grade_qualite(values, int(row["n_usable_only"]), float(row["age"])) == row["expected_grade"]


# Graham, ATS/ERS 2019, table 10: differences in mL from 3.000 L (adult), 1.000 L (child: 10 % is 100 mL).
@pytest.mark.parametrize(
    ("age", "largest", "below_ml", "two", "three"),
    [
        (50, 3.0, 0, "B", "A"),
        (50, 3.0, 150, "B", "A"),
        (50, 3.0, 151, "C", "C"),
        (50, 3.0, 200, "C", "C"),
        (50, 3.0, 201, "D", "D"),
        (50, 3.0, 250, "D", "D"),
        (50, 3.0, 251, "E", "E"),
        (6.01, 1.0, 150, "B", "A"),
        (6, 1.0, 100, "B", "A"),
        (6, 1.0, 101, "C", "C"),
        (6, 1.0, 150, "C", "C"),
        (6, 1.0, 151, "D", "D"),
        (6, 1.0, 200, "D", "D"),
        (6, 1.0, 201, "E", "E"),
        (5, 1.15, 115, "B", "A"),  # 10 %, above 100 mL
        (5, 1.15, 116, "C", "C"),
        (5, 1.8, 180, "B", "A"),  # 10 % is also above the 150 mL of C
        (5, 1.8, 181, "D", "D"),
        (5, 2.5, 250, "B", "A"),
        (5, 2.5, 251, "E", "E"),
    ],
)
def test_grade_on_both_sides_of_each_limit(age, largest, below_ml, two, three):
    second = largest - below_ml / 1000

    assert grade_qualite([largest, second], 0, age) == two
    assert grade_qualite([largest, second, 0.5], 0, age) == three
    assert grade_qualite([0.5, second, largest, 0.5], 5, age) == three


def test_one_acceptable_value_is_an_e_and_usable_ones_only_count_without_any():
    assert grade_qualite([3.2], 0, 50) == grade_qualite([3.2], 4, 50) == "E"
    assert [grade_qualite([], n, 50) for n in (0, 1, 3)] == ["F", "U", "U"]


@pytest.mark.parametrize(
    ("cvf_l", "below_ml", "grade"),
    [(0.99, 100, "A"), (0.99, 101, "C"), (1.0, 101, "A"), (1.0, 150, "A"), (None, 150, "A"), (0.99, 201, "D")],
)
def test_the_strict_rule_of_2005_for_a_small_cvf_is_optional(cvf_l, below_ml, grade):
    assert grade_qualite([0.9, 0.9 - below_ml / 1000, 0.4], 0, 50, cvf_l) == grade


VALUES = st.lists(st.integers(500, 6000).map(lambda ml: ml / 1000), min_size=1, max_size=8)
ORDER = "ABCDEUF"


@given(VALUES, st.integers(0, 8), st.floats(3, 95))
@settings(max_examples=60, deadline=None)
def test_a_value_equal_to_the_largest_never_lowers_the_grade(values, n, age):
    better = grade_qualite([*values, max(values)], n, age)

    assert ORDER.index(better) <= ORDER.index(grade_qualite(values, n, age))
    assert better in "AB"


@given(VALUES, st.floats(6.5, 95))
@settings(max_examples=60, deadline=None)
def test_the_grade_follows_the_difference_of_the_two_largest(values, age):
    grade, ecart = grade_qualite(values, 0, age), ecart_l(values)

    assert (grade in "AB") == (ecart is not None and ecart <= 0.150)
    assert (grade == "E") == (ecart is None or ecart > 0.250)
    assert grade != "A" or len(values) >= 3


def test_ecart_is_rounded_to_the_millilitre():
    assert ecart_l([3.05, 3.2]) == 0.15
    assert ecart_l([3.2]) is ecart_l([]) is None


@pytest.mark.parametrize(
    ("age", "largest", "grade", "limit"),
    [(50, 4.0, "ab", 0.15), (50, 0.9, "c", 0.2), (6, 0.9, "ab", 0.1), (6, 1.3, "ab", 0.13), (6, 1.3, "d", 0.2)],
)
def test_tolerance(age, largest, grade, limit):
    assert tolerance_l(age, largest, grade) == limit


@pytest.mark.parametrize(
    ("grade", "read"),
    [("A", "oui"), ("B", "oui"), ("C", "oui"), ("D", "prudence"), ("E", "prudence"), ("U", "non"), ("F", "non")],
)
def test_interpretable(grade, read):
    assert interpretable(grade) == read


@pytest.mark.parametrize("grade", [None, "", "a", "G", "AB", 1, True])
def test_interpretable_refuses_what_is_not_a_grade(grade):
    with pytest.raises(ValueError, match="Grade de qualité"):
        interpretable(grade)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"valeurs_l": None}, "Valeurs : rien n’est pas une suite de volumes"),
        ({"valeurs_l": 3.2}, "Valeurs : 3,2"),
        ({"valeurs_l": ""}, "Valeurs : .*n’est pas une suite de volumes"),
        ({"valeurs_l": "3,2"}, "Valeurs : .*n’est pas une suite de volumes"),
        ({"valeurs_l": {3.2: False, 3.1: True}}, "Valeurs : .*n’est pas une suite de volumes"),
        ({"valeurs_l": [3200, 3100]}, "Volume expiré : 3200 est hors des valeurs acceptées, de 0,05 à 15 L"),
        ({"valeurs_l": [3.2, None]}, "Volume expiré : rien"),
        ({"valeurs_l": [3.2, math.nan]}, "Volume expiré"),
        ({"valeurs_l": [3.2, math.inf]}, "Volume expiré : l’infini"),
        ({"valeurs_l": [3.2, True]}, "Volume expiré : vrai"),
        ({"valeurs_l": [3.2, 0.04]}, "Volume expiré : 0,04"),
        ({"n_utilisables": None}, "Manœuvres utilisables : rien"),
        ({"n_utilisables": -1}, "Manœuvres utilisables : -1 est hors des valeurs acceptées, de 0 à 30"),
        ({"n_utilisables": 31}, "Manœuvres utilisables"),
        ({"n_utilisables": 1.5}, "Manœuvres utilisables"),
        ({"n_utilisables": True}, "Manœuvres utilisables"),
        ({"age": None}, "Âge : rien"),
        ({"age": 2.9}, "Âge : 2,9 est hors des valeurs acceptées, de 3 à 120 ans"),
        ({"age": 121}, "Âge"),
        ({"age": math.nan}, "Âge"),
        ({"age": "50"}, "Âge : « 50 »"),
        ({"age": True}, "Âge : vrai"),
        ({"cvf_norme_2005_l": 900}, "CVF : 900"),
        ({"cvf_norme_2005_l": True}, "CVF : vrai"),
    ],
)
def test_grade_refuses_impossible_input(change, named):
    with pytest.raises(ValueError, match=inputs.typography(named)):
        grade_qualite(**{"valeurs_l": [3.2, 3.1, 3.0], "n_utilisables": 0, "age": 50, **change})


@pytest.mark.parametrize("valeurs_l", [[], [3.2]])
def test_age_and_strict_limit_are_read_even_when_there_is_nothing_to_compare(valeurs_l):
    with pytest.raises(ValueError, match="Âge"):
        grade_qualite(valeurs_l, 0, None)
    with pytest.raises(ValueError, match="CVF"):
        grade_qualite(valeurs_l, 0, 50, 900)


def test_tolerance_refuses_an_unknown_limit():
    with pytest.raises(ValueError, match="Limite"):
        tolerance_l(50, 3.0, "e")


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
