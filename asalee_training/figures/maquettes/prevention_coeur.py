"""A heart that fills: a week of mornings on the scales, the pillows, the ankles."""

from __future__ import annotations

from itertools import pairwise

from asalee_training.clinical import insuffisance_cardiaque, reference_data
from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    PAPIER,
    PEAU,
    PEAU_BORD,
    ROUGE,
    ROUGE_CLAIR,
    VERT,
    VERT_CLAIR,
    Dessin,
    Point,
    Toile,
    n,
    smooth,
)

#: Three invented weeks, in kg from the first morning; from which morning the ankles swell, and how many pillows when.
_SEMAINES: dict[str, tuple[tuple[float, ...], int, tuple[int, ...]]] = {
    "ordinaire": ((74.0, 74.4, 73.9, 74.3, 74.0, 74.5, 74.1, 74.3), 99, (1, 1, 1, 1, 1, 1, 1, 1)),
    "vite": ((74.0, 74.2, 75.1, 76.3, 76.9, 77.4, 77.8, 78.1), 3, (1, 1, 1, 2, 3, 3, 3, 3)),
    "lente": ((74.0, 74.4, 74.8, 75.2, 75.6, 76.0, 76.4, 76.8), 4, (1, 1, 1, 1, 1, 2, 2, 3)),
}
_JOURS = ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.", "lun.")


def _kg(value: float, signe: bool = False) -> str:
    return f"{value:{'+' if signe else ''}.1f}".replace(".", ",").replace("-", "−")


def _courbe(t: Toile, poids: tuple[float, ...], recente: float, alerte: bool) -> None:
    """Draw the mornings already weighed, as a stair; the last three days are bracketed."""

    def place(jour: int, kg: float) -> Point:
        return (64 + jour * 45.0, 290 - (kg - 73) * 34.0)

    t.rect(40, 90, 360, 208, "#f7f9f9", FILET, 1.4, rx=8)
    for kg in range(73, 79):
        t.line((46, place(0, kg)[1]), (394, place(0, kg)[1]), FILET, 1)
        t.text(34, place(0, kg)[1] + 5, str(kg), 14, DISCRET, "end")
    for jour, nom in enumerate(_JOURS):
        t.text(place(jour, 73)[0], 318, nom, 14, ENCRE if jour == len(poids) - 1 else DISCRET, "middle",
               gras=jour == len(poids) - 1)  # fmt: skip
    for jour, (avant, apres) in enumerate(pairwise(poids)):
        (x0, y0), (x1, y1) = place(jour, avant), place(jour + 1, apres)
        t.path(f"M{n(x0)} {n(y0)}H{n((x0 + x1) / 2)}V{n(y1)}H{n(x1)}", "none", BLEU, 3)
    for jour, kg in enumerate(poids):
        t.circle(place(jour, kg), 5, BLEU, PAPIER, 1.5)
    if len(poids) > 1:
        debut = max(0, len(poids) - 4)
        couleur = ROUGE if alerte else DISCRET
        xa, xb = place(debut, 0)[0], place(len(poids) - 1, 0)[0]
        t.path(f"M{n(xa)} 108V100H{n(xb)}V108", "none", couleur, 2)
        t.text(40, 80, f"en trois jours ou moins : {_kg(recente, signe=True)} kg", 14, couleur, gras=alerte)


def _lit(t: Toile, oreillers: int) -> None:
    for k in range(oreillers):
        t.path(f"M438 {168 - k * 15}q24 -12 52 0q6 9 -2 15h-48q-8 -6 -2 -15Z", PAPIER, BLEU, 1.8)
    haut = 158 - (oreillers - 1) * 15
    t.line((428, 150), (428, 214), "#8b6b4a", 6)
    t.line((428, 192), (676, 192), "#8b6b4a", 7)
    t.line((672, 180), (672, 214), "#8b6b4a", 6)
    t.path(f"M488 {haut + 12}C530 {150 + (haut - 158) // 2} 590 172 660 172V188H486Z", BLEU_CLAIR, BLEU, 2)
    t.circle((474, haut - 8), 17, PEAU, PEAU_BORD, 2)
    t.path(f"M458 {haut - 10}q4 -16 18 -15q12 2 15 12q-16 -8 -33 3Z", "#9a9aa0", "#6b6b70", 1.2)


def _pieds(t: Toile, gonfles: bool) -> None:
    large = 13 if gonfles else 0
    for x in (474, 560):
        pied: list[Point] = [(x - 14 - large, 236), (x + 14 + large, 236), (x + 14 + large * 0.9, 272), (x + 40 + large * 0.4, 288),
                             (x + 38, 302), (x - 12, 302), (x - 14 - large, 290)]  # fmt: skip
        t.path(smooth(pied, closed=True, tension=0.35), PEAU, PEAU_BORD, 2.2)
        if gonfles:
            for y in (250, 258):
                t.path(f"M{x - 26} {y}q26 8 52 0", "none", PEAU_BORD, 2)


def matin_balance(semaine: str, jour: int) -> Dessin:
    """A week of mornings: the stair of weights, the pillows, the ankles; when one calls."""
    tous, chevilles, oreillers = _SEMAINES[semaine]
    poids = tous[:jour]
    recente, alerte = insuffisance_cardiaque.prise_recente_kg(poids), insuffisance_cardiaque.alerte_poids(poids)
    gonfles, couche = jour >= chevilles, oreillers[jour - 1]
    deja = any(insuffisance_cardiaque.alerte_poids(tous[:matin]) for matin in range(1, jour))
    signes = (alerte or deja) + gonfles + (couche > 1)
    appeler = alerte or deja or signes >= reference_data.thresholds("insuffisance_cardiaque")["signes_nouveaux"]
    t = Toile(400)
    t.text(350, 26, f"Matin {jour} : {_kg(poids[-1])} kg", 16.5, ENCRE, "middle", gras=True)
    t.text(40, 56, "Le poids, chaque matin", 14.5, ENCRE, gras=True)
    _courbe(t, poids, recente, alerte)
    t.text(428, 56, "La nuit, et les chevilles", 14.5, ENCRE, gras=True)
    _lit(t, couche)
    _pieds(t, gonfles)
    nuit = f"{couche} oreiller{'s' if couche > 1 else ''}"
    pieds = "chevilles gonflées" if gonfles else "chevilles fines"
    t.text(428, 80, nuit, 14, ROUGE if couche > 1 else DISCRET, gras=couche > 1)
    t.text(612, 250, pieds.replace(" ", "\n"), 14, ROUGE if gonfles else DISCRET, gras=gonfles)
    if alerte and not deja:
        autres = f" et {signes} signes nouveaux" if signes > 1 else ""
        mots = f"Plus de 2 kg en trois jours{autres} : le médecin aujourd’hui."
    elif deja:
        mots = "Le repère est passé, et personne n’a appelé : le médecin aujourd’hui."
    elif appeler:
        mots = "Deux signes nouveaux : le médecin aujourd’hui, sans attendre les 2 kg."
    elif signes:
        mots = "Un signe nouveau : on le transmet, et l’on se repèse demain."
    elif jour == 1:
        mots = "Premier matin : c’est de là que l’on comptera."
    else:
        mots = "Le poids bouge un peu d’un jour à l’autre : on le note, on continue."
    t.rect(40, 334, 640, 36, ROUGE_CLAIR if appeler else VERT_CLAIR, ROUGE if appeler else VERT, 1.8, rx=10)
    t.text(360, 357, mots, 14.5, ENCRE, "middle", gras=True)
    t.text(
        40, 390, "Semaine inventée. Repère de l’ESC : plus de 2 kg en 3 jours, à régler avec le médecin.", 14, DISCRET
    )
    gain = f", soit {_kg(recente, signe=True)} kg en trois jours au plus" if jour > 1 else ""
    return t.dessin(f"Matin {jour} : {_kg(poids[-1])} kg{gain} ; {nuit}, {pieds}. {mots}")
