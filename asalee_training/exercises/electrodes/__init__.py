"""``electrodes``: an ECG to record, from the identity check to the transmission, or one badly recorded to take again.

The raw answer is a session (see ``gestes``): « preparer », « palper », « poser », settings, « enregistrer », « voir » a
fault, « reprendre » or « transmettre », « alerter », « liberer »; for the conclusion, what she writes with the tracing.
The physician reads the tracing: no interpretation is ever right here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from pydantic import Field

from asalee_training.exercises import gestes
from asalee_training.exercises.calculs import MissingField
from asalee_training.exercises.contract import Key, Mark, Samples, Strict, Unreadable
from asalee_training.exercises.contract import Spec as BaseSpec
from asalee_training.exercises.electrodes import exemples, mots
from asalee_training.exercises.electrodes.criteres import criteres
from asalee_training.exercises.electrodes.seance import poser
from asalee_training.exercises.gestes import Seance
from asalee_training.simulation import seance_ecg
from asalee_training.simulation.seance_ecg import CODES, DECOLLEE, FAUTES, NU, POSE_FAUTIVE

Symptome = Literal["aucun", "douleur", "dyspnee", "palpitations", "syncope"]
CHAMPS = ("sexe", "ecg_frequence_min", "ecg_axe_deg", "ecg_amplitude_pct", "ecg_alea")
REUSSI = "Le tracé est techniquement irréprochable, et rien n’est sorti de votre champ."


class Materiel(Strict):
    """The machine and the room as she finds them."""

    vitesse_mm_s: Literal[25, 50] = Field(default=25, description="La vitesse réglée à l’arrivée : 25 ou 50.")
    amplitude_mm_mv: Literal[5, 10, 20] = Field(default=10, description="L’amplitude réglée à l’arrivée : 5, 10 ou 20.")
    carre: bool = Field(default=True, description="Vrai : le carré d’étalonnage est imprimé.")
    secteur: bool = Field(default=True, description="Vrai : un lit ou un téléphone branché donne du 50 Hz.")


class Spec(BaseSpec):
    """An ECG session."""

    type: Literal["electrodes"] = Field(description="Un ECG à réaliser : préparer, poser, enregistrer, contrôler.")
    depart: Literal["nu", "pose_fautive"] = Field(
        description="nu : tout est à faire ; pose_fautive : un tracé faux est déjà fait, à reconnaître et à reprendre."
    )
    personne: str = Field(min_length=2, max_length=60, description="Le nom de la personne : « Mme Rivière ».")
    fautes: tuple[str, ...] = Field(
        default=(), strict=False, description="Les défauts possibles, de même difficulté ; un est tiré par patient."
    )
    symptomes: tuple[Symptome, ...] = Field(
        default=("aucun",), min_length=1, strict=False, description="Les gênes possibles ; une est tirée par patient."
    )
    materiel: Materiel = Field(default=Materiel(), description="L’appareil et la pièce tels qu’elle les trouve.")
    a_faire: str = Field(default="", max_length=400, description="Ce que vous demandez à l’apprenante.")


def validate(spec: Spec) -> list[str]:
    """Check the faults: some for a placement already made, at most an electrode that comes unstuck otherwise."""
    connues = FAUTES if spec.depart == POSE_FAUTIVE else (DECOLLEE,)
    problems = [
        f"« fautes: » : « {faute} » ne convient pas ; avec « depart: {spec.depart} », écrivez {', '.join(connues)}."
        for faute in spec.fautes
        if faute not in connues
    ]
    if spec.depart == POSE_FAUTIVE and not spec.fautes:
        problems.append("« depart: pose_fautive » demande « fautes: », la liste des défauts possibles.")
    if spec.depart == POSE_FAUTIVE and spec.materiel != Materiel(secteur=spec.materiel.secteur):
        problems.append(
            "« depart: pose_fautive » : l’appareil est réglé ; pour un mauvais réglage, écrivez-le dans « fautes: »."
        )
    return problems


def public(spec: Spec) -> dict[str, Any]:
    """Return the words of the page: what may be done, places, technical faults, notes."""
    return {
        "personne": spec.personne,
        "a_faire": spec.a_faire,
        "electrodes": [{"code": code, "couleur": mots.COULEURS[code]} for code in CODES],
        "sites": _liste(mots.LIEUX),
        "preparations": _liste(mots.PREPARATIONS),
        "groupes": [{"titre": titre, "gestes": list(ids)} for titre, ids in mots.GROUPES.items()],
        "reperes": _liste(mots.REPERES),
        "mentions": _liste(mots.MENTIONS),
        "bandes": _liste(mots.BANDES),
        "defauts": _liste(mots.DEFAUTS),
        "notes": _liste(mots.NOTES),
    }


def _liste(libelles: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"id": nom, "libelle": libelle} for nom, libelle in libelles.items()]


def _debut(spec: Spec, patient: Mapping[str, Any]) -> dict[str, Any]:
    for champ in CHAMPS:
        if champ not in patient:
            raise MissingField(champ)
    materiel = spec.materiel.model_dump()
    return seance_ecg.scene(patient, spec.depart, spec.fautes, spec.symptomes, materiel)


def recording(spec: Spec, patient: Mapping[str, Any]) -> dict[str, Any]:
    """Return this heart, the lead vectors, the start, the noises and the replies."""
    return seance_ecg.record(patient, _debut(spec, patient))


def expected(spec: Spec, patient: Mapping[str, Any]) -> Key:
    """Return the start of the session, its faults named: what is right at each step follows from the gestures."""
    return Key({"depart": spec.depart, **_debut(spec, patient)})


def parse(spec: Spec, raw: Any) -> Seance:
    """Read the session; what no page allows is unreadable: deciding without a tracing, or acting on who has left."""
    seance = gestes.lire(raw, mots.CONNUS, mots.CONCLUSIONS)
    trace, pose = spec.depart == POSE_FAUTIVE, dict(seance_ecg.JUSTE) if spec.depart == POSE_FAUTIVE else {}
    for rang, geste in enumerate(seance.gestes):
        nom = geste["g"]
        sans_trace = nom in ("voir", "reprendre", "transmettre") and not trace
        absente = nom == "retirer" and geste["electrode"] not in pose
        if sans_trace or absente or (nom == "liberer" and rang < len(seance.gestes) - 1):
            raise Unreadable(gestes.ILLISIBLE)
        trace = trace or nom == "enregistrer"
        if nom == "poser":
            poser(pose, geste["electrode"], geste["site"])
        elif nom == "retirer":
            del pose[geste["electrode"]]
    return seance


def grade(spec: Spec, key: Key, answer: Seance) -> Mark:
    """Judge the session line by line."""
    return gestes.juger(spec.points, criteres(key.attendu, answer), spec.explication, REUSSI)


def words(spec: Any, raw: Any, fill: Callable[[str], str]) -> str | None:
    """Return the gestures in order, and what was written with the tracing."""
    try:
        seance = gestes.lire(raw, mots.CONNUS, mots.CONCLUSIONS)
    except Unreadable:
        return None
    lignes = [mots.phrase(geste) for geste in seance.gestes]
    if note := seance.conclusion.get("note"):
        lignes.append(f"Noté avec le tracé : {mots.NOTES[note]}")
    return " ; ".join(lignes) + "."


def samples(spec: Spec, key: Key) -> Samples:
    """Perfect sessions in two orders; one fault at a time; sessions that cannot have been."""
    return exemples.samples(key.attendu, NU)
