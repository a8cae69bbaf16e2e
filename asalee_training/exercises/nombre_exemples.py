"""Answers to a ``nombre``: every way of writing the right one, and the wrong ones that people write."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from asalee_training.exercises import calculs
from asalee_training.exercises.calculs.confusions import confusions as wrong_turns
from asalee_training.exercises.contract import Key, Mutant, Samples

Convertir = Callable[[Any, float, str, str], float | None]
#: The same quantity in the unit beside: what the number is multiplied by.
VOISINES: Mapping[str, Mapping[str, float]] = {
    "g/L": {"mg/dL": 100, "mg/L": 1000},
    "mg/dL": {"g/L": 0.01, "mg/L": 10},
    "mg/L": {"mg/dL": 0.1, "g/L": 0.001},
    "µmol/L": {"mmol/L": 0.001},
    "mmol/L": {"µmol/L": 1000},
    "mmHg": {"cmHg": 0.1},
    "L": {"mL": 1000},
    "mL": {"L": 0.001},
    "m": {"cm": 100},
    "cm": {"m": 0.01, "mm": 10},
    "mm": {"cm": 0.1},
    "kg": {"g": 1000},
    "%": {"fraction sans %": 0.01},
}
UNREADABLE = ("", "abc", "nan", "inf", "1e309", "--5", "5,8,9", "½ L", "9" * 41)


def written(value: float, decimales: int) -> str:
    """Write a number as a French reader does: decimal comma, no grouping."""
    return f"{value:.{decimales}f}".replace(".", ",")


def digits(spec: Any, value: float, tolerance: float = 0.0) -> int:
    """Decimals with which a trainee writes: a rounded value is a right answer only where it stays within the tolerance.

    ``tolerance``: the exercise's, where it is not given in another unit.
    """
    room = tolerance or spec.attendu.tolerance
    return next(d for d in range(spec.decimales, 13) if abs(round(value, d) - value) <= room)


@dataclass(frozen=True)
class Ecriture:
    """The right number in one of the units in which it may be given."""

    unite: str
    valeur: float
    tolerance: float

    def given(self, number: float, decimales: int) -> dict[str, Any]:
        """A raw answer in this unit."""
        return {"texte": written(number, decimales), "unite": self.unite}


def ecritures(spec: Any, key: Key, convertir: Convertir) -> tuple[Ecriture, ...]:
    """The right number in each admissible unit, that of the file first; a conversion keeps differences in proportion."""
    first, tolerance = Ecriture(spec.unite, key.attendu, spec.attendu.tolerance), spec.attendu.tolerance
    others = []
    for unite in spec.unites if spec.grandeur else ():
        here, beside = (convertir(spec, v, spec.unite, unite) for v in (key.attendu, key.attendu + tolerance))
        if unite != spec.unite and here is not None and beside is not None:
            others.append(Ecriture(unite, here, beside - here))
    return first, *others


def samples(spec: Any, key: Key, convertir: Convertir) -> Samples:
    """All ways of writing the right number, in each admissible unit, up to the edges of the tolerance; what falls just
    outside; slips of writing; one unit's number under another. ``convertir``: the type's own, ``nombre.convertir``."""
    ways = ecritures(spec, key, convertir)
    return Samples(
        right=tuple(raw for way in ways for raw in _right(spec, way)),
        wrong=(*_wrong(spec, key), *_under_other_units(spec, key, ways, convertir)),
        unreadable=(
            *({"texte": t, "unite": spec.unite} for t in UNREADABLE),
            *(None, 58.9, "58,9", [], {"texte": 3}),
        ),
    )


def _right(spec: Any, way: Ecriture) -> Iterator[dict[str, Any]]:
    value, unite = way.valeur, way.unite
    comma = written(value, digits(spec, value, way.tolerance))
    texts = [comma, comma.replace(",", "."), f" {comma} ", f"{comma}\u00a0"]
    # An exact whole number may be written with a useless decimal, and one with decimals with one more.
    texts.append(f"{comma}0" if "," in comma else f"{comma},0")
    if value < 0:
        texts.append(comma.replace("-", "\u2212"))
    if abs(value) >= 1000:
        whole, _, rest = comma.partition(",")
        texts += [f"{whole[:-3]}{space}{whole[-3:]}{',' if rest else ''}{rest}" for space in " \u00a0\u202f"]
    if unite:
        decomposed = unicodedata.normalize("NFD", unite)
        ways = dict.fromkeys((unite, decomposed, unite.lower(), unite.replace("µ", "\u03bc")))
        texts += [f"{comma}{space}{unit}" for unit in ways for space in ("", " ", "\u00a0", "\u202f")]
    inside = way.tolerance * 0.999
    texts += [written(value + inside, 9), written(value - inside, 9)]
    for text in dict.fromkeys(texts):
        yield {"texte": text, "unite": unite}
    if len(spec.unites) < 2:
        yield {"texte": comma}


def _wrong(spec: Any, key: Key) -> Iterator[Mutant]:
    value, tolerance = key.attendu, spec.attendu.tolerance

    def given(number: float, decimales: int | None = None) -> dict[str, Any]:
        return {"texte": written(number, digits(spec, number) if decimales is None else decimales), "unite": spec.unite}

    yield Mutant("Juste au-dessus de la tolérance", given(value + 1.01 * tolerance, 9), ou="tolerance")
    yield Mutant("Juste au-dessous de la tolérance", given(value - 1.01 * tolerance, 9), ou="tolerance")
    for erreur, wrong in _foreseen(spec, key):
        yield Mutant(
            f"Erreur prévue : {_named(erreur.si)}",
            given(wrong),
            critique=erreur.gravite is not None,
            retour=erreur.retour,
            gravite=erreur.gravite,
            ou=erreur.si.calcul or "valeur",
        )
    if value:
        comma = written(value, digits(spec, value))
        if "," in comma:
            yield Mutant("Virgule perdue", {"texte": comma.replace(",", ""), "unite": spec.unite}, ou="tolerance")
        for factor, nom in ((10, "Dix fois trop"), (100, "Cent fois trop"), (1000, "Mille fois trop")):
            yield Mutant(nom, given(value * factor), ou="tolerance")
        for factor, nom in ((10, "Dix fois trop peu"), (100, "Cent fois trop peu"), (1000, "Mille fois trop peu")):
            yield Mutant(nom, given(value / factor, 9), ou="tolerance")
        yield Mutant("Signe moins", given(-value), ou="tolerance")
        yield Mutant("Zéro", given(0.0, 0), ou="tolerance")
        for unit, factor in VOISINES.get(spec.unite, {}).items():
            yield Mutant(f"Valeur en {unit}, à la place de {spec.unite}", given(value * factor, 9), ou="tolerance")
    if spec.unite.startswith("/"):  # a score: whole points
        yield Mutant("Un point de plus", given(round(value) + 1), ou="tolerance")
        yield Mutant("Un point de moins", given(round(value) - 1), ou="tolerance")
    for unit in () if spec.grandeur else spec.unites:
        if unit != spec.unite:
            yield Mutant(f"Unité choisie : {unit}", {**given(value), "unite": unit}, ou="unite")


def _foreseen(spec: Any, key: Key) -> Iterator[tuple[Any, float]]:
    """The foreseen errors that are a value."""
    return (
        (erreur, wrong) for erreur, wrong in zip(spec.erreurs, key.erreurs, strict=True) if not isinstance(wrong, str)
    )


def _under_other_units(spec: Any, key: Key, ways: tuple[Ecriture, ...], convertir: Convertir) -> Iterator[Mutant]:
    """In the other admissible units: the edges, the foreseen errors, and the number of one unit under another."""
    mixed = next((erreur for erreur in spec.erreurs if erreur.si.autre_unite), None)
    for way in ways:
        for other in ways:
            if other != way:
                yield Mutant(
                    f"Le nombre des {way.unite}, sous {other.unite}",
                    other.given(way.valeur, digits(spec, way.valeur, way.tolerance)),
                    retour=mixed.retour if mixed else "",
                    gravite=mixed.gravite if mixed else None,
                    ou="unites",
                )
    for way in ways[1:]:
        yield Mutant(
            f"Juste au-dessus de la tolérance, en {way.unite}",
            way.given(way.valeur + 1.01 * way.tolerance, 9),
            ou="tolerance",
        )
        yield Mutant(
            f"Juste au-dessous de la tolérance, en {way.unite}",
            way.given(way.valeur - 1.01 * way.tolerance, 9),
            ou="tolerance",
        )
        for erreur, wrong in _foreseen(spec, key):
            number = convertir(spec, wrong, spec.unite, way.unite)
            if number is not None:
                yield Mutant(
                    f"Erreur prévue : {_named(erreur.si)}, en {way.unite}",
                    way.given(number, digits(spec, number, way.tolerance)),
                    critique=erreur.gravite is not None,
                    retour=erreur.retour,
                    gravite=erreur.gravite,
                    ou=erreur.si.calcul or "valeur",
                )


def _named(si: Any) -> str:
    if si.calcul:
        return calculs.CALCULS[si.calcul].libelle
    return f"{si.valeur:g}".replace(".", ",")


def confusions(spec: Any, key: Key, patient: Mapping[str, Any]) -> Iterator[Mutant]:
    """The wrong turns of the computation for this patient, written as a trainee writes."""
    if spec.attendu.calcul is None:
        return
    declared = {erreur.si.calcul for erreur in spec.erreurs}
    for nom, value in wrong_turns(spec.attendu.calcul, patient, sauf=declared):
        number = float(value)
        yield Mutant(
            nom,
            {"texte": written(number, digits(spec, key.attendu)), "unite": spec.unite},
            critique=False,
            ou="tolerance",
        )
