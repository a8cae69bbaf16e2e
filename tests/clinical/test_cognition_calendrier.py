"""Who is offered a screening, and when it is done again."""

from datetime import date, datetime

import pytest

from asalee_training.clinical import cognition


@pytest.mark.parametrize(
    ("age", "situations", "motifs"),
    [
        (74.9, (), ()),
        (75, (), ("age",)),
        (60, ["inquietude_proche", "plainte"], ("plainte", "inquietude_proche")),
        (80, ["entree_residence"], ("entree_residence", "age")),
    ],
)
def test_a_screening_is_offered_from_75_years_or_for_a_reason(age, situations, motifs):
    assert cognition.motifs_de_reperage(age, situations) == motifs


def test_the_age_of_the_screening_is_a_parameter():
    assert cognition.motifs_de_reperage(70, (), age_min=70) == ("age",)


@pytest.mark.parametrize(
    ("age", "situations", "age_min"),
    [(None, (), 75), (7.5, (), 75), (75, "plainte", 75), (75, ["oubli"], 75), (75, None, 75), (75, (), True)],
)
def test_motifs_de_reperage_refuse_an_impossible_person(age, situations, age_min):
    with pytest.raises(ValueError, match=r"Âge|Situation"):
        cognition.motifs_de_reperage(age, situations, age_min)


@pytest.mark.parametrize(
    ("jour", "debut", "fin"),
    [
        (date(2025, 3, 10), date(2025, 9, 10), date(2026, 3, 10)),
        (date(2025, 8, 31), date(2026, 2, 28), date(2026, 8, 31)),
        (date(2023, 8, 31), date(2024, 2, 29), date(2024, 8, 31)),
        (date(2025, 12, 1), date(2026, 6, 1), date(2026, 12, 1)),
    ],
)
def test_a_reassessment_is_planned_6_to_12_months_later(jour, debut, fin):
    assert cognition.fenetre_reevaluation(jour) == (debut, fin)


@pytest.mark.parametrize(("second", "reutilisable"), [(date(2025, 6, 9), False), (date(2025, 6, 10), True)])
def test_the_same_list_waits_three_months(second, reutilisable):
    assert cognition.liste_reutilisable(date(2025, 3, 10), second) == reutilisable


@pytest.mark.parametrize("jour", [None, "2025-03-10", 20250310, datetime(2025, 3, 10), date(1800, 1, 1)])
def test_a_day_is_a_date(jour):
    with pytest.raises(ValueError, match=r"Jour des tests.*(n’est pas une date|hors des dates)"):
        cognition.fenetre_reevaluation(jour)
    with pytest.raises(ValueError, match=r"Second test.*(n’est pas une date|hors des dates)"):
        cognition.liste_reutilisable(date(2025, 1, 1), jour)


def test_two_tests_come_in_their_order():
    with pytest.raises(ValueError, match="vient avant"):
        cognition.liste_reutilisable(date(2025, 3, 10), date(2025, 3, 9))


@pytest.mark.parametrize("situations", [{"plainte": False}, "plainte", None])
def test_reasons_to_screen_are_a_list_of_what_is_present(situations):
    with pytest.raises(ValueError, match=r"Situation.*n’est pas une liste"):
        cognition.motifs_de_reperage(80, situations)
