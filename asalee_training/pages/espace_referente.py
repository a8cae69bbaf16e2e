"""The referent's pages: copies by case, marking, texts to read, feedback to give back, copies received as files."""

from __future__ import annotations

from urllib.parse import quote

from jupyter_server.utils import url_path_join
from tornado import web

from asalee_training.pages import bureau
from asalee_training.pages.base import Page, Refus
from asalee_training.pages.niveaux import Niveaux

PAGE = "referente"
TAILLE_MAX_MO = 40


class Bureau(Page):
    """The desk."""

    espace = PAGE

    @web.authenticated
    async def get(self) -> None:
        evaluations, travail = await self.gather(PAGE, bureau.evaluations, self.ws)
        self.show("referente.html", evaluations=evaluations, taille_max=TAILLE_MAX_MO, **travail)


class _OfOneEvaluation(Page):
    espace = PAGE

    def known(self, assignment: str) -> str:
        """Return the name of an evaluation of this course. Raises ``Refus`` (404)."""
        if assignment not in bureau.names(self.ws):
            raise Refus(404, "Cette évaluation n’existe pas", "Revenez au bureau et choisissez-la dans la liste.")
        return assignment


class Noter(_OfOneEvaluation):
    """« Relever et noter »."""

    @web.authenticated
    async def post(self, assignment: str) -> None:
        ws, assignment = self.ws, self.known(assignment)
        await self.do(PAGE, "Relever et noter", lambda: bureau.noter(ws, assignment))


class Rendre(_OfOneEvaluation):
    """« Rendre les retours »."""

    @web.authenticated
    async def post(self, assignment: str) -> None:
        ws, assignment = self.ws, self.known(assignment)
        await self.do(PAGE, "Rendre les retours", lambda: bureau.rendre(ws, assignment))


class Corriger(_OfOneEvaluation):
    """« Corriger les textes »: nbgrader's own page, in French."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        self.known(assignment)
        found = next(e for e in await self.work.read(bureau.evaluations, self.ws) if e.assignment == assignment)
        self.redirect(
            url_path_join(self.base_url, "formgrader", "gradebook", quote(assignment), quote(found.carnet)) + "/"
        )


class Regarder(_OfOneEvaluation):
    """« Regarder la copie »: the page of one copy."""

    @web.authenticated
    async def get(self, assignment: str, jeton: str) -> None:
        numero = await self.work.read(bureau.numero, self.ws, self.known(assignment), jeton)
        found = next(e for e in await self.work.read(bureau.evaluations, self.ws) if e.assignment == assignment)
        if numero is None or not found.carnet:
            raise Refus(404, "Cette copie n’est plus là", "Revenez au bureau et choisissez-la dans la liste.")
        self.redirect(
            url_path_join(self.base_url, "formgrader", "copie", quote(assignment), quote(found.carnet), str(numero))
        )


class Revue(_OfOneEvaluation):
    """« J'ai regardé cette copie »."""

    @web.authenticated
    async def post(self, assignment: str, jeton: str) -> None:
        ws, assignment = self.ws, self.known(assignment)
        await self.do(PAGE, "Copie regardée", lambda: bureau.revue(ws, assignment, jeton))


class Recevoir(Page):
    """copie.zip files, one or many."""

    espace = PAGE

    @web.authenticated
    async def post(self) -> None:
        ws = self.ws
        sent = self.request.files.get("fichiers", [])
        if not sent:
            raise Refus(
                400, "Aucun fichier n’a été choisi", "Choisissez un ou plusieurs fichiers copie.zip, puis recommencez."
            )
        if sum(len(f["body"]) for f in sent) > TAILLE_MAX_MO * 1_000_000:
            raise Refus(413, "Ces fichiers sont trop gros", "Envoyez les fichiers copie.zip en plusieurs fois.")
        remplacer = self.get_body_argument("remplacer", "") == "oui"
        files = [(f["filename"], f["body"]) for f in sent]
        await self.do(PAGE, "Recevoir des copies", lambda: bureau.recevoir(ws, files, remplacer))


ROUTES = [
    ("", Bureau),
    (r"/noter/([^/]+)", Noter),
    (r"/rendre/([^/]+)", Rendre),
    (r"/corriger/([^/]+)", Corriger),
    (r"/copie/([^/]+)/([0-9a-f]{16})", Regarder),
    (r"/revue/([^/]+)/([0-9a-f]{16})", Revue),
    ("/recevoir", Recevoir),
    (r"/niveaux/([0-9a-f]{32})/([a-z][a-z0-9_]*)", Niveaux),
]
