"""What signing writes in a header however it is written, and the dates that are read there."""

import json
from datetime import date

import pytest

from asalee_training.authoring import build, check, new, publication
from asalee_training.authoring.avertissements import warnings
from asalee_training.content.errors import ContentError
from tests.authoring.signatures import ASSIGNMENT, CLAIRE, SUIVI, brouillon, etat, signed
from tests.depot import rewrite


@pytest.fixture
def path(ws):
    return brouillon(ws)


def test_the_ends_of_lines_are_not_a_change(ws, path):
    signed(ws, path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert etat(ws, path).genre == "approuve"
    publication.retirer(ws, path, CLAIRE)
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b""), "the file keeps its own ends of lines"


@pytest.mark.parametrize(
    "block",
    [
        "historique: []\n",
        "historique:   # qui a signé\n- {date: 2026-01-02, qui: Anne Roy, geste: propose, version: 1, empreinte: '0123456789abcdef'}\n",
        "historique: [{date: 2026-01-02, qui: Anne Roy, geste: propose, version: 1, empreinte: '0123456789abcdef'}]\n",
        "historique:\n    - date: 2026-01-02\n      qui: Anne Roy\n      geste: propose\n      version: 1\n"
        "      empreinte: '0123456789abcdef'\n\n# un commentaire\n",
    ],
)
@pytest.mark.parametrize("after", ["niveau: 1", "---\n\nMme"])
def test_a_history_is_completed_however_it_is_written(ws, path, block, after):
    rewrite(path, (after, block + after))
    before = check.read(ws, path).entete.historique
    publication.proposer(ws, path, CLAIRE)
    written = check.read(ws, path).entete.historique
    assert written[:-1] == before
    assert (written[-1].qui, written[-1].geste) == (CLAIRE, "propose")


def test_a_notebook_is_signed_in_its_first_cell(ws):
    path = new.new(ws, "bpco/carnet", carnet=True)
    as_lines = json.dumps(SUIVI, ensure_ascii=False)[1:-1]
    rewrite(path, (new.A_ECRIRE, "ATS/ERS 2019"), ("niveau: 1", f"{as_lines}niveau: 1"))
    before = json.loads(path.read_text(encoding="utf-8"))
    signed(ws, path)
    after = json.loads(path.read_text(encoding="utf-8"))
    assert (after["cells"][1:], after["metadata"]) == (before["cells"][1:], before["metadata"])
    assert build.build_all(ws).bibliotheque == ["bpco-carnet-v1"]
    rewrite(path, ("Racontez ici", "Dites ici"))
    assert "le texte a changé" in build.build_all(ws).left[0].raison


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("relecture: 2026-02-30", "« relecture: 2026-02-30 » : écrivez une date qui existe"),
        ("relecture: 3 mars 2026", "une date qui existe"),
        ("relecture: 2026", "une date qui existe"),
        ("relecture: 2026-3-1", "une date qui existe"),
        ("relecture: 2099-03-01", "« peremption: » doit venir après « relecture: »"),
        ("relecture: 2100-01-01", "« peremption: » doit venir après « relecture: »"),
    ],
)
def test_dates_are_real_dates_in_their_order(ws, path, line, said):
    rewrite(path, ("relecture: 2026-03-01", line))
    with pytest.raises(ContentError) as error:
        check.check(ws, path)
    (problem,) = error.value.problems
    assert said in problem.message
    key = line.partition(":")[0] if "existe" in said else "peremption"
    assert path.read_text(encoding="utf-8").splitlines()[problem.ligne - 1].startswith(key)


def test_a_text_past_its_date_warns_and_stops_nothing(ws, path):
    case = check.check(ws, path)
    assert warnings(case, path, ws.contenu, date(2099, 3, 1)) == ()
    (warning,) = warnings(case, path, ws.contenu, date(2099, 3, 2))
    assert warning.niveau == "avertissement"
    assert "périmé depuis le 1er mars 2099" in warning.message
    assert path.read_text(encoding="utf-8").splitlines()[warning.ligne - 1].startswith("peremption")
    rewrite(path, ("relecture: 2026-03-01", "relecture: 2020-03-01"), ("2099-03-01", "2021-03-01"))
    signed(ws, path)
    assert build.build_all(ws).evaluations == [ASSIGNMENT]


def test_what_is_to_write_before_proposing_is_a_warning(ws):
    path = new.new(ws, "bpco/nouveau")
    (warning,) = warnings(check.check(ws, path), path, ws.contenu)
    assert "« version_protocole: », « relecture: », « peremption: »" in warning.message
