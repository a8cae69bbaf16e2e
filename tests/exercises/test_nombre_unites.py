"""A number in one of several admissible units: each is right with its own number, and mixing them up has its own reason."""

import pytest

from asalee_training import exercises
from asalee_training.exercises import nombre
from tests.preuve.cas import bloque, preuve

MELE = "Le nombre est celui de l’autre unité."
#: 1,67 g/L of LDL is 1,67 ÷ 0,38665 = 4,319 mmol/L; 1,97 (non-HDL) is 5,095; 3,09 L is 3 090 mL.
LDL = {
    "type": "nombre",
    "unite": "g/L",
    "unites": ["g/L", "mmol/L"],
    "grandeur": "cholesterol_ldl",
    "decimales": 2,
    "points": 2,
    "explication": "Cholestérol total moins HDL moins triglycérides sur cinq.",
    "attendu": {"valeur": 1.67, "tolerance": 0.02},
    "erreurs": [{"si": {"valeur": 1.97}, "retour": "C’est le non-HDL."}, {"si": {"autre_unite": True}, "retour": MELE}],
}
VOLUME = LDL | {
    "unite": "L",
    "unites": ["L", "mL"],
    "grandeur": "volume",
    "attendu": {"valeur": 3.09, "tolerance": 0.005},
}


def make(written, **changed):
    return nombre.Spec.model_validate(written | changed)


def mark(spec, texte, unite=None):
    raw = {"texte": texte} | ({"unite": unite} if unite else {})
    return nombre.grade(spec, nombre.expected(spec, {}), nombre.parse(spec, raw))


@pytest.mark.parametrize(
    ("spec", "texte", "unite", "points", "words"),
    [
        (LDL, "1,67", "g/L", 2, "bonne valeur"),
        (LDL, "4,32", "mmol/L", 2, "bonne valeur"),
        (LDL, "4,32 mmol/L", None, 2, "bonne valeur"),
        (LDL, "4,37", "mmol/L", 2, "bonne valeur"),  # 1,6897 g/L
        (LDL, "4,38", "mmol/L", 0, "pas la valeur attendue"),  # 1,6935 g/L
        (LDL, "1,67", "mmol/L", 0, MELE),
        (LDL, "4,32", "g/L", 0, MELE),
        (LDL, "1,97", "g/L", 0, "non-HDL"),
        (LDL, "5,10", "mmol/L", 0, "non-HDL"),
        (LDL, "900", "mmol/L", 0, "pas la valeur attendue"),
        (VOLUME, "3 090", "mL", 2, "bonne valeur"),
        (VOLUME, "3,09", "mL", 0, MELE),
        (VOLUME, "3 090", "L", 0, MELE),
    ],
)
def test_each_unit_is_right_with_its_own_number(spec, texte, unite, points, words):
    found = mark(make(spec), texte, unite)
    assert (found.points, words in found.retour) == (points, True), found.retour


def test_without_a_quantity_the_unit_is_part_of_the_question():
    spec = make(LDL, grandeur="", erreurs=LDL["erreurs"][:1])
    assert nombre.validate(spec) == []
    assert mark(spec, "4,32", "mmol/L").points == 0
    assert "unité n’est pas la bonne" in mark(spec, "1,67", "mmol/L").retour


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"grandeur": "cholesterol_ldll"}, "la grandeur « cholesterol_ldll » n’existe pas"),
        ({"unites": ["g/L", "mL"]}, "écrivez au moins deux « unites: » parmi : g/L, mmol/L, mg/dL"),
        ({"unites": []}, "écrivez au moins deux « unites: »"),
        ({"erreurs": LDL["erreurs"][:1]}, "prévoyez « si: {autre_unite: true} »"),
        ({"grandeur": ""}, "demande « grandeur: »"),
        (
            {"erreurs": [{"si": {"valeur": 1, "autre_unite": True}, "retour": "x"}, LDL["erreurs"][1]]},
            "chaque erreur prévue",
        ),
    ],
)
def test_an_author_is_told_what_several_units_need(changed, words):
    assert any(words in message for message in nombre.validate(make(LDL, **changed)))
    assert nombre.validate(make(LDL)) == nombre.validate(make(VOLUME)) == []


@pytest.mark.parametrize("spec", [LDL, VOLUME])
def test_the_proof_tries_every_unit_and_every_mix_up(spec):
    spec = make(spec)
    module, key = exercises.get("nombre"), nombre.expected(spec, {})
    found = module.samples(spec, key)
    assert {raw["unite"] for raw in found.right if "unite" in raw} == set(spec.unites)
    for raw in found.right:
        assert nombre.grade(spec, key, nombre.parse(spec, raw)).points == 2, raw
    mixed = [m for m in found.wrong if m.retour == MELE]
    assert len(mixed) == 2
    for mutant in found.wrong:
        got = nombre.grade(spec, key, nombre.parse(spec, mutant.raw))
        assert got.points == 0, mutant
        assert not mutant.retour or got.retour == mutant.retour, mutant


def test_a_grader_that_takes_a_number_under_the_wrong_unit_is_caught(monkeypatch):
    question = """### Quel est son LDL ?

```{exercice} ldl
type: nombre
unite: g/L
unites: [g/L, mmol/L]
grandeur: cholesterol_ldl
points: 2
attendu: {valeur: 1.67, tolerance: 0.02}
explication: Cholestérol total moins HDL moins triglycérides sur cinq.
erreurs:
  - {si: {autre_unite: true}, retour: Relisez l’unité.}
```
"""
    assert not preuve(question).bloquants
    true = nombre.grade
    monkeypatch.setattr(nombre, "grade", lambda spec, key, answer: true(spec, key, (answer[0], spec.unite)))
    assert bloque(preuve(question), "Le nombre des g/L, sous mmol/L", "obtient tous les points")
