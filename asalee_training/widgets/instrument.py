"""The view of an instrument: it plays a recording, and simulates nothing. The calculator answers what it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import traitlets

from asalee_training.widgets.view import BUG, View, log_bug

LIBELLES = {
    "calculatrice": "Calculateur",
    "examen_pieds": "Examen des pieds",
    "releve_automesure": "Relevé d’automesure",
    "spirometrie": "Spirométrie",
    "feuille_cognition": "Feuille de repérage cognitif",
}


class InstrumentView(View):
    """An instrument and its recording, shaped by ``simulation.instruments.record``."""

    enregistrement = traitlets.Dict().tag(sync=True)

    def __init__(self, nom: str, enregistrement: Mapping[str, Any]):
        super().__init__(nom, titre=LIBELLES[nom], enregistrement=dict(enregistrement))

    def reply(self, content: Any) -> Mapping[str, Any] | None:
        """Answer ``{type: "calculer", outil, entrees, n}``; nothing is kept of it."""
        if (
            self.titre != LIBELLES["calculatrice"]
            or not isinstance(content, Mapping)
            or content.get("type") != "calculer"
        ):
            return None
        from asalee_training.simulation import calculatrice  # the only instrument that computes

        answer = {"type": "calcule", "n": content.get("n")}
        try:
            return {**answer, "phrase": calculatrice.calculer(content.get("outil"), content.get("entrees"))}
        except ValueError as refusal:
            return {**answer, "refus": str(refusal)}
        except Exception:
            log_bug("calculator failed")
            return {**answer, "refus": BUG}
