"""Preparation time of the portal."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import inputs
from asalee_training.infosys import forfait
from tests.clinical.vecteurs import table

VECTORS = table(Path(__file__).parent / "data" / "cognition_si_forfait_preparation.csv")


@pytest.mark.parametrize("row", VECTORS, ids=lambda row: row["id"])
def test_minutes_preparation_follows_the_worked_examples(row):
    assert forfait.minutes_preparation(json.loads(row["minutes_par_type_json"])) == int(
        row["minutes_preparation_bilan"]
    )


@pytest.mark.parametrize(
    ("genre", "minutes"),
    [
        ("suivi_diab", 25),
        ("dep_diab", 25),
        ("rcva", 25),
        ("bpco", 20),
        ("sevrage_tabac", 20),
        ("autres", 20),
        ("cognitif", 10),
        ("automesure", 10),
        ("cancer", 0),
    ],
)
def test_share_of_each_type_of_consultation(genre, minutes):
    assert forfait.minutes_preparation({genre: 100}) == minutes
    assert len(forfait.CENTIEMES) == 9


def test_the_result_is_exact_and_not_rounded():
    assert forfait.minutes_preparation({"suivi_diab": 5}) == 1.25
    assert forfait.minutes_preparation({"bpco": 15, "cognitif": 35}) == 6.5


@pytest.mark.parametrize(
    ("minutes", "message"),
    [
        ({"diabete": 30}, "Type de consultation : « diabete »"),
        ({None: 30}, "rien"),
        ({"rcva": -5}, "Minutes, rcva : -5"),
        ({"rcva": 100_001}, "0 à 100.000"),
        ({"rcva": 12.5}, "entier"),
        ({"rcva": None}, "rien"),
        ({"rcva": True}, "vrai"),
        ({"rcva": "30"}, "« 30 »"),
        ({"rcva": float("nan")}, "hors des valeurs"),
        ({"rcva": float("inf")}, "infini"),
        (None, "rien"),
        ([("rcva", 30)], "associe"),
        ("rcva", "associe"),
    ],
)
def test_minutes_preparation_refuses_impossible_minutes(minutes, message):
    with pytest.raises(ValueError, match=inputs.typography(message)):
        forfait.minutes_preparation(minutes)


MINUTES = st.dictionaries(st.sampled_from(sorted(forfait.CENTIEMES)), st.integers(0, 5000))


@given(MINUTES, st.sampled_from(sorted(forfait.CENTIEMES)), st.integers(0, 500))
@settings(max_examples=50)
def test_more_consultations_never_give_less_preparation_nor_more_than_a_quarter(minutes, genre, more):
    longer = minutes | {genre: minutes.get(genre, 0) + more}

    assert forfait.minutes_preparation(longer) >= forfait.minutes_preparation(minutes)
    assert forfait.minutes_preparation(longer) <= sum(longer.values()) / 4
