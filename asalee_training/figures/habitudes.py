"""Following somebody up: three years of dates, and one habit at a time."""

from __future__ import annotations

from asalee_training.clinical import suivi
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
    VERT,
    VERT_CLAIR,
    Dessin,
    Toile,
    smooth,
)

_PERSONNE = {"hta": True, "hypolipemiant": True, "ldl_g_l": 1.75, "glycemie_g_l": 0.95}
_QUI = {"fond_oeil": "à demander au médecin"}


def suivi_trois_ans() -> Dessin:
    """Three years of the historic portal's reminders, for a raised pressure and a treated LDL of 1.75 g/L."""
    debut = suivi.PREMIER
    fait = dict.fromkeys(suivi.items("portail_historique_rcv"), debut)
    lignes = suivi.a_prevoir(debut, fait, _PERSONNE, "portail_historique_rcv")
    t = Toile(484)
    t.text(350, 28, "Trois ans de suivi, examen par examen", 17, ENCRE, "middle", gras=True)
    t.text(350, 50, "Pour une pression élevée et un LDL à 1,75 g/L sous traitement", 14, DISCRET, "middle")
    for an in range(4):
        x = 268 + an * 132
        t.line((x, 88), (x, 428), FILET, 1.4)
        t.text(x, 80, "aujourd’hui" if not an else f"{an} an{'s' if an > 1 else ''}", 14, DISCRET, "middle")
    mots = []
    for k, ligne in enumerate(lignes):
        y = 106 + k * 42
        mois = (ligne.echeance.year - debut.year) * 12 + ligne.echeance.month - debut.month
        couleur, fond = (BLEU, BLEU_CLAIR) if mois == 12 else (OCRE, OCRE_CLAIR)
        t.text(24, y + 5, ligne.libelle, 15, ENCRE, gras=True)
        if ligne.item in _QUI:
            t.text(24, y + 21, _QUI[ligne.item], 13, DISCRET)
        t.line((268, y), (664, y), couleur, 2)
        for n in range(36 // mois + 1):
            x = 268 + n * mois * 11
            if mois == 12:
                t.circle((x, y), 9, fond, couleur, 2.2)
            else:
                t.rect(x - 9, y - 9, 18, 18, fond, couleur, 2.2, rx=3)
        mots.append(f"{ligne.libelle}, tous les {mois} mois")
    t.circle((34, 446), 8, BLEU_CLAIR, BLEU, 2)
    t.text(50, 451, "chaque année", 14)
    t.rect(182, 438, 16, 16, OCRE_CLAIR, OCRE, 2, rx=3)
    t.text(206, 451, "tous les trois ans", 14)
    t.text(
        350,
        474,
        "Rappels de l’ancien portail (vers 2004-2018) : un exemple, à régler avec vos médecins.",
        13.5,
        DISCRET,
        "middle",
        italique=True,
    )
    return t.dessin(
        f"""Une grille de trois ans, une ligne par examen, pour une personne dont la pression est élevée et le LDL à 1,75 g/L
        sous traitement : {" ; ".join(mots)}. Le fond d’œil est à demander au médecin.
        Ce sont les rappels de l’ancien portail, vers 2004-2018 : un exemple, à régler avec vos médecins."""
    )


_LISTE = ("sel", "poids", "sport", "alcool", "tabac", "stress")


def liste_chemin() -> Dessin:
    """A list of six words from 2019, and a path of small steps with a date on each."""
    t = Toile(430)
    t.text(160, 30, "Une liste", 17, ENCRE, "middle", gras=True)
    t.text(500, 30, "Un chemin", 17, ENCRE, "middle", gras=True)
    _feuille(t)
    t.text(160, 398, "six choses à la fois,\naucune de commencée", 15, ENCRE, "middle")
    t.line((318, 54), (318, 412), FILET, 1.4, stroke_dasharray="5 6")
    _chemin(t)
    t.text(508, 398, "une seule chose, choisie par lui,\nassez petite pour être tenue", 15, ENCRE, "middle")
    return t.dessin(
        """À gauche, une liste : une feuille pliée, écrite en 2019, porte six mots, sel, poids, sport, alcool, tabac, stress ; aucun
        n’est coché. À droite, un chemin monte en trois pierres : « lundi et jeudi, un arrêt de bus avant », « trois semaines,
        jusqu’au 20 », puis « le 20, on se revoit et on regarde ». Un homme est sur la première. Plus haut, le chemin continue
        en pointillé vers d’autres habitudes, une à la fois."""
    )


def _feuille(t: Toile) -> None:
    """Draw the folded sheet that he keeps in his wallet."""
    t.path("M58 62L262 54L268 352L64 360Z", "#fbf6e6", "#b9a97f", 1.6)
    t.path("M62 208L266 200M160 58L166 356", "none", "#d8cba6", 1.6)
    t.text(82, 92, "2019", 15, DISCRET, italique=True)
    for k, mot in enumerate(_LISTE):
        y = 128 + k * 37
        t.rect(82, y - 14, 18, 18, PAPIER, DISCRET, 1.6, rx=2)
        t.text(114, y + 1, mot, 18, "#3a4a7a", italique=True)
    t.path("M268 352L240 356L263 330Z", "#e9dfc0", "#b9a97f", 1.4)


def _chemin(t: Toile) -> None:
    """Draw three stones that climb, a man on the first, and what comes later as a dotted way."""
    t.path(smooth([(486, 134), (536, 114), (520, 88), (580, 66), (650, 58)]), "none", VERT, 3, stroke_dasharray="3 8")
    t.text(546, 92, "plus tard, une autre", 14, VERT, "start", italique=True)
    pierres = (
        (392, 330, "lundi et jeudi,\nun arrêt de bus avant"),
        (428, 246, "trois semaines,\njusqu’au 20"),
        (466, 162, "le 20, on se revoit\net on regarde"),
    )
    for k, (x, y, mots) in enumerate(pierres):
        t.ellipse((x, y), 46, 16, VERT_CLAIR if not k else "#e8e6df", VERT if not k else "#8d8a80", 2)
        t.number((x + 62, y - 8), str(k + 1), VERT if not k else BLEU, 12)
        t.text(x + 80, y - 10, mots, 14, ENCRE, gras=not k)
    _marcheur(t, 392, 326)


def _marcheur(t: Toile, x: float, y: float) -> None:
    t.path(f"M{x - 6} {y - 38}L{x - 10} {y}M{x + 6} {y - 38}L{x + 12} {y - 2}", "none", "#3c4650", 9)
    t.rect(x - 15, y - 78, 30, 44, "#9a6a4a", "#6e4a30", 1.4, rx=11)
    t.path(f"M{x - 12} {y - 70}L{x - 24} {y - 50}M{x + 12} {y - 70}L{x + 24} {y - 54}", "none", "#9a6a4a", 8)
    t.circle((x, y - 92), 15, PEAU, PEAU_BORD, 1.3)
    t.path(f"M{x - 15} {y - 94}A15 15 0 0 1 {x + 15} {y - 94}Q{x} {y - 105} {x - 15} {y - 94}Z", "#8a8682")
    t.circle((x - 4, y - 92), 1.6, ENCRE)
    t.circle((x + 6, y - 92), 1.6, ENCRE)
    t.path(f"M{x - 3} {y - 85}Q{x + 2} {y - 81} {x + 7} {y - 85}", "none", ENCRE, 1.5)
