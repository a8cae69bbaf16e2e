"""A day of nicotine: what comes in, what the receptors ask for, how the person feels."""

from __future__ import annotations

from asalee_training.figures.gens import visage
from asalee_training.figures.toile import (
    BLEU,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    PAPIER,
    ROUGE,
    ROUGE_CLAIR,
    Dessin,
    Point,
    Toile,
    n,
)
from asalee_training.simulation import nicotine

_TIMBRES = {
    "cigarettes": "Cigarettes",
    "aucun": "Ni cigarette ni timbre",
    "petit": "Timbre de 7 mg",
    "grand": "Timbre de 21 mg",
    "deux": "Timbres de 21 et 14 mg",
}
_HEURES = ((7.1, "au lever"), (10.5, "à la pause"), (16.0, "après-midi"), (20.5, "le soir"))
_RECEPTEURS = 6
#: Times the usual level from which the drawing says that it is a lot: a reminder, no threshold of any text.
_TROP = 1.3


def nicotine_journee(cigarettes: int, timbre: str, orales: str) -> Dessin:
    """Sixteen hours of somebody who smoked ``cigarettes`` a day, with a patch or none, and oral forms (« oui ») or none."""
    t = Toile(410)
    jour = nicotine.journee(cigarettes, timbre, orales == "oui")
    aide = _aide(timbre, orales)

    def x(h: float) -> float:
        return 50 + (h - nicotine.LEVER_H) * 39.5

    def y(part: float) -> float:
        return 236 - part * 82

    t.text(16, 22, f"{aide} : la nicotine au fil du jour (schéma)", 15, ENCRE, gras=True)
    t.line((x(7), y(1)), (x(23), y(1)), FILET, 1.2, stroke_dasharray="2 4")
    t.text(x(7) + 8, y(1) - 24, "son niveau\nhabituel", 14, DISCRET)
    _manque(t, jour, x, y)
    step = slice(None, None, 4)
    t.polyline(
        [(x(h), y(v)) for h, v in zip(jour.heures[step], jour.demande[step], strict=True)],
        ROUGE,
        2,
        stroke_dasharray="7 4",
    )
    t.polyline([(x(h), y(v)) for h, v in zip(jour.heures[::2], jour.niveau[::2], strict=True)], BLEU, 3)
    t.line((x(7), y(2.1)), (x(7), y(0)), ENCRE, 1.6)
    t.line((x(7), y(0)), (x(23) + 6, y(0)), ENCRE, 1.6)
    for h in range(7, 24, 2):
        t.text(x(h), y(0) + 19, f"{h} h", 14, DISCRET, "middle")
    for k, (couleur, tirets, texte) in enumerate(((BLEU, "", "ce qu’il reçoit"), (ROUGE, "7 4", "ce qu’il lui faut"))):
        px = 390 + k * 150
        t.line((px, 46), (px + 26, 46), couleur, 2.6, **({"stroke_dasharray": tirets} if tirets else {}))
        t.text(px + 32, 51, texte, 14, couleur)
    for k, (h, nom) in enumerate(_HEURES):
        _moment(t, 16 + k * 133, 268, nom, *jour.a(h))
    t.text(560, 306, "en manque", 14, ENCRE)
    t.text(560, 338, _duree(jour.manque_h), 26, ROUGE if jour.manque_h >= 0.5 else BLEU, gras=True)
    t.text(560, 362, "sur 16 h d’éveil", 14, ENCRE)
    trop = jour.a(16.0)[0] > _TROP
    if trop:
        t.text(560, 384, "bien plus que\nd’habitude", 14, OCRE, gras=True)
    vides = [nom.replace("après-midi", "l’après-midi") for h, nom in _HEURES if _pris(*jour.a(h)) < _RECEPTEURS]
    etat = f"réclament {_liste(vides)}" if vides else "se taisent aux quatre moments dessinés"
    reste = "C’est bien plus que d’habitude : guettez nausées, mal de tête, palpitations." if trop else ""
    return t.dessin(
        f"""D’habitude, {cigarettes} cigarettes par jour. {aide} : {_duree(jour.manque_h)} de manque sur 16 h d’éveil. Ses
        récepteurs {etat}. {reste}"""
    )


def _aide(timbre: str, orales: str) -> str:
    if orales == "non":
        return _TIMBRES[timbre]
    return "Formes orales, sans timbre" if timbre == "aucun" else f"{_TIMBRES[timbre]}, et formes orales"


def _manque(t: Toile, jour: nicotine.Journee, x, y) -> None:
    """Hatch where the demand is above the level."""
    rayures = t.hatch("nicotine_journee_manque", ROUGE, 7, 45, 0.8)
    run: list[int] = []
    for k, (niveau, demande) in enumerate(zip(jour.niveau, jour.demande, strict=True)):
        if niveau < demande:
            run.append(k)
        if run and (niveau >= demande or k == len(jour.heures) - 1):
            top: list[Point] = [(x(jour.heures[i]), y(jour.demande[i])) for i in run]
            low: list[Point] = [(x(jour.heures[i]), y(jour.niveau[i])) for i in reversed(run)]
            d = "M" + "L".join(f"{n(px)} {n(py)}" for px, py in (*top[::3], top[-1], *low[::3], low[-1])) + "Z"
            t.path(d, ROUGE_CLAIR)
            t.path(d, rayures)
            run = []


def _pris(niveau: float, demande: float) -> int:
    """How many of the receptors drawn are taken."""
    return min(_RECEPTEURS, int(_RECEPTEURS * niveau / demande + 0.02))


def _moment(t: Toile, x: float, y: float, nom: str, niveau: float, demande: float) -> None:
    """One moment of the day: the face, six receptors, how many are taken."""
    pris = _pris(niveau, demande)
    calme = pris == _RECEPTEURS
    t.rect(x, y, 124, 136, PAPIER, FILET, 1.4, rx=10)
    t.text(x + 62, y + 20, nom, 14, ENCRE, "middle", gras=True)
    visage(t, (x + 28, y + 50), 17, 1 if calme else -1 if pris < _RECEPTEURS - 1 else -0.2)
    t.text(x + 54, y + 55, "calme" if calme else "réclame", 14, BLEU if calme else ROUGE)
    for k in range(_RECEPTEURS):
        cx, cy = x + 26 + (k % 3) * 36, y + 88 + (k // 3) * 29
        cup = f"M{n(cx - 10)} {n(cy - 8)}C{n(cx - 10)} {n(cy + 5)} {n(cx + 10)} {n(cy + 5)} {n(cx + 10)} {n(cy - 8)}"
        t.path(f"{cup}M{n(cx)} {n(cy + 2)}V{n(cy + 11)}", "none", OCRE, 2.6)
        if k < pris:
            t.circle((cx, cy - 6), 6, BLEU, PAPIER, 1.2)


def _duree(heures: float) -> str:
    minutes = round(heures * 6) * 10
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h" + (f" {minutes % 60:02d}" if minutes % 60 else "")


def _liste(noms: list[str]) -> str:
    return noms[0] if len(noms) == 1 else ", ".join(noms[:-1]) + " et " + noms[-1]
