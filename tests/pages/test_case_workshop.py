"""« Atelier des cas » without a browser: who may, what is sent and answered, what is refused, a new case."""

import json
import re
import urllib.request

import pytest

from asalee_training import exercises
from asalee_training.authoring import new as authoring_new
from asalee_training.authoring.edition import EditError, document
from asalee_training.content.gathering import TAILLE_MAX
from asalee_training.content.models import PROTOCOLES
from asalee_training.pages.atelier import Texte
from asalee_training.pages.atelier_cas import fichiers, remarques
from tests.pages.francais import ENGLISH, is_french_page
from tests.pages.mes_textes import CORRECT, ident

IDENT = Texte(None, CORRECT, "", "", "").ident
CASE = f"asalee/formatrice/atelier/{IDENT}"
WAYS = ("appliquer", "verifier", "enregistrer")


def post(site, path, body, xsrf=True):
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    token = next(c.value for c in site.jar if c.name == "_xsrf") if xsrf else ""
    headers = {"Content-Type": "application/json"} | ({"X-XSRFToken": token} if xsrf else {})
    return site._send(urllib.request.Request(site.base + path, data, headers), follow=False)


@pytest.fixture
def opened(site):
    site.get(CASE)
    return json.loads(site.get(f"{CASE}/texte").body)


def test_the_page_is_whole_french_and_runs_only_our_files(site):
    for path in (CASE, "asalee/formatrice/atelier"):
        page = site.get(path)
        assert page.status == 200
        assert is_french_page(page)
        assert page.html.count("<h1") == 1
        assert not re.search(r"\son\w+=|\sstyle=|<style|<script(?! src)", page.html)


def test_the_text_comes_with_its_mark_its_pieces_and_its_forms(site, opened):
    path = site.ws.root / CORRECT
    assert opened["texte"].encode() == path.read_bytes()
    assert opened["vue"]["groupes"][0]["genre"] == "entete"
    assert set(opened["formulaires"]["exercices"]) == set(exercises.TYPES)


def test_a_gesture_gives_a_new_text_and_the_disk_does_not_move(site, opened):
    before = (site.ws.root / CORRECT).read_bytes()
    geste = {"geste": "poser", "bloc": 0, "chemin": ["titre"], "valeur": "Autre titre"}
    answer = json.loads(post(site, f"{CASE}/appliquer", {"texte": opened["texte"], "gestes": [geste]}).body)
    assert "titre: Autre titre" in answer["texte"]
    assert answer["refus"] == []
    assert (site.ws.root / CORRECT).read_bytes() == before


def test_a_gesture_refused_says_why_and_the_others_are_done(site, opened):
    gestes = [
        {"geste": "poser", "bloc": 0, "chemin": ["titre"], "valeur": "Autre"},
        {"geste": "supprimer", "groupe": 0},
        {"geste": "poser", "bloc": 99, "chemin": ["titre"], "valeur": "x"},
    ]
    answer = json.loads(post(site, f"{CASE}/appliquer", {"texte": opened["texte"], "gestes": gestes}).body)
    assert "titre: Autre" in answer["texte"]
    assert [r["rang"] for r in answer["refus"]] == [1, 2]
    assert all(r["phrase"].endswith(".") for r in answer["refus"])


def test_saving_writes_the_bytes_and_gives_the_new_mark(site, opened):
    texte = opened["texte"].replace("\n", "\r\n")
    first = post(site, f"{CASE}/enregistrer", {"texte": texte, "empreinte": opened["empreinte"]})
    assert first.status == 200
    assert (site.ws.root / CORRECT).read_bytes() == texte.encode()
    mark = json.loads(first.body)["empreinte"]
    assert post(site, f"{CASE}/enregistrer", {"texte": opened["texte"], "empreinte": mark}).status == 200


def test_a_file_that_changed_meanwhile_is_given_back_and_not_touched(site, opened):
    path = site.ws.root / CORRECT
    path.write_text("---\ntitre: À elle\n---\n", encoding="utf-8")
    answer = post(site, f"{CASE}/enregistrer", {"texte": opened["texte"], "empreinte": opened["empreinte"]})
    other = json.loads(answer.body)
    assert answer.status == 409
    assert other["texte"] == path.read_text(encoding="utf-8") == "---\ntitre: À elle\n---\n"
    mark = other["empreinte"]
    assert post(site, f"{CASE}/enregistrer", {"texte": opened["texte"], "empreinte": mark}).status == 200
    kept = list((site.ws.donnees / "atelier").rglob("*.md"))
    assert [p.read_text(encoding="utf-8") for p in kept] == ["---\ntitre: À elle\n---\n"]


def test_what_was_replaced_is_kept_twenty_times_and_no_more(site, opened):
    path, mark = site.ws.root / CORRECT, opened["empreinte"]
    for n in range(25):
        mark = fichiers.enregistrer(site.ws, path, f"---\ntitre: Essai {n}\n---\n", mark)
    assert len(list((site.ws.donnees / "atelier").rglob("*.md"))) == 20


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "body",
    [b"", b"[", b"[]", b"{}", b'{"texte": 3}', json.dumps({"texte": "x" * (TAILLE_MAX + 1)}).encode(),
     b'{"texte": "\\ud800", "gestes": []}', b"[" * 100_000, b" " * (8 * TAILLE_MAX + 1)],
    ids=["nothing", "cut", "list", "empty", "number", "long", "surrogate", "deep", "huge"],
)  # fmt: skip
def test_a_bad_demand_gets_a_sentence_and_changes_nothing(site, opened, way, body):
    before = (site.ws.root / CORRECT).read_bytes()
    answer = post(site, f"{CASE}/{way}", body)
    assert answer.status == 422
    phrase = json.loads(answer.body)["phrase"]
    assert phrase.endswith(".")
    assert not ENGLISH.search(phrase)
    assert (site.ws.root / CORRECT).read_bytes() == before


@pytest.mark.parametrize("way", WAYS)
def test_without_its_token_or_signed_out_nothing_is_done(site, opened, way):
    answer = post(site, f"{CASE}/{way}", {"texte": "à moi", "empreinte": opened["empreinte"]}, xsrf=False)
    assert answer.status == 403
    assert json.loads(answer.body)["phrase"].endswith(".")
    assert site.stranger().get(f"{CASE}/texte").status in (302, 403)
    assert "à moi" not in (site.ws.root / CORRECT).read_text(encoding="utf-8")


@pytest.mark.parametrize("roles", [("apprenante",), ("apprenante", "referente")])
def test_the_workshop_exists_for_the_trainer_only(start, ws, roles):
    site = start(ws, roles)
    for path in (CASE, f"{CASE}/texte", "asalee/formatrice/atelier"):
        assert site.get(path).status == 404


def test_a_link_out_of_the_content_is_never_followed(site, tmp_path):
    outside = tmp_path / "dehors.md"
    outside.write_text("---\ntitre: Secret\n---\n", encoding="utf-8")
    link = site.ws.cases / "bpco/lien.md"
    link.symlink_to(outside)
    ident = Texte(None, "cases/bpco/lien.md", "", "", "").ident
    assert site.get(f"asalee/formatrice/atelier/{ident}").status == 404
    assert site.get(f"asalee/formatrice/atelier/{ident}/texte").status == 404
    link.unlink()
    assert site.get("asalee/formatrice/atelier/0123456789abcdef").status == 404


def test_a_file_that_is_not_utf8_opens_with_a_sentence(site):
    site.get(CASE)
    (site.ws.root / CORRECT).write_bytes(b"\xff\xfe---\n")
    answer = site.get(f"{CASE}/texte")
    assert answer.status == 422
    assert "UTF-8" in json.loads(answer.body)["phrase"]


def test_an_old_preview_number_or_a_faulty_text_is_refused_in_french(site, opened):
    for data, words in (
        ({"stagiaire": "99", "texte": "x"}, "numéro"),
        ({"stagiaire": "0", "texte": "x"}, "corrections"),
    ):
        answer = site.post(f"{CASE}/apercu", data)
        assert answer.status in (400, 422)
        assert words in answer.words
        assert is_french_page(answer)


NEW = {"protocole": "bpco", "nom": "Toux d’hiver", "niveau": "2", "mode": "evaluation", "type": "nombre"}


@pytest.mark.parametrize("protocole", PROTOCOLES)
@pytest.mark.parametrize("type_", exercises.TYPES)
def test_a_new_case_lacks_only_what_its_author_must_say(ws, protocole, type_):
    path = fichiers.creer(ws, protocole, f"Neuf {type_}".replace("_", " "), 1, "entrainement", type_)
    texte = path.read_text(encoding="utf-8")
    assert len(document.read(texte).groupes) == 3
    for each in remarques.remarques(ws, path, texte):
        assert each["bloc"] is not None, each
        assert not ENGLISH.search(each["phrase"]), each
        assert not re.search(r"« \w+: »|juste: true|patient_temoin:", each["phrase"]), each


def test_a_notebook_is_neither_opened_nor_written_by_forms(site):
    path = authoring_new.new(site.ws, "bpco/toux-de-nuit", carnet=True)
    before = path.read_bytes()
    address = f"asalee/formatrice/atelier/{ident('cases/bpco/toux-de-nuit.ipynb')}"
    assert site.get(address).status == 200
    assert site.get(f"{address}/texte").status == 404
    for way in WAYS:
        answer = post(site, f"{address}/{way}", {"texte": "---\n---\n", "empreinte": "", "gestes": []})
        assert answer.status == 404
        assert "Un carnet ne s’ouvre pas" in answer.html
    assert path.read_bytes() == before
    with pytest.raises(EditError, match="porte déjà"):
        fichiers.creer(site.ws, "bpco", "Toux de nuit", 1, "entrainement", "choix")


def test_a_new_case_opens_in_the_workshop_and_nothing_is_replaced(site):
    site.get("asalee/formatrice/atelier")
    made = site.post("asalee/formatrice/atelier", NEW)
    assert made.status == 303
    path = site.ws.cases / "bpco/toux-d-hiver.md"
    assert made.headers["Location"].endswith(Texte(None, "cases/bpco/toux-d-hiver.md", "", "", "").ident)
    before = path.read_bytes()
    again = site.post("asalee/formatrice/atelier", NEW)
    assert again.status == 422
    assert "porte déjà le nom" in again.words
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "wrong", [{"protocole": "../x"}, {"nom": "  "}, {"nom": "??"}, {"niveau": "9"}, {"mode": "x"}, {"type": "x"}, {"nom": "x" * 99}]
)  # fmt: skip
def test_a_new_case_with_a_bad_choice_is_refused_and_writes_nothing(site, wrong):
    site.get("asalee/formatrice/atelier")
    before = sorted(site.ws.cases.rglob("*.md"))
    answer = site.post("asalee/formatrice/atelier", NEW | wrong)
    assert answer.status == 422
    assert is_french_page(answer)
    assert sorted(p for p in site.ws.cases.rglob("*.md") if p.stat().st_size) == before
