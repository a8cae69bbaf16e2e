"""What leaves the author's machine: the public half of a case, and which of the 32 patients is hers."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from typing import Any

from asalee_training import exercises
from asalee_training.content import substitution
from asalee_training.content.lot import COURS, PATIENTS
from asalee_training.content.models import Bloc, Case, Exercise, Figure, Instrument, Prose, dump
from asalee_training.exercises.contract import frozen_json
from asalee_training.simulation import instruments
from asalee_training.simulation import patient as simulated

FORMAT = 1


def patients(case: Case, secret: bytes) -> list[dict[str, Any]]:
    """Draw the 32 patients of a case from HMAC(secret, case, tirage, i)."""
    laws = case.entete.patient
    return [simulated.draw(laws, patient_seed(case, secret, i)) for i in range(PATIENTS)]


def patient_seed(case: Case, secret: bytes, index: int) -> bytes:
    """Return the seed of one patient: nothing that a trainee holds leads to it."""
    label = f"{case.nom}|{case.entete.tirage}|{index}".encode()
    return hmac.new(secret, label, hashlib.sha256).digest()


def public(case: Case) -> dict[str, Any]:
    """Return what any trainee may read of a case: prose, instruments' names, questions and options.

    No key, explanation, gravity, foreseen error, law of drawing or seed.
    """
    return {
        "format": FORMAT,
        "assignment": case.assignment,
        "cas": case.nom,
        "cours": COURS,
        "version": case.entete.version,
        "tirage": case.entete.tirage,
        "mode": case.mode,
        "titre": case.entete.titre,
        "duree_min": case.entete.duree_min,
        "niveau": getattr(case.entete, "niveau", None),
        "partie": getattr(case.entete, "partie", None),
        "a_jour": getattr(case.entete, "a_jour", None),
        "sources": list(case.entete.sources),
        "specimen": case.entete.specimen,
        "peremption": case.entete.peremption and case.entete.peremption.isoformat(),
        "blocs": [_public_bloc(b) for b in case.blocs],
        "exercices": {e.nom: public_exercise(e) for e in case.exercices.values()},
    }


def _public_bloc(bloc: Bloc) -> dict[str, Any]:
    if isinstance(bloc, Exercise):
        return {"genre": "exercice", "nom": bloc.nom}
    if isinstance(bloc, Instrument):
        return {"genre": "instrument", "id": bloc.id, "nom": bloc.nom}
    if isinstance(bloc, Figure):
        return {"genre": "figure", "id": bloc.id, "nom": bloc.nom}
    return {"genre": "prose", "id": bloc.id, "markdown": bloc.markdown}


def public_exercise(exercise: Exercise) -> dict[str, Any]:
    """Return the public half of one exercise: what its widget shows."""
    spec = exercise.spec
    common = {"type": spec.type, "points": spec.points, "titre": exercise.titre, "aide": spec.aide}
    return frozen_json({**common, **exercises.get(spec.type).public(spec)})


def public_texts(case: Case) -> list[str]:
    """Return all texts of a case whose ``{{ … }}`` a trainee's machine must be able to fill."""
    texts = [b.markdown for b in case.blocs if isinstance(b, Prose)]
    for exercise in case.exercices.values():
        texts += [exercise.titre, *_strings(public_exercise(exercise))]
    return texts


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [s for v in value.values() for s in _strings(v)]
    return [s for v in value for s in _strings(v)] if isinstance(value, list) else []


def visible(case: Case, patient: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the trainee sees of a patient: the fields named in public texts, and the recordings.

    ``instruments``: of what is shown, by place; ``seances``: of the exercises on which she acts, by name.
    """
    champs = {name: substitution.lookup(patient, name) for name in substitution.fields(public_texts(case))}
    return {
        "champs": champs,
        "instruments": {i.id: instruments.record(i.nom, i.options, patient) for i in case.instruments},
        "seances": {e.nom: recording for e in case.exercices.values() if (recording := _recording(e, patient))},
    }


def _recording(exercise: Exercise, patient: Mapping[str, Any]) -> dict[str, Any] | None:
    kind = exercises.get(exercise.type)
    return kind.recording(exercise.spec, patient) if hasattr(kind, "recording") else None


def bundle(case: Case, all_patients: Sequence[Mapping[str, Any]], empreinte: str) -> dict[str, Any]:
    """Return ``cas.json``. In training the key goes with it, so that feedback can be at once."""
    data = {**public(case), "empreinte": empreinte, "patients": [visible(case, p) for p in all_patients]}
    if case.mode != "evaluation":
        data["corrige"] = {"cas": dump(case), "patients": list(all_patients)}
    return data


def to_json(data: Any, sort_keys: bool = False) -> str:
    """Serialise deterministically: the order is the case's own, or of the keys where order must not matter."""
    return json.dumps(data, ensure_ascii=False, sort_keys=sort_keys, allow_nan=False, separators=(",", ":")) + "\n"
