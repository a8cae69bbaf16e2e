"""What a trainee receives of a case, before nbgrader releases it: a notebook and its data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from asalee_training.authoring.cells import notebook
from asalee_training.content import release
from asalee_training.content.models import Case

CAS = "cas.json"


def files(case: Case, patients: Sequence[Mapping[str, Any]], empreinte: str) -> dict[str, str]:
    """Return the texts of the files, by name."""
    return {
        f"{case.slug}.ipynb": json.dumps(notebook(case), ensure_ascii=False, indent=1, sort_keys=True) + "\n",
        CAS: release.to_json(release.bundle(case, patients, empreinte)),
    }
