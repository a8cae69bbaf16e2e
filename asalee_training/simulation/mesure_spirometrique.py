"""What a spirometer prints: curves, measured values, predicted values and lower limits."""

import math
from collections.abc import Mapping

from asalee_training.clinical import spirometrie
from asalee_training.simulation import spirogramme

FIELDS = ("sexe", "age", "taille_cm", "vems_l", "cvf_l")
#: Sampling of an expiration: (until s, every s); then this many points to the end.
SAMPLING = ((0.3, 0.005), (1.5, 0.02))
TAIL_POINTS = 90
INSPIRATION_POINTS = 31
#: Inspiratory peak as a share of the expiratory one.
INSPIRATORY_SHARE = 0.75


def read(parts: tuple[str, ...], flags: Mapping[str, bool], patient: Mapping) -> dict:
    """{"valeurs", "courbes"?, "theoriques"?}.

    valeurs: "vems_l", "cvf_l", "dep_l_s" among those asked for. courbes: one per manoeuvre, times in ms,
    volumes in mL, flows in mL/s (negative while breathing in). theoriques: predicted value and lower limit
    (GLI Global) of "vems_l", "cvf_l" and "vems_cvf_pct"; neither the patient's ratio nor a z-score.
    """
    references = {
        indice: spirometrie.reference(indice, patient["sexe"], patient["age"], patient["taille_cm"])
        for indice in ("vems", "cvf", "vems_cvf")
    }
    curve = _fit(references, patient)
    measured = {
        "vems": ("vems_l", patient["vems_l"]),
        "cvf": ("cvf_l", patient["cvf_l"]),
        "dep": ("dep_l_s", round(curve.pointe()[1], 2)),
    }
    seen: dict = {"valeurs": dict(measured[part] for part in parts)}
    if flags["courbes"]:
        seen["courbes"] = [_sampled(curve)]
    if flags["theoriques"]:
        seen["equations"] = "GLI Global (2022)"
        seen["theoriques"] = {
            "vems_l": _printed(references["vems"], 1, 2),
            "cvf_l": _printed(references["cvf"], 1, 2),
            "vems_cvf_pct": _printed(references["vems_cvf"], 100, 1),
        }
    return seen


def _printed(reference: spirometrie.Reference, factor: int, digits: int) -> dict[str, float]:
    return {"theorique": round(factor * reference.m, digits), "lin": round(factor * reference.lin, digits)}


def _fit(references: Mapping, patient: Mapping) -> spirogramme.Expiration:
    vems_l, cvf_l = patient["vems_l"], patient["cvf_l"]
    motif = spirometrie.motif(
        references["vems"].z(vems_l), references["cvf"].z(cvf_l), references["vems_cvf"].z(vems_l / cvf_l)
    )
    vems_share = vems_l / references["vems"].m
    dep = spirogramme.peak_flow(patient["sexe"], patient["age"], patient["taille_cm"], vems_share, cvf_l)
    return spirogramme.fit(vems_l, cvf_l, dep, restriction=motif in ("restriction_possible", "prism_possible"))


def _sampled(curve: spirogramme.Expiration) -> dict:
    times, start = [], 0.0
    for until, every in SAMPLING:
        times += [start + every * index for index in range(round((until - start) / every))]
        start = until
    times += [start + (curve.fin_s - start) * index / TAIL_POINTS for index in range(TAIL_POINTS + 1)]
    whole, peak = curve.cvf(), INSPIRATORY_SHARE * curve.pointe()[1]
    # closer at both ends, where the flow changes fastest: a limb without corners
    turns = [math.pi * index / (INSPIRATION_POINTS - 1) for index in range(INSPIRATION_POINTS)]
    shares = [(1 - math.cos(turn)) / 2 for turn in turns]
    return {
        "expiration": {
            "temps_ms": [round(1000 * t) for t in times],
            "volume_ml": [round(1000 * curve.volume(t)) for t in times],
            "debit_ml_s": [round(1000 * curve.debit(t)) for t in times],
        },
        "inspiration": {
            "volume_ml": [round(1000 * whole * (1 - share)) for share in shares],
            "debit_ml_s": [-round(1000 * peak * abs(math.sin(math.pi * share)) ** 0.7) for share in shares],
        },
    }
