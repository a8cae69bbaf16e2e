"""A hundred filters that close and leak: what the laboratory prints meanwhile, and what she feels. By `clinical.rein`."""

from __future__ import annotations

from asalee_training.clinical import rein, unites
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
)

#: The woman of the lesson, and a ratio in the middle of each stage, in mg/mmol.
_AGE, _RAC = 64, {"a1": 1.2, "a2": 8.4, "a3": 42.0}
_RISQUES = {"faible": "faible", "modere": "modéré", "eleve": "élevé", "tres_eleve": "très élevé"}


def creatinine_umol_l(dfg: float) -> float:
    """The creatinine with which the laboratory finds this DFG in her, in µmol/L: CKD-EPI 2009 read backwards."""
    bas, haut = 10.0, 3000.0
    for _ in range(60):  # the equation falls as creatinine rises: halve the range until nothing is left of it
        milieu = (bas + haut) / 2
        bas, haut = (milieu, haut) if rein.dfg_brut(milieu, _AGE, "femme", "2009") > dfg else (bas, milieu)
    return bas


def filtres_du_rein(dfg: int, fuite: str) -> Dessin:
    """The filters, the sheet of the laboratory, and the woman."""
    rac = _RAC[fuite]
    stade = rein.stade_kdigo(dfg, rac)
    umol = round(creatinine_umol_l(dfg))
    mg_l = f"{unites.convertir(umol, 'creatinine', 'µmol/L', 'mg/L'):.1f}".replace(".", ",")
    ecrit = f"{rac:.1f}".replace(".", ",")
    sent, couleur = _ressenti(dfg)
    t = Toile(412)
    _rein(t, dfg, fuite)
    lignes = (
        (f"Créatinine : {umol} µmol/L", f"soit {mg_l} mg/L"),
        (f"DFG : {dfg}", f"catégorie {stade.g}"),
        (f"RAC : {ecrit} mg/mmol", f"catégorie {stade.a}"),
    )
    _feuille(t, lignes)
    t.rect(394, 258, 292, 84, PAPIER, couleur, 2, rx=12)
    t.text(410, 284, "Elle vous dit", 14, DISCRET)
    t.text(410, 314, sent, 15.5, couleur, gras=True)
    t.text(350, 374, f"Repère KDIGO, {stade.g} et {stade.a} : risque {_RISQUES[stade.risque]}, si cela dure plus de trois mois.", 14.5,
           ENCRE, "middle", gras=True)  # fmt: skip
    t.text(
        350,
        400,
        "Schéma : un rein a un million de filtres. Calcul : CKD-EPI 2009.",
        14,
        DISCRET,
        "middle",
        italique=True,
    )
    return t.dessin(
        f"DFG {dfg}, catégorie {stade.g}. Créatinine : {umol} µmol/L, soit {mg_l} mg/L. RAC : {ecrit} mg/mmol, {stade.a}. "
        f"Elle vous dit : {sent} Risque {_RISQUES[stade.risque]}, si cela dure plus de trois mois."
    )


def _ressenti(dfg: int) -> tuple[str, str]:
    """What she feels; the leak is never felt."""
    if dfg < 15:
        return "« Épuisée, ça me démange. »", ROUGE
    if dfg < 30:
        return "« Un peu fatiguée. »", OCRE
    return "« Rien. Je vais très bien. »", VERT


def _rein(t: Toile, dfg: int, fuite: str) -> None:
    """Draw a kidney with a hundred filters, those that closed crossed out, and drops of albumin that leave it."""
    uretere = "M236 164C284 168 320 214 330 320"
    t.path(uretere, "none", "#d8b36a", 15)
    t.path(uretere, "none", OCRE_CLAIR, 9)
    t.path(
        "M150 10C246 2 312 60 298 112C290 142 238 136 236 164C234 192 292 190 302 226C312 280 240 306 160 296"
        "C62 282 22 212 22 152C22 74 68 18 150 10Z",
        "#e2a79b", "#8d463c", 3,
    )  # fmt: skip
    for k, (x, y) in enumerate(_places()):
        if k * 37 % 100 >= dfg:  # 37 and 100 share no divisor: filters close here and there, each in its turn
            t.circle((x, y), 7.5, "#c9a79f", "#8d6a62", 1)
            t.line((x - 4, y - 4), (x + 4, y + 4), "#6b4b44", 1.5)
        else:
            t.circle((x, y), 7.5, PAPIER, ROUGE, 2)
            t.circle((x, y), 2.6, ROUGE)
    for k in range({"a1": 0, "a2": 4, "a3": 12}[fuite]):
        t.circle((316 + (k % 4) * 15 - k // 4 * 4, 330 + (k // 4) * 11), 5, PAPIER, OCRE, 2)
    mots = {"a1": "rien ne fuit", "a2": "un peu d’albumine fuit", "a3": "beaucoup d’albumine fuit"}[fuite]
    t.text(14, 326, f"{dfg} filtres ouverts sur 100", 14.5, ROUGE, gras=True)
    t.text(14, 347, mots, 14.5, ENCRE if fuite == "a1" else OCRE, gras=True)


def _places() -> list[tuple[float, float]]:
    """Where the hundred filters lie, row by row."""
    rows = (
        (96, 36, 6), (66, 60, 9), (50, 84, 11), (42, 108, 11), (38, 132, 10), (36, 156, 9), (38, 180, 10), (44, 204, 11),
        (54, 228, 11), (74, 252, 9), (140, 275, 3),
    )  # fmt: skip
    return [(x + 21.5 * k, y) for x, y, count in rows for k in range(count)]


def _feuille(t: Toile, lignes: tuple[tuple[str, str], ...]) -> None:
    """Draw the laboratory's sheet."""
    t.rect(400, 22, 292, 216, "#dfe4e3", rx=6)
    t.rect(394, 16, 292, 216, PAPIER, BLEU, 1.8, rx=6)
    t.rect(394, 16, 292, 36, BLEU_CLAIR, BLEU, 1.8, rx=6)
    t.text(410, 40, "Laboratoire, femme de 64 ans", 15, BLEU, gras=True)
    for k, (nombre, suite) in enumerate(lignes):
        y = 82 + k * 54
        t.text(410, y, nombre, 17, ENCRE, gras=True)
        t.text(410, y + 20, suite, 14, DISCRET)
        if k:
            t.line((406, y - 23), (674, y - 23), FILET, 1)
