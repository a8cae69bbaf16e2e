"""The command line: thin, French, exit status 0 (done), 1 (something to correct), 2 (wrong words)."""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

import click
from filelock import Timeout

from asalee_training import __version__, french_click
from asalee_training.authoring import build, check, versions
from asalee_training.authoring import new as authoring_new
from asalee_training.authoring import preview as authoring_preview
from asalee_training.content.errors import ContentError, Problem, nearest
from asalee_training.gradebook import GradebookError
from asalee_training.workspace import Workspace, WorkspaceError

PORT = 8888


def main() -> NoReturn:
    """Run the command line, turning our own errors into one French sentence."""
    french_click.install()
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    try:
        asalee(prog_name="asalee")
    except (GradebookError, WorkspaceError, authoring_new.NewCaseError, versions.VersionError) as error:
        click.echo(f"Erreur : {error}", err=True)
    except Timeout:
        click.echo("Erreur : une autre commande travaille sur les mêmes copies ; attendez qu’elle finisse.", err=True)
    sys.exit(1)


@click.group(subcommand_metavar="COMMANDE [ARGUMENTS]...", context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(__version__, prog_name="asalee", help="Affiche la version.")
def asalee() -> None:
    """Formation ASALEE : écrire, vérifier, publier et noter des cas."""


def _case_path(ws: Workspace, nom: str) -> Path:
    """Find a case or lesson by its name, its path, or its file name."""
    by_name = {p.relative_to(ws.contenu).with_suffix("").as_posix(): p for p in check.sources(ws)}
    wanted = nom.removesuffix(".md")
    for candidate in (wanted, f"cases/{wanted}", f"courses/{wanted}"):
        if candidate in by_name:
            return by_name[candidate]
    path = Path(nom).resolve()
    if path in by_name.values():
        return path
    raise click.UsageError(f"Le cas « {nom} » n’existe pas. {nearest(wanted, (n.partition('/')[2] for n in by_name))}")


def _assignment(ws: Workspace, nom: str) -> str:
    """Find a built evaluation by its assignment, or its case's name (newest version)."""
    known = versions.names(ws)
    wanted = nom.removesuffix(".md").removeprefix("cases/").replace("/", "-")
    matching = [a for a in known if a == wanted or a.rpartition("-v")[0] == wanted]
    if not matching:
        raise click.UsageError(f"Le cas « {nom} » n’a pas été construit. {nearest(wanted, known) if known else ''}")
    return max(matching, key=lambda a: int(a.rpartition("-v")[2]))


def _say_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(str(problem), err=True)


def _as_json(data: Any) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=1, default=str))


@asalee.command()
@click.argument("nom", metavar="PROTOCOLE/NOM")
def nouveau(nom: str) -> None:
    """Crée un cas à partir d’un exemple rempli."""
    ws = Workspace.find()
    path = authoring_new.new(ws, nom)
    click.echo(f"Créé : {path.relative_to(ws.contenu)}\nÉcrivez par-dessus l’exemple, puis : asalee verifier {nom}")


@asalee.command()
@click.argument("noms", metavar="[CAS]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Réponse lisible par un programme.")
def verifier(noms: tuple[str, ...], as_json: bool) -> None:
    """Dit ce qui est à corriger dans un cas, ou dans tous."""
    ws = Workspace.find()
    paths = [_case_path(ws, nom) for nom in noms] or check.sources(ws)
    problems: list[Problem] = []
    for path in paths:
        try:
            check.check(ws, path)
            if not as_json:
                click.echo(f"{path.relative_to(ws.contenu)} : prêt")
        except ContentError as error:
            problems += error.problems
    if as_json:
        _as_json([vars(p) for p in problems])
    else:
        _say_problems(problems)
    sys.exit(1 if problems else 0)


@asalee.command()
@click.option("--json", "as_json", is_flag=True, help="Réponse lisible par un programme.")
def construire(as_json: bool) -> None:
    """Fait les carnets de tous les cas et leçons, et les met à disposition des apprenantes."""
    ws = Workspace.find()
    built = build_and_release(ws)
    if as_json:
        _as_json({**vars(built), "problems": [vars(p) for p in built.problems]})
    else:
        click.echo(f"Évaluations : {len(built.evaluations)}. Entraînements et leçons : {len(built.bibliotheque)}.")
        _say_problems(built.problems)
    sys.exit(1 if built.problems else 0)


def build_and_release(ws: Workspace) -> build.Built:
    """Build everything; release the evaluations that changed or were never released."""
    built = build.build_all(ws)
    from asalee_training.gradebook import release

    release.release(ws, built.evaluations)
    return built


@asalee.command()
def schema() -> None:
    """Réécrit le schéma du format et les tableaux du guide."""
    from asalee_training.content import schema as written

    ws = Workspace.find()
    (ws.cases / "schema.json").write_text(written.schema_text(), encoding="utf-8", newline="\n")
    guide = ws.cases / "README.md"
    guide.write_text(written.guide(guide.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    click.echo("cases/schema.json et cases/README.md sont à jour.")


@asalee.command()
@click.argument("nom", metavar="CAS")
@click.option("--stagiaire", type=click.IntRange(0, 31), default=0, show_default=True, help="Quel patient, de 0 à 31.")
@click.option("--port", type=int, default=PORT, show_default=True, help="Le port du serveur.")
@click.option("--no-browser", is_flag=True, help="N’ouvre pas le navigateur.")
def apercu(nom: str, stagiaire: int, port: int, no_browser: bool) -> None:
    """Ouvre le vrai carnet d’un cas, avec la correction immédiate."""
    ws = Workspace.find()
    try:
        notebook = authoring_preview.preview(ws, _case_path(ws, nom), stagiaire)
    except ContentError as error:
        _say_problems(error.problems)
        sys.exit(1)
    _serve(ws, port, not no_browser, f"/doc/tree/{notebook.relative_to(ws.root).as_posix()}")


@asalee.command()
@click.option("--port", type=int, default=PORT, show_default=True, help="Le port du serveur.")
@click.option("--no-browser", is_flag=True, help="N’ouvre pas le navigateur.")
def demarrer(port: int, no_browser: bool) -> None:
    """Construit ce qui a changé et ouvre la page d’accueil."""
    ws = Workspace.find()
    _refuse_taken_port(port)
    built = build_and_release(ws)
    _say_problems(built.problems)
    _serve(ws, port, not no_browser, "/asalee/")


def _refuse_taken_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            raise click.UsageError(
                f"Le port {port} est déjà pris ou interdit : fermez l’autre fenêtre, ou choisissez-en un autre, "
                "par exemple « make start PORT=8890 »."
            ) from None


def _serve(ws: Workspace, port: int, open_browser: bool, url: str) -> NoReturn:
    from asalee_training.lab import settings

    _refuse_taken_port(port)
    token = secrets.token_urlsafe(24)
    settings.prepare_state(ws.root)
    environment = settings.launch_environment(ws.root, token) | {"ASALEE_RACINE": str(ws.root)}
    command = settings.server_command(ws.root, port, open_browser=open_browser, default_url=url)
    click.echo(f"\nFormation ASALEE : http://127.0.0.1:{port}{url}?token={token}\nPour arrêter : Ctrl+C.\n")
    server = subprocess.Popen(command, env=environment, cwd=ws.root)
    with suppress(KeyboardInterrupt):
        sys.exit(server.wait())
    server.terminate()
    sys.exit(server.wait())


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
    assignment = _assignment(ws, cas)
    from asalee_training.gradebook import collect, marker  # late: nbgrader takes seconds to load

    collect.collect(ws, assignment)
    with click.progressbar(length=1, label="Notation", file=sys.stderr, hidden=as_json) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        report = marker.mark(ws, assignment, progress, force=tout)
    if as_json:
        _as_json(vars(report))
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
    assignment = _assignment(ws, cas)
    from asalee_training.gradebook import feedback

    report = feedback.publish(ws, assignment)
    click.echo(f"Retours rendus : {report.published}. Copies en attente : {report.waiting}.")
