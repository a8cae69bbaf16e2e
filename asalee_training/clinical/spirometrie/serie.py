"""A set of manoeuvres: which values are kept, from which manoeuvres, how sure they are, and whether to ask for more.

Sets before and after the bronchodilator are two sets. Positions of manoeuvres are counted from 0.
Source: Graham, ATS/ERS 2019, Am J Respir Crit Care Med 2019;200:e70.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.spirometrie.criteres import ETATS, MESURES, Acceptabilite, acceptabilite
from asalee_training.clinical.spirometrie.lecture import rapport_vems_cvf
from asalee_training.clinical.spirometrie.manoeuvre import Manoeuvre
from asalee_training.clinical.spirometrie.qualite import ecart_l, grade_qualite, tolerance_l


@dataclass(frozen=True)
class Resultat:
    """What a set reports; None for what it cannot. Litres, L/s, and the ratio in %.

    vems_l and cvf_l: largest, perhaps from two manoeuvres (manoeuvre_vems, manoeuvre_cvf). rapport_pct: None too
    when the VEMS exceeds the CVF, which then comes from a poorer manoeuvre. dem2575_l_s: from the manoeuvre with the
    largest VEMS + CVF (manoeuvre_dem2575). dep_l_s: largest where the VEMS counts.
    """

    vems_l: float | None
    cvf_l: float | None
    rapport_pct: float | None
    dem2575_l_s: float | None
    dep_l_s: float | None
    manoeuvre_vems: int | None
    manoeuvre_cvf: int | None
    manoeuvre_dem2575: int | None
    grade_vems: str
    grade_cvf: str


@dataclass(frozen=True)
class Suite:
    """oui: ask for another manoeuvre. raison: "moins_de_trois_acceptables", "non_repetable", "repetable" or
    "maximum_atteint"."""

    oui: bool
    raison: str


def acceptabilite_serie(
    manoeuvres: Sequence[Manoeuvre],
    observations: Sequence[Mapping[str, bool]],
    age: float,
    convention_eofe: str = "formation",
) -> tuple[Acceptabilite, ...]:
    """`acceptabilite` of each manoeuvre of one set, in the order they were blown: each sees the CVFs before it.

    observations: one per manoeuvre; age: 3-120 years. ValueError on missing or impossible input.
    Source: Graham, ATS/ERS 2019, table 7 (2019).
    """
    _pairs(manoeuvres, observations, Mapping, "observations")
    return tuple(
        acceptabilite(manoeuvre, seen, [earlier.cvf_l for earlier in manoeuvres[:rank]], age, convention_eofe)
        for rank, (manoeuvre, seen) in enumerate(zip(manoeuvres, observations, strict=True))
    )


def retenir(manoeuvres: Sequence[Manoeuvre], acceptabilites: Sequence[Acceptabilite], age: float) -> Resultat:
    """Values reported for one set of manoeuvres, and the grade of each.

    acceptabilites: one per manoeuvre (`acceptabilite_serie`); age: 3-120 years. Each measure is the largest among
    its acceptable manoeuvres or, without any, among its usable ones; DEM25-75 and DEP likewise. An empty set reports
    nothing, grades F. ValueError on impossible input. Rule for DEP from memory, to be verified.
    Source: Graham, ATS/ERS 2019 (2019).
    """
    _pairs(manoeuvres, acceptabilites, Acceptabilite, "acceptabilités")
    vems = _best([m.vems_l for m in manoeuvres], [a.vems for a in acceptabilites])
    cvf = _best([m.cvf_l for m in manoeuvres], [a.cvf for a in acceptabilites])
    both = [max(a.vems, a.cvf, key=ETATS.index) for a in acceptabilites]  # the poorer of its two states
    dem = _best([None if m.vems_l is None else m.vems_l + m.cvf_l for m in manoeuvres], both)
    dep = _best([m.dep_l_s for m in manoeuvres], [a.vems for a in acceptabilites])
    vems_l = None if vems is None else manoeuvres[vems].vems_l
    cvf_l = None if cvf is None else manoeuvres[cvf].cvf_l
    coherent = vems_l is not None and cvf_l is not None and vems_l <= cvf_l
    grades = [
        grade_qualite(
            _acceptable(manoeuvres, acceptabilites, mesure),
            sum(getattr(a, mesure) == "utilisable" for a in acceptabilites),
            age,
        )
        for mesure in MESURES
    ]
    return Resultat(
        vems_l=vems_l,
        cvf_l=cvf_l,
        rapport_pct=rapport_vems_cvf(vems_l, cvf_l) if coherent else None,
        dem2575_l_s=None if dem is None else manoeuvres[dem].dem2575_l_s,
        dep_l_s=None if dep is None else manoeuvres[dep].dep_l_s,
        manoeuvre_vems=vems,
        manoeuvre_cvf=cvf,
        manoeuvre_dem2575=dem,
        grade_vems=grades[0],
        grade_cvf=grades[1],
    )


def continuer(manoeuvres: Sequence[Manoeuvre], acceptabilites: Sequence[Acceptabilite], age: float) -> Suite:
    """Ask for another manoeuvre? Until VEMS and CVF each have three acceptable values, the two largest repeatable.

    Never beyond eight manoeuvres in a set (usual in adults, to be verified), and never against the person's wish.
    age: 3-120 years. ValueError on impossible input.
    Source: Graham, ATS/ERS 2019 (2019).
    """
    _pairs(manoeuvres, acceptabilites, Acceptabilite, "acceptabilités")
    seuils = reference_data.thresholds("spirometrie_qualite")
    raison = "repetable"
    for mesure in MESURES:
        values = _acceptable(manoeuvres, acceptabilites, mesure)
        tolerance = tolerance_l(age, max(values, default=1.0))
        if len(values) < seuils["acceptables_grade_a"]:
            raison = "moins_de_trois_acceptables"
        elif raison == "repetable" and ecart_l(values) > tolerance:
            raison = "non_repetable"
    if raison != "repetable" and len(manoeuvres) >= seuils["manoeuvres_max"]:
        raison = "maximum_atteint"
    return Suite(raison in ("moins_de_trois_acceptables", "non_repetable"), raison)


def _acceptable(manoeuvres: Sequence[Manoeuvre], acceptabilites: Sequence[Acceptabilite], mesure: str) -> list[float]:
    return [
        getattr(manoeuvre, f"{mesure}_l")
        for manoeuvre, etat in zip(manoeuvres, acceptabilites, strict=True)
        if getattr(etat, mesure) == "acceptable"
    ]


def _best(values: list[float | None], etats: list[str]) -> int | None:
    """Position of the largest value among the acceptable ones, else among the usable ones."""
    for wanted in ("acceptable", "utilisable"):
        ranks = [rank for rank, etat in enumerate(etats) if etat == wanted and values[rank] is not None]
        if ranks:
            return max(ranks, key=lambda rank: values[rank])
    return None


def _pairs(manoeuvres: object, others: object, kind: type, label: str) -> None:
    for name, given, wanted in (("Manœuvres", manoeuvres, Manoeuvre), (label.capitalize(), others, kind)):
        if not isinstance(given, Sequence) or not all(isinstance(item, wanted) for item in given):
            raise inputs.refusal(f"{name} : {inputs.shown(given)} n’est pas une suite, une entrée par manœuvre.")
    if len(manoeuvres) != len(others):
        raise inputs.refusal(f"Série : {len(manoeuvres)} manœuvres pour {len(others)} {label} ; il en faut autant.")
