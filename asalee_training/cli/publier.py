"""The trainer's commands that take two people: propose, approve, publish; and build all that may be published."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from asalee_training.authoring import build, personnes, publication
from asalee_training.cli.commun import asalee, case_path, echo_json, say_problems
from asalee_training.content.errors import ContentError
from asalee_training.content.signatures import Geste
from asalee_training.workspace import Workspace

PAR = click.option("--par", metavar="NOM", default="", help="Qui signe : « Prénom Nom ».")


@asalee.command()
@click.argument("cas", metavar="CAS")
@PAR
def proposer(cas: str, par: str) -> None:
    """Propose un cas à la publication : il doit être prêt."""
    geste = _sign(publication.proposer, cas, par)
    click.echo(f"Proposé par {geste.qui}, version {geste.version}. Une autre personne le joue, puis l’approuve.")


@asalee.command()
@click.argument("cas", metavar="CAS")
@PAR
def approuver(cas: str, par: str) -> None:
    """Approuve un cas qu’une autre personne a proposé, après l’avoir joué."""
    geste = _sign(publication.approuver, cas, par)
    click.echo(f"Approuvé par {geste.qui}, version {geste.version}. Pour le publier : asalee publier {cas}")


@asalee.command()
@click.argument("cas", metavar="CAS")
@PAR
def retirer(cas: str, par: str) -> None:
    """Retire un cas : qui l’a commencé le garde, plus personne ne le commence."""
    geste = _sign(publication.retirer, cas, par)
    ws = Workspace.find()
    publish(ws, [case_path(ws, cas)])
    click.echo(f"Retiré par {geste.qui}. Les copies de qui l’a commencé seront notées.")


def _sign(gesture: Callable[[Workspace, Path, str], Geste], cas: str, par: str) -> Geste:
    ws = Workspace.find()
    par = par or personnes.current(ws)
    if not par:
        raise click.UsageError("Dites qui signe : ajoutez --par « Prénom Nom ».")
    try:
        return gesture(ws, case_path(ws, cas), par)
    except ContentError as error:
        say_problems(error.problems)
        sys.exit(1)


@asalee.command()
@click.argument("noms", metavar="[CAS]...", nargs=-1)
def publier(noms: tuple[str, ...]) -> None:
    """Publie aux apprenantes les cas approuvés, ou ceux que vous nommez."""
    ws = Workspace.find()
    built = publish(ws, [case_path(ws, nom) for nom in noms] or None)
    _say(built)
    # Asked for by its name, a text that was not published is a refusal.
    sys.exit(1 if built.problems or (noms and built.left) else 0)


@asalee.command()
@click.option("--json", "as_json", is_flag=True, help="Réponse lisible par un programme.")
def construire(as_json: bool) -> None:
    """Fait les carnets de tous les cas et leçons publiables, et les met à disposition des apprenantes."""
    built = publish(Workspace.find())
    if as_json:
        lists: dict[str, Any] = {name: [vars(x) for x in getattr(built, name)] for name in ("problems", "left")}
        echo_json(vars(built) | lists)
    else:
        _say(built)
    sys.exit(1 if built.problems else 0)


def publish(ws: Workspace, paths: Iterable[Path] | None = None) -> build.Built:
    """Build and release; nbgrader is loaded only here, since it takes seconds."""
    from asalee_training.gradebook import release

    with click.progressbar(length=1, label="Vérification et preuve des textes", file=sys.stderr) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        return release.publish(ws, paths, progress)


def _say(built: build.Built) -> None:
    click.echo(f"Évaluations : {len(built.evaluations)}. Entraînements et leçons : {len(built.bibliotheque)}.")
    say_problems(built.problems)
    say_left(built)


def say_left(built: build.Built) -> None:
    """Say what is not published, and why: nothing is broken."""
    for left in built.left:
        click.echo(f"Pas publié : {left}")
