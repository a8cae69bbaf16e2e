"""Steps of an educational pathway, as a partial order: every sequence that breaks no constraint is right.

Two orders are given: "parcours" (twelve steps in the practice, a teaching convention [P]) and "has_2007" (four steps).
Source: HAS-INPES, Structuration d'un programme d'éducation thérapeutique, June 2007 [K], wording to be verified.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from types import MappingProxyType

from asalee_training.clinical import inputs, reference_data

#: Above, counting every accepted order would take too long to be worth it.
MAXIMUM = 15


@dataclass(frozen=True)
class Ordre:
    """etapes: name → French title. avant: pairs (a, b) where a comes before b.

    Raises ValueError for a pair that names an unknown step, or for pairs that go round in a circle.
    """

    etapes: Mapping[str, str]
    avant: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        graphe = TopologicalSorter(dict.fromkeys(self.etapes, ()))
        for premiere, suivante in self.avant:
            graphe.add(inputs.one_of("Étape", suivante, self.etapes), inputs.one_of("Étape", premiere, self.etapes))
        try:
            graphe.prepare()
        except CycleError as error:
            raise inputs.refusal(f"Ordre : les étapes {', '.join(error.args[1])} se précèdent en rond.") from None


@dataclass(frozen=True)
class VerificationOrdre:
    """violations: pairs (a, b) given in the wrong order, a having to come first. The rest: names of steps.

    When a step is missing, the steps that it separates must still follow one another.
    """

    violations: tuple[tuple[str, str], ...]
    manquantes: tuple[str, ...]
    en_double: tuple[str, ...]
    inconnues: tuple[str, ...]

    @property
    def juste(self) -> bool:
        return not (self.violations or self.manquantes or self.en_double or self.inconnues)


def ordre(nom: str) -> Ordre:
    """An order by its name, "parcours" or "has_2007". Raises ValueError for another name.

    Source: HAS-INPES, June 2007 [K], to be verified; the twelve steps are a choice of this course [P] (2026).
    """
    table = reference_data.document("etp_etapes")
    trouve = table[inputs.one_of("Ordre", nom, table)]
    return Ordre(MappingProxyType(trouve["etapes"]), tuple((a, b) for a, b in trouve["avant"]))


def verifier_ordre(etapes: Ordre, proposition: Sequence[str]) -> VerificationOrdre:
    """What is wrong in a proposed sequence of steps: nothing when it is one of the accepted orders.

    etapes: an `Ordre`; proposition: names of steps, first to last. A step given twice is read at its first place.
    Raises ValueError when the proposal is not a list of words; an unknown word is a finding, not an error.
    Source: choice of this training course (2026): constraints are counted, no single order is imposed.
    """
    if not isinstance(etapes, Ordre):
        raise inputs.refusal(f"Étapes : {inputs.shown(etapes)} n’est pas un ordre d’étapes.")
    if isinstance(proposition, str) or not isinstance(proposition, Sequence):
        raise inputs.refusal(f"Proposition : {inputs.shown(proposition)} n’est pas une liste d’étapes.")
    for etape in proposition:
        if not isinstance(etape, str):
            raise inputs.refusal(f"Proposition : {inputs.shown(etape)} n’est pas le nom d’une étape.")
    fois = Counter(proposition)  # keeps the order of first places
    place = {etape: rang for rang, etape in enumerate(fois) if etape in etapes.etapes}
    return VerificationOrdre(
        violations=tuple((a, b) for a, b in _pairs(etapes, place) if place[a] > place[b]),
        manquantes=tuple(etape for etape in etapes.etapes if etape not in fois),
        en_double=tuple(etape for etape, nombre in fois.items() if nombre > 1),
        inconnues=tuple(etape for etape in fois if etape not in etapes.etapes),
    )


def _pairs(etapes: Ordre, presentes: Mapping[str, int]) -> list[tuple[str, str]]:
    """The constraints between the steps that are present, through those that are missing; each pair once."""
    pairs: dict[tuple[str, str], None] = {}

    def follow(premiere: str, etape: str) -> None:
        for a, b in etapes.avant:
            if a == etape:
                if b in presentes:
                    pairs[premiere, b] = None
                else:
                    follow(premiere, b)

    for etape in etapes.etapes:
        if etape in presentes:
            follow(etape, etape)
    return list(pairs)


def nombre_ordres(etapes: Ordre) -> int:
    """How many complete sequences an `Ordre` of at most 15 steps accepts. Raises ValueError above 15.

    Source: definition of the linear extensions of a partial order; no value to date.
    """
    if not isinstance(etapes, Ordre):
        raise inputs.refusal(f"Étapes : {inputs.shown(etapes)} n’est pas un ordre d’étapes.")
    inputs.integer("Nombre d’étapes", len(etapes.etapes), 0, MAXIMUM)
    rang = {etape: 1 << position for position, etape in enumerate(etapes.etapes)}
    requises = [sum({rang[a] for a, b in etapes.avant if b == etape}) for etape in etapes.etapes]
    ways = [1] + [0] * ((1 << len(rang)) - 1)  # ways[s]: accepted orders of the steps of the set s
    for done, count in enumerate(ways):
        if count:
            for position, avant in enumerate(requises):
                if not done >> position & 1 and done & avant == avant:
                    ways[done | 1 << position] += count
    return ways[-1]
