"""A tube of blood and its cholesterol; a hundred men like him, and those to whom something happens."""

from __future__ import annotations

from asalee_training.clinical import lipides, risque_cv, unites
from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    PAPIER,
    ROUGE,
    ROUGE_CLAIR,
    VERT,
    VERT_CLAIR,
    Dessin,
    Toile,
)

_CT, _HDL = 2.40, 0.43  # g/L, those of the lesson's witness


def _fr(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}".replace(".", ",")


def tube_cholesterol(total: float, hdl: float, tg: float) -> Dessin:
    """What a total cholesterol is made of, in g/L, and the calculation of LDL, where it holds."""
    try:
        ldl = lipides.ldl_g_l(total, hdl, tg)
    except ValueError:  # too many triglycerides for the formula: nothing else can fail within these sliders
        ldl = None
    t = Toile(404)
    t.text(130, 30, "Dans le tube", 17, ENCRE, "middle", gras=True)
    bas, echelle = 372, 90.0
    haut = bas - total * echelle
    t.path(
        f"M72 {bas - 322}V{bas - 8}Q72 {bas + 20} 118 {bas + 20}Q164 {bas + 20} 164 {bas - 8}V{bas - 322}",
        PAPIER,
        DISCRET,
        2,
    )
    reste = lipides.non_hdl_g_l(total, hdl)
    parts = [("HDL", hdl, VERT, VERT_CLAIR)]
    if ldl is None:
        parts.append(("le reste", reste, DISCRET, "#e7e3da"))
    else:
        parts += [("triglycérides\n÷ 5 :", reste - ldl, OCRE, "#f2d9a8"), ("LDL", ldl, ROUGE, "#e9a79b")]
    y = float(bas)
    for nom, part, trait, fond in parts:
        y -= part * echelle
        t.rect(76, y, 84, part * echelle, fond, trait, 1.4)
        lines = nom.count("\n")
        place = bas + 4 if nom == "HDL" else y + part * echelle / 2 + 5 - lines * 8
        t.text(176, place, f"{nom} {_fr(part, 2)}", 15, trait, gras=True)
    t.path(f"M68 {bas - 322}H168", "none", DISCRET, 4)
    t.line((56, haut), (56, bas), ENCRE, 1.4)
    t.text(50, (haut + bas) / 2, f"{_fr(total, 2)}", 15, ENCRE, "end", gras=True)
    t.rect(376, 20, 308, 352, "#fdfbf3", FILET, 1.6, rx=8)
    t.text(530, 50, "Le calcul, en g/L", 16, ENCRE, "middle", gras=True)
    for k, (nom, valeur) in enumerate((("total", total), ("− HDL", hdl), ("− triglycérides ÷ 5", tg / 5))):
        t.text(398, 92 + k * 36, nom, 15.5, ENCRE)
        t.text(662, 92 + k * 36, _fr(valeur, 2), 16, ENCRE, "end")
    t.line((396, 182), (664, 182), ENCRE, 1.6)
    if ldl is None:
        t.line((396, 80), (664, 172), ROUGE, 3)
        t.text(398, 214, "LDL", 17, ROUGE, gras=True)
        t.text(662, 214, "?", 22, ROUGE, "end", gras=True)
        t.text(
            398,
            256,
            "3,4 g/L de triglycérides\nou plus : la formule ne vaut\nplus rien. LDL à doser, et\nmédecin prévenu.",
            15.5,
            ENCRE,
        )
        suite = "À partir de 3,4, la formule ne vaut plus rien : LDL à doser, et le médecin est prévenu."
        lu = "LDL non calculable"
    else:
        mmol = unites.convertir(ldl, "cholesterol_ldl", "g/L", "mmol/L")
        t.text(398, 214, "LDL", 17, ROUGE, gras=True)
        t.text(662, 214, _fr(ldl, 2), 20, ROUGE, "end", gras=True)
        t.rect(396, 238, 268, 40, ROUGE_CLAIR, "none", rx=8)
        t.text(530, 263, f"{_fr(ldl, 2)} g/L, c’est {_fr(mmol, 1)} mmol/L", 15, ENCRE, "middle", gras=True)
        t.text(398, 312, "Même sang, deux nombres :\nl’unité s’écrit toujours.", 15, DISCRET)
        suite = f"C’est {_fr(mmol, 1)} en mmol/L."
        lu = f"LDL calculé {_fr(ldl, 2)}"
    return t.dessin(
        f"Total {_fr(total, 2)}, HDL {_fr(hdl, 2)}, triglycérides {_fr(tg, 2)} g/L : {lu}{' g/L' if ldl else ''}. {suite}"
    )


def cent_hommes(age: int, tabac: str, pas: int) -> Dessin:
    """A hundred men like him for ten years: SCORE2, and what the same score says without tobacco."""
    ct, hdl = (
        unites.convertir(v, q, "g/L", "mmol/L") for v, q in ((_CT, "cholesterol_total"), (_HDL, "cholesterol_hdl"))
    )
    risque = risque_cv.score2(age, "homme", tabac == "oui", pas, ct, hdl)
    sans = risque_cv.score2(age, "homme", False, pas, ct, hdl)
    atteints, de_tabac = round(risque), round(risque) - round(sans)
    t = Toile(410)
    t.text(250, 30, f"Cent hommes comme lui, à {age} ans, pendant dix ans", 16, ENCRE, "middle", gras=True)
    for k in range(100):
        x, y = 40 + k % 20 * 22.4, 62 + k // 20 * 56
        malade = k < atteints
        fume = malade and k >= atteints - de_tabac
        _homme(t, x, y, (OCRE, "#f2d9a8") if fume else (ROUGE, ROUGE) if malade else (DISCRET, PAPIER))
        if malade:
            t.line((x - 7, y + 43), (x + 7, y + 43), OCRE if fume else ROUGE, 3.4)
    t.rect(502, 46, 182, 122, BLEU_CLAIR, "none", rx=10)
    t.text(593, 74, "SCORE2", 15, DISCRET, "middle")
    t.text(593, 118, f"{_fr(risque, 1)} %", 34, BLEU, "middle", gras=True)
    t.text(593, 150, "région à bas risque", 14, DISCRET, "middle")
    t.rect(502, 180, 182, 122, PAPIER, FILET, 1.6, rx=10)
    t.text(593, 208, "Sans le tabac", 15, DISCRET, "middle")
    t.text(593, 250, f"{_fr(sans, 1)} %", 28, VERT, "middle", gras=True)
    t.text(593, 284, "le même homme" if tabac == "oui" else "il ne fume pas", 14, DISCRET, "middle")
    t.text(
        40,
        356,
        f"{atteints} ont un accident du cœur ou du cerveau, {100 - atteints} n’en ont pas.",
        15.5,
        ENCRE,
        gras=True,
    )
    if de_tabac:
        t.rect(40, 368, 16, 16, "#f2d9a8", OCRE, 1.6, rx=3)
        t.text(64, 381, f"en clair : {de_tabac} de moins si aucun ne fumait, d’après le score", 14.5, ENCRE)
    t.text(40, 402, "Cholestérol 2,40 g/L et HDL 0,43 g/L, sans diabète ni accident. Nombres arrondis.", 14, DISCRET)
    moins = f" ({de_tabac} de moins si aucun ne fumait)" if de_tabac else ""
    return t.dessin(
        f"SCORE2 {_fr(risque, 1)} % : sur cent hommes de {age} ans comme lui, {atteints} auront un accident du cœur ou du cerveau "
        f"en dix ans{moins} ; {100 - atteints} n’en auront pas. Sans tabac, le score dirait {_fr(sans, 1)} %."
    )


def _homme(t: Toile, x: float, y: float, couleurs: tuple[str, str]) -> None:
    trait, fond = couleurs
    t.circle((x, y + 6), 5, fond, trait, 1.3)
    t.path(
        f"M{x - 6} {y + 38}V{y + 20}Q{x - 6} {y + 13} {x} {y + 13}Q{x + 6} {y + 13} {x + 6} {y + 20}V{y + 38}Z",
        fond,
        trait,
        1.3,
    )
