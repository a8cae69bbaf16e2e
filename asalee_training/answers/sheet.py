"""The file of one trainee's answers to one case: written at once, crash-safe, refused when another tab was faster.

Every write goes to a temporary file that replaces the old one only when it is whole and on the disk.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock

from asalee_training.answers.format import TAILLE_MAX, Answer, AnswersError, Reading, check_value, parse, serialise

FICHIER = ".reponses.json"


class Conflict(AnswersError):
    """Another tab wrote first. The refused value was kept in the file, beside the first."""


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="milliseconds")


class Sheet:
    """The answers of one trainee to one case, in one folder.

    ``ferme``: why nothing is written any more, a French sentence, or "".
    """

    def __init__(self, dossier: Path, clock: Callable[[], str] = _now, ferme: str = ""):
        self._ferme = ferme
        self.chemin = Path(dossier) / FICHIER
        self._clock = clock
        # A fixed name: a crash leaves one lock file and one temporary file at most, and both are used again.
        self._lock = FileLock(str(self.chemin) + ".verrou", timeout=10)
        self._tmp = self.chemin.with_name(FICHIER + ".tmp")

    def read(self) -> Reading:
        """Read the file. A damaged one is set aside with its date, and what is readable is kept and written back."""
        with self._lock:
            return self._read_or_repair()

    def write(self, nom: str, valeur: Any, base: int) -> Answer:
        """Store one answer. ``base`` is the ``n`` that the writer last saw (0 = none).

        Raises ``Conflict`` when the stored ``n`` is not ``base`` (the value is kept as ``autre``), and ``AnswersError``
        when the value cannot be stored.
        """
        self._refuse_if_closed()
        check_value(valeur)
        with self._lock:
            reponses = dict(self._read_or_repair().reponses)
            old = reponses.get(nom)
            if old and old.n != base and old.valeur != valeur:
                reponses[nom] = Answer(
                    old.valeur, old.n, old.horodatage, {"valeur": valeur, "horodatage": self._clock()}
                )
                self._replace(reponses)
                raise Conflict("Cette question a reçu une autre réponse dans une autre fenêtre. Les deux sont gardées.")
            reponses[nom] = Answer(valeur, (old.n if old else 0) + 1, self._clock(), old.autre if old else None)
            self._replace(reponses)
            return reponses[nom]

    def settle(self, nom: str, keep_other: bool) -> Answer:
        """End a conflict: keep the first answer, or the second one. Returns what is kept.

        Raises ``AnswersError`` if there is no conflict any more.
        """
        self._refuse_if_closed()
        with self._lock:
            reponses = dict(self._read_or_repair().reponses)
            old = reponses.get(nom)
            if old is None or old.autre is None:
                raise AnswersError("Ce choix est déjà fait dans une autre fenêtre.")
            kept = old.autre["valeur"] if keep_other else old.valeur
            reponses[nom] = Answer(kept, old.n + 1, self._clock())
            self._replace(reponses)
            return reponses[nom]

    def _refuse_if_closed(self) -> None:
        if self._ferme:
            raise AnswersError(self._ferme)

    def _read_or_repair(self) -> Reading:
        try:
            data = self.chemin.read_bytes()
        except FileNotFoundError:
            return Reading({})
        reading = parse(data)
        if reading.perdu:
            stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S-%f")
            self.chemin.replace(self.chemin.with_name(f".reponses.abime-{stamp}.json"))
            self._replace(reading.reponses)
        return reading

    def _replace(self, reponses: Mapping[str, Answer]) -> None:
        data = serialise(reponses)
        if len(data) > TAILLE_MAX:
            raise AnswersError("Vos réponses dépassent la place prévue pour un cas : raccourcissez votre texte.")
        try:
            durable_write(self._tmp, data)
            self._tmp.replace(self.chemin)
            fsync_folder(self.chemin.parent)
        except OSError as error:
            raise AnswersError(
                "Le disque refuse d’enregistrer. Libérez de la place, puis répondez de nouveau."
            ) from error


def durable_write(path: Path, data: bytes) -> None:
    """Write a file that is on the disk when this returns; its name in the folder is not yet: see ``fsync_folder``."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def fsync_folder(folder: Path) -> None:
    """Make the names of a folder's files survive a power cut."""
    if os.name == "posix":  # Windows cannot open a folder; its replace is durable enough
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
