"""« Nouveau »: a filled example to write over."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from asalee_training.content.errors import nearest
from asalee_training.content.models import PROTOCOLES
from asalee_training.workspace import Workspace

#: What the example says where a case names its sources: as long as it stands there, nothing is published.
A_ECRIRE = "Indiquez ici le texte et sa date"
_NOM = re.compile(r"([a-z_]+)/([a-z0-9]+(?:-[a-z0-9]+)*)")


class NewCaseError(Exception):
    """The case cannot be created; the message is a French sentence."""


def new(ws: Workspace, nom: str) -> Path:
    """Create ``cases/<protocole>/<slug>.md`` from the model and return its path.

    Raises ``NewCaseError``: bad name, unknown protocol, or a file that exists already (never overwritten).
    """
    match = _NOM.fullmatch(nom)
    if not match:
        raise NewCaseError(f"« {nom} » : écrivez protocole/nom-du-cas, par exemple bpco/toux-du-matin.")
    protocole, slug = match.groups()
    if protocole not in PROTOCOLES:
        raise NewCaseError(f"Le protocole « {protocole} » n’existe pas. {nearest(protocole, PROTOCOLES)}")
    path = ws.cases / protocole / f"{slug}.md"
    model = files("asalee_training.authoring").joinpath("modele.md").read_text(encoding="utf-8")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(model.replace("PROTOCOLE", protocole))
    except FileExistsError:
        raise NewCaseError(f"Le cas « {nom} » existe déjà : choisissez un autre nom.") from None
    return path
