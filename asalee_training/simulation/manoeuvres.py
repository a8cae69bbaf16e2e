"""Forced expirations as a nurse meets them: a sound one and thirteen faults, from one fitted expiration.

Every manoeuvre is the emptying clock of `spirogramme` driven by an effort E(t, s): ds/dt = E, V = V∞·x(s),
F = E·V∞·x'(s). A fault is a change of the effort, of the starting clock, or of what the device measures. The record
holds a rest, the expiration, and the inspiration that follows: flows in mL/s, every 10 ms while they change fast,
every 100 ms in the tail.
"""

import hashlib
import math
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from asalee_training.simulation import tirage
from asalee_training.simulation.spirogramme import LONGEST_S, Expiration

BONNE = "bonne"
FAUTES = (
    "demarrage_lent",
    "hesitation",
    "sous_maximale",
    "toux_precoce",
    "toux_tardive",
    "arret_premature",
    "glotte",
    "fuite",
    "respiration_supplementaire",
    "inspiration_incomplete",
    "zero_decale",
    "embout_obstrue",
    "effort_variable",
)
#: Faults that no number tells: an effort that was not the best one, a mouthpiece in part closed.
VISUELLES = ("sous_maximale", "embout_obstrue", "effort_variable")
#: Sampling: a rest before, then until so many seconds, a flow every so many milliseconds.
REPOS_S, REPOS_MS = 0.4, 50
PAS = ((1.2, 10), (2.4, 20), (5.0, 50), (LONGEST_S + 1, 100))
INSPIRATION_MS = 40
PLATEAU_L, AU_MOINS_S = 0.022, 1.5  # a sound blow goes on until its last second brings no more than this
MONTEE_S = (0.03, 0.05)
BRUIT, BRUIT_ENTIER_S = 0.01, 0.5  # share of the flow; the noise sets in, so that the peak is the one asked for
FUITE, ZERO_L_S, TOUX_S = 0.12, 0.04, 0.07
#: Inspiratory peak as a share of the expiratory one; a weak effort; share of the expired volume breathed in again.
PIF, PIF_FAIBLE, CVIF = 0.75, 0.6, (0.95, 1.0)
#: Longest early stop: no more than this share of the lungs is out, however fast they empty.
PART_ARRET, ARRET_MIN_S = 0.88, 1.25
WAVE = 2 * math.pi

Effort = Callable[[float, float], float]


@dataclass(frozen=True)
class Souffle:
    """A record: `pas` runs of (number of steps, milliseconds), and the flow in mL/s at each of their ends."""

    pas: tuple[tuple[int, int], ...]
    debit_ml_s: tuple[int, ...]

    @property
    def temps_s(self) -> list[float]:
        steps = (ms for count, ms in self.pas for _ in range(count))
        return [ms / 1000 for ms in accumulate(steps, initial=0)]

    @property
    def debit_l_s(self) -> list[float]:
        return [flow / 1000 for flow in self.debit_ml_s]


def souffler(
    courbe: Expiration, faute: str, seed: bytes, label: str, ampleur: int = 0, montee_s: float | None = None
) -> Souffle:
    """One manoeuvre of these lungs. faute: "bonne" or a word of FAUTES; KeyError for another one.

    ampleur: from 0, a slow start made slower. montee_s: time in which the effort sets in, drawn when not given.
    """
    if faute != BONNE and faute not in FAUTES:
        raise KeyError(faute)
    blow = _Cours(courbe, faute, seed, label, ampleur, montee_s)
    expired = blow.expirer()
    flows = list(blow.bruit(expired))
    measured = [flow * (1 - FUITE) for flow in flows] if faute == "fuite" else flows
    breath = blow.inspirer(expired)
    rest = round(1000 * REPOS_S / REPOS_MS)
    whole = [0.0] * rest + measured + breath
    shift = ZERO_L_S if faute == "zero_decale" else 0.0
    runs = _runs([REPOS_MS] * rest + blow.steps_ms[: len(flows) - 1] + [INSPIRATION_MS] * len(breath))
    return Souffle(runs, tuple(round(1000 * (flow + shift)) for flow in whole))


class _Cours:
    """A manoeuvre under way: the draws of its fault, its clock, its volumes."""

    def __init__(self, courbe: Expiration, faute: str, seed: bytes, label: str, ampleur: int, montee_s: float | None):
        self.courbe, self.faute, self.seed, self.label = courbe, faute, seed, label
        self.steps_ms = [ms for start, (until, ms) in _zones() for _ in range(round((until - start) * 1000 / ms))]
        self.montee = self._draw("montee", *MONTEE_S) if montee_s is None else montee_s
        self.manque = self._draw("manque", 0.4, 0.5) if faute == "inspiration_incomplete" else 0.0
        self.glotte = self._draw("glotte", 0.6, 0.9)
        self.arret = max(ARRET_MIN_S, min(self._draw("arret", 1.5, 3.0), _clock_at(courbe, PART_ARRET)))
        self.inspire = min(3.0, 0.6 * courbe.fin_s)  # when air comes in beside the mouthpiece
        self.depart = 0.45 + 0.06 * ampleur
        self.dep = courbe.pointe()[1]
        self.effort = self._effort()
        self.volume = 0.0

    def _draw(self, what: str, low: float, high: float) -> float:
        return tirage.between(self.seed, f"{self.label}.{what}", low, high)

    def expirer(self) -> list[float]:
        """Flows at each sample, without noise, to the end; `volume` is then what left the lungs and was measured."""
        courbe, s, t = self.courbe, self._start(), 0.0
        flows, times, volumes, base, held = [0.0], [0.0], [0.0], _volume(courbe, self._start()), 0.0
        for ms in self.steps_ms:
            closed = self.faute == "respiration_supplementaire" and self.inspire <= t < self.inspire + 0.5
            if not closed:
                parts = max(1, ms // (5 if t < 2 else 25))
                h = ms / 1000 / parts
                for _ in range(parts):
                    s += h * self.effort(t + h / 2, s)
                    t += h
            else:
                t += ms / 1000
                if held == 0.0:  # 0.6 L through the nose: the lungs are fuller than the device believes
                    held = min(0.6, _volume(courbe, s))
                    s = _clock_at(courbe, (_volume(courbe, s) - held) / courbe.volume_l)
            t = round(t, 6)
            volumes.append(_volume(courbe, s) - base + held)
            flows.append(0.0 if closed else self.effort(t, s) * _flow(courbe, s))
            times.append(t)
            if self._finished(times, volumes):
                break
        self.volume, self.held = volumes[-1], held
        if self.faute == "arret_premature":
            flows[-1] = 0.0
        return flows

    def _start(self) -> float:
        return _clock_at(self.courbe, self.manque / self.courbe.volume_l)

    def _finished(self, times: list[float], volumes: list[float]) -> bool:
        t = times[-1]
        if self.faute == "arret_premature":
            return t >= self.arret
        if self.faute == "glotte":
            return t >= self.glotte + 2
        zero = 0.7 if self.faute in ("hesitation", "demarrage_lent") else 0.3  # time zero comes no later
        if t >= LONGEST_S + zero:
            return True
        if t < AU_MOINS_S + zero or (self.faute == "respiration_supplementaire" and t < self.inspire + 1.5):
            return False
        ago = t - (3 if self.faute == "zero_decale" else 1)  # a shifted zero hides the plateau: the blow goes on
        i = bisect_right(times, ago) - 1
        share = (ago - times[i]) / (times[i + 1] - times[i])
        then = volumes[i] + share * (volumes[i + 1] - volumes[i])
        return volumes[-1] - then <= PLATEAU_L

    def bruit(self, flows: list[float]) -> Iterator[float]:
        """The flows with a coloured noise of 1 %, about 5 Hz."""
        noise, t = 0.0, 0.0
        drawn = hashlib.shake_128(self.seed + f"{self.label}.bruit".encode()).digest(2 * len(flows))
        for i, flow in enumerate(flows):
            keep = math.exp(-WAVE * 5 * self.steps_ms[i] / 1000)
            uniform = int.from_bytes(drawn[2 * i : 2 * i + 2], "big") / 32767.5 - 1
            noise = keep * noise + math.sqrt(3 * (1 - keep**2)) * BRUIT * uniform
            yield flow * (1 + noise * min(1.0, t / BRUIT_ENTIER_S))
            t += self.steps_ms[i] / 1000

    def inspirer(self, expired: list[float]) -> list[float]:
        """Flows of the inspiration: -PIF·sin(πu)^0.7, u the share already breathed in."""
        share = 1.0 if self.faute in ("fuite", "inspiration_incomplete") else self._draw("cvif", *CVIF)
        volume = max(0.3, (self.volume - self.held) * share + self.manque)
        peak = PIF * self.dep * (PIF_FAIBLE if self.faute == "sous_maximale" else 1)
        u, flows, h = 0.004, [], INSPIRATION_MS / 1000
        while u < 0.995 and len(flows) < 120:
            for _ in range(8):
                u = min(u + h / 8 * peak / volume * math.sin(math.pi * min(u, 0.996)) ** 0.7, 0.999)
            flows.append(-peak * math.sin(math.pi * min(u, 1)) ** 0.7)
        scale = volume / (h * -math.fsum(flows)) if flows else 1.0  # what was drawn is what is breathed in
        return [*(flow * scale for flow in flows), 0.0]

    def _effort(self) -> Effort:
        """E(t, s): share, at t seconds, of the largest flow that this point of the clock allows."""
        rise, courbe = self.montee, self.courbe

        def good(t: float, tr: float = rise) -> float:
            return 1 - math.exp(-((t / tr) ** 2)) if t > 0 else 0.0

        def cough(first: float, second: float) -> Effort:
            def effort(t: float, s: float) -> float:
                for at in (first, second):
                    if at <= t < at + TOUX_S:
                        return 0.0
                    if at + TOUX_S <= t < at + 3 * TOUX_S:  # the air held back goes at once, then the limb is joined
                        return 1 + 0.6 * math.exp(-(t - at - TOUX_S) / 0.03)
                return good(t)

            return effort

        cap = min(4.0, 0.6 * self.dep)  # a box, also for who has a small peak
        again = self.inspire + 0.5
        efforts: dict[str, Effort] = {
            "demarrage_lent": lambda t, s: min(1.0, t / 0.05) * (0.1 + 0.9 / (1 + math.exp(-(t - self.depart) / 0.08))),
            "hesitation": lambda t, s: max(min(1.0, t / 0.1) * min(1.0, 0.5 / _flow(courbe, s)), good(t - 0.6)),
            "sous_maximale": lambda t, s: 0.55 * good(t, 0.22) * (1 + 0.1 * math.sin(WAVE * 1.3 * t)),
            "toux_precoce": cough(0.35, 0.62),
            "toux_tardive": cough(1.25, 1.6),
            "glotte": lambda t, s: good(t) * math.exp(-max(t - self.glotte, 0.0) / 0.025),
            "respiration_supplementaire": lambda t, s: good(t) if t < again else good(t - again),
            "embout_obstrue": lambda t, s: min(
                0.62 * good(t) * (1 + 0.12 * math.sin(WAVE * 6 * t)),
                (cap + 0.3 * math.sin(WAVE * 6 * t)) / _flow(courbe, s),
            ),
            "effort_variable": lambda t, s: good(t) * (0.72 + 0.28 * math.cos(WAVE * 1.1 * t)),
        }
        return efforts.get(self.faute, lambda t, s: good(t))


def _zones() -> Iterator[tuple[float, tuple[float, int]]]:
    start = 0.0
    for zone in PAS:
        yield start, zone
        start = zone[0]


def _runs(steps: list[int]) -> tuple[tuple[int, int], ...]:
    runs: list[list[int]] = []
    for ms in steps:
        if runs and runs[-1][1] == ms:
            runs[-1][0] += 1
        else:
            runs.append([1, ms])
    return tuple((count, ms) for count, ms in runs)


def _volume(courbe: Expiration, s: float) -> float:
    slow = (1 - courbe.a) * math.exp(-s / courbe.tau2_s)
    return courbe.volume_l * (1 - courbe.a * math.exp(-s / courbe.tau1_s) - slow)


def _flow(courbe: Expiration, s: float) -> float:
    fast = courbe.a / courbe.tau1_s * math.exp(-s / courbe.tau1_s)
    return courbe.volume_l * (fast + (1 - courbe.a) / courbe.tau2_s * math.exp(-s / courbe.tau2_s))


def _clock_at(courbe: Expiration, share: float) -> float:
    """Clock when this share of the volume is out."""
    low, high = 0.0, 60.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if _volume(courbe, middle) < share * courbe.volume_l else (low, middle)
    return low
