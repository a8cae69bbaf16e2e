"""A face and what it says: the person of a maquette."""

from __future__ import annotations

from asalee_training.figures.toile import ENCRE, PAPIER, PEAU, PEAU_BORD, Point, Toile, n

_CHEVEUX = "#9aa3a6"


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


def bulle(t: Toile, x: float, y: float, texte: str, largeur: float, pointe: Point, taille: float = 15) -> None:
    """Draw what is said, in a bubble whose left top corner is (x, y); its tail ends at ``pointe``."""
    lines = texte.count("\n") + 1
    haut = 18 + lines * taille * 1.28
    middle = y + haut / 2
    t.path(f"M{n(x + 4)} {n(middle - 8)}L{n(pointe[0])} {n(pointe[1])}L{n(x + 4)} {n(middle + 8)}Z", PAPIER, ENCRE, 1.4)
    t.rect(x, y, largeur, haut, PAPIER, ENCRE, 1.4, rx=12)
    t.path(f"M{n(x + 2.5)} {n(middle - 7)}V{n(middle + 7)}", "none", PAPIER, 4)
    t.text(x + 14, y + 9 + taille, texte, taille, ENCRE)
