"""Somebody followed for type 2 diabetes, and what is due to her on a day."""

from datetime import date, timedelta

from asalee_training.clinical import reference_data, suivi
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


def statut(item, derniere, profil=None, version="national"):
    return plan({item: derniere}, profil, version)[item].statut
