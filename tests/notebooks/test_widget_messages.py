"""The protocol between page and kernel, in pure Python: neither kernel nor browser."""

import os
import re
from datetime import datetime
from pathlib import Path

import pytest

from asalee_training import widgets
from asalee_training.answers import Sheet
from asalee_training.notebook.answering import Answering
from asalee_training.widgets import assets
from asalee_training.widgets.dates import spoken
from asalee_training.widgets.instrument import LIBELLES

SPEC = {"type": "texte", "points": 6, "titre": "Rédigez.", "aide": "", "mots_conseilles": 120, "longueur_max": 20000}


class Desk:
    """A session with a sheet and without a judge."""

    def __init__(self, folder):
        self.sheet = Sheet(folder)

    def read(self):
        return self.sheet.read()

    def mark(self, nom, answer):
        return None

    def answered(self, nom, n, mark):
        pass


@pytest.fixture
def open_window(tmp_path):
    """`open_window()` is the widget of the same question in one more window."""

    def build():
        link = Answering(Desk(tmp_path), "transmission")
        return widgets.ExerciseWidget("transmission", SPEC, link.lire, link.ecrire, link.trancher)

    return build


def test_the_first_paint_needs_no_message(open_window):
    open_window().reply({"type": "ecrire", "seq": 1, "valeur": "Bonjour.", "base": 0})
    state = open_window().get_state()
    assert state["spec"] == SPEC
    assert (state["etat"]["resultat"], state["etat"]["valeur"], state["etat"]["n"]) == ("lu", "Bonjour.", 1)
    assert "export default" in state["_esm"]


def test_two_kinds_of_view_on_one_page_keep_their_own_style_sheets(open_window):
    ours = open_window()
    other = widgets.ExerciseWidget("a", {"type": "zones_pied"}, ours._lire, ours._ecrire, ours._trancher)
    assert ours._css != other._css
    assert ours.get_state()["_anywidget_id"] != other.get_state()["_anywidget_id"]


def test_a_write_is_acknowledged_with_its_seq_its_count_and_its_hour(open_window):
    said = open_window().reply({"type": "ecrire", "seq": 41, "valeur": "Bonjour.", "base": 0})
    assert set(said) == {"type", "seq", "resultat", "valeur", "n", "heure", "autre", "message", "retour"}
    assert (said["type"], said["seq"], said["resultat"], said["n"]) == ("etat", 41, "enregistre", 1)
    assert re.fullmatch(r"\d\d:\d\d", said["heure"])


def test_the_same_message_sent_again_is_answered_again_and_written_once(open_window):
    window = open_window()
    message = {"type": "ecrire", "seq": 41, "valeur": "Bonjour.", "base": 0}
    assert window.reply(message) == window.reply(message)
    assert window.reply({"type": "lire"})["n"] == 1


def test_reading_again_sees_what_another_window_wrote(open_window):
    here, there = open_window(), open_window()
    there.reply({"type": "ecrire", "seq": 1, "valeur": "Ailleurs.", "base": 0})
    said = here.reply({"type": "lire"})
    assert (said["seq"], said["resultat"], said["valeur"], said["n"]) == (None, "lu", "Ailleurs.", 1)


def test_two_windows_make_a_conflict_that_either_can_end(open_window):
    here, there = open_window(), open_window()
    here.reply({"type": "ecrire", "seq": 1, "valeur": "Ici.", "base": 0})
    said = there.reply({"type": "ecrire", "seq": 1, "valeur": "Là.", "base": 0})
    assert (said["resultat"], said["valeur"], said["autre"]["valeur"]) == ("conflit", "Ici.", "Là.")
    assert "autre fenêtre" in said["message"]
    assert here.reply({"type": "lire"})["autre"]["valeur"] == "Là."
    kept = here.reply({"type": "trancher", "seq": 2, "garder": "seconde"})
    assert (kept["resultat"], kept["valeur"], kept["autre"]) == ("enregistre", "Là.", None)
    late = there.reply({"type": "trancher", "seq": 2, "garder": "premiere"})
    assert (late["resultat"], late["valeur"]) == ("refuse", "Là.")
    assert "déjà fait" in late["message"]


def test_a_refused_write_says_why(open_window, monkeypatch):
    window = open_window()
    window.reply({"type": "ecrire", "seq": 1, "valeur": "Bonjour.", "base": 0})

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    said = window.reply({"type": "ecrire", "seq": 2, "valeur": "Bonsoir.", "base": 1})
    assert (said["resultat"], said["valeur"]) == ("refuse", "Bonjour.")
    assert "Libérez de la place" in said["message"]


@pytest.mark.parametrize(
    "message",
    [
        None, "lire", {}, {"type": "effacer"}, {"type": "ecrire"}, {"type": "ecrire", "seq": 1, "base": 0},
        {"type": "ecrire", "seq": [], "valeur": {"a": float("nan")}, "base": 0}, {"type": "trancher", "seq": 3},
    ],
)  # fmt: skip
def test_no_message_can_make_it_raise_or_print(open_window, capsys, message):
    said = open_window().reply(message)
    assert said["resultat"] == "refuse"
    assert said["message"].endswith(".")
    assert capsys.readouterr() == ("", "")


def test_a_bug_of_the_callables_is_a_french_refusal(capsys):
    def bug(*_):
        raise ZeroDivisionError("division by zero")

    widget = widgets.ExerciseWidget("transmission", SPEC, bug, bug, bug)
    said = widget.reply({"type": "ecrire", "seq": 1, "valeur": "a", "base": 0})
    assert widget.etat["resultat"] == said["resultat"] == "refuse"
    assert "prévenez votre référente" in said["message"]
    assert capsys.readouterr() == ("", "")


def test_a_custom_message_from_the_page_is_answered_over_the_comm(open_window, monkeypatch):
    window, sent = open_window(), []
    monkeypatch.setattr(type(window), "send", lambda self, content, buffers=None: sent.append(content))
    window._handle_custom_msg({"type": "ecrire", "seq": 7, "valeur": "Bonjour.", "base": 0}, [])
    assert [(m["seq"], m["resultat"]) for m in sent] == [(7, "enregistre")]


def test_every_exercise_type_and_instrument_has_its_view():
    from asalee_training import exercises
    from asalee_training.simulation import instruments

    assert set(LIBELLES) == set(instruments.NAMES)
    assert set(assets.PARTS) == {*exercises.TYPES, *LIBELLES, "entete", "remise"}
    used = {f"{part}.js" for parts in assets.PARTS.values() for part in parts}
    assert used == {path.name for path in Path(assets.ESM).glob("*.js")}


@pytest.mark.parametrize("view", assets.PARTS)
def test_a_view_imports_and_fetches_nothing_and_writes_no_markup(view):
    code = assets.esm(view)
    assert code.count("export default") == 1
    assert not re.search(r"\bimport\b\s*[({\"'*\w]|fetch\(|XMLHttpRequest|innerHTML|outerHTML|insertAdjacentHTML", code)
    assert set(re.findall(r"https?://[^\s\"']+", code)) <= {"http://www.w3.org/2000/svg"}
    assert "url(" not in assets.css(view)
    assert "@import" not in assets.css(view)


@pytest.mark.parametrize(
    ("horodatage", "words"),
    [
        ("2026-03-03T10:42:59.000+01:00", "10:42"),
        ("2026-03-03T09:42:00+00:00", "10:42"),
        ("2026-03-02T17:42:00+01:00", "hier à 17:42"),
        ("2026-03-01T17:42:00+01:00", "le 1er mars à 17:42"),
        ("2025-08-15T07:05:00+02:00", "le 15 août 2025 à 06:05"),
        ("", ""),
        ("hier", ""),
    ],
)
def test_moments_are_said_in_french(horodatage, words, monkeypatch):
    now = datetime.fromisoformat("2026-03-03T12:00:00+01:00")

    class Here(datetime):
        def astimezone(self, tz=None):
            return super().astimezone(tz or now.tzinfo)

    assert spoken(horodatage, Here.fromisoformat(now.isoformat())) == words
