"""Where one text stands on its way to trainees: its history in sentences, what each gesture waits for. No HTTP."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from asalee_training.authoring import check, essai, personnes, publication, versions
from asalee_training.authoring.avertissements import perime, warnings
from asalee_training.authoring.entete import Ecrit
from asalee_training.authoring.preuve import Preuve, rapport
from asalee_training.authoring.preuve.memoire import Preuves
from asalee_training.content.dates import jour
from asalee_training.content.errors import ContentError, Problem
from asalee_training.content.models import Case
from asalee_training.content.signatures import Geste
from asalee_training.gradebook import release
from asalee_training.pages.travaux import Outcome
from asalee_training.pages.typographie import pluriel
from asalee_training.workspace import Workspace

_VERBES = {"propose": "a proposé", "approuve": "a joué et approuvé", "retire": "a retiré"}
MOTS = {
    "specimen": "Spécimen", "brouillon": "Brouillon", "propose": "Proposé, à jouer et approuver",
    "approuve": "Approuvé", "retire": "Retiré",
}  # fmt: skip


@dataclass(frozen=True)
class Ligne:
    """One gesture of the history. ``actuelle``: it is about the text as it is now."""

    phrase: str
    actuelle: bool


@dataclass(frozen=True)
class Parue:
    """A version that trainees got; ``actuelle``: it was made from the text as it is now."""

    version: int
    depuis: datetime | None
    actuelle: bool


@dataclass(frozen=True)
class Dossier:
    """All that the page of a text shows.

    ``problemes``: what stops it. ``preuve``: what the proof of its grader said, if this text was proved already.
    ``tenue``: why it needs the next version (``suivante``), or "". ``a_jouer``: the questions that ``moi`` has not played;
    None when she did not open this text.
    """

    fichier: str
    case: Case | None
    moi: str
    impose: bool
    etat: publication.Etat | None
    problemes: tuple[Problem, ...]
    avertissements: tuple[Problem, ...] = ()
    historique: tuple[Ligne, ...] = ()
    parues: tuple[Parue, ...] = ()
    tenue: str = ""
    suivante: int = 0
    a_jouer: list[str] | None = None
    preuve: tuple[str, ...] = ()

    @property
    def relecture(self) -> str:
        return jour(self.case.entete.relecture) if self.case and self.case.entete.relecture else ""

    @property
    def peremption(self) -> str:
        return jour(self.case.entete.peremption) if self.case and self.case.entete.peremption else ""

    @property
    def perime(self) -> bool:
        return self.case is not None and perime(self.case.entete)

    @property
    def publiee(self) -> bool:
        return any(p.actuelle for p in self.parues) and self.etat is not None and self.etat.publiable

    @property
    def propose_par(self) -> str:
        return _signature(self.etat.proposition) if self.etat and self.etat.proposition else ""

    @property
    def approuve_par(self) -> str:
        return _signature(self.etat.geste) if self.etat and self.etat.geste else ""

    @property
    def pret(self) -> bool:
        return not self.problemes and not self.tenue

    @property
    def ma_proposition(self) -> bool:
        return bool(self.etat and self.etat.genre == "propose" and self.moi and self.etat.geste
                    and personnes.same(self.moi, self.etat.geste.qui))  # fmt: skip


def _signature(geste: Geste) -> str:
    return f"{geste.qui}, le {jour(geste.date)}."


def dossier(ws: Workspace, path: Path) -> Dossier:
    """Gather it all, checking the text as it is now."""
    fichier, moi = path.relative_to(ws.contenu).as_posix(), personnes.current(ws)
    impose = bool(personnes.imposed())
    try:
        ecrit = Ecrit.open(ws, path)
        case = check.read(ws, path, ecrit.brut)
    except ContentError as error:
        return Dossier(fichier, None, moi, impose, None, error.problems)
    known = Preuves(ws).retrouver(path)
    problems, tenue, suivante = _faults(ws, ecrit, known)
    etat = publication.etat(case.entete, ecrit.empreinte)
    return Dossier(
        fichier=fichier, case=case, moi=moi, impose=impose, etat=etat, problemes=problems,
        avertissements=warnings(case, path, ws.contenu),
        historique=tuple(_ligne(g, ecrit.empreinte) for g in case.entete.historique),
        parues=_parues(ws, case, ecrit.empreinte),
        tenue=tenue, suivante=suivante, preuve=tuple(rapport.phrases(known)) if known else (),
        a_jouer=essai.missing(ws, case, ecrit, moi) if moi and etat.genre == "propose" and not problems else None,
    )  # fmt: skip


def _faults(ws: Workspace, ecrit: Ecrit, known: Preuve | None) -> tuple[tuple[Problem, ...], str, int]:
    """What can be said at once. A proof takes seconds: it is made when the text is proposed, and remembered."""
    try:
        case = check.check(ws, ecrit.path, ecrit.brut)
        publication.refuse_example(ecrit, case)
        if known and known.bloquants:
            raise ContentError(rapport.problemes(known))
        versions.made_unchanged(ws, case)
    except ContentError as error:
        return error.problems, "", 0
    except versions.Held as error:
        return (), str(error), error.suivante
    except versions.VersionError as error:
        return (), str(error), 0
    return (), "", 0


def _ligne(geste: Geste, empreinte: str) -> Ligne:
    phrase = f"Le {jour(geste.date)}, {geste.qui} {_VERBES[geste.geste]} la version {geste.version}."
    return Ligne(phrase, geste.empreinte == empreinte)


def _parues(ws: Workspace, case: Case, empreinte: str) -> tuple[Parue, ...]:
    prefix = f"{case.nom.replace('/', '-')}-v"
    return tuple(
        Parue(n, depuis, versions.built_from(ws, f"{prefix}{n}") == empreinte and n == case.entete.version)
        for n, depuis in versions.history(ws, case.nom).items()
    )


def glance(ws: Workspace, path: Path) -> str:
    """Say in a few words where a text stands, for the list of all texts; "" when it cannot be read."""
    stat = path.stat()
    return _glance(ws, path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=2048)
def _glance(ws: Workspace, path: Path, mtime_ns: int, size: int) -> str:
    try:
        found = publication.glance(Ecrit.open(ws, path))
    except (ContentError, OSError):
        return ""
    if found is None:
        return ""
    etat, entete = found
    return f"{MOTS[etat.genre]}, périmé" if perime(entete) else MOTS[etat.genre]


def signer(ws: Workspace, path: Path, geste: str, par: str) -> Outcome:
    """Propose, approve or withdraw, in the name of ``par``. Raises a French sentence when it is refused."""
    if not par:
        return Outcome(
            "Dites d’abord qui vous êtes", ("Écrivez votre prénom et votre nom, en haut de la page.",), "attention"
        )
    gestures: dict[str, Callable[[Workspace, Path, str], Geste]] = {
        "proposer": publication.proposer, "approuver": publication.approuver, "retirer": publication.retirer,
    }  # fmt: skip
    try:
        done = gestures[geste](ws, path, par)
    except ContentError as error:
        return Outcome("Il y a des corrections à faire", tuple(map(str, error.problems)), "attention")
    if geste == "retirer":
        release.publish(ws, [path])
        return Outcome(
            "Le texte est retiré", ("Qui l’a commencé le garde et sera notée ; plus personne ne le commence.",)
        )
    if geste == "proposer":
        return Outcome(
            "Le texte est proposé",
            (f"Version {done.version}. Une autre personne le joue maintenant, puis l’approuve.",),
        )
    return Outcome("Le texte est approuvé", (f"Version {done.version}. Il ne reste qu’à le publier.",))


def publier(ws: Workspace, path: Path) -> Outcome:
    """Publish one text."""
    built = release.publish(ws, [path])
    lines = [*map(str, built.problems), *map(str, built.left)]
    if lines:
        return Outcome("Le texte n’est pas publié", tuple(lines), "attention")
    return Outcome("Le texte est publié", ("Les apprenantes le trouvent dans « Mes modules ».",))


def renumeroter(ws: Workspace, path: Path) -> Outcome:
    """Write the next version in a text."""
    version = publication.renumber(ws, path)
    return Outcome(
        f"Le texte est passé à la version {version}",
        ("Les apprenantes qui ont commencé gardent la leur. Proposez maintenant cette version.",),
    )


def questions(noms: list[str]) -> str:
    """Write « 2 questions à jouer : … »."""
    return (
        f"{pluriel(len(noms), 'question reste', 'questions restent')} à jouer : {', '.join(f'« {n} »' for n in noms)}."
    )
