"""The five words, from counts worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asalee_training.clinical import cognition
from tests.clinical.vecteurs import table


@pytest.mark.parametrize("row", table("cognition_cinq_mots.csv"), ids=lambda row: row["id"])
def test_cinq_mots_follow_the_table(row):
    moments = (
        "rappel_libre_immediat",
        "rappel_indice_immediat",
        "rappel_libre_differe",
        "rappel_indice_differe",
    )
    counts = [int(row[moment]) for moment in moments]
    if row["erreur"]:
        with pytest.raises(ValueError, match="Rappel"):
            cognition.cinq_mots(*counts)
        return
    result = cognition.cinq_mots(*counts)

    assert result.apprentissage == int(row["score_apprentissage"])
    assert result.memoire == int(row["score_memoire"])
    assert result.total == int(row["score_total_10"])
    assert result.pondere == int(row["score_pondere_20"])
    assert result.lecture_dubois == row["dubois2002_le9"]
    assert result.lecture_pratique == row["lecture_pratique"]
    assert result.profil == row["profil_pedagogique"]


@pytest.mark.parametrize(
    ("counts", "dubois", "pratique"),
    [
        ((5, 0, 5, 0), "negatif", "normal"),
        ((5, 0, 4, 0), "positif", "limite"),
        ((5, 0, 3, 0), "positif", "anormal"),
    ],
)
def test_cinq_mots_readings_on_both_sides_of_9_and_8(counts, dubois, pratique):
    result = cognition.cinq_mots(*counts)
    assert (result.lecture_dubois, result.lecture_pratique) == (dubois, pratique)


@pytest.mark.parametrize(("rld", "profil"), [(3, "recuperation"), (4, "normal")])
def test_cueing_that_restores_everything_is_recuperation_up_to_three_free_words(rld, profil):
    assert cognition.cinq_mots(5, 0, rld, 5 - rld).profil == profil


@given(st.integers(0, 4), st.integers(0, 5), st.data())
def test_one_more_free_word_never_lowers_a_score(rli, rld, data):
    rii = data.draw(st.integers(0, 4 - rli))
    rid = data.draw(st.integers(0, 5 - rld))
    fewer, more = cognition.cinq_mots(rli, rii, rld, rid), cognition.cinq_mots(rli + 1, rii, rld, rid)

    assert more.total == fewer.total + 1
    assert more.pondere == fewer.pondere + 2


@pytest.mark.parametrize("count", [None, True, 2.5, float("nan"), "3", 6, -1])
def test_cinq_mots_refuse_what_is_not_a_count(count):
    with pytest.raises(ValueError, match="Rappel indicé différé"):
        cognition.cinq_mots(5, 0, 0, count)
