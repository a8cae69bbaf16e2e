"""The trainer's proof: can the grader of a case be trusted?"""

from __future__ import annotations

import sys
from typing import Any

import click

from asalee_training.authoring import check
from asalee_training.authoring import preuve as preuves
from asalee_training.authoring.preuve import rapport, tableau
from asalee_training.authoring.preuve.memoire import Preuves
from asalee_training.cli.commun import asalee, case_path, echo_json, say_problems
from asalee_training.content.errors import ContentError, Problem
from asalee_training.workspace import Workspace


@asalee.command()
@click.argument("noms", metavar="[CAS]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Réponse lisible par un programme.")
@click.option("--detail", is_flag=True, help="Donne aussi le score de chaque exercice.")
@click.option("--tableau", "as_table", is_flag=True, help="Une ligne par texte, en Markdown.")
def prouver(noms: tuple[str, ...], as_json: bool, detail: bool, as_table: bool) -> None:
    """Prouve le correcteur d’un cas, ou de tous : bonnes réponses acceptées, fausses refusées, rien qui fuit."""
    ws = Workspace.find()
    paths = [case_path(ws, nom) for nom in noms] or check.sources(ws)
    memoire = Preuves(ws)
    proved: list[preuves.Preuve] = []
    wrong: list[Problem] = []
    with click.progressbar(paths, label="Preuve", file=sys.stderr, hidden=as_json or as_table or len(paths) < 2) as bar:
        for path in bar:
            try:
                proved.append(preuves.prouver(ws, path, memoire))
            except ContentError as error:
                wrong += error.problems
    if as_json:
        echo_json({"preuves": [_json(p) for p in proved], "problemes": [vars(p) for p in wrong]})
    elif as_table:
        click.echo(tableau.markdown(proved))
        say_problems([*wrong, *(problem for p in proved for problem in rapport.problemes(p))])
    else:
        for preuve in proved:
            _dire(preuve, detail)
        say_problems(wrong)
        if len(proved) > 1:
            click.echo(f"\n{rapport.ensemble(proved)}")
    sys.exit(1 if wrong or any(p.bloquants for p in proved) else 0)


def _dire(preuve: preuves.Preuve, detail: bool) -> None:
    click.echo(f"\n{preuve.fichier} : {rapport.verdict(preuve)}")
    for phrase in rapport.phrases(preuve):
        click.echo(f"  {phrase}")
    if detail:
        for epreuve in preuve.epreuves.values():
            click.echo(f"  - {epreuve.nom} ({epreuve.type}) : {rapport.exercice(epreuve)}")
    say_problems(rapport.problemes(preuve))
    for remarque in rapport.remarques(preuve):
        click.echo(f"  À relire, {remarque.lieu} : {remarque.message}")


def _json(preuve: preuves.Preuve) -> dict[str, Any]:
    return {
        **preuve.json(),
        "score": preuve.score,
        "bloque": bool(preuve.bloquants),
        "phrases": rapport.phrases(preuve),
    }
