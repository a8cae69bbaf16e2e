"""What a proof costs: per case, in processor time, beside what « vérifier » costs an author who types.

Run: .venv/bin/python benchmarks/bench_preuve.py [MORCEAU]   (only the texts whose name holds MORCEAU)
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time

from asalee_training.authoring import check
from asalee_training.authoring.preuve import Preuve, prouver_cas, rapport
from asalee_training.content.source import Source
from asalee_training.workspace import Workspace

SECRET = b"un secret de banc"


def measure(ws: Workspace, path: Path) -> tuple[float, float, Preuve]:
    """Processor seconds of the check and of the proof, and what was proved."""
    begin = process_time()
    case = check.check(ws, path)
    checked = process_time()
    proved = prouver_cas(case, SECRET, Source.open(path, ws.contenu))
    return checked - begin, process_time() - checked, proved


def main(part: str = "") -> None:
    ws = Workspace(Path(__file__).parents[1])
    rows = []
    print(
        f"{'text':44} {'check s':>8} {'proof s':>8} {'ratio':>6} {'killed':>8} {'wrong':>8} {'equiv.':>7} {'guess':>6}"
    )
    for path in check.sources(ws):
        if part not in path.as_posix():
            continue
        checked, proved, found = measure(ws, path)
        best = max(found.hasard.values(), default=0.0)
        rows.append((checked, proved, found))
        print(
            f"{path.relative_to(ws.contenu).as_posix():44} {checked:8.2f} {proved:8.2f} {proved / checked:6.1f} "
            f"{found.tues:8} {found.distingues:8} {found.equivalents:7} {best:6.0%}"
        )
    checked, proved = sum(r[0] for r in rows), sum(r[1] for r in rows)
    print(f"{len(rows)} texts: check {checked:.1f} s, proof {proved:.1f} s. {rapport.ensemble(r[2] for r in rows)}")


if __name__ == "__main__":
    main(*sys.argv[1:2])
