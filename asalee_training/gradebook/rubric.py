"""The rubric beside a free text, for the referent who reads it."""

from __future__ import annotations

import html

from asalee_training.content import substitution
from asalee_training.content.errors import ContentError
from asalee_training.content.grille import Critere, Grille, load_grille
from asalee_training.gradebook import GradebookError, words
from asalee_training.workspace import Workspace


class RubricError(GradebookError):
    """A rubric cannot be used; the message is French sentences: file, line, what to write."""


def load(ws: Workspace, nom: str) -> Grille:
    """Read ``grading/grilles/<nom>.yaml``. Raises ``RubricError``."""
    path = ws.grilles / f"{nom}.yaml"
    try:
        return load_grille(path, ws.root)
    except FileNotFoundError:
        message = f"La grille « {nom} » n’existe pas : il n’y a pas de fichier grading/grilles/{nom}.yaml."
        raise RubricError(message) from None
    except ContentError as error:
        raise RubricError(str(error)) from None


def table(grille: Grille) -> str:
    """Write the rubric as an HTML table, escaped."""
    rows = "".join(map(_row, grille.criteres))
    sur = substitution.french(grille.sur)
    return (
        f"<table class='asalee-grille'><caption>{_shown(grille.titre)} (sur {sur} points)</caption>"
        f"<thead><tr><th scope='col'>Critère</th><th scope='col'>Points et niveaux</th></tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(critere: Critere) -> str:
    """Write one criterion; the attributes are for the script that keeps the levels."""
    nom, shown = html.escape(critere.nom), _shown(critere.nom)
    levels = "".join(
        f"<li><strong>{substitution.french(n.points)}</strong>\u00a0: {_shown(n.texte)}</li>" for n in critere.niveaux
    )
    needed, mark = ("<br><em>critère indispensable</em>", " data-critique") if critere.critique else ("", "")
    return f"<tr data-critere='{nom}'{mark}><th scope='row'>{shown}{needed}</th><td><ul>{levels}</ul></td></tr>"


def _shown(text: str) -> str:
    return words.typography(html.escape(text))
