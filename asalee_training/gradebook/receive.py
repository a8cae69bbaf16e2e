"""Copies that travelled as ``copie.zip``: each file is checked before a byte of it is kept; the others go on."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from asalee_training import answers
from asalee_training.authoring import versions
from asalee_training.gradebook import files, manifest
from asalee_training.workspace import Workspace, is_ident

#: Bytes, and entries: an honest copy is far below.
TAILLE_ARCHIVE = 2_000_000
ENTREES = {answers.FICHIER: files.TAILLE_REPONSES, files.MANIFESTE: files.TAILLE_MANIFESTE}


@dataclass
class Report:
    """What was received and refused: French sentences, one a file."""

    received: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Copy:
    apprenante: str
    assignment: str
    moment: datetime
    contenu: dict[str, bytes]


def receive(ws: Workspace, paths: Iterable[Path], remplacer: bool = False) -> Report:
    """Put copies into ``submitted/``.

    A file does not prove who wrote it: where a trainee already has another copy, hers stays, and the file is refused
    with a sentence, unless a person decided otherwise (``remplacer``).
    """
    report = Report()
    for path in map(Path, paths):
        try:
            copy = _check(ws, _entries(path))
            with files.copies_lock(ws):
                report.received.append(f"« {path.name} » : {_keep(ws, copy, remplacer)}")
        except files.Refused as reason:
            report.refused.append(f"« {path.name} » : {reason}")
        except OSError as error:
            report.refused.append(f"« {path.name} » : ce fichier ne peut pas être lu ({error.strerror}).")
    return report


def _entries(path: Path) -> dict[str, bytes]:
    """Read the two entries of an archive, never more bytes than allowed, whatever sizes it announces."""
    data = files.read_regular(path, TAILLE_ARCHIVE)
    if data is None:
        raise files.Refused("ce fichier n’existe pas.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if sorted(i.filename for i in infos) != sorted(ENTREES):
                raise files.Refused("ce fichier ne contient pas ce que contient une copie.")
            content = {}
            for info in infos:
                usual = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
                if not usual or info.flag_bits & 0x1 or (info.external_attr >> 16) & 0o170000 not in (0, 0o100000):
                    raise files.Refused("ce fichier contient un lien ou une partie protégée.")
                with archive.open(info) as entry:
                    content[info.filename] = entry.read(ENTREES[info.filename] + 1)
                if len(content[info.filename]) > ENTREES[info.filename]:
                    raise files.Refused("cette copie contient un fichier trop gros.")
            return content
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        zlib.error,
        NotImplementedError,
        ValueError,
        EOFError,
        RuntimeError,
    ) as error:
        raise files.Refused("ce n’est pas une copie, ou le fichier est abîmé.") from error


def _check(ws: Workspace, content: dict[str, bytes]) -> _Copy:
    """Check the manifest and the answers. Raises ``files.Refused``."""
    try:
        tree = json.loads(content[files.MANIFESTE])
        apprenante, assignment = tree["apprenante"], tree["assignment"]
        moment = datetime.fromisoformat(tree["horodatage"])
        sealed = tree["empreinte"]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise files.Refused("le bordereau de cette copie est illisible.") from None
    if not is_ident(apprenante):
        raise files.Refused("l’identifiant de l’apprenante n’est pas valable.")
    if assignment not in versions.names(ws) or not (ws.grading / "release" / assignment).is_dir():
        raise files.Refused("cette copie est celle d’un cas qui n’est pas publié ici.")
    if sealed != manifest.seal(content[answers.FICHIER]):
        raise files.Refused("les réponses ne correspondent pas au bordereau : le fichier a été modifié.")
    reading = answers.parse(content[answers.FICHIER])
    if reading.perdu:
        raise files.Refused(f"les réponses sont illisibles. {reading.perdu}")
    # An offline clock may be wrong; what is certain is that the copy was not written after it arrived.
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return _Copy(apprenante, assignment, min(aware, datetime.now(UTC)), content)


def _keep(ws: Workspace, copy: _Copy, remplacer: bool) -> str:
    target = ws.grading / "submitted" / copy.apprenante / copy.assignment
    name = f"copie de « {copy.apprenante} » pour « {copy.assignment} »"
    if target.is_dir():
        if files.read_regular(target / answers.FICHIER, files.TAILLE_REPONSES) == copy.contenu[answers.FICHIER]:
            return f"{name} déjà reçue."
        if not remplacer:
            raise files.Refused(
                f"une autre {name} est déjà là. Vérifiez auprès de l’apprenante, puis recommencez avec « --remplacer »."
            )
    with files.replacing(target) as fresh:
        for filename, data in copy.contenu.items():
            (fresh / filename).write_bytes(data)
        (fresh / files.HORODATAGE).write_text(files.format_utc(copy.moment), encoding="ascii")
        for filename, data in files.released(ws.grading / "release" / copy.assignment).items():
            (fresh / filename).write_bytes(data)
    return f"{name} reçue."
