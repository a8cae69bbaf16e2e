"""Before and after the tests: to whom a screening is offered, when a test is repeated."""

from calendar import monthrange
from collections.abc import Collection
from datetime import date, datetime

from asalee_training.clinical import inputs, reference_data

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
    if isinstance(situations, str) or not isinstance(situations, Collection):
        raise inputs.refusal(f"Situations : {inputs.shown(situations)} n’est pas une liste de noms.")
    given = {inputs.one_of("Situation", situation, MOTIFS) for situation in situations}
    return tuple(motif for motif in MOTIFS if motif in given) + (("age",) if ans >= limite else ())


def fenetre_reevaluation(jour: date) -> tuple[date, date]:
    """First and last day of a reassessment 6 to 12 months after normal tests with a complaint.

    jour: a `datetime.date`. Raises ValueError otherwise. The 31st becomes the last day of a shorter month.
    Source: HAS, Maladie d’Alzheimer et maladies apparentées 2011 (2011).
    """
    seuils = reference_data.thresholds("cognition")
    depart = _day("Jour des tests", jour)
    return _later(depart, int(seuils["reevaluation_min"])), _later(depart, int(seuils["reevaluation_max"]))


def liste_reutilisable(premier: date, second: date) -> bool:
    """May the list of words given on `premier` be given again on `second`, three months later or more?

    Two `datetime.date` in that order. Raises ValueError otherwise.
    Source: teaching convention (2025).
    """
    debut, fin = _day("Premier test", premier), _day("Second test", second)
    if fin < debut:
        raise inputs.refusal(f"Second test : le {fin:%d/%m/%Y} vient avant le premier, le {debut:%d/%m/%Y}.")
    return fin >= _later(debut, int(reference_data.thresholds("cognition")["meme_liste"]))


def _day(label: str, value: object) -> date:
    if not isinstance(value, date) or isinstance(value, datetime) or not 1900 <= value.year <= 2200:
        raise inputs.refusal(f"{label} : {inputs.shown(value)} n’est pas une date, de 1900 à 2200.")
    return value


def _later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
