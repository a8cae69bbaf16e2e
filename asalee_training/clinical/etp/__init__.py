"""Therapeutic patient education: competences, objectives, motivational interviewing, steps, 40-hour programme.

One file each: `competences`, `smart`, `entretien` (counts and levels), `codage` (transcripts), `etapes`, `programme`.
What a person must judge (posture, relevance, empathy) is not here: these functions count what a person has coded.
"""

from asalee_training.clinical.etp.codage import (
    Codage,
    Discours,
    Enonce,
    codes,
    comparer_codage,
    comparer_metriques,
    definitions_codes,
    discours,
    metriques_verbatim,
    transcription,
)
from asalee_training.clinical.etp.competences import Tri, classe, competences, definitions, verifier_tri
from asalee_training.clinical.etp.entretien import Metriques, global_moyen, metriques, niveau
from asalee_training.clinical.etp.etapes import Ordre, nombre_ordres, ordre, verifier_ordre
from asalee_training.clinical.etp.programme import (
    Presence,
    SequenceFormation,
    certificat_possible,
    minutes_par_module,
    minutes_retenues,
    presence,
    sequences,
    verifier_programme,
)
from asalee_training.clinical.etp.smart import ObjectifSmart, objectif_smart

__all__ = [
    "Codage",
    "Discours",
    "Enonce",
    "Metriques",
    "ObjectifSmart",
    "Ordre",
    "Presence",
    "SequenceFormation",
    "Tri",
    "certificat_possible",
    "classe",
    "codes",
    "comparer_codage",
    "comparer_metriques",
    "competences",
    "definitions",
    "definitions_codes",
    "discours",
    "global_moyen",
    "metriques",
    "metriques_verbatim",
    "minutes_par_module",
    "minutes_retenues",
    "niveau",
    "nombre_ordres",
    "objectif_smart",
    "ordre",
    "presence",
    "sequences",
    "transcription",
    "verifier_ordre",
    "verifier_programme",
    "verifier_tri",
]
