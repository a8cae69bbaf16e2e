"""Tobacco: exposure (`exposition`), dependence scores (`dependance`), readiness and interview (`entretien`),
nicotine replacement (`substitution`).
"""

from asalee_training.clinical.tabac.dependance import (
    Fagerstrom,
    Hsi,
    cds5,
    fagerstrom,
    had,
    horn,
    hsi,
    questions_fagerstrom,
)
from asalee_training.clinical.tabac.entretien import (
    OrdreEtapes,
    echelle_a_travailler,
    etapes,
    relances,
    stades,
    verifier_ordre,
)
from asalee_training.clinical.tabac.exposition import bande_co, co_expire, equivalent_cigarettes, paquets_annees
from asalee_training.clinical.tabac.substitution import (
    DoseDepart,
    dosage,
    dose_depart,
    formes,
    mentions_manquantes,
    nicotine_depart_mg,
)

__all__ = [
    "DoseDepart",
    "Fagerstrom",
    "Hsi",
    "OrdreEtapes",
    "bande_co",
    "cds5",
    "co_expire",
    "dosage",
    "dose_depart",
    "echelle_a_travailler",
    "equivalent_cigarettes",
    "etapes",
    "fagerstrom",
    "formes",
    "had",
    "horn",
    "hsi",
    "mentions_manquantes",
    "nicotine_depart_mg",
    "paquets_annees",
    "questions_fagerstrom",
    "relances",
    "stades",
    "verifier_ordre",
]
