"""A breath out, second by second: what has come out on a hundred parts, and the curve that it draws."""

from __future__ import annotations

from asalee_training.figures.maquettes.poumons_pleins import GRIS, NOMS, PLEIN_L, poumons
from asalee_training.figures.souffle import SOUFFLES, courbe
from asalee_training.figures.toile import BLEU, BLEU_CLAIR, DISCRET, ENCRE, FILET, OCRE, PAPIER, Dessin, Toile, virgule
from asalee_training.simulation.spirogramme import Expiration


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
            [((PLEIN_L - sorti) / PLEIN_L, BLEU_CLAIR), ((PLEIN_L - cvf) / PLEIN_L, GRIS)])  # fmt: skip
    t.text(114, 302, NOMS[bronches], 14, ENCRE, "middle")
    for side in (-1, 1):
        t.text(114 + side * 56, 276 - (PLEIN_L - cvf) / PLEIN_L * 204 + 26, "reste\ntoujours", 14, DISCRET, "middle")
    _cent(t, 252, 62, parts)
    _boucle(t, c, sorti, debit)
    temps = f"après {_secondes(seconde)}" if seconde else "avant le souffle"
    phrase = _phrase(seconde, parts, sorti, cvf)
    t.text(20, 344, temps.capitalize(), 17, ENCRE, gras=True)
    t.text(20, 372, phrase, 15.5, ENCRE)
    return t.dessin(
        f"""{NOMS[bronches].capitalize()}, {temps} : {parts} parts d’air sur 100 sont sorties, soit {virgule(sorti, 2)} L
        sur {virgule(cvf, 2)} L. L’air sort à {virgule(debit)} L par seconde. {_remarque(seconde)}"""
    )


def _cent(t: Toile, x: float, y: float, parts: int) -> None:
    """A hundred dots, the first ``parts`` of them out."""
    t.text(x + 86, y - 22, "Sur 100 parts d’air", 14, ENCRE, "middle")
    for k in range(100):
        c = (x + 5 + (k % 10) * 18, y + 5 + (9 - k // 10) * 18)
        t.circle(c, 6.6, BLEU if k < parts else PAPIER, BLEU, 1.2)
    t.text(x + 86, y + 216, f"{parts} sorties", 19, BLEU, "middle", gras=True)


def _boucle(t: Toile, c: Expiration, sorti: float, debit: float) -> None:
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
        return f"{virgule(sorti, 2)} L sont sortis : c’est le VEMS. Sur une CVF de {virgule(cvf, 2)} L : {parts} %."
    if parts >= 99:
        return f"Tout ce qui pouvait sortir est sorti : {virgule(cvf, 2)} L, la CVF."
    return f"{virgule(sorti, 2)} L sont sortis, {virgule(cvf - sorti, 2)} L peuvent encore sortir."


def _remarque(seconde: float) -> str:
    if seconde == 1:
        return "Ce qui est sorti en une seconde est le VEMS."
    return "Le volume résiduel, lui, reste dans les poumons."
