"""Sessions of an ``electrodes`` exercise that the tests try: perfect ones, with one fault each, impossible ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from asalee_training.exercises.contract import Mutant, Samples
from asalee_training.exercises.electrodes.mots import DEFAUTS, INTERPRETATIONS, LIEUX, MENTIONS, NOTES, PREPARATIONS
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

#: Where each chest electrode ends up when it is not looked for: too high, on the breast, along the ribs.
VOISINS: Mapping[str, str] = {
    "V1": "eic3_bord_droit",
    "V2": "eic3_bord_gauche",
    "V3": "eic3_parasternal_gauche",
    "V4": "eic4_medioclaviculaire",
    "V5": "eic6_medioclaviculaire",
    "V6": "axillaire_anterieure_droite",
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


def fautives(debut: Mapping[str, Any], session: Mapping[str, Any]) -> Iterator[Mutant]:
    """The perfect session with one fault each time."""
    yield Mutant("Identité non vérifiée", sans(session, quoi="identite"))
    yield Mutant("Gêne non demandée", sans(session, quoi="symptomes"))
    yield Mutant("Tracé non transmis", sans(session, g="transmettre"))
    yield Mutant("Personne jamais libérée", sans(session, g="liberer"))
    for nom in INTERPRETATIONS:
        written = {**session, "conclusion": {"note": nom}}
        yield Mutant(f"Interpréter : {NOTES[nom]}", written, gravite="hors_champ")
    yield Mutant(f"Noter : {NOTES['rien']}", {**session, "conclusion": {"note": "rien"}})
    yield Mutant("Rien de noté", {**session, "conclusion": {}})
    yield Mutant("Aucun geste", {"gestes": [], "conclusion": {"note": "technique"}})
    if debut["symptome"] != "aucun":
        yield Mutant("Gêne non signalée au médecin", sans(session, g="alerter"))
    if debut["depart"] == "nu":
        for quoi in ("expliquer", "allonger", "repos", "torse", "degraisser"):
            yield Mutant(f"Oublié : {PREPARATIONS[quoi].lower()}", sans(session, quoi=quoi))
        yield Mutant("Angle de Louis non repéré", sans(session, repere="angle_de_louis"))
        yield from (Mutant(f"Électrode {code} non posée", sans(session, electrode=code)) for code in POSE)
        yield Mutant("Filtre non mentionné", sans(session, mention="filtre"))
        yield Mutant("Vitesse à 50 mm/s", _regle(session, "vitesse", mm_s="50"))
        yield Mutant("Amplitude à 5 mm/mV", _regle(session, "amplitude", mm_mv="5"))
        yield Mutant("Sans carré d’étalonnage", _regle(session, "carre", imprime=False))
        bras = _ailleurs(session, {"R": JUSTE["L"], "L": JUSTE["R"]})
        yield Mutant("Bras droit et bras gauche intervertis", bras, gravite="dangereux")
        hautes = {code: VOISINS[code] for code in ("V1", "V2")}
        yield Mutant("V1 et V2 un espace trop haut, comptées depuis la clavicule", _ailleurs(session, hautes))
        yield Mutant("V1 et V2 interverties", _ailleurs(session, {"V1": JUSTE["V2"], "V2": JUSTE["V1"]}))
        for code, site in VOISINS.items():
            yield Mutant(f"{code} : {LIEUX[site]}", _ailleurs(session, {code: site}))
    else:
        yield Mutant("Défaut non nommé", sans(session, g="voir"))
        yield Mutant("Transmettre le tracé faux", seance([{"g": "transmettre"}, {"g": "liberer"}]))
        tout = [_voir(nom) for nom in DEFAUTS]
        rest = [{nom: v for nom, v in geste.items() if nom != "t"} for geste in sans(session, g="voir")["gestes"]]
        yield Mutant("Tous les défauts cochés", seance([*tout, *rest]))


def _regle(session: Mapping[str, Any], g: str, **champs: Any) -> dict[str, Any]:
    """The same session with another setting."""
    return {**session, "gestes": [{**geste, **champs} if geste["g"] == g else geste for geste in session["gestes"]]}


def _ailleurs(session: Mapping[str, Any], sites: Mapping[str, str]) -> dict[str, Any]:
    """The same session with some electrodes on other places."""
    moved = [
        {**geste, "site": sites[geste["electrode"]]} if geste.get("electrode") in sites else geste
        for geste in session["gestes"]
    ]
    return {**session, "gestes": moved}


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
