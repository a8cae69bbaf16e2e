"""The page of one text: its history, its state, and the gestures that lead it to trainees."""

from __future__ import annotations

from pathlib import Path

from tornado import web

from asalee_training.authoring import essai, personnes
from asalee_training.content.errors import ContentError
from asalee_training.pages import signatures
from asalee_training.pages.espace_formatrice import PAGE, OfAtelier
from asalee_training.pages.travaux import Outcome

_RETOUR = "Publication"


class _OfOneText(OfAtelier):
    def signable(self, ident: str) -> Path:
        return self.cas_ou_lecon(ident, "Un module n’a pas de signatures")

    def page(self, ident: str) -> str:
        return f"{PAGE}/publication/{ident}"


class Publication(_OfOneText):
    """What the page shows."""

    @web.authenticated
    async def get(self, ident: str) -> None:
        path = self.signable(ident)
        dossier, travail = await self.gather(self.page(ident), signatures.dossier, self.ws, path)
        self.verifications.note(path, dossier.problemes)
        self.show(
            "publication.html",
            dossier=dossier,
            ident=ident,
            questions=signatures.questions,
            fil=(("Formatrice", self.url(PAGE)),),
            **travail,
        )


class Signer(_OfOneText):
    """« Proposer », « Approuver », « Retirer »: in the name that this machine remembers, never one from the address."""

    @web.authenticated
    async def post(self, ident: str, geste: str) -> None:
        ws, path, par = self.ws, self.signable(ident), personnes.current(self.ws)
        await self.do(self.page(ident), geste.capitalize(), lambda: signatures.signer(ws, path, geste, par))


class Faire(_OfOneText):
    """« Publier », « Passer à la version suivante »."""

    @web.authenticated
    async def post(self, ident: str, geste: str) -> None:
        ws, path = self.ws, self.signable(ident)
        function, titre = {
            "publier": (signatures.publier, "Publier"),
            "renumeroter": (signatures.renumeroter, "Passer à la version suivante"),
        }[geste]
        await self.do(self.page(ident), titre, lambda: function(ws, path))


class Moi(_OfOneText):
    """« Je suis … »: typed once, remembered on this machine."""

    @web.authenticated
    async def post(self, ident: str) -> None:
        self.signable(ident)
        try:
            personnes.remember(self.ws, self.get_body_argument("nom", ""))
        except personnes.NameRefused as error:
            self.work.outcomes[self.page(ident)] = Outcome("Ce nom ne convient pas", (str(error),), "attention")
        else:
            self.work.outcomes.pop(self.page(ident), None)
        self.redirect(self.url(self.page(ident)), status=303)


class Jouer(_OfOneText):
    """« Jouer ce cas »: the real notebook of this exact text, her answers kept apart."""

    @web.authenticated
    async def post(self, ident: str) -> None:
        path, par = self.signable(ident), personnes.current(self.ws)
        retour = (f"asalee/{self.page(ident)}", _RETOUR)
        try:
            notebook = await self.work.short(essai.play, self.ws, path, par, 0, retour)
        except (ContentError, personnes.NameRefused):
            self.redirect(self.url(self.page(ident)), status=303)  # which says what to correct, or asks who she is
        else:
            self.redirect(self.document(notebook), status=303)


_TEXTE = r"/publication/([0-9a-f]{16})"
ROUTES = [
    (_TEXTE, Publication),
    (_TEXTE + r"/(proposer|approuver|retirer)", Signer),
    (_TEXTE + r"/(publier|renumeroter)", Faire),
    (_TEXTE + r"/moi", Moi),
    (_TEXTE + r"/jouer", Jouer),
]
