"""What must not matter does not; what must, does: the same case told otherwise, the same person made another."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from asalee_training import exercises, scoring
from asalee_training.authoring.preuve.modele import Constat
from asalee_training.authoring.preuve.sujet import Groupe, Sujet
from asalee_training.content.models import Exercise
from asalee_training.exercises import calculs
from asalee_training.exercises.calculs import lecture
from asalee_training.simulation.champs import CHAMPS

#: With how many keys of an exercise, and on how many patients, a change that must not matter is tried.
GROUPES, PATIENTS = 3, 4
#: Fields that must matter wherever they are read, drawn or not.
TOUJOURS = ("sexe", "taille_cm", "age")
_REECRITS = ("explication", "aide", "retour", "pourquoi", "bilan")


def essayer(sujet: Sujet) -> Iterator[Constat]:
    """Yield what moves and must not, what must and does not."""
    yield from _nom_change(sujet)
    for nom, groupes in sujet.groupes.items():
        for what, change in (("l’ordre des réponses", _autre_ordre), ("les mots", _autres_mots)):
            if any(not _meme_note(groupe, change(groupe.exercise.spec)) for groupe in groupes[:GROUPES]):
                yield sujet.constat(f"changer {what} change la note : elle devrait rester la même.", nom)
        yield from _doit_bouger(sujet, nom)
        yield from _suppose(sujet, nom)


def _nom_change(sujet: Sujet) -> Iterator[Constat]:
    """Another first name: the same key. Where she acts, another person plays another session, which has its own."""
    for nom, exercise in sujet.case.exercices.items():
        module = exercises.get(exercise.type)
        if hasattr(module, "recording"):
            continue
        for cle in sujet.cles[:PATIENTS]:
            renamed = module.expected(exercise.spec, {**cle.patient, "prenom": "Camille-Ève"})
            if renamed != cle.exercices[nom]:
                yield sujet.constat("changer le prénom change la bonne réponse.", nom)
                break


def _autre_ordre(spec: BaseModel) -> BaseModel:
    """Whatever is told by an identifier of its own may come in any order."""
    changes = {}
    for field in type(spec).model_fields:
        value = getattr(spec, field)
        if isinstance(value, tuple) and value and all(isinstance(v, BaseModel) and hasattr(v, "id") for v in value):
            changes[field] = tuple(_autre_ordre(v) for v in reversed(value))
    return spec.model_copy(update=changes) if changes else spec


def _autres_mots(value: Any, field: str = "") -> Any:
    """Other reasons; the same texts typed on another keyboard: accents in two signs, spaces that do not break."""
    if isinstance(value, BaseModel):
        changed = {f: _autres_mots(getattr(value, f), f) for f in type(value).model_fields}
        return value.model_copy(update=changed)
    if isinstance(value, tuple):
        return tuple(_autres_mots(v, field) for v in value)
    if isinstance(value, str) and field in _REECRITS:
        return f"{value} (dit autrement)"
    if isinstance(value, str) and field == "texte":
        return unicodedata.normalize("NFD", value).replace(" ", "\u00a0")
    return value


def _meme_note(groupe: Groupe, spec: BaseModel) -> bool:
    if spec == groupe.exercise.spec:
        return True
    nom = groupe.exercise.nom
    told = Exercise(nom=nom, titre=groupe.exercise.titre, spec=spec)
    key = groupe.module.expected(spec, groupe.cle.patient)
    cle = replace(groupe.cle, exercices={**groupe.cle.exercices, nom: key})
    raws = [*groupe.samples.right[:2], *(mutant.raw for mutant in groupe.samples.wrong[:12])]
    return all(_note(scoring.mark(cle, told, raw)) == _note(groupe.noter(raw)) for raw in raws)


def _note(mark: Any) -> tuple[Any, ...]:
    return mark.points, mark.etat, mark.gravite


def _doit_bouger(sujet: Sujet, nom: str) -> Iterator[Constat]:
    """Each field that differs between patients, and that a computation reads, must be able to move it for one of them.

    What is filled by a profile is moved by the mutants of its type, which know its shape.
    """
    attendu = getattr(sujet.case.exercices[nom].spec, "attendu", None)
    name = getattr(attendu, "calcul", None)
    if not name:
        return
    tolerance = getattr(attendu, "tolerance", 0)
    if len(sujet.groupes[nom]) == 1:
        said = (
            f"la bonne réponse suit un calcul, mais elle est la même pour les {len(sujet.patients)} {sujet.mot} : "
            "élargissez « patient: », ou deux apprenantes voisines auront la même."
        )
        yield sujet.constat(said, nom, "attendu", bloque=False)
        return
    still = []
    for field in calculs.CALCULS[name].lit:
        if _lu_chez_d_autres(name, field, sujet):
            continue
        champ = CHAMPS.get(field)
        differ = any(p.get(field) != sujet.patients[0].get(field) for p in sujet.patients)
        tried = (champ is None or champ.genre != "structure") and (differ or field in TOUJOURS)
        if tried and not any(_bouge(name, patient, field, sujet, tolerance) for patient in sujet.patients):
            still.append(champ.libelle if champ else field)
    if still:
        said = (
            f"le calcul « {name} » lit : {', '.join(still)} ; changer cela, et rien d’autre, ne change la bonne réponse "
            "chez personne."
        )
        yield sujet.constat(said, nom, "attendu", bloque=False)


def _lu_chez_d_autres(name: str, field: str, sujet: Sujet) -> bool:
    """Is it read for nobody here, but for people who differ by one thing: today's age, where nobody smokes any more?"""
    if any(_lit(name, field, patient) for patient in sujet.patients):
        return False
    somebody = sujet.patients[0]
    return any(
        _lit(name, field, {**somebody, other: value})
        for other in calculs.CALCULS[name].lit
        if other != field
        for value in _autrement(somebody.get(other), other, sujet)
    )


def _lit(name: str, field: str, patient: Mapping[str, Any]) -> bool:
    try:
        calculs.compute(name, patient)
    except (KeyError, ValueError, TypeError, ZeroDivisionError):
        return False
    return field in lecture.read_for(name, patient)


def _bouge(name: str, patient: Mapping[str, Any], field: str, sujet: Sujet, tolerance: float) -> bool:
    try:
        before = calculs.compute(name, patient)
    except (KeyError, ValueError):
        return False
    for value in _autrement(patient.get(field), field, sujet):
        try:
            after = calculs.compute(name, {**patient, field: value})
        except (KeyError, ValueError, TypeError, ZeroDivisionError):
            continue
        if isinstance(before, float) and isinstance(after, (int, float)):
            if abs(after - before) > tolerance:
                return True
        elif after != before:
            return True
    return False


def _autrement(value: Any, field: str, sujet: Sujet) -> Iterator[Any]:
    """Other values that this field could have."""
    champ = CHAMPS.get(field)
    if isinstance(value, bool):
        yield not value
    elif champ is not None and champ.mots:
        yield from (mot for mot in champ.mots if mot != value)
    elif isinstance(value, (int, float)):
        bounds = [b for b in (getattr(champ, "mini", None), getattr(champ, "maxi", None)) if b is not None]
        whole = isinstance(value, int)
        yield from (round(value * f) if whole else value * f for f in (0.85, 1.15))
        yield from (round(bound) if whole else bound for bound in bounds)
    elif isinstance(value, Mapping) and set(value) == {"droit", "gauche"}:
        yield {"droit": value["gauche"], "gauche": value["droit"]}
    yield from (other[field] for other in sujet.patients[:16] if other.get(field) not in (None, value))


def _suppose(sujet: Sujet, nom: str) -> Iterator[Constat]:
    """What the author says that a written answer supposes must hold for every patient."""
    for suppose in sujet.case.exercices[nom].spec.suppose:
        wrong, values = [], []
        for rang, patient in enumerate(sujet.patients):
            value = calculs.compute(suppose.calcul, patient)
            inside = suppose.entre is None or suppose.entre[0] <= value <= suppose.entre[1]
            if not inside or (suppose.parmi and value not in suppose.parmi):
                wrong.append(rang + 1)
                values.append(value)
        if wrong:
            said = (
                f"la réponse écrite est fausse {sujet.chez(wrong)} : elle suppose « {suppose.calcul} », qui vaut ici "
                f"{values[0]!r}. Resserrez « patient: », ou faites suivre la réponse avec « attendu: »."
            )
            yield sujet.constat(said, nom, "suppose")
