"""The scene of an ``entretien``: what its author writes, and the conversation rebuilt from a trainee's gestures.

A turn is what the person says and shows; each reply on offer leads to another turn. Identifiers given to the page are
hashes of the words themselves: the author's names (« elle_se_ferme ») would tell what a reply is worth.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from asalee_training.clinical import etp
from asalee_training.exercises.contract import Gravite, Strict, Unreadable, option_id
from asalee_training.exercises.gestes import ILLISIBLE, Seance
from asalee_training.exercises.scope import Acte

TEXTE_MAX = 600
LIEUX = {"cabinet": "au cabinet", "domicile": "à domicile"}
#: Rooms of the home, in the order of a visit.
PIECES = {
    "entree": "L’entrée",
    "cuisine": "La cuisine",
    "sejour": "Le séjour",
    "chambre": "Couloir et chambre",
    "personne": "La personne",
}
#: Items of clinical's home grid, where they are, and a name that does not say what to find there.
ELEMENTS: dict[str, tuple[str, str]] = {
    "accord_visite": ("entree", "Son accord pour la visite"),
    "presents": ("entree", "Qui est là"),
    "identite": ("entree", "Son identité"),
    "acces_eclairage": ("entree", "L’accès, l’éclairage"),
    "gaz_feu": ("cuisine", "La gazinière, les odeurs"),
    "refrigerateur": ("cuisine", "Le réfrigérateur"),
    "boites_medicaments": ("cuisine", "Les boîtes de médicaments"),
    "pilulier": ("cuisine", "Le pilulier"),
    "alcool": ("cuisine", "Les bouteilles"),
    "courrier": ("sejour", "Le courrier"),
    "reperes": ("sejour", "Le calendrier, la pendule"),
    "telephone": ("sejour", "Le téléphone"),
    "animaux": ("sejour", "Les animaux"),
    "chauffage": ("chambre", "Le chauffage"),
    "risques_chute": ("chambre", "Le sol, les tapis, les fils"),
    "hygiene_vetements": ("personne", "Sa tenue, son linge"),
    "poids": ("personne", "Son poids"),
    "aidant": ("personne", "Son entourage"),
}
Niveau = Literal["correct", "bon"]


def codes(qui: Literal["infirmiere", "patient"]) -> dict[str, str]:
    """Codes of what is said, with their French name."""
    return dict(etp.codes(qui))


class Replique(Strict):
    """One thing that the nurse may say or do, and what it is worth."""

    texte: str = Field(min_length=2, max_length=300, description="Ce qu’elle dit, ou ce qu’elle fait.")
    code: str | None = Field(
        default=None, description="QO, QF, RS, RC, RES, VAL, COL, AUT, INF, PSP, PER ou CON ; aucun pour un geste."
    )
    faire: bool = Field(default=False, description="Vrai : un geste, et non une parole.")
    vers: str = Field(description="Le tour qui suit.")
    confiance: int = Field(default=0, ge=-3, le=3, description="Ce que la confiance gagne ou perd, de -3 à 3.")
    objectifs: tuple[str, ...] = Field(
        default=(), strict=False, description="Les objectifs atteints par cette réplique."
    )
    retour: str = Field(min_length=10, description="Ce qu’elle produit, et pourquoi.")
    gravite: Gravite | None = Field(default=None, description="dangereux ou hors_champ.")
    acte: Acte | None = Field(
        default=None, description="L’acte que cette réplique revient à faire, comparé à la table du champ."
    )

    @property
    def id(self) -> str:
        return option_id(self.texte)


class Exemple(Strict):
    """A sentence to compare with one's own."""

    texte: str = Field(min_length=2, max_length=400, description="Une phrase possible.")
    code: str = Field(description="Son code.")


class Ecrire(Strict):
    """A turn where the nurse writes her own sentence and names it; it is kept, shown, and never marked."""

    consigne: str = Field(min_length=5, description="Ce qu’on lui demande d’écrire.")
    exemples: tuple[Exemple, ...] = Field(
        min_length=1, max_length=4, strict=False, description="Des phrases possibles, montrées avec la correction."
    )
    vers: str = Field(description="Le tour qui suit.")


class Vue(Strict):
    """What an element of the home shows during one turn only."""

    element: str = Field(description="L’élément regardé.")
    texte: str = Field(min_length=5, description="Ce qu’on y voit à ce moment-là.")


class Tour(Strict):
    """What the person says and shows, then what can be answered."""

    nom: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$", description="Le nom du tour, pour « vers: ».")
    qui: str = Field(default="", max_length=60, description="Qui parle, si ce n’est pas la personne.")
    on_voit: str = Field(default="", max_length=400, description="Ce qu’on voit : un geste, un regard, un silence.")
    dit: str = Field(default="", max_length=500, description="Ce que dit la personne.")
    code: str = Field(default="N", description="Le code de ce qu’elle dit : D, C, R, B, E, A, PP, SM ou N.")
    repliques: tuple[Replique, ...] = Field(
        default=(), max_length=5, strict=False, description="De trois à cinq répliques."
    )
    ecrire: Ecrire | None = Field(default=None, description="Pour lui faire écrire sa propre phrase.")
    observer: bool = Field(default=False, description="Vrai : elle peut regarder le logement.")
    vues: tuple[Vue, ...] = Field(default=(), strict=False, description="Ce qui se voit à ce tour seulement.")
    fin: bool = Field(default=False, description="Vrai : l’entretien s’arrête ici.")
    bilan: str = Field(default="", description="Pour une fin : comment la personne repart.")

    @property
    def id(self) -> str:
        return option_id(f"{self.qui} | {self.on_voit} | {self.dit}")


class Element(Strict):
    """Something to look at in the home."""

    element: str = Field(description="Un élément de la grille de visite à domicile.")
    vu: str = Field(min_length=5, description="Ce qu’on y constate, sans conclure.")
    essentiel: bool = Field(default=False, description="Vrai : à regarder absolument.")
    apres: str = Field(default="", description="L’objectif à atteindre avant de regarder, comme un accord.")


class Objectif(Strict):
    """Something that the author wants done in this scene."""

    nom: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$", description="Le nom de l’objectif.")
    texte: str = Field(min_length=5, description="À l’infinitif : « demander la permission avant de conseiller ».")
    pourquoi: str = Field(min_length=10, description="Pourquoi c’est attendu ici.")
    poids: float = Field(default=1, gt=0, le=5, description="Son poids dans la note.")
    premier: bool = Field(default=False, description="Vrai : avant toute autre parole ou tout autre geste.")
    gravite: Gravite | None = Field(default=None, description="Si l’oublier est dangereux ou hors_champ.")


class Mesures(Strict):
    """What is counted over the whole conversation; what is not written is not judged."""

    questions_ouvertes: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description="Part attendue de questions ouvertes, par exemple 0.5 (choix de l’autrice).",
    )
    reflets_par_question: Niveau | None = Field(default=None, description="correct ou bon (repères publiés).")
    reflets_complexes: Niveau | None = Field(default=None, description="correct ou bon (repères publiés).")
    soutien: int | None = Field(
        default=None,
        ge=1,
        le=20,
        description="Nombre attendu de valorisations, de demandes d’accord et de soutiens du choix.",
    )
    changement: float | None = Field(
        default=None, ge=0, le=1, description="Part attendue de discours-changement chez la personne."
    )
    confiance: int | None = Field(default=None, ge=-20, le=20, description="Ce que la confiance doit avoir gagné.")


@dataclass(frozen=True)
class Pas:
    """One finished gesture, read. ``replique`` for what was chosen; ``texte`` and ``code`` for what she wrote."""

    tour: Tour
    replique: Replique | None = None
    texte: str = ""
    code: str = ""
    element: str = ""


@dataclass(frozen=True)
class Parcours:
    """The conversation as it went. ``fini``: it reached one of its ends, ``dernier``."""

    pas: tuple[Pas, ...]
    dernier: Tour
    fini: bool

    @property
    def tours(self) -> tuple[Tour, ...]:
        """The turns met, in order."""
        return (*(pas.tour for pas in self.pas if not pas.element), self.dernier)

    @property
    def repliques(self) -> tuple[Replique, ...]:
        return tuple(pas.replique for pas in self.pas if pas.replique)

    def rang(self, objectif: str) -> int | None:
        """Place of the first gesture that reached an objective."""
        return next((i for i, pas in enumerate(self.pas) if pas.replique and objectif in pas.replique.objectifs), None)


def parcourir(tours: tuple[Tour, ...], debut: str, seance: Seance) -> Parcours:
    """Rebuild the conversation; raises ``Unreadable`` when a gesture does not follow from the ones before."""
    par_nom, par_id = {tour.nom: tour for tour in tours}, {tour.id: tour for tour in tours}
    tour, pas, parti = par_nom[debut], [], False
    for geste in seance.gestes:
        if parti:
            raise Unreadable(ILLISIBLE)
        if geste["g"] == "terminer":
            parti = True
        elif geste["g"] == "observer":
            if not tour.observer:
                raise Unreadable(ILLISIBLE)
            pas.append(Pas(tour, element=geste["element"]))
        else:
            if par_id[geste["tour"]] is not tour:
                raise Unreadable(ILLISIBLE)
            pas.append(_parole(tour, geste))
            tour = par_nom[pas[-1].replique.vers if pas[-1].replique else tour.ecrire.vers]
    return Parcours(tuple(pas), tour, tour.fin)


def _parole(tour: Tour, geste: dict) -> Pas:
    if geste["g"] == "dire":
        for replique in tour.repliques:
            if replique.id == geste["option"]:
                return Pas(tour, replique)
        raise Unreadable(ILLISIBLE)
    texte = geste["texte"].replace("\x00", "").strip()
    if tour.ecrire is None or not texte or len(texte) > TEXTE_MAX or any("\ud800" <= c <= "\udfff" for c in texte):
        raise Unreadable(ILLISIBLE)
    return Pas(tour, texte=texte, code=geste["code"])
