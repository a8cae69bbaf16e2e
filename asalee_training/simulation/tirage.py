"""Draws that depend only on a secret seed and a label.

Every draw is HMAC-SHA256(seed, label) read as a number: it depends neither on the order of the draws,
nor on the version of Python, nor on a generator's hidden state.
"""

import hmac
from collections.abc import Sequence
from statistics import NormalDist
from typing import TypeVar

T = TypeVar("T")
LARGEST_BELOW_ONE = 1 - 2**-53


def uniform(seed: bytes, label: str) -> float:
    """A number in [0, 1): int(HMAC-SHA256(seed, label)) / 2**256."""
    digest = hmac.digest(seed, label.encode(), "sha256")
    return min(int.from_bytes(digest, "big") / 2**256, LARGEST_BELOW_ONE)


def between(seed: bytes, label: str, low: float, high: float) -> float:
    """A real number in [low, high)."""
    return low + (high - low) * uniform(seed, label)


def step(seed: bytes, label: str, low: float, high: float, pas: float) -> float:
    """One of low, low + pas, … up to high; an int when low and pas are ints. Never above high."""
    choices = int((high - low) / pas + 1e-9) + 1
    value = low + pas * int(uniform(seed, label) * choices)
    return value if isinstance(low, int) and isinstance(pas, int) else round(value, 6)


def normal(seed: bytes, label: str, mean: float, deviation: float) -> float:
    """A draw of the normal distribution, by its inverse distribution function."""
    return NormalDist(mean, deviation).inv_cdf(max(uniform(seed, label), 2**-53))


def choice(seed: bytes, label: str, items: Sequence[T]) -> T:
    """One of the items."""
    return items[int(uniform(seed, label) * len(items))]


def shuffled(seed: bytes, label: str, items: Sequence[T]) -> list[T]:
    """The items in a drawn order."""
    order = sorted(range(len(items)), key=lambda index: uniform(seed, f"{label}.{index}"))
    return [items[index] for index in order]
