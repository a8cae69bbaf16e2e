"""What JupyterLab asks while a trainer writes: what is wrong with a text that is not saved, and what may be written."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from tornado import web

from asalee_training.content import schema, substitution
from asalee_training.pages import atelier
from asalee_training.pages.base import Page
from asalee_training.pages.typographie import espaces

TAILLE_MAX = 4_000_000


class _Json(Page):
    """A page for a program: the same access rules, and errors as one French sentence."""

    espace = "formatrice"

    def send(self, data: Any, status: int = 200) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "application/json; charset=UTF-8")
        self.finish(json.dumps(data, ensure_ascii=False))

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        message = "La vérification n’a pas abouti. Enregistrez votre texte, puis utilisez « Vérifier » dans l’atelier."
        self.send({"message": espaces(message)}, status_code)


class VerifierTexte(_Json):
    """Check a text as it stands on the screen. Nothing is written."""

    @web.authenticated
    async def post(self) -> None:
        asked = _asked(self.request.body)
        if asked is None:
            self.send({"message": "Cette demande n’est pas lisible."}, 400)
            return
        path = self._source(asked["chemin"])
        if path is None:
            message = "Ce fichier n’est ni un cas ni une leçon : il n’est pas vérifié."
            self.send({"message": espaces(message)}, 404)
            return
        found = await self.work.read(atelier.problems, self.ws, path, asked["texte"])
        own = path.relative_to(self.ws.contenu).as_posix()
        self.send(
            {
                "problemes": [
                    {
                        "cellule": p.cellule,
                        # A rubric may be at fault: then there is no line of this text to show.
                        "ligne": p.ligne if p.fichier == own else None,
                        "lieu": p.lieu if p.fichier == own else f"{p.fichier}, {p.lieu}",
                        "message": espaces(p.message),
                    }
                    for p in found
                ]
            }
        )

    def _source(self, chemin: str) -> Path | None:
        """Find a text by its path in the server's folder, among those that exist: no path is ever made from words."""
        if not self.ws.contenu.is_relative_to(self.root):
            return None
        for path in atelier.sources(self.ws):
            if path.relative_to(self.root).as_posix() == chemin:
                return path
        return None


def _asked(body: bytes) -> dict[str, str] | None:
    if len(body) > TAILLE_MAX:
        return None
    try:
        data = json.loads(body)
        json.dumps(data, ensure_ascii=False).encode()  # half a character could be sent, and is no text
    except (ValueError, RecursionError):
        return None
    whole = isinstance(data, dict) and all(isinstance(data.get(key), str) for key in ("chemin", "texte"))
    return data if whole else None


class Format(_Json):
    """The format's schema, the names of this installation's rubrics, and the forms of ``{{ … }}``."""

    @web.authenticated
    def get(self) -> None:
        grilles = {"enum": sorted(p.stem for p in self.ws.grilles.glob("*.yaml"))}
        self.send({**_schema(), "grille": grilles, "formats": list(substitution.FORMATS)})


@cache
def _schema() -> dict[str, Any]:
    return schema.schema()["$defs"]


ROUTES = [("/verifier-texte", VerifierTexte), ("/format", Format)]
