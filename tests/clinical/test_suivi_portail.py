"""Follow-up of type 2 diabetes: what the historic portal reminds of, and when."""

import pytest

from asalee_training.clinical import suivi
from tests.clinical.suivis import ago, plan, statut


@pytest.mark.parametrize(
    ("item", "months", "change"),
    [
        ("examen_cv", 12, {}),
        ("ecg", 36, {}),
        ("fond_oeil", 36, {}),
        ("proteinurie", 12, {}),
        ("kaliemie", 12, {}),
        ("creatinine_dfg", 12, {}),
        ("bilan_lipidique", 12, {"ldl_g_l": 1.61}),
        ("bilan_lipidique", 36, {"ldl_g_l": 1.60}),
        ("bilan_lipidique", 36, {"hypolipemiant": False}),
        ("glycemie", 36, {"glycemie_g_l": 1.10}),
        ("glycemie", 12, {"glycemie_g_l": 1.11}),
        ("glycemie", 12, {"glycemie_g_l": 1.26}),
        ("glycemie", 36, {"glycemie_g_l": 1.27}),
    ],
)
def test_the_cardiovascular_reminders_of_the_historic_portal(item, months, change):
    version = "portail_historique_rcv"

    assert statut(item, ago(months, -1), change, version) == "pas_encore"
    assert statut(item, ago(months), change, version) == "a_faire"


def test_the_historic_portal_reminds_of_the_eyes_only_with_hypertension():
    found = plan({}, {"hta": False}, "portail_historique_rcv")

    assert {item for item, echeance in found.items() if echeance.statut == "sans_objet"} == {
        "fond_oeil",
        "proteinurie",
        "kaliemie",
        "creatinine_dfg",
    }


def test_the_historic_portal_waits_four_months_and_tracks_the_monofilament_apart():
    found = plan({"hba1c": ago(4), "monofilament": ago(12), "kaliemie": None}, version="portail_historique")

    assert {item for item, echeance in found.items() if echeance.statut == "a_faire"} == {"hba1c", "monofilament"}
    assert found["kaliemie"].statut == "sans_objet"  # reminded only once entered
    assert statut("hba1c", ago(4, -1), version="portail_historique") == "pas_encore"
    assert suivi.champs("portail_historique") == ()
