"""``nombre``: a number with its unit. The raw answer is ``{"texte": "58,9", "unite": "%"}``."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from pydantic import Field

from asalee_training.exercises import calculs, nombre_exemples
from asalee_training.exercises.choix import check_attendu
from asalee_training.exercises.contract import (
    A_REMPLIR,
    HASARD,
    Gravite,
    Key,
    Mark,
    Mutant,
    Samples,
    Strict,
    Unreadable,
    graded,
)
from asalee_training.exercises.contract import Attendu as BaseAttendu
from asalee_training.exercises.contract import Spec as BaseSpec

READ_ME = "Écrivez un nombre, par exemple 58,9."
_NUMBER = re.compile(r"[+-]?\d{1,12}(?:[.,]\d{1,12})?")
#: In a key, in place of a value: the number of one admissible unit, written under another.
AUTRE_UNITE = "autre_unite"
# Without a unit on offer, a slip by one of these factors is a lost comma or a wrong unit (g for mg, L for mL).
_FACTORS = (10, 100, 1000, 0.1, 0.01, 0.001)


class Attendu(BaseAttendu):
    """A number, and how far from it an answer may be."""

    tolerance: float = Field(gt=0, description="L’écart accepté, dans l’unité de la réponse.")


class Si(Strict):
    """When a foreseen error applies: a fixed value, a computation, or the number of another admissible unit."""

    calcul: str | None = Field(default=None, description="Le calcul qui donne la valeur fausse attendue.")
    valeur: float | None = Field(default=None, strict=False, description="La valeur fausse attendue.")
    autre_unite: bool = Field(
        default=False, description="true : le nombre d’une des unités admises, écrit sous une autre."
    )


class Erreur(Strict):
    """A foreseen error with its own feedback."""

    si: Si = Field(description="La valeur fausse que vous avez prévue.")
    retour: str = Field(min_length=1, description="Ce que vous dites à qui fait cette erreur.")
    gravite: Gravite | None = Field(default=None, description="dangereux ou hors_champ.")


class Spec(BaseSpec):
    """A number to compute or read."""

    type: Literal["nombre"] = Field(description="Un nombre, avec son unité.")
    unite: str = Field(description='L’unité de la bonne réponse ; "" si le nombre n’en a pas.')
    unites: tuple[str, ...] = Field(default=(), strict=False, description="Les unités entre lesquelles choisir.")
    grandeur: str = Field(
        default="",
        description="La grandeur mesurée : avec elle, chacune des « unites: » est juste, avec son nombre.",
    )
    decimales: int = Field(default=1, ge=0, le=3, description="Les décimales montrées dans la correction.")
    attendu: Attendu = Field(description="La bonne réponse.")
    erreurs: tuple[Erreur, ...] = Field(
        default=(), strict=False, description="Les erreurs prévues, une au moins.", json_schema_extra=A_REMPLIR
    )


def validate(spec: Spec) -> list[str]:
    """Check the units on offer and the foreseen errors."""
    problems = check_attendu(spec.attendu)
    if spec.unites and (spec.unite not in spec.unites or len(set(spec.unites)) != len(spec.unites)):
        problems.append("« unites: » doit contenir « unite: », et chaque unité une seule fois.")
    problems += _check_grandeur(spec)
    if spec.attendu.calcul is None and not _is_number(spec.attendu.valeur):
        problems.append("« valeur: » doit être un nombre.")
    if spec.attendu.temoin is not None and not _is_number(spec.attendu.temoin):
        problems.append("« temoin: » doit être un nombre.")
    for erreur in spec.erreurs:
        if [erreur.si.calcul is not None, erreur.si.valeur is not None, erreur.si.autre_unite].count(True) != 1:
            problems.append("chaque erreur prévue porte « si: {calcul: …} » ou « si: {valeur: …} ».")
    return problems


def _check_grandeur(spec: Spec) -> Iterator[str]:
    """Several units are right only where the table of units converts them, and where mixing them up is foreseen."""
    from asalee_training.clinical import unites

    foreseen = any(erreur.si.autre_unite for erreur in spec.erreurs)
    if not spec.grandeur:
        if foreseen:
            yield "« si: {autre_unite: true} » demande « grandeur: » et plusieurs « unites: »."
        return
    known = unites.grandeurs()
    if spec.grandeur not in known:
        yield f"la grandeur « {spec.grandeur} » n’existe pas. Choisissez : {', '.join(sorted(known))}."
        return
    if len(spec.unites) < 2 or not set(spec.unites) <= set(known[spec.grandeur]):
        yield f"avec « grandeur: {spec.grandeur} », écrivez au moins deux « unites: » parmi : {', '.join(known[spec.grandeur])}."
    elif not foreseen:
        yield (
            "plusieurs unités conviennent : prévoyez « si: {autre_unite: true} » sous « erreurs: », pour qui écrit le nombre de "
            "l’une sous l’autre."
        )


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def public(spec: Spec) -> dict[str, Any]:
    """Return the units on offer; when there is one only, it is shown beside the field."""
    return {"unites": list(spec.unites) or [spec.unite]}


def expected(spec: Spec, patient: Mapping[str, Any]) -> Key:
    """Return the number and the values of the foreseen errors, as floats in ``spec.unite``; or ``AUTRE_UNITE``."""
    attendu = spec.attendu
    value = calculs.compute(attendu.calcul, patient) if attendu.calcul else attendu.valeur

    def wrong(si: Si) -> float | str:
        return AUTRE_UNITE if si.autre_unite else float(calculs.compute(si.calcul, patient) if si.calcul else si.valeur)

    return Key(float(value), tuple(wrong(erreur.si) for erreur in spec.erreurs))


def grandeurs() -> dict[str, str]:
    """The quantities that are reported in several units, each with its French name."""
    from asalee_training.clinical import unites

    return {grandeur: unites.nom(grandeur) for grandeur, known in unites.grandeurs().items() if len(known) > 1}


def admises(spec: Spec) -> tuple[str, ...]:
    """The units in which a right answer may be given."""
    return spec.unites if spec.grandeur else (spec.unite,)


def convertir(spec: Spec, value: float, de: str, vers: str) -> float | None:
    """A value of ``spec.grandeur`` in another unit; None where nobody has such a value in the first one."""
    from asalee_training.clinical import unites

    if de == vers:
        return value
    try:
        return unites.convertir(value, spec.grandeur, de, vers)
    except ValueError:
        return None


def parse(spec: Spec, raw: Any) -> tuple[float, str]:
    """Read « 58,9 », « 58.9 », « 1 250 », full-width digits, U+2212; the unit may be written after the number."""
    if not isinstance(raw, Mapping) or not isinstance(raw.get("texte"), str) or len(raw["texte"]) > 40:
        raise Unreadable(READ_ME)
    texte = unicodedata.normalize("NFKC", raw["texte"]).replace("\u2212", "-").strip()
    unites = spec.unites or (spec.unite,)
    unite = raw.get("unite", unites[0] if len(unites) == 1 else None)
    for candidate in sorted(filter(None, unites), key=len, reverse=True):
        ending = unicodedata.normalize("NFKC", candidate)  # as the answer was: « m² » is « m2 » there
        if texte.casefold().endswith(ending.casefold()):
            if len(unites) > 1 and unite is not None and unite != candidate:
                raise Unreadable(f"Vous avez écrit « {candidate} » et choisi « {unite} » : gardez une seule unité.")
            texte, unite = texte[: -len(ending)].strip(), candidate
            break
    texte = re.sub(r"(?<=\d)[\s\u202f\u00a0](?=\d{3}(?:\D|$))", "", texte)
    if not _NUMBER.fullmatch(texte):
        raise Unreadable(READ_ME)
    if unite not in unites:
        raise Unreadable("Choisissez l’unité.")
    return float(texte.replace(",", ".")), unite


def grade(spec: Spec, key: Key, answer: tuple[float, str]) -> Mark:
    """Compare within the tolerance; name the error when it is a foreseen one, a unit, or a power of ten."""
    written, unite = answer
    close = _close_to(spec.attendu.tolerance)
    value: float | None = written
    if spec.grandeur:
        value = convertir(spec, written, unite, spec.unite)
    elif unite != spec.unite:
        same = " Le nombre, lui, convient." if close(value, key.attendu) else ""
        return graded(
            0, spec.points, f"L’unité n’est pas la bonne : il fallait « {spec.unite} ».{same}", spec.explication
        )
    if close(value, key.attendu):
        return graded(spec.points, spec.points, "C’est la bonne valeur.", spec.explication)
    for erreur, wrong in zip(spec.erreurs, key.erreurs, strict=True):
        if _mixed_up(spec, key, written) if wrong == AUTRE_UNITE else close(value, wrong):
            return graded(0, spec.points, erreur.retour, spec.explication, erreur.gravite)
    for factor in _FACTORS:
        if value is not None and close(value / factor, key.attendu) and key.attendu:
            retour = "Vous êtes à un facteur dix, cent ou mille de la bonne valeur : vérifiez la virgule et l’unité."
            return graded(0, spec.points, retour, spec.explication)
    return graded(0, spec.points, "Ce n’est pas la valeur attendue.", spec.explication)


def _close_to(tolerance: float) -> Callable[[float | None, float], bool]:
    # The tiny term forgives binary rounding (58.9 - 57.9 > 1.0 in floats) and nothing a person could write.
    return lambda a, b: a is not None and abs(a - b) <= tolerance + 1e-9


def _mixed_up(spec: Spec, key: Key, written: float) -> bool:
    """Would this number be right under another of the admissible units?"""
    close = _close_to(spec.attendu.tolerance)
    return any(close(convertir(spec, written, unite, spec.unite), key.attendu) for unite in spec.unites)


def words(spec: Any, raw: Any, fill: Callable[[str], str]) -> str | None:
    """Return « 58,9 % » as she typed it."""
    if not isinstance(raw, Mapping) or not isinstance(raw.get("texte"), str):
        return None
    unite = raw.get("unite")
    return " ".join(part for part in (raw["texte"], unite if isinstance(unite, str) else "") if part)


def samples(spec: Spec, key: Key) -> Samples:
    """All ways of writing the right number; off by a little more than the tolerance, foreseen errors, lost comma, units."""
    return nombre_exemples.samples(spec, key, convertir)


def confusions(spec: Spec, key: Key, patient: Mapping[str, Any]) -> Iterator[Mutant]:
    """The other foot, the other sex, % of predicted: what they give for this patient."""
    return nombre_exemples.confusions(spec, key, patient)


def guesses(spec: Spec) -> dict[str, tuple[Any, ...]]:
    """Somebody who reads nothing writes 0."""
    return {HASARD: ({"texte": "0", "unite": spec.unite},)}
