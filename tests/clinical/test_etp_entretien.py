"""Motivational interviewing: measures of the carer from counts, and their levels."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import etp, inputs
from tests.clinical.vecteurs import expected, rounded, table

MITI = {
    "reflets_simples": "reflet_simple",
    "reflets_complexes": "reflet_complexe",
    "questions_ouvertes": "question_ouverte",
    "questions_fermees": "question_fermee",
    "valorisations": "valorisation",
    "collaborations": "collaboration",
    "autonomies": "autonomie",
    "persuasions": "persuader",
    "confrontations": "confronter",
}
COMPTES = dict.fromkeys(MITI, 1)
IMPOSSIBLE = [None, True, "3", float("nan"), float("inf"), -1, 2.5, 501]


@pytest.mark.parametrize("row", table("cognition_etp_miti.csv"), ids=lambda row: row["id"])
def test_metriques_and_levels_follow_the_worked_examples(row):
    result = etp.metriques(**{name: int(row[column]) for name, column in MITI.items()})

    assert rounded(result.ratio_rq) == expected(row["ratio_R_Q"])
    assert rounded(result.part_reflets_complexes) == expected(row["pct_reflets_complexes"])
    assert rounded(result.part_questions_ouvertes) == expected(row["pct_questions_ouvertes"])
    assert result.adherent == int(row["total_EM_adherent"])
    assert result.non_adherent == int(row["total_EM_non_adherent"])
    for mesure, valeur, column in (
        ("ratio_rq", result.ratio_rq, "niveau_RQ"),
        ("part_reflets_complexes", result.part_reflets_complexes, "niveau_pctRC"),
        ("relationnel", float(row["global_relationnel"]), "niveau_relationnel"),
        ("technique", float(row["global_technique"]), "niveau_technique"),
    ):
        assert (etp.niveau(mesure, valeur) or "") == row[column]


def test_a_measure_divided_by_zero_is_none_and_says_why():
    result = etp.metriques(**dict.fromkeys(MITI, 0))

    assert (result.ratio_rq, result.part_reflets_complexes, result.part_questions_ouvertes) == (None, None, None)
    assert set(result.non_calculables) == {"ratio_rq", "part_reflets_complexes", "part_questions_ouvertes"}
    assert result.non_calculables["ratio_rq"] == "Aucune question n’a été codée."
    assert result.non_calculables["part_reflets_complexes"] == "Aucun reflet n’a été codé."
    assert etp.metriques(**COMPTES).non_calculables == {}


@pytest.mark.parametrize(
    ("mesure", "correct", "bon", "lowest", "highest"),  # MITI 4.2, PMC9461167, table 3
    [
        ("ratio_rq", 1, 2, 0, 1000),
        ("part_reflets_complexes", 0.40, 0.50, 0, 1),
        ("relationnel", 3.5, 4, 1, 5),
        ("technique", 3, 4, 1, 5),
    ],
)
def test_niveau_on_both_sides_of_each_published_threshold(mesure, correct, bon, lowest, highest):
    values = (lowest, correct - 0.001, correct, correct + 0.001, bon - 0.001, bon, bon + 0.001, highest)

    assert [etp.niveau(mesure, value) for value in values] == ["insuffisant"] * 2 + ["correct"] * 3 + ["bon"] * 3
    assert etp.niveau(mesure, None) is None


@pytest.mark.parametrize(
    ("reflets", "questions", "niveau"), [((2, 0), (3, 0), "insuffisant"), ((3, 0), (1, 2), "correct")]
)
def test_a_ratio_computed_from_counts_meets_its_threshold_exactly(reflets, questions, niveau):
    counts = dict.fromkeys(MITI, 0) | {
        "reflets_simples": reflets[0],
        "questions_ouvertes": questions[0],
        "questions_fermees": questions[1],
    }
    assert etp.niveau("ratio_rq", etp.metriques(**counts).ratio_rq) == niveau


@pytest.mark.parametrize("name", list(MITI))
@pytest.mark.parametrize("count", IMPOSSIBLE)
def test_metriques_refuses_an_impossible_count(name, count):
    with pytest.raises(ValueError, match="0 à 500"):
        etp.metriques(**{**COMPTES, name: count})


@pytest.mark.parametrize(
    ("mesure", "valeur", "message"),
    [
        ("part_reflets_complexes", 50, "50 est hors des valeurs acceptées, de 0 à 1"),  # a percentage
        ("part_reflets_complexes", float("nan"), "0 à 1"),
        ("ratio_rq", -0.1, "0 à 1000"),
        ("ratio_rq", float("inf"), "0 à 1000"),
        ("relationnel", 0.9, "1 à 5"),
        ("technique", 5.1, "1 à 5"),
        ("technique", "4", "« 4 »"),
        ("technique", True, "vrai"),
        ("ratio", 1, "Vouliez-vous écrire « ratio_rq »"),
        (None, 1, "rien"),
    ],
)
def test_niveau_refuses_what_is_not_a_measure(mesure, valeur, message):
    with pytest.raises(ValueError, match=inputs.typography(message).replace("?", r"\?")):
        etp.niveau(mesure, valeur)


def test_global_moyen_is_the_mean_of_two_ratings():
    assert etp.global_moyen(3, 4) == 3.5
    for wrong in (0, 6, 3.5, None, True, "4", float("nan")):
        with pytest.raises(ValueError, match=r"Première note globale.*1 à 5"):
            etp.global_moyen(wrong, 4)
        with pytest.raises(ValueError, match=r"Seconde note globale.*1 à 5"):
            etp.global_moyen(4, wrong)


@given(st.lists(st.integers(0, 60), min_size=9, max_size=9))
@settings(max_examples=60)
def test_shares_are_fractions_and_one_more_complex_reflection_never_lowers_its_share_nor_the_ratio(counts):
    before = dict(zip(MITI, counts, strict=True))
    less = etp.metriques(**before)
    more = etp.metriques(**{**before, "reflets_complexes": before["reflets_complexes"] + 1})

    for found in (less.part_reflets_complexes, less.part_questions_ouvertes):
        assert found is None or 0 <= found <= 1
    assert more.part_reflets_complexes >= (less.part_reflets_complexes or 0)
    assert (more.ratio_rq is None) == (less.ratio_rq is None)
    assert (more.ratio_rq or 0) >= (less.ratio_rq or 0)
