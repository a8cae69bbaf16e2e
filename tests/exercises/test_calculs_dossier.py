"""Computations that a case may name over the fields of a record: values worked out by hand or published."""

import pytest

from asalee_training.clinical import risque_cv
from asalee_training.exercises import calculs
from asalee_training.exercises.calculs import biologie as calculs_biologie
from asalee_training.exercises.calculs import confusions, erreurs_biologie
from asalee_training.exercises.calculs import erreurs as calculs_erreurs
from asalee_training.exercises.calculs import risque as calculs_risque
from asalee_training.exercises.calculs import souffle as calculs_souffle
from asalee_training.simulation import dossier, patient
from asalee_training.simulation.champs import CHAMPS

ADDED = {
    **calculs_biologie.TABLE,
    **calculs_risque.TABLE,
    **calculs_erreurs.TABLE,
    **erreurs_biologie.TABLE,
    **calculs_souffle.TABLE,
}
#: A man of 74 (kidney) and a smoker of 50 (the published example of SCORE2, in g/L).
REIN = {"sexe": "homme", "age": 74, "creatinine_umol_l": 110, "rac_mg_mmol": 4.0}
FUME = {"age": 50, "statut_tabac": "fumeur", "pas_cabinet_mmhg": 140, "ct_g_l": 2.436, "hdl_g_l": 0.5413}
V14 = {"sexe": "homme", "age": 52, "statut_tabac": "fumeur", "pas_cabinet_mmhg": 148, "ct_g_l": 2.40, "hdl_g_l": 0.43}
ANCIENNE = {"statut_tabac": "ancien", "cigarettes_jour": 25, "age": 64, "age_debut_tabac": 18, "age_arret_tabac": 58}
LIPIDES = {"ct_g_l": 2.2, "hdl_g_l": 0.5, "tg_g_l": 1.5}
NAVARRO = {"sexe": "homme", "age": 70, "creatinine_umol_l": 148, "creatinine_m12_umol_l": 112}
AIGUILLES = ("deux_aiguilles", "aiguille_heure", "aiguille_minute", "tailles")
HORLOGE = dict.fromkeys(("chiffres_presents", "ordre", "position", *AIGUILLES), True)
SAIN = {
    "age": 58,
    "maladie_cardiovasculaire": False,
    "hypercholesterolemie_familiale": False,
    "grossesse": False,
    "diabete": False,
    "dfg": 82.0,
    "rac_mg_mmol": 1.0,
    "ldl_g_l": 1.3,
    "pas_cabinet_mmhg": 138,
    "pad_cabinet_mmhg": 82,
}


@pytest.mark.parametrize(
    ("name", "fields", "expected"),
    [
        ("imc", {"poids_kg": 70, "taille_cm": 175}, 22.857),
        ("dfg_ckd_epi", REIN, 56.7),  # the clinical brief: G3a by 2009, G2 by 2021
        ("dfg_ckd_epi_2021", REIN, 60.8),
        ("categorie_dfg", REIN, "G3a"),
        ("categorie_albuminurie", REIN, "A2"),
        ("risque_renal", REIN, "eleve"),
        ("declin_dfg_an", {**REIN, "creatinine_m12_umol_l": 100}, 7.37),
        ("creatinine_mg_l", {"creatinine_umol_l": 88.4}, 10.0),
        ("rac_mg_g", {"rac_mg_mmol": 3.0}, 26.52),
        ("hba1c_ifcc", {"hba1c_pct": 7.0}, 53.01),
        ("glycemie_moyenne_estimee", {"hba1c_pct": 7.0}, 1.542),
        ("ecart_hba1c", {"hba1c_pct": 8.1, "cible_hba1c_pct": 7.0}, 1.1),
        ("ldl_friedewald", LIPIDES, 1.4),
        ("ldl_friedewald_diviseur_mmol", LIPIDES, 1.018),
        ("non_hdl", LIPIDES, 1.7),
        ("cholesterol_mmol", LIPIDES, 5.69),
        ("hdl_mmol", LIPIDES, 1.293),
        ("score2", {**FUME, "sexe": "homme"}, 6.3),  # SCORE2, supplementary table 4
        ("score2", {**FUME, "sexe": "femme"}, 4.3),
        # Spirometry vignettes V06, V07 and V02: limit of normal in GLI Global, and both readings of the ratio.
        ("lin_rapport", {"sexe": "femme", "age": 81, "taille_cm": 155}, 64.6),
        ("rapport_deux_lectures", {"sexe": "femme", "age": 81, "taille_cm": 155, "vems_l": 1.44, "cvf_l": 2.10}, "bas_fixe_seul"),
        ("rapport_deux_lectures", {"sexe": "femme", "age": 38, "taille_cm": 167, "vems_l": 2.64, "cvf_l": 3.75}, "bas_lin_seul"),
        ("rapport_deux_lectures", {"sexe": "femme", "age": 58, "taille_cm": 162, "vems_l": 2.10, "cvf_l": 3.16}, "bas"),
        # Vignette V16: first cigarette at 3 minutes, 25 a day.
        ("hsi", {"delai_premiere_cigarette_min": 3, "cigarettes_jour": 25}, 5),
        ("hsi_classe", {"delai_premiere_cigarette_min": 3, "cigarettes_jour": 25}, "forte"),
        ("nicotine_depart", {"delai_premiere_cigarette_min": 3, "cigarettes_jour": 25}, 25.0),
        # Vignettes V14 and V12 of the clinical brief: 8.5 % for a smoker of 52, 7.0 % in the wrong unit, 5.0 % if he did not
        # smoke; a creatinine of 148 µmol/L typed as 16.7 mg/dL.
        ("score2", V14, 8.5),
        ("score2_g_l_pour_mmol", V14, 7.0),
        ("score2_sans_tabac", V14, 5.0),
        ("score2_encore_fumeur", {**V14, "statut_tabac": "ancien"}, 8.5),
        (
            "paquets_annees_sans_arret",
            {"cigarettes_jour": 25, "age": 57, "age_debut_tabac": 18, "age_arret_tabac": 49, "statut_tabac": "ancien"},
            48.75,
        ),
        ("dfg_mg_l_pour_mg_dl", {"sexe": "homme", "age": 70, "creatinine_umol_l": 148}, 2.516),
        # Worked out from the published coefficients for a man of 72: the brief says where SCORE2 must stop, not its number there.
        ("score2_hors_age", {**V14, "age": 72, "statut_tabac": "jamais"}, 12.5),
        # What a mistake gives, with a pencil: 57,4 − 40,7 of 57,4; 12,0 ÷ 8,84; 2,32 × 0,387 and × 1,129; 10,93 × 8,0.
        ("ecart_creatinine", NAVARRO, 36),
        ("declin_dfg_pct", NAVARRO, 29.09),
        ("creatinine_non_convertie", NAVARRO, 148),
        ("creatinine_mg_dl", {"creatinine_umol_l": 88.4}, 1.0),
        ("rac_non_convertie", {"rac_mg_mmol": 12.0}, 12.0),
        ("rac_divisee", {"rac_mg_mmol": 12.0}, 1.357),
        ("cholesterol_non_converti", {"ct_g_l": 2.32}, 2.32),
        ("cholesterol_multiplie", {"ct_g_l": 2.32}, 0.897),
        ("cholesterol_facteur_triglycerides", {"ct_g_l": 2.32}, 2.619),
        ("hdl_non_converti", LIPIDES, 0.5),
        ("hba1c_non_convertie", {"hba1c_pct": 7.8}, 7.8),
        ("hba1c_fois_dix", {"hba1c_pct": 7.8}, 78.0),
        ("hba1c_ifcc_sans_retrait", {"hba1c_pct": 8.0}, 87.44),
        ("glycemie_moyenne_sans_parentheses", {"hba1c_pct": 6.2}, 177.473),  # 28,7 × 6,2 − 0,467
        ("glycemie_moyenne_sans_retrait", {"hba1c_pct": 6.2}, 1.7794),
        ("ecart_hba1c_inverse", {"hba1c_pct": 5.9, "cible_hba1c_pct": 7.0}, 1.1),
        ("ecart_hba1c_relatif", {"hba1c_pct": 7.7, "cible_hba1c_pct": 7.0}, 10.0),
        ("imc_sans_carre", {"poids_kg": 104, "taille_cm": 162}, 64.2),
        ("hsi_delai_inverse", {"delai_premiere_cigarette_min": 3, "cigarettes_jour": 25}, 2),  # 0 + 2
        ("hsi_delai_inverse", {"delai_premiere_cigarette_min": 40, "cigarettes_jour": 12}, 3),  # 2 + 1
        ("nicotine_depart_double", {"delai_premiere_cigarette_min": 10, "cigarettes_jour": 20}, 40.0),
        ("horloge_sans_suites", {"horloge": {**HORLOGE, "chiffres_presents": False, "ordre": False, "position": False}}, 6),
        ("horloge_sans_suites", {"horloge": {**HORLOGE, "position": False}}, 6),
        ("horloge_sans_suites", {"horloge": HORLOGE | dict.fromkeys(AIGUILLES, False)}, 6),
        ("horloge_criteres_codex", {"codex": {"horloge": {"tous_chiffres": True, "position": False, "deux_aiguilles": True, "heure": True}}}, 3),
        ("score2_categorie", {**FUME, "sexe": "homme"}, "eleve"),
        ("score2_categorie", {**FUME, "sexe": "femme"}, "faible_a_modere"),
        ("score_applicable", SAIN, "score2"),
        ("score_applicable", {**SAIN, "age": 75}, "score2_op"),
        ("score_applicable", {**SAIN, "diabete": True}, "score2_diabete"),
        ("score_applicable", {**SAIN, "diabete": True, "retinopathie": True}, "aucun"),
        ("score_applicable", {**SAIN, "maladie_cardiovasculaire": True}, "aucun"),
        ("score_applicable", {**SAIN, "age": 38}, "aucun"),
        ("categorie_sans_score", SAIN, "aucune"),
        ("categorie_sans_score", {**SAIN, "maladie_cardiovasculaire": True}, "tres_eleve"),
        ("classe_pression_cabinet", SAIN, "normale_haute"),
        ("grade_pression_cabinet", {"pas_cabinet_mmhg": 138, "pad_cabinet_mmhg": 100}, 2),
        ("conclusion_tension", {**SAIN, "pas_habituelle_mmhg": 137, "pad_habituelle_mmhg": 80, "antihypertenseur": False}, "masquee"),
        ("paquets_annees", {"statut_tabac": "fumeur", "cigarettes_jour": 20, "age": 58, "age_debut_tabac": 18}, 40.0),
        (
            "paquets_annees",
            {"statut_tabac": "ancien", "cigarettes_jour": 10, "age": 70, "age_debut_tabac": 20, "age_arret_tabac": 50},
            15.0,
        ),
        ("paquets_annees", {"statut_tabac": "jamais", "cigarettes_jour": 0, "age": 58}, 0.0),
        # Who smoked 25 a day from 18 to 58 and is 64 now: 1.25 × 40; 25 × 40; 1.25 × 46; 1.25 × 58.
        ("paquets_annees", ANCIENNE, 50.0),
        ("paquets_annees_sans_diviser", ANCIENNE, 1000.0),
        ("paquets_annees_sans_arret", ANCIENNE, 57.5),
        ("paquets_annees_depuis_la_naissance", ANCIENNE, 72.5),
        ("paquets_annees_depuis_la_naissance", {**ANCIENNE, "statut_tabac": "fumeur"}, 80.0),
        ("paquets_annees_sans_diviser", {"statut_tabac": "jamais", "cigarettes_jour": 0, "age": 58}, 0.0),
        ("severite_vems", {"sexe": "femme", "age": 58, "taille_cm": 162, "vems_l": 1.62}, "leger"),
    ],
)  # fmt: skip
def test_a_computation_gives_what_was_worked_out_by_hand(name, fields, expected):
    value = calculs.compute(name, fields)

    assert value == (expected if isinstance(expected, str | int) else pytest.approx(expected, rel=2e-3))


def test_who_still_smokes_cannot_have_counted_up_to_today_by_mistake():
    smoker = {field: value for field, value in ANCIENNE.items() if field != "age_arret_tabac"} | {
        "statut_tabac": "fumeur"
    }

    with pytest.raises(calculs.MissingField):
        calculs.compute("paquets_annees_sans_arret", smoker)
    assert "Années comptées jusqu’à aujourd’hui" in dict(confusions.confusions("paquets_annees", ANCIENNE))
    assert "Années comptées jusqu’à aujourd’hui" not in dict(confusions.confusions("paquets_annees", smoker))


def test_score2_diabete_is_given_each_field_in_its_unit():
    person = {**FUME, "sexe": "homme", "age": 60, "hba1c_pct": 8.0, "dfg": 72.0, "age_diagnostic_diabete": 50}
    # 6,3 and 1,4 mmol/L; 8 % is 63,94 mmol/mol
    expected = risque_cv.score2_diabete(60, "homme", True, 140, 6.3, 1.4, 50, 63.94, 72.0)

    assert calculs.compute("score2_diabete", person) == pytest.approx(expected, abs=0.06)
    assert calculs.compute("score2_diabete", {**person, "hba1c_pct": 7.0}) < expected - 0.3


@pytest.mark.parametrize("name", ADDED)
def test_each_computation_reads_fields_that_exist_and_says_what_it_gives(name):
    calcul = calculs.CALCULS[name]

    assert set(calcul.lit) <= set(CHAMPS)
    assert calcul.description.endswith(".")
    assert name not in CHAMPS, "a computation and a field of the same name would be confused in a case"
    with pytest.raises(calculs.MissingField):
        calculs.compute(name, {})


@pytest.mark.parametrize("profil", ["diabete", "rcv", "fumeur"])
def test_the_computations_of_a_protocol_hold_for_its_patients(profil):
    # what a score and Friedewald's formula accept: a very low cholesterol on treatment exists, and no score takes it
    lipids = {"tg_g_l": {"entre": [0.5, 3.2]}, "ct_g_l": {"entre": [1.25, 4]}, "hdl_g_l": {"entre": [0.25, 1.2]}}
    laws = {"age": {"entre": [45, 69]}, "dossier": {"profil": profil, **lipids}}
    for index in range(24):
        person = patient.draw(laws, bytes([index]))
        right = (n for n in ADDED if not calculs.CALCULS[n].erreur)  # a mistake may not be one for this person
        found = {name: calculs.compute(name, person) for name in right if set(calculs.CALCULS[name].lit) <= set(person)}

        assert found["dfg_ckd_epi"] == pytest.approx(person["dfg"], abs=0.0501)
        assert found["categorie_dfg"] == person["stade_g"]
        assert found["categorie_albuminurie"] == person["stade_a"]
        assert found["ldl_friedewald"] == pytest.approx(person["ldl_g_l"], abs=0.00501)
        assert found["non_hdl"] == pytest.approx(person["non_hdl_g_l"], abs=0.00501)
        assert found["imc"] == pytest.approx(person["imc_kg_m2"], abs=0.0501)
        assert found["conclusion_tension"] == person["profil_tensionnel"]
        assert found["grade_pression_cabinet"] == person["grade_cabinet"]
        assert found["paquets_annees"] == pytest.approx(person["tabac_paquets_annees"], abs=0.0501)
        assert found.get("ecart_hba1c", 0) == pytest.approx(person.get("ecart_hba1c_pct", 0), abs=1e-6)
        if profil == "rcv":
            assert found["score_applicable"] == "score2"
            assert 0.1 <= found["score2"] <= 40
        if profil == "diabete":
            assert found["score2_diabete"] > 0


def test_a_primary_prevention_record_always_has_a_score():
    assert "score" in dossier.PROFILS["rcv"].description
    for index in range(60):
        person = patient.draw({"dossier": {"profil": "rcv"}}, bytes([index]))
        assert calculs.compute("score_applicable", person) == ("score2_op" if person["age"] >= 70 else "score2")
        assert calculs.compute("score2", person) > 0


def test_every_mistake_of_the_table_is_named_after_what_it_mistakes():
    known = {other for ways in confusions.AUTRES.values() for other in ways.values()}

    assert set(confusions.AUTRES) <= set(calculs.CALCULS)
    assert known <= set(calculs.CALCULS)
    # a mistake that no computation can be taken for would never be proposed to an author
    assert {nom for nom, c in calculs.CALCULS.items() if c.erreur} <= known
    assert confusions.nommees("imc") == {"imc_sans_carre": "Poids divisé par la taille, sans le carré"}
    assert confusions.nommees(None) == {}


def test_a_score_is_not_a_mistake_for_whom_it_is_right():
    with pytest.raises(ValueError, match="n’est pas une erreur"):
        calculs.compute("score2_hors_age", V14)
    with pytest.raises(ValueError, match="n’est pas une erreur"):
        calculs.compute("score2_encore_fumeur", V14)
    # after 70 it is the score of that age that a wrong unit or a forgotten cigarette spoils
    old = {**V14, "age": 74}
    assert calculs.compute("score2_sans_tabac", old) == calculs.compute("score2", {**old, "statut_tabac": "jamais"})
    assert calculs.compute("score2_sans_tabac", old) != calculs.compute(
        "score2_hors_age", {**old, "statut_tabac": "jamais"}
    )
