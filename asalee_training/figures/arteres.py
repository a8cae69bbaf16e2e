"""Arteries: a wall that thickens, a plaque that breaks."""

from __future__ import annotations

import math

from asalee_training.figures.toile import (
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    PAPIER,
    ROUGE,
    ROUGE_CLAIR,
    Dessin,
    Point,
    Toile,
    smooth,
)

_SANG, _MEDIA, _ADVENTICE, _GRAS, _CHAPE = "#c4453a", "#e9a79b", "#d8b8a4", "#f2d06b", "#b98f63"


def _anneau(t: Toile, c: Point, r: float) -> None:
    """Draw the two outer coats of an artery in cross-section."""
    t.circle(c, r, _ADVENTICE, "#9c7a60", 1.6)
    t.circle(c, r * 0.87, _MEDIA, "#a8584c", 1.4)
    for k in range(36):  # smooth muscle, seen as short strokes around
        a = k * math.tau / 36
        t.line(
            (c[0] + r * 0.83 * math.cos(a), c[1] + r * 0.83 * math.sin(a)),
            (c[0] + r * 0.83 * math.cos(a + 0.1), c[1] + r * 0.83 * math.sin(a + 0.1)),
            "#b3655a", 1.2,
        )  # fmt: skip


def _lumiere(t: Toile, c: Point, r: float, part: float) -> None:
    """Draw what lies inside: a plaque that takes ``part`` of the way, and the blood that is left room for."""
    t.circle(c, r * 0.72, PAPIER, "#8d463c", 1.3)
    if part:
        t.circle(c, r * 0.72, _CHAPE, "#8d463c", 1.3)
        t.ellipse(
            (c[0], c[1] + r * 0.72 * (1 - part * 0.62)), r * 0.46, r * 0.3 * part + r * 0.06, _GRAS, "#b08a2b", 1.2
        )
        for k in range(int(9 * part)):
            t.circle(
                (c[0] - r * 0.3 + k * r * 0.085, c[1] + r * 0.72 * (1 - part * 0.6) + (k % 3) * 4 - 4),
                2,
                PAPIER,
                "#b08a2b",
                0.9,
            )
    rx, ry = r * 0.7 * (1 - part * 0.3), r * 0.7 * (1 - part * 0.7)
    t.ellipse((c[0], c[1] - (r * 0.7 - ry)), rx, ry, _SANG, "#8d463c", 1.8)
    for k in range(7 if not part else 4 if part < 0.6 else 2):
        a = k * 2.4
        d = 0.2 + 0.09 * k
        t.ellipse(
            (c[0] + rx * d * math.cos(a), c[1] - (r * 0.7 - ry) + ry * d * math.sin(a)), 7, 4.2, "#a02b22", "#7e1f18", 0.9,
            turn=20 * k,
        )  # fmt: skip


def atherosclerose() -> Dessin:
    """Three cross-sections: healthy, thickened, narrowed."""
    t = Toile(410)
    t.text(350, 28, "La paroi d’une artère, en vingt ou trente ans", 17, ENCRE, "middle", gras=True)
    r = 92
    for k, (part, titre, texte) in enumerate(
        (
            (0.0, "Saine", "paroi souple,\nle sang passe librement"),
            (0.42, "Plaque", "des graisses s’y déposent,\non ne sent rien"),
            (0.95, "Artère rétrécie", "le sang passe mal,\nsurtout à l’effort"),
        )
    ):
        c = (124 + k * 226, 170)
        _anneau(t, c, r)
        _lumiere(t, c, r, part)
        t.text(c[0], 312, titre, 16, ENCRE, "middle", gras=True)
        t.text(c[0], 336, texte, 14, ENCRE, "middle")
        if k < 2:
            t.arrow((c[0] + r + 8, 170), (c[0] + r + 32, 170), DISCRET, 2.4)
    t.label(20, 62, "paroi", (124 - 62, 113), taille=14)
    t.label(160, 62, "sang", (136, 128), taille=14)
    t.label(428, 62, "graisses", (366, 222), taille=14)
    t.line((40, 378), (660, 378), FILET, 1)
    t.text(350, 400, "Tabac, pression, LDL-cholestérol et diabète accélèrent chaque étape.", 14, DISCRET, "middle")
    return t.dessin(
        """Trois coupes d’artère, de gauche à droite, sur vingt ou trente ans. Artère saine : une paroi mince et souple, un
        grand cercle de sang. Plaque : sous le revêtement intérieur, un amas de graisses soulève la paroi et le passage se
        réduit d’un tiers ; la personne ne sent rien. Artère rétrécie : la plaque occupe presque tout, il reste un petit
        croissant de sang ; cela se sent surtout à l’effort. Le tabac, la pression, le LDL-cholestérol et le diabète
        accélèrent chaque étape."""
    )


def plaque_thrombose() -> Dessin:
    """An artery lengthwise: a quiet plaque, a plaque that cracks, a clot that closes."""
    t = Toile(500)
    t.text(350, 28, "Pourquoi l’accident arrive d’un coup", 17, ENCRE, "middle", gras=True)
    for k, (titre, texte) in enumerate(
        (
            ("1. La plaque est calme", "une chape la recouvre, le sang passe"),
            ("2. La chape se fissure", "les graisses touchent le sang, les plaquettes s’y collent"),
            ("3. Un caillot bouche l’artère", "en quelques minutes, ce qui est en aval n’a plus de sang"),
        )
    ):
        _vaisseau(t, 58 + k * 146, k)
        t.text(20, 54 + k * 146, titre, 15.5, ENCRE, gras=True)
        t.text(292, 54 + k * 146, texte, 14, DISCRET)
    return t.dessin(
        """Une artère vue en long, en trois moments. 1 : une plaque de graisses gonfle la paroi du bas ; une chape solide la
        recouvre et le sang passe au-dessus. 2 : la chape se fissure ; les graisses touchent le sang et des plaquettes se
        collent à la fissure. 3 : en quelques minutes un caillot remplit le passage ; au-delà, l’artère est vide de sang :
        c’est l’infarctus ou l’accident vasculaire cérébral, selon l’artère."""
    )


def _vaisseau(t: Toile, haut: float, etape: int) -> None:
    y1, y2, bas = haut + 26, haut + 92, haut + 106
    t.rect(20, haut + 12, 660, bas - haut - 12, _MEDIA, "#a8584c", 1.4, rx=8)
    ferme = etape == 2
    t.rect(20, y1, 400 if ferme else 660, y2 - y1, _SANG)
    if ferme:
        t.rect(420, y1, 260, y2 - y1, ROUGE_CLAIR)
    t.path(f"M20 {y1}H680M20 {y2}H680", "none", "#8d463c", 1.6)
    bosse: list[Point] = [
        (190, y2),
        (250, y2 - 14),
        (310, y2 - 36),
        (372, y2 - 40),
        (430, y2 - 32),
        (490, y2 - 12),
        (540, y2),
    ]
    t.path(smooth(bosse) + "Z", _CHAPE, "#6e4a26", 3.4)
    gras: list[Point] = [
        (226, y2),
        (272, y2 - 10),
        (322, y2 - 27),
        (372, y2 - 31),
        (424, y2 - 24),
        (470, y2 - 8),
        (506, y2),
    ]
    t.path(smooth(gras) + "Z", _GRAS, "#b08a2b", 1.2)
    for k in range(10):
        t.circle((284 + k * 19, y2 - 9 - (k * 7) % 12), 2.4, PAPIER, "#b08a2b", 0.9)
    for k in range(7 if not ferme else 3):
        t.ellipse((62 + k * 88, y1 + 14 + (k % 2) * 9), 8, 5, "#a02b22", "#7e1f18", 0.9, turn=14 * k)
    if etape:
        t.path(f"M352 {y2 - 41}L362 {y2 - 33}L358 {y2 - 27}L370 {y2 - 22}", "none", ENCRE, 2.4)
        cells = [(346, -44), (358, -47), (370, -46), (382, -43), (352, -53), (366, -55), (340, -50)]
        for dx, dy in cells:
            t.circle((dx, y2 + dy), 5, "#f4e9d8", OCRE, 1.4)
    if ferme:
        clot: list[Point] = [
            (322, y2 - 38), (306, y2 - 50), (322, y1 + 1), (380, y1), (432, y1 + 1), (446, y2 - 46), (428, y2 - 33),
            (372, y2 - 39),
        ]  # fmt: skip
        t.path(smooth(clot, closed=True), "#6d1812", "#4a0f0a", 1.6)
        for k in range(6):
            t.line((326 + k * 19, y2 - 44), (338 + k * 17, y1 + 5), "#d9b7ae", 1)
        t.text(560, y1 + 38, "plus de sang", 14, ROUGE, "middle", gras=True)
    else:
        t.arrow((40, y1 + 40), (120, y1 + 40), PAPIER, 2.4)
        t.arrow((580, y1 + 34), (655, y1 + 34), PAPIER, 2.4)
