"""Who is given the five words: what is heard agrees with the four counts, whatever the seed."""

import json
import re

import pytest

from asalee_training.clinical import cognition as clinique
from asalee_training.exercises.passation_cinq_mots import mots
from asalee_training.simulation import cognition, patient, seance_cinq_mots
from asalee_training.simulation.seance_cinq_mots import MOMENTS, VARIANTES

CONDITIONS = tuple(mots.CONDITIONS)
LISTES = ("verger", "ruisseau")


def people(profil, count=60):
    for seed in range(count):
        laws = {"sexe": {"parmi": ["femme", "homme"]}, "age": {"entre": [72, 92]}, "cognition": {"profil": profil}}
        laws["passation"] = {
            "profil": {"parmi": ["bonnes_conditions", "appareils_oublies", "changement_aigu", "tiers_qui_souffle"]}
        }
        yield patient.draw(laws, f"{profil}{seed}".encode())


@pytest.mark.parametrize("profil", cognition.PROFILS)
def test_what_is_heard_gives_back_the_counts_and_the_reading_of_the_profile(profil):
    for person in people(profil):
        told, counts = seance_cinq_mots.ecoute(person), person["cinq_mots"]
        heard = {
            nom: len(told[moment]["a"][kind])
            for nom, moment, kind in (
                ("rli", "immediat", "libre"), ("rii", "immediat", "indice"), ("rld", "differe", "libre"), ("rid", "differe", "indice"),
            )
        }  # fmt: skip
        assert heard == counts
        assert clinique.cinq_mots(**heard).total == sum(counts.values())
        for moment in MOMENTS:
            assert set(told[moment]) == set(VARIANTES[moment])
            for letter, line in told[moment].items():
                words = [*line["libre"], *line["indice"]]
                assert len(set(words)) == len(words)
                assert not set(line["voisins"]) & set(words)
                assert line["intrus"] not in line["libre"]
                if letter != "v":
                    own = told[moment]["a"]
                    assert (
                        (len(line["libre"]) >= len(own["libre"]))
                        if letter == "c"
                        else set(line["libre"]) <= set(own["libre"])
                    )
        assert told["differe"]["v"]["libre"] == list(range(5))
        assert set(told["immediat"]["a"]["libre"]) <= set(told["differe"]["c"]["libre"])


def test_the_sentences_say_the_words_that_are_heard_and_no_other():
    for profil in cognition.PROFILS:
        for person in people(profil, 25):
            told, played = seance_cinq_mots.ecoute(person), seance_cinq_mots.record(person, CONDITIONS, LISTES)
            for moment in MOMENTS:
                for letter, line in told[moment].items():
                    said = played["rappels"][moment][letter]
                    assert set(map(int, re.findall(r"\{(\d)\}", said))) == set(line["libre"])
                    assert re.findall(r"\{x(\d)\}", said) == ([] if line["intrus"] is None else [str(line["intrus"])])
                    for mot, (category, letter_cue, word) in enumerate(played["indices"][moment][letter]):
                        given = f"{{{mot}}}" in category
                        assert given == (mot in line["libre"] or mot in line["indice"])
                        assert (f"{{x{mot}}}" in category) == (mot in line["voisins"])
                        assert f"{{{mot}}}" in letter_cue
                        assert f"{{{mot}}}" in word


def test_the_same_person_answers_the_same_and_her_recording_is_small():
    sizes = set()
    for person in people("stockage", 20):
        played = seance_cinq_mots.record(person, CONDITIONS, LISTES)
        assert played == seance_cinq_mots.record(dict(reversed(person.items())), CONDITIONS, LISTES)
        sizes.add(len(json.dumps(played, ensure_ascii=False).encode()))
        texts = json.dumps(played, ensure_ascii=False)
        assert not re.search(r"\{(?!x?\d\})[A-Za-z]", texts), "a word that does not agree"
    assert max(sizes) < 14_000


def test_what_can_be_mended_is_seen_mended_and_the_rest_is_not():
    person = next(iter(people("stockage")))
    met = dict.fromkeys(CONDITIONS, "remplie")
    for nom in CONDITIONS:
        before = seance_cinq_mots.record({**person, "conditions": met | {nom: "non_remplie"}}, CONDITIONS, LISTES)
        fine = seance_cinq_mots.record({**person, "conditions": met}, CONDITIONS, LISTES)
        assert before["conditions"][nom][0] != fine["conditions"][nom][0]
        assert before["conditions"][nom][1] != fine["conditions"][nom][1]
    unseen = seance_cinq_mots.record({**person, "conditions": met | {"appareils": "non_remplie"}}, CONDITIONS, LISTES)
    assert unseen["lunettes"] == [False, True]
    assert unseen["lire"][0] != unseen["lire"][1]


def test_the_delay_and_the_task_decide_of_the_delayed_recall():
    assert [seance_cinq_mots.variante("horloge", m) for m in (1, 2, 3, 5, 10)] == ["c", "c", "a", "a", "a"]
    assert seance_cinq_mots.variante("silence", 4) == "c"
    assert seance_cinq_mots.variante("autre_liste", 4) == "b"
    assert seance_cinq_mots.variante(None, 0) == "c"
