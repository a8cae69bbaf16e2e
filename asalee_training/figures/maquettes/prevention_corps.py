"""A body: its weight and its waist, set apart."""

from __future__ import annotations

from asalee_training.clinical import corpulence, reference_data, unites
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
    ROUGE_CLAIR,
    VERT,
    VERT_CLAIR,
    Dessin,
    Point,
    Toile,
    n,
    smooth,
)

#: Heights of the two people drawn, in cm; above this BMI the waist says no more (HAS, September 2011: 25 to 35).
_TAILLES, _IMC_SANS_TOUR = {"femme": 164.0, "homme": 176.0}, 35
_IMC_MOTS = {
    "maigreur": "maigreur",
    "habituelle": "corpulence habituelle",
    "surpoids": "surpoids",
    "obesite": "obésité",
}
_TOUR_MOTS = {"habituel": "sous le premier repère", "augmente": "risque augmenté", "eleve": "risque encore plus élevé"}


def _silhouette(t: Toile, x: float, sexe: str, poids: float, tour: float) -> None:
    """Draw a person whose limbs follow the weight and whose belly follows the waist."""
    k = (poids - 70) * 0.28
    epaule, taille, hanche, jambe = (
        47 + k * 0.8,
        tour * 0.52,
        45 + k * 1.1 + (4 if sexe == "femme" else 0),
        19 + k * 0.5,
    )
    taille, hanche = taille + k * 0.12, max(hanche, tour * 0.4)
    t.circle((x, 62), 22, PEAU, PEAU_BORD, 2.2)
    cheveux = f"M{x - 22} 62C{x - 24} 34 {x + 24} 34 {x + 22} 62"
    if sexe == "femme":
        cheveux += f"L{x + 24} 80L{x + 17} 62C{x + 10} 50 {x - 10} 50 {x - 17} 62L{x - 24} 80Z"
    else:
        cheveux += f"C{x + 12} 50 {x - 12} 50 {x - 22} 62Z"
    t.path(cheveux, "#7a5a44", "#5d4331", 1.4)
    for s in (-1, 1):
        bras: list[Point] = [(x + s * (epaule - 6), 98), (x + s * (epaule + 14), 140), (x + s * (max(epaule, taille) + 20), 196),
                             (x + s * (max(epaule, taille) + 22), 214)]  # fmt: skip
        t.path(smooth(bras), "none", PEAU_BORD, 15 + k * 0.3)
        t.path(smooth(bras), "none", PEAU, 11.5 + k * 0.3)
        jambes: list[Point] = [(x + s * 4, 240), (x + s * (hanche - 3), 236), (x + s * (8 + jambe * 1.5), 300), (x + s * (10 + jambe), 352),
                               (x + s * 10, 352), (x + s * 7, 300)]  # fmt: skip
        t.path(smooth(jambes, closed=True, tension=0.4), "#51606a", ENCRE, 1.6)
        t.ellipse((x + s * (12 + jambe * 0.5), 356), 17, 7, ENCRE)
    droite: list[Point] = [(x + 8, 84), (x + 14, 90), (x + epaule, 102), (x + epaule - 3 + max(0, taille - epaule) * 0.4, 140),
                           (x + taille, 186), (x + max(hanche, taille - 2), 226), (x + hanche - 4, 248)]  # fmt: skip
    gauche = [(2 * x - a, b) for a, b in reversed(droite)]
    t.path(smooth(droite) + "L" + smooth(gauche)[1:] + "Z", BLEU_CLAIR, BLEU, 2.2)
    t.path(f"M{n(x - taille)} 186Q{n(x)} 198 {n(x + taille)} 186", "none", OCRE, 7)


def _echelle(
    t: Toile, y: float, bornes: tuple[float, float], bandes: list[tuple[float, str, str]], valeur: float, unite: str
) -> None:
    """Draw a scale from x 300 to x 674: bands that begin at a value, and a pointer."""
    bas, haut = bornes

    def place(v: float) -> float:
        return 300 + (min(max(v, bas), haut) - bas) / (haut - bas) * 374

    for (debut, fond, trait), suivante in zip(bandes, [*bandes[1:], (haut, "", "")], strict=True):
        t.rect(place(debut), y, place(suivante[0]) - place(debut), 24, fond, trait, 1.3)
        if debut > bas:
            t.text(place(debut), y + 42, f"{debut:g}".replace(".", ","), 14, DISCRET, "middle")
    x = place(valeur)
    t.path(f"M{n(x)} {n(y - 2)}l-9 -14h18Z", ENCRE, ENCRE, 1)
    t.line((x, y - 2), (x, y + 26), ENCRE, 2.6)
    t.text(680, y + 42, unite, 14, DISCRET, "end")


def imc_et_tour(personne: str, poids_kg: int, tour_cm: int) -> Dessin:
    """One person whose weight and waist are set apart: what each says, and what neither does."""
    s, taille = reference_data.thresholds("corpulence"), _TAILLES[personne]
    imc = unites.imc(poids_kg, taille)
    classe, tour = corpulence.classe_imc(imc), corpulence.classe_tour(personne, tour_cm)
    imc_dit, taille_dite = f"{imc:.1f}".replace(".", ","), f"{taille / 100:.2f}".replace(".", ",")
    if classe == "maigreur":
        phrase = "L’IMC est bas : un amaigrissement se cherche\net se transmet."
    elif imc >= _IMC_SANS_TOUR:
        phrase = "À partir de 35, le tour de taille n’apprend\npresque rien de plus."
    elif classe in ("surpoids", "obesite") and tour == "habituel":
        phrase = "La balance parle, le ventre non : muscle,\ncarrure ? L’IMC ne le voit pas."
    elif classe == "habituelle" and tour != "habituel":
        phrase = "La balance rassure, et le ventre non :\nce risque-là ne se pèse pas, il se mesure."
    elif tour == "habituel":
        phrase = "Ces deux mesures ne signalent rien.\nElles ne voient pas tout."
    else:
        phrase = "Les deux mesures vont dans le même sens.\nOn le note, on en parle si elle veut bien."
        phrase = phrase.replace("elle veut", "il veut") if personne == "homme" else phrase
    t = Toile(400)
    t.text(
        350,
        26,
        f"{'Une femme' if personne == 'femme' else 'Un homme'} de {taille_dite} m",
        16.5,
        ENCRE,
        "middle",
        gras=True,
    )
    _silhouette(t, 148, personne, poids_kg, tour_cm)
    t.text(148, 386, f"{poids_kg} kg, {tour_cm} cm de tour de taille", 14, ENCRE, "middle")
    t.text(300, 72, f"IMC {imc_dit} kg/m² : {_IMC_MOTS[classe]}", 15.5, ENCRE, gras=True)
    _echelle(t, 96, (15, 45), [(15, PAPIER, DISCRET), (s["imc_maigreur"], VERT_CLAIR, VERT),
                               (s["imc_surpoids"], OCRE_CLAIR, OCRE), (s["imc_obesite"], ROUGE_CLAIR, ROUGE)], imc, "kg/m²")  # fmt: skip
    t.text(300, 180, f"Tour {tour_cm} cm : {_TOUR_MOTS[tour]}", 15.5, ENCRE, gras=True)
    _echelle(t, 204, (60, 130), [(60, VERT_CLAIR, VERT), (s[f"tour_{personne}_augmente"], OCRE_CLAIR, OCRE),
                                 (s[f"tour_{personne}_eleve"], ROUGE_CLAIR, ROUGE)], tour_cm, "cm")  # fmt: skip
    t.rect(294, 270, 392, 58, "#f7f9f9", FILET, 1.4, rx=10)
    t.text(308, 294, phrase, 14.5, ENCRE, gras=True)
    t.text(300, 354, "Ni l’un ni l’autre ne disent le sommeil, la douleur,", 14, DISCRET)
    t.text(300, 372, "l’humeur, l’argent du mois. Silhouette : schéma.", 14, DISCRET)
    return t.dessin(
        f"{'Une femme' if personne == 'femme' else 'Un homme'} de {taille_dite} m pèse {poids_kg} kg, tour de taille {tour_cm} cm. "
        f"IMC {imc_dit} kg/m², {_IMC_MOTS[classe]} ; tour : {_TOUR_MOTS[tour]}. {phrase}"
    )
