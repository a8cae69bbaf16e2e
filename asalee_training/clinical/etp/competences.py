"""Competences of the patient: self-care ("autosoins"), safety ("securite"), adaptation ("adaptation").

Safety is the part of self-care that protects life: it always comes first when priorities are negotiated.
Source: HAS-INPES, Structuration d'un programme d'éducation thérapeutique, June 2007. [K] The wording is from
memory, to be verified; which statement belongs to which class is a choice of this training course.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from asalee_training.clinical import inputs, reference_data


@dataclass(frozen=True)
class Tri:
    """A trainee's sorting against the reference.

    `justes` of `total` statements are well placed. `mal_classees`: (statement, class given, class expected), in
    the order given. `securite_manquees`: safety statements placed elsewhere, the mistake that matters most.
    """

    justes: int
    total: int
    mal_classees: tuple[tuple[str, str, str], ...]

    @property
    def securite_manquees(self) -> tuple[str, ...]:
        return tuple(competence for competence, _, attendue in self.mal_classees if attendue == "securite")


@cache
def competences() -> Mapping[str, str]:
    """The statements of the card-sorting exercise and their class, in the order of the cards.

    Source: choice of this training course, after HAS-INPES (June 2007; to be verified).
    """
    return MappingProxyType({row["competence"]: row["classe"] for row in reference_data.rows("etp_competences")})


def definitions(liste: str = "classes") -> dict[str, str]:
    """What each word of a list means, in French, safe to show to a trainee.

    liste: "classes" (of the patient's competences) or "familles" (T, RP, O: the carer's legal families).
    Raises ValueError for another word.
    Source: HAS-INPES, June 2007 [K], to be verified; Code de la santé publique, art. R.1161-2 (31 May 2013).
    """
    cadre = reference_data.document("etp_cadre")
    return dict(cadre[inputs.one_of("Liste", liste, cadre)]["definitions"])


def classe(competence: str) -> str:
    """Class of one statement: "autosoins", "securite" or "adaptation".

    competence: a statement of `competences`, as it is written. Raises ValueError otherwise, with the nearest one.
    Source: choice of this training course, after HAS-INPES (June 2007; to be verified).
    """
    liste = competences()
    if isinstance(competence, str) and competence in liste:
        return liste[competence]
    raise inputs.refusal(  # not `one_of`: naming twenty-four sentences would hide the nearest
        f"Compétence : {inputs.shown(competence)} n’est pas connue. {inputs.nearest(competence, liste)}"
        f"Une des {len(liste)} compétences de la liste est attendue."
    )


def verifier_tri(tri: Mapping[str, str]) -> Tri:
    """Compare a trainee's sorting with the reference.

    tri: statement → class ("autosoins", "securite" or "adaptation"); part of the cards is accepted, none is not.
    Raises ValueError for an empty sorting, an unknown statement or an unknown class.
    Source: choice of this training course, after HAS-INPES (June 2007; to be verified).
    """
    if not isinstance(tri, Mapping) or not tri:
        raise inputs.refusal(
            f"Tri : {inputs.shown(tri)} ne classe aucune compétence ; au moins une compétence et sa classe sont attendues."
        )
    classes = definitions("classes")
    attendues = {competence: classe(competence) for competence in tri}
    for donnee in tri.values():
        inputs.one_of("Classe", donnee, classes)
    mal_classees = tuple(
        (competence, donnee, attendues[competence])
        for competence, donnee in tri.items()
        if donnee != attendues[competence]
    )
    return Tri(len(tri) - len(mal_classees), len(tri), mal_classees)
