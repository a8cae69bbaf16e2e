"""Laws, draws and what is said to an author whose law is wrong."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asalee_training.simulation import patient, tirage
from asalee_training.simulation.champs import CHAMPS

LAMBERT = {
    "sexe": "femme",
    "age": {"entre": [54, 63]},
    "taille_cm": {"entre": [156, 168]},
    "tabac_paquets_annees": {"entre": [28, 40]},
    "spirometrie": {"profil": "obstructif_modere"},
}


def test_uniform_is_the_hmac_of_the_label_as_a_number():
    # worked out with another tool: printf 'age' | openssl dgst -sha256 -mac HMAC -macopt hexkey:677261696e65
    assert tirage.uniform(b"graine", "age") == pytest.approx(int("f28df7d4", 16) / 2**32, abs=2**-31)


@given(st.binary(max_size=8), st.text(max_size=8), st.integers(-50, 50), st.integers(0, 50), st.integers(1, 9))
def test_a_step_draw_stays_within_its_bounds_and_on_its_steps(seed, label, low, width, pas):
    value = tirage.step(seed, label, low, low + width, pas)

    assert low <= value <= low + width
    assert (value - low) % pas == 0
    assert 0 <= tirage.uniform(seed, label) < 1


def test_a_step_draw_reaches_every_value_including_both_bounds():
    assert {tirage.step(bytes([seed]), "age", 54, 63, 1) for seed in range(200)} == set(range(54, 64))
    tenths = {tirage.step(bytes([seed]), "poids", 60, 61, 0.1) for seed in range(200)}
    assert tenths == {round(60 + index / 10, 1) for index in range(11)}


def test_normal_draws_have_their_mean_and_deviation():
    draws = [tirage.normal(b"g", str(index), 10, 2) for index in range(4000)]
    mean = sum(draws) / len(draws)

    assert mean == pytest.approx(10, abs=0.15)
    assert (sum((x - mean) ** 2 for x in draws) / len(draws)) ** 0.5 == pytest.approx(2, abs=0.1)


def test_shuffled_keeps_the_items_and_changes_with_the_seed():
    orders = {tuple(tirage.shuffled(bytes([seed]), "x", "abc")) for seed in range(100)}

    assert len(orders) == 6
    assert all(sorted(order) == list("abc") for order in orders)


def test_the_patient_of_a_seed_never_changes():
    assert patient.draw(LAMBERT, b"graine") == {
        "sexe": "femme",
        "age": 63,
        "taille_cm": 156,
        "tabac_paquets_annees": 38,
        "vems_l": 1.39,
        "cvf_l": 2.7,
    }


def test_the_order_of_the_laws_and_the_other_fields_change_nothing():
    drawn = patient.draw(LAMBERT, b"graine")
    turned = patient.draw(dict(reversed(LAMBERT.items())), b"graine")
    fewer = patient.draw({"age": LAMBERT["age"]}, b"graine")

    assert list(turned) == list(drawn)
    assert turned == drawn
    assert fewer["age"] == drawn["age"]


def test_two_seeds_make_two_patients_and_a_list_of_profiles_reaches_each():
    laws = {"pieds": {"profil": {"parmi": ["sans_neuropathie", "amputation"]}}, "age": {"parmi": [50, 60]}}
    drawn = [patient.draw(laws, bytes([seed])) for seed in range(60)]

    assert {found["amputation"] for found in drawn} == {False, True}
    assert {found["age"] for found in drawn} == {50, 60}


def test_every_drawn_field_is_known_and_json():
    laws = {
        **LAMBERT,
        "prenom": {"parmi": ["Odette", "Anne"]},
        "poids_kg": {"entre": [60, 80], "pas": 0.5},
        "pieds": {"profil": "neuropathie_aomi"},
        "peau": {"profil": "corne"},
        "cognition": {"profil": "stockage"},
        "ecg": {"profil": "normal"},
        "tension": {"profil": "hta_grade_1"},
        "automesure_regle": "2-2-3",
        "automesure_defaut": "oublis",
        "autonomie": {"profil": "aide_mixte"},
        "humeur": {"profil": "humeur_triste"},
        "passation": {"profil": "plusieurs_ecarts"},
        "dialyse": True,
    }
    drawn = patient.draw(laws, b"graine")

    assert set(drawn) == {nom for nom, champ in CHAMPS.items() if champ.profil != "dossier"}
    assert json.loads(json.dumps(drawn)) == drawn
    assert all(CHAMPS[nom].refuse(nom, value) == "" for nom, value in drawn.items())
    assert drawn["dialyse"] is True, "the author's word completes the profile"


def test_a_drawn_patient_does_not_keep_the_name_of_its_profile():
    text = json.dumps(patient.draw({"pieds": {"profil": "neuropathie_aomi"}, "cognition": {"profil": "stockage"}}, b""))

    assert not any(word in text for word in ("profil", "neuropathie", "stockage"))


@pytest.mark.parametrize(
    ("laws", "said"),
    [
        ({"agee": 58}, "Vouliez-vous écrire «\u00a0age\u00a0»"),
        ({"spiro": {"profil": "normal"}}, "n’est pas un champ du patient"),
        ({"age": 300}, "de 18 à 105"),
        ({"age": "58"}, "n’est pas un nombre"),
        ({"age": True}, "n’est pas un nombre"),
        ({"age": None}, "n’est pas un nombre"),
        ({"age": float("nan")}, "hors des valeurs"),
        ({"age": 58.5}, "n’est pas un nombre entier"),
        ({"taille_cm": 1.62}, "de 120 à 220"),
        ({"age": {"entre": [63, 54]}}, "la borne basse 63 dépasse"),
        ({"age": {"entre": [54]}}, "deux bornes"),
        ({"age": {"entre": [54, 400]}}, "400 est hors"),
        ({"age": {"entre": [54, 63], "pas": 0}}, "le pas 0"),
        ({"age": {"entre": [54, 63], "pas": 0.5}}, "entier"),
        ({"age": {"parmi": []}}, "au moins une valeur"),
        ({"age": {"parmi": [58, 400]}}, "400 est hors"),
        ({"age": {"normale": [58, 3]}}, "loi inconnue"),
        ({"sexe": {"entre": [1, 2]}}, "loi inconnue"),
        ({"sexe": "F"}, "femme, homme"),
        ({"dialyse": "oui"}, "vrai ou faux"),
        ({"prenom": ""}, "n’est pas un texte"),
        ({"pieds": "amputation"}, "donnez un profil"),
        ({"pieds": {"profil": "amputaton"}}, "Vouliez-vous écrire «\u00a0amputation\u00a0»"),
        ({"pieds": {"profil": {"parmi": []}}}, "n’est pas connu"),
        ({"pieds": {"profil": {"parmi": ["amputation", "x"]}}}, "«\u00a0x\u00a0» n’est pas connu"),
        (
            {"pieds": {"profil": "amputation"}, "aomi": True},
            "déjà donné par le profil de «\u00a0pieds\u00a0»",
        ),
        ({"spirometrie": {"profil": "normal"}, "sexe": "femme"}, "a besoin de age, taille_cm"),
        ({"vems_l": 3.2, "cvf_l": 2.8}, "dépasse cvf_l"),
        ({"cinq_mots": {"rli": 5, "rii": 3, "rld": 0, "rid": 0}}, "8 mots"),
        ({"cinq_mots": {"rli": 5}}, "Écrivez {rli"),
        ({"monofilament": {"droit": {}}}, "hallux, meta1 et meta5"),
        ({"deformations": "hallux valgus"}, "liste de textes"),
        ({"codex": {"mots": 2, "horloge": {}, "orientation": 3}}, "n’a pas la forme"),
        ({"ips_droit": 1.1, "pression_cheville_droite_mmhg": 100, "pression_bras_mmhg": 130}, "0,77"),
        ([], "n’est pas une liste de champs"),
    ],
)
def test_check_says_what_is_wrong_in_french_and_draw_refuses_it(laws, said):
    assert said in " ".join(patient.check(laws))
    with pytest.raises(ValueError, match=r"\w"):
        patient.draw(laws, b"graine")


def test_check_accepts_the_design_s_example_and_its_witness():
    assert patient.check(LAMBERT) == []
    witness = {"age": 58, "taille_cm": 162, "tabac_paquets_annees": 35, "vems_l": 1.62, "cvf_l": 2.75}
    assert patient.check(witness) == []
    assert patient.draw(witness, b"") == witness


def test_check_finds_a_profile_that_cannot_be_at_the_edge_of_an_age_range():
    laws = {**LAMBERT, "sexe": "homme", "age": {"entre": [40, 70]}, "taille_cm": {"entre": [145, 180]}}
    assert patient.check(laws) == []

    faults = patient.check({**laws, "spirometrie": {"profil": "obstructif_leger"}})
    assert "40 ans et 145 cm" in " ".join(faults)
