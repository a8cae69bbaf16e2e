"""Somebody drawn with a profile of blood pressure, as the tests of readings and of sessions take them."""

from asalee_training.simulation import patient

SEEDS = [index.to_bytes(2, "big") for index in range(60)]


def drawn(profil, seed=b"a", **laws):
    return patient.draw({"tension": {"profil": profil}, **laws}, seed)
