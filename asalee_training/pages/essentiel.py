"""« L’essentiel » of a lesson, as the page that she prints: from the notebook that was released. No HTTP."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt

from asalee_training.authoring.cells import FIGURE
from asalee_training.content.models import ESSENTIEL
from asalee_training.pages import parutions
from asalee_training.pages.parutions import Parution


@dataclass(frozen=True)
class Essentiel:
    """What the page shows. ``corps`` is HTML made from Markdown: no tag that an author typed is in it."""

    titre: str
    corps: str
    sources: tuple[str, ...]
    a_jour: str
    version: int


def essentiel(parution: Parution) -> Essentiel | None:
    """Return the summary of a released lesson, ``None`` for what has none.

    Raises ``OSError``, ``ValueError`` or ``KeyError`` when the released files are damaged.
    """
    data = parutions.content(parution)
    notebook = json.loads((parution.dossier / f"{parution.slug}.ipynb").read_text(encoding="utf-8"))
    cells = notebook["cells"]
    start = next((i for i, cell in enumerate(cells) if cell["id"] == ESSENTIEL), None)
    if start is None:
        return None
    body = "\n".join(_html(cell) for cell in cells[start:] if cell["cell_type"] == "markdown")
    return Essentiel(parution.titre, body, tuple(data["sources"]), data["a_jour"], parution.version)


def _html(cell: dict[str, Any]) -> str:
    """Render a Markdown cell, whose HTML stays text, unless it is a figure as a build writes it."""
    source = str(cell["source"])
    if FIGURE.fullmatch(source):
        return source
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(source)
    if cell["id"] == ESSENTIEL:
        tokens = tokens[3:]  # its heading, which the page has already: opened, its text, closed
    return str(parser.renderer.render(tokens, parser.options, {}))
