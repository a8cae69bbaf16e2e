"""Nerves that are lost from their far end: what she says of her feet, and what the filament says. A schema."""

from __future__ import annotations

from asalee_training.figures.nerfs import JAMBE
from asalee_training.figures.pied import SITES, plante
from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    PAPIER,
    PEAU,
    PEAU_BORD,
    ROUGE,
    VERT,
    Dessin,
    Toile,
)

#: Length of the foot from the toes to the heel, in cm; beyond, what is lost climbs the leg up to the knee (60).
_PIED, _GENOU = 25, 60
#: Each site of the filament: its name, and how far it lies from the tip of the toes, in cm (a foot of ordinary size).
_NOMS = {"1": "gros orteil", "2": "premier métatarsien", "3": "cinquième métatarsien"}
_DISTANCES = {"1": 2, "2": 7, "3": 9}
#: From that length on, the toes have been ill long enough for the small fibres to fall silent. Ours, for the order.
_SILENCE = 20
_GROSSES = (
    "M98 40C100 130 104 210 100 290C98 330 78 362 44 388M100 290C98 340 84 372 62 394M100 290C106 336 112 366 116 396"
)
_PETITES = "M124 40C126 130 128 210 122 290C118 334 94 366 58 386M122 290C120 340 106 372 84 396M122 290C126 334 134 366 142 394"


def _niveau(hauteur: int) -> str:
    for limit, words in ((0, "rien n’est atteint"), (5, "le bout des orteils"), (10, "l’avant-pied"), (20, "la moitié du pied"),
                         (30, "tout le pied"), (45, "le pied et le bas du mollet"), (55, "presque jusqu’au genou")):  # fmt: skip
        if hauteur <= limit:
            return words
    return "jusqu’au genou"


def _plaintes(hauteur: int, grosses: bool, petites: bool) -> tuple[tuple[str, str, bool], ...]:
    """What she is asked, what she answers, and whether it is an alarm that failed or rang for nothing."""
    caillou = grosses and hauteur >= 10
    brule = petites and hauteur >= 5
    tiede = petites and hauteur >= _SILENCE
    noir = grosses and hauteur >= _PIED
    return (
        ("Un caillou dans la chaussure", "« Quel caillou ? »" if caillou else "« Aïe ! Un caillou. »", caillou),
        ("Un bain trop chaud", "« Il est tiède. »" if tiede else "« Aïe ! C’est brûlant. »", tiede),
        ("La nuit, sous le drap", "« Ça brûle, ça fourmille. »" if brule else "« Je dors. »", brule),
        ("Marcher dans le noir", "« Je titube. »" if noir else "« Je marche droit. »", noir),
    )


def nerfs_longueur(hauteur: int, fibres: str) -> Dessin:
    """A leg whose nerves are ill over the last ``hauteur`` cm, what she says, what the filament says."""
    grosses, petites = fibres != "petites", fibres != "grosses"
    perdus = {nom for nom, cm in _DISTANCES.items() if grosses and hauteur > cm}
    plaintes = _plaintes(hauteur, grosses, petites)
    t = Toile(412)
    _jambe(t, hauteur, grosses, petites)
    t.text(252, 30, "Elle vous dit", 16, ENCRE, gras=True)
    for k, (quoi, mots, faux) in enumerate(plaintes):
        y = 62 + k * 46
        t.circle((264, y - 5), 9, ROUGE if faux else PAPIER, ROUGE if faux else VERT, 2.2)
        if faux:
            t.text(264, y, "!", 14, PAPIER, "middle", gras=True)
        t.text(284, y - 8, quoi, 14, DISCRET)
        t.text(284, y + 11, mots, 15.5, ROUGE if faux else ENCRE, gras=faux)
    t.line((252, 238), (686, 238), FILET, 1.2)
    sentis = len(SITES) - len(perdus)
    _plante(t, perdus)
    t.text(252, 266, "Le fil vous dit", 16, ENCRE, gras=True)
    compte = f"{sentis} sites sentis sur trois" if sentis > 1 else f"{sentis} site senti sur trois"
    t.text(252, 294, f"{compte}, sur chaque pied", 15.5, ROUGE if perdus else VERT, gras=True)
    for k, line in enumerate(_conclusion(perdus, plaintes)):
        t.text(252, 322 + k * 22, line, 14.5, ENCRE)
    t.text(252, 400, "Schéma : l’ordre ne change pas, la vitesse oui.", 14, DISCRET, italique=True)
    dit = " ".join(f"{quoi} : {mots}" for quoi, mots, _ in plaintes)
    main = " Le bout des doigts commence à son tour." if hauteur == _GENOU else ""
    atteinte = f"Atteinte sur {hauteur} cm, {_niveau(hauteur)}, des deux côtés." if hauteur else "Rien n’est atteint."
    ou = f" ; perdu : {', '.join(nom for cle, nom in _NOMS.items() if cle in perdus)}" if perdus else ""
    return t.dessin(f"{atteinte}{main} {dit} Au monofilament : {compte}{ou}.")


def _conclusion(perdus: set[str], plaintes: tuple[tuple[str, str, bool], ...]) -> tuple[str, ...]:
    brule = plaintes[2][2]
    if brule and perdus:
        return ("Elle a mal, et elle ne sent pas.", "Les deux s’écrivent, les deux se transmettent.")
    if brule:
        return ("Le fil ne teste pas ces fibres-là :", "la plainte s’écrit et se transmet aussi.")
    if perdus and plaintes[3][2]:
        return ("Elle croit que c’est l’équilibre.", "Sans le fil, personne ne pense au pied.")
    if perdus:
        return ("Elle ne se plaint de rien.", "Sans le fil, personne ne le saurait.")
    return ("Les deux alarmes marchent.",)


def _jambe(t: Toile, hauteur: int, grosses: bool, petites: bool) -> None:
    """Draw both kinds of fibres, cut where they stop carrying."""
    if hauteur <= _PIED:
        zone = f"M14 322H{22 + hauteur / _PIED * 148:.1f}V412H14Z"
    else:
        zone = f"M0 {322 - (hauteur - _PIED) / (_GENOU - _PIED) * 282:.1f}H210V412H0Z"
    vif = "M0 30H210V412H0Z" + zone  # even-odd: all but the zone
    mort, sain = f"nerf-mort-{hauteur}", f"nerf-sain-{hauteur}"  # a page may hold several of these drawings
    t.defs.append(f'<clipPath id="{mort}"><path d="{zone}"/></clipPath>')
    t.defs.append(f'<clipPath id="{sain}"><path d="{vif}" clip-rule="evenodd"/></clipPath>')
    hachures = t.hatch("peau-muette", DISCRET, 8, 45, 1)
    t.add('<g transform="translate(18 -12)">')
    t.path(JAMBE, PEAU, PEAU_BORD, 2.2)
    t.path(
        "M30 402C30 396 34 390 40 388M46 404C46 397 50 392 56 390M62 405C62 398 66 393 72 392", "none", PEAU_BORD, 1.4
    )
    if hauteur:
        t.path(JAMBE, hachures, "none", clip_path=f"url(#{mort})", opacity=0.45)
    for trace, couleur, epaisseur, malade, tirets in (
        (_GROSSES, BLEU, 4.2, grosses, ""), (_PETITES, OCRE, 2.6, petites, "1 5"),
    ):  # fmt: skip
        style = {"stroke_dasharray": tirets} if tirets else {}
        t.path(
            trace, "none", couleur, epaisseur, **({"clip_path": f"url(#{sain})"} if malade and hauteur else {}), **style
        )
        if malade and hauteur:
            t.path(trace, "none", "#ffffff", epaisseur + 1, clip_path=f"url(#{mort})", opacity=0.8)
            t.path(trace, "none", "#7d7d7d", 1, clip_path=f"url(#{mort})", stroke_dasharray="3 4")
    t.add("</g>")
    t.text(72, 47, "grosses", 14, BLEU, "end", gras=True)
    t.text(190, 47, "petites", 14, OCRE, gras=True)
    t.text(126, 408, _niveau(hauteur), 14, ENCRE, "middle", gras=True)


def _plante(t: Toile, perdus: set[str]) -> None:
    """Draw one sole and its three sites: a tick where the filament is felt, a cross where it is not."""
    x, y, echelle = 612, 246, 0.36
    plante(t, x, y, gauche=False, echelle=echelle)
    for nom, (sx, sy) in SITES.items():
        c = (x + sx * echelle, y + sy * echelle)
        perdu = nom in perdus
        t.circle(c, 8, ROUGE if perdu else BLEU_CLAIR, ROUGE if perdu else BLEU, 2)
        mark = "M-3 -3L3 3M3 -3L-3 3" if perdu else "M-4 0L-1 3L4 -3"
        t.add(f'<g transform="translate({c[0]:.1f} {c[1]:.1f})">')
        t.path(mark, "none", PAPIER if perdu else BLEU, 2)
        t.add("</g>")
