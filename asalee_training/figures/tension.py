"""Blood pressure: the cuff, the arm, the week at home."""

from __future__ import annotations

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
    VERT,
    VERT_CLAIR,
    Dessin,
    Toile,
)
from asalee_training.simulation.mesures_tension import BRASSARDS

_BRAS = (
    "M166 124C186 120 196 134 200 150L214 176C232 178 280 178 316 180C328 182 328 194 314 194H210"
    "C194 194 186 184 180 172Z"
)


def tension_brassard() -> Dessin:
    """Seated, arm at the height of the heart; three cuffs for three arms."""
    t = Toile(520)
    t.text(350, 28, "Bien assise, le bras à la hauteur du cœur", 17, ENCRE, "middle", gras=True)
    t.add('<g transform="translate(20 40)">')
    t.path("M96 150V330M96 232H210V330M84 120C80 160 84 200 92 232", "none", "#8b6b4a", 9)
    t.path("M214 196H396M240 196V330M380 196V330", "none", "#8b6b4a", 8)
    t.circle((152, 62), 32, PEAU, PEAU_BORD, 2.2)
    t.path("M124 50C128 24 176 22 182 50C176 40 140 38 130 66C124 62 122 56 124 50Z", "#8d8d92", "#6b6b70", 1.4)
    t.path("M128 96C110 108 102 150 104 232H196C198 196 196 128 180 100C168 90 140 90 128 96Z", BLEU_CLAIR, BLEU, 2.2)
    t.path(
        "M106 214C120 200 200 204 232 214C248 222 250 236 250 254L252 318H274V330H222L220 250L112 252Z",
        "#cfd6dc",
        "#51606a",
        2.2,
    )
    t.path(
        _BRAS,
        PEAU,
        PEAU_BORD,
        2.2,
    )
    t.path("M184 134L206 126L220 166L198 174Z", OCRE_CLAIR, OCRE, 2.4)
    t.path("M216 168C240 196 300 150 330 172", "none", ENCRE, 2)
    t.rect(330, 150, 58, 44, PAPIER, ENCRE, 2, rx=6)
    t.text(359, 177, "128/79", 12, ENCRE, "middle", gras=True)
    t.path("M157 140c-9 -12 -24 0 0 18c24 -18 9 -30 0 -18Z", ROUGE)
    t.line((84, 148), (420, 148), ROUGE, 1.6, stroke_dasharray="6 5")
    t.add("</g>")
    t.text(328, 178, "hauteur du cœur", 13.5, ROUGE)
    for k, ligne in enumerate(
        ("dos appuyé, pieds à plat", "jambes non croisées", "cinq minutes de repos", "bras nu, posé", "sans parler")
    ):
        t.circle((484, 88 + k * 27), 4, BLEU)
        t.text(498, 93 + k * 27, ligne, 14.5, ENCRE)
    t.line((24, 388), (676, 388), FILET, 1.2)
    t.text(24, 414, "Le brassard suit le tour du bras (exemple de gamme)", 15, ENCRE, gras=True)
    for k, ((nom, (bas, haut)), mots) in enumerate(zip(BRASSARDS.items(), ("petit", "moyen", "grand"), strict=True)):
        x = 24 + k * 158
        t.rect(x, 430, 100 + k * 18, 22 + k * 4, OCRE_CLAIR, OCRE, 2, rx=5)
        t.text(x + 10, 447 + k * 2, nom, 15, OCRE, gras=True)
        t.text(x, 482, f"{mots} : {bas} à {haut} cm", 14, ENCRE)
    t.text(502, 432, "Trop petit : chiffres\ntrop hauts. Trop grand :\nchiffres trop bas.", 14, ROUGE)
    t.text(24, 508, "Lisez les bornes imprimées sur le vôtre : elles changent d’un fabricant à l’autre.", 13, DISCRET)
    return t.dessin(
        """Une femme assise de profil, dos appuyé, pieds à plat, jambes non croisées, l’avant-bras posé sur une table ; le
        brassard, sur le bras nu, est à la hauteur du cœur, marquée d’une ligne. Rappels : cinq minutes de repos, sans
        parler. Au-dessous, trois brassards : petit pour un tour de bras de 22 à 26 cm, moyen de 27 à 34, grand de 35 à 44 ;
        c’est un exemple de gamme, à lire sur le vôtre. Trop petit, il donne des chiffres trop hauts ; trop grand, trop bas."""
    )


def automesure_semaine() -> Dessin:
    """Three days of home measurement: three in the morning, three in the evening."""
    t = Toile(430)
    t.text(350, 28, "L’automesure : la règle des trois", 17, ENCRE, "middle", gras=True)
    for j, jour in enumerate(("Jour 1", "Jour 2", "Jour 3")):
        x = 130 + j * 148
        t.text(x + 62, 66, jour, 15.5, ENCRE, "middle", gras=True)
        for m, (fond, trait) in enumerate(((OCRE_CLAIR, OCRE), (BLEU_CLAIR, BLEU))):
            y = 82 + m * 118
            t.rect(x, y, 124, 98, fond, trait, 1.8, rx=12)
            for k in range(3):
                cx = x + 24 + k * 38
                t.circle((cx, y + 50), 15, PAPIER, trait, 2)
                t.text(cx, y + 55, str(k + 1), 14, trait, "middle", gras=True)
    t.circle((44, 124), 15, "#f3c64b", OCRE, 1.8)
    for a, b in (
        ((44, 100), (44, 92)),
        ((61, 107), (67, 101)),
        ((68, 124), (76, 124)),
        ((27, 107), (21, 101)),
        ((20, 124), (12, 124)),
    ):
        t.line(a, b, OCRE, 2.4)
    t.text(14, 162, "Matin", 15, ENCRE, gras=True)
    t.text(14, 180, "avant le petit\ndéjeuner", 13, DISCRET)
    t.path("M50 228a17 17 0 1 0 12 28a14 14 0 0 1 -12 -28Z", BLEU_CLAIR, BLEU, 2)
    t.text(14, 284, "Soir", 15, ENCRE, gras=True)
    t.text(14, 302, "avant le\ncoucher", 13, DISCRET)
    t.rect(572, 82, 116, 216, VERT_CLAIR, VERT, 1.8, rx=12)
    t.text(630, 142, "18", 34, VERT, "middle", gras=True)
    t.text(630, 166, "mesures", 15, ENCRE, "middle")
    t.text(630, 204, "on calcule\nleur moyenne", 14, ENCRE, "middle")
    t.text(630, 260, "élevée dès\n135 ou 85", 14, VERT, "middle", gras=True)
    t.text(130, 332, "À chaque fois : assise, cinq minutes de repos, trois mesures à une ou", 14, ENCRE)
    t.text(130, 352, "deux minutes d’intervalle, toutes écrites, même celles qui étonnent.", 14, ENCRE)
    t.text(14, 398, "Autre règle en usage (ESC 2024) : deux mesures matin et soir, trois jours au moins.", 13, DISCRET)
    t.text(14, 418, "Seuils d’automesure : moyenne à partir de 135 mmHg de PAS, ou de 85 mmHg de PAD.", 13, DISCRET)
    return t.dessin(
        """Un tableau de trois jours. Chaque jour, trois mesures le matin, avant le petit déjeuner, et trois le soir, avant le
        coucher : dix-huit en tout. Chaque fois : assise, après cinq minutes de repos, à une ou deux minutes d’intervalle,
        toutes écrites. On calcule la moyenne ; elle est élevée à partir de 135 millimètres de mercure pour la pression
        systolique ou de 85 pour la diastolique. Une autre règle en usage demande deux mesures matin et soir, trois jours au
        moins."""
    )
