"""Memory: three steps, the place where it is made, and clocks."""

from __future__ import annotations

import math

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
    Point,
    Toile,
)
from asalee_training.simulation import horloges

_PARIETAL = "M214 20C250 8 290 26 314 54C336 60 346 74 352 90C330 112 302 126 276 130C252 104 226 66 214 20Z"
_CERVELET = "M226 246C262 252 300 250 326 236C350 244 356 270 336 288C306 306 262 300 246 278C240 268 232 256 226 246Z"


def memoire_etapes() -> Dessin:
    """Encoding, storage, retrieval; what a cue repairs, what it does not."""
    t = Toile(510)
    t.text(350, 28, "Un souvenir fait trois pas", 17, ENCRE, "middle", gras=True)
    etapes = (
        ("1. Entrer", "faire attention,\ncomprendre, relier", BLEU, BLEU_CLAIR),
        ("2. Rester", "garder la trace\nquand on pense\nà autre chose", OCRE, OCRE_CLAIR),
        ("3. Revenir", "retrouver la trace,\nseul ou avec un indice", VERT, VERT_CLAIR),
    )
    for k, (titre, texte, trait, fond) in enumerate(etapes):
        x = 20 + k * 232
        t.rect(x, 54, 196, 196, fond, trait, 2, rx=16)
        (_porte, _tiroirs, _loupe)[k](t, x + 98, 106, trait)
        t.text(x + 98, 176, titre, 17, trait, "middle", gras=True)
        t.text(x + 98, 200, texte, 14, ENCRE, "middle")
        if k < 2:
            t.arrow((x + 200, 152), (x + 228, 152), DISCRET, 2.6)
    t.text(20, 292, "Ce que dit l’indice (« c’était une fleur »)", 16, ENCRE, gras=True)
    lignes = (
        (
            VERT,
            "L’indice ramène le mot",
            "Le souvenir était là : le rappel seul ne le trouvait pas.",
            "fatigue, humeur triste, certains troubles",
        ),
        (
            ROUGE,
            "L’indice ne ramène rien",
            "Le mot n’est pas resté, bien qu’il soit entré.",
            "évoque l’hippocampe, s’explore",
        ),
        (
            OCRE,
            "Le mot manquait déjà tout de suite",
            "Il n’est pas entré : vérifiez vue, audition, attention.",
            "on ne conclut pas sur la mémoire",
        ),
    )
    for k, (couleur, titre, texte, suite) in enumerate(lignes):
        y = 326 + k * 60
        t.rect(20, y - 18, 6, 46, couleur, rx=3)
        t.text(38, y, titre, 15, couleur, gras=True)
        t.text(38, y + 21, texte, 14, ENCRE)
        t.text(684, y, suite, 13, DISCRET, "end")
    t.text(20, 500, "Ce sont des pistes, jamais un diagnostic : il revient au médecin.", 13.5, DISCRET)
    return t.dessin(
        """Les trois pas d’un souvenir, en trois cases. 1, entrer : faire attention, comprendre, relier. 2, rester : garder la
        trace quand on pense à autre chose. 3, revenir : retrouver la trace, seul ou avec un indice. Au-dessous, ce que dit
        l’indice. Il ramène le mot : le souvenir était là, le rappel seul ne le trouvait pas ; cela se voit dans la fatigue,
        l’humeur triste, certains troubles. Il ne ramène rien : le mot n’est pas resté bien qu’il soit entré ; cela évoque
        l’hippocampe et s’explore. Le mot manquait déjà tout de suite : il n’est pas entré ; on vérifie vue, audition et
        attention. Ce sont des pistes, jamais un diagnostic."""
    )


def _porte(t: Toile, x: float, y: float, trait: str) -> None:
    t.rect(x - 22, y - 38, 44, 76, PAPIER, trait, 2.4, rx=4)
    t.circle((x + 12, y + 2), 3.4, trait)
    t.arrow((x - 66, y), (x - 30, y), trait, 3, 11)


def _tiroirs(t: Toile, x: float, y: float, trait: str) -> None:
    for k in range(3):
        t.rect(x - 36, y - 38 + k * 26, 72, 24, PAPIER, trait, 2.4, rx=4)
        t.line((x - 9, y - 26 + k * 26), (x + 9, y - 26 + k * 26), trait, 3)


def _loupe(t: Toile, x: float, y: float, trait: str) -> None:
    t.circle((x - 8, y - 8), 27, PAPIER, trait, 3.4)
    t.line((x + 12, y + 12), (x + 34, y + 34), trait, 6)
    t.text(x - 8, y, "?", 24, trait, "middle", gras=True)


def cerveau_hippocampe() -> Dessin:
    """A brain in profile, the hippocampus inside, and what each region does for the tests."""
    t = Toile(450)
    t.text(350, 28, "Où se fabrique un souvenir", 17, ENCRE, "middle", gras=True)
    t.add('<g transform="translate(24 48)">')
    t.path(
        "M60 190C20 172 20 112 54 88C62 46 120 18 172 28C214 8 284 18 314 54C360 66 388 112 378 156C392 196 366 232 326 236"
        "C300 262 246 262 216 244C196 262 150 258 136 232C104 232 74 218 60 190Z",
        "#f6e1da", "#a8584c", 2.4,
    )  # fmt: skip
    t.path(
        _CERVELET,
        "#edd0c5",
        "#a8584c",
        2.2,
    )
    for k in range(4):
        t.path(
            f"M{256 + k * 3} {268 + k * 7}C282 {276 + k * 7} 312 {272 + k * 7} {338 - k * 6} {262 + k * 8}",
            "none",
            "#a8584c",
            1,
        )
    t.path("M214 244C222 268 226 292 236 326L262 322C254 304 250 292 248 280", "#f6e1da", "#a8584c", 2.2)
    folds = (
        "M84 92C104 96 112 112 106 132M120 50C126 74 146 78 150 98C154 116 142 128 128 132M182 34C176 60 196 70 190 92",
        "M236 26C226 50 246 62 240 86C236 104 250 114 262 110M300 56C284 76 298 94 290 112M348 92C330 100 326 118 338 130",
        "M52 140C74 142 84 156 78 174M352 176C334 170 322 182 326 202",
    )
    for d in folds:
        t.path(d, "none", "#a8584c", 1.5, opacity=0.65)
    t.path("M112 176C150 156 204 168 246 156C268 150 286 152 300 160", "none", "#a8584c", 2, opacity=0.8)
    t.path(
        "M60 190C20 172 20 112 54 88C62 46 120 18 172 28C178 70 168 116 150 154C124 176 92 186 60 190Z",
        BLEU_CLAIR,
        BLEU,
        1.6,
        opacity=0.75,
    )
    t.path(
        "M150 206C166 190 204 188 234 196C254 200 260 214 246 220C222 212 190 214 172 224C156 230 142 220 150 206Z",
        OCRE_CLAIR,
        OCRE,
        2.6,
    )
    t.path(
        _PARIETAL,
        VERT_CLAIR,
        VERT,
        1.6,
        opacity=0.75,
    )
    t.add("</g>")
    t.number((116, 148), "1", BLEU, 14)
    t.number((220, 256), "2", OCRE, 14)
    t.number((302, 118), "3", VERT, 14)
    for k, (couleur, titre, texte) in enumerate(
        (
            (BLEU, "Lobe frontal", "s’organiser, chercher,\ns’empêcher, planifier"),
            (OCRE, "Hippocampe", "au-dedans du lobe temporal,\nun de chaque côté : fait\nrester les souvenirs"),
            (VERT, "Lobe pariétal", "se repérer, placer :\nl’horloge le demande"),
        )
    ):
        y = 92 + k * 104
        t.number((446, y), str(k + 1), couleur, 14)
        t.text(470, y + 5, titre, 16, couleur, gras=True)
        t.text(470, y + 28, texte, 14, ENCRE)
    t.text(
        20,
        406,
        "Dans la maladie d’Alzheimer, l’hippocampe est souvent touché tôt : ce qui est entré ne reste pas.",
        13.5,
        DISCRET,
    )
    t.text(
        20, 428, "Un test ne montre pas une lésion : il montre une difficulté, que le médecin explore.", 13.5, DISCRET
    )
    return t.dessin(
        """Un cerveau vu de profil, l’avant à gauche. Trois régions numérotées. 1, le lobe frontal, en avant : s’organiser,
        chercher, s’empêcher, planifier. 2, l’hippocampe, au-dedans du lobe temporal, un de chaque côté : il fait rester
        les souvenirs. 3, le lobe pariétal, en haut et en arrière : se repérer, placer ; l’horloge le demande. Dans la
        maladie d’Alzheimer, l’hippocampe est souvent touché tôt : ce qui est entré ne reste pas. Un test ne montre pas une
        lésion, il montre une difficulté, que le médecin explore."""
    )


def horloge_exemples() -> Dessin:
    """Four clocks at ten past eleven: one right, three that say something."""
    t = Toile(570)
    t.text(350, 28, "« Onze heures dix » : quatre dessins", 17, ENCRE, "middle", gras=True)
    exemples: tuple[tuple[tuple[str, ...], str, str, str], ...] = (
        ((), "Juste", "chiffres en place, la petite aiguille sur 11", VERT),
        (("chiffres_tasses",), "Chiffres tassés", "la place n’est pas prévue\navant d’écrire", OCRE),
        (("lie_au_stimulus",), "Aiguille sur le 10", "« dix » entendu, le 10 montré", ROUGE),
        (("chiffres_manquants",), "Chiffres oubliés", "le cadran reste\nincomplet", OCRE),
    )
    for k, (erreurs, titre, texte, couleur) in enumerate(exemples):
        c = (175 + (k % 2) * 350, 134 + (k // 2) * 250)
        _horloge(t, c, erreurs)
        t.text(c[0], c[1] + 108, titre, 15.5, couleur, "middle", gras=True)
        t.text(c[0], c[1] + 128, texte.replace("\n", " "), 13, ENCRE, "middle")
    t.line((20, 536), (680, 536), FILET, 1)
    t.text(350, 558, "On décrit et on cote ; on ne devine pas la maladie.", 13.5, DISCRET, "middle")
    return t.dessin(
        """Quatre dessins d’horloge à qui l’on a demandé onze heures dix. Juste : douze chiffres à leur place, la petite aiguille
        sur 11, la grande sur 2. Chiffres tassés : ils sont serrés d’un côté, la place n’a pas été prévue. Aiguille sur le
        10 : la personne a montré le chiffre qu’elle a entendu au lieu de calculer les minutes. Chiffres oubliés : le cadran
        reste incomplet. On décrit et on cote ; on ne devine pas la maladie."""
    )


def _horloge(t: Toile, c: Point, erreurs: tuple[str, ...]) -> None:
    r = 82
    dessin = horloges.dessiner("11:10", erreurs, b"figure")
    t.circle(c, r, PAPIER, ENCRE, 2.4)
    t.circle(c, 3.4, ENCRE)
    for number, degres in dessin["chiffres"]:
        a = math.radians(degres - 90)
        t.text(c[0] + r * 0.82 * math.cos(a), c[1] + r * 0.82 * math.sin(a) + 5, str(number), 15, ENCRE, "middle")
    for longueur, degres in dessin["aiguilles"]:
        a = math.radians(degres - 90)
        t.arrow(c, (c[0] + r * longueur * 0.78 * math.cos(a), c[1] + r * longueur * 0.78 * math.sin(a)), ENCRE, 2.8, 10)


_IMITATEURS = (
    (
        "Début",
        "d’un coup : des heures,\ndes jours",
        "en quelques semaines,\nsouvent après un deuil",
        "peu à peu : des mois,\ndes années",
    ),
    ("Dans la journée", "par vagues, pire la nuit", "lourd le matin", "pareil d’un jour à l’autre"),
    ("Attention", "ne tient pas :\nelle décroche", "présente, mais sans élan", "souvent gardée au début"),
    (
        "Elle dit",
        "des choses décousues,\nou s’endort",
        "« je n’y arriverai pas »",
        "« tout va bien »,\nla famille s’inquiète",
    ),
    (
        "Vous faites",
        "aucun test,\nle médecin aujourd’hui",
        "mini-GDS, et demander\nles idées noires",
        "le repérage, en de\nbonnes conditions",
    ),
)


def confusion_ou_memoire() -> Dessin:
    """Confusion, low mood, memory disease: what tells them apart."""
    t = Toile(510)
    t.text(350, 28, "Trois tableaux qui se ressemblent de loin", 17, ENCRE, "middle", gras=True)
    tetes = (
        ("Confusion", ROUGE, ROUGE_CLAIR),
        ("Humeur triste", BLEU, BLEU_CLAIR),
        ("Trouble installé", OCRE, OCRE_CLAIR),
    )
    for k, (titre, trait, fond) in enumerate(tetes):
        x = 118 + k * 192
        t.rect(x, 46, 184, 428, fond, trait, 1.8, rx=14)
        t.text(x + 92, 74, titre, 16, trait, "middle", gras=True)
    for j, (quoi, *cases) in enumerate(_IMITATEURS):
        y = 112 + j * 76
        if j:
            t.line((14, y - 24), (690, y - 24), FILET, 1)
        t.text(
            14, y, quoi.replace(" la journée", "\nla journée").replace(" faites", "\nfaites"), 13.5, DISCRET, gras=True
        )
        for k, texte in enumerate(cases):
            t.text(128 + k * 192, y, texte, 13, ENCRE, gras=j == 4)
    t.text(350, 498, "Ils peuvent se mêler. Le diagnostic revient au médecin.", 13.5, DISCRET, "middle")
    return t.dessin(
        """Un tableau de trois colonnes. Confusion : début d’un coup, en heures ou en jours ; par vagues, pire la nuit ;
        l’attention ne tient pas ; elle dit des choses décousues ou s’endort ; aucun test, le médecin aujourd’hui. Humeur
        triste : en quelques semaines, souvent après un deuil ; lourd le matin ; attention présente mais sans élan ; « je
        n’y arriverai pas » ; mini-GDS et la question des idées noires. Trouble installé : peu à peu, des mois ou des années ;
        pareil d’un jour à l’autre ; attention souvent gardée ; « tout va bien », la famille s’inquiète ; le repérage, dans
        de bonnes conditions. Ils peuvent se mêler."""
    )
