"""The pages that need no kernel: start page, « Mes modules », handing in, referent's desk, trainer's workshop.

A Jupyter server extension. `catalogue`, `copie`, `atelier` and `bureau` gather what a page shows and know nothing of
HTTP; `base` and the handlers know nothing of marks; the words are in `templates/`.
"""

from __future__ import annotations

from typing import Any

from asalee_training.pages.configuration import Pages


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "asalee_training.pages"}]


def _load_jupyter_server_extension(app: Any) -> None:
    """Register the pages of the roles that this server has; a role that it has not does not exist here."""
    from asalee_training.pages import routes

    routes.install(app, Pages(parent=app).roles)
