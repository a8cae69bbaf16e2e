"""The record of a case: constraints kept, margins kept, and what an author is told when she asks too much."""

import json

import pytest

from asalee_training.clinical import inputs, pied, reference_data
from asalee_training.simulation import coherence, dossier, patient
from asalee_training.simulation.champs import CHAMPS
from asalee_training.simulation.population import graphe

SEEDS = [f"patient {index}".encode() for index in range(32)]


def drawn(**laws):
    assert patient.check(laws) == []
    return [patient.draw(laws, seed) for seed in SEEDS]


def satisfies(value, law):
    if isinstance(law, dict) and "entre" in law:
        return value is not None and law["entre"][0] <= value <= law["entre"][1]
    return value in law["parmi"] if isinstance(law, dict) else value == law


@pytest.mark.parametrize("nom", dossier.PROFILS)
def test_each_profile_keeps_its_word_for_32_patients(nom):
    profil = dossier.PROFILS[nom]
    people = drawn(dossier={"profil": nom})

    for person in people:
        for field, law in profil.contraintes.items():
            assert satisfies(person.get(field), law), field
        for field in profil.nets:
            assert clear(person, field), (field, person[field])
        assert json.loads(json.dumps(person)) == person
        assert all(CHAMPS[field].refuse(field, value) == "" for field, value in person.items())
        assert coherence.disagreement(person) == ""
    assert len({person["age"] for person in people}) > 5


MARGES = list(graphe.lignes("marges"))
CLASSES = {row["classe"]: row for row in reference_data.rows("tension_classes") if row["schema"] == "esh_2023"}


def clear(person, field):
    """No threshold of marges.csv within its margin: read again here, without arrays."""
    for row in MARGES:
        if row["noeud"] == field and field in person:
            threshold = limit(person, row["seuil"], field)
            if threshold is not None and abs(person[field] - threshold) < float(row["marge"]) - 1e-9:
                return False
    return True


def limit(person, written, field):
    examen, *path = written.removeprefix("-").split(":")
    if examen == "noeud":
        return person.get(path[0])
    if examen == "tension_classe":
        return float(CLASSES[path[1]][f"{path[0]}_min_mmhg"])
    return (-1 if written[0] == "-" else 1) * reference_data.thresholds(examen)[path[0]]


def test_every_margin_names_a_node_a_profile_needs_and_a_threshold_that_exists():
    needed = {field for profil in dossier.PROFILS.values() for field in profil.nets}

    assert {row["noeud"] for row in MARGES} == needed
    person = drawn(dossier={"profil": "diabete"})[0]
    assert all(isinstance(limit(person, row["seuil"], row["noeud"]), int | float) for row in MARGES)
    assert all(float(row["marge"]) > 0 and row["raison"] for row in MARGES)


def test_a_record_is_within_what_the_author_asks():
    laws = {
        "sexe": "femme",
        "age": {"entre": [58, 66]},
        "taille_cm": {"entre": [156, 168]},
        "prenom": {"parmi": ["Odile", "Josette"]},
        "dossier": {
            "profil": "diabete",
            "hba1c_pct": {"entre": [7.8, 8.4]},
            "insuline": False,
            "statut_tabac": {"parmi": ["jamais", "ancien"]},
        },
    }
    people = drawn(**laws)

    for person in people:
        assert person["sexe"] == "femme"
        assert 58 <= person["age"] <= 66
        assert 156 <= person["taille_cm"] <= 168
        assert 7.8 <= person["hba1c_pct"] <= 8.4
        assert person["diabete"]
        assert not person["insuline"]
        assert person["statut_tabac"] != "fumeur"
        assert "profil" not in json.dumps(person).replace("profil_tensionnel", "")
    assert len({json.dumps(person, sort_keys=True) for person in people}) == 32


def test_the_record_does_not_move_what_else_is_drawn():
    laws = {"sexe": "femme", "age": {"entre": [54, 63]}, "taille_cm": {"entre": [156, 168]}}
    laws["spirometrie"] = {"profil": "obstructif_modere"}

    alone = patient.draw(laws, b"graine")
    both = patient.draw({**laws, "dossier": {"profil": "bpco"}}, b"graine")

    assert {field: both[field] for field in alone} == alone


def test_the_record_agrees_with_the_feet_the_breath_and_the_words_of_the_case():
    laws = {"sexe": "homme", "age": {"entre": [66, 74]}, "taille_cm": {"entre": [168, 180]}}
    laws |= {
        "pieds": {"profil": "neuropathie_aomi"},
        "spirometrie": {"profil": "obstructif_modere"},
        "cognition": {"profil": "stockage"},
        "dossier": {"profil": "diabete"},
    }
    for person in drawn(**laws)[:12]:
        feet = {f"pied_{cote}": person["monofilament"][cote] for cote in pied.PIEDS}
        assert person["perte_sensibilite"] == pied.perte_sensibilite(**feet).perte
        assert person["grade_podologique"] == 2
        assert person["rapport_vems_cvf_pct"] == pytest.approx(100 * person["vems_l"] / person["cvf_l"], abs=0.0501)
        assert person["bpco"]
        assert person["etat_cognitif"] != "normal"
        assert person["mots_rld"] == person["cinq_mots"]["rld"]
        assert not [field for field in person if field.startswith("seuil_")], "said site by site by the examination"


def test_the_record_agrees_with_the_blood_pressure_of_the_case():
    for profil in ("hta_grade_2", "orthostatique"):
        for person in drawn(tension={"profil": profil}, dossier={"profil": "hta"})[:12]:
            assert person["hta"]
            assert person["antihypertenseur"] == (person["nombre_antihypertenseurs"] > 0) == (profil == "orthostatique")
            assert person["pas_cabinet_mmhg"] == person["pas_habituelle_mmhg"] + person["effet_cabinet_mmhg"]
            assert person["hypotension_orthostatique"] == (profil == "orthostatique")


def test_an_exact_value_is_the_author_s_even_on_a_threshold():
    people = drawn(dossier={"profil": "diabete", "hba1c_pct": 7.0, "cible_hba1c_pct": 7.0})

    assert {person["hba1c_pct"] for person in people} == {7.0}


@pytest.mark.parametrize(
    ("laws", "said"),
    [
        (
            {"dossier": {"profil": "diabete", "hba1c_pct": {"entre": [13.5, 14]}}},
            "dossier, hba1c_pct\u202f: vous demandez",
        ),
        ({"dossier": {"profil": "diabete", "hba1c_pct": {"entre": [13.5, 14]}}}, "va d’ordinaire de 6"),
        (
            {
                "sexe": "femme",
                "age": {"entre": [62, 67]},
                "dossier": {
                    "profil": "bpco",
                    "statut_tabac": "ancien",
                    "cigarettes_jour": {"parmi": [25, 30]},
                    "bpco_connue": True,
                    "age_debut_tabac": {"entre": [16, 20]},
                    "age_arret_tabac": {"entre": [57, 60]},
                },
            },
            "préférez une fourchette",
        ),
        ({"dossier": {"profil": "diabete", "hba1c": 8}}, "Vouliez-vous écrire «\u00a0hba1c_pct\u00a0»"),
        ({"dossier": {"profil": "diabete", "hba1c_pct": 80}}, "dossier, hba1c_pct\u202f: 80 est hors"),
        ({"dossier": {"profil": "diabete", "hba1c_pct": {"entre": [8, 7]}}}, "la borne basse 8 dépasse"),
        ({"dossier": {"profil": "diabete", "insuline": "non"}}, "vrai ou faux"),
        ({"dossier": {"profil": "diabete", "age": 60}}, "au même niveau que «\u00a0dossier:\u00a0»"),
        ({"dossier": {"profil": "personne_agee"}, "age": 60}, "«\u00a0personne_agee\u00a0» demande age entre 75 et 95"),
        ({"dossier": {"profil": "diabete"}, "age": 99}, "jusqu’à 95 ans"),
        ({"dossier": {"profil": "diabet"}}, "Vouliez-vous écrire «\u00a0diabete\u00a0»"),
        ({"dossier": {"hba1c_pct": 8}}, "donnez un profil"),
        ({"dossier": {"profil": "tout_venant", "grossesse": True}, "sexe": "homme"}, "impossible avec sexe"),
        (
            {"dossier": {"profil": "tout_venant", "vems_l": 3.2, "cvf_l": 2.8}},
            "dossier, vems_l\u202f: 3,2 L dépasse cvf_l",
        ),
        (
            {"dossier": {"profil": "tout_venant", "vems_l": {"entre": [3.2, 3.6]}, "cvf_l": {"entre": [2, 2.8]}}},
            "aucun patient ne convient",
        ),
        ({"dossier": {"profil": "diabete"}, "hba1c_pct": 8}, "déjà donné par le profil de «\u00a0dossier\u00a0»"),
        ({"dossier": {"profil": "diabete"}, "poids_kg": 70}, "écrivez cette loi dans «\u00a0dossier:\u00a0»"),
        ({"dossier": {"profil": "pied_a_risque"}, "pieds": {"profil": "sans_neuropathie"}}, "grade_podologique vaut 0"),
        ({"dossier": {"profil": "bpco", "stade_g": "G6"}}, "G1, G2, G3a"),
        ({"age": 50, "age_diagnostic_diabete": 60}, "dépasse age, 50"),
        ({"poids_kg": 90, "taille_cm": 160, "imc_kg_m2": 22.0}, "35,2"),
    ],
)
def test_an_author_who_asks_too_much_is_told_which_law_and_what_is_usual(laws, said):
    faults = " ".join(patient.check(laws))

    assert said in faults
    assert inputs.typography(faults) == faults


def test_the_law_named_is_the_one_that_rejects_most():
    laws = {
        "dossier": {"profil": "tout_venant", "diabete": True, "bpco": True, "kaliemie_mmol_l": {"entre": [6.2, 6.4]}}
    }

    assert patient.check(laws)[0].startswith("dossier, kaliemie_mmol_l")


def test_every_profile_is_described_to_authors():
    assert all(profil.description for profil in dossier.PROFILS.values())
    for nom, profil in dossier.PROFILS.items():
        for field, law in profil.contraintes.items():
            assert field in (*dossier.NOMS, *dossier.IDENTITE), (nom, field)
            assert patient.check({field: law}) == [], (nom, field)


def test_a_pressure_drawn_in_detail_is_not_asked_again_to_stay_clear_of_thresholds():
    """The readings keep their own distance: asking it twice left some seeds without anybody."""
    laws = {
        "sexe": "homme",
        "age": {"entre": [50, 57]},
        "tension": {"profil": "hta_grade_1"},
        "dossier": {"profil": "rcv", "statut_tabac": "fumeur", "antecedent_familial_cv": True, "hta": False},
    }
    assert patient.check(laws) == []
    for index in range(120):
        drawn = patient.draw(laws, b"secret %d" % index)
        assert drawn["pas_cabinet_mmhg"] >= 140 or drawn["pad_cabinet_mmhg"] >= 90
