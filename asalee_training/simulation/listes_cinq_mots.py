"""Lists of five words, invented for training and without norm: five categories each, no word of a published list.

Each word comes with what names its category, and a neighbour of the same category that may be said instead.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Mot:
    """A word with its article; `question` while the sheet is seen, `indice` once it is hidden; `voisin`: an intrusion."""

    mot: str
    question: str
    indice: str
    voisin: str

    @property
    def nu(self) -> str:
        """The word without its article."""
        return self.mot.replace("l’", "").split(" ")[-1]


@dataclass(frozen=True)
class Liste:
    """A list and the name written on its sheet."""

    titre: str
    mots: tuple[Mot, ...]


LISTES: Mapping[str, Liste] = {
    "verger": Liste(
        "Verger",
        (
            Mot("la prune", "Quel est le fruit ?", "C’était un fruit. Lequel ?", "la pêche"),
            Mot("le gilet", "Quel est le vêtement ?", "C’était un vêtement. Lequel ?", "la veste"),
            Mot("la trompette", "Quel est l’instrument de musique ?", "C’était un instrument de musique. Lequel ?", "le clairon"),
            Mot("le muguet", "Quelle est la fleur ?", "C’était une fleur. Laquelle ?", "la jonquille"),
            Mot("le tracteur", "Quel est le véhicule ?", "C’était un véhicule. Lequel ?", "l’autocar"),
        ),
    ),
    "ruisseau": Liste(
        "Ruisseau",
        (
            Mot("le poireau", "Quel est le légume ?", "C’était un légume. Lequel ?", "la carotte"),
            Mot("le tabouret", "Quel est le meuble ?", "C’était un meuble. Lequel ?", "la commode"),
            Mot("le boulanger", "Quel est le métier ?", "C’était un métier. Lequel ?", "le boucher"),
            Mot("le pinson", "Quel est l’oiseau ?", "C’était un oiseau. Lequel ?", "la mésange"),
            Mot("le rabot", "Quel est l’outil ?", "C’était un outil. Lequel ?", "la scie"),
        ),
    ),
    "colline": Liste(
        "Colline",
        (
            Mot("le peuplier", "Quel est l’arbre ?", "C’était un arbre. Lequel ?", "le chêne"),
            Mot("le collier", "Quel est le bijou ?", "C’était un bijou. Lequel ?", "la bague"),
            Mot("la truite", "Quel est le poisson ?", "C’était un poisson. Lequel ?", "la carpe"),
            Mot("le tango", "Quelle est la danse ?", "C’était une danse. Laquelle ?", "la valse"),
            Mot("la sandale", "Quelle est la chaussure ?", "C’était une chaussure. Laquelle ?", "la botte"),
        ),
    ),
}  # fmt: skip
