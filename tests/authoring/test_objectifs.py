"""An objective names what is seen done or heard said."""

import shutil

import pytest

from asalee_training.authoring.avertissements import vagues, warnings
from asalee_training.content.reader import load_lesson, load_module
from asalee_training.workspace import Workspace
from tests.depot import rewrite

WS = Workspace.find()
LECONS = sorted(WS.courses.glob("*/[0-9]*.md"))
MODULES = sorted(WS.courses.glob("*/module.md"))


def test_what_nobody_sees_is_named_whatever_its_capital():
    assert vagues(("Savoir s’arrêter", "S’arrêter", "comprendre un nerf", "Dire ce que l’on voit")) == [
        "Savoir s’arrêter",
        "comprendre un nerf",
    ]


@pytest.mark.parametrize("path", [*LECONS, *MODULES], ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_every_objective_can_be_seen(path):
    text = load_module(path, WS.contenu) if path.name == "module.md" else load_lesson(path, WS.contenu).entete
    assert not vagues(text.objectifs)


def test_an_author_is_told_at_the_line_of_the_objective(ws):
    path = ws.courses / "diabete" / "10_conduire_un_examen.md"
    shutil.copytree(WS.courses / "diabete", path.parent)
    rewrite(path, ("  - S’arrêter devant", "  - Savoir s’arrêter devant"))
    (told,) = warnings(load_lesson(path, ws.contenu), path, ws.contenu)
    assert told.niveau == "avertissement"
    assert "« Savoir » ne se voit pas" in told.message
    assert path.read_text(encoding="utf-8").splitlines()[told.ligne - 1].startswith("  - Savoir")
