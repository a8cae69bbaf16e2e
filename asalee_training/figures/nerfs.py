"""Nerves: which fibres carry what from the foot."""

from __future__ import annotations

from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    OCRE_CLAIR,
    PEAU,
    PEAU_BORD,
    Dessin,
    Toile,
)

#: A left leg from the knee down, toes to the left, in a box of 200 by 410.
JAMBE = (
    "M60 40C58 110 66 168 70 226C72 262 70 292 64 316C58 336 46 352 32 366C18 380 16 396 30 402C58 408 112 406 150 402"
    "C162 400 166 388 160 374C154 352 146 330 146 304C146 270 158 220 160 168C162 120 158 78 158 40"
)


def fibres_nerveuses() -> Dessin:
    """Large and small fibres of the foot, what each carries, what is lost when it suffers."""
    t = Toile(520)
    t.text(350, 28, "Deux sortes de fibres, deux sortes d’alarmes", 17, ENCRE, "middle", gras=True)
    _jambe(t)
    _fibre_epaisse(t, 290, 92)
    _fibre_fine(t, 290, 312)
    t.line((262, 290), (686, 290), FILET, 1.2)
    return t.dessin(
        """Une jambe et son pied, parcourus par deux nerfs dessinés comme des fils, de la jambe aux orteils. À droite, deux
        fibres vues de près. Les grosses fibres, entourées d’une gaine de myéline, portent le toucher, la vibration et la
        position ; on les teste avec le monofilament de 10 grammes et le diapason ; quand elles se perdent, le pied ne sent
        plus le sol, la marche devient hésitante et la plaie passe inaperçue. Les petites fibres, sans gaine ou presque,
        portent le chaud, le froid et la douleur ; le monofilament ne les teste pas ; quand elles souffrent, elles brûlent
        ou fourmillent la nuit, puis le bain trop chaud ne se sent plus. Les extrémités les plus longues, celles des
        orteils, sont atteintes les premières, des deux côtés."""
    )


def _jambe(t: Toile) -> None:
    t.add('<g transform="translate(26 58)">')
    t.path(JAMBE, PEAU, PEAU_BORD, 2.2)
    t.path(
        "M30 402C30 396 34 390 40 388M46 404C46 397 50 392 56 390M62 405C62 398 66 393 72 392", "none", PEAU_BORD, 1.4
    )
    t.path("M98 40C100 130 104 210 100 290C98 330 78 362 44 388", "none", BLEU, 4.5)
    t.path("M100 290C98 340 84 372 62 394M100 290C106 336 112 366 116 396", "none", BLEU, 3)
    t.path("M124 40C126 130 128 210 122 290C118 334 94 366 58 386", "none", OCRE, 2, stroke_dasharray="1 5")
    t.path("M122 290C120 340 106 372 84 396M122 290C126 334 134 366 142 394", "none", OCRE, 2, stroke_dasharray="1 5")
    t.add("</g>")
    t.path("M44 474C74 490 120 492 168 486", "none", DISCRET, 1.4)
    t.text(14, 510, "Les plus longues d’abord : les orteils", 13.5, DISCRET)


def _fibre_epaisse(t: Toile, x: float, y: float) -> None:
    t.text(x, y - 16, "Grosses fibres, avec gaine de myéline", 15.5, BLEU, gras=True)
    for i in range(5):
        t.rect(x + i * 76, y, 66, 26, BLEU_CLAIR, BLEU, 1.8, rx=12)
    t.line((x - 8, y + 13), (x + 384, y + 13), BLEU, 4)
    _lignes(
        t, x, y + 58,
        ("Elles portent", "le toucher, la vibration, la position"),
        ("On les teste", "au monofilament, au diapason"),
        ("Si elles se perdent", "le pied ne sent plus le sol,\nla plaie passe inaperçue"),
    )  # fmt: skip


def _fibre_fine(t: Toile, x: float, y: float) -> None:
    t.text(x, y + 4, "Petites fibres, sans gaine ou presque", 15.5, OCRE, gras=True)
    t.rect(x - 8, y + 18, 392, 20, OCRE_CLAIR, rx=9)
    for k in range(3):
        t.line((x - 8, y + 22 + k * 6), (x + 384, y + 22 + k * 6), OCRE, 1.8, stroke_dasharray="1 5")
    _lignes(
        t, x, y + 70,
        ("Elles portent", "le chaud, le froid, la douleur"),
        ("On les teste", "autrement : pas au monofilament"),
        ("Si elles souffrent", "brûlures, fourmillements la nuit,\npuis le bain brûlant ne se sent plus"),
    )  # fmt: skip


def _lignes(t: Toile, x: float, y: float, *lignes: tuple[str, str]) -> None:
    for index, (quoi, texte) in enumerate(lignes):
        t.text(x, y + index * 27, quoi, 14, DISCRET)
        t.text(x + 138, y + index * 27, texte, 14, ENCRE)
