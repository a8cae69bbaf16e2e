"""A ``seance_spirometrie`` followed gesture by gesture: what was done before, blow by blow, and after.

A gesture that the session could not have held (naming a blow that was not blown, blowing after the end) is
``Unreadable``; a gesture made at the wrong moment is judged, not refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from asalee_training.exercises.contract import Unreadable
from asalee_training.exercises.gestes import ILLISIBLE, Champ, Seance
from asalee_training.exercises.seance_spirometrie import mots

#: A height that is typed, in cm.
TAILLE_CM = (100, 250)


@dataclass
class Manoeuvre:
    """One blow: what she said during it, how she named and kept it, what she said before asking for the next."""

    phrases: Mapping[str, str]
    nom: str | None = None
    garde: str | None = None
    conseil: str | None = None


@dataclass
class Deroulement:
    """The session as it went. `rang` tells which gesture was the first blow; `debut` are the gestures before it."""

    seance: Seance
    series: list[list[Manoeuvre]] = field(default_factory=lambda: [[]])
    arretees: int = 0
    attente_min: int | None = None
    differe: bool = False

    @property
    def debut(self) -> tuple[Mapping[str, Any], ...]:
        return self.seance.gestes[: self.seance.rang("souffler")]

    @property
    def a_souffle(self) -> bool:
        return self.seance.fait("souffler")

    @property
    def souffles(self) -> list[Manoeuvre]:
        return [manoeuvre for serie in self.series for manoeuvre in serie]

    def points(self) -> dict[str, bool]:
        """What was checked before the first blow; a tick may be taken back."""
        return {geste["point"]: geste["fait"] for geste in self.debut if geste["g"] == "installer"}


def connus(etapes: tuple[str, ...]) -> dict[str, dict[str, Champ]]:
    """Gestures that these steps allow, and their fields."""
    gestes: dict[str, dict[str, Champ]] = {}
    if "avant" in etapes:
        gestes |= {
            "pomper": {"debit": tuple(mots.DEBITS)},
            "appareil": {"decision": tuple(mots.APPAREIL)},
            "identite": {},
            "mesurer": {},
            "corriger": {"taille_cm": TAILLE_CM},
            "interroger": {"famille": tuple(mots.FAMILLES)},
            "installer": {"point": tuple(mots.POINTS), "fait": bool},
            "prescription": {},
            "differer": {},
        }
    if "manoeuvres" in etapes:
        gestes |= {
            "souffler": {phase: tuple(phrases) for phase, phrases in mots.PHRASES.items()},
            "nommer": {"nom": tuple(mots.NOMS)},
            "garder": {"garde": tuple(mots.GARDER)},
            "redemander": {"conseil": tuple(mots.CONSEILS)},
            "arreter": {},
            "bronchodilatateur": {"attente_min": tuple(mots.ATTENTES)},
        }
    if "resultats" in etapes:
        gestes["equations"] = {"jeu": tuple(mots.JEUX)}
    return gestes


def conclusions(etapes: tuple[str, ...], series: tuple[int, ...]) -> dict[str, Champ]:
    """What may be concluded. series: number of blows of each."""
    possibles: dict[str, Champ] = {}
    if "resultats" in etapes:
        for nom, (_, rang) in mots.retenus(len(series)).items():
            numeros = tuple(str(n + 1) for n in range(series[rang]))
            possibles[nom] = (*numeros, "aucun") if nom.startswith("souffle") else tuple(mots.GRADES)
        possibles["lecture"] = tuple(mots.LECTURES)
    if "conduite" in etapes:
        possibles |= dict.fromkeys(mots.CONDUITES, bool)
    return possibles


def suivre(seance: Seance, longueurs: tuple[int, ...]) -> Deroulement:
    """Follow the gestures. longueurs: blows that each series can hold. Raises ``Unreadable``."""
    cours, attend = Deroulement(seance), True  # `attend`: a blow may be asked for
    for geste in seance.gestes:
        g, serie = geste["g"], cours.series[-1]
        ouverte = cours.arretees < len(cours.series)
        if cours.differe:
            raise Unreadable(ILLISIBLE)
        if g == "souffler":
            if not (attend and ouverte and len(serie) < longueurs[len(cours.series) - 1]):
                raise Unreadable(ILLISIBLE)
            serie.append(Manoeuvre({phase: geste[phase] for phase in mots.PHASES}))
            attend = False
        elif g in ("nommer", "garder", "redemander"):
            if not serie or not ouverte or attend:
                raise Unreadable(ILLISIBLE)
            champ = {"nommer": "nom", "garder": "garde", "redemander": "conseil"}[g]
            setattr(serie[-1], champ, geste[champ])
            attend = g == "redemander"
        elif g == "arreter":
            if not serie or not ouverte:
                raise Unreadable(ILLISIBLE)
            cours.arretees, attend = len(cours.series), False
        elif g == "bronchodilatateur":
            if ouverte or cours.attente_min is not None:
                raise Unreadable(ILLISIBLE)
            cours.attente_min = int(geste["attente_min"])
            if len(longueurs) > 1:
                cours.series.append([])
                attend = True
        elif g == "differer":
            if cours.a_souffle:
                raise Unreadable(ILLISIBLE)
            cours.differe = True
    return cours
