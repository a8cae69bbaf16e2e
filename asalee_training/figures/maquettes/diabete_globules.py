"""Red cells that gather sugar as long as they live: what the laboratory reads when they live less, or more. A schema."""

from __future__ import annotations

from asalee_training.clinical import hba1c
from asalee_training.figures.sang import globule_rouge
from asalee_training.figures.toile import (
    BLEU,
    DISCRET,
    ENCRE,
    FILET,
    PAPIER,
    ROUGE,
    ROUGE_CLAIR,
    VERT,
    Dessin,
    Toile,
)

_VIE = 120  # days, of an ordinary red cell
_LISIBLE = 4.0  # %: below, `clinical.hba1c` reads nothing, nor do most laboratories
_ECART = 0.3  # points of HbA1c under which nobody would see a contradiction; ours


def taux_pct(glycemie_g_l: float, vie_jours: float) -> tuple[float, float]:
    """HbA1c that this mean glucose gives over 120 days, and the one read when cells live otherwise, in %.

    The first is the line of `clinical.hba1c.glycemie_moyenne`, read backwards. The second follows the mean age of the
    cells, in proportion: a schema, which no laboratory uses to correct anything.
    """
    sept, huit = (hba1c.glycemie_moyenne(pct).g_l for pct in (7.0, 8.0))  # a line: two points give it
    attendue = 7.0 + (glycemie_g_l - sept) / (huit - sept)
    return attendue, attendue * vie_jours / _VIE


def globules_rouges(glycemie: float, vie: int) -> Dessin:
    """A line of red cells from the marrow to the spleen, and two numbers side by side."""
    attendue, lue = taux_pct(glycemie, vie)
    ecart = round(lue, 1) - round(attendue, 1)
    t = Toile(412)
    t.text(14, 28, f"De la moelle à la rate : {vie} jours", 16, ENCRE, gras=True)
    _vie_des_globules(t, glycemie, vie)
    couleur = VERT if abs(ecart) < _ECART else ROUGE
    _carte(
        t,
        14,
        "Ce qu’il y a dans son sang",
        f"{_n(glycemie)} g/L en moyenne",
        f"annonce une HbA1c de {_n(attendue)} %",
        BLEU,
    )
    rendu, suite = "moins de 4 %", "sous ce que l’on sait lire"
    if lue >= _LISIBLE:
        rendu, suite = f"{_n(lue)} %", f"soit {round(hba1c.ifcc(round(lue, 1)))} mmol/mol"
    _carte(t, 386, "Ce que rend le laboratoire", rendu, suite, couleur)
    t.text(350, 302, "=" if abs(ecart) < _ECART else "≠", 34, couleur, "middle", gras=True)
    t.text(350, 366, _verdict(ecart, lue), 15.5, couleur, "middle", gras=True)
    t.text(350, 400, "Schéma : le taux suit ici l’âge des globules. Aucun calcul ne corrige une HbA1c.", 14, DISCRET, "middle",
           italique=True)  # fmt: skip
    return t.dessin(
        f"Glycémie moyenne de {_n(glycemie)} g/L, qui annonce une HbA1c de {_n(attendue)} %. Globules de {vie} jours : le "
        f"laboratoire rend {rendu}. {_verdict(ecart, lue)}"
    )


def _n(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _verdict(ecart: float, lue: float) -> str:
    if abs(ecart) < _ECART:
        return "Les deux disent la même chose."
    if ecart > 0:
        return "Elle ment vers le haut : les globules ont vécu trop longtemps."
    if lue < 7:
        return "Elle ment vers le bas, et rassure à tort : les globules sont trop jeunes."
    return "Elle ment vers le bas : les globules sont trop jeunes."


def _vie_des_globules(t: Toile, glycemie: float, vie: int) -> None:
    """Draw one cell every ten days; those that an ordinary life would have held stay as dotted outlines."""
    t.arrow((38, 206), (668, 206), DISCRET, 1.6, 10)
    for jour in range(0, 141, 20):
        x = 40 + jour * 4.34
        t.line((x, 202), (x, 210), DISCRET, 1.4)
        t.text(x, 228, f"{jour} j", 14, DISCRET, "middle")
    for k in range(14):
        jour = 10 * k + 5
        c = (40 + jour * 4.34, 150 if k % 2 else 86)
        if jour > vie:
            if jour < _VIE:
                t.circle(c, 25, PAPIER, FILET, 1.6, stroke_dasharray="3 4")
            continue
        globule_rouge(t, c, 25, round(jour * glycemie / 19), k)
    fin = 40 + vie * 4.34
    t.line((fin, 46), (fin, 206), ROUGE, 2, stroke_dasharray="7 4")
    if vie <= 120:
        t.text(fin + 6, 60, "la rate", 14, ROUGE)
    else:
        t.text(fin - 6, 48, "la rate", 14, ROUGE, "end")


def _carte(t: Toile, x: float, titre: str, nombre: str, suite: str, couleur: str) -> None:
    t.rect(x, 244, 300, 94, ROUGE_CLAIR if couleur == ROUGE else "#f4f6f6", couleur, 1.8, rx=12)
    t.text(x + 150, 268, titre, 14, ENCRE, "middle")
    t.text(x + 150, 300, nombre, 22, couleur, "middle", gras=True)
    t.text(x + 150, 326, suite, 14, ENCRE, "middle")
