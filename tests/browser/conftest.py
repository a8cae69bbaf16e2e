"""A real browser on a real server: the fixtures of every browser test.

`serve(root)` starts the project's Jupyter on a workspace; `page` is a French window that reaches nothing but
the loopback: every other request is blocked, recorded, and fails the test that made it.
"""

import os
import secrets
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import sync_playwright

from asalee_training.lab import settings

CAPTURES = Path(__file__).parents[2] / "build" / "captures"
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@dataclass(frozen=True)
class Server:
    """A running server: its workspace, its process, its address and its token."""

    root: Path
    process: subprocess.Popen
    base: str
    token: str

    def url(self, path):
        """The address of `path`, signed in."""
        return f"{self.base}{quote(path)}?token={self.token}"

    def document(self, path):
        """The address at which the notebook `path` (relative to the workspace) opens alone."""
        return self.url(f"doc/tree/{path}") + "&reset"


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until_it_answers(server, log):
    for _ in range(240):
        if server.process.poll() is not None:
            raise RuntimeError(f"the server stopped:\n{log.read_text(encoding='utf8')}")
        try:
            with urllib.request.urlopen(f"{server.base}api", timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.25)
    raise RuntimeError(f"the server does not answer:\n{log.read_text(encoding='utf8')}")


@pytest.fixture(scope="session")
def serve(tmp_path_factory):
    """`serve(root)` starts the project's server on the workspace `root`; all are stopped at the end."""
    servers = []

    def start(root, port=None, token=None, home=None):
        home = home or tmp_path_factory.mktemp("foyer")
        token = token or secrets.token_hex(16)
        port = port or _free_port()
        settings.prepare_state(root)
        log = root / "serveur.log"
        with log.open("w") as output:
            process = subprocess.Popen(
                settings.server_command(root, port, open_browser=False),
                env=settings.launch_environment(root, token) | {"HOME": str(home)},
                cwd=root, stdout=output, stderr=subprocess.STDOUT,
            )  # fmt: skip
        server = Server(root, process, f"http://127.0.0.1:{port}/", token)
        servers.append(server)
        _wait_until_it_answers(server, log)
        return server

    yield start
    for server in servers:
        server.process.terminate()
    for server in servers:
        try:
            server.process.wait(20)
        except subprocess.TimeoutExpired:
            server.process.kill()


@pytest.fixture(scope="session")
def chromium():
    """The machine's Chromium, headless; a skip without one, an error in CI."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        reason = "no Chromium on this machine"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium):
    """A French browser context whose `outside` lists the blocked requests (to anything but the loopback)."""
    context = chromium.new_context(locale="fr-FR", viewport={"width": 1280, "height": 720})
    context.set_default_timeout(30_000)
    outside = []

    def block(route):
        outside.append(route.request.url)
        route.abort()

    context.route(lambda url: urlsplit(url).scheme in {"http", "https", "ws", "wss"}
                  and urlsplit(url).hostname not in LOOPBACK, block)  # fmt: skip
    context.outside = outside
    yield context
    context.close()
    assert not outside, f"requests outside the machine: {outside}"


@pytest.fixture
def page(context):
    """A window of 1280 by 720; `page.console_errors` lists what its console called an error."""
    page = context.new_page()
    page.console_errors = []
    page.on("console", lambda m: m.type == "error" and page.console_errors.append(m.text))
    page.on("pageerror", lambda error: page.console_errors.append(str(error)))
    return page


@pytest.fixture
def capture():
    """`capture(page, "name")` writes build/captures/name.png."""
    CAPTURES.mkdir(parents=True, exist_ok=True)
    return lambda page, name: page.screenshot(path=CAPTURES / f"{name}.png")
