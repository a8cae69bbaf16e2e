"""Follow-up of type 2 diabetes: what is due, and above all what is not."""

import re
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import reference_data, rein, suivi
from tests.clinical.vecteurs import table

JOUR = date(2026, 3, 1)
SIMPLE = {
    "age": 58,
    "anciennete_ans": 6,
    "dfg": 85.2,
    "grossesse": False,
    "hba1c_a_l_objectif": True,
    "insuline": False,
    "lesion_pied": False,
    "niveau_pied": 0,
    "pa_a_l_objectif": True,
    "pouls_normaux": True,
    "rac_a_confirmer": False,
    "retinopathie": False,
    "traitement_stable": True,
}
RCV = {"hta": True, "hypolipemiant": True, "ldl_g_l": 1.8, "glycemie_g_l": 1.0}


RULES = table(reference_data.FOLDER / "suivi_diabete.csv")


def plan(dernieres, profil=None, version="national", jour=JOUR):
    """Items by name; every date that is not given was a fortnight ago."""
    dates = dict.fromkeys(suivi.items(version), jour - timedelta(days=14)) | dernieres
    found = suivi.a_prevoir(jour, dates, {**SIMPLE, **RCV, **(profil or {})}, version)
    return {echeance.item: echeance for echeance in found}


def ago(months, days=0):
    """A date so that `months` later is `days` days before JOUR."""
    year, month = divmod(JOUR.year * 12 + JOUR.month - 1 - months, 12)
    return date(year, month + 1, JOUR.day) - timedelta(days=days)


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


def statut(item, derniere, profil=None, version="national"):
    return plan({item: derniere}, profil, version)[item].statut


# --- intervals, on both sides -----------------------------------------------------------------------------------


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


# --- vignettes --------------------------------------------------------------------------------------------------


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


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(suivi.items()), st.integers(0, 4000), st.integers(1, 400), st.booleans())
def test_an_item_never_becomes_less_due_as_time_passes(item, days, more, stable):
    ranks = ("sans_objet", "pas_encore", "possible", "a_faire").index
    recent, old = (
        statut(item, JOUR - timedelta(days=n), {"traitement_stable": stable, "niveau_pied": 2})
        for n in (days, days + more)
    )
    assert ranks(old) >= ranks(recent)


# --- calendar ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jour", "mois", "plus_tard"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2025, 1, 15), 0, date(2025, 1, 15)),
        (date(2025, 1, 1), 11, date(2025, 12, 1)),
        (date(2025, 1, 1), 24, date(2027, 1, 1)),
    ],
)
def test_ajouter_mois_keeps_the_day_or_takes_the_last_of_the_month(jour, mois, plus_tard):
    assert suivi.ajouter_mois(jour, mois) == plus_tard


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)), st.integers(0, 600))
def test_ajouter_mois_never_skips_a_month(jour, mois):
    later = suivi.ajouter_mois(jour, mois)

    assert (later.year - jour.year) * 12 + later.month - jour.month == mois
    assert later.day == jour.day or (later + timedelta(days=1)).day == 1


@pytest.mark.parametrize("mois", [-1, 601, 1.5, None, True, "3", float("nan")])
def test_ajouter_mois_refuses_an_impossible_number_of_months(mois):
    with pytest.raises(ValueError, match="Mois"):
        suivi.ajouter_mois(JOUR, mois)


# --- bad input --------------------------------------------------------------------------------------------------

ALL = dict.fromkeys(suivi.items())


@pytest.mark.parametrize(
    "jour", [None, "2026-03-01", 20260301, True, datetime(2026, 3, 1), date(1949, 12, 31), date(2101, 1, 1)]
)
def test_a_date_that_is_not_one_is_refused(jour):
    with pytest.raises(ValueError, match="Date de référence"):
        suivi.a_prevoir(jour, ALL, SIMPLE)
    with pytest.raises(ValueError, match="Date"):
        suivi.ajouter_mois(jour, 3)
    if jour is not None:
        with pytest.raises(ValueError, match="HbA1c"):
            suivi.a_prevoir(JOUR, {**ALL, "hba1c": jour}, SIMPLE)


def test_a_last_date_after_the_reference_date_is_refused():
    with pytest.raises(ValueError, match=r"ECG de repos.*02/03/2026 est après.*01/03/2026"):
        suivi.a_prevoir(JOUR, {**ALL, "ecg": date(2026, 3, 2)}, SIMPLE)


@pytest.mark.parametrize(
    ("dernieres", "sentence"),
    [
        ({}, "rien n’est donné pour hba1c"),
        ({item: None for item in ALL if item != "ecg"}, "rien n’est donné pour ecg"),
        ({**ALL, "fond_d_oeil": None}, "Vouliez-vous écrire «\u00a0fond_oeil\u00a0»"),
        (None, "Dernières dates"),
        (["hba1c"], "Dernières dates"),
    ],
)
def test_last_dates_are_given_for_every_item(dernieres, sentence):
    with pytest.raises(ValueError, match=sentence):
        suivi.a_prevoir(JOUR, dernieres, SIMPLE)


@pytest.mark.parametrize("field", SIMPLE)
def test_a_profile_is_given_whole(field):
    with pytest.raises(ValueError, match=f"Profil.*{field}"):
        suivi.a_prevoir(JOUR, ALL, {name: value for name, value in SIMPLE.items() if name != field})


@pytest.mark.parametrize("field", SIMPLE)
@pytest.mark.parametrize("value", [None, "oui", float("nan"), float("inf"), -1, 1000])
def test_an_impossible_field_of_the_profile_is_refused_by_its_name(field, value):
    with pytest.raises(ValueError, match=suivi.CHAMPS[field][0]):
        suivi.a_prevoir(JOUR, ALL, {**SIMPLE, field: value})


@pytest.mark.parametrize("field", SIMPLE)
def test_a_number_is_not_a_bool_nor_a_bool_a_number(field):
    with pytest.raises(ValueError, match=suivi.CHAMPS[field][0]):
        suivi.a_prevoir(JOUR, ALL, {**SIMPLE, field: 1 if isinstance(SIMPLE[field], bool) else True})


@pytest.mark.parametrize("version", ["asalee", None, 1])
def test_an_unknown_version_is_refused(version):
    for compute in (suivi.items, suivi.champs, lambda version: suivi.a_prevoir(JOUR, ALL, SIMPLE, version)):
        with pytest.raises(ValueError, match=r"Version.*portail_historique"):
            compute(version)


def test_unknown_profile_names_are_refused_with_the_nearest_one():
    with pytest.raises(ValueError, match="Vouliez-vous écrire «\u00a0insuline\u00a0»"):
        suivi.a_prevoir(JOUR, ALL, {**SIMPLE, "insulin": True})
    with pytest.raises(ValueError, match="Profil"):
        suivi.a_prevoir(JOUR, ALL, None)
