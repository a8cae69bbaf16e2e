"""A house, month after month: what a trouble takes room by room, and its pace. A schema; nobody is drawn from it."""

from __future__ import annotations

import textwrap

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
    Dessin,
    Point,
    Toile,
    n,
)

MOIS = 24
#: Rooms from the top left, row by row, with what goes on there when all is well.
_PIECES = (("chambre", "Chambre"), ("bain", "Salle de bains"), ("bureau", "Bureau"),
           ("cuisine", "Cuisine"), ("sejour", "Séjour"), ("entree", "Entrée"))  # fmt: skip
#: For each beginning, from which share of what is lost a room shows it, and what is seen there.
_FAITS: dict[str, dict[str, tuple[float, str]]] = {
    "memoire": {
        "sejour": (0.1, "raconte deux fois\nla même visite"),
        "bureau": (0.3, "facture payée\ndeux fois"),
        "bain": (0.5, "cases pleines\nau pilulier"),
        "cuisine": (0.68, "casserole oubliée\nsur le feu"),
        "entree": (0.85, "se perd en rentrant\ndu marché"),
    },
    "comportement": {
        "bureau": (0.12, "achats impulsifs,\ncourrier jeté"),
        "sejour": (0.3, "plaisante mal,\nne s’émeut plus"),
        "cuisine": (0.52, "mange vite,\ntoujours du sucré"),
        "bain": (0.78, "se lave si l’on\ninsiste"),
    },
    "a_coups": {
        "sejour": (0.2, "répond lentement,\nmais répond"),
        "entree": (0.2, "petits pas,\nse tient au mur"),
        "bureau": (0.5, "commence,\nne finit pas"),
        "bain": (0.8, "met une heure\nà s’habiller"),
    },
    "dents_de_scie": {
        "chambre": (0.3, "voit des chats\nle soir"),
        "sejour": (0.45, "perd le fil,\ns’endort"),
        "entree": (0.45, "chute, gestes\nraides"),
        "bureau": (0.6, "ne reconnaît plus\nses papiers"),
    },
}
_ALLURE = {
    "memoire": "une pente douce",
    "comportement": "une pente, la mémoire tient",
    "a_coups": "des marches et des paliers",
    "dents_de_scie": "des hauts et des bas",
}
_MARCHES = (5, 11, 19)
_BASCULE = (0.05, 0.3, 0.12, 0.42, 0.5, 0.16, 0.55, 0.22, 0.62, 0.58, 0.2, 0.66)


def perte(debut: str, mois: int) -> float:
    """Share of daily life touched after ``mois`` months, 0 to 1: the shape of each beginning, never a person's pace."""
    if debut == "a_coups":
        return 0.3 * sum(mois >= marche for marche in _MARCHES)
    if debut == "dents_de_scie":
        return min(0.9, _BASCULE[mois % len(_BASCULE)] + 0.012 * mois) if mois else 0.0
    return 0.92 * mois / MOIS


def maison_mois(debut: str, mois: int) -> Dessin:
    """The house after ``mois`` months of a trouble that began by ``debut``."""
    touche = perte(debut, mois)
    faits = {piece: mots for piece, (seuil, mots) in _FAITS[debut].items() if touche >= seuil}
    t = Toile(420)
    touchee = t.hatch("touche", "#ecc98f", 9, 45, 1.4)
    _toit(t)
    for k, (piece, nom) in enumerate(_PIECES):
        _piece(t, (24 + k % 3 * 218, 62 + k // 3 * 94), piece, nom, faits.get(piece, ""), touchee)
    _allure(t, debut, mois)
    t.text(
        350,
        414,
        "Schéma : quatre débuts bien séparés. Dans la vie, ils se mélangent.",
        14,
        DISCRET,
        "middle",
        italique=True,
    )
    vus = " ; ".join(f"{nom.lower()}, {faits[piece].replace(chr(10), ' ')}" for piece, nom in _PIECES if piece in faits)
    quand = f"Au bout de {mois} mois" if mois else "Au départ"
    return t.dessin(
        f"{quand}, {f'on voit : {vus}. Le reste de la maison tient' if vus else 'rien ne se voit, toute la maison tient'}. "
        f"L’allure : {_ALLURE[debut]}."
    )


def _toit(t: Toile) -> None:
    t.path("M350 8L684 56H16Z", "#d9b79a", "#8a6a45", 2)
    t.rect(540, 14, 26, 30, "#c49a7c", "#8a6a45", 1.6)
    t.text(350, 46, "Ce que l’on voit chez elle", 16, ENCRE, "middle", gras=True)


def _piece(t: Toile, c: Point, piece: str, nom: str, fait: str, touchee: str) -> None:
    """Draw a room: its furniture, and what is seen there once it is touched."""
    x, y = c
    t.rect(x, y, 216, 92, OCRE_CLAIR if fait else PAPIER, "none")
    if fait:
        t.rect(x, y, 216, 92, touchee, "none", opacity=0.45)
    t.rect(x, y, 216, 92, "none", OCRE if fait else "#8a6a45", 3 if fait else 1.6)
    t.text(x + 10, y + 20, nom, 14, OCRE if fait else DISCRET, gras=True)
    if fait:
        t.rect(x + 66, y + 28, 146, 46, PAPIER, OCRE, 1.4, rx=8)
        t.text(x + 139, y + 47, fait, 14, ENCRE, "middle")
    else:
        t.text(x + 139, y + 56, "comme avant", 14, DISCRET, "middle")
    _MEUBLES[piece](t, x + 34, y + 56)


def _lit(t: Toile, x: float, y: float) -> None:
    t.rect(x - 24, y + 2, 48, 16, BLEU_CLAIR, BLEU, 1.5, rx=3)
    t.rect(x - 24, y - 6, 16, 10, PAPIER, BLEU, 1.5, rx=3)
    t.path(f"M{n(x - 25)} {n(y - 14)}V{n(y + 24)}M{n(x + 25)} {n(y + 6)}V{n(y + 24)}", "none", BLEU, 2)


def _lavabo(t: Toile, x: float, y: float) -> None:
    t.path(f"M{n(x - 20)} {n(y)}H{n(x + 20)}Q{n(x + 16)} {n(y + 16)} {n(x)} {n(y + 16)}Q{n(x - 16)} {n(y + 16)} {n(x - 20)} {n(y)}Z",
           BLEU_CLAIR, BLEU, 1.6)  # fmt: skip
    t.rect(x - 14, y - 30, 28, 22, PAPIER, BLEU, 1.5, rx=3)
    t.line((x, y + 16), (x, y + 26), BLEU, 4)


def _table(t: Toile, x: float, y: float) -> None:
    t.rect(x - 24, y + 2, 48, 5, BLEU, "none")
    t.path(f"M{n(x - 20)} {n(y + 6)}V{n(y + 24)}M{n(x + 20)} {n(y + 6)}V{n(y + 24)}", "none", BLEU, 2.4)
    t.rect(x - 12, y - 14, 18, 15, PAPIER, BLEU, 1.4)
    t.path(f"M{n(x - 9)} {n(y - 9)}h12M{n(x - 9)} {n(y - 5)}h8", "none", BLEU, 1.2)


def _feu(t: Toile, x: float, y: float) -> None:
    t.rect(x - 20, y, 40, 26, PAPIER, BLEU, 1.6, rx=2)
    t.rect(x - 13, y + 8, 26, 13, BLEU_CLAIR, BLEU, 1.3, rx=2)
    t.path(f"M{n(x - 12)} {n(y - 4)}v-10h22v10Z M{n(x + 10)} {n(y - 11)}h11", BLEU_CLAIR, BLEU, 1.6)


def _fauteuil(t: Toile, x: float, y: float) -> None:
    t.path(f"M{n(x - 16)} {n(y + 22)}V{n(y - 12)}Q{n(x - 16)} {n(y - 20)} {n(x)} {n(y - 20)}Q{n(x + 16)} {n(y - 20)} {n(x + 16)} "
           f"{n(y - 12)}V{n(y + 22)}Z", BLEU_CLAIR, BLEU, 1.6)  # fmt: skip
    t.rect(x - 23, y - 2, 9, 22, BLEU_CLAIR, BLEU, 1.5, rx=4)
    t.rect(x + 14, y - 2, 9, 22, BLEU_CLAIR, BLEU, 1.5, rx=4)
    t.rect(x - 14, y + 6, 28, 12, PAPIER, BLEU, 1.4, rx=3)


def _porte(t: Toile, x: float, y: float) -> None:
    t.rect(x - 14, y - 24, 28, 50, BLEU_CLAIR, BLEU, 1.8)
    t.circle((x + 8, y + 2), 2.4, BLEU)
    t.path(f"M{n(x + 22)} {n(y - 14)}v12m-3 0h6", "none", BLEU, 2)
    t.circle((x + 22, y - 17), 3.4, "none", BLEU, 1.8)


_MEUBLES = {"chambre": _lit, "bain": _lavabo, "bureau": _table, "cuisine": _feu, "sejour": _fauteuil, "entree": _porte}


def _allure(t: Toile, debut: str, mois: int) -> None:
    """Draw the whole pace, what is past in a full line, and the month of the visit."""
    x0, y0, large, haut = 150.0, 276.0, 520.0, 92.0

    def point(m: float) -> Point:
        return x0 + large * m / MOIS, y0 + 8 + (haut - 18) * perte(debut, int(m))

    t.text(24, 290, "L’allure", 15, ENCRE, gras=True)
    t.text(24, 309, textwrap.fill(_ALLURE[debut], 15), 14, ENCRE)
    t.text(24, 352, "haut : seule\nbas : aidée", 14, DISCRET)
    t.rect(x0, y0, large, haut, "#f6f8f7", FILET, 1.2, rx=8)
    trace = [point(m) for m in range(MOIS + 1)]
    if debut == "a_coups":
        trace = [
            p for m in range(MOIS + 1) for p in ([(point(m)[0], point(m - 1)[1])] if m in _MARCHES else []) + [point(m)]
        ]
        for marche in _MARCHES:
            t.text(point(marche)[0] + 6, y0 + 16, "AVC", 14, ROUGE)
    t.polyline(trace, FILET, 3)
    t.polyline([p for p in trace if p[0] <= point(mois)[0] + 0.1][: len(trace)] or trace[:1], BLEU, 3.4)
    x, y = point(mois)
    t.line((x, y0), (x, y0 + haut), ENCRE, 1.6, stroke_dasharray="4 4")
    t.circle((x, y), 7, ENCRE, PAPIER, 2)
    for m in range(0, MOIS + 1, 6):
        t.text(x0 + large * m / MOIS, y0 + haut + 18, "départ" if not m else f"{m} mois", 14, DISCRET,
               "end" if m == MOIS else "middle")  # fmt: skip
