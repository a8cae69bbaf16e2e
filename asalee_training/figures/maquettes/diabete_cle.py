"""Keys, a lock and a liver: what is left in the blood. Pieces of sugar are counted, not grams: a schema."""

from __future__ import annotations

from asalee_training.figures.sucre import cle, sucre
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

_BOIS, _BOIS_BORD, _FOIE, _FOIE_BORD = "#b98f63", "#6e4a26", "#9c4a3a", "#5f2a20"
_REPAS, _FOIE_MAX, _CERVEAU, _DEPART, _SANS_CLE = 8, 8, 2, 4, 4


def _bilan(moment: str, serrure: str, cles: int) -> tuple[int, int, int, int]:
    """Pieces of sugar: from the meal, from the liver, into the muscle, left in the blood (4 are what it needs).

    A grinding lock halves what keys do; each key that works opens the muscle to one piece and holds two back in the
    liver; a muscle at work takes four without a key; the brain takes two, always. Ours, to show who gives and who takes.
    """
    utiles = cles if serrure == "souple" else cles // 2
    repas = 0 if moment == "nuit" else _REPAS
    foie = max(0, _FOIE_MAX - 2 * utiles)
    disponible = _DEPART + repas + foie - _CERVEAU
    muscle = min(disponible, utiles + (_SANS_CLE if moment == "marche" else 0))
    return repas, foie, muscle, disponible - muscle


def _verdict(reste: int) -> tuple[str, str]:
    if reste <= 2:
        return "trop peu : le cerveau va manquer", ROUGE
    return ("ce qu’il faut", VERT) if reste <= 5 else ("trop de sucre dans le sang", OCRE)


def cle_serrure(moment: str, serrure: str, cles: int) -> Dessin:
    """Where sugar comes from, where it goes, what is left."""
    repas, foie, muscle, reste = _bilan(moment, serrure, cles)
    mot, couleur = _verdict(reste)
    t = Toile(404)
    _sources(t, repas, foie)
    _sang(t, reste, couleur, mot)
    _muscle(t, moment, serrure, cles, muscle)
    if reste <= 2:
        t.text(
            350,
            364,
            "Le pancréas retire ses clés quand le sang se vide ; l’insuline piquée ne se retire pas.",
            14.5,
            ENCRE,
            "middle",
        )
    t.text(
        350, 394, "Schéma : on compte des morceaux de sucre, pas des grammes par litre.", 14, DISCRET, "middle",
        italique=True,
    )  # fmt: skip
    apport = (
        f"Le repas verse {repas} sucres, le foie {foie}." if repas else f"Rien à table ; le foie verse {foie} sucres."
    )
    sans = f" dont {min(_SANS_CLE, muscle)} sans clé" if moment == "marche" else ""
    avec = f"{cles} clés" if cles else "aucune clé"
    return t.dessin(
        f"{apport} Le cerveau en prend {_CERVEAU}, le muscle {muscle}{sans}, avec {avec} et une serrure "
        f"{'souple' if serrure == 'souple' else 'grippée'}. Il en reste {reste} dans le sang : {mot}."
    )


def _sources(t: Toile, repas: int, foie: int) -> None:
    """Draw the plate and the liver, and how much each pours."""
    t.circle((78, 96), 46, PAPIER, DISCRET, 2)
    t.circle((78, 96), 31, "#f4f6f6", "#c3cbca", 1.4)
    t.path("M16 62v66M10 62v20c0 8 12 8 12 0v-20", "none", DISCRET, 2.4)
    for k in range(repas):
        sucre(t, 66 + (k % 3) * 17 - (k // 3) % 2 * 8, 80 + k // 3 * 17)
    t.text(78, 164, "rien à table" if not repas else f"le repas : {repas}", 15, ENCRE, "middle", gras=True)
    t.path(
        "M18 262C20 230 52 214 96 222C124 226 142 234 140 246C136 264 112 268 100 282C88 298 62 308 42 302C24 296 17 280 18 262Z",
        _FOIE, _FOIE_BORD, 2.2,
    )  # fmt: skip
    t.path("M92 224C88 244 90 262 98 282", "none", _FOIE_BORD, 1.6)
    for k in range(foie):
        sucre(t, 42 + (k % 4) * 18 + k // 4 * 9, 248 + k // 4 * 20)
    words = f"le foie : {foie}" if foie else "le foie se tait"
    t.text(78, 330, words, 15, ENCRE, "middle", gras=True)
    for nombre, y, bend in ((repas, 110, 0), (foie, 252, 0)):
        if nombre:
            t.arrow((148, y), (192, y), OCRE, 1.6 + nombre * 0.45, 12, bend)


def _sang(t: Toile, reste: int, couleur: str, mot: str) -> None:
    t.text(312, 30, "le sang", 15, DISCRET, "middle")
    t.rect(198, 42, 228, 262, ROUGE_CLAIR, "#a8584c", 1.6, rx=14, opacity=0.75)
    for k in range(reste):
        sucre(t, 226 + (k % 6) * 36 + (k // 6 % 2) * 8, 74 + k // 6 * 42 + (k * 5 % 7))
    t.rect(210, 196, 204, 44, PAPIER, couleur, 2, rx=8)
    t.text(
        312, 224, f"restent {reste} sucres" if reste > 1 else f"reste {reste} sucre", 17, couleur, "middle", gras=True
    )
    t.path(
        "M232 268c-8 -14 8 -22 16 -16c6 -8 22 -6 24 4c12 2 12 18 2 20c-2 10 -18 12 -24 4c-10 4 -20 -2 -18 -12Z",
        "#efc9c2", "#8d463c", 1.6,
    )  # fmt: skip
    for k in range(_CERVEAU):
        sucre(t, 244 + k * 18, 268)
    t.text(286, 266, "le cerveau en\nprend deux", 14, ENCRE)
    t.text(312, 336, mot, 16, couleur, "middle", gras=True)


def _muscle(t: Toile, moment: str, serrure: str, cles: int, entres: int) -> None:
    """Draw the door, its keys, and the sugar that went in."""
    fond, bord = (VERT_CLAIR, VERT) if serrure == "souple" else (OCRE_CLAIR, OCRE)
    marche = moment == "marche"
    t.text(570, 30, "le muscle, qui travaille" if marche else "le muscle, au repos", 15, DISCRET, "middle")
    t.rect(448, 42, 240, 150, fond, bord, 2, rx=18)
    t.rect(426, 42, 20, 262, _BOIS, _BOIS_BORD, 1.6, rx=4)
    ouverture = 8 + min(entres, 14) * 9
    t.rect(424, 117 - ouverture / 2, 24, ouverture, PAPIER, _BOIS_BORD, 1.6, rx=3)
    if entres:
        t.arrow((398, 117), (470, 117), bord, 1.8 + entres * 0.3, 14)
    for k in range(entres):
        sucre(t, 490 + (k % 6) * 32, 74 + k // 6 * 42 + (k * 3 % 5))
    t.text(676, 182, f"entrés : {entres}", 14.5, bord, "end", gras=True)
    utiles = cles if serrure == "souple" else cles // 2
    for k in range(cles):
        x, y = 462 + (k % 6) * 38, 214 + k // 6 * 26
        cle(t, x, y, BLEU if k < utiles else "#9aa6aa")
        if k >= utiles:  # a key that does not turn is crossed out: grey alone would not say it in black and white
            t.line((x - 6, y + 9), (x + 24, y - 9), ROUGE, 2)
    words = "aucune clé" if not cles else f"{cles} clés" if utiles == cles else f"{cles} clés, dont {utiles} tournent"
    t.text(458, 274, words, 15, BLEU, gras=True)
    t.text(458, 294, "serrure souple" if serrure == "souple" else "serrure grippée", 14, bord)
    if marche:
        t.text(458, 316, f"le muscle en prend {_SANS_CLE} sans clé", 14, ENCRE)
