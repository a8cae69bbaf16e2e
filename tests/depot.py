"""The repository's content in one installation for the whole run: each text is proved once, whoever needs it first."""

import os
import shutil
from pathlib import Path

from filelock import FileLock

from asalee_training.workspace import Workspace

ROOT = Path(__file__).parents[1]
SECRET = "c0" * 32  # any one: what is proved with it is proved again with another at every installation
VERROU = "depot.verrou"


def installation(tmp_path_factory) -> Workspace:
    """The installation that all the processes of this run share; its content is copied, nothing of it is built."""
    base = tmp_path_factory.getbasetemp()
    root = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "depot"
    with FileLock(root.with_name(VERROU)):
        if not root.exists():
            fresh = root.with_name("depot.encours")
            copy_content(fresh, "cases", "courses")
            (fresh / "donnees").mkdir(mode=0o700)
            (fresh / "donnees" / "secret").write_text(SECRET, encoding="utf-8")
            fresh.rename(root)
    return Workspace(root)


def without_content(root: Path) -> Workspace:
    """An installation where nothing is written yet: the folders that a trainer writes in."""
    for folder in ("cases/bpco", "courses/bpco", "grading/grilles"):
        (root / folder).mkdir(parents=True)
    return Workspace(root)


def rewrite(path: Path, *pairs: tuple[str, str]) -> None:
    """Change a text: the first place of each pair's first words gets the second ones."""
    text = path.read_text(encoding="utf-8")
    for old, fresh in pairs:
        assert old in text, old
        text = text.replace(old, fresh, 1)
    path.write_text(text, encoding="utf-8")


def copy_content(folder: Path, *names: str) -> None:
    """Copy these texts of the repository (folders or files), and what marking them needs."""
    for name in names:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    for name in ("cases", "courses", "grading"):
        (folder / name).mkdir(exist_ok=True)
    shutil.copytree(ROOT / "grading" / "grilles", folder / "grading" / "grilles")
    shutil.copy(ROOT / "grading" / "nbgrader_config.py", folder / "grading")
