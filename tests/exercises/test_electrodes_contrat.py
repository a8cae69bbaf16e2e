"""An ECG session: what cannot be done, what goes to the page, what is told to the author."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.exercises import electrodes
from asalee_training.exercises.calculs import MissingField
from asalee_training.exercises.contract import Mark, Unreadable
from asalee_training.exercises.electrodes import mots as electrodes_mots
from asalee_training.simulation import ecg, seance_ecg
from asalee_training.simulation.seance_ecg import CODES, FAUTES
from tests.exercises.seance_electrodes import NU, PATIENTS, fautif, mark, perfect, spec, timed


def test_the_mark_of_a_perfect_session_and_the_lines_judged_are_the_same_for_all_patients_of_a_case():
    woman, man = [p for p in PATIENTS if p["sexe"] == "femme"], [p for p in PATIENTS if p["sexe"] == "homme"]
    for a_spec in (NU, fautif("inversion_bras", "inversion_bras_droit_jambe_gauche")):
        for group in (woman, man):
            results = [mark(perfect(a_spec, who), a_spec, who) for who in group]
            assert {(r.points, len(r.etapes)) for r in results} == {(10.0, len(results[0].etapes))}


@pytest.mark.parametrize("raw", [
    {"gestes": [{"g": "transmettre", "t": 0}]},  # no tracing yet
    {"gestes": [{"g": "voir", "t": 0, "defaut": "inversion_bras", "coche": True}]},
    {"gestes": [{"g": "retirer", "t": 0, "electrode": "V1"}]},  # not stuck
    {"gestes": [{"g": "poser", "t": 0, "electrode": "V1", "site": "eic4_bord_droit"},
                {"g": "poser", "t": 1, "electrode": "V2", "site": "eic4_bord_droit"},
                {"g": "retirer", "t": 2, "electrode": "V1"}]},  # it had gone back to the tray
    {"gestes": [{"g": "liberer", "t": 0}, {"g": "enregistrer", "t": 1}]},
    {"gestes": [{"g": "voir", "t": 0, "defaut": "inversion_jambes", "coche": True}]},  # nobody can see it
    {"gestes": [{"g": "enregistrer", "t": 0}], "conclusion": {"lecture": "normal"}},
    {"gestes": [{"g": "interpreter", "t": 0}]},
])  # fmt: skip
def test_what_no_page_allows_is_unreadable_and_not_wrong(raw):
    with pytest.raises(Unreadable):
        electrodes.parse(NU, raw)


PLACES = ("bras_droit", "bras_gauche", "eic3_bord_droit", "parasternal_droit", "eic4_bord_droit")
GESTES = st.sampled_from(
    [
        {"g": "preparer", "quoi": "degraisser"},
        {"g": "preparer", "quoi": "asseoir"},
        {"g": "palper", "repere": "clavicule"},
        *({"g": "poser", "electrode": c, "site": s} for c in ("R", "L", "V1", "V3", "N") for s in PLACES),
        {"g": "retirer", "electrode": "V1"},
        {"g": "vitesse", "mm_s": "50"},
        {"g": "carre", "imprime": False},
        {"g": "voir", "defaut": "inversion_bras", "coche": True},
        *({"g": nom} for nom in ("enregistrer", "reprendre", "transmettre", "alerter", "liberer")),
    ]
)


@settings(max_examples=150, deadline=None)
@given(gestes=st.lists(GESTES, max_size=25), note=st.sampled_from([None, *electrodes_mots.NOTES]), wrong=st.booleans())
def test_any_session_is_unreadable_or_gets_a_mark(gestes, note, wrong):
    a_spec = fautif("v1_v2_trop_hautes") if wrong else NU
    try:
        result = mark(timed(gestes, note), a_spec)
    except Unreadable:
        return
    assert isinstance(result, Mark)
    assert 0 <= result.points <= 10
    assert electrodes.words(None, timed(gestes, note), str)


@pytest.mark.parametrize("a_spec", [NU, fautif(*FAUTES, symptomes=["aucun", "douleur"])], ids=["nu", "pose_fautive"])
def test_the_page_is_told_neither_the_right_places_nor_the_fault(a_spec):
    for who in PATIENTS:
        recording = json.dumps(electrodes.recording(a_spec, who), ensure_ascii=False)
        assert len(recording) < 25_000
        assert not set(re.findall(r"[a-z_0-9]+", recording)) & {*FAUTES, "faute", "attendu", "juste", "symptome"}
    public = json.dumps(electrodes.public(a_spec), ensure_ascii=False)
    for secret in ("attendu", "gravite", "retour", a_spec.explication, 'bras droit"', "pseudo", "hors_champ"):
        assert secret not in public
    assert {e["code"] for e in electrodes.public(a_spec)["electrodes"]} == set(CODES)


def test_every_place_gesture_and_preparation_has_its_words():
    assert set(electrodes_mots.LIEUX) == set(ecg.SITES)
    assert len(set(electrodes_mots.LIEUX.values())) == len(ecg.SITES)
    grouped = [quoi for ids in electrodes_mots.GROUPES.values() for quoi in ids]
    assert sorted(grouped) == sorted(electrodes_mots.PREPARATIONS)
    assert set(seance_ecg._REPONSES) | {"symptomes"} == set(electrodes_mots.PREPARATIONS)
    assert set(seance_ecg.MENTIONS) == set(electrodes_mots.MENTIONS)
    told = electrodes.words(None, perfect(), str)
    assert "V1 : 4e espace intercostal, bord droit du sternum" in told
    assert "Noté avec le tracé" in told
    assert electrodes.words(None, {"gestes": 3}, str) is None


@pytest.mark.parametrize(("changes", "words"), [
    ({"depart": "pose_fautive", "fautes": []}, "demande « fautes: »"),
    ({"fautes": ["inversion_bras"]}, "electrode_decollee"),
    ({"depart": "pose_fautive", "fautes": ["inversion_jambes"]}, "ne convient pas"),
    ({"depart": "pose_fautive", "fautes": ["inversion_bras"], "materiel": {"vitesse_mm_s": 50}}, "appareil est réglé"),
])  # fmt: skip
def test_validate_tells_the_author(changes, words):
    assert words in " ".join(electrodes.validate(spec(**changes)))


def test_a_missing_field_of_the_patient_is_named():
    with pytest.raises(MissingField):
        electrodes.expected(NU, {"sexe": "femme"})
