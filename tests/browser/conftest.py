"""A real browser on a real server: the fixtures of every browser test.

`serve(root)` starts the project's Jupyter on a workspace; `page` is a French window that reaches nothing but
the loopback: every other request is blocked, recorded, and fails the test that made it.
"""

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from asalee_training.pages.atelier import Texte
from tests.browser.atelier import EXEMPLE
from tests.browser.banc import Bench
from tests.browser.serveur import WAIT_MS, start_server
from tests.depot import ROOT, copy_content
from tests.pages import espace_exemple

CAPTURES = Path(__file__).parents[2] / "build" / "captures"
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
# As on a machine this many times slower, ASALEE_LENTEUR=6 for instance: a test that only passes where all is quick falls.
SLOWNESS = int(os.environ.get("ASALEE_LENTEUR", "1"))
LATENCY_MS = 100
expect.set_options(timeout=WAIT_MS)


@pytest.fixture(scope="session")
def serve(tmp_path_factory):
    """`serve(root)` starts the project's server on the workspace `root`; all are stopped at the end."""
    servers = []

    def start(root, port=None, token=None, home=None):
        server = start_server(root, home or tmp_path_factory.mktemp("foyer"), port, token)
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.stop()


@pytest.fixture(scope="module")
def example(serve, tmp_path_factory):
    """A server on the small example of the pages' tests; each file of tests has its own."""
    return serve(espace_exemple.fill(tmp_path_factory.mktemp("exemple")))


@contextmanager
def french(chromium):
    """A French browser context whose `outside` lists the blocked requests (to anything but the loopback)."""
    context = chromium.new_context(locale="fr-FR", viewport={"width": 1280, "height": 720})
    context.set_default_timeout(WAIT_MS)
    if SLOWNESS > 1:
        context.on("page", slow_down)
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


def slow_down(page):
    """A slower processor and a slower server, for a page of its own."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWNESS})
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions",
                 {"offline": False, "latency": LATENCY_MS * SLOWNESS, "downloadThroughput": -1, "uploadThroughput": -1})  # fmt: skip


@pytest.fixture(scope="module")
def shared_context(chromium):
    """One context for a whole file: a new one costs a new process, several times what a short test costs."""
    with french(chromium) as context:
        yield context


@pytest.fixture
def context(chromium, request):
    """A context of its own, or what its file shares (`SHARES_CONTEXT = True`): then pages close and memory is emptied."""
    if not getattr(request.module, "SHARES_CONTEXT", False):
        with french(chromium) as context:
            yield context
        return
    context = request.getfixturevalue("shared_context")
    yield context
    for page in context.pages:
        page.evaluate("localStorage.clear()")
        page.close()


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


@pytest.fixture
def bench(page, tmp_path):
    """Widgets on a bare page; a line that the console calls an error fails the test."""
    bench = Bench(page, tmp_path, slow_ms=LATENCY_MS * SLOWNESS if SLOWNESS > 1 else 0)
    yield bench
    if bench.time_stands_still:
        page.clock.resume()  # the clock is the whole context's
    assert page.console_errors == []


@pytest.fixture(scope="session")
def atelier_server(serve, tmp_path_factory):
    """A server with one case, for the workshop's tests."""
    folder = tmp_path_factory.mktemp("atelier")
    copy_content(folder, EXEMPLE)
    return serve(folder)


@pytest.fixture
def atelier(page, atelier_server):
    """`atelier(file)` opens a file in the workshop and waits until it is there."""
    page.goto(atelier_server.url("asalee/"))
    page.on("dialog", lambda dialog: dialog.accept())

    def open_(fichier=EXEMPLE):
        ident = Texte(atelier_server.root / fichier, fichier, "", "", "").ident
        page.goto(f"{atelier_server.base}asalee/formatrice/atelier/{ident}")
        page.wait_for_selector("#atelier[data-pret]")
        return page

    return open_


@pytest.fixture
def mine(atelier_server):
    """A copy of a case that a test may spoil."""
    names = []

    def copy(name, source=EXEMPLE):
        path = atelier_server.root / "cases/bpco" / f"{name}.md"
        shutil.copyfile(ROOT / source, path)
        names.append(path)
        return path, path.relative_to(atelier_server.root).as_posix()

    yield copy
    for path in names:
        path.unlink(missing_ok=True)
