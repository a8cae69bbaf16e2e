"""Lungs: bronchi in cross-section, and what a breath leaves inside."""

from __future__ import annotations

import math

from asalee_training.figures.toile import (
    BLEU,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    PAPIER,
    ROUGE,
    Dessin,
    Point,
    Toile,
    smooth,
)

_ROSE, _ROSE_BORD, _MUSCLE, _MUCUS = "#f3c9c2", "#a8584c", "#c0766b", "#dfe08a"


def _bronche(t: Toile, c: Point, malade: bool) -> None:
    t.circle(c, 74, "#f7e6df", _ROSE_BORD, 1.4)
    bosses = 12
    inner = 50.0 if not malade else 32.0
    wave = 3.0 if not malade else 8.0
    t.circle(c, 66 if not malade else 70, _MUSCLE)
    t.circle(c, 59 if not malade else 56, _ROSE)
    ring: list[Point] = []
    for k in range(bosses * 6):
        a = k * math.tau / (bosses * 6)
        rr = inner + wave * math.cos(bosses * a)
        ring.append((c[0] + rr * math.cos(a), c[1] + rr * math.sin(a)))
    t.path(smooth(ring, closed=True), PAPIER, _ROSE_BORD, 1.8)
    if not malade:  # cilia
        for k in range(48):
            a = k * math.tau / 48
            t.line(
                (c[0] + 50 * math.cos(a), c[1] + 50 * math.sin(a)), (c[0] + 43 * math.cos(a + 0.05), c[1] + 43 * math.sin(a + 0.05)),
                _ROSE_BORD, 1,
            )  # fmt: skip
        return
    drop = ((-26, 6), (-8, -1), (8, 6), (24, 2), (20, 22), (0, 27), (-20, 20))
    mucus = [(c[0] + dx, c[1] + dy) for dx, dy in drop]
    t.path(smooth(mucus, closed=True), _MUCUS, "#8d8d2e", 1.4)


def _alveoles(t: Toile, c: Point, detruites: bool) -> None:
    t.path(f"M{c[0] - 8} {c[1] - 56}V{c[1] - 26}M{c[0] + 8} {c[1] - 56}V{c[1] - 26}", "none", _ROSE_BORD, 2)
    if detruites:
        bag = ((-62, 4), (-46, -30), (-8, -28), (8, -28), (50, -28), (64, 10), (44, 46), (0, 54), (-44, 46))
        big = [(c[0] + dx, c[1] + dy) for dx, dy in bag]
        t.path(smooth(big, closed=True), "#fbeeea", _ROSE_BORD, 2)
        t.path(
            f"M{c[0] - 30} {c[1] + 49}C{c[0] - 26} {c[1] + 34} {c[0] - 30} {c[1] + 26} {c[0] - 24} {c[1] + 18}"
            f"M{c[0] + 34} {c[1] + 49}C{c[0] + 30} {c[1] + 36} {c[0] + 36} {c[1] + 30} {c[0] + 30} {c[1] + 20}",
            "none", _ROSE_BORD, 1.6, stroke_dasharray="4 4",
        )  # fmt: skip
        return
    cells = [
        (-44, 0),
        (-46, 24),
        (-24, 38),
        (0, 44),
        (24, 38),
        (46, 24),
        (44, 0),
        (28, -16),
        (-28, -16),
        (-20, 14),
        (20, 14),
        (0, 22),
        (0, -6),
    ]
    for dx, dy in cells:
        t.circle((c[0] + dx, c[1] + dy), 15, _ROSE, _ROSE_BORD, 1.6)


def bronches() -> Dessin:
    """A healthy bronchus, an inflamed one, and lung whose walls are lost."""
    t = Toile(500)
    t.text(350, 28, "Ce que la fumée change", 17, ENCRE, "middle", gras=True)
    t.text(190, 62, "Poumon sain", 16, BLEU, "middle", gras=True)
    t.text(520, 62, "BPCO", 16, ROUGE, "middle", gras=True)
    t.line((350, 52), (350, 488), FILET, 1.4)
    _bronche(t, (190, 160), malade=False)
    _bronche(t, (520, 160), malade=True)
    t.text(190, 262, "bronche large, cils qui balaient", 14, ENCRE, "middle")
    t.text(520, 262, "bronche enflammée :\nparoi épaisse, mucus, passage étroit", 14, ENCRE, "middle")
    _alveoles(t, (190, 388), detruites=False)
    _alveoles(t, (520, 388), detruites=True)
    t.text(190, 474, "petites alvéoles serrées", 14, ENCRE, "middle")
    t.text(520, 474, "emphysème : cloisons détruites", 14, ENCRE, "middle")
    t.label(20, 118, "cils", (149, 176), taille=14)
    t.label(640, 118, "mucus", (536, 172), taille=14)
    t.label(20, 212, "muscle", (132, 186), taille=14)
    return t.dessin(
        """Deux colonnes, poumon sain et BPCO. En haut, une bronche coupée en travers. Saine : un passage large, bordé de cils
        qui balaient. Malade : la paroi est épaisse et enflammée, le muscle est plus gros, du mucus encombre un passage
        étroit. En bas, les alvéoles au bout d’une bronche. Saines : une grappe de petites bulles serrées, dont les cloisons
        tiennent la bronche ouverte. Dans l’emphysème, les cloisons sont détruites : il reste une grande poche molle, et
        moins de surface pour l’oxygène."""
    )


def poumons_volumes() -> Dessin:
    """The lung's volumes beside a quiet breath and a full one; what a spirometer cannot see."""
    t = Toile(480)
    t.text(350, 28, "Ce que l’on souffle, et ce qui reste", 17, ENCRE, "middle", gras=True)
    x0, bas = 70, 420

    def y(litres: float) -> float:
        return bas - litres * 62

    t.rect(x0, y(1.4), 400, y(0) - y(1.4), "#ece7dd")
    for k in range(1, 6):
        t.line((x0, y(k)), (x0 + 400, y(k)), FILET, 1)
        t.text(x0 - 10, y(k) + 5, str(k), 13, DISCRET, "end")
    t.text(x0 - 44, y(5.4) - 6, "Litres d’air dans les poumons", 14, ENCRE)
    t.line((x0, y(5.4)), (x0, y(0)), ENCRE, 1.6)
    t.line((x0, y(0)), (x0 + 400, y(0)), ENCRE, 1.6)

    def calme(debut: float, fin: float, phase: float) -> list[Point]:
        steps = int((fin - debut) / 4)
        return [(x0 + debut + 4 * k, y(2.45 + 0.25 * math.sin(4 * k / 50 * math.tau + phase))) for k in range(steps)]

    trace = calme(0, 152, -math.pi / 2)
    fond = (
        (172, 3.3),
        (196, 4.5),
        (208, 4.6),
        (216, 4.5),
        (228, 2.9),
        (244, 2.1),
        (268, 1.62),
        (296, 1.44),
        (320, 1.4),
    )
    trace += [(x0 + dx, y(litres)) for dx, litres in fond]
    trace += calme(344, 400, -math.pi / 2)
    t.path(smooth(trace), "none", BLEU, 3.2)
    t.text(x0 + 200, y(0.55), "volume résiduel", 14, OCRE, "middle", gras=True)
    _accolade(t, 492, y(4.6), y(1.4), BLEU)
    t.text(512, (y(4.6) + y(1.4)) / 2 - 14, "CVF", 16, BLEU, gras=True)
    t.text(512, (y(4.6) + y(1.4)) / 2 + 6, "tout l’air que l’on\npeut souffler", 14, ENCRE)
    _accolade(t, 492, y(1.4), y(0), OCRE)
    t.text(512, (y(1.4) + y(0)) / 2 - 14, "Volume résiduel", 15, OCRE, gras=True)
    t.text(512, (y(1.4) + y(0)) / 2 + 6, "reste dedans : le\nspiromètre ne le voit pas", 14, ENCRE)
    t.label(96, y(3.4), "respiration tranquille", (x0 + 80, y(2.72)), taille=14)
    t.label(304, y(4.9), "à fond dedans", (x0 + 211, y(4.6)), taille=14)
    t.label(380, y(2.9), "à fond dehors", (x0 + 318, y(1.4)), "middle", taille=14)
    t.text(x0 + 200, 452, "Le temps passe →", 14, DISCRET, "middle")
    return t.dessin(
        """Un tracé du volume d’air contenu dans les poumons, au fil du temps. D’abord une respiration tranquille, de petites
        vagues d’un demi-litre autour de deux litres et demi. Puis la personne inspire à fond, jusqu’à 4,6 litres, souffle
        d’un coup et jusqu’au bout, descend à 1,4 litre, et reprend une respiration tranquille. La distance entre le haut
        et le bas est la CVF, 3,2 litres ici : tout l’air que l’on peut souffler. Au-dessous de 1,4 litre, une bande : le
        volume résiduel, qui reste dans les poumons et que le spiromètre ne voit pas."""
    )


def _accolade(t: Toile, x: float, haut: float, bas: float, couleur: str) -> None:
    m = (haut + bas) / 2
    t.path(
        f"M{x - 8} {haut + 2}Q{x} {haut + 2} {x} {haut + 10}V{m - 8}Q{x} {m} {x + 8} {m}Q{x} {m} {x} {m + 8}"
        f"V{bas - 10}Q{x} {bas - 2} {x - 8} {bas - 2}",
        "none", couleur, 2,
    )  # fmt: skip
