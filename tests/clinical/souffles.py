"""Blows from an emptying clock, sound or faulty: curves for the tests of the analyser and of its criteria.

ds/dt = E(t), V = V∞·x(s), F = E·V∞·x'(s), with x(s) = 1 - a·exp(-s/τ1) - (1-a)·exp(-s/τ2): every fault is a change
of the effort E, of the starting clock, or of the measurement. 100 Hz, 1 % coloured noise, 0.5 s of rest before the
blow, an inspiration after it.
"""

import math
import random
from dataclasses import dataclass, replace
from functools import cache

from asalee_training.clinical.spirometrie.manoeuvre import Manoeuvre, analyser

STEP_S = 0.01
REST_S = 0.5
#: Phenotypes of twenty persons, as a practice meets them.
MIX = "normal " * 9 + "obstruction " * 6 + "restriction " * 4 + "obstruction_severe"
#: Ranges of τ1, τ2, a and V∞ in each phenotype.
PHENOTYPES = {
    "normal": ((0.25, 0.42), (1.2, 1.9), (0.55, 0.85), (2.8, 5.5)),
    "obstruction": ((0.15, 0.25), (2.2, 3.1), (0.25, 0.45), (2.5, 5.0)),
    "obstruction_severe": ((0.08, 0.12), (3.8, 5.0), (0.10, 0.20), (2.2, 4.0)),
    "restriction": ((0.15, 0.30), (0.6, 0.9), (0.60, 0.95), (1.8, 3.0)),
}
FAULTS = (
    "bonne", "demarrage_lent", "hesitation", "sous_maximale", "toux_precoce", "toux_tardive", "arret_premature",
    "glotte", "fuite", "respiration_supplementaire", "inspiration_incomplete", "zero_decale", "embout_obstrue",
    "effort_variable",
)  # fmt: skip


@dataclass(frozen=True)
class Sujet:
    """A person's lungs and blow."""

    rang: int
    phenotype: str
    tau1_s: float
    tau2_s: float
    a: float
    volume_l: float
    montee_s: float

    def part(self, s: float) -> float:
        return 1 - self.a * math.exp(-s / self.tau1_s) - (1 - self.a) * math.exp(-s / self.tau2_s)

    def debit(self, s: float) -> float:
        fast = self.a / self.tau1_s * math.exp(-s / self.tau1_s)
        return self.volume_l * (fast + (1 - self.a) / self.tau2_s * math.exp(-s / self.tau2_s))

    def horloge(self, part: float) -> float:
        """Clock when this share is exhaled."""
        low, high = 0.0, 60.0
        for _ in range(50):
            middle = (low + high) / 2
            low, high = (middle, high) if self.part(middle) < part else (low, middle)
        return low


def sujet(rang: int) -> Sujet:
    draw = random.Random(f"sujet {rang}")  # noqa: S311 -- the same lungs on every machine
    phenotype = MIX.split()[rang % 20]
    tau1, tau2, a, volume = (draw.uniform(*bounds) for bounds in PHENOTYPES[phenotype])
    return Sujet(rang, phenotype, tau1, tau2, a, volume, draw.uniform(0.03, 0.05))


def souffle(who: Sujet, fault: str = "bonne", essai: int = 0, arret_s: float | None = None):
    """Times and flows of one blow. essai: from 1, the person fills her lungs a little less each time, differently.

    arret_s: when an early stop comes.
    """
    draw = random.Random(f"souffle {who.rang} {fault} {essai}")  # noqa: S311 -- likewise
    less = abs(draw.gauss(0, 0.09 * math.sqrt(who.volume_l))) if essai else 0.0
    full, start = who.volume_l - less, 0.0
    who = replace(who, volume_l=full, montee_s=draw.uniform(0.03, 0.05))
    if fault == "inspiration_incomplete":
        start = who.horloge(draw.uniform(0.4, 0.5) / full)
    stop = None
    if fault == "arret_premature":
        stop = draw.uniform(1.5, 3) if arret_s is None else arret_s
    closes = draw.uniform(0.6, 1.3)  # later, a small lung is empty and nothing is lost
    if fault == "respiration_supplementaire":
        flows, clock = _blow(who, _effort(who, "bonne", closes), 0.0, 3.0)
        back = who.horloge(max(who.part(clock) - 0.6 / full, 0.0))
        flows += [0.0] * 50 + _blow(who, lambda t, clock: 1.0, back, None)[0]
    else:
        flows, clock = _blow(who, _effort(who, fault, closes), start, stop)
    if fault == "glotte":
        flows += [0.0] * 200
    if fault == "zero_decale":
        flows += [who.debit(clock + i * STEP_S) for i in range(200)]
    noise, seen = 0.0, []
    for flow in flows:
        noise = 0.73 * noise + 0.683 * 0.0346 * (draw.random() - 0.5)  # standard deviation 1 %
        seen.append(flow * (1 + noise) * (0.88 if fault == "fuite" else 1.0))
    inspired = sum(flows) * STEP_S + (draw.uniform(0.4, 0.5) if fault == "inspiration_incomplete" else 0.0)
    if fault == "respiration_supplementaire":
        inspired -= 0.6
    breath = [-math.pi / 2.4 * inspired * math.sin(math.pi * i / 120) for i in range(1, 121)]  # lasts 1.2 s
    flows = [0.0] * round(REST_S / STEP_S) + seen + breath
    if fault == "zero_decale":
        flows = [flow + 0.04 for flow in flows]
    return [i * STEP_S for i in range(len(flows))], flows


@cache
def analysed(rang: int, fault: str):
    """Curve and measures of a person's blow, made once; an early stop comes at 1.8 s."""
    curve = souffle(sujet(rang), fault, arret_s=1.8)
    return curve, analyser(*curve)


def _blow(who: Sujet, effort, clock: float, stop: float | None):
    """Flows every 10 ms and the clock at the end: at `stop`, or when the last second brings 22 mL, or after 15.8 s."""
    flows, volumes, t = [0.0], [0.0], STEP_S / 2
    while True:
        share = effort(t, clock)
        flows.append(share * who.debit(clock + share * STEP_S / 2))
        volumes.append(volumes[-1] + flows[-1] * STEP_S)
        clock, t = clock + share * STEP_S, t + STEP_S
        done = t > 1.5 and volumes[-1] - volumes[-101] <= 0.022 if stop is None else t >= stop
        if done or t >= 15.8:
            return flows, clock


def _effort(who: Sujet, fault: str, closes: float):
    """E(t, clock): share, at t seconds, of the largest flow that this point of the clock allows."""

    def good(t: float, rise: float = who.montee_s) -> float:
        return 1 - math.exp(-((max(t, 0.0) / rise) ** 2))

    def coughing(first: float, second: float):
        def effort(t: float, clock: float) -> float:
            for at in (first, second):
                if at <= t < at + 0.07:
                    return 0.0
                if at + 0.07 <= t < at + 0.12:
                    return 1.5
            return good(t)

        return effort

    wave = 2 * math.pi
    return {
        "demarrage_lent": lambda t, clock: min(1, t / 0.05) * (0.1 + 0.9 / (1 + math.exp(-(t - 0.45) / 0.08))),
        "hesitation": lambda t, clock: min(1.0, 0.5 / who.debit(clock)) if t < 0.6 else good(t - 0.6),
        "sous_maximale": lambda t, clock: 0.55 * good(t, 0.22) * (1 + 0.1 * math.sin(wave * 1.3 * t)),
        "toux_precoce": coughing(0.35, 0.62),
        "toux_tardive": coughing(1.5, 1.9),
        "glotte": lambda t, clock: good(t) * math.exp(-max(t - closes, 0.0) / 0.025),
        "embout_obstrue": lambda t, clock: min(
            0.62 * good(t) * (1 + 0.12 * math.sin(wave * 6 * t)),
            (4 + 0.3 * math.sin(wave * 6 * t)) / who.debit(clock),
        ),
        "effort_variable": lambda t, clock: good(t) * (0.72 + 0.28 * math.cos(wave * 1.1 * t)),
    }.get(fault, lambda t, clock: good(t))


def mesures(**changes) -> Manoeuvre:
    """A manoeuvre acceptable for VEMS and CVF, with other measures where asked."""
    sound = {
        "vems_l": 3.0,
        "cvf_l": 4.0,
        "dep_l_s": 8.0,
        "dem2575_l_s": 2.8,
        "vre_l": 0.05,
        "temps_zero_s": 0.05,
        "tef_s": 6.0,
        "volume_derniere_seconde_l": 0.010,
        "vem6_l": 4.0,
        "cvif_l": None,
        "temps_montee_s": 0.06,
    }
    return Manoeuvre(**{**sound, **changes})
