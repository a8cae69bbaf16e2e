"""Lying, then standing: the worked table, both sides of each threshold, and the tables themselves."""

import math

import pytest

from asalee_training.clinical import reference_data, tension
from tests.clinical.vecteurs import table


@pytest.mark.parametrize(
    "row", table("score2_cv_orthostatic_vectors.csv"), ids=lambda r: f"{r['supine_sbp']}-{r['stand1_sbp']}"
)
def test_orthostatisme_follows_the_worked_table(row):
    names = ("supine_sbp", "supine_dbp", "stand1_sbp", "stand1_dbp", "stand3_sbp", "stand3_dbp")
    found = tension.orthostatisme(*(int(row[name]) for name in names))

    falls = (found.baisse_pas_1, found.baisse_pad_1, found.baisse_pas_3, found.baisse_pad_3)
    assert falls == tuple(int(row[name]) for name in ("d_sbp_1", "d_dbp_1", "d_sbp_3", "d_dbp_3"))
    assert found.positive == (row["orthostatic_hypotension"] == "positive")
    assert (found.hausse_pouls, found.hausse_faible) == (None, None)


@pytest.mark.parametrize(
    ("pas", "pad", "positive"), [(121, 81, False), (120, 81, True), (119, 81, True), (121, 80, True), (121, 79, True)]
)
def test_orthostatisme_on_both_sides_of_20_and_10_at_each_minute(pas, pad, positive):
    assert tension.orthostatisme(140, 90, pas, pad, 140, 90).positive is positive
    assert tension.orthostatisme(140, 90, 140, 90, pas, pad).positive is positive


def test_a_patient_sat_down_after_a_positive_first_minute_has_no_third():
    found = tension.orthostatisme(138, 80, 114, 70, None, None)  # vignette V10

    assert (found.positive, found.baisse_pas_1, found.baisse_pas_3) == (True, 24, None)
    with pytest.raises(ValueError, match="3 minutes"):
        tension.orthostatisme(138, 80, 130, 78, None, None)
    with pytest.raises(ValueError, match="PAD"):
        tension.orthostatisme(138, 80, 114, 70, 114, None)
    with pytest.raises(ValueError, match="PAS"):  # the classic error: only the third minute
        tension.orthostatisme(152, 84, None, None, 134, 80)


@pytest.mark.parametrize(
    ("debout", "hausse", "faible"), [(84, 14, True), (85, 15, False), (86, 16, False), (65, -5, True)]
)
def test_a_small_rise_of_the_pulse_is_told_for_a_positive_test_only(debout, hausse, faible):
    positive = tension.orthostatisme(152, 84, 128, 76, 134, 80, 70, debout)
    negative = tension.orthostatisme(126, 74, 118, 72, 120, 73, 70, debout)

    assert (positive.hausse_pouls, positive.hausse_faible) == (hausse, faible)
    assert (negative.hausse_pouls, negative.hausse_faible) == (hausse, None)


@pytest.mark.parametrize(
    ("couche", "debout"), [(70, None), (None, 70), (29, 70), (70, 301), (True, 70), (math.nan, 70)]
)
def test_the_pulse_is_taken_twice_or_not_at_all(couche, debout):
    with pytest.raises(ValueError, match=r"Pouls.*30 à 300 battements/min"):
        tension.orthostatisme(152, 84, 128, 76, 134, 80, couche, debout)


def test_every_cell_of_the_tables_is_filled():
    for name in ("tension_classes", "tension_automesure"):
        for row in reference_data.rows(name):
            assert all(value.strip() for value in row.values()), row
