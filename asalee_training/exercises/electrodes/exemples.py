"""Sessions of an ``electrodes`` exercise that the tests try: perfect ones, with one fault each, impossible ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from asalee_training.exercises.contract import Samples
from asalee_training.exercises.electrodes.mots import DEFAUTS, MENTIONS
from asalee_training.exercises.electrodes.seance import rejouer
from asalee_training.exercises.gestes import Seance
from asalee_training.simulation.seance_ecg import DECOLLEE, JUSTE

PREPARATION = ("identite", "expliquer", "symptomes", "allonger", "repos", "rechauffer", "torse", "pudeur",
               "degraisser", "raser", "secher", "debrancher")  # fmt: skip
POSE = ("R", "L", "F", "N", "V1", "V2", "V4", "V3", "V5", "V6")
#: What ends each noise, and each other fault that no electrode causes.
REMEDES: Mapping[str, tuple[dict[str, Any], ...]] = {
    "tremblement_froid": ({"g": "preparer", "quoi": "rechauffer"},),
    "parasites_50_hz": ({"g": "preparer", "quoi": "debrancher"},),
    "derive_ligne_de_base": ({"g": "preparer", "quoi": "degraisser"},),
    "mauvais_etalonnage": ({"g": "vitesse", "mm_s": "25"}, {"g": "amplitude", "mm_mv": "10"}),
    "identite_absente": tuple({"g": "inscrire", "mention": mention} for mention in MENTIONS),
}


def parfaite(debut: Mapping[str, Any], pose: tuple[str, ...] = POSE) -> dict[str, Any]:
    """A session without a fault, the electrodes in the order ``pose``."""
    if debut["depart"] == "nu":
        gestes = _realiser(debut, pose)
    else:
        gestes = _reprendre(debut, pose)
    if debut["symptome"] != "aucun":
        gestes.append({"g": "alerter"})
    gestes.append({"g": "liberer"})
    return seance(gestes)


def seance(gestes: list[dict[str, Any]], note: str = "technique") -> dict[str, Any]:
    """The gestures with a time, and what is noted."""
    return {"gestes": [{**geste, "t": 1500 * i} for i, geste in enumerate(gestes)], "conclusion": {"note": note}}


def _realiser(debut: Mapping[str, Any], pose: tuple[str, ...]) -> list[dict[str, Any]]:
    gestes = [{"g": "preparer", "quoi": quoi} for quoi in PREPARATION]
    gestes += [{"g": "palper", "repere": "angle_de_louis"}]
    gestes += [_poser(code) for code in pose]
    gestes += [{"g": "vitesse", "mm_s": "25"}, {"g": "amplitude", "mm_mv": "10"}, {"g": "carre", "imprime": True}]
    gestes += [*REMEDES["identite_absente"], {"g": "enregistrer"}]
    for fin in (bruit["fin"] for bruit in debut["parasites"] if bruit["nom"] == DECOLLEE):
        if "poser" in fin:
            gestes += [_voir(DECOLLEE), {"g": "reprendre"}, _poser(fin["poser"][0]), {"g": "enregistrer"}]
    return [*gestes, {"g": "transmettre"}]


def _reprendre(debut: Mapping[str, Any], pose: tuple[str, ...]) -> list[dict[str, Any]]:
    fautes = rejouer(debut, Seance((), {})).traces[0].fautes
    gestes = [{"g": "preparer", "quoi": quoi} for quoi in ("identite", "symptomes")]
    gestes += [*(_voir(faute) for faute in DEFAUTS if faute in fautes), {"g": "reprendre"}]
    gestes += [{"g": "palper", "repere": "angle_de_louis"}]
    gestes += [_poser(code) for code in pose if debut["pose"][code] != JUSTE[code]]
    gestes += [geste for faute in fautes for geste in REMEDES.get(faute, ())]
    gestes += [_poser(bruit["fin"]["poser"][0]) for bruit in debut["parasites"] if "poser" in bruit["fin"]]
    return [*gestes, {"g": "enregistrer"}, {"g": "transmettre"}]


def _poser(code: str) -> dict[str, Any]:
    return {"g": "poser", "electrode": code, "site": JUSTE[code]}


def _voir(faute: str) -> dict[str, Any]:
    return {"g": "voir", "defaut": faute, "coche": True}


def sans(session: Mapping[str, Any], **champs: Any) -> dict[str, Any]:
    """The same session without the gestures that hold these fields."""
    kept = [geste for geste in session["gestes"] if any(geste.get(nom) != valeur for nom, valeur in champs.items())]
    return {**session, "gestes": kept}


def fautives(debut: Mapping[str, Any], session: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The perfect session with one fault each time."""
    yield sans(session, quoi="identite")
    yield sans(session, quoi="symptomes")
    yield sans(session, g="transmettre")
    yield sans(session, g="liberer")
    yield {**session, "conclusion": {"note": "normal"}}
    yield {**session, "conclusion": {}}
    yield {"gestes": [], "conclusion": {"note": "technique"}}
    if debut["symptome"] != "aucun":
        yield sans(session, g="alerter")
    if debut["depart"] == "nu":
        for quoi in ("expliquer", "allonger", "repos", "torse", "degraisser"):
            yield sans(session, quoi=quoi)
        yield sans(session, repere="angle_de_louis")
        yield from (sans(session, electrode=code) for code in POSE)
        yield sans(session, mention="filtre")
    else:
        yield sans(session, g="voir")
        yield seance([{"g": "transmettre"}, {"g": "liberer"}])


def samples(debut: Mapping[str, Any], nu: str) -> Samples:
    """What the tests try on this start."""
    bonne = parfaite(debut)
    geste = bonne["gestes"][0]
    impossibles = [
        None,
        [],
        {"gestes": []},
        {"gestes": "enregistrer"},
        {"gestes": [{**geste, "quoi": "interpreter"}]},
        {"gestes": [{"g": "poser", "t": 0, "electrode": "V7", "site": "eic4_bord_droit"}]},
        {"gestes": [{"g": "poser", "t": 0, "electrode": "V1", "site": "front"}]},
        {"gestes": [{"g": "vitesse", "t": 0, "mm_s": 25}]},
        {"gestes": [{"g": "liberer", "t": 0}, {"g": "alerter", "t": 1}]},
        {"gestes": [geste], "conclusion": {"note": "infarctus"}},
        float("nan"),
    ]
    if debut["depart"] == nu:
        impossibles += [
            {"gestes": [{"g": "transmettre", "t": 0}]},
            {"gestes": [{"g": "retirer", "t": 0, "electrode": "V1"}]},
        ]
    inverse = (*POSE[4:], *POSE[:4])
    return Samples((bonne, parfaite(debut, inverse)), tuple(fautives(debut, bonne)), tuple(impossibles))
