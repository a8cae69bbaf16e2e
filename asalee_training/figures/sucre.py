"""Sugar: what insulin opens, and what closes."""

from __future__ import annotations

from asalee_training.figures.toile import (
    BLEU,
    DISCRET,
    ENCRE,
    OCRE,
    OCRE_CLAIR,
    PAPIER,
    ROUGE,
    ROUGE_CLAIR,
    VERT,
    VERT_CLAIR,
    Dessin,
    Toile,
)

_RANGS = (
    ("Sans diabète", VERT, VERT_CLAIR, 3, "la clé ouvre,\nle sucre entre"),
    ("Résistance\nà l’insuline", OCRE, OCRE_CLAIR, 1, "la serrure grippe,\nil faut plus de clés"),
    ("Diabète\nde type 2", ROUGE, ROUGE_CLAIR, 0, "et les clés manquent,\nle sucre reste"),
)


def insuline_glucose() -> Dessin:
    """Three rows: blood, a door in the cell's wall, the key that opens it."""
    t = Toile(540)
    t.text(350, 28, "L’insuline est une clé", 17, ENCRE, "middle", gras=True)
    t.text(210, 62, "sang", 14, DISCRET, "middle")
    t.text(430, 62, "cellule du muscle", 14, DISCRET, "middle")
    for k, (titre, trait, fond, entrees, texte) in enumerate(_RANGS):
        _rang(t, 74 + k * 152, k, trait, fond, entrees)
        lines = titre.count("\n") + 1
        t.text(534, 106 + k * 152, titre, 15, trait, gras=True)
        t.text(534, 106 + k * 152 + lines * 20 + 4, texte, 14)
    sucre(t, 36, 529)
    t.text(52, 534, "sucre (glucose)", 13.5)
    cle(t, 206, 529, BLEU)
    t.text(236, 534, "insuline, fabriquée par le pancréas", 13.5)
    return t.dessin(
        """Trois rangées montrent le sang à gauche et une cellule du muscle à droite, séparés par une paroi percée d’une
        porte. L’insuline est dessinée comme une clé, le sucre comme de petits hexagones. Sans diabète : une clé ouvre la
        porte et le sucre entre dans la cellule. Résistance à l’insuline : la serrure grippe ; il faut plus de clés, le
        pancréas en fabrique davantage, un peu de sucre entre. Diabète de type 2 : la serrure grippe et les clés
        manquent ; la porte reste presque fermée, le sucre s’accumule dans le sang."""
    )


def _rang(t: Toile, y: float, k: int, trait: str, fond: str, entrees: int) -> None:
    t.rect(24, y, 330, 132, ROUGE_CLAIR, "#a8584c", 1.4, rx=10, opacity=0.75)
    t.rect(366, y, 150, 132, fond, trait, 1.8, rx=18)
    t.rect(352, y + 6, 16, 120, "#b98f63", "#6e4a26", 1.4, rx=4)
    opening = (46, 18, 5)[k]
    t.rect(350, y + 66 - opening / 2, 20, opening, PAPIER, "#6e4a26", 1.4, rx=3)
    sucres = (
        (60, 30),
        (98, 66),
        (64, 104),
        (130, 32),
        (146, 100),
        (196, 40),
        (180, 78),
        (228, 108),
        (252, 34),
        (290, 104),
    )
    for dx, dy in sucres[: (4, 7, 10)[k]]:
        sucre(t, dx, y + dy)
    for j in range(entrees):
        sucre(t, 408 + j * 34, y + 66 + (j - 1) * 26 * (entrees > 1))
    if entrees:
        t.arrow((310, y + 66), (398, y + 66), trait, 2.2)
    keys = (((316, 26),), ((238, 66), (270, 24), (306, 108), (316, 26)), ((316, 26),))[k]
    for dx, dy in keys:
        cle(t, dx - 10, y + dy, BLEU)


def sucre(t: Toile, x: float, y: float) -> None:
    """Draw a piece of sugar, centred on (x, y)."""
    t.path(f"M{x - 9} {y}l4.5 -8h9l4.5 8l-4.5 8h-9Z", OCRE_CLAIR, OCRE, 1.6)


def cle(t: Toile, x: float, y: float, couleur: str) -> None:
    """Draw a key of insulin whose ring is centred on (x, y)."""
    t.circle((x, y), 6.5, PAPIER, couleur, 3)
    t.path(f"M{x + 6.5} {y}h18m-4 0v6m-6 -6v5", "none", couleur, 3)


def hypoglycemie_temps() -> Dessin:
    """Blood sugar going down: the body cries, then the brain fades; fifteen grams, fifteen minutes."""
    t = Toile(470)
    t.text(350, 28, "Quand le sucre baisse : il crie, puis il s’éteint", 17, ENCRE, "middle", gras=True)
    t.rect(60, 58, 46, 330, PAPIER, ENCRE, 2, rx=23)
    for y, h, fond in ((62, 100, VERT_CLAIR), (162, 110, OCRE_CLAIR), (272, 112, ROUGE_CLAIR)):
        t.rect(63, y, 40, h, fond, rx=18 if y in (62, 272) else 0)
    t.line((44, 162), (122, 162), OCRE, 2.4)
    t.text(16, 156, "0,70", 15, OCRE, gras=True)
    t.text(16, 176, "g/L", 13, DISCRET)
    t.arrow((83, 84), (83, 372), ENCRE, 2.4, 11)
    for y, titre, texte, couleur in (
        (92, "Tout va bien", "le cerveau reçoit son sucre, minute par minute", VERT),
        (186, "1. Le corps crie", "sueurs, tremblements, cœur qui bat,\nfaim, pâleur, irritation", OCRE),
        (
            296,
            "2. Le cerveau s’éteint",
            "mots qui manquent, vue double, gestes faux,\ncolère, somnolence, puis coma",
            ROUGE,
        ),
    ):
        t.text(146, y, titre, 16, couleur, gras=True)
        t.text(146, y + 24, texte, 14.5, ENCRE)
    t.text(146, 252, "peut manquer : âge, diabète ancien, bêtabloquant", 13.5, DISCRET, italique=True)
    t.rect(516, 74, 168, 312, "#eef4f5", BLEU, 1.8, rx=14)
    t.text(600, 104, "Elle avale ?", 16, BLEU, "middle", gras=True)
    t.text(600, 136, "15 g", 30, BLEU, "middle", gras=True)
    for k in range(3):
        t.rect(552 + k * 34, 150, 26, 22, PAPIER, BLEU, 2, rx=4)
    t.text(600, 194, "de sucre rapide", 14, ENCRE, "middle")
    t.text(600, 232, "15 min", 26, BLEU, "middle", gras=True)
    t.text(600, 254, "puis on recontrôle", 14, ENCRE, "middle")
    t.line((536, 276), (664, 276), BLEU, 1.2)
    t.text(600, 304, "Elle n’avale plus ?", 15, ROUGE, "middle", gras=True)
    t.text(600, 328, "rien dans la bouche,\nsur le côté,\nle 15", 14, ENCRE, "middle")
    t.text(
        16, 420, "Toute conduite bizarre sous insuline ou sulfamide : une glycémie au doigt, tout de suite.", 14, ENCRE
    )
    t.text(16, 444, "Sous 0,70 g/L, ou signes nets sans lecteur : on resucre, puis on transmet.", 14, ENCRE)
    return t.dessin(
        """Une jauge verticale de la glycémie, qui descend. En haut, en vert : le cerveau reçoit son sucre. Sous 0,70 gramme par
        litre, en ocre : le corps crie, sueurs, tremblements, cœur qui bat, faim, pâleur, irritation ; ce temps peut manquer
        avec l’âge, un diabète ancien ou un bêtabloquant. Plus bas, en rouge : le cerveau s’éteint, mots qui manquent, vue
        double, gestes faux, colère, somnolence, puis coma. À droite : elle avale, 15 grammes de sucre rapide, on recontrôle
        15 minutes après ; elle n’avale plus, rien dans la bouche, sur le côté, le 15."""
    )


_ANNEE = (
    ("Pression, poids, regard aux pieds", "à chaque consultation", (0, 3, 6, 9, 12)),
    ("HbA1c", "tous les 3 mois", (0, 3, 6, 9, 12)),
    ("Examen des pieds, monofilament", "1 fois ; plus souvent dès le grade 1", (0, 12)),
    ("Créatinine, DFG", "1 fois ; plus souvent sous 60", (0, 12)),
    ("RAC (albumine des urines)", "1 fois ; anormal, on contrôle", (0, 12)),
    ("Bilan lipidique", "1 fois", (0, 12)),
    ("ECG de repos", "1 fois", (0, 12)),
    ("Fond d’œil", "1 fois ; 2 ans sous quatre conditions", (0, 12)),
    ("Dentiste", "1 fois", (0, 12)),
)


def annee_diabete() -> Dessin:
    """One year of follow-up, month by month."""
    t = Toile(120 + len(_ANNEE) * 44)
    t.text(350, 28, "Une année de suivi, sans complication", 17, ENCRE, "middle", gras=True)

    def x(mois: float) -> float:
        return 322 + mois * 29

    for mois in (0, 3, 6, 9, 12):
        t.line((x(mois), 62), (x(mois), 74 + len(_ANNEE) * 44), "#dfe4e3", 1.2)
        t.text(x(mois), 54, "aujourd’hui" if not mois else f"{mois} mois", 12.5, DISCRET, "middle")
    for k, (quoi, rythme, mois_dus) in enumerate(_ANNEE):
        y = 86 + k * 44
        couleur = BLEU if k < 2 else OCRE
        t.line((x(0), y), (x(12), y), couleur, 2)
        for mois in mois_dus:
            t.circle((x(mois), y), 8, couleur, PAPIER, 2)
        t.text(16, y - 2, quoi, 14.5, ENCRE, gras=True)
        t.text(16, y + 15, rythme, 12.5, DISCRET)
    t.text(
        16,
        100 + len(_ANNEE) * 44,
        "D’après les textes nationaux lus (HAS, UNESS item 233) ; votre protocole et le médecin décident du rythme.",
        12.5,
        DISCRET,
    )
    return t.dessin(
        """Une frise de douze mois pour une personne diabétique sans complication. À chaque consultation : pression, poids, coup
        d’œil aux pieds. Tous les trois mois : HbA1c. Une fois par an : examen des pieds avec monofilament, créatinine et
        DFG, RAC, bilan lipidique, ECG de repos, fond d’œil, dentiste. Plus souvent : les pieds dès le grade 1, le rein si
        le DFG est sous 60, un RAC anormal que l’on contrôle. Le fond d’œil peut attendre deux ans sous quatre conditions."""
    )
