"""Spirometry: GLI reference values (`gli`) and the reading of a result (`lecture`)."""

from asalee_training.clinical.spirometrie.gli import Reference, reference
from asalee_training.clinical.spirometrie.lecture import motif, rapport_vems_cvf, severite

__all__ = ["Reference", "motif", "rapport_vems_cvf", "reference", "severite"]
