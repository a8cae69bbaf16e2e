"""What the modules promise is in them: how many cases, at which levels, and where each thing promised is done.

`promesses.csv`: ``promesse`` (a vignette of a clinical brief; « ne pas faire »; « domicile »; « panne », a fault of the material to
find; a theme of the campaigns and extensions), ``cas`` and ``exercice``, the question where it is done.
"""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from asalee_training.authoring import check
from asalee_training.content.models import DEROGATOIRES
from asalee_training.content.reader import load_module
from asalee_training.workspace import Workspace

WS = Workspace(Path(__file__).parents[2])
TEXTES = [check.read(WS, path) for path in check.sources(WS)]
CAS = {case.nom: case for case in TEXTES if case.mode != "lecon"}
LECONS = [lesson for lesson in TEXTES if lesson.mode == "lecon"]
MODULES = {path.parent.name: load_module(path, WS.root) for path in sorted(WS.courses.glob("*/module.md"))}
FILE = Path(__file__).with_name("promesses.csv")

#: How many vignettes each clinical brief holds; each numbers its own from V01.
VIGNETTES = {"diabete_cv": 24, "spirometrie": 19, "cognition": 12}
#: The acts that each protocol lets the nurse do, and that its cases have her do.
ACTES = {
    "diabete": {"examen_monofilament"},
    "rcv": {"mesure_tension", "electrodes"},
    "bpco": {"seance_spirometrie"},
    "cognition": {"passation_cinq_mots", "cotation_test", "dessin_horloge", "entretien"},
}


def lines():
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def kept(promesse, protocole):
    """The cases of a protocol where something promised is done."""
    return {r["cas"] for r in lines() if r["promesse"] == promesse and r["cas"].startswith(f"{protocole}/")}


@pytest.mark.parametrize("row", lines(), ids=lambda row: f"{row['promesse']}: {row['cas']}")
def test_what_is_promised_is_a_question_that_exists(row):
    exercise = CAS[row["cas"]].exercices[row["exercice"]]
    assert exercise.spec.explication
    if row["promesse"] == "ne pas faire":
        assert [o for o in exercise.spec.choix if o.gravite], "going on anyway is not told as grave"


@pytest.mark.parametrize("source", VIGNETTES)
def test_every_vignette_of_a_brief_is_in_a_case(source):
    found = {r["promesse"] for r in lines() if r["promesse"].startswith(f"{source} V")}
    assert found == {f"{source} V{n:02d}" for n in range(1, VIGNETTES[source] + 1)}


@pytest.mark.parametrize("protocole", DEROGATOIRES)
def test_a_protocol_has_its_twelve_cases_at_three_levels_and_its_acts(protocole):
    own = [case for nom, case in CAS.items() if nom.startswith(f"{protocole}/")]
    assert len(own) >= 12
    assert {case.entete.niveau for case in own} == {1, 2, 3}
    assert sum(case.mode == "evaluation" for case in own) >= 4
    assert {e.type for case in own for e in case.exercices.values()} >= ACTES[protocole]
    assert set(MODULES[protocole].cas) >= {case.nom for case in own}, "a case that no trainee is led to"
    assert len(kept("ne pas faire", protocole)) >= 2
    assert kept("domicile", protocole)
    assert kept("panne", protocole)


def test_three_people_are_met_in_several_modules():
    names = Counter(nom.partition("/")[2] for nom in CAS)
    assert len([nom for nom, times in names.items() if times > 1]) >= 3


def test_campaigns_and_extensions_have_a_lesson_and_a_case_each():
    themes = MODULES["prevention"].themes
    assert set(themes) == {"sein", "colon", "poids", "coeur", "domicile"}
    for theme in themes:
        assert [x for x in LECONS if x.module == "prevention" and theme in x.entete.themes], theme
        assert kept(theme, "prevention"), theme


def test_there_are_as_many_texts_as_promised():
    assert len(CAS) >= 48
    assert len(LECONS) >= 40


@pytest.mark.parametrize("module", [*DEROGATOIRES, "prevention"])
def test_the_bank_of_a_module_holds_questions_of_its_lessons_and_of_its_cases(module):
    banked = [x for x in TEXTES if x.module == module and any(e.spec.banque for e in x.exercices.values())]
    assert {"lecon", "entrainement"} <= {x.mode for x in banked}, (
        "a question of a case is written twice, or never comes back"
    )


@pytest.mark.parametrize("module", [*DEROGATOIRES, "prevention"])
def test_a_source_of_a_module_has_its_year(module):
    for source in MODULES[module].sources:
        assert re.search(r"\b(19|20)\d\d\b", source) or "onvention" in source, source


def test_a_case_whose_sources_wait_for_a_physician_is_in_a_list_of_what_waits():
    listed = {
        line.split("|")[1].strip() for path in WS.courses.glob("*/relecture.md") for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("| ")
    }  # fmt: skip
    waits = re.compile("connaissance générale|de mémoire|faire relire|à retrouver", re.IGNORECASE)
    missing = [
        nom for nom, case in CAS.items() if any(waits.search(s) for s in case.entete.sources) and nom not in listed
    ]
    assert not missing
