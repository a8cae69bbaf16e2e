"""One case in one folder, for one trainee. In an evaluation nothing here imports ``scoring``."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from traitlets.log import get_logger

from asalee_training.answers import Answer, Reading, Sheet, origine
from asalee_training.content import lot, substitution
from asalee_training.training.journal import Genre, Journal, JournalError
from asalee_training.workspace import Workspace

if TYPE_CHECKING:
    from asalee_training.exercises.contract import Mark
    from asalee_training.scoring import Result

CAS = "cas.json"
REMPLACEE = "Cette version ne se modifie plus\u202f: continuez dans la nouvelle, depuis «\u00a0Mes modules\u00a0»."
ABIME = (
    "Le fichier de ce cas est absent ou abîmé. "
    "Rouvrez le cas depuis «\u00a0Mes modules\u00a0»\u202f: vos réponses sont gardées."
)


class CaseError(Exception):
    """The case cannot be shown; the message is a French sentence."""


class Judge(NamedTuple):
    """Feedback, outside evaluation: on one raw answer, and on a whole copy."""

    mark: Callable[[str, Any], Mark]
    result: Callable[[Iterable[Mark]], Result]


class Session:
    """One case in one folder, for one trainee: her patient, her answers, and the judge where there is one."""

    def __init__(self, dossier: Path):
        try:
            self.cas = json.loads((dossier / CAS).read_text(encoding="utf-8"))
            self.training = self.cas["mode"] != "evaluation"
            self.exercices: Mapping[str, Any] = self.cas["exercices"]
            patients = self.cas["patients"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise CaseError(ABIME) from error
        self.origine = origine.read(dossier)
        # Asked once, when the case opens: a tab that was open before she took the new version still writes here.
        self.remplacee = origine.replaced_by(dossier) is not None
        self.sheet = Sheet(dossier, ferme=REMPLACEE if self.remplacee else "")
        self.perdu = ""
        self.ident = ""
        self.journal: Journal | None = None  # none in a preview, nor where nobody learns
        if "indice" in self.cas:  # an author's preview shows one chosen patient
            self.indice = self.cas["indice"]
        else:
            ws = Workspace.find(dossier)
            self.ident = ws.ident
            if dossier.resolve().parent == ws.apprenante.resolve():
                self.journal = Journal(ws.apprenante)
            self.indice = lot.patient_index(self.ident, self.cas["cas"], self.cas["tirage"])
        try:
            self.patient = patients[self.indice]
            self.valeurs = {"patient": substitution.nested(self.patient["champs"])}
        except (IndexError, KeyError, TypeError, AttributeError) as error:
            raise CaseError(ABIME) from error

    def read(self) -> Reading:
        """Read the answers. Only the first reading of a damaged file tells what was lost: it is kept here."""
        reading = self.sheet.read()
        self.perdu = reading.perdu or self.perdu
        return reading

    def note(self, genre: Genre, resultat: Mapping[str, Any] | None = None) -> None:
        """Add an event to her journal; a disk that refuses it is told to the server's log and stops nothing."""
        if self.journal is None or os.environ.get("NBGRADER_EXECUTION"):
            return
        try:
            self.journal.note(self.ident, genre, self.cas["cas"], self.cas["version"], resultat)
        except JournalError:
            get_logger().error("journal of %s", self.cas["cas"], exc_info=True)

    def shown(self, nom: str) -> dict[str, Any]:
        """Return what an exercise shows her: her patient's values, and an order of the answers that is her own.

        It is the same each time she opens the case, and a neighbour's « third box » is another answer.
        """
        spec = self.filled(self.exercices[nom])
        if spec.get("melange"):
            label = f"{self.indice}|{nom}|"
            spec["choix"] = sorted(spec["choix"], key=lambda o: hashlib.sha256(f"{label}{o['id']}".encode()).digest())
        return spec

    def filled(self, value: Any) -> Any:
        """Replace ``{{ patient.x }}`` in every text of a JSON value."""
        if isinstance(value, str):
            return substitution.render(value, self.valeurs)
        if isinstance(value, list):
            return [self.filled(v) for v in value]
        return {k: self.filled(v) for k, v in value.items()} if isinstance(value, dict) else value

    @cached_property
    def judge(self) -> Judge:
        """Return the judge of her patient. Never called in an evaluation."""
        from asalee_training import scoring
        from asalee_training.content.models import restore

        case = restore(self.cas["corrige"]["cas"])
        key = scoring.key(case, self.cas["corrige"]["patients"][self.indice])
        return Judge(
            lambda nom, valeur: scoring.mark(key, case.exercices[nom], valeur),
            lambda marks: scoring.result(marks, key.seuil_validation),
        )

    def answered(self, nom: str, n: int, mark: Mapping[str, Any] | None) -> None:
        """Tell her journal of an answer, and of the end when it was the last one missing. Never fails: it is stored."""
        try:
            judged = {key: mark[key] for key in ("etat", "points", "sur")} if mark else {}
            self.note("reponse", {"exercice": nom, **judged})
            given = self.read().reponses
            if n == 1 and all(e in given and given[e].valeur is not None for e in self.exercices):
                self.note("fin", self._total(given))
        except Exception:
            get_logger().error("journal of %s", nom, exc_info=True)

    def _total(self, given: Mapping[str, Answer]) -> dict[str, float]:
        """Return {points, sur} of what can be judged now, {} in an evaluation."""
        marks = [m for e in self.exercices if (m := self.mark(e, given.get(e))) and m.etat != "a_noter"]
        if not marks:
            return {}
        result = self.judge.result(marks)
        return {"points": result.points, "sur": result.sur}

    def mark(self, nom: str, answer: Answer | None) -> Mark | None:
        """Judge a stored answer; ``None`` in an evaluation, without an answer, or if the judge fails."""
        if not self.training or answer is None or answer.valeur is None:
            return None
        try:
            return self.judge.mark(nom, answer.valeur)
        except Exception:  # the answer is stored all the same: feedback must never make it look lost
            get_logger().error("feedback of %s", nom, exc_info=True)
            return None
