"""What the five names of a generated notebook show, in training, in evaluation, and when something is wrong."""

import json
import subprocess
import sys
from datetime import datetime, timedelta

import pytest

from asalee_training import notebook, widgets
from asalee_training.answers import FICHIER, Sheet
from asalee_training.content import lot
from asalee_training.exercises.contract import option_id

FORBIDDEN = ("pandas", "matplotlib", "numpy", "nbgrader", "markdown_it", "ruamel", "IPython.core.pylabtools")
JUSTE = option_id("J'alerte le médecin de la dame de {{ patient.age }} ans")
GRAVE = option_id("J'annonce une BPCO")


def hers(data):
    return data["patients"][lot.patient_index("idel-07", data["cas"], data["tirage"])]


def write(widget, valeur, base, seq=1):
    return widget.reply({"type": "ecrire", "seq": seq, "valeur": valeur, "base": base})


def test_each_trainee_has_her_own_order_of_answers_and_keeps_it(write_case, shown, monkeypatch):
    seen = set()
    for indice in range(32):
        monkeypatch.setattr(lot, "patient_index", lambda *given, i=indice: i)
        write_case("evaluation")
        orders = []
        for _ in range(2):
            notebook.exercice("conduite")
            orders.append(tuple(o["id"] for o in shown[-1].spec["choix"]))
        assert orders[0] == orders[1]
        seen.add(orders[0])
    assert len(seen) > 1
    assert len({frozenset(order) for order in seen}) == 1, "the same answers for all"


def test_the_prose_and_the_questions_speak_of_her_patient(write_case, shown):
    data = write_case("evaluation")
    champs = hers(data)["champs"]
    notebook.texte("texte-1")
    notebook.exercice("rapport")
    notebook.exercice("conduite")
    assert shown[0].data == f"Elle a {champs['age']} ans et {champs['codex.mots']} mot(s) au Codex."
    assert shown[1].spec["titre"] == f"Calculez le rapport à {champs['age']} ans"
    asked = list(data["exercices"])
    assert shown[2].rang == f"Question {asked.index('conduite') + 1} sur {len(asked)}"
    assert next(o for o in shown[2].spec["choix"] if o["id"] == JUSTE) == {
        "id": JUSTE,
        "texte": f"J'alerte le médecin de la dame de {champs['age']} ans",
    }


def test_the_instrument_plays_her_recording(write_case, shown):
    data = write_case("evaluation")
    notebook.instrument("instrument-2")
    assert shown[0].enregistrement == hers(data)["instruments"]["instrument-2"]


def test_an_author_previews_the_patient_of_her_choice(write_case, shown):
    data = write_case("evaluation", indice=5)
    notebook.texte("texte-1")
    assert str(data["patients"][5]["champs"]["age"]) in shown[0].data


@pytest.mark.parametrize("mode", ["evaluation", "entrainement", "lecon"])
def test_the_header_says_title_duration_and_mode(write_case, shown, mode):
    write_case(mode)
    notebook.entete()
    assert isinstance(shown[0], widgets.Header)
    assert shown[0].titre == "Mme Lambert, essoufflée"
    assert shown[0].infos == {"duree_min": 25, "mode": mode, "retrouve": "", "perdu": "", "mentions": []}


def test_the_header_says_that_nobody_reviewed_a_specimen_and_that_a_text_is_past_its_date(write_case, shown):
    write_case("evaluation", specimen=True, peremption="2020-03-01")
    notebook.entete()
    write_case("evaluation", specimen=False, peremption="2099-03-01")
    notebook.entete()
    assert [m.replace("\u202f", " ") for m in shown[0].infos["mentions"]] == [
        "Spécimen : pas encore relu par un médecin.",
        "Ce texte devait être relu avant le 1er mars 2020 : ses règles ont pu changer depuis.",
    ]
    assert shown[1].infos["mentions"] == []


def test_the_header_tells_what_was_found_again(write_case, workspace, shown):
    write_case("evaluation")
    yesterday = (datetime.now().astimezone() - timedelta(days=1)).replace(hour=17, minute=42).isoformat()
    sheet = Sheet(workspace, clock=lambda: yesterday)
    sheet.write("conduite", JUSTE, 0)
    notebook.entete()
    sheet.write("rapport", {"texte": "58,9", "unite": "%"}, 0)
    sheet.write("transmission", None, 0)
    sheet.write("question_retiree", "a", 0)
    notebook.entete()
    assert shown[0].infos["retrouve"] == "Bon retour. Votre réponse a été retrouvée (hier à 17:42)."
    assert shown[1].infos["retrouve"] == "Bon retour. Vos 2 réponses ont été retrouvées (dernière : hier à 17:42)."


def test_a_damaged_answer_file_is_told_by_the_header_even_after_another_cell_read_it(write_case, workspace, shown):
    write_case("evaluation")
    Sheet(workspace).write("conduite", JUSTE, 0)
    data = (workspace / FICHIER).read_bytes()
    (workspace / FICHIER).write_bytes(data[:-3])
    notebook.exercice("conduite")
    notebook.entete()
    assert "abîmé" in shown[1].infos["perdu"]
    assert "une réponse a été retrouvée" in shown[1].infos["perdu"]


def test_in_training_feedback_comes_with_the_answer_and_again_on_reopening(write_case, shown):
    write_case("entrainement")
    notebook.exercice("conduite")
    said = write(shown[0], GRAVE, 0)
    assert said["resultat"] == "enregistre"
    assert said["retour"] == {
        "etat": "faux",
        "points": 0.0,
        "sur": 2.0,
        "retour": "Le diagnostic revient au médecin.",
        "suite": "Vous repérez et vous alertez : le *diagnostic* est médical.",
        "gravite": "hors_champ",
        "etapes": (),
    }
    notebook.exercice("conduite")
    assert shown[1].correction is True
    assert shown[1].etat["retour"] == said["retour"]
    assert shown[1].etat["valeur"] == GRAVE


def test_a_lesson_gives_feedback_too(write_case, shown):
    write_case("lecon")
    notebook.exercice("rapport")
    assert write(shown[0], {"texte": "58,9", "unite": "%"}, 0)["retour"]["etat"] == "juste"


def test_the_end_of_a_lesson_counts_no_point(write_case, shown):
    write_case("lecon")
    notebook.exercice("rapport")
    write(shown[0], {"texte": "58,9", "unite": "%"}, 0)
    notebook.remise()
    bilan = shown[1].bilan
    assert (bilan["points"], bilan["sur"], bilan["verdict"]) == (None, None, None)
    assert "juste" in {row["etat"] for row in bilan["exercices"]}


def test_a_judge_that_fails_never_makes_the_answer_look_lost(write_case, shown, monkeypatch):
    write_case("entrainement", corrige={"cas": {}, "patients": []})
    notebook.exercice("conduite")
    said = write(shown[0], JUSTE, 0)
    assert (said["resultat"], said["valeur"], said["retour"]) == ("enregistre", JUSTE, None)


def test_in_evaluation_no_feedback_and_no_judge(write_case, shown):
    write_case("evaluation")
    notebook.exercice("conduite")
    said = write(shown[0], GRAVE, 0)
    assert (said["resultat"], said["retour"], shown[0].correction) == ("enregistre", None, False)


def test_the_end_of_an_evaluation_counts_answers_without_judging(write_case, shown):
    write_case("evaluation")
    notebook.exercice("conduite")
    write(shown[0], GRAVE, 0)
    notebook.remise()
    bilan = shown[1].bilan
    assert bilan["assignment"] == "bpco-mme-lambert-v1"
    assert [row["repondu"] for row in bilan["exercices"]] == [True, False, False]
    assert {row["etat"] for row in bilan["exercices"]} == {None}
    assert bilan["verdict"] is None


def test_the_end_of_a_training_case_sums_what_is_judged_and_is_told_again_on_demand(write_case, shown):
    write_case("entrainement")
    notebook.remise()
    assert shown[0].bilan["points"] is None
    for nom, valeur in {
        "conduite": JUSTE,
        "rapport": {"texte": "58,9", "unite": "%"},
        "transmission": "Bonjour.",
    }.items():
        notebook.exercice(nom)
        write(shown[-1], valeur, 0)
    bilan = shown[0].reply({"type": "lire"})
    assert (bilan["points"], bilan["sur"], bilan["verdict"]) == (4.0, 4.0, "valide")
    assert [row["etat"] for row in bilan["exercices"]] == ["juste", "juste", "a_noter"]


@pytest.mark.parametrize(
    "damage",
    [None, b"", b"{", b"[]", b"\xff", b'{"mode": "evaluation"}', b"null"],
    ids=["absent", "empty", "cut", "list", "bytes", "keys", "null"],
)
def test_a_damaged_case_is_a_french_sentence_in_every_cell(workspace, shown, capsys, damage):
    if damage is not None:
        (workspace / "cas.json").write_bytes(damage)
    notebook.entete()
    notebook.texte("texte-1")
    notebook.instrument("instrument-2")
    notebook.exercice("conduite")
    notebook.remise()
    assert len(shown) == 5
    assert all("absent ou abîmé" in thing["text/plain"] for thing in shown)
    assert capsys.readouterr() == ("", "")


def test_a_case_without_patients_and_an_unknown_block_are_french_sentences(write_case, shown, capsys):
    write_case("evaluation", patients=[])
    notebook.entete()
    write_case("evaluation")
    notebook.texte("texte-99")
    notebook.exercice("inconnu")
    assert "abîmé" in shown[0]["text/plain"]
    assert all("ne peut pas s’afficher" in thing["text/plain"] for thing in shown[1:])
    assert capsys.readouterr() == ("", "")


def test_outside_the_project_the_sentence_is_the_workspace_s(write_case, tmp_path, shown):
    write_case("evaluation")
    (tmp_path / "cases").rmdir()
    notebook.entete()
    assert "n’est pas dans Formation ASALEE" in shown[0]["text/plain"]


def test_under_nbgrader_only_plain_text_is_shown(write_case, shown, monkeypatch):
    write_case("evaluation")
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    for cell in (notebook.entete, notebook.remise):
        cell()
    notebook.texte("texte-1")
    notebook.instrument("instrument-2")
    notebook.exercice("rapport")
    assert all(set(thing) == {"text/plain"} for thing in shown)
    texts = [thing["text/plain"] for thing in shown]
    assert texts[0] == "Mme Lambert, essoufflée"
    assert texts[2].startswith("Elle a ")
    assert texts[4].startswith("Question : Calculez le rapport à ")


OPEN_EVERYTHING = """
import json, sys
from asalee_training import notebook
notebook.entete(); notebook.texte("texte-1"); notebook.instrument("instrument-2")
for nom in ("conduite", "rapport", "transmission"):
    notebook.exercice(nom)
notebook.remise()
link = notebook.Answering(notebook.session(), "conduite")
link.ecrire("a1b2c3d4", 0); link.lire()
print("MODULES", json.dumps(sorted(sys.modules)))
"""


@pytest.mark.parametrize("mode", ["evaluation", "entrainement"])
def test_a_kernel_opening_a_case_stays_light_and_in_evaluation_cannot_judge(write_case, mode):
    write_case(mode)
    out = subprocess.run([sys.executable, "-c", OPEN_EVERYTHING], capture_output=True, text=True, check=True)
    modules = json.loads(out.stdout.partition("MODULES")[2])
    assert [m for m in modules if m.startswith(FORBIDDEN)] == []
    assert ("asalee_training.scoring" in modules) == (mode != "evaluation")
    assert out.stderr == ""
