"""Cognitive screening: scores from counts and observations, never from test items.

The nurse scores, describes and alerts; naming a disease belongs to the physician.
Sources: Dubois, Presse Med 2002 (five words); Belmin, Presse Med 2007 (Codex); French scoring of the clock
out of 7.
The clock's geometry is read in `horloge_dessin`.
"""

from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.horloge_dessin import CRITERES, Dessin, horloge_depuis_dessin

__all__ = [
    "CRITERES",
    "CinqMots",
    "Codex",
    "Dessin",
    "Horloge",
    "cinq_mots",
    "codex",
    "horloge",
    "horloge_depuis_dessin",
]

PROBABILITES = {"A": "tres_faible", "B": "faible", "C": "elevee", "D": "tres_elevee"}


@dataclass(frozen=True)
class CinqMots:
    """Five-word test: learning /5, memory /5, total /10, weighted /20 (a free recall counts twice).

    lecture_dubois: "positif" (total up to 9) or "negatif". lecture_pratique: "normal" (10), "limite" (9),
    "anormal" (up to 8). The two disagree on purpose of their authors: show both.
    profil (teaching convention): "normal", "recuperation", "stockage_possible", "enregistrement_incomplet".
    """

    apprentissage: int
    memoire: int
    total: int
    pondere: int
    lecture_dubois: str
    lecture_pratique: str
    profil: str


@dataclass(frozen=True)
class Horloge:
    """Clock out of 7: 7 is "normal", anything below "a_explorer"."""

    score: int
    lecture: str


@dataclass(frozen=True)
class Codex:
    """Codex category "A"-"D"; etape2: the orientation questions were needed; positif: C or D."""

    categorie: str
    probabilite: str
    etape2: bool
    positif: bool


def cinq_mots(rli: int, rii: int, rld: int, rid: int) -> CinqMots:
    """Scores from four counts of words, 0-5: immediate free, immediate cued, delayed free, delayed cued.

    Only missing words are cued: free + cued above 5 is refused.
    """
    libre_immediat = inputs.integer("Rappel libre immédiat", rli, 0, 5)
    indice_immediat = inputs.integer("Rappel indicé immédiat", rii, 0, 5)
    libre_differe = inputs.integer("Rappel libre différé", rld, 0, 5)
    indice_differe = inputs.integer("Rappel indicé différé", rid, 0, 5)
    apprentissage, memoire = libre_immediat + indice_immediat, libre_differe + indice_differe
    for moment, somme in (("immédiat", apprentissage), ("différé", memoire)):
        if somme > 5:
            raise inputs.refusal(f"Rappel {moment} : {somme} mots au total ; libres et indicés ensemble vont de 0 à 5.")
    seuils = reference_data.thresholds("cognition")
    total = apprentissage + memoire
    if total >= seuils["cinq_mots_pratique_normal"]:
        lecture_pratique = "normal"
    else:
        lecture_pratique = "limite" if total > seuils["cinq_mots_pratique_anormal"] else "anormal"
    if apprentissage < 5:
        profil = "enregistrement_incomplet"
    elif memoire < 5:
        profil = "stockage_possible"
    else:
        profil = "recuperation" if libre_differe <= seuils["cinq_mots_recuperation"] else "normal"
    return CinqMots(
        apprentissage=apprentissage,
        memoire=memoire,
        total=total,
        pondere=2 * (libre_immediat + libre_differe) + indice_immediat + indice_differe,
        lecture_dubois="positif" if total <= seuils["cinq_mots_dubois"] else "negatif",
        lecture_pratique=lecture_pratique,
        profil=profil,
    )


def horloge(
    chiffres_presents: bool,
    ordre: bool,
    position: bool,
    deux_aiguilles: bool,
    aiguille_heure: bool,
    aiguille_minute: bool,
    tailles: bool,
) -> Horloge:
    """Clock out of 7 from its seven criteria, in the order of `CRITERES`."""
    criteres = (chiffres_presents, ordre, position, deux_aiguilles, aiguille_heure, aiguille_minute, tailles)
    lus = [inputs.boolean(f"Horloge, {nom}", juste) for nom, juste in zip(CRITERES, criteres, strict=True)]
    normale = sum(lus) >= reference_data.thresholds("cognition")["horloge_normale"]
    return Horloge(sum(lus), "normal" if normale else "a_explorer")


def codex(
    mots: int,
    tous_chiffres: bool,
    position: bool,
    deux_aiguilles: bool,
    heure: bool,
    orientation: int | None = None,
) -> Codex:
    """Codex category.

    mots: words recalled, 0-3. The four booleans are the simplified clock, normal only if all are met.
    orientation: right answers, 0-5, needed when exactly one of words and clock is abnormal; when it was asked
    without need it changes nothing.
    """
    seuils = reference_data.thresholds("cognition")
    mots_normaux = inputs.integer("Mots rappelés", mots, 0, 3) >= seuils["codex_mots"]
    criteres = (
        ("Tous les chiffres", tous_chiffres),
        ("Position des chiffres", position),
        ("Deux aiguilles", deux_aiguilles),
        ("Heure", heure),
    )
    lus = [inputs.boolean(label, juste) for label, juste in criteres]  # all are checked, even after a false
    horloge_normale = all(lus)
    if orientation is not None:
        orientation = inputs.integer("Orientation", orientation, 0, 5)
    etape2 = mots_normaux != horloge_normale
    if not etape2:
        categorie = "A" if mots_normaux else "D"
    elif orientation is None:
        raise inputs.refusal(
            "Orientation : rien n’est donné ; quand les mots seuls ou l’horloge seule sont anormaux, "
            "il faut le nombre de réponses justes, de 0 à 5."
        )
    else:
        categorie = "B" if orientation >= seuils["codex_orientation"] else "C"
    return Codex(categorie, PROBABILITES[categorie], etape2, categorie in "CD")
