"""Orthostatic hypotension: lying, then standing at 1 and 3 minutes.

Source: SFHTA/SFGG/EFAS, hypotension orthostatique (2014).
"""

from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.tension.cabinet import pression


@dataclass(frozen=True)
class Orthostatisme:
    """Falls from lying to standing, in mmHg (negative when the pressure rises), and what they say.

    positive: a fall of 20 (PAS) or 10 (PAD) at 1 or at 3 minutes, with symptoms or without. The falls at 3 minutes
    are None when the test was stopped after a positive first minute. hausse_pouls: in beats/min, None when the pulse
    was not taken; hausse_faible: below 15, which suggests a neurogenic cause, only told for a positive test.
    """

    baisse_pas_1: float
    baisse_pad_1: float
    baisse_pas_3: float | None
    baisse_pad_3: float | None
    positive: bool
    hausse_pouls: float | None
    hausse_faible: bool | None


def orthostatisme(
    pas_couche_mmhg: float,
    pad_couche_mmhg: float,
    pas_1_min_mmhg: float,
    pad_1_min_mmhg: float,
    pas_3_min_mmhg: float | None,
    pad_3_min_mmhg: float | None,
    pouls_couche: float | None = None,
    pouls_debout: float | None = None,
) -> Orthostatisme:
    """Reading of an orthostatic test: lying for 5 minutes (or sitting if impossible), standing at 1 and 3 minutes.

    Pressures in mmHg, as `pression`; pulses 30-300 beats/min, both or neither. The two values at 3 minutes may be
    None only when the first minute is already positive: the patient was sat down again. Raises ValueError otherwise.
    Source: SFHTA/SFGG/EFAS (2014); pulse rise below 15/min is [K 85%], to be verified (2014).
    """
    couche = pression(pas_couche_mmhg, pad_couche_mmhg)
    minute_1 = _baisses(couche, pression(pas_1_min_mmhg, pad_1_min_mmhg))
    positive = _positive(*minute_1)
    minute_3: tuple[float | None, float | None] = (None, None)
    if pas_3_min_mmhg is not None or pad_3_min_mmhg is not None:
        minute_3 = _baisses(couche, pression(pas_3_min_mmhg, pad_3_min_mmhg))
        positive = positive or _positive(*minute_3)
    elif not positive:
        raise inputs.refusal("Mesure à 3 minutes : rien n’est écrit ; à 1 minute la baisse ne suffit pas à conclure.")
    hausse = _hausse(pouls_couche, pouls_debout)
    faible = None
    if positive and hausse is not None:
        faible = hausse < reference_data.thresholds("tension")["orthostatisme_pouls"]
    return Orthostatisme(*minute_1, *minute_3, positive, hausse, faible)


def _baisses(couche: tuple[float, float], debout: tuple[float, float]) -> tuple[float, float]:
    return couche[0] - debout[0], couche[1] - debout[1]


def _positive(baisse_pas: float, baisse_pad: float) -> bool:
    seuils = reference_data.thresholds("tension")
    return baisse_pas >= seuils["orthostatisme_pas"] or baisse_pad >= seuils["orthostatisme_pad"]


def _hausse(couche: float | None, debout: float | None) -> float | None:
    if couche is None and debout is None:
        return None
    lus = [
        inputs.number(f"Pouls {position}", pouls, 30, 300, "battements/min")
        for position, pouls in (("couché", couche), ("debout", debout))
    ]
    return lus[1] - lus[0]
