"""A road through the eyes of a bus driver, and what a photograph of her fundus shows meanwhile. A schema."""

from __future__ import annotations

import math

from asalee_training.figures.oeil import fond_oeil
from asalee_training.figures.toile import (
    BLEU,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    ROUGE,
    VERT,
    Dessin,
    Toile,
)

#: Spots of blood, in the order in which they come: x, y, radius around the centre of the photograph.
_LOIN = (
    (24, 58, 5), (-2, -78, 4), (62, 54, 4), (-84, 34, 4), (66, -54, 4), (-20, 82, 5), (-86, -22, 4), (20, -52, 4),
    (-54, -58, 4), (-60, 62, 5), (88, 10, 4), (10, 88, 4),
)  # fmt: skip
_MACULA = (
    (-34, 6, 5), (-24, 18, 4), (-44, -4, 4), (-28, -12, 4), (-50, 14, 4), (-16, 2, 4), (-40, 24, 4), (-54, -10, 3),
    (-18, -20, 3), (-34, -24, 4), (-12, 22, 3), (-60, 4, 3),
)  # fmt: skip
_DITS = {
    "loin": ("« Je vois comme un aigle. »", "Elle lit toutes les lettres.", VERT),
    "macula": ("« C’est trouble, au milieu. »", "Les lettres du milieu s’effacent.", OCRE),
    "rupture": ("« Un rideau noir, d’un coup ! »", "Le médecin aujourd’hui, avis urgent.", ROUGE),
}


def vue_et_retine(taches: int, endroit: str) -> Dessin:
    """What she sees of the road, beside her fundus with ``taches`` spots of blood."""
    effet = endroit if endroit == "rupture" or taches else "loin"  # no spot, nothing on the macula
    mots, suite, couleur = _DITS[effet]
    t = Toile(408)
    t.text(196, 30, "Ce que voit Mme Rossi au volant", 16, ENCRE, "middle", gras=True)
    t.text(556, 30, "Ce que voit la photographie", 16, ENCRE, "middle", gras=True)
    _route(t, taches, effet)
    posees = (_MACULA if endroit == "macula" else _LOIN)[:taches]
    fond_oeil(t, (556, 156), posees)
    if effet == "rupture":
        t.path(
            "M462 196C500 152 560 214 604 178C626 160 648 166 658 176A104 104 0 0 1 462 196Z",
            "#7a120c",
            "#5c0c07",
            1,
            opacity=0.92,
        )
    t.text(196, 300, mots, 17, couleur, "middle", gras=True)
    t.text(196, 326, suite, 15, ENCRE, "middle")
    compte = "aucune tache" if not taches else "1 tache de sang" if taches == 1 else f"{taches} taches de sang"
    lieu = " près de la macula" if effet == "macula" else " loin de la macula" if taches and effet == "loin" else ""
    if effet == "rupture":
        lieu = ", et du sang devant la rétine"
    t.text(556, 300, compte, 17, ROUGE if taches or effet == "rupture" else VERT, "middle", gras=True)
    t.text(556, 326, lieu.strip(", ") or "rétine saine", 15, ENCRE, "middle")
    t.line((14, 346), (686, 346), FILET, 1.2)
    t.text(350, 370, _lecon(taches, effet), 15, BLEU, "middle", gras=True)
    t.text(
        350,
        398,
        "Schéma : vous prescrivez la photographie, un ophtalmologue la lit.",
        14,
        DISCRET,
        "middle",
        italique=True,
    )
    return t.dessin(f"Photographie : {compte}{lieu}. Mme Rossi dit : {mots} {suite} {_lecon(taches, effet)}")


def _lecon(taches: int, effet: str) -> str:
    if effet == "rupture":
        return "Ce vaisseau a poussé sans bruit. C’est avant qu’on pouvait le traiter."
    if effet == "macula":
        return "Quelques taches au centre gênent plus que douze au bord."
    if taches:
        return "Sa vue ne dit rien de ces taches : seule la photographie les voit."
    return "Tout va bien, et cela aussi se constate sur une photographie."


def _route(t: Toile, taches: int, effet: str) -> None:
    """Draw a road with a school sign and a child on the crossing, then what hides them."""
    x, y, w, h = 20, 46, 352, 224
    t.defs.append(
        f'<clipPath id="pare-brise-{effet}-{taches}"><rect x="{x}" y="{y}" width="{w}" height="{h}" rx="18"/></clipPath>'
    )
    t.add(f'<g clip-path="url(#pare-brise-{effet}-{taches})">')
    t.rect(x, y, w, 110, "#dceaf0")
    t.rect(x, y + 106, w, 120, "#cfdfc4")
    t.path("M20 152C60 128 92 140 120 130C152 118 186 140 214 128C262 112 300 140 372 122V160H20Z", "#a9c49a")
    t.path("M176 152H216L330 272H62Z", "#8c9398", "#6b7276", 1.4)
    for k in range(4):
        haut, bas = 160 + k * k * 9, 172 + k * k * 11
        t.path(f"M{194 - k} {haut}h{4 + 2 * k}l{1 + k} {bas - haut}h-{6 + 4 * k}Z", "#ffffff")
    for k in range(5):
        t.path(f"M{132 + k * 28} 216h17l4 14h-19Z", "#ffffff")
    t.rect(288, 118, 5, 66, "#6b7276")
    t.path("M290 78L320 130H260Z", "#ffffff", ROUGE, 5)
    t.circle((284, 104), 4, ENCRE)
    t.circle((297, 104), 4, ENCRE)
    t.path("M284 109v10l-4 8M284 119l4 8M297 109v10l-4 8M297 119l4 8M284 112l13 0", "none", ENCRE, 2.4)
    t.circle((206, 176), 7, "#f5ddcb", ENCRE, 1.4)
    t.path("M198 186h16l3 22h-22Z", ROUGE, ENCRE, 1.4)
    t.path("M202 208l-3 18M210 208l5 17", "none", ENCRE, 3)
    t.path("M26 90h56v62h-56Z", "#f3e6d2", "#8a6a45", 1.6)
    t.path("M20 92L54 66L88 92Z", "#b0563f", "#7a3a2a", 1.6)
    t.text(54, 116, "ÉCOLE", 14, ENCRE, "middle", gras=True)
    if effet == "macula":
        r = 34 + taches * 4
        t.defs.append(
            f'<radialGradient id="trouble-{taches}"><stop offset="0" stop-color="#6f6a66" stop-opacity="0.98"/><stop offset="0.6" '
            'stop-color="#8b8680" stop-opacity="0.9"/><stop offset="1" stop-color="#8b8680" stop-opacity="0"/></radialGradient>'
        )
        t.circle((206, 186), r, f"url(#trouble-{taches})")
    if effet == "rupture":
        t.path("M0 0H380V150C340 190 330 120 296 176C270 220 250 150 214 204C180 250 150 170 110 214C80 240 50 190 0 220Z",
               "#2b0f0d", opacity=0.93)  # fmt: skip
        for k in range(16):
            a = k * 2.4
            t.circle((196 + 150 * math.cos(a) * (0.5 + k / 32), 214 + 46 * math.sin(a)), 2 + k % 4, "#2b0f0d")
    t.add("</g>")
    t.rect(x, y, w, h, "none", ENCRE, 5, rx=18)
