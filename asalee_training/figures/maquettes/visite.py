"""Three days of one person, and the hour of a visit: what it shows, what it hides. A schema."""

from __future__ import annotations

import math

from asalee_training.figures.gens import BLANC, bulle, buste
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
    Point,
    Toile,
)

_CLAIR, _TROUBLE = 0.72, 0.45
#: What she says when she is clear, in between, far away; a sentence for each cause.
_DIT = {
    "confusion": ("« Bonjour ! Un café ? »", "« Vous disiez ? »", "« Maman est\nrentrée ? »"),
    "humeur": ("« Ça ira ce soir. »", "« À quoi bon. »", "« Je n’ai plus\nla tête à rien. »"),
    "sucre": ("« Tout va bien. »", "« J’ai les mains\nqui tremblent. »", "« Où est-ce\nque je suis ? »"),
    "sedatifs": ("« Je me sens mieux. »", "« Attendez,\nje cherche. »", "« Encore un peu\nde nuit… »"),
    "installe": ("« Tout va bien. »", "« Quel jour\ndéjà ? »", "« Quel jour\ndéjà ? »"),
}
#: What puts on the way, and what a nurse does; both hold at any hour.
_SUITE = {
    "confusion": ("Depuis quel jour ? Et la nuit ?", "Aucun test. Constantes, glycémie :\nle médecin aujourd’hui."),
    "humeur": ("Depuis quoi ? Le sommeil, l’envie ?", "Mini-GDS, et la question\ndes idées suicidaires."),
    "sucre": (
        "L’heure des trous,\net celle des repas ?",
        "Glycémie au doigt, maintenant.\nBasse : du sucre si elle avale.\nLe médecin aujourd’hui.",
    ),
    "sedatifs": (
        "Que prend-elle, à quelle heure ?",
        "La liste au médecin, aujourd’hui\nsi c’est nouveau. Rien ne s’arrête.",
    ),
    "installe": (
        "Depuis combien de mois ?\nQu’est-ce que cela empêche ?",
        "Avec son accord, le repérage,\nen bonnes conditions.",
    ),
}
_NOM = {
    "confusion": "Confusion",
    "humeur": "Humeur triste",
    "sucre": "Sucre bas",
    "sedatifs": "Médicaments du soir",
    "installe": "Trouble installé",
}
#: How she is then, in a word: clear, in between, far away.
_ETAT = {
    "confusion": ("claire", "entre deux", "perdue"),
    "humeur": ("un peu mieux", "sans élan", "au plus bas"),
    "sucre": ("claire", "tremblante", "perdue"),
    "sedatifs": ("éveillée", "lente", "assommée"),
    "installe": ("claire", "entre deux", "perdue"),
}


def clarte(cause: str, jour: int, heure: float) -> float:
    """How clear she is, 0 to 1, on day -2, -1 or 0 at ``heure``: the shape that each cause draws, nobody's curve."""
    if cause == "confusion":
        depuis = 24 * jour + heure + 10  # it began yesterday at 14 h
        if depuis < 0:
            return 0.93
        vague = 0.6 + 0.32 * math.cos((heure - 10) * math.tau / 12)
        nuit = 0.3 * max(0.0, math.cos((heure - 1) * math.tau / 24))
        return max(0.1, min(0.93, vague - nuit + 0.6 * math.exp(-depuis / 1.5)))
    if cause == "humeur":
        monte = (heure - 7) / 13 if 7 <= heure <= 20 else 1 - (heure - 20) % 24 / 11
        return 0.57 - 0.21 * math.cos(monte * math.pi)
    if cause == "sucre":
        creux = sum(profond * math.exp(-(((heure - h) / 1.1) ** 2)) for h, profond in ((11.2, 0.72), (18.4, 0.5)))
        return max(0.15, 0.92 - creux)
    if cause == "sedatifs":
        return 0.3 + 0.58 / (1 + math.exp(-(heure - 12) / 1.5)) - 0.58 / (1 + math.exp(-(heure - 22.3) / 0.5))
    return 0.6


def etat(cause: str, heure: int) -> int:
    """0 clear, 1 in between, 2 far away, today at ``heure``."""
    return sum(clarte(cause, 0, heure) < limite for limite in (_CLAIR, _TROUBLE))


def heure_visite(cause: str, heure: int) -> Dessin:
    """Mme Roux today at ``heure`` o'clock, with three days behind her."""
    vue = etat(cause, heure)
    couleur, fond = ((VERT, VERT_CLAIR), (OCRE, OCRE_CLAIR), (ROUGE, ROUGE_CLAIR))[vue]
    t = Toile(418)
    t.rect(20, 14, 330, 226, fond, couleur, 2, rx=14)
    _pendule(t, (76, 76), heure)
    t.text(76, 138, f"{heure} h", 20, ENCRE, "middle", gras=True)
    t.text(84, 162, _ETAT[cause][vue], 14.5, couleur, "middle", gras=True)
    buste(
        t,
        (226, 144),
        "#d9cfe4",
        BLANC,
        ("calme", "neutre", "triste")[vue],
        chignon=True,
        lunettes=True,
        yeux=vue < 2,
        k=1.1,
    )
    bulle(t, 140, 24, _DIT[cause][vue], (214, 106), couleur, 14.5)
    t.text(370, 36, _NOM[cause], 18, ENCRE, gras=True)
    demande, faire = _SUITE[cause]
    t.text(370, 70, "Ce que l’heure ne dit pas, demandez-le :", 14, DISCRET)
    t.text(370, 92, demande, 15.5, BLEU, gras=True)
    t.text(370, 146, "Et quelle que soit l’heure :", 14, DISCRET)
    t.rect(366, 156, 316, 28 + 19 * len(faire.split("\n")), BLEU_CLAIR, BLEU, 1.8, rx=10)
    t.text(378, 182, faire, 15, ENCRE, gras=True)
    _trois_jours(t, cause, heure)
    t.text(
        350,
        410,
        "Schéma : chaque personne a sa courbe. Seule, l’heure ne conclut pas.",
        14,
        DISCRET,
        "middle",
        italique=True,
    )
    dit = _DIT[cause][vue].replace("\n", " ").replace(". »", " »")
    return t.dessin(
        f"{_NOM[cause]}, visite à {heure} h : elle est {_ETAT[cause][vue]}, et dit {dit}. {_ailleurs(cause, heure)} "
        f"À demander : {demande.replace(chr(10), ' ')} À faire : {faire.replace(chr(10), ' ')}"
    )


def _ailleurs(cause: str, heure: int) -> str:
    """What another hour would have shown."""
    vues = {etat(cause, h) for h in range(7, 22)}
    if vues == {etat(cause, heure)}:
        return "À toute heure, c’est pareil."
    pire = min(range(7, 22), key=lambda h: clarte(cause, 0, h))
    mieux = max(range(7, 22), key=lambda h: clarte(cause, 0, h))
    return f"Au mieux vers {mieux} h, au plus mal vers {pire} h."


def _pendule(t: Toile, c: Point, heure: int) -> None:
    t.circle(c, 38, PAPIER, ENCRE, 2.4)
    for k in range(12):
        a = math.radians(30 * k)
        t.line(
            (c[0] + 31 * math.sin(a), c[1] - 31 * math.cos(a)),
            (c[0] + 35 * math.sin(a), c[1] - 35 * math.cos(a)),
            ENCRE,
            1.8,
        )
    a = math.radians(30 * (heure % 12))
    t.line(c, (c[0] + 19 * math.sin(a), c[1] - 19 * math.cos(a)), ENCRE, 4.4)
    t.line(c, (c[0], c[1] - 29), ENCRE, 2.6)
    t.circle(c, 3.4, ENCRE)


def _trois_jours(t: Toile, cause: str, heure: int) -> None:
    """Draw the curve of three days, nights in grey, and the hour of the visit on the last."""
    x0, y0, large, haut = 92.0, 256.0, 588.0, 104.0

    def point(instant: float) -> Point:
        jour = min(0, math.floor(instant / 24) - 2)
        return x0 + large * instant / 72, y0 + haut - 8 - (haut - 16) * clarte(cause, jour, instant - 24 * (jour + 2))

    t.rect(x0, y0, large, haut, PAPIER, FILET, 1.2)
    for k in range(4):
        debut, fin = max(0.0, 24 * k - 3), min(72.0, 24 * k + 7)
        t.rect(x0 + large * debut / 72, y0, large * (fin - debut) / 72, haut, "#e3e6ea")
    for k, nom in enumerate(("avant-hier", "hier", "aujourd’hui")):
        t.text(
            x0 + large * (24 * k + 14) / 72,
            y0 + haut + 20,
            nom,
            14.5,
            ENCRE if k == 2 else DISCRET,
            "middle",
            gras=k == 2,
        )
    t.text(x0 - 8, y0 + 20, "au mieux", 14, VERT, "end")
    t.text(x0 - 8, y0 + haut - 10, "au pire", 14, ROUGE, "end")
    t.polyline([point(k / 2) for k in range(144)], BLEU, 2.8)
    x, y = point(48 + heure)
    t.line((x, y0), (x, y0 + haut), ENCRE, 1.6, stroke_dasharray="4 4")
    t.circle((x, y), 7.5, ENCRE, PAPIER, 2)
    t.text(20, y0 + haut + 20, "gris : la nuit", 14, DISCRET)
