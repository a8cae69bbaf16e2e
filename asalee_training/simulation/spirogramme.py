"""Forced expiration as a two-compartment emptying clock, fitted to a VEMS and a CVF.

Volume exhaled after s seconds of maximal effort, as a share of the whole:
x(s) = 1 - a·exp(-s/τ1) - (1-a)·exp(-s/τ2). The effort E(t) = 1 - exp(-(t/tr)²) drives the clock: s(t) = ∫E,
V(t) = V∞·x(s), F(t) = E·V∞·x'(s). Flow at a volume does not depend on effort, as in a lung; a slow second
compartment gives the scooped limb of obstruction. The family is the one of lumped models (Abboud, 1995); the
peak flow is a modelling assumption, see `peak_flow`.
"""

import math
from dataclasses import dataclass
from itertools import pairwise

from asalee_training.clinical import inputs

RISE_S = 0.04  # tr of a good effort
PLATEAU_L, LONGEST_S = 0.025, 15.0  # ATS/ERS 2019: less than 25 mL in the last second, or 15 s
#: Nobody blows a VEMS with a peak flow smaller than this many times it, in 1/s.
LEAST_PEAK_PER_VEMS = 2.3
#: τ2 in seconds by VEMS/CVF, from curves whose DEM25-75 stays within 6 % of the GLI median.
SLOW_S = (
    (0.20, 5.2), (0.30, 4.6), (0.40, 3.8), (0.50, 3.0), (0.60, 2.4),
    (0.70, 1.9), (0.76, 1.7), (0.82, 1.4), (0.88, 1.0), (0.94, 0.7),
)  # fmt: skip
#: τ2 of a small, fast-emptying lung, first choice first, and its peak flow in multiples of the VEMS.
SLOW_RESTRICTION_S = (0.75, 0.9, 1.05, 1.25, 1.45, 1.7)
PEAK_RESTRICTION_PER_VEMS = 2.5


@dataclass(frozen=True)
class Expiration:
    """A fitted expiration: whole volume in litres, share and time constants in seconds, end in seconds."""

    volume_l: float
    a: float
    tau1_s: float
    tau2_s: float
    fin_s: float

    def volume(self, t: float) -> float:
        """Volume exhaled at t seconds after the first flow, in litres."""
        s = _clock(t)
        return self.volume_l * (1 - self.a * math.exp(-s / self.tau1_s) - (1 - self.a) * math.exp(-s / self.tau2_s))

    def debit(self, t: float) -> float:
        """Flow at t seconds, in L/s."""
        s = _clock(t)
        slow = (1 - self.a) / self.tau2_s * math.exp(-s / self.tau2_s)
        return _effort(t) * self.volume_l * (self.a / self.tau1_s * math.exp(-s / self.tau1_s) + slow)

    def pointe(self) -> tuple[float, float]:
        """Time in seconds and flow in L/s of the peak."""
        low, high = 0.0, 8 * RISE_S
        for _ in range(24):  # ternary search: one peak, while the effort sets in
            left, right = low + (high - low) / 3, high - (high - low) / 3
            if self.debit(left) < self.debit(right):
                low = left
            else:
                high = right
        return low, self.debit(low)

    def temps_zero(self) -> float:
        """Time zero by back-extrapolation from the peak, in seconds."""
        t, flow = self.pointe()
        return t - self.volume(t) / flow

    def vems(self) -> float:
        """Volume exhaled one second after time zero, in litres."""
        return self.volume(self.temps_zero() + 1)

    def cvf(self) -> float:
        """Volume exhaled at the end, in litres."""
        return self.volume(self.fin_s)


def fit(vems_l: float, cvf_l: float, dep_l_s: float, restriction: bool = False) -> Expiration:
    """The expiration whose VEMS and CVF are these (to 1 mL), with a peak flow as near dep_l_s as they allow.

    ValueError when no curve of the family has them (a VEMS below a quarter of the CVF, or close to it).
    """
    dep_l_s = max(dep_l_s, LEAST_PEAK_PER_VEMS * vems_l)
    for tau2 in SLOW_RESTRICTION_S if restriction else ():
        if found := _fit(vems_l, cvf_l, min(dep_l_s, PEAK_RESTRICTION_PER_VEMS * vems_l), tau2):
            return found
    tau2 = _slow(vems_l / cvf_l)
    for _ in range(12):
        if found := _fit(vems_l, cvf_l, dep_l_s, tau2):
            return found
        # too slow for so large a VEMS: a faster lung, a sharper peak
        tau2, dep_l_s = 0.9 * tau2, 1.05 * dep_l_s
    raise inputs.refusal(
        f"spirometrie : aucune courbe ne convient à un VEMS de {inputs.shown(vems_l)} L "
        f"et une CVF de {inputs.shown(cvf_l)} L."
    )


def peak_flow(sexe: str, age: float, taille_cm: float, vems_share: float, cvf_l: float) -> float:
    """Peak flow in L/s: the ECSC 1993 prediction × (VEMS/predicted)^0.7, at most 3 × CVF (an assumption)."""
    return min(max(predicted_peak_flow(sexe, age, taille_cm), 2.0) * vems_share**0.7, 3.0 * cvf_l)


def predicted_peak_flow(sexe: str, age: float, taille_cm: float) -> float:
    """Predicted peak flow in L/s, from years and cm. Source: ECSC 1993 (Quanjer, Eur Respir J 1993;6 suppl 16:5)."""
    metres = taille_cm / 100
    return 6.14 * metres - 0.043 * age + 0.15 if sexe == "homme" else 5.50 * metres - 0.030 * age - 1.11


def _effort(t: float) -> float:
    return 1 - math.exp(-((t / RISE_S) ** 2))


def _clock(t: float) -> float:
    return t - RISE_S * math.sqrt(math.pi) / 2 * math.erf(t / RISE_S)


def _slow(ratio: float) -> float:
    for (low, tau_low), (high, tau_high) in pairwise(SLOW_S):
        if ratio <= high:
            return tau_low + (max(ratio, low) - low) / (high - low) * (tau_high - tau_low)
    return SLOW_S[-1][1]


def _fit(vems_l: float, cvf_l: float, dep_l_s: float, tau2: float) -> Expiration | None:
    whole = cvf_l
    for _ in range(8):
        curve = _shape(whole, vems_l, dep_l_s, tau2)
        if curve is None:
            return None
        if abs(curve.cvf() - cvf_l) < 5e-4:
            return curve
        whole *= cvf_l / curve.cvf()
    return curve


def _shape(whole: float, vems_l: float, dep_l_s: float, tau2: float) -> Expiration | None:
    """For a whole volume: the share `a` that gives the VEMS, each with the τ1 that gives the peak flow."""

    def gap(a: float) -> tuple[float, Expiration]:
        curve = _with_peak(whole, a, tau2, dep_l_s)
        return curve.vems() - vems_l, curve

    steps = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99]
    low = steps[0]
    gap_low, _ = gap(low)
    for high in steps[1:]:
        gap_high, curve = gap(high)
        if gap_low <= 0 <= gap_high:
            for _ in range(20):
                middle = (low + high) / 2
                value, curve = gap(middle)
                if abs(value) < 3e-4:
                    break
                low, high = (middle, high) if value < 0 else (low, middle)
            return Expiration(curve.volume_l, curve.a, curve.tau1_s, curve.tau2_s, _end(curve))
        low, gap_low = high, gap_high
    return None


def _with_peak(whole: float, a: float, tau2: float, dep_l_s: float) -> Expiration:
    low, high = math.log(0.03), math.log(tau2)
    for _ in range(14):
        middle = (low + high) / 2
        curve = Expiration(whole, a, math.exp(middle), tau2, LONGEST_S)
        low, high = (middle, high) if curve.pointe()[1] > dep_l_s else (low, middle)
    return curve


def _end(curve: Expiration) -> float:
    """First instant, to 10 ms, when the last second brought less than 25 mL; 15 s after time zero at most."""
    low, high = 1.2, LONGEST_S + curve.temps_zero()
    if curve.volume(high) - curve.volume(high - 1) > PLATEAU_L:
        return round(high, 2)
    while high - low > 0.005:
        middle = (low + high) / 2
        plateau = curve.volume(middle) - curve.volume(middle - 1) <= PLATEAU_L
        low, high = (low, middle) if plateau else (middle, high)
    return round(high + 0.005, 2)
