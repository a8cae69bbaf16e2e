"""One forced expiration, from its flow to its volumes.

The flow is the broken line through the samples, so the volume is exact between them (trapezoids; a parabola inside
each interval). The expiration starts where the lungs are fullest before the peak flow, and ends where an
inspiration follows or where the record stops: a flow that stays at zero (closed glottis, held breath) ends nothing.
Source: Graham, ATS/ERS standardization of spirometry, Am J Respir Crit Care Med 2019;200:e70.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise
from operator import add, mul, sub

from asalee_training.clinical import inputs, reference_data

SAMPLES_MIN = 20
GAP_MAX_S = 0.5  # a longer hole in the record would be filled by a straight line
RECORD_MAX_S = 120.0  # also refuses milliseconds
FLOW_MAX_L_S = 20.0  # also refuses L/min and mL/s


@dataclass(frozen=True)
class Manoeuvre:
    """Measures of one forced expiration, not rounded: litres, L/s, seconds.

    vems_l: volume one second after time zero, None when the expiration ended before. vem6_l: at six seconds, or
    the whole CVF when it ended before. vre_l: volume at time zero (back-extrapolated volume). tef_s: time zero to
    the end. volume_derniere_seconde_l: exhaled in the last second, None when tef_s is below 1 s. cvif_l: volume
    breathed in after the end, None when the record shows no inspiration. temps_montee_s: flow from 10 to 90 % of
    its peak. temps_zero_s and temps_fin_s are on the clock of the record.
    """

    vems_l: float | None
    cvf_l: float
    dep_l_s: float
    dem2575_l_s: float
    vre_l: float
    temps_zero_s: float
    tef_s: float
    volume_derniere_seconde_l: float | None
    vem6_l: float
    cvif_l: float | None
    temps_montee_s: float

    @property
    def temps_fin_s(self) -> float:
        """End of the forced expiration, on the clock of the record."""
        return self.temps_zero_s + self.tef_s


@dataclass(frozen=True)
class Courbe:
    """A record: times in s, flows in L/s, and the volume in L exhaled since the first sample."""

    temps_s: list[float]
    debit_l_s: list[float]
    volume_l: list[float]

    def volume(self, t: float) -> float:
        """Volume at a time of the record, in litres."""
        i = min(max(bisect_right(self.temps_s, t) - 1, 0), len(self.temps_s) - 2)
        since, step = t - self.temps_s[i], self.temps_s[i + 1] - self.temps_s[i]
        before, after = self.debit_l_s[i], self.debit_l_s[i + 1]
        return self.volume_l[i] + since * (before + (after - before) * since / (2 * step))

    def pointe(self) -> int:
        """Index of the peak flow."""
        return self.debit_l_s.index(max(self.debit_l_s))

    def debut(self) -> int:
        """Index where the forced expiration starts: the last one, before the peak, where the lungs are fullest."""
        before = self.volume_l[self.pointe() :: -1]
        return len(before) - 1 - before.index(min(before))

    def fin(self) -> tuple[int, bool]:
        """Index where the forced expiration ends, and whether an inspiration follows."""
        peak = self.pointe()
        highest, least = peak, reference_data.thresholds("spirometrie_qualite")["inspiration_min_l"]
        for index, volume in enumerate(self.volume_l[peak:], peak):
            if volume >= self.volume_l[highest]:
                highest = index
            elif self.volume_l[highest] - volume > least:
                return highest, True
        return len(self.volume_l) - 1, False


def analyser(temps_s: Iterable[float], debit_l_s: Iterable[float]) -> Manoeuvre:
    """Measures of a forced expiration.

    temps_s: strictly increasing, any spacing up to 0.5 s, at least 20 samples. debit_l_s: flow at these times,
    positive while breathing out, -20 to 20 L/s. Time zero is where the line of slope DEP through the peak of the
    volume-time curve meets the starting volume; VEMS is the volume one second later; DEM25-75 is half the CVF over
    the time from its first to its third quarter. ValueError on another record, or one without an expiration.
    Source: Graham, ATS/ERS 2019, Am J Respir Crit Care Med 2019;200:e70 (2019).
    """
    courbe = lire(temps_s, debit_l_s)
    times, volumes = courbe.temps_s, courbe.volume_l
    peak, start = courbe.pointe(), courbe.debut()
    end, breathes_in = courbe.fin()
    full = volumes[start]
    dep, cvf = courbe.debit_l_s[peak], max(volumes[start : end + 1]) - full
    seuils = reference_data.thresholds("spirometrie_qualite")
    if dep < seuils["debit_pointe_min_l_s"] or cvf < seuils["volume_min_l"]:
        raise inputs.refusal(
            f"Débit : aucune expiration forcée dans cet enregistrement (débit de pointe {inputs.shown(dep)} L/s, "
            f"volume {inputs.shown(cvf)} L). Le débit expiré est positif, en L/s, d’au moins "
            f"{inputs.shown(seuils['debit_pointe_min_l_s'])} L/s."
        )
    inputs.number("Volume expiré", cvf, seuils["volume_min_l"], 15, "L")
    zero = times[peak] - (volumes[peak] - full) / dep
    tef = times[end] - zero
    long_enough = tef >= 1 - 1e-9  # the last sample of a record may be one second after time zero but for rounding
    first, third = (_instant(courbe, full + share * cvf, start) for share in (0.25, 0.75))
    return Manoeuvre(
        vems_l=courbe.volume(zero + 1) - full if long_enough else None,
        cvf_l=cvf,
        dep_l_s=dep,
        dem2575_l_s=0.5 * cvf / (third - first),
        vre_l=courbe.volume(zero) - full,
        temps_zero_s=zero,
        tef_s=tef,
        volume_derniere_seconde_l=volumes[end] - courbe.volume(times[end] - 1) if long_enough else None,
        vem6_l=courbe.volume(zero + 6) - full if tef > 6 else cvf,
        cvif_l=volumes[end] - min(volumes[end:]) if breathes_in else None,
        temps_montee_s=_rise(courbe, start, peak),
    )


def lire(temps_s: Iterable[float], debit_l_s: Iterable[float]) -> Courbe:
    """The record as a curve; ValueError when it is not one (see `analyser`).

    A point is added wherever the flow crosses zero: the lungs are fullest and emptiest there, between two samples.
    Source: trapezoidal rule (no date).
    """
    times = _numbers("Temps", temps_s, 1e6, "s")
    flows = _numbers("Débit", debit_l_s, FLOW_MAX_L_S, "L/s")
    if len(times) != len(flows):
        raise inputs.refusal(f"Courbe : {len(times)} temps pour {len(flows)} débits ; il en faut autant.")
    if len(times) < SAMPLES_MIN:
        raise inputs.refusal(f"Courbe : {len(times)} points ; il en faut au moins {SAMPLES_MIN}.")
    for t, after in pairwise(times):
        if not 0 < after - t <= GAP_MAX_S:
            raise inputs.refusal(
                f"Temps : {inputs.shown(after)} s vient après {inputs.shown(t)} s ; les temps, en secondes, "
                f"sont strictement croissants et espacés de {inputs.shown(GAP_MAX_S)} s au plus."
            )
    inputs.number("Durée de l’enregistrement", times[-1] - times[0], 0, RECORD_MAX_S, "s")
    crossings = [i for i, (before, after) in enumerate(pairwise(flows), 1) if before * after < 0]
    for i in reversed(crossings):
        crossing = times[i - 1] + (times[i] - times[i - 1]) * flows[i - 1] / (flows[i - 1] - flows[i])
        if times[i - 1] < crossing < times[i]:
            times.insert(i, crossing)
            flows.insert(i, 0.0)
    steps = map(mul, map(sub, times[1:], times), map(add, flows[1:], flows))
    return Courbe(times, flows, [doubled / 2 for doubled in accumulate(steps, initial=0.0)])


def _numbers(label: str, values: Iterable[float], limit: float, unit: str) -> list[float]:
    try:
        numbers = list(values)
    except TypeError:
        raise inputs.refusal(f"{label} : {inputs.shown(values)} n’est pas une suite de nombres, en {unit}.") from None
    if set(map(type, numbers)) == {float} and all(map(limit.__ge__, map(abs, numbers))):  # usual, 20 times faster
        return numbers
    return [inputs.number(label, value, -limit, limit, unit) for value in numbers]


def _instant(courbe: Courbe, volume: float, start: int) -> float:
    """First time when this volume is reached, in seconds."""
    i = next(index for index in range(start, len(courbe.volume_l)) if courbe.volume_l[index] >= volume)
    t, before, after = courbe.temps_s[i], courbe.volume_l[i - 1], courbe.volume_l[i]
    return t - (t - courbe.temps_s[i - 1]) * (after - volume) / (after - before)


def _rise(courbe: Courbe, start: int, peak: int) -> float:
    """Time from 10 to 90 % of the peak flow, followed back from the peak."""
    times, flows = courbe.temps_s, courbe.debit_l_s

    def reached(share: float) -> float:
        level, index = share * flows[peak], peak
        while index > start and flows[index - 1] >= level:
            index -= 1
        if index == start:  # the record opens above this level
            return times[start]
        below, above = flows[index - 1], flows[index]
        return times[index - 1] + (times[index] - times[index - 1]) * (level - below) / (above - below)

    return reached(0.9) - reached(0.1)
