"""Playing a case before approving it: one folder for each person and each exact text, answers kept as a trainee's are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from asalee_training import answers, scoring
from asalee_training.authoring import check, personnes, preview
from asalee_training.authoring.entete import Ecrit
from asalee_training.content import lot, release, substitution
from asalee_training.content.models import Case
from asalee_training.workspace import Workspace

_PATIENT = "patient"


def play(ws: Workspace, path: Path, par: str, stagiaire: int = 0, retour: tuple[str, str] = preview.ATELIER) -> Path:
    """Write the notebook in which ``par`` plays a text; returns it. Her earlier answers to this very text are there.

    ``retour``: the page it leads back to. Raises ``ContentError``, ``personnes.NameRefused``.
    """
    par = personnes.nom(par)
    ecrit = Ecrit.open(ws, path)
    case = check.check(ws, path, ecrit.brut)
    folder = _folder(ws, case, ecrit, par)
    notebook = preview.written(ws, case, folder, "À relire", stagiaire, retour)
    (folder / _PATIENT).write_text(f"{stagiaire % lot.PATIENTS}\n", encoding="ascii")
    return notebook


def missing(ws: Workspace, case: Case, ecrit: Ecrit, par: str) -> list[str] | None:
    """Return the questions of this exact text that ``par`` has not played; None when she never opened it.

    A question is played when her answer to it can be read, right or wrong.
    """
    folder = _folder(ws, case, ecrit, par)
    try:
        index = int((folder / _PATIENT).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
    return list(_missing(ws, case, folder, index))


def _missing(ws: Workspace, case: Case, folder: Path, index: int) -> Iterator[str]:
    given = answers.Sheet(folder).read().reponses
    patient = release.patients(case, ws.secret)[index]
    key = scoring.key(case, patient)
    for nom, exercise in case.exercices.items():
        answer = given.get(nom)
        if answer is None or scoring.mark(key, exercise, answer.valeur).etat in ("vide", "illisible"):
            yield substitution.render(exercise.titre, {"patient": patient})


def _folder(ws: Workspace, case: Case, ecrit: Ecrit, par: str) -> Path:
    return ws.essais / personnes.slug(par) / ecrit.empreinte / case.assignment
