"""Cognitive profiles: counts of words, a clock drawing, and Codex observations that agree with one another.

One clock is drawn, for 3:25 (the time of the Codex), and serves both scorings; its criteria are computed from
the drawing by `clinical.cognition.horloge_depuis_dessin`, never written beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from asalee_training.clinical.cognition import horloge_depuis_dessin
from asalee_training.simulation import horloges, tirage

HEURE = "03:25"
#: Errors drawn, all abnormal in the Codex clock.
ERREURS = (
    "aiguilles_interverties",
    "une_aiguille",
    "sans_aiguilles",
    "lie_au_stimulus",
    "chiffre_manquant",
    "chiffres_tasses",
    "chiffres_inverses",
    "antihoraire",
)


@dataclass(frozen=True)
class Profil:
    """Possible counts (rli, rii, rld, rid), words of the Codex, clock right or wrong, orientation if asked.

    Promised Codex category: follows from the three last ones.
    """

    cinq_mots: tuple[tuple[int, int, int, int], ...]
    codex_mots: tuple[int, ...]
    horloge_juste: bool
    orientation: tuple[int, ...]


PROFILS: Mapping[str, Profil] = {
    "sans_anomalie": Profil(((5, 0, 5, 0), (5, 0, 4, 1), (4, 1, 4, 1), (4, 1, 5, 0)), (3,), True, ()),
    "stockage": Profil(((5, 0, 1, 1), (4, 1, 1, 2), (3, 2, 0, 1), (4, 1, 2, 1), (3, 2, 1, 1)), (0, 1), False, ()),
    "recuperation": Profil(((5, 0, 3, 2), (4, 1, 2, 3), (4, 1, 3, 2), (3, 2, 2, 3)), (2,), True, (4, 5)),
    "enregistrement": Profil(((2, 1, 1, 1), (3, 1, 2, 1), (2, 2, 1, 2), (3, 0, 2, 0)), (1, 2), True, (2, 3)),
    "horloge_seule": Profil(((5, 0, 5, 0), (4, 1, 4, 1), (5, 0, 4, 1)), (3,), False, (4, 5)),
}


def draw(nom: str, seed: bytes, patient: Mapping) -> dict:
    """{"cinq_mots", "horloge", "horloge_dessin", "codex"}; orientation is None when not needed."""
    profil = PROFILS[nom]
    mots = tirage.choice(seed, "cognition.cinq_mots", profil.cinq_mots)
    erreurs = () if profil.horloge_juste else (tirage.choice(seed, "cognition.erreur", ERREURS),)
    dessin = horloges.dessiner(HEURE, erreurs, seed, "cognition.dessin")
    lu = horloge_depuis_dessin(**dessin)
    return {
        "cinq_mots": dict(zip(("rli", "rii", "rld", "rid"), mots, strict=True)),
        "horloge": dict(lu.criteres),
        "horloge_dessin": dessin,
        "codex": {
            "mots": tirage.choice(seed, "cognition.codex.mots", profil.codex_mots),
            "horloge": dict(lu.codex),
            "orientation": tirage.choice(seed, "cognition.codex.orientation", profil.orientation)
            if profil.orientation
            else None,
        },
    }
