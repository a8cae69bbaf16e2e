"""Conditions in which a test was given, the home grid, and the words a nurse does not write."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data

ETATS = ("remplie", "non_remplie", "sans_objet")
TEXTE_MAX = 20_000


@dataclass(frozen=True)
class Conditions:
    """Names of the conditions unmet, of those left unanswered, and of the unmet ones that forbid any test.

    que_faire: for each unmet condition, a French sentence. completes: none unmet, none unanswered.
    """

    non_remplies: tuple[str, ...]
    non_renseignees: tuple[str, ...]
    bloquantes: tuple[str, ...]
    que_faire: Mapping[str, str]
    completes: bool


@dataclass(frozen=True)
class Domicile:
    """Home grid. anomalies: items found not as expected; danger: the home must be made safe before anything else.

    Faults of the grid itself: `manquants`, items without an observation; `sans_constat`, without a sentence of
    evidence; `mots_interdits`, the forbidden words of each sentence. trop_long: beyond the planned duration.
    """

    anomalies: tuple[str, ...]
    danger: bool
    manquants: tuple[str, ...]
    sans_constat: tuple[str, ...]
    mots_interdits: Mapping[str, tuple[str, ...]]
    trop_long: bool


@dataclass(frozen=True)
class MotInterdit:
    """What was written, its kind ("maladie", "pourcentage" or "jugement"), and why it is not to be, in French."""

    extrait: str
    nature: str
    raison: str


def conditions_passation(constats: Mapping[str, str]) -> Conditions:
    """Which conditions of administration are unmet.

    constats: for each name of `references/cognition_conditions.csv`, "remplie", "non_remplie" or, where it can be,
    "sans_objet". A name left out is reported, never taken as met. Raises ValueError for an unknown name or word.
    Source: teaching convention, after the examination list of HAS 2011 (2025).
    """
    table = _table("cognition_conditions")
    etats = {}
    for nom, etat in _mapping("Conditions", constats, table).items():
        etats[nom] = inputs.one_of(f"Condition {nom}", etat, ETATS)
        if etat == "sans_objet" and table[nom]["sans_objet_possible"] == "non":
            raise inputs.refusal(f"Condition {nom} : « sans_objet » ne convient pas ; « remplie » ou « non_remplie ».")
    non_remplies = tuple(nom for nom in table if etats.get(nom) == "non_remplie")
    non_renseignees = tuple(nom for nom in table if nom not in etats)
    return Conditions(
        non_remplies,
        non_renseignees,
        bloquantes=tuple(nom for nom in non_remplies if table[nom]["bloquante"] == "oui"),
        que_faire={nom: inputs.typography(table[nom]["si_non"]) for nom in non_remplies},
        completes=not non_remplies and not non_renseignees,
    )


def grille_domicile(observations: Mapping[str, Mapping], duree_min: float) -> Domicile:
    """Reading of a home visit of `duree_min` minutes (1-240).

    observations: for each name of `references/cognition_domicile.csv`, {"conforme": bool, "constat": sentence of
    evidence}; an item left out is reported. Raises ValueError for an unknown name or another form.
    Source: teaching convention (2025).
    """
    duree = inputs.number("Durée de la visite", duree_min, 1, 240, "minutes")
    table = _table("cognition_domicile")
    conformes, constats = {}, {}
    for nom, observation in _mapping("Domicile", observations, table).items():
        if not isinstance(observation, Mapping) or set(observation) != {"conforme", "constat"}:
            raise inputs.refusal(f"Domicile, {nom} : « conforme » et « constat » sont attendus, et eux seuls.")
        conformes[nom] = inputs.boolean(f"Domicile, {nom}", observation["conforme"])
        constats[nom] = _text(f"Domicile, {nom}", observation["constat"])
    anomalies = tuple(nom for nom in table if conformes.get(nom) is False)
    interdits = {nom: tuple(mot.extrait for mot in mots_interdits(constat)) for nom, constat in constats.items()}
    return Domicile(
        anomalies=anomalies,
        danger=any(table[nom]["securite"] == "oui" for nom in anomalies),
        manquants=tuple(nom for nom in table if nom not in conformes),
        sans_constat=tuple(nom for nom, constat in constats.items() if not constat.strip()),
        mots_interdits={nom: mots for nom, mots in interdits.items() if mots},
        trop_long=duree > reference_data.thresholds("cognition")["visite_domicile"],
    )


def mots_interdits(texte: str) -> tuple[MotInterdit, ...]:
    """Disease names, percentages of risk and judgements in a text (20 000 characters at most), in its order.

    A lexical check: it sees neither negation nor who speaks, and a referent reads after it. Raises ValueError for
    what is not a text.
    Source: teaching convention, after HAS 2018 on the right to know and not to know (2025).
    """
    original = unicodedata.normalize("NFC", _text("Texte", texte))
    plain = "".join(unicodedata.normalize("NFKD", letter)[0].lower()[0] for letter in original).replace("’", "'")
    found = [
        (match.start(), MotInterdit(original[match.start() : match.end()], entry["nom"], entry["raison"]))
        for entry, pattern in _patterns()
        for match in pattern.finditer(plain)
    ]
    return tuple(mot for _, mot in sorted(found, key=lambda couple: couple[0]))


@cache
def _patterns() -> tuple[tuple[dict, re.Pattern], ...]:
    entries = reference_data.document("cognition_mots_interdits")["motifs"]
    return tuple(
        ({**entry, "raison": inputs.typography(entry["raison"])}, re.compile(entry["motif"])) for entry in entries
    )


@cache
def _table(name: str) -> dict[str, dict[str, str]]:
    return {row["nom"]: row for row in reference_data.rows(name)}


def _mapping(label: str, given: Mapping, table: Mapping) -> Mapping:
    if not isinstance(given, Mapping):
        raise inputs.refusal(f"{label} : {inputs.shown(given)} ne donne pas une réponse par nom.")
    for name in given:
        inputs.one_of(label, name, table)
    return given


def _text(label: str, value: object) -> str:
    if not isinstance(value, str) or len(value) > TEXTE_MAX:
        raise inputs.refusal(f"{label} : {inputs.shown(value)} n’est pas un texte de {TEXTE_MAX} caractères au plus.")
    return value
