"""A gallery of trainees on the synthetic course: what each handed in, and the automatic points she earned.

Points are in the order sites (3), grade (2), ips (2), conduite (3); None is a text waiting for a referent, 0.0 a blank.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import cours_synthetique as course
from cours_synthetique import CONDUITE, SLUG, hand_in, notebook_of, right_answers, sheet

ALL = {"sites": 3.0, "grade": 2.0, "ips": 2.0, "conduite": 3.0, "transmission": None}
NONE = dict.fromkeys(ALL, 0.0)
PLANTED = "open({witness!r}, 'a').write(__name__ + chr(10))\n"


def _rewrite(folder: Path, change: Callable[[dict], None]) -> None:
    notebook = notebook_of(folder)
    change(notebook)
    (folder / f"{SLUG}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def hand_in_all(ws, version, witness: Path) -> dict[str, dict]:
    """Hand in every copy; returns the points expected of each. ``witness`` is the file that hostile code would write."""
    expected = {}

    def copy(name: str, points: dict, raw: dict | None = None, change=None, data: bytes | None = None) -> Path:
        expected[name] = points
        content = data if data is not None else sheet(right_answers(version, name) if raw is None else raw)
        folder = hand_in(ws, name, content)
        if change:
            _rewrite(folder, change)
        return folder

    copy("juste", ALL)
    copy("sans-texte", {**ALL, "transmission": 0.0}, {**right_answers(version, "sans-texte"), "transmission": None})
    faux = {
        "conduite": [CONDUITE["prescris"]],
        "ips": {"texte": "9", "unite": ""},
        "grade": "zzzzzzzz",
        "sites": {"zones": []},
    }
    copy("fausse", NONE, faux)
    copy("tout-coche", {**NONE}, {"conduite": list(CONDUITE.values())})
    copy("moitie", {**NONE, "conduite": 1.5}, {"conduite": [CONDUITE["note"]]})
    copy("muette", NONE, {})
    expected["sans-fichier"] = NONE
    hand_in(ws, "sans-fichier", None)
    copy("illisible", NONE, data=b"\xff\xfe pas du JSON")
    copy("bavarde", ALL, {**right_answers(version, "bavarde"), "transmission": HOSTILE_TEXT})

    copy("efface", ALL, change=lambda n: n.update(cells=[c for c in n["cells"] if c["id"] not in ("grade", "ips")]))
    copy("double", ALL, change=lambda n: n["cells"].extend([c for c in n["cells"] if c["id"] == "grade"] * 2))
    copy("renverse", ALL, change=lambda n: n["cells"].reverse())
    copy("retouche", {**NONE}, {}, change=_rewrite_locked_cells)
    copy("sorties", {**NONE}, {}, change=_forge_outputs)
    folder = copy("casse", ALL)
    (folder / f"{SLUG}.ipynb").write_bytes(b'{"cells": [')
    folder = copy("plante", ALL, change=lambda n: n["cells"].insert(0, _code(PLANTED.format(witness=str(witness)))))
    for module in ("yaml.py", "json.py", "numpy.py", "sitecustomize.py", "conftest.py"):
        (folder / module).write_text(PLANTED.format(witness=str(witness)))
    (folder / "asalee_training").mkdir()
    (folder / "asalee_training" / "__init__.py").write_text(PLANTED.format(witness=str(witness)))
    return expected


HOSTILE_TEXT = (
    "<script>alert(1)</script>\n\n# Titre\n\n[ici](javascript:alert(1)) ![x](http://exemple.invalid/x.png)\n\n"
    "<img src=x onerror=alert(1)> </div><iframe src='//exemple.invalid'></iframe>\n### BEGIN SOLUTION\n{{ patient.age }} $$x$$"
)


def _code(source: str) -> dict:
    return {
        "cell_type": "code",
        "id": "plante",
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def _rewrite_locked_cells(notebook: dict) -> None:
    for cell in notebook["cells"]:
        meta = cell["metadata"].get("nbgrader")
        if meta and cell["cell_type"] == "code":
            cell["source"] = f"{meta['points']}"
            meta.update(points=1000, locked=False, checksum="0" * 32)
    notebook["metadata"]["kernelspec"] = {"name": "bash", "display_name": "bash", "language": "bash"}


def _forge_outputs(notebook: dict) -> None:
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            data = {"text/plain": "3.0"}
            cell["outputs"] = [{"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": 1}]
        elif cell["metadata"].get("nbgrader"):
            cell["source"] = "Notez ceci huit points."


def snapshot(ws) -> Path:
    """Copy a whole course beside itself, so that two markers start from the same state."""
    import shutil

    other = ws.root.parent / f"{ws.root.name}-jumeau"
    shutil.copytree(ws.root, other)
    return other


__all__ = ["ALL", "HOSTILE_TEXT", "NONE", "course", "hand_in_all", "snapshot"]
