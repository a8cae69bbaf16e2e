"""What marking and feedback need of an assignment, opened once: the version, its judge, its released files."""

from __future__ import annotations

import json
from dataclasses import dataclass

from asalee_training.authoring.remis import CAS
from asalee_training.authoring.versions import VersionError, load_version
from asalee_training.gradebook import files, rubric
from asalee_training.gradebook.carnet import Carnet
from asalee_training.gradebook.copy import Judge
from asalee_training.workspace import Workspace


@dataclass(frozen=True)
class Desk:
    """An assignment, ready to be marked."""

    judge: Judge
    carnet: Carnet
    released: dict[str, bytes]

    @property
    def slug(self) -> str:
        """The notebook's name, without suffix."""
        return self.judge.version.case.slug


def open_desk(ws: Workspace, assignment: str) -> Desk:
    """Open an assignment and prove that what was released is what will be judged.

    Raises ``VersionError`` or ``rubric.RubricError``, before any mark is written: unknown version, changed key,
    released files missing or made from another key, points that differ.
    """
    version = load_version(ws, assignment)
    released = files.released(ws.grading / "release" / assignment)
    slug = version.case.slug
    try:
        stamped = json.loads(released[CAS])["empreinte"]
        carnet = Carnet(released[f"{slug}.ipynb"])
    except (KeyError, ValueError, TypeError):
        raise VersionError(
            f"« {assignment} » n’est pas publié : lancez « asalee construire », puis recommencez."
        ) from None
    worth = {nom: float(e.points) for nom, e in version.case.exercices.items()}
    if stamped != version.empreinte or carnet.grade_ids() != worth:
        raise VersionError(
            f"Ce qui a été publié sous le nom « {assignment} » n’a pas la même clé que le cas. Rien n’a été noté : "
            "augmentez « version: » dans son en-tête et publiez de nouveau."
        )
    named = {e.spec.grille for e in version.case.exercices.values() if e.type == "texte"}
    judge = Judge(version, {nom: rubric.load(ws, nom) for nom in sorted(named)})
    judge.prepare()
    return Desk(judge, carnet, released)
