"""The clock in every scoring, from drawings worked out by hand."""

import json
import re
import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asalee_training.clinical import cognition
from tests.clinical.vecteurs import table


def plain(text):
    """Without accents or apostrophes: the anchors were written again with their typography."""
    letters = unicodedata.normalize("NFKD", text.replace("’", " "))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@pytest.mark.parametrize("row", table("cognition_horloge7.csv"), ids=lambda row: row["id"])
def test_horloge_counts_its_seven_criteria(row):
    criteres = {nom: row[nom] == "1" for nom in cognition.CRITERES}
    result = cognition.horloge(**criteres)

    assert (result.score, result.lecture) == (int(row["score7"]), row["lecture"])
    assert cognition.horloge(*criteres.values()) == result


@pytest.mark.parametrize("critere", [None, 1, 0, "oui", 1.0])
def test_horloge_refuses_a_criterion_that_is_not_true_or_false(critere):
    with pytest.raises(ValueError, match="Horloge, tailles"):
        cognition.horloge(True, True, True, True, True, True, critere)


@pytest.mark.parametrize("row", table("cognition_horloge_geometrie.csv"), ids=lambda row: row["description"])
def test_horloge_depuis_dessin_follows_the_table(row):
    result = cognition.horloge_depuis_dessin(
        row["heure"], json.loads(row["chiffres_json"]), json.loads(row["aiguilles_json_longueur_angle"])
    )
    columns = [name for name in row if name.startswith("i") and name[1].isdigit()]

    assert [int(met) for met in result.criteres.values()] == [int(row[name]) for name in columns]
    assert result.score == int(row["score7"])
    assert result.codex_normale == (row["codex_horloge_normale"] == "1")
    assert result.minicog == int(row["minicog_0_2"])
    assert [int(met) for met in result.gpcog.values()] == [int(row["gpcog_chiffres"]), int(row["gpcog_aiguilles"])]
    assert cognition.horloge(**result.criteres).lecture == result.lecture


CADRAN = [[nombre, 30 * nombre % 360] for nombre in range(1, 13)]


@pytest.mark.parametrize(("gap", "met"), [(15, True), (-15, True), (15.1, False), (-15.1, False)])
def test_a_number_and_a_hand_are_in_place_within_15_degrees(gap, met):
    turned = [[nombre, angle + gap] for nombre, angle in CADRAN]

    assert cognition.horloge_depuis_dessin("11:10", turned, []).criteres["position"] == met
    hands = [[0.5, 335 + gap], [0.8, 60]]
    assert cognition.horloge_depuis_dessin("11:10", CADRAN, hands).criteres["aiguille_heure"] == met


@pytest.mark.parametrize(("short", "met"), [(0.71, True), (0.719, True), (0.72, False), (0.8, False)])
def test_hands_differ_when_the_short_one_is_below_nine_tenths(short, met):
    result = cognition.horloge_depuis_dessin("11:10", CADRAN, [[short, 335], [0.8, 60]])

    assert result.criteres["tailles"] == met
    assert result.codex["deux_aiguilles"] == met
    assert result.score == (7 if met else 6)


def test_a_missing_number_costs_presence_order_and_position():
    result = cognition.horloge_depuis_dessin("11:10", CADRAN[:-1], [[0.5, 335], [0.8, 60]])

    assert result.score == 4
    assert result.minicog == 0


@pytest.mark.parametrize(("gap", "minicog", "chiffres"), [(15, 2, True), (16, 0, False)])
def test_mini_cog_and_gpcog_place_numbers_within_15_degrees(gap, minicog, chiffres):
    turned = [[nombre, angle + gap] for nombre, angle in CADRAN]
    result = cognition.horloge_depuis_dessin("11:10", turned, [[0.5, 335], [0.8, 60]])

    assert (result.minicog, result.gpcog["chiffres"]) == (minicog, chiffres)


@pytest.mark.parametrize("lengths", [(0.5, 0.8), (0.8, 0.5), (0.8, 0.8)])
def test_only_our_scoring_and_the_codex_look_at_the_length_of_hands(lengths):
    short, long = lengths
    result = cognition.horloge_depuis_dessin("11:10", CADRAN, [[short, 335], [long, 60]])

    assert (result.minicog, result.gpcog) == (2, {"chiffres": True, "aiguilles": True})
    assert result.codex_normale == (result.score == 7) == (short < long)


@pytest.mark.parametrize("row", table("cognition_horloge_sunderland10.csv"), ids=lambda row: row["score"])
def test_horloge_sunderland_follows_its_anchors(row):
    result = cognition.horloge_sunderland(int(row["score"]))

    assert result.niveau == int(row["score"])
    assert result.cadran_intact == (row["partie_intacte_6_10"] == "1")
    assert result.lecture == row["lecture_seuil_lt6"]
    words, written = (set(re.findall(r"\w{4,}", plain(text))) for text in (result.ancre, row["ancre_pedagogique"]))
    assert words == written


@pytest.mark.parametrize("niveau", [0, 11, 5.5, None, True, "6", float("nan")])
def test_horloge_sunderland_refuses_a_level_outside_1_to_10(niveau):
    with pytest.raises(ValueError, match="Niveau de l’horloge"):
        cognition.horloge_sunderland(niveau)


def test_horloge_4_counts_its_four_criteria():
    for criteres in product((False, True), repeat=4):
        assert cognition.horloge_4(*criteres) == sum(criteres)


@pytest.mark.parametrize("critere", [None, 1, "oui"])
def test_horloge_4_refuses_a_criterion_that_is_not_true_or_false(critere):
    with pytest.raises(ValueError, match="aiguilles"):
        cognition.horloge_4(True, True, True, critere)


@given(st.floats(-360, 360))
def test_a_whole_turn_changes_nothing(turn):
    whole = 360 if turn > 0 else -360
    clock = [[nombre, angle + whole] for nombre, angle in CADRAN]

    assert cognition.horloge_depuis_dessin("3h25", clock, [[0.5, 102.5], [0.8, 150]]).score == 7


@pytest.mark.parametrize(
    ("heure", "chiffres", "aiguilles"),
    [
        ("25:10", CADRAN, []),
        ("11 h", CADRAN, []),
        (None, CADRAN, []),
        ("11:10", None, []),
        ("11:10", [[1]], []),
        ("11:10", [["un", 30]], []),
        ("11:10", [[1, float("nan")]], []),
        ("11:10", CADRAN, [[True, 30]]),
        ("11:10", CADRAN, [[-0.5, 30]]),
        ("11:10", CADRAN * 10, []),
    ],
)
def test_an_impossible_drawing_is_refused(heure, chiffres, aiguilles):
    with pytest.raises(ValueError, match=r"Heure|[Cc]hiffre|[Aa]iguille"):
        cognition.horloge_depuis_dessin(heure, chiffres, aiguilles)
