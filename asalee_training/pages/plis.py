"""A long page folds by parts: which are open at first, and what a folded part says of itself. No HTTP."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

#: Up to this many lines a page is read at a glance: nothing of it is folded.
COURTE = 12


def deplies(lignes: Mapping[str, int], utiles: Iterable[str]) -> frozenset[str]:
    """Return the parts open at first. ``lignes``: how many lines each part holds; ``utiles``: the parts she needs now."""
    return frozenset(lignes if sum(lignes.values()) <= COURTE else utiles)


def compte(total: str, etats: Mapping[str, int]) -> str:
    """« 24 textes · 2 à corriger »: the total, then each state that is somebody's, how many are in it."""
    return " · ".join([total, *(f"{n}\u00a0{etat}" for etat, n in etats.items() if n)])
