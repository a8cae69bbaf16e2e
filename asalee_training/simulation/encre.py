"""The hand that draws: strokes of a pencil, with the tremor of an old hand, for a clock whose geometry is given.

Strokes go to the page as whole numbers in a box of 640 by 640 (centre 320, dial of radius 290): [x, y, dx, dy, …],
a first point, then steps. They add nothing to the geometry, and take nothing from it.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from asalee_training.simulation import tirage

COTE, CENTRE, RAYON = 640, 320, 290
#: Ring of the numbers, height of a number and its width, in radii.
ANNEAU, HAUTEUR, LARGEUR = 0.87, 0.14, 0.62
#: Distance between two points of a stroke.
PAS = 7
#: Numbers closer than this, in degrees, are written smaller.
SERRE = 16
Point = tuple[float, float]
#: Numbers as written in France, each stroke by a few points; x grows to the right, y downwards, height 1.
CHIFFRES: dict[str, tuple[tuple[Point, ...], ...]] = {
    "0": (((0.31, 0), (0.08, 0.18), (0.02, 0.5), (0.1, 0.85), (0.31, 1), (0.54, 0.82), (0.6, 0.5), (0.52, 0.15), (0.28, 0.02)),),
    "1": (((0.08, 0.34), (0.24, 0.18), (0.38, 0)), ((0.38, 0), (0.37, 0.5), (0.36, 1))),
    "2": (
        ((0.06, 0.22), (0.2, 0.03), (0.42, 0.02), (0.56, 0.18), (0.5, 0.42), (0.3, 0.68), (0.05, 0.97)),
        ((0.05, 0.97), (0.35, 0.94), (0.62, 0.97)),
    ),
    "3": (
        ((0.08, 0.1), (0.3, 0), (0.52, 0.12), (0.5, 0.34), (0.26, 0.46)),
        ((0.26, 0.46), (0.54, 0.56), (0.58, 0.8), (0.36, 1), (0.06, 0.9)),
    ),
    "4": (
        ((0.42, 0), (0.22, 0.36), (0.03, 0.66)),
        ((0.03, 0.66), (0.32, 0.66), (0.62, 0.64)),
        ((0.44, 0.38), (0.43, 0.7), (0.42, 1)),
    ),
    "5": (
        ((0.56, 0.02), (0.34, 0.03), (0.14, 0.02)),
        ((0.14, 0.02), (0.11, 0.22), (0.09, 0.42)),
        ((0.09, 0.42), (0.34, 0.34), (0.56, 0.5), (0.54, 0.82), (0.3, 1), (0.04, 0.9)),
    ),
    "6": (((0.5, 0.03), (0.24, 0.2), (0.06, 0.55), (0.08, 0.85), (0.3, 1), (0.54, 0.86), (0.52, 0.6), (0.3, 0.5), (0.09, 0.66)),),
    "7": (
        ((0.04, 0.04), (0.3, 0.03), (0.6, 0.02)),
        ((0.6, 0.02), (0.42, 0.4), (0.26, 1)),
        ((0.2, 0.5), (0.38, 0.47), (0.54, 0.46)),
    ),
    "8": (
        (
            (0.5, 0.14), (0.3, 0), (0.1, 0.14), (0.18, 0.36), (0.4, 0.54), (0.58, 0.76), (0.42, 0.98), (0.16, 0.96),
            (0.04, 0.76), (0.2, 0.54), (0.46, 0.36), (0.52, 0.16),
        ),
    ),
    "9": (
        ((0.54, 0.2), (0.34, 0.02), (0.1, 0.14), (0.08, 0.4), (0.3, 0.5), (0.52, 0.36), (0.55, 0.16)),
        ((0.55, 0.16), (0.53, 0.5), (0.44, 1)),
    ),
    ":": (((0.28, 0.28), (0.32, 0.32)), ((0.28, 0.72), (0.32, 0.76))),
}  # fmt: skip


def tracer(dessin: dict, seed: bytes, cercle: str = "imprime", ecrit: str = "", tremblement: float = 1) -> dict:
    """Strokes of a drawing: {"cercle", "chiffres", "aiguilles", "ecrit"}, lists of strokes, one list a number or hand.

    cercle: "imprime" (a printed circle was given: no stroke), "ferme" or "ouvert". ecrit: what is written inside.
    """
    turns = sorted(angle % 360 for _, angle in dessin["chiffres"])
    tight = any(after - before < SERRE for before, after in pairwise(turns))
    hand = _Hand(seed, tremblement, 0.82 if tight else 1)
    return {
        "cercle": [] if cercle == "imprime" else hand.rim(ouvert=cercle == "ouvert"),
        "chiffres": [hand.number(str(n), angle, rang) for rang, (n, angle) in enumerate(dessin["chiffres"])],
        "aiguilles": [hand.hand(length, angle, rang) for rang, (length, angle) in enumerate(dessin["aiguilles"])],
        "ecrit": hand.text(ecrit, (CENTRE, CENTRE + 0.3 * RAYON), 0.17 * RAYON, "ecrit") if ecrit else [],
    }


class _Hand:
    """Habits of one hand: height and slant of its numbers, tremor."""

    def __init__(self, seed: bytes, tremblement: float, corps: float):
        self.seed = seed
        self.ampleur = tremblement * self._between("ampleur", 1.0, 1.9)
        self.ondes = (self._between("onde.lente", 26, 40), self._between("onde.vive", 9, 14))
        self.hauteur = corps * HAUTEUR * RAYON * self._between("hauteur", 0.9, 1.12)
        self.pente = self._between("pente", -4, 9)
        self.fleches = tirage.uniform(seed, "encre.fleches") < 0.6

    def _between(self, label: str, low: float, high: float) -> float:
        return tirage.between(self.seed, f"encre.{label}", low, high)

    def rim(self, ouvert: bool) -> list[list[int]]:
        """A circle drawn in one go: out of round; its end passes the start, or stays far from it."""
        turn = 302 if ouvert else 366
        first = self._between("cercle.debut", 20, 50) if ouvert else self._between("cercle.debut", -25, 15)
        wide, high = self._between("cercle.largeur", 0.965, 1), self._between("cercle.hauteur", 0.965, 1)
        points = []
        for degrees in range(0, turn + 1, 6):
            spiral = 0.975 + 0.055 * degrees / turn if ouvert else 1 - 0.012 * degrees / turn
            x, y = _polar(first + degrees, RAYON * spiral)
            points.append((CENTRE + (x - CENTRE) * wide, CENTRE + (y - CENTRE) * high))
        return [self.stroke(points, "cercle", 0.8)]

    def number(self, written: str, angle: float, rang: int) -> list[list[int]]:
        label = f"chiffre.{rang}"
        radius = RAYON * (ANNEAU + self._between(f"{label}.rayon", -0.022, 0.022))
        return self.text(written, _polar(angle, radius), self.hauteur * self._between(f"{label}.h", 0.92, 1.08), label)

    def text(self, written: str, centre: Point, height: float, label: str) -> list[list[int]]:
        step = (LARGEUR + 0.16) * height
        left = -(step * len(written) - 0.16 * height) / 2
        turn = math.radians(self.pente + self._between(f"{label}.pente", -5, 5))
        strokes = []
        for rank, letter in enumerate(written):
            for index, shape in enumerate(CHIFFRES[letter]):
                name = f"{label}.{rank}.{index}"
                points = []
                for k, (x, y) in enumerate(shape):
                    dx = left + rank * step + x * height + self._between(f"{name}.{k}.x", -0.03, 0.03) * height
                    dy = (y - 0.5) * height + self._between(f"{name}.{k}.y", -0.03, 0.03) * height
                    points.append(
                        (
                            centre[0] + dx * math.cos(turn) - dy * math.sin(turn),
                            centre[1] + dx * math.sin(turn) + dy * math.cos(turn),
                        )
                    )
                strokes.append(self.stroke(points, name, 0.45))
        return strokes

    def hand(self, length: float, angle: float, rang: int) -> list[list[int]]:
        label = f"aiguille.{rang}"
        tip = _polar(angle, length * RAYON)
        start = tuple(CENTRE + self._between(f"{label}.{axe}", -5, 5) for axe in "xy")
        bend = self._between(f"{label}.courbe", -0.02, 0.02)
        middle = (
            (start[0] + tip[0]) / 2 - bend * (tip[1] - start[1]),
            (start[1] + tip[1]) / 2 + bend * (tip[0] - start[0]),
        )
        strokes = [self.stroke([start, middle, tip], label, 1)]
        if self.fleches:
            for side in (-1, 1):
                spread = side * self._between(f"{label}.fleche{side}", 24, 36)
                dx, dy = (v - CENTRE for v in _polar(angle + 180 + spread, 26))
                strokes.append(self.stroke([(tip[0] + dx, tip[1] + dy), tip], f"{label}.fleche{side}", 0.5))
        return strokes

    def stroke(self, points: Sequence[Point], label: str, force: float) -> list[int]:
        """A stroke through these points, with a tremor across it; `force`: how much of the tremor it takes."""
        path = _resampled(_smooth(points))
        phases = [self._between(f"{label}.phase{k}", 0, 2 * math.pi) for k in range(3)]
        moved, last = [], len(path) - 1
        for k, (x, y) in enumerate(path):
            before, after = path[max(k - 1, 0)], path[min(k + 1, last)]
            dx, dy = after[0] - before[0], after[1] - before[1]
            size = math.hypot(dx, dy) or 1
            s = k * PAS
            swell = 0.55 + 0.45 * math.sin(s / 61 + phases[2])
            shake = swell * math.sin(2 * math.pi * (s + 18 * math.sin(s / 43 + phases[1])) / self.ondes[0] + phases[0])
            shake += 0.5 * (1.1 - swell) * math.sin(2 * math.pi * s / self.ondes[1] + phases[1])
            shake += 0.9 * math.sin(s / 97 + phases[2])
            shake *= self.ampleur * force * min(1, 0.2 + (last - k) / 6)  # a stroke ends where it was meant to
            moved.append((round(x - dy / size * shake), round(y + dx / size * shake)))
        flat = list(moved[0])
        for (x0, y0), (x1, y1) in pairwise(moved):
            flat += [x1 - x0, y1 - y0]
        return flat


def points(stroke: Sequence[int]) -> list[tuple[int, int]]:
    """The points of a stroke, as the page draws them."""
    found, x, y = [], 0, 0
    for dx, dy in zip(stroke[::2], stroke[1::2], strict=True):
        x, y = x + dx, y + dy
        found.append((x, y))
    return found


def _polar(angle: float, radius: float) -> Point:
    turn = math.radians(angle)
    return CENTRE + radius * math.sin(turn), CENTRE - radius * math.cos(turn)


def _smooth(points: Sequence[Point]) -> list[Point]:
    """A Catmull-Rom curve through the points."""
    if len(points) < 3:
        return list(points)
    ends = [points[0], *points, points[-1]]
    curve = [points[0]]
    for (ax, ay), (bx, by), (cx, cy), (dx, dy) in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        count = max(2, math.ceil(math.hypot(cx - bx, cy - by) / PAS))
        for k in range(1, count + 1):
            t = k / count
            p, q, r, u = -t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, t**3 - t**2
            curve.append((0.5 * (ax * p + bx * q + cx * r + dx * u), 0.5 * (ay * p + by * q + cy * r + dy * u)))
    return curve


def _resampled(path: Sequence[Point]) -> list[Point]:
    """Points every `PAS` along a path, and its end."""
    out, left = [path[0]], PAS
    for (x0, y0), (x1, y1) in pairwise(path):
        size = math.hypot(x1 - x0, y1 - y0)
        done = 0.0
        while size - done >= left:
            done += left
            out.append((x0 + (x1 - x0) * done / size, y0 + (y1 - y0) * done / size))
            left = PAS
        left -= size - done
    if len(out) < 2 or math.dist(out[-1], path[-1]) > PAS / 3:
        out.append(path[-1])
    return out
