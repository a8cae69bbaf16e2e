"""The weight of a heart that fills: how much was gained in three days. It alerts; it names no disease.

Source: ESC, heartfailurematters.org, « more than 2 kilos in 3 days »; teams use other marks, and the physician of the
person sets hers (`references/seuils/insuffisance_cardiaque.csv`).
"""

from collections.abc import Sequence

from asalee_training.clinical import inputs, reference_data


def prise_recente_kg(poids_kg: Sequence[float]) -> float:
    """Return the last of these daily weights (kg, one a day, 30 to 300) less the lowest of the three days before.

    One weight alone gives 0. A loss is negative. Raises ValueError (French sentence) on no weight or an impossible
    one. Source: ESC, heartfailurematters.org, to be verified.
    """
    poids = [inputs.number("Poids", value, 30, 300, "kg") for value in poids_kg]
    if not poids:
        raise inputs.refusal("Poids : aucun poids n’est noté.")
    jours = int(reference_data.thresholds("insuffisance_cardiaque")["prise_poids_jours"])
    avant = poids[-1 - jours : -1] or poids
    return round(poids[-1] - min(avant), 3)


def alerte_poids(poids_kg: Sequence[float]) -> bool:
    """Is the gain of the last three days above the mark of two kilos?

    poids_kg: as for ``prise_recente_kg``; raises ValueError (French sentence) as it does. Source: ESC, to be verified.
    """
    return prise_recente_kg(poids_kg) > reference_data.thresholds("insuffisance_cardiaque")["prise_poids_kg"]
