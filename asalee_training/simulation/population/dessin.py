"""Layered drawing of a small directed graph, like the ones drawn by hand: causes above, effects below.

Everything is deterministic: the committed figure is compared with a fresh one by a test.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

Aretes = Mapping[str, Sequence[str]]


def reduite(parents: Aretes) -> dict[str, list[str]]:
    """Transitive reduction: an arrow is left out when a longer path says as much."""
    above: dict[str, set[str]] = {}

    def ancestors(nom: str) -> set[str]:
        if nom not in above:
            above[nom] = set(parents[nom]).union(*(ancestors(parent) for parent in parents[nom]))
        return above[nom]

    return {
        nom: [p for p in own if not any(p in ancestors(other) for other in own if other != p)]
        for nom, own in parents.items()
    }


def visibles(parents: Aretes, shown: Sequence[str]) -> dict[str, list[str]]:
    """Arrows between the nodes shown, through those that are not."""
    found: dict[str, list[str]] = {}
    for nom in shown:
        own: dict[str, None] = {}
        waiting = list(parents[nom])
        while waiting:
            parent = waiting.pop(0)
            if parent in shown:
                own[parent] = None
            else:
                waiting += parents[parent]
        found[nom] = list(own)
    return found


def couches(parents: Aretes) -> dict[str, int]:
    """Rank of each node: one below its lowest parent."""
    rank: dict[str, int] = {}

    def of(nom: str) -> int:
        if nom not in rank:
            rank[nom] = max((of(parent) + 1 for parent in parents[nom]), default=0)
        return rank[nom]

    for nom in parents:
        of(nom)
    children: dict[str, list[str]] = {nom: [] for nom in parents}
    for nom, own in parents.items():
        for parent in own:
            children[parent].append(nom)
    # a node that many ranks part from its first effect comes down beside it
    for nom in sorted(rank, key=lambda n: -rank[n]):
        if children[nom]:
            rank[nom] = min(rank[child] for child in children[nom]) - 1
    return rank


class Plan:
    """Places of the nodes: `x` by name, `rank` by name, and the waypoints of each arrow."""

    def __init__(self, parents: Aretes, widths: Mapping[str, float], gap: float) -> None:
        self.rank = couches(parents)
        self.widths = dict(widths)
        self.gap = gap
        self.up: dict[str, list[str]] = {nom: [] for nom in parents}
        self.down: dict[str, list[str]] = {nom: [] for nom in parents}
        self.routes: dict[tuple[str, str], list[str]] = {}
        for nom, own in parents.items():
            for parent in own:
                self._route(parent, nom)
        depth = max(self.rank.values()) + 1
        self.rows = [[nom for nom in self.up if self.rank[nom] == row] for row in range(depth)]
        self._order()
        self.x = dict.fromkeys(self.up, 0.0)
        self._place()

    def _route(self, parent: str, nom: str) -> None:
        """An arrow over several ranks bends through a waypoint at each."""
        route = [parent]
        for row in range(self.rank[parent] + 1, self.rank[nom]):
            stop = f"{parent}>{nom}@{row}"
            self.up[stop], self.down[stop] = [], []
            self.rank[stop], self.widths[stop] = row, 14.0
            route.append(stop)
        route.append(nom)
        for above, below in pairwise(route):
            self.up[below].append(above)
            self.down[above].append(below)
        self.routes[parent, nom] = route

    def _order(self) -> None:
        """Fewest crossings found by sweeping down and up, each row following the middle of its neighbours."""
        best, fewest = [list(row) for row in self.rows], self._crossings()
        for turn in range(120):
            downward = turn % 2 == 0
            rows = self.rows if downward else self.rows[::-1]
            neighbours = self.up if downward else self.down
            for fixed, row in pairwise(rows):
                place = {nom: index for index, nom in enumerate(fixed)}
                here = {nom: index for index, nom in enumerate(row)}

                def middle(nom: str, place=place, here=here, neighbours=neighbours) -> tuple[float, int]:
                    near = [place[other] for other in neighbours[nom] if other in place]
                    return (sum(near) / len(near) if near else here[nom], here[nom])

                row.sort(key=middle)
            count = self._crossings()
            if count < fewest:
                best, fewest = [list(row) for row in self.rows], count
        self.rows = best

    def _crossings(self) -> int:
        total = 0
        for above, below in pairwise(self.rows):
            place = {nom: index for index, nom in enumerate(below)}
            ends = [sorted(place[child] for child in self.down[nom]) for nom in above]
            seen: list[int] = []
            for targets in ends:
                total += sum(1 for target in targets for other in seen if other > target)
                seen += targets
        return total

    def _place(self) -> None:
        for row in self.rows:
            self._spread(row, {nom: float(index) for index, nom in enumerate(row)})
        for turn in range(240):
            rows = self.rows if turn % 2 == 0 else self.rows[::-1]
            for row in rows:
                wanted = {}
                for nom in row:
                    near = [self.x[other] for other in (*self.up[nom], *self.down[nom])]
                    wanted[nom] = sum(near) / len(near) if near else self.x[nom]
                self._spread(row, wanted)
        left = min(self.x[nom] - self.widths[nom] / 2 for nom in self.x)
        self.x = {nom: x - left for nom, x in self.x.items()}

    def _spread(self, row: Sequence[str], wanted: Mapping[str, float]) -> None:
        """Places nearest to those wanted, in this order and without overlap (pooled means)."""
        blocks: list[list[float]] = []  # sum of wanted places less offsets, count
        offset, offsets = 0.0, []
        for index, nom in enumerate(row):
            if index:
                offset += (self.widths[row[index - 1]] + self.widths[nom]) / 2 + self.gap
            offsets.append(offset)
            blocks.append([wanted[nom] - offset, 1.0])
            while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
                last = blocks.pop()
                blocks[-1] = [blocks[-1][0] + last[0], blocks[-1][1] + last[1]]
        places = [block[0] / block[1] for block in blocks for _ in range(int(block[1]))]
        for nom, place, shift in zip(row, places, offsets, strict=True):
            self.x[nom] = place + shift
