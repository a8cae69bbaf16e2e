"""What a program met playing each lesson in the real pages (``benchmarks/bench_minutes.py``), and the minutes it makes."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from pathlib import Path

from asalee_training.authoring.duree import words_of
from asalee_training.content.models import Case, Figure
from tests.authoring import cadences

CHEMIN = Path(__file__).with_name("joue.csv")


@dataclass(frozen=True)
class Joue:
    """One lesson played. Words by place, gestures by kind, seconds of waiting; ``texte``: words of its source that day.

    ``touches``: keys of the numbers typed. ``actes``: gestures of its acts. ``attente_actes``: seconds that they take by themselves.
    """

    texte: int
    prose: int
    question: int
    correction: int
    instrument: int
    dessin: int
    acte: int
    retour_acte: int
    clic: int
    touche: int
    ecran: int
    actes: int
    attente_actes: int
    attente_s: int
    choix: int
    choix_multiple: int
    nombre: int
    zones_pied: int
    figures: int

    @classmethod
    def of(cls, case: Case, mots: Mapping[str, int], gestes: Mapping[str, int], attente_s: float) -> Joue:
        """Gather what was counted on the pages of a lesson."""
        types = [exercise.type for exercise in case.exercices.values()]
        asked = {nom: types.count(nom) for nom in ("choix", "choix_multiple", "nombre", "zones_pied")}
        met = {f.name: int(mots.get(f.name, gestes.get(f.name, 0))) for f in fields(cls)}
        figures = sum(isinstance(bloc, Figure) for bloc in case.blocs)
        return cls(**met | asked | {"texte": words_of(case), "attente_s": round(attente_s), "figures": figures})

    def minutes(self) -> tuple[float, float, float]:
        """Return the minutes of somebody quick, in the middle, slow."""
        quick, middle, slow = (self._minutes(personne) for personne in cadences.Cadence._fields)
        return quick, middle, slow

    def _minutes(self, personne: str) -> float:
        def rate(cadence: cadences.Cadence) -> float:
            return getattr(cadence, personne)

        read = self.prose + self.question + self.correction + self.instrument + self.dessin + self.acte
        seconds = (
            self.choix * rate(cadences.CHOIX)
            + self.choix_multiple * rate(cadences.CHOIX_MULTIPLE)
            + self.nombre * rate(cadences.NOMBRE)
            + self.zones_pied * rate(cadences.ZONES)
            + self.clic * rate(cadences.GESTE)
            + self.touche * rate(cadences.TOUCHE)
            + self.ecran * rate(cadences.ECRAN)
            + self.figures * rate(cadences.FIGURE)
            + (self.actes * rate(cadences.GESTE) + self.attente_actes) * rate(cadences.SEANCES)
            + self.attente_s
        )
        return read / rate(cadences.LECTURE) + self.retour_acte / rate(cadences.SURVOL) + seconds / 60


@lru_cache(maxsize=1)
def lire() -> Mapping[str, Joue]:
    """Return the last play of each lesson, by its name (« rcv/02_pression »)."""
    if not CHEMIN.is_file():
        return {}
    with CHEMIN.open(encoding="utf-8", newline="") as file:
        return {row.pop("lecon"): Joue(**{k: int(v) for k, v in row.items()}) for row in csv.DictReader(file)}


def ecrire(joues: Mapping[str, Joue]) -> None:
    """Keep the plays."""
    with CHEMIN.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["lecon", *(f.name for f in fields(Joue))], lineterminator="\n")
        writer.writeheader()
        for nom in sorted(joues):
            writer.writerow({"lecon": nom} | asdict(joues[nom]))
