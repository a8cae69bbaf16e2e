"""How fast 1 000 copies are marked, against the bare cost of the same work, and against notebooks that are executed.

Run from the project: ``.venv/bin/python benchmarks/bench_marking.py [copies]``. Exit status 1 if a limit is passed.

The cohort answers right seven times in ten, in different writings, each with a text of her own.

(a) The bare cost: read the same answers files, judge them, write the same bytes, insert the same rows with sqlite3,
    and nothing else: no check of what was read, no crash safety, no report.
(b) Stock ``nbgrader autograde``, Execute included, on an equivalent notebook whose cells check the same questions in
    hand-written Python. That compares judging data with executing notebooks, which is why we judge data.
"""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "grading"))

import cours_synthetique as course

from asalee_training import answers, exercises, scoring
from asalee_training.authoring import versions
from asalee_training.gradebook import files, marker, release
from asalee_training.workspace import Workspace

LIMIT_BARE, LIMIT_STOCK, STOCK_COPIES = 3.0, 100.0, 20


def main(copies: int) -> int:
    """Measure and print both ratios."""
    # In memory where there is such a place: a busy disk would cost both sides the same and hide the difference.
    with tempfile.TemporaryDirectory(dir=next((p for p in ("/dev/shm",) if Path(p).is_dir()), None)) as place:  # noqa: S108
        ws = course.make(_folder(Path(place) / "asalee"))
        release.release(ws, [course.ASSIGNMENT])
        version = versions.load_version(ws, course.ASSIGNMENT)
        for number in range(copies):
            who = f"apprenante-{number:04}"
            course.hand_in(ws, who, course.sheet(_answers(version, who)))
        # In turn, so that whatever else the machine does weighs on both; the best of five says what each costs.
        times = [(_mark(ws), _bare(ws, version, _folder(Path(place) / f"nu-{turn}"))) for turn in range(5)]
        ours, bare = min(a for a, _ in times), min(b for _, b in times)
        stock = _stock(ws, version, _folder(Path(place) / "stock"))
    per_copy, executed = ours / copies, stock / STOCK_COPIES
    print(f"noter : {copies} copies en {ours:.2f} s, {1000 * per_copy:.2f} ms par copie")
    print(f"(a) coût nu du même travail : {bare:.2f} s ; rapport {ours / bare:.2f} (au plus {LIMIT_BARE:g})")
    print(
        f"(b) nbgrader autograde, cellules exécutées : {executed:.2f} s par copie ; {executed / per_copy:.0f} fois plus lent"
    )
    print(f"    (au moins {LIMIT_STOCK:g}). C'est comparer le jugement de données avec l'exécution de carnets.")
    return 0 if ours / bare <= LIMIT_BARE and executed / per_copy >= LIMIT_STOCK else 1


def _answers(version: versions.Version, who: str) -> dict[str, Any]:
    """What one trainee of a cohort answers: right seven times in ten, in her own writing, with a text of her own."""
    luck = random.Random(who)  # noqa: S311 (a cohort, not a secret)
    case = version.case
    key = scoring.key(case, version.patients[course.lot.patient_index(who, case.nom, case.entete.tirage)])
    given: dict[str, Any] = {}
    for nom, exercise in case.exercices.items():
        samples = exercises.get(exercise.type).samples(exercise.spec, key.exercices[nom])
        if exercise.type == "texte":
            given[nom] = f"Bonjour docteur,\n\nje vous adresse Mme Essai. {' '.join(luck.choices(course.SLUG, k=60))}"
        else:
            given[nom] = luck.choice(samples.right if luck.random() < 0.7 else [mutant.raw for mutant in samples.wrong])
    return given


def _folder(path: Path) -> Path:
    path.mkdir(parents=True)
    return path


def _mark(ws: Workspace) -> float:
    """Seconds to mark every copy for the first time."""
    shutil.rmtree(ws.grading / "autograded", ignore_errors=True)
    base = ws.grading / "gradebook.db"
    kept = base.read_bytes()
    start = time.perf_counter()
    report = marker.mark(ws, course.ASSIGNMENT)
    elapsed = time.perf_counter() - start
    if report.marked != len(list((ws.grading / "submitted").iterdir())):
        sys.exit(f"copies à revoir : {report.to_review[:3]}")
    shutil.copy(base, ws.grading / "notes.db")
    base.write_bytes(kept)
    return elapsed


def _bare(ws: Workspace, version: versions.Version, target: Path) -> float:
    """Seconds for the same work, bare. The bytes and rows to write are those that our marker wrote."""
    notebooks = {p.parent.parent.name: p.read_bytes() for p in (ws.grading / "autograded").glob("*/*/*.ipynb")}
    companions = files.released(ws.grading / "release" / course.ASSIGNMENT)
    del companions[f"{course.SLUG}.ipynb"]
    done = sqlite3.connect(ws.grading / "notes.db")
    tables = ("student", "submitted_assignment", "submitted_notebook", "grade", "comment", "asalee_verdict")
    schema = [done.execute("select sql from sqlite_master where name = ?", (t,)).fetchone()[0] for t in tables]
    rows = {t: done.execute(f"select * from {t}").fetchall() for t in tables}  # noqa: S608 (our own table names)
    done.close()

    start = time.perf_counter()
    keys = [scoring.key(version.case, patient) for patient in version.patients]
    case = version.case
    for folder in sorted((ws.grading / "submitted").iterdir()):
        who, copy = folder.name, folder / course.ASSIGNMENT
        sheet, moment = (copy / answers.FICHIER).read_bytes(), (copy / files.HORODATAGE).read_bytes()
        given = {nom: a["valeur"] for nom, a in json.loads(sheet)["reponses"].items()}
        key = keys[course.lot.patient_index(who, case.nom, case.entete.tirage)]
        scoring.result(scoring.mark_all(key, case, given).values())
        place = target / who / course.ASSIGNMENT
        place.mkdir(parents=True)
        (place / f"{course.SLUG}.ipynb").write_bytes(notebooks[who])
        (place / answers.FICHIER).write_bytes(sheet)
        (place / files.HORODATAGE).write_bytes(moment)
        for name, data in companions.items():
            (place / name).write_bytes(data)
    base = sqlite3.connect(target / "notes.db")
    for sql in schema:
        base.execute(sql)
    for table, lines in rows.items():
        base.executemany(f"insert into {table} values ({','.join('?' * len(lines[0]))})", lines)  # noqa: S608
    base.commit()
    base.close()
    elapsed = time.perf_counter() - start
    shutil.rmtree(target)
    return elapsed


#: The same questions, checked as a hand-written notebook does.
CHECKS = {
    "sites": """z = set((reponses.get("sites") or {}).get("zones", []))
d = {"droit.hallux"}
max(0.0, 3.0 * (len(z & d) - len(z - d)) / len(d))""",
    "grade": """2.0 if reponses.get("grade") == "Grade 1" else 0.0""",
    "ips": """try:
    x = float(reponses["ips"]["texte"].replace(",", "."))
except Exception:
    x = -1.0
2.0 if abs(x - 1.0) <= 0.02 else 0.0""",
    "conduite": """z = set(reponses.get("conduite") or [])
d = {"note", "previens"}
max(0.0, 3.0 * (len(z & d) - len(z - d)) / len(d))""",
}


def _stock(ws: Workspace, version: versions.Version, root: Path) -> float:
    """Seconds for stock nbgrader to autograde equivalent notebooks, its start included."""
    (root / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'nu'\n")
    _folder(root / "source" / "cas")
    cells = [_code("entete", "import json\nreponses = json.load(open('reponses.json'))")]
    for nom, exercise in version.case.exercices.items():
        if nom in CHECKS:
            cells.append(
                _code(nom, CHECKS[nom], grade=True, grade_id=nom, locked=True, solution=False, points=exercise.points)
            )
    text = {"cell_type": "markdown", "id": "transmission", "source": "*(réponse)*",
            "metadata": {"nbgrader": _meta(grade=True, grade_id="transmission", locked=False, solution=True, points=8)}}  # fmt: skip
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = {"cells": [*cells, text], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    (root / "source" / "cas" / "cas.ipynb").write_text(json.dumps(notebook))
    env = course.environment(ws)
    run = {"cwd": root, "env": env, "check": True, "capture_output": True}
    subprocess.run(["nbgrader", "generate_assignment", "cas"], **run)
    for number in range(STOCK_COPIES):
        copy = root / "submitted" / f"apprenante-{number:04}" / "cas"
        shutil.copytree(root / "release" / "cas", copy)
        given = {
            "sites": {"zones": ["droit.hallux"]},
            "grade": "Grade 1",
            "ips": {"texte": "1,0"},
            "conduite": ["note"],
        }
        (copy / "reponses.json").write_text(json.dumps(given))
    start = time.perf_counter()
    subprocess.run(["nbgrader", "autograde", "cas"], **run)
    return time.perf_counter() - start


def _meta(**values: object) -> dict:
    return {"schema_version": 3, "task": False, **values}


def _code(ident: str, source: str, **nbgrader: object) -> dict:
    metadata = {"nbgrader": _meta(**nbgrader)} if nbgrader else {}
    return {
        "cell_type": "code",
        "id": ident,
        "source": source,
        "metadata": metadata,
        "outputs": [],
        "execution_count": None,
    }


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
