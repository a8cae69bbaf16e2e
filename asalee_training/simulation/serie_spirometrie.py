"""A series of manoeuvres of one person: the faults that an author lists, in a drawn order, around sound blows.

The best VEMS and the best CVF of a series are the ones asked for; other blows fall short of them by a drawn amount,
so that they repeat each other as `repetabilite` says. A series is drawn again until each blow is what its fault
promises (`CONSEQUENCES`), far enough from every limit.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from asalee_training.clinical import inputs
from asalee_training.clinical.spirometrie.criteres import (
    OBSERVATIONS,
    Acceptabilite,
    acceptabilite,
    limite_vre_l,
)
from asalee_training.clinical.spirometrie.manoeuvre import Manoeuvre, analyser
from asalee_training.clinical.spirometrie.qualite import ecart_l
from asalee_training.simulation import tirage
from asalee_training.simulation.manoeuvres import BONNE, Souffle, souffler
from asalee_training.simulation.spirogramme import RISE_S, Expiration

TRIES = 60
#: State that each fault gives to the VEMS and to the CVF. Of a bad effort and of an extra breath no number warns:
#: there the operator decides (teaching convention).
CONSEQUENCES: dict[str, tuple[str, str]] = {
    BONNE: ("acceptable", "acceptable"),
    "demarrage_lent": ("inutilisable", "inutilisable"),
    "hesitation": ("inutilisable", "inutilisable"),
    "sous_maximale": ("utilisable", "utilisable"),
    "toux_precoce": ("utilisable", "acceptable"),
    "toux_tardive": ("acceptable", "acceptable"),
    "arret_premature": ("acceptable", "utilisable"),
    "glotte": ("inutilisable", "inutilisable"),
    "fuite": ("utilisable", "utilisable"),
    "respiration_supplementaire": ("acceptable", "inutilisable"),
    "inspiration_incomplete": ("utilisable", "utilisable"),
    "zero_decale": ("inutilisable", "inutilisable"),
    "embout_obstrue": ("utilisable", "utilisable"),
    "effort_variable": ("utilisable", "utilisable"),
}
#: What the operator sees of a fault, among the observations of table 7.
OBSERVEE = {
    "toux_precoce": "toux_premiere_seconde",
    "glotte": "glotte_premiere_seconde",
    "fuite": "fuite",
    "zero_decale": "zero_defectueux",
    "embout_obstrue": "embout_obstrue",
}
OPERATEUR = ("sous_maximale", "effort_variable", "respiration_supplementaire")
REPETABILITES = ("bonne", "moyenne")
#: Between two blows, litres for a lung of one litre (times the square root of the volume), and share of the effort.
VARIABILITE_L, EFFORT = 0.09, (0.95, 1.0)
#: Differences of the two best values, in litres: still clear once printed to 0.01 L.
ECART_MAX_L = 0.135
ECART_MOYEN_L, ECART_GRAND_L = (0.162, 0.188), (0.2, 0.28)
VRE_NETTE = 1.15


@dataclass(frozen=True)
class Serie:
    """Blows in their order: what each is, its record, its measures, and what its VEMS and CVF are worth."""

    noms: tuple[str, ...]
    souffles: tuple[Souffle, ...]
    mesures: tuple[Manoeuvre, ...]
    etats: tuple[Acceptabilite, ...]


def ordonner(noms: Sequence[str], seed: bytes, label: str) -> tuple[str, ...]:
    """The same blows in a drawn order; the last one stays last, since it may complete the series."""
    return (*tirage.shuffled(seed, f"{label}.ordre", noms[:-1]), noms[-1])


def jouer(
    courbe: Expiration, noms: Sequence[str], seed: bytes, label: str, age: float, repetabilite: str = "bonne"
) -> Serie:
    """The series of these blows, in this order. courbe: the best blow of the person.

    repetabilite: "bonne" (the best two within 0.15 L) or "moyenne" (CVF between 0.15 and 0.20 L apart). ValueError
    when no draw shows every fault clearly.
    """
    for attempt in range(TRIES):
        serie = _attempt(courbe, noms, seed, f"{label}.{attempt}", age, repetabilite)
        if _clear(serie, repetabilite):
            return serie
    raise inputs.refusal(
        f"Spirométrie : ces manœuvres ({', '.join(noms)}) ne donnent aucune série nette pour un VEMS de "
        f"{inputs.shown(round(courbe.vems(), 2))} L et une CVF de {inputs.shown(round(courbe.cvf(), 2))} L."
    )


def _attempt(courbe: Expiration, noms: Sequence[str], seed: bytes, label: str, age: float, repetabilite: str) -> Serie:
    lungs, best = _lungs(courbe, noms, seed, label, repetabilite)
    souffles, mesures, etats = [], [], []
    for rank, (nom, lung) in enumerate(zip(noms, lungs, strict=True)):
        souffle, mesure = _blow(lung, nom, seed, f"{label}.{rank}", RISE_S if rank == best else None)
        etats.append(_judged(nom, mesure, [m.cvf_l for m in mesures], age))
        souffles.append(souffle)
        mesures.append(mesure)
    return Serie(tuple(noms), tuple(souffles), tuple(mesures), tuple(etats))


def _blow(lung: Expiration, nom: str, seed: bytes, label: str, montee_s: float | None) -> tuple[Souffle, Manoeuvre]:
    """A blow; a slow start is made slower until its back-extrapolated volume is clearly too large."""
    for ampleur in range(12):
        souffle = souffler(lung, nom, seed, label, ampleur, montee_s)
        mesure = analyser(souffle.temps_s, souffle.debit_l_s)
        if nom != "demarrage_lent" or mesure.vre_l > VRE_NETTE * limite_vre_l(mesure.cvf_l):
            break
    return souffle, mesure


def _judged(nom: str, mesure: Manoeuvre, earlier: list[float], age: float) -> Acceptabilite:
    observed = dict.fromkeys(OBSERVATIONS, False)
    if nom in OBSERVEE:
        observed[OBSERVEE[nom]] = True
    etat = acceptabilite(mesure, observed, earlier, age)
    if nom in OPERATEUR:
        vems, cvf = CONSEQUENCES[nom]
        etat = replace(etat, vems=vems, cvf=cvf)
    return etat


def _lungs(
    courbe: Expiration, noms: Sequence[str], seed: bytes, label: str, repetabilite: str
) -> tuple[list[Expiration], int | None]:
    """The lungs as each blow finds them, and which one gives the best VEMS.

    A blow is a little smaller (less air was taken in) and a little slower (less effort) than the best one.
    """
    whole = courbe.volume_l
    vems, cvf = ([rank for rank, nom in enumerate(noms) if CONSEQUENCES[nom][i] == "acceptable"] for i in (0, 1))
    missing = [
        abs(tirage.normal(seed, f"{label}.{rank}.volume", 0, VARIABILITE_L * math.sqrt(whole)))
        for rank in range(len(noms))
    ]
    if repetabilite == "moyenne":
        order = sorted(tirage.shuffled(seed, f"{label}.rangs", cvf), key=lambda rank: rank not in vems)
        for place, rank in enumerate(order):
            low, high = (0.0, 0.0) if place == 0 else ECART_MOYEN_L if place == 1 else ECART_GRAND_L
            missing[rank] = tirage.between(seed, f"{label}.{rank}.ecart", low, high)
    least = min((missing[rank] for rank in cvf), default=0.0)
    parts = [1 - max(lost - least, 0.0) / whole for lost in missing]
    efforts = [tirage.between(seed, f"{label}.{rank}.effort", *EFFORT) for rank in range(len(noms))]
    target, low, high = courbe.vems(), 0.9, 1.15
    for _ in range(14 if vems else 0):  # the best VEMS is the one asked for
        middle = (low + high) / 2
        reached = max(_lung(courbe, parts[rank], middle * efforts[rank]).vems() for rank in vems)
        low, high = (middle, high) if reached < target else (low, middle)
    factor = low if vems else 1.0
    lungs = [_lung(courbe, part, factor * effort) for part, effort in zip(parts, efforts, strict=True)]
    return lungs, max(vems, key=lambda rank: lungs[rank].vems(), default=None)


def _lung(courbe: Expiration, part: float, effort: float) -> Expiration:
    """Less effort all along is a slower clock: both time constants are longer."""
    return replace(
        courbe, volume_l=courbe.volume_l * part, tau1_s=courbe.tau1_s / effort, tau2_s=courbe.tau2_s / effort
    )


def _clear(serie: Serie, repetabilite: str) -> bool:
    """Each blow is what its fault promises, and the best two values are clearly near or clearly apart."""
    promised = [CONSEQUENCES[nom] for nom in serie.noms]
    if [(etat.vems, etat.cvf) for etat in serie.etats] != promised:
        return False
    gaps = {
        mesure: ecart_l([getattr(m, f"{mesure}_l") for m, e in zip(serie.mesures, serie.etats, strict=True)
                         if getattr(e, mesure) == "acceptable"])
        for mesure in ("vems", "cvf")
    }  # fmt: skip
    near = {mesure: (gap or 0) <= ECART_MAX_L for mesure, gap in gaps.items()}
    if repetabilite == "bonne":
        return near["vems"] and near["cvf"]
    return _within(gaps["cvf"], ECART_MOYEN_L) and (near["vems"] or _within(gaps["vems"], ECART_MOYEN_L))


def _within(gap: float | None, bounds: tuple[float, float]) -> bool:
    return gap is not None and bounds[0] <= gap <= bounds[1]
