"""Which address shows which page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jupyter_server.utils import url_path_join
from tornado import web

from asalee_training.pages import (
    espace_apprenante,
    espace_formatrice,
    espace_parcours,
    espace_preuve,
    espace_publication,
    espace_referente,
)
from asalee_training.pages.atelier import Verifications
from asalee_training.pages.base import SETTING, STATIC, Absente, Fichier, Page, environment
from asalee_training.pages.travaux import Work

ESPACES = {
    "apprenante": espace_apprenante.ROUTES + espace_parcours.ROUTES,
    "referente": espace_referente.ROUTES,
    "formatrice": espace_formatrice.ROUTES + espace_publication.ROUTES + espace_preuve.ROUTES,
}


class Accueil(Page):
    """The doors."""

    @web.authenticated
    def get(self) -> None:
        self.show("accueil.html")


class SansBarre(Page):
    """/asalee is /asalee/."""

    @web.authenticated
    def get(self) -> None:
        self.redirect(self.url())


def install(app: Any, roles: Iterable[str]) -> None:
    """Add the pages to a Jupyter server: only those of its roles, then « this page does not exist »."""
    roles = tuple(roles)
    web_app = app.web_app
    prefix = url_path_join(web_app.settings["base_url"], "asalee")
    web_app.settings[SETTING] = {
        "roles": roles, "templates": environment(), "work": Work(), "verifications": Verifications(),
    }  # fmt: skip
    handlers: list[tuple[Any, ...]] = [(prefix, SansBarre), (f"{prefix}/", Accueil)]
    handlers.append((f"{prefix}/static/([a-z_]+\\.(?:css|js|svg))", Fichier, {"path": str(STATIC)}))
    for role in roles:
        handlers += [(f"{prefix}/{role}{path}", handler) for path, handler in ESPACES[role]]
    handlers.append((f"{prefix}/(.*)", Absente))
    web_app.add_handlers(".*$", handlers)
    if "referente" in roles:
        from asalee_training.gradebook import formgrader_fr

        formgrader_fr.install(app)
