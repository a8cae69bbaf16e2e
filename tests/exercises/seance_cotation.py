"""A perfect score sheet, and how the tests spoil it one step at a time."""

import json

from asalee_training.exercises import cotation_test
from asalee_training.exercises.cotation_test import exemples as cotation_exemples
from asalee_training.exercises.cotation_test.feuilles import FEUILLES
from asalee_training.simulation import patient

TESTS = tuple(FEUILLES)
#: One condition of each kind: may be redone, forbids any test, is passed on.
CONDITIONS = ("appareils", "etat_stable", "substances")


def make(test="horloge_7", **changes):
    conditions = tuple(n for n in CONDITIONS if n not in FEUILLES[test].inutiles)
    data = {"type": "cotation_test", "points": 10.0, "explication": "La règle à retenir.", "test": test}
    return cotation_test.Spec.model_validate({**data, "conditions": conditions, **changes})


def someone(seed=b"x", passation="medicaments_recents", **profils):
    wanted = {
        "cognition": "horloge_seule",
        "autonomie": "aide_mixte",
        "humeur": "humeur_triste",
        "passation": passation,
    }
    laws = {nom: {"profil": profil} for nom, profil in (wanted | profils).items()}
    return patient.draw({"sexe": "femme", "age": 80, **laws}, seed)


def judged(spec, person, raw):
    key = cotation_test.expected(spec, person)
    return cotation_test.grade(spec, key, cotation_test.parse(spec, json.loads(json.dumps(raw))))


def perfect(spec, person):
    return cotation_exemples.parfaite(spec.test, cotation_test.expected(spec, person).attendu)


def lost(mark):
    return [etape.fait for etape in mark.etapes if not etape.juste]


def with_steps(raw, change):
    steps = change([{k: v for k, v in geste.items() if k != "t"} for geste in raw["gestes"]])
    return cotation_exemples.session(steps, raw["conclusion"])


def concluded(raw, **changes):
    return {**raw, "conclusion": {**raw["conclusion"], **changes}}
