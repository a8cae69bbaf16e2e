"""What a positive or negative test is worth in a population: target, do not screen everybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from asalee_training.clinical import inputs, reference_data


@dataclass(frozen=True)
class ValeursPredictives:
    """Predictive values (fractions), likelihood ratios, and counts among 1000 people tested. Nothing is rounded."""

    vpp: float
    vpn: float
    rv_plus: float
    rv_moins: float
    vrais_positifs: float
    faux_positifs: float
    faux_negatifs: float
    vrais_negatifs: float


@dataclass(frozen=True)
class Performance:
    """Published sensitivity and specificity (fractions) of a test, where they were measured, and how sure they are.

    surete: "lu" (read in a public document) or "a_verifier".
    """

    situation: str
    sensibilite: float
    specificite: float
    surete: str
    source: str
    date: str


def valeurs_predictives(sensibilite: float, specificite: float, prevalence: float) -> ValeursPredictives:
    """Predictive values of a test, from three fractions (0.92, not 92).

    sensibilite: 0.01-1. specificite: 0.01-0.999 (at 1 the positive likelihood ratio has no value).
    prevalence: 0.0001-0.9999. Raises ValueError otherwise.
    Source: Bayes’ theorem (1763).
    """
    se = inputs.number("Sensibilité", sensibilite, 0.01, 1, "(en fraction : 0,92 pour 92 %)")
    sp = inputs.number("Spécificité", specificite, 0.01, 0.999, "(en fraction : 0,85 pour 85 %)")
    p = inputs.number("Prévalence", prevalence, 0.0001, 0.9999, "(en fraction : 0,05 pour 5 %)")
    vrais_positifs, faux_negatifs = 1000 * p * se, 1000 * p * (1 - se)
    vrais_negatifs, faux_positifs = 1000 * (1 - p) * sp, 1000 * (1 - p) * (1 - sp)
    return ValeursPredictives(
        vpp=vrais_positifs / (vrais_positifs + faux_positifs),
        vpn=vrais_negatifs / (vrais_negatifs + faux_negatifs),
        rv_plus=se / (1 - sp),
        rv_moins=(1 - se) / sp,
        vrais_positifs=vrais_positifs,
        faux_positifs=faux_positifs,
        faux_negatifs=faux_negatifs,
        vrais_negatifs=vrais_negatifs,
    )


@cache
def performances() -> Mapping[str, Performance]:
    """Published performances by name: "cinq_mots_total", "codex", "iadl4", "moca"…

    Source: `references/cognition_performances.csv`, one source and date a row.
    """
    return MappingProxyType(
        {
            row["nom"]: Performance(
                inputs.typography(row["situation"]),
                float(row["sensibilite"]),
                float(row["specificite"]),
                row["surete"],
                inputs.typography(row["source"]),
                row["date"],
            )
            for row in reference_data.rows("cognition_performances")
        }
    )
