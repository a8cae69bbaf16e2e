"""``passation_cinq_mots``: five invented words given to a person, from the conditions to what follows.

The raw answer is a session (see ``gestes``): ``verifier`` and ``corriger`` a condition, ``expliquer``, ``montrer`` a list,
``faire_lire``, ``demander_categorie``, ``cacher``, ``rappel_libre``, ``indicer``, ``noter``, ``intercaler``, ``encourager``,
``reporter``, ``terminer``; the conclusion: four counts, the total, two readings, what she does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from asalee_training.clinical import cognition
from asalee_training.exercises import gestes
from asalee_training.exercises.calculs import MissingField
from asalee_training.exercises.contract import Key, Mark, Samples, Unreadable
from asalee_training.exercises.contract import Spec as BaseSpec
from asalee_training.exercises.gestes import Critere, Seance
from asalee_training.exercises.passation_cinq_mots import deroulement, exemples, mots, resultats, technique
from asalee_training.simulation import seance_cinq_mots
from asalee_training.simulation.listes_cinq_mots import LISTES


class Spec(BaseSpec):
    """The five words, given to this patient."""

    type: Literal["passation_cinq_mots"] = Field(description="L’épreuve des cinq mots, à faire passer.")
    personne: str = Field(default="La personne", min_length=2, max_length=60, description="Son nom : « Mme Morin ».")
    listes: Annotated[tuple[str, str], Field(strict=False)] = Field(
        default=("verger", "ruisseau"),
        description="Les deux listes de la pochette (verger, ruisseau, colline) ; la première est celle du dossier.",
    )
    conditions: tuple[str, ...] = Field(
        default=mots.HABITUELLES, strict=False, description="Les conditions à vérifier ; [] pour aucune."
    )


def validate(spec: Spec) -> list[str]:
    """Check the names of lists and conditions."""
    problems = [f"liste inconnue : {nom}. Connues : {', '.join(LISTES)}." for nom in spec.listes if nom not in LISTES]
    if len(set(spec.listes)) != len(spec.listes):
        problems.append("« listes: » demande deux listes différentes.")
    unknown = [nom for nom in spec.conditions if nom not in mots.CONDITIONS]
    if unknown:
        problems.append(f"conditions inconnues : {', '.join(unknown)}. Connues : {', '.join(mots.CONDITIONS)}.")
    if len(set(spec.conditions)) != len(spec.conditions):
        problems.append("une condition est écrite deux fois.")
    return problems


def public(spec: Spec) -> dict[str, Any]:
    """Return the two sheets, and everything that may be done, said and concluded."""
    return {
        "personne": spec.personne,
        "listes": [
            {
                "id": nom,
                "titre": LISTES[nom].titre,
                "mots": [
                    {"mot": mot.mot, "nu": mot.nu, "question": mot.question, "indice": mot.indice, "voisin": mot.voisin}
                    for mot in LISTES[nom].mots
                ],
            }
            for nom in spec.listes
        ],
        "conditions": [
            {"id": nom, "libelle": mots.nom(nom), "verifier": mots.CONDITIONS[nom][0], "corriger": mots.CONDITIONS[nom][1]}
            for nom in spec.conditions
        ],
        "rappels": mots.RAPPELS,
        "minutes": list(mots.MINUTES),
        **{
            nom: [list(pair) for pair in table.items()]
            for nom, table in {
                "expliquer": mots.EXPLIQUER,
                "encourager": mots.ENCOURAGER,
                "taches": mots.TACHES,
                "manieres": mots.MANIERES_DITES,
                "codes": mots.CODES,
                "codes_hors": mots.CODES_HORS,
                "terminer": mots.TERMINER,
                "comptes": mots.COMPTES,
                "dubois": mots.DUBOIS,
                "pratique": mots.PRATIQUE,
                "conduites": mots.CONDUITES,
            }.items()
        },
    }  # fmt: skip


def recording(spec: Spec, patient: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is seen and what she says, whatever is done."""
    _needed(spec, patient)
    return seance_cinq_mots.record(patient, spec.conditions, spec.listes)


def expected(spec: Spec, patient: Mapping[str, Any]) -> Key:
    """Return the state of the conditions and which words she gives; ``MissingField`` for a field that is not there."""
    _needed(spec, patient)
    states = {nom: patient["conditions"][nom] for nom in spec.conditions}
    lues = cognition.conditions_passation(states)
    used = states.get("liste") == "non_remplie"
    return Key(
        {
            "conditions": states,
            "a_corriger": [nom for nom in lues.non_remplies if nom in mots.A_CORRIGER],
            "a_reporter": [nom for nom in lues.non_remplies if nom not in (*mots.A_CORRIGER, "liste")],
            "bloquee": bool(lues.bloquantes),
            "que_faire": dict(lues.que_faire),
            "interdite": spec.listes[0] if used else None,
            "titres": {nom: LISTES[nom].titre for nom in spec.listes},
            "mots": {nom: [mot.mot for mot in LISTES[nom].mots] for nom in spec.listes},
            "ecoute": seance_cinq_mots.ecoute(patient),
        }
    )


def _needed(spec: Spec, patient: Mapping[str, Any]) -> None:
    for champ in ("sexe", "age", "cinq_mots", *(("conditions",) if spec.conditions else ())):
        if champ not in patient:
            raise MissingField(champ)


def parse(spec: Spec, raw: Any) -> Seance:
    """Read the session; raises ``Unreadable`` for one that nobody can have done."""
    seance = gestes.lire(raw, mots.connus(spec.conditions, spec.listes), mots.CONCLUSIONS)
    deroulement.verifier(seance)
    return seance


def grade(spec: Spec, key: Key, answer: Seance) -> Mark:
    """Judge the session criterion by criterion."""
    reussi = "Conditions, passation, cotation et suite : tout y est."
    return gestes.juger(spec.points, criteres(key, answer), spec.explication, reussi)


def criteres(key: Key, seance: Seance) -> Iterator[Critere]:
    """Everything that is judged. Where the test must be postponed, how it was given is not called."""
    attendu, suivi = key.attendu, deroulement.suivre(seance, key.attendu["ecoute"])
    yield from technique.conditions(attendu, suivi)
    yield from technique.explication(suivi, attendu)
    if attendu["a_reporter"]:
        yield resultats.abstention(suivi, seance.conclusion)
    else:
        yield from technique.presentation(suivi, attendu)
        yield from technique.rappels(suivi, attendu)
        yield from technique.delai(suivi, attendu)
        yield from resultats.feuille(suivi, attendu)
        yield from resultats.conclusion(suivi, attendu, seance.conclusion)
    yield from resultats.suite(suivi, attendu, seance.conclusion)


def words(spec: Any, raw: Any, fill: Callable[[str], str]) -> str | None:
    """Return what was done, and what was concluded."""
    try:
        seance = gestes.lire(raw, mots.connus(tuple(mots.CONDITIONS), tuple(LISTES)), mots.CONCLUSIONS)
        deroulement.verifier(seance)
    except Unreadable:
        return None
    return exemples.mots_de(seance)


def samples(spec: Spec, key: Key) -> Samples:
    """A perfect session written in two ways; one fault at a time; what cannot have been done."""
    return exemples.samples(spec.conditions, spec.listes, key.attendu)
