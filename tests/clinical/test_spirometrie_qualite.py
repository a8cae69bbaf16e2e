"""Quality grades from the published table and its vectors."""

import math
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import inputs
from asalee_training.clinical.spirometrie.qualite import ecart_l, grade_qualite, interpretable, tolerance_l
from tests.clinical.vecteurs import table


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
