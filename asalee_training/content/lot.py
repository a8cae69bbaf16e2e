"""Which of the 32 patients of a case is hers. Alone in its module: a trainee's kernel needs this and no model."""

from __future__ import annotations

import hashlib

PATIENTS = 32
COURS = "asalee"


def patient_index(apprenante: str, nom: str, tirage: int) -> int:
    """Return her patient's number, from 0: SHA-256(course, trainee, case, tirage) mod 32."""
    label = "\x1f".join((COURS, apprenante, nom, str(tirage)))
    return int.from_bytes(hashlib.sha256(label.encode()).digest(), "big") % PATIENTS
