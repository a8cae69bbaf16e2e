"""The canvas of all figures: one palette, one lettering, a few shapes. Hand-made SVG, no clock, no random number."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

#: Any of these fonts is on every machine; texts are placed with room for the widest.
POLICE = "'Segoe UI', 'Noto Sans', 'DejaVu Sans', 'Liberation Sans', Arial, sans-serif"
ENCRE, DISCRET, FILET, PAPIER = "#1f2a30", "#51606a", "#c3cbca", "#ffffff"
BLEU, BLEU_CLAIR = "#0b5563", "#dbe9eb"
ROUGE, ROUGE_CLAIR = "#a3271f", "#f3d5d0"
OCRE, OCRE_CLAIR = "#8a4b08", "#f6e2c4"
VERT, VERT_CLAIR = "#1b6b3a", "#d9ecdf"
PEAU, PEAU_BORD, PEAU_OMBRE = "#f5ddcb", "#a06b4d", "#e6bfa4"
LARGEUR = 700


@dataclass(frozen=True)
class Dessin:
    """A figure: its SVG, and the French text that a screen reader says in its place."""

    svg: str
    alt: str


Point = tuple[float, float]


def n(value: float) -> str:
    """Write a coordinate: one decimal, no useless zero, no minus zero."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def virgule(value: float, decimales: int = 1) -> str:
    """Write a number as a reader does: « 2,35 »."""
    return f"{value:.{decimales}f}".replace(".", ",")


def points(pairs: Iterable[Point]) -> str:
    """Write « 10,20 30,40 »."""
    return " ".join(f"{n(x)},{n(y)}" for x, y in pairs)


def smooth(pairs: Sequence[Point], closed: bool = False, tension: float = 0.5) -> str:
    """Return a path through points, rounded as a hand would (Catmull-Rom)."""
    count = len(pairs)
    at = (lambda i: pairs[i % count]) if closed else (lambda i: pairs[min(max(i, 0), count - 1)])
    parts = [f"M{n(pairs[0][0])} {n(pairs[0][1])}"]
    for i in range(count if closed else count - 1):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = at(i - 1), at(i), at(i + 1), at(i + 2)
        k = tension / 3
        control = (x1 + (x2 - x0) * k, y1 + (y2 - y0) * k, x2 - (x3 - x1) * k, y2 - (y3 - y1) * k, x2, y2)
        parts.append("C" + " ".join(n(v) for v in control))
    return "".join(parts) + ("Z" if closed else "")


class Toile:
    """A drawing under way, 700 pixels wide. Every method adds a shape; ``dessin`` ends it."""

    def __init__(self, hauteur: float, largeur: float = LARGEUR):
        self.largeur, self.hauteur = largeur, hauteur
        self.parts: list[str] = []
        self.defs: list[str] = []

    def add(self, svg: str) -> None:
        """Add raw SVG."""
        self.parts.append(svg)

    def path(self, d: str, fill: str = "none", stroke: str = "none", width: float = 1.5, **more: str | float) -> None:
        """Add a path."""
        self.add(f'<path d="{d}"{_style(fill, stroke, width, more)}/>')

    def line(self, a: Point, b: Point, stroke: str = ENCRE, width: float = 1.5, **more: str | float) -> None:
        """Add a straight line."""
        self.path(f"M{n(a[0])} {n(a[1])}L{n(b[0])} {n(b[1])}", "none", stroke, width, **more)

    def polyline(self, pairs: Iterable[Point], stroke: str = ENCRE, width: float = 2.2, **more: str | float) -> None:
        """Add a curve through close points."""
        self.add(f'<polyline points="{points(pairs)}"{_style("none", stroke, width, more)}/>')

    def rect(
        self, x: float, y: float, w: float, h: float, fill: str = "none", stroke: str = "none", width: float = 1.5,
        rx: float = 0, **more: str | float,
    ) -> None:  # fmt: skip
        """Add a rectangle, with rounded corners if asked for."""
        self.add(
            f'<rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" rx="{n(rx)}"'
            f"{_style(fill, stroke, width, more)}/>"
        )

    def circle(
        self, c: Point, r: float, fill: str = "none", stroke: str = "none", width: float = 1.5, **more: str | float
    ) -> None:
        """Add a circle."""
        self.add(f'<circle cx="{n(c[0])}" cy="{n(c[1])}" r="{n(r)}"{_style(fill, stroke, width, more)}/>')

    def ellipse(
        self, c: Point, rx: float, ry: float, fill: str = "none", stroke: str = "none", width: float = 1.5,
        turn: float = 0, **more: str | float,
    ) -> None:  # fmt: skip
        """Add an ellipse, turned by ``turn`` degrees."""
        turned = f' transform="rotate({n(turn)} {n(c[0])} {n(c[1])})"' if turn else ""
        self.add(
            f'<ellipse cx="{n(c[0])}" cy="{n(c[1])}" rx="{n(rx)}" ry="{n(ry)}"{turned}'
            f"{_style(fill, stroke, width, more)}/>"
        )

    def text(
        self, x: float, y: float, texte: str, taille: float = 15, couleur: str = ENCRE, ancre: str = "start",
        gras: bool = False, italique: bool = False,
    ) -> None:  # fmt: skip
        """Add text; several lines are separated by a line feed. A white halo keeps it readable over a drawing."""
        weight = ' font-weight="600"' if gras else ""
        slant = ' font-style="italic"' if italique else ""
        anchor = f' text-anchor="{ancre}"' if ancre != "start" else ""
        for index, line in enumerate(texte.split("\n")):
            self.add(
                f'<text x="{n(x)}" y="{n(y + index * taille * 1.28)}" font-size="{n(taille)}" fill="{couleur}"'
                f"{anchor}{weight}{slant}>{escape(line)}</text>"
            )

    def label(
        self, x: float, y: float, texte: str, cible: Point, ancre: str = "start", taille: float = 15, gras: bool = False
    ) -> None:
        """Add a text and a thin line from it to what it names, which ends in a dot; the line leaves the nearest side."""
        lines = texte.split("\n")
        width = max(map(len, lines)) * taille * 0.56
        left = x - {"start": 0, "middle": width / 2, "end": width}[ancre]
        top, bottom = y - taille, y + (len(lines) - 1) * taille * 1.28 + 4
        if left <= cible[0] <= left + width:
            start = (min(max(cible[0], left + 8), left + width - 8), bottom + 2 if cible[1] > y else top)
        else:
            start = (left - 6 if cible[0] < left else left + width + 6, (top + bottom) / 2 + 1)
        self.line(start, cible, DISCRET, 1.1)
        self.circle(cible, 2.6, ENCRE, PAPIER, 1)
        self.text(x, y, texte, taille, ENCRE, ancre, gras)

    def number(self, c: Point, texte: str, fond: str = BLEU, r: float = 13) -> None:
        """Add a number in a disc."""
        self.circle(c, r, fond, PAPIER, 2)
        self.text(c[0], c[1] + r * 0.4, texte, r * 1.15, PAPIER, "middle", gras=True)

    def arrow(
        self, a: Point, b: Point, stroke: str = ENCRE, width: float = 2, tete: float = 9, bend: float = 0,
        **more: str | float,
    ) -> None:  # fmt: skip
        """Add an arrow from a to b, bent sideways by ``bend`` pixels."""
        (x1, y1), (x2, y2) = a, b
        length = math.hypot(x2 - x1, y2 - y1) or 1
        mx = (x1 + x2) / 2 - (y2 - y1) / length * bend
        my = (y1 + y2) / 2 + (x2 - x1) / length * bend
        angle = math.atan2(y2 - my, x2 - mx) if bend else math.atan2(y2 - y1, x2 - x1)
        back = (x2 - tete * 0.8 * math.cos(angle), y2 - tete * 0.8 * math.sin(angle))
        self.path(f"M{n(x1)} {n(y1)}Q{n(mx)} {n(my)} {n(back[0])} {n(back[1])}", "none", stroke, width, **more)
        wings = [(x2 - tete * math.cos(angle + turn), y2 - tete * math.sin(angle + turn)) for turn in (0.42, -0.42)]
        self.add(f'<polygon points="{points([b, *wings])}" fill="{stroke}"/>')

    def hatch(self, nom: str, couleur: str, pas: float = 7, angle: float = 45, width: float = 1.6) -> str:
        """Declare a hatching, readable in black and white; returns its ``fill``."""
        self.defs.append(
            f'<pattern id="{nom}" width="{n(pas)}" height="{n(pas)}" patternUnits="userSpaceOnUse" '
            f'patternTransform="rotate({n(angle)})"><path d="M0 0V{n(pas)}" stroke="{couleur}" '
            f'stroke-width="{n(width * 2)}"/></pattern>'
        )
        return f"url(#{nom})"

    def six_cards(
        self, cartes: Sequence[tuple[Callable[[Toile, Point], None], str]], hauteur: float, fonds: Sequence[str]
    ) -> list[Point]:
        """Draw six framed pictures with their words, two rows of three from 48 down; returns the cards' upper left corners."""
        coins = []
        for k, (dessine, mots) in enumerate(cartes):
            x, y = 20 + (k % 3) * 226, 48 + (k // 3) * (hauteur + 12)
            self.rect(x, y, 208, hauteur, fonds[k % len(fonds)], FILET, 1.4, rx=12)
            dessine(self, (x + 104, y + hauteur - 100))
            self.text(x + 104, y + hauteur - 30, mots, 14.5, ENCRE, "middle", gras=True)
            coins.append((x, y))
        return coins

    def dessin(self, alt: str) -> Dessin:
        """End the drawing."""
        defs = f"<defs>{''.join(self.defs)}</defs>" if self.defs else ""
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{n(self.largeur)}" height="{n(self.hauteur)}" '
            f'viewBox="0 0 {n(self.largeur)} {n(self.hauteur)}" font-family="{POLICE}">{defs}'
            f'<rect width="100%" height="100%" fill="{PAPIER}"/>\n' + "\n".join(self.parts) + "\n</svg>\n"
        )
        return Dessin(svg, " ".join(alt.split()))


def _style(fill: str, stroke: str, width: float, more: dict[str, str | float]) -> str:
    line = f' stroke="{stroke}" stroke-width="{n(width)}"' if stroke != "none" else ""
    rest = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in more.items())
    return f' fill="{fill}"{line}{rest}' + (' stroke-linecap="round" stroke-linejoin="round"' if line else "")
