"""What all views share: their front-end text, an answer to each message, and never a traceback on screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import anywidget
import traitlets
from traitlets.log import get_logger

from asalee_training.widgets import assets

BUG = "Un incident empêche cette action. Rechargez la page ; si cela recommence, prévenez votre référente."


class View(anywidget.AnyWidget):
    """A view of the page. ``titre`` is what is read where widgets cannot be shown."""

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    titre = traitlets.Unicode().tag(sync=True)

    def __init__(self, vue: str, **state: Any):
        # Under one id, the page keeps one style sheet: that of the widget shown last.
        super().__init__(_esm=assets.esm(vue), _css=assets.css(vue), _anywidget_id=f"asalee.{vue}", **state)
        self.on_msg(lambda _widget, content, _buffers: self._receive(content))

    def __repr__(self) -> str:
        return self.titre

    def _receive(self, content: Any) -> None:
        reply = self.reply(content)
        if reply is not None:
            self.send(reply)

    def reply(self, content: Any) -> Mapping[str, Any] | None:
        """Return the answer to one message of the page, ``None`` when it needs none. Must not raise."""
        return None


def log_bug(message: str) -> None:
    """Keep the traceback being handled in the server's log, where the trainee does not see it."""
    get_logger().error(message, exc_info=True)
