"""Screening: six signs of the breast, and what happens to a mammogram."""

from __future__ import annotations

import math
from collections.abc import Callable

from asalee_training.clinical import depistage
from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    OCRE_CLAIR,
    PAPIER,
    PEAU,
    PEAU_BORD,
    PEAU_OMBRE,
    ROUGE,
    ROUGE_CLAIR,
    VERT,
    VERT_CLAIR,
    Dessin,
    Point,
    Toile,
    n,
)

_AREOLE = "#c98a72"


def _sein(t: Toile, c: Point, creux: bool = False) -> None:
    """Draw one breast seen from the front, its areola at ``c``; ``creux`` pulls its outline in on the right."""
    x, y = c
    droite = f"C{n(x + 62)} {n(y - 20)} {n(x + 42)} {n(y - 12)} {n(x + 56)} {n(y + 4)}" if creux else ""
    t.path(
        f"M{n(x - 84)} {n(y - 62)}C{n(x - 92)} {n(y - 10)} {n(x - 62)} {n(y + 46)} {n(x)} {n(y + 46)}"
        f"C{n(x + 46)} {n(y + 46)} {n(x + 70)} {n(y + 28)} {n(x + (56 if creux else 76))} {n(y + (4 if creux else -10))}"
        + (
            f"C{n(x + 44)} {n(y - 10)} {n(x + 66)} {n(y - 26)} {n(x + 84)} {n(y - 62)}"
            if droite
            else f"C{n(x + 80)} {n(y - 30)} {n(x + 84)} {n(y - 46)} {n(x + 84)} {n(y - 62)}"
        ),
        PEAU, PEAU_BORD, 2.2,
    )  # fmt: skip
    t.path(f"M{n(x - 54)} {n(y + 24)}C{n(x - 34)} {n(y + 42)} {n(x + 30)} {n(y + 42)} {n(x + 50)} {n(y + 22)}", "none",
           PEAU_OMBRE, 5)  # fmt: skip


def _mamelon(t: Toile, c: Point) -> None:
    t.circle(c, 15, _AREOLE, PEAU_BORD, 1.4)
    t.circle(c, 5.5, "#a9634c", PEAU_BORD, 1.2)


def _boule(t: Toile, c: Point) -> None:
    _sein(t, c)
    _mamelon(t, c)
    t.circle((c[0] - 44, c[1] - 22), 15, PEAU_OMBRE, ROUGE, 2.2, stroke_dasharray="4 3")
    t.path(f"M{n(c[0] - 52)} {n(c[1] - 26)}q7 -8 15 -3", "none", PAPIER, 2)


def _froncee(t: Toile, c: Point) -> None:
    _sein(t, c, creux=True)
    _mamelon(t, c)
    for k in range(5):
        a = math.radians(150 + k * 16)
        t.line(
            (c[0] + 50, c[1] + 2),
            (c[0] + 50 + 26 * math.cos(a), c[1] + 2 - 26 * math.sin(a) * 0.9),
            ROUGE, 1.8,
        )  # fmt: skip


def _rentre(t: Toile, c: Point) -> None:
    _sein(t, c)
    t.circle(c, 15, _AREOLE, PEAU_BORD, 1.4)
    t.path(f"M{n(c[0] - 8)} {n(c[1])}q8 -5 16 0q-8 5 -16 0Z", "#5d3226", "#5d3226", 1.2)
    for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        t.arrow((c[0] + dx * 32, c[1] + dy * 30), (c[0] + dx * 18, c[1] + dy * 18), ROUGE, 2, tete=6)


def _coule(t: Toile, c: Point) -> None:
    _sein(t, c)
    _mamelon(t, c)
    for k, r in enumerate((6, 5)):
        x, y = c[0] + 2, c[1] + 22 + k * 20
        t.path(f"M{n(x)} {n(y - r * 1.9)}c{n(r * 1.5)} {n(r * 1.9)} {n(r)} {n(r * 3)} 0 {n(r * 3)}"
               f"s{n(-r * 1.5)} {n(-r * 1.1)} 0 {n(-r * 3)}Z", ROUGE_CLAIR, ROUGE, 1.8)  # fmt: skip


def _rouge(t: Toile, c: Point) -> None:
    _sein(t, c)
    t.path(
        f"M{n(c[0] - 78)} {n(c[1] - 24)}C{n(c[0] - 70)} {n(c[1] + 30)} {n(c[0] - 34)} {n(c[1] + 42)} {n(c[0] - 8)} "
        f"{n(c[1] + 40)}C{n(c[0] - 2)} {n(c[1] + 4)} {n(c[0] - 26)} {n(c[1] - 32)} {n(c[0] - 78)} {n(c[1] - 24)}Z",
        t.hatch("rougeur", ROUGE, 5, 45, 1), ROUGE, 1.2,
    )  # fmt: skip
    _mamelon(t, c)


def _orange(t: Toile, c: Point) -> None:
    _sein(t, c)
    _mamelon(t, c)
    for ligne in range(5):
        for k in range(5):
            x, y = c[0] + 20 + k * 10 - (ligne % 2) * 5, c[1] - 36 + ligne * 10
            if math.hypot(x - c[0], y - c[1]) > 20 and x < c[0] + 64:
                t.circle((x, y), 2.4, PEAU_OMBRE, ROUGE, 1.3)


_SIGNES: tuple[tuple[Callable[[Toile, Point], None], str], ...] = (
    (_boule, "une boule, au sein\nou sous le bras"),
    (_froncee, "la peau qui se fronce,\nse creuse"),
    (_orange, "la peau d’orange,\népaissie"),
    (_rentre, "le mamelon qui rentre\nou qui change"),
    (_coule, "le mamelon\nqui coule"),
    (_rouge, "la rougeur\nd’un seul sein"),
)


def sein_signes() -> Dessin:
    """Six signs that do not wait for a screening mammogram."""
    t = Toile(468)
    t.text(350, 28, "Six signes qui n’attendent pas la mammographie", 17, ENCRE, "middle", gras=True)
    for k, (x, y) in enumerate(t.six_cards(_SIGNES, 172, ("#fdf6f0",)), 1):
        t.number((x + 18, y + 18), str(k), BLEU, 12)
    t.rect(20, 420, 660, 38, ROUGE_CLAIR, ROUGE, 1.6, rx=10)
    t.text(350, 444, "Un seul, nouveau : le médecin dans les jours qui viennent, cliché normal ou non.", 13.5, ENCRE,
           "middle", gras=True)  # fmt: skip
    return t.dessin(
        """Six petits dessins d’un sein vu de face. 1 : une boule, au sein ou sous le bras. 2 : la peau qui se fronce et se
        creuse, le contour du sein s’enfonce. 3 : la peau d’orange, épaissie, à petits pores. 4 : le mamelon qui rentre ou
        qui change. 5 : le mamelon qui coule. 6 : la rougeur d’un seul sein. Au-dessous : un seul de ces signes, nouveau, et
        c’est le médecin dans les jours qui viennent, que le cliché précédent soit normal ou non."""
    )


def _carte(t: Toile, x: float, y: float, w: float, texte: str, fond: str, trait: str, h: float = 62) -> None:
    t.rect(x, y, w, h, fond, trait, 1.8, rx=12)
    lignes = texte.split("\n")
    t.text(x + w / 2, y + h / 2 + 5 - (len(lignes) - 1) * 9, texte, 14, ENCRE, "middle")


def sein_parcours() -> Dessin:
    """From the letter to the result: two readings, or more pictures at once; and the place of the nurse."""
    sein = depistage.sein()
    t = Toile(430)
    t.text(350, 28, "De la lettre au résultat", 17, ENCRE, "middle", gras=True)
    t.rect(24, 78, 108, 70, PAPIER, BLEU, 2, rx=6)
    t.path("M24 84L78 122L132 84", "none", BLEU, 2)
    t.text(78, 172, "l’invitation ; perdue,\nelle se redemande", 13, ENCRE, "middle")
    t.arrow((142, 112), (184, 112), DISCRET, 2.4)
    _carte(t, 188, 70, 162, "centre agréé :\nmammographie\net examen des seins", BLEU_CLAIR, BLEU, 84)
    t.arrow((356, 112), (386, 112), DISCRET, 2.4)
    t.ellipse((420, 112), 30, 18, PAPIER, ENCRE, 2)
    t.circle((420, 112), 10, BLEU)
    t.text(420, 152, "1re lecture", 14, ENCRE, "middle", gras=True)
    t.arrow((452, 104), (500, 84), VERT, 2.4)
    t.arrow((452, 122), (500, 190), OCRE, 2.4)
    t.ellipse((540, 76), 30, 18, PAPIER, ENCRE, 2)
    t.circle((540, 76), 10, VERT)
    t.text(452, 74, "normal", 13, VERT, "middle")
    t.text(582, 72, "2e lecture", 14, ENCRE, gras=True)
    t.text(582, 90, "un autre\nradiologue", 13, ENCRE)
    _carte(t, 504, 174, 176, "une image à revoir :\nautres examens", OCRE_CLAIR, OCRE, 56)
    t.arrow((545, 98), (560, 168), OCRE, 2.4)
    t.text(562, 138, "une image", 13, OCRE)
    t.text(436, 178, "une image", 13, OCRE, "middle")
    t.text(24, 226, f"Sur 1 000 femmes : {1000 - sein.positives} clichés normaux après les deux lectures,", 14, ENCRE)
    t.text(24, 246, f"{sein.positives} images à revoir, {sein.cancers} cancers.", 14, ENCRE, gras=True)
    t.text(24, 264, "Santé publique France, chiffres de 2014", 12, DISCRET)
    t.line((24, 284), (676, 284), FILET, 1.2)
    t.text(24, 310, "Votre place, d’un bout à l’autre", 15.5, BLEU, gras=True)
    for k, (titre, mots) in enumerate(
        (
            ("Avant", "demander ce qu’elle en\npense ; les deux plateaux"),
            ("Le rendez-vous", "trouver le centre,\nnoter la date"),
            ("Après", "vérifier que le compte\nrendu est arrivé et lu"),
        )
    ):
        x = 24 + k * 220
        t.rect(x, 322, 212, 76, VERT_CLAIR, VERT, 1.6, rx=12)
        t.text(x + 106, 344, titre, 14.5, VERT, "middle", gras=True)
        t.text(x + 106, 364, mots, 13.5, ENCRE, "middle")
    t.text(24, 420, "Le résultat, bon ou mauvais, se dit par le radiologue et le médecin.", 13.5, ROUGE, gras=True)
    return t.dessin(
        f"""Un chemin de gauche à droite. L’invitation, qui se redemande si elle est perdue ; le centre agréé, pour la
        mammographie et l’examen des seins ; une première lecture. Si le cliché est normal, un autre radiologue le lit de
        nouveau. Si une image est à revoir, à l’une ou l’autre lecture, d’autres examens suivent. Sur 1 000 femmes, selon
        Santé publique France pour 2014, {1000 - sein.positives} ont des clichés normaux, {sein.positives} une image à
        revoir, {sein.cancers} un cancer. Votre place : avant, demander ce qu’elle en pense et dire les deux plateaux ; au
        rendez-vous, trouver le centre et noter la date ; après, vérifier que le compte rendu est arrivé et lu. Le
        résultat est dit par le radiologue et le médecin."""
    )
