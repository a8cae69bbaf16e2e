"""How the Jupyter server of this project is started, whatever the machine's own Jupyter looks like."""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import json5

HERE = Path(__file__).parent
CONFIG = HERE / "config"
DATA = HERE / "jupyter"

# A variable of the shell that would change which Python or which Jupyter answers.
_FOREIGN = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "JUPYTERLAB_DIR", "JUPYTER_NO_CONFIG")


def state_folder(root: Path) -> Path:
    """Where Jupyter keeps what it writes (settings, runtime files) for the workspace `root`; git-ignored."""
    return Path(root) / "donnees" / "jupyter"


def launch_environment(root: Path, token: str, environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The environment in which to start the server of the workspace `root`.

    Everything Jupyter would look for in the user's home is pointed at the package (read) or at
    `root/donnees/jupyter` (written), so an empty home works and a personal configuration cannot break
    anything. `grading/` is on the configuration path for nbgrader, which finds `nbgrader_config.py` there.
    `token` travels by the environment, not by the command line, which other accounts can read.
    """
    if not token:
        raise ValueError("Le serveur ne démarre pas sans jeton d’accès.")
    state = state_folder(root)
    kept = {name: value for name, value in environ.items() if name not in _FOREIGN}
    return kept | {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), environ.get("PATH", os.defpath)]),
        "PYTHONNOUSERSITE": "1",
        "JUPYTER_CONFIG_PATH": os.pathsep.join([str(CONFIG), str(Path(root) / "grading")]),
        "JUPYTER_PATH": str(DATA),
        "JUPYTER_CONFIG_DIR": str(state / "config"),
        "JUPYTER_DATA_DIR": str(state / "data"),
        "JUPYTER_RUNTIME_DIR": str(state / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(state / "reglages"),
        "JUPYTERLAB_WORKSPACES_DIR": str(state / "workspaces"),
        "JUPYTER_PREFER_ENV_PATH": "1",
        "JUPYTER_TOKEN": token,
        "IPYTHONDIR": str(state / "ipython"),
        "MPLCONFIGDIR": str(state / "matplotlib"),
    }


def server_command(root: Path, port: int, *, open_browser: bool, default_url: str = "/asalee/") -> list[str]:
    """The command that serves the workspace `root` on the loopback `port` (no other port is tried)."""
    return [
        sys.executable, "-m", "jupyter_server",
        f"--ServerApp.root_dir={Path(root).resolve()}",
        f"--ServerApp.port={port}",
        f"--ServerApp.open_browser={open_browser}",
        f"--ServerApp.default_url={default_url}",
    ]  # fmt: skip


def prepare_state(root: Path) -> None:
    """Make the state folder ready for a start: her settings survive, what cannot be read is set aside.

    Old tab layouts are dropped (a case opens alone); a settings file that Jupyter could not read would greet
    her with an English dialog, so it is renamed with the suffix `.illisible`.
    """
    state = state_folder(root)
    state.mkdir(parents=True, exist_ok=True)
    state.chmod(0o700)
    shutil.rmtree(state / "workspaces", ignore_errors=True)
    for file in (state / "reglages").rglob("*.jupyterlab-settings"):
        try:
            readable = isinstance(json5.loads(file.read_text(encoding="utf8")), dict)
        except (ValueError, OSError):
            readable = False
        if not readable:
            file.replace(file.with_suffix(".illisible"))
