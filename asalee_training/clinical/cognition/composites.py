"""Short tests that join words and a clock: Codex, Mini-Cog, GPCOG. Counts and observations, no item."""

from collections.abc import Sequence
from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data

PROBABILITES = {"A": "tres_faible", "B": "faible", "C": "elevee", "D": "tres_elevee"}
INFORMANT = ("oui", "non", "nsp", "na")


@dataclass(frozen=True)
class Codex:
    """Codex category "A"-"D"; etape2: the orientation questions were needed; positif: C or D."""

    categorie: str
    probabilite: str
    etape2: bool
    positif: bool


@dataclass(frozen=True)
class MiniCog:
    """Mini-Cog out of 5; positif: below 3; positif_sensible: below 4, which misses fewer people."""

    score: int
    positif: bool
    positif_sensible: bool


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
    orientation: right answers, 0-5, needed when exactly one of words and clock is abnormal (its absence then
    raises ValueError, like any impossible value); when it was asked without need it changes nothing.
    Source: Belmin, Presse Med 2007;36:1183 (2007).
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


def minicog(rappel: int, horloge: int) -> MiniCog:
    """Mini-Cog from the words recalled without a cue, 0-3, and the clock, 0 or 2 (hand length is not scored).

    Raises ValueError otherwise: there is no clock worth 1.
    Source: Borson, Int J Geriatr Psychiatry 2000; threshold of 4 from the test's guide (to be verified).
    """
    points = inputs.integer("Horloge du Mini-Cog", horloge, 0, 2)
    if points == 1:
        raise inputs.refusal("Horloge du Mini-Cog : 1 n’existe pas. Valeurs acceptées : 0 (anormale) ou 2 (normale).")
    score = inputs.integer("Rappel du Mini-Cog", rappel, 0, 3) + points
    seuils = reference_data.thresholds("cognition")
    return MiniCog(score, score < seuils["minicog_positif"], score < seuils["minicog_sensible"])


def gpcog_patient(
    date: bool,
    horloge_chiffres: bool,
    horloge_aiguilles: bool,
    actualite: bool,
    prenom: bool,
    nom: bool,
    numero: bool,
    rue: bool,
    ville: bool,
) -> int:
    """Patient part of the GPCOG, 0-9: one point for each right answer. Raises ValueError for another answer.

    Source: Brodaty, J Am Geriatr Soc 2002 (2002).
    """
    reponses = {
        "date": date,
        "chiffres de l’horloge": horloge_chiffres,
        "aiguilles de l’horloge": horloge_aiguilles,
        "actualité": actualite,
        "prénom": prenom,
        "nom": nom,
        "numéro": numero,
        "rue": rue,
        "ville": ville,
    }
    return sum(inputs.boolean(f"GPCOG, {label}", juste) for label, juste in reponses.items())


def gpcog_informant(reponses: Sequence[str], nsp_compte: bool = True) -> int:
    """Informant part of the GPCOG, 0-6, from six answers: "oui" (more trouble than before), "non", "nsp", "na".

    "non" and "na" earn a point; "nsp" (does not know) too, unless nsp_compte is False: that rule is to be
    verified, hence the choice. Raises ValueError for another word or number of answers.
    Source: Brodaty, J Am Geriatr Soc 2002 (2002).
    """
    inputs.boolean("Comptage des « ne sait pas »", nsp_compte)
    if isinstance(reponses, str) or not isinstance(reponses, Sequence) or len(reponses) != 6:
        raise inputs.refusal(f"GPCOG, proche : {inputs.shown(reponses)} ne donne pas six réponses.")
    rassurantes = {"non", "na", "nsp"} if nsp_compte else {"non", "na"}
    return sum(inputs.one_of("GPCOG, proche", reponse, INFORMANT) in rassurantes for reponse in reponses)


def gpcog(patient: int, informant: int | None = None) -> str:
    """What to conclude from the patient part, 0-9, and the informant part, 0-6, read only between 5 and 8.

    "cognition_intacte_retest_12m" (9), "alteration_probable" (up to 4, or informant up to 3),
    "pas_d_alteration_significative" (informant from 4), "proche_a_interroger" (5-8 without an informant).
    An informant who was not needed changes nothing. Raises ValueError outside the ranges.
    Source: Brodaty, J Am Geriatr Soc 2002 (2002).
    """
    seuils = reference_data.thresholds("cognition")
    score = inputs.integer("GPCOG, patient", patient, 0, 9)
    lecture = "proche_a_interroger" if informant is None else lecture_gpcog_informant(informant)
    if score >= seuils["gpcog_intact"]:
        return "cognition_intacte_retest_12m"
    return "alteration_probable" if score <= seuils["gpcog_altere"] else lecture


def lecture_gpcog_informant(score: int) -> str:
    """Reading of the informant part alone, 0-6: "alteration_probable" up to 3, else "pas_d_alteration_significative".

    Of use when the tests cannot be interpreted. Raises ValueError outside 0-6.
    Source: Brodaty, J Am Geriatr Soc 2002 (2002).
    """
    points = inputs.integer("GPCOG, proche", score, 0, 6)
    altere = points <= reference_data.thresholds("cognition")["gpcog_informant_altere"]
    return "alteration_probable" if altere else "pas_d_alteration_significative"
