"""The settings on which a maquette is tried."""

import itertools
import random

from asalee_training.simulation.maquettes import MAQUETTES, Curseur


def crans(reglage):
    """Its ends, its start, and some steps between."""
    if not isinstance(reglage, Curseur):
        return list(reglage.bouts())
    count = round((reglage.maxi - reglage.mini) / reglage.pas)
    steps = {0, count, *(round(count * k / 6) for k in range(1, 6))}
    return sorted({reglage.lire(reglage.mini + k * reglage.pas) for k in steps} | {reglage.lire(reglage.depart)})


def tous(nom, most=120):
    """Settings of a maquette: every combination of its steps, or as many drawn among them."""
    maquette = MAQUETTES[nom]
    found = [
        dict(zip((r.nom for r in maquette.reglages), values, strict=True))
        for values in itertools.product(*map(crans, maquette.reglages))
    ]
    kept = found if len(found) <= most else random.Random(nom).sample(found, most)  # noqa: S311 - a fixed choice
    return [*maquette.exemples(), *kept]
