"""Three doors for an act, prescribe, perform, interpret, as `clinical.champ` opens them, and the door beside."""

from __future__ import annotations

from asalee_training.clinical import champ
from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    OCRE_CLAIR,
    PAPIER,
    ROUGE,
    VERT,
    VERT_CLAIR,
    Dessin,
    Toile,
)

_GESTES = (("prescrire", "Prescrire"), ("realiser", "Réaliser"), ("interpreter", "Interpréter"))
#: Each act: its names in `references/champ.json`, all of them, what is said of it, and who is behind the door beside.
_ACTES: dict[str, tuple[tuple[str, ...], str, str]] = {
    "pieds": (("examen_pied", "monofilament"), "L’examen des pieds", "Le médecin reçoit votre compte rendu."),
    "fond_oeil": (("fond_oeil",), "Le fond d’œil", "L’ophtalmologue le lit."),
    "ecg": (("ecg",), "L’ECG", "Le médecin l’interprète."),
    "corne": (("soin_pedicurie",), "Le soin d’une corne", "Le pédicure-podologue la soigne."),
    "insuline": (("adaptation_insuline",), "Une dose d’insuline", "Le médecin la change, au téléphone s’il le faut."),
}  # fmt: skip
#: What closes every door: what is found, what is hers to do at once, who is behind the door beside.
_FERME: dict[str, tuple[str, str, str]] = {
    "plaie": ("La plaie passe avant l’acte.", "Compresse propre, plus d’appui.", "Le médecin, aujourd’hui."),
    "malaise": ("Le malaise passe avant l’acte.", "Glycémie au doigt ; sous 0,70, du sucre si elle avale.", "Le médecin, maintenant, ou le 15."),
}  # fmt: skip


def ouvertes(acte: str, situation: str) -> tuple[bool, ...]:
    """Which of the three doors are open: the protocol's, when nothing comes before it. An act of several names needs all."""
    if situation != "calme":
        return (False, False, False)
    return tuple(all(champ.autorise(nom, geste, "diabete").oui for nom in _ACTES[acte][0]) for geste, _ in _GESTES)


def portes_champ(acte: str, situation: str) -> Dessin:
    """A corridor with three doors and one beside."""
    portes = ouvertes(acte, situation)
    _, titre, voisin = _ACTES[acte]
    raison, geste = _raison(portes), ""
    if situation != "calme":
        raison, geste, voisin = _FERME[situation]
    t = Toile(412)
    t.rect(0, 0, 700, 300, "#f4f1ea")
    t.rect(0, 300, 700, 30, "#ddd3c2")
    t.line((0, 300), (700, 300), "#b9ac95", 2)
    t.text(256, 34, titre, 18, ENCRE, "middle", gras=True)
    for k, ((_, nom), ouverte) in enumerate(zip(_GESTES, portes, strict=True)):
        _porte(t, 24 + k * 162, nom, ouverte)
    _a_cote(t, 524)
    t.text(350, 320, "D’après les descriptions publiques ; votre protocole signé d’abord.", 14, DISCRET, "middle",
           italique=True)  # fmt: skip
    t.text(350, 356, raison, 16, VERT if all(portes) else ENCRE if any(portes) else ROUGE, "middle", gras=True)
    a_cote = f"La porte d’à côté : {voisin[0].lower()}{voisin[1:]}"
    lignes = (f"À vous tout de suite : {geste[0].lower()}{geste[1:]}", a_cote) if geste else (a_cote,)
    for k, ligne in enumerate(lignes):
        t.text(350, 380 + k * 22, ligne, 14.5, ENCRE, "middle")
    etats = ", ".join(
        f"{nom.lower()} {'oui' if ouverte else 'non'}" for (_, nom), ouverte in zip(_GESTES, portes, strict=True)
    )
    return t.dessin(f"{titre} : {etats}. {' '.join((raison, *lignes))}")


def _raison(portes: tuple[bool, ...]) -> str:
    if all(portes):
        return "Un acte entier : il est à vous jusqu’à la conclusion."
    if not any(portes):
        return "Aucune porte ne s’ouvre : ce n’est pas à vous, même pour rendre service."
    return "Une partie est à vous. Le reste a son métier."


def _porte(t: Toile, x: float, nom: str, ouverte: bool) -> None:
    """Draw a door, wide open on light or shut with a padlock."""
    t.rect(x, 66, 138, 234, "#8a6a45", "#5d4428", 2)
    if ouverte:
        t.rect(x + 10, 76, 118, 224, VERT_CLAIR, VERT, 1.6)
        t.path(f"M{x + 10} 76L{x + 46} 92V286L{x + 10} 300Z", "#b98f63", "#5d4428", 1.8)
        t.circle((x + 40, 192), 4, PAPIER, ENCRE, 1.4)
        t.path(f"M{x + 74} 186l14 16l24 -34", "none", VERT, 7)
        t.text(x + 90, 268, "oui", 20, VERT, "middle", gras=True)
    else:
        t.rect(x + 10, 76, 118, 224, "#b98f63", "#5d4428", 1.6)
        for y in (92, 202):
            t.rect(x + 26, y, 86, 84 if y == 202 else 92, "none", "#8a6a45", 1.6, rx=3)
        t.path(f"M{x + 57} 182v-14a12 14 0 0 1 24 0v14", "none", ENCRE, 5)
        t.rect(x + 48, 180, 42, 34, OCRE_CLAIR, ENCRE, 2, rx=5)
        t.path(f"M{x + 69} 192v10", "none", ENCRE, 4)
        t.text(x + 69, 268, "non", 20, "#5d1f18", "middle", gras=True)
    t.rect(x + 14, 46, 110, 26, PAPIER, ENCRE, 1.4, rx=4)
    t.text(x + 69, 64, nom, 15, ENCRE, "middle", gras=True)


def _a_cote(t: Toile, x: float) -> None:
    """Draw the door beside: always open, somebody with a telephone in it."""
    t.line((x - 14, 10), (x - 14, 298), "#b9ac95", 2, stroke_dasharray="6 5")
    t.rect(x + 12, 66, 138, 234, "#0b5563", ENCRE, 2)
    t.rect(x + 22, 76, 118, 224, BLEU_CLAIR, BLEU, 1.6)
    cx = x + 80
    t.path(f"M{cx - 40} 300C{cx - 40} 214 {cx + 40} 214 {cx + 40} 300Z", PAPIER, DISCRET, 2)
    t.path(f"M{cx - 12} 236l12 22l12 -22", "none", DISCRET, 2)
    t.circle((cx, 194), 32, "#f5ddcb", "#a06b4d", 2.2)
    t.path(
        f"M{cx - 32} 188C{cx - 34} 150 {cx + 34} 150 {cx + 32} 188C{cx + 14} 172 {cx - 18} 172 {cx - 32} 188Z",
        "#6b5a4a",
        ENCRE,
        1.4,
    )
    for dx in (-11, 11):
        t.circle((cx + dx, 196), 3, ENCRE)
    t.path(f"M{cx - 9} 208q9 8 18 0", "none", ENCRE, 2.2)
    t.path(f"M{cx + 30} 182c10 2 12 32 -2 34l-4 -8c6 -4 6 -16 2 -18Z", ENCRE, ENCRE, 1.4)
    t.rect(x + 10, 46, 142, 26, PAPIER, BLEU, 1.8, rx=4)
    t.text(cx + 1, 64, "la porte d’à côté", 14, BLEU, "middle", gras=True)
