"""A new machine: her folder is enough. It is another installation, whose course draws other patients and goes on living."""

import json
import shutil

import pytest

from asalee_training.answers import Sheet
from asalee_training.authoring import build
from asalee_training.content import lot
from asalee_training.exercises.contract import option_id
from asalee_training.pages.parutions import CAS, outbound
from asalee_training.training.journal import Journal
from asalee_training.training.resultats import historique
from asalee_training.workspace import Workspace
from tests.pages import espace_exemple
from tests.pages.mes_modules import TOUX, answer, ligne, opened

ESSOUFFLEMENT, V2 = "bpco-essoufflement-v1", "bpco-essoufflement-v2"
RIGHT = {"somme": {"texte": "4", "unite": "L"}, "conduite": option_id("Je transmets au médecin.")}
TEXTE = "cases/bpco/essoufflement.md"


def installation(folder, before):
    """The same contents in another course, which draws somebody else for her: two secrets may draw the same age."""
    for number in range(20):
        ws = Workspace(espace_exemple.fill(folder / str(number)))
        release(ws)
        if age(ws.bibliotheque, before.ident) != age(before.apprenante, before.ident):
            return ws
    raise AssertionError("twenty courses drew the same age")


def release(ws):
    for assignment in build.build_all(ws).evaluations:
        shutil.copytree(ws.grading / "source" / assignment, outbound(ws) / assignment, dirs_exist_ok=True)


def age(place, ident):
    """The age of her patient in the training case, as this folder of releases has it."""
    data = json.loads((place / ESSOUFFLEMENT / CAS).read_text(encoding="utf-8"))
    return data["patients"][lot.patient_index(ident, data["cas"], data["tirage"])]["champs"]["age"]


def given(ws, assignment):
    return {nom: a.valeur for nom, a in Sheet(ws.apprenante / assignment).read().reponses.items()}


@pytest.fixture
def moved(site, start, tmp_path):
    """She began a training case and an evaluation; her folder is copied to a new machine, and she is enrolled there."""
    answer(opened(site, ESSOUFFLEMENT), "somme", RIGHT["somme"])
    answer(opened(site, TOUX), "conduite", RIGHT["conduite"])
    other = installation(tmp_path / "autre", site.ws)
    assert other.secret != site.ws.secret
    shutil.copytree(site.ws.apprenante, other.apprenante)
    shutil.copy(site.ws.donnees / "profil.json", other.donnees)
    return site, start(other)


def test_her_modules_her_patient_and_what_she_answered_are_there(moved):
    before, after = moved
    assert after.ws.ident == before.ws.ident
    assert "En cours : 1 réponse sur 2" in ligne(after, ESSOUFFLEMENT)[0]
    assert "En cours : 1 réponse sur 3" in ligne(after, TOUX)[0]
    for assignment in (ESSOUFFLEMENT, TOUX):
        held = (before.ws.apprenante / assignment / CAS).read_bytes()
        released = next(p for p in after.ws.root.rglob(f"{assignment}/{CAS}") if after.ws.apprenante not in p.parents)
        assert released.read_bytes() != held, "this course draws other patients"
        opened(after, assignment)
        assert (after.ws.apprenante / assignment / CAS).read_bytes() == held, "her patient became somebody else"
        assert given(after.ws, assignment) == given(before.ws, assignment)
    ident = after.ws.ident
    assert historique(after.ws.apprenante, ident) == historique(before.ws.apprenante, ident)
    assert [e.contenu for e in Journal(after.ws.apprenante).read()][:2] == [
        e.contenu for e in Journal(before.ws.apprenante).read()
    ][:2]


def test_what_she_has_not_answered_yet_is_what_this_machine_gives(moved):
    _, after = moved
    (after.ws.apprenante / ESSOUFFLEMENT / ".reponses.json").unlink()
    opened(after, ESSOUFFLEMENT)
    released = after.ws.bibliotheque / ESSOUFFLEMENT / CAS
    assert (after.ws.apprenante / ESSOUFFLEMENT / CAS).read_bytes() == released.read_bytes()


def test_a_damaged_file_of_hers_is_put_back_and_a_lost_notebook_too(moved):
    _, after = moved
    folder = after.ws.apprenante / ESSOUFFLEMENT
    (folder / "essoufflement.ipynb").unlink()
    opened(after, ESSOUFFLEMENT)
    assert (folder / "essoufflement.ipynb").is_file()
    (folder / CAS).write_text("{", encoding="utf-8")
    opened(after, ESSOUFFLEMENT)
    assert json.loads((folder / CAS).read_text(encoding="utf-8"))["assignment"] == ESSOUFFLEMENT
    assert given(after.ws, ESSOUFFLEMENT) == {"somme": RIGHT["somme"]}


def test_a_new_version_published_there_is_hers_to_take_or_not(moved):
    _, after = moved
    path = after.ws.root / TEXTE
    path.write_text(path.read_text(encoding="utf-8").replace("niveau: 2", "version: 2\nniveau: 2", 1), encoding="utf-8")
    release(after.ws)
    words, _ = ligne(after, ESSOUFFLEMENT)
    assert "Une nouvelle version de ce contenu est parue" in words
    assert "le patient n'est plus le même" in words, "it is not the course that drew hers"
    opened(after, ESSOUFFLEMENT)
    assert given(after.ws, ESSOUFFLEMENT) == {"somme": RIGHT["somme"]}
    assert after.post(f"asalee/apprenante/nouvelle/{V2}").status == 303
    assert given(after.ws, V2) == {}
    assert "1 réponse d'avant n'a pas été reprise" in ligne(after, V2)[0]
    assert "4 L" in after.get(f"asalee/apprenante/avant/{V2}").words
