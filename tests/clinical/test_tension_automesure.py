"""The home sheet: its mean, its class, what makes it worth nothing."""

from itertools import groupby

import pytest

from asalee_training.clinical import tension
from tests.clinical.vecteurs import table

REGLES = {"A_regle_des_3": "3-3-3", "B_regle_2-2-3": "2-2-3"}


def sheets():
    for name, rows in groupby(table("score2_cv_automesure_sheets.csv"), key=lambda row: row["sheet"]):
        expected, mesures = None, []
        for row in rows:
            expected = row
            mesures.append(
                {
                    "jour": int(row["day"]),
                    "moment": row["moment"],
                    "mesure": int(row["measure"]),
                    "pas": int(row["sbp"]),
                    "pad": int(row["dbp"]),
                }
            )
        yield pytest.param(REGLES[name], mesures, expected, id=name)


def sheet(regle, pas=131, pad=82):
    """A whole sheet, the same reading everywhere."""
    jours, par_moment = 3, {"3-3-3": 3, "2-2-3": 2}[regle]
    return [
        {"jour": jour, "moment": moment, "mesure": mesure, "pas": pas, "pad": pad}
        for jour in range(1, jours + 1)
        for moment in ("matin", "soir")
        for mesure in range(1, par_moment + 1)
    ]


@pytest.mark.parametrize(("regle", "mesures", "row"), list(sheets()))
def test_a_home_sheet_has_the_mean_and_the_class_worked_out_by_hand(regle, mesures, row):
    releve = tension.releve_automesure(mesures, regle, "bras")

    assert releve.pas_mmhg == pytest.approx(float(row["expected_mean_sbp"]), abs=0.0501)
    assert releve.pad_mmhg == pytest.approx(float(row["expected_mean_dbp"]), abs=0.0501)
    assert releve.classe == row["expected_class"]
    assert (releve.valide, releve.motifs, releve.chiffres_ronds) == (True, (), False)
    assert releve.nombre == releve.attendues == len(mesures)


@pytest.mark.parametrize(
    ("regle", "nombre", "motifs"),
    [
        ("3-3-3", 18, ()),
        ("3-3-3", 12, ()),
        ("3-3-3", 11, ("trop_peu_de_mesures",)),
        ("2-2-3", 12, ()),
        ("2-2-3", 9, ()),
        ("2-2-3", 8, ("trop_peu_de_mesures",)),
        ("2-2-3", 1, ("trop_peu_de_mesures", "un_seul_moment")),
    ],
)
def test_a_sheet_needs_enough_readings(regle, nombre, motifs):
    releve = tension.releve_automesure(sheet(regle)[:nombre], regle, "bras")

    assert releve.motifs == motifs
    assert releve.classe == ("normale" if not motifs else None)


def test_a_wrist_device_or_a_single_moment_makes_a_sheet_invalid():
    mornings = [mesure for mesure in sheet("3-3-3") if mesure["moment"] == "matin"]

    assert tension.releve_automesure(sheet("3-3-3"), "3-3-3", "poignet").motifs == ("appareil_de_poignet",)
    assert tension.releve_automesure(mornings, "3-3-3", "bras").motifs == ("trop_peu_de_mesures", "un_seul_moment")


@pytest.mark.parametrize(("pas", "pad", "rondes"), [(130, 85, True), (130, 82, False), (131, 80, False)])
def test_readings_that_all_end_in_0_or_5_are_suspicious_and_stay_valid(pas, pad, rondes):
    releve = tension.releve_automesure(sheet("2-2-3", pas, pad), "2-2-3", "bras")

    assert (releve.chiffres_ronds, releve.valide) == (rondes, True)


FIRST = {"jour": 1, "moment": "matin", "mesure": 1, "pas": 131, "pad": 82}


@pytest.mark.parametrize(
    ("mesures", "named"),
    [
        ([], "Relevé"),
        (None, "Relevé"),
        ("matin", "Relevé"),
        ([FIRST, FIRST], "jour 1, est écrite deux fois"),
        ([{"pas": 131, "pad": 82}], "jour, mesure, moment, pad, pas sont attendus"),
        ([{**FIRST, "bras": "droit"}], "n’est pas une mesure"),
        ([{**FIRST, "jour": 4}], "Jour"),
        ([{**FIRST, "moment": "midi"}], "Moment"),
        ([{**FIRST, "mesure": 3}], "Numéro de la mesure"),
        ([{**FIRST, "mesure": 0}], "Numéro de la mesure"),
        ([{**FIRST, "pas": 82, "pad": 131}], "inversées"),
        ([{**FIRST, "pas": 131.5}], "PAS"),
        ([{**FIRST, "pad": None}], "PAD"),
        ([{**FIRST, "pas": 13}], "PAS"),
    ],
)
def test_a_sheet_that_the_rule_does_not_describe_is_refused(mesures, named):
    with pytest.raises(ValueError, match=named):
        tension.releve_automesure(mesures, "2-2-3", "bras")


@pytest.mark.parametrize(("change", "named"), [({"jour": 4}, "Jour"), ({"mesure": 4}, "Numéro de la mesure")])
def test_the_rule_of_three_has_three_days_and_three_readings_a_time(change, named):
    with pytest.raises(ValueError, match=named):
        tension.releve_automesure([{**FIRST, **change}], "3-3-3", "bras")


def test_the_rule_and_the_device_are_always_asked_for():
    for regle in (None, "regle_des_3", 3):
        with pytest.raises(ValueError, match=r"Règle d’automesure.*2-2-3, 3-3-3"):
            tension.releve_automesure(sheet("2-2-3"), regle, "bras")
    with pytest.raises(ValueError, match="Appareil"):
        tension.releve_automesure(sheet("2-2-3"), "2-2-3", None)
