"""A heart that fills: where the water goes, and the four signs that say so."""

from __future__ import annotations

from asalee_training.figures.toile import (
    BLEU,
    DISCRET,
    ENCRE,
    PAPIER,
    PEAU,
    PEAU_BORD,
    ROUGE,
    ROUGE_CLAIR,
    Dessin,
    Point,
    Toile,
    n,
    smooth,
)

_EAU = "#5b9fb5"
_ROSE, _ROSE_BORD = "#f2c6c4", "#a85a55"


def _coeur(t: Toile, c: Point, r: float, fond: str = "#b8433a") -> None:
    """Draw a heart as a muscle, its two great vessels up."""
    x, y = c
    t.path(
        f"M{n(x - r * 0.2)} {n(y - r)}q{n(-r * 0.1)} {n(-r * 0.5)} {n(r * 0.3)} {n(-r * 0.7)}", "none", ROUGE, r * 0.32
    )
    t.path(f"M{n(x + r * 0.35)} {n(y - r * 0.9)}v{n(-r * 0.7)}", "none", BLEU, r * 0.28)
    t.path(
        f"M{n(x - r * 0.9)} {n(y - r * 0.5)}C{n(x - r * 1.1)} {n(y - r * 1.2)} "
        f"{n(x + r * 0.1)} {n(y - r * 1.3)} {n(x + r * 0.1)} {n(y - r * 0.8)}"
        f"C{n(x + r * 0.5)} {n(y - r * 1.3)} {n(x + r * 1.3)} {n(y - r * 0.7)} {n(x + r)} {n(y)}"
        f"C{n(x + r * 0.9)} {n(y + r * 0.6)} {n(x + r * 0.5)} {n(y + r)} {n(x + r * 0.3)} {n(y + r * 1.15)}"
        f"C{n(x - r * 0.5)} {n(y + r * 0.9)} {n(x - r)} {n(y + r * 0.2)} {n(x - r * 0.9)} {n(y - r * 0.5)}Z",
        fond, "#6e1712", 1.8,
    )  # fmt: skip


def _corps(t: Toile, x: float) -> None:
    droite: list[Point] = [(x + 14, 96), (x + 20, 110), (x + 66, 122), (x + 80, 152), (x + 86, 214), (x + 92, 266),
                           (x + 82, 272), (x + 72, 226), (x + 64, 176), (x + 60, 226), (x + 64, 270), (x + 60, 330),
                           (x + 54, 392), (x + 60, 424), (x + 50, 436), (x + 20, 436), (x + 14, 426), (x + 14, 384),
                           (x + 6, 300)]  # fmt: skip
    t.path(smooth([*droite, (x, 292), *[(2 * x - a, b) for a, b in reversed(droite)]], tension=0.42) + "Z", PEAU,
           PEAU_BORD, 2.2)  # fmt: skip
    t.circle((x, 72), 27, PEAU, PEAU_BORD, 2.2)
    t.path(
        f"M{x - 26} 66C{x - 26} 38 {x + 26} 38 {x + 26} 66C{x + 14} 54 {x - 14} 54 {x - 26} 66Z",
        "#9a9aa0",
        "#6b6b70",
        1.4,
    )


def _poumon(t: Toile, x: float, sens: int, eau: str) -> None:
    lobe: list[Point] = [(x + sens * 12, 134), (x + sens * 34, 138), (x + sens * 52, 178), (x + sens * 52, 210),
                         (x + sens * 30, 204), (x + sens * 14, 196)]  # fmt: skip
    t.path(smooth(lobe, closed=True), _ROSE, _ROSE_BORD, 1.6)
    bas: list[Point] = [
        (x + sens * 14, 184),
        (x + sens * 52, 184),
        (x + sens * 52, 210),
        (x + sens * 30, 204),
        (x + sens * 14, 197),
    ]
    t.path(smooth(bas, closed=True, tension=0.3), eau, _EAU, 1.2)


def _lettre(t: Toile, x: float, y: float, lettre: str, titre: str, mots: str) -> None:
    t.circle((x, y), 21, BLEU, PAPIER, 2)
    t.text(x, y + 8, lettre, 23, PAPIER, "middle", gras=True)
    t.text(x + 32, y - 2, titre, 15.5, ENCRE, gras=True)
    t.text(x + 32, y + 17, mots, 13.5, ENCRE)


def coeur_qui_se_remplit() -> Dessin:
    """A person from the front: water at the foot of the lungs and in both ankles, kidneys that keep salt."""
    t = Toile(500)
    x = 350
    eau = t.hatch("eau", _EAU, 5, 0, 1.2)
    t.text(350, 28, "Quand le cœur se vide mal, l’eau monte", 17, ENCRE, "middle", gras=True)
    _corps(t, x)
    for sens in (-1, 1):
        _poumon(t, x, sens, eau)
        rein: list[Point] = [
            (x + sens * 22, 230),
            (x + sens * 38, 232),
            (x + sens * 38, 254),
            (x + sens * 22, 258),
            (x + sens * 27, 244),
        ]
        t.path(smooth(rein, closed=True), "#b5796a", "#6e3a2e", 1.5)
        cheville: list[Point] = [(x + sens * 12, 386), (x + sens * 56, 386), (x + sens * 64, 420), (x + sens * 48, 437),
                                 (x + sens * 18, 437), (x + sens * 8, 418)]  # fmt: skip
        t.path(smooth(cheville, closed=True, tension=0.3), PEAU, PEAU_BORD, 2)
        t.path(smooth(cheville, closed=True, tension=0.3), eau, _EAU, 1.2)
        t.line((x + sens * 12, 392), (x + sens * 55, 392), PEAU_BORD, 2.4)
    _coeur(t, (x + 3, 172), 21)
    t.arrow((x - 20, 176), (x - 34, 190), BLEU, 2.4, tete=8)
    t.arrow((x + 26, 178), (x + 40, 191), BLEU, 2.4, tete=8)
    t.arrow((x, 204), (x - 2, 286), BLEU, 2.4, tete=8, stroke_dasharray="6 4")
    for cible, depart in (
        ((x - 48, 192), (250, 130)),
        ((x + 38, 246), (468, 240)),
        ((x - 56, 410), (254, 404)),
        ((x + 54, 320), (468, 366)),
    ):
        t.line(depart, cible, DISCRET, 1.1)
        t.circle(cible, 2.6, ENCRE, PAPIER, 1)
    _lettre(t, 42, 112, "E", "Essoufflement", "l’eau gagne les poumons :\npire couché, on ajoute\ndes oreillers")
    _lettre(t, 494, 236, "P", "Prise de poids", "le rein croit manquer\nd’eau : il retient le sel")
    _lettre(t, 42, 392, "Œ", "Œdèmes", "les deux chevilles gardent\nla marque des\nchaussettes")
    _lettre(t, 494, 362, "F", "Fatigue", "les muscles reçoivent\nmoins de sang")
    t.text(494, 112, "le cœur pompe moins\nbien : le sang attend\nderrière lui", 13.5, ROUGE)
    t.line((488, 120), (x + 24, 164), ROUGE, 1.2)
    t.rect(20, 456, 660, 34, ROUGE_CLAIR, ROUGE, 1.5, rx=9)
    t.text(350, 478, "Deux signes nouveaux ensemble, en quelques jours : on alerte.", 14.5, ENCRE, "middle", gras=True)
    return t.dessin(
        """Une personne debout, de face. Le cœur, au milieu de la poitrine, pompe moins bien : le sang attend derrière lui.
        E, essoufflement : de l’eau au bas des deux poumons ; c’est pire couché, on ajoute des oreillers. P, prise de poids :
        les reins croient manquer d’eau et retiennent le sel. Œ, œdèmes : les deux chevilles, gonflées, gardent la marque
        des chaussettes. F, fatigue : les muscles reçoivent moins de sang. Deux signes nouveaux ensemble, en quelques
        jours : on alerte."""
    )
