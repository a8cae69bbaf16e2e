"""Two hours after a low blood sugar under gliclazide, five minutes at a time. The curve is ours, for the order of things."""

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
    PEAU,
    PEAU_BORD,
    ROUGE,
    ROUGE_CLAIR,
    VERT,
    VERT_CLAIR,
    Dessin,
    Toile,
)

#: g/L: where one sugars again (usual threshold), and, ours for this schema, where words fail and where he sleeps.
SEUIL, _MOTS, _DORT = 0.70, 0.50, 0.34
_DEBUT, _FOND = 0.42, 0.25
#: What is given, and when: (minute, share of 15 g, delay before it passes, minutes to pass).
_DONNE: dict[str, tuple[tuple[int, float, int, float], ...]] = {
    "rien": (),
    "deux_fois": ((0, 1, 0, 9), (15, 1, 0, 9)),
    "chocolat": ((0, 0.8, 15, 25),),
    "soixante": ((0, 4, 0, 9),),
}
_MONTEE = 0.36  # g/L for 15 g
_ETATS = (
    (SEUIL, "Il va mieux.", "il répond, il sourit", VERT),
    (_MOTS, "Sueurs, tremblements.", "le corps crie", OCRE),
    (_DORT, "Il cherche ses mots.", "le cerveau manque", ROUGE),
    (0.0, "Il s’endort.", "il n’avale plus", ROUGE),
)


def glycemie_g_l(minute: float, donne: str, ensuite: str) -> float:
    """Blood sugar of the schema, in g/L: gliclazide pulls down, what is eaten pushes up for a time."""
    value = _FOND + (_DEBUT - _FOND) * math.exp(-minute / 60)
    for debut, part, retard, vitesse in _DONNE[donne]:
        age = minute - debut - retard
        if age > 0:
            value += _MONTEE * part * (1 - math.exp(-age / vitesse)) * math.exp(-max(0, age - 20) / 110)
    if ensuite == "collation" and minute > 30:
        value += 0.38 * (1 - math.exp(-(minute - 30) / 35))
    return value


def resucrage(minute: int, donne: str, ensuite: str) -> Dessin:
    """The man and his meter at this minute, and the curve so far."""
    lu = round(glycemie_g_l(minute, donne, ensuite), 2)
    etat = next(one for one in _ETATS if lu >= one[0])
    t = Toile(412)
    _personne(t, etat, minute)
    _lecteur(t, lu, etat[3])
    _courbe(t, minute, donne, ensuite)
    conseil = _conseil(minute, lu, donne, ensuite)
    t.rect(14, 328, 672, 50, BLEU_CLAIR, BLEU, 1.4, rx=10)
    t.text(350, 359, conseil, 15.5, ENCRE, "middle", gras=True)
    t.text(
        350,
        402,
        "Schéma : chaque personne a sa courbe. Seul le lecteur dit la sienne.",
        14,
        DISCRET,
        "middle",
        italique=True,
    )
    ecrit = f"{lu:.2f}".replace(".", ",")
    return t.dessin(f"{f'À {minute} minutes' if minute else 'Au départ'} : {ecrit} g/L. {etat[1]} {conseil}")


def _conseil(minute: int, lu: float, donne: str, ensuite: str) -> str:
    """What this minute asks of the nurse, or what it shows."""
    haut = max(glycemie_g_l(m, donne, ensuite) for m in range(0, minute + 1, 5))
    if lu < _DORT:
        return "Rien dans la bouche, sur le côté, le 15."
    if lu < SEUIL and haut >= SEUIL:
        return "Il était remonté. Le comprimé, lui, agit toujours : il retombe."
    if lu < SEUIL:
        if minute == 0:
            return "Sous 0,70 : on resucre, et l’on regarde l’heure."
        return (
            "Assis, au calme. Le contrôle est à quinze minutes."
            if minute < 15 and donne != "rien"
            else "Toujours sous 0,70 : 15 g, et 15 minutes de plus."
        )
    if lu >= 1.3:
        return "Trop donné : il est passé de trop bas à trop haut."
    if minute < 40 or ensuite == "collation":
        return (
            "Au-dessus de 0,70 : une collation, et la cause."
            if ensuite == "rien"
            else "La collation le tient. Reste à chercher la cause."
        )
    if minute < 120:
        return "Tout semble réglé. Avancez encore : le comprimé agit des heures."
    return "À deux heures, il tient. Le comprimé, lui, agit encore."


def _personne(t: Toile, etat: tuple[float, str, str, str], minute: int) -> None:
    """Draw his face: calm, sweating, lost, or asleep."""
    rang = _ETATS.index(etat)
    x, y = 108, 138
    t.rect(14, 14, 190, 300, (VERT_CLAIR, OCRE_CLAIR, ROUGE_CLAIR, ROUGE_CLAIR)[rang], "none", rx=14)
    t.text(x, 40, f"{minute} min", 19, ENCRE, "middle", gras=True)
    t.path(f"M{x - 58} {y + 96}C{x - 54} {y + 58} {x + 54} {y + 58} {x + 58} {y + 96}Z", "#7d93a8", "#4d6072", 2)
    t.circle((x, y), 54, (PEAU, "#f3e3d8", "#ece4de", "#e6e0dc")[rang], PEAU_BORD, 2.4)
    t.path(f"M{x - 54} {y - 4}C{x - 62} {y - 70} {x + 62} {y - 70} {x + 54} {y - 4}C{x + 40} {y - 34} {x - 36} {y - 34} {x - 54} {y - 4}Z",
           "#c9ccd0", "#8a9096", 1.8)  # fmt: skip
    for sx in (-19, 19):
        if rang == 3:
            t.path(f"M{x + sx - 8} {y + 2}q8 6 16 0", "none", ENCRE, 2.6)
        else:
            t.circle((x + sx, y), (4.4, 5.4, 5)[rang], ENCRE)
        if rang == 1:
            t.path(f"M{x + sx - 9} {y - 14 + sx / 9}l18 {-sx / 4.5}", "none", ENCRE, 2.4)
        if rang == 2:
            t.path(f"M{x + sx - 9} {y - 13}q9 -7 18 {sx / 8}", "none", ENCRE, 2.4)
    bouche = ("M-18 24q18 15 36 0", "M-16 30q5 -7 10 0t11 0t11 0", "M-8 28q8 -8 17 3q-8 8 -17 -3Z", "M-12 28h24")[rang]
    t.add(f'<g transform="translate({x} {y})">')
    t.path(bouche, "none", ENCRE, 2.6)
    t.path("M0 2l-5 14h8", "none", PEAU_BORD, 1.8)
    t.add("</g>")
    if rang == 1:
        for dx, dy in ((-46, -10), (45, -14), (-40, 22), (42, 20)):
            t.path(f"M{x + dx} {y + dy}q-7 11 0 14q7 -3 0 -14Z", "#7fb4cf", "#3a7c9e", 1.2)
    if rang >= 2:
        t.text(x + 50, y - 52, "?" if rang == 2 else "z z", 26 if rang == 2 else 18, ROUGE, "middle", gras=True)
    t.text(x, 262, etat[1], 14, etat[3], "middle", gras=True)
    t.text(x, 286, etat[2], 14, ENCRE, "middle")


def _lecteur(t: Toile, lu: float, couleur: str) -> None:
    t.rect(226, 14, 128, 62, "#e9edee", ENCRE, 2, rx=12)
    t.rect(238, 24, 104, 42, PAPIER, DISCRET, 1.4, rx=5)
    t.text(274, 53, f"{lu:.2f}".replace(".", ","), 23, couleur, "middle", gras=True)
    t.text(336, 53, "g/L", 14, DISCRET, "end")


def _courbe(t: Toile, minute: int, donne: str, ensuite: str) -> None:
    """Draw what the meter would have said up to this minute; the rest is not known yet."""
    gauche, bas, haut_g_l = 262, 288, 2.0

    def at(m: float, value: float) -> tuple[float, float]:
        return gauche + m * 3.4, bas - (value - 0.2) / (haut_g_l - 0.2) * 196

    seuil = at(0, SEUIL)[1]
    t.rect(gauche, seuil, 408, bas - seuil, ROUGE_CLAIR, opacity=0.6)
    for value in (0.5, 1.0, 1.5, 2.0):
        y = at(0, value)[1]
        t.line((gauche, y), (gauche + 408, y), FILET, 1)
        t.text(gauche - 8, y + 5, f"{value:.1f}".replace(".", ","), 14, DISCRET, "end")
    t.line((gauche, seuil), (gauche + 408, seuil), OCRE, 2, stroke_dasharray="7 4")
    t.text(gauche - 8, seuil + 5, "0,70", 14, OCRE, "end", gras=True)
    for m in (0, 15, 30, 60, 90, 120):
        x = at(m, 0)[0]
        t.line((x, bas), (x, bas + 5), ENCRE, 1.4)
        t.text(x, bas + 21, f"{m}" if m else "0 min", 14, DISCRET, "middle")
    t.line((gauche, bas), (gauche + 408, bas), ENCRE, 1.6)
    for debut, part, _, _ in _DONNE[donne]:
        if debut <= minute:
            _don(t, at(debut, 2.0)[0], "chocolat" if donne == "chocolat" else "sucre", max(1, int(part)))
    if ensuite == "collation" and minute >= 30:
        _don(t, at(30, 2.0)[0], "pain", 1)
    t.polyline([at(m, glycemie_g_l(m, donne, ensuite)) for m in range(0, minute + 1)] or [at(0, _DEBUT)], BLEU, 3.2)
    t.circle(at(minute, glycemie_g_l(minute, donne, ensuite)), 6.5, BLEU, PAPIER, 2.2)


def _don(t: Toile, x: float, quoi: str, nombre: int) -> None:
    """Draw what was eaten, above its minute."""
    x, y = x + 5, 100
    t.line((x - 5, y - 2), (x - 5, 288), DISCRET, 1, stroke_dasharray="2 4")
    if quoi == "sucre":
        for k in range(3 * nombre):
            t.rect(x + k % 6 * 11, y + k // 6 * 11, 9, 9, PAPIER, ENCRE, 1.4, rx=2)
    elif quoi == "chocolat":
        for k in range(4):
            t.rect(x + k % 2 * 13, y + k // 2 * 12, 12, 11, "#6b4429", "#3f2716", 1.4, rx=1.5)
    else:
        t.path(f"M{x} {y + 14}c-4 -16 30 -16 26 0Z", "#d9a860", "#8a5a20", 1.6)
