"""The released synthetic course of ``tests/grading``, for copies made by an attacker."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "grading"))

from cours_publie import released_course, version, ws  # noqa: F401 (fixtures)
