"""Starting the server: on the start page, or on the preview of a case."""

from __future__ import annotations

import secrets
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from typing import NoReturn

import click

from asalee_training.authoring import essai
from asalee_training.authoring import preview as authoring_preview
from asalee_training.cli.commun import asalee, case_path, say_problems
from asalee_training.cli.publier import publish, say_left
from asalee_training.content.errors import ContentError
from asalee_training.workspace import Workspace

PORT = 8888


@asalee.command()
@click.argument("nom", metavar="CAS")
@click.option("--stagiaire", type=click.IntRange(0, 31), default=0, show_default=True, help="Quel patient, de 0 à 31.")
@click.option("--par", metavar="NOM", default="", help="Qui joue ce cas pour l’approuver : « Prénom Nom ».")
@click.option("--port", type=int, default=PORT, show_default=True, help="Le port du serveur.")
@click.option("--no-browser", is_flag=True, help="N’ouvre pas le navigateur.")
def apercu(nom: str, stagiaire: int, par: str, port: int, no_browser: bool) -> None:
    """Ouvre le vrai carnet d’un cas, avec la correction immédiate."""
    ws = Workspace.find()
    path = case_path(ws, nom)
    try:
        notebook = essai.play(ws, path, par, stagiaire) if par else authoring_preview.preview(ws, path, stagiaire)
    except ContentError as error:
        say_problems(error.problems)
        sys.exit(1)
    serve(ws, port, not no_browser, f"/doc/tree/{notebook.relative_to(ws.root).as_posix()}")


@asalee.command()
@click.option("--port", type=int, default=PORT, show_default=True, help="Le port du serveur.")
@click.option("--no-browser", is_flag=True, help="N’ouvre pas le navigateur.")
def demarrer(port: int, no_browser: bool) -> None:
    """Construit ce qui a changé et ouvre la page d’accueil."""
    ws = Workspace.find()
    refuse_taken_port(port)
    built = publish(ws)
    say_problems(built.problems)
    say_left(built)
    serve(ws, port, not no_browser, "/asalee/")


def refuse_taken_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            raise click.UsageError(
                f"Le port {port} est déjà pris ou interdit : fermez l’autre fenêtre, ou choisissez-en un autre, "
                "par exemple « make start PORT=8890 »."
            ) from None


def serve(ws: Workspace, port: int, open_browser: bool, url: str) -> NoReturn:
    from asalee_training.lab import settings

    refuse_taken_port(port)
    token = secrets.token_urlsafe(24)
    settings.prepare_state(ws.root)
    environment = settings.launch_environment(ws.root, token) | {"ASALEE_RACINE": str(ws.root)}
    command = settings.server_command(ws.root, port, open_browser=open_browser, default_url=url)
    click.echo(f"\nFormation ASALEE : http://127.0.0.1:{port}{url}?token={token}\nPour arrêter : Ctrl+C.\n")
    # A stop asked of us, not of the server, must not leave it behind on the port.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    server = subprocess.Popen(command, env=environment, cwd=ws.root)
    with suppress(KeyboardInterrupt):
        sys.exit(server.wait())
    server.terminate()
    sys.exit(server.wait())
