"""The tables of `references/`, read when first asked for and kept.

CSV and JSON only: a kernel that opens a case must not load a YAML library.
"""

import csv
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "references"


def rows(name: str) -> Iterator[dict[str, str]]:
    """Rows of `references/<name>.csv`, one at a time."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def thresholds(examination: str) -> dict[str, float]:
    """Thresholds of one examination, by name; unit, source and date are in `references/seuils/<examination>.csv`."""
    return {row["nom"]: float(row["valeur"]) for row in rows(f"seuils/{examination}")}


@cache
def document(name: str) -> dict:
    """`references/<name>.json`. Shared between callers: read it, do not change it."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
