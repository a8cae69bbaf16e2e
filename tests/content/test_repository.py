"""The content of the repository is tested like code: every case, every lesson, every time."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from asalee_training import scoring
from asalee_training.authoring import check, modules, publication
from asalee_training.authoring.entete import Ecrit
from asalee_training.content import markdown, release, schema, yaml_lines
from asalee_training.content.source import Source
from asalee_training.workspace import Workspace

WS = Workspace(Path(__file__).parents[2])
SOURCES = check.sources(WS)
BY_NAME = [p.relative_to(WS.root).as_posix() for p in SOURCES]
CASES = [p for p in SOURCES if p.is_relative_to(WS.cases)]
# Which ones are evaluations is read from the text, so that a file that cannot be read fails in one test, by its name.
EVALUATIONS = [p for p in CASES if "\nmode: evaluation" in Source.open(p, WS.root).texte]


def test_the_repository_has_the_cases_and_lessons_it_promises():
    cases = [check.read(WS, p) for p in SOURCES]
    modes = [c.mode for c in cases]
    assert modes.count("evaluation") >= 3
    assert modes.count("entrainement") >= 1
    assert modes.count("lecon") >= 1
    assert {c.nom.partition("/")[0] for c in cases} >= {"diabete", "bpco", "cognition", "compagnonnage"}


@pytest.mark.parametrize("path", SOURCES, ids=BY_NAME)
def test_a_file_can_be_played_and_marked_for_every_patient(path):
    case = check.check(WS, path)
    assert case.exercices


@pytest.mark.parametrize("path", SOURCES, ids=BY_NAME)
def test_the_schema_for_editors_accepts_what_the_reader_accepts(path):
    pieces = markdown.cut(Source.open(path, WS.root).texte).pieces
    definitions = schema.schema()["$defs"]
    kind = "cas" if path.is_relative_to(WS.cases) else "lecon"
    for piece in pieces:
        if piece.genre == "entete":
            jsonschema.validate(yaml_lines.load(piece.texte).valeurs, definitions[kind])
        elif piece.genre == "exercice":
            values = yaml_lines.load(piece.texte).valeurs
            own = [
                d for d in definitions["exercice"]["oneOf"] if values["type"] in (d["properties"]["type"].get("const"),)
            ]
            assert len(own) == 1
            jsonschema.validate(values, own[0])


@pytest.mark.parametrize("path", SOURCES, ids=BY_NAME)
def test_a_text_is_an_honest_specimen_or_was_signed_by_two_people(path):
    case = check.read(WS, path)
    assert publication.etat(case.entete, Ecrit.open(WS, path).empreinte).publiable, (
        "write « specimen: true », or have it signed"
    )
    if case.entete.specimen:
        assert case.entete.relecture is None, "nobody reviewed it yet: a specimen claims no review"


@pytest.mark.parametrize("path", EVALUATIONS, ids=lambda p: p.stem)
def test_an_evaluation_leaves_without_key_reason_or_law(path):
    case = check.read(WS, path)
    assert case.mode == "evaluation"
    text = release.to_json(release.bundle(case, release.patients(case, b"s"), "x"))
    data = json.loads(text)
    assert "corrige" not in data
    for exercise in case.exercices.values():
        dumped = exercise.spec.model_dump()
        secrets = [dumped["explication"], *(o["retour"] for o in dumped.get("choix", ()))]
        secrets += [e["retour"] for e in dumped.get("erreurs", ())]
        for secret in secrets:
            assert json.dumps(secret, ensure_ascii=False)[1:-1] not in text
    for word in ("grade_podologique", '"aomi"', "profil", "gravite", "temoin", "motif_", '"dialyse"'):
        assert word not in text
    assert not re.search(r'"ips_(droit|gauche)":[0-9]', text)


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_a_blind_guess_does_not_validate_a_case(path):
    """First choice everywhere, and everything ticked, must both miss the threshold on average over the 32 patients."""
    case = check.read(WS, path)
    first, everything = [], []
    for patient in release.patients(case, b"s"):
        key = scoring.key(case, patient)
        for guesses, pick in ((first, lambda ids: ids[:1]), (everything, lambda ids: ids)):
            answers = {}
            for nom, exercise in case.exercices.items():
                ids = [o["id"] for o in release.public_exercise(exercise).get("choix", ())]
                if ids:
                    answers[nom] = ids[0] if exercise.type == "choix" else pick(ids)
            marks = [m for m in scoring.mark_all(key, case, answers).values() if m.etat != "a_noter"]
            result = scoring.result(marks)
            guesses.append(result.points / result.sur)
    seuil = case.entete.seuil_validation
    assert sum(first) / len(first) < seuil
    assert sum(everything) / len(everything) < seuil


@pytest.mark.parametrize("path", sorted(WS.courses.glob("*/module.md")), ids=lambda p: p.parent.name)
def test_a_module_names_lessons_and_cases_that_exist(path):
    module = modules.check(WS, path)
    for nom in module.cas:
        assert nom in {f"{p.parent.name}/{p.stem}" for p in CASES}


def test_the_schema_and_the_guide_are_current():
    assert (WS.cases / "schema.json").read_text(encoding="utf-8") == schema.schema_text(), "run: asalee schema"
    for folder, tables in ((WS.cases, schema.tables()), (WS.courses, schema.lesson_tables())):
        guide = (folder / "README.md").read_text(encoding="utf-8")
        assert schema.guide(guide, tables) == guide, "run: asalee schema"
