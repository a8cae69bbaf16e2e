"""A case as a notebook: the same bytes on every machine, no key, no patient, no output."""

from __future__ import annotations

import base64
import re
from html import escape
from typing import Any

from asalee_training import figures
from asalee_training.content import substitution
from asalee_training.content.models import Case, Exercise, Figure, Instrument, Prose

STUB = "*(La réponse est enregistrée par le formulaire ci-dessus.)*"
HIDDEN_TAG = "asalee-cache"
#: A cell that shows a figure, as it is written here; nothing else may pass as one.
FIGURE = re.compile(
    r'<figure><img src="data:image/svg\+xml;base64,[A-Za-z0-9+/=]+" alt="[^"<>]*">'
    r"(?:<figcaption>[^<>]*</figcaption>)?</figure>"
)
_LOCKED = {"deletable": False, "editable": False}


def notebook(case: Case) -> dict[str, Any]:
    """Return nbformat 4.5 JSON. Code cells only name what they show; judgement and data are elsewhere."""
    cells = [_code("entete", "from asalee_training import notebook as cas\n\ncas.entete()")]
    for bloc in case.blocs:
        if isinstance(bloc, Prose):
            cells.append(_prose(bloc))
        elif isinstance(bloc, Figure):
            cells.append(_figure(bloc))
        elif isinstance(bloc, Instrument):
            cells.append(_code(bloc.id, f'cas.instrument("{bloc.id}")'))
        else:
            cells += _exercise(bloc, graded=case.mode == "evaluation")
    cells.append(_code("remise", "cas.remise()"))
    return {
        "cells": cells,
        "metadata": {
            "asalee": {"assignment": case.assignment, "mode": case.mode, "titre": case.entete.titre},
            "kernelspec": {"display_name": "Formation ASALEE", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _code(ident: str, source: str, **metadata: Any) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": ident,
        "metadata": {**_LOCKED, **metadata},
        "outputs": [],
        "source": source,
    }


def _markdown(ident: str, source: str, **metadata: Any) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": ident, "metadata": {**_LOCKED, **metadata}, "source": source}


def _prose(bloc: Prose) -> dict[str, Any]:
    if substitution.references(bloc.markdown):
        return _code(bloc.id, f'cas.texte("{bloc.id}")')
    return _markdown(bloc.id, bloc.markdown)


def _figure(bloc: Figure) -> dict[str, Any]:
    """A picture that travels inside the notebook: shown without a kernel and without a network.

    Inside the text, not attached to the cell: JupyterLab attaches photographs, never SVG.
    """
    drawing = figures.draw(bloc.nom)
    encoded = base64.b64encode(drawing.svg.encode()).decode("ascii")
    legende = f"<figcaption>{escape(bloc.legende)}</figcaption>" if bloc.legende else ""
    picture = f'<img src="data:image/svg+xml;base64,{encoded}" alt="{escape(bloc.alt or drawing.alt)}">'
    return _markdown(bloc.id, f"<figure>{picture}{legende}</figure>")


def _exercise(exercise: Exercise, graded: bool) -> list[dict[str, Any]]:
    source = f'cas.exercice("{exercise.nom}")'
    if not graded:
        return [_code(exercise.nom, source)]
    if exercise.type != "texte":
        return [_code(exercise.nom, source, nbgrader=_nbgrader(exercise, solution=False))]
    answer = _markdown(f"{exercise.nom}-reponse", STUB, nbgrader=_nbgrader(exercise, solution=True), tags=[HIDDEN_TAG])
    return [_code(exercise.nom, source), answer]


def _nbgrader(exercise: Exercise, solution: bool) -> dict[str, Any]:
    return {
        "grade": True,
        "grade_id": exercise.nom,
        "locked": not solution,
        "points": float(exercise.points),
        "schema_version": 3,
        "solution": solution,
        "task": False,
    }
