"""Who may import whom, and what a trainee's kernel must not load."""

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from asalee_training.widgets import assets

PACKAGE = Path(__file__).parents[1] / "asalee_training"

# A layer may import itself and the layers named here. `answers`, `workspace` and `clinical` import nothing of ours.
ALLOWED: dict[str, set[str]] = {
    "clinical": set(),
    "simulation": {"clinical"},
    "infosys": {"clinical", "simulation"},
    "exercises": {"clinical", "simulation"},
    "figures": {"clinical", "simulation"},
    "content": {"exercises", "figures", "simulation"},
    "scoring": {"content", "exercises"},
    "answers": set(),
    "workspace": set(),
    "french_click": set(),
    "widgets": {"figures", "simulation"},  # figures only when a drawing is asked for: tests/figures
    "training": {"answers", "content", "exercises", "scoring"},
    "notebook": {"answers", "content", "exercises", "scoring", "training", "widgets", "workspace"},
    "authoring": {"answers", "content", "exercises", "figures", "simulation", "scoring", "workspace"},
    "gradebook": {"answers", "authoring", "content", "exercises", "scoring", "workspace"},
    "lab": {"workspace"},
    "pages": {
        "answers",
        "authoring",
        "content",
        "exercises",
        "gradebook",
        "lab",
        "scoring",
        "simulation",
        "training",
        "workspace",
    },
    "__main__": {"cli"},
    "cli": {"authoring", "content", "french_click", "gradebook", "lab", "workspace"},
}
ONLY_THESE_IMPORT_NBGRADER = {"gradebook", "lab", "pages"}
NEVER = {
    "clinical": {"ipywidgets", "anywidget", "pandas", "matplotlib", "nbgrader"},
    "exercises": {"ipywidgets", "anywidget", "pandas", "matplotlib", "nbgrader"},
    "scoring": {"ipywidgets", "anywidget", "pandas", "matplotlib", "nbgrader"},
}
FILES = sorted(PACKAGE.rglob("*.py"))


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Absolute dotted names that a file imports; relative imports are refused by the first test."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import {node.module} by its whole name"
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""}
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_file_imports_only_the_layers_below_it(path):
    own = layer(path)
    if own == "__init__":
        return
    assert own in ALLOWED, f"new layer « {own} »: say in this test what it may import"
    for name in imports(path):
        if name.startswith("asalee_training."):
            used = name.split(".")[1]
            assert used in {own, "__version__"} | ALLOWED[own], f"{path.name} imports {name}"
        root = name.partition(".")[0]
        assert root not in NEVER.get(own, ()), f"{path.name} imports {root}"
        assert root != "nbgrader" or own in ONLY_THESE_IMPORT_NBGRADER, f"{path.name} imports nbgrader"


def test_the_kernel_of_a_trainee_loads_nothing_heavy():
    heavy = [
        "numpy",
        "pandas",
        "matplotlib",
        "nbgrader",
        "nbformat",
        "markdown_it",
        "ruamel",
        "pydantic",
        "sqlalchemy",
        "jinja2",
    ]
    code = f"import sys, asalee_training.notebook; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_content_folders_are_never_imported():
    root = PACKAGE.parent
    assert not list((root / "courses").rglob("*.py"))
    assert not list((root / "cases").rglob("*.py"))


def test_nothing_unpickles_or_evaluates_what_a_person_wrote():
    forbidden = {"pickle", "marshal", "shelve", "yaml"}
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert not {n.partition(".")[0] for n in imports(path)} & forbidden, path
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"eval", "exec", "compile", "__import__"}, path


@pytest.mark.parametrize("view", assets.PARTS)
def test_the_parts_of_a_view_declare_no_name_twice(view):
    """Joined in one module, a name declared by two of them leaves an empty page, in a browser only."""
    names = re.findall(r"^(?:async )?(?:function\*?|const|let|class) (\w+)", assets.esm(view), re.MULTILINE)
    assert len(names) > 5
    assert [name for name, count in Counter(names).items() if count > 1] == []
