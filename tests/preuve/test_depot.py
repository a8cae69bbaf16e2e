"""Every case and lesson of the repository is proved, every time, whatever the course's secret."""

from pathlib import Path

import pytest

from asalee_training.authoring import check
from asalee_training.authoring.preuve import prouver
from asalee_training.authoring.preuve.memoire import Preuves
from asalee_training.workspace import Workspace

WS = Workspace(Path(__file__).parents[2])
SOURCES = check.sources(WS)


@pytest.mark.parametrize("path", SOURCES, ids=[p.relative_to(WS.contenu).as_posix() for p in SOURCES])
def test_the_grader_of_a_text_is_proved(path, depot):
    path = depot.root / path.relative_to(WS.contenu)
    found = prouver(depot, path, Preuves(depot), check.read(depot, path))
    assert not found.bloquants, "\n".join(f"{path.name}:{c.ligne} {c.message}" for c in found.bloquants)
    judged = [e for e in found.epreuves.values() if e.type != "texte"]
    assert judged, "something is proved"
    for epreuve in judged:
        assert epreuve.justes, epreuve.nom
        assert epreuve.score > 0.98, (epreuve.nom, epreuve.score)
    never = [f"{e.nom} : {x.nom}" for e, x in found.essais() if x.illisibles and not x.distingues]
    assert not never, "a mutant that cannot be read tries nothing"
