"""The foot: where the monofilament is applied, and what each French grade holds."""

from __future__ import annotations

from asalee_training.clinical import pied
from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    OCRE,
    OCRE_CLAIR,
    PAPIER,
    PEAU,
    PEAU_BORD,
    PEAU_OMBRE,
    ROUGE,
    ROUGE_CLAIR,
    VERT,
    VERT_CLAIR,
    Dessin,
    Toile,
)

# The sole of a right foot seen by who faces it, in a box of 200 by 430: big toe to the right.
_CONTOUR = (
    "M171 101C184 116 191 138 189 162C187 190 172 214 158 240C148 260 143 280 144 302C145 326 153 344 152 366"
    "C150 394 128 413 99 413C69 413 49 395 46 367C43 338 33 312 25 280C17 248 9 216 9 188C9 166 15 149 28 138"
    "C40 128 62 116 84 107C112 96 150 88 171 101Z"
)
# From the little toe: x, y, half width, half length, turn in degrees.
_ORTEILS = (
    (28, 124, 14, 21, -24),
    (52, 101, 14, 25, -13),
    (78, 84, 14, 28, -6),
    (107, 72, 15, 32, 1),
    (151, 66, 26, 40, 6),
)
# Where the body rests: x, y, half axes, turn.
_APPUIS = ((146, 160, 33, 33, 12), (93, 153, 30, 23, -14), (47, 182, 28, 33, -12), (98, 364, 40, 38, 0))
_PLIS = "M31 147C48 136 66 127 86 119C112 110 146 104 168 112M134 246C124 268 122 300 130 326"
SITES = {"1": (151, 58), "2": (146, 160), "3": (43, 184)}


def plante(t: Toile, x: float, y: float, gauche: bool, echelle: float = 0.84) -> None:
    """Draw a sole at (x, y); the left one is the mirror of the right one."""
    mirror = " translate(200 0) scale(-1 1)" if gauche else ""
    t.add(f'<g transform="translate({x} {y}) scale({echelle}){mirror}">')
    for cx, cy, rx, ry, turn in _ORTEILS:
        t.ellipse((cx, cy), rx, ry, PEAU, PEAU_BORD, 2.2, turn=turn)
    t.path(_CONTOUR, PEAU, PEAU_BORD, 2.2)
    for cx, cy, rx, ry, turn in _ORTEILS:
        t.ellipse((cx, cy), rx - 1.2, ry - 1.2, PEAU, turn=turn)
        t.ellipse((cx, cy - ry * 0.2), rx * 0.66, ry * 0.55, PEAU_OMBRE, turn=turn, opacity=0.75)
    for cx, cy, rx, ry, turn in _APPUIS:
        t.ellipse((cx, cy), rx, ry, PEAU_OMBRE, turn=turn, opacity=0.75)
    t.path(_PLIS, "none", PEAU_BORD, 1.2, opacity=0.55)
    t.add("</g>")


def pied_sites() -> Dessin:
    """Three sites under each foot, as the person who examines sees them."""
    t = Toile(470)
    t.text(350, 28, "Face à vous, les plantes des pieds", 17, ENCRE, "middle", gras=True)
    echelle, haut, gauche_x, droite_x = 0.84, 64, 138, 330
    plante(t, gauche_x, haut, gauche=False)
    plante(t, droite_x, haut, gauche=True)
    t.text(gauche_x + 84, 442, "pied droit", 16, ENCRE, "middle", gras=True)
    t.text(droite_x + 84, 442, "pied gauche", 16, ENCRE, "middle", gras=True)
    for number, (sx, sy) in SITES.items():
        t.number((gauche_x + sx * echelle, haut + sy * echelle), number, BLEU)
        t.number((droite_x + (200 - sx) * echelle, haut + sy * echelle), number, BLEU)
    for row, (number, titre, suite) in enumerate(
        (
            ("1", "Gros orteil", "la pulpe"),
            ("2", "1er métatarsien", "sous sa tête"),
            ("3", "5e métatarsien", "sous sa tête"),
        )
    ):
        y = 158 + row * 62
        t.number((524, y), number, BLEU)
        t.text(546, y - 1, titre, 15, ENCRE, gras=True)
        t.text(546, y + 17, suite, 14, DISCRET)
    t.text(14, 214, "À votre gauche,\nson pied droit.\nLes gros orteils\nsont au milieu.", 14, DISCRET)
    return t.dessin(
        """Les deux plantes de pied, vues par l’infirmière assise en face : le pied droit de la personne est à gauche du
        dessin, les gros orteils se touchent presque au milieu. Trois points numérotés sous chaque pied. 1 : la pulpe du
        gros orteil. 2 : sous la tête du premier métatarsien, à la base du gros orteil. 3 : sous la tête du cinquième
        métatarsien, à la base du petit orteil. Six sites en tout."""
    )


_GRADES = (
    ("Il sent", "pas de neuropathie", VERT, VERT_CLAIR),
    ("Il ne sent plus", "neuropathie seule", BLEU, BLEU_CLAIR),
    ("Plus un risque", "neuropathie, avec\nartère ou déformation", OCRE, OCRE_CLAIR),
    ("Une histoire", "plaie ancienne,\nou amputation,\nquel que soit le reste", ROUGE, ROUGE_CLAIR),
)


def grades_pied() -> Dessin:
    """Four feet for the four French grades, and the sessions that each opens."""
    t = Toile(462)
    t.text(350, 28, "Les quatre grades français", 17, ENCRE, "middle", gras=True)
    for grade, (titre, texte, trait, fond) in enumerate(_GRADES):
        x = 12 + grade * 171
        t.rect(x, 46, 163, 344, fond, trait, 1.8, rx=14)
        t.number((x + 28, 76), str(grade), trait, 17)
        t.text(x + 52, 81, titre, 13, trait, gras=True)
        t.rect(x + 30, 94, 104, 204, PAPIER, "none", rx=10)
        pied_marque(
            t, x + 40, 104, 0.44, perdus=3 * (grade in (1, 2)), devie=grade == 2, bouchee=grade == 2, ampute=grade == 3
        )
        t.text(x + 81, 316, texte, 13, ENCRE, "middle")
        t.text(x + 81, 376, _seances(grade), 14.5, trait, "middle", gras=True)
    t.text(
        14,
        420,
        "Le bilan de gradation, chaque année, est pour tous. Une plaie ouverte n’a pas de grade : on alerte.",
        13.5,
        DISCRET,
    )
    t.text(
        14, 444, "L’artère seule reste à 0 : le grade ouvre des droits, il ne dit pas tout le danger.", 13.5, DISCRET
    )
    return t.dessin(
        f"""Quatre plantes de pied côte à côte, une par grade. Grade 0 : les trois sites du monofilament sont cochés, le pied
        sent ; {_seances(0)}. Grade 1 : des croix sur les sites, le pied ne sent plus, rien d’autre ; {_seances(1)}. Grade 2 :
        les mêmes croix, avec un gros orteil dévié et une artère barrée, car une déformation ou une artère malade suffit ;
        {_seances(2)}. Grade 3 : un orteil manque et une cicatrice marque l’avant-pied, même si les sites sont sentis ;
        {_seances(3)}, {pied.seances_podologue(3, True)} si une plaie cicatrise. Le bilan annuel de gradation est pour tous.
        Une plaie ouverte n’a pas de grade. L’artère seule reste au grade 0."""
    )


def _seances(grade: int) -> str:
    nombre = pied.seances_podologue(grade, False)
    return f"{nombre} séances par an" if nombre else "le bilan seul"


def pied_marque(
    t: Toile, x: float, y: float, echelle: float, *, perdus: int, devie: bool, bouchee: bool, ampute: bool
) -> None:
    """Draw a right sole and what counts for a grade: its sites, ``perdus`` of them lost, a big toe aside, an artery, a lost toe."""
    plante(t, x, y, gauche=False, echelle=echelle)
    t.add(f'<g transform="translate({x} {y}) scale({echelle})">')
    if devie:
        t.path("M96 20L150 110L196 92L176 10Z", PAPIER)
        t.ellipse((128, 66), 26, 42, PEAU, PEAU_BORD, 2.2, turn=-26)
        t.ellipse((168, 124), 26, 24, PEAU, PEAU_BORD, 2.2)
        t.ellipse((160, 130), 26, 24, PEAU)
    if bouchee:
        t.path("M92 400C98 340 104 300 96 250C92 226 84 214 74 200", "none", "#c4453a", 8)
        t.path("M72 322L126 300", "none", ENCRE, 9)
    if ampute:
        t.path("M88 20H130L128 98L92 104Z", PAPIER)
        t.path("M90 106q16 -10 34 -6", "none", PEAU_BORD, 5)
        t.path("M66 156l34 18M74 170l10 -18M86 176l10 -18", "none", ROUGE, 4.5)
    t.add("</g>")
    for rang, (nom, site) in enumerate(SITES.items()):
        perdu = rang < perdus
        sx, sy = (128, 58) if devie and nom == "1" else site
        c = (x + sx * echelle, y + sy * echelle)
        t.circle(c, 8.5, ROUGE if perdu else PAPIER, ROUGE if perdu else VERT, 2)
        t.add(f'<g transform="translate({c[0]:.1f} {c[1]:.1f})">')
        mark = "M-3.4 -3.4L3.4 3.4M3.4 -3.4L-3.4 3.4" if perdu else "M-4 0L-1 3.4L4.4 -4"
        t.path(mark, "none", PAPIER if perdu else VERT, 2.2)
        t.add("</g>")
