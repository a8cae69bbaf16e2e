"""What a maquette lets one set: sliders and choices, as data that a page can show and a kernel can check."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from asalee_training.clinical import inputs

Valeur = int | float | str


@dataclass(frozen=True)
class Curseur:
    """A slider, from ``mini`` to ``maxi`` by steps of ``pas``, all in ``unite``; ``depart`` is where it stands first.

    ``decimales``: how many are shown, and what a value is rounded to; with none the drawing receives an ``int``.
    """

    nom: str
    libelle: str
    unite: str
    mini: float
    maxi: float
    pas: float
    depart: float
    decimales: int = 0

    def public(self) -> dict[str, Any]:
        """What the page needs to show it."""
        return {"genre": "curseur", "nom": self.nom, "libelle": self.libelle, "unite": self.unite, "mini": self.mini,
                "maxi": self.maxi, "pas": self.pas, "depart": self.depart, "decimales": self.decimales}  # fmt: skip

    def bouts(self) -> tuple[Valeur, ...]:
        """Return its ends."""
        return self.mini, self.maxi

    def lire(self, recu: object) -> Valeur:
        """Return a value of the page, on a step; ValueError (French sentence) on anything else."""
        near = round(recu, 9) if isinstance(recu, float) and math.isfinite(recu) else recu  # 1.6 + 36 × 0.05 is not 3.4
        value = inputs.number(self.libelle, near, self.mini, self.maxi, self.unite)
        steps = (value - self.mini) / self.pas
        if abs(steps - round(steps)) > 1e-6:
            raise inputs.refusal(f"{self.libelle} : {inputs.shown(value)} n’est pas un cran du curseur.")
        value = round(self.mini + round(steps) * self.pas, self.decimales)
        return value if self.decimales else int(value)


@dataclass(frozen=True)
class Choix:
    """A choice between ``options``, (value, words that are read); ``depart`` is the value chosen first."""

    nom: str
    libelle: str
    options: tuple[tuple[str, str], ...]
    depart: str

    def public(self) -> dict[str, Any]:
        """What the page needs to show it."""
        return {"genre": "choix", "nom": self.nom, "libelle": self.libelle, "depart": self.depart,
                "options": [list(option) for option in self.options]}  # fmt: skip

    def bouts(self) -> tuple[Valeur, ...]:
        """Return the values to choose from."""
        return tuple(valeur for valeur, _ in self.options)

    def lire(self, recu: object) -> Valeur:
        """Return a value of the page; ValueError (French sentence) when it is none of the options."""
        if recu not in self.bouts():
            raise inputs.refusal(f"{self.libelle} : choisissez l’une des réponses proposées.")
        return str(recu)


@dataclass(frozen=True)
class Maquette:
    """A drawing that moves: ``titre``, ``consigne`` (what to try, one or two sentences), and one to three settings."""

    titre: str
    consigne: str
    reglages: tuple[Curseur | Choix, ...]

    def depart(self) -> dict[str, Valeur]:
        """Return the settings as they stand first."""
        return {reglage.nom: reglage.lire(reglage.depart) for reglage in self.reglages}

    def exemples(self) -> Iterator[dict[str, Valeur]]:
        """Yield the settings as they stand first, then with one of them at each of its ends and choices."""
        yield self.depart()
        for reglage in self.reglages:
            for valeur in reglage.bouts():
                yield self.depart() | {reglage.nom: reglage.lire(valeur)}

    def lire(self, recus: object) -> dict[str, Valeur]:
        """Return the settings that a page sent, each checked; ValueError (French sentence) on the first that is wrong."""
        noms = [reglage.nom for reglage in self.reglages]
        if not isinstance(recus, Mapping) or sorted(map(str, recus)) != sorted(noms):
            raise inputs.refusal(f"{self.titre} : les réglages reçus ne sont pas ceux de cette maquette.")
        return {reglage.nom: reglage.lire(recus[reglage.nom]) for reglage in self.reglages}
