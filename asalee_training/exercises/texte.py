"""``texte``: a free text, read by a referent nurse with a rubric. The raw answer is the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from pydantic import Field

from asalee_training.exercises.contract import Key, Mark, Samples, Unreadable
from asalee_training.exercises.contract import Spec as BaseSpec

LONGUEUR_MAX = 20_000


class Spec(BaseSpec):
    """A text that only a person may judge; ``explication`` says what a good text holds."""

    type: Literal["texte"] = Field(description="Un texte libre, lu par une infirmière référente.")
    grille: str = Field(pattern=r"^[a-z0-9_]+$", description="La grille de correction, un fichier de grading/grilles/.")
    mots_conseilles: int = Field(default=120, gt=0, description="La longueur conseillée, en mots.")


def validate(spec: Spec) -> list[str]:
    """Nothing beyond the schema; the existence of the rubric's file is checked by ``authoring``."""
    return []


def public(spec: Spec) -> dict[str, Any]:
    """Return the advised length and the limit."""
    return {"mots_conseilles": spec.mots_conseilles, "longueur_max": LONGUEUR_MAX}


def expected(spec: Spec, patient: Mapping[str, Any]) -> Key:
    """There is no key: a person judges."""
    return Key(None)


def parse(spec: Spec, raw: Any) -> str:
    """Read the text: no NUL, no lone surrogate, at most 20 000 characters, not only spaces."""
    if not isinstance(raw, str):
        raise Unreadable("Écrivez votre texte.")
    if len(raw) > LONGUEUR_MAX:
        raise Unreadable("Votre texte dépasse 20 000 caractères : raccourcissez-le.")
    try:
        raw.encode()
    except UnicodeEncodeError:
        raise Unreadable("Votre texte contient un caractère illisible : recopiez-le.") from None
    text = raw.replace("\x00", "").strip()
    if not text:
        raise Unreadable("Écrivez votre texte.")
    return text


def grade(spec: Spec, key: Key, answer: str) -> Mark:
    """Leave the judgement to the referent: no point, state « a_noter »."""
    retour = "Un texte se juge en le lisant : comparez le vôtre avec ce qui est attendu."
    return Mark(0.0, spec.points, retour, spec.explication, None, "a_noter")


def words(spec: Any, raw: Any, fill: Callable[[str], str]) -> str | None:
    """Return her text, untouched: braces that she typed are not the author's."""
    return raw if isinstance(raw, str) else None


def samples(spec: Spec, key: Key) -> Samples:
    """No text is right or wrong by machine; only unreadable ones can be told."""
    return Samples(
        right=(), wrong=(), unreadable=("", "   ", None, 3, ["a"], "\ud800", "x" * (LONGUEUR_MAX + 1), float("nan"))
    )
