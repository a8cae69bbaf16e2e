"""Rubrics of free texts: ``grading/grilles/<nom>.yaml``."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from asalee_training.content.gathering import Reader
from asalee_training.content.markdown import Piece
from asalee_training.exercises.contract import Strict


class Niveau(Strict):
    """One level of a criterion: what it is worth, and how it is recognised."""

    points: float = Field(ge=0, le=20, strict=False, description="Ce que vaut ce niveau.")
    texte: str = Field(min_length=1, description="Ce à quoi il se reconnaît.")


class Critere(Strict):
    """One criterion. ``critique``: at level 0, the case cannot be validated, whatever the other points."""

    nom: str = Field(min_length=1, description="Le nom du critère.")
    critique: bool = Field(default=False, description="Vrai : critère indispensable.")
    niveaux: tuple[Niveau, ...] = Field(min_length=2, strict=False, description="Les niveaux, dont un à 0 point.")


class Grille(Strict):
    """A rubric: its title and its criteria."""

    titre: str = Field(min_length=1, description="Le titre de la grille.")
    criteres: tuple[Critere, ...] = Field(min_length=1, strict=False, description="Les critères.")

    @property
    def sur(self) -> float:
        """The most that a text can earn."""
        return sum(max(n.points for n in c.niveaux) for c in self.criteres)

    @property
    def critique(self) -> bool:
        """Whether one criterion at least is indispensable."""
        return any(c.critique for c in self.criteres)


def load_grille(path: Path, root: Path) -> Grille:
    """Read a rubric. Raises ``ContentError`` with every problem found."""
    reader = Reader.open(path, root)
    piece = Piece("grille", reader.texte, 0)
    located = reader.mapping(piece)
    grille = reader.model(Grille, located, piece) if located else None
    for index, critere in enumerate(grille.criteres if grille and located else ()):
        line = located.line(("criteres", index, "niveaux"))
        points = [n.points for n in critere.niveaux]
        if 0 not in points:
            reader.problem(line, f"critère « {critere.nom} » : il manque un niveau à 0 point.")
        if len(set(points)) != len(points):
            reader.problem(line, f"critère « {critere.nom} » : deux niveaux valent le même nombre de points.")
    return reader.done(grille)
