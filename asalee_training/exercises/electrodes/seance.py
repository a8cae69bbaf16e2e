"""An ``electrodes`` session played again: what was on the patient and on the machine at each tracing, and its faults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from asalee_training.clinical import ecg
from asalee_training.exercises.gestes import Seance
from asalee_training.simulation import seance_ecg
from asalee_training.simulation.seance_ecg import CODES, JUSTE

AUTRE = "autre_erreur_de_pose"


@dataclass(frozen=True)
class Trace:
    """A tracing on paper: the state in which it was recorded, the faults that this makes, those that she named.

    ``suite``: « transmis », « repris » or None.
    """

    pose: Mapping[str, str]
    reglages: Mapping[str, Any]
    mentions: frozenset[str]
    fautes: frozenset[str]
    vus: frozenset[str] = frozenset()
    suite: str | None = None

    @property
    def erreurs_de_pose(self) -> set[str]:
        return erreurs_de_pose(self.pose)


@dataclass
class _Etat:
    pose: dict[str, str]
    reglages: dict[str, Any]
    mentions: set[str]
    preparations: set[str]
    poses: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Suivi:
    """``traces``: in order, the one found at the start included. ``jugee``: the last one transmitted, or else the last
    one recorded, or else what a recording would have been at the end."""

    traces: tuple[Trace, ...]
    jugee: Trace

    @property
    def transmise(self) -> Trace | None:
        return self.jugee if self.jugee.suite == "transmis" else None


def rejouer(debut: Mapping[str, Any], seance: Seance) -> Suivi:
    """Play the gestures again from the start of this patient's session."""
    etat = _Etat(dict(debut["pose"]), dict(debut["reglages"]), set(debut["mentions"]), set(debut["fait"]))
    etat.poses = dict.fromkeys(etat.pose, 0)
    traces = [_tracer(debut, etat)] if debut["trace"] else []
    for geste in seance.gestes:
        nom = geste["g"]
        if nom == "enregistrer":
            traces.append(_tracer(debut, etat))
        elif nom in ("voir", "reprendre", "transmettre") and traces:
            traces[-1] = _decider(traces[-1], geste)
        else:
            _agir(etat, geste)
    transmis = [trace for trace in traces if trace.suite == "transmis"]
    return Suivi(tuple(traces), (transmis or traces or [_tracer(debut, etat)])[-1])


def _agir(etat: _Etat, geste: Mapping[str, Any]) -> None:
    nom = geste["g"]
    if nom == "preparer":
        etat.preparations.add(geste["quoi"])
    elif nom == "poser":
        poser(etat.pose, geste["electrode"], geste["site"])
        etat.poses[geste["electrode"]] = etat.poses.get(geste["electrode"], 0) + 1
    elif nom == "retirer":
        etat.pose.pop(geste["electrode"], None)
    elif nom == "vitesse":
        etat.reglages["vitesse_mm_s"] = int(geste["mm_s"])
    elif nom == "amplitude":
        etat.reglages["amplitude_mm_mv"] = int(geste["mm_mv"])
    elif nom == "carre":
        etat.reglages["carre"] = geste["imprime"]
    elif nom == "inscrire":
        etat.mentions.add(geste["mention"])


def poser(pose: dict[str, str], code: str, site: str) -> None:
    """Stick an electrode. The one that was there takes the other's former place, or goes back to the tray."""
    ancien = pose.get(code)
    occupant = next((autre for autre, lieu in pose.items() if lieu == site and autre != code), None)
    pose[code] = site
    if occupant and ancien:
        pose[occupant] = ancien
    elif occupant:
        del pose[occupant]


def _tracer(debut: Mapping[str, Any], etat: _Etat) -> Trace:
    bruits = seance_ecg.bruits_actifs(debut, etat.preparations, etat.poses, etat.pose)
    fautes = erreurs_de_pose(etat.pose) | {bruit["nom"] for bruit in bruits}
    controle = reglages(etat.reglages)
    if controle.refaire:
        fautes.add("mauvais_etalonnage")
    if ecg.mentions_manquantes(etat.mentions - {"filtre"}):
        fautes.add("identite_absente")
    return Trace(dict(etat.pose), dict(etat.reglages), frozenset(etat.mentions), frozenset(fautes))


def reglages(choisis: Mapping[str, Any]) -> ecg.Reglages:
    """Speed, gain and calibration square, against what is expected; the note of the filter is judged with the others."""
    return ecg.verifier_reglages(choisis["vitesse_mm_s"], choisis["amplitude_mm_mv"], choisis["carre"], True)


def erreurs_de_pose(pose: Mapping[str, str]) -> set[str]:
    """Codes of ``ecg.erreurs``; places of the drawing that ``clinical.ecg`` does not name are « autre »."""
    if set(pose) != set(CODES):
        return {AUTRE}
    connues = {code: site for code, site in pose.items() if site in ecg.positions()}
    autre = {AUTRE} if len(connues) < len(pose) else set()
    try:
        return set(ecg.verifier_pose({**JUSTE, **connues}).erreurs) | autre
    except ValueError:  # one that is elsewhere left its place to another
        return {AUTRE}


def _decider(trace: Trace, geste: Mapping[str, Any]) -> Trace:
    if geste["g"] == "voir":
        vus = trace.vus - {geste["defaut"]}
        return replace(trace, vus=vus | {geste["defaut"]} if geste["coche"] else vus)
    return replace(trace, suite="transmis" if geste["g"] == "transmettre" else "repris")
