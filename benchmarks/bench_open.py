"""Opening a case against opening an empty notebook, and what its kernel weighs against a bare one.

Both are measured in the same run, on the same server, alternately. Run: python benchmarks/bench_open.py
Goals: at most 1.5 times the empty notebook's time; at most +40 MB of PSS.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import nbformat
import psutil
from jupyter_client.manager import start_new_kernel
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from asalee_training.authoring import build  # noqa: E402
from asalee_training.workspace import Workspace  # noqa: E402
from tests.browser.serveur import FLAGS, Server, chromium_path, start_server  # noqa: E402

ROUNDS = 7
CASE = "cases/diabete/mme-garnier.md"


def workspace(folder: Path) -> tuple[Workspace, Path, Path]:
    """Make a project folder; return it with a built case's notebook and an empty notebook."""
    for name in ("cases", "courses"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(ROOT / "grading" / "grilles", folder / "grading" / "grilles")
    ws = Workspace(folder)
    built = build.Built()
    case = build.build(ws, folder / CASE, built)
    work = ws.apprenante / case.assignment
    shutil.copytree(ws.grading / "source" / case.assignment, work)
    empty = ws.donnees / "vide.ipynb"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Formation ASALEE"}
    nbformat.write(notebook, empty)
    return ws, work / f"{case.slug}.ipynb", empty


def idle(server: Server, path: str) -> bool:
    """Say whether the kernel of a notebook is there and idle."""
    with urllib.request.urlopen(f"{server.base}api/sessions?token={server.token}") as answer:
        sessions = json.load(answer)
    return any(s["path"] == path and s["kernel"]["execution_state"] == "idle" for s in sessions)


def open_empty(page: Page, server: Server, path: str) -> float:
    """Seconds from asking for an empty notebook to its cell shown and its kernel idle."""
    start = time.perf_counter()
    page.goto(server.document(path), wait_until="commit")
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    while not idle(server, path):
        time.sleep(0.02)
    return time.perf_counter() - start


def open_case(page: Page, server: Server, path: str) -> float:
    """Seconds from asking for a case to its first exercise that can be answered."""
    start = time.perf_counter()
    page.goto(server.document(path), wait_until="commit")
    page.wait_for_selector(".asalee-exercice :is(button, input, textarea):enabled", state="visible")
    return time.perf_counter() - start


def forget(server: Server) -> None:
    """Shut all kernels down, so that each opening starts its own."""
    with urllib.request.urlopen(f"{server.base}api/sessions?token={server.token}") as answer:
        sessions = json.load(answer)
    for session in sessions:
        url = f"{server.base}api/sessions/{session['id']}?token={server.token}"
        urllib.request.urlopen(urllib.request.Request(url, method="DELETE")).close()


def times(server: Server, case: str, empty: str) -> tuple[list[float], list[float]]:
    """Open both, alternately; the first round warms the browser and is thrown away."""
    cases, empties = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 720})
        for _ in range(ROUNDS + 1):
            for measure, path, into in ((open_empty, empty, empties), (open_case, case, cases)):
                page = context.new_page()
                into.append(measure(page, server, path))
                page.close()
                forget(server)
        browser.close()
    return cases[1:], empties[1:]


def weigh(folder: Path, cells: list[str], ws: Workspace) -> float:
    """MB of PSS of a kernel after it ran the cells in a folder."""
    env = dict(os.environ) | {"ASALEE_RACINE": str(ws.root)}
    manager, client = start_new_kernel(kernel_name="python3", cwd=str(folder), env=env)
    try:
        for source in cells:
            reply = client.execute_interactive(source, timeout=60, output_hook=lambda message: None)
            if reply["content"]["status"] != "ok":
                raise RuntimeError(f"{source} failed: {reply['content']}")
        return psutil.Process(manager.provisioner.pid).memory_full_info().pss / 1e6
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        ws, notebook, empty = workspace(Path(name))
        sources = [c.source for c in nbformat.read(notebook, as_version=4).cells if c.cell_type == "code"]
        bare = statistics.median(weigh(empty.parent, ["1"], ws) for _ in range(3))
        case = statistics.median(weigh(notebook.parent, sources, ws) for _ in range(3))
        server = start_server(ws.root, ws.root)
        try:
            cases, empties = times(server, *(p.relative_to(ws.root).as_posix() for p in (notebook, empty)))
        finally:
            server.stop()
    slow, fast = statistics.median(cases), statistics.median(empties)
    print(f"Opening: case {slow:.2f} s (first widget usable), empty notebook {fast:.2f} s; medians of {ROUNDS}.")
    print(f"Ratio: {slow / fast:.2f} (goal: at most 1.50)")
    print(f"Kernel: case {case:.0f} MB, bare {bare:.0f} MB of PSS; +{case - bare:.0f} MB (goal: at most +40)")


if __name__ == "__main__":
    main()
