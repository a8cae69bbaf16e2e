"""Follow-up of type 2 diabetes: the rules are those of the published table, and the vignettes come out as written."""

import re
from datetime import date

import pytest

from asalee_training.clinical import suivi
from tests.clinical.suivis import JOUR, RULES, ago, plan
from tests.clinical.vecteurs import table

#: Row of the published table -> item, and the version of the portal that has it.
ITEMS = {
    "HbA1c": ("hba1c", "portail_historique"),
    "Pression arterielle": ("pression_arterielle", None),
    "Poids/IMC": ("poids", None),
    "Examen des pieds + monofilament": ("examen_pieds", "portail_historique"),
    "Creatininemie/DFG": ("creatinine_dfg", "portail_historique"),
    "Albuminurie (RAC)": ("rac", "portail_historique"),
    "Bilan lipidique (CT, HDL, TG, LDL)": ("bilan_lipidique", "portail_historique"),
    "Kaliemie": ("kaliemie", "portail_historique"),
    "ECG de repos": ("ecg", "portail_historique"),
    "Fond d oeil": ("fond_oeil", "portail_historique"),
    "Dentiste": ("dentiste", "portail_historique"),
    "RCV: examen cardio-vasculaire": ("examen_cv", "portail_historique_rcv"),
    "RCV: ECG": ("ecg", "portail_historique_rcv"),
    "RCV: fond d oeil": ("fond_oeil", "portail_historique_rcv"),
    "RCV: proteinurie, kaliemie, creatinine": ("proteinurie", "portail_historique_rcv"),
    "RCV: CT/HDL/LDL/TG": ("bilan_lipidique", "portail_historique_rcv"),
    "RCV: glycemie": ("glycemie", "portail_historique_rcv"),
}


def months_of(item, version):
    rows = [row for row in RULES if (row["item"], row["version"]) == (item, version)]
    return {int(row[bound]) for row in rows if row["regle"] in ("mois", "si_deja_fait") for bound in ("min", "max")}


def numbers(text):
    """Intervals that the published table writes: « 12 ; 24 si … », without years, bounds and « (4/an) »."""
    return {int(found) for found in re.findall(r"(?<![\d,<=/(])\b(\d+)\b(?![,/]|<)", text)}


@pytest.mark.parametrize("row", table("diabetes_followup_schedule.csv"), ids=lambda row: row["item"])
def test_the_rules_hold_the_published_intervals(row):
    item, portal = ITEMS[row["item"]]
    national = row["interval_months_national"]
    rules = [rule for rule in RULES if (rule["item"], rule["version"]) == (item, "national")]
    if national == "chaque consultation":
        assert [rule["regle"] for rule in rules] == ["consultation"]
    elif national == "selon traitement":
        assert [rule["regle"] for rule in rules] == ["a_apprecier"]
    elif national.startswith("12 (plus souvent selon grade)"):
        assert [rule["regle"] for rule in rules] == ["grade_pied"] * 2
    elif national != "-":
        assert numbers(national)
        assert months_of(item, "national") >= numbers(national)
    legacy = row["interval_months_ASALEE_portal_legacy"]
    if portal:
        assert months_of(item, portal) == numbers(legacy)
    else:
        assert legacy == "-"


def test_every_rule_has_every_column_filled_and_every_item_ends_with_a_rule_for_everybody():
    last = {}
    for rule in RULES:
        assert None not in rule
        assert all(value.strip() for value in rule.values()), rule
        assert rule["surete"] in ("lu", "a_verifier")
        last[rule["version"], rule["item"]] = rule["condition"]
    assert set(last.values()) == {"toujours"}
    assert {version for version, _ in last} == set(suivi.VERSIONS)


def test_vignette_v01_the_eyes_may_wait_and_hba1c_is_done_in_three_to_six_months():
    found = plan({"fond_oeil": ago(14), "hba1c": JOUR, "examen_pieds": JOUR})

    assert found["fond_oeil"].statut == "pas_encore"
    assert found["fond_oeil"].echeance == date(2027, 1, 1)
    assert (found["hba1c"].plus_tot, found["hba1c"].echeance) == (date(2026, 6, 1), date(2026, 9, 1))
    assert found["examen_pieds"].echeance == date(2027, 3, 1)


def test_vignette_v02_the_eyes_are_late_and_the_rac_is_to_be_confirmed():
    change = {"hba1c_a_l_objectif": False, "pa_a_l_objectif": False, "rac_a_confirmer": True, "niveau_pied": 1}
    found = plan({"fond_oeil": ago(13), "rac": JOUR}, change)

    assert (found["fond_oeil"].statut, found["fond_oeil"].en_retard) == ("a_faire", True)
    assert (found["rac"].plus_tot, found["rac"].echeance) == (JOUR, date(2026, 9, 1))


def test_vignette_v13_a_new_diabetes_gets_a_whole_first_assessment():
    found = plan(dict.fromkeys(suivi.items()), {"hba1c_a_l_objectif": False, "traitement_stable": False})

    for item in ("fond_oeil", "rac", "creatinine_dfg", "bilan_lipidique", "ecg", "examen_pieds", "dentiste", "hba1c"):
        assert (found[item].statut, found[item].en_retard) == ("a_faire", False)
        assert found[item].motif.startswith("Jamais fait")
    assert found["doppler_ips"].statut == "sans_objet"


def test_every_item_comes_back_in_the_order_of_the_table_with_its_reason_and_source():
    for version in suivi.VERSIONS:
        found = plan({}, version=version)
        assert list(found) == list(dict.fromkeys(row["item"] for row in RULES if row["version"] == version))
        for echeance in found.values():
            assert echeance.statut in suivi.STATUTS
            assert echeance.motif.endswith(".")
            assert "'" not in echeance.motif + echeance.libelle
            assert echeance.source
