"""Rubrics of free texts: ``grading/grilles/<nom>.yaml``, read and checked for a person."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Any

from asalee_training.content import substitution, yaml_lines
from asalee_training.gradebook import GradebookError
from asalee_training.workspace import Workspace


class RubricError(GradebookError):
    """A rubric cannot be used; the message is French sentences: file, line, what to write."""


@dataclass(frozen=True)
class Niveau:
    """One level of a criterion: what it is worth, and how it is recognised."""

    points: float
    texte: str


@dataclass(frozen=True)
class Critere:
    """One criterion. ``critique``: without it the text cannot be accepted."""

    nom: str
    niveaux: tuple[Niveau, ...]
    critique: bool = False


@dataclass(frozen=True)
class Grille:
    """A rubric: its title and its criteria."""

    titre: str
    criteres: tuple[Critere, ...]

    @property
    def sur(self) -> float:
        """The most that a text can earn."""
        return sum(max(n.points for n in c.niveaux) for c in self.criteres)

    def table(self) -> str:
        """The rubric as an HTML table, escaped."""
        rows = "".join(
            f"<tr><th scope='row'>{html.escape(c.nom)}{'<br><em>critère indispensable</em>' if c.critique else ''}</th><td><ul>"
            + "".join(
                f"<li><strong>{substitution.french(n.points)}</strong> : {html.escape(n.texte)}</li>" for n in c.niveaux
            )
            + "</ul></td></tr>"
            for c in self.criteres
        )
        sur = substitution.french(self.sur)
        return (
            f"<table class='asalee-grille'><caption>{html.escape(self.titre)} (sur {sur} points)</caption>"
            f"<thead><tr><th scope='col'>Critère</th><th scope='col'>Points et niveaux</th></tr></thead><tbody>{rows}</tbody></table>"
        )


def load(ws: Workspace, nom: str) -> Grille:
    """Read ``<nom>.yaml``. Raises ``RubricError``."""
    path = ws.grilles / f"{nom}.yaml"
    if not path.is_file():
        raise RubricError(f"La grille « {nom} » n'existe pas : il n'y a pas de fichier grading/grilles/{nom}.yaml.")
    return parse(path.read_text(encoding="utf-8"), path.name)


def parse(texte: str, fichier: str) -> Grille:
    """Read a rubric's text. Raises ``RubricError`` naming the first line to correct."""
    try:
        located = yaml_lines.load(texte)
    except yaml_lines.YamlProblem as problem:
        raise RubricError(f"{fichier}, ligne {problem.ligne + 1} : {problem.message}") from None

    def need(condition: bool, path: tuple[str | int, ...], message: str) -> None:
        if not condition:
            raise RubricError(f"{fichier}, ligne {located.line(path) + 1} : {message}")

    values = located.valeurs
    strange = set(values) - {"titre", "criteres"}
    need(
        not strange,
        tuple(sorted(strange)[:1]),
        f"la clé « {', '.join(sorted(strange))} » n'existe pas ; une grille a « titre: » et « criteres: ».",
    )
    need(_text(values.get("titre")), ("titre",), "écrivez « titre: » suivi du titre de la grille.")
    criteres = values.get("criteres")
    need(
        isinstance(criteres, list) and bool(criteres),
        ("criteres",),
        "écrivez « criteres: » suivi d'un critère au moins.",
    )
    return Grille(values["titre"], tuple(_critere(c, ("criteres", i), need) for i, c in enumerate(criteres)))


def _critere(data: Any, path: tuple[str | int, ...], need: Any) -> Critere:
    need(
        isinstance(data, dict) and set(data) <= {"nom", "critique", "niveaux"},
        path,
        "un critère a « nom: », « niveaux: », et au besoin « critique: ».",
    )
    need(_text(data.get("nom")), path, "donnez un « nom: » à ce critère.")
    need(
        isinstance(data.get("critique", False), bool),
        (*path, "critique"),
        "écrivez « critique: true » ou « critique: false ».",
    )
    niveaux = data.get("niveaux")
    need(
        isinstance(niveaux, list) and len(niveaux) >= 2,
        (*path, "niveaux"),
        "écrivez au moins deux niveaux, dont un à 0 point.",
    )
    levels = tuple(_niveau(n, (*path, "niveaux", i), need) for i, n in enumerate(niveaux))
    points = [n.points for n in levels]
    need(0 in points, (*path, "niveaux"), "il manque un niveau à 0 point.")
    need(len(set(points)) == len(points), (*path, "niveaux"), "deux niveaux valent le même nombre de points.")
    return Critere(data["nom"], levels, data.get("critique", False))


def _niveau(data: Any, path: tuple[str | int, ...], need: Any) -> Niveau:
    need(
        isinstance(data, dict) and set(data) == {"points", "texte"},
        path,
        "un niveau s'écrit « {points: 2, texte: … } ».",
    )
    points = data["points"]
    number = isinstance(points, (int, float)) and not isinstance(points, bool) and 0 <= points <= 20
    need(number, (*path, "points"), "les points d'un niveau sont un nombre de 0 à 20.")
    need(_text(data["texte"]), (*path, "texte"), "décrivez ce niveau après « texte: ».")
    return Niveau(float(points), data["texte"])


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())
