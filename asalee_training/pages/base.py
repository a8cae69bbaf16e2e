"""What all pages share: who may read them, how they look, what they say when something fails."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

from asalee_training.authoring.edition import EditError
from asalee_training.authoring.personnes import NameRefused
from asalee_training.authoring.publication import PublicationError
from asalee_training.authoring.versions import VersionError
from asalee_training.gradebook import GradebookError
from asalee_training.pages import typographie
from asalee_training.pages.travaux import Busy, Outcome, Work
from asalee_training.workspace import Workspace, WorkspaceError

HERE = Path(__file__).parent
STATIC = HERE / "static"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
SETTING = "asalee_pages"
FRENCH_ERRORS = (EditError, GradebookError, NameRefused, PublicationError, VersionError, WorkspaceError)

T = TypeVar("T")


class Refus(web.HTTPError):
    """A page that cannot be shown: what (``titre``) and what to do (``quoi_faire``), in French."""

    def __init__(self, status: int, titre: str, quoi_faire: str):
        super().__init__(status, titre.replace("%", "%%"))
        self.titre, self.quoi_faire = titre, quoi_faire


_ERREURS = {
    403: (
        "Cette demande n’a pas été acceptée",
        "La page était peut-être ouverte depuis trop longtemps. Revenez à l’accueil et recommencez : rien n’a été modifié.",
    ),
    404: ("Cette page n’existe pas", "L’adresse est incomplète, ou cet espace n’est pas ouvert sur cette machine."),
    405: ("Cette page ne s’ouvre pas ainsi", "Revenez à l’accueil et utilisez le bouton de la page."),
    413: ("Ce fichier est trop gros", "Envoyez les fichiers copie.zip en plusieurs fois."),
}
_IMPREVU = (
    "Un imprévu empêche d’afficher cette page",
    "Vos réponses enregistrées ne sont pas touchées. Réessayez ; si cela se répète, transmettez l’heure et cette page "
    "à la personne qui s’occupe de la machine.",
)


def environment() -> Environment:
    """Build the templates' environment: everything is escaped, an unknown name is an error."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[typographie.Espaces],
    )
    typographie.install(made)
    digest = hashlib.sha256(b"".join(p.read_bytes() for p in sorted(STATIC.iterdir()))).hexdigest()
    made.globals["empreinte"] = digest[:12]
    return made


class Page(JupyterHandler):
    """A French page. Subclasses name their ``espace``: "apprenante", "referente", "formatrice" or ""."""

    espace = ""

    @property
    def content_security_policy(self) -> str:
        return POLICY

    def set_default_headers(self) -> None:
        super().set_default_headers()
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("Cache-Control", "no-store")

    @property
    def ours(self) -> dict[str, Any]:
        """What the extension keeps in the server: templates, roles, worker."""
        return self.settings[SETTING]

    @cached_property
    def ws(self) -> Workspace:
        return Workspace.find(self.root)

    @property
    def root(self) -> Path:
        """The folder that this server serves."""
        return Path(self.settings["server_root_dir"]).resolve()

    @property
    def work(self) -> Work:
        return self.ours["work"]

    def url(self, *parts: str) -> str:
        """Return the address of one of our pages: ``url("apprenante", "copie", assignment)``."""
        return url_path_join(self.base_url, "asalee", *(quote(p) for p in parts)) + ("" if parts else "/")

    def document(self, path: Path) -> str:
        """Return the address at which a file opens alone. Raises ``Refus`` outside the server's folder."""
        path = path.resolve()
        if not path.is_relative_to(self.root):
            what_to_do = f"Relancez la formation depuis le dossier « {self.ws.root} »."
            raise Refus(500, "Ce dossier n’est pas servi", what_to_do)
        return url_path_join(self.base_url, "doc/tree", quote(path.relative_to(self.root).as_posix())) + "?reset"

    def show(self, template: str, *, fil: tuple[tuple[str, str], ...] = (), **values: Any) -> None:
        """Send a page. ``fil``: the pages above it (title, address)."""
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        common = {"url": self.url, "roles": self.ours["roles"], "espace": self.espace, "fil": fil}
        page = self.ours["templates"].get_template(template)
        self.finish(page.render(common, xsrf=self.xsrf_token.decode(), **values))

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Say what failed and what to do; the details are in the server's journal only."""
        error = (kwargs.get("exc_info") or (None, None))[1]
        if isinstance(error, Refus):
            titre, quoi_faire = error.titre, error.quoi_faire
        elif isinstance(error, WorkspaceError):
            titre, quoi_faire = "Le dossier de la formation n’est pas utilisable", str(error)
        else:
            titre, quoi_faire = _ERREURS.get(status_code, _IMPREVU)
        self.show("erreur.html", titre=titre, quoi_faire=quoi_faire, status=status_code)

    async def do(self, page: str, titre: str, function: Callable[[], Outcome]) -> None:
        """Start long work asked for by a page, then go back to that page."""

        def guarded() -> Outcome:
            try:
                return function()
            except FRENCH_ERRORS as error:
                return Outcome(f"« {titre} » n’a pas abouti", (str(error),), "erreur")
            except Exception:
                self.log.exception("« %s » failed", titre)
                return Outcome(f"« {titre} » n’a pas abouti", (_IMPREVU[1],), "erreur")

        try:
            await self.work.long(page, titre, guarded)
        except Busy:
            running = self.work.running
            doing = f"« {running.titre} » n’est pas terminé" if running else "un autre travail vient de se terminer"
            raise Refus(
                409, "Un autre travail est en cours", f"Attendez un instant, puis recommencez : {doing}."
            ) from None
        self.redirect(self.url(page) + "#resultat", status=303)

    async def gather(self, page: str, function: Callable[..., T], *args: Any) -> tuple[T, dict[str, Any]]:
        """Read what a page shows; with it, ``running`` and ``outcome``: its work under way, or done.

        In this order: work that ends while the page is read is still under way on it, and the page comes back by itself.
        The other way round it would say « approuvé » above what stood before.
        """
        state = self._state(page)
        return await self.work.read(function, *args), state

    def _state(self, page: str) -> dict[str, Any]:
        running = self.work.running
        if running and running.page == page:
            # With its address: a page opened at « #resultat » and told to refresh would only scroll there again.
            self.set_header("Refresh", f"3; url={self.url(page)}")
        return {"running": running, "outcome": self.work.outcomes.get(page)}


class Absente(Page):
    """Every other address under /asalee/: it does not exist, said in French."""

    @web.authenticated
    def get(self, path: str = "") -> None:
        raise web.HTTPError(404)

    post = get


class Fichier(web.StaticFileHandler):
    """Style sheet, script, pictures: no secret in them, so that the error page keeps its clothes."""

    @allow_unauthenticated
    async def get(self, path: str, include_body: bool = True) -> None:
        await super().get(path, include_body)

    @allow_unauthenticated
    def head(self, path: str) -> Any:
        return super().head(path)

    def set_extra_headers(self, path: str) -> None:
        self.set_header("X-Content-Type-Options", "nosniff")
        if not self.get_query_argument("v", ""):  # a script imported by a script has no mark: ask whether it changed
            self.set_header("Cache-Control", "no-cache")
