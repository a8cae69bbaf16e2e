"""Reading the worked vectors of tests/clinical/data, and the French sentences that refuse."""

import csv
from pathlib import Path

from asalee_training.clinical import inputs

DATA = Path(__file__).parent / "data"


def table(name):
    """The rows of a file of vectors, a dictionary each."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def matches(message):
    """A pattern for a French sentence, whatever its spaces."""
    return inputs.typography(message).replace("?", r"\?")
