"""Five words on their way: the step that weakens, and what the two recalls then show. A schema."""

from __future__ import annotations

from asalee_training.clinical.cognition import CinqMots, cinq_mots
from asalee_training.figures.gens import croix, juste
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
    VERT,
    VERT_CLAIR,
    Dessin,
    Toile,
)

#: Invented for this drawing: in no list of the course, in no published one.
_MOTS = (("chèvre", "un animal"), ("pivoine", "une fleur"), ("manteau", "un vêtement"), ("tambour", "un instrument"),
         ("mandarine", "un fruit"))  # fmt: skip
_COLONNES = (
    (24, "1. Entrer", BLEU, BLEU_CLAIR),
    (212, "2. Garder", OCRE, OCRE_CLAIR),
    (400, "3. Retrouver", VERT, VERT_CLAIR),
)
_PROFIL = {
    "enregistrement_incomplet": "enregistrement incomplet",
    "stockage_possible": "stockage possible",
    "recuperation": "récupération",
    "normal": "rien de particulier",
}


def comptes(pas: str, perdus: int) -> tuple[int, int, int, int]:
    """Words of the immediate recall (free, cued) and of the delayed one (free, cued), ``perdus`` missing from the last.

    What does not enter is in neither recall; what is not kept was there at first; what is only sought comes with its
    cue, and already a little at first. A schema of ours, to show an order.
    """
    if pas == "entrer":
        return 5 - perdus, 0, 5 - perdus, 0
    if pas == "garder":
        return 5, 0, 5 - perdus, 0
    return 5 - perdus // 2, perdus // 2, 5 - perdus, perdus


def trois_pas(pas: str, perdus: int) -> Dessin:
    """Five words through three steps, ``perdus`` of them missing from the delayed free recall because of ``pas``."""
    rli, rii, rld, rid = comptes(pas, perdus)
    feuille = cinq_mots(rli, rii, rld, rid)
    t = Toile(418)
    for k, (x, titre, trait, fond) in enumerate(_COLONNES):
        t.rect(x, 14, 176, 246, fond, trait, 2, rx=14)
        t.text(x + 88, 38, titre, 16, trait, "middle", gras=True)
        if k < 2:
            t.arrow((x + 177, 26), (x + 187, 26), DISCRET, 2.4, 8)
    t.text(588, 38, "Plus tard", 16, ENCRE, gras=True)
    for k, (mot, categorie) in enumerate(_MOTS):
        _mot(t, 54 + k * 41, mot, categorie, pas if k >= 5 - perdus else "")
    _feuille(t, (rli, rii, rld, rid), feuille)
    t.text(
        350, 408, "Schéma : dans la vie, deux pas faiblissent souvent ensemble.", 14, DISCRET, "middle", italique=True
    )
    return t.dessin(f"{_scene(pas, perdus)} {_mots(rli, rii, rld, rid)} {_lecture(pas, perdus)}")


def _mot(t: Toile, y: float, mot: str, categorie: str, perte: str) -> None:
    """Draw a word's way: a full card where it is, a dotted one where it is not, and how it comes back."""
    present = {"": 3, "entrer": 0, "garder": 1, "retrouver": 2}[perte]
    for k, (x, _, trait, _) in enumerate(_COLONNES):
        la = k < present
        t.rect(x + 14, y, 148, 33, PAPIER if la else "none", trait if la else DISCRET, 1.8 if la else 1.3, rx=8,
               **({} if la else {"stroke_dasharray": "5 4"}))  # fmt: skip
        if la:
            t.text(x + 88, y + 22, mot, 15, ENCRE, "middle", gras=k == 2)
        elif k == present:
            t.text(
                x + 88,
                y + 22,
                ("n’entre pas", "ne reste pas", f"« {categorie} ? »")[k],
                14,
                ROUGE if k < 2 else OCRE,
                "middle",
            )
    if not perte:
        juste(t, (602, y + 17), VERT)
        t.text(620, y + 22, "libre", 15)
    elif perte == "retrouver":
        juste(t, (602, y + 17), OCRE)
        t.text(620, y + 22, "indicé", 15)
    else:
        croix(t, (602, y + 17), ROUGE)
        t.text(620, y + 22, "perdu", 15)


def _feuille(t: Toile, recus: tuple[int, int, int, int], feuille: CinqMots) -> None:
    """Draw the nurse's sheet: two recalls side by side, the total and what it is called."""
    rli, rii, rld, rid = recus
    t.rect(24, 272, 652, 114, PAPIER, ENCRE, 1.6, rx=10)
    t.text(42, 297, "Votre feuille", 15, DISCRET, gras=True)
    for x, titre, libres, indices in ((180, "Tout de suite", rli, rii), (354, "Plus tard", rld, rid)):
        t.text(x, 297, titre, 15, ENCRE, gras=True)
        t.text(x, 324, f"{libres} libre{'s' * (libres > 1)}", 19, VERT, gras=True)
        t.text(x, 350, f"+ {indices} avec l’indice", 16, OCRE)
    t.line((528, 284), (528, 374), FILET, 1.4)
    t.text(544, 297, "Total", 15, ENCRE, gras=True)
    t.text(544, 326, f"{feuille.total} sur 10", 21, ENCRE, gras=True)
    t.text(544, 350, f"perdus : {5 - feuille.memoire}", 16, ROUGE if feuille.memoire < 5 else ENCRE)
    t.text(42, 376, f"Le mot de la feuille (convention) : {_PROFIL[feuille.profil]}", 14.5, ENCRE)


def _scene(pas: str, perdus: int) -> str:
    if not perdus:
        return "Les cinq mots passent les trois pas."
    verbe = {"entrer": ("n’entre pas", "n’entrent pas"), "garder": ("entre et ne reste pas", "entrent et ne restent pas"),
             "retrouver": ("reste et se cherche", "restent et se cherchent")}[pas][perdus > 1]  # fmt: skip
    return f"Sur cinq mots, {perdus} {verbe}."


def _mots(rli: int, rii: int, rld: int, rid: int) -> str:
    return (
        f"Tout de suite : {_compte(rli, rii)}. Plus tard : {_compte(rld, rid)}, total {rli + rii + rld + rid} sur 10."
    )


def _compte(libres: int, indices: int) -> str:
    return f"{libres} libre{'s' * (libres > 1)} et {indices} avec l’indice"


def _lecture(pas: str, perdus: int) -> str:
    if not perdus:
        return "L’indice n’a rien à rendre : rien ne manque."
    return {
        "entrer": "L’indice ne rend rien, et la feuille le disait déjà tout de suite : ces mots ne sont jamais entrés.",
        "garder": "L’indice ne rend rien, alors que tout y était au début : ces mots ne sont plus là.",
        "retrouver": "L’indice rend tout ce qui manquait : ces mots étaient là.",
    }[pas]
