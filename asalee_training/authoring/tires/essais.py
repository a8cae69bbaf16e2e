"""The laws of a « patient: » tried: what is wrong with them, field by field, and who comes out.

The seeds are public and never those of a course: what is shown here says nothing of the 32 patients of a case.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from asalee_training.authoring.tires import mots
from asalee_training.content.lot import PATIENTS
from asalee_training.simulation import patient as simulated
from asalee_training.simulation.champs import CHAMPS, PROFILS

EXEMPLES = 10
_HEAD = re.compile(r"(?:(dossier), )?(\w+)(?:, profil)?\u202f:")
_UNKNOWN = re.compile(r"«\u00a0(.+?)\u00a0» n’est pas un champ du patient")


@dataclass(frozen=True)
class Probleme:
    """What is wrong, in a sentence a nurse reads, and the law that it is about: a path of keys, () for all of them."""

    chemin: tuple[str, ...]
    phrase: str


def graine(rang: int) -> bytes:
    """The public seed of an example."""
    return f"exemple {rang}".encode()


def exemples(lois: Mapping[str, Any], combien: int = EXEMPLES) -> list[dict[str, Any]]:
    """The first patients of these laws, as JSON values; the same at each call, of 0 to 32.

    Raises ``ValueError`` when one cannot be drawn: `problemes` then says why.
    """
    written = json.dumps(lois)
    return [_exemple(written, rang) for rang in range(min(combien, PATIENTS))]


@lru_cache(maxsize=16 * PATIENTS)
def _exemple(written: str, rang: int) -> dict[str, Any]:
    return simulated.draw(json.loads(written), graine(rang))


def profils(lois: Mapping[str, Any], rang: int) -> dict[str, str]:
    """The profile drawn for an example, by set of fields."""
    return simulated.drawn_profiles(lois, graine(rang))


def problemes(lois: Mapping[str, Any]) -> list[Probleme]:
    """Everything that `check` finds; [] when 32 patients can be drawn from these laws."""
    phrases = simulated.check(lois)
    if not phrases:
        try:
            exemples(lois, PATIENTS)
        except ValueError as error:
            phrases = [str(error)]
    return [Probleme(_chemin(phrase, lois), mots.humaine(phrase)) for phrase in phrases]


def _chemin(phrase: str, lois: Mapping[str, Any]) -> tuple[str, ...]:
    """The law that a sentence of `check` begins with."""
    if unknown := _UNKNOWN.match(phrase):
        return (unknown[1],) if unknown[1] in lois else ()
    if not (head := _HEAD.match(phrase)):
        return ()
    dossier, nom = head.groups()
    if dossier and nom == "profil":
        return ("dossier",)
    inside = lois.get("dossier") if isinstance(lois, Mapping) else None
    if dossier or (nom not in lois and isinstance(inside, Mapping) and nom in inside):
        return ("dossier", nom)
    if nom in lois:
        return (nom,)
    given_by = CHAMPS[nom].profil if nom in CHAMPS else ""  # two fields that a profile and the author made disagree
    return (given_by,) if given_by in lois and given_by in PROFILS else ()
