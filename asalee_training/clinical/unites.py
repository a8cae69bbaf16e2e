"""Units of the measures a French laboratory prints: conversions, plausible ranges, unit confusions.

One table for every factor, `references/unites_conversions.csv`, HbA1c's two equations included; one for the
range in which a value is plausible in each unit, `references/unites.csv`. French laboratories print g/L, mg/L
and mg/mmol: a calculator in mg/dL or mmol/L is where the errors come from.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from numbers import Real

from asalee_training.clinical import inputs, reference_data


@dataclass(frozen=True)
class Unite:
    """A unit of a quantity and the range in which its values are plausible, both ends accepted."""

    unite: str
    nom: str
    famille: str
    minimum: float
    maximum: float

    def plausible(self, valeur: float) -> bool:
        """Is the value inside the range?"""
        return self.minimum <= valeur <= self.maximum


@dataclass(frozen=True)
class Confusion:
    """The answer is right, in another unit.

    unite_attendue, unite_reponse: the two units. facteur: answer over expected value, None for HbA1c whose
    conversion is no factor. phrase: a French sentence for the trainee.
    """

    unite_attendue: str
    unite_reponse: str
    facteur: float | None
    phrase: str


@cache
def _unites() -> dict[str, dict[str, Unite]]:
    table: dict[str, dict[str, Unite]] = {}
    for row in reference_data.rows("unites"):
        unite = Unite(row["unite"], row["nom"], row["famille"], float(row["minimum"]), float(row["maximum"]))
        table.setdefault(row["grandeur"], {})[unite.unite] = unite
    return table


@cache
def _lignes() -> dict[tuple[str, str, str], tuple[float, float]]:
    """Slope and intercept of each published conversion, by family, unit read and unit written."""
    return {
        (row["famille"], row["de"], row["vers"]): (float(row["pente"]), float(row["ordonnee"]))
        for row in reference_data.rows("unites_conversions")
    }


def grandeurs() -> dict[str, tuple[str, ...]]:
    """Known quantities and the units of each, e.g. "creatinine": ("µmol/L", "mg/L", "mg/dL").

    Takes nothing, raises nothing.
    Source: `references/unites.csv`, each row with its own (2025).
    """
    return {grandeur: tuple(unites) for grandeur, unites in _unites().items()}


def nom(grandeur: str) -> str:
    """French name of a quantity: "LDL-cholestérol".

    Raises ValueError for an unknown one. Source: `references/unites.csv` (2025).
    """
    return next(iter(_unites()[inputs.one_of("Grandeur", grandeur, _unites())].values())).nom


def _unite(grandeur: str, unite: str) -> Unite:
    unites = _unites()[inputs.one_of("Grandeur", grandeur, _unites())]
    # The two signs µ look alike, and keyboards without either write umol/L, or m2 for m².
    ecritures = {_au_clavier(nom): nom for nom in unites}
    ecrite = ecritures.get(_au_clavier(unite), unite) if isinstance(unite, str) else unite
    return unites[inputs.one_of("Unité", ecrite, unites)]


def _au_clavier(unite: str) -> str:
    return unicodedata.normalize("NFKC", unite).replace("μ", "u")


def verifier(valeur: float, grandeur: str, unite: str) -> float:
    """`valeur` as a float if it is plausible for this quantity in this unit.

    grandeur and unite: see `grandeurs`; ranges in `references/unites.csv`, chosen so that another unit falls
    outside wherever possible. Raises ValueError otherwise, naming the unit that the value looks like.
    Source: plausible ranges of an ambulatory patient, teaching convention (2025).
    """
    attendue = _unite(grandeur, unite)
    try:
        return inputs.number(attendue.nom, valeur, attendue.minimum, attendue.maximum, attendue.unite)
    except ValueError as refus:
        raise inputs.refusal(f"{refus}{_ressemblance(valeur, grandeur, attendue)}") from None


def maximum(grandeur: str, unite: str) -> float:
    """The highest value that `verifier` accepts, in `unite`. Raises ValueError on an unknown quantity or unit.

    grandeur and unite: see `grandeurs`. Source: `references/unites.csv`, teaching convention (2025).
    """
    return _unite(grandeur, unite).maximum


def verifier_cholesterols(total: float, hdl: float, unite: str) -> tuple[float, float]:
    """(total, HDL) cholesterol as floats, both plausible in "g/L", "mmol/L" or "mg/dL" and the HDL below the total.

    Raises ValueError otherwise: the two were swapped, or one of them is in another unit.
    Source: definition, the total holds the HDL; ranges as `verifier` (2025).
    """
    lu = verifier(total, "cholesterol_total", unite)
    bon = verifier(hdl, "cholesterol_hdl", unite)
    if bon >= lu:
        raise inputs.refusal(
            f"HDL-cholestérol : {inputs.shown(hdl)} {unite} n’est pas inférieur au cholestérol total, "
            f"{inputs.shown(total)} {unite} ; vérifiez les deux."
        )
    return lu, bon


def _ressemblance(valeur: object, grandeur: str, attendue: Unite) -> str:
    """« Vouliez-vous dire 16,7 mg/L ? … » when the refused value is plausible in other units."""
    if isinstance(valeur, bool) or not isinstance(valeur, Real):
        return ""
    autres = [unite for unite in _unites()[grandeur].values() if unite != attendue and unite.plausible(valeur)]
    if not autres:
        return ""
    noms = " ou ".join(f"{inputs.shown(valeur)} {unite.unite}" for unite in autres)
    calculs = " ou ".join(
        f"{inputs.shown(_arrondi(_applique(valeur, attendue.famille, autre.unite, attendue.unite)))} {attendue.unite}"
        + _facteur_dit(attendue.famille, autre.unite, attendue.unite)
        for autre in autres
    )
    return f" Vouliez-vous dire {noms} ? Cela fait {calculs}."


def _arrondi(valeur: float) -> float:
    return float(f"{valeur:.3g}")


def _facteur_dit(famille: str, de: str, vers: str) -> str:
    facteur = _facteur(famille, de, vers)
    if facteur is None:
        return ""
    signe, ecrit = ("×", facteur) if facteur >= 1 else ("÷", 1 / facteur)
    return f" ({signe} {inputs.shown(float(f'{ecrit:.4g}'))})"


def _facteur(famille: str, de: str, vers: str) -> float | None:
    """What multiplies a value from one unit to the other; None when the conversion also adds something."""
    origine = _applique(0, famille, de, vers)
    return None if origine else _applique(1, famille, de, vers)


def _applique(valeur: float, famille: str, de: str, vers: str) -> float:
    lignes = _lignes()
    if de == vers:
        return float(valeur)
    if (famille, de, vers) in lignes:
        pente, ordonnee = lignes[famille, de, vers]
        return pente * valeur + ordonnee
    if (famille, vers, de) in lignes:
        pente, ordonnee = lignes[famille, vers, de]
        return (valeur - ordonnee) / pente
    return _applique(
        _applique(valeur, famille, de, _pivot(famille, de, vers)), famille, _pivot(famille, de, vers), vers
    )


@cache
def _pivot(famille: str, de: str, vers: str) -> str:
    """The unit that the table converts both with."""

    def voisines(unite: str) -> set[str]:
        paires = [(de, vers) for nom, de, vers in _lignes() if nom == famille and unite in (de, vers)]
        return {autre for paire in paires for autre in paire} - {unite}

    return min(voisines(de) & voisines(vers))


def convertir(valeur: float, grandeur: str, de: str, vers: str) -> float:
    """`valeur` of a quantity, from one unit to another, not rounded.

    grandeur, de, vers: see `grandeurs`; valeur: within the range of unit `de`. HbA1c uses its two published
    equations, so that there and back differs in the third decimal. Raises ValueError for an unknown name and for
    a value that looks like another unit.
    Source: factors of `references/unites_conversions.csv`, each row with its own; [K 98%] for HbA1c (2004).
    """
    depart, arrivee = _unite(grandeur, de), _unite(grandeur, vers)
    return _applique(verifier(valeur, grandeur, depart.unite), depart.famille, depart.unite, arrivee.unite)


def facteur_d_erreur(valeur: float, attendu: float, grandeur: str, unite: str | None = None) -> Confusion | None:
    """The unit confusion that explains a wrong answer, or None: the answer is right, or wrong otherwise.

    valeur: the answer, 0-1 000 000; attendu: the right value, plausible in its unit; unite: the unit asked for,
    None to try all those in which the right value is plausible. An answer within 2 % counts, for rounding.
    Raises ValueError for an unknown name or an expected value plausible in no unit.
    Source: tolerance of 2 %, teaching convention (2025).
    """
    reponse = inputs.number("Réponse", valeur, 0, 1_000_000)
    unites = _unites()[inputs.one_of("Grandeur", grandeur, _unites())].values()
    if unite is not None:
        candidates = [_unite(grandeur, unite)]
        juste = verifier(attendu, grandeur, unite)
    else:
        juste = inputs.number("Valeur attendue", attendu, 0, 1_000_000)
        candidates = [candidate for candidate in unites if candidate.plausible(juste)]
        if not candidates:
            raise inputs.refusal(f"Valeur attendue : {inputs.shown(juste)} n’est plausible dans aucune unité connue.")
    if _proches(reponse, juste):
        return None
    for attendue in candidates:
        for autre in unites:
            if autre != attendue and _proches(reponse, _applique(juste, autre.famille, attendue.unite, autre.unite)):
                return _confusion(attendue, autre)
    return None


def _proches(reponse: float, valeur: float) -> bool:
    return abs(reponse - valeur) <= reference_data.thresholds("unites")["confusion_tolerance_relative"] * abs(valeur)


def _confusion(attendue: Unite, autre: Unite) -> Confusion:
    phrase = f"Votre valeur est la bonne, mais en {autre.unite} : la réponse est attendue en {attendue.unite}"
    phrase += f"{_facteur_dit(attendue.famille, autre.unite, attendue.unite)}."
    facteur = _facteur(attendue.famille, attendue.unite, autre.unite)
    return Confusion(attendue.unite, autre.unite, facteur, inputs.typography(phrase))


def imc(poids_kg: float, taille_cm: float) -> float:
    """Body-mass index in kg/m², not rounded.

    poids_kg: 30-300; taille_cm: 100-250 (162, not 1.62). Raises ValueError outside.
    Source: definition, weight over the square of the height; ranges of the historic portal [A], to be verified (2018).
    """
    poids = verifier(poids_kg, "poids", "kg")
    return poids / (convertir(taille_cm, "taille", "cm", "m") ** 2)
