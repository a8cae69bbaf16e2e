"""The foot: where the monofilament is applied."""

from __future__ import annotations

from asalee_training.figures.toile import (
    BLEU,
    DISCRET,
    ENCRE,
    PEAU,
    PEAU_BORD,
    PEAU_OMBRE,
    Dessin,
    Toile,
)

# The sole of a right foot seen by who faces it, in a box of 200 by 430: big toe to the right.
_CONTOUR = (
    "M171 101C184 116 191 138 189 162C187 190 172 214 158 240C148 260 143 280 144 302C145 326 153 344 152 366"
    "C150 394 128 413 99 413C69 413 49 395 46 367C43 338 33 312 25 280C17 248 9 216 9 188C9 166 15 149 28 138"
    "C40 128 62 116 84 107C112 96 150 88 171 101Z"
)
# From the little toe: x, y, half width, half length, turn in degrees.
_ORTEILS = (
    (28, 124, 14, 21, -24),
    (52, 101, 14, 25, -13),
    (78, 84, 14, 28, -6),
    (107, 72, 15, 32, 1),
    (151, 66, 26, 40, 6),
)
# Where the body rests: x, y, half axes, turn.
_APPUIS = ((146, 160, 33, 33, 12), (93, 153, 30, 23, -14), (47, 182, 28, 33, -12), (98, 364, 40, 38, 0))
_PLIS = "M31 147C48 136 66 127 86 119C112 110 146 104 168 112M134 246C124 268 122 300 130 326"
SITES = {"1": (151, 58), "2": (146, 160), "3": (43, 184)}


def plante(t: Toile, x: float, y: float, gauche: bool, echelle: float = 0.84) -> None:
    """Draw a sole at (x, y); the left one is the mirror of the right one."""
    mirror = " translate(200 0) scale(-1 1)" if gauche else ""
    t.add(f'<g transform="translate({x} {y}) scale({echelle}){mirror}">')
    for cx, cy, rx, ry, turn in _ORTEILS:
        t.ellipse((cx, cy), rx, ry, PEAU, PEAU_BORD, 2.2, turn=turn)
    t.path(_CONTOUR, PEAU, PEAU_BORD, 2.2)
    for cx, cy, rx, ry, turn in _ORTEILS:
        t.ellipse((cx, cy), rx - 1.2, ry - 1.2, PEAU, turn=turn)
        t.ellipse((cx, cy - ry * 0.2), rx * 0.66, ry * 0.55, PEAU_OMBRE, turn=turn, opacity=0.75)
    for cx, cy, rx, ry, turn in _APPUIS:
        t.ellipse((cx, cy), rx, ry, PEAU_OMBRE, turn=turn, opacity=0.75)
    t.path(_PLIS, "none", PEAU_BORD, 1.2, opacity=0.55)
    t.add("</g>")


def pied_sites() -> Dessin:
    """Three sites under each foot, as the person who examines sees them."""
    t = Toile(470)
    t.text(350, 28, "Face à vous, les plantes des pieds", 17, ENCRE, "middle", gras=True)
    echelle, haut, gauche_x, droite_x = 0.84, 64, 138, 330
    plante(t, gauche_x, haut, gauche=False)
    plante(t, droite_x, haut, gauche=True)
    t.text(gauche_x + 84, 442, "pied droit", 16, ENCRE, "middle", gras=True)
    t.text(droite_x + 84, 442, "pied gauche", 16, ENCRE, "middle", gras=True)
    for number, (sx, sy) in SITES.items():
        t.number((gauche_x + sx * echelle, haut + sy * echelle), number, BLEU)
        t.number((droite_x + (200 - sx) * echelle, haut + sy * echelle), number, BLEU)
    for row, (number, titre, suite) in enumerate(
        (
            ("1", "Gros orteil", "la pulpe"),
            ("2", "1er métatarsien", "sous sa tête"),
            ("3", "5e métatarsien", "sous sa tête"),
        )
    ):
        y = 158 + row * 62
        t.number((524, y), number, BLEU)
        t.text(546, y - 1, titre, 15, ENCRE, gras=True)
        t.text(546, y + 17, suite, 14, DISCRET)
    t.text(14, 214, "À votre gauche,\nson pied droit.\nLes gros orteils\nsont au milieu.", 14, DISCRET)
    return t.dessin(
        """Les deux plantes de pied, vues par l’infirmière assise en face : le pied droit de la personne est à gauche du
        dessin, les gros orteils se touchent presque au milieu. Trois points numérotés sous chaque pied. 1 : la pulpe du
        gros orteil. 2 : sous la tête du premier métatarsien, à la base du gros orteil. 3 : sous la tête du cinquième
        métatarsien, à la base du petit orteil. Six sites en tout."""
    )
