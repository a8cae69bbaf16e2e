"""What a new exercise, a new case, starts from: its frame, and no word that an author could forget to replace."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from asalee_training.authoring.edition import EditError, writing
from asalee_training.authoring.new import A_ECRIRE, QUESTION, RECIT
from asalee_training.content.models import PROTOCOLES
from asalee_training.exercises import TYPES

#: The keys of a new exercise, beside ``type`` and ``points``.
_OPTIONS = [{"texte": "", "juste": True, "retour": ""}, {"texte": "", "retour": ""}, {"texte": "", "retour": ""}]
EXERCICES: dict[str, dict[str, Any]] = {
    "choix": {"choix": _OPTIONS},
    "choix_multiple": {"choix": _OPTIONS},
    "zones_pied": {"attendu": {"calcul": "sites_sans_sensation"}},
    "mesure_tension": {"acte": "cabinet"},
    "cotation_test": {"test": "horloge_7"},
    "dessin_horloge": {"heure": "11:10", "cible": {"manques": []}},
    "entretien": {
        "lieu": "cabinet",
        "debut": "accueil",
        "tours": [
            {
                "nom": "accueil",
                "dit": "",
                "code": "N",
                "repliques": [
                    {"texte": "", "code": "QO", "vers": "fin", "retour": ""},
                    {"texte": "", "code": "QF", "vers": "fin", "retour": ""},
                    {"texte": "", "code": "INF", "vers": "fin", "retour": ""},
                ],
            },
            {"nom": "fin", "dit": "", "fin": True, "bilan": ""},
        ],
    },
}
#: Who comes, by protocol: laws that draw a whole and plausible person, to be made narrower.
PATIENTS: dict[str, dict[str, Any]] = {
    "bpco": {
        "age": {"entre": [52, 66]},
        "taille_cm": {"entre": [156, 170]},
        "spirometrie": {"profil": "obstructif_modere"},
    },
    "diabete": {"age": {"entre": [58, 72]}, "pieds": {"profil": "neuropathie_isolee"}},
    "rcv": {"age": {"entre": [54, 66]}, "dossier": {"profil": "hta"}},
    "cognition": {"age": {"entre": [70, 82]}, "cognition": {"profil": "sans_anomalie"}},
}
_VIDES = {"le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "que", "quel", "quelle", "quels", "quelles", "vous",
          "a", "au", "aux", "en", "et", "ce", "cette", "votre", "est", "il", "elle", "faites", "faire", "calculez"}  # fmt: skip


def exercise(type_: str, titre: str, taken: Iterable[str]) -> list[str]:
    """Return the lines of a question and of its exercise, named after the question."""
    if type_ not in TYPES:
        raise EditError("Ce genre d’exercice n’existe pas.")
    values = {"type": type_, "points": 1, **EXERCICES.get(type_, {})}
    lines = [f"```{{exercice}} {name(titre, type_, taken)}", *writing.mapping(values, 0), "```"]
    return [f"### {titre}", "", *lines] if titre else lines


def name(titre: str, type_: str, taken: Iterable[str]) -> str:
    """Name an exercise by the words of its question: « Calculez le rapport VEMS/CVF » is ``rapport_vems_cvf``."""
    plain = unicodedata.normalize("NFKD", titre.lower().replace("œ", "oe")).encode("ascii", "ignore").decode()
    words = [w for w in re.findall(r"[a-z0-9]+", plain) if w not in _VIDES][:3]
    base = "_".join(words)[:34].strip("_")
    if not re.match(r"[a-z]", base):
        base = type_
    taken = set(taken)
    return next(n for n in (base, *(f"{base}_{k}" for k in range(2, 10_000))) if n not in taken)


def case(protocole: str, titre: str, niveau: int, mode: str, type_: str) -> str:
    """Return the text of a new case: a story, then a question. Nothing is published while a word of ours stands in it."""
    if protocole not in PROTOCOLES or niveau not in (1, 2, 3) or mode not in ("entrainement", "evaluation"):
        raise EditError("Choisissez le protocole, le niveau et le mode.")
    entete = {
        "titre": titre,
        "protocole": protocole,
        "mode": mode,
        "niveau": niveau,
        "duree_min": 20,
        "sources": [A_ECRIRE],
        "patient": {"sexe": "femme", **PATIENTS.get(protocole, {"age": {"entre": [55, 70]}})},
        "patient_temoin": {"sexe": "femme"},
    }
    story = ["---", "", RECIT, ""]
    return "\n".join(["---", *writing.mapping(entete, 0), *story, *exercise(type_, QUESTION, ()), ""])
