"""« Nouveau »: a filled example to write over."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

from asalee_training.content import carnet as notebook
from asalee_training.content.errors import nearest
from asalee_training.content.models import PROTOCOLES
from asalee_training.content.source import SUFFIXES
from asalee_training.workspace import Workspace

#: What the example says where a case names its sources: as long as it stands there, nothing is published.
A_ECRIRE = "Indiquez ici le texte et sa date"
#: What a new piece says until its author writes over it; nor is anything published with these.
QUESTION, RECIT = "Votre question ?", "Racontez ici."
_TITRE = re.compile(r"^titre: .*$", re.M)
_NOM = re.compile(r"([a-z_]+)/([a-z0-9]+(?:-[a-z0-9]+)*)")


class NewCaseError(Exception):
    """The case cannot be created; the message is a French sentence."""


def new(ws: Workspace, nom: str, titre: str = "", carnet: bool = False) -> Path:
    """Create ``cases/<protocole>/<slug>.md`` (``.ipynb`` with ``carnet``) from the model and return its path.

    Raises ``NewCaseError``: bad name, unknown protocol, or a file that exists already (never overwritten).
    """
    match = _NOM.fullmatch(nom)
    if not match:
        raise NewCaseError(f"« {nom} » : écrivez protocole/nom-du-cas, par exemple bpco/toux-du-matin.")
    protocole, slug = match.groups()
    if protocole not in PROTOCOLES:
        raise NewCaseError(f"Le protocole « {protocole} » n’existe pas. {nearest(protocole, PROTOCOLES)}")
    path = ws.cases / protocole / f"{slug}{'.ipynb' if carnet else '.md'}"
    model = files("asalee_training.authoring").joinpath("modele.md").read_text(encoding="utf-8")
    text = model.replace("PROTOCOLE", protocole)
    if titre:
        # JSON's quoting is YAML's.
        text = _TITRE.sub(lambda _: f"titre: {json.dumps(titre, ensure_ascii=False)}", text, count=1)
    try:
        create(path, notebook.from_text(text) if carnet else text)
    except FileExistsError:
        raise NewCaseError(f"Le cas « {nom} » existe déjà : choisissez un autre nom.") from None
    return path


def create(path: Path, text: str) -> None:
    """Write a new case. Raises ``FileExistsError`` when one of its name is there, as a text or as a notebook."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if any(path.with_suffix(suffix).exists() for suffix in SUFFIXES):
        raise FileExistsError
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
