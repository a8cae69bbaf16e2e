"""The technical quality of an ECG: electrodes, errors, settings, and when to record again."""

import math
import re
import unicodedata
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import ecg, inputs, reference_data
from tests.clinical.vecteurs import table

JUSTE = {electrode.code: electrode.position for electrode in ecg.electrodes()}
MEMBRES, PRECORDIALES = ("R", "L", "F", "N"), ("V1", "V2", "V3", "V4", "V5", "V6")
#: The row of the brief, and the code of ours.
ERREURS = {
    "inversion bras droit / bras gauche": "inversion_bras",
    "inversion bras droit / jambe droite": "inversion_bras_droit_jambe_droite",
    "inversion bras gauche / jambe gauche": "inversion_bras_gauche_jambe_gauche",
    "inversion bras gauche / jambe droite": "inversion_bras_gauche_jambe_droite",
    "V1-V2 trop hautes (2e-3e EIC)": "v1_v2_trop_hautes",
    "precordiales permutees": "precordiales_permutees",
    "tremblement / froid": "tremblement_froid",
    "50 Hz": "parasites_50_hz",
    "derive ligne de base": "derive_ligne_de_base",
    "mauvais etalonnage": "mauvais_etalonnage",
    "identite absente": "identite_absente",
}


def plain(text):
    letters = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return re.findall(r"[a-z0-9]+", "".join(c for c in letters if not unicodedata.combining(c)))


def swapped(*pairs):
    pose = dict(JUSTE)
    for first, second in pairs:
        pose[first], pose[second] = pose[second], pose[first]
    return pose


@pytest.mark.parametrize("row", table("score2_cv_ecg_electrodes.csv"), ids=lambda row: row["electrode"])
def test_electrodes_follow_the_table_of_the_brief(row):
    electrode = next(e for e in ecg.electrodes() if e.code == row["electrode"].split()[0])

    assert plain(electrode.libelle) == plain(row["position_fr"])
    assert electrode.couleur_iec == row["couleur_IEC"]


def test_there_are_ten_electrodes_each_in_a_place_of_its_own():
    assert len(ecg.electrodes()) == len(set(JUSTE.values())) == 10
    assert tuple(JUSTE) == PRECORDIALES + MEMBRES


@pytest.mark.parametrize("row", table("score2_cv_ecg_errors.csv"), ids=lambda row: row["erreur"])
def test_errors_follow_the_table_of_the_brief(row):
    erreur = next(e for e in ecg.erreurs() if e.code == ERREURS[row["erreur"]])
    kept = set(plain(row["signature_sur_le_trace"])) - {"ex", "d", "en", "aspect"}

    # Arrows are written in words here, and abbreviations in full: the leads and the numbers must all be there.
    assert {w for w in kept if re.fullmatch(r"d?i{1,3}|d(i{1,3})|av[rlf]|v\d|\d+", w)} <= set(plain(erreur.signature))
    assert "refaire" in erreur.action


@pytest.mark.parametrize(
    ("pairs", "erreur"),
    [
        ([("R", "L")], "inversion_bras"),
        ([("R", "N")], "inversion_bras_droit_jambe_droite"),
        ([("L", "F")], "inversion_bras_gauche_jambe_gauche"),
        ([("L", "N")], "inversion_bras_gauche_jambe_droite"),
        ([("R", "F")], "inversion_bras_droit_jambe_gauche"),
        ([("F", "N")], "inversion_jambes"),
        ([("R", "N"), ("L", "F")], "inversion_bras_et_jambes"),
        ([("V1", "V3")], "precordiales_permutees"),
        ([("V5", "V6"), ("V1", "V2")], "precordiales_permutees"),
        ([("R", "L"), ("F", "N")], "autre_erreur_de_pose"),
        ([("R", "L"), ("L", "F")], "autre_erreur_de_pose"),  # three limbs in a rotation
        ([("R", "V1")], "autre_erreur_de_pose"),
    ],
)
def test_verifier_pose_names_the_swap(pairs, erreur):
    found = ecg.verifier_pose(swapped(*pairs))

    assert found.erreurs == (erreur,)
    assert found.refaire
    assert found.deplacees == ()


def test_verifier_pose_lists_who_holds_whose_place():
    assert ecg.verifier_pose(swapped(("R", "L"), ("V1", "V2"))).echanges == (("V1", "V2"), ("R", "L"))
    assert ecg.verifier_pose(swapped(("R", "L"), ("V1", "V2"))).erreurs == ("inversion_bras", "precordiales_permutees")
    assert ecg.verifier_pose(swapped(("R", "L"), ("L", "F"))).echanges == (("R", "L", "F"),)


def test_a_right_placement_has_nothing_to_do_again():
    assert ecg.verifier_pose(JUSTE) == ecg.Pose((), (), ())
    assert not ecg.verifier_pose(JUSTE).refaire


def test_trop_hautes_names_v1_and_v2_above_the_fourth_space_and_nothing_else():
    assert ecg.trop_hautes(JUSTE) == ()
    assert ecg.trop_hautes({"V1": "eic3_bord_droit", "V2": "eic2_bord_gauche"}) == ("V1", "V2")
    assert ecg.trop_hautes(JUSTE | {"V2": "eic3_bord_droit", "V1": "eic5_bord_droit"}) == ("V2",)
    assert ecg.trop_hautes(JUSTE | {"V3": "eic3_bord_gauche"}) == ()


@pytest.mark.parametrize(
    ("change", "deplacees", "erreurs"),
    [
        ({"V1": "eic2_bord_droit", "V2": "eic2_bord_gauche"}, ("V1", "V2"), ("v1_v2_trop_hautes",)),
        ({"V1": "eic3_bord_droit"}, ("V1",), ("v1_v2_trop_hautes",)),
        ({"V1": "eic3_bord_gauche", "V2": "eic3_bord_droit"}, ("V1", "V2"), ("v1_v2_trop_hautes",)),
        ({"V3": "eic3_bord_gauche"}, ("V3",), ("autre_erreur_de_pose",)),
        (
            {"V1": "eic3_bord_droit", "V2": "eic4_bord_droit"},  # V2 has gone to the place that V1 left
            ("V1",),
            ("v1_v2_trop_hautes", "autre_erreur_de_pose"),
        ),
        (
            {"V1": "eic3_bord_droit", "R": "bras_gauche", "L": "bras_droit"},
            ("V1",),
            ("inversion_bras", "v1_v2_trop_hautes"),
        ),
    ],
)
def test_verifier_pose_names_the_spaces_above_the_fourth(change, deplacees, erreurs):
    found = ecg.verifier_pose({**JUSTE, **change})

    assert (found.deplacees, found.erreurs) == (deplacees, erreurs)


@given(places=st.permutations(list(JUSTE.values())))
@settings(max_examples=80)
def test_every_electrode_out_of_its_place_is_in_one_swap_and_only_a_right_placement_is_free_of_errors(places):
    pose = dict(zip(JUSTE, places, strict=True))
    found = ecg.verifier_pose(pose)
    wrong = {code for code in JUSTE if pose[code] != JUSTE[code]}

    assert sorted(code for boucle in found.echanges for code in boucle) == sorted(wrong)
    assert found.refaire is bool(wrong)


def test_every_pair_of_electrodes_swapped_is_found():
    for pair in combinations(JUSTE, 2):
        assert ecg.verifier_pose(swapped(pair)).echanges == (pair,)


@pytest.mark.parametrize(
    ("pose", "named"),
    [
        (None, "dix électrodes"),
        ({}, "dix électrodes"),
        ({**JUSTE, "V7": "bras_droit"}, "dix électrodes"),
        ({code: position for code, position in JUSTE.items() if code != "N"}, "dix électrodes"),
        ({**JUSTE, "V1": None}, "Position de V1"),
        ({**JUSTE, "V1": "eic4_bord_droite"}, "Vouliez-vous écrire «\u00a0eic4_bord_droit\u00a0»"),
        ({**JUSTE, "V1": "bras_droit"}, "au même endroit"),
    ],
)
def test_verifier_pose_refuses_what_is_not_ten_electrodes_in_ten_places(pose, named):
    with pytest.raises(ValueError, match=named):
        ecg.verifier_pose(pose)


@pytest.mark.parametrize(
    ("reglages", "ecarts", "duree", "amplitude", "refaire"),
    [
        ((25, 10, True, True), (), 1, 1, False),
        ((50, 10, True, True), ("vitesse",), 2, 1, True),
        ((25, 5, True, True), ("amplitude",), 1, 0.5, True),
        ((24.9, 10.1, True, True), ("vitesse", "amplitude"), 0.996, 1.01, True),
        ((25, 10, False, True), ("carre_absent",), 1, 1, True),
        ((25, 10, True, False), ("filtre_non_note",), 1, 1, False),
        ((12.5, 20, False, False), ("vitesse", "amplitude", "carre_absent", "filtre_non_note"), 0.5, 2, True),
    ],
)
def test_verifier_reglages_against_25_mm_s_and_10_mm_mv(reglages, ecarts, duree, amplitude, refaire):
    found = ecg.verifier_reglages(*reglages)

    assert (found.ecarts, found.refaire) == (ecarts, refaire)
    assert (found.facteur_duree, found.facteur_amplitude) == (pytest.approx(duree), pytest.approx(amplitude))


@pytest.mark.parametrize(
    ("reglages", "named"),
    [
        *(
            ((bad, 10, True, True), "Vitesse.*5 à 200 mm/s")
            for bad in (None, True, "25", math.nan, math.inf, 0.025, 201)
        ),
        *(((25, bad, True, True), "Amplitude.*1 à 40 mm/mV") for bad in (None, True, "10", math.nan, 0.1, 41)),
        ((25, 10, None, True), "Carré d’étalonnage"),
        ((25, 10, True, 1), "Filtre"),
    ],
)
def test_verifier_reglages_refuses_impossible_settings(reglages, named):
    with pytest.raises(ValueError, match=named):
        ecg.verifier_reglages(*reglages)


def test_mentions_manquantes_in_the_order_of_the_tracing():
    toutes = ["nom", "date_naissance", "date", "heure", "symptomes"]

    assert ecg.mentions_manquantes(toutes) == ()
    assert ecg.mentions_manquantes([]) == tuple(toutes)
    assert ecg.mentions_manquantes({"heure", "nom"}) == ("date_naissance", "date", "symptomes")


@pytest.mark.parametrize("mentions", [None, "nom", 3, ["prenom"], [None], {"nom": True}])
def test_mentions_refuses_another_word(mentions):
    with pytest.raises(ValueError, match="Mention"):
        ecg.mentions_manquantes(mentions)


@pytest.mark.parametrize(
    ("vues", "symptomes", "inhabituel", "refaire", "medecin"),
    [
        ([], [], False, False, False),
        (["inversion_bras"], [], False, True, False),
        ([], ["douleur"], False, False, True),
        ([], ["syncope", "dyspnee", "palpitations"], False, False, True),
        ([], [], True, False, True),
        (["tremblement_froid"], ["douleur"], False, True, True),
    ],
)
def test_decision_redoes_a_poor_tracing_and_calls_the_physician_for_the_patient(
    vues, symptomes, inhabituel, refaire, medecin
):
    assert ecg.decision(vues, symptomes, inhabituel) == ecg.Decision(refaire, medecin)


@pytest.mark.parametrize("erreur", [erreur.code for erreur in ecg.erreurs()])
def test_every_error_has_the_tracing_recorded_again(erreur):
    assert ecg.decision([erreur], [], False).refaire


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ((["inversion"], [], False), "Erreur"),
        (("inversion_bras", [], False), "Erreur"),
        (([], ["fatigue"], False), "Symptôme"),
        (([], None, False), "Symptôme"),
        (([], [], None), "Aspect inhabituel"),
        (([], [], 1), "Aspect inhabituel"),
    ],
)
def test_decision_refuses_another_word(arguments, named):
    with pytest.raises(ValueError, match=named):
        ecg.decision(*arguments)


def test_the_fourth_space_is_found_from_the_angle_of_louis():
    reperage = ecg.reperage_4e_espace()

    assert [nom for nom, methode in reperage["methodes"].items() if methode["juste"]] == ["angle_de_louis"]
    assert "piege" in reperage["methodes"]["depuis_la_clavicule"]
    assert reperage["source"]
    assert reperage["date"]


def test_the_wrong_places_are_places_and_their_errors_known():
    codes = {erreur.code for erreur in ecg.erreurs()}
    for row in reference_data.rows("ecg_positions_fausses"):
        assert all(value.strip() for value in row.values()), row
        assert row["position"] in ecg.positions()
        assert row["position"] not in JUSTE.values()
        assert set(row["electrodes"].split()) <= set(JUSTE)
        assert row["erreur"] in codes
    for name in ("ecg_electrodes", "ecg_erreurs"):
        for row in reference_data.rows(name):
            assert all(value.strip() for value in row.values()), row


def test_the_french_of_the_tables_has_its_typography():
    for erreur in ecg.erreurs():
        assert erreur.signature == inputs.typography(erreur.signature)
        assert "'" not in erreur.signature + erreur.action + erreur.nom


def test_a_table_of_yes_and_no_is_no_list_of_findings():
    with pytest.raises(ValueError, match=r"Mention.*n’est pas une liste"):
        ecg.mentions_manquantes({"nom": False})
    with pytest.raises(ValueError, match=r"Erreur.*n’est pas une liste"):
        ecg.decision({"bras_inverses": False}, [], False)
    with pytest.raises(ValueError, match=r"Symptôme.*n’est pas une liste"):
        ecg.decision([], {"douleur": False}, False)
