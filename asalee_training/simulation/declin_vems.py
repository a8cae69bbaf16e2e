"""What becomes of a VEMS over the years, with and without tobacco: the curves of Fletcher, on GLI Global medians.

A woman who never smoked follows the median of her age. One whom smoke harms loses, each year she smokes, ``PERTE``
times what age takes; the day she stops, she loses what age takes, no more. Nothing comes back. Not every smoker is so
harmed: a schema, not a forecast for anybody.
Source: Fletcher and Peto, Br Med J 1977;1:1645 (shape); factor of 2, the least of « two to three times », to be
verified (à vérifier). Medians: GLI Global, Bowerman, Am J Respir Crit Care Med 2023;207:768.
"""

from __future__ import annotations

from functools import lru_cache

from asalee_training.clinical.spirometrie import gli

SEXE, TAILLE_CM = "femme", 162
DEBUT, FIN = 25, 85  # years: smoke counts from the first, the drawing ends at the last
PERTE = 2.0
#: Under this share, breathless in everyday gestures: the mark of a schema, no threshold of any examination.
GENE = 1 / 3


def part_sans_tabac(age: float) -> float:
    """VEMS of a woman who never smoked, as a share of what it was at 25; 25-85 years."""
    return _mediane(age) / _mediane(DEBUT)


def part(age: float, arret: float) -> float:
    """VEMS as a share of what it was at 25, for who smokes and stops at ``arret`` years (25-85; later: she goes on)."""
    fume = 1 - PERTE * (1 - part_sans_tabac(min(age, arret)))
    return fume if age <= arret else fume - (part_sans_tabac(arret) - part_sans_tabac(age))


def age_du_meme_souffle(age: float, arret: float) -> int:
    """Age at which she would have had, going on smoking, the VEMS that she has at ``age`` after stopping."""
    vise = part(age, arret)
    return next((a for a in range(DEBUT, FIN + 1) if part(a, FIN) <= vise), FIN)


def age_de_gene(arret: float) -> int | None:
    """First age at which she is under ``GENE``; None when it is not before 85."""
    return next((age for age in range(DEBUT, FIN + 1) if part(age, arret) < GENE), None)


@lru_cache
def _mediane(age: float) -> float:
    return gli.reference("vems", SEXE, age, TAILLE_CM).m
