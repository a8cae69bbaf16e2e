"""Agreement between two referents who marked the same cases on the same ordered scale.

Sources: Cohen, Psychol Bull 1968;70:213 (weighted kappa); Fleiss, Cohen and Everitt, Psychol Bull 1969;72:323
(its large-sample standard error); Landis and Koch, Biometrics 1977;33:159 (the words, which are contested).
Distances are between positions on the whole scale, levels that nobody used included. Kappa falls when nearly
all the cases have one level, even if the referents agree: never show it without the exact agreement.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from numbers import Integral, Real
from statistics import NormalDist

import numpy

from asalee_training.clinical import inputs, reference_data

POIDS = ("aucun", "lineaire", "quadratique")
COTATIONS = ("Première cotation", "Seconde cotation")


@dataclass(frozen=True)
class Kappa:
    """Cohen's kappa of `n` cases; `kappa`, `intervalle` and `erreur_type` are None together, and `raison` says why.

    intervalle: (low, high), clipped to [-1, 1], which no kappa leaves. prudence: why the interval is not to be
    trusted (few cases, standard error of zero), or None. Both sentences are French.
    """

    kappa: float | None
    intervalle: tuple[float, float] | None
    erreur_type: float | None
    raison: str | None
    prudence: str | None
    n: int


@dataclass(frozen=True)
class Comparaison:
    """Kappa and what it hides. Agreements are fractions of the `n` cases (0.875, not 87.5), None without a case.

    accord_adjacent: one level apart at most. biais_moyen: second minus first, in levels: positive when the second
    is more lenient, on a scale that rises. ecarts_a_arbitrer: indices of the cases (from 0) for a third referent.
    """

    kappa: Kappa
    accord_exact: float | None
    accord_adjacent: float | None
    biais_moyen: float | None
    ecarts_a_arbitrer: tuple[int, ...]
    n: int


def kappa(a: Sequence, b: Sequence, niveaux: Sequence, poids: str = "quadratique", alpha: float = 0.05) -> Kappa:
    """Cohen's kappa of two markings of the same cases, with its asymptotic interval at 1 - alpha.

    a, b: one level per case, same order, same length. niveaux: the whole scale, lowest first, at least two
    distinct integers or words. poids: "aucun", "lineaire" or "quadratique". alpha: 0.001-0.5.
    Fewer than two cases, or one level everywhere: kappa None and a `raison`. Raises ValueError for a missing or
    unknown level (never dropped: the sentence gives its rank), unequal lengths, or a scale that is not one.
    Source: Fleiss, Cohen and Everitt, Psychol Bull 1969;72:323 (1969).
    """
    inputs.one_of("Poids", poids, POIDS)
    alpha = inputs.number("Alpha", alpha, 0.001, 0.5)
    return _kappa(*_positions(a, b, niveaux), len(niveaux), poids, alpha)


def comparer(a: Sequence, b: Sequence, niveaux: Sequence, critiques: Collection[int] = ()) -> Comparaison:
    """Quadratic kappa, exact and adjacent agreement, mean bias, and the cases to send to a third referent.

    a, b, niveaux: as for `kappa`. critiques: indices (from 0) of the cases marked on a critical criterion, where
    any disagreement is arbitrated; elsewhere from two levels. Raises ValueError as `kappa` does.
    Source: teaching convention for the arbitration (2026).
    """
    premiere, seconde = _positions(a, b, niveaux)
    n = len(premiere)
    if isinstance(critiques, str | Mapping) or not isinstance(critiques, Collection):
        raise inputs.refusal(f"Cas critiques : {inputs.shown(critiques)} n’est pas une liste d’indices.")
    critiques = {inputs.integer("Cas critique", indice, 0, max(n - 1, 0)) for indice in critiques}
    ecarts = [y - x for x, y in zip(premiere, seconde, strict=True)]
    seuils = reference_data.thresholds("accord")
    return Comparaison(
        kappa=_kappa(premiere, seconde, len(niveaux), "quadratique", 0.05),
        accord_exact=sum(ecart == 0 for ecart in ecarts) / n if n else None,
        accord_adjacent=sum(abs(ecart) <= seuils["ecart_adjacent"] for ecart in ecarts) / n if n else None,
        biais_moyen=sum(ecarts) / n if n else None,
        ecarts_a_arbitrer=tuple(
            indice
            for indice, ecart in enumerate(ecarts)
            if abs(ecart) >= seuils["ecart_a_arbitrer"] or (ecart and indice in critiques)
        ),
        n=n,
    )


def lecture(kappa: float) -> str:
    """Landis and Koch's word: "presque_parfait", "substantiel", "modere", else "moins_que_modere".

    kappa: -1 to 1; exactly 0.40, 0.60 or 0.80 stays in the lower class. Raises ValueError otherwise. The cuts are
    arbitrary, and do not mean the same with every weighting: show the number and its interval beside the word.
    Source: Landis and Koch, Biometrics 1977;33:159 (1977).
    """
    valeur = inputs.number("Kappa", kappa, -1, 1)
    for mot in ("presque_parfait", "substantiel", "modere"):
        if valeur > reference_data.thresholds("accord")[f"landis_koch_{mot}"]:
            return mot
    return "moins_que_modere"


def peut_noter_seule(kappa: float) -> bool:
    """May a referent with this quadratic kappa (-1 to 1) mark without a second one? From 0.60.

    Raises ValueError for an undefined kappa (None): it neither grants nor refuses.
    Source: teaching convention (2026).
    """
    return inputs.number("Kappa", kappa, -1, 1) >= reference_data.thresholds("accord")["notation_seule"]


def _positions(a: Sequence, b: Sequence, niveaux: Sequence) -> tuple[list[int], list[int]]:
    """Each marking as positions on the scale, from 0."""
    rangs = _echelle(niveaux)
    for nom, cotation in zip(COTATIONS, (a, b), strict=True):
        if isinstance(cotation, str) or not isinstance(cotation, Sequence):
            raise inputs.refusal(f"{nom} : {inputs.shown(cotation)} n’est pas une liste de niveaux.")
    if len(a) != len(b):
        raise inputs.refusal(
            f"Cotations : {len(a)} cas dans la première, {len(b)} dans la seconde ; il en faut autant."
        )
    premiere, seconde = (
        [_rang(f"{nom}, cas {numero}", niveau, rangs) for numero, niveau in enumerate(cotation, start=1)]
        for nom, cotation in zip(COTATIONS, (a, b), strict=True)
    )
    return premiere, seconde


def _echelle(niveaux: Sequence) -> dict[int | str, int]:
    if isinstance(niveaux, str) or not isinstance(niveaux, Sequence):
        raise inputs.refusal(
            f"Niveaux : {inputs.shown(niveaux)} n’est pas une liste de niveaux, du plus bas au plus haut."
        )
    for niveau in niveaux:
        if isinstance(niveau, bool) or not isinstance(niveau, (Integral, str)):
            raise inputs.refusal(f"Niveaux : {inputs.shown(niveau)} n’est ni un nombre entier ni un mot.")
    rangs = {niveau: rang for rang, niveau in enumerate(niveaux)}
    if len(rangs) != len(niveaux) or len(rangs) < 2:
        raise inputs.refusal(f"Niveaux : {inputs.shown(niveaux)} ne donne pas au moins deux niveaux, tous différents.")
    return rangs


def _rang(label: str, niveau: object, rangs: dict[int | str, int]) -> int:
    if isinstance(niveau, bool) or not isinstance(niveau, (Real, str)) or niveau not in rangs:
        acceptes = ", ".join(str(rang) for rang in rangs)
        raise inputs.refusal(f"{label} : {inputs.shown(niveau)} n’est pas un niveau. Valeurs acceptées : {acceptes}.")
    return rangs[niveau]


def _kappa(premiere: list[int], seconde: list[int], k: int, poids: str, alpha: float) -> Kappa:
    n = len(premiere)
    if n < 2:
        return _undefined(n, f"Le kappa demande au moins deux cas cotés deux fois ; il y en a {n}.")
    if len({*premiere, *seconde}) == 1:
        return _undefined(n, "Accord exact 100 %, mais un seul niveau donné partout : le kappa n’est pas défini.")
    table = numpy.zeros((k, k), dtype=numpy.int64)
    numpy.add.at(table, (premiere, seconde), 1)
    lignes, colonnes = table.sum(axis=1), table.sum(axis=0)
    distances = _distances(k, poids)
    # In whole numbers: a kappa of 3/5 is 0.6, not a float beside it, on the wrong side of a threshold.
    observe = n * int((distances * table).sum())
    attendu = int((distances * numpy.outer(lignes, colonnes)).sum())
    valeur = (attendu - observe) / attendu
    erreur = _erreur_type(table / n, 1 - distances / distances.max(), valeur) / math.sqrt(n)
    marge = NormalDist().inv_cdf(1 - alpha / 2) * erreur
    return Kappa(
        kappa=valeur,
        intervalle=(max(-1.0, valeur - marge), min(1.0, valeur + marge)),
        erreur_type=erreur,
        raison=None,
        prudence=_prudence(n, k, erreur, constante=max(lignes.max(), colonnes.max()) == n),
        n=n,
    )


def _distances(k: int, poids: str) -> numpy.ndarray:
    ecarts = abs(numpy.subtract.outer(numpy.arange(k), numpy.arange(k)))
    return {"aucun": (ecarts > 0).astype(numpy.int64), "lineaire": ecarts, "quadratique": ecarts**2}[poids]


def _erreur_type(p: numpy.ndarray, w: numpy.ndarray, valeur: float) -> float:
    """Standard error for one case, from proportions p and agreement weights w (1 on the diagonal)."""
    lignes, colonnes = p.sum(axis=1), p.sum(axis=0)
    attendu = float(lignes @ w @ colonnes)
    moyens = numpy.add.outer(w @ colonnes, lignes @ w)
    variance = (p * (w - moyens * (1 - valeur)) ** 2).sum() - (valeur - attendu * (1 - valeur)) ** 2
    # Zero comes out of the subtraction as ±1e-16, whose square root would be NaN or a false 1e-8.
    return math.sqrt(variance) / (1 - attendu) if variance > 1e-14 else 0.0


def _undefined(n: int, raison: str) -> Kappa:
    return Kappa(kappa=None, intervalle=None, erreur_type=None, raison=inputs.typography(raison), prudence=None, n=n)


def _prudence(n: int, k: int, erreur: float, constante: bool) -> str | None:
    phrases = []
    if constante:
        phrases.append("L’une des deux cotations ne varie pas : le kappa vaut 0, quel que soit l’accord.")
    elif not erreur:
        phrases.append("L’erreur type est nulle : l’intervalle, réduit à un point, ne dit rien de l’incertitude.")
    effectif = round(reference_data.thresholds("accord")["effectif_par_niveaux_au_carre"] * k * k)
    if n < effectif:
        phrases.append(
            f"L’intervalle n’est qu’indicatif : {n} cas, quand {k} niveaux en demandent au moins {effectif}."
        )
    return inputs.typography(" ".join(phrases)) or None
