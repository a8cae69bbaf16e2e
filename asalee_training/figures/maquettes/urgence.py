"""A stroke found in the morning: the hour to give is that of the last time she was seen well."""

from __future__ import annotations

from asalee_training.figures.toile import (
    BLEU_CLAIR,
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

_NUIT = "#2f4a63"
_DEBUT, _FIN, _CONSTAT = (
    22 * 60,
    36 * 60,
    31 * 60,
)  # minutes from midnight of the day before: 22:00 to 12:00; found at 7:00
_VUE = {"devant": _CONSTAT, "nuit": 28 * 60, "coucher": 22 * 60 + 30}
#: Time within which a clot may be dissolved, from the last time she was seen well: 4 h 30. To be reviewed (relecture.md).
_FENETRE = 270


def _x(minutes: float) -> float:
    return 34 + (minutes - _DEBUT) / (_FIN - _DEBUT) * 632


def _heure(minutes: int) -> str:
    hour, rest = divmod(minutes % 1440, 60)
    return f"{hour} h {rest:02d}" if rest else f"{hour} h"


def _duree(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02d}" if hours and rest else f"{hours} h" if hours else f"{rest} min"


def derniere_heure(vue: str, attente: int) -> Dessin:
    """The night and the morning on one line: seen well, found, called; how much of the window is left."""
    bien, appel = _VUE[vue], _CONSTAT + attente
    ecoule, reste = appel - bien, _FENETRE - (appel - bien)
    t = Toile(404)
    t.text(350, 28, "La nuit et le matin de Mme Poirier", 17, ENCRE, "middle", gras=True)
    _ciel(t)
    _dormeuse(t)
    _reveil(t)
    t.line((_x(appel), 62), (_x(appel), 196), ROUGE, 2.4)
    _telephone(t, (_x(appel), 70))
    right = attente < 150
    t.text(
        _x(appel) + (16 if right else -16),
        100,
        f"appel au 15\nà {_heure(appel)}",
        15,
        ROUGE,
        "start" if right else "end",
        gras=True,
    )
    for k in range(15):
        x = _x(_DEBUT + k * 60)
        t.line((x, 196), (x, 203), ENCRE, 1.4)
        if k % 2 == 0:
            t.text(x, 220, _heure(_DEBUT + k * 60), 14, ENCRE, "middle")
    t.line((34, 196), (666, 196), ENCRE, 1.8)
    t.line((_x(bien), 232), (_x(bien), 346), VERT, 2.4)
    t.circle((_x(bien), 232), 6, VERT, PAPIER, 1.5)
    before = _x(bien) > 350
    t.text(
        _x(bien) + (-12 if before else 12), 250, f"vue bien à {_heure(bien)} : c’est l’heure à donner", 15, VERT,
        "end" if before else "start", gras=True,
    )  # fmt: skip
    if ecoule:
        t.rect(_x(bien), 262, _x(appel) - _x(bien), 34, OCRE_CLAIR, OCRE, 1.6)
    words = f"{_duree(ecoule)} déjà passée{'' if ecoule == 60 else 's'}" if ecoule else "appel aussitôt"
    wide = _x(appel) - _x(bien) > 170
    if wide:
        at, anchor = (_x(bien) + _x(appel)) / 2, "middle"
    elif before and ecoule:  # after the bar it would leave the picture
        at, anchor = _x(bien) - 12, "end"
    else:
        at, anchor = _x(appel) + 10, "start"
    t.text(at, 284, words, 15, OCRE, anchor, gras=True)
    t.rect(_x(bien), 306, _x(bien + _FENETRE) - _x(bien), 34, VERT_CLAIR, VERT, 1.6)
    t.text(_x(bien + _FENETRE / 2), 328, "fenêtre de 4 h 30", 15, VERT, "middle", gras=True)
    if reste <= 0:
        t.line((_x(bien) + 8, 336), (_x(bien + _FENETRE) - 8, 310), ROUGE, 2.6)
    t.rect(34, 356, 632, 38, BLEU_CLAIR, "none", rx=8)
    fin = (
        f"Il reste {_duree(reste)} pour le trajet, le scanner et le traitement."
        if reste > 0
        else "Fenêtre passée : on appelle quand même, l’imagerie décidera."
    )
    t.text(350, 381, fin, 15.5, ENCRE, "middle", gras=True)
    return t.dessin(
        f"Vue bien à {_heure(bien)}, trouvée à 7 h, appel à {_heure(appel)} : {_duree(ecoule) if ecoule else 'aucun temps'} "
        f"à compter depuis la dernière heure où elle allait bien. {fin}"
    )


def _ciel(t: Toile) -> None:
    t.rect(34, 44, _x(_CONSTAT) - 34, 152, _NUIT)
    t.rect(_x(_CONSTAT), 44, 666 - _x(_CONSTAT), 152, "#fdf3d9")
    t.circle((74, 76), 18, "#f4ecc9")
    t.circle((82, 70), 16, _NUIT)
    for x, y in ((130, 64), (190, 88), (250, 62), (318, 84), (372, 60), (410, 96)):
        t.circle((x, y), 1.8, "#f4ecc9")
    t.circle((648, 164), 15, "#f2c14e")
    for dx, dy in ((0, -25), (18, -18), (25, 0), (18, 18), (0, 25), (-18, 18), (-25, 0), (-18, -18)):
        t.line((648 + dx * 0.8, 164 + dy * 0.8), (648 + dx, 164 + dy), "#f2c14e", 2.4)


def _dormeuse(t: Toile) -> None:
    """Draw her asleep."""
    t.rect(96, 146, 8, 44, "#8a6242", rx=2)
    t.rect(100, 168, 170, 14, "#8a6242", rx=3)
    t.rect(262, 156, 8, 34, "#8a6242", rx=2)
    t.ellipse((126, 156), 24, 11, PAPIER, FILET, 1.2)
    t.circle((130, 148), 14, PEAU, PEAU_BORD, 1.2)
    t.path("M117 146A14 14 0 0 1 141 139Q130 134 117 146Z", "#b9b4ae", "none")
    t.path("M124 149h5M134 149h5", "none", ENCRE, 1.4)
    t.path("M144 160Q190 140 262 156V170H140Z", "#7fa3b5", "#4d7184", 1.4)
    t.text(160, 128, "z z z", 15, "#f4ecc9", italique=True)


def _reveil(t: Toile) -> None:
    """Draw her at seven, her mouth fallen on one side."""
    x = _x(_CONSTAT) - 40
    t.path(f"M{x - 30} 196Q{x - 28} 164 {x} 162Q{x + 28} 164 {x + 30} 196Z", "#7fa3b5", "#4d7184", 1.4)
    t.circle((x, 136), 26, PEAU, PEAU_BORD, 1.5)
    t.path(f"M{x - 26} 133A26 26 0 0 1 {x + 26} 133Q{x} 114 {x - 26} 133Z", "#b9b4ae", "none")
    t.circle((x - 9, 134), 2.2, ENCRE)
    t.path(f"M{x + 5} 135Q{x + 9} 137 {x + 13} 136", "none", ENCRE, 1.8)
    t.path(f"M{x - 10} 148Q{x} 149 {x + 12} 156", "none", ENCRE, 2.2)
    t.text(x - 36, 118, "7 h", 16, "#f4ecc9", "end", gras=True)


def _telephone(t: Toile, c: tuple[float, float]) -> None:
    t.circle(c, 15, PAPIER, ROUGE, 2)
    t.text(c[0], c[1] + 5, "15", 14, ROUGE, "middle", gras=True)
