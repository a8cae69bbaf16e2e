"""The stairs of the alert: five steps, the one that what was found leads to, and what decided. Levels are of ``clinical``."""

from __future__ import annotations

import re
import textwrap

from asalee_training.clinical.cognition import Orientation, orientation
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
    Toile,
    n,
)

#: The steps, from the lowest; what each one is called on the drawing, its line and its ground.
_MARCHES = (
    ("N4", "revoir dans\n6 à 12 mois", VERT, VERT_CLAIR),
    ("N3", "concertation,\nrendez-vous", BLEU, BLEU_CLAIR),
    ("N2", "alerte écrite,\n15 jours", OCRE, OCRE_CLAIR),
    ("N1", "aujourd’hui,\nde vive voix", ROUGE, ROUGE_CLAIR),
    ("N0", "tout de suite,\non reste", ROUGE, ROUGE_CLAIR),
)
#: What was found: the Codex, and whether somebody helps because of what she forgets.
_TROUVE = {"normal": ("A", False), "positif": ("C", False), "aidee": ("C", True), "tres_positif": ("D", False)}
#: What is added to the tests: signs and mini-GDS given to ``clinical``.
_AJOUTS: dict[str, tuple[tuple[str, ...], int]] = {
    "rien": ((), 0),
    "route": (("conduite_a_risque",), 0),
    "mourir": (("idees_suicidaires",), 2),
    "lundi": (("changement_aigu",), 0),
    "gaz": (("danger_immediat",), 0),
}


def niveau(trouve: str, ajout: str) -> Orientation:
    """The level that ``clinical`` gives to someone who complains, with what was found and what is added."""
    (codex, aidee), (signes, mini_gds) = _TROUVE[trouve], _AJOUTS[ajout]
    return orientation(
        signes={"plainte", *signes}, codex=codex, cinq_mots_total=None, horloge7=None, retentissement=aidee,
        mini_gds=mini_gds, autres_positifs=(),
    )  # fmt: skip


def escalier_alerte(trouve: str, ajout: str) -> Dessin:
    """Five steps, the one to stand on, and the reasons, the one that decides first."""
    ici = niveau(trouve, ajout)
    t = Toile(420)
    for k, (nom, mots, trait, fond) in enumerate(_MARCHES):
        dessus = nom == ici.niveau
        x, haut = 20 + k * 132, 66 + k * 24
        y = 254 - haut
        t.rect(x, y, 132, haut, fond if dessus else PAPIER, trait if dessus else FILET, 3 if dessus else 1.4)
        t.text(x + 66, y + 24, nom, 17, trait if dessus else DISCRET, "middle", gras=True)
        t.text(x + 66, y + 45, mots, 14, ENCRE if dessus else DISCRET, "middle", gras=dessus)
        if dessus:
            _marcheur(t, x + 66, y, trait)
    _raisons(t, ici)
    t.text(350, 414, "Niveaux de la formation : à régler avec votre équipe.", 14, DISCRET, "middle", italique=True)
    aussi = f" {_aussi(ici)}" if len(ici.raisons) > 1 else ""
    lecture = "" if ici.tests_valides else " Les scores ne se lisent pas aujourd’hui."
    return t.dessin(f"Niveau {ici.niveau}. {ici.conduite} D’abord, {_bas(ici.raisons[0])}{aussi}{lecture}")


def _bas(raison: str) -> str:
    return raison if raison.startswith("Codex") or raison[1].isupper() else raison[0].lower() + raison[1:]


def _marcheur(t: Toile, x: float, y: float, trait: str) -> None:
    """Draw the nurse who stands on the step, her bag in hand."""
    t.path(f"M{n(x - 6)} {n(y - 30)}L{n(x - 8)} {n(y)}M{n(x + 6)} {n(y - 30)}L{n(x + 8)} {n(y)}", "none", "#3c4650", 7)
    t.rect(x - 14, y - 62, 28, 38, "#cfe3ea", ENCRE, 1.4, rx=10)
    t.path(f"M{n(x + 13)} {n(y - 54)}L{n(x + 22)} {n(y - 36)}", "none", "#cfe3ea", 7)
    t.rect(x + 14, y - 34, 22, 16, trait, ENCRE, 1.3, rx=3)
    t.path(f"M{n(x + 25)} {n(y - 31)}v10m-5 -5h10", "none", PAPIER, 2.4)
    t.circle((x, y - 76), 14, "#f5ddcb", "#a06b4d", 1.4)
    t.path(
        f"M{n(x - 14)} {n(y - 77)}A14 14 0 0 1 {n(x + 14)} {n(y - 77)}Q{n(x)} {n(y - 86)} {n(x - 14)} {n(y - 77)}Z",
        "#6b4a33",
    )
    for sens in (-1, 1):
        t.circle((x + 5 * sens, y - 74), 1.6, ENCRE)


def _raisons(t: Toile, trouve: Orientation) -> None:
    """Write what to do, the most urgent reason, then the rest: nothing found is dropped."""
    y = 280
    for texte, couleur, gras, taille, large in (
        (trouve.conduite, ENCRE, True, 15, 72),
        (f"D’abord, {_bas(trouve.raisons[0])}", ROUGE if trouve.niveau < "N2" else ENCRE, False, 15, 84),
        (_aussi(trouve), DISCRET, False, 14, 90),
        ("" if trouve.tests_valides else "Les scores ne se lisent pas aujourd’hui.", ROUGE, True, 15, 90),
    ):
        if texte:
            lignes = textwrap.wrap(texte, large)
            t.text(24, y, "\n".join(lignes), taille, couleur, gras=gras)
            y += 6 + round(taille * 1.28 * len(lignes))


def _aussi(trouve: Orientation) -> str:
    """The other reasons in a few words each, before their colon."""
    autres = [re.split(r"\s:", raison)[0].rstrip(".") for raison in trouve.raisons[1:]]
    return f"S’écrit aussi : {' · '.join(map(_bas, autres))}." if autres else ""
