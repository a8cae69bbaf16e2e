"""One copy as the trainee reads it again: her answers in words, what is missing, her receipt. No HTTP."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from asalee_training.answers import FICHIER, Answer, origine
from asalee_training.content import lot, substitution
from asalee_training.gradebook import submit, words
from asalee_training.pages import parutions, suivi
from asalee_training.pages.parutions import Parution
from asalee_training.pages.reponses import damage, reading
from asalee_training.workspace import Workspace


class NonRemise(Exception):
    """A copy that cannot be handed in; the message is a French sentence for the trainee."""


@dataclass(frozen=True)
class Question:
    """A question as she read it, and her answer in words; None when there is none."""

    titre: str
    reponse: str | None
    conflit: bool = False


@dataclass(frozen=True)
class Copie:
    """Everything the page shows. ``changee``: her answers are no longer those that she handed in."""

    parution: Parution
    questions: tuple[Question, ...]
    alerte: str
    recu: submit.Receipt | None
    changee: bool
    corrigee: bool

    @property
    def manquantes(self) -> list[Question]:
        return [q for q in self.questions if q.reponse is None]

    @property
    def conflits(self) -> list[Question]:
        return [q for q in self.questions if q.conflit]


def copie(ws: Workspace, parution: Parution) -> Copie:
    """Gather her copy as it is now."""
    read = reading(ws, parution.assignment)
    recu = submit.last_receipt(ws, parution.assignment)
    return Copie(
        parution=parution,
        questions=tuple(questions(ws, parution, read.reponses)),
        alerte=damage(ws, parution.assignment, read),
        recu=recu,
        changee=recu is not None and _changed(ws, parution.assignment),
        corrigee=suivi.retour(ws, parution.assignment) is not None,
    )


def remettre(ws: Workspace, parution: Parution) -> None:
    """Hand in her copy. Raises ``NonRemise``; then nothing was handed in."""
    if suivi.retour(ws, parution.assignment):
        raise NonRemise(
            "Cette copie est déjà corrigée : elle ne peut plus être remise. Votre retour est dans « Mes modules »."
        )
    if origine.replaced_by(ws.apprenante / parution.assignment):
        raise NonRemise(
            "Vous avez pris la nouvelle version de ce cas : c’est elle que vous remettez, depuis « Mes modules »."
        )
    try:
        submit.submit(ws, parution.assignment)
    except submit.SubmitError as error:
        raise NonRemise(str(error)) from None


def archive(ws: Workspace, parution: Parution) -> bytes:
    """Return copie.zip. Raises ``NonRemise``."""
    try:
        return submit.archive(ws, parution.assignment)
    except submit.SubmitError as error:
        raise NonRemise(str(error)) from None


def questions(ws: Workspace, parution: Parution, given: Mapping[str, Answer]) -> Iterator[Question]:
    """Yield each question of a version, and what she answered, in words."""
    data = parutions.content(parution)
    patient = substitution.nested(data["patients"][lot.patient_index(ws.ident, data["cas"], data["tirage"])]["champs"])
    for nom in parution.exercices:
        public, answer = data["exercices"][nom], given.get(nom)
        titre = substitution.render(public["titre"], {"patient": patient})
        if answer is None or answer.valeur in (None, "", []):
            yield Question(titre, None)
        else:
            said = words.answer(_seen(public), answer.valeur, patient)
            yield Question(titre, said, answer.autre is not None)


def _seen(public: Mapping[str, Any]) -> Any:
    """The public half of an exercise under the names that ``words.answer`` reads: her machine holds no other half."""
    return SimpleNamespace(type=public["type"], spec=_named(public))


def _named(value: Any) -> Any:
    """Mappings as objects, down to the last one: read like a specification."""
    if isinstance(value, Mapping):
        return SimpleNamespace(**{name: _named(inner) for name, inner in value.items()})
    return [_named(inner) for inner in value] if isinstance(value, list) else value


def _changed(ws: Workspace, assignment: str) -> bool:
    folder = ws.apprenante / assignment
    try:
        with zipfile.ZipFile(folder / submit.ARCHIVE) as handed_in:
            return handed_in.read(FICHIER) != (folder / FICHIER).read_bytes()
    except (OSError, KeyError, zipfile.BadZipFile):
        return False
