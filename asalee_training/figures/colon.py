"""The colon: from a polyp to a cancer, what the test sees, and the five moments of the test at home."""

from __future__ import annotations

from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    OCRE_CLAIR,
    PAPIER,
    ROUGE,
    ROUGE_CLAIR,
    VERT,
    VERT_CLAIR,
    Dessin,
    Point,
    Toile,
    n,
    smooth,
)

_MUQUEUSE, _MUSCLE, _BORD, _SELLE, _CHAIR = "#f0b9ad", "#cf7f72", "#8d463c", "#a8794c", "#d9665a"


def _goutte(t: Toile, x: float, y: float, r: float = 4) -> None:
    t.path(
        f"M{n(x)} {n(y - r * 1.9)}c{n(r * 1.5)} {n(r * 1.9)} {n(r)} {n(r * 3)} 0 {n(r * 3)}"
        f"s{n(-r * 1.5)} {n(-r * 1.1)} 0 {n(-r * 3)}Z",
        ROUGE,
        "#6e1712",
        0.9,
    )


def colon_polype() -> Dessin:
    """The wall of the colon over years: smooth, a small polyp, a large one that bleeds a little, a cancer."""
    t = Toile(456)
    haut, mur = 196, 244
    t.text(350, 28, "Des années pour passer du polype au cancer", 17, ENCRE, "middle", gras=True)
    t.rect(20, mur, 660, 34, _MUSCLE, _BORD, 1.6)
    t.rect(20, mur - 18, 660, 20, _MUQUEUSE, _BORD, 1.2)
    for k in range(44):  # the folds of a healthy lining
        if not 40 <= 20 + k * 15 - 470 <= 195:
            t.path(f"M{24 + k * 15} {mur - 18}q4 -7 8 0", "none", _BORD, 1.1)
    t.path(smooth([(252, mur - 16), (258, mur - 38), (272, mur - 46), (286, mur - 38), (292, mur - 16)]) + "Z", _CHAIR,
           _BORD, 2)  # fmt: skip
    gros: list[Point] = [(392, mur - 16), (398, mur - 36), (374, mur - 56), (384, mur - 88), (416, mur - 96),
                         (448, mur - 84), (452, mur - 54), (424, mur - 36), (430, mur - 16)]  # fmt: skip
    t.path(smooth(gros) + "Z", _CHAIR, _BORD, 2)
    masse: list[Point] = [(528, mur - 14), (538, mur - 58), (566, mur - 70), (580, mur - 48), (594, mur - 66),
                          (622, mur - 84), (648, mur - 54), (656, mur - 14), (640, mur + 20), (610, mur + 12),
                          (580, mur + 24), (548, mur + 8)]  # fmt: skip
    t.path(smooth(masse, closed=True), "#b5443a", "#6e1712", 2.2)
    for x, y in ((436, haut - 38), (446, haut + 2), (576, haut - 10), (602, haut - 26), (640, haut - 30)):
        _goutte(t, x, y)
    t.path(smooth([(120, 92), (200, 72), (330, 78), (460, 74), (600, 84), (628, 104), (590, 122), (440, 118), (290, 126),
                   (170, 118)], closed=True), _SELLE, "#6e4a26", 2)  # fmt: skip
    for x, y in ((438, 112), (452, 98), (580, 110), (600, 98)):
        t.circle((x, y), 3.2, ROUGE, "#6e1712", 0.8)
    t.text(32, 78, "les selles\nqui passent", 13.5, DISCRET)
    t.line((452, 150), (448, 124), ROUGE, 1.6, stroke_dasharray="4 4")
    t.text(352, 60, "un peu de sang s’y mêle : il ne se voit pas", 13.5, ROUGE, "middle")
    for x, titre, mots in (
        (104, "Paroi saine", ""),
        (272, "Petit polype", "saigne rarement"),
        (416, "Gros polype", "« adénome avancé »,\nsaigne par moments"),
        (596, "Cancer", "saigne, puis fait\ndes signes"),
    ):
        t.text(x, 304, titre, 15, ENCRE, "middle", gras=True)
        if mots:
            t.text(x, 324, mots, 13.5, ENCRE, "middle")
    t.arrow((40, 366), (664, 366), DISCRET, 2.2)
    t.text(40, 386, "des années, sans rien sentir", 13.5, DISCRET)
    t.rect(244, 398, 216, 46, VERT_CLAIR, VERT, 1.6, rx=10)
    t.text(352, 417, "la coloscopie l’enlève :", 13.5, VERT, "middle", gras=True)
    t.text(352, 435, "celui-là n’ira pas plus loin", 13.5, ENCRE, "middle")
    t.rect(472, 398, 208, 46, ROUGE_CLAIR, ROUGE, 1.6, rx=10)
    t.text(576, 417, "trouvé tôt,", 13.5, ROUGE, "middle", gras=True)
    t.text(576, 435, "il guérit 9 fois sur 10", 13.5, ENCRE, "middle")
    return t.dessin(
        """La paroi du côlon, en long, de gauche à droite sur des années. Une paroi saine, lisse. Un petit polype, qui
        saigne rarement. Un gros polype, dit adénome avancé, porté par un pied : il saigne par moments. Un cancer, irrégulier,
        qui s’enfonce dans la paroi : il saigne, puis donne des signes. Au-dessus passent les selles : un peu de sang s’y
        mêle, qui ne se voit pas ; c’est lui que le test cherche. La coloscopie enlève le polype, qui n’ira pas plus loin ; un
        cancer trouvé tôt guérit neuf fois sur dix."""
    )


def _tube(t: Toile, x: float, y: float) -> None:
    t.rect(x - 13, y - 8, 26, 62, PAPIER, BLEU, 2, rx=6)
    t.rect(x - 15, y - 26, 30, 20, "#3f9a5a", "#1b6b3a", 1.8, rx=5)
    t.rect(x - 10, y + 28, 20, 22, BLEU_CLAIR)


def _date(t: Toile, c: Point) -> None:
    _tube(t, c[0] - 20, c[1] - 10)
    t.circle((c[0] + 24, c[1] + 4), 22, PAPIER, OCRE, 2.4)
    t.line((c[0] + 39, c[1] + 20), (c[0] + 52, c[1] + 34), OCRE, 5)
    t.text(c[0] + 24, c[1] + 2, "08", 12, ENCRE, "middle", gras=True)
    t.text(c[0] + 24, c[1] + 16, "2027", 12, ENCRE, "middle", gras=True)


def _cuvette(t: Toile, c: Point) -> None:
    x, y = c
    t.path(f"M{n(x - 46)} {n(y - 12)}C{n(x - 44)} {n(y + 34)} {n(x - 24)} {n(y + 44)} {n(x)} {n(y + 44)}"
           f"S{n(x + 44)} {n(y + 34)} {n(x + 46)} {n(y - 12)}Z", "#eef3f4", DISCRET, 2)  # fmt: skip
    t.ellipse((x, y - 12), 46, 15, PAPIER, DISCRET, 2.2)
    t.path(f"M{n(x - 52)} {n(y - 16)}Q{n(x)} {n(y + 26)} {n(x + 52)} {n(y - 16)}L{n(x + 46)} {n(y - 26)}"
           f"Q{n(x)} {n(y + 4)} {n(x - 46)} {n(y - 26)}Z", OCRE_CLAIR, OCRE, 1.8)  # fmt: skip


def _piquer(t: Toile, c: Point) -> None:
    x, y = c
    t.path(smooth([(x - 48, y + 30), (x - 40, y + 12), (x - 8, y + 6), (x + 34, y + 10), (x + 50, y + 28), (x + 20, y + 42),
                   (x - 28, y + 42)], closed=True), _SELLE, "#6e4a26", 2)  # fmt: skip
    for dx, dy in ((-26, 22), (0, 18), (26, 24), (-8, 34)):
        t.circle((x + dx, y + dy), 3.4, "#5b3d1f")
    t.line((x + 44, y - 34), (x + 4, y + 12), "#3f9a5a", 6)
    t.line((x + 16, y - 2), (x + 1, y + 16), "#1b6b3a", 3)


def _ecrire(t: Toile, c: Point) -> None:
    x, y = c
    t.rect(x - 44, y - 30, 88, 72, PAPIER, DISCRET, 2, rx=5)
    t.rect(x - 36, y - 22, 40, 18, BLEU_CLAIR, BLEU, 1.4, rx=3)
    for k in range(2):
        t.line((x - 36, y + 8 + k * 13), (x + 24, y + 8 + k * 13), FILET, 2)
    t.text(x - 16, y - 8, "date", 12, BLEU, "middle", gras=True)
    t.path(f"M{n(x + 40)} {n(y - 8)}L{n(x + 12)} {n(y + 26)}L{n(x + 8)} {n(y + 38)}L{n(x + 19)} {n(y + 32)}L{n(x + 48)} {n(y - 2)}Z",
           OCRE_CLAIR, OCRE, 1.8)  # fmt: skip


def _poster(t: Toile, c: Point) -> None:
    x, y = c
    t.rect(x - 26, y - 14, 56, 58, "#f3c64b", OCRE, 2, rx=8)
    t.rect(x - 16, y - 2, 36, 7, ENCRE, rx=3)
    t.rect(x - 44, y - 44, 52, 32, PAPIER, BLEU, 2, rx=3)
    t.path(f"M{n(x - 44)} {n(y - 44)}L{n(x - 18)} {n(y - 26)}L{n(x + 8)} {n(y - 44)}", "none", BLEU, 1.6)


def selles_gestes() -> Dessin:
    """The test at home in five moments."""
    t = Toile(304)
    t.text(350, 28, "Cinq minutes, cinq gestes", 17, ENCRE, "middle", gras=True)
    gestes = (
        (_date, "regarder la date\ndu tube"),
        (_cuvette, "poser la feuille\nsur la cuvette"),
        (_piquer, "piquer en\ndivers endroits"),
        (_ecrire, "écrire la date,\nremplir la fiche"),
        (_poster, "poster dans les\n24 heures"),
    )
    for k, (dessine, mots) in enumerate(gestes):
        x = 16 + k * 136
        t.rect(x, 46, 124, 178, "#f7f9f9", FILET, 1.4, rx=12)
        t.number((x + 18, 64), str(k + 1), BLEU, 12)
        dessine(t, (x + 62, 122))
        t.text(x + 62, 196, mots, 13.5, ENCRE, "middle")
    t.text(20, 252, "Pas une veille de week-end ou de jour férié. Rien à manger ou à éviter avant.", 14, ENCRE)
    t.text(20, 278, "Tube périmé, date oubliée, envoi tardif : le laboratoire ne peut pas lire.", 14, ROUGE, gras=True)
    return t.dessin(
        """Cinq dessins dans l’ordre. 1 : regarder la date de péremption écrite sur le tube. 2 : poser la feuille sur la
        cuvette. 3 : piquer les selles à plusieurs endroits avec la tige, et refermer le tube. 4 : écrire la date du
        prélèvement et remplir la fiche. 5 : poster dans les vingt-quatre heures, pas une veille de week-end ou de jour férié.
        Aucun régime n’est demandé. Un tube périmé, une date oubliée ou un envoi tardif rendent le test illisible."""
    )
