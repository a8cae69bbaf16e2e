"""What her answers are worth, question by question, from the sheets of her folder: any machine gives the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from asalee_training import scoring
from asalee_training.answers import FICHIER, parse
from asalee_training.content import lot
from asalee_training.training import contenus, series
from asalee_training.training.revision import Resultat

Historique = Mapping[str, tuple[Resultat, ...]]


def historique(racine: Path, ident: str) -> dict[str, tuple[Resultat, ...]]:
    """Return all judged answers of a trainee by question (« cas#exercice »), from her folder alone.

    Lessons and training cases in any version, reviews and final tests. A first test comes before learning: it counts for
    nothing here.
    """
    found: dict[str, list[Resultat]] = defaultdict(list)
    for path in sorted(racine.glob(f"*/{FICHIER}")):
        for cle, resultat in _of_folder(path.parent, ident, path.stat().st_mtime_ns):
            found[cle].append(resultat)
    for serie in series.toutes(racine):
        if serie.genre == "positionnement" or (serie.genre == "final" and not serie.fini):
            continue
        for cle, mark in series.juger(serie).items():
            answer = serie.reponses.get(cle)
            jour = series.day_of(answer) if answer else None
            if jour:
                found[cle].append(Resultat(jour, mark.points, mark.sur))
    return {cle: tuple(resultats) for cle, resultats in found.items()}


def _of_folder(dossier: Path, ident: str, mtime_ns: int) -> tuple[tuple[str, Resultat], ...]:
    contenu = contenus.lire(dossier)
    return _judged(contenu, dossier, ident, mtime_ns) if contenu else ()


class _ById:
    """A content as a cache key: contents are read once and never change."""

    def __init__(self, contenu: contenus.Contenu):
        self.contenu = contenu

    def __eq__(self, other: Any) -> bool:
        return isinstance(other, _ById) and other.contenu is self.contenu

    def __hash__(self) -> int:
        return id(self.contenu)


def _judged(contenu: contenus.Contenu, dossier: Path, ident: str, mtime_ns: int) -> tuple[tuple[str, Resultat], ...]:
    return _cached(_ById(contenu), dossier, ident, mtime_ns)


@lru_cache(maxsize=512)
def _cached(held: _ById, dossier: Path, ident: str, mtime_ns: int) -> tuple[tuple[str, Resultat], ...]:
    contenu = held.contenu
    case = contenu.case
    given = parse((dossier / FICHIER).read_bytes()).reponses
    try:
        key = scoring.key(case, contenu.patients[lot.patient_index(ident, case.nom, contenu.tirage)])
    except (IndexError, KeyError, ValueError):
        return ()
    found = []
    for nom, exercise in case.exercices.items():
        answer = given.get(nom)
        jour = series.day_of(answer) if answer else None
        if answer is None or answer.valeur is None or jour is None:
            continue
        mark = scoring.mark(key, exercise, answer.valeur)
        if mark.etat != "a_noter":
            found.append((f"{case.nom}#{nom}", Resultat(jour, mark.points, mark.sur)))
    return tuple(found)
