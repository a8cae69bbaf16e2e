"""Computations of blood pressure that a case may name, against sheets worked out by hand."""

import pytest

from asalee_training.exercises import calculs
from asalee_training.exercises.calculs import tension as calculs_tension
from tests.exercises.seances_tension import drawn

SHEET = {
    "regle": "2-2-3",
    "appareil": "bras",
    "matin": [[[131, 82], [128, 80]], [[133, 83], [130, 81]], [[132, 81], [129, 80]]],
    "soir": [[[129, 79], [126, 78]], [[128, 80], [127, 79]], [[127, 78], [125, 77]]],
}


def test_a_sheet_worked_out_by_hand():
    """Sheet B of the brief: 128.8/79.8 on twelve readings; mornings 783 over 6, evenings 762 over 6."""
    person = {"automesure": SHEET}
    assert calculs.compute("moyenne_automesure_pas", person) == pytest.approx(1545 / 12)
    assert calculs.compute("moyenne_automesure_pad", person) == pytest.approx(958 / 12)
    assert calculs.compute("moyenne_automesure_pas_matin", person) == pytest.approx(783 / 6)
    assert calculs.compute("moyenne_automesure_pas_soir", person) == pytest.approx(762 / 6)
    assert calculs.compute("nombre_automesures", person) == 12
    assert calculs.compute("releve_valide", person) is True
    assert calculs.compute("releve_motif", person) == "valide"
    assert calculs.compute("releve_classe", person) == "normale"


def test_why_a_sheet_is_worth_nothing():
    wrist = {"automesure": {**SHEET, "appareil": "poignet"}}
    assert calculs.compute("releve_motif", wrist) == "appareil_de_poignet"
    mornings = {"automesure": {**SHEET, "soir": [[None, None]] * 3}}
    assert calculs.compute("releve_motif", mornings) == "un_seul_moment"
    few = {"automesure": {**SHEET, "soir": [[[129, 79], None], [None, None], [None, None]]}}
    assert calculs.compute("releve_motif", few) == "trop_peu_de_mesures"
    for person in (wrist, mornings, few):
        assert calculs.compute("releve_classe", person) == "non_valide"
        assert calculs.compute("releve_valide", person) is False
        assert calculs.compute("conclusion_releve", {**drawn(), **person}) == "non_valide"
    with pytest.raises(ValueError, match="rien n’est écrit"):
        calculs.compute("moyenne_automesure_pas_soir", mornings)


def test_readings_at_the_office_and_on_standing_worked_out_by_hand():
    person = {
        "mesures_cabinet": {
            "droit": [[150, 88, 70], [144, 86, 70], [142, 84, 70]],
            "gauche": [[158, 92, 70], [150, 88, 70], [147, 87, 70]],
        },
        "mesures_orthostatiques": {
            "assis": [146, 84, 72],
            "couche": [152, 84, 70],
            "debout": [[124, 75, 76], [128, 76, 76], [131, 78, 75], [134, 80, 75]],
        },
        "tour_bras_cm": 34,
    }
    expected = {
        "moyenne_cabinet_pas": 148.5,
        "moyenne_cabinet_pad": 87.5,
        "moyenne_cabinet_pas_trois": 455 / 3,
        "grade_mesures_cabinet": 1,
        "bras_de_reference": "gauche",
        "brassard": "M",
        "baisse_orthostatique_pas": 24,
        "baisse_orthostatique_pas_3": 18,
        "orthostatisme_positif": True,
    }
    assert {nom: calculs.compute(nom, person) for nom in expected} == pytest.approx(expected)


@pytest.mark.parametrize("nom", calculs_tension.TABLE)
def test_each_computation_is_described_and_reads_what_it_says(nom):
    assert calculs.CALCULS[nom].description.endswith(".")
    with pytest.raises(calculs.MissingField):
        calculs.compute(nom, {})
    assert calculs.compute(nom, {c: drawn()[c] for c in calculs.CALCULS[nom].lit}) is not None
