"""Memory complaint and precariousness, from answers worked out by hand."""

from itertools import product

import pytest

from asalee_training.clinical import cognition
from tests.clinical.vecteurs import table


@pytest.mark.parametrize("row", table("cognition_mcnair15.csv"), ids=lambda row: row["id"])
def test_mcnair15_follows_the_table(row):
    result = cognition.mcnair15([int(item) for item in row["items_0_3"].split("|")])

    assert result.score == int(row["score_45"])
    assert result.plainte_importante == (row["plainte_significative_gt15"] == "1")


@pytest.mark.parametrize("reponses", [None, "111", [1] * 14, [1] * 16, [1] * 14 + [4], [1] * 14 + [True]])
def test_mcnair15_refuses_what_is_not_fifteen_answers(reponses):
    with pytest.raises(ValueError, match="McNair"):
        cognition.mcnair15(reponses)


@pytest.mark.parametrize("row", table("cognition_epices.csv"), ids=lambda row: row["id"])
def test_epices_follows_the_table(row):
    result = cognition.epices(["oui" if row[f"q{item}"] == "1" else "non" for item in range(1, 12)])

    assert result.score == float(row["score_0_100"])
    assert result.precarite == (row["precarite_ge_30_17"] == "1")


def test_epices_goes_from_0_to_100_and_turns_at_30_17():
    scores = [cognition.epices(answers) for answers in product(("oui", "non"), repeat=11)]
    poor = {result.score for result in scores if result.precarite}
    others = {result.score for result in scores if not result.precarite}

    assert (min(others), max(poor)) == (0.0, 100.0)
    assert (max(others), min(poor)) == (29.59, 30.17)  # some answers fall exactly on the threshold


@pytest.mark.parametrize("reponses", [None, "oui", ["oui"] * 10, ["oui"] * 12, ["oui"] * 10 + [1]])
def test_epices_refuses_what_is_not_eleven_answers(reponses):
    with pytest.raises(ValueError, match="EPICES"):
        cognition.epices(reponses)
