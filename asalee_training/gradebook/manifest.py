"""``copie.json``, the slip that travels with a copy: whose it is, for which case, and the seal of its answers."""

from __future__ import annotations

import json
from hashlib import sha256


def make(assignment: str, apprenante: str, moment: str, data: bytes) -> bytes:
    """Write the slip of a copy handed in at ``moment`` (ISO 8601 with zone)."""
    fields = {"format": 1, "assignment": assignment, "apprenante": apprenante, "horodatage": moment}
    return (json.dumps({**fields, "empreinte": seal(data)}, ensure_ascii=False, sort_keys=True) + "\n").encode()


def seal(data: bytes) -> str:
    """SHA-256 of an answers file, in hexadecimal."""
    return sha256(data).hexdigest()


def stamp(empreinte: str, data: bytes | None, bordereau: bytes | None, moment: bytes) -> str:
    """Tell apart what was marked: the stamp of the version's key, the answers, their manifest, and when they were handed in."""
    parts = (empreinte.encode(), data or b"", bordereau or b"", moment)
    return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()


def check(bordereau: bytes | None, apprenante: str, assignment: str, data: bytes | None) -> tuple[str, bool]:
    """Compare ``copie.json`` with the copy. Returns a French sentence ("" if fine), and whether the answers are hers.

    A copy made by someone else, or for another case, earns nothing until a person has looked at it.
    """
    if bordereau is None:
        return "", True
    try:
        tree = json.loads(bordereau)
        who, what, sealed = tree["apprenante"], tree["assignment"], tree["empreinte"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return "Le bordereau de cette copie est illisible.", True
    if who != apprenante:
        return "Cette copie porte l’identifiant d’une autre apprenante.", False
    if what != assignment:
        return "Cette copie a été faite pour un autre cas.", False
    if data is not None and sealed != seal(data):
        return "Les réponses ont changé après la remise.", True
    return "", True
