"""formgrader in French, offline and blind, without changing a file of nbgrader.

``install`` puts three things in front of nbgrader's own, in a running server: page templates translated as they are
loaded, scripts translated as they are served, and pages of our own for the copies of a case and for one copy. Pages
that show trainees' names, write nbgrader's English feedback or list cases lead back to the referent's desk.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from asalee_training.authoring.remis import CAS
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
    coursedir = settings["nbgrader_formgrader"].coursedir
    settings["nbgrader_jinja2_env"] = environment(Path(coursedir.root) / coursedir.release_directory)
    settings["nbgrader_exporter"] = exporter(settings["nbgrader_formgrader"].config)


def environment(released: Path) -> Any:
    """Jinja's environment for formgrader's pages: ours first, then nbgrader's, translated.

    ``released``: where the released cases are, for their titles.
    """
    import jinja2
    from nbgrader.server_extensions.formgrader.handlers import template_path

    class Translated(jinja2.FileSystemLoader):
        def get_source(self, env: Any, name: str) -> Any:
            source, path, fresh = super().get_source(env, name)
            return formgrader_words.template(source), path, fresh

    loader = jinja2.ChoiceLoader([jinja2.FileSystemLoader(HERE / "formgrader"), Translated(template_path)])
    made = jinja2.Environment(loader=loader, autoescape=True)
    made.globals["titre"] = lambda assignment: _titre(released, assignment)
    return made


def _titre(released: Path, assignment: str) -> str:
    """The title of a released case, or its name if its file cannot be read."""
    try:
        return str(json.loads((released / Path(assignment).name / CAS).read_text(encoding="utf-8"))["titre"])
    except (OSError, ValueError, KeyError, TypeError):
        return assignment


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

    base, desk = web_app.settings["base_url"], _back_to_desk()
    rules = [
        (r"/formgrader/?", desk),
        (r"/formgrader/gradebook/?", desk),
        (r"/formgrader/gradebook/[^/]+/?", desk),
        (r"/formgrader/manage_.*", desk),
        (r"/formgrader/copie/([^/]+)/([^/]+)/([0-9]{1,6})", _by_number()),
        (r"/formgrader/static/js/(.*\.js)", _scripts(), {"path": str(Path(theirs.static_path) / "js")}),
        *_blind(),
    ]
    web_app.add_handlers(".*$", [(url_path_join(base, path), *rest) for path, *rest in rules])
    # Tornado appends: what was just added stands before the last rule, and must be tried first.
    router = web_app.default_router.rules
    router.insert(0, router.pop(-2))


def _back_to_desk() -> type:
    from nbgrader.server_extensions.formgrader.base import BaseHandler
    from tornado import web

    class BackToDesk(BaseHandler):
        """Pages that name trainees, write feedback in English, or list cases, which the desk does."""

        @web.authenticated
        def get(self) -> None:
            _ = self.xsrf_token  # sets the cookie without which formgrader's lists stay empty
            self.redirect(f"{self.base_url}/asalee/referente")

    return BackToDesk


def _by_number() -> type:
    from nbgrader.api import MissingEntry
    from nbgrader.server_extensions.formgrader.base import BaseHandler
    from tornado import web

    class ByNumber(BaseHandler):
        """The page of « Copie 3 »; the desk if there is none."""

        @web.authenticated
        def get(self, assignment: str, notebook: str, numero: str) -> None:
            try:
                ranks = self.api.get_notebook_submission_indices(assignment, notebook)
            except MissingEntry:
                ranks = {}
            found = next((copy for copy, rank in ranks.items() if rank + 1 == int(numero)), None)
            place = f"formgrader/submissions/{found}/" if found else "asalee/referente"
            self.redirect(f"{self.base_url}/{place}")

    return ByNumber


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
