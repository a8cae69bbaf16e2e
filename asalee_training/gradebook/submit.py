"""Hand a copy in: a snapshot of her answers goes to nbgrader's exchange where there is one, and always to copie.zip."""

from __future__ import annotations

import io
import json
import sys
import tempfile
import zipfile
from base64 import b32encode
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from filelock import FileLock

from asalee_training import answers
from asalee_training.authoring.remis import CAS
from asalee_training.gradebook import GradebookError, files, manifest
from asalee_training.gradebook.config import COURS, effective_config
from asalee_training.workspace import Workspace

ARCHIVE = "copie.zip"
_DATE = (1980, 1, 1, 0, 0, 0)  # the same bytes for the same copy


class SubmitError(GradebookError):
    """The copy cannot be handed in; the message is a French sentence for the trainee."""


@dataclass(frozen=True)
class Receipt:
    """What she keeps: a short code, when (ISO 8601 with zone), how many questions answered and left blank.

    ``echange`` is False when the copy could only be put in ``copie.zip``.
    """

    numero: str
    horodatage: str
    reponses: int
    manquantes: int
    echange: bool = True


@dataclass(frozen=True)
class _Snapshot:
    """Her copy at one moment: file contents by name, and what the receipt says of it."""

    contenu: dict[str, bytes]
    numero: str
    horodatage: str
    reponses: int
    manquantes: int


def submit(ws: Workspace, assignment: str) -> Receipt:
    """Hand in the copy of this machine's trainee. Raises ``SubmitError``; then nothing was handed in.

    Her work goes on unharmed during and after: what is sent is a snapshot. Handing in again sends a newer copy.
    """
    folder = _receipts(ws)
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "remise.verrou", timeout=60):  # two windows, two clicks
        snapshot = _snapshot(ws, assignment)
        sent = _to_exchange(ws, assignment, snapshot)
        data = _zip(snapshot)
        receipt = Receipt(snapshot.numero, snapshot.horodatage, snapshot.reponses, snapshot.manquantes, sent)
        _replace(folder / f"{assignment}.zip", data)
        _replace(folder / f"{assignment}.json", json.dumps(asdict(receipt), ensure_ascii=False).encode())
        _replace(ws.apprenante / assignment / ARCHIVE, data)
        return receipt


def last_receipt(ws: Workspace, assignment: str) -> Receipt | None:
    """The receipt of the last copy handed in from this machine, if any."""
    try:
        return Receipt(**json.loads((_receipts(ws) / f"{assignment}.json").read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def archive(ws: Workspace, assignment: str) -> bytes:
    """``copie.zip``: the one handed in if her answers have not changed since, else one of this moment.

    Raises ``SubmitError``.
    """
    snapshot = _snapshot(ws, assignment)
    kept = _receipts(ws) / f"{assignment}.zip"
    if kept.is_file():
        data = kept.read_bytes()
        with zipfile.ZipFile(io.BytesIO(data)) as known:
            if known.read(answers.FICHIER) == snapshot.contenu[answers.FICHIER]:
                return data
    return _zip(snapshot)


def _receipts(ws: Workspace) -> Path:
    return ws.donnees / "remises" / ws.ident


def _snapshot(ws: Workspace, assignment: str) -> _Snapshot:
    folder = ws.apprenante / assignment
    if not (folder / CAS).is_file():
        raise SubmitError("Ouvrez d’abord ce cas : il n’y a encore rien à remettre.")
    reading = answers.Sheet(folder).read()
    try:
        data = files.read_regular(folder / answers.FICHIER, files.TAILLE_REPONSES) or answers.serialise({})
        questions = json.loads((folder / CAS).read_bytes())["exercices"]
    except files.Refused as reason:
        raise SubmitError(f"{reason} Prévenez votre référente.") from None
    except (ValueError, KeyError, TypeError):
        raise SubmitError("Le fichier de ce cas est abîmé : rouvrez le cas, vos réponses sont gardées.") from None
    # What is counted is what is sent, even if another window answers meanwhile.
    given = answers.parse(data).reponses if data else reading.reponses
    done = sum(1 for nom in questions if nom in given and given[nom].valeur not in (None, "", []))
    moment = datetime.now().astimezone().isoformat(timespec="seconds")
    slip = manifest.make(assignment, ws.ident, moment, data)
    code = b32encode(sha256(slip).digest()).decode()
    content = {p.name: p.read_bytes() for p in folder.glob("*.ipynb") if p.is_file() and not p.is_symlink()}
    content |= {CAS: (folder / CAS).read_bytes(), answers.FICHIER: data, files.MANIFESTE: slip}
    return _Snapshot(content, f"{code[:4]}-{code[4:8]}", moment, done, len(questions) - done)


def _zip(snapshot: _Snapshot) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in (answers.FICHIER, files.MANIFESTE):
            target.writestr(zipfile.ZipInfo(name, _DATE), snapshot.contenu[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _replace(path: Path, data: bytes) -> None:
    tmp = path.with_name(path.name + ".tmp")
    tmp.write_bytes(data)
    tmp.replace(path)


def _to_exchange(ws: Workspace, assignment: str, snapshot: _Snapshot) -> bool:
    """Send the snapshot through nbgrader's exchange; False where there is none (offline machine, Windows)."""
    if sys.platform == "win32" or not (ws.echange / COURS / "inbound").is_dir():
        return False
    from nbgrader.auth import Authenticator
    from nbgrader.coursedir import CourseDirectory
    from nbgrader.exchange import ExchangeError
    from nbgrader.exchange.default import ExchangeSubmit

    from asalee_training.gradebook.release import quiet_log

    ws.donnees.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ws.donnees, prefix="remise-") as place:
        folder = Path(place) / assignment
        folder.mkdir()
        for name, data in snapshot.contenu.items():
            (folder / name).write_bytes(data)
        config = effective_config(ws)
        config.Exchange.assignment_dir = place
        coursedir = CourseDirectory(config=config)
        coursedir.assignment_id = assignment
        coursedir.student_id = ws.ident  # her enrolled id, not the login of the machine
        step = ExchangeSubmit(coursedir=coursedir, authenticator=Authenticator(config=config), config=config)
        step.log = quiet_log()
        try:
            step.start()
        except (ExchangeError, OSError, RuntimeError):
            return False
    return True
