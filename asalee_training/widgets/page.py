"""What opens and closes a case: its header, and the way to hand it in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import traitlets

from asalee_training.widgets.view import View, log_bug


class Header(View):
    """Title, mode, and what was found again. ``infos``: {"duree_min", "mode", "retrouve", "perdu", "mentions"}."""

    infos = traitlets.Dict().tag(sync=True)

    def __init__(self, titre: str, infos: Mapping[str, Any]):
        super().__init__("entete", titre=titre, infos=dict(infos))


class SubmitLink(View):
    """Questions answered or not, and the link that follows the case.

    ``bilan()`` returns {"mode", "assignment", "exercices": [{"nom", "titre", "repondu", "etat", "points", "sur"}],
    "points", "sur", "verdict"}; the last three, and each ``etat``, are None in evaluation.
    """

    bilan = traitlets.Dict().tag(sync=True)

    def __init__(self, bilan: Callable[[], Mapping[str, Any]]):
        self._bilan = bilan
        super().__init__("remise", titre="Fin du cas", bilan=dict(bilan()))

    def reply(self, content: Any) -> dict[str, Any] | None:
        """Return a fresh ``bilan`` for any message; nothing if it cannot be read: the page keeps the last."""
        try:
            return {"type": "bilan", **self._bilan()}
        except Exception:
            log_bug("submit link")
            return None
