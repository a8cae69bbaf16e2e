"""Norms by age and socio-cultural level, from a table that the trainer supplies.

The published cells (Kalafat 2003 for the MMSE, Cardebat 1990 for the fluencies) could not be read and are not
written from memory. The tables shipped are INVENTED, and every result drawn from them says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data

FLUENCES = ("animaux", "lettre_p")
TABLES = {"mmse": "cognition_normes_mmse_fictives", "fluence": "cognition_normes_fluence_fictives"}
Lignes = Iterable[Mapping[str, str]]


@dataclass(frozen=True)
class Seuil:
    """Lowest total that the table accepts; fictif: the table is invented, never for a real person."""

    seuil: float
    fictif: bool


@dataclass(frozen=True)
class EcartNorme:
    """Distance to the mean of the table, in standard deviations; fictif: the table is invented."""

    z: float
    fictif: bool


def normes_fictives(epreuve: str) -> tuple[dict[str, str], ...]:
    """Rows of an invented training table, "mmse" or "fluence". Raises ValueError for another name.

    Source: invented for training (2025).
    """
    return tuple(reference_data.rows(TABLES[inputs.one_of("Épreuve", epreuve, TABLES)]))


def seuil_mmse(age: int, nsc: int, normes: Lignes) -> Seuil:
    """Threshold of the MMSE for an age in whole years (18-110) and a socio-cultural level, 1-4.

    normes: rows with age_min, age_max, nsc, seuil (0-30) and fictif ("oui" or "non"). Raises ValueError when no
    row, or more than one, holds that age and level.
    Source: the table given; method of Kalafat, Rev Neuropsychol 2003.
    """
    row = _row(age, nsc, normes, {})
    return Seuil(_cell(row, "seuil", 0, 30), _invented(row))


def z_fluence(mots: int, epreuve: str, age: int, nsc: int, normes: Lignes) -> EcartNorme:
    """z = (words - mean) / standard deviation for "animaux" or "lettre_p", in 2 minutes (not the 15-second test).

    mots: right words, 0-100. age, nsc, normes: as `seuil_mmse`, with epreuve, moyenne and ecart_type in the rows.
    Raises ValueError otherwise.
    Source: the table given; method of Cardebat, Acta Neurol Belg 1990.
    """
    inputs.one_of("Fluence", epreuve, FLUENCES)
    dits = inputs.integer("Mots", mots, 0, 100)
    row = _row(age, nsc, normes, {"epreuve": epreuve})
    return EcartNorme((dits - _cell(row, "moyenne", 0, 100)) / _cell(row, "ecart_type", 0.1, 50), _invented(row))


def _row(age: int, nsc: int, normes: Lignes, wanted: Mapping[str, str]) -> Mapping[str, str]:
    ans = inputs.integer("Âge", age, 18, 110)
    niveau = inputs.integer("Niveau socio-culturel", nsc, 1, 4)
    if isinstance(normes, str) or not isinstance(normes, Iterable):
        raise inputs.refusal(f"Normes : {inputs.shown(normes)} n’est pas une table de lignes.")
    found = [
        row
        for row in normes
        if _cell(row, "age_min", 0, 150) <= ans <= _cell(row, "age_max", 0, 150)
        and _cell(row, "nsc", 1, 4) == niveau
        and all(row.get(name) == value for name, value in wanted.items())
    ]
    if len(found) != 1:
        compte = f"{len(found)} lignes" if found else "aucune ligne"
        raise inputs.refusal(f"Normes : {compte} pour {ans} ans et le niveau {niveau} ; il en faut une, et une seule.")
    return found[0]


def _cell(row: Mapping[str, str], name: str, low: float, high: float) -> float:
    text = row.get(name) if isinstance(row, Mapping) else None
    try:
        value = float(text) if isinstance(text, str) else text
    except ValueError:
        value = text  # refused just below, with what was read
    return inputs.number(f"Normes, {name}", value, low, high)


def _invented(row: Mapping[str, str]) -> bool:
    return inputs.one_of("Normes, fictif", row.get("fictif"), ("oui", "non")) == "oui"
