"""Kidney: the filter that lets albumin through."""

from __future__ import annotations

import math

from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    OCRE_CLAIR,
    ROUGE,
    ROUGE_CLAIR,
    Dessin,
    Toile,
)


def nephron_glomerule() -> Dessin:
    """A glomerulus that filters well, one that leaks albumin, and how much is found in urine."""
    t = Toile(500)
    t.text(350, 28, "Un million de petits filtres par rein", 17, ENCRE, "middle", gras=True)
    for c, titre, fuite in (((180, 192), "Filtre intact", False), ((520, 192), "Filtre abîmé", True)):
        t.text(c[0], 58, titre, 16, ROUGE if fuite else BLEU, "middle", gras=True)
        _glomerule(t, c, fuite)
    t.line((350, 52), (350, 330), FILET, 1.4)
    t.label(14, 92, "artère", (146, 104), taille=14)
    t.label(14, 218, "capsule", (104, 196), taille=14)
    t.label(18, 316, "urine", (180, 318), taille=14)
    t.text(262, 296, "l’albumine\nreste dans\nle sang", 13.5, DISCRET)
    t.text(600, 296, "l’albumine\npasse dans\nl’urine", 13.5, ROUGE)
    t.text(24, 374, "Ce que dit le RAC (albumine sur créatinine, dans les urines), en mg/mmol", 14.5, ENCRE, gras=True)
    for x, w, nom, texte, fond, trait in (
        (24, 150, "A1", "moins de 3", BLEU_CLAIR, BLEU),
        (174, 240, "A2", "de 3 à 30", OCRE_CLAIR, OCRE),
        (414, 262, "A3", "plus de 30", ROUGE_CLAIR, ROUGE),
    ):
        t.rect(x, 384, w, 58, fond, trait, 1.6)
        t.text(x + 14, 419, nom, 18, trait, gras=True)
        t.text(x + 52, 419, texte, 15, ENCRE)
    t.text(
        24,
        470,
        "Une valeur haute se contrôle : fièvre, effort ou infection urinaire la font monter pour un temps.",
        13.5,
        DISCRET,
    )
    return t.dessin(
        """Deux filtres du rein, dessinés comme une pelote de petits vaisseaux dans une capsule, avec l’artère qui arrive et
        l’urine qui sort par le bas. Filtre intact : les grosses gouttes d’albumine restent dans le sang. Filtre abîmé : la
        paroi a des trous et l’albumine passe dans l’urine. Au-dessous, l’échelle du RAC, albumine sur créatinine dans les
        urines, en milligrammes par millimole : A1 moins de 3, A2 de 3 à 30, A3 plus de 30. Une valeur haute se contrôle :
        fièvre, effort ou infection urinaire la font monter pour un temps."""
    )


def _glomerule(t: Toile, c: tuple[float, float], fuite: bool) -> None:
    x, y = c
    t.path(
        f"M{x - 22} {y + 84}C{x - 96} {y + 70} {x - 108} {y - 40} {x - 40} {y - 78}M{x + 40} {y - 78}"
        f"C{x + 108} {y - 40} {x + 96} {y + 70} {x + 22} {y + 84}M{x - 22} {y + 84}V{y + 140}M{x + 22} {y + 84}V{y + 140}",
        OCRE_CLAIR, "#9c7a2f", 2.4,
    )  # fmt: skip
    t.rect(x - 21, y + 80, 42, 60, OCRE_CLAIR)
    t.path(f"M{x - 40} {y - 106}C{x - 36} {y - 90} {x - 34} {y - 80} {x - 24} {y - 66}", "none", "#c4453a", 15)
    t.path(f"M{x + 40} {y - 106}C{x + 36} {y - 90} {x + 34} {y - 80} {x + 24} {y - 66}", "none", "#c4453a", 10)
    for k in range(7):
        a = k * math.tau / 7 + 0.3
        cx, cy = x + 33 * math.cos(a), y - 12 + 33 * math.sin(a)
        style = {"stroke_dasharray": "5 7"} if fuite else {}
        t.circle((cx, cy), 21, "#d9655b" if not fuite else "#dd8279", "#8d2f27", 3, **style)
    t.circle((x, y - 12), 20, "#d9655b" if not fuite else "#dd8279", "#8d2f27", 2)
    for k in range(6):
        a = k * 1.05
        t.circle((x + 30 * math.cos(a), y - 12 + 30 * math.sin(a)), 5, "#ffffff", "#8d2f27", 1.4)
    if fuite:
        for dx, dy in ((-66, 20), (-46, 52), (60, 34), (-6, 64), (34, 58), (-8, 96), (9, 114), (-6, 130)):
            t.circle((x + dx, y + dy), 5, "#ffffff", "#8d2f27", 1.4)
    for k in range(4):
        t.circle((x - 12 + (k % 2) * 22, y + 92 + k * 13), 1.8, "#9c7a2f")
    t.arrow((x, y + 144), (x, y + 160), "#9c7a2f", 2.2)
