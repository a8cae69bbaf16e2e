"""Open and save a text: whole or not at all, and never over somebody else's work without saying so."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from asalee_training.authoring.edition import EditError, skeletons
from asalee_training.authoring.new import create
from asalee_training.content.gathering import TAILLE_MAX
from asalee_training.content.models import PROTOCOLES
from asalee_training.pages.atelier import slug
from asalee_training.workspace import Workspace


@dataclass(frozen=True)
class Ouvert:
    """A text as it is on the disk, and what to recognise it by."""

    texte: str
    empreinte: str


class Conflit(Exception):
    """The file on the disk is not the one that was opened; ``autre`` is what it holds now."""

    def __init__(self, autre: Ouvert):
        self.autre = autre
        super().__init__("Quelqu’un a modifié ce fichier depuis que vous l’avez ouvert.")


def ouvrir(path: Path) -> Ouvert:
    """Read a file, every byte of it. Raises ``EditError`` when it is not UTF-8 or too big."""
    data = path.read_bytes()
    if len(data) > 4 * TAILLE_MAX:
        raise EditError("Ce fichier est trop gros pour être un cas.")
    try:
        return Ouvert(data.decode("utf-8"), _digest(data))
    except UnicodeDecodeError:
        raise EditError(
            "Ce fichier n’est pas enregistré en UTF-8 : ouvrez-le dans un éditeur de texte, et enregistrez-le de nouveau "
            "en choisissant ce codage."
        ) from None


def lisible(texte: object) -> str:
    """Accept a text sent by a page. Raises ``EditError`` with a sentence."""
    if not isinstance(texte, str):
        raise EditError("Le texte du cas n’est pas arrivé : rechargez la page, votre travail y est gardé.")
    if len(texte) > TAILLE_MAX:
        raise EditError("Ce cas est trop long : il dépasse 400 000 caractères. Retirez-en une partie.")
    try:
        texte.encode()
    except UnicodeEncodeError:
        raise EditError("Ce texte contient un signe illisible : retirez-le, ou recopiez la phrase.") from None
    return texte


def enregistrer(ws: Workspace, path: Path, texte: str, empreinte: str) -> str:
    """Write a text in the place of the one that was opened; return its new mark.

    Raises ``Conflit`` when the file changed meanwhile. What is replaced on purpose is kept in donnees/atelier/.
    """
    lisible(texte)
    current = ouvrir(path)
    if current.empreinte != empreinte:
        raise Conflit(current)
    if current.texte == texte:
        return empreinte
    _keep(ws, path, current)
    _replace(path, texte.encode())
    return _digest(texte.encode())


def creer(ws: Workspace, protocole: str, nom: str, niveau: int, mode: str, type_: str) -> Path:
    """Create a case from the forms; nothing that exists is ever replaced. Raises ``EditError``."""
    titre, name = " ".join(nom.split()), slug(nom)
    if protocole not in PROTOCOLES:
        raise EditError("Choisissez le protocole du cas.")
    if len(titre) < 3 or not name:
        raise EditError("Donnez un nom à ce cas, par exemple « Toux du matin ».")
    if len(name) > 60:
        raise EditError("Ce nom est trop long : soixante lettres suffisent.")
    path = ws.cases / protocole / f"{name}.md"
    try:
        create(path, skeletons.case(protocole, titre, niveau, mode, type_))
    except FileExistsError:
        raise EditError(f"Un cas porte déjà le nom « {titre} » dans ce protocole : choisissez-en un autre.") from None
    return path


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _keep(ws: Workspace, path: Path, current: Ouvert) -> None:
    """Keep the text that is about to be replaced, the last twenty of each file."""
    folder = ws.donnees / "atelier" / path.parent.name
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
    (folder / f"{path.stem}.{stamp}.md").write_bytes(current.texte.encode())
    for old in sorted(folder.glob(f"{path.stem}.*.md"))[:-20]:
        old.unlink(missing_ok=True)


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".enregistrement")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(path.stat().st_mode & 0o777)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
