"""What is read of a drawn patient: computed values, pressures, feet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from asalee_training.exercises import calculs

Patient = Mapping[str, Any]
COTES = ("droit", "gauche")


def calcule(nom: str, patient: Patient) -> Any:
    """A computed value, None when the patient lacks what it reads."""
    if any(champ not in patient for champ in calculs.CALCULS[nom].lit) or (nom == "imc" and "imc_kg_m2" in patient):
        return None
    try:
        return calculs.compute(nom, patient)
    except ValueError:
        return None


def pression(patient: Patient, lieu: str) -> tuple[int, int] | None:
    """(PAS, PAD) in mmHg « cabinet » or « domicile », from readings or from the record."""
    if lieu == "cabinet" and "mesures_cabinet" in patient:
        pas, pad = (calcule(f"moyenne_cabinet_{x}", patient) for x in ("pas", "pad"))
    elif lieu == "domicile" and "automesure" in patient:
        pas, pad = (calcule(f"moyenne_automesure_{x}", patient) for x in ("pas", "pad"))
    else:
        suffix = "cabinet" if lieu == "cabinet" else "habituelle"
        pas, pad = (patient.get(f"{x}_{suffix}_mmhg") for x in ("pas", "pad"))
    return None if pas is None or pad is None else (round(pas), round(pad))


def insensibles(patient: Patient) -> dict[str, bool | None] | None:
    """Of each « droit.hallux », whether 10 g is not felt (None: cannot be tested); None without any foot."""
    sites = [f"{cote}.{site}" for cote in COTES for site in ("hallux", "meta1", "meta5")]
    if "monofilament" in patient:
        absents = calculs.compute("sites_sans_sensation", patient)
        feet = patient["monofilament"]
        return {s: None if feet[(p := s.split("."))[0]][p[1]] == "non_testable" else s in absents for s in sites}
    if all(f"seuil_{s.replace('.', '_')}_g" in patient for s in sites):
        return {s: patient[f"seuil_{s.replace('.', '_')}_g"] > 10 for s in sites}
    return None
