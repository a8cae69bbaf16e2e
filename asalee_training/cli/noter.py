"""The referent's commands: receive, collect and mark, give back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from asalee_training.cli.commun import asalee, assignment_of, echo_json
from asalee_training.workspace import Workspace


@asalee.command()
@click.argument("fichiers", metavar="FICHIERS...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--remplacer",
    is_flag=True,
    help="Remplace la copie déjà reçue d’une même apprenante. Vérifiez d’abord auprès d’elle.",
)
def recevoir(fichiers: tuple[Path, ...], remplacer: bool) -> None:
    """Reçoit des fichiers copie.zip remis hors réseau."""
    from asalee_training.gradebook import receive

    report = receive.receive(Workspace.find(), fichiers, remplacer)
    for line in report.received:
        click.echo(line)
    for line in report.refused:
        click.echo(line, err=True)
    sys.exit(1 if report.refused else 0)


@asalee.command()
@click.argument("cas", metavar="CAS")
@click.option("--tout", is_flag=True, help="Note aussi les copies déjà notées.")
@click.option("--json", "as_json", is_flag=True, help="Réponse lisible par un programme.")
def noter(cas: str, tout: bool, as_json: bool) -> None:
    """Relève les copies d’un cas et les note."""
    ws = Workspace.find()
    assignment = assignment_of(ws, cas)
    from asalee_training.gradebook import collect, marker  # late: nbgrader takes seconds to load

    collect.collect(ws, assignment)
    with click.progressbar(length=1, label="Notation", file=sys.stderr, hidden=as_json) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        report = marker.mark(ws, assignment, progress, force=tout)
    if as_json:
        echo_json(vars(report))
    else:
        click.echo(f"Copies notées : {report.marked}. Copies dont un texte est à lire : {report.waiting_manual}.")
        for apprenante, reason in report.to_review:
            click.echo(f"À revoir, {apprenante} : {reason}", err=True)
    sys.exit(1 if report.to_review else 0)


@asalee.command()
@click.argument("cas", metavar="CAS")
def rendre(cas: str) -> None:
    """Rend aux apprenantes les retours des copies entièrement corrigées."""
    ws = Workspace.find()
    assignment = assignment_of(ws, cas)
    from asalee_training.gradebook import feedback

    report = feedback.publish(ws, assignment)
    click.echo(f"Retours rendus : {report.published}. Copies en attente : {report.waiting}.")
