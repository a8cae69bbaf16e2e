"""Eye: what the photograph of the fundus shows, and when it is due."""

from __future__ import annotations

from collections.abc import Iterable

from asalee_training.figures.toile import (
    BLEU,
    DISCRET,
    ENCRE,
    OCRE,
    OCRE_CLAIR,
    PAPIER,
    ROUGE,
    VERT,
    VERT_CLAIR,
    Dessin,
    Point,
    Toile,
)

_VEINES, _ARTERES = "#8d1f18", "#c94a32"
#: Where blood and deposits lie around the centre of the photograph: x, y, radius; x, y.
HEMORRAGIES = (
    (24, 58, 7), (-2, 40, 3), (-58, 34, 3.4), (-70, -20, 4), (4, -14, 3), (-20, 66, 5), (-46, -38, 3), (62, 54, 5), (10, 76, 3),
)  # fmt: skip
DEPOTS = ((-18, 48), (-26, 40), (-10, 34), (-52, -6), (-56, 4), (-6, -30), (2, -36), (-14, -26))
_FOND, _BORD = "#e79a5c", "#a8582c"


def oeil_retine() -> Dessin:
    """An eye in section, and two fundus photographs: healthy, diabetic retinopathy."""
    t = Toile(480)
    t.text(350, 28, "La photographie du fond d’œil", 17, ENCRE, "middle", gras=True)
    _coupe(t, 122, 250)
    for c, titre, malade in (((352, 210), "Rétine saine", False), ((578, 210), "Rétinopathie", True)):
        fond_oeil(t, c, HEMORRAGIES if malade else (), DEPOTS if malade else ())
        t.text(c[0], 82, titre, 16, ROUGE if malade else BLEU, "middle", gras=True)
    t.label(258, 352, "macula :\nla vision fine", (318, 216), taille=14)
    t.label(378, 400, "papille :\nle nerf part d’ici", (398, 212), taille=14)
    t.label(590, 340, "petites\nhémorragies", (602, 268), taille=14)
    t.label(516, 400, "dépôts jaunes", (560, 258), taille=14)
    t.text(
        14,
        440,
        "L’infirmière prescrit la photographie ; elle ne l’interprète pas. La rétinopathie ne se sent",
        13.5,
        DISCRET,
    )
    t.text(14, 460, "pas avant d’être avancée : on photographie sans attendre que la vue baisse.", 13.5, DISCRET)
    return t.dessin(
        """À gauche, un œil coupé en deux : la lumière entre par la pupille, traverse le cristallin et arrive sur la rétine,
        au fond ; le nerf optique en part. À droite, deux photographies rondes de la rétine. Rétine saine : fond orangé,
        vaisseaux fins qui partent d’un disque clair, la papille, et une zone plus sombre sans vaisseau, la macula, pour la
        vision fine. Rétinopathie : en plus, de petites hémorragies, points et taches rouges, et des dépôts jaunes près de
        la macula. Elle ne se sent pas avant d’être avancée."""
    )


def _coupe(t: Toile, x: float, y: float) -> None:
    t.circle((x, y), 84, "#fdf4ec", ENCRE, 2.4)
    t.path(f"M{x - 66} {y - 52}A84 84 0 1 1 {x - 66} {y + 52}", "none", _FOND, 7)
    t.path(f"M{x - 72} {y - 42}C{x - 104} {y - 22} {x - 104} {y + 22} {x - 72} {y + 42}", "#eaf4f5", BLEU, 2)
    t.ellipse((x - 56, y), 13, 32, "#dcecef", BLEU, 2)
    t.path(f"M{x - 70} {y - 44}L{x - 66} {y - 16}M{x - 70} {y + 44}L{x - 66} {y + 16}", "none", "#5a4a32", 5)
    t.path(f"M{x + 76} {y + 16}L{x + 106} {y + 30}M{x + 72} {y + 34}L{x + 100} {y + 48}", "none", OCRE, 3)
    t.rect(x - 108, y - 1.5, 50, 3, "#e7c200")
    t.line((x - 110, y), (x + 78, y), "#d6a400", 1.8, stroke_dasharray="6 4")
    t.label(6, y - 132, "cristallin", (x - 56, y - 24), taille=14)
    t.label(128, y - 132, "rétine", (x + 62, y - 52), taille=14)
    t.label(40, y + 130, "nerf optique", (x + 96, y + 36), taille=14)
    t.label(2, y + 104, "pupille", (x - 68, y + 4), taille=14)


def fond_oeil(
    t: Toile, c: Point, taches: Iterable[tuple[float, float, float]] = (), depots: Iterable[Point] = ()
) -> None:
    """Draw a photograph of the fundus, 104 pixels in radius, macula to the left; spots of blood and deposits on it."""
    x, y = c
    t.circle(c, 104, _FOND, _BORD, 2.5)
    t.circle((x - 34, y + 4), 30, "#cf7a3f", opacity=0.55)
    t.circle((x - 34, y + 4), 13, "#b8622c", opacity=0.65)
    for sign in (1, -1):
        t.path(
            f"M{x + 46} {y}C{x + 30} {y - 44 * sign} {x - 4} {y - 70 * sign} {x - 60} {y - 72 * sign}"
            f"M{x + 22} {y - 40 * sign}C{x + 8} {y - 34 * sign} {x - 2} {y - 34 * sign} {x - 12} {y - 30 * sign}"
            f"M{x + 46} {y}C{x + 56} {y - 30 * sign} {x + 74} {y - 46 * sign} {x + 80} {y - 60 * sign}",
            "none", _VEINES, 3.4,
        )  # fmt: skip
        t.path(
            f"M{x + 46} {y}C{x + 36} {y - 36 * sign} {x + 2} {y - 58 * sign} {x - 50} {y - 56 * sign}"
            f"M{x + 46} {y}C{x + 62} {y - 24 * sign} {x + 82} {y - 30 * sign} {x + 92} {y - 34 * sign}",
            "none", _ARTERES, 2.2,
        )  # fmt: skip
    t.ellipse((x + 47, y), 15, 18, "#fbe6b8", "#c98d3c", 1.6)
    t.ellipse((x + 48, y), 6, 8, "#fff6dc")
    for dx, dy, r in taches:
        t.circle((x + dx, y + dy), r, "#7a120c", "#5c0c07", 0.8)
    for dx, dy in depots:
        t.ellipse((x + dx, y + dy), 5, 3.4, "#fff0a8", "#c9a227", 0.9, turn=20)


def fond_oeil_conditions() -> Dessin:
    """Four padlocks in a row: all four open, two years; one shut, one year."""
    t = Toile(446)
    t.text(350, 28, "Le fond d’œil : deux ans, ou un an ?", 17, ENCRE, "middle", gras=True)
    for k, (titre, fermes) in enumerate((("Les quatre y sont", ()), ("Une seule manque", (1,)))):
        y = 52 + k * 164
        trait, fond = ((VERT, VERT_CLAIR), (OCRE, OCRE_CLAIR))[k]
        t.rect(14, y, 672, 150, fond, trait, 1.8, rx=14)
        t.text(30, y + 26, titre, 16, trait, gras=True)
        for j, texte in enumerate(
            ("pas\nd’insuline", "HbA1c\nà l’objectif", "pression\nà l’objectif", "pas de\nrétinopathie")
        ):
            _cadenas(t, (78 + j * 122, y + 80), j not in fermes)
            t.text(78 + j * 122, y + 122, texte, 13.5, ENCRE, "middle")
        t.arrow((500, y + 80), (548, y + 80), trait, 3, 13)
        t.text(616, y + 88, ("24 mois", "12 mois")[k], 25, trait, "middle", gras=True)
    t.text(
        14,
        402,
        "Grossesse : tous les trois mois. Une date écrite vaut mieux qu’un examen de trop, ou qu’un oubli.",
        13.5,
        DISCRET,
    )
    t.text(14, 426, "Les conditions se revoient à chaque bilan : un cadenas ouvert peut se refermer.", 13.5, DISCRET)
    return t.dessin(
        """Deux rangées de quatre cadenas : pas d’insuline, HbA1c à l’objectif, pression à l’objectif, pas de rétinopathie.
        Première rangée, les quatre cadenas sont ouverts : le fond d’œil peut attendre vingt-quatre mois. Seconde rangée, le
        cadenas de l’HbA1c est fermé, les trois autres ouverts : douze mois. Une seule condition manque, et c’est chaque
        année. Pendant une grossesse, tous les trois mois. Les conditions se revoient à chaque bilan."""
    )


def _cadenas(t: Toile, c: Point, ouvert: bool) -> None:
    """Draw a padlock, its shackle lifted and aside when open."""
    x, y = c
    if ouvert:
        t.path(f"M{x + 10} {y - 4}v-18a13 14 0 0 1 26 0v6", "none", VERT, 5)
    else:
        t.path(f"M{x - 13} {y - 4}v-12a13 14 0 0 1 26 0v12", "none", ROUGE, 5)
    t.rect(x - 20, y - 6, 40, 30, PAPIER, VERT if ouvert else ROUGE, 2.6, rx=5)
    mark = f"M{x - 7} {y + 9}l5 6l9 -13" if ouvert else f"M{x - 6} {y + 3}l12 12M{x + 6} {y + 3}l-12 12"
    t.path(mark, "none", VERT if ouvert else ROUGE, 3)
