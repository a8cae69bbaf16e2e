"""Blood pressure at the office and outside: profiles, classes and grades on both sides of each threshold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import tension
from tests.clinical.vecteurs import not_numbers, table

NOT_NUMBERS = not_numbers(120)
PROFILS = {
    "effet/HTA blouse blanche": "blouse_blanche",
    "HTA masquee": "masquee",
    "HTA confirmee": "permanente",
    "normotension": "normale",
}


@pytest.mark.parametrize(
    "row", table("score2_cv_bp_classification_vectors.csv"), ids=lambda r: f"{r['office_sbp']}-{r['home_mean_sbp']}"
)
def test_office_class_home_class_and_profile_follow_the_worked_table(row):
    office = int(row["office_sbp"]), int(row["office_dbp"])
    home = int(row["home_mean_sbp"]), int(row["home_mean_dbp"])
    found = tension.conclusion(*office, *home, "automesure", traite=False)

    grades = {"PA <140/90": 0, "HTA grade 1": 1, "HTA grade 2": 2, "HTA grade 3": 3}
    assert tension.grade_cabinet(*office) == found.grade_cabinet == grades[row["office_class_ESH"]]
    assert found.classe_hors_cabinet == row["home_class_135_85"]
    assert found.profil == PROFILS[row["conclusion_untreated"]]


@pytest.mark.parametrize(
    ("office", "home", "said"),
    [
        ((156, 94), (128, 79), "élevée au cabinet, normale hors cabinet"),
        ((134, 84), (141, 89), "normale au cabinet, élevée hors cabinet"),
        ((148, 88), (137, 82), "élevée au cabinet et hors cabinet"),
        ((128, 78), (124, 76), "normale au cabinet et hors cabinet"),
    ],
)
def test_the_words_of_a_profile_say_what_was_measured_and_the_treatment_and_no_diagnosis(office, home, said):
    found = [tension.conclusion(*office, *home, "automesure", traite) for traite in (False, True)]

    assert [conclusion.libelle for conclusion in found] == [
        f"Pression {said}\u202f: le médecin conclut",
        f"Sous traitement, pression {said}\u202f: le médecin conclut",
    ]
    assert not any(word in c.libelle for c in found for word in ("HTA", "hypertension", "contrôlée", "confirmée"))
    assert found[0].profil == found[1].profil


def test_a_severe_office_pressure_is_told_whatever_the_profile():
    found = tension.conclusion(182, 104, 128, 79, "automesure", False)

    assert (found.profil, found.severe) == ("blouse_blanche", True)


@pytest.mark.parametrize(
    ("methode", "pas", "pad"),
    [("automesure", 135, 85), ("mapa_24h", 130, 80), ("mapa_jour", 135, 85), ("mapa_nuit", 120, 70)],
)
def test_classe_hors_cabinet_on_both_sides_of_each_threshold(methode, pas, pad):
    assert tension.classe_hors_cabinet(pas - 0.1, pad - 0.1, methode) == "normale"
    assert tension.classe_hors_cabinet(pas, pad - 10, methode) == "elevee"
    assert tension.classe_hors_cabinet(pas - 10, pad, methode) == "elevee"
    assert tension.classe_hors_cabinet(pas + 0.1, pad - 10, methode) == "elevee"


@pytest.mark.parametrize(
    ("pas", "pad", "classe"),
    [  # ESH 2023, J Hypertens 2023;41:1874
        (119, 79, "optimale"),
        (120, 79, "normale"),
        (119, 80, "normale"),
        (129, 84, "normale"),
        (130, 84, "normale_haute"),
        (129, 85, "normale_haute"),
        (139, 89, "normale_haute"),
        (140, 89, "grade_1"),
        (139, 90, "grade_1"),
        (159, 99, "grade_1"),
        (160, 99, "grade_2"),
        (159, 100, "grade_2"),
        (179, 109, "grade_2"),
        (180, 109, "grade_3"),
        (179, 110, "grade_3"),
        (145, 112, "grade_3"),  # the higher of the two
        (182, 70, "grade_3"),
    ],
)
def test_classe_cabinet_on_both_sides_of_each_threshold(pas, pad, classe):
    assert tension.classe_cabinet(pas, pad) == classe
    assert tension.grade_cabinet(pas, pad) == (int(classe[-1]) if classe[-1].isdigit() else 0)
    assert tension.severe(pas, pad) == (classe == "grade_3")
    assert tension.a_confirmer_hors_cabinet(pas, pad) == (classe in ("grade_1", "grade_2"))


@pytest.mark.parametrize(
    ("pas", "pad", "classe"),
    [  # ESC 2024, Eur Heart J 2024;45:3912
        (119, 69, "non_elevee"),
        (120, 69, "elevee"),
        (119, 70, "elevee"),
        (139, 89, "elevee"),
        (140, 89, "hypertension"),
        (139, 90, "hypertension"),
    ],
)
def test_classe_cabinet_in_the_words_of_the_esc(pas, pad, classe):
    assert tension.classe_cabinet(pas, pad, "esc_2024") == classe


@given(pas=st.integers(90, 290), pad=st.integers(40, 80), more=st.integers(0, 9), low=st.integers(0, 9))
@settings(max_examples=60)
def test_the_grade_never_falls_when_a_pressure_rises(pas, pad, more, low):
    assert tension.grade_cabinet(pas + more, pad) >= tension.grade_cabinet(pas, pad)
    assert tension.grade_cabinet(pas, pad + low) >= tension.grade_cabinet(pas, pad)


def test_moyenne_cabinet_keeps_the_last_two_of_three():
    moyenne = tension.moyenne_cabinet([(154, 95), (149, 93), (147, 91)])  # vignette V14: 148/92, not 150/93

    assert (moyenne.pas_mmhg, moyenne.pad_mmhg, moyenne.nombre) == (148, 92, 2)
    assert tension.moyenne_cabinet([[190, 99], [154, 95], [149, 93], [147, 91]]) == moyenne


@pytest.mark.parametrize(
    ("mesures", "named"),
    [
        ([(154, 95), (149, 93)], "2 au lieu d’au moins 3"),
        ([], "0 au lieu d’au moins 3"),
        (None, "Mesures"),
        ("154/95", "Mesures"),
        ([154, 149, 147], "154 n’est pas un couple"),
        ([(154, 95), (149, 93), (147,)], "n’est pas un couple"),
        ([(154, 95), (149, 93), "14"], "n’est pas un couple"),
        ([(95, 154), (149, 93), (147, 91)], "inversées|PAD"),
        ([(154, None), (149, 93), (147, 91)], "PAD"),
    ],
)
def test_moyenne_cabinet_refuses_fewer_than_three_readings(mesures, named):
    with pytest.raises(ValueError, match=named):
        tension.moyenne_cabinet(mesures)


@pytest.mark.parametrize(
    ("droit", "gauche", "cote", "ecart", "lecture"),
    [
        (130, 130, "indifferent", 0, "banal"),
        (130, 120, "droit", 10, "banal"),
        (131, 120, "droit", 11, "bras_le_plus_haut"),
        (120, 140, "gauche", 20, "bras_le_plus_haut"),
        (120, 140.1, "gauche", 20.1, "a_explorer"),
    ],
)
def test_bras_de_reference_on_both_sides_of_10_and_20(droit, gauche, cote, ecart, lecture):
    found = tension.bras_de_reference(droit, gauche)

    assert (found.cote, found.lecture) == (cote, lecture)
    assert found.ecart_mmhg == pytest.approx(ecart)


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, 0, -120, 49.9, 300.1, 13.5])
@pytest.mark.parametrize(
    "function",
    [
        lambda pas: tension.pression(pas, 40),
        lambda pas: tension.classe_cabinet(pas, 40),
        lambda pas: tension.severe(pas, 40),
        lambda pas: tension.bras_de_reference(pas, 120),
        lambda pas: tension.bras_de_reference(120, pas),
        lambda pas: tension.classe_hors_cabinet(pas, 40, "automesure"),
        lambda pas: tension.conclusion(120, 80, pas, 40, "automesure", False),
        lambda pas: tension.orthostatisme(120, 80, pas, 40, 120, 80),
    ],
)
def test_an_impossible_systolic_pressure_is_refused_everywhere(function, bad):
    with pytest.raises(ValueError, match=r"PAS.*50 à 300 mmHg"):
        function(bad)


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, 34.9, 150.1, 8])
def test_an_impossible_diastolic_pressure_is_refused(bad):
    with pytest.raises(ValueError, match=r"PAD.*35 à 150 mmHg"):
        tension.pression(160, bad)


def test_pression_keeps_its_limits_and_the_order_of_the_two():
    assert tension.pression(300, 150) == (300, 150)
    assert tension.pression(50, 35) == (50, 35)
    for pas, pad in ((80, 120), (90, 90)):
        with pytest.raises(ValueError, match="inversées"):
            tension.pression(pas, pad)
    with pytest.raises(ValueError, match="Vouliez-vous dire 13,5 cmHg"):
        tension.pression(13.5, 80)


def test_unknown_words_are_refused():
    with pytest.raises(ValueError, match="Classification"):
        tension.classe_cabinet(130, 80, "esh")
    with pytest.raises(ValueError, match="Méthode"):
        tension.classe_hors_cabinet(130, 80, "mapa")
    for traite in (None, 1, "oui"):
        with pytest.raises(ValueError, match="Traitement"):
            tension.conclusion(130, 80, 130, 80, "automesure", traite)
