"""An artery over the years: what grows in the wall, what is left for the blood, what the person feels. A schema."""

from __future__ import annotations

import math

from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    PAPIER,
    ROUGE,
    VERT,
    Dessin,
    Toile,
)

_SANG, _MEDIA, _ADVENTICE, _GRAS, _CHAPE = "#c4453a", "#e9a79b", "#d8b8a4", "#f2d06b", "#b98f63"
#: Share of a full plaque gained each year after 20. Ours, to show an order: no study gives a person's speed.
_VITESSE = {"aucun": 0.005, "tabac": 0.011, "plusieurs": 0.02}
#: Up to here the artery widens outwards and the way stays open: about 40 % of its section (Glagov, N Engl J Med 1987).
_COMPENSE = 0.4
#: From a way narrowed by half, the muscle may lack blood at effort.
_GENE = 0.5
#: From here on the drawing has a fatty core, and its words say that the cap may tear.
_FRAGILE = 0.3


def _plaque(age: int, facteurs: str, change: str) -> float:
    """Share of a full plaque, 0 to 1: years times speed, slow again after 45 when all is taken in hand."""
    before = min(age, 45) - 20 if change == "oui" else age - 20
    return min(1.0, before * _VITESSE[facteurs] + (age - 20 - before) * _VITESSE["aucun"])


def _passage(plaque: float) -> float:
    """Share of the way left open, in diameter: whole while the artery can widen."""
    return 1 - max(0.0, plaque - _COMPENSE) / (1 - _COMPENSE) * 0.78


def artere_plaque(age: int, facteurs: str, change: str) -> Dessin:
    """An artery in cross-section and the person it feeds, at ``age`` years."""
    plaque = _plaque(age, facteurs, change)
    passage = _passage(plaque)
    gene = passage <= _GENE
    t = Toile(412)
    t.text(172, 32, f"Une artère de son cœur, à {age} ans", 17, ENCRE, "middle", gras=True)
    _coupe(t, (172, 164), plaque, passage)
    _personne(t, age, gene)
    for k, (nom, part, mots, couleur) in enumerate(
        (
            ("Plaque dans la paroi", plaque, _mots_plaque(plaque), OCRE),
            ("Passage pour le sang", passage, _mots_passage(passage), ROUGE),
        )
    ):
        _jauge(t, 302 + k * 44, nom, part, mots, couleur)
    t.text(
        350, 400, "Schéma : la vitesse change d’une personne à l’autre ; l’ordre, non.", 14, DISCRET, "middle",
        italique=True,
    )  # fmt: skip
    ressenti = "Sa poitrine serre quand il monte l’escalier." if gene else "Il monte l’escalier et ne sent rien."
    rupture = " La plaque peut se déchirer, qu’elle gêne ou non." if plaque >= _FRAGILE else ""
    return t.dessin(
        f"À {age} ans : plaque {_mots_plaque(plaque)} dans la paroi, passage {_mots_passage(passage)} pour le sang. "
        f"{ressenti}{rupture}"
    )


def _mots_plaque(plaque: float) -> str:
    for limit, words in ((0.02, "absente"), (0.2, "mince"), (0.45, "épaisse"), (0.75, "très épaisse")):
        if plaque <= limit:
            return words
    return "énorme"


def _mots_passage(passage: float) -> str:
    for limit, words in ((0.35, "réduit au quart"), (0.55, "réduit de moitié"), (0.999, "un peu réduit")):
        if passage <= limit:
            return words
    return "entier"


def _coupe(t: Toile, c: tuple[float, float], plaque: float, passage: float) -> None:
    """Draw the artery cut across; the dotted circle is its outline at 20."""
    large = min(plaque / _COMPENSE, 1.0)
    interne, sang = 60 + 30 * large, 56 * passage
    t.circle(c, interne + 26, _ADVENTICE, "#9c7a60", 1.6)
    t.circle(c, interne + 15, _MEDIA, "#a8584c", 1.4)
    for k in range(40):  # smooth muscle, as short strokes around
        a, r = k * math.tau / 40, interne + 8
        t.line(
            (c[0] + r * math.cos(a), c[1] + r * math.sin(a)),
            (c[0] + r * math.cos(a + 0.09), c[1] + r * math.sin(a + 0.09)),
            "#b3655a", 1.3,
        )  # fmt: skip
    t.circle(c, interne, _CHAPE, "#8d463c", 1.3)
    y = c[1] - (interne - sang) + 4  # the way is pushed to the top, the plaque fills the bottom
    creux, fond = y + sang, c[1] + interne
    epais = fond - creux
    if plaque > 0.02:
        t.ellipse(
            (c[0], (creux + fond) / 2 + 2), min(interne * 0.72, 12 + epais * 0.75), epais * 0.33, _GRAS, "#b08a2b", 1.2
        )
        for k in range(int(16 * plaque)):
            t.circle(
                (c[0] + (k * 37 % 80 - 40) * min(1.0, epais / 80), (creux + fond) / 2 + 2 + (k * 23 % 30 - 15) * epais / 90),
                2.3, PAPIER, "#b08a2b", 0.9,
            )  # fmt: skip
    t.circle((c[0], y), sang, _SANG, "#7a3a22", 3)
    for k in range(max(1, round(11 * passage * passage))):
        a, d = k * 2.4, (sang - 9) * math.sqrt((k + 0.4) / 11)
        t.ellipse((c[0] + d * math.cos(a), y + d * math.sin(a)), 7.5, 4.6, "#a02b22", "#7e1f18", 0.9, turn=25 * k)
    t.circle(c, 86, "none", ENCRE, 1.4, stroke_dasharray="2 5")
    t.label(14, 66, "sang", (c[0] - sang * 0.45, y - sang * 0.3), taille=15)
    if plaque > 0.08:
        t.label(14, 276, "plaque", (c[0] - 14, (creux + fond) / 2 + 2), taille=15)
    t.label(338, 264, "contour\nà 20 ans", (c[0] + 62, c[1] + 60), "end", taille=14)


def _personne(t: Toile, age: int, gene: bool) -> None:
    """Draw the man on his stairs and what he says."""
    t.rect(356, 14, 330, 258, BLEU_CLAIR, "none", rx=12)
    for k in range(5):
        t.rect(372 + k * 60, 236 - k * 22, 62, 22 + k * 22, PAPIER, BLEU, 1.4)
    x, y = (482, 192) if gene else (602, 148)
    _bonhomme(t, x, y, age, gene)
    lignes = ("« Ça serre", "quand je monte. »") if gene else ("« Je ne sens", "rien. »")
    bx, by = (526, 34) if gene else (374, 40)
    largeur = 150 if gene else 118
    pointe = [(bx + 4, by + 44), (x + 20, y - 74)] if gene else [(bx + largeur - 4, by + 40), (x - 22, y - 78)]
    t.line(*pointe, DISCRET, 1.4)
    t.rect(bx, by, largeur, 62, PAPIER, ROUGE if gene else VERT, 2, rx=10)
    for k, ligne in enumerate(lignes):
        t.text(bx + largeur / 2, by + 26 + k * 21, ligne, 14.5, ENCRE, "middle")


def _bonhomme(t: Toile, x: float, y: float, age: int, gene: bool) -> None:
    """Draw a man who stands at (x, y): upright on his way up, or stopped, a hand on his chest."""
    cheveux = "#4a3626" if age < 45 else "#8a8682" if age < 65 else "#cfcbc6"
    pull, pantalon = "#4b7a86", "#3c4650"
    t.path(
        f"M{x - 9} {y - 40}L{x - 12} {y}M{x + 9} {y - 40}L{x + (22 if not gene else 12)} {y - (22 if not gene else 0)}",
        "none",
        pantalon,
        12,
    )
    t.rect(x - 19, y - 88, 38, 54, pull, "#33565f", 1.4, rx=14)
    if gene:
        t.path(f"M{x - 16} {y - 80}L{x - 27} {y - 58}L{x - 4} {y - 64}", "none", pull, 10)
        t.path(f"M{x + 16} {y - 80}L{x + 27} {y - 60}L{x + 22} {y - 42}", "none", pull, 10)
        t.circle((x - 2, y - 65), 6, "#f5ddcb", "#a06b4d", 1.2)
        t.path(f"M{x + 10} {y - 84}l5 -5M{x - 14} {y - 48}l-5 5M{x + 12} {y - 50}l6 4", "none", ROUGE, 2.4)
    else:
        t.path(f"M{x - 16} {y - 80}L{x - 26} {y - 58}L{x - 16} {y - 44}", "none", pull, 10)
        t.path(f"M{x + 16} {y - 80}L{x + 30} {y - 66}L{x + 38} {y - 78}", "none", pull, 10)
        t.circle((x + 39, y - 81), 6, "#f5ddcb", "#a06b4d", 1.2)
    t.circle((x, y - 106), 18, "#f5ddcb", "#a06b4d", 1.4)
    t.path(f"M{x - 18} {y - 108}A18 18 0 0 1 {x + 18} {y - 108}Q{x} {y - 122} {x - 18} {y - 108}Z", cheveux, "none")
    t.circle((x - 6, y - 105), 1.8, ENCRE)
    t.circle((x + 6, y - 105), 1.8, ENCRE)
    bouche = (
        f"M{x - 6} {y - 96}Q{x} {y - 100} {x + 6} {y - 96}"
        if gene
        else f"M{x - 6} {y - 98}Q{x} {y - 93} {x + 6} {y - 98}"
    )
    t.path(bouche, "none", ENCRE, 1.6)


def _jauge(t: Toile, y: float, nom: str, part: float, mots: str, couleur: str) -> None:
    """Draw a bar of ten boxes, as many filled as it takes, with its name before and its words after."""
    t.line((20, y - 8), (680, y - 8), FILET, 1)
    t.text(24, y + 22, nom, 15.5, ENCRE, gras=True)
    pleines = round(part * 10)
    for k in range(10):
        t.rect(236 + k * 25, y + 6, 21, 22, couleur if k < pleines else PAPIER, couleur, 1.6, rx=4)
    t.text(500, y + 22, mots, 16, ENCRE, gras=True)
