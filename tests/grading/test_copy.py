"""One copy, judged: its words, its notebook, and the notebook's bytes."""

import json

import cours_synthetique as course
import nbformat
import pytest

from asalee_training.exercises.contract import Etape, Mark
from asalee_training.gradebook import words
from asalee_training.gradebook.copy import Judge
from asalee_training.gradebook.desk import open_desk


def test_the_notebook_is_written_as_nbformat_writes_it(ws, version):
    desk = open_desk(ws, course.ASSIGNMENT)
    raw = {
        **course.right_answers(version, "anne"),
        "transmission": 'guillemets " \\ accents é\u2028\ttabulation 😀\n\nfin',
    }
    text = desk.carnet.text(desk.judge.judged("anne", course.sheet(raw)))
    assert text == nbformat.writes(nbformat.reads(text, as_version=4))
    nbformat.validate(nbformat.reads(text, as_version=4))


def test_trainees_who_share_a_patient_do_not_share_their_outputs(ws, version):
    desk = open_desk(ws, course.ASSIGNMENT)
    names = [f"apprenante-{n}" for n in range(200)]
    first = names[0]
    twin = next(n for n in names[1:] if desk.judge.index(n) == desk.judge.index(first))
    mine = desk.carnet.text(desk.judge.judged(first, course.sheet({"ips": {"texte": "1,11", "unite": ""}})))
    hers = desk.carnet.text(desk.judge.judged(twin, course.sheet({"ips": {"texte": "2,22", "unite": ""}})))
    assert "1,11" in mine
    assert "1,11" not in hers
    assert "2,22" in hers


@pytest.mark.parametrize(
    ("nom", "raw", "expected"),
    [
        ("ips", {"texte": "1,05", "unite": ""}, "1,05"),
        ("ips", {"texte": "1,05"}, "1,05"),
        ("ips", 3, "Réponse illisible : 3"),
        ("ips", None, "Pas de réponse"),
        ("conduite", [course.CONDUITE["note"]], "Je note le résultat dans le dossier"),
        ("conduite", "zzz", "Réponse illisible : zzz"),
        ("conduite", [], "Pas de réponse"),
        ("sites", {"zones": [], "aucune": True}, "Aucun site"),
        ("sites", {"zones": ["gauche.meta5"]}, "pied gauche, tête du 5e métatarsien"),
        ("sites", {"zones": ["talon"]}, "Réponse illisible : {'zones': ['talon']}"),
        ("transmission", "Bonjour", "Bonjour"),
    ],
)
def test_an_answer_is_written_as_she_saw_it(version, nom, raw, expected):
    judge = Judge(version)
    assert words.answer(judge.exercises[nom], raw, judge.patient("anne")) == expected


def test_points_are_written_in_french():
    assert words.points(1.5, 2.0) == "1,5 point sur 2"
    assert words.points(2.0, 2.5) == "2 points sur 2,5"
    assert words.points(1 / 3, 1.0) == "0,33 point sur 1"


def test_a_reason_that_quotes_her_is_escaped_and_an_authors_reason_is_rendered():
    hers = words.reason(Mark(0, 1, "Vous avez écrit « *x* <b> ».", etat="illisible"))
    assert hers == "<p>Vous avez écrit « *x* &lt;b&gt; ».</p>"
    assert "<em>x</em>" in words.reason(Mark(0, 1, "*x*", etat="faux"))


def test_typography_puts_the_french_spaces():
    assert words.typography("« Oui » : 60 % !") == "«\u00a0Oui\u00a0»\u202f: 60\u202f%\u202f!"


def test_the_lines_of_a_session_come_in_the_order_of_the_judgement_and_a_grave_one_is_named():
    lines = (
        Etape("Fait bien.", "A.", True),
        Etape("Appuyé sur la plaie.", "A.", False, "", "dangereux"),
        Etape("Oublié.", "A.", False),
    )
    table = words.steps(Mark(0, 1, "", etapes=lines))
    places = [table.index(fait) for fait in ("Fait bien", "Appuyé", "Oublié")]
    assert places == sorted(places)
    assert table.count("⚠ Réponse dangereuse") == 1
    assert words.steps(Mark(1, 1, "")) == ""


def test_an_instrument_is_told_in_words():
    told = words.recording({"pouls": {"droit": True}, "courbe_l_s": list(range(50)), "observations": []})
    assert told.startswith("<ul><li>pouls\u202f: <ul><li>droit\u202f: oui</li></ul></li>")
    assert told.endswith("<li>courbe l s\u202f: courbe de 50 points</li><li>observations\u202f: rien</li></ul>")


def test_the_bytes_of_a_copy_are_the_same_each_time(ws, version):
    data = course.sheet(course.right_answers(version, "anne"))
    texts = {
        open_desk(ws, course.ASSIGNMENT).carnet.text(open_desk(ws, course.ASSIGNMENT).judge.judged("anne", data))
        for _ in range(2)
    }
    assert len(texts) == 1
    assert json.loads(texts.pop())["nbformat"] == 4
