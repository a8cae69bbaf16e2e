"""Follow-up of type 2 diabetes: what is due, and above all what is not due yet, on both sides of each interval."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import rein, suivi
from tests.clinical.suivis import JOUR, ago, plan, statut


@pytest.mark.parametrize("item", ["rac", "bilan_lipidique", "ecg", "dentiste", "creatinine_dfg", "examen_pieds"])
def test_a_yearly_item_is_due_on_its_anniversary_and_late_the_day_after(item):
    early, due, late = (plan({item: ago(12, days)})[item] for days in (-1, 0, 1))

    assert [echeance.statut for echeance in (early, due, late)] == ["pas_encore", "a_faire", "a_faire"]
    assert [echeance.en_retard for echeance in (early, due, late)] == [False, False, True]
    assert due.plus_tot == due.echeance == JOUR


@pytest.mark.parametrize(
    ("change", "months"),
    [
        ({}, 24),
        ({"insuline": True}, 12),
        ({"hba1c_a_l_objectif": False}, 12),
        ({"pa_a_l_objectif": False}, 12),
        ({"retinopathie": True}, 12),
        ({"grossesse": True}, 3),
        ({"grossesse": True, "insuline": True, "retinopathie": True}, 3),
    ],
)
def test_the_eye_examination_waits_two_years_only_under_four_conditions(change, months):
    assert statut("fond_oeil", ago(months, -1), change) == "pas_encore"
    assert statut("fond_oeil", ago(months), change) == "a_faire"


@pytest.mark.parametrize("change", [{"hba1c_a_l_objectif": False}, {"traitement_stable": False}, {"grossesse": True}])
def test_hba1c_is_due_every_three_months_unless_at_target_on_a_stable_treatment(change):
    assert statut("hba1c", ago(3, -1), change) == "pas_encore"
    assert statut("hba1c", ago(3), change) == "a_faire"
    assert [statut("hba1c", ago(months, days)) for months, days in ((3, -1), (3, 0), (6, -1), (6, 0))] == [
        "pas_encore",
        "possible",
        "possible",
        "a_faire",
    ]


@pytest.mark.parametrize(
    ("dfg", "months"),
    [(90, 12), (60, 12), (59.9, 5), (50, 5), (49.9, 4), (45, 4), (30, 3), (29.9, 2), (12, 1), (9, 1)],
)
def test_kidney_function_below_60_is_checked_every_tenth_of_it_in_months(dfg, months):
    assert statut("creatinine_dfg", ago(months, -1), {"dfg": dfg}) == "pas_encore"
    assert statut("creatinine_dfg", ago(months), {"dfg": dfg}) == "a_faire"


def test_an_abnormal_rac_may_be_repeated_at_once_and_is_due_within_six_months():
    confirm = {"rac_a_confirmer": True}

    assert [statut("rac", ago(months, days), confirm) for months, days in ((0, 0), (1, 0), (6, -1), (6, 0))] == [
        "possible",
        "possible",
        "possible",
        "a_faire",
    ]
    assert "à répéter : deux prélèvements anormaux sur trois, en 3 à 6 mois" in plan({}, confirm)["rac"].motif.replace(
        "\u202f", " "
    )


@pytest.mark.parametrize(("niveau", "longest"), [(1, 12), (2, 6), (3, 3)])
def test_feet_at_risk_may_be_examined_at_every_consultation_and_are_due_at_the_longest_interval(niveau, longest):
    level = {"niveau_pied": niveau}
    found = plan({"examen_pieds": ago(1)}, level)["examen_pieds"]

    assert (found.statut, found.surete, found.plus_tot) == ("possible", "a_verifier", ago(1))
    assert found.echeance == suivi.ajouter_mois(ago(1), longest)
    assert statut("examen_pieds", ago(0, 1), level) == "possible"
    assert statut("examen_pieds", ago(longest, -1), level) == "possible"
    assert statut("examen_pieds", ago(longest), level) == "a_faire"


def test_feet_without_risk_are_examined_every_year():
    assert statut("examen_pieds", ago(12, -1)) == "pas_encore"
    assert statut("examen_pieds", ago(12)) == "a_faire"
    assert plan({})["examen_pieds"].surete == "lu"


def test_a_high_glucose_is_told_to_the_physician():
    found = plan({}, {"glycemie_g_l": 1.27}, "portail_historique_rcv")["glycemie"]

    assert found.motif.endswith("Au-dessus de 1,26\u00a0g/L\u202f: prévenez le médecin.".replace("\u00a0", " "))


@pytest.mark.parametrize(
    ("field", "version", "low", "high"),
    [
        ("dfg", "national", 2, 250),
        ("ldl_g_l", "portail_historique_rcv", 0.1, 4),
        ("glycemie_g_l", "portail_historique_rcv", 0.3, 6),
    ],
)
def test_a_measure_has_the_range_that_it_has_everywhere(field, version, low, high):
    for value in (low, high):
        assert plan({}, {field: value}, version)
    for value in (low * 0.999, high * 1.001):
        with pytest.raises(ValueError, match=suivi.CHAMPS[field][0]):
            plan({}, {field: value}, version)


@given(st.floats(2, 59.99))
def test_the_interval_of_the_kidney_is_that_of_the_kidney_module_rounded_down(dfg):
    months = plan({"creatinine_dfg": ago(0)}, {"dfg": dfg})["creatinine_dfg"].echeance
    assert months == suivi.ajouter_mois(JOUR, max(1, int(rein.intervalle_controle_mois(dfg))))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "sans_objet"),  # normal pulses and no lesion: superfluous
        ({"pouls_normaux": False}, "a_faire"),
        ({"lesion_pied": True}, "a_faire"),
        ({"pouls_normaux": False, "age": 40}, "sans_objet"),
        ({"pouls_normaux": False, "age": 40.1}, "a_faire"),
        ({"pouls_normaux": False, "age": 39, "anciennete_ans": 20}, "sans_objet"),
        ({"pouls_normaux": False, "age": 39, "anciennete_ans": 21}, "a_faire"),
    ],
)
def test_the_doppler_is_for_some_every_five_years(change, expected):
    assert statut("doppler_ips", ago(60), change) == expected
    assert statut("doppler_ips", ago(60, -1), change) in ("pas_encore", "sans_objet")


def test_vaccines_are_yearly_or_once_and_what_has_no_frequency_is_never_due():
    assert (statut("vaccin_grippe", ago(12)), statut("vaccin_covid", ago(12, -1))) == ("a_faire", "pas_encore")
    assert (statut("vaccin_pneumocoque", None), statut("vaccin_pneumocoque", ago(300))) == ("a_faire", "sans_objet")
    for item in ("education", "tabac", "autosurveillance", "permis", "depression", "kaliemie"):
        found = plan({item: ago(300)})[item]
        assert (found.statut, found.echeance, found.en_retard) == ("a_apprecier", None, False)


def test_weight_and_blood_pressure_are_taken_once_at_every_consultation():
    assert statut("poids", ago(0, 1)) == "a_faire"
    assert statut("poids", JOUR) == "pas_encore"
    assert plan({})["pression_arterielle"].echeance == JOUR


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(suivi.items()), st.integers(0, 4000), st.integers(1, 400), st.booleans())
def test_an_item_never_becomes_less_due_as_time_passes(item, days, more, stable):
    ranks = ("sans_objet", "pas_encore", "possible", "a_faire").index
    recent, old = (
        statut(item, JOUR - timedelta(days=n), {"traitement_stable": stable, "niveau_pied": 2})
        for n in (days, days + more)
    )
    assert ranks(old) >= ranks(recent)
