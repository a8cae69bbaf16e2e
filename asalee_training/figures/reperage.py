"""Around a screening: who speaks to whom, four activities of a life, and the room before the first word."""

from __future__ import annotations

from asalee_training.figures.gens import BLANC, CHATAIN, GRIS, bulle, buste, croix, juste
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
    ROUGE_CLAIR,
    VERT,
    VERT_CLAIR,
    Dessin,
    Toile,
)

_MAUVE, _BOIS = "#d9cfe4", "#8a6a45"


def parole_du_proche() -> Dessin:
    """The person, the relative and the nurse: which words may go which way."""
    t = Toile(480)
    t.text(350, 28, "À trois, la parole ne circule pas dans tous les sens", 17, ENCRE, "middle", gras=True)
    elle, vous, proche = (350, 100), (110, 280), (590, 280)
    buste(t, elle, _MAUVE, BLANC, chignon=True, lunettes=True)
    buste(t, vous, "#cfe3ea", CHATAIN)
    buste(t, proche, "#f0dcc2", GRIS, "triste")
    for (x, y), nom in ((elle, "La personne"), (vous, "Vous"), (proche, "Son proche")):
        t.text(x, y + 104, nom, 15.5, ENCRE, "middle", gras=True)
    t.arrow((286, 132), (150, 226), VERT, 3, 12)
    t.arrow((166, 244), (300, 154), VERT, 3, 12)
    juste(t, (228, 188), VERT)
    t.text(20, 96, "Elle d’abord", 15, VERT, gras=True)
    t.text(20, 117, "Vous lui parlez, elle répond.\nLe résultat est à elle,\nde vive voix.", 13.5, ENCRE)
    t.arrow((414, 132), (548, 226), BLEU, 3, 12)
    t.text(680, 96, "Elle décide", 15, BLEU, "end", gras=True)
    t.text(
        680, 117, "de ce que son proche saura,\net s’il peut vous parler\ndevant elle ou à part.", 13.5, ENCRE, "end"
    )
    t.arrow((528, 272), (172, 272), VERT, 3, 12)
    juste(t, (350, 272), VERT)
    t.text(350, 252, "il peut toujours vous parler", 13.5, ENCRE, "middle")
    t.arrow((172, 330), (528, 330), ROUGE, 3, 12, stroke_dasharray="9 7")
    croix(t, (350, 330), ROUGE, 1.2)
    t.text(350, 362, "rien sans l’accord de la personne :", 13.5, ENCRE, "middle")
    t.text(350, 381, "ni couloir, ni téléphone", 13.5, ENCRE, "middle")
    t.rect(20, 408, 660, 56, ROUGE_CLAIR, ROUGE, 1.6, rx=12)
    t.text(350, 431, "Un danger immédiat (gaz, feu, violence) change tout :", 14, ROUGE, "middle", gras=True)
    t.text(350, 452, "le médecin le sait aujourd’hui, et vous le dites à la personne.", 14, ENCRE, "middle")
    return t.dessin(
        """Trois personnes en triangle : en haut, la personne âgée ; à gauche, vous ; à droite, son proche. Entre elle et vous,
        deux flèches vertes : vous lui parlez d’abord, elle répond, et le résultat est à elle, de vive voix. D’elle vers son
        proche, une flèche bleue : elle décide de ce qu’il saura, et s’il peut vous parler devant elle ou à part. Du proche
        vers vous, une flèche verte : il peut toujours vous parler. De vous vers le proche, une flèche rouge barrée : rien sans
        l’accord de la personne, ni couloir, ni téléphone. En bas : un danger immédiat change tout ; le médecin le sait
        aujourd’hui, et vous le dites à la personne."""
    )


def _telephone(t: Toile, x: float, y: float) -> None:
    t.rect(x - 14, y - 24, 28, 48, PAPIER, BLEU, 2.2, rx=5)
    for k in range(9):
        t.circle((x - 7 + k % 3 * 7, y - 4 + k // 3 * 8), 2, BLEU)
    t.rect(x - 8, y - 18, 16, 8, BLEU_CLAIR, BLEU, 1.2)


def _bus(t: Toile, x: float, y: float) -> None:
    t.rect(x - 34, y - 22, 68, 38, PAPIER, BLEU, 2.2, rx=7)
    for k in range(3):
        t.rect(x - 28 + k * 19, y - 16, 15, 14, BLEU_CLAIR, BLEU, 1.2, rx=2)
    for k in (-18, 18):
        t.circle((x + k, y + 17), 7, ENCRE, PAPIER, 2)


def _pilulier(t: Toile, x: float, y: float) -> None:
    for k in range(8):
        px, py = x - 40 + k % 4 * 20, y - 20 + k // 4 * 20
        t.rect(px, py, 20, 20, PAPIER, BLEU, 1.8, rx=3)
        if k < 5:
            t.ellipse((px + 10, py + 10), 6, 3.4, OCRE_CLAIR, OCRE, 1.2, turn=25)


def _porte_monnaie(t: Toile, x: float, y: float) -> None:
    t.rect(x - 30, y - 26, 60, 24, PAPIER, DISCRET, 1.4)
    t.text(x, y - 9, "facture", 12, DISCRET, "middle")
    t.rect(x - 36, y - 6, 72, 30, OCRE_CLAIR, OCRE, 2, rx=7)
    t.circle((x + 22, y + 9), 5, PAPIER, OCRE, 1.6)


_ACTIVITES = (
    (_telephone, "Téléphone", "Un numéro nouveau,\nle compose-t-elle ?"),
    (_bus, "Transports", "La dernière sortie,\navec qui ?"),
    (_pilulier, "Médicaments", "Qui remplit ? Combien\nde cases pleines ?"),
    (_porte_monnaie, "Budget", "La dernière facture,\nqui l’a payée ?"),
)


def iadl_chemin() -> Dessin:
    """Four activities, a fact for each, then the way from a fact to a point and to its cause."""
    t = Toile(560)
    t.text(350, 28, "Quatre activités : un fait, puis deux questions", 17, ENCRE, "middle", gras=True)
    for k, (icone, nom, fait) in enumerate(_ACTIVITES):
        x = 98 + k * 168
        t.rect(x - 78, 46, 156, 136, BLEU_CLAIR, "none", rx=14)
        icone(t, x, 84)
        t.text(x, 132, nom, 15, BLEU, "middle", gras=True)
        t.text(x, 152, fait, 13, ENCRE, "middle")
    _boite(t, 210, 202, 280, "Le fait-elle seule, comme avant ?", "", ENCRE, PAPIER)
    _boite(t, 16, 202, 152, "0 point", "rien à compter", VERT, VERT_CLAIR)
    t.arrow((208, 226), (172, 226), VERT, 2.4)
    t.text(191, 217, "oui", 13.5, VERT, "middle", gras=True)
    t.arrow((350, 252), (350, 282), ENCRE, 2.4)
    t.text(360, 272, "non, quelqu’un l’aide", 13.5)
    _boite(t, 210, 286, 280, "L’a-t-elle déjà fait seule ?", "", ENCRE, PAPIER)
    _boite(t, 16, 286, 152, "jamais fait", "écrit, non compté", DISCRET, "#eef1f1")
    t.arrow((208, 310), (172, 310), DISCRET, 2.4)
    t.text(191, 301, "non", 13.5, DISCRET, "middle", gras=True)
    t.arrow((350, 336), (350, 366), ENCRE, 2.4)
    t.text(360, 356, "oui : une aide, 1 point", 13.5, gras=True)
    _boite(t, 210, 370, 280, "D’où vient l’aide ?", "", ENCRE, PAPIER)
    t.arrow((290, 420), (196, 452), OCRE, 2.4)
    t.arrow((410, 420), (504, 452), ROUGE, 2.4)
    _boite(t, 40, 456, 280, "du corps : main, vue, hanche", "sans retentissement cognitif", OCRE, OCRE_CLAIR)
    _boite(t, 380, 456, 280, "de la tête : oublie, s’y perd", "retentissement : au médecin", ROUGE, ROUGE_CLAIR)
    t.text(350, 538, "Les deux se comptent dans le total, de 0 à 4. La cause s’écrit à côté.", 14, DISCRET, "middle")
    return t.dessin(
        """Quatre activités, chacune avec le fait qui la vérifie. Téléphone : un numéro nouveau, le compose-t-elle ? Transports :
        la dernière sortie, avec qui ? Médicaments : qui remplit, combien de cases pleines ? Budget : la dernière facture, qui
        l’a payée ? Au-dessous, un chemin de questions. Le fait-elle seule, comme avant ? Oui : 0 point. Non : l’a-t-elle déjà
        fait seule ? Jamais : on l’écrit, on ne compte pas. Oui : c’est une aide, 1 point. D’où vient l’aide ? Du corps, main,
        vue ou hanche : pas de retentissement cognitif. De la tête, elle oublie ou s’y perd : retentissement, au médecin. Les
        deux se comptent dans le total, de 0 à 4, et la cause s’écrit à côté."""
    )


def _boite(t: Toile, x: float, y: float, large: float, titre: str, suite: str, trait: str, fond: str) -> None:
    t.rect(x, y, large, 50, fond, trait, 2, rx=12)
    t.text(x + large / 2, y + (22 if suite else 31), titre, 14.5, trait, "middle", gras=True)
    if suite:
        t.text(x + large / 2, y + 41, suite, 13, ENCRE, "middle")


_CONDUITES = (
    (
        "On corrige, puis on commence",
        VERT,
        "1 : lunettes, appareil, pile · 2 : bruit · 3 : proche qui répond · 4 : inquiétude",
    ),
    ("On reporte, avec une date", OCRE, "5 : douleur, fatigue · 6 : langue, lecture, interprète"),
    ("On change d’outil", BLEU, "7 : la liste a servi il y a moins de trois mois · 8 : la main tremble"),
    ("On note, on transmet", DISCRET, "9 : médicaments, alcool, sommeil ; humeur, la mini-GDS avant d’interpréter"),
    ("Aucun test, le médecin aujourd’hui", ROUGE, "10 : changement de quelques jours, fièvre, sucre bas, rétention"),
)


def piece_passation() -> Dessin:
    """The room before the first word: ten things to look at, and what each one asks for."""
    t = Toile(600)
    t.text(350, 28, "Avant le premier mot, regardez la pièce", 17, ENCRE, "middle", gras=True)
    t.rect(20, 44, 660, 284, "#f4f6f4", FILET, 1.4, rx=12)
    t.line((21, 296), (679, 296), FILET, 1.4)
    _decor(t)
    buste(t, (196, 150), "#cfe3ea", CHATAIN, k=1.15)
    buste(t, (404, 150), _MAUVE, BLANC, "neutre", chignon=True, lunettes=True, k=1.15)
    t.path("M431 148q9 -3 8 7q-2 7 -8 6", "#e6bfa4", ENCRE, 1.3)
    t.rect(150, 236, 332, 14, "#c9a77c", _BOIS, 1.6, rx=4)
    for x in (166, 450):
        t.rect(x, 250, 12, 60, "#c9a77c", _BOIS, 1.6)
    t.path("M262 236l12 -20h54l-10 20Z", PAPIER, ENCRE, 1.5)
    for k in range(3):
        t.line((278 - k * 2.6, 221 + k * 5), (318 - k * 2.4, 221 + k * 5), DISCRET, 1.3)
    t.path("M362 236q16 -10 34 0", "#f5ddcb", "#a06b4d", 1.6)
    t.path("M366 228q3 -4 0 -8M376 225q3 -4 0 -8", "none", DISCRET, 1.5)
    bulle(t, 470, 60, "« C’est mardi, maman ! »", (598, 140), DISCRET, 13)
    t.rect(580, 234, 64, 61, "#6d7a83", ENCRE, 1.5)
    buste(t, (612, 166), "#f0dcc2", GRIS, k=0.9)
    for c, chiffre, couleur in (
        ((452, 128), "1", VERT), ((66, 196), "2", VERT), ((652, 152), "3", VERT), ((372, 128), "4", VERT),
        ((440, 214), "5", OCRE), ((352, 180), "6", OCRE), ((292, 204), "7", BLEU), ((396, 252), "8", BLEU),
        ((524, 196), "9", DISCRET), ((330, 74), "10", ROUGE),
    ):  # fmt: skip
        t.number(c, chiffre, couleur, 12)
    for k, (titre, couleur, mots) in enumerate(_CONDUITES):
        y = 356 + k * 45
        t.rect(20, y - 14, 6, 38, couleur, rx=3)
        t.text(38, y, titre, 14.5, couleur, gras=True)
        t.text(38, y + 20, mots, 13.5, ENCRE)
    t.text(
        350,
        588,
        "Le médecin avant tout test quand le changement est récent. Le reste s’arrange.",
        13.5,
        DISCRET,
        "middle",
    )
    return t.dessin(
        """Une pièce : vous et la personne à une table, une feuille entre vous, une télévision, un proche à la porte qui souffle la
        réponse. Dix repères. À corriger sur place : 1, lunettes, appareil, pile ; 2, le bruit ; 3, le proche qui répond ; 4,
        l’inquiétude. À reporter avec une date : 5, douleur et fatigue ; 6, langue, lecture, interprète. On change d’outil : 7, la
        liste a servi depuis moins de trois mois ; 8, la main tremble, pas de dessin. On note et on transmet : 9, médicaments,
        alcool, sommeil, humeur, la mini-GDS d’abord. Aucun test, le médecin aujourd’hui : 10, changement de quelques jours,
        fièvre, sucre bas, rétention."""
    )


def _decor(t: Toile) -> None:
    """Draw the television on the left, the door on the right, the boxes of tablets on the table's end."""
    t.rect(40, 212, 92, 60, ENCRE, ENCRE, 1.4, rx=6)
    t.rect(47, 219, 78, 46, "#9fc3cb", "none", rx=3)
    t.path("M60 256l14 -20l12 12l10 -16l18 24Z", "#6f9aa4")
    t.path("M84 212l-16 -18M88 212l14 -16", "none", ENCRE, 1.8)
    t.rect(546, 116, 122, 180, "#e4dccf", _BOIS, 2)
    t.rect(562, 118, 104, 178, PAPIER, "none")
    for x, haut in ((486, 24), (504, 32)):
        t.rect(x, 236 - haut, 15, haut, PAPIER, DISCRET, 1.5, rx=2)
    t.rect(276, 66, 56, 54, PAPIER, DISCRET, 1.5, rx=4)
    t.rect(276, 66, 56, 14, DISCRET, rx=4)
    for k in range(8):
        t.rect(281 + k % 4 * 12, 86 + k // 4 * 14, 9, 9, ROUGE_CLAIR if k > 4 else "#eef1f1", FILET, 1, rx=1)
    t.rect(476, 236, 62, 8, "#c9a77c", _BOIS, 1.4, rx=3)
    for x in (484, 520):
        t.rect(x, 244, 8, 52, "#c9a77c", _BOIS, 1.4)
