"""An ECG that somebody else placed wrong: recognised, refused, mended; or sent as it is."""

import pytest

from asalee_training.exercises import electrodes
from asalee_training.simulation.seance_ecg import FAUTES
from tests.exercises.seance_electrodes import PATIENTS, before, fautif, lost, mark, perfect, timed, without


@pytest.mark.parametrize("faute", FAUTES)
@pytest.mark.parametrize("who", PATIENTS[:6], ids=lambda p: str(p["ecg_alea"]))
def test_every_wrong_start_can_be_recognised_and_mended(faute, who):
    a_spec = fautif(faute)
    result = mark(perfect(a_spec, who), a_spec, who)
    assert lost(result) == []
    assert (result.points, result.gravite) == (10.0, None)


@pytest.mark.parametrize(("faute", "gravite"), [
    ("inversion_bras", "dangereux"), ("v1_v2_trop_hautes", "dangereux"), ("precordiales_permutees", "dangereux"),
    ("tremblement_froid", None), ("identite_absente", None), ("mauvais_etalonnage", None), ("electrode_decollee", None),
])  # fmt: skip
def test_sending_the_wrong_start_as_it_is_loses_and_a_wrong_placement_is_dangerous(faute, gravite):
    a_spec = fautif(faute, symptomes=["aucun"])
    session = timed(
        [
            {"g": "preparer", "quoi": "identite"},
            {"g": "preparer", "quoi": "symptomes"},
            {"g": "transmettre"},
            {"g": "liberer"},
        ]
    )
    result = mark(session, a_spec)
    assert {"le tracé de départ refusé", "le défaut reconnu"} <= set(lost(result))
    assert result.gravite == gravite
    assert result.points < 8


def test_in_a_wrong_start_one_fault_loses_its_criterion_and_only_it():
    a_spec = fautif("v1_v2_trop_hautes")
    session = perfect(a_spec)
    assert mark(session, a_spec).points == 10
    assert lost(mark(without(session, g="voir"), a_spec)) == ["le défaut reconnu"]
    assert lost(mark(without(session, g="reprendre"), a_spec)) == [], "to record again is to refuse"
    assert lost(mark(without(session, g="palper"), a_spec)) == ["le repérage par l’angle de Louis"]
    half = mark(without(session, electrode="V2"), a_spec)
    assert lost(half) == ["les dix électrodes en place"]
    assert half.gravite == "dangereux"
    disturbed = before(session, [{"g": "poser", "electrode": "V6", "site": "axillaire_moyenne_basse"}], g="enregistrer")
    assert lost(mark(disturbed, a_spec)) == ["les dix électrodes en place"]
    assert lost(mark(without(session, quoi="identite"), a_spec)) == ["l’identité vérifiée"]
    assert lost(mark(without(session, g="transmettre"), a_spec)) == ["la transmission au médecin"]


def test_putting_back_one_of_two_exchanged_electrodes_puts_back_the_other():
    a_spec = fautif("inversion_bras", symptomes=["aucun"])
    session = perfect(a_spec)
    assert lost(mark(without(session, electrode="L"), a_spec)) == []
    assert lost(mark(without(session, g="poser"), a_spec)) == ["les dix électrodes en place"]


def test_doing_nothing_to_a_wrong_start_is_not_refusing_it():
    a_spec = fautif("inversion_bras")
    result = mark(timed([{"g": "voir", "defaut": "inversion_bras", "coche": True}, {"g": "reprendre"}]), a_spec)
    assert "le tracé de départ refusé" in lost(result)
    assert result.gravite is None


def test_a_wrong_start_may_be_decided_at_once():
    electrodes.parse(fautif("inversion_bras"), {"gestes": [{"g": "transmettre", "t": 0}]})
    electrodes.parse(fautif("inversion_bras"), {"gestes": [{"g": "retirer", "t": 0, "electrode": "V1"}]})
