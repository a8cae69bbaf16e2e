"""The trainer's commands: a new case, what is wrong with it, what trainees get."""

from __future__ import annotations

import sys

import click

from asalee_training.authoring import check, modules
from asalee_training.authoring import new as authoring_new
from asalee_training.authoring.avertissements import warnings
from asalee_training.cli.commun import asalee, case_path, echo_json, say_problems
from asalee_training.content.errors import ContentError, Problem
from asalee_training.workspace import Workspace


@asalee.command()
@click.argument("nom", metavar="PROTOCOLE/NOM")
@click.option("--carnet", is_flag=True, help="Un carnet Jupyter (.ipynb) au lieu d’un fichier de texte.")
def nouveau(nom: str, carnet: bool) -> None:
    """Crée un cas à partir d’un exemple rempli."""
    ws = Workspace.find()
    path = authoring_new.new(ws, nom, carnet=carnet)
    click.echo(f"Créé : {path.relative_to(ws.contenu)}\nÉcrivez par-dessus l’exemple, puis : asalee verifier {nom}")


@asalee.command()
@click.argument("noms", metavar="[CAS]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Réponse lisible par un programme.")
def verifier(noms: tuple[str, ...], as_json: bool) -> None:
    """Dit ce qui est à corriger dans un cas, ou dans tous."""
    ws = Workspace.find()
    paths = [case_path(ws, nom) for nom in noms] or check.modules(ws) + check.sources(ws)
    problems: list[Problem] = []
    known: list[Problem] = []
    for path in paths:
        try:
            if path.name == check.MODULE:
                modules.check(ws, path)
            else:
                known += warnings(check.check(ws, path), path, ws.contenu)
            if not as_json:
                click.echo(f"{path.relative_to(ws.contenu)} : prêt")
        except ContentError as error:
            problems += error.problems
    if as_json:
        echo_json([vars(p) for p in problems + known])
    else:
        say_problems(problems + known)
    sys.exit(1 if problems else 0)


@asalee.command()
def schema() -> None:
    """Réécrit le schéma du format et les tableaux du guide."""
    from asalee_training.content import schema as written

    ws = Workspace.find()
    (ws.cases / "schema.json").write_text(written.schema_text(), encoding="utf-8", newline="\n")
    for guide, tables in ((ws.cases / "README.md", written.tables), (ws.courses / "README.md", written.lesson_tables)):
        text = written.guide(guide.read_text(encoding="utf-8"), tables())
        guide.write_text(text, encoding="utf-8", newline="\n")
    click.echo("cases/schema.json, cases/README.md et courses/README.md sont à jour.")
