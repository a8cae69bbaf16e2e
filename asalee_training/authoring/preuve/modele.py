"""What a proof found, as plain values: it is kept, shown on a page, written as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from asalee_training.exercises.contract import Gravite

#: A mutant that is not critical blocks when it earns everything for more than this share of those it is wrong for.
PART_BLOQUANTE = 0.5


@dataclass
class Essai:
    """One named wrong answer, tried on every patient.

    ``equivalents``: patients for whom it is the right answer; ``illisibles``: for whom it could not even be read.
    ``survivants``: numbers (from 1) of the patients for whom it earns everything, or for whom its gravity is not told.
    ``sans_retour``: those for whom it loses points without the reason that the file declares for it. ``exemple``: what
    was written, where it survived. ``compte``: whether it weighs in the score.
    """

    nom: str
    critique: bool
    ou: str = ""
    gravite: Gravite | None = None
    compte: bool = True
    tues: int = 0
    equivalents: int = 0
    illisibles: int = 0
    survivants: list[int] = field(default_factory=list)
    sans_retour: list[int] = field(default_factory=list)
    exemple: str = ""

    @property
    def distingues(self) -> int:
        """Patients for whom this answer is wrong."""
        return self.tues + len(self.survivants)

    @property
    def bloque(self) -> bool:
        if not self.survivants:
            return False
        return self.critique or len(self.survivants) > PART_BLOQUANTE * self.distingues


@dataclass
class Epreuve:
    """One exercise, tried. ``hasard``: share of its points that each strategy of guessing earns."""

    nom: str
    type: str
    points: float
    titre: str = ""
    justes: int = 0
    essais: dict[str, Essai] = field(default_factory=dict)
    hasard: dict[str, float] = field(default_factory=dict)

    def essai(
        self, nom: str, critique: bool, ou: str = "", gravite: Gravite | None = None, *, compte: bool = True
    ) -> Essai:
        """The wrong answer of this name, made at its first try."""
        return self.essais.setdefault(nom, Essai(nom, critique, ou, gravite, compte))

    @property
    def tues(self) -> int:
        return sum(essai.tues for essai in self.essais.values() if essai.compte)

    @property
    def distingues(self) -> int:
        return sum(essai.distingues for essai in self.essais.values() if essai.compte)

    @property
    def equivalents(self) -> int:
        return sum(essai.equivalents for essai in self.essais.values() if essai.compte)

    @property
    def score(self) -> float | None:
        """Killed over all that were not equivalent; None where the machine judges nothing."""
        return self.tues / self.distingues if self.distingues else None


@dataclass(frozen=True)
class Constat:
    """One thing found, as a sentence, at a line of the file, or of a cell of a notebook. ``bloque``: no publication with it."""

    bloque: bool
    ligne: int
    cellule: int | None
    exercice: str
    message: str


@dataclass
class Preuve:
    """The proof of one text."""

    fichier: str
    cas: str
    titre: str
    mode: str
    patients: int
    mot: str = "patientes"
    epreuves: dict[str, Epreuve] = field(default_factory=dict)
    constats: list[Constat] = field(default_factory=list)
    hasard: dict[str, float] = field(default_factory=dict)
    plafond: float | None = None
    secondes: float = 0.0

    @property
    def tues(self) -> int:
        return sum(e.tues for e in self.epreuves.values())

    @property
    def distingues(self) -> int:
        return sum(e.distingues for e in self.epreuves.values())

    @property
    def equivalents(self) -> int:
        return sum(e.equivalents for e in self.epreuves.values())

    @property
    def justes(self) -> int:
        return sum(e.justes for e in self.epreuves.values())

    @property
    def score(self) -> float | None:
        return self.tues / self.distingues if self.distingues else None

    @property
    def bloquants(self) -> list[Constat]:
        return [c for c in self.constats if c.bloque]

    def essais(self) -> Iterator[tuple[Epreuve, Essai]]:
        """Every wrong answer of every exercise."""
        for epreuve in self.epreuves.values():
            for essai in epreuve.essais.values():
                yield epreuve, essai

    def json(self) -> dict[str, Any]:
        """JSON values; ``lue`` is the inverse."""
        return asdict(self)


def lue(data: Mapping[str, Any]) -> Preuve:
    """Rebuild a proof from its JSON values. Raises ``KeyError`` or ``TypeError`` on anything else."""
    epreuves = {
        nom: Epreuve(**{**e, "essais": {n: Essai(**x) for n, x in e["essais"].items()}})
        for nom, e in data["epreuves"].items()
    }
    return Preuve(**{**data, "epreuves": epreuves, "constats": [Constat(**c) for c in data["constats"]]})
