"""Proofs made ahead, several at a time: a first start has a hundred to make, and a laptop has more than one core."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from asalee_training.authoring import preuve
from asalee_training.authoring.preuve.memoire import Preuves
from asalee_training.content.errors import ContentError
from asalee_training.workspace import Workspace

#: Below this many texts, starting processes costs more than it saves.
ENSEMBLE = 12
#: Each process holds the whole program, about 150 MB.
PROCESSUS = 4


def manquantes(preuves: Preuves, paths: Iterable[Path]) -> list[Path]:
    """Return the texts to prove ahead; none when they are few, or when the machine has one core."""
    missing = [path for path in paths if preuves.retrouver(path) is None]
    return missing if len(missing) >= ENSEMBLE and (os.cpu_count() or 1) > 1 else []


def prouver(ws: Workspace, paths: list[Path], progress: Callable[[int], None] = lambda done: None) -> None:
    """Check and prove texts, and keep their proofs; ``progress(done)`` is told after each.

    What cannot be proved is said by whoever asks for it next, and so is what a process that died leaves to do.
    """
    try:
        # "spawn": the caller may be a server's thread.
        with ProcessPoolExecutor(min(os.cpu_count() or 1, PROCESSUS), mp_context=get_context("spawn")) as pool:
            asked = [pool.submit(_une, ws, path) for path in paths]
            for done, _ in enumerate(as_completed(asked), 1):
                progress(done)
    except (BrokenProcessPool, OSError):
        return


def _une(ws: Workspace, path: Path) -> None:
    try:
        preuve.prouver(ws, path, Preuves(ws))
    except (ContentError, ValueError, OSError):
        return
