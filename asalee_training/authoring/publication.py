"""Publishing takes two people: one proposes a text, another plays it and approves it; the file's history names them.

A signature is for one exact text: whatever trainees or marking would see, once changed, is a draft again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from asalee_training.authoring import check, essai, personnes, preuve, versions
from asalee_training.authoring.avertissements import missing_keys
from asalee_training.authoring.entete import Ecrit
from asalee_training.authoring.new import A_ECRIRE, QUESTION, RECIT
from asalee_training.authoring.preuve import rapport
from asalee_training.authoring.preuve.memoire import Preuves
from asalee_training.content import yaml_lines
from asalee_training.content.dates import jour
from asalee_training.content.errors import ContentError
from asalee_training.content.models import Case, EnTete, EnTeteLecon
from asalee_training.content.signatures import Geste, jour_ecrit
from asalee_training.workspace import Workspace


class PublicationError(Exception):
    """A gesture is refused; the message is a French sentence that says what to do."""


@dataclass(frozen=True)
class Etat:
    """Where a text stands. ``phrase`` says it in French, in the middle of a sentence; ``geste``: the last that counts."""

    genre: Literal["specimen", "brouillon", "propose", "approuve", "retire"]
    phrase: str
    geste: Geste | None = None
    proposition: Geste | None = None

    @property
    def publiable(self) -> bool:
        return self.genre in ("specimen", "approuve")


def etat(entete: EnTete, empreinte: str) -> Etat:
    """Say where a text stands, from its own history and its fingerprint."""
    gestes = entete.historique
    if gestes and gestes[-1].geste == "retire":
        return Etat("retire", f"retiré par {gestes[-1].qui} le {jour(gestes[-1].date)}", gestes[-1])
    if entete.specimen:
        return Etat("specimen", "spécimen, publié sans seconde signature")
    current = [g for g in gestes if g.empreinte == empreinte and g.version == entete.version]
    last = max((i for i, g in enumerate(current) if g.geste != "approuve"), default=None)
    proposed = None if last is None or current[last].geste == "retire" else current[last]
    if last is None or proposed is None:
        before = f" ; le texte a changé depuis que {gestes[-1].qui} l’a signé" if gestes else ""
        return Etat("brouillon", f"brouillon, à proposer{before}")
    approved = next((g for g in current[last:] if not personnes.same(g.qui, proposed.qui)), None)
    if approved is None:
        return Etat(
            "propose", f"proposé par {proposed.qui}, attend l’accord d’une seconde personne", proposed, proposed
        )
    return Etat("approuve", f"proposé par {proposed.qui}, approuvé par {approved.qui}", approved, proposed)


def glance(ecrit: Ecrit) -> tuple[Etat, EnTete] | None:
    """Say where a text stands from the few keys that tell it, without reading the rest; None when they are faulty."""
    try:
        values = yaml_lines.load(ecrit.only("version", "specimen", "peremption", "historique")).valeurs
        gestes = tuple(Geste.model_validate(g) for g in values.pop("historique", None) or ())
        peremption = jour_ecrit(values["peremption"]) if "peremption" in values else None
        entete = EnTeteLecon.model_construct(**values | {"historique": gestes, "peremption": peremption})
        return etat(entete, ecrit.empreinte), entete
    except (yaml_lines.YamlProblem, ValueError, TypeError):
        return None


def proposer(ws: Workspace, path: Path, par: str) -> Geste:
    """Propose a text. Raises ``ContentError`` when it is not ready, ``PublicationError``, ``versions.VersionError``."""
    par = personnes.nom(par)
    ecrit = Ecrit.open(ws, path)
    case = prove(ws, ecrit)
    _refuse_what_is_not_written(ecrit, case)
    versions.made_unchanged(ws, case)
    now = etat(case.entete, ecrit.empreinte)
    if now.genre == "specimen":
        raise PublicationError(
            f"« {case.nom} » est un spécimen : il se publie sans signature. Pour le faire signer, enlevez « specimen: true »."
        )
    if now.genre in ("propose", "approuve"):
        raise PublicationError(f"« {case.nom} », version {case.entete.version}, est déjà {now.phrase}.")
    return _sign(ws, ecrit, case, "propose", par)


def approuver(ws: Workspace, path: Path, par: str) -> Geste:
    """Approve a text that another person proposed, after playing it. Same errors as ``proposer``."""
    par = personnes.nom(par)
    ecrit = Ecrit.open(ws, path)
    case = prove(ws, ecrit)
    now = etat(case.entete, ecrit.empreinte)
    if now.genre != "propose" or now.geste is None:
        raise PublicationError(f"« {case.nom} » n’attend pas d’accord : {now.phrase}.")
    if personnes.same(par, now.geste.qui):
        raise PublicationError(f"{now.geste.qui} a proposé ce texte : c’est une autre personne qui l’approuve.")
    unplayed = essai.missing(ws, case, ecrit, par)
    if unplayed is None:
        raise PublicationError(
            f"{par} n’a pas encore joué ce texte : ouvrez-le par « Jouer ce cas », ou « asalee apercu {case.nom} --par "
            f'"{par}" », répondez à toutes les questions, puis approuvez.'
        )
    if unplayed:
        titles = ", ".join(f"« {t} »" for t in unplayed)
        word = (
            "Une question n’est pas encore jouée" if len(unplayed) == 1 else "Des questions ne sont pas encore jouées"
        )
        raise PublicationError(f"{word} par {par} : {titles}. Répondez-y, juste ou faux, puis approuvez.")
    versions.made_unchanged(ws, case)
    return _sign(ws, ecrit, case, "approuve", par)


def retirer(ws: Workspace, path: Path, par: str) -> Geste:
    """Withdraw a text: nobody can begin it any more. Raises ``ContentError`` or ``PublicationError``."""
    par = personnes.nom(par)
    ecrit = Ecrit.open(ws, path)
    case = check.read(ws, path, ecrit.brut)
    if etat(case.entete, ecrit.empreinte).genre == "retire":
        raise PublicationError(f"« {case.nom} » est déjà {etat(case.entete, ecrit.empreinte).phrase}.")
    return _sign(ws, ecrit, case, "retire", par)


def renumber(ws: Workspace, path: Path) -> int:
    """Write the next version, and the draw that goes with it, in a text; returns the version. Raises ``ContentError``."""
    ecrit = Ecrit.open(ws, path)
    case = check.read(ws, path, ecrit.brut)
    version, tirage = versions.next_version(ws, case)
    changed = ecrit.with_value("version", version)
    if tirage != case.entete.tirage:
        changed = changed.with_value("tirage", tirage)
    changed.save()
    return version


def prove(ws: Workspace, ecrit: Ecrit) -> Case:
    """All that must hold before a person puts her name under a text: it is right, and its grader is proved.

    Raises ``ContentError``.
    """
    case = check.check(ws, ecrit.path, ecrit.brut)
    if blocking := rapport.problemes(preuve.prouver(ws, ecrit.path, Preuves(ws), case)):
        raise ContentError(blocking)
    return case


def refuse_example(ecrit: Ecrit, case: Case) -> None:
    """Raise ``ContentError`` when a text is still the example that « Nouveau » gives."""
    if A_ECRIRE in case.entete.sources:
        line = next(i for i, text in enumerate(ecrit.source.texte.split("\n")) if A_ECRIRE in text)
        message = f"ce cas est encore un exemple : remplacez « {A_ECRIRE} » par vos sources, et il sera publié."
        raise ContentError([ecrit.source.problem(line, message)])
    for line, text in enumerate(ecrit.source.texte.split("\n")):
        if text.lstrip("# ").strip() in (QUESTION, RECIT):
            message = f"ce cas n’est pas fini : « {text.lstrip('# ').strip()} » attend encore votre texte."
            raise ContentError([ecrit.source.problem(line, message)])


def _refuse_what_is_not_written(ecrit: Ecrit, case: Case) -> None:
    refuse_example(ecrit, case)
    if keys := missing_keys(case):
        words = ", ".join(f"« {key}: »" for key in keys)
        raise ContentError([ecrit.source.problem(0, f"écrivez d’abord, dans l’en-tête : {words}.")])


def _sign(ws: Workspace, ecrit: Ecrit, case: Case, geste: str, par: str) -> Geste:
    """Add a line to the history, and to nothing else; checked before it is written."""
    written = {
        "date": date.today().isoformat(), "qui": par, "geste": geste,
        "version": case.entete.version, "empreinte": ecrit.empreinte,
    }  # fmt: skip
    signed, known = Geste.model_validate(written), case.entete.historique
    changed = ecrit.with_item("historique", len(known), written)
    after = check.read(ws, ecrit.path, changed.brut).entete.historique
    if after != (*known, signed) or changed.empreinte != signed.empreinte:
        raise PublicationError("« historique: » est écrit d’une façon inhabituelle : mettez une ligne « - » par geste.")
    if Ecrit.open(ws, ecrit.path).brut != ecrit.brut:
        raise PublicationError("Ce texte vient d’être changé dans une autre fenêtre : relisez-le, puis recommencez.")
    changed.save()
    return signed
