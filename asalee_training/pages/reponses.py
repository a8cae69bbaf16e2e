"""Her answers as they are on the disk, read and never repaired: her case does that, when it is open."""

from __future__ import annotations

from asalee_training.answers import FICHIER, Reading, parse
from asalee_training.workspace import Workspace


def reading(ws: Workspace, assignment: str) -> Reading:
    """Read her answers to a case; none when she never opened it."""
    try:
        return parse((ws.apprenante / assignment / FICHIER).read_bytes())
    except FileNotFoundError:
        return Reading({})


def damage(ws: Workspace, assignment: str, read: Reading) -> str:
    """Say in French that her answers were damaged, now or earlier; "" when they never were."""
    if read.perdu:
        return f"{read.perdu} Rouvrez ce cas et vérifiez vos réponses."
    if any((ws.apprenante / assignment).glob(".reponses.abime-*.json")):
        return "Votre fichier de réponses a été abîmé puis réparé. Vérifiez vos réponses ; l’ancien fichier est gardé."
    return ""
