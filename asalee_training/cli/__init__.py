"""The command line: thin, French, exit status 0 (done), 1 (something to correct), 2 (wrong words).

One file per person who types: `ecrire`, `preuve` and `publier` (trainer), `ouvrir` (whoever starts it),
`noter` (referent); `commun` is what they share.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

import click
from filelock import Timeout

from asalee_training import french_click
from asalee_training.authoring.edition import EditError
from asalee_training.authoring.new import NewCaseError
from asalee_training.authoring.personnes import NameRefused
from asalee_training.authoring.publication import PublicationError
from asalee_training.authoring.versions import VersionError
from asalee_training.cli import ecrire, noter, ouvrir, preuve, publier
from asalee_training.cli.commun import asalee
from asalee_training.gradebook import GradebookError
from asalee_training.workspace import WorkspaceError

__all__ = ["asalee", "ecrire", "main", "noter", "ouvrir", "preuve", "publier"]


def main() -> NoReturn:
    """Run the command line, turning our own errors into one French sentence."""
    french_click.install()
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    try:
        asalee(prog_name="asalee")
    except (
        GradebookError,
        WorkspaceError,
        EditError,
        NewCaseError,
        VersionError,
        NameRefused,
        PublicationError,
    ) as error:
        click.echo(f"Erreur : {error}", err=True)
    except Timeout:
        click.echo("Erreur : une autre commande travaille sur les mêmes copies ; attendez qu’elle finisse.", err=True)
    sys.exit(1)
