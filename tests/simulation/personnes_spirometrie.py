"""Persons who blow, of all profiles: what the tests of the simulated spirometry share."""

from functools import cache

from asalee_training.simulation import seance_spirometrie, spirometrie

PROFILS = tuple(spirometrie.PROFILS)


@cache
def personne(rang):
    """A patient; five in a row have the five profiles."""
    patient = {"sexe": ("femme", "homme")[rang % 2], "age": 40 + 7 * rang % 41, "taille_cm": 152 + 5 * rang % 36}
    return patient | spirometrie.draw(PROFILS[rang % len(PROFILS)], b"personne %d" % rang, patient)


@cache
def poumons(rang):
    """The best expiration of a patient."""
    return seance_spirometrie.courbe(personne(rang))
