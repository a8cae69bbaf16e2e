"""People of the figures: a head, a pair of shoulders, and what their face says."""

from __future__ import annotations

from asalee_training.figures.toile import ENCRE, PAPIER, PEAU, PEAU_BORD, Point, Toile, n

GRIS, CHATAIN, BLANC = "#8f8f93", "#6b4a33", "#d9d6d0"
_CHEVEUX = "#9aa3a6"
#: The mouth, from (g, b) to (d, b), or the same line lower (c).
_BOUCHES = {
    "calme": "M{g} {b}Q{x} {c} {d} {b}",
    "triste": "M{g} {c}Q{x} {b} {d} {c}",
    "neutre": "M{g} {b}L{d} {b}",
}


def buste(
    t: Toile, c: Point, pull: str, cheveux: str, bouche: str = "calme", chignon: bool = False, lunettes: bool = False,
    yeux: bool = True, k: float = 1,
) -> None:  # fmt: skip
    """Draw someone down to the chest, the head centred at ``c``; ``k`` is the scale, 108 pixels high at 1."""
    x, y = c
    if chignon:
        t.circle((x, y - 28 * k), 10 * k, cheveux, ENCRE, 1.1)
    t.path(
        f"M{n(x - 44 * k)} {n(y + 84 * k)}C{n(x - 44 * k)} {n(y + 46 * k)} {n(x - 28 * k)} {n(y + 32 * k)} {n(x - 10 * k)} "
        f"{n(y + 28 * k)}H{n(x + 10 * k)}C{n(x + 28 * k)} {n(y + 32 * k)} {n(x + 44 * k)} {n(y + 46 * k)} {n(x + 44 * k)} "
        f"{n(y + 84 * k)}Z",
        pull, ENCRE, 1.5,
    )  # fmt: skip
    t.rect(x - 8 * k, y + 14 * k, 16 * k, 18 * k, PEAU, PEAU_BORD, 1.1, rx=6 * k)
    t.circle((x, y), 24 * k, PEAU, PEAU_BORD, 1.6)
    t.path(
        f"M{n(x - 24 * k)} {n(y)}A{n(24 * k)} {n(24 * k)} 0 0 1 {n(x + 24 * k)} {n(y)}Q{n(x + 15 * k)} {n(y - 12 * k)} {n(x)} "
        f"{n(y - 11 * k)}Q{n(x - 15 * k)} {n(y - 12 * k)} {n(x - 24 * k)} {n(y)}Z",
        cheveux, ENCRE, 1,
    )  # fmt: skip
    for sens in (-1, 1):
        oeil = (x + sens * 8.5 * k, y + 2 * k)
        if yeux:
            t.circle(oeil, 2.2 * k, ENCRE)
        else:
            t.line((oeil[0] - 4 * k, oeil[1] + 1), (oeil[0] + 4 * k, oeil[1] + 1), ENCRE, 1.6)
        if lunettes:
            t.circle(oeil, 6.6 * k, "none", ENCRE, 1.3)
    mots = {"g": n(x - 7 * k), "d": n(x + 7 * k), "x": n(x), "b": n(y + 11 * k), "c": n(y + 16 * k)}
    t.path(_BOUCHES[bouche].format(**mots), "none", ENCRE, 1.7)


def visage(t: Toile, c: Point, r: float, humeur: float) -> None:
    """Draw a head; ``humeur`` from -1 (in trouble) to 1 (at ease) bends the mouth and the eyebrows."""
    x, y = c
    t.circle((x, y - r * 0.12), r * 1.08, _CHEVEUX)
    t.circle(c, r, PEAU, PEAU_BORD, 1.4)
    t.path(
        f"M{n(x - r * 0.98)} {n(y - r * 0.12)}Q{n(x - r * 0.5)} {n(y - r * 0.55)} {n(x + r * 0.1)} {n(y - r * 0.72)}"
        f"Q{n(x + r * 0.6)} {n(y - r * 0.5)} {n(x + r * 0.98)} {n(y - r * 0.12)}A{n(r)} {n(r)} 0 0 0 {n(x - r * 0.98)} {n(y - r * 0.12)}Z",
        _CHEVEUX,
    )  # fmt: skip
    for side in (-1, 1):
        t.circle((x + side * r * 0.36, y + r * 0.05), r * 0.08, ENCRE)
        inner, outer = y - r * 0.14 - r * 0.1 * max(0.0, -humeur), y - r * 0.14 + r * 0.08 * max(0.0, -humeur)
        t.line((x + side * r * 0.22, inner), (x + side * r * 0.52, outer), ENCRE, 1.4)
    bend = r * 0.24 * humeur
    t.path(f"M{n(x - r * 0.32)} {n(y + r * 0.5 - bend / 2)}Q{n(x)} {n(y + r * 0.5 + bend)} {n(x + r * 0.32)} {n(y + r * 0.5 - bend / 2)}",
           "none", ENCRE, 1.8)  # fmt: skip


def bulle(
    t: Toile, x: float, y: float, texte: str, cible: Point, trait: str, taille: float = 13.5, fond: str = PAPIER
) -> None:
    """Draw what someone says, its box from (x, y), its tail towards ``cible``."""
    lignes = texte.split("\n")
    large, haut = max(map(len, lignes)) * taille * 0.53 + 22, len(lignes) * taille * 1.28 + 12
    t.rect(x, y, large, haut, fond, trait, 1.6, rx=12)
    if y <= cible[1] <= y + haut and cible[0] < x:  # whoever speaks is beside: the tail leaves the left edge
        milieu = y + haut / 2
        t.path(f"M{n(x)} {n(milieu - 8)}L{n(cible[0])} {n(cible[1])}L{n(x)} {n(milieu + 8)}", fond, trait, 1.6)
        t.line((x, milieu - 7), (x, milieu + 7), fond, 3.4)
    else:
        pied = min(max(cible[0], x + 22), x + large - 22)
        bord = y + haut if cible[1] > y + haut else y
        t.path(f"M{n(pied - 8)} {n(bord)}L{n(cible[0])} {n(cible[1])}L{n(pied + 8)} {n(bord)}", fond, trait, 1.6)
        t.line((pied - 7, bord), (pied + 7, bord), fond, 3.4)
    t.text(x + large / 2, y + taille + 5, texte, taille, ENCRE, "middle")


def juste(t: Toile, c: Point, couleur: str, k: float = 1) -> None:
    """Draw a tick in a disc."""
    t.circle(c, 11 * k, couleur, PAPIER, 1.6)
    t.path(
        f"M{n(c[0] - 5 * k)} {n(c[1])}L{n(c[0] - 1 * k)} {n(c[1] + 4 * k)}L{n(c[0] + 6 * k)} {n(c[1] - 5 * k)}",
        "none",
        PAPIER,
        2.4,
    )


def croix(t: Toile, c: Point, couleur: str, k: float = 1) -> None:
    """Draw a cross in a disc."""
    t.circle(c, 11 * k, couleur, PAPIER, 1.6)
    e = 4.6 * k
    t.path(
        f"M{n(c[0] - e)} {n(c[1] - e)}L{n(c[0] + e)} {n(c[1] + e)}M{n(c[0] + e)} {n(c[1] - e)}L{n(c[0] - e)} {n(c[1] + e)}",
        "none", PAPIER, 2.4,
    )  # fmt: skip
