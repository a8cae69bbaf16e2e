"""The content of the repository is tested like code: every case, every lesson, every time."""

from pathlib import Path

import jsonschema
import pytest

from asalee_training.authoring import check, modules, publication
from asalee_training.authoring.entete import Ecrit
from asalee_training.content import markdown, schema, yaml_lines
from asalee_training.content.models import DEROGATOIRES, PARTIES
from asalee_training.content.source import Source
from asalee_training.workspace import Workspace

WS = Workspace(Path(__file__).parents[2])
SOURCES = check.sources(WS)
BY_NAME = [p.relative_to(WS.root).as_posix() for p in SOURCES]
CASES = [p for p in SOURCES if p.is_relative_to(WS.cases)]


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


@pytest.mark.parametrize("path", sorted(WS.courses.glob("*/module.md")), ids=lambda p: p.parent.name)
def test_a_module_names_lessons_and_cases_that_exist(path):
    module = modules.check(WS, path)
    for nom in module.cas:
        assert nom in {f"{p.parent.name}/{p.stem}" for p in CASES}


LESSONS = [p for p in SOURCES if p.is_relative_to(WS.courses) and p.parent.name in DEROGATOIRES]


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_a_lesson_has_what_a_lesson_needs(path):
    """A situation, five to ten questions of which some enter the bank, a summary; twenty to forty minutes."""
    lesson = check.read(WS, path)
    assert lesson.blocs[0].genre == "prose", "it begins with a situation"
    if lesson.entete.partie in ("anatomophysiologie", "pathologie"):
        assert any(b.genre == "figure" for b in lesson.blocs), "what must be understood is drawn"
    assert 5 <= len(lesson.exercices) <= 10
    assert 20 <= lesson.entete.duree_min <= 40
    assert lesson.essentiel
    assert any(e.spec.banque for e in lesson.exercices.values())


@pytest.mark.parametrize("nom", DEROGATOIRES)
def test_a_derogatory_module_has_lessons_of_its_four_parts(nom):
    found = [check.read(WS, p) for p in LESSONS if p.parent.name == nom]
    assert {lesson.entete.partie for lesson in found} == set(PARTIES)


def test_the_schema_and_the_guide_are_current():
    assert (WS.cases / "schema.json").read_text(encoding="utf-8") == schema.schema_text(), "run: asalee schema"
    for folder, tables in ((WS.cases, schema.tables()), (WS.courses, schema.lesson_tables())):
        guide = (folder / "README.md").read_text(encoding="utf-8")
        assert schema.guide(guide, tables) == guide, "run: asalee schema"
