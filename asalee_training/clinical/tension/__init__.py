"""Blood pressure: at the office (`cabinet`), away from it (`hors_cabinet`), and on standing (`orthostatisme`)."""

from asalee_training.clinical.tension.cabinet import (
    BrasDeReference,
    Moyenne,
    a_confirmer_hors_cabinet,
    bras_de_reference,
    classe_cabinet,
    grade_cabinet,
    moyenne_cabinet,
    pression,
    severe,
)
from asalee_training.clinical.tension.hors_cabinet import (
    Conclusion,
    Releve,
    classe_hors_cabinet,
    conclusion,
    releve_automesure,
)
from asalee_training.clinical.tension.orthostatisme import Orthostatisme, orthostatisme

__all__ = [
    "BrasDeReference",
    "Conclusion",
    "Moyenne",
    "Orthostatisme",
    "Releve",
    "a_confirmer_hors_cabinet",
    "bras_de_reference",
    "classe_cabinet",
    "classe_hors_cabinet",
    "conclusion",
    "grade_cabinet",
    "moyenne_cabinet",
    "orthostatisme",
    "pression",
    "releve_automesure",
    "severe",
]
