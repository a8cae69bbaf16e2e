"""At home: six questions that open a conversation with an old person."""

from __future__ import annotations

from collections.abc import Callable

from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    OCRE_CLAIR,
    PAPIER,
    PEAU,
    PEAU_BORD,
    ROUGE,
    VERT,
    VERT_CLAIR,
    Dessin,
    Point,
    Toile,
    n,
)

_ROBE, _ROBE_BORD, _BOIS = "#c8d8dc", "#0b5563", "#8b6b4a"


def _maigri(t: Toile, c: Point) -> None:
    """A skirt held by a belt whose free end is long: it has moved three holes."""
    x, y = c
    t.path(f"M{n(x - 30)} {n(y - 34)}H{n(x + 30)}L{n(x + 44)} {n(y + 44)}H{n(x - 44)}Z", _ROBE, _ROBE_BORD, 2)
    t.rect(x - 34, y - 42, 68, 14, OCRE_CLAIR, OCRE, 2, rx=3)
    t.rect(x - 10, y - 45, 20, 20, "none", OCRE, 3, rx=3)
    t.path(f"M{n(x + 34)} {n(y - 42)}q26 2 30 30l-10 2q-4 -18 -20 -19Z", OCRE_CLAIR, OCRE, 2)
    for k in range(4):
        t.circle((x + 17 + k * 9, y - 35 + (k == 3) * 2), 1.8, OCRE)
    for dx in (-18, -4, 10, 22):
        t.line((x + dx, y - 24), (x + dx * 1.3, y + 40), _ROBE_BORD, 1)


def _fatiguee(t: Toile, c: Point) -> None:
    """An armchair, a person sunk in it."""
    x, y = c
    t.path(f"M{n(x - 40)} {n(y + 44)}V{n(y - 14)}q0 -26 26 -28h16q14 0 14 18V{n(y + 14)}H{n(x + 44)}V{n(y + 44)}Z", OCRE_CLAIR,
           OCRE, 2.2)  # fmt: skip
    t.path(f"M{n(x - 18)} {n(y - 8)}q18 -8 22 10l2 16h26v14h-40q-12 -2 -12 -16Z", _ROBE, _ROBE_BORD, 2)
    t.path(f"M{n(x + 24)} {n(y + 22)}h12v24h-12Z", _ROBE, _ROBE_BORD, 2)
    t.circle((x - 2, y - 22), 13, PEAU, PEAU_BORD, 2)
    t.path(f"M{n(x - 15)} {n(y - 24)}q2 -14 14 -13q12 0 13 10q-12 -6 -27 3Z", "#b9b9be", "#6b6b70", 1.2)
    t.path(f"M{n(x - 4)} {n(y - 20)}q5 2 9 -1", "none", ENCRE, 1.4)


def _lente(t: Toile, c: Point) -> None:
    """A woman with a stick, short steps marked on the ground."""
    x, y = c
    t.circle((x - 2, y - 34), 11, PEAU, PEAU_BORD, 2)
    t.path(f"M{n(x - 13)} {n(y - 36)}q2 -12 12 -11q10 0 11 9q-10 -5 -23 2Z", "#b9b9be", "#6b6b70", 1.2)
    t.path(f"M{n(x - 4)} {n(y - 22)}q14 2 12 22l6 30h-30l6 -34q-2 -14 6 -18Z", _ROBE, _ROBE_BORD, 2)
    t.path(f"M{n(x + 6)} {n(y - 8)}L{n(x + 24)} {n(y + 4)}", "none", PEAU_BORD, 4)
    t.path(f"M{n(x + 18)} {n(y + 2)}q6 -6 8 2L{n(x + 32)} {n(y + 44)}", "none", _BOIS, 3)
    for dx in (-8, 6):
        t.path(f"M{n(x + dx)} {n(y + 30)}v12h8", "none", ENCRE, 3)
    for k in range(3):
        t.line((x - 48 + k * 12, y + 45), (x - 42 + k * 12, y + 45), DISCRET, 2.4)


def _oublie(t: Toile, c: Point) -> None:
    """A calendar whose leaf is long past."""
    x, y = c
    t.rect(x - 36, y - 36, 72, 78, PAPIER, BLEU, 2, rx=6)
    t.rect(x - 36, y - 36, 72, 20, BLEU, rx=6)
    t.text(x, y - 21, "mai", 14, PAPIER, "middle", gras=True)
    for ligne in range(3):
        for k in range(5):
            t.circle((x - 26 + k * 13, y - 2 + ligne * 14), 2.6, FILET)
    t.circle((x - 13, y - 2), 8, "none", ROUGE, 2)
    t.text(x + 38, y + 48, "?", 30, ROUGE, "middle", gras=True)


def _seule(t: Toile, c: Point) -> None:
    """A table for two, one cup."""
    x, y = c
    t.line((x - 52, y + 14), (x + 52, y + 14), _BOIS, 7)
    for dx in (-40, 40):
        t.line((x + dx, y + 18), (x + dx, y + 46), _BOIS, 5)
    t.path(f"M{n(x - 38)} {n(y - 12)}h28v14q-2 8 -14 8t-14 -8Z", PAPIER, BLEU, 2.2)
    t.path(f"M{n(x - 10)} {n(y - 8)}q12 0 10 8q-2 6 -11 5", "none", BLEU, 2.2)
    for dx in (-30, -20):
        t.path(f"M{n(x + dx)} {n(y - 18)}q-4 -6 0 -10q4 -5 0 -10", "none", DISCRET, 1.6)
    t.path(f"M{n(x + 14)} {n(y - 12)}h28v14q-2 8 -14 8t-14 -8Z", "none", DISCRET, 1.6, stroke_dasharray="4 4")


def _tombee(t: Toile, c: Point) -> None:
    """A woman who trips over the edge of a rug."""
    x, y = c
    t.path(f"M{n(x - 54)} {n(y + 44)}H{n(x + 12)}q8 -2 6 -10", "none", ROUGE, 4)
    t.add(f'<g transform="rotate(58 {n(x)} {n(y + 40)})">')
    t.circle((x - 2, y - 32), 11, PEAU, PEAU_BORD, 2)
    t.path(f"M{n(x - 13)} {n(y - 34)}q2 -12 12 -11q10 0 11 9q-10 -5 -23 2Z", "#b9b9be", "#6b6b70", 1.2)
    t.path(f"M{n(x - 4)} {n(y - 20)}q14 2 12 22l6 24h-30l6 -28q-2 -14 6 -18Z", _ROBE, _ROBE_BORD, 2)
    t.path(f"M{n(x - 8)} {n(y + 27)}v14M{n(x + 6)} {n(y + 27)}v14M{n(x + 6)} {n(y - 10)}l16 -14", "none", PEAU_BORD, 4)
    t.add("</g>")


_QUESTIONS: tuple[tuple[Callable[[Toile, Point], None], str], ...] = (
    (_maigri, "maigri sans\nle vouloir ?"),
    (_fatiguee, "plus fatiguée\nqu’avant ?"),
    (_lente, "plus lente\nà marcher ?"),
    (_oublie, "des oublis\nqui gênent ?"),
    (_seule, "seule\nà table ?"),
    (_tombee, "tombée\ncette année ?"),
)


def fragilite_questions() -> Dessin:
    """Six questions, six small pictures; a yes opens a conversation."""
    t = Toile(452)
    t.text(350, 28, "Six questions, et une conversation", 17, ENCRE, "middle", gras=True)
    t.six_cards(_QUESTIONS, 160, ("#f4f7f7", BLEU_CLAIR))
    t.rect(20, 398, 660, 42, VERT_CLAIR, VERT, 1.6, rx=10)
    t.text(
        350, 424, "Un « oui » ne classe personne : il se raconte, se transmet, et peut reculer.", 14.5, ENCRE, "middle"
    )
    return t.dessin(
        """Six petits dessins et six questions. Une jupe que la ceinture serre de plusieurs crans : a-t-elle maigri sans le
        vouloir ? Une femme enfoncée dans un fauteuil : plus fatiguée qu’avant ? Une femme à la canne, à petits pas : plus
        lente à marcher ? Un calendrier resté en mai : des oublis qui gênent ? Une table, une tasse, la place vide en face :
        seule à table ? Une femme qui trébuche sur le bord d’un tapis : tombée cette année ? Un « oui » ne classe personne :
        il se raconte, se transmet, et peut reculer."""
    )
