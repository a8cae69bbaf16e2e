"""Lungs that fill and empty: a breath out second by second, and breathing fast through narrowed bronchi."""

from __future__ import annotations

from asalee_training.figures.maquettes.visage import bulle, visage
from asalee_training.figures.souffle import SOUFFLES, courbe
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
)
from asalee_training.simulation import vidange

_BORD, _BRONCHE = "#a8584c", "#f3c9c2"
#: The lung of the figure « poumons_volumes »: litres when full, and at rest.
PLEIN_L, REPOS_L = 4.6, 2.4
_NOMS = {"libres": "bronches libres", "genees": "bronches gênées"}


def poumons(t: Toile, nom: str, x: float, haut: float, bas: float, genees: bool, couches: list[tuple[float, str]]) -> None:
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
    parts = [(REPOS_L + trace.coince_l + trace.entre_l) / PLEIN_L, (REPOS_L + trace.coince_l) / PLEIN_L, REPOS_L / PLEIN_L]
    poumons(t, "souffle_effort_poumons", 20, haut, bas, bronches == "genees",
            [(parts[0], BLEU_CLAIR), (parts[1], OCRE_CLAIR), (parts[1], coince), (parts[2], "#e4e6e4")])  # fmt: skip
    t.text(120, 276, _NOMS[bronches], 14, ENCRE, "middle")

    def x(s: float) -> float:
        return 296 + s * 9.6

    def y(litres: float) -> float:
        return 252 - litres * 82

    t.text(262, 22, "Air dans les poumons, au-dessus du repos (schéma)", 14, ENCRE)
    for litres in (1, 2):
        t.text(x(0) - 8, y(litres) + 5, f"{litres} L", 14, DISCRET, "end")
        t.line((x(0), y(litres)), (x(40), y(litres)), FILET, 1)
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
    bulle(t, 100, 321, dit, 256, (84, 350), 14)
    _reglette(t, 372, 318, trace, coince)
    return t.dessin(
        f"""{_NOMS[bronches].capitalize()}, {rythme} respirations par minute : à la fin de chaque expiration,
        {_litres(trace.coince_l)} L d’air restent coincés, et il reste {_litres(trace.place_l)} L de place pour inspirer, contre
        {_litres(vidange.PLACE_L)} L au départ. Elle dit : {dit}"""
    )


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
    t.text(x, y + 46, f"{_litres(trace.coince_l)} L coincés", 14.5, OCRE, gras=True)
    t.text(x + large, y + 46, f"{_litres(trace.place_l)} L pour inspirer", 14.5, BLEU, "end", gras=True)


def _litres(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def souffle_seconde(seconde: float, bronches: str) -> Dessin:
    """A forced breath out, stopped at ``seconde``: what is out, on 100 parts, and the flow-volume curve so far."""
    t = Toile(400)
    nom = {"libres": "normal", "genees": "obstructif"}[bronches]
    c = courbe(nom)
    cvf = SOUFFLES[nom][1]
    sorti = min(c.volume(c.temps_zero() + seconde), cvf) if seconde else 0.0
    debit = c.debit(c.temps_zero() + seconde) if 0 < seconde < c.fin_s else 0.0
    parts = round(100 * sorti / cvf)
    poumons(t, "souffle_seconde_poumons", 14, 72, 276, bronches == "genees",
            [((PLEIN_L - sorti) / PLEIN_L, BLEU_CLAIR), ((PLEIN_L - cvf) / PLEIN_L, "#e4e6e4")])  # fmt: skip
    t.text(114, 302, _NOMS[bronches], 14, ENCRE, "middle")
    for side in (-1, 1):
        t.text(114 + side * 56, 276 - (PLEIN_L - cvf) / PLEIN_L * 204 + 26, "reste\ntoujours", 14, DISCRET, "middle")
    _cent(t, 252, 62, parts)
    _boucle(t, c, cvf, sorti, debit)
    temps = f"après {_secondes(seconde)}" if seconde else "avant le souffle"
    phrase = _phrase(seconde, parts, sorti, cvf)
    t.text(20, 344, temps.capitalize(), 17, ENCRE, gras=True)
    t.text(20, 372, phrase, 15.5, ENCRE)
    return t.dessin(
        f"""{_NOMS[bronches].capitalize()}, {temps} : {parts} parts d’air sur 100 sont sorties, soit {_centilitres(sorti)} L
        sur {_centilitres(cvf)} L. L’air sort à {_litres(debit)} L par seconde. {_remarque(seconde)}"""
    )


def _cent(t: Toile, x: float, y: float, parts: int) -> None:
    """A hundred dots, the first ``parts`` of them out."""
    t.text(x + 86, y - 22, "Sur 100 parts d’air", 14, ENCRE, "middle")
    for k in range(100):
        c = (x + 5 + (k % 10) * 18, y + 5 + (9 - k // 10) * 18)
        t.circle(c, 6.6, BLEU if k < parts else PAPIER, BLEU, 1.2)
    t.text(x + 86, y + 216, f"{parts} sorties", 19, BLEU, "middle", gras=True)


def _boucle(t: Toile, c, cvf: float, sorti: float, debit: float) -> None:
    """The flow-volume curve: whole in grey, what is blown so far in ink."""

    def x(v: float) -> float:
        return 486 + v * 64

    def y(f: float) -> float:
        return 268 - f * 33

    t.text(486, 40, "Débit (vitesse de sortie)", 14, DISCRET)
    t.line((x(0), y(6.4)), (x(0), y(0)), ENCRE, 1.5)
    t.line((x(0), y(0)), (x(3.1), y(0)), ENCRE, 1.5)
    t.text(x(3.1), y(0) + 20, "air sorti", 14, DISCRET, "end")
    times = [*(k / 200 for k in range(100)), *(0.5 + k / 20 for k in range(int((c.fin_s - 0.5) * 20)))]
    whole = [(c.volume(s), c.debit(s)) for s in times]
    t.polyline([(x(v), y(f)) for v, f in whole], FILET, 3)
    done = [(x(v), y(f)) for v, f in whole if v <= sorti]
    if len(done) > 1:
        t.polyline(done, BLEU, 3.6)
    t.circle((x(sorti), y(debit)), 7, OCRE, PAPIER, 2)


def _secondes(seconde: float) -> str:
    texte = f"{seconde:g}".replace(".", ",")
    return f"{texte} seconde" + ("s" if seconde >= 2 else "")


def _phrase(seconde: float, parts: int, sorti: float, cvf: float) -> str:
    if not seconde:
        return "Poumons pleins. Elle va souffler d’un coup, jusqu’au bout."
    if seconde == 1:
        return f"{_centilitres(sorti)} L sont sortis : c’est le VEMS. Sur une CVF de {_centilitres(cvf)} L : {parts} %."
    if parts >= 99:
        return f"Tout ce qui pouvait sortir est sorti : {_centilitres(cvf)} L, la CVF."
    return f"{_centilitres(sorti)} L sont sortis, {_centilitres(cvf - sorti)} L peuvent encore sortir."


def _remarque(seconde: float) -> str:
    if seconde == 1:
        return "Ce qui est sorti en une seconde est le VEMS."
    return "Le volume résiduel, lui, reste dans les poumons."


def _centilitres(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
