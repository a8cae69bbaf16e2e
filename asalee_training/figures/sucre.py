"""Sugar: what insulin opens, and what closes."""

from __future__ import annotations

from asalee_training.figures.toile import (
    BLEU,
    DISCRET,
    ENCRE,
    OCRE,
    OCRE_CLAIR,
    PAPIER,
    ROUGE,
    ROUGE_CLAIR,
    VERT,
    VERT_CLAIR,
    Dessin,
    Toile,
)

_RANGS = (
    ("Sans diabète", VERT, VERT_CLAIR, 3, "la clé ouvre,\nle sucre entre"),
    ("Résistance\nà l’insuline", OCRE, OCRE_CLAIR, 1, "la serrure grippe,\nil faut plus de clés"),
    ("Diabète\nde type 2", ROUGE, ROUGE_CLAIR, 0, "et les clés manquent,\nle sucre reste"),
)


def insuline_glucose() -> Dessin:
    """Three rows: blood, a door in the cell's wall, the key that opens it."""
    t = Toile(540)
    t.text(350, 28, "L’insuline est une clé", 17, ENCRE, "middle", gras=True)
    t.text(210, 62, "sang", 14, DISCRET, "middle")
    t.text(430, 62, "cellule du muscle", 14, DISCRET, "middle")
    for k, (titre, trait, fond, entrees, texte) in enumerate(_RANGS):
        _rang(t, 74 + k * 152, k, trait, fond, entrees)
        lines = titre.count("\n") + 1
        t.text(534, 106 + k * 152, titre, 15, trait, gras=True)
        t.text(534, 106 + k * 152 + lines * 20 + 4, texte, 14)
    _sucre(t, 36, 529)
    t.text(52, 534, "sucre (glucose)", 13.5)
    _cle(t, 206, 529, BLEU)
    t.text(236, 534, "insuline, fabriquée par le pancréas", 13.5)
    return t.dessin(
        """Trois rangées montrent le sang à gauche et une cellule du muscle à droite, séparés par une paroi percée d’une
        porte. L’insuline est dessinée comme une clé, le sucre comme de petits hexagones. Sans diabète : une clé ouvre la
        porte et le sucre entre dans la cellule. Résistance à l’insuline : la serrure grippe ; il faut plus de clés, le
        pancréas en fabrique davantage, un peu de sucre entre. Diabète de type 2 : la serrure grippe et les clés
        manquent ; la porte reste presque fermée, le sucre s’accumule dans le sang."""
    )


def _rang(t: Toile, y: float, k: int, trait: str, fond: str, entrees: int) -> None:
    t.rect(24, y, 330, 132, ROUGE_CLAIR, "#a8584c", 1.4, rx=10, opacity=0.75)
    t.rect(366, y, 150, 132, fond, trait, 1.8, rx=18)
    t.rect(352, y + 6, 16, 120, "#b98f63", "#6e4a26", 1.4, rx=4)
    opening = (46, 18, 5)[k]
    t.rect(350, y + 66 - opening / 2, 20, opening, PAPIER, "#6e4a26", 1.4, rx=3)
    sucres = (
        (60, 30),
        (98, 66),
        (64, 104),
        (130, 32),
        (146, 100),
        (196, 40),
        (180, 78),
        (228, 108),
        (252, 34),
        (290, 104),
    )
    for dx, dy in sucres[: (4, 7, 10)[k]]:
        _sucre(t, dx, y + dy)
    for j in range(entrees):
        _sucre(t, 408 + j * 34, y + 66 + (j - 1) * 26 * (entrees > 1))
    if entrees:
        t.arrow((310, y + 66), (398, y + 66), trait, 2.2)
    keys = (((316, 26),), ((238, 66), (270, 24), (306, 108), (316, 26)), ((316, 26),))[k]
    for dx, dy in keys:
        _cle(t, dx - 10, y + dy, BLEU)


def _sucre(t: Toile, x: float, y: float) -> None:
    t.path(f"M{x - 9} {y}l4.5 -8h9l4.5 8l-4.5 8h-9Z", OCRE_CLAIR, OCRE, 1.6)


def _cle(t: Toile, x: float, y: float, couleur: str) -> None:
    t.circle((x, y), 6.5, PAPIER, couleur, 3)
    t.path(f"M{x + 6.5} {y}h18m-4 0v6m-6 -6v5", "none", couleur, 3)
