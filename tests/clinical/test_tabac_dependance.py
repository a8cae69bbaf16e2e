"""Dependence on tobacco: Fagerström, HSI, CDS-5, Horn, HAD, from their forms and tables."""

import math
from itertools import product

import pytest

from asalee_training.clinical import reference_data, tabac
from asalee_training.clinical.tabac import dependance
from tests.clinical.tabacologie import INSTRUMENTS, NOT_A_NUMBER, plain

MINUTES, CIGARETTES = {3: 3, 2: 20, 1: 45, 0: 90}, {0: 8, 1: 15, 2: 25, 3: 40}


def answers(points):
    """Answers that earn these points, question by question."""
    delai, difficile, premiere, cigarettes, matin, malade = points
    return MINUTES[delai], bool(difficile), bool(premiere), CIGARETTES[cigarettes], bool(matin), bool(malade)


@pytest.mark.parametrize("vector", INSTRUMENTS["fagerstrom"]["vecteurs"], ids=lambda row: str(row["r"]))
def test_fagerstrom_of_the_worked_examples(vector):
    result = tabac.fagerstrom(*answers(vector["r"]))

    assert result.total == vector["total"]
    assert result.points == tuple(vector["r"])


FAGERSTROM_CLASSES = {
    "pas de dépendance": "pas_de_dependance",
    "dépendance faible": "faible",
    "dépendance moyenne": "moyenne",
    "dépendance modérée": "moderee",
    "dépendance forte": "forte",
    "dépendance forte ou très forte": "forte_ou_tres_forte",
}


def test_every_combination_of_answers_has_the_published_class():
    bands = INSTRUMENTS["fagerstrom"]["interpretation"]
    for points in product(range(4), (0, 1), (0, 1), range(4), (0, 1), (0, 1)):
        result = tabac.fagerstrom(*answers(points))
        words = next(words for low, high, words in bands if low <= sum(points) <= high)
        assert (result.total, result.classe) == (sum(points), FAGERSTROM_CLASSES[words])


def test_hsi_is_questions_1_and_4_with_the_published_classes():
    bands = INSTRUMENTS["hsi"]["interpretation"]
    for delai, cigarettes in product(range(4), repeat=2):
        result = tabac.hsi(MINUTES[delai], CIGARETTES[cigarettes])
        words = next(words for low, high, words in bands if low <= delai + cigarettes <= high)
        assert (result.total, result.classe) == (delai + cigarettes, FAGERSTROM_CLASSES[words])


@pytest.mark.parametrize(
    ("minutes", "points"), [(0, 3), (5, 3), (5.5, 2), (6, 2), (30, 2), (31, 1), (60, 1), (61, 0), (1440, 0)]
)
def test_points_of_the_first_cigarette_on_both_sides_of_each_limit(minutes, points):
    assert tabac.fagerstrom(minutes, False, False, 1, False, False).points[0] == points


@pytest.mark.parametrize(
    ("cigarettes", "points"), [(1, 0), (10, 0), (11, 1), (20, 1), (21, 2), (30, 2), (31, 3), (300, 3)]
)
def test_points_of_the_number_of_cigarettes_on_both_sides_of_each_limit(cigarettes, points):
    assert tabac.hsi(90, cigarettes).total == points


def test_the_questions_are_those_of_the_form():
    questions = tabac.questions_fagerstrom()
    form = INSTRUMENTS["fagerstrom"]["items"]

    assert [plain(text) for text in questions] == [item["q"] for item in form]
    assert [[plain(word) for word in words] for words in questions.values()] == [
        [word for word, _ in item["r"]] for item in form
    ]


ANSWERS = {
    "delai_premiere_min": 3,
    "difficile_de_s_abstenir": True,
    "premiere_la_plus_difficile": True,
    "cigarettes_par_jour": 25,
    "davantage_le_matin": True,
    "meme_malade": False,
}


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        *(("delai_premiere_min", value, r"Délai.*de 0 à 1440 min") for value in (*NOT_A_NUMBER, -1, 1441)),
        *(("cigarettes_par_jour", value, r"Cigarettes par jour.*1 à 300") for value in (*NOT_A_NUMBER, 0, 301, 2.5)),
        *(
            (name, value, "vrai ou faux")
            for name in ("difficile_de_s_abstenir", "premiere_la_plus_difficile", "davantage_le_matin", "meme_malade")
            for value in (None, 1, "oui", math.nan)
        ),
    ],
)
def test_fagerstrom_refuses_an_impossible_or_missing_answer(name, value, named):
    with pytest.raises(ValueError, match=named):
        tabac.fagerstrom(**{**ANSWERS, name: value})


@pytest.mark.parametrize("value", [*NOT_A_NUMBER, -1])
def test_hsi_refuses_an_impossible_answer(value):
    with pytest.raises(ValueError, match=r"Délai.*de 0 à 1440 min"):
        tabac.hsi(value, 20)
    with pytest.raises(ValueError, match=r"Cigarettes par jour.*de 1 à 300"):
        tabac.hsi(20, value)


CDS5 = {
    "dependance_0_100": 0,
    "cigarettes_par_jour": 0,
    "delai_premiere_min": 1440,
    "difficulte_arret": "tres_facile",
    "besoin_irresistible": "pas_du_tout_d_accord",
}


@pytest.mark.parametrize(
    ("number", "name"), [(0, "dependance_0_100"), (1, "cigarettes_par_jour"), (2, "delai_premiere_min")]
)
def test_cds5_points_on_both_limits_of_every_band(number, name):
    for low, high, points in INSTRUMENTS["cds5"]["items"][number]["cuts"]:
        for value in (low, min(high, 300 if name == "cigarettes_par_jour" else 1440)):
            assert tabac.cds5(**{**CDS5, name: value}) == 4 + points


def test_cds5_words_and_range():
    for number, name in ((3, "difficulte_arret"), (4, "besoin_irresistible")):
        words = [points for _, points in INSTRUMENTS["cds5"]["items"][number]["r"]]
        table = reference_data.document("tabac_questionnaires")["cds5"][name]
        assert list(table.values()) == words
        assert [tabac.cds5(**{**CDS5, name: word}) for word in table] == [4 + points for points in words]
    worst = (100, 40, 0, "impossible", "tout_a_fait_d_accord")
    assert [tabac.cds5(**CDS5), tabac.cds5(*worst)] == INSTRUMENTS["cds5"]["etendue"]


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        *(("dependance_0_100", value, r"Dépendance.*de 0 à 100") for value in (*NOT_A_NUMBER, 101)),
        *(("cigarettes_par_jour", value, r"Cigarettes.*de 0 à 300") for value in (*NOT_A_NUMBER, 301)),
        *(("delai_premiere_min", value, r"Délai.*de 0 à 1440") for value in (*NOT_A_NUMBER, -1)),
        ("difficulte_arret", "difficile", r"Difficulté.*tres_facile"),
        ("besoin_irresistible", None, r"Besoin.*plutot_d_accord"),
    ],
)
def test_cds5_refuses_an_impossible_or_missing_answer(name, value, named):
    with pytest.raises(ValueError, match=named):
        tabac.cds5(**{**CDS5, name: value})


def test_horn_marks_the_dimensions_from_11():
    horn = INSTRUMENTS["horn"]
    totals = dict.fromkeys(dependance.DIMENSIONS_HORN, horn["seuil_marque"] - 1)

    assert len(totals) == len(horn["dimensions"])
    assert tabac.horn(totals) == ()
    assert tabac.horn({**totals, "relaxation": horn["seuil_marque"], "stimulation": 15}) == (
        "stimulation",
        "relaxation",
    )
    for bad in (None, {}, {"relaxation": 12}, {**totals, "ennui": 3}):
        with pytest.raises(ValueError, match=r"Horn.*anxiete_soutien"):
            tabac.horn(bad)
    for value in (*NOT_A_NUMBER, 2, 16, 3.5):
        with pytest.raises(ValueError, match=r"Horn, relaxation.*3 à 15"):
            tabac.horn({**totals, "relaxation": value})


def test_had_reads_a_total_in_the_published_bands():
    for low, high, words in INSTRUMENTS["had"]["seuils"]:
        assert {tabac.had(low), tabac.had(high)} == {words}
    for value in (*NOT_A_NUMBER, -1, 22, 7.5):
        with pytest.raises(ValueError, match=r"HAD.*de 0 à 21"):
            tabac.had(value)
