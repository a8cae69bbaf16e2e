"""What leaves with an evaluation must hold no key, no reason, no law of drawing and no seed."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from asalee_training.authoring.preuve.modele import Constat
from asalee_training.authoring.preuve.sujet import Sujet
from asalee_training.content import release

#: A reason or an explanation shorter than this could stand anywhere by chance.
LONGUEUR = 12
#: What no file of a trainee may use as a name, whatever it holds.
INTERDITS = frozenset(
    {"corrige", "attendu", "juste", "gravite", "explication", "erreurs", "temoin", "tolerance", "calcul", "suppose",
     "patient_temoin", "profil", "seed", "secret", "graine", "alea", "plafond_hasard", "cle", "key"}
)  # fmt: skip
#: Fields of a patient that conclude: no instrument records them.
CONCLUSIONS = frozenset(
    {"aomi", "dialyse", "grade_podologique", "categorie_iwgdf", "perte_sensibilite", "bpco", "profil_tensionnel",
     "hypotension_orthostatique", "etat_cognitif", "stade_g", "stade_a", "grade_cabinet"}
)  # fmt: skip
_NOM = re.compile(r'"((?:[^"\\]|\\.)*)"\s*:')


def chercher(sujet: Sujet, fichiers: Mapping[str, str], secret: bytes) -> Iterator[Constat]:
    """Search the files of an evaluation, as they leave. ``fichiers``: their texts by name.

    A training or a lesson goes with its key, so that feedback is at once: nothing is searched.
    """
    case = sujet.case
    if case.mode != "evaluation":
        return
    public = release.public(case)
    known = set(_texts(public))
    for nom, texte in fichiers.items():
        names = set(_NOM.findall(texte))
        for word in sorted(names & (INTERDITS | _caches(sujet))):
            yield sujet.constat(
                f"le fichier remis « {nom} » contient une donnée nommée « {word} », qui doit rester cachée."
            )
        for exercice, secret_text in _secrets(sujet, known):
            if json.dumps(secret_text, ensure_ascii=False)[1:-1] in texte:
                said = f"le fichier remis « {nom} » contient un texte de la correction : « {secret_text[:60]} »."
                yield sujet.constat(said, exercice, secret_text[:30])
        for exercice, value in _nombres(sujet):
            if re.search(rf"(?<![\d.]){re.escape(value)}(?!\d)", texte):
                said = f"le fichier remis « {nom} » contient la bonne réponse d’une patiente, {value}."
                yield sujet.constat(said, exercice, "attendu")
        if any(seed in texte for seed in _graines(sujet, secret)):
            yield sujet.constat(f"le fichier remis « {nom} » contient la graine d’une patiente, ou le secret du cours.")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from _texts(getattr(value, field))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item)


def _secrets(sujet: Sujet, known: set[str]) -> Iterator[tuple[str, str]]:
    """Every sentence of a specification that its public half does not hold; a single word may well stand elsewhere."""
    for nom, exercise in sujet.case.exercices.items():
        for texte in dict.fromkeys(_texts(exercise.spec)):
            if (
                len(texte) >= LONGUEUR
                and " " in texte
                and texte not in known
                and not any(texte in other for other in known)
            ):
                yield nom, texte


def _caches(sujet: Sujet) -> set[str]:
    """Conclusions about the patient that this case does not tell in its own words."""
    shown = {name.partition(".")[0] for name in release.visible(sujet.case, sujet.patients[0])["champs"]}
    return CONCLUSIONS - shown


def _nombres(sujet: Sujet) -> Iterator[tuple[str, str]]:
    """Numbers that are right answers, where they have so many decimals that they cannot be there by chance."""
    for nom, groupes in sujet.groupes.items():
        for groupe in groupes:
            value = groupe.attendu.attendu
            if isinstance(value, float) and len(repr(value).partition(".")[2]) >= 4:
                yield nom, repr(value)


def _graines(sujet: Sujet, secret: bytes) -> Iterator[str]:
    """The seeds and the secret, as somebody might have written them."""
    for seed in (secret, *(release.patient_seed(sujet.case, secret, i) for i in range(len(sujet.patients)))):
        yield seed.hex()
        yield base64.b64encode(seed).decode().rstrip("=")
        yield str(int.from_bytes(seed))
        if seed.isascii() and len(seed) >= LONGUEUR:
            yield seed.decode("ascii")
