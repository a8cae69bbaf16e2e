"""Risk: what each factor weighs, computed by the clinical engine."""

from __future__ import annotations

from asalee_training.clinical import risque_cv
from asalee_training.figures.toile import BLEU, DISCRET, ENCRE, FILET, OCRE, ROUGE, VERT, Dessin, Toile

# One woman, and what changes from one row to the next: age, smoking, systolic pressure, cholesterol, HDL (mmol/L).
_LIGNES = (
    ("60 ans, sans tabac, PAS 120", (60, False, 120, 5.2, 1.5), VERT),
    ("la même, PAS 160", (60, False, 160, 5.2, 1.5), OCRE),
    ("la même, PAS 120, fume", (60, True, 120, 5.2, 1.5), OCRE),
    ("fume, PAS 160", (60, True, 160, 5.2, 1.5), ROUGE),
    ("fume, PAS 160, cholestérol plus haut", (60, True, 160, 7.0, 1.2), ROUGE),
    ("ce qu’elle peut gagner : sans tabac, PAS 130", (60, False, 130, 6.0, 1.2), BLEU),
)


def score2_facteurs() -> Dessin:
    """SCORE2 of one woman as factors are added one by one."""
    t = Toile(480)
    t.text(350, 28, "SCORE2 : les facteurs se multiplient", 17, ENCRE, "middle", gras=True)
    t.text(
        350,
        52,
        "Une femme de 60 ans, région à risque faible (France) ; risque à dix ans, en %",
        13.5,
        DISCRET,
        "middle",
    )
    risques = [risque_cv.score2(age, "femme", tabac, pas, ct, hdl) for _, (age, tabac, pas, ct, hdl), _ in _LIGNES]
    step = 620 / (max(risques) * 1.16)
    for k, ((nom, _, couleur), risque) in enumerate(zip(_LIGNES, risques, strict=True)):
        y = 84 + k * 56
        t.text(24, y, nom, 14.5, ENCRE)
        t.rect(24, y + 8, risque * step, 22, couleur, rx=4)
        t.text(24 + risque * step + 10, y + 25, f"{risque:.1f}\u00a0%".replace(".", ","), 16, couleur, gras=True)
    t.line((24, 420), (676, 420), FILET, 1.2)
    t.text(
        24,
        444,
        "Calculé par le moteur de la formation (SCORE2, 2021). Cholestérol 5,2 puis 7,0 mmol/L, HDL 1,5 puis 1,2.",
        12.5,
        DISCRET,
    )
    t.text(
        24,
        464,
        "Le score ne se calcule ni en cas de diabète, ni après un infarctus ou un AVC, ni avant 40 ans.",
        12.5,
        DISCRET,
    )
    mots = [f"{risque:.1f}".replace(".", ",") for risque in risques]
    return t.dessin(
        f"""Six barres : le risque cardiovasculaire à dix ans d’une femme de 60 ans, selon SCORE2. Sans tabac, pression
        systolique de 120 : {mots[0]} %. Pression de 160 : {mots[1]} %. Pression de 120 mais fumeuse : {mots[2]} %. Fumeuse et
        pression de 160 : {mots[3]} %. Avec en plus un cholestérol plus haut : {mots[4]} %. Ce qu’elle peut gagner, sans tabac
        et avec une pression de 130 : {mots[5]} %. Les facteurs se multiplient plus qu’ils ne s’ajoutent."""
    )
