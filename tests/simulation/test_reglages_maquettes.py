"""What a page sends to move a maquette is checked before anything is drawn."""

import math

import pytest

from asalee_training.simulation import instruments, maquettes
from asalee_training.simulation.maquettes import Choix, Curseur, Maquette
from asalee_training.widgets import InstrumentView

DEPART = {"age": 20, "facteurs": "plusieurs", "change": "non"}
ESSAI = Maquette(
    "Essai",
    "Bougez.",
    (Curseur("dose", "La dose", "mg", 0.5, 2, 0.25, 1, decimales=2), Choix("cote", "Le côté", (("d", "Droit"), ("g", "Gauche")), "d")),
)  # fmt: skip


def test_a_slider_gives_the_number_of_its_step_and_a_choice_its_value():
    assert ESSAI.depart() == {"dose": 1.0, "cote": "d"}
    assert ESSAI.lire({"dose": 0.7500000001, "cote": "g"}) == {"dose": 0.75, "cote": "g"}
    assert ESSAI.lire({"dose": 2.0000000000000004, "cote": "d"})["dose"] == 2
    age = maquettes.regler("artere_plaque", {**DEPART, "age": 40.0})[1]["age"]
    assert (age, type(age)) == (40, int)


@pytest.mark.parametrize(
    ("recus", "said"),
    [
        ({"dose": 3, "cote": "d"}, "hors des valeurs acceptées"),
        ({"dose": 0.6, "cote": "d"}, "n’est pas un cran"),
        ({"dose": math.nan, "cote": "d"}, "hors des valeurs"),
        ({"dose": True, "cote": "d"}, "n’est pas un nombre"),
        ({"dose": "1", "cote": "d"}, "n’est pas un nombre"),
        ({"dose": None, "cote": "d"}, "n’est pas un nombre"),
        ({"dose": 1, "cote": "x"}, "choisissez l’une des réponses"),
        ({"dose": 1, "cote": ["d"]}, "choisissez l’une des réponses"),
        ({"dose": 1}, "les réglages reçus"),
        ({"dose": 1, "cote": "d", "autre": 1}, "les réglages reçus"),
        ([1, "d"], "les réglages reçus"),
        (None, "les réglages reçus"),
    ],
)
def test_a_setting_that_no_page_sends_is_refused_in_french(recus, said):
    with pytest.raises(ValueError, match=r"\S") as refusal:
        ESSAI.lire(recus)
    assert said in str(refusal.value)


def test_an_author_says_which_maquettes_and_is_told_of_a_wrong_name():
    assert instruments.check("maquette", {"maquettes": ["artere_plaque"]}) == []
    assert "dites ce qu’il montre" in instruments.check("maquette", {})[0]
    assert "«\u00a0artere_plaque\u00a0»" in instruments.check("maquette", {"maquettes": ["artere_plaqe"]})[0]
    assert instruments.check("maquette", {"maquettes": []})


def test_the_recording_is_their_names_alone():
    seen = instruments.record("maquette", {"maquettes": ["artere_plaque"]}, {"age": 52})
    assert seen == {"maquettes": ["artere_plaque"]}


@pytest.fixture
def view():
    return InstrumentView("maquette", instruments.record("maquette", {"maquettes": ["artere_plaque"]}, {}))


def test_the_view_shows_the_drawing_as_it_stands_and_answers_each_move(view):
    (scene,) = view.enregistrement["maquettes"]
    assert scene["dessin"]["svg"].startswith("<svg")
    assert "À 20 ans" in scene["dessin"]["texte"]
    reply = view.reply({"type": "dessiner", "maquette": "artere_plaque", "reglages": {**DEPART, "age": 60}, "n": "a7"})
    assert (reply["type"], reply["n"]) == ("dessine", "a7")
    assert "À 60 ans" in reply["texte"]
    assert reply["svg"] != scene["dessin"]["svg"]


@pytest.mark.parametrize(
    "content",
    [
        {"maquette": "inconnue", "reglages": DEPART},
        {"maquette": ["artere_plaque"], "reglages": DEPART},
        {"maquette": "artere_plaque", "reglages": {**DEPART, "age": 41}},
        {"maquette": "artere_plaque"},
        {},
    ],
)
def test_the_view_refuses_in_french_and_never_raises(view, content):
    reply = view.reply({"type": "dessiner", "n": 1, **content})
    assert reply["refus"].endswith(".")
    assert "svg" not in reply


def test_a_drawing_that_fails_is_a_sentence_and_a_line_in_the_log(view, monkeypatch, caplog):
    from asalee_training.figures import maquettes as dessins

    monkeypatch.setattr(dessins, "draw", lambda *_: 1 / 0)
    reply = view.reply({"type": "dessiner", "maquette": "artere_plaque", "reglages": DEPART, "n": 1})
    assert reply["refus"].startswith("Un incident")
    assert "maquette failed" in caplog.text


def test_the_view_answers_its_own_messages_only(view):
    assert view.reply({"type": "calculer", "outil": "imc", "entrees": {}}) is None
    assert view.reply("x") is None
    calculator = InstrumentView("calculatrice", instruments.record("calculatrice", {}, {}))
    assert calculator.reply({"type": "dessiner", "maquette": "artere_plaque", "reglages": DEPART}) is None
