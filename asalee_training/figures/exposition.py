"""What bronchi breathe at work and at home, besides tobacco: eight small scenes."""

from __future__ import annotations

import math
from collections.abc import Callable

from asalee_training.figures.toile import (
    BLEU,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    OCRE_CLAIR,
    PAPIER,
    ROUGE,
    ROUGE_CLAIR,
    Dessin,
    Toile,
    n,
    points,
)

_GRIS, _PAIN = "#e4e6e4", "#e9c48f"


def expositions_metiers() -> Dessin:
    """Eight places where dust or fumes are breathed for years."""
    t = Toile(470)
    t.text(350, 28, "Le tabac n’est pas seul : demandez tous les métiers", 17, ENCRE, "middle", gras=True)
    scenes: tuple[tuple[str, str, Callable[[Toile, float, float], None]], ...] = (
        ("Le fournil", "farine", _fournil), ("La menuiserie", "poussière de bois", _scie),
        ("Le silo", "poussière de grain", _silo), ("La mine", "roche, charbon", _casque),
        ("La coiffure", "laques, décolorants", _coiffure), ("La soudure", "fumées de métal", _soudure),
        ("Le poulailler", "poussières d’élevage", _poule), ("La cuisine au bois", "fumée, dès l’enfance", _feu),
    )  # fmt: skip
    for k, (titre, texte, dessiner) in enumerate(scenes):
        x, y = 14 + (k % 4) * 171, 48 + (k // 4) * 186
        t.rect(x, y, 159, 174, PAPIER, FILET, 1.5, rx=12)
        dessiner(t, x + 80, y + 62)
        t.text(x + 80, y + 138, titre, 14.5, BLEU, "middle", gras=True)
        t.text(x + 80, y + 159, texte, 13.5, ENCRE, "middle")
    t.text(
        350,
        444,
        "Et la fumée des autres. Pour chacun : combien d’années, quel local, quelle protection ?",
        14,
        DISCRET,
        "middle",
    )
    return t.dessin(
        """Huit vignettes, huit lieux où l’on respire des poussières ou des fumées pendant des années, en plus du tabac. Le fournil :
        la farine. La menuiserie : la poussière de bois. Le silo : la poussière de grain. La mine : la roche et le
        charbon. La coiffure : les laques et les décolorants. La soudure : les fumées de métal. Le
        poulailler : les poussières d’élevage. La cuisine au bois : la fumée, dès l’enfance. S’y ajoute la fumée des autres. Pour
        chacun, on demande combien d’années, quel local, quelle protection."""
    )


def _poussiere(t: Toile, places: tuple[tuple[float, float], ...], couleur: str = OCRE) -> None:
    for px, py in places:
        t.circle((px, py), 1.9, couleur)


def _fournil(t: Toile, x: float, y: float) -> None:
    t.ellipse((x, y + 10), 46, 24, _PAIN, OCRE, 2.2)
    for dx in (-24, -4, 16):
        t.path(f"M{n(x + dx)} {n(y + 20)}Q{n(x + dx + 2)} {n(y + 4)} {n(x + dx + 14)} {n(y - 4)}", "none", OCRE, 2.4)
    _poussiere(
        t,
        tuple(
            (x + dx, y + dy)
            for dx, dy in ((-40, -30), (-22, -38), (-6, -28), (14, -40), (32, -30), (46, -18), (-52, -14))
        ),
    )


def _scie(t: Toile, x: float, y: float) -> None:
    teeth = []
    for k in range(32):
        a, r = k * math.tau / 32, 38 if k % 2 else 31
        teeth.append((x + r * math.cos(a), y + r * math.sin(a)))
    t.add(f'<polygon points="{points(teeth)}" fill="{_GRIS}" stroke="{ENCRE}" stroke-width="1.6"/>')
    t.circle((x, y), 7, PAPIER, ENCRE, 1.6)
    t.rect(x - 62, y + 14, 124, 24, OCRE_CLAIR, OCRE, 2)
    t.path(f"M{n(x - 54)} {n(y + 22)}q30 6 60 0t48 2M{n(x - 54)} {n(y + 31)}q30 -4 60 0t48 0", "none", OCRE, 1.1)
    _poussiere(t, tuple((x + dx, y + dy) for dx, dy in ((44, -26), (52, -14), (48, 0), (60, -4), (58, -28))))


def _silo(t: Toile, x: float, y: float) -> None:
    t.path(f"M{n(x - 30)} {n(y - 16)}L{n(x)} {n(y - 44)}L{n(x + 30)} {n(y - 16)}Z", OCRE_CLAIR, ENCRE, 1.8)
    t.rect(x - 30, y - 16, 60, 62, _GRIS, ENCRE, 1.8)
    for k in range(3):
        t.line((x - 30, y + k * 16), (x + 30, y + k * 16), DISCRET, 1)
    t.path(f"M{n(x + 30)} {n(y + 46)}l14 -16h14l14 16Z", _PAIN, OCRE, 1.6)
    _poussiere(t, tuple((x + dx, y + dy) for dx, dy in ((46, 20), (56, 14), (64, 24), (50, 4), (62, 2))))


def _casque(t: Toile, x: float, y: float) -> None:
    t.path(f"M{n(x + 16)} {n(y - 14)}L{n(x + 70)} {n(y - 40)}V{n(y + 14)}Z", OCRE_CLAIR)
    t.path(
        f"M{n(x - 44)} {n(y + 16)}C{n(x - 44)} {n(y - 46)} {n(x + 34)} {n(y - 46)} {n(x + 34)} {n(y + 16)}Z",
        "#f0d37a",
        OCRE,
        2.2,
    )
    t.rect(x - 54, y + 14, 104, 11, "#f0d37a", OCRE, 2.2, rx=5)
    t.path(f"M{n(x - 6)} {n(y - 30)}V{n(y + 14)}", "none", OCRE, 2)
    t.circle((x + 12, y - 13), 11, PAPIER, ENCRE, 2)
    _poussiere(t, tuple((x + dx, y + dy) for dx, dy in ((46, -22), (56, -8), (62, -26), (50, 4), (64, 6))), ENCRE)


def _coiffure(t: Toile, x: float, y: float) -> None:
    t.rect(x - 48, y - 14, 28, 56, ROUGE_CLAIR, ROUGE, 2, rx=5)
    t.path(f"M{n(x - 42)} {n(y - 14)}v-10h16v10M{n(x - 26)} {n(y - 20)}h8", "none", ROUGE, 2)
    _poussiere(
        t, tuple((x + dx, y + dy) for dx, dy in ((-8, -22), (0, -28), (0, -18), (10, -34), (10, -24), (10, -14))), ROUGE
    )
    t.line((x + 8, y + 2), (x + 46, y + 30), ENCRE, 3)
    t.line((x + 8, y + 30), (x + 46, y + 2), ENCRE, 3)
    t.circle((x + 54, y + 35), 9, "none", ENCRE, 3)
    t.circle((x + 54, y - 3), 9, "none", ENCRE, 3)


def _soudure(t: Toile, x: float, y: float) -> None:
    t.path(f"M{n(x - 52)} {n(y - 34)}h44q6 30 -4 56q-18 16 -36 0q-10 -26 -4 -56Z", "#4a565c", ENCRE, 1.8)
    t.rect(x - 46, y - 20, 32, 15, OCRE_CLAIR, PAPIER, 1.6, rx=3)
    t.line((x + 58, y - 22), (x + 32, y + 22), ENCRE, 5)
    t.line((x + 2, y + 36), (x + 66, y + 36), ENCRE, 4)
    for dx, dy in ((-16, -8), (-18, 6), (-6, -18), (6, -12), (12, 4)):
        t.line((x + 30, y + 30), (x + 30 + dx, y + 30 + dy), OCRE, 2)
    t.path(f"M{n(x + 24)} {n(y + 10)}q-8 -10 0 -20t0 -20", "none", DISCRET, 1.8)


def _poule(t: Toile, x: float, y: float) -> None:
    t.path(
        f"M{n(x - 44)} {n(y - 22)}q14 26 34 22q18 -6 24 -28q16 2 14 18q-2 44 -40 44q-36 0 -32 -56Z", PAPIER, ENCRE, 2
    )
    t.path(f"M{n(x + 14)} {n(y - 29)}q-2 -10 6 -8q4 -8 8 0q8 0 2 10Z", ROUGE, ROUGE, 1)
    t.path(f"M{n(x + 28)} {n(y - 14)}l12 4l-12 5Z", OCRE, OCRE, 1)
    t.circle((x + 18, y - 18), 2.2, ENCRE)
    t.path(f"M{n(x - 20)} {n(y + 6)}q14 16 28 2", "none", ENCRE, 1.6)
    t.path(
        f"M{n(x - 10)} {n(y + 34)}v12M{n(x + 4)} {n(y + 34)}v12M{n(x - 16)} {n(y + 46)}h12M{n(x - 2)} {n(y + 46)}h12",
        "none",
        OCRE,
        2.2,
    )
    _poussiere(t, tuple((x + dx, y + dy) for dx, dy in ((46, 16), (56, 28), (50, 38), (-54, 20), (-56, 36))))


def _feu(t: Toile, x: float, y: float) -> None:
    t.path(f"M{n(x - 34)} {n(y - 12)}h68q0 32 -34 32q-34 0 -34 -32Z", "#4a565c", ENCRE, 1.8)
    t.line((x - 42, y - 12), (x + 42, y - 12), ENCRE, 3)
    for dx, high in ((-18, 16), (0, 22), (18, 16)):
        t.path(
            f"M{n(x + dx)} {n(y + 46 - high)}q10 12 0 {n(high)}q-10 {n(4 - high)} 0 {n(-high)}Z", OCRE_CLAIR, OCRE, 2
        )
    t.line((x - 34, y + 48), (x + 34, y + 48), OCRE, 5)
    for dx in (-16, 4, 24):
        t.path(f"M{n(x + dx)} {n(y - 20)}q-7 -8 0 -15t0 -14", "none", DISCRET, 1.8)
