"""Reading the worked vectors of tests/clinical/data, and the French sentences that refuse."""

import csv
import json
import math
from pathlib import Path

from asalee_training.clinical import inputs

DATA = Path(__file__).parent / "data"
SEXE = {"M": "homme", "F": "femme"}
NOT_A_COUNT = [None, True, 2.5, math.nan, math.inf, "3", -1, 10**6]


def table(name):
    """The rows of a file of vectors (of that folder, or at that whole path), a dictionary each."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def document(name):
    """A JSON file of vectors."""
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def not_numbers(plausible):
    """What is no number, a plausible one between quotes or in a list included."""
    return [None, True, str(plausible), math.nan, math.inf, [plausible]]


def integers(row, *names):
    """These columns of a row, as whole numbers."""
    return [int(row[name]) for name in names]


def matches(message):
    """A pattern for a French sentence, whatever its spaces."""
    return inputs.typography(message).replace("?", r"\?")


def rounded(value):
    """A measure as the vectors write it: three decimals, an empty cell when it cannot be computed."""
    return "" if value is None else round(value, 3)


def expected(cell):
    """The number of a cell, an empty one left empty."""
    return float(cell) if cell else ""
