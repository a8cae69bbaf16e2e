"""Five words, clock (every scoring) and Codex, from scores worked out by hand."""

import csv
import json
import re
import unicodedata
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asalee_training.clinical import cognition

DATA = Path(__file__).parent / "data"


def table(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(text):
    """Without accents or apostrophes: the anchors were written again with their typography."""
    letters = unicodedata.normalize("NFKD", text.replace("’", " "))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


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
