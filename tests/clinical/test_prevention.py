"""Campaigns, build, and the weight of a heart that fills, against numbers worked out by hand from the sources."""

import pytest

from asalee_training.clinical import corpulence, depistage, insuffisance_cardiaque


def test_of_a_thousand_women_most_of_those_with_an_image_to_check_have_no_cancer():
    sein = depistage.sein()
    # 8,7 % of 1 000; 7 per 1 000; 87 − 7; 150 to 300 of 100 000; 15 % of 7 is 1,05
    assert (sein.positives, sein.cancers, sein.sans_cancer) == (87, 7, 80)
    assert sein.deces_evites == (1.5, 3.0)
    assert (sein.intervalle, sein.inutiles) == (2, 1)


def test_of_a_thousand_tests_thirty_three_are_positive_and_eleven_people_have_something_to_remove():
    colon = depistage.colon()
    # 3,3 %; 7,2 %; 11 000 / 5,2 M = 2,1 per 1 000; 48 000 / 5,2 M = 9,2 per 1 000
    assert (colon.positifs, colon.illisibles, colon.cancers, colon.adenomes) == (33, 72, 2, 9)


def test_half_of_the_colonoscopies_are_done_at_three_months():
    assert [depistage.coloscopies_faites(delai) for delai in depistage.DELAIS] == [5, 52, 87]
    with pytest.raises(ValueError, match="Délai"):
        depistage.coloscopies_faites("6_mois")


@pytest.mark.parametrize(
    ("imc", "classe"),
    [(18.4, "maigreur"), (18.5, "habituelle"), (24.9, "habituelle"), (25, "surpoids"), (29.9, "surpoids"),
     (30, "obesite")],
)  # fmt: skip
def test_the_class_of_a_bmi_begins_at_its_bound(imc, classe):
    assert corpulence.classe_imc(imc) == classe


@pytest.mark.parametrize(
    ("sexe", "tour", "classe"),
    [("femme", 80, "habituel"), ("femme", 81, "augmente"), ("femme", 88, "augmente"), ("femme", 89, "eleve"),
     ("homme", 94, "habituel"), ("homme", 95, "augmente"), ("homme", 102, "augmente"), ("homme", 103, "eleve")],
)  # fmt: skip
def test_the_class_of_a_waist_follows_the_sex(sexe, tour, classe):
    assert corpulence.classe_tour(sexe, tour) == classe


def test_no_build_is_assumed():
    for wrong in ("", None, "f"):
        with pytest.raises(ValueError, match="Sexe"):
            corpulence.classe_tour(wrong, 90)
    with pytest.raises(ValueError, match="IMC"):
        corpulence.classe_imc(5)


def test_two_kilos_in_three_days_is_not_yet_more_than_two_kilos():
    assert not insuffisance_cardiaque.alerte_poids([74.0, 74.6, 75.3, 76.0])
    assert insuffisance_cardiaque.alerte_poids([74.0, 74.6, 75.3, 76.1])


def test_a_slow_rise_passes_under_the_mark_of_weight():
    lente = [74.0 + 0.4 * jour for jour in range(8)]
    assert lente[-1] - lente[0] > 2
    assert not any(insuffisance_cardiaque.alerte_poids(lente[: jour + 1]) for jour in range(8))


def test_a_gain_is_counted_from_the_lowest_of_three_days_and_one_weight_gains_nothing():
    assert insuffisance_cardiaque.prise_recente_kg([75.0, 74.2, 75.1]) == pytest.approx(0.9)
    assert insuffisance_cardiaque.prise_recente_kg([70.0, 76.0, 76.0, 76.0, 76.2]) == pytest.approx(0.2)
    assert insuffisance_cardiaque.prise_recente_kg([74.0]) == 0
    with pytest.raises(ValueError, match="aucun poids"):
        insuffisance_cardiaque.prise_recente_kg([])
