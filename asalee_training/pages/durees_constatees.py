"""What the trainer reads of the time that her texts really take: declared, observed, and what to do when they disagree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from asalee_training.authoring import duree
from asalee_training.training import durees
from asalee_training.training.durees import Constat, Texte
from asalee_training.workspace import Workspace

_MINUTES, _VERSION = re.compile(r"^duree_min:\s*(\d{1,3})\b", re.M), re.compile(r"^version:\s*(\d+)\b", re.M)

Constats = Mapping[Texte, Constat]


@dataclass(frozen=True)
class Duree:
    """« annoncé 25 min · constaté 31 min (9 stagiaires) », "" while too few have finished; ``conseil`` when they disagree."""

    phrase: str = ""
    conseil: str = ""


SANS_CONSTAT = Duree()


def constats(ws: Workspace) -> Constats:
    """Read every journal that this machine can see: its own, and those of ``ws.journaux``."""
    return durees.lire(durees.dossiers(ws.apprenante, ws.journaux))


def of(nom: str, written: str, found: Constats) -> Duree:
    """Say what was observed of a text (« rcv/02_pression »), in the version that its header (``written``) declares."""
    declared, version = _MINUTES.search(written), _VERSION.search(written)
    constat = found.get((nom, int(version[1]) if version else 1))
    if constat is None or declared is None:
        return SANS_CONSTAT
    announced, seen = int(declared[1]), constat.mediane
    most = (
        "" if constat.quartiles is None else " ; la moitié d’entre elles entre {} et {} min".format(*constat.quartiles)
    )
    phrase = f"annoncé {announced} min · constaté {seen} min ({constat.stagiaires} stagiaires{most})"
    return Duree(phrase, _advice(announced, seen) if duree.far(announced, seen) else "")


def _advice(announced: int, seen: int) -> str:
    if seen > announced:
        return (
            f"Ce texte promet trop peu de minutes : une stagiaire sur deux y passe plus de {seen} minutes. "
            f"Écrivez « duree_min: {duree.rounded(seen)} », ou coupez-le."
        )
    return (
        f"Ce texte promet trop de minutes : une stagiaire sur deux y passe moins de {seen} minutes. "
        f"Écrivez « duree_min: {duree.rounded(seen)} », ou enrichissez-le."
    )
