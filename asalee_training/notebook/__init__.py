"""The names that a generated notebook calls: ``entete``, ``texte``, ``instrument``, ``exercice``, ``remise``.

They read ``cas.json`` and ``.reponses.json`` in the notebook's folder. In an evaluation nothing here imports
``scoring``: the trainee's kernel cannot judge. Whatever goes wrong, the trainee reads a French sentence.
"""

from __future__ import annotations

import functools
import html
import os
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from traitlets.log import get_logger

from asalee_training import widgets
from asalee_training.answers import Answer, AnswersError
from asalee_training.content.dates import jour
from asalee_training.notebook.answering import Answering
from asalee_training.notebook.session import REMPLACEE, CaseError, Session
from asalee_training.widgets.dates import spoken
from asalee_training.workspace import WorkspaceError

INCIDENT = (
    "Cette partie du cas ne peut pas s’afficher. Rechargez la page\u202f; si cela recommence, prévenez votre référente."
)
_NOTICE = "padding:12px 16px;border:1px solid #8a4b08;border-radius:8px;background:#fbf1e1;color:#8a4b08;font-size:17px"


@cache
def session() -> Session:
    """Return the case of the current folder, read once for the life of the kernel."""
    return Session(Path.cwd())


def _calm(cell: Callable[..., Any]) -> Callable[..., None]:
    """Show what a cell returns; a bug goes to the server's log, and a French sentence to the screen."""

    @functools.wraps(cell)
    def run(*args: str) -> None:
        try:
            shown = cell(*args)
        except (CaseError, WorkspaceError, AnswersError) as error:
            shown = str(error)
        except Exception:
            get_logger().error("cell %s%s", cell.__name__, args, exc_info=True)
            shown = INCIDENT
        _display(shown)

    return run


def _display(shown: Any) -> None:
    from IPython.display import display

    if isinstance(shown, str):
        box = f'<div role="alert" style="{_NOTICE}">{html.escape(shown)}</div>'
        display({"text/plain": shown, "text/html": box}, raw=True)
    elif os.environ.get("NBGRADER_EXECUTION"):
        # nbgrader runs notebooks without a page: no widget state in copies, the words are enough.
        display({"text/plain": getattr(shown, "data", None) or repr(shown)}, raw=True)
    else:
        display(shown)


@_calm
def entete() -> widgets.Header:
    """Show the title, the mode, and what was found again of earlier work."""
    case = session()
    case.note("ouverture")
    found = [a for nom, a in case.read().reponses.items() if nom in case.exercices and a.valeur is not None]
    infos = {key: case.cas[key] for key in ("duree_min", "mode")}
    infos |= {"retrouve": _welcome(found), "perdu": case.perdu, "mentions": _mentions(case)}
    return widgets.Header(case.filled(case.cas["titre"]), infos)


def _mentions(case: Session) -> list[str]:
    """What she should know of the text itself, and of the version she took it from."""
    mentions = ["Spécimen\u202f: pas encore relu par un médecin."] if case.cas.get("specimen") else []
    peremption = case.cas.get("peremption")
    if peremption and peremption < date.today().isoformat():
        day = jour(date.fromisoformat(peremption))
        mentions.append(f"Ce texte devait être relu avant le {day}\u202f: ses règles ont pu changer depuis.")
    if case.remplacee:
        mentions.append(f"Vous avez pris la nouvelle version de ce cas. {REMPLACEE}")
    if case.origine and (reworded := [n for n in case.origine.a_relire if n in case.exercices]):
        titres = ", ".join(f"«\u00a0{case.filled(case.exercices[n]['titre'])}\u00a0»" for n in reworded)
        mentions.append(f"Nouvelle version\u202f: l’énoncé a changé, relisez vos réponses à {titres}.")
    if case.origine:
        mentions.append("Vos réponses à la version d’avant sont gardées, dans «\u00a0Mes modules\u00a0».")
    return mentions


def _welcome(found: list[Answer]) -> str:
    if not found:
        return ""
    last = spoken(max(answer.horodatage for answer in found))
    when = f" (dernière : {last})" if last and len(found) > 1 else f" ({last})" if last else ""
    if len(found) == 1:
        return f"Bon retour. Votre réponse a été retrouvée{when}."
    return f"Bon retour. Vos {len(found)} réponses ont été retrouvées{when}."


@_calm
def texte(ident: str) -> Any:
    """Show a prose block with her patient's values."""
    from IPython.display import Markdown

    case = session()
    bloc = next(b for b in case.cas["blocs"] if b.get("id") == ident)
    return Markdown(case.filled(bloc["markdown"]))


@_calm
def instrument(ident: str) -> widgets.InstrumentView:
    """Show an instrument's recording of her patient."""
    case = session()
    bloc = next(b for b in case.cas["blocs"] if b.get("id") == ident)
    return widgets.InstrumentView(bloc["nom"], case.patient["instruments"][ident])


@_calm
def exercice(nom: str) -> widgets.ExerciseWidget:
    """Show an exercise, with her stored answer."""
    case = session()
    link = Answering(case, nom)
    return widgets.ExerciseWidget(
        nom,
        case.shown(nom),
        link.lire,
        link.ecrire,
        link.trancher,
        rang=f"Question {list(case.exercices).index(nom) + 1} sur {len(case.exercices)}",
        cle=f"{case.ident}/{case.cas['assignment']}/{nom}",
        correction=case.training,
        enregistrement=case.patient.get("seances", {}).get(nom),
    )


@_calm
def remise() -> widgets.SubmitLink:
    """Show where each question stands, and the way on."""
    case = session()
    return widgets.SubmitLink(lambda: _bilan(case))


def _bilan(case: Session) -> dict[str, Any]:
    reponses = case.read().reponses
    rows, marks = [], []
    for nom, spec in case.exercices.items():
        answer = reponses.get(nom)
        mark = case.mark(nom, answer)
        marks.append(mark)
        rows.append(
            {
                "nom": nom,
                "titre": case.filled(spec["titre"]),
                "repondu": answer is not None and answer.valeur is not None,
                "etat": mark and mark.etat,
                "points": mark and mark.points,
                "sur": mark and mark.sur,
            }
        )
    bilan = {"mode": case.cas["mode"], "assignment": case.cas["assignment"], "exercices": rows}
    bilan["essentiel"] = any(bloc.get("id") == "essentiel" for bloc in case.cas["blocs"])
    judged = [m for m in marks if m and m.etat != "a_noter"]  # nobody reads the texts of a training case
    if case.cas["mode"] != "entrainement" or not judged:  # nothing is marked in a lesson
        return {**bilan, "points": None, "sur": None, "verdict": None}
    result = case.judge.result(judged)
    return {**bilan, "points": result.points, "sur": result.sur, "verdict": result.verdict}
