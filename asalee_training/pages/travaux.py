"""Long work behind a button: one at a time in a workspace, its outcome kept for the page that asked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

T = TypeVar("T")
PATIENCE_S = 4.0


@dataclass(frozen=True)
class Outcome:
    """What a piece of work did: a title, sentences, and whether something is left to do ("attention", "erreur")."""

    titre: str
    lignes: tuple[str, ...] = ()
    niveau: str = "ok"
    quand: datetime = field(default_factory=lambda: datetime.now().astimezone())


@dataclass(frozen=True)
class Running:
    """Work under way."""

    page: str
    titre: str
    depuis: datetime


class Busy(Exception):
    """Other work is under way."""


class Work:
    """The single worker of a workspace: nbgrader and builds never run twice at once."""

    def __init__(self) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="asalee-pages")
        self.running: Running | None = None
        self.outcomes: dict[str, Outcome] = {}

    async def read(self, function: Callable[..., T], *args: Any) -> T:
        """Gather what a page shows, beside the work under way."""
        return await asyncio.get_running_loop().run_in_executor(None, function, *args)

    async def short(self, function: Callable[..., T], *args: Any) -> T:
        """Run one trainee's gesture after what is under way, and wait for its result."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, function, *args)

    async def long(self, page: str, titre: str, function: Callable[[], Outcome]) -> None:
        """Start work for a page and wait a little; the page shows that it is under way, then its outcome.

        ``function`` never raises: it turns errors into an ``Outcome``. Raises ``Busy``.
        """
        if self.running:
            raise Busy
        self.running = Running(page, titre, datetime.now().astimezone())
        self.outcomes.pop(page, None)
        future = asyncio.get_running_loop().run_in_executor(self._executor, function)
        future.add_done_callback(lambda done: self._end(page, done))
        await asyncio.wait({future}, timeout=PATIENCE_S)

    def _end(self, page: str, done: asyncio.Future[Outcome]) -> None:
        self.running = None
        self.outcomes[page] = done.result()
