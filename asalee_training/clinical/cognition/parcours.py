"""Before and after the tests: to whom a screening is offered, when a test is repeated."""

from collections.abc import Collection
from datetime import date

from asalee_training.clinical import inputs, reference_data, suivi

#: Situations in which a diagnostic step is offered at any age.
MOTIFS = ("plainte", "inquietude_proche", "symptome_ou_evenement", "entree_residence")


def motifs_de_reperage(age: float, situations: Collection[str], age_min: float | None = None) -> tuple[str, ...]:
    """Why a screening should be offered, () when there is no reason to: screening everybody is not recommended.

    age: 18-120 years. situations: of `MOTIFS` (a recent change reported, a worried relative, a fall, confusion or
    stroke, entry to residential care). age_min: 18-120; None takes ASALEE's historical 75 years [K], to be
    verified, which gives "age". Raises ValueError otherwise.
    Source: HAS, Maladie d’Alzheimer et maladies apparentées 2011 (2011).
    """
    ans = inputs.number("Âge", age, 18, 120, "ans")
    if age_min is None:
        age_min = reference_data.thresholds("cognition")["age_reperage"]
    limite = inputs.number("Âge du repérage", age_min, 18, 120, "ans")
    given = inputs.words("Situation", situations, MOTIFS)
    return tuple(motif for motif in MOTIFS if motif in given) + (("age",) if ans >= limite else ())


def fenetre_reevaluation(jour: date) -> tuple[date, date]:
    """First and last day of a reassessment 6 to 12 months after normal tests with a complaint.

    jour: a `datetime.date`, 1950-2100. Raises ValueError otherwise. The 31st becomes the last day of a shorter month.
    Source: HAS, Maladie d’Alzheimer et maladies apparentées 2011 (2011).
    """
    seuils = reference_data.thresholds("cognition")
    depart = suivi.jour_lu("Jour des tests", jour)
    premier, dernier = (int(seuils[f"reevaluation_{borne}"]) for borne in ("min", "max"))
    return suivi.ajouter_mois(depart, premier), suivi.ajouter_mois(depart, dernier)


def liste_reutilisable(premier: date, second: date) -> bool:
    """May the list of words given on `premier` be given again on `second`, three months later or more?

    Two `datetime.date` in that order, 1950-2100. Raises ValueError otherwise.
    Source: teaching convention (2025).
    """
    debut, fin = suivi.jour_lu("Premier test", premier), suivi.jour_lu("Second test", second)
    if fin < debut:
        raise inputs.refusal(f"Second test : le {fin:%d/%m/%Y} vient avant le premier, le {debut:%d/%m/%Y}.")
    return fin >= suivi.ajouter_mois(debut, int(reference_data.thresholds("cognition")["meme_liste"]))
