"""What the commands share: the group, how a case is named, how problems are told."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from asalee_training import __version__
from asalee_training.authoring import check, versions
from asalee_training.content.errors import Problem, nearest
from asalee_training.workspace import Workspace


@click.group(subcommand_metavar="COMMANDE [ARGUMENTS]...", context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(__version__, prog_name="asalee", help="Affiche la version.")
def asalee() -> None:
    """Formation ASALEE : écrire, vérifier, publier et noter des cas."""


def case_path(ws: Workspace, nom: str) -> Path:
    """Find a case or lesson by its name, its path, or its file name."""
    by_name = {p.relative_to(ws.contenu).with_suffix("").as_posix(): p for p in check.modules(ws) + check.sources(ws)}
    wanted = nom.removesuffix(".md").removesuffix(".ipynb")
    for candidate in (wanted, f"cases/{wanted}", f"courses/{wanted}"):
        if candidate in by_name:
            return by_name[candidate]
    path = Path(nom).resolve()
    if path in by_name.values():
        return path
    raise click.UsageError(f"Le cas « {nom} » n’existe pas. {nearest(wanted, (n.partition('/')[2] for n in by_name))}")


def assignment_of(ws: Workspace, nom: str) -> str:
    """Find a built evaluation by its assignment, or its case's name (newest version)."""
    known = versions.names(ws)
    wanted = nom.removesuffix(".md").removesuffix(".ipynb").removeprefix("cases/").replace("/", "-")
    matching = [a for a in known if a == wanted or a.rpartition("-v")[0] == wanted]
    if not matching:
        raise click.UsageError(f"Le cas « {nom} » n’a pas été construit. {nearest(wanted, known) if known else ''}")
    return max(matching, key=lambda a: int(a.rpartition("-v")[2]))


def say_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(str(problem), err=True)


def echo_json(data: Any) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=1, default=str))
