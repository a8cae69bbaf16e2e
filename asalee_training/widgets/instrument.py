"""The view of an instrument: it plays a recording, and simulates nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import traitlets

from asalee_training.widgets.view import View

LIBELLES = {
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
