"""What the view of a maquette shows and answers. Drawings are made here, when asked for: a kernel starts without them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from asalee_training.widgets.view import BUG, log_bug


def poser(enregistrement: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the page shows first: the settings of each maquette, and its drawing as it stands."""
    from asalee_training.simulation.maquettes import MAQUETTES

    shown = []
    for nom in enregistrement["maquettes"]:
        maquette = MAQUETTES[nom]
        shown.append(
            {
                "nom": nom,
                "titre": maquette.titre,
                "consigne": maquette.consigne,
                "reglages": [reglage.public() for reglage in maquette.reglages],
                "dessin": dessiner({"maquette": nom, "reglages": maquette.depart()}),
            }
        )
    return {"maquettes": shown}


def dessiner(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``{svg, texte}`` for ``{maquette, reglages}``, or ``{refus}``: a French sentence. Never raises."""
    try:
        from asalee_training.figures import maquettes as figures
        from asalee_training.simulation import maquettes

        try:
            nom, reglages = maquettes.regler(content.get("maquette"), content.get("reglages"))
        except ValueError as refusal:
            return {"refus": str(refusal)}
        dessin = figures.draw(nom, reglages)
    except Exception:
        log_bug("maquette failed")
        return {"refus": BUG}
    return {"svg": dessin.svg, "texte": dessin.alt}
