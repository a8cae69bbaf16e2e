"""HbA1c: both units, mean glucose, what makes it unreliable."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import hba1c, reference_data
from tests.clinical.vecteurs import table

CONVERSIONS = [row for row in table("diabetes_unit_conversions.csv") if row["quantity"] == "HbA1c"]


@pytest.mark.parametrize("row", CONVERSIONS, ids=lambda row: f"{row['value_in']} {row['unit_in']}")
def test_units_follow_the_worked_conversions(row):
    convert, places = (hba1c.ifcc, 2) if row["unit_in"].startswith("%") else (hba1c.ngsp, 3)
    found = convert(float(row["value_in"]))

    assert round(found, places) == pytest.approx(float(row["value_out"]), abs=0.5001 * 10**-places)
    assert round(found, 0 if places == 2 else 1) == float(row["value_out_rounded"])


@pytest.mark.parametrize(("pct", "mmol_mol"), [(6, 42), (6.5, 48), (7, 53), (7.5, 58), (8, 64), (9, 75), (10, 86)])
def test_units_meet_at_the_anchors_that_laboratories_print(pct, mmol_mol):
    assert round(hba1c.ifcc(pct)) == mmol_mol
    assert round(hba1c.ngsp(mmol_mol), 1) == pct


@settings(max_examples=40)
@given(st.floats(4, 18.9), st.floats(0.001, 0.1))
def test_units_round_trip_and_rise_together(pct, step):
    assert hba1c.ngsp(hba1c.ifcc(pct)) == pytest.approx(pct, abs=0.005)
    assert hba1c.ifcc(pct + step) > hba1c.ifcc(pct)
    assert hba1c.glycemie_moyenne(pct + step).g_l > hba1c.glycemie_moyenne(pct).g_l


# Nathan, Diabetes Care 2008;31:1473, table 2 (mg/dL and mmol/L); the table comes from unrounded coefficients
@pytest.mark.parametrize(
    ("pct", "mg_dl", "mmol_l"),
    [
        (5, 97, 5.4),
        (6, 126, 7.0),
        (7, 154, 8.6),
        (8, 183, 10.2),
        (9, 212, 11.8),
        (10, 240, 13.4),
        (11, 269, 14.9),
        (12, 298, 16.5),
    ],
)
def test_glycemie_moyenne_follows_the_published_table(pct, mg_dl, mmol_l):
    found = hba1c.glycemie_moyenne(pct)

    assert 100 * found.g_l == pytest.approx(mg_dl, abs=0.6)
    assert found.mmol_l == pytest.approx(mmol_l, abs=0.09)


@pytest.mark.parametrize(("pct", "accepted"), [(3.9, False), (4, True), (19, True), (19.1, False), (53, False)])
def test_a_percentage_is_accepted_from_4_to_19(pct, accepted):
    for compute in (hba1c.ifcc, hba1c.glycemie_moyenne):
        if accepted:
            compute(pct)
        else:
            with pytest.raises(ValueError, match="de 4 à 19 %".replace(" %", "\u202f%")):
                compute(pct)


@pytest.mark.parametrize(("mmol_mol", "accepted"), [(7, False), (19.9, False), (20, True), (185, True), (186, False)])
def test_mmol_mol_are_accepted_from_20_to_185(mmol_mol, accepted):
    if accepted:
        hba1c.ngsp(mmol_mol)
    else:
        with pytest.raises(ValueError, match="de 20 à 185 mmol/mol"):
            hba1c.ngsp(mmol_mol)


SITUATIONS = [row["situation"] for row in table(reference_data.FOLDER / "hba1c_fiabilite.csv")]


def test_the_unreliable_situations_are_the_eight_of_the_brief():
    assert set(SITUATIONS) == {
        "anemie",
        "transfusion",
        "hemolyse",
        "hemoglobinopathie",
        "epo",
        "dialyse",
        "fer_recent",
        "grossesse",
    }
    assert hba1c.fiabilite([]) == hba1c.Fiabilite(True, ())


@pytest.mark.parametrize("situation", SITUATIONS)
def test_any_situation_makes_hba1c_unreliable(situation):
    found = hba1c.fiabilite({situation})

    assert not found.fiable
    assert len(found.motifs) == 1


def test_vignette_v11_after_a_transfusion_with_anaemia_is_not_interpretable():
    assert hba1c.fiabilite(["transfusion", "anemie"]) == hba1c.Fiabilite(False, ("anémie", "transfusion récente"))


@pytest.mark.parametrize("situations", ["anemie", None, 3, {"anemie": False}, [None], [True], ["anémie"]])
def test_an_unknown_situation_is_refused(situations):
    with pytest.raises(ValueError, match="Situation"):
        hba1c.fiabilite(situations)


@pytest.mark.parametrize("wrong", ["anemie", {"anemie": False}, None])
def test_situations_are_a_list_of_what_is_present(wrong):
    with pytest.raises(ValueError, match=r"Situation.*n’est pas une liste"):
        hba1c.fiabilite(wrong)
