"""One pressure, two places: the practice and the home, each with its own threshold."""

from __future__ import annotations

from asalee_training.clinical import tension
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
    Toile,
)

_PAD = 78  # below both thresholds: only the systolic decides
#: What is described of each profile of clinical, the quarter of the grid (column, row), and its colours.
_CASES = {
    "normale": ("normale", 0, 0, VERT, VERT_CLAIR),
    "masquee": ("masquée", 1, 0, ROUGE, ROUGE_CLAIR),
    "blouse_blanche": ("blouse blanche", 0, 1, OCRE, OCRE_CLAIR),
    "permanente": ("élevée partout", 1, 1, ROUGE, ROUGE_CLAIR),
}
_MOTS = {
    "normale": "pression normale",
    "masquee": "pression masquée",
    "blouse_blanche": "effet « blouse blanche »",
    "permanente": "pression élevée partout",
}
_SUITES = {
    "normale": "Sous les deux seuils.",
    "masquee": "Le cabinet rassure à tort : le relevé se transmet.",
    "blouse_blanche": "Haute devant vous seulement : un relevé chaque année (convention).",
    "permanente": "Le relevé confirme, et se transmet au médecin.",
}


def deux_lieux(cabinet: int, maison: int) -> Dessin:
    """A systolic pressure at the practice and its mean at home, in mmHg, and the quarter they fall in."""
    lu = tension.conclusion(cabinet, _PAD, maison, _PAD, "automesure", traite=False)
    t = Toile(400)
    _lieu(t, 16, "Au cabinet", cabinet, 140, _cabinet)
    _lieu(t, 196, "À la maison", maison, 135, _maison)
    t.text(562, 34, "Ce que cela dessine", 15, ENCRE, "middle", gras=True)
    for k, mots in enumerate(("maison\nsous 135", "maison\n135 ou plus")):
        t.text(500 + k * 124, 58, mots, 14, DISCRET, "middle")
    for k, mots in enumerate(("cabinet\nsous 140", "cabinet\n140\nou plus")):
        t.text(432, 132 + k * 112, mots, 14, DISCRET, "end")
    for nom, (mots, colonne, ligne, trait, fond) in _CASES.items():
        x, y, ici = 440 + colonne * 124, 86 + ligne * 116, nom == lu.profil
        t.rect(x, y, 118, 110, fond if ici else PAPIER, trait if ici else FILET, 3.4 if ici else 1.2, rx=8)
        t.text(x + 59, y + 24, mots.replace(" ", "\n"), 14, trait if ici else DISCRET, "middle", gras=ici)
        if ici:
            _homme(t, x + 59, y + 105)
    presse = lu.severe
    phrase = "180 ou plus : deuxième mesure, puis « que ressentez-vous ? »." if presse else _SUITES[lu.profil]
    t.rect(16, 340, 668, 44, ROUGE_CLAIR if presse else BLEU_CLAIR, ROUGE if presse else "none", 1.6, rx=8)
    t.text(350, 367, phrase, 15.5, ENCRE, "middle", gras=True)
    return t.dessin(f"Systolique {cabinet} au cabinet, {maison} en moyenne à la maison : {_MOTS[lu.profil]}. {phrase}")


def _lieu(t: Toile, x: float, nom: str, pas: int, seuil: int, decor) -> None:
    haute = pas >= seuil
    t.rect(x, 14, 168, 304, "#f3f1ea", "none", rx=12)
    t.text(x + 84, 36, nom, 16, ENCRE, "middle", gras=True)
    decor(t, x)
    for valeur in range(100, 201, 20):
        t.line((x + 104, _y(valeur)), (x + 110, _y(valeur)), DISCRET, 1.2)
        t.text(x + 98, _y(valeur) + 5, str(valeur), 14, DISCRET, "end")
    t.rect(x + 112, _y(200), 22, _y(94) - _y(200), PAPIER, DISCRET, 1.4, rx=10)
    t.rect(x + 115, _y(pas), 16, _y(94) - _y(pas), ROUGE if haute else VERT, "none", rx=7)
    t.line((x + 106, _y(seuil)), (x + 160, _y(seuil)), ENCRE, 2.2, stroke_dasharray="5 4")
    t.text(x + 162, _y(seuil) + (-6 if seuil > 135 else 18), str(seuil), 14, ENCRE, "end", gras=True)
    t.text(x + 122, 294, str(pas), 22, ROUGE if haute else VERT, "middle", gras=True)
    t.text(x + 122, 312, "au-dessus" if haute else "au-dessous", 14, ROUGE if haute else VERT, "middle", gras=True)


def _y(pas: float) -> float:
    return 268 - (pas - 94) * 2.0


def _cabinet(t: Toile, x: float) -> None:
    """Draw a desk, a lamp and a stethoscope."""
    t.rect(x + 8, 214, 56, 8, "#8a6242", rx=2)
    t.line((x + 14, 222), (x + 14, 262), "#8a6242", 4)
    t.line((x + 58, 222), (x + 58, 262), "#8a6242", 4)
    t.path(f"M{x + 20} 214V188l16 -12", "none", "#5b6470", 3)
    t.path(f"M{x + 30} 184l8 -16l14 12Z", "#c9a545", "#8a6b1f", 1.2)
    t.rect(x + 18, 74, 36, 36, PAPIER, BLEU, 2, rx=4)
    t.path(f"M{x + 36} 82v20M{x + 26} 92h20", "none", BLEU, 5)


def _maison(t: Toile, x: float) -> None:
    """Draw a house with its window lit."""
    t.path(f"M{x + 8} 120L{x + 37} 88L{x + 66} 120", "none", "#8a4b3a", 6)
    t.rect(x + 14, 118, 46, 52, "#fff7da", "#8a6242", 2)
    t.rect(x + 20, 128, 15, 16, "#f6d873", "#8a6b1f", 1.2)
    t.rect(x + 41, 138, 14, 32, "#a9794f", "#5f4229", 1.2)
    t.path(f"M{x + 10} 262Q{x + 20} 226 {x + 32} 262M{x + 38} 262Q{x + 50} 216 {x + 62} 262", "#bcd8b4", VERT, 1.4)


def _homme(t: Toile, x: float, y: float) -> None:
    t.circle((x, y - 44), 9, "#f5ddcb", "#a06b4d", 1.2)
    t.path(
        f"M{x - 13} {y}V{y - 22}Q{x - 12} {y - 33} {x} {y - 33}Q{x + 12} {y - 33} {x + 13} {y - 22}V{y}Z",
        "#4b7a86",
        "#33565f",
        1.2,
    )
