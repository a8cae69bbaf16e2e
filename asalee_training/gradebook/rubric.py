"""The rubric beside a free text, for the referent who reads it."""

from __future__ import annotations

import html

from asalee_training.content import substitution
from asalee_training.content.errors import ContentError
from asalee_training.content.grille import Grille, load_grille
from asalee_training.gradebook import GradebookError
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
    rows = "".join(
        f"<tr><th scope='row'>{html.escape(c.nom)}{'<br><em>critère indispensable</em>' if c.critique else ''}</th><td><ul>"
        + "".join(
            f"<li><strong>{substitution.french(n.points)}</strong> : {html.escape(n.texte)}</li>" for n in c.niveaux
        )
        + "</ul></td></tr>"
        for c in grille.criteres
    )
    sur = substitution.french(grille.sur)
    return (
        f"<table class='asalee-grille'><caption>{html.escape(grille.titre)} (sur {sur} points)</caption>"
        f"<thead><tr><th scope='col'>Critère</th><th scope='col'>Points et niveaux</th></tr></thead><tbody>{rows}</tbody></table>"
    )
