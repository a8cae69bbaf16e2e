"""Where to start with nicotine replacement: the table's cell, drawn on a back, beside what smoke brought."""

from __future__ import annotations

from asalee_training.clinical import tabac
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
    Dessin,
    Toile,
    n,
)

#: A moment within each column of the table, in minutes after waking.
DELAIS_MIN = {"cinq": 4, "trente": 15, "soixante": 45, "apres": 90}
_DELAIS = {
    "cinq": "dans les 5 minutes",
    "trente": "de 6 à 30 minutes",
    "soixante": "de 31 à 60 minutes",
    "apres": "plus d’une heure",
}
#: Patches of each word of the table, by the name of their size.
_TIMBRES: dict[str, tuple[str, ...]] = {
    "aucun": (),
    "moyen": ("timbre moyen",),
    "taille_libre": ("timbre, taille à choisir",),
    "grand": ("grand timbre",),
    "grand_et_moyen": ("grand timbre", "timbre moyen"),
}
_COTES = {"grand timbre": 62, "timbre moyen": 48, "timbre, taille à choisir": 48}
_ORALES = {"non": "", "possibles": "si besoin", "avec": "avec", "ou": "ou bien"}


def dose_depart(cigarettes: int, premiere: str, tabac_fume: str) -> Dessin:
    """The starting cell for ``cigarettes`` a day (manufactured or hand-rolled) and the delay of the first one."""
    t = Toile(410)
    roulees = tabac_fume == "roulees"
    equivalent = tabac.equivalent_cigarettes(0 if roulees else cigarettes, cigarettes if roulees else 0)
    dose = tabac.dose_depart(equivalent, DELAIS_MIN[premiere])
    mg = tabac.nicotine_depart_mg(equivalent)
    _paquet(t, 20, 18, cigarettes, roulees)
    t.text(20, 150, f"{cigarettes} {'roulées' if roulees else _pluriel(cigarettes)} par jour", 15, ENCRE, gras=True)
    lignes = (f"comptent pour {equivalent}" if roulees else "", f"première {_DELAIS[premiere]}")
    for k, ligne in enumerate(filter(None, lignes)):
        t.text(20, 172 + k * 20, ligne, 14, DISCRET)
    noms = _TIMBRES[dose.timbres]
    _dos(t, 236, 12, noms)
    _orales(t, 468, 40, dose.formes_orales, bool(noms))
    for k, nom in enumerate(noms):
        t.text(468, 182 + k * 40, nom, 15, OCRE, gras=True)
        t.text(468, 199 + k * 40, tabac.formes().get(nom, "petit, moyen ou grand"), 14, ENCRE)
    if not noms:
        t.text(468, 182, "pas de timbre au départ", 14, DISCRET)
    _barres(t, mg)
    lu = "case lue dans un texte" if dose.surete == "lu" else "case à vérifier"
    t.text(20, 258, f"Départ : {dose.texte}", 15.5, ENCRE, gras=True)
    t.text(20, 278, f"Tableau de départ, {lu}.", 14, DISCRET)
    combien = f"{cigarettes} {_pluriel(cigarettes)} par jour"
    if roulees:
        combien = f"{cigarettes} roulées par jour, qui comptent pour {equivalent} cigarettes"
    return t.dessin(
        f"""Elle fume {combien}, la première {_DELAIS[premiere]} après le réveil. Pour commencer : {dose.texte} ({lu}). La
        fumée apportait environ {mg:g} mg de nicotine par jour ; un petit timbre seul en apporterait {_mg("petit timbre")}."""
    )


def _pluriel(cigarettes: int) -> str:
    return "cigarette" if cigarettes == 1 else "cigarettes"


def _mg(forme: str) -> int:
    """The strength over 24 hours of a patch, as the table of forms writes it first."""
    return int(tabac.formes()[forme].split()[0])


def _paquet(t: Toile, x: float, y: float, cigarettes: int, roulees: bool) -> None:
    """The day's cigarettes, ten in a row."""
    for k in range(cigarettes):
        px, py = x + (k % 10) * 20, y + (k // 10) * 29
        if roulees:
            t.path(f"M{n(px)} {n(py)}l4 0l6 24l-7 0Z", "#f4efe2", OCRE, 1.2)
        else:
            t.rect(px, py, 7, 16, PAPIER, DISCRET, 1.1)
            t.rect(px, py + 16, 7, 8, OCRE_CLAIR, OCRE, 1.1)


def _dos(t: Toile, x: float, y: float, noms: tuple[str, ...]) -> None:
    """The top of a back, and the patches on it."""
    t.path(
        f"M{n(x + 84)} {n(y)}C{n(x + 84)} {n(y + 30)} {n(x + 70)} {n(y + 36)} {n(x + 34)} {n(y + 46)}"
        f"C{n(x + 4)} {n(y + 56)} {n(x)} {n(y + 90)} {n(x)} {n(y + 212)}H{n(x + 212)}"
        f"C{n(x + 212)} {n(y + 90)} {n(x + 208)} {n(y + 56)} {n(x + 178)} {n(y + 46)}"
        f"C{n(x + 142)} {n(y + 36)} {n(x + 128)} {n(y + 30)} {n(x + 128)} {n(y)}Z",
        PEAU, PEAU_BORD, 1.8,
    )  # fmt: skip
    t.line((x + 106, y + 60), (x + 106, y + 206), PEAU_BORD, 1.2)
    t.path(f"M{n(x + 46)} {n(y + 92)}q18 40 40 52M{n(x + 166)} {n(y + 92)}q-18 40 -40 52", "none", PEAU_BORD, 1.2)
    for k, nom in enumerate(noms):
        cote = _COTES[nom]
        px, py = x + 130 - k * 106, y + 78 + (62 - cote) / 2
        dash = {"stroke_dasharray": "5 4"} if "choisir" in nom else {}
        t.rect(px, py, cote, cote, "#f2dcc0", OCRE, 2.2, rx=10, **dash)
        t.rect(px + cote * 0.25, py + cote * 0.25, cote * 0.5, cote * 0.5, PAPIER, OCRE, 1.2, rx=5)


def _orales(t: Toile, x: float, y: float, place: str, timbre: bool) -> None:
    """A gum, a lozenge and a spray; in dashes when they are only an option, absent when the cell has none."""
    if place == "non":
        t.text(x, y + 20, "sans forme orale au départ", 14, DISCRET)
        return
    dash = {"stroke_dasharray": "5 4"} if place in ("possibles", "ou") else {}
    t.rect(x, y - 14, 46, 26, PAPIER, BLEU, 2, rx=7, **dash)
    t.ellipse((x + 84, y), 24, 14, PAPIER, BLEU, 2, **dash)
    t.rect(x + 126, y - 14, 24, 30, PAPIER, BLEU, 2, rx=5, **dash)
    t.path(f"M{n(x + 132)} {n(y - 14)}v-8h12v8M{n(x + 142)} {n(y - 18)}h10", "none", BLEU, 2)
    mot = _ORALES[place] if timbre or place == "possibles" else "seules"
    t.text(x, y + 42, f"formes orales : {mot}", 15, BLEU, gras=True)
    t.text(x, y + 60, "gomme, pastille, spray…", 14, ENCRE)


def _barres(t: Toile, mg: float) -> None:
    """What smoke brought in a day, against a small patch alone: the mistake of Mme Rey."""
    petit = _mg("petit timbre")
    scale = 330 / 80
    for k, (texte, value, fond, trait) in enumerate(
        (("la fumée, par jour", mg, OCRE_CLAIR, OCRE), ("un petit timbre, seul", petit, BLEU_CLAIR, BLEU))
    ):
        row = 300 + k * 46
        t.text(178, row + 20, texte, 14, ENCRE, "end")
        t.rect(190, row, value * scale, 30, fond, trait, 1.8, rx=4)
        if not k:
            for step in range(1, round(value)):
                t.line((190 + step * scale, row + 3), (190 + step * scale, row + 27), trait, 0.5, opacity=0.5)
        end = 190 + max(mg, petit) * scale + 10
        t.text(end, row + 21, f"environ {mg:g} mg" if not k else f"{petit} mg", 14.5, trait, gras=True)
    manque = mg - petit
    if manque > 0:
        left = 190 + petit * scale
        t.rect(left, 346, manque * scale, 30, "none", ROUGE, 1.6, rx=4, stroke_dasharray="6 5")
        if manque * scale > 110:
            t.text(left + manque * scale / 2, 366, "ce qui manque", 14, ROUGE, "middle")
    t.text(20, 402, "Ordre de grandeur : 1 mg par cigarette. On ajuste entre le 2e et le 7e jour.", 14, DISCRET)
    t.line((190, 294), (190, 382), FILET, 1.2)
