"""Computations of a case: which ones its patient allows, what its witness must hold, what double entry gives."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from asalee_training.content.substitution import french
from asalee_training.exercises import calculs as table
from asalee_training.exercises.calculs.confusions import nommees
from asalee_training.exercises.zones_pied import LIBELLES, libelle
from asalee_training.simulation import patient as simulated
from asalee_training.simulation.champs import CHAMPS
from asalee_training.simulation.patient import TRIAL_SEEDS

_SORTES = ((bool, "oui_non"), ((int, float), "nombre"), (str, "mot"), ((list, tuple), "sites"))


@lru_cache(maxsize=32)
def tires(laws: str) -> tuple[dict[str, Any], ...]:
    """Draw a few patients from laws (JSON); none when the laws are wrong."""
    try:
        return tuple(simulated.draw(json.loads(laws), seed) for seed in TRIAL_SEEDS)
    except (ValueError, TypeError, KeyError):
        return ()


@lru_cache(maxsize=32)
def proposes(laws: str) -> tuple[dict[str, Any], ...]:
    """Describe every computation: what it gives, whether these patients allow it, the values met among them."""
    patients = tires(laws)
    found = []
    for name, calcul in table.CALCULS.items():
        missing = [nom for nom in calcul.lit if not patients or any(nom not in p for p in patients)]
        seen = [] if missing else [value for p in patients if (value := _compute(name, p)) is not None]
        sorte = next((s for kind, s in _SORTES if seen and isinstance(seen[0], kind)), "")
        distinct = sorted({json.dumps(v, ensure_ascii=False) for v in seen}) if sorte in ("mot", "oui_non") else []
        small = sorte == "nombre" and all(isinstance(v, int) for v in seen)
        found.append({
            "nom": name,
            "description": calcul.libelle,
            "unite": calcul.unite,
            "erreur": calcul.erreur,
            "confusions": [list(pair) for pair in nommees(name).items()],
            "lit": list(calcul.lit),
            "possible": not missing and bool(seen),
            "manque": [CHAMPS[nom].libelle for nom in missing if nom in CHAMPS],
            "sorte": sorte,
            "valeurs": [json.loads(v) for v in distinct] or (sorted(set(seen)) if small else []),
        })  # fmt: skip
    return tuple(sorted(found, key=lambda c: (not c["possible"], c["description"])))


def _compute(name: str, patient: Mapping[str, Any]) -> Any:
    try:
        return table.compute(name, patient)
    except (KeyError, ValueError, TypeError, AttributeError, ZeroDivisionError):
        return None


def ecrits(valeurs: Mapping[str, Any]) -> Iterator[tuple[tuple[Any, ...], str, Any]]:
    """Yield (path, computation, hand-worked result or None) of an exercise's values."""
    attendu = valeurs.get("attendu")
    if isinstance(attendu, Mapping) and isinstance(attendu.get("calcul"), str):
        yield ("attendu",), attendu["calcul"], attendu.get("temoin")
    erreurs = valeurs.get("erreurs")
    for rank, erreur in enumerate(erreurs if isinstance(erreurs, list) else ()):
        si = erreur.get("si") if isinstance(erreur, Mapping) else None
        if isinstance(si, Mapping) and isinstance(si.get("calcul"), str):
            yield ("erreurs", rank, "si"), si["calcul"], None


def lus(names: set[str]) -> list[str]:
    """Return the fields that computations read, in the order of the table of fields."""
    wanted = {field for name in names if name in table.CALCULS for field in table.CALCULS[name].lit}
    return [field for field in CHAMPS if field in wanted]


def champ_temoin(nom: str) -> dict[str, Any]:
    """Describe a field of the witness as a form does."""
    champ = CHAMPS[nom]
    words = champ.libelle[:1].upper() + champ.libelle[1:] + (f", en {champ.unite}" if champ.unite else "")
    common = {"cle": nom, "libelle": words, "aide": "", "obligatoire": True, "raison": "", "rare": False, "vide": True}
    if champ.genre in ("entier", "nombre"):
        aide = f"De {french(champ.mini)} à {french(champ.maxi)}."
        return {**common, "genre": champ.genre, "mini": champ.mini, "maxi": champ.maxi, "aide": aide}
    if champ.genre == "booleen":
        return {**common, "genre": "oui_non"}
    if champ.genre == "mot":
        return {**common, "genre": "choix", "options": [[mot, mot.replace("_", " ")] for mot in champ.mots]}
    return {**common, "genre": "ligne" if champ.genre == "texte" else "structure"}


def en_mots(nom: str, valeur: Any) -> list[list[str]]:
    """Write a structured value as lines (what, how much), so that somebody can work it out by hand."""
    if nom == "monofilament" and isinstance(valeur, Mapping):
        lines = []
        for zone in (f"{pied}.{site}" for pied in ("droit", "gauche") for site in LIBELLES):
            pied, site = zone.split(".")
            replies = valeur.get(pied, {}).get(site, ())
            lines.append([libelle(zone), replies_in_words(replies)])
        return lines
    if isinstance(valeur, Mapping):
        return [[str(k).replace("_", " "), _flat(v)] for k, v in valeur.items()]
    return [["", _flat(valeur)]]


def replies_in_words(replies: Any) -> str:
    """Write what was felt at a site: « fil posé : oui ; fil tenu à distance : non »."""
    if not isinstance(replies, (list, tuple)):
        return str(replies).replace("_", " ")
    words = {"reelle": "fil appliqué", "fictive": "fil non appliqué"}
    return " · ".join(f"{words.get(r.get('application'), '?')} : {r.get('reponse', '?')}" for r in replies)


def _flat(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{str(k).replace('_', ' ')} : {_flat(v)}" for k, v in value.items())
    if isinstance(value, (list, tuple)):
        return " · ".join(map(_flat, value))
    return french(value)


def doubles_saisies(valeurs: Mapping[str, Any], temoin: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Compare what was worked out by hand with what is computed; nothing is told before the hand has written."""
    found = []
    for path, name, written in ecrits(valeurs):
        if path == ("attendu",) and written is not None and name in table.CALCULS:
            value = _compute(name, temoin)
            if value is not None:
                tolerance = valeurs["attendu"].get("tolerance")
                found.append({"chemin": [*path, "temoin"], **_compare(value, written, tolerance)})
    return found


def _compare(value: Any, written: Any, tolerance: Any) -> dict[str, Any]:
    said, mine = _said(value), _said(written)
    numbers = isinstance(value, (int, float)) and not isinstance(value, bool)
    if numbers and isinstance(written, (int, float)) and not isinstance(written, bool):
        given = isinstance(tolerance, (int, float)) and not isinstance(tolerance, bool)
        # Before a tolerance is written: as many decimals as the hand wrote.
        gap = tolerance if given else 0.5 * 10 ** -len(str(written).partition(".")[2])
        fine = abs(value - written) <= gap + 1e-9
    elif isinstance(value, list):
        fine = isinstance(written, list) and sorted(value) == sorted(map(str, written))
    else:
        fine = type(value) is type(written) and value == written
    if fine:
        return {"accord": True, "phrase": f"Le calcul donne {said} : vous êtes d’accord."}
    return {
        "accord": False,
        "phrase": f"Le calcul donne {said} ; vous avez écrit {mine}. L’un des deux a tort : refaites le vôtre, "
        "vérifiez le patient témoin et le calcul choisi.",
    }


def _said(value: Any) -> str:
    if isinstance(value, list):
        return " et ".join(libelle(z) if z.partition(".")[2] in LIBELLES else str(z) for z in value) or "aucun site"
    if isinstance(value, float):
        return french(round(value, 2))
    return french(value)
