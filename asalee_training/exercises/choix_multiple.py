"""``choix_multiple``: several options among several. The raw answer is a list of option identifiers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from random import Random
from typing import Any, Literal

from pydantic import Field

from asalee_training.exercises.choix import ORDRE, Option, Ordre, by_place, chosen_texts, duplicate_texts, mutant, shown
from asalee_training.exercises.contract import (
    HASARD,
    PLUS_LONG,
    TOUT,
    Key,
    Mark,
    Mutant,
    Samples,
    Unreadable,
    graded,
)
from asalee_training.exercises.contract import Spec as BaseSpec

#: Up to how many boxes every set of ticks is tried.
TOUTES = 8


class Spec(BaseSpec):
    """Several right options; each wrong tick takes away what a right one gives."""

    type: Literal["choix_multiple"] = Field(description="Une ou plusieurs réponses parmi plusieurs.")
    choix: tuple[Option, ...] = Field(min_length=2, strict=False, description="Les réponses proposées.")
    ordre: Ordre = ORDRE


def validate(spec: Spec) -> list[str]:
    """Check that ticking everything is never right and that no grave option is rewarded."""
    problems = duplicate_texts(spec.choix)
    right = sum(o.juste for o in spec.choix)
    if not 0 < right < len(spec.choix):
        problems.append("il faut au moins une réponse « juste: true » et au moins une fausse.")
    for option in spec.choix:
        if option.points or option.valeur is not None:
            problems.append(f"« {option.texte} » : « points: » et « valeur: » ne servent pas dans un choix_multiple.")
        if option.gravite and option.juste:
            problems.append(f"« {option.texte} » est à la fois grave et juste : choisissez.")
    return problems


def public(spec: Spec) -> dict[str, Any]:
    """Return the options without their reasons or gravity, in an order that tells nothing."""
    return shown(spec.choix, spec.ordre == "melange")


def expected(spec: Spec, patient: Mapping[str, Any]) -> Key:
    """Return the sorted identifiers of the right options."""
    return Key(sorted(o.id for o in spec.choix if o.juste))


def parse(spec: Spec, raw: Any) -> tuple[str, ...]:
    """Read a list of distinct option identifiers, at least one."""
    known = {o.id for o in spec.choix}
    if not isinstance(raw, list) or not raw or len(raw) > len(known):
        raise Unreadable("Cochez au moins une des réponses proposées.")
    if any(not isinstance(x, str) or x not in known for x in raw) or len(set(raw)) != len(raw):
        raise Unreadable("Cochez les réponses parmi celles qui sont proposées.")
    return tuple(sorted(raw))


def _cited(texte: str) -> str:
    """Put an option between guillemets, unless it is words that bear their own."""
    return texte if texte.startswith("«") and texte.endswith("»") else f"« {texte.rstrip('.')} »"


def grade(spec: Spec, key: Key, answer: tuple[str, ...]) -> Mark:
    """Score (right ticks - wrong ticks) / number of right options, never below zero.

    The reasons of the options wrongly ticked or forgotten are given in the order of the file.
    """
    right, ticked = set(key.attendu), set(answer)
    ratio = (len(right & ticked) - len(ticked - right)) / len(right)
    wrong = [o for o in spec.choix if o.id in ticked - right]
    forgotten = [o for o in spec.choix if o.id in right - ticked]
    gravites = [o.gravite for o in wrong if o.gravite]
    lines = [f"À ne pas cocher : {_cited(o.texte)}. {o.retour}" for o in wrong]
    lines += [f"Oublié : {_cited(o.texte)}. {o.retour}" for o in forgotten]
    retour = "\n\n".join(lines) or "Toutes les bonnes réponses, et elles seules."
    gravite = "dangereux" if "dangereux" in gravites else gravites[0] if gravites else None
    return graded(ratio * spec.points, spec.points, retour, spec.explication, gravite)


def words(spec: Any, raw: Any, fill: Callable[[str], str]) -> str | None:
    """Return the texts of the options."""
    return chosen_texts(spec, raw, fill)


def samples(spec: Spec, key: Key) -> Samples:
    """The right set in both orders; each wrong option added or alone, each right one left out, the first, everything."""
    options = {o.id: o for o in spec.choix}
    ids, right = list(options), list(key.attendu)
    extra = [o for o in spec.choix if o.id not in right]
    wrong = [Mutant("Tout cocher", ids, ou="choix")]
    wrong += [mutant(o, [*right, o.id], f"En trop : « {o.texte} »") for o in extra]
    wrong += [mutant(o, [o.id], f"Seule cochée : « {o.texte} »") for o in extra]
    if len(right) > 1:
        wrong += [mutant(options[i], [j for j in right if j != i], f"Oubliée : « {options[i].texte} »") for i in right]
        wrong.append(Mutant("La première bonne réponse seule", right[:1], ou="choix"))
    return Samples(
        right=(right, right[::-1]),
        wrong=tuple(wrong),
        unreadable=([], None, "x", [1], right * 2, ["zzzzzzzz"], {"a": 1}, float("nan")),
    )


def guesses(spec: Spec) -> dict[str, tuple[Any, ...]]:
    """Any ticks; everything; the first, the last, the longest to read."""
    page = public(spec)
    ids = [o["id"] for o in page["choix"]]
    longest = max(spec.choix, key=lambda o: len(o.texte)).id
    ways = by_place(page, ([ids[0]],), ([ids[-1]],))
    return {HASARD: any_ticks(ids), TOUT: (ids,), PLUS_LONG: ([longest],), **ways}


def any_ticks(ids: Sequence[str]) -> tuple[list[str], ...]:
    """Every set of ticks but the empty one, up to eight boxes; beyond, as many drawn ones, always the same."""
    if len(ids) <= TOUTES:
        return tuple(list(some) for n in range(1, len(ids) + 1) for some in combinations(ids, n))
    luck = Random(len(ids))  # noqa: S311 (a guesser, not a secret)
    drawn = ([i for i in ids if luck.random() < 0.5] for _ in range(2**TOUTES))
    return tuple(some for some in drawn if some)
