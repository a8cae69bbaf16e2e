"""Case finding: five questions under three rules, eligibility, mini-spirometry."""

import math
from itertools import product

import pytest

from asalee_training.clinical.spirometrie import reperage
from asalee_training.clinical.spirometrie.reperage import cinq_questions, mini_spirometrie
from tests.clinical.vecteurs import document

REGLES = ("has", "gold_cnmr", "formathon")


def test_the_five_questions_are_those_of_the_questionnaire_in_order():
    instruments = document("tobacco_instruments.json")
    questions = [text.replace("\u202f", " ") for text in reperage.textes_cinq_questions()]

    assert questions == instruments["questionnaire_bpco_5"]["items"]


@pytest.mark.parametrize(
    ("answers", "has", "gold_cnmr", "formathon"),
    [
        (".....", False, False, False),
        ("...X.", False, False, False),
        ("...XX", True, False, False),  # over 40 and tobacco, without symptom
        ("X..X.", True, False, False),
        ("XXX..", True, True, False),  # three symptoms, young, never smoked
        ("X..XX", True, True, True),
        (".X.XX", True, True, True),
        ("..XXX", True, True, True),
        ("XX..X", True, True, False),
        ("XXXXX", True, True, True),
    ],
)
def test_the_three_published_rules_disagree_and_are_told_apart(answers, has, gold_cnmr, formathon):
    given_ = [answer == "X" for answer in answers]
    results = [cinq_questions(*given_, regle) for regle in REGLES]

    assert [result.alerte for result in results] == [has, gold_cnmr, formathon]
    assert {result.oui for result in results} == {answers.count("X")}
    assert {result.symptomes for result in results} == {answers[:3].count("X")}
    assert cinq_questions(*given_).alerte is has  # teaching default


@pytest.mark.parametrize("regle", REGLES)
@pytest.mark.parametrize("position", range(5))
def test_an_alert_never_disappears_when_an_answer_becomes_oui(regle, position):
    for answers in product((False, True), repeat=5):
        more = [*answers[:position], True, *answers[position + 1 :]]
        assert cinq_questions(*more, regle).alerte >= cinq_questions(*answers, regle).alerte


@pytest.mark.parametrize("answer", [None, 1, 0, "oui", math.nan])
@pytest.mark.parametrize("position", range(5))
def test_cinq_questions_refuses_a_missing_answer_and_an_unknown_rule(answer, position):
    answers = [False] * 5
    answers[position] = answer
    with pytest.raises(ValueError, match=rf"Question {position + 1}.*vrai ou faux"):
        cinq_questions(*answers)
    with pytest.raises(ValueError, match=r"Règle.*formathon, gold_cnmr, has"):
        cinq_questions(*[False] * 5, regle="gold")


@pytest.mark.parametrize(
    ("age", "pa", "has_10", "usage_20"),
    [
        (40, 10, True, False),
        (39.9, 30, False, False),
        (40, 9.9, False, False),
        (40, 19.9, True, False),
        (40, 20, True, True),
        (75, 45, True, True),
        (55, 3 * 0.1 / 0.03, True, False),  # 10 in arithmetic, 9.999… or 10.000…1 here
    ],
)
def test_eligibility_on_both_sides_of_age_and_pack_years(age, pa, has_10, usage_20):
    assert reperage.eligible_spirometrie(age, pa) is has_10
    assert reperage.eligible_spirometrie(age, pa, "usage_20_pa") is usage_20


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ((52, 30, True, 0), ("tabac",)),
        ((52, 30, True, 1), ("symptomes_et_exposition", "tabac")),
        ((52, 0, True, 1), ("symptomes_et_exposition",)),  # an exposed miner who never smoked
        ((52, 0, False, 3), ()),
        ((40, 5, True, 2), ()),  # « plus de 40 ans »
        ((40.1, 5, True, 2), ("symptomes_et_exposition",)),
        ((34, 8, True, 2), ()),
    ],
)
def test_motifs_spirometrie_says_why_to_propose_a_spirometry(person, expected):
    assert reperage.motifs_spirometrie(*person) == expected


PERSON = {"age": 52, "paquets_annees": 30, "exposition": True, "symptomes": 1}


@pytest.mark.parametrize(
    ("change", "named"),
    [
        *(({"age": value}, r"Âge.*de 0 à 120 ans") for value in (None, True, math.nan, "52", -1, 121)),
        *(({"paquets_annees": value}, r"Paquets-années.*de 0 à 300") for value in (None, True, math.inf, "3", -1, 301)),
        *(({"exposition": value}, r"Exposition.*vrai ou faux") for value in (None, 1, "oui")),
        *(({"symptomes": value}, r"symptômes.*de 0 à 3") for value in (None, True, -1, 4, 1.5)),
        ({"critere": "15_pa"}, r"Critère.*has_10_pa, usage_20_pa"),
    ],
)
def test_motifs_spirometrie_refuses_an_impossible_person(change, named):
    with pytest.raises(ValueError, match=named):
        reperage.motifs_spirometrie(**{**PERSON, **change})


@pytest.mark.parametrize(
    ("lecture", "limit"), [("rapport_fixe", 77), ("lin", 75), ("vorilhon", 70)]
)  # SPLF commentary of a study of 2 911 adults; Vorilhon 2013
def test_each_mini_spirometry_reading_is_positive_below_its_published_cut_off(lecture, limit):
    found = [mini_spirometrie(value, False, lecture).positif for value in (limit - 0.1, limit, limit + 0.1)]

    assert found == [True, False, False]


@pytest.mark.parametrize("lecture", reperage.LECTURES_MINI)
def test_a_full_spirometry_follows_below_77_or_with_symptoms_whatever_the_reading(lecture):
    assert mini_spirometrie(76.9, False, lecture).spirometrie_complete
    assert not mini_spirometrie(77, False, lecture).spirometrie_complete
    assert mini_spirometrie(90, True, lecture).spirometrie_complete


@pytest.mark.parametrize("rapport", [None, True, math.nan, math.inf, "74", 0.74, 100.1])
def test_mini_spirometrie_refuses_a_fraction(rapport):
    with pytest.raises(ValueError, match=r"VEMS/VEM6.*de 10 à 100.*58,9 et non 0,589"):
        mini_spirometrie(rapport, False)
    with pytest.raises(ValueError, match="Symptômes"):
        mini_spirometrie(74, 1)
    with pytest.raises(ValueError, match=r"Lecture.*lin, rapport_fixe, vorilhon"):
        mini_spirometrie(74, False, "has")
