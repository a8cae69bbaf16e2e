"""Blood: a red cell that gathers sugar for the hundred and twenty days of its life."""

from __future__ import annotations

import math

from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    OCRE,
    OCRE_CLAIR,
    ROUGE,
    Dessin,
    Point,
    Toile,
)

_VIE = 120  # days, of an ordinary red cell


def globule_rouge(t: Toile, c: Point, r: float, sucres: int, tour: float = 0) -> None:
    """Draw a red cell and the pieces of sugar stuck to it; ``tour`` turns them, so that two cells differ."""
    t.circle(c, r, "#d9655b", "#8d2f27", 1.8)
    t.circle(c, r * 0.48, "#c4453a", opacity=0.75)
    for i in range(sucres):
        a, d = i * 2.4 + tour, r * (0.22 + 0.64 * math.sqrt(((i * 7) % 23) / 23))
        t.circle((c[0] + d * math.cos(a), c[1] + d * math.sin(a)), max(2.9, r * 0.115), OCRE_CLAIR, OCRE, 1)


def _part(mois: int) -> float:
    """Share of the sugar of today's cells that was stuck that month, 0 being the last one.

    Cells are of every age up to 120 days, in equal numbers: sugar of a day past is only on those that were born before
    it. A model that says an order, not a measure.
    """
    debut, fin = mois * 30, (mois + 1) * 30
    return ((_VIE - debut) ** 2 - (_VIE - fin) ** 2) / _VIE**2


def globule_120_jours() -> Dessin:
    """From the marrow to the spleen, and which month weighs most in an HbA1c."""
    t = Toile(470)
    t.text(350, 28, "Cent vingt jours à ramasser du sucre", 17, ENCRE, "middle", gras=True)
    t.arrow((84, 196), (622, 196), DISCRET, 2, 11)
    for k, sucres in enumerate((0, 4, 9, 15)):
        x = 126 + k * 152
        globule_rouge(t, (x, 128), 44, sucres, k)
        t.text(x, 222, ("il naît", "40 jours", "80 jours", "120 jours")[k], 14.5, ENCRE, "middle", gras=True)
    t.text(126, 242, "dans la moelle", 13.5, DISCRET, "middle")
    t.text(582, 242, "la rate le retire", 13.5, DISCRET, "middle")
    t.text(354, 242, "le sucre se colle et ne s’en va plus", 13.5, OCRE, "middle")
    t.text(14, 286, "Ce que pèse chaque mois dans l’HbA1c d’aujourd’hui (ordre de grandeur)", 15, ENCRE, gras=True)
    x = 14.0
    for mois, nom in reversed(tuple(enumerate(("le dernier mois", "le 2e en arrière", "le 3e", "4e")))):
        large = 672 * _part(mois)
        t.rect(x, 302, large, 62, (BLEU, "#5a8f9a", "#a9c8ce", BLEU_CLAIR)[mois], "#ffffff", 2)
        couleur = "#ffffff" if mois < 2 else ENCRE
        t.text(x + large / 2, 338, nom, 14.5 if mois < 3 else 13.5, couleur, "middle", gras=not mois)
        x += large
    t.text(686, 388, "près de la moitié", 14.5, BLEU, "end", gras=True)
    t.text(14, 388, "le quatrième mois ne pèse presque plus", 13.5, DISCRET)
    t.text(14, 426, "Si les globules vivent moins longtemps, ils ramassent moins : l’HbA1c baisse,", 14, ROUGE)
    t.text(14, 446, "et le sucre du sang, lui, n’a pas bougé.", 14, ROUGE)
    return t.dessin(
        """Quatre globules rouges de gauche à droite, le long d’une flèche. Le premier naît dans la moelle, sans sucre. À 40
        jours, quelques grains de sucre y sont collés ; à 80 jours, davantage ; à 120 jours, il en est couvert, et la rate
        le retire. Au-dessous, une barre partagée en quatre dit ce que pèse chaque mois dans l’HbA1c d’aujourd’hui : le
        dernier mois près de la moitié, le deuxième un peu moins d’un tiers, le troisième moins d’un cinquième, le quatrième
        presque rien. Si les globules vivent moins longtemps, ils ramassent moins de sucre : l’HbA1c baisse, et le sucre du
        sang n’a pas bougé."""
    )
