"""Where things lie: content, nbgrader's course root, and the private data of one machine."""

from __future__ import annotations

import json
import os
import re
import secrets
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_IDENT = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")


class WorkspaceError(Exception):
    """The folder or a private file is not usable; the message is a French sentence."""


def is_ident(text: object) -> bool:
    """Say whether this may be a trainee's id, as enrolled profiles write them: safe as a folder's name."""
    return isinstance(text, str) and bool(_IDENT.fullmatch(text)) and ".." not in text


@dataclass(frozen=True)
class Workspace:
    """The folders of one installation. ``root`` holds courses/, cases/ and grading/."""

    root: Path

    @classmethod
    def find(cls, start: Path | None = None) -> Workspace:
        """Find the project from ``ASALEE_RACINE``, or from a folder inside it.

        Raises ``WorkspaceError`` when there is none.
        """
        if os.environ.get("ASALEE_RACINE"):
            return cls(Path(os.environ["ASALEE_RACINE"]).resolve())
        here = (start or Path.cwd()).resolve()
        for folder in (here, *here.parents):
            if (folder / "cases").is_dir() and (folder / "grading").is_dir():
                return cls(folder)
        raise WorkspaceError(
            f"« {here} » n’est pas dans Formation ASALEE : placez-vous dans son dossier et recommencez."
        )

    @property
    def contenu(self) -> Path:
        """The root that holds cases/ and courses/; real examinations may live in a private one."""
        return Path(os.environ.get("ASALEE_CONTENU") or self.root).resolve()

    @property
    def cases(self) -> Path:
        return self.contenu / "cases"

    @property
    def courses(self) -> Path:
        return self.contenu / "courses"

    @property
    def grading(self) -> Path:
        """nbgrader's course root."""
        return self.root / "grading"

    @property
    def grilles(self) -> Path:
        return self.grading / "grilles"

    @property
    def versions(self) -> Path:
        """The frozen source of each built version: what a copy is marked with."""
        return self.grading / "versions"

    @property
    def donnees(self) -> Path:
        return self.root / "donnees"

    @property
    def echange(self) -> Path:
        return self.donnees / "echange"

    @property
    def apprenante(self) -> Path:
        """The trainee's own folders, one per case or lesson."""
        return self.donnees / "apprenante"

    @property
    def journaux(self) -> Path:
        """Where a trainer finds the folders of other trainees, for their journals alone: laid there, or where they live."""
        return Path(os.environ.get("ASALEE_JOURNAUX") or self.donnees / "journaux")

    @property
    def bibliotheque(self) -> Path:
        """Built training cases and lessons, copied to the trainee when she opens them."""
        return self.donnees / "bibliotheque"

    @property
    def apercu(self) -> Path:
        return self.donnees / "apercu"

    @property
    def essais(self) -> Path:
        """What each reviewer answered, playing each exact text that she is asked to approve."""
        return self.donnees / "essais"

    @cached_property
    def secret(self) -> bytes:
        """The course secret, made once, readable by its owner only, in a folder that is hers alone."""
        path = self.donnees / "secret"
        self.donnees.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as file:
                file.write(secrets.token_hex(32))
        except FileExistsError:
            pass
        value = path.read_text().strip()
        if len(value) < 32:
            raise WorkspaceError(
                f"Le fichier « {path} » est abîmé : remettez sa sauvegarde, ou effacez donnees/ pour repartir de zéro."
            )
        return value.encode()

    @property
    def ident(self) -> str:
        """The trainee's id, from her enrolled profile; created once on a single machine.

        Raises ``WorkspaceError`` on a damaged profile.
        """
        enrolled = os.environ.get("ASALEE_APPRENANTE")
        path = self.donnees / "profil.json"
        if not enrolled and not path.exists():
            self.donnees.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.write_text(json.dumps({"apprenante": f"apprenante-{secrets.token_hex(3)}"}), encoding="utf-8")
        try:
            ident = enrolled or json.loads(path.read_text(encoding="utf-8"))["apprenante"]
        except (ValueError, KeyError, TypeError):
            ident = ""
        if not is_ident(ident):
            raise WorkspaceError(
                f"Le profil « {path} » est abîmé : demandez à votre référente votre identifiant de formation."
            )
        return ident
