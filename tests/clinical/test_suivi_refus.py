"""Follow-up of type 2 diabetes: months added to a date, and what is refused by its name."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asalee_training.clinical import suivi
from tests.clinical.suivis import JOUR, SIMPLE


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
