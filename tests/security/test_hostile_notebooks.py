"""A case's notebook comes from anybody's machine: nothing in it is executed, and nothing in it is a crash."""

import json
import time

import pytest

from asalee_training.authoring import build, check, new, preview
from asalee_training.content import carnet
from asalee_training.content.errors import ContentError
from asalee_training.workspace import Workspace

GOOD = {"cell_type": "markdown", "metadata": {}, "source": "Bonjour."}


@pytest.fixture
def ws(tmp_path):
    for folder in ("cases/bpco", "courses", "grading/grilles"):
        (tmp_path / folder).mkdir(parents=True)
    return Workspace(tmp_path)


def notebook(**changes):
    return json.dumps({"cells": [GOOD], "metadata": {}, "nbformat": 4, "nbformat_minor": 5} | changes)


HOSTILE = {
    "empty": "",
    "not JSON": "print('bonjour')",
    "cut": notebook()[:40],
    "a list": "[]",
    "a number": "4",
    "a million-digit number": '{"nbformat": ' + "9" * 1_000_000 + "}",
    "not a number": '{"nbformat": NaN, "cells": []}',
    "nbformat 3": notebook(nbformat=3, worksheets=[]),
    "nbformat 5": notebook(nbformat=5),
    "nbformat true": notebook(nbformat=True),
    "nbformat a list": notebook(nbformat=[4]),
    "no nbformat": json.dumps({"cells": [GOOD]}),
    "cells an object": notebook(cells={"0": GOOD}),
    "cells a text": notebook(cells="Bonjour."),
    "no cells": json.dumps({"nbformat": 4}),
    "no cell": notebook(cells=[]),
    "nested": "[" * 100_000,
    "nested in metadata": '{"nbformat": 4, "cells": [], "metadata": ' + '{"a": ' * 50_000,
    "two keys cells": '{"nbformat": 4, "cells": [], "cells": []}',
    "two keys source": '{"nbformat": 4, "cells": [{"cell_type": "markdown", "source": "a", "source": "b"}]}',
    "half a character": notebook(cells=[{**GOOD, "source": "\ud800"}]),
    "half a character in a key": notebook(**{"\udfff": 1}, cells=[]),
    "a null byte": notebook(cells=[{**GOOD, "source": "\x00"}]),
    "a byte order mark": "\ufeff" + notebook(),
    "a hundred thousand refused cells": notebook(cells=[0] * 100_000),
    "fifty thousand cells": notebook(cells=[{"cell_type": "markdown", "source": "a"}] * 40_000),
    "fifty megabytes": notebook(metadata={"a": "x" * 50_000_000}),
    "a text too long": notebook(cells=[{**GOOD, "source": "a " * 450_000}]),
}


@pytest.mark.parametrize("texte", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_notebook_is_refused_with_few_french_sentences_and_soon(ws, texte):
    path = ws.cases / "bpco" / "piege.ipynb"
    path.write_text(texte, encoding="utf-8")
    started = time.monotonic()
    for unsaved in (None, texte):
        with pytest.raises(ContentError) as error:
            check.check(ws, path, unsaved)
        assert 1 <= len(error.value.problems) <= 60
        for problem in error.value.problems:
            assert problem.message.endswith((".", "?"))
            assert len(problem.message) < 400
            str(problem).encode("utf-8")
    assert time.monotonic() - started < 30
    built = build.build_all(ws)
    assert built.problems or built.left, "a build goes on, and says it"
    assert built.evaluations == built.bibliotheque == []


ONE_FAULT = [
    # (what is replaced in the notebook of a right case, by what, words of the sentence)
    ('"nbformat": 4', '"nbformat": 3', "format 4"),
    ('"nbformat": 4', '"nbformat": 5', "format 4"),
    ('"nbformat": 4', '"nbformat": true', "format 4"),
    ('"nbformat": 4', '"nbformat": "4"', "format 4"),
    ('"nbformat": 4', '"nbformat": 4, "nbformat": 4', "deux fois"),
    ('"source": [', '"source": ["```{exercice} cache\\n"], "source": [', "deux fois"),
    ('"cells": [', '"cells": {}, "autre": [', "abîmé"),
    ("Mme Exemple a", "\\ud83d Mme Exemple a", "caractère"),
    ('"metadata": {', f'"a": {"[" * 100_000}, "metadata": {{', "abîmé"),
    ('"metadata": {', f'"a": "{"x" * 3_000_000}", "metadata": {{', "trop gros"),
]


@pytest.mark.parametrize(("old", "by", "said"), ONE_FAULT, ids=[f"{i} {f[2]}" for i, f in enumerate(ONE_FAULT)])
def test_one_fault_in_the_notebook_of_a_right_case_is_enough(ws, old, by, said):
    path = new.new(ws, "bpco/piege", carnet=True)
    check.check(ws, path)
    texte = path.read_text(encoding="utf-8")
    assert old in texte
    path.write_text(texte.replace(old, by, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=said):
        check.check(ws, path)


def test_bytes_that_are_no_text_are_refused(ws):
    path = ws.cases / "bpco" / "piege.ipynb"
    path.write_bytes(b"\xff\xfe{}")
    with pytest.raises(ContentError, match="UTF-8"):
        check.check(ws, path)


def test_what_a_source_notebook_carries_besides_its_text_never_leaves_with_the_case(ws):
    """Metadata could run the case's page, hide a cell, or forge an nbgrader cell: none of it is read."""
    path = new.new(ws, "bpco/piege", carnet=True)
    clean = preview.preview(ws, path).read_bytes()
    data = json.loads(path.read_text(encoding="utf-8"))
    data["metadata"] = {
        "asalee": {"mode": "evaluation", "titre": "PIEGE", "retour": {"adresse": "asalee/x", "texte": "PIEGE"}},
        "kernelspec": {"name": "PIEGE", "display_name": "PIEGE"},
    }
    for cell in data["cells"]:
        cell["id"] = "PIEGE"
        cell["metadata"] = {
            "nbgrader": {"grade": True, "grade_id": "PIEGE", "points": 99, "locked": False, "schema_version": 3},
            "tags": ["asalee-cache"],
        }
    path.write_text(json.dumps(data), encoding="utf-8")
    assert preview.preview(ws, path).read_bytes() == clean


def test_the_size_of_a_file_is_known_before_it_is_read(ws, monkeypatch):
    path = ws.cases / "bpco" / "piege.ipynb"
    path.write_text("x" * (carnet.TAILLE_MAX + 1), encoding="utf-8")
    monkeypatch.setattr(type(path), "read_text", lambda *_, **__: pytest.fail("it was read"))
    with pytest.raises(ContentError, match="trop gros"):
        check.check(ws, path)
