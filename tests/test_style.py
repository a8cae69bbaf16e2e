"""One linter and one formatter for the whole repository, no module too long to read, no test hidden in another."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("asalee_training", "benchmarks", "tests")
LONGEST = 320


@pytest.mark.parametrize("words", [("check",), ("format", "--check")], ids=["lint", "format"])
def test_the_code_is_as_the_tools_would_write_it(words):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *words, "--no-cache", "."], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_module_stays_small_enough_to_read():
    modules = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in (".py", ".js"))
    lines = {path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines()) for path in modules}
    assert len(lines) > 500
    assert {name: count for name, count in lines.items() if count > LONGEST} == {}


def test_what_tests_share_is_a_plain_module():
    borrowed = []
    for path in (ROOT / "tests").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module.startswith("tests"):
                names = [f"{node.module}.{alias.name}" for alias in node.names]
                borrowed += [f"{path.name}: {name}" for name in names if name.startswith("tests.") and ".test_" in name]
    assert borrowed == []
