"""The journal of a trainee's folder: what she opened, answered and finished, when, with which result. Append only.

One JSON object per line, on the disk before the call returns. A line torn by a crash is left alone and the next one is
whole. No identity beyond the trainee's id. The hours ledger will read it; nothing here is ever a mark.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from filelock import FileLock, Timeout

FICHIER = "journal.jsonl"
VERSION = 1
LIGNE_MAX = 2_000
#: A full file is set aside under a number and a new one begins; beyond so many, nothing more is written.
TAILLE_MAX, FICHIERS_MAX = 1_048_576, 64

Genre = Literal["ouverture", "reponse", "fin", "remise"]
GENRES = ("ouverture", "reponse", "fin", "remise")


class JournalError(Exception):
    """The event could not be kept; the caller goes on: an answer never depends on the journal."""


@dataclass(frozen=True)
class Evenement:
    """One event: opened, answered, all answered, handed in.

    ``contenu`` is the lesson, case or test (``bpco/mme-lambert``, ``final-bpco-1``), with its version.

    ``resultat``: for an answer, {exercice, etat, points, sur}; for an end, {points, sur}; empty when nothing is judged.
    """

    quand: str
    apprenante: str
    genre: Genre
    contenu: str
    version: int
    resultat: Mapping[str, Any] = field(default_factory=dict)


def now() -> str:
    """Return the time as the journal writes it: local, with its offset."""
    return datetime.now().astimezone().isoformat(timespec="milliseconds")


class Journal:
    """The journal of one trainee's folder."""

    def __init__(self, dossier: Path, clock: Callable[[], str] = now):
        self.chemin = Path(dossier) / FICHIER
        self._clock = clock
        self._lock = FileLock(str(self.chemin) + ".verrou", timeout=10)

    def note(
        self, apprenante: str, genre: Genre, contenu: str, version: int, resultat: Mapping[str, Any] | None = None
    ) -> None:
        """Add one event. Raises ``JournalError`` when it cannot be kept."""
        event = {
            "v": VERSION, "quand": self._clock(), "apprenante": apprenante, "genre": genre, "contenu": contenu,
            "version": version, "resultat": dict(resultat or {}),
        }  # fmt: skip
        try:
            line = json.dumps(event, ensure_ascii=False, allow_nan=False).encode() + b"\n"
        except (TypeError, ValueError) as error:
            raise JournalError(str(error)) from error
        if len(line) > LIGNE_MAX:
            raise JournalError(f"event of {len(line)} bytes")
        try:
            with self._lock:
                self._append(line)
        except (OSError, Timeout) as error:
            raise JournalError(str(error)) from error

    def _append(self, line: bytes) -> None:
        self._turn_page(len(line))
        descriptor = os.open(self.chemin, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            size = os.fstat(descriptor).st_size
            # A crash may have left half a line: it must not swallow this one.
            torn = size > 0 and _last_byte(descriptor, size) != b"\n"
            os.write(descriptor, b"\n" + line if torn else line)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _turn_page(self, more: int) -> None:
        if not self.chemin.exists() or self.chemin.stat().st_size + more <= TAILLE_MAX:
            return
        number = len(self._older()) + 1
        if number >= FICHIERS_MAX:
            raise OSError("the journal is full")
        self.chemin.rename(self.chemin.with_name(f"journal-{number:03d}.jsonl"))

    def _older(self) -> list[Path]:
        return sorted(self.chemin.parent.glob("journal-[0-9][0-9][0-9].jsonl"))

    def read(self) -> Iterator[Evenement]:
        """Yield the events in order. What is not a whole event is passed over: anyone may have written the file."""
        for path in (*self._older(), self.chemin):
            try:
                data = path.read_bytes()
            except FileNotFoundError:
                continue
            for line in data.splitlines():
                event = _event(line)
                if event:
                    yield event


def _last_byte(descriptor: int, size: int) -> bytes:
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1)


def _event(line: bytes) -> Evenement | None:
    try:
        data = json.loads(line.decode("utf-8"))
        if data["v"] != VERSION or data["genre"] not in GENRES:
            return None
        datetime.fromisoformat(data["quand"])
        texts = (data["quand"], data["apprenante"], data["contenu"])
        if not all(isinstance(t, str) for t in texts) or not isinstance(data["version"], int):
            return None
        result = data["resultat"]
        return Evenement(
            data["quand"], data["apprenante"], data["genre"], data["contenu"], data["version"], dict(result)
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
