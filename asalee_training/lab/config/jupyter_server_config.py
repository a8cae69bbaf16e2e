"""Options of the server, read by Jupyter from JUPYTER_CONFIG_PATH (see asalee_training/lab/settings.py)."""

import os
from pathlib import Path

import zmq

c = get_config()

# Only what the project uses is loaded: every other extension costs start time and shows English.
c.ServerApp.jpserver_extensions = {
    "jupyterlab": True,
    "asalee_training.pages": True,
    # Where nobody marks, nbgrader's pages do not exist.
    "nbgrader.server_extensions.formgrader": "referente" in os.environ.get("ASALEE_ROLES", "referente"),
    "nbgrader.server_extensions.assignment_list": False,
    "nbgrader.server_extensions.course_list": False,
    "nbgrader.server_extensions.validate_assignment": False,
    "jupyter_lsp": False,
    "jupyter_server_terminals": False,
    "notebook": False,
    "notebook_shim": False,
}
c.ServerApp.terminals_enabled = False
c.ServerApp.extra_template_paths = [str(Path(__file__).parent.parent / "templates")]

c.ServerApp.ip = "127.0.0.1"
c.ServerApp.port_retries = 0  # the address was announced: never serve on another port
c.ServerApp.answer_yes = True  # Ctrl+C stops the server without an English question
c.ServerApp.allow_root = True  # containers and continuous integration run as root
c.Application.log_level = "WARN"
c.IdentityProvider.cookie_options = {"SameSite": "Lax"}

# A closed tab gives its memory back after half an hour; an open one never loses its case.
c.MappingKernelManager.cull_idle_timeout = 30 * 60
c.MappingKernelManager.cull_interval = 2 * 60
c.MappingKernelManager.cull_connected = False

# A kernel that died is not restarted behind her back (what she is typing would vanish): the page offers to.
c.KernelRestarter.restart_limit = 0
# Several people may share the machine: what a page and its kernel say to each other is theirs.
c.KernelManager.transport_encryption = "auto" if zmq.has("curve") else "disabled"
c.KernelSpecManager.allowed_kernelspecs = {"python3"}

c.LabApp.extension_manager = "readonly"
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
