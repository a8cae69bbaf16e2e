"""The trainer's pages: texts and their checks, preview, publication, a new case."""

from __future__ import annotations

import re
from pathlib import Path

from markupsafe import Markup
from tornado import web

from asalee_training.authoring import check
from asalee_training.authoring.preview import preview
from asalee_training.content.errors import ContentError
from asalee_training.content.lot import PATIENTS
from asalee_training.content.models import MODULE_DU_PROTOCOLE, PROTOCOLES
from asalee_training.gradebook.words import rendered
from asalee_training.pages import atelier, espace_patients, redaction
from asalee_training.pages.atelier_cas import espace as atelier_cas
from asalee_training.pages.base import Page, Refus
from asalee_training.pages.mes_modules import TITRES
from asalee_training.pages.travaux import Outcome

PAGE = "formatrice"
GUIDE = "README.md"
_SECTION, _TAG = re.compile(r"<h2>(.*?)</h2>"), re.compile(r"<[^>]*>")
_COMMENT = re.compile(r"<!--.*?-->", re.S)


class OfAtelier(Page):
    """A page about the texts of the workshop."""

    espace = PAGE

    @property
    def verifications(self) -> atelier.Verifications:
        return self.ours["verifications"]

    def texte(self, ident: str) -> Path:
        """Find the text that an address names. Raises ``Refus`` (404)."""
        path = atelier.find(self.ws, ident)
        if path is None:
            raise Refus(404, "Ce texte n’existe plus", "Son fichier a été renommé ou effacé. Revenez à l’atelier.")
        return path

    def cas_ou_lecon(self, ident: str, module: str) -> Path:
        """Find a case or a lesson. ``module``: what a module is told. Raises ``Refus`` (404)."""
        path = self.texte(ident)
        if path.name == check.MODULE:
            raise Refus(404, module, "Revenez à l’atelier et choisissez l’une de ses leçons.")
        return path


class Atelier(OfAtelier):
    """The workshop."""

    @web.authenticated
    async def get(self) -> None:
        groupes, travail = await self.gather(PAGE, atelier.groupes, self.ws, self.verifications)
        protocoles = [(nom, TITRES[MODULE_DU_PROTOCOLE.get(nom, nom)]) for nom in PROTOCOLES]
        # Texts kept outside the server's folder (a private content root) are written elsewhere.
        modifiable = self.ws.contenu.is_relative_to(self.root)
        self.show(
            "formatrice.html",
            groupes=groupes,
            deplies=atelier.deplies(groupes),
            protocoles=protocoles,
            modifiable=modifiable,
            guide=(self.ws.cases / GUIDE).is_file(),
            document=self.document,
            **travail,
        )


class Guide(OfAtelier):
    """The author's guide, to read."""

    @web.authenticated
    def get(self) -> None:
        path = self.ws.cases / GUIDE
        if not path.is_file():
            raise Refus(404, "Le guide n’est pas sur cette machine", "Il se trouve avec les cas, dans cases/README.md.")
        written = _COMMENT.sub("", path.read_text(encoding="utf-8"))
        html, sommaire = with_anchors(rendered(written))
        texte = Markup(html)  # noqa: S704 (raw HTML is escaped by `rendered`)
        self.show("guide.html", texte=texte, sommaire=sommaire, fil=(("Formatrice", self.url(PAGE)),))


def with_anchors(html: str) -> tuple[str, list[tuple[str, str]]]:
    """Give an address to each section of a page; returns the page and its sections: (anchor, title)."""
    sections = [(f"s-{n}", _TAG.sub("", title)) for n, title in enumerate(_SECTION.findall(html), 1)]
    anchors = iter(sections)
    return _SECTION.sub(lambda m: f'<h2 id="{next(anchors)[0]}">{m[1]}</h2>', html), sections


class Verifier(OfAtelier):
    """« Vérifier » one text, or all."""

    @web.authenticated
    async def post(self, ident: str = "") -> None:
        ws, verifications = self.ws, self.verifications
        if ident:
            path = self.texte(ident)
            await self.do(PAGE, "Vérifier", lambda: atelier.verifier(ws, verifications, [path]))
        else:
            await self.do(PAGE, "Tout vérifier", lambda: atelier.verifier(ws, verifications, atelier.sources(ws)))


class Apercu(OfAtelier):
    """« Aperçu »: the real notebook, as one of the 32 trainees would get it."""

    @web.authenticated
    async def post(self, ident: str) -> None:
        path = self.texte(ident)
        if path.name == check.MODULE:
            raise Refus(404, "Un module n’a pas d’aperçu", "Revenez à l’atelier et choisissez l’une de ses leçons.")
        written = self.get_body_argument("stagiaire", "0")
        if not (written.isdecimal() and written.isascii() and len(written) < 3 and int(written) < PATIENTS):
            raise Refus(
                400, "Ce numéro ne convient pas", f"Choisissez un numéro d’apprenante entre 0 et {PATIENTS - 1}."
            )
        try:
            notebook = await self.work.short(preview, self.ws, path, int(written))
        except ContentError as error:
            self.verifications.note(path, error.problems)
            fichier = path.relative_to(self.ws.contenu).as_posix()
            lines = (
                f"Corrigez « {fichier} » : les corrections sont écrites dessous, chacune avec l’endroit où regarder.",
            )
            self.work.outcomes[PAGE] = Outcome("L’aperçu demande d’abord des corrections", lines, "attention")
            self.redirect(self.url(PAGE) + "#resultat", status=303)
        else:
            self.verifications.note(path, ())
            self.redirect(self.document(notebook), status=303)


class Publier(OfAtelier):
    """« Construire et publier aux apprenantes »."""

    @web.authenticated
    async def post(self) -> None:
        ws, verifications = self.ws, self.verifications
        await self.do(PAGE, "Construire et publier", lambda: atelier.publier(ws, verifications))


class Nouveau(OfAtelier):
    """« Nouveau cas »."""

    @web.authenticated
    async def post(self) -> None:
        ws, protocole, nom = self.ws, self.get_body_argument("protocole", ""), self.get_body_argument("nom", "")
        carnet = self.get_body_argument("forme", "") == "carnet"
        await self.do(PAGE, "Créer un cas", lambda: atelier.nouveau(ws, protocole, nom, carnet))


ROUTES = [
    ("", Atelier),
    ("/guide", Guide),
    ("/verifier", Verifier),
    ("/verifier/([0-9a-f]{16})", Verifier),
    ("/apercu/([0-9a-f]{16})", Apercu),
    ("/publier", Publier),
    ("/nouveau", Nouveau),
    *espace_patients.ROUTES,
    *redaction.ROUTES,
    *atelier_cas.ROUTES,
]
