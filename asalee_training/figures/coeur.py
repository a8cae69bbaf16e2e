"""Heart: where the electrodes of an ECG lie."""

from __future__ import annotations

from asalee_training.clinical import reference_data
from asalee_training.figures.toile import (
    BLEU,
    DISCRET,
    ENCRE,
    FILET,
    PAPIER,
    PEAU,
    PEAU_BORD,
    Dessin,
    Point,
    Toile,
)

# Half of a chest seen by who faces it, in a box of 560 by 440; the other half is its mirror.
_TORSE = (
    "M322 0C322 22 322 42 330 54C352 72 404 76 446 84C506 94 540 124 548 180C556 240 566 330 574 440L528 440"
    "C526 370 520 300 506 208C510 262 508 318 497 362C490 392 485 416 485 440L280 440L280 0Z"
)
# Its outline, without the line in the middle.
_BORD = (
    "M322 0C322 22 322 42 330 54C352 72 404 76 446 84C506 94 540 124 548 180C556 240 566 330 574 440M528 440"
    "C526 370 520 300 506 208C510 262 508 318 497 362C490 392 485 416 485 440"
)
_PLIS = "M506 208C502 190 494 172 478 156M500 204C492 244 464 272 424 280C384 288 340 287 308 276"
# Ribs 2 to 7: height at the edge of the sternum, how far each goes down on its way to the side.
# Ribs 2 to 7: height at the sternum, then where the cartilage meets the bone and where the bone turns out of sight.
# From the sternum a rib goes down to that joint, then up and round the side.
_COTES = (
    (148, (352, 159), (446, 112)), (192, (366, 205), (474, 156)), (236, (382, 250), (480, 204)),
    (280, (394, 298), (482, 252)), (318, (404, 343), (482, 300)), (340, (414, 390), (478, 348)),
)  # fmt: skip
_PLACES: dict[str, Point] = {
    "V1": (252, 258), "V2": (308, 258), "V3": (353, 288), "V4": (398, 318), "V5": (444, 318), "V6": (488, 318),
}  # fmt: skip
_COULEURS = {
    "rouge": "#c4281f",
    "jaune": "#f0c330",
    "vert": "#1f8a4c",
    "marron": "#7a4a21",
    "noir": "#22272b",
    "violet": "#6f3f9c",
}


def _electrodes() -> dict[str, dict[str, str]]:
    return {row["electrode"]: row for row in reference_data.rows("ecg_electrodes")}


def _pastille(t: Toile, c: Point, nom: str, couleur: str, r: float = 14) -> None:
    t.circle(c, r, _COULEURS[couleur], PAPIER, 2.4)
    t.circle(c, r + 1.6, "none", ENCRE, 1)
    t.text(c[0], c[1] + 5, nom, 12.5, ENCRE if couleur == "jaune" else PAPIER, "middle", gras=True)


def derivations_thorax() -> Dessin:
    """V1 to V6 on a chest, with the spaces to count."""
    t = Toile(520)
    t.text(350, 28, "Six électrodes sur le thorax", 17, ENCRE, "middle", gras=True)
    t.add('<g transform="translate(-34 56) scale(0.86)">')
    for mirror in ("", ' transform="translate(560 0) scale(-1 1)"'):
        t.add(f"<g{mirror}>")
        t.path(_TORSE, PEAU)
        t.path(_BORD, "none", PEAU_BORD, 2.4)
        t.path(_PLIS, "none", PEAU_BORD, 1.4, opacity=0.6)
        for y, (jx, jy), (ex, ey) in _COTES:
            bone = f"C{(jx + ex) / 2} {jy + 16} {ex} {jy + (ey - jy) * 0.2:.1f} {ex} {ey}"
            t.path(
                f"M303 {y}C{jx - 40} {y + 2} {jx - 20} {jy - 4} {jx} {jy}{bone}", "none", "#c9a58a", 11, opacity=0.45
            )
        t.path("M292 66C330 60 380 66 436 84", "none", "#c9a58a", 10, opacity=0.6)
        t.add("</g>")
    t.rect(264, 76, 32, 262, "#dcbfa6", "#b08a6b", 1.4, rx=12, opacity=0.75)
    for x, haut in ((398, 96), (444, 196), (488, 196)):
        t.line((x, haut), (x, 420), BLEU, 1.4, stroke_dasharray="5 5")
    t.line((398, 318), (520, 318), BLEU, 1.4, stroke_dasharray="2 4")
    for nom, c in _PLACES.items():
        _pastille(t, c, nom, _electrodes()[nom]["couleur_iec"], 16)
    t.add("</g>")
    t.text(110, 452, "À votre gauche, sa droite.", 13.5, DISCRET)
    for row, (nom, texte) in enumerate(
        (
            ("V1", "4e espace, bord droit\ndu sternum"),
            ("V2", "4e espace, bord gauche"),
            ("V4", "5e espace, milieu de\nla clavicule (avant V3)"),
            ("V3", "entre V2 et V4"),
            ("V5", "horizontale de V4,\nligne axillaire antérieure"),
            ("V6", "horizontale de V4,\nligne axillaire moyenne"),
        )
    ):
        y = 82 + row * 62
        _pastille(t, (484, y), nom, _electrodes()[nom]["couleur_iec"])
        t.text(506, y + (0 if "\n" in texte else 5), texte, 13.5, ENCRE)
    t.text(
        20,
        484,
        "Repère : l’angle de Louis, un relief en haut du sternum. À côté, la 2e côte ; dessous, le 2e espace.",
        13.5,
        DISCRET,
    )
    t.text(
        20,
        504,
        "Descendez d’espace en espace jusqu’au 4e. Chez une femme, V4 à V6 se posent sous le sein.",
        13.5,
        DISCRET,
    )
    return t.dessin(
        """Un thorax vu de face, avec le sternum et les côtes ; la droite de la personne est à gauche du dessin. Six
        électrodes. V1, rouge : quatrième espace intercostal, au bord droit du sternum. V2, jaune : même espace, bord
        gauche. V4, marron : cinquième espace, à la verticale du milieu de la clavicule. V3, verte : à mi-distance de V2 et
        V4. V5, noire, et V6, violette : sur l’horizontale de V4, aux lignes axillaires antérieure et moyenne. On compte les
        espaces depuis l’angle de Louis : le deuxième espace est juste au-dessous de la deuxième côte."""
    )


def electrodes_membres() -> Dessin:
    """Four limb electrodes on a person lying down."""
    t = Toile(470)
    t.text(350, 28, "Quatre électrodes sur les membres", 17, ENCRE, "middle", gras=True)
    t.add('<g transform="translate(178 44)">')
    t.circle((100, 44), 32, PEAU, PEAU_BORD, 2.2)
    half = (
        "M100 72H112C114 84 120 88 134 92C156 97 166 112 170 140L188 232C190 242 200 250 196 262C190 272 180 266 178 256"
        "L152 160C150 152 146 150 145 160L142 232L138 372C138 380 152 386 148 394C142 400 122 398 118 392L106 250H100Z"
    )
    for mirror in ("", ' transform="translate(200 0) scale(-1 1)"'):
        t.add(f"<g{mirror}>")
        t.path(half, PEAU, PEAU_BORD, 2.2)
        t.add("</g>")
    t.path("M100 74V249", "none", PEAU, 5)
    t.path("M88 40q4 -4 8 0M104 40q4 -4 8 0M92 56q8 6 16 0", "none", PEAU_BORD, 1.8)
    t.add("</g>")
    coul = {nom: row["couleur_iec"] for nom, row in _electrodes().items()}
    places = {
        "R": (178 + 17, 44 + 236),
        "L": (178 + 183, 44 + 236),
        "N": (178 + 72, 44 + 350),
        "F": (178 + 128, 44 + 350),
    }
    for nom, c in places.items():
        _pastille(t, c, nom, coul[nom], 13)
    t.text(24, 276, "rouge\nbras droit", 15, ENCRE, gras=True)
    t.line((108, 280), (180, 280), FILET, 1.4)
    t.text(410, 276, "jaune\nbras gauche", 15, ENCRE, gras=True)
    t.line((376, 280), (404, 280), FILET, 1.4)
    t.text(24, 388, "noir\njambe droite\n(neutre)", 15, ENCRE, gras=True)
    t.line((140, 394), (236, 394), FILET, 1.4)
    t.text(410, 388, "vert\njambe gauche", 15, ENCRE, gras=True)
    t.line((322, 394), (404, 394), FILET, 1.4)
    t.rect(500, 76, 190, 134, "#f2f6f6", FILET, 1.2, rx=10)
    t.text(512, 102, "Pour s’en souvenir", 14, BLEU, gras=True)
    t.text(512, 128, "À sa gauche, le soleil\n(jaune) sur le pré (vert).", 12.5, ENCRE)
    t.text(512, 172, "À sa droite, le feu\n(rouge) sur la nuit (noir).", 12.5, ENCRE)
    t.text(350, 456, "À votre gauche, sa droite. Couleurs européennes (CEI).", 13.5, DISCRET, "middle")
    return t.dessin(
        """Une personne vue de face, ses bras le long du corps ; sa droite est à gauche du dessin. Quatre électrodes : rouge
        au poignet droit, jaune au poignet gauche, noire, la neutre, à la cheville droite, verte à la cheville gauche. Pour
        s’en souvenir : à sa gauche, le soleil jaune sur le pré vert ; à sa droite, le feu rouge sur la nuit noire."""
    )
