"""The proof of a case's grader: every right answer accepted, every foreseeable wrong one refused, nothing that leaks.

``check`` says fast whether a file is correct; this says, for every patient, whether its grader can be trusted. It knows
no exercise type: each says through the contract (``exercises.contract``) what its right and wrong answers are.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from asalee_training.authoring import check
from asalee_training.authoring.check import Finder
from asalee_training.authoring.preuve import fuites, hasard, justes, metamorphoses, mutants
from asalee_training.authoring.preuve.memoire import Preuves
from asalee_training.authoring.preuve.modele import Constat, Epreuve, Preuve
from asalee_training.authoring.preuve.sujet import Sujet
from asalee_training.authoring.remis import files
from asalee_training.content import release
from asalee_training.content.errors import ContentError
from asalee_training.content.models import Case
from asalee_training.content.source import Source
from asalee_training.workspace import Workspace

__all__ = ["Constat", "Preuve", "prouver", "prouver_cas"]


def prouver(ws: Workspace, path: Path, preuves: Preuves | None = None, case: Case | None = None) -> Preuve:
    """Check a file, then prove its grader for the 32 patients that its trainees get.

    ``preuves`` gives back a proof already made of this very text, and keeps this one. ``case``: the file as checked, if
    it was. Raises ``ContentError`` when the file itself is to be corrected: nothing can be proved of it.
    """
    known = preuves.retrouver(path) if preuves else None
    if known:
        return known
    case = case or check.check(ws, path)
    made = prouver_cas(case, ws.secret, Source.open(path, ws.contenu))
    if preuves:
        preuves.garder(path, made)
    return made


def _ailleurs(sujet: Sujet, secret: bytes) -> Iterator[Constat]:
    """Laws too narrow fail for some courses only: the 32 patients of another one are drawn as well."""
    try:
        release.patients(sujet.case, hashlib.sha256(b"un autre cours" + secret).digest())
    except ValueError as error:
        message = f"ce texte ne se publierait pas dans un autre cours, où une patiente ne peut pas être tirée. {error}"
        yield sujet.constat(message, ou="patient:", bloque=False)


def prouver_cas(case: Case, secret: bytes, source: Source, remis: Mapping[str, str] | None = None) -> Preuve:
    """Prove a case that was read. ``remis``: what its trainees receive, by file name, when it is not what a build makes.

    Raises ``ContentError`` when one of its 32 patients cannot be drawn.
    """
    begin = time.perf_counter()
    try:
        patients = release.patients(case, secret)
    except ValueError as error:  # laws so narrow that these 32, and not those of the check, miss somebody
        raise ContentError([Finder(source).problem(f"les trente-deux patients : {error}", key="patient:")]) from None
    sujet = Sujet(case, patients, Finder(source))
    epreuves = {e.nom: Epreuve(e.nom, e.type, e.points, e.titre) for e in case.exercices.values()}
    preuve = Preuve(source.fichier, case.nom, case.entete.titre, case.mode, len(patients), sujet.mot, epreuves)
    leaving = files(case, patients, "0" * 64) if remis is None else remis
    preuve.constats += _ailleurs(sujet, secret)
    preuve.constats += justes.essayer(sujet, epreuves)
    preuve.constats += mutants.essayer(sujet, epreuves)
    preuve.constats += metamorphoses.essayer(sujet)
    preuve.constats += fuites.chercher(sujet, leaving, secret)
    preuve.constats += hasard.mesurer(sujet, preuve)
    preuve.constats.sort(key=lambda c: (not c.bloque, c.ligne))
    preuve.secondes = round(time.perf_counter() - begin, 3)
    return preuve
