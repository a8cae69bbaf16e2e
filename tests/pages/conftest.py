"""The pages on a Jupyter server in this process: no kernel, no nbgrader, a second to start."""

import asyncio
import re
import shutil
import threading
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from html import unescape
from http.cookiejar import CookieJar

import pytest
from jupyter_server.serverapp import ServerApp
from traitlets.config import Config

from asalee_training.authoring import build
from asalee_training.pages.parutions import outbound
from asalee_training.workspace import Workspace
from tests.pages import espace_exemple

TOKEN = "jeton-des-essais"
OTHERS = (
    "jupyterlab",
    "jupyter_lsp",
    "jupyter_server_terminals",
    "notebook",
    "notebook_shim",
    "nbgrader",
    "voila.server_extension",
)
EXTENSIONS = {"asalee_training.pages": True} | dict.fromkeys(OTHERS, False)


@dataclass
class Answer:
    """What a page answered."""

    status: int
    headers: dict
    body: bytes

    @property
    def html(self):
        return self.body.decode("utf-8")

    @property
    def words(self):
        """What a person reads, on one line, with ordinary spaces and apostrophes."""
        text = re.sub(r"<(script|style)\b.*?</\1>", " ", self.html, flags=re.S)
        text = unescape(re.sub(r"<[^>]+>", " ", text))
        return re.sub(r"\s+", " ", text).replace("’", "'")


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


@dataclass
class Site:
    """A running server, and a browser's minimum: cookies, XSRF, no redirection followed unasked."""

    app: ServerApp
    ws: Workspace
    base: str
    jar: CookieJar = field(default_factory=CookieJar)

    def get(self, path, follow=False):
        return self._send(urllib.request.Request(self.base + path), follow)

    def post(self, path, data=None, xsrf=True, files=(), follow=False):
        fields = dict(data or {})
        if xsrf:
            fields["_xsrf"] = next(c.value for c in self.jar if c.name == "_xsrf")
        kind, body = _multipart(fields, files) if files else _urlencoded(fields)
        return self._send(urllib.request.Request(self.base + path, body, {"Content-Type": kind}), follow)

    def stranger(self):
        """The same server, for who has no token."""
        return Site(self.app, self.ws, self.base)

    def _send(self, request, follow):
        handlers = [urllib.request.HTTPCookieProcessor(self.jar), *([] if follow else [_NoRedirect])]
        try:
            with urllib.request.build_opener(*handlers).open(request, timeout=120) as got:
                return Answer(got.status, dict(got.headers), got.read())
        except urllib.error.HTTPError as got:
            return Answer(got.code, dict(got.headers), got.read())


def _urlencoded(fields):
    return "application/x-www-form-urlencoded", urllib.parse.urlencode(fields).encode()


def _multipart(fields, files):
    parts = [
        f'--frontiere\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode() for k, v in fields.items()
    ]
    for name, filename, data in files:
        head = f'--frontiere\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n\r\n'
        parts.append(head.encode() + data + b"\r\n")
    return "multipart/form-data; boundary=frontiere", b"".join(parts) + b"--frontiere--\r\n"


class _Quiet(ServerApp):
    def init_signal(self):
        """Signals belong to pytest."""


@pytest.fixture
def start(tmp_path, monkeypatch):
    """`start(ws, roles)` gives a signed-in `Site`; all are stopped at the end."""
    for name in ("CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR"):
        monkeypatch.setenv(f"JUPYTER_{name}", str(tmp_path / "jupyter" / name))
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "")
    stops = []

    def run(ws, roles=("apprenante", "referente", "formatrice"), base_url="/"):
        monkeypatch.setenv("ASALEE_ROLES", ",".join(roles))
        ready, found = threading.Event(), {}

        def serve():
            loop = asyncio.new_event_loop()
            asyncio.set_event_loop(loop)
            _Quiet.clear_instance()
            app = _Quiet.instance(
                config=Config(
                    ServerApp={
                        "jpserver_extensions": EXTENSIONS, "root_dir": str(ws.root), "port": 0,
                        "ip": "127.0.0.1", "open_browser": False, "base_url": base_url, "log_level": "CRITICAL",
                        "terminals_enabled": False,
                    },
                    IdentityProvider={"token": TOKEN},
                )
            )  # fmt: skip
            app.initialize(argv=[])
            found.update(app=app, loop=loop)
            loop.call_soon(ready.set)
            loop.run_forever()
            app.http_server.stop()
            loop.run_until_complete(asyncio.sleep(0))
            loop.close()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        assert ready.wait(60), "the server did not start"
        stops.append((found["loop"], thread))
        port = next(iter(found["app"].http_server._sockets.values())).getsockname()[1]
        site = Site(found["app"], ws, f"http://127.0.0.1:{port}{base_url}")
        site.get(f"asalee/?token={TOKEN}")
        return site

    yield run
    for loop, thread in stops:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(20)
    _Quiet.clear_instance()


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """A workspace whose content is built; evaluations lie in the exchange as nbgrader would leave them."""
    ws = Workspace(espace_exemple.fill(tmp_path_factory.mktemp("modele")))
    for assignment in build.build_all(ws).evaluations:
        for place in (outbound(ws), ws.grading / "release"):
            shutil.copytree(ws.grading / "source" / assignment, place / assignment)
    return ws.root


@pytest.fixture
def ws(built, tmp_path):
    """A workspace of one's own."""
    return Workspace(shutil.copytree(built, tmp_path / "formation"))


@pytest.fixture
def site(start, ws):
    """All three roles, signed in."""
    return start(ws)
