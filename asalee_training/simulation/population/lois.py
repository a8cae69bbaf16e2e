"""Shapes that the nodes' laws share."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Nombres = NDArray[np.float64]


def logistique(x: Nombres) -> Nombres:
    """1 / (1 + exp(-x))."""
    return 1 / (1 + np.exp(-x))


def courbe(x: Nombres, points: dict[float, float]) -> Nombres:
    """Straight lines through {x: y}, flat outside."""
    return np.interp(x, list(points), list(points.values()))


def entier(x: Nombres, mini: ArrayLike, maxi: ArrayLike) -> Nombres:
    """Nearest whole number within bounds that are whole."""
    return np.clip(np.rint(x), mini, maxi)


def arrondi(x: Nombres, decimales: int, mini: float, maxi: float) -> Nombres:
    """Rounded as it would be printed, within bounds."""
    return np.clip(np.round(x, decimales), mini, maxi)


def si(condition: NDArray[np.bool_], x: Nombres) -> Nombres:
    """x where it applies, NaN elsewhere."""
    return np.where(condition, x, np.nan)


def sans_nan(x: Nombres) -> Nombres:
    """0 where a value does not apply: years since a diagnosis that was not made."""
    return np.nan_to_num(x, nan=0.0)


def au_dessus(x: Nombres, seuil: float) -> Nombres:
    """How much x exceeds seuil, 0 below."""
    return np.maximum(x - seuil, 0)
