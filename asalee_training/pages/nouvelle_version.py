"""A new version under a trainee at work: what changes for her, and taking it without losing an answer. No HTTP.

She keeps her version until she chooses. Taking the new one prepares a whole folder beside, then gives it its name: one
step, after which the version of before is an archive. Before that step nothing has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from filelock import FileLock

from asalee_training import answers
from asalee_training.answers import origine
from asalee_training.content import lot, substitution
from asalee_training.gradebook import files, submit
from asalee_training.pages import copie, parutions, suivi
from asalee_training.pages.parutions import Parution
from asalee_training.pages.reponses import reading
from asalee_training.pages.typographie import pluriel
from asalee_training.workspace import Workspace

# What a question says; the rest of its public half is its shape: what an answer to it means.
_MOTS, _BAREME = ("titre", "aide"), ("points",)


class NonPrise(Exception):
    """A new version that cannot be taken; the message is a French sentence for the trainee."""


@dataclass(frozen=True)
class Changement:
    """Between her version and the new one: names of the questions, and their titles as she reads them.

    ``memes`` keep their answer, and so do ``reformulees``, to read again; ``changees`` and ``disparues`` do not.
    """

    memes: tuple[str, ...]
    reformulees: tuple[str, ...]
    changees: tuple[str, ...]
    nouvelles: tuple[str, ...]
    disparues: tuple[str, ...]
    autre_patient: bool
    titres: Mapping[str, str]

    @property
    def phrase(self) -> str:
        """Say it in one sentence."""
        counts = [
            pluriel(len(noms), *words)
            for noms, words in (
                (self.nouvelles, ("question nouvelle", "questions nouvelles")),
                (self.changees, ("question changée", "questions changées")),
                (self.reformulees, ("question reformulée", "questions reformulées")),
                (self.disparues, ("question retirée", "questions retirées")),
            )
            if noms
        ]
        if self.autre_patient:
            counts.insert(0, "le patient n’est plus le même")
        if not counts:
            return "Les questions sont les mêmes ; leur texte ou leur correction a changé."
        return f"Ce qui change : {', '.join(counts)}."


def compare(ws: Workspace, ancienne: Parution, nouvelle: Parution) -> Changement:
    """Compare two versions of a case, for this trainee's own patient."""
    ancienne = _held(ws, ancienne)
    old, new = parutions.content(ancienne), parutions.content(nouvelle)
    mine, hers = _patient(ws, old), _patient(ws, new)
    other = old["tirage"] != new["tirage"] or any(
        mine["champs"][k] != v for k, v in hers["champs"].items() if k in mine["champs"]
    )
    kinds: dict[str, list[str]] = {"memes": [], "reformulees": [], "changees": [], "nouvelles": []}
    for nom in nouvelle.exercices:
        before, after = old["exercices"].get(nom), new["exercices"][nom]
        if before is None:
            kinds["nouvelles"].append(nom)
        elif other or _shape(before) != _shape(after) or mine["seances"].get(nom) != hers["seances"].get(nom):
            kinds["changees"].append(nom)
        else:
            kinds["memes" if _words(before) == _words(after) else "reformulees"].append(nom)
    gone = tuple(nom for nom in ancienne.exercices if nom not in new["exercices"])
    titres = _titres(old, mine) | _titres(new, hers)
    return Changement(**{k: tuple(v) for k, v in kinds.items()}, disparues=gone, autre_patient=other, titres=titres)


def said(ws: Workspace, ancienne: Parution, nouvelle: Parution) -> str:
    """What a new version changes, in one sentence; "" when one of the two is damaged: opening it mends it."""
    try:
        return compare(ws, ancienne, nouvelle).phrase
    except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError):
        return ""


def _held(ws: Workspace, parution: Parution) -> Parution:
    """The version as it lies in her folder: what was released since may be worded otherwise."""
    return next((p for p in parutions.in_folder(ws.apprenante) if p.assignment == parution.assignment), parution)


def _patient(ws: Workspace, data: Mapping[str, Any]) -> dict[str, Any]:
    patient = data["patients"][lot.patient_index(ws.ident, data["cas"], data["tirage"])]
    return {"champs": {}, "seances": {}} | patient


def _shape(public: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in public.items() if k not in _MOTS + _BAREME}


def _words(public: Mapping[str, Any]) -> list[Any]:
    return [public.get(k) for k in _MOTS]


def _titres(data: Mapping[str, Any], patient: Mapping[str, Any]) -> dict[str, str]:
    values = {"patient": substitution.nested(patient["champs"])}
    return {nom: substitution.render(e["titre"], values) for nom, e in data["exercices"].items()}


def handed_in(ws: Workspace, parution: Parution) -> bool:
    """Say whether her copy of a version left: it stays as it is, and its answers go nowhere else."""
    return submit.last_receipt(ws, parution.assignment) is not None or suivi.retour(ws, parution.assignment) is not None


def under_way(ws: Workspace, nouvelle: Parution) -> Parution | None:
    """Return the version that she is working on, older than this one, not handed in and not replaced."""
    if (ws.apprenante / nouvelle.assignment).is_dir():
        return None
    older = [
        p
        for p in parutions.all_released(ws).values()
        if p.cas == nouvelle.cas and p.version < nouvelle.version and (ws.apprenante / p.assignment).is_dir()
    ]
    active = [p for p in older if not origine.replaced_by(ws.apprenante / p.assignment) and not handed_in(ws, p)]
    return max(active, key=lambda p: p.version, default=None)


def take(ws: Workspace, ancienne: Parution, nouvelle: Parution) -> None:
    """Begin the new version with her answers to the questions that stayed. Doing it twice changes nothing.

    Raises ``NonPrise`` and ``OSError``; then nothing has changed.
    """
    source, target = ws.apprenante / ancienne.assignment, ws.apprenante / nouvelle.assignment
    with FileLock(ws.apprenante / ".nouvelle-version.verrou", timeout=60):  # two windows, two clicks
        if target.is_dir():
            return
        if handed_in(ws, ancienne):
            raise NonPrise("Votre copie est remise : elle reste telle quelle, et ses réponses n’en sortent plus.")
        changes = compare(ws, ancienne, nouvelle)
        given = answers.Sheet(source).read().reponses
        carried = {nom: given[nom] for nom in (*changes.memes, *changes.reformulees) if nom in given}
        done = origine.Origine(
            de=ancienne.assignment,
            le=datetime.now().astimezone().isoformat(timespec="seconds"),
            reprises={nom: answer.n for nom, answer in carried.items()},
            a_relire=tuple(nom for nom in changes.reformulees if nom in carried),
        )
        fresh = ws.apprenante / f".{nouvelle.assignment}.nouveau"
        files.remove_tree(fresh)  # what a crash left
        fresh.mkdir()
        for name in (f"{nouvelle.slug}.ipynb", parutions.CAS):
            answers.durable_write(fresh / name, (nouvelle.dossier / name).read_bytes())
        if carried:
            answers.durable_write(fresh / answers.FICHIER, answers.serialise(carried))
        answers.durable_write(fresh / origine.ORIGINE, done.to_bytes())
        answers.fsync_folder(fresh)
        fresh.rename(target)
        answers.fsync_folder(ws.apprenante)


@dataclass(frozen=True)
class Avant:
    """The answers of a version that she replaced, as she gave them; ``reprise``: it went on to the new one."""

    parution: Parution
    questions: tuple[tuple[copie.Question, bool], ...]


def before(ws: Workspace, parution: Parution) -> list[Avant]:
    """Return the versions that this one replaced, the latest first."""
    return list(_before(ws, parution))


def left_behind(ws: Workspace, parution: Parution) -> int:
    """Count the answers that are with the version before this one only, those of a tab left open included."""
    known = origine.read(ws.apprenante / parution.assignment)
    if known is None:
        return 0
    given = reading(ws, known.de).reponses
    return sum(a.valeur not in (None, "", []) and not known.took(nom, a.n) for nom, a in given.items())


def _before(ws: Workspace, parution: Parution) -> Iterator[Avant]:
    released = parutions.all_released(ws)
    seen = {parution.assignment}
    known = origine.read(ws.apprenante / parution.assignment)
    while known and known.de in released and known.de not in seen:
        older = _held(ws, released[known.de])
        seen.add(known.de)
        given = reading(ws, known.de).reponses
        said = zip(older.exercices, copie.questions(ws, older, given), strict=True)
        yield Avant(older, tuple((q, known.took(nom, given[nom].n)) for nom, q in said if q.reponse is not None))
        known = origine.read(ws.apprenante / known.de)
