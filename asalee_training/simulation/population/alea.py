"""Random numbers that depend only on a seed, the name of a node and the rank of a person.

Each node reads its own Philox streams: adding, removing or reordering nodes never changes the others, and
person number 12 is the same whether ten or a million are drawn. Only the raw bits of the generator are used:
numpy promises to keep them, not its distributions.
"""

import hashlib

import numpy as np
from numpy.typing import NDArray

#: Persons whose numbers come from one step of Philox: a range of ranks begins at a multiple of it.
PAS = 4


class Alea:
    """The streams of one node for `n` persons from rank `debut`; each call reads the next stream."""

    def __init__(self, graine: int, noeud: str, debut: int, n: int) -> None:
        if debut % PAS:
            raise ValueError(f"a range begins at a multiple of {PAS}, not at {debut}")
        self.n = n
        self._debut = debut
        self._label = f"{graine}|{noeud}"
        self._calls = 0

    def uniforme(self) -> NDArray[np.float64]:
        """Numbers in [0, 1)."""
        self._calls += 1
        key = hashlib.blake2b(f"{self._label}|{self._calls}".encode(), digest_size=16).digest()
        generator = np.random.Philox(key=int.from_bytes(key), counter=self._debut // PAS)
        return (generator.random_raw(self.n) >> np.uint64(11)) * 2.0**-53

    def normale(self) -> NDArray[np.float64]:
        """Draws of the standard normal distribution (Box-Muller)."""
        radius = np.sqrt(-2 * np.log1p(-self.uniforme()))
        return radius * np.cos(2 * np.pi * self.uniforme())

    def vrai(self, probabilite: NDArray[np.float64] | float) -> NDArray[np.bool_]:
        """True with these probabilities."""
        return self.uniforme() < probabilite

    def binomiale(self, essais: int, probabilite: NDArray[np.float64] | float) -> NDArray[np.float64]:
        """How many of `essais` independent tries succeed."""
        return sum(self.vrai(probabilite).astype(np.float64) for _ in range(essais))

    def mot(self, *probabilites: NDArray[np.float64] | float) -> NDArray[np.int8]:
        """Rank of a word: these are the probabilities of all the words but the last, which has the rest."""
        u = self.uniforme()
        rank = np.zeros(self.n, np.int8)
        total: NDArray[np.float64] | float = 0.0
        for probabilite in probabilites:
            total = total + probabilite
            rank += u >= total
        return rank
