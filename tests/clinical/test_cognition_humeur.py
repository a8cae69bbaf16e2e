"""Mood: mini-GDS and GDS-15, from answers worked out by hand."""

import pytest

from asalee_training.clinical import cognition
from tests.clinical.vecteurs import table


@pytest.mark.parametrize("row", table("cognition_mini_gds.csv"), ids=lambda row: row["id"])
def test_mini_gds_follows_its_sixteen_combinations(row):
    names = ("decourage_triste", "vie_vide", "heureux_plupart_du_temps", "situation_desesperee")
    result = cognition.mini_gds(*(row[name] for name in names))

    assert result.score == int(row["score_4"])
    assert result.positif == result.question_suicidaire == (row["positif_ge1"] == "1")


def test_mini_gds_counts_happiness_the_other_way():
    assert cognition.mini_gds("non", "non", "oui", "non").score == 0
    assert cognition.mini_gds("non", "non", "non", "non").score == 1


@pytest.mark.parametrize("reponse", [None, True, 1, "Oui", "peut-être", ""])
def test_mini_gds_refuses_another_answer(reponse):
    with pytest.raises(ValueError, match=r"Mini-GDS, heureux.*non, oui"):
        cognition.mini_gds("non", "non", reponse, "non")


@pytest.mark.parametrize("row", table("cognition_gds15.csv"), ids=lambda row: row["id"])
def test_gds15_follows_its_key(row):
    result = cognition.gds15(row["reponses_1_15"].split("|"))

    assert result.score == int(row["score_15"])
    assert result.classe == row["classe"].split("_")[0]
    assert result.positif == (row["positif_gt5"] == "1")


def test_gds15_key_has_ten_items_one_way_and_five_the_other():
    assert cognition.gds15(["oui"] * 15).score == 10
    assert cognition.gds15(["non"] * 15).score == 5
    for item in range(15):
        answers = ["oui"] * 15
        answers[item] = "non"
        assert cognition.gds15(answers).score == (11 if item + 1 in (1, 5, 7, 11, 13) else 9)


@pytest.mark.parametrize(
    ("score", "classe", "positif"),
    [
        (4, "normal", False),
        (5, "leger", False),
        (6, "leger", True),
        (8, "leger", True),
        (9, "modere", True),
        (11, "modere", True),
        (12, "severe", True),
    ],
)
def test_gds15_on_both_sides_of_each_band(score, classe, positif):
    cotees = ["non" if item in (1, 5, 7, 11, 13) else "oui" for item in range(1, 16)]
    autres = {"oui": "non", "non": "oui"}
    answers = [reponse if item < score else autres[reponse] for item, reponse in enumerate(cotees)]

    assert cognition.gds15(answers) == cognition.Gds15(score, classe, positif, positif)


@pytest.mark.parametrize("reponses", [None, "oui", ["oui"] * 14, ["oui"] * 16, ["oui"] * 14 + [1], 15])
def test_gds15_refuses_what_is_not_fifteen_answers(reponses):
    with pytest.raises(ValueError, match="GDS-15"):
        cognition.gds15(reponses)
