"""Lungs that fill and empty, and what breathing fast through narrowed bronchi leaves inside."""

from __future__ import annotations

from asalee_training.figures.gens import bulle, visage
from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    OCRE_CLAIR,
    PAPIER,
    Dessin,
    Point,
    Toile,
    n,
    virgule,
)
from asalee_training.simulation import vidange

_BORD, _BRONCHE = "#a8584c", "#f3c9c2"
#: The lung of the figure « poumons_volumes »: litres when full, and at rest.
PLEIN_L, REPOS_L = 4.6, 2.4
GRIS = "#e4e6e4"
NOMS = {"libres": "bronches libres", "genees": "bronches gênées"}


def poumons(
    t: Toile, nom: str, x: float, haut: float, bas: float, genees: bool, couches: list[tuple[float, str]]
) -> None:
    """Draw two lungs 200 px wide from ``haut`` to ``bas``, filled by layers: (height from the bottom 0-1, fill), top layer first."""
    c, h = x + 100, bas - haut
    gauche = (
        f"M{n(c - 12)} {n(haut + 6)}C{n(c - 60)} {n(haut - 8)} {n(x + 4)} {n(haut + h * 0.5)} {n(x + 4)} {n(bas - 6)}"
        f"C{n(x + 30)} {n(bas + 4)} {n(c - 40)} {n(bas - 14)} {n(c - 12)} {n(bas - 28)}Z"
    )
    droite = (
        f"M{n(c + 12)} {n(haut + 6)}C{n(c + 60)} {n(haut - 8)} {n(x + 196)} {n(haut + h * 0.5)} {n(x + 196)} {n(bas - 6)}"
        f"C{n(x + 170)} {n(bas + 4)} {n(c + 40)} {n(bas - 14)} {n(c + 12)} {n(bas - 28)}Z"
    )
    t.defs.append(f'<clipPath id="{nom}"><path d="{gauche}{droite}"/></clipPath>')
    t.add(f'<g clip-path="url(#{nom})">')
    t.rect(x, haut - 8, 200, h + 20, PAPIER)
    for part, fill in couches:
        t.rect(x, bas - part * h, 200, part * h + 12, fill)
    t.add("</g>")
    t.path(gauche + droite, "none", _BORD, 2.2)
    width = 4 if genees else 11
    t.path(f"M{n(c)} {n(haut - 34)}V{n(haut + 20)}", "none", _BORD, 18)
    t.path(f"M{n(c)} {n(haut - 36)}V{n(haut + 22)}", "none", _BRONCHE, 14)
    for side in (-1, 1):
        way = f"M{n(c)} {n(haut + 18)}Q{n(c + side * 14)} {n(haut + 34)} {n(c + side * 46)} {n(haut + h * 0.36)}"
        t.path(way, "none", _BORD, width + 4)
        t.path(way, "none", _BRONCHE, width)


def souffle_effort(rythme: int, bronches: str) -> Dessin:
    """Ten seconds at rest, then at ``rythme`` breaths a minute, through bronchi « libres » or « genees »."""
    t = Toile(400)
    trace = vidange.respirer(bronches, rythme)
    coince = t.hatch("souffle_effort_coince", OCRE, 8, 45, 1.5)
    haut, bas = 56, 252
    parts = [
        (REPOS_L + trace.coince_l + trace.entre_l) / PLEIN_L,
        (REPOS_L + trace.coince_l) / PLEIN_L,
        REPOS_L / PLEIN_L,
    ]
    poumons(t, "souffle_effort_poumons", 20, haut, bas, bronches == "genees",
            [(parts[0], BLEU_CLAIR), (parts[1], OCRE_CLAIR), (parts[1], coince), (parts[2], GRIS)])  # fmt: skip
    t.text(120, 276, NOMS[bronches], 14, ENCRE, "middle")

    def x(s: float) -> float:
        return 296 + s * 9.6

    def y(volume: float) -> float:
        return 252 - volume * 82

    t.text(262, 22, "Air dans les poumons, au-dessus du repos (schéma)", 14, ENCRE)
    for trait in (1, 2):
        t.text(x(0) - 8, y(trait) + 5, f"{trait} L", 14, DISCRET, "end")
        t.line((x(0), y(trait)), (x(40), y(trait)), FILET, 1)
    t.rect(x(10), y(vidange.PLACE_L), x(40) - x(10), y(0) - y(vidange.PLACE_L), BLEU_CLAIR, opacity=0.35)
    _coince(t, trace, x, y, coince)
    t.line((x(0), y(vidange.PLACE_L)), (x(40), y(vidange.PLACE_L)), OCRE, 2, stroke_dasharray="7 5")
    t.text(x(0.4), y(vidange.PLACE_L) - 7, "plein : plus rien n’entre", 14, OCRE)
    t.polyline([(x(s), y(v)) for s, v in trace.points[::2]], BLEU, 2.4)
    t.line((x(0), y(2.4)), (x(0), y(0)), ENCRE, 1.6)
    t.line((x(0), y(0)), (x(40) + 6, y(0)), ENCRE, 1.6)
    t.text(x(5), y(0) + 20, "au repos", 14, DISCRET, "middle")
    t.text(x(25), y(0) + 20, f"elle marche : {rythme} par minute", 14, ENCRE, "middle")
    dit, humeur = _dit(trace)
    visage(t, (52, 348), 30, humeur)
    bulle(t, 100, 321, dit, (84, 350), ENCRE, 14)
    _reglette(t, 372, 318, trace, coince)
    return t.dessin(
        f"""{NOMS[bronches].capitalize()}, {rythme} respirations par minute : à la fin de chaque expiration,
        {_reste(trace)}, et il reste {virgule(trace.place_l)} L de place pour inspirer, sur
        {virgule(vidange.PLACE_L)} L. Elle dit : {dit}"""
    )


def _reste(trace: vidange.Trace) -> str:
    if trace.coince_l < 0.05:
        return "presque rien ne reste coincé"
    return f"{virgule(trace.coince_l)} L d’air restent coincés"


def _coince(t: Toile, trace: vidange.Trace, x, y, fill: str) -> None:
    """Hatch what stays at the end of each breath out."""
    creux: list[Point] = [(0.0, 0.0)]
    for (_, a), (s, b), (_, c) in zip(trace.points, trace.points[1:], trace.points[2:], strict=False):
        if a >= b < c:
            creux.append((s, b))
    creux.append((40.0, trace.coince_l))
    d = "M" + "L".join(f"{n(x(s))} {n(y(v))}" for s, v in creux) + f"L{n(x(40))} {n(y(0))}L{n(x(0))} {n(y(0))}Z"
    t.path(d, OCRE_CLAIR)
    t.path(d, fill)


def _dit(trace: vidange.Trace) -> tuple[str, float]:
    if trace.place_l > 1.95:
        return "« Ça va, je respire bien. »", 1.0
    if trace.place_l > 1.6:
        return "« Je force un peu. »", -0.2
    return "« Je suis pleine. Ça n’entre plus. »", -1.0


def _reglette(t: Toile, x: float, y: float, trace: vidange.Trace, coince: str) -> None:
    """The room above rest as a bar: what is stuck, what is left for a breath in."""
    large = 300.0
    part = trace.coince_l / vidange.PLACE_L * large
    t.rect(x, y, large, 26, PAPIER, ENCRE, 1.4)
    t.rect(x, y, part, 26, OCRE_CLAIR)
    t.rect(x, y, part, 26, coince, OCRE, 1)
    t.text(x, y + 46, f"{virgule(trace.coince_l)} L coincés", 14.5, OCRE, gras=True)
    t.text(x + large, y + 46, f"{virgule(trace.place_l)} L pour inspirer", 14.5, BLEU, "end", gras=True)
