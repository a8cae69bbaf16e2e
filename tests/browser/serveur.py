"""Starting the project's server and finding Chromium: shared by the browser tests and the benchmarks."""

import secrets
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from asalee_training.lab import settings

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


WAIT_MS = 60_000  # two cores, several browsers
START_S = 180  # a server starts in two seconds; on two cores with four browsers, in thirty
RETRIES = 2


class ServerStoppedError(RuntimeError):
    """The process ended before it answered; holds its log."""


def chromium_path():
    """The machine's Chromium, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next(filter(None, map(shutil.which, names)), None)


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

    def stop(self):
        """Stop it, kindly first."""
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start_server(root, home, port=None, token=None):
    """Start the project's server on the workspace `root` ; returns when it answers."""
    token = token or secrets.token_hex(16)
    settings.prepare_state(root)
    for _ in range(0 if port else RETRIES):
        with suppress(ServerStoppedError):  # somebody else took the free port first
            return _launch(root, home, _free_port(), token)
    return _launch(root, home, port or _free_port(), token)


def _launch(root, home, port, token):
    log = root / "serveur.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            settings.server_command(root, port, open_browser=False),
            env=settings.launch_environment(root, token) | {"HOME": str(home)},
            cwd=root, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
    server = Server(root, process, f"http://127.0.0.1:{port}/", token)
    _wait_until_it_answers(server, log)
    return server


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until_it_answers(server, log):
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            raise ServerStoppedError(f"the server stopped:\n{log.read_text(encoding='utf8')}")
        try:
            with urllib.request.urlopen(f"{server.base}api", timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    server.stop()
    raise RuntimeError(f"the server does not answer:\n{log.read_text(encoding='utf8')}")
