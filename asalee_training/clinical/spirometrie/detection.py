"""Hints that a curve gives about what the operator should have seen.

Teaching conventions, to be verified on real curves: a hint helps a trainee to look again, it never replaces the
operator's observation and enters no criterion by itself. A submaximal or variable effort and an obstructed mouthpiece
have no hint: only the eye sees them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.spirometrie.manoeuvre import Courbe, Manoeuvre, lire

STEP_S = 0.05  # a rest and a resumption are read on mean flows over this long


@dataclass(frozen=True)
class Indices:
    """What the numbers hint at; times in seconds after time zero.

    toux_s: coughs. glotte_s: flow stopped dead and held at zero, else None. respiration_s: flow that resumes higher
    than before (an extra breath), else None. zero_defectueux: a flow at rest, or a tail that does not fade.
    montee_lente: a hint of a weak start, no criterion. observations: the hinted words of
    `acceptabilite.OBSERVATIONS`.
    """

    toux_s: tuple[float, ...]
    glotte_s: float | None
    respiration_s: float | None
    zero_defectueux: bool
    montee_lente: bool
    observations: tuple[str, ...]


def detecter(temps_s: Iterable[float], debit_l_s: Iterable[float], manoeuvre: Manoeuvre, age: float) -> Indices:
    """Hints on a record, which is the one that `analyser` gave this manoeuvre for.

    age: 3-120 years; up to 6, what is early ends at 0.75 s instead of 1 s. A single cough is one hint, a cough in
    the tail (below 0.3 L/s) none. ValueError on what `analyser` refuses, on another manoeuvre or age.
    Source: teaching convention, thresholds to be verified; rise time from Graham, ATS/ERS 2019 (2019).
    """
    seuils = reference_data.thresholds("spirometrie_qualite")
    enfant = inputs.number("Âge", age, 3, 120, "ans") <= seuils["age_enfant"]
    early = seuils["precoce_enfant_s" if enfant else "precoce_s"]
    courbe = lire(temps_s, debit_l_s)
    if not isinstance(manoeuvre, Manoeuvre) or abs(courbe.debit_l_s[courbe.pointe()] - manoeuvre.dep_l_s) > 1e-9:
        raise inputs.refusal("Manœuvre : ce n’est pas l’analyse de cette courbe ; donnez le résultat de « analyser ».")
    zero = manoeuvre.temps_zero_s
    respiration = _resumption(courbe, manoeuvre)
    glotte = _stop(courbe, manoeuvre)
    if glotte is not None and respiration is not None and respiration > glotte:
        glotte = None  # the flow stopped because the person breathed in beside the mouthpiece
    toux = tuple(t - zero for t in _coughs(courbe, manoeuvre))
    glotte_s = None if glotte is None else glotte - zero
    found = {
        "zero_defectueux": _shifted_zero(courbe, manoeuvre),
        "toux_premiere_seconde": any(t <= early for t in toux),
        "glotte_premiere_seconde": glotte_s is not None and glotte_s <= early,
        "glotte_apres": glotte_s is not None and glotte_s > early,
    }
    return Indices(
        toux_s=toux,
        glotte_s=glotte_s,
        respiration_s=None if respiration is None else respiration - zero,
        zero_defectueux=found["zero_defectueux"],
        montee_lente=manoeuvre.temps_montee_s > seuils["montee_max_s"],
        observations=tuple(name for name, hinted in found.items() if hinted),
    )


def _coughs(courbe: Courbe, manoeuvre: Manoeuvre) -> list[float]:
    """Times of the hollows: flow far below what it was just before and what it is just after."""
    seuils = reference_data.thresholds("spirometrie_qualite")
    times, flows, reach = courbe.temps_s, courbe.debit_l_s, seuils["toux_duree_s"]
    found: list[float] = []
    end = bisect_left(times, manoeuvre.temps_fin_s)
    hollows = [
        i for i in range(courbe.pointe() + 1, min(end, len(times) - 1)) if flows[i - 1] > flows[i] <= flows[i + 1]
    ]
    for i in hollows:
        low = high = i
        while low > 0 and times[i] - times[low - 1] <= reach:
            low -= 1
        while high < len(times) - 1 and times[high + 1] - times[i] <= reach:
            high += 1
        level = min(max(flows[low:i], default=0.0), max(flows[i + 1 : high + 1], default=0.0))
        if level < seuils["toux_debit_l_s"] or flows[i] >= seuils["toux_creux"] * level:
            continue
        if not found or times[i] - found[-1] > reach:  # one hollow may have two bottoms
            found.append(times[i])
    return found


def _stop(courbe: Courbe, manoeuvre: Manoeuvre) -> float | None:
    """Time when a good flow fell to zero and stayed there, during the expiration."""
    seuils = reference_data.thresholds("spirometrie_qualite")
    back = seuils["arret_recul_s"]
    least, since = seuils["nul_l_s"], None
    start, end = courbe.pointe(), bisect_right(courbe.temps_s, manoeuvre.temps_fin_s + 1e-9)
    for t, flow in zip(courbe.temps_s[start:end], courbe.debit_l_s[start:end], strict=True):
        if abs(flow) > least:
            since = None
            continue
        since = t if since is None else since
        if t - since < seuils["arret_duree_s"]:
            continue
        before = (courbe.volume(since - back) - courbe.volume(since - 2 * back)) / back
        if before >= seuils["arret_debit_l_s"]:
            return since
    return None


def _resumption(courbe: Courbe, manoeuvre: Manoeuvre) -> float | None:
    """Time when the flow becomes and stays higher than it has been for a while: lungs only empty slower and slower."""
    seuils = reference_data.thresholds("spirometrie_qualite")
    first, memory = courbe.temps_s[courbe.pointe()], round(seuils["reprise_memoire_s"] / STEP_S)
    held = round(seuils["reprise_duree_s"] / STEP_S)
    flows = _means(courbe, first, manoeuvre.temps_fin_s)
    for i in range(memory, len(flows) - held + 1):
        least = min(flows[i : i + held])
        if least >= seuils["reprise_debit_l_s"] and least > seuils["reprise_rapport"] * max(flows[i - memory : i]):
            return first + i * STEP_S
    return None


def _shifted_zero(courbe: Courbe, manoeuvre: Manoeuvre) -> bool:
    """A small steady flow while the person does not blow yet, or a tail that brings as much every second."""
    seuils = reference_data.thresholds("spirometrie_qualite")
    rest = _means(courbe, courbe.temps_s[0], manoeuvre.temps_zero_s - seuils["zero_marge_s"])
    wanted = round(seuils["zero_repos_s"] / STEP_S)
    if len(rest) >= wanted and all(seuils["zero_min_l_s"] <= abs(f) <= seuils["zero_max_l_s"] for f in rest[-wanted:]):
        return True
    if manoeuvre.tef_s < seuils["zero_fin_tef_s"] or manoeuvre.volume_derniere_seconde_l <= seuils["plateau_l"]:
        return False
    end = manoeuvre.temps_fin_s
    earlier = courbe.volume(end - 2) - courbe.volume(end - 3)
    return manoeuvre.volume_derniere_seconde_l >= seuils["zero_fin_rapport"] * earlier


def _means(courbe: Courbe, start: float, end: float) -> list[float]:
    """Mean flow over each whole step between two times."""
    volumes = [courbe.volume(start + i * STEP_S) for i in range(int((end - start) / STEP_S + 1e-9) + 1)]
    return [(after - before) / STEP_S for before, after in pairwise(volumes)]
