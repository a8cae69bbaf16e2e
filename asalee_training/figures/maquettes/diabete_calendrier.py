"""A wall calendar that turns: what is due, what may be done, what would be too early, by `clinical.suivi`."""

from __future__ import annotations

from datetime import date
from functools import cache

from asalee_training.clinical import suivi
from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    PAPIER,
    ROUGE,
    ROUGE_CLAIR,
    VERT,
    Dessin,
    Toile,
)

#: The lines of the lesson that carry a date, and how the lesson names them.
_LIGNES = {
    "hba1c": "HbA1c",
    "examen_pieds": "Pieds, monofilament",
    "creatinine_dfg": "Créatinine et DFG",
    "rac": "RAC",
    "bilan_lipidique": "Lipides",
    "ecg": "ECG de repos",
    "fond_oeil": "Fond d’œil",
    "dentiste": "Dentiste",
}
_SEREIN = {
    "age": 62, "anciennete_ans": 8, "dfg": 88, "grossesse": False, "hba1c_a_l_objectif": True, "insuline": False,
    "lesion_pied": False, "niveau_pied": 0, "pa_a_l_objectif": True, "pouls_normaux": True, "rac_a_confirmer": False,
    "retinopathie": False, "traitement_stable": True,
}  # fmt: skip
_PERSONNES = {
    "objectif": {},
    "hba1c": {"hba1c_a_l_objectif": False},
    "insuline": {"insuline": True},
    "pied": {"niveau_pied": 2},
    "rein": {"dfg": 45},
}
_BILAN = date(2024, 1, 15)  # any day would do: only months are shown


@cache
def etats(mois: int, personne: str) -> tuple[suivi.Echeance, ...]:
    """The dated lines of the follow-up, ``mois`` months after a whole check-up, in the order of the lesson."""
    champs = suivi.champs()
    profil = {nom: valeur for nom, valeur in {**_SEREIN, **_PERSONNES[personne]}.items() if nom in champs}
    jour = suivi.ajouter_mois(_BILAN, mois)
    trouves = {one.item: one for one in suivi.a_prevoir(jour, dict.fromkeys(suivi.items(), _BILAN), profil)}
    return tuple(trouves[item] for item in _LIGNES)


def calendrier_suivi(mois: int, personne: str) -> Dessin:
    """A page of the calendar, and each line with its state that month."""
    lignes = etats(mois, personne)
    t = Toile(412)
    _page(t, mois)
    _legende(t)
    for k, ligne in enumerate(lignes):
        _ligne(t, 62 + k * 42, ligne, mois)
    dus = [_LIGNES[one.item] for one in lignes if one.statut == "a_faire"]
    tot = sum(one.statut == "pas_encore" for one in lignes)
    bilan = f"{len(dus)} à faire, {tot} trop tôt"
    t.text(96, 214, "Aujourd’hui", 15, DISCRET, "middle")
    t.text(96, 238, bilan, 16, ENCRE, "middle", gras=True)
    t.text(212, 404, "À chaque consultation : pression, poids, un regard aux pieds.", 14, DISCRET)
    t.text(14, 372, "D’après les textes\nnationaux ; votre\nprotocole d’abord.", 14, DISCRET)
    quoi = ", ".join(dus) if dus else "rien"
    quand = f"Dernier bilan complet il y a {mois} mois." if mois else "Le bilan complet est d’aujourd’hui."
    possibles = [_LIGNES[one.item] for one in lignes if one.statut == "possible"]
    peut = f" Possible : {', '.join(possibles)}." if possibles else ""
    attend = f" Trop tôt pour {tot} ligne{'s' if tot > 1 else ''} sur {len(lignes)}." if tot else ""
    return t.dessin(f"{quand} À faire : {quoi}.{peut}{attend}")


def _page(t: Toile, mois: int) -> None:
    """Draw a sheet that hangs from two rings; the corner lifts more as months go."""
    t.rect(22, 34, 148, 150, "#e4e8e8", "none", rx=8)
    t.rect(16, 28, 148, 150, PAPIER, ENCRE, 2, rx=8)
    t.rect(16, 28, 148, 36, ROUGE, ENCRE, 2, rx=8)
    for x in (52, 128):
        t.rect(x - 4, 16, 8, 26, "#d9dddd", ENCRE, 1.6, rx=4)
    t.text(90, 54, "bilan complet", 14, PAPIER, "middle", gras=True)
    t.text(90, 120, str(mois), 50, ENCRE, "middle", gras=True)
    t.text(90, 152, "mois après", 15, DISCRET, "middle")
    t.path("M164 150L164 178L136 178Z", "#e4e8e8", ENCRE, 1.6)


def _legende(t: Toile) -> None:
    for k, (statut, texte) in enumerate(
        (
            ("a_faire", "à faire aujourd’hui"),
            ("possible", "possible, pas obligé"),
            ("pas_encore", "trop tôt : on attend"),
        )
    ):
        _signe(t, (30, 278 + k * 30), statut)
        t.text(50, 283 + k * 30, texte, 14, ENCRE)


def _signe(t: Toile, c: tuple[float, float], statut: str) -> None:
    """Draw a full red disc with a mark, a half disc, or an empty circle: shapes differ, not only colours."""
    x, y = c
    if statut == "a_faire":
        t.circle(c, 11, ROUGE, ROUGE, 2)
        t.text(x, y + 6, "!", 16, PAPIER, "middle", gras=True)
    elif statut == "possible":
        t.circle(c, 11, PAPIER, OCRE, 2)
        t.path(f"M{x} {y - 11}A11 11 0 0 1 {x} {y + 11}Z", OCRE)
    else:
        t.circle(c, 11, PAPIER, VERT, 2)


def _ligne(t: Toile, y: float, ligne: suivi.Echeance, mois: int) -> None:
    """Draw an item, a bar of months from the check-up to its due date, and where today stands."""
    statut = ligne.statut
    if statut == "a_faire":
        t.rect(212, y - 20, 476, 38, ROUGE_CLAIR, rx=8)
    _signe(t, (232, y), statut)
    t.text(252, y - 1, _LIGNES[ligne.item], 15, ENCRE, gras=True)
    t.text(252, y + 15, _rythme(ligne), 14, DISCRET)
    gauche, pas = 444, 4.2
    fin = _mois(ligne.echeance)
    t.rect(gauche, y - 6, 26 * pas, 12, "#eef1f1", FILET, 1, rx=3)
    t.rect(gauche, y - 6, min(mois, 26) * pas, 12, BLEU_CLAIR, BLEU, 1, rx=3)
    t.line((gauche + fin * pas, y - 13), (gauche + fin * pas, y + 13), ROUGE, 3)
    t.text(
        561,
        y + 5,
        _quand(ligne, mois),
        14,
        {"a_faire": ROUGE, "possible": OCRE, "pas_encore": VERT}[statut],
        gras=True,
    )


def _mois(echeance: date | None) -> int:
    return 0 if echeance is None else (echeance.year - _BILAN.year) * 12 + echeance.month - _BILAN.month


def _rythme(ligne: suivi.Echeance) -> str:
    tot, tard = _mois(ligne.plus_tot), _mois(ligne.echeance)
    if not tot:
        return f"{tard} mois au plus tard"
    return f"{tot} à {tard} mois" if tot < tard else f"tous les {tard} mois"


def _quand(ligne: suivi.Echeance, mois: int) -> str:
    reste = _mois(ligne.echeance) - mois
    if ligne.statut == "a_faire":
        return "ce mois-ci" if not reste else f"retard {-reste} mois"
    return "possible" if ligne.statut == "possible" else f"dans {reste} mois"
