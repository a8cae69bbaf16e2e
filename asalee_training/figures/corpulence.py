"""Build: where a waist is measured, and what its marks are."""

from __future__ import annotations

from asalee_training.clinical import reference_data
from asalee_training.figures.toile import (
    BLEU,
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
    VERT_CLAIR,
    Dessin,
    Point,
    Toile,
    n,
    smooth,
)

_OS = "#fbf6ea"


def _buste(t: Toile, x: float) -> None:
    """Draw a person from the neck to the thighs, with ribs and hips seen through."""
    droite: list[Point] = [(x + 20, 52), (x + 26, 72), (x + 84, 88), (x + 104, 118), (x + 96, 170), (x + 88, 220),
                           (x + 95, 262), (x + 103, 304), (x + 104, 348)]  # fmt: skip
    gauche = [(2 * x - a, b) for a, b in reversed(droite)]
    t.path(smooth(droite) + "L" + smooth(gauche)[1:] + "Z", PEAU, PEAU_BORD, 2.2)
    for k in range(5):
        y, w = 118 + k * 19, 60 - (k == 4) * 6
        for s in (-1, 1):
            t.path(f"M{n(x + s * 8)} {n(y + 4)}C{n(x + s * 30)} {n(y - 8)} {n(x + s * w)} {n(y - 2)} {n(x + s * (w + 4))} {n(y + 14)}",
                   "none", "#cdbb98" if k < 4 else OCRE, 5 if k < 4 else 6)  # fmt: skip
    for s in (-1, 1):
        aile: list[Point] = [(x + s * 14, 306), (x + s * 34, 284), (x + s * 74, 266), (x + s * 80, 284), (x + s * 62, 312),
                             (x + s * 26, 326)]  # fmt: skip
        t.path(smooth(aile, closed=True), _OS, OCRE, 2.6)
    t.path(f"M{x} 108V300", "none", "#cdbb98", 7)
    t.ellipse((x, 252), 4.5, 6, PEAU_OMBRE, PEAU_BORD, 1.4)


def tour_de_taille() -> Dessin:
    """Where the tape goes, in what position; and the marks for a woman and for a man."""
    s = reference_data.thresholds("corpulence")
    t = Toile(486)
    t.text(350, 28, "Le tour de taille : à mi-chemin, ruban horizontal", 17, ENCRE, "middle", gras=True)
    x = 206
    _buste(t, x)
    t.line((88, 202), (x - 60, 202), OCRE, 1.6, stroke_dasharray="5 4")
    t.line((88, 268), (x - 76, 268), OCRE, 1.6, stroke_dasharray="5 4")
    t.arrow((98, 234), (98, 206), OCRE, 2, tete=7)
    t.arrow((98, 236), (98, 264), OCRE, 2, tete=7)
    t.path(f"M{x - 91} 232Q{x} 248 {x + 91} 232", "none", BLEU, 11)
    for k in range(15):
        t.line((x - 84 + k * 12, 231 + 6 * (1 - abs(k - 7) / 7)), (x - 84 + k * 12, 241 + 6 * (1 - abs(k - 7) / 7)), PAPIER, 1.4)  # fmt: skip
    t.text(16, 199, "dernière\ncôte", 13.5, OCRE, gras=True)
    t.text(16, 265, "os de la\nhanche", 13.5, OCRE, gras=True)
    t.label(340, 200, "le ruban, au milieu", (x + 88, 234), taille=14, gras=True)
    t.label(340, 262, "le nombril n’est pas le repère", (x + 5, 253), taille=14)
    for k, ligne in enumerate(
        ("debout, pieds joints, bras relâchés", "sur la peau, sans serrer", "à la fin d’une expiration tranquille")
    ):
        t.circle((346, 82 + k * 28), 4, BLEU)
        t.text(358, 87 + k * 28, ligne, 14.5, ENCRE)
    t.text(340, 322, "Demandez avant de toucher : « Je peux ? »", 14, ENCRE, italique=True)
    t.line((20, 362), (680, 362), FILET, 1.2)
    for k, (qui, sexe) in enumerate((("Femme", "femme"), ("Homme", "homme"))):
        y, bas, haut = 378 + k * 40, s[f"tour_{sexe}_augmente"], s[f"tour_{sexe}_eleve"]
        place = [150 + (v - 70) * 12.4 for v in (70, bas, haut, 110)]
        t.text(20, y + 20, qui, 15, ENCRE, gras=True)
        for debut, fin, fond, trait in zip(
            place, place[1:], (VERT_CLAIR, OCRE_CLAIR, ROUGE_CLAIR), (DISCRET, OCRE, ROUGE), strict=False
        ):
            t.rect(debut, y, fin - debut, 30, fond, trait, 1.4)
        for v, px in ((bas, place[1]), (haut, place[2])):
            t.text(px + 6, y + 20, f"{v:.0f} cm", 14, ENCRE, gras=True)
    t.text(24, 474, "Au-dessus du premier repère, risque augmenté ; au-dessus du second, plus encore.", 13, DISCRET)
    return t.dessin(
        f"""Le buste d’une personne debout, de face, les côtes et les os du bassin visibles. Le ruban passe à mi-chemin entre
        la dernière côte et l’os de la hanche, horizontal ; le nombril n’est pas le repère. Debout, pieds joints, bras
        relâchés, sur la peau, sans serrer, à la fin d’une expiration tranquille ; on demande avant de toucher. Au-dessous,
        les repères : chez la femme, risque augmenté au-dessus de {s["tour_femme_augmente"]:.0f} cm, plus encore au-dessus
        de {s["tour_femme_eleve"]:.0f} ; chez l’homme, {s["tour_homme_augmente"]:.0f} et {s["tour_homme_eleve"]:.0f} cm."""
    )
