"""What JupyterLab asks while a trainer writes: the check of a text that is not saved, and what may be written."""

import hashlib
import json
import urllib.request

import pytest

from asalee_training.authoring import new
from asalee_training.content import carnet
from tests.pages.mes_textes import CORRECT, WRONG

ADDRESS = "asalee/formatrice/verifier-texte"


def ask(site, data, xsrf=True):
    """POST as JupyterLab does: JSON, with the token in a header."""
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    token = {"X-XSRFToken": next(c.value for c in site.jar if c.name == "_xsrf")} if xsrf else {}
    return site._send(urllib.request.Request(site.base + ADDRESS, body, token), False)


def problems(site, chemin, texte):
    answer = ask(site, {"chemin": chemin, "texte": texte})
    assert answer.status == 200, answer.html
    return json.loads(answer.body)["problemes"]


def contents(folder):
    return {
        p: hashlib.sha256(p.read_bytes()).digest()
        for p in folder.rglob("*")
        if p.is_file() and "jupyter" not in p.parts
    }


def test_a_text_is_checked_as_it_stands_on_the_screen_and_nothing_is_written(site):
    saved = (site.ws.root / CORRECT).read_text(encoding="utf-8")
    before = contents(site.ws.root)
    assert problems(site, CORRECT, saved) == []
    (found,) = problems(site, CORRECT, saved.replace("points: 2", "points: deux", 1))
    line = saved.split("\n").index("points: 2") + 1
    assert (found["ligne"], found["cellule"], found["lieu"]) == (line, None, f"ligne {line}")
    assert found["message"].startswith("«\u00a0points:\u00a0»\u202f: ce doit être un nombre")
    assert contents(site.ws.root) == before
    assert "Pas encore vérifié" in site.get("asalee/formatrice").words, "what is not saved is not what is published"


def test_a_notebook_is_checked_with_its_cells(site):
    path = new.new(site.ws, "bpco/nuit", carnet=True)
    texte = path.read_text(encoding="utf-8")
    chemin = "cases/bpco/nuit.ipynb"
    assert problems(site, chemin, texte) == []
    (found,) = problems(site, chemin, texte.replace("type: nombre", "type: nombres"))
    assert (found["cellule"], found["ligne"], found["lieu"]) == (4, 2, "cellule 4, ligne 2")
    (found,) = problems(site, chemin, "{")
    assert "abîmé" in found["message"]
    assert carnet.cells(chemin, path.read_text(encoding="utf-8"))


def test_a_lesson_and_a_module_are_checked_too(site):
    for chemin, key in (("courses/bpco/01_les_bronches.md", "objectifs"), ("courses/bpco/module.md", "heures")):
        texte = (site.ws.root / chemin).read_text(encoding="utf-8")
        assert problems(site, chemin, texte) == []
        assert any(
            f"«\u00a0{key}" in p["message"] for p in problems(site, chemin, texte.replace(f"{key}:", f"{key}x:"))
        )


def test_a_fault_of_a_rubric_has_no_line_in_the_text(site):
    (site.ws.grilles / "essai.yaml").write_text("titre: Essai\n", encoding="utf-8")
    chemin = "cases/bpco/toux-du-matin.md"
    (found,) = problems(site, chemin, (site.ws.root / chemin).read_text(encoding="utf-8"))
    assert found["ligne"] is None
    assert found["lieu"] == "grading/grilles/essai.yaml, ligne 1"


@pytest.mark.parametrize(
    "chemin",
    ["", "cases/bpco/inconnu.md", "../cases/bpco/essoufflement.md", "/etc/passwd", "donnees/secret", "cases/README.md",
     "cases/bpco/../bpco/essoufflement.md", "cases\\bpco\\essoufflement.md", "cases/bpco/essoufflement.md\0", "a" * 100_000],
    ids=range(10),
)  # fmt: skip
def test_only_texts_of_the_workshop_are_checked(site, chemin):
    answer = ask(site, {"chemin": chemin, "texte": "---\n---\n"})
    assert answer.status == 404
    assert "n’est ni un cas ni une leçon" in json.loads(answer.body)["message"]


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{", b'"texte"', b"\xff", b"[" * 100_000, b'{"chemin": 1, "texte": 2}', b'{"chemin": "a"}',
     b'{"chemin": "cases/bpco/essoufflement.md", "texte": "\\ud800"}', b'{"a": "' + b"x" * 5_000_000 + b'"}'],
    ids=range(10),
)  # fmt: skip
def test_what_is_no_question_gets_a_sentence(site, body):
    answer = ask(site, body)
    assert answer.status == 400
    assert json.loads(answer.body)["message"] == "Cette demande n’est pas lisible."


def test_a_check_that_fails_says_what_to_do(site, monkeypatch):
    monkeypatch.setattr("asalee_training.pages.atelier.problems", lambda *_: 1 / 0)
    answer = ask(site, {"chemin": CORRECT, "texte": ""})
    assert answer.status == 500
    assert "Enregistrez votre texte" in json.loads(answer.body)["message"]


def test_only_a_trainer_signed_in_with_the_pages_own_token_may_ask(site, start, ws):
    question = {"chemin": WRONG, "texte": ""}
    assert ask(site, question, xsrf=False).status == 403
    assert ask(site.stranger(), question, xsrf=False).status == 403
    assert site.stranger().get("asalee/formatrice/format").status != 200


def test_a_trainee_s_server_knows_nothing_of_it(start, ws):
    site = start(ws, roles=("apprenante",))
    assert ask(site, {"chemin": CORRECT, "texte": ""}).status == 404
    assert site.get("asalee/formatrice/format").status == 404


def test_what_may_be_written_is_told_with_its_meaning(site):
    known = json.loads(site.get("asalee/formatrice/format").body)
    assert known["grille"] == {"enum": ["essai"]}
    calculs = {one["const"]: one["description"] for one in known["calcul"]["oneOf"]}
    assert "vems_l" in calculs["rapport_vems_cvf"]
    assert known["patient"]["properties"]["vems_l"]["description"] == "VEMS : de 0,3 à 8 L"
    assert "obstructif_modere" in known["patient"]["properties"]["spirometrie"]["properties"]["profil"]["enum"]
    assert "hba1c_pct" in known["patient"]["properties"]["dossier"]["properties"]
    types = {one["properties"]["type"]["const"] for one in known["exercice"]["oneOf"]}
    assert {"nombre", "choix", "texte"} <= types
