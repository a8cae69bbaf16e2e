"""The environment is described in pyproject.toml, environment.yml and the lock: they say the same thing."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
CONDA = YAML(typ="safe").load((ROOT / "environment.yml").read_text(encoding="utf8"))["dependencies"]
LOCK = (ROOT / "requirements" / "lock.txt").read_text(encoding="utf8")
ORACLES = (ROOT / "requirements" / "oracles.txt").read_text(encoding="utf8")


def bounds(lines):
    """Canonical name -> version bounds, from requirement lines."""
    requirements = [Requirement(line) for line in lines if not line.startswith(("#", "-e", "-r"))]
    return {canonicalize_name(r.name): str(r.specifier) for r in requirements}


def locked(text=LOCK):
    """Canonical name -> (version, has hashes), for the entries of a lock that apply to this Python."""
    entries = re.findall(r"^(\S+==[^\\\n]+?) ?\\\n((?:    --hash=\S+(?: \\)?\n)+)", text, re.M)
    requirements = [(Requirement(line), hashes) for line, hashes in entries]
    return {
        canonicalize_name(r.name): (str(r.specifier).removeprefix("=="), "sha256:" in hashes)
        for r, hashes in requirements
        if r.marker is None or r.marker.evaluate()
    }


def test_environment_yml_has_the_names_and_bounds_of_pyproject():
    pip_section = next(entry["pip"] for entry in CONDA if isinstance(entry, dict))
    conda = bounds([entry for entry in CONDA if isinstance(entry, str)] + pip_section)
    tools = bounds((ROOT / "requirements" / "base.in").read_text(encoding="utf8").splitlines())
    project = bounds(PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"])

    assert conda.pop("python") == PROJECT["requires-python"]
    conda.pop("pip")
    assert conda == project | tools
    assert "-e ." in pip_section


def test_the_lock_satisfies_every_bound_and_hashes_every_package():
    lock = locked()
    wanted = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]
    for requirement in map(Requirement, wanted):
        version = lock[canonicalize_name(requirement.name)][0]
        assert requirement.specifier.contains(version), f"{requirement} but the lock has {version}"
    assert all(hashed for _, hashed in lock.values())
    assert len(lock) > 100


def test_the_oracles_are_locked_apart_and_agree_with_the_lock():
    """A trainee's machine does not install what only tests compare with."""
    product, oracles = locked(), locked(ORACLES)
    wanted = (ROOT / "requirements" / "oracles.in").read_text(encoding="utf8").splitlines()
    names = bounds(wanted)
    assert names.keys() <= oracles.keys()
    assert not names.keys() & product.keys()
    for name, (version, hashed) in oracles.items():
        assert hashed
        assert name not in names or Requirement(f"x{names[name]}").specifier.contains(version)
        assert name not in product or product[name][0] == version


@pytest.mark.parametrize("text", [LOCK, ORACLES], ids=["lock", "oracles"])
def test_a_lock_names_no_package_index_and_no_machine_path(text):
    assert not re.search(r"https?://|--index|--find-links|file:|/(home|root|opt|tmp|work)/", text)


def test_the_lock_leaves_out_what_requirements_excludes_says():
    for line in (ROOT / "requirements" / "excludes.txt").read_text(encoding="utf8").splitlines():
        if line and not line.startswith("#"):
            assert f"\n{line}==" not in "\n" + LOCK


def test_every_licence_file_named_by_the_project_exists():
    assert all((ROOT / name).is_file() for name in [*PROJECT["license-files"], "LICENSE-CONTENT.md"])


def test_debian_12_python_can_install_every_locked_version():
    """Debian 12 ships Python 3.11.2; some packages ask for 3.11.5."""
    debian = {"python_full_version": "3.11.2"}
    entries = re.findall(r"^(\S+)==(\S+) ; ([^\\\n]+?) ?\\$", LOCK, re.M)
    chosen = {
        name: version for name, version, marker in entries if Requirement(f"{name} ; {marker}").marker.evaluate(debian)
    }
    assert int(chosen["soupsieve"].split(".")[0]) < 4


def test_the_wheel_holds_every_file_of_the_package(tmp_path):
    """Scripts, styles, templates and Jupyter folders too: a wheel behaves like an editable install."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        packed = {name for name in wheel.namelist() if name.startswith("asalee_training/")}
    files = [path for path in (ROOT / "asalee_training").rglob("*") if path.is_file()]
    here = {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}
    assert {name for name in here if not name.endswith(".pyc")} == packed
