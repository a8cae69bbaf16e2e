"""What an author should know and what stops nothing: a date past or not written, minutes far off, an objective nobody can see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from asalee_training.authoring import duree
from asalee_training.authoring.check import Finder
from asalee_training.content.dates import jour
from asalee_training.content.errors import Problem
from asalee_training.content.models import Case, EnTete
from asalee_training.content.source import Source

#: What a text says before two people sign it.
A_ECRIRE = ("version_protocole", "relecture", "peremption")
#: Verbs of what nobody sees. An objective names what a referent nurse would see done or hear said.
INVISIBLES = ("savoir", "comprendre", "connaître", "voir", "maîtriser", "appréhender", "être")


def warnings(case: Case, path: Path, root: Path, aujourdhui: date | None = None) -> tuple[Problem, ...]:
    """Return what to know of a text that is otherwise ready."""
    finder = Finder(Source.open(path, root))
    found = _found(case, aujourdhui or date.today())
    return tuple(replace(finder.problem(message, key=key), niveau="avertissement") for key, message in found)


def _found(case: Case, aujourdhui: date) -> Iterator[tuple[str, str]]:
    entete = case.entete
    if perime(entete, aujourdhui):
        yield (
            "peremption",
            (
                f"ce texte est périmé depuis le {jour(entete.peremption)} : faites-le relire, puis changez « relecture: » et "
                "« peremption: ». Il reste ouvert, et noté, pour les apprenantes."
            ),
        )
    if entete.relecture and entete.relecture > aujourdhui:
        yield "relecture:", f"« relecture: » est le {jour(entete.relecture)}, qui n’est pas encore passé."
    minutes = duree.estimate(case)
    if duree.far(entete.duree_min, minutes):
        yield (
            "duree_min:",
            (
                f"« duree_min: {entete.duree_min} », quand lire, répondre et agir prennent environ {round(minutes)} minutes : "
                f"écrivez {duree.rounded(minutes)}, ou {'enrichissez le texte' if minutes < entete.duree_min else 'coupez-le'}."
            ),
        )
    for objectif in vagues(getattr(entete, "objectifs", ())):
        yield (
            objectif,
            (
                f"objectif « {objectif} » : dites ce que l’on verra faire ou entendra dire, avec Dire, Montrer, Choisir, Écrire… "
                f"« {objectif.split()[0]} » ne se voit pas."
            ),
        )
    if to_write := missing_keys(case):
        words = ", ".join(f"« {key}: »" for key in to_write)
        yield "", f"à écrire dans l’en-tête avant de proposer ce texte : {words}."


def vagues(objectifs: Iterable[str]) -> list[str]:
    """Return the objectives that name no observable behaviour."""
    return [objectif for objectif in objectifs if objectif.split()[0].lower() in INVISIBLES]


def missing_keys(case: Case) -> list[str]:
    """Return the keys that a text to be signed lacks; a specimen is not signed."""
    return [] if case.entete.specimen else [key for key in A_ECRIRE if getattr(case.entete, key) is None]


def perime(entete: EnTete, aujourdhui: date | None = None) -> bool:
    """Say whether a text is past its date."""
    return entete.peremption is not None and entete.peremption < (aujourdhui or date.today())
