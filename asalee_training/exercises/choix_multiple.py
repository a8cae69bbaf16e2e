"""``choix_multiple``: several options among several. The raw answer is a list of option identifiers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from pydantic import Field

from asalee_training.exercises.choix import Option, chosen_texts, duplicate_texts
from asalee_training.exercises.contract import Key, Mark, Samples, Unreadable, graded
from asalee_training.exercises.contract import Spec as BaseSpec


class Spec(BaseSpec):
    """Several right options; each wrong tick takes away what a right one gives."""

    type: Literal["choix_multiple"] = Field(description="Une ou plusieurs réponses parmi plusieurs.")
    choix: tuple[Option, ...] = Field(min_length=2, strict=False, description="Les réponses proposées.")


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
    """Return the options without their reasons or gravity."""
    return {"choix": [{"id": o.id, "texte": o.texte} for o in spec.choix]}


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


def grade(spec: Spec, key: Key, answer: tuple[str, ...]) -> Mark:
    """Score (right ticks - wrong ticks) / number of right options, never below zero.

    The reasons of the options wrongly ticked or forgotten are given in the order of the file.
    """
    right, ticked = set(key.attendu), set(answer)
    ratio = (len(right & ticked) - len(ticked - right)) / len(right)
    wrong = [o for o in spec.choix if o.id in ticked - right]
    forgotten = [o for o in spec.choix if o.id in right - ticked]
    gravites = [o.gravite for o in wrong if o.gravite]
    lines = [f"À ne pas cocher : « {o.texte.rstrip('.')} ». {o.retour}" for o in wrong]
    lines += [f"Oublié : « {o.texte.rstrip('.')} ». {o.retour}" for o in forgotten]
    retour = "\n\n".join(lines) or "Toutes les bonnes réponses, et elles seules."
    gravite = "dangereux" if "dangereux" in gravites else gravites[0] if gravites else None
    return graded(ratio * spec.points, spec.points, retour, spec.explication, gravite)


def words(spec: Any, raw: Any, fill: Callable[[str], str]) -> str | None:
    """Return the texts of the options."""
    return chosen_texts(spec, raw, fill)


def samples(spec: Spec, key: Key) -> Samples:
    """The right set in both orders; everything ticked, one missing, one more, the first alone."""
    ids = [o.id for o in spec.choix]
    right = list(key.attendu)
    extra = [i for i in ids if i not in right]
    wrong = [ids, right + extra[:1], *([i] for i in extra)]
    if len(right) > 1:
        wrong.append(right[1:])
    return Samples(
        right=(right, right[::-1]),
        wrong=tuple(wrong),
        unreadable=([], None, "x", [1], right * 2, ["zzzzzzzz"], {"a": 1}, float("nan")),
    )
