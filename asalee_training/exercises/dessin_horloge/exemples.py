"""Clocks for the checks and the tests: each way of writing numbers with each way of drawing hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from asalee_training.clinical import cognition
from asalee_training.simulation.horloges import COURTE, LONGUE, cibles

#: Numbers: all in place; one missing; two exchanged; crowded; two far ones; all but the four anchors drifting.
_CHIFFRES = (
    {},
    {7: None},
    {7: 240, 8: 210},
    {nombre: 15 * nombre for nombre in range(1, 13)},
    {1: 52, 2: 73},
    dict.fromkeys(range(1, 13)),
)


@lru_cache(maxsize=64)
def horloges(heure: str) -> tuple[dict[str, Any], ...]:
    """Clocks for this time, the right one first."""
    heures, minutes = cibles(heure)
    away, off = (heures + 90) % 360, (minutes + 90) % 360
    hands = (
        [[COURTE, heures], [LONGUE, minutes]],
        [[LONGUE, heures], [COURTE, minutes]],
        [[LONGUE, heures], [LONGUE, minutes]],
        [[COURTE, heures], [LONGUE, off]],
        [[COURTE, away], [LONGUE, minutes]],
        [[LONGUE, away], [LONGUE, off]],
        [[COURTE, away], [LONGUE, off]],
        [[LONGUE, minutes]],
        [],
    )
    return tuple(
        {"heure": heure, "chiffres": _numbers(changes), "aiguilles": drawn}
        for changes in _CHIFFRES
        for drawn in hands
        if changes or drawn
    )


def solutions(heure: str, wanted: Callable[[cognition.Dessin], bool]) -> list[dict[str, Any]]:
    """The example clocks that ``wanted`` keeps."""
    return [clock for clock in horloges(heure) if wanted(cognition.horloge_depuis_dessin(**clock))]


def session(clock: dict[str, Any]) -> dict[str, Any]:
    """The raw answer that draws this clock."""
    steps = list(_steps(clock))
    return {"gestes": [{**step, "t": 1200 * rank} for rank, step in enumerate(steps)], "conclusion": {}}


def _steps(clock: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if not clock["chiffres"] and not clock["aiguilles"]:
        yield {"g": "remplir"}
        yield from ({"g": "retirer", "chiffre": str(nombre)} for nombre in range(1, 13))
    for nombre, angle in clock["chiffres"]:
        yield {"g": "placer", "chiffre": str(nombre), "angle": angle}
    for nom, (length, angle) in zip("ab", clock["aiguilles"], strict=False):
        yield {"g": "aiguille", "nom": nom, "angle": angle, "longueur": round(100 * length)}


def _numbers(changes: dict[int, float | None]) -> list[list[float]]:
    places = {nombre: 30 * nombre % 360 for nombre in range(1, 13)} | changes
    return [[nombre, angle] for nombre, angle in places.items() if angle is not None]
