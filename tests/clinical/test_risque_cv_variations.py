"""What makes a cardiovascular risk rise or fall, whoever the person is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import risque_cv
from asalee_training.clinical.risque_cv import modele
from tests.clinical.scores_cv import AGE, SCORES

REALISTIC = {
    "sexe": st.sampled_from(["femme", "homme"]),
    "tabac": st.booleans(),
    "pas_mmhg": st.floats(100, 170),
    "cholesterol_mmol_l": st.floats(4, 8),
    "hdl_mmol_l": st.floats(0.9, 2.4),
    "region": st.sampled_from(modele.REGIONS),
}
HIGHER = {"pas_mmhg": 1.5, "cholesterol_mmol_l": 0.2, "hdl_mmol_l": 0.1}


@settings(max_examples=40)
@given(data=st.data(), **REALISTIC)
@pytest.mark.parametrize("nom", SCORES)
def test_the_risk_rises_with_pressure_and_cholesterol_and_falls_with_hdl(nom, data, **someone):
    calcul, whole = SCORES[nom]
    whole = {**whole, **someone, "age": data.draw(st.floats(70, 89.9) if nom == "score2_op" else st.floats(40, 69.9))}
    if nom == "score2_diabete":
        whole["age_diagnostic"] = data.draw(st.floats(30, whole["age"]))
    risque = calcul(**whole)

    for measure, step in HIGHER.items():
        changed = calcul(**{**whole, measure: whole[measure] + step})
        assert changed < risque if measure == "hdl_mmol_l" else changed > risque, measure
    assert 0.1 < risque < 100
    assert risque_cv.arrondi(risque) == pytest.approx(risque, abs=0.0500001)


@settings(max_examples=40)
@given(data=st.data(), **REALISTIC)
@pytest.mark.parametrize("nom", SCORES)
def test_the_risk_rises_with_tobacco_up_to_87_and_with_age_within_one_score(nom, data, **someone):
    # In the published equation, tobacco stops counting for men at 87: 0.3524 - 0.0247 × (87.3 - 73) = 0.
    calcul, whole = SCORES[nom]
    first, last = (70, 87) if nom == "score2_op" else (40, 69)
    whole = {**whole, **someone, "age": data.draw(st.floats(first, last - 1))}
    if nom == "score2_diabete":
        whole |= {"age_diagnostic": data.draw(st.floats(30, whole["age"])), "hba1c_mmol_mol": 55}

    assert calcul(**{**whole, "tabac": True}) > calcul(**{**whole, "tabac": False})
    assert calcul(**{**whole, "age": whole["age"] + 1}) > calcul(**whole)


@settings(max_examples=40)
@given(age=st.floats(45, 69), hba1c=st.floats(35, 110), dfg=st.floats(45, 110), **REALISTIC)
def test_the_risk_of_diabetes_rises_with_hba1c_a_lower_dfg_and_an_earlier_diagnosis(age, hba1c, dfg, **someone):
    def risque(**change):
        return risque_cv.score2_diabete(
            **{**someone, "age": age, "age_diagnostic": 44, "hba1c_mmol_mol": hba1c, "dfg": dfg, **change}
        )

    assert risque(hba1c_mmol_mol=hba1c + 1) > risque()
    assert risque(dfg=dfg - 1) > risque()
    assert risque(age_diagnostic=43) > risque()


def test_the_diabetes_of_score2_op_raises_the_risk_it_was_published_to_recalibrate():
    assert risque_cv.score2_op(**{**AGE, "diabete": True}) > risque_cv.score2_op(**AGE)
