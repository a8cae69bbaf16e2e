"""A new version under a trainee at work: she chooses, and nothing she answered is lost."""

import shutil

import pytest

from asalee_training import answers, notebook
from asalee_training.answers import FICHIER, Sheet, origine
from asalee_training.gradebook import submit
from asalee_training.pages import nouvelle_version, parutions
from asalee_training.pages.parutions import outbound
from tests.pages.francais import is_french_page
from tests.pages.mes_modules import TOUX, answer, ligne, opened
from tests.pages.toux_renouvelee import GONE, NEXT, REFERRAL, V2, change, given, renew, working


@pytest.fixture
def at_work(site):
    return working(site)


@pytest.fixture
def renewed(site):
    return renew(site)


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
