"""Every right answer, in all its ways of writing, must earn everything, for every patient."""

from __future__ import annotations

from collections.abc import Iterator

from asalee_training.authoring.preuve.modele import Constat, Epreuve
from asalee_training.authoring.preuve.sujet import Sujet


def essayer(sujet: Sujet, epreuves: dict[str, Epreuve]) -> Iterator[Constat]:
    """Try them; count those that pass, yield the others, one of each kind."""
    refused: dict[tuple[str, str], list[int]] = {}
    for groupe in sujet.tous():
        nom = groupe.exercise.nom
        for raw in groupe.samples.right:
            mark = groupe.noter(raw)
            if mark.etat == "juste" and mark.points == mark.sur and mark.gravite is None:
                epreuves[nom].justes += len(groupe.rangs)
            else:
                why = f"la bonne réponse {groupe.mots(raw)} n’obtient pas tous les points : « {_first(mark.retour)} »"
                refused.setdefault((nom, why), []).extend(r + 1 for r in groupe.rangs)
    yield from (
        sujet.constat(f"{why}, {sujet.chez(sorted(rangs))}.", nom, "attendu") for (nom, why), rangs in refused.items()
    )


def _first(texte: str) -> str:
    return texte.strip().split("\n")[0].rstrip(".")
