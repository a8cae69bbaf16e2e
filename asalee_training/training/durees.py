"""How long lessons and cases really take those who finish them, from their journals. Never one person's time.

Between two events of a trainee, the time goes to the text of the second: she was reading what she then answered. A gap longer
than ``PAUSE_MAX_S`` is not counted at all (a telephone, a night with the page open), nor one that goes backwards (a clock put
right). What comes after her first end is not counted: she has come back to read. What she reads after her last answer leaves no
event: an observed time is a little short.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from statistics import median, quantiles

from asalee_training.training.journal import Evenement, Journal

#: Conventions of the course. Below ``MINIMUM`` trainees nothing is said; quartiles of few would each be somebody's time.
PAUSE_MAX_S, MINIMUM, MINIMUM_QUARTILES = 600, 3, 8

#: A text in one version: (« rcv/02_pression », 1).
Texte = tuple[str, int]


@dataclass(frozen=True)
class Constat:
    """What was observed of one text, in whole minutes: how many finished it, their median, their quartiles when they are many."""

    stagiaires: int
    mediane: int
    quartiles: tuple[int, int] | None = None


@dataclass(frozen=True)
class Suivi:
    """One trainee on one text, from one journal: stretches of work (start, end) and her first end there, in seconds of the epoch."""

    apprenante: str
    texte: Texte
    moments: tuple[tuple[float, float], ...]
    fin: float | None


def constats(journaux: Iterable[Iterable[Suivi]]) -> dict[Texte, Constat]:
    """Return what was observed of each text that ``MINIMUM`` trainees or more have finished.

    A journal copied to another machine counts once: the same stretch is the same.
    """
    hers: dict[tuple[str, Texte], list[Suivi]] = defaultdict(list)
    for journal in journaux:
        for suivi in journal:
            hers[suivi.apprenante, suivi.texte].append(suivi)
    minutes: dict[Texte, list[float]] = defaultdict(list)
    for (_, texte), suivis in hers.items():
        if seconds := _seconds(suivis):
            minutes[texte].append(seconds / 60)
    return {texte: _constat(found) for texte, found in minutes.items() if len(found) >= MINIMUM}


def _seconds(suivis: Iterable[Suivi]) -> float:
    """Seconds that she spent until she had finished; 0 when she has not."""
    suivis = list(suivis)
    ends = [suivi.fin for suivi in suivis if suivi.fin is not None]
    if not ends:
        return 0
    first = min(ends)
    # In the journal that knows the end, its order decides; in another machine's, the time.
    kept = {m for suivi in suivis for m in suivi.moments if suivi.fin == first or m[1] <= first}
    return sum(end - start for start, end in kept)


def _constat(minutes: list[float]) -> Constat:
    ends = None
    if len(minutes) >= MINIMUM_QUARTILES:
        low, _, high = quantiles(minutes, n=4)
        ends = (max(1, round(low)), max(1, round(high)))
    return Constat(len(minutes), max(1, round(median(minutes))), ends)


def suivis(events: Iterable[Evenement]) -> tuple[Suivi, ...]:
    """Return what one journal says of each trainee and text, its events in the order of the file."""
    moments: dict[tuple[str, Texte], list[tuple[float, float]]] = defaultdict(list)
    ends: dict[tuple[str, Texte], float] = {}
    last: dict[str, float] = {}
    for event in events:
        written = datetime.fromisoformat(event.quand)
        if written.tzinfo is None:
            continue  # not written by the product: it cannot be compared
        here, moment = (event.apprenante, (event.contenu, event.version)), written.timestamp()
        before, last[event.apprenante] = last.get(event.apprenante), moment
        if here in ends:
            continue
        # Opening a text ends what came before it, and belongs to none.
        if before is not None and event.genre != "ouverture" and 0 < moment - before <= PAUSE_MAX_S:
            moments[here].append((before, moment))
        if event.genre in ("fin", "remise"):
            ends[here] = moment
    known = dict.fromkeys([*moments, *ends])
    return tuple(Suivi(who, texte, tuple(moments[who, texte]), ends.get((who, texte))) for who, texte in known)


def lire(dossiers: Iterable[Path]) -> Mapping[Texte, Constat]:
    """Read the journals of these folders, each once as long as it does not change."""
    return constats(_read(dossier, _state(dossier)) for dossier in dossiers)


def dossiers(*racines: Path) -> list[Path]:
    """Return the folders that hold a journal, under these roots, three levels deep at most."""
    return sorted(
        {path.parent for root in racines for depth in range(4) for path in root.glob("*/" * depth + "journal.jsonl")}
    )


def _state(dossier: Path) -> tuple[tuple[str, int, int], ...]:
    found = []
    for path in sorted(dossier.glob("journal*.jsonl")):
        stat = path.stat()
        found.append((path.name, stat.st_mtime_ns, stat.st_size))
    return tuple(found)


@lru_cache(maxsize=4096)
def _read(dossier: Path, state: tuple[tuple[str, int, int], ...]) -> tuple[Suivi, ...]:
    try:
        return suivis(Journal(dossier).read())
    except OSError:
        return ()  # another's folder, closed to this account: she is not counted
