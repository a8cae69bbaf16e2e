"""A VEMS over the years, and the age at which somebody stops smoking: the curves of Fletcher."""

from __future__ import annotations

from asalee_training.figures.gens import visage
from asalee_training.figures.toile import (
    BLEU,
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
)
from asalee_training.simulation import declin_vems as declin


def vems_arret(arret: int, age: int) -> Dessin:
    """Three women born the same day: who never smoked, who goes on, who stops at ``arret``; as they are at ``age``."""
    t = Toile(410)

    def x(a: float) -> float:
        return 52 + (a - declin.DEBUT) * 6.7

    def y(part: float) -> float:
        return 340 - part * 285

    t.text(16, 26, "Souffle (VEMS), en % de ce qu’il était à 25 ans : schéma d’après Fletcher", 14, ENCRE)
    rayures = t.hatch("vems_arret_gene", OCRE, 10, 45, 0.6)
    t.rect(x(25), y(declin.GENE), x(85) - x(25), y(0) - y(declin.GENE), OCRE_CLAIR)
    t.rect(x(25), y(declin.GENE), x(85) - x(25), y(0) - y(declin.GENE), rayures, opacity=0.5)
    t.text(x(26), y(declin.GENE) + 22, "essoufflée dans les gestes\nde tous les jours (repère)", 14, OCRE)
    for pct in (25, 50, 75, 100):
        t.line((x(25), y(pct / 100)), (x(85), y(pct / 100)), FILET, 1)
        t.text(x(25) - 8, y(pct / 100) + 5, str(pct), 14, DISCRET, "end")
    for a in range(30, 86, 10):
        t.text(x(a), y(0) + 20, f"{a}", 14, DISCRET, "middle")
    t.text(x(85), y(0) + 40, "âge, en années", 14, DISCRET, "end")
    t.line((x(25), y(1.05)), (x(25), y(0)), ENCRE, 1.6)
    t.line((x(25), y(0)), (x(85) + 6, y(0)), ENCRE, 1.6)
    ages = range(declin.DEBUT, declin.FIN + 1)
    t.polyline([(x(a), y(declin.part_sans_tabac(a))) for a in ages], BLEU, 2.6, stroke_dasharray="9 5")
    t.polyline([(x(a), y(declin.part(a, declin.FIN))) for a in ages], ROUGE, 2.6, stroke_dasharray="2 5")
    t.polyline([(x(a), y(declin.part(a, arret))) for a in ages if a >= arret], VERT, 4.2)
    c = (x(arret), y(declin.part(arret, arret)))
    foot = max(y(declin.GENE), c[1] + 14)
    t.line(c, (c[0], foot), VERT, 1.2, stroke_dasharray="3 4")
    tard = arret >= 55
    t.text(
        c[0] + (-14 if tard else 7), foot - 7, f"arrêt à {arret} ans", 14, VERT, "end" if tard else "start", gras=True
    )
    t.circle(c, 7, PAPIER, VERT, 3)
    t.line((x(age), y(1.02)), (x(age), y(0)), ENCRE, 1.2)
    jamais, suite, elle = (declin.part_sans_tabac(age), declin.part(age, declin.FIN), declin.part(age, arret))
    for part, couleur in ((jamais, BLEU), (suite, ROUGE), (elle, VERT)):
        t.circle((x(age), y(part)), 6, couleur, PAPIER, 2)
    t.text(478, 64, f"À {age} ans", 18, ENCRE, gras=True)
    for k, (titre, part, couleur, tirets) in enumerate(
        (("n’a jamais fumé", jamais, BLEU, "9 5"), (_titre(arret, age), elle, VERT, ""), ("fume toujours", suite, ROUGE, "2 5"))
    ):  # fmt: skip
        row = 92 + k * 76
        visage(t, (500, row + 28), 20, 1 if part > 0.5 else 0 if part > declin.GENE else -1)
        t.line((530, row + 12), (562, row + 12), couleur, 3.4, **({"stroke_dasharray": tirets} if tirets else {}))
        t.text(570, row + 17, titre, 14, ENCRE)
        t.text(530, row + 46, f"{round(100 * part)} %", 22, couleur, gras=True)
    for k, ligne in enumerate(_bilan(arret, age)):
        t.text(478, 334 + k * 20, ligne, 14.5, VERT if age > arret else DISCRET, gras=age > arret)
    return t.dessin(
        f"""À {age} ans, le souffle vaut {round(100 * jamais)} % de celui des 25 ans pour qui n’a jamais fumé,
        {round(100 * elle)} % pour qui s’arrête à {arret} ans, {round(100 * suite)} % pour qui fume toujours et que le tabac
        abîme. {" ".join(_bilan(arret, age))}. {_gene(arret)}"""
    )


def _titre(arret: int, age: int) -> str:
    return f"arrêt à {arret} ans" if age > arret else "fume encore"


def _bilan(arret: int, age: int) -> tuple[str, ...]:
    if age <= arret:
        return (f"Elle s’arrêtera à {arret} ans :", "faites passer les années")
    meme = declin.age_du_meme_souffle(age, arret)
    return ("C’est le souffle qu’elle", f"aurait eu à {meme} ans", "en continuant à fumer")


def _gene(arret: int) -> str:
    suite, elle = declin.age_de_gene(declin.FIN), declin.age_de_gene(arret)
    avec = f"à {elle} ans" if elle else f"jamais avant {declin.FIN} ans"
    return f"Gêne de tous les jours : à {suite} ans en fumant toujours, {avec} avec cet arrêt (schéma)."
