"""The causal graph of a simulated patient, read from graphe.csv: what each node is and what it depends on."""

import csv
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

FOLDER = Path(__file__).parent
GENRES = ("nombre", "entier", "booleen", "mot")
#: How sure a node's law is: read in a text, computed by a rule of `clinical`, or a hypothesis of ours.
SURETES = ("lu", "calcul", "hypothese")
#: Families in the order of the drawing, with the name a reader sees.
FAMILLES = {
    "personne": "La personne",
    "habitudes": "Habitudes de vie",
    "maladies": "Maladies",
    "tension": "Pression artérielle",
    "metabolisme": "Glycémie et traitements",
    "rein": "Rein",
    "lipides": "Lipides",
    "souffle": "Souffle",
    "pieds": "Pieds",
    "cognition": "Mémoire et humeur",
    "vie": "Situation de vie",
}


@dataclass(frozen=True)
class Noeud:
    """One node. genre: one of GENRES; mini, maxi: range of a number, in `unite`, both ends reached or not.

    mots: accepted words, whose rank is what arrays hold. parents: the only nodes its function may read.
    champ: shown to authors; otherwise a latent, a step of the computation. schema: its label in the summary drawing,
    or "". surete: one of SURETES.
    """

    nom: str
    famille: str
    parents: tuple[str, ...]
    genre: str
    unite: str
    mini: float
    maxi: float
    mots: tuple[str, ...]
    champ: bool
    decimales: int
    schema: str
    description: str
    source: str
    surete: str


def lignes(nom: str) -> Iterator[dict[str, str]]:
    """Rows of a table of this folder."""
    with (FOLDER / f"{nom}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def graphe() -> Mapping[str, Noeud]:
    """Every node by name, in the order of the file."""
    return {row["noeud"]: _node(row) for row in lignes("graphe")}


def _node(row: Mapping[str, str]) -> Noeud:
    return Noeud(
        nom=row["noeud"],
        famille=row["famille"],
        parents=tuple(row["parents"].split()),
        genre=row["genre"],
        unite=row["unite"],
        mini=float(row["mini"] or 0),
        maxi=float(row["maxi"] or 0),
        mots=tuple(row["mots"].split()),
        champ=row["champ"] == "oui",
        decimales=int(row["decimales"] or 0),
        schema=row["schema"],
        description=row["description"],
        source=row["source"],
        surete=row["surete"],
    )


@cache
def ordre() -> tuple[str, ...]:
    """Names so that each comes after its parents; graphlib.CycleError if the file has a cycle."""
    return tuple(TopologicalSorter({nom: noeud.parents for nom, noeud in graphe().items()}).static_order())


def necessaires(noms: Collection[str], fixes: Collection[str] = ()) -> list[str]:
    """The nodes to draw to know `noms`, in order: they and their ancestors. A fixed node needs none."""
    noeuds, wanted, waiting = graphe(), set(), list(noms)
    while waiting:
        nom = waiting.pop()
        if nom not in wanted:
            wanted.add(nom)
            waiting += () if nom in fixes else noeuds[nom].parents
    return [nom for nom in ordre() if nom in wanted]


def champs() -> dict[str, Noeud]:
    """The nodes shown to authors, by name."""
    return {nom: noeud for nom, noeud in graphe().items() if noeud.champ}
