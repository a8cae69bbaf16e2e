"""« Aperçu »: the real notebook of a case, answers checked live, as any trainee would get it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from asalee_training.authoring import check, versions
from asalee_training.authoring.cells import notebook
from asalee_training.authoring.remis import CAS
from asalee_training.content import lot, release
from asalee_training.content.models import Case
from asalee_training.workspace import Workspace

ATELIER = ("asalee/formatrice", "Atelier")


def preview(ws: Workspace, path: Path, stagiaire: int = 0, texte: str | None = None) -> Path:
    """Write a preview of a case and return its notebook.

    ``stagiaire`` (from 0) chooses one of the 32 patients; ``texte`` stands for what is not saved yet. Answers of an
    earlier preview are kept.
    Raises ``ContentError``.
    """
    case = check.check(ws, path, texte)
    return written(
        ws, case, ws.apercu / case.assignment, f"Aperçu, apprenante n° {stagiaire % lot.PATIENTS}", stagiaire
    )


def written(
    ws: Workspace, case: Case, folder: Path, quoi: str, stagiaire: int, retour: tuple[str, str] = ATELIER
) -> Path:
    """Write a case as one plays it before it is published, into a folder; returns its notebook.

    ``quoi``: what the window says before the title. ``retour``: the page it leads back to: address, name.
    """
    # As in training, the key goes with the preview, so that feedback is at once.
    if case.mode == "evaluation":
        case = case.model_copy(update={"entete": case.entete.model_copy(update={"mode": "entrainement"})})
    version = replace(versions.make(ws, case), empreinte="")
    folder.mkdir(parents=True, exist_ok=True)
    data = release.bundle(case, version.patients, "") | {"indice": stagiaire % lot.PATIENTS, "apercu": True}
    (folder / CAS).write_text(release.to_json(data), encoding="utf-8")
    page = notebook(case)
    page["metadata"]["asalee"] |= {
        "titre": f"{quoi} : {case.entete.titre}",
        "retour": {"adresse": retour[0], "texte": retour[1]},
    }
    target = folder / f"{case.slug}.ipynb"
    target.write_text(json.dumps(page, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return target
