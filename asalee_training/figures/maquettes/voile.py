"""The sail and the hill: the two curves of one breath out, as its ratio falls."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from asalee_training.figures.souffle import PERSONNE, SOUFFLES
from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    PAPIER,
    ROUGE,
    Dessin,
    Point,
    Toile,
    virgule,
)
from asalee_training.simulation import spirogramme

#: CVF in litres: the woman of the figures, and the same with smaller lungs.
CVF_L = {"ordinaire": 2.95, "petit": 1.9}
_NOMS = {"ordinaire": "Poumons ordinaires", "petit": "Petits poumons"}


@lru_cache(maxsize=64)
def _souffle(rapport: int, poumons: str) -> spirogramme.Expiration:
    cvf = CVF_L[poumons]
    vems = rapport / 100 * cvf
    share = min(1.0, vems / SOUFFLES["normal"][0])
    return spirogramme.fit(vems, cvf, spirogramme.peak_flow(*PERSONNE, share, cvf))


def voile_colline(rapport: int, poumons: str) -> Dessin:
    """Flow against volume, volume against time, for a VEMS/CVF of ``rapport`` % and a CVF ordinary or small."""
    t = Toile(400)
    c = _souffle(rapport, poumons)
    cvf = CVF_L[poumons]
    t.text(178, 24, "La voile (débit-volume)", 15, ENCRE, "middle", gras=True)
    t.text(512, 24, "La colline (volume-temps)", 15, ENCRE, "middle", gras=True)
    _voile(t, c, cvf)
    _colline(t, c, cvf)
    t.text(
        20, 352, f"VEMS {virgule(c.vems(), 2)} L, CVF {virgule(cvf, 2)} L, VEMS/CVF {rapport} %", 16, BLEU, gras=True
    )
    t.text(20, 380, f"La descente est {_forme(c, cvf)}. La colline devient plate à {c.fin_s:.0f} secondes.", 15, ENCRE)
    return t.dessin(
        f"""{_NOMS[poumons]}, VEMS/CVF {rapport} % : VEMS {virgule(c.vems(), 2)} L, CVF {virgule(cvf, 2)} L. Après le pic, la descente est
        {_forme(c, cvf)}. La courbe volume-temps devient plate à {c.fin_s:.0f} secondes.
        {"La voile est plus étroite que celle de poumons ordinaires." if poumons == "petit" else ""}"""
    )


def _voile(t: Toile, c: spirogramme.Expiration, cvf: float) -> None:
    x: Callable[[float], float] = lambda v: 44 + v * 92  # noqa: E731
    y: Callable[[float], float] = lambda f: 300 - f * 38  # noqa: E731
    for f in (2, 4, 6):
        t.line((x(0), y(f)), (x(3.1), y(f)), FILET, 1)
        t.text(x(0) - 8, y(f) + 5, str(f), 14, DISCRET, "end")
    t.line((x(0), y(6.6)), (x(0), y(0)), ENCRE, 1.6)
    t.line((x(0), y(0)), (x(3.1), y(0)), ENCRE, 1.6)
    t.text(x(3.1), y(0) + 22, "air sorti, en litres", 14, DISCRET, "end")
    t.text(x(3.1), y(6) - 8, "débit, en L/s", 14, DISCRET, "end")
    sommet, pic = c.pointe()
    droite: list[Point] = [(x(c.volume(sommet)), y(pic)), (x(cvf), y(0))]
    t.polyline(droite, OCRE, 1.8, stroke_dasharray="6 5")
    times = [*(k / 200 for k in range(100)), *(0.5 + k / 20 for k in range(int((c.fin_s - 0.5) * 20)))]
    t.polyline([(x(c.volume(s)), y(c.debit(s))) for s in times], BLEU, 3.4)
    t.circle(droite[0], 6, ROUGE, PAPIER, 2)
    t.text(droite[0][0] + 12, droite[0][1] + 2, "pic", 14, ROUGE)


def _colline(t: Toile, c: spirogramme.Expiration, cvf: float) -> None:
    x: Callable[[float], float] = lambda s: 384 + s * 19.4  # noqa: E731
    y: Callable[[float], float] = lambda v: 300 - v * 82  # noqa: E731
    t.rect(x(0), y(3.05), x(1) - x(0), y(0) - y(3.05), BLEU_CLAIR)
    for v in (1, 2, 3):
        t.line((x(0), y(v)), (x(15), y(v)), FILET, 1)
        t.text(x(0) - 8, y(v) + 5, f"{v} L", 14, DISCRET, "end")
    t.line((x(0), y(3.1)), (x(0), y(0)), ENCRE, 1.6)
    t.line((x(0), y(0)), (x(15), y(0)), ENCRE, 1.6)
    for s in (1, 5, 10, 15):
        t.text(x(s), y(0) + 22, f"{s} s", 14, DISCRET, "middle")
    zero = c.temps_zero()
    t.polyline([(x(k / 20), y(min(c.volume(zero + k / 20), cvf))) for k in range(15 * 20 + 1)], BLEU, 3.4)
    t.circle((x(1), y(c.vems())), 6, ROUGE, PAPIER, 2)
    t.text(x(1) + 12, y(c.vems()) + 20, "VEMS", 14, ROUGE)
    t.circle((x(c.fin_s), y(cvf)), 6, OCRE, PAPIER, 2)
    t.text(x(c.fin_s), y(cvf) + 24, "plat", 14, OCRE, "middle")


def _forme(c: spirogramme.Expiration, cvf: float) -> str:
    """How far, at half the volume, the curve sags under the straight line from its peak."""
    sommet, pic = c.pointe()
    milieu = cvf / 2
    ligne = pic * (cvf - milieu) / (cvf - c.volume(sommet))
    bas, haut = sommet, c.fin_s
    while haut - bas > 1e-3:
        centre = (bas + haut) / 2
        bas, haut = (centre, haut) if c.volume(centre) < milieu else (bas, centre)
    creux = 1 - c.debit(bas) / ligne
    if creux < 0.2:
        return "presque droite"
    return "un peu creusée" if creux < 0.5 else "creusée comme un hamac"
