"""The levels that a referent chooses beside a text, kept as she clicks. JSON, for the page of a copy in formgrader."""

from __future__ import annotations

import json

from tornado import web

from asalee_training.gradebook import levels
from asalee_training.pages.base import FRENCH_ERRORS, Page, Refus


class Niveaux(Page):
    """GET: the levels of one text. PUT ``{"critere": …, "points": …}``: one more."""

    espace = "referente"

    @web.authenticated
    async def get(self, carnet: str, exercice: str) -> None:
        ws = self.ws
        self.finish({"niveaux": await self.work.read(levels.read, ws, carnet, exercice)})

    @web.authenticated
    async def put(self, carnet: str, exercice: str) -> None:
        try:
            asked = json.loads(self.request.body)
            critere, points = str(asked["critere"]), float(asked["points"])
        except (ValueError, KeyError, TypeError):
            titre, quoi_faire = "Ce niveau n’est pas lisible", "Rechargez la page de la copie, puis recommencez."
            raise Refus(400, titre, quoi_faire) from None
        try:
            await self.work.read(levels.give, self.ws, carnet, exercice, critere, points)
        except FRENCH_ERRORS as error:
            self.set_status(409)
            self.finish({"message": str(error)})
            return
        self.finish({"niveaux": await self.work.read(levels.read, self.ws, carnet, exercice)})
