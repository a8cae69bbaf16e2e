"""What a trainee gets back: every question, her answer, the mark, the reason, and what the referent wrote."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import md5
from pathlib import Path
from typing import Any

import jinja2

from asalee_training import answers, scoring
from asalee_training.content import substitution
from asalee_training.exercises.contract import Mark
from asalee_training.gradebook import files, levels, words
from asalee_training.gradebook.book import Book, Reviewed
from asalee_training.gradebook.config import COURS, database_url
from asalee_training.gradebook.copy import JudgedCopy, points
from asalee_training.gradebook.desk import Desk, open_desk
from asalee_training.workspace import Workspace, is_ident

VERDICTS = {
    "valide": "Cas validé",
    "non_valide": "Cas non validé",
    "en_attente": "En attente d’une lecture",
}
_SIDECAR = "retour.json"
_ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass
class Report:
    """How many pages are with their trainees, how many copies still wait, and for what: (trainee, French reason)."""

    published: int = 0
    waiting: int = 0
    reasons: list[tuple[str, str]] = field(default_factory=list)


def publish(ws: Workspace, assignment: str) -> Report:
    """Give back the copies where nothing waits for a person; a page already given is written again if it changed.

    Raises ``VersionError``, ``RubricError`` or ``BookError`` before anything is written.
    """
    desk, book, report = open_desk(ws, assignment), Book(database_url(ws)), Report()
    try:
        with book.engine.connect() as connection:
            target = book.target(connection, assignment)
            stamps, waiting = book.stamps(connection, target), book.waiting(connection, target)
            reviewed, missed = book.reviewed(connection, target), levels.missed(book, connection, target)
        results = {}
        for who, row in sorted(stamps.items()):
            reason = "un texte attend d’être lu." if who in waiting else "" if row.revu else row.a_revoir
            folder = ws.grading / "autograded" / who / assignment
            if not reason and not folder.is_dir():
                reason = "la copie notée n’est plus dans autograded/ : relancez « asalee noter »."
            if reason:
                report.reasons.append((who, reason))
                continue
            page, result = _page(desk, who, folder, reviewed.get(who, {}), missed.get(who, ()))
            _put(ws, assignment, desk.slug, who, folder, page)
            results[who] = (result.points, result.sur, result.verdict)
        with book.engine.begin() as connection:
            book.returned(connection, target, results)
    finally:
        book.close()
    report.published, report.waiting = len(results), len(report.reasons)
    return report


def read(ws: Workspace, apprenante: str, assignment: str) -> Path | None:
    """Find the page of one trainee, and of her only: by the secret kept when she handed in, or on this machine."""
    if not is_ident(apprenante) or Path(assignment).name != assignment:
        return None
    cache = ws.donnees / "cache_nbgrader" / COURS
    for folder in sorted(cache.glob(f"{apprenante}+{assignment}+*"), reverse=True):
        secret = folder / files.SECRET
        for notebook in folder.glob("*.ipynb"):
            page = _in_exchange(ws, secret.read_text(encoding="ascii"), notebook.stem) if secret.is_file() else None
            if page and page.is_file():
                return page
    here = ws.grading / "feedback" / apprenante / assignment
    try:
        page = here / json.loads((here / _SIDECAR).read_text(encoding="utf-8"))["page"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return page if page.is_file() else None


def _in_exchange(ws: Workspace, secret: str, slug: str) -> Path:
    """nbgrader's own name for a page of feedback, so that ``nbgrader fetch_feedback`` finds it too."""
    name = md5(secret.encode() + slug.encode(), usedforsecurity=False).hexdigest()
    return ws.echange / COURS / "feedback" / f"{name}.html"


def final_marks(copy: JudgedCopy, reviewed: Mapping[str, Reviewed]) -> dict[str, Mark]:
    """The marks once people have read: theirs in place of ours; a grave fault stays one."""
    marks = dict(copy.marks)
    for nom, given in reviewed.items():
        mark = marks[nom]
        worth = given.points if given.points is not None else mark.points
        worth = min(max(worth, 0.0), mark.sur)
        if given.points is not None or mark.etat == "a_noter":
            etat = "juste" if worth == mark.sur and not mark.gravite else "partiel" if worth > 0 else "faux"
            marks[nom] = replace(mark, points=worth, etat=etat)
    return marks


def _page(
    desk: Desk, who: str, folder: Path, reviewed: Mapping[str, Reviewed], missed: Sequence[str]
) -> tuple[str, scoring.Result]:
    data = (folder / answers.FICHIER).read_bytes() if (folder / answers.FICHIER).is_file() else None
    manifest = (folder / files.MANIFESTE).read_bytes() if (folder / files.MANIFESTE).is_file() else None
    copy = desk.judge.judged(who, data, manifest)
    marks = final_marks(copy, reviewed)
    result = desk.judge.verdict(marks)
    if missed:
        result = replace(result, verdict="non_valide")
    case = desk.judge.version.case
    html = _ENVIRONMENT.get_template("retour.html.j2").render(
        titre=words.typography(case.entete.titre),
        verdict=result.verdict,
        verdict_texte=VERDICTS[result.verdict],
        points=words.points(result.points, result.sur),
        seuil=substitution.french(round(100 * case.entete.seuil_validation)),
        graves=sorted({words.GRAVITES[m.gravite] for m in marks.values() if m.gravite}),
        manques=missed,
        exercices=[_exercise(desk, nom, who, copy, marks[nom], reviewed.get(nom)) for nom in marks],
        sources=case.entete.sources,
    )
    return html, result


def _exercise(
    desk: Desk, nom: str, who: str, copy: JudgedCopy, mark: Mark, reviewed: Reviewed | None
) -> dict[str, Any]:
    exercise, patient = desk.judge.exercises[nom], desk.judge.patient(who)
    human = exercise.type == "texte" or (reviewed is not None and reviewed.points is not None)
    lu = exercise.type == "texte" and copy.marks[nom].etat == "a_noter"
    return {
        "titre": words.typography(desk.judge.titre(exercise, patient)),
        "reponse": words.lines(words.answer(exercise, copy.answers.get(nom), patient)),
        "etat": mark.etat,
        "etat_texte": "Texte lu par une référente" if lu else words.ETATS[mark.etat],
        "points": words.points(points(mark), mark.sur),
        "gravite": words.GRAVITES.get(mark.gravite or "", ""),
        "raison": "" if lu else words.reason(mark),
        "etapes": words.steps(mark),
        "suite": words.rendered(mark.suite) if mark.suite else "",
        "par_la_referente": human and reviewed is not None and reviewed.points is not None,
        "commentaire": words.lines(reviewed.commentaire) if reviewed and reviewed.commentaire.strip() else "",
    }


def _put(ws: Workspace, assignment: str, slug: str, who: str, copy: Path, page: str) -> None:
    """Write the page in ``feedback/`` with its sidecar, and in the exchange under a name that only she can know."""
    folder = ws.grading / "feedback" / who / assignment
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{slug}.html"
    _replace(folder / name, page, 0o644)
    _replace(folder / _SIDECAR, json.dumps({"page": name, "apprenante": who, "assignment": assignment}), 0o644)
    secret = copy / files.SECRET
    exchange = ws.echange / COURS
    if secret.is_file() and exchange.is_dir():
        place = _in_exchange(ws, secret.read_text(encoding="ascii", errors="replace"), slug)
        if not place.parent.is_dir():
            place.parent.mkdir()
            place.parent.chmod(0o711)  # nbgrader's own: a page can be opened by who knows its name, not listed
        _replace(place, page, 0o644)


def _replace(path: Path, text: str, mode: int) -> None:
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return
    tmp = path.with_name(f".{path.name}.tmp")
    tmp.write_text(text, encoding="utf-8")
    tmp.chmod(mode)
    os.replace(tmp, path)  # noqa: PTH105 (atomic on every system)
