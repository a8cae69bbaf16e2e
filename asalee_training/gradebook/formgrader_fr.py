"""formgrader in French, offline and blind, without changing a file of nbgrader.

``install`` puts three things in front of nbgrader's own, in a running server: page templates translated as they are
loaded, scripts translated as they are served, and a page of our own for a copy. Pages that show trainees' names, or
that write nbgrader's English feedback, lead back to the referent's desk.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from asalee_training.gradebook import formgrader_words

HERE = Path(__file__).parent / "templates"
_NAMES = {"student": "", "first_name": None, "last_name": None}


def install(server_app: Any) -> None:
    """Make this server's formgrader French. May be called before or after nbgrader's extension is loaded."""
    from tornado.ioloop import IOLoop

    _serve(server_app.web_app)
    # nbgrader's settings exist once every extension is loaded: the loop has not turned before that.
    IOLoop.current().add_callback(_replace_settings, server_app.web_app)


def _replace_settings(web_app: Any) -> None:
    settings = web_app.settings
    if "nbgrader_formgrader" not in settings:
        return
    settings["nbgrader_jinja2_env"] = environment()
    settings["nbgrader_exporter"] = exporter(settings["nbgrader_formgrader"].config)


def environment() -> Any:
    """Jinja's environment for formgrader's pages: ours first, then nbgrader's, translated."""
    import jinja2
    from nbgrader.server_extensions.formgrader.handlers import template_path

    class Translated(jinja2.FileSystemLoader):
        def get_source(self, env: Any, name: str) -> Any:
            source, path, fresh = super().get_source(env, name)
            return formgrader_words.template(source), path, fresh

    loader = jinja2.ChoiceLoader([jinja2.FileSystemLoader(HERE / "formgrader"), Translated(template_path)])
    return jinja2.Environment(loader=loader, autoescape=True)


def exporter(config: Any) -> Any:
    """nbconvert's exporter for the page of one copy. A new one: changing the existing one has no effect."""
    from nbconvert.exporters import HTMLExporter
    from traitlets.config import Config

    ours = Config(config)
    ours.HTMLExporter.template_name = "asalee_formgrade"
    ours.HTMLExporter.extra_template_basedirs = [str(HERE)]
    return HTMLExporter(config=ours)


def _serve(web_app: Any) -> None:
    """Put our handlers before nbgrader's, whichever extension was loaded first."""
    from jupyter_server.utils import url_path_join
    from nbgrader.server_extensions.formgrader import handlers as theirs

    base = web_app.settings["base_url"]
    rules = [
        (r"/formgrader/?", _first_page()),
        (r"/formgrader/manage_.*", _back_to_desk()),
        (r"/formgrader/static/js/(.*\.js)", _scripts(), {"path": str(Path(theirs.static_path) / "js")}),
        *_blind(),
    ]
    web_app.add_handlers(".*$", [(url_path_join(base, path), *rest) for path, *rest in rules])
    # Tornado appends: what was just added stands before the last rule, and must be tried first.
    router = web_app.default_router.rules
    router.insert(0, router.pop(-2))


def _first_page() -> type:
    from nbgrader.server_extensions.formgrader.handlers import FormgraderHandler

    class FirstPage(FormgraderHandler):
        """nbgrader's entry, which opens on the copies to read instead of the management of assignments."""

        def redirect(self, url: str, *args: Any, **kwargs: Any) -> None:
            super().redirect(url.replace("manage_assignments", "gradebook"), *args, **kwargs)

    return FirstPage


def _back_to_desk() -> type:
    from nbgrader.server_extensions.formgrader.base import BaseHandler
    from tornado import web

    class BackToDesk(BaseHandler):
        """Pages that name trainees, or write feedback in English."""

        @web.authenticated
        def get(self) -> None:
            self.redirect(f"{self.base_url}/asalee/referente")

    return BackToDesk


def _scripts() -> type:
    from tornado import web

    class Scripts(web.StaticFileHandler):
        """nbgrader's scripts, translated."""

        @classmethod
        def get_content(cls, abspath: str, start: int | None = None, end: int | None = None) -> bytes:
            return formgrader_words.script(Path(abspath).read_text(encoding="utf-8")).encode()[start:end]

        @classmethod
        def get_content_version(cls, abspath: str) -> str:
            from hashlib import sha256

            return sha256(cls.get_content(abspath)).hexdigest()

        def get_content_size(self) -> int:
            return len(self.get_content(self.absolute_path))

    return Scripts


def _blind() -> list[tuple[str, type]]:
    """The data of formgrader's pages, without the trainees' ids and names."""
    from nbgrader.server_extensions.formgrader import apihandlers as api

    def without_names(value: Any) -> Any:
        if isinstance(value, list):
            return [without_names(v) for v in value]
        return {k: _NAMES.get(k, v) for k, v in value.items()} if isinstance(value, dict) else value

    def blind(handler: type) -> type:
        class Blind(handler):
            """Same data, no name."""

            def write(self, chunk: Any) -> None:
                super().write(json.dumps(without_names(json.loads(chunk))) if isinstance(chunk, str) else chunk)

        return Blind

    wanted = {
        api.GradeCollectionHandler,
        api.CommentCollectionHandler,
        api.GradeHandler,
        api.CommentHandler,
        api.SubmittedNotebookCollectionHandler,
        api.FlagSubmissionHandler,
    }
    return [(path, blind(handler)) for path, handler, *_ in api.default_handlers if handler in wanted]
