"""Response to the bronchodilator by both criteria, and the delays around the test."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asalee_training.clinical.spirometrie import bronchodilatateur
from asalee_training.clinical.spirometrie.bronchodilatateur import reversibilite
from tests.clinical.vecteurs import table


@pytest.mark.parametrize("row", table("spiro_bdr_vectors.csv"), ids=lambda row: f"{row['pre_L']}-{row['post_L']}")
def test_reversibilite_follows_the_published_examples(row):
    values = [float(row[name]) for name in ("pre_L", "post_L", "predicted_L")]
    recent, former = reversibilite(*values), reversibilite(*values, critere="2005")

    assert recent.positive is (row["pos_2022"] == "1")
    assert former.positive is (row["pos_2005_strict"] == "1")
    for result in (recent, former):
        assert result.gain_ml == pytest.approx(float(row["delta_mL"]), abs=1e-6)
        assert result.gain_pct_base == pytest.approx(float(row["pct_baseline"]), abs=0.006)
        assert result.gain_pct_theorique == pytest.approx(float(row["pct_pred_change"]), abs=0.006)


@pytest.mark.parametrize(
    ("pre_l", "post_l", "theorique_l", "positive"),
    [
        (2.5, 2.9, 4, False),  # exactly 10 %
        (2, 2.3, 3, False),  # exactly 10 %, 0.2999… in floating point
        (1.1, 1.43, 3.3, False),  # exactly 10 %, 0.3300…02 in floating point
        (2.5, 2.901, 4, True),
        (2.5, 2.899, 4, False),
    ],
)
def test_2022_needs_more_than_10_percent_of_predicted(pre_l, post_l, theorique_l, positive):
    assert reversibilite(pre_l, post_l, theorique_l).positive is positive


@pytest.mark.parametrize(
    ("pre_l", "post_l", "positive"),
    [
        (2.5, 2.8, True),  # exactly 12 %, 300 mL
        (2.5, 2.799, False),
        (1.6, 1.8, True),  # 12.5 %, exactly 200 mL
        (1.6, 1.799, False),
        (3, 3.2, False),  # 200 mL but 6.7 %
        (1.3, 1.45, False),  # 11.5 %, 150 mL
        (1, 1.19, False),  # 19 % but 190 mL
    ],
)
def test_2005_needs_12_percent_of_baseline_and_200_ml(pre_l, post_l, positive):
    assert reversibilite(pre_l, post_l, 3.5, "2005").positive is positive


@given(pre=st.integers(50, 4000), gain=st.integers(0, 1500), theorique=st.integers(500, 6000))
def test_a_gain_of_whole_millilitres_meets_the_criteria_exactly(pre, gain, theorique):
    litres = pre / 1000, (pre + gain) / 1000, theorique / 1000

    assert reversibilite(*litres).positive is (10 * gain > theorique)
    assert reversibilite(*litres, "2005").positive is (100 * gain >= 12 * pre and gain >= 200)


def test_a_fall_is_a_negative_gain():
    result = reversibilite(2.5, 2.4, 4)

    assert (result.gain_ml, result.gain_pct_base, result.gain_pct_theorique) == (-100, -4, -2.5)
    assert not result.positive


GOOD = {"pre_l": 2.5, "post_l": 2.9, "theorique_l": 4}


@pytest.mark.parametrize(
    ("name", "named"), [("pre_l", "avant.*15 L"), ("post_l", "après.*15 L"), ("theorique_l", "théorique.*15 L")]
)
@pytest.mark.parametrize("value", [None, True, math.nan, math.inf, "2.5", 0, -1, 2500])
def test_reversibilite_refuses_millilitres_and_missing_values(name, named, value):
    with pytest.raises(ValueError, match=named):
        reversibilite(**{**GOOD, name: value})


@pytest.mark.parametrize("critere", [None, 2022, "2019"])
def test_reversibilite_names_the_criteria_it_knows(critere):
    with pytest.raises(ValueError, match=r"Critère.*(2005, 2022|guillemets)"):
        reversibilite(**GOOD, critere=critere)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ((-1.646, -1.645, -1.645), True),
        ((-1.645, 0, 0), False),  # was not low: nothing was normalised
        ((-2, -1.646, 0), False),
        ((-2, 0, -1.646), False),
    ],
)
def test_normalisation_needs_a_low_ratio_before_and_both_normal_after(scores, expected):
    assert bronchodilatateur.normalisation(*scores) is expected


@pytest.mark.parametrize("z", [None, True, math.nan, "0", 21])
@pytest.mark.parametrize("position", range(3))
def test_normalisation_refuses_what_is_not_a_z_score(z, position):
    scores = [-2, 0, 0]
    scores[position] = z
    with pytest.raises(ValueError, match=r"z-score.*de -20 à 20"):
        bronchodilatateur.normalisation(*scores)


@pytest.mark.parametrize(("medicament", "minutes"), [("salbutamol", 15), ("ipratropium", 30)])
def test_attente_min_before_the_second_set_of_blows(medicament, minutes):
    assert bronchodilatateur.attente_min(medicament) == minutes


@pytest.mark.parametrize(  # ATS/ERS 2019, as reprinted by UpToDate 110199
    ("classe", "heures"),
    [("saba", (4, 6)), ("sama", (12, 12)), ("laba", (24, 24)), ("ultra_laba", (36, 36)), ("lama", (36, 48))],
)
def test_suspension_h_of_the_published_table(classe, heures):
    assert bronchodilatateur.suspension_h(classe) == heures


@pytest.mark.parametrize(
    ("classe", "heures", "expected"),
    [
        ("saba", 3.9, "insuffisante"),
        ("saba", 4, "limite"),
        ("saba", 5.9, "limite"),
        ("saba", 6, "respectee"),
        ("sama", 11.9, "insuffisante"),
        ("sama", 12, "respectee"),
        ("lama", 35, "insuffisante"),
        ("lama", 47, "limite"),
        ("lama", 48, "respectee"),
    ],
)
def test_suspension_on_both_sides_of_each_delay(classe, heures, expected):
    assert bronchodilatateur.suspension(classe, heures) == expected


@pytest.mark.parametrize("heures", [None, True, math.nan, math.inf, "6", -1, 1001])
def test_delays_refuse_an_unknown_drug_and_an_impossible_number_of_hours(heures):
    with pytest.raises(ValueError, match=r"Délai depuis la prise.*de 0 à 1000 h"):
        bronchodilatateur.suspension("saba", heures)
    with pytest.raises(ValueError, match=r"Classe.*lama"):
        bronchodilatateur.suspension_h("lamas")
    with pytest.raises(ValueError, match=r"Bronchodilatateur.*ipratropium, salbutamol"):
        bronchodilatateur.attente_min(None)
