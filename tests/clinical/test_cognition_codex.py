"""Codex, from observations worked out by hand."""

from itertools import product

import pytest

from asalee_training.clinical import cognition
from tests.clinical.vecteurs import table


@pytest.mark.parametrize("row", table("cognition_codex.csv"), ids=lambda row: row["id"])
def test_codex_follows_the_table(row):
    clock = ("horloge_tous_chiffres", "horloge_position", "horloge_2_aiguilles", "horloge_heure")
    arguments = [int(row["mots_rappeles_0_3"]), *(row[name] == "1" for name in clock)]
    orientation = int(row["orientation_0_5"]) if row["orientation_0_5"] else None
    if row["erreur"]:
        with pytest.raises(ValueError, match="Orientation"):
            cognition.codex(*arguments, orientation)
        return
    result = cognition.codex(*arguments, orientation)

    assert (result.categorie, result.probabilite) == (row["categorie"], row["probabilite"])
    assert result.etape2 == (row["etape2_utilisee"] == "1")
    assert result.positif == (row["positif_C_ou_D"] == "1")


def test_codex_clock_is_normal_only_with_its_four_criteria():
    for clock in product((False, True), repeat=4):
        assert cognition.codex(3, *clock, orientation=5).categorie == ("A" if all(clock) else "B")


@pytest.mark.parametrize(("orientation", "categorie"), [(3, "C"), (4, "B")])
def test_codex_orientation_turns_between_3_and_4(orientation, categorie):
    assert cognition.codex(2, True, True, True, True, orientation).categorie == categorie


@pytest.mark.parametrize(
    "arguments", [(4, True, True, True, True), (3, 1, True, True, True), (3, False, None, True, True)]
)
def test_codex_refuses_impossible_observations(arguments):
    with pytest.raises(ValueError, match=r"Mots|Tous|Position"):
        cognition.codex(*arguments, orientation=5)
