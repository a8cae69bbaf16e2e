"""A new version under a trainee at work: she chooses, nothing she answered is lost, a crash leaves one state or the other."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from asalee_training import answers, notebook
from asalee_training.answers import FICHIER, Sheet, origine
from asalee_training.authoring import build
from asalee_training.exercises.contract import option_id
from asalee_training.gradebook import submit
from asalee_training.pages import nouvelle_version, parutions
from asalee_training.pages.parutions import outbound
from tests.pages.test_access import is_french_page
from tests.pages.test_trainee_pages import TOUX, answer, ligne, opened

V2 = TOUX.replace("v1", "v2")
TEXTE = "cases/bpco/toux-du-matin.md"
TRANSMET = option_id("Je transmets au médecin.")
REFERRAL = "Bonjour docteur, je vous transmets."
GONE = "Le monsieur a fumé trente ans."
EXTRA = """
### Que vous a-t-il raconté ?

```{exercice} recit
type: texte
points: 6
grille: essai
explication: Ce que la personne raconte se note avec ses mots.
```
"""
FRESH = """
### Combien font trois et trois ?

```{exercice} trois
type: nombre
unite: "L"
points: 2
attendu: {valeur: 6, tolerance: 0.1}
explication: Trois et trois font six, dans toutes les unités.
erreurs:
  - {si: {valeur: 9}, retour: Vous avez multiplié.}
```
"""


def release(ws):
    """Build, and put in the exchange as nbgrader would."""
    for assignment in build.build_all(ws).evaluations:
        shutil.copytree(ws.grading / "source" / assignment, outbound(ws) / assignment, dirs_exist_ok=True)


def change(ws, *pairs):
    path = ws.root / TEXTE
    text = path.read_text(encoding="utf-8")
    for old, fresh in pairs:
        assert old in text
        text = text.replace(old, fresh, 1)
    path.write_text(text, encoding="utf-8")
    release(ws)


NEXT = [
    ("niveau: 2", "version: 2\nniveau: 2"),
    (EXTRA, FRESH),  # one question goes, one comes
    ("J'annonce le diagnostic.", "J'annonce moi-même le diagnostic."),  # other options: another question
    ("Rédigez votre transmission au médecin.", "Écrivez au médecin."),  # other words, same question
]


@pytest.fixture
def at_work(site):
    """A site where she has answered the four questions of version 1."""
    change(site.ws, ("### Rédigez votre", EXTRA.lstrip() + "\n### Rédigez votre"))
    folder = opened(site, TOUX)
    answer(folder, "somme", {"texte": "4", "unite": "L"})
    answer(folder, "conduite", TRANSMET)
    answer(folder, "recit", GONE)
    answer(folder, "transmission", REFERRAL)
    return site


@pytest.fixture
def renewed(at_work):
    """And version 2 is out."""
    change(at_work.ws, *NEXT)
    return at_work


def given(ws, assignment):
    return {nom: a.valeur for nom, a in Sheet(ws.apprenante / assignment).read().reponses.items()}


def take(site):
    page = site.post(f"asalee/apprenante/nouvelle/{V2}")
    assert page.status == 303
    return page


def test_she_keeps_her_version_until_she_chooses(renewed):
    before = given(renewed.ws, TOUX)
    words, _ = ligne(renewed, TOUX)
    assert "Une nouvelle version de ce contenu est parue" in words
    assert "1 question nouvelle, 1 question changée, 1 question reformulée, 1 question retirée" in words
    assert "Vous gardez la vôtre" in words
    page = renewed.get(f"asalee/apprenante/ouvrir/{V2}", follow=False)
    assert page.headers["Location"].endswith(f"/nouvelle/{V2}"), "even its address does not begin it behind her back"
    page = renewed.get(f"asalee/apprenante/nouvelle/{V2}")
    assert is_french_page(page)
    for said in (
        "votre patient reste le même",
        "Questions nouvelles Vous y répondrez. Combien font trois et trois ?",
        "Questions retirées Votre réponse est gardée à part. Que vous a-t-il raconté ?",
        "Questions reformulées Votre réponse est reprise : relisez-la. Écrivez au médecin.",
        "Questions qui n'ont pas changé Votre réponse est reprise. Combien font deux et deux ?",
    ):
        assert said in page.words
    assert not (renewed.ws.apprenante / V2).exists()
    assert given(renewed.ws, TOUX) == before
    opened(renewed, TOUX)


def test_taking_the_new_version_carries_answers_by_name_and_loses_none(renewed):
    ws = renewed.ws
    before = (ws.apprenante / TOUX / FICHIER).read_bytes()
    take(renewed)
    assert given(ws, V2) == {"somme": {"texte": "4", "unite": "L"}, "transmission": REFERRAL}
    assert (ws.apprenante / TOUX / FICHIER).read_bytes() == before, "version 1 is an archive"
    words, href = ligne(renewed, V2)
    assert "En cours : 2 réponses sur 4" in words
    assert href.endswith(f"/ouvrir/{V2}")
    assert "2 réponses d'avant n'ont pas été reprises" in words
    assert f'id="{TOUX}"' not in renewed.get("asalee/apprenante").html
    page = renewed.get(f"asalee/apprenante/avant/{V2}")
    assert is_french_page(page)
    assert f"Que vous a-t-il raconté ? {GONE} Gardée ici seulement." in page.words
    assert "Je transmets au médecin. Gardée ici seulement." in page.words
    assert f"{REFERRAL} Reprise dans la version suivante." in page.words


def test_taking_it_twice_changes_nothing(renewed):
    take(renewed)
    answer(renewed.ws.apprenante / V2, "somme", {"texte": "5", "unite": "L"})
    take(renewed)
    released = parutions.all_released(renewed.ws)
    nouvelle_version.take(renewed.ws, released[TOUX], released[V2])  # the second of two clicks
    assert given(renewed.ws, V2)["somme"] == {"texte": "5", "unite": "L"}


def test_the_archive_is_not_opened_nor_handed_in(renewed):
    take(renewed)
    for page in ("ouvrir", "copie"):
        gone = renewed.get(f"asalee/apprenante/{page}/{TOUX}")
        assert gone.headers["Location"].endswith(f"/avant/{V2}")
    refused = renewed.post(f"asalee/apprenante/copie/{TOUX}")
    assert refused.status == 409
    assert "c'est elle que vous remettez" in refused.words
    assert submit.last_receipt(renewed.ws, TOUX) is None


def kernel(ws, assignment, monkeypatch):
    """A case opened as its kernel does."""
    monkeypatch.setenv("ASALEE_APPRENANTE", ws.ident)
    return notebook.Session(ws.apprenante / assignment)


def test_a_tab_open_on_version_1_goes_on_writing_there_and_a_new_one_does_not(renewed, monkeypatch):
    ws = renewed.ws
    open_tab = kernel(ws, TOUX, monkeypatch)
    take(renewed)
    n = open_tab.read().reponses["recit"].n
    open_tab.sheet.write("recit", "Une phrase de plus.", n)
    assert given(ws, TOUX)["recit"] == "Une phrase de plus."
    assert "Une phrase de plus." in renewed.get(f"asalee/apprenante/avant/{V2}").words
    assert "2 réponses d'avant" in ligne(renewed, V2)[0]
    open_tab.sheet.write("somme", {"texte": "9", "unite": "L"}, 1)
    assert "9 L Gardée ici seulement." in renewed.get(f"asalee/apprenante/avant/{V2}").words
    assert "3 réponses d'avant" in ligne(renewed, V2)[0]
    later = kernel(ws, TOUX, monkeypatch)
    with pytest.raises(answers.AnswersError, match="ne se modifie plus"):
        later.sheet.write("recit", "Perdu.", n + 1)
    kernel(ws, V2, monkeypatch).sheet.write("trois", {"texte": "6", "unite": "L"}, 0)


def test_the_header_of_the_new_version_says_what_to_read_again(renewed, monkeypatch):
    take(renewed)
    mentions = " ".join(notebook._mentions(kernel(renewed.ws, V2, monkeypatch))).replace("\xa0", " ")
    assert "relisez vos réponses à « Écrivez au médecin. »" in mentions
    assert "Vos réponses à la version d’avant sont gardées" in mentions


def test_her_patient_stays_when_the_draw_does_and_goes_with_all_answers_when_it_does_not(at_work):
    ws = at_work.ws
    change(ws, ("niveau: 2", "version: 2\nniveau: 2"))
    released = parutions.all_released(ws)
    same = nouvelle_version.compare(ws, released[TOUX], released[V2])
    assert (same.autre_patient, len(same.memes)) == (False, 4)
    assert same.phrase == "Les questions sont les mêmes ; leur texte ou leur correction a changé."
    shutil.rmtree(outbound(ws) / V2)
    shutil.rmtree(ws.versions / V2)
    change(ws, ("version: 2", "version: 2\ntirage: 2"), ("[52, 66]", "[30, 40]"))
    assert "Ce qui change : le patient n'est plus le même" in at_work.get(f"asalee/apprenante/nouvelle/{V2}").words
    take(at_work)
    assert given(ws, V2) == {}
    assert "4 réponses d'avant n'ont pas été reprises" in ligne(at_work, V2)[0]


def test_a_copy_handed_in_stays_as_it_is(at_work):
    ws = at_work.ws
    at_work.post(f"asalee/apprenante/copie/{TOUX}")
    receipt = submit.last_receipt(ws, TOUX)
    change(ws, *NEXT)
    words, _ = ligne(at_work, TOUX)
    assert "Votre copie reste telle quelle" in words
    released = parutions.all_released(ws)
    with pytest.raises(nouvelle_version.NonPrise, match="remise"):
        nouvelle_version.take(ws, released[TOUX], released[V2])
    opened(at_work, V2)
    assert given(ws, V2) == {}
    page = at_work.get("asalee/apprenante").html
    assert f'id="{TOUX}"' in page, "her copy and her feedback stay within reach"
    assert f'id="{V2}"' in page
    assert "Version 1" in ligne(at_work, TOUX)[0]
    assert submit.last_receipt(ws, TOUX) == receipt


def test_an_expired_case_says_so_on_her_page_and_stays_open(at_work):
    change(at_work.ws, ("niveau: 2", "peremption: 2020-03-01\nniveau: 2"))
    words, href = ligne(at_work, TOUX)
    assert "À relire par vos formatrices depuis le 1er mars 2020" in words
    opened(at_work, TOUX)
    assert "/copie/" in href


def test_two_answers_to_one_question_are_both_carried(renewed):
    folder = renewed.ws.apprenante / TOUX
    with pytest.raises(answers.Conflict):
        Sheet(folder).write("somme", {"texte": "5", "unite": "L"}, 0)
    take(renewed)
    kept = Sheet(renewed.ws.apprenante / V2).read().reponses["somme"]
    assert (kept.valeur["texte"], kept.autre["valeur"]["texte"]) == ("4", "5")


def test_a_third_version_keeps_the_way_back_to_the_first(renewed):
    take(renewed)
    change(renewed.ws, ("version: 2", "version: 3"))
    v3 = V2.replace("v2", "v3")
    renewed.post(f"asalee/apprenante/nouvelle/{v3}")
    assert given(renewed.ws, v3) == given(renewed.ws, V2)
    assert GONE in renewed.get(f"asalee/apprenante/avant/{v3}").words


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"de": 3}', '{"de": "cas-v1", "le": "", "reprises": [1], "a_relire": []}', "[" * 100_000]
)
def test_a_damaged_origin_is_no_origin(tmp_path, text):
    folder = tmp_path / "cas-v2"
    folder.mkdir()
    (folder / origine.ORIGINE).write_text(text, encoding="utf-8")
    assert origine.read(folder) is None
    assert origine.replaced_by(tmp_path / "cas-v1") is None


CRASHES = """
import builtins, io, os, shutil, sys
from pathlib import Path
from asalee_training.pages import nouvelle_version, parutions
from asalee_training.workspace import Workspace

root, place = map(Path, sys.argv[1:])
steps, at = 0, 0

def dying(function):
    def run(*args, **kwargs):
        global steps
        for act in (lambda: None, lambda: function(*args, **kwargs)):  # killed before it, or after
            done = act()
            if steps == at:
                os._exit(9)
            steps += 1
        return done
    return run

while True:
    here = shutil.copytree(root, place / str(at))
    child = os.fork()
    if not child:
        ws = Workspace(here)
        released = parutions.all_released(ws)
        for owner in (builtins, io):
            owner.open = dying(owner.open)
        for name in ("mkdir", "rename", "replace", "fsync", "scandir", "open"):
            setattr(os, name, dying(getattr(os, name)))
        nouvelle_version.take(ws, released["TOUX"], released["V2"])
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(code)
    if code != 9:
        break
    at += 1
""".replace("TOUX", TOUX).replace("V2", V2)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed by forking it")
def test_a_kill_at_any_step_leaves_the_old_state_or_the_new_one(renewed, tmp_path):
    ws = renewed.ws
    before = given(ws, TOUX)
    done = subprocess.run(
        [sys.executable, "-c", CRASHES, str(ws.root), str(tmp_path / "coups")],
        env=os.environ | {"ASALEE_APPRENANTE": ws.ident}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    codes = [int(code) for code in done.stdout.split()]
    assert codes[-1] == 0, done.stderr
    states = []
    for step in range(len(codes)):
        own = type(ws)(tmp_path / "coups" / str(step))
        assert given(own, TOUX) == before, f"step {step}"
        states.append((own.apprenante / V2).is_dir())
        if states[-1]:
            assert origine.replaced_by(own.apprenante / TOUX) == own.apprenante / V2
            assert json.loads((own.apprenante / V2 / "cas.json").read_text(encoding="utf-8"))["version"] == 2
        else:
            assert origine.replaced_by(own.apprenante / TOUX) is None
            released = parutions.all_released(own)
            nouvelle_version.take(own, released[TOUX], released[V2])
        assert given(own, V2) == {"somme": {"texte": "4", "unite": "L"}, "transmission": REFERRAL}, f"step {step}"
    assert 5 < states.index(True) < len(states) - 1, "the deaths must come before and after the one step that counts"
