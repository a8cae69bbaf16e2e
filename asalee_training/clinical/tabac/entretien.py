"""Readiness to quit and the order of an interview: stages, 0-10 scales, 5A and RPIB.

In the association's record the two 0-10 scales are stored under swapped names (importance in
`echelle_confiance`): here each keeps its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data

DEMARCHES = ("5a", "rpib")


@dataclass(frozen=True)
class OrdreEtapes:
    """Steps left out, and pairs (first, then) done the wrong way round; correct when there are none."""

    manquantes: tuple[str, ...]
    inversions: tuple[tuple[str, str], ...]
    correct: bool


def stades() -> dict[str, str]:
    """Stages in order, identifier → label of the form: "pre_intention", "intention", "decision", "action", …

    The last, "nsp" (does not say), is not a stage.
    Source: Prochaska and DiClemente 1983, labels of the ASALEE form « Sevrage tabagique » (à vérifier).
    """
    return {row["identifiant"]: inputs.typography(row["libelle"]) for row in reference_data.rows("tabac_stades")}


def echelle_a_travailler(importance: int, confiance: int) -> str:
    """Which of two 0-10 scales to explore first: the lower, "importance", "confiance", or "les_deux" when equal.

    Raises ValueError outside 0-10. Teaching convention.
    Source: motivational interviewing, choice of the training [P], to be verified (à vérifier).
    """
    importance = inputs.integer("Importance", importance, 0, 10)
    confiance = inputs.integer("Confiance", confiance, 0, 10)
    if importance == confiance:
        return "les_deux"
    return "importance" if importance < confiance else "confiance"


def relances(note: int) -> tuple[str, ...]:
    """Questions that follow a 0-10 note: why not lower, then what would raise it; one of them at 0 and at 10.

    Never « why not higher? », which makes her argue against change. Raises ValueError outside 0-10.
    Source: motivational interviewing, general knowledge [K], steps of 3 and 2 as in « 5, 2, 7 » (à vérifier).
    """
    note = inputs.integer("Note", note, 0, 10)
    seuils = reference_data.thresholds("tabac")
    plus_bas = max(0, note - int(seuils["relance_plus_bas"]))
    plus_haut = min(10, note + int(seuils["relance_plus_haut"]))
    phrases = []
    if note > 0:
        phrases.append(f"Pourquoi {note} et pas {plus_bas} ?")
    if note < 10:
        phrases.append(f"Que faudrait-il pour passer à {plus_haut} ?")
    return tuple(inputs.typography(phrase) for phrase in phrases)


def etapes(demarche: str) -> dict[str, str]:
    """Steps of "5a" or "rpib" in order, identifier → French label. Raises ValueError for another name.

    Source: 5A, Fiore 2008; RPIB, HAS 2014, steps from general knowledge [K], to be verified (à vérifier).
    """
    return {row["etape"]: inputs.typography(row["libelle"]) for row in _rows(demarche)}


def verifier_ordre(demarche: str, realisees: Sequence[str]) -> OrdreEtapes:
    """Compares steps in the order they were done with "5a" or "rpib".

    realisees: identifiers of `etapes(demarche)`, each at most once. Two steps of the same rank may come either
    way. Raises ValueError for an unknown or repeated step, or what is not a list of them.
    Source: 5A, Fiore 2008; RPIB, HAS 2014, steps from general knowledge [K], to be verified (à vérifier).
    """
    rangs = {row["etape"]: int(row["rang"]) for row in _rows(demarche)}
    if not isinstance(realisees, Sequence) or isinstance(realisees, str):
        raise inputs.refusal(f"Étapes : {inputs.shown(realisees)} n’est pas une liste d’étapes : {', '.join(rangs)}.")
    for position, etape in enumerate(realisees):
        inputs.one_of("Étape", etape, rangs)
        if etape in realisees[:position]:
            raise inputs.refusal(f"Étape : « {etape} » est donnée deux fois ; chaque étape une fois au plus.")
    inversions = tuple(
        (apres, avant)
        for position, avant in enumerate(realisees)
        for apres in realisees[position + 1 :]
        if rangs[apres] < rangs[avant]
    )
    manquantes = tuple(etape for etape in rangs if etape not in realisees)
    return OrdreEtapes(manquantes, inversions, not manquantes and not inversions)


def _rows(demarche: str) -> list[dict[str, str]]:
    inputs.one_of("Démarche", demarche, DEMARCHES)
    return [row for row in reference_data.rows("tabac_etapes") if row["demarche"] == demarche]
