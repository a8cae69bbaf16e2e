"""Six questions and the time one leaves: what is only slow comes, what did not stay does not. A schema."""

from __future__ import annotations

from asalee_training.figures.gens import BLANC, CHATAIN, buste, croix, juste
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
    VERT,
    Dessin,
    Toile,
    n,
)

JAMAIS = 999
#: A question, its answer, and after how many seconds it comes: at 40, at 80, and when what is new does not stay. Ours.
_QUESTIONS: tuple[tuple[str, str, tuple[int, int, int]], ...] = (
    ("La fleur jaune du printemps ?", "la jonquille", (2, 4, 4)),
    ("Montrez comment on noue une cravate.", "ses mains le font", (2, 4, 4)),
    ("Le prénom de la voisine d’en face ?", "Odile", (2, 18, 20)),
    ("Qu’avez-vous mangé à midi ?", "des lentilles", (2, 8, JAMAIS)),
    ("Je vous ai dit quel jour, pour le vaccin ?", "jeudi", (2, 12, JAMAIS)),
    ("Qui vous a raconté l’histoire du chien ?", "mon beau-frère", (2, 24, JAMAIS)),
)
_QUI = {
    "quarante": (0, "À 40 ans"),
    "quatre_vingts": (1, "À 80 ans"),
    "neuf_perdu": (2, "À 80 ans, le neuf ne reste pas"),
}
_FIN = 30


def venues(qui: str, secondes: int) -> list[bool]:
    """Which of the six answers have come after ``secondes``."""
    rang = _QUI[qui][0]
    return [secondes >= delais[rang] for _, _, delais in _QUESTIONS]


def silence(qui: str, secondes: int) -> Dessin:
    """A man, six questions, and ``secondes`` of silence after each."""
    rang, nom = _QUI[qui]
    arrivees = venues(qui, secondes)
    compte = sum(arrivees)
    t = Toile(418)
    t.rect(20, 14, 186, 382, BLEU_CLAIR, "none", rx=14)
    buste(t, (113, 84), "#b9cfa9" if rang else "#8fb0c4", BLANC if rang else CHATAIN, "calme" if compte > 3 else "neutre",
          lunettes=rang > 0, k=1.25)  # fmt: skip
    t.text(113, 212, nom.replace(", ", ",\n"), 14.5, ENCRE, "middle", gras=True)
    _sablier(t, 113, 292, secondes)
    t.text(113, 356, f"{secondes} secondes", 17, ENCRE, "middle", gras=True)
    t.text(113, 378, "de silence", 14.5, DISCRET, "middle")
    for k, ((question, reponse, delais), venue) in enumerate(zip(_QUESTIONS, arrivees, strict=True)):
        y = 20 + k * 54
        t.text(226, y + 17, question, 14.5, DISCRET)
        t.rect(226, y + 24, 280, 24, PAPIER if venue else "none", VERT if venue else FILET, 1.8 if venue else 1.3, rx=8,
               **({} if venue else {"stroke_dasharray": "5 4"}))  # fmt: skip
        if venue:
            t.text(238, y + 41, reponse, 15, ENCRE, gras=True)
            juste(t, (488, y + 36), VERT, 0.8)
        else:
            t.text(238, y + 41, "…", 16, DISCRET)
        perdue = not venue and delais[rang] == JAMAIS and secondes >= _FIN
        mots = (
            "tout de suite"
            if venue and delais[rang] <= 4
            else "venue en attendant"
            if venue
            else "ne vient pas"
            if perdue
            else ""
        )
        if mots:
            t.text(522, y + 41, mots, 14, VERT if venue else ROUGE)
        if perdue:
            croix(t, (488, y + 36), ROUGE, 0.8)
    t.rect(226, 346, 454, 48, OCRE_CLAIR, OCRE, 1.8, rx=10)
    t.text(240, 366, f"{compte} réponse{'s' * (compte > 1)} sur 6", 16, ENCRE, gras=True)
    t.text(240, 386, _bilan(qui, secondes), 14, ENCRE)
    t.text(350, 412, "Schéma : chacun a ses secondes, et ses jours.", 14, DISCRET, "middle", italique=True)
    return t.dessin(
        f"{nom}, {secondes} secondes de silence : {compte} réponse{'s' * (compte > 1)} sur 6. {_manque(arrivees)} {_bilan(qui, secondes)}"
    )


def _manque(arrivees: list[bool]) -> str:
    absentes = [
        question.rstrip(" ?.\u202f\u00a0")
        for (question, _, _), venue in zip(_QUESTIONS, arrivees, strict=True)
        if not venue
    ]
    return f"Sans réponse : {' ; '.join(absentes)}." if absentes else "Rien ne manque."


def _bilan(qui: str, secondes: int) -> str:
    if qui == "quarante":
        return "Tout vient sans attendre."
    if secondes < 8:
        return "À cette vitesse, lent et perdu se ressemblent."
    if qui == "neuf_perdu":
        return "Attendre n’y fait rien : ce qui est neuf n’est pas là."
    return "C’était là : il fallait le temps." if secondes >= 24 else "Cela vient : attendez encore."


def _sablier(t: Toile, x: float, y: float, secondes: int) -> None:
    """Draw an hourglass; the sand falls as the silence lasts."""
    part = min(1.0, secondes / _FIN)
    haut, bas = 28 * (1 - part), 28 * part
    if haut > 1:
        t.path(f"M{n(x - 22 * haut / 34)} {n(y - haut)}H{n(x + 22 * haut / 34)}L{n(x)} {n(y)}Z", OCRE, "none")
    t.path(
        f"M{n(x - 23)} {n(y + 34)}H{n(x + 23)}L{n(x + 23 - 23 * bas / 34)} {n(y + 34 - bas)}H{n(x - 23 + 23 * bas / 34)}Z",
        OCRE,
        "none",
    )
    t.path(
        f"M{n(x - 25)} {n(y - 34)}H{n(x + 25)}L{n(x + 2)} {n(y)}L{n(x + 25)} {n(y + 34)}H{n(x - 25)}L{n(x - 2)} {n(y)}Z",
        "none",
        BLEU,
        2.4,
    )
    for bord in (-36, 36):
        t.line((x - 30, y + bord), (x + 30, y + bord), BLEU, 5)
