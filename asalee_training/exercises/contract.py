"""What every exercise type is made of: its specification, its key, an answer and a mark.

A type is one module of this package, named like the ``type:`` of the case file, with

- ``Spec``: a frozen pydantic model, the keys that an author writes;
- ``validate(spec) -> list[str]``: French sentences for the author, ``[]`` if fine;
- ``public(spec) -> dict``: what a trainee's machine may hold (no key, no explanation);
- ``expected(spec, patient) -> Key``: written in the file, or computed by ``clinical`` for this patient;
- ``parse(spec, raw) -> Any``: raises ``Unreadable``; malformed is not wrong;
- ``grade(spec, key, answer) -> Mark``: total, never raises;
- ``words(spec, raw, fill) -> str | None``: a raw answer as the trainee saw it, from the public half of the spec;
  ``None`` when it cannot be written. ``fill`` puts the patient's values into the author's texts;
- ``samples(spec, key) -> Samples``: right answers in all their ways of writing, named wrong ones, unreadable ones.

A type on which one acts (an examination, a recording) has one more:

- ``recording(spec, patient) -> dict``: what its instrument plays for this patient. It goes to her machine: replies and
  curves, no threshold, no name of a fault, nothing that is asked.

The proof of a grader (``authoring.preuve``) knows no type. What is particular to one, it asks for here:

- ``samples``, above: from the key alone, so that patients with the same key are tried once. Every ``Mutant`` must lose
  points; it has a French name, the same for all patients, by which the proof counts it over the 32;
- ``confusions(spec, key, patient) -> Iterator[Mutant]`` (optional): the classic errors worked out for this very patient:
  the other foot, the other sex, % of predicted for LLN. One that comes to the right answer is counted as equivalent;
- ``guesses(spec) -> dict[str, tuple[raw, ...]]`` (optional): what somebody who reads nothing answers, from the public
  half alone; a strategy is a French name and equally likely answers. Without it, guessing earns nothing that is counted.

Everything here is frozen and JSON-able, so that a key can be hashed and a mark can be stored.
"""

from __future__ import annotations

import hashlib
import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

Gravite = Literal["dangereux", "hors_champ"]
Etat = Literal["juste", "partiel", "faux", "illisible", "vide", "a_noter"]

#: Names of the strategies of ``guesses``. A type without one of them is answered at random.
HASARD, TOUT = "Au hasard", "Tout cocher"
PREMIER, DERNIER, PLUS_LONG = "Toujours la première réponse", "Toujours la dernière réponse", "Toujours la plus longue"


class Unreadable(ValueError):
    """The answer cannot be read. The message is the French sentence shown to the trainee."""


class Strict(BaseModel):
    """A frozen model that refuses unknown keys: a misspelt key must never be silently ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Attendu(Strict):
    """The expected answer: written down (``valeur``), or computed for each patient (``calcul``).

    ``temoin`` is what the author worked out by hand for the case's ``patient_temoin``: double entry.
    """

    valeur: Any = Field(default=None, description="La bonne réponse, la même pour tous les patients.")
    calcul: str | None = Field(default=None, description="Le nom d’un calcul clinique, refait pour chaque patient.")
    temoin: Any = Field(default=None, description="Le résultat calculé à la main pour le patient témoin.")


class Suppose(Strict):
    """What must be true of every patient for an answer written once and for all to stay right."""

    calcul: str = Field(description="Le nom du calcul que la réponse écrite suppose.")
    parmi: tuple[Any, ...] = Field(
        default=(), strict=False, description="Les valeurs pour lesquelles la réponse reste juste."
    )
    entre: tuple[float, float] | None = Field(
        default=None, strict=False, description="Ou les deux bornes, comprises, d’un nombre."
    )


class Spec(Strict):
    """Keys common to all exercise types."""

    type: str = Field(description="Le type d’exercice.")
    points: float = Field(gt=0, le=20, description="Les points que vaut l’exercice.")
    explication: str = Field(min_length=10, description="La règle à retenir, montrée avec la correction.")
    aide: str = Field(default="", description="Une précision affichée sous la question.")
    themes: tuple[str, ...] = Field(
        default=(), strict=False, description="Les thèmes du module dont parle cette question."
    )
    banque: bool = Field(
        default=False,
        description="true : la question se comprend sans l’histoire, et peut revenir dans un test ou une révision.",
    )
    suppose: tuple[Suppose, ...] = Field(
        default=(),
        strict=False,
        description="Ce que la réponse écrite suppose de la patiente ; la preuve l’exige des trente-deux.",
    )


#: Of a field that a text must fill before it is proposed, and that a version published before this rule may lack.
A_REMPLIR: dict[str, Any] = {"minItems": 1}


def obligatoire(info: FieldInfo) -> bool:
    """Must an author write this key?"""
    return info.is_required() or info.json_schema_extra == A_REMPLIR


@dataclass(frozen=True)
class Key:
    """The right answer for one patient: JSON values only, so that it can be stamped.

    ``attendu`` is the expected value; ``erreurs`` the value of each foreseen error, in the order of the file.
    """

    attendu: Any
    erreurs: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Etape:
    """One line of what she did: what was done, what was expected, whether it was right, and why it matters.

    ``juste`` is None for what is shown and never judged, like a sentence of her own. ``gravite``: this very line is the
    one that no other point buys back.
    """

    fait: str
    attendu: str
    juste: bool | None
    pourquoi: str = ""
    gravite: Gravite | None = None


@dataclass(frozen=True)
class Mark:
    """The judgement of one answer: ``points`` out of ``sur``, why (``retour``), what to remember (``suite``).

    ``etapes``: gesture by gesture, where the answer is something done and not only something concluded; shown in this
    order.
    """

    points: float
    sur: float
    retour: str
    suite: str = ""
    gravite: Gravite | None = None
    etat: Etat = "faux"
    etapes: tuple[Etape, ...] = ()


@dataclass(frozen=True)
class Mutant:
    """A wrong answer that somebody would really give: it must lose points.

    ``nom``: what she did wrong, in French, the same for all patients. ``critique``: no case is published where it earns
    everything for even one patient; any other mutant, where it does so for more than half of those it is wrong for.
    ``retour``: the reason that the file declares for this very error, which the mark must then give; "" when it declares
    none. ``gravite``: what the mark must carry. ``ou``: words by which to find the line of the file that is at fault.
    """

    nom: str
    raw: Any
    critique: bool = True
    retour: str = ""
    gravite: Gravite | None = None
    ou: str = ""


@dataclass(frozen=True)
class Samples:
    """Raw answers that the proof and the tests try: all right ways of writing, mutants, and junk."""

    right: tuple[Any, ...]
    wrong: tuple[Mutant, ...] = ()
    unreadable: tuple[Any, ...] = field(default=(float("nan"), {"x": 1}, 3.5, True))


def graded(
    points: float,
    sur: float,
    retour: str,
    suite: str,
    gravite: Gravite | None = None,
    etapes: tuple[Etape, ...] = (),
) -> Mark:
    """Build a mark whose ``etat`` follows its points; points are clamped to ``[0, sur]``, NaN is zero."""
    points = 0.0 if math.isnan(points) else min(max(float(points), 0.0), sur)
    etat: Etat = "juste" if points == sur and gravite is None else "partiel" if points > 0 else "faux"
    # Rounding may go above an odd maximum; adding 0.0 turns -0.0 into 0.0.
    return Mark(min(round(points, 4), sur) + 0.0, sur, retour, suite, gravite, etat, etapes)


@lru_cache(maxsize=4096)  # asked for every option of every copy
def option_id(texte: str) -> str:
    """Identify an option by its text, so that reordering options never changes what an answer means."""
    return hashlib.sha256(plain(texte).encode()).hexdigest()[:8]


def plain(texte: str) -> str:
    """Normalise accents (NFC), width and spaces: two ways of typing the same French are one text."""
    return " ".join(unicodedata.normalize("NFKC", texte).split())


def frozen_json(value: Any) -> Any:
    """Turn pydantic and tuple values into plain JSON values."""
    if isinstance(value, BaseModel):
        return frozen_json(value.model_dump())
    if isinstance(value, Mapping):
        return {str(k): frozen_json(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [frozen_json(v) for v in value]
    return value
