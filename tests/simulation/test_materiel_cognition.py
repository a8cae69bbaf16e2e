"""What a nurse has before her to score: it agrees with the patient, reads as French, and gives nothing away."""

import json
import re

import pytest

from asalee_training.clinical import cognition, reference_data
from asalee_training.simulation import materiel_cognition, patient, reperage
from asalee_training.simulation.champs import PROFILS
from asalee_training.simulation.feuille_cognition import LISTE, MOTS_CODEX
from asalee_training.simulation.paroles_reperage import GDS, IADL
from asalee_training.simulation.scene_passation import SCENES
from tests.simulation.cles import keys

CONDITIONS = [row["nom"] for row in reference_data.rows("cognition_conditions")]
LAWS = {
    "sexe": {"parmi": ["femme", "homme"]},
    "age": {"entre": [70, 92]},
    **{
        field: {"profil": {"parmi": list(PROFILS[field][0])}}
        for field in ("cognition", "autonomie", "humeur", "passation")
    },
}
PATIENTS = [patient.draw(LAWS, index.to_bytes(2, "big")) for index in range(150)]
HEURES = {"minicog": "11:10", "gpcog": "11:10"}
KEYS = {
    "scene",
    "lignes",
    "suite",
    "dessin",
    "encre",
    "cercle",
    "titre",
    "dit",
    "vrai",
    "heure",
    "chiffres",
    "aiguilles",
    "ecrit",
}


ALONE = dict.fromkeys(reperage.ACTIVITES, 1)


def shown(test, person):
    return materiel_cognition.materiel(test, person, HEURES.get(test, ""), None, CONDITIONS)


def drawn(field, profil):
    return [patient.draw({"sexe": "femme", field: {"profil": profil}}, bytes([n])) for n in range(80)]


#: profile: dependencies at least, at most, cognitive impact, activities never done
AUTONOMIE = {
    "autonome": (0, 0, False, 0),
    "aide_cognitive": (1, 2, True, 0),
    "aide_cognitive_etendue": (3, 4, True, 0),
    "aide_physique": (1, 2, False, 0),
    "aide_mixte": (2, 2, True, 0),
    "jamais_fait": (0, 0, False, 1),
}


@pytest.mark.parametrize("profil", reperage.AUTONOMIE)
def test_daily_life_profiles_read_as_they_say(profil):
    low, high, impact, never = AUTONOMIE[profil]
    found = set()
    for person in drawn("autonomie", profil):
        levels, causes = person["iadl"]["niveaux"], person["iadl"]["causes"]
        lu = cognition.iadl4(**levels, cause_cognitive="cognitive" in causes.values())
        assert low <= lu.dependances <= high
        assert (lu.retentissement, len(lu.non_applicables)) == (impact, never)
        assert set(lu.activites) == set(causes)
        found |= set(causes)
    assert len(found) == (4 if high else 0), "every activity is helped in some patient"


def test_mood_profiles_read_as_they_say():
    scores = {
        profil: {cognition.mini_gds(**person["mini_gds"]).score for person in drawn("humeur", profil)}
        for profil in reperage.HUMEUR
    }
    assert scores == {
        "humeur_sereine": {0},
        "humeur_triste": {1, 2},
        "humeur_tres_triste": {3, 4},
        "bonheur_absent": {1},
    }
    assert all(person["mini_gds"]["decourage_triste"] == "non" for person in drawn("humeur", "bonheur_absent"))


@pytest.mark.parametrize("profil", reperage.PASSATION)
def test_conditions_of_a_profile_are_the_unmet_ones_and_no_other(profil):
    for person in drawn("passation", profil):
        lues = cognition.conditions_passation(person["conditions"])
        assert not lues.non_renseignees
        assert lues.non_remplies in {tuple(n for n in CONDITIONS if n in unmet) for unmet in reperage.PASSATION[profil]}
        assert bool(lues.bloquantes) == (profil in ("changement_aigu", "cause_somatique"))


def test_every_state_level_and_answer_that_can_be_drawn_has_words():
    for row in reference_data.rows("cognition_conditions"):
        states = {"remplie", "non_remplie"} | ({"sans_objet"} if row["sans_objet_possible"] == "oui" else set())
        assert set(SCENES[row["nom"]]) == states
        every = [sentence for said in SCENES[row["nom"]].values() for sentence in said]
        assert len(set(every)) == len(every), "a sentence tells one state only"
    for activite, causes in reperage.NIVEAUX_AIDES.items():
        assert (1, "") in IADL[activite]
        assert all((level, cause) in IADL[activite] for cause, levels in causes.items() for level in levels)
    assert all(set(GDS[item]) == {"oui", "non"} for item in reperage.GDS)


def test_a_scene_shows_the_state_of_each_condition_and_no_other():
    for person in PATIENTS:
        words, lines = materiel_cognition.accords(person), shown("codex", person)["scene"]
        for nom, said in SCENES.items():
            heard = {state for state, every in said.items() for text in every if text.format_map(words) in lines}
            assert heard == {person["conditions"][nom]}


@pytest.mark.parametrize("test", materiel_cognition.CHAMPS)
def test_a_recording_is_small_json_repeatable_agrees_and_gives_nothing_away(test):
    for person in PATIENTS:
        seen = shown(test, person)
        text = json.dumps(seen, ensure_ascii=False)
        assert json.loads(text) == seen
        assert len(text.encode()) < 12_000
        assert set(keys(seen)) <= KEYS
        assert "{" not in "".join(seen["scene"]) + "".join(s for line in seen["lignes"] for _, s in line["dit"])
        assert not re.search(r"remplie|niveau|cognitive|physique|score|profil|_", re.sub(r'"non_?', '"', text))
        if person["sexe"] == "homme":
            assert not re.search(r"\b[Ee]lle\b", text)
        assert len(seen["scene"]) == len(CONDITIONS) + 2
    assert shown(test, PATIENTS[-1]) == seen


def test_the_drawing_is_the_patient_s_own_unless_the_author_chose_its_errors():
    person = PATIENTS[0]
    assert shown("codex", person)["dessin"] == person["horloge_dessin"]
    chosen = materiel_cognition.faits("horloge_7", person, "15:40", ["une_aiguille"])["dessin"]
    assert (chosen["heure"], len(chosen["aiguilles"])) == ("15:40", 1)
    assert chosen == materiel_cognition.faits("horloge_4", person, "15:40", ["une_aiguille"])["dessin"], (
        "one drawing, two sheets"
    )


def test_a_clock_redrawn_at_another_time_is_right_for_whom_it_is_right():
    for person in PATIENTS[:80]:
        own = cognition.horloge_depuis_dessin(**person["horloge_dessin"]).score
        other = cognition.horloge_depuis_dessin(**materiel_cognition.faits("minicog", person, "11:10")["dessin"]).score
        assert (own == 7) == (other == 7)


def test_a_stiff_hand_trembles_on_paper():
    person = next(p for p in PATIENTS if p["conditions"]["motricite"] == "remplie")
    steady = shown("horloge_7", person)["encre"]
    stiff = shown("horloge_7", {**person, "conditions": {**person["conditions"], "motricite": "non_remplie"}})["encre"]
    assert stiff != steady


def test_words_said_are_the_ones_counted():
    for person in PATIENTS:
        said = shown("codex", person)["lignes"][0]["dit"][0][1].lower()
        assert sum(mot in said for mot in MOTS_CODEX) == person["codex"]["mots"]
        lines = {
            line["titre"]: " ".join(s for _, s in line["dit"]).lower() for line in shown("cinq_mots", person)["lignes"]
        }
        for titre, nom in (("Rappel libre immédiat", "rli"), ("Rappel libre différé", "rld"),
                           ("Avec l’indice, immédiat", "rii"), ("Avec l’indice, différé", "rid")):  # fmt: skip
            assert sum(mot in lines[titre] for mot, _ in LISTE) == person["cinq_mots"][nom]


def test_places_said_by_who_knows_hold_what_is_true_and_the_others_do_not():
    for person in PATIENTS[:60]:
        right = materiel_cognition.faits("codex", person)["orientation"]
        for line, known in zip(shown("codex", person)["suite"], right, strict=True):
            said, true = line["dit"][0][1].lower(), line["vrai"].lower()
            key = {"premier étage": "premier", "deuxième étage": "deuxième"}.get(
                true, true.split(", ")[-1].split("-")[0]
            )
            assert (key in said) == known


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("iadl", {"niveaux": ALONE | {"telephone": 4}, "causes": {"telephone": "cognitive"}}, "ne peut pas être joué"),
        ("iadl", {"niveaux": ALONE | {"telephone": "non_applicable"}, "causes": {}}, "ne peut pas être joué"),
        ("iadl", {"niveaux": ALONE | {"budget": 2}, "causes": {}}, "donnez une cause"),
        ("iadl", {"niveaux": {"telephone": 1}, "causes": {}}, "n’a pas la forme"),
        ("mini_gds", {"decourage_triste": "oui"}, "n’a pas la forme"),
        ("conditions", {"lieu": "remplie"}, "il manque"),
    ],
)  # fmt: skip
def test_a_field_written_by_hand_is_refused_in_french_when_it_cannot_be_played(field, value, words):
    assert any(words in fault for fault in patient.check({field: value}))
