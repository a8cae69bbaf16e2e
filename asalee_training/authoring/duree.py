"""How long a text takes: reading, deciding, acting; so that the minutes declared to a trainee are honest.

Every number here is a convention of the course (``conventions.yaml``: duree_estimee), set so that lessons take what a program
meets when it plays them in the real pages, turned into minutes by published rates: ``benchmarks/bench_minutes.py``. No reader
has been timed. Cases have not been played. An author is told when her own is far from what they give.
"""

from __future__ import annotations

import math
import re
from typing import Any

from asalee_training.content.models import Case, Figure, Instrument, Prose

MOTS_PAR_MINUTE = 180
#: Minutes to decide and answer, once everything is read; to act, where one acts.
MINUTES = {
    "choix": 0.6,
    "choix_multiple": 1.0,
    "nombre": 2.1,
    "zones_pied": 1.3,
    "texte": 4.0,
    "cotation_test": 4.0,
    "dessin_horloge": 3.0,
    "electrodes": 12.0,
    "entretien": 8.0,
    "examen_monofilament": 11.0,
    "mesure_tension": 6.5,
    "passation_cinq_mots": 13.0,
    "seance_spirometrie": 13.0,
}
CAS = 0.65  # more for each question of a case, not played yet: the sheet is read again, nothing says whether one was right
FIGURE, INSTRUMENT, MAQUETTE, OUVRIR = 0.7, 1.0, 2.8, 0.7  # OUVRIR: the page comes, and is scrolled to its end
MOTS_ECRITS_PAR_MINUTE = 12  # thought, then typed with two fingers
_MOT = re.compile(r"\w[\w’'-]*")


def estimate(case: Case) -> float:
    """Return the minutes that a lesson or a case takes, its corrections read."""
    again = 0 if case.mode == "lecon" else CAS * len(case.exercices)
    return OUVRIR + again + sum(_minutes(bloc) for bloc in case.blocs)


def words_of(case: Case) -> int:
    """Count the words of a text, what is read on the way included: when they have changed much, it is to be played again."""
    return round(sum(_words(bloc) for bloc in case.blocs))


def _words(bloc: Any) -> float:
    if isinstance(bloc, Prose):
        return _read(bloc.markdown) * MOTS_PAR_MINUTE
    if not hasattr(bloc, "spec"):
        return 0
    return len(_MOT.findall(bloc.titre + " " + bloc.spec.model_dump_json()))


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
