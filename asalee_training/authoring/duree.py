"""How long a text takes: reading, deciding, acting; so that the minutes declared to a trainee are honest.

Every number here is a convention of the course, held against no reader yet (``conventions.yaml``: duree_estimee). An author
is told when her own is far from what they give.
"""

from __future__ import annotations

import math
import re
from typing import Any

from asalee_training.content.models import Case, Figure, Instrument, Prose

MOTS_PAR_MINUTE = 180
#: Minutes to decide and answer, once everything is read; to act, where one acts.
MINUTES = {
    "choix": 1.0,
    "choix_multiple": 1.25,
    "nombre": 2.5,
    "zones_pied": 1.5,
    "texte": 4.0,
    "cotation_test": 5.0,
    "dessin_horloge": 3.0,
    "electrodes": 10.0,
    "entretien": 10.0,
    "examen_monofilament": 11.0,
    "mesure_tension": 10.0,
    "passation_cinq_mots": 10.0,
    "seance_spirometrie": 16.0,
}
CAS = 0.25  # more for each question of a case: the sheet is read again
FIGURE, INSTRUMENT, MAQUETTE = 0.5, 1.5, 3.0
MOTS_ECRITS_PAR_MINUTE = 12  # thought, then typed with two fingers
_MOT = re.compile(r"\w[\w’'-]*")


def estimate(case: Case) -> float:
    """Return the minutes that a lesson or a case takes, its corrections read."""
    again = 0 if case.mode == "lecon" else CAS * len(case.exercices)
    return again + sum(_minutes(bloc) for bloc in case.blocs)


def far(declarees: int, estimees: float) -> bool:
    """Say whether declared minutes would mislead: a third off, and more than four minutes."""
    return abs(declarees - estimees) > max(4.0, estimees / 3)


def rounded(estimees: float) -> int:
    """Return what an author would declare: the next five minutes."""
    return max(5, 5 * math.ceil((estimees - 1) / 5))


def _minutes(bloc: Any) -> float:
    if isinstance(bloc, Prose):
        return _read(bloc.markdown)
    if isinstance(bloc, Figure):
        return FIGURE
    if isinstance(bloc, Instrument):
        return MAQUETTE if bloc.nom == "maquette" else INSTRUMENT
    spec = bloc.spec
    written = getattr(spec, "mots_conseilles", None) or 0
    return MINUTES[spec.type] + _read(spec.aide, spec.explication) + _options(spec) + written / MOTS_ECRITS_PAR_MINUTE


def _options(spec: Any) -> float:
    """All options are read; of their reasons, the one that she chose, or all when several are ticked."""
    choix = getattr(spec, "choix", ())
    reasons = _read(*(option.retour for option in choix))
    return _read(*(option.texte for option in choix)) + (
        reasons / len(choix) if choix and spec.type == "choix" else reasons
    )


def _read(*textes: str) -> float:
    return sum(len(_MOT.findall(texte)) for texte in textes) / MOTS_PAR_MINUTE
