"""The view of an instrument: it plays a recording, and simulates nothing. Calculator and maquettes answer what they are asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import traitlets

from asalee_training.widgets import maquette
from asalee_training.widgets.view import BUG, View, log_bug

LIBELLES = {
    "calculatrice": "Calculateur",
    "examen_pieds": "Examen des pieds",
    "maquette": "Maquette à régler",
    "releve_automesure": "Relevé d’automesure",
    "spirometrie": "Spirométrie",
    "feuille_cognition": "Feuille de repérage cognitif",
}


class InstrumentView(View):
    """An instrument and its recording, shaped by ``simulation.instruments.record``.

    ``reglages``: of a maquette, where she left them; the page alone writes them, and nothing keeps them.
    """

    enregistrement = traitlets.Dict().tag(sync=True)
    reglages = traitlets.Dict().tag(sync=True)

    def __init__(self, nom: str, enregistrement: Mapping[str, Any]):
        shown = maquette.poser(enregistrement) if nom == "maquette" else dict(enregistrement)
        super().__init__(nom, titre=LIBELLES[nom], enregistrement=shown)
        self._nom = nom

    def reply(self, content: Any) -> Mapping[str, Any] | None:
        """Answer ``{type: "calculer", outil, entrees, n}`` or ``{type: "dessiner", maquette, reglages, n}``.

        Nothing is kept of it.
        """
        if not isinstance(content, Mapping):
            return None
        if self._nom == "calculatrice" and content.get("type") == "calculer":
            return {"type": "calcule", "n": content.get("n"), **_calculer(content)}
        if self._nom == "maquette" and content.get("type") == "dessiner":
            return {"type": "dessine", "n": content.get("n"), **maquette.dessiner(content)}
        return None


def _calculer(content: Mapping[str, Any]) -> dict[str, Any]:
    from asalee_training.simulation import calculatrice

    try:
        return {"phrase": calculatrice.calculer(content.get("outil"), content.get("entrees"))}
    except ValueError as refusal:
        return {"refus": str(refusal)}
    except Exception:
        log_bug("calculator failed")
        return {"refus": BUG}
