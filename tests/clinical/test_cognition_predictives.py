"""Predictive values, against published ones and a table worked out by hand."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import cognition
from tests.clinical.vecteurs import table


@pytest.mark.parametrize("row", table("cognition_bayes.csv"), ids=lambda row: row["id"])
def test_valeurs_predictives_follow_the_table(row):
    found = cognition.valeurs_predictives(*(float(row[name]) for name in ("sensibilite", "specificite", "prevalence")))

    for name, column, tolerance in (
        ("vpp", "VPP", 0.00051),
        ("vpn", "VPN", 0.00051),
        ("rv_plus", "RV_plus", 0.00051),
        ("rv_moins", "RV_moins", 0.00051),
        ("vrais_positifs", "vrais_positifs_pour_1000", 0.051),
        ("faux_positifs", "faux_positifs_pour_1000", 0.051),
    ):
        assert getattr(found, name) == pytest.approx(float(row[column]), abs=tolerance), name


def test_the_published_predictive_value_of_the_weighted_five_words_is_reproduced():
    """Cowppli-Bony, Rev Neurol 2005: 73 cases among 4 116 people, positive predictive value 9.1 %."""
    published = cognition.performances()["cinq_mots_pondere"]
    found = cognition.valeurs_predictives(published.sensibilite, published.specificite, 73 / 4116)

    assert found.vpp == pytest.approx(0.091, abs=0.0005)


FRACTION = st.floats(0.05, 0.99)


@settings(max_examples=50)
@given(FRACTION, FRACTION, st.floats(0.001, 0.98))
def test_a_test_is_worth_more_where_the_condition_is_more_frequent(se, sp, p):
    rare, frequent = cognition.valeurs_predictives(se, sp, p), cognition.valeurs_predictives(se, sp, p + 0.01)

    assert frequent.vpp > rare.vpp
    assert frequent.vpn < rare.vpn or se == 1
    assert sum((rare.vrais_positifs, rare.faux_positifs, rare.faux_negatifs, rare.vrais_negatifs)) == pytest.approx(
        1000
    )
    # Bayes in odds: after a positive test, odds are multiplied by the positive likelihood ratio.
    assert rare.vpp / (1 - rare.vpp) == pytest.approx(p / (1 - p) * rare.rv_plus)


@pytest.mark.parametrize("value", [None, True, "0,9", math.nan, math.inf, -0.1, 92, 1.5])
def test_valeurs_predictives_refuse_a_percentage_with_the_hint(value):
    for arguments, label in (((value, 0.85, 0.05), "Sensibilité"), ((0.92, value, 0.05), "Spécificité")):
        with pytest.raises(ValueError, match=f"{label}.*en fraction"):
            cognition.valeurs_predictives(*arguments)
    with pytest.raises(ValueError, match=r"Prévalence.*en fraction"):
        cognition.valeurs_predictives(0.92, 0.85, value)


def test_performances_are_fractions_with_a_source_and_a_degree_of_certainty():
    for performance in cognition.performances().values():
        assert 0.5 < performance.sensibilite < 1
        assert 0.5 < performance.specificite < 1
        assert performance.surete in ("lu", "a_verifier")
        assert all((performance.situation, performance.source, performance.date))
