"""Follow-up of type 2 diabetes: what is due, what may be done, what must not be prescribed yet.

The rules lie in `references/suivi_diabete.csv`, one row a rule: for an item, the first row whose condition
holds decides. Versions: "national" (published sources), "portail_historique" and "portail_historique_rcv"
(reminders of the historic ASALEE portal for diabetes and for cardiovascular risk, about 2004-2018).
Sources: in each row; UNESS item 233 (cites HAS), Fédération française des diabétiques, SFD/SFO 2016.
"""

import operator
import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from asalee_training.clinical import inputs, pied, reference_data, rein, unites

VERSIONS = ("national", "portail_historique", "portail_historique_rcv")
STATUTS = ("a_faire", "possible", "pas_encore", "a_apprecier", "sans_objet")
#: What a profile may hold: French name, then range and unit of a number, or name and unit of a measure of `unites`,
#: or nothing for True or False.
CHAMPS: Mapping[str, tuple] = {
    "age": ("Âge", 18, 120, "ans"),
    "anciennete_ans": ("Ancienneté du diabète", 0, 100, "ans"),
    "dfg": ("DFG", "dfg", "mL/min/1,73 m²"),
    "glycemie_g_l": ("Glycémie", "glucose", "g/L"),
    "grossesse": ("Grossesse",),
    "hba1c_a_l_objectif": ("HbA1c à l’objectif",),
    "hta": ("HTA",),
    "hypolipemiant": ("Traitement hypolipémiant",),
    "insuline": ("Insuline",),
    "ldl_g_l": ("LDL", "cholesterol_ldl", "g/L"),
    "lesion_pied": ("Lésion du pied",),
    "niveau_pied": ("Niveau de suivi du pied", 0, 3),
    "pa_a_l_objectif": ("Pression artérielle à l’objectif",),
    "pouls_normaux": ("Pouls normaux",),
    "rac_a_confirmer": ("RAC à confirmer",),
    "retinopathie": ("Rétinopathie",),
    "traitement_stable": ("Traitement stable",),
}
PREMIER, DERNIER = date(1950, 1, 1), date(2100, 12, 31)
_COMPARE = {"=": operator.eq, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
_TERM = re.compile(r"(\w+)(<=|>=|<|>|=)([\w.]+)")
#: Rules that read the date of the last time.
_DATED = {"mois", "grade_pied", "dfg_divise", "si_deja_fait", "une_fois"}


@dataclass(frozen=True)
class Echeance:
    """One item of the follow-up, at the reference date.

    statut: "a_faire" (due, or never done), "possible" (acceptable, not yet due), "pas_encore" (prescribing it
    would be too early), "a_apprecier" (no source gives a frequency), "sans_objet" (not for this person).
    plus_tot, echeance: first acceptable date and due date, None without one. en_retard: the due date is past.
    motif: French sentence. surete: "lu" or "a_verifier".
    """

    item: str
    libelle: str
    statut: str
    plus_tot: date | None
    echeance: date | None
    en_retard: bool
    motif: str
    source: str
    surete: str


@dataclass(frozen=True)
class _Rule:
    conditions: tuple[tuple[str, str, bool | float], ...]
    row: Mapping[str, str]

    def holds(self, profil: Mapping) -> bool:
        return all(_COMPARE[sign](profil[champ], value) for champ, sign, value in self.conditions)


def items(version: str = "national") -> tuple[str, ...]:
    """Items whose last date `a_prevoir` needs, in the table's order: `dict.fromkeys(items())` is « jamais fait ».

    version: one of `VERSIONS`. Raises ValueError for an unknown version.
    Source: references/suivi_diabete.csv (2025).
    """
    rules = _rules(inputs.one_of("Version", version, VERSIONS))
    return tuple(item for item, ones in rules.items() if any(rule.row["regle"] in _DATED for rule in ones))


def champs(version: str = "national") -> tuple[str, ...]:
    """Fields of the profile that `a_prevoir` needs, sorted: none for "portail_historique".

    version: one of `VERSIONS`. Raises ValueError for an unknown version.
    Source: references/suivi_diabete.csv (2025).
    """
    rules = [rule for ones in _rules(inputs.one_of("Version", version, VERSIONS)).values() for rule in ones]
    needed = {champ for rule in rules for champ, _, _ in rule.conditions}
    by_rule = {"grade_pied": "niveau_pied", "dfg_divise": "dfg"}
    return tuple(sorted(needed | {by_rule[rule.row["regle"]] for rule in rules if rule.row["regle"] in by_rule}))


def a_prevoir(
    jour: date, dernieres: Mapping[str, date | None], profil: Mapping, version: str = "national"
) -> tuple[Echeance, ...]:
    """Every item of the follow-up at a date, in the table's order: those that are not due are returned as such.

    jour: reference date, 1950-2100. dernieres: date of the last time for each of `items(version)`, None if it
    never was done. profil: each of `champs(version)`; niveau_pied is `pied.niveau_suivi`. Both may hold more names
    of another version. Raises ValueError for a missing, unknown or impossible entry, or a last date after `jour`.
    Source: references/suivi_diabete.csv, each row with its own (2025).
    """
    jour = jour_lu("Date de référence", jour)
    rules = _rules(inputs.one_of("Version", version, VERSIONS))
    dernieres = _dates(dernieres, jour, version)
    profil = _profile(profil, version)
    return tuple(
        _due(item, next(rule.row for rule in ones if rule.holds(profil)), dernieres.get(item), jour, profil)
        for item, ones in rules.items()
    )


def ajouter_mois(jour: date, mois: int) -> date:
    """Same day some months later, or the last day of a shorter month: 31 January and 1 month, 28 or 29 February.

    jour: as `jour_lu`; mois: 0-600. Raises ValueError out of range, or for a date that carries an hour.
    Source: calendar arithmetic; the last day of the month is a teaching convention [P] (2025).
    """
    jour = jour_lu("Date", jour)
    years, month = divmod(jour.month - 1 + inputs.integer("Mois", mois, 0, 600), 12)
    year, month = jour.year + years, month + 1
    return date(year, month, min(jour.day, monthrange(year, month)[1]))


def _due(item: str, row: Mapping[str, str], derniere: date | None, jour: date, profil: Mapping) -> Echeance:
    statut, plus_tot, echeance = _standing(row, derniere, jour, profil)
    motif = row["motif"]
    if statut == "a_faire" and derniere is None and row["regle"] in _DATED:
        motif = f"Jamais fait, ou date inconnue. {motif}"
    return Echeance(
        item,
        row["libelle"],
        statut,
        plus_tot,
        echeance,
        en_retard=echeance is not None and echeance < jour,
        motif=inputs.typography(motif),
        source=inputs.typography(row["source"]),
        surete=row["surete"],
    )


def _standing(
    row: Mapping[str, str], derniere: date | None, jour: date, profil: Mapping
) -> tuple[str, date | None, date | None]:
    regle = row["regle"]
    if regle in ("a_apprecier", "sans_objet"):
        return regle, None, None
    if regle == "consultation":  # due at each one, unless today's is recorded
        return ("pas_encore", None, None) if derniere == jour else ("a_faire", jour, jour)
    if (regle == "une_fois" and derniere) or (regle == "si_deja_fait" and not derniere):
        return "sans_objet", None, None
    if derniere is None:
        return "a_faire", jour, jour
    shortest, longest = _months(row, profil)
    plus_tot, echeance = ajouter_mois(derniere, shortest), ajouter_mois(derniere, longest)
    return "a_faire" if jour >= echeance else "possible" if jour >= plus_tot else "pas_encore", plus_tot, echeance


def _months(row: Mapping[str, str], profil: Mapping) -> tuple[int, int]:
    if row["regle"] == "grade_pied":
        shortest, longest = pied.intervalle_mois(int(profil["niveau_pied"]))
        return shortest if row["min"] == "-" else int(row["min"]), longest
    if row["regle"] == "dfg_divise":  # rounded down to whole months, and one at least
        months = max(1, int(rein.intervalle_controle_mois(profil["dfg"])))
        return months, months
    return int(row["min"]), int(row["max"])


def jour_lu(label: str, value: object) -> date:
    """`value` if it is a `datetime.date` without an hour, 1950-2100; `label` names it in the refusal.

    Raises ValueError otherwise.
    Source: range of dates of this course, teaching convention (2025).
    """
    if not isinstance(value, date) or isinstance(value, datetime):
        raise inputs.refusal(f"{label} : {inputs.shown(value)} n’est pas une date sans heure.")
    if not PREMIER <= value <= DERNIER:
        raise inputs.refusal(f"{label} : {value:%d/%m/%Y} est hors des dates acceptées, de 1950 à 2100.")
    return value


def _dates(dernieres: Mapping, jour: date, version: str) -> dict[str, date | None]:
    known = {item: ones[0].row["libelle"] for each in VERSIONS for item, ones in _rules(each).items()}
    _names("Dernières dates", dernieres, known, items(version))
    dates = {item: None if last is None else jour_lu(known[item], last) for item, last in dernieres.items()}
    for item, last in dates.items():
        if last is not None and last > jour:
            raise inputs.refusal(f"{known[item]} : {last:%d/%m/%Y} est après la date de référence, {jour:%d/%m/%Y}.")
    return dates


def _profile(profil: Mapping, version: str) -> dict[str, bool | float]:
    _names("Profil", profil, CHAMPS, champs(version))
    found = {}
    for champ, value in profil.items():
        label, *limits = CHAMPS[champ]
        if limits and isinstance(limits[0], str):
            found[champ] = unites.verifier(value, *limits)
        else:
            check = inputs.integer if champ == "niveau_pied" else inputs.number if limits else inputs.boolean
            found[champ] = check(label, value, *limits)
    return found


def _names(label: str, given: Mapping, known: Mapping, needed: tuple[str, ...]) -> None:
    if not isinstance(given, Mapping):
        raise inputs.refusal(f"{label} : {inputs.shown(given)} n’est pas un ensemble de noms et de valeurs.")
    for name in given:
        inputs.one_of(label, name, known)
    missing = [name for name in needed if name not in given]
    if missing:
        raise inputs.refusal(f"{label} : rien n’est donné pour {', '.join(missing)}.")


@cache
def _rules(version: str) -> dict[str, tuple[_Rule, ...]]:
    rules: dict[str, list[_Rule]] = {}
    for row in reference_data.rows("suivi_diabete"):
        if row["version"] == version:
            rules.setdefault(row["item"], []).append(_Rule(_conditions(row["condition"]), row))
    return {item: tuple(ones) for item, ones in rules.items()}


def _conditions(text: str) -> tuple[tuple[str, str, bool | float], ...]:
    """« insuline=non et dfg<60 » as (("insuline", "=", False), ("dfg", "<", 60.0)); « toujours » as ()."""
    if text == "toujours":
        return ()
    terms = [_TERM.fullmatch(term).groups() for term in text.split(" et ")]
    words = {"oui": True, "non": False}
    return tuple((champ, sign, words[value] if value in words else float(value)) for champ, sign, value in terms)
