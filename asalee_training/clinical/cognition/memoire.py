"""Five words: learning, memory, and the two readings of a total that disagree on 9."""

from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data


@dataclass(frozen=True)
class CinqMots:
    """Five-word test: learning /5, memory /5, total /10, weighted /20 (a free recall counts twice).

    lecture_dubois: "positif" (total up to 9) or "negatif". lecture_pratique: "normal" (10), "limite" (9),
    "anormal" (up to 8). The published readings disagree on 9; "limite" is this course's word. Show both.
    profil (teaching convention): "normal", "recuperation", "stockage_possible", "enregistrement_incomplet".
    """

    apprentissage: int
    memoire: int
    total: int
    pondere: int
    lecture_dubois: str
    lecture_pratique: str
    profil: str


def cinq_mots(rli: int, rii: int, rld: int, rid: int) -> CinqMots:
    """Scores from four counts of words, 0-5: immediate free, immediate cued, delayed free, delayed cued.

    Only missing words are cued: free + cued above 5 raises ValueError, as does a count that is not one.
    The weighted score has no threshold here: none of the texts that could be read gives one.
    Source: Dubois, Presse Med 2002;31:1696 (2002); the profile is a teaching convention (2025).
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
