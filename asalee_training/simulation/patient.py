"""A patient drawn from the laws of a case.

A patient is a plain dict of JSON values keyed by French names with their unit (`champs.CHAMPS`).
A law is a value, {entre: [a, b], pas?}, {parmi: [...]}, or {profil: nom} for a composite field
({profil: {parmi: [...]}} draws the profile too). The record takes laws of its own beside its profile:
{profil: diabete, hba1c_pct: {entre: [7.8, 8.4]}}.
"""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product

from asalee_training.clinical import inputs
from asalee_training.simulation import coherence, dossier, structures, tirage
from asalee_training.simulation.champs import CHAMPS, PROFILS

#: Smallest step of a range: no instrument shows finer, and a finer one would overflow the draw.
PAS_MINI = 0.001
#: Seeds on which `check` proves that the laws can be drawn.
TRIAL_SEEDS = tuple(f"essai {index}".encode() for index in range(8))


def draw(laws: Mapping, seed: bytes) -> dict:
    """The patient of this seed; ValueError with the sentences of `check` when a law is wrong.

    Each value depends on the seed and its own field's name: the order of the laws changes nothing.
    """
    faults = _faults(laws)
    if faults:
        raise ValueError(" ".join(faults))
    return _draw(laws, seed)


def drawn_profiles(laws: Mapping, seed: bytes) -> dict[str, str]:
    """Name of the profile that this seed draws, by composite field of laws without fault."""
    return {nom: _profile(nom, laws[nom], seed) for nom in PROFILS if nom in laws}


def check(laws: Mapping) -> list[str]:
    """French sentences for the author, [] when the laws are fine.

    Proved by drawing patients: with the laws as written, and each profile at the bounds of what it reads; the laws
    of a record must leave enough people for 32 patients.
    """
    faults = _faults(laws)
    if faults:
        return faults
    return list(_proved(json.dumps(laws, sort_keys=True)))


@lru_cache(maxsize=512)
def _proved(written: str) -> tuple[str, ...]:
    """Faults found by drawing: a case is read many times, and proved once."""
    laws = json.loads(written)
    for trial in (laws, *_corners(laws)):
        for seed in TRIAL_SEEDS if trial is laws else TRIAL_SEEDS[:2]:
            try:
                _draw(trial, seed, essai=True)
            except ValueError as error:
                return (str(error),)
    return ()


def _corners(laws: Mapping) -> Iterator[dict]:
    for nom, (_, needed, _) in PROFILS.items():
        if nom == "dossier":  # it draws the identity that the author does not give
            needed = tuple(field for field in dossier.IDENTITE if field in laws)
        if nom in laws and needed:
            choices = [_extremes(laws[field]) for field in needed]
            for profil, *values in product(_profile_names(laws[nom]["profil"]), *choices):
                yield {**dict(zip(needed, values, strict=True)), nom: {**laws[nom], "profil": profil}}


def _extremes(law: object) -> list:
    if not isinstance(law, Mapping):
        return [law]
    return law["entre"] if "entre" in law else law["parmi"]


def _profile_names(profil: object) -> list:
    return profil["parmi"] if isinstance(profil, Mapping) else [profil]


def _draw(laws: Mapping, seed: bytes, essai: bool = False) -> dict:
    given = {nom: _value(nom, laws[nom], seed) for nom in CHAMPS if nom in laws}
    drawn: dict = {}
    for nom, (_, _, fill) in PROFILS.items():
        if nom in laws:
            own = {"lois": _own_laws(laws[nom]), "essai": essai} if nom == "dossier" else {}
            drawn |= fill(_profile(nom, laws[nom], seed), seed, {**drawn, **given}, **own)
    patient = drawn | given  # the author's past ulcer or dialysis completes a profile
    if disagreement := structures.disagreement(patient) or coherence.disagreement(patient):
        raise ValueError(disagreement)
    return {nom: patient[nom] for nom in CHAMPS if nom in patient}


def _own_laws(law: Mapping) -> dict:
    return {nom: value for nom, value in law.items() if nom != "profil"}


def _value(nom: str, law: object, seed: bytes) -> object:
    if isinstance(law, Mapping) and "parmi" in law:
        law = tirage.choice(seed, nom, law["parmi"])
    if isinstance(law, Mapping) and "entre" in law:
        law = tirage.step(seed, nom, *law["entre"], law.get("pas", CHAMPS[nom].pas))
    return int(law) if CHAMPS[nom].genre == "entier" else law


def _profile(nom: str, law: Mapping, seed: bytes) -> str:
    return tirage.choice(seed, f"{nom}.profil", _profile_names(law["profil"]))


def _faults(laws: Mapping) -> list[str]:
    if not isinstance(laws, Mapping):
        return [inputs.typography(f"patient : {inputs.shown(laws)} n’est pas une liste de champs.")]
    faults = []
    for nom, law in laws.items():
        if nom in PROFILS:
            faults += _profile_faults(nom, law, laws)
        elif nom in CHAMPS:
            faults += _field_faults(nom, law)
        else:
            known = [*CHAMPS, *PROFILS]
            hint = inputs.nearest(nom, known) or f"Champs connus : {', '.join(known)}."
            faults.append(f"{inputs.shown(nom)} n’est pas un champ du patient. {hint}".strip())
    return [inputs.typography(fault) for fault in faults]


def _field_faults(nom: str, law: object) -> list[str]:
    champ = CHAMPS[nom]
    written = champ.genre == "structure" and not (isinstance(law, Mapping) and set(law) == {"parmi"})
    if written or not isinstance(law, Mapping):
        return [fault for fault in (champ.refuse(nom, law),) if fault]
    if set(law) == {"parmi"}:
        if not isinstance(law["parmi"], list) or not law["parmi"]:
            return [f"{nom} : « parmi » attend une liste d’au moins une valeur, par exemple {{parmi: [1, 2]}}."]
        return [fault for value in law["parmi"] if (fault := champ.refuse(nom, value))]
    if champ.genre in ("entier", "nombre") and "entre" in law and set(law) <= {"entre", "pas"}:
        return _range_faults(nom, law)
    accepted = "{entre: [a, b]} ou {parmi: [a, b]}" if champ.genre in ("entier", "nombre") else "{parmi: [a, b]}"
    return [f"{nom} : loi inconnue. Écrivez une valeur, ou {accepted}."]


def _range_faults(nom: str, law: Mapping) -> list[str]:
    champ, bounds, pas = CHAMPS[nom], law["entre"], law.get("pas", CHAMPS[nom].pas)
    if not isinstance(bounds, list) or len(bounds) != 2:
        return [f"{nom} : « entre » attend deux bornes, par exemple {{entre: [54, 63]}}."]
    faults = [fault for bound in bounds if (fault := champ.refuse(nom, bound))]
    if faults:
        return faults
    low, high = bounds
    if low > high:
        return [f"{nom} : la borne basse {inputs.shown(low)} dépasse la borne haute {inputs.shown(high)}."]
    integral = champ.genre != "entier" or isinstance(pas, int)
    if isinstance(pas, bool) or not isinstance(pas, int | float) or not PAS_MINI <= pas < 1000 or not integral:
        return [
            f"{nom} : le pas {inputs.shown(pas)} n’est pas un nombre {'' if integral else 'entier '}d’au moins {inputs.shown(PAS_MINI)}."
        ]
    return []


def _profile_faults(nom: str, law: object, laws: Mapping) -> list[str]:
    profils, needed, _ = PROFILS[nom]
    if not isinstance(law, Mapping) or "profil" not in law or (nom != "dossier" and set(law) != {"profil"}):
        return [f"{nom} : donnez un profil, par exemple {{profil: {next(iter(profils))}}}."]
    profil, faults = law["profil"], []
    several = isinstance(profil, Mapping) and set(profil) == {"parmi"} and isinstance(profil["parmi"], list)
    for name in (profil["parmi"] or [None]) if several else [profil]:
        try:
            inputs.one_of(f"{nom}, profil", name, tuple(profils))
        except ValueError as error:
            faults.append(str(error))
    missing = [field for field in needed if field not in laws]
    if missing:
        faults.append(f"{nom} : ce profil a besoin de {', '.join(missing)}.")
    faults += [
        f"{field} : ce champ est déjà donné par le profil de « {nom} » ; retirez l’un des deux."
        for field in laws
        if field in CHAMPS and CHAMPS[field].profil == nom
    ]
    return faults + (_record_faults(law, laws) if nom == "dossier" else [])


def _record_faults(law: Mapping, laws: Mapping) -> list[str]:
    """What is wrong with the laws written inside a record, or beside it when they belong inside."""
    faults = [
        f"{field} : le dossier donne aussi ce champ ; écrivez cette loi dans « dossier: »."
        for field in laws
        if field in dossier.NOMS and CHAMPS[field].profil != "dossier" and CHAMPS[field].genre != "booleen"
    ]
    for field, own in _own_laws(law).items():
        if field in dossier.IDENTITE:
            faults.append(f"dossier, {field} : écrivez « {field}: » au même niveau que « dossier: », pas dedans.")
        elif field not in dossier.NOMS:
            hint = inputs.nearest(field, dossier.NOMS) or "La liste des champs est dans cases/README.md."
            faults.append(f"dossier, {field} : {inputs.shown(field)} n’est pas un champ du dossier. {hint}".strip())
        else:
            faults += [f"dossier, {fault}" for fault in _field_faults(field, own)]
    written = _constants(law, laws)
    if not faults and (disagreement := structures.disagreement(written) or coherence.disagreement(written)):
        faults.append(f"dossier, {disagreement}")
    return faults


def _constants(law: Mapping, laws: Mapping) -> dict:
    """What the author gives as plain values, inside the record and beside it."""
    return {nom: value for nom, value in {**laws, **law}.items() if not isinstance(value, Mapping | list)}
