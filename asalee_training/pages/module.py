"""The page of a module: what it prepares for, what it asks before, what it leaves out, on which texts it stands. No HTTP."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markdown_it import MarkdownIt

from asalee_training.authoring import check
from asalee_training.content import markdown, relecture
from asalee_training.content.gathering import Reader
from asalee_training.content.models import ModuleDeCours
from asalee_training.pages import parcours
from asalee_training.pages.parcours import Bilan
from asalee_training.workspace import Workspace


@dataclass(frozen=True)
class Presentation:
    """What the page shows. ``corps`` is HTML made from Markdown: no tag that an author typed is in it.

    ``minutes_lecons`` and ``minutes_cas`` are declared by what is published; ``attentes`` counts the statements that wait
    for a physician.
    """

    bilan: Bilan
    cours: ModuleDeCours
    corps: str
    minutes_lecons: int
    minutes_cas: int
    attentes: int


def presentation(ws: Workspace, nom: str, aujourd_hui: date) -> Presentation | None:
    """Return the page of a module; ``None`` for one that has nothing to open, or no ``module.md`` that can be read."""
    bilan = next((b for b in parcours.bilans(ws, aujourd_hui) if b.module.nom == nom), None)
    if bilan is None or bilan.module.cours is None:
        return None
    folder = ws.courses / nom
    pieces = markdown.cut((folder / "module.md").read_text(encoding="utf-8")).pieces
    body = "\n\n".join(piece.texte for piece in pieces if piece.genre == "prose")
    return Presentation(
        bilan=bilan,
        cours=bilan.module.cours,
        corps=MarkdownIt("commonmark", {"html": False}).enable("table").render(body),
        minutes_lecons=sum(x.parution.duree_min for x in bilan.module.lecons),
        minutes_cas=sum(x.parution.duree_min for x in bilan.module.cas),
        attentes=_waiting(ws, nom),
    )


def _waiting(ws: Workspace, nom: str) -> int:
    path = ws.courses / nom / check.RELECTURE
    if not path.is_file():
        return 0
    # Counted only: whether each statement still stands in its lesson is the trainer's check, not this page's.
    return len(relecture.read(Reader.open(path, ws.contenu), lambda ou: None))
