"""« Prouver »: the proof of one text, or of all, as a report to read."""

from __future__ import annotations

from pathlib import Path

from tornado import web

from asalee_training.authoring import check
from asalee_training.authoring.preuve import rapport
from asalee_training.authoring.preuve.tableau import COLONNES
from asalee_training.pages import preuves
from asalee_training.pages.espace_formatrice import PAGE, OfAtelier

LISTE = f"{PAGE}/preuve"


class Liste(OfAtelier):
    """All texts, and whether their graders are proved."""

    @web.authenticated
    async def get(self) -> None:
        groupes, travail = await self.gather(LISTE, preuves.lignes, self.ws, self.verifications)
        self.show(
            "preuves.html",
            fil=(("Formatrice", self.url(PAGE)),),
            groupes=groupes,
            deplies=preuves.deplies(groupes),
            compte=preuves.compte,
            total=preuves.totaux(groupes),
            tableau=preuves.tableau(groupes),
            colonnes=COLONNES,
            rapport=rapport,
            **travail,
        )

    @web.authenticated
    async def post(self) -> None:
        ws, verifications = self.ws, self.verifications
        await self.do(LISTE, "Tout prouver", lambda: preuves.prouver(ws, verifications, check.sources(ws)))


class Rapport(OfAtelier):
    """The report of one text."""

    def prouvable(self, ident: str) -> Path:
        return self.cas_ou_lecon(ident, "Un module n’a pas de correcteur")

    @web.authenticated
    async def get(self, ident: str) -> None:
        page, path = f"{LISTE}/{ident}", self.prouvable(ident)
        ligne, travail = await self.gather(page, preuves.une, self.ws, self.verifications, path)
        self.show(
            "preuve.html",
            fil=(("Formatrice", self.url(PAGE)), ("Preuves", self.url(LISTE))),
            ident=ident,
            ligne=ligne,
            p=ligne.preuve,
            rapport=rapport,
            survivants=preuves.survivants(ligne.preuve) if ligne.preuve else [],
            chances=preuves.chances(ligne.preuve) if ligne.preuve else [],
            **travail,
        )

    @web.authenticated
    async def post(self, ident: str) -> None:
        ws, verifications, path = self.ws, self.verifications, self.prouvable(ident)
        await self.do(f"{LISTE}/{ident}", "Prouver", lambda: preuves.prouver(ws, verifications, [path]))


ROUTES = [("/preuve", Liste), ("/preuve/([0-9a-f]{16})", Rapport)]
