"""What can be wrong with a module as a whole: its order, its bank of questions, what waits for a physician."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from asalee_training import figures
from asalee_training.authoring.check import AUTRES, RELECTURE, Finder, read, sources
from asalee_training.content import relecture
from asalee_training.content.errors import ContentError, Problem
from asalee_training.content.gathering import Reader
from asalee_training.content.models import DEROGATOIRES, ModuleDeCours
from asalee_training.content.reader import load_module
from asalee_training.content.source import SUFFIXES, Source
from asalee_training.figures import maquettes
from asalee_training.simulation.maquettes import MAQUETTES
from asalee_training.workspace import Workspace

FIGURE, MAQUETTE = "figure:", "maquette:"  # in « Où », a drawing of the lessons: its text is what is cited
_ADMITS = re.compile(r"convention pédagogique|à vérifier", re.I)


def check(ws: Workspace, path: Path, texte: str | None = None) -> ModuleDeCours:
    """Read a module's description and prove that its tests can be drawn from the bank.

    ``texte`` stands for what is not saved yet. Raises ``ContentError``.
    A lesson or a case that cannot be read counts for nothing here: it is told on its own.
    """
    module = load_module(path, ws.contenu, texte)
    finder = Finder(Source.open(path, ws.contenu, texte))
    counts = dict.fromkeys(module.themes, 0)
    for source in sources(ws):
        try:
            case = read(ws, source)
        except ContentError:
            continue
        if case.module == path.parent.name:
            for exercise in case.exercices.values():
                for theme in case.themes(exercise.nom) if exercise.spec.banque else ():
                    counts[theme] = counts.get(theme, 0) + 1
    problems = [
        *_presentation(module, path.parent.name, finder),
        *_bank_sizes(module, counts, finder),
        *_review(ws, path.parent),
    ]
    if problems:
        raise ContentError(problems)
    return module


def _review(ws: Workspace, folder: Path) -> Iterator[Problem]:
    """What waits for a physician is listed, and a lesson that admits a convention is on the list."""
    path = folder / RELECTURE
    lessons = {p.stem: p.read_text(encoding="utf-8") for p in folder.glob("[!.]*.md") if p.name not in AUTRES}
    if not path.is_file():
        if folder.name in DEROGATOIRES:
            fichier = path.relative_to(ws.contenu).as_posix()
            yield Problem(fichier, 1, f"écrivez ce fichier : un tableau | {' | '.join(relecture.COLONNES)} |.")
        return

    def texte_de(ou: str) -> str | None:
        if ou.startswith(FIGURE):
            nom = ou.removeprefix(FIGURE)
            return figures.draw(nom).alt if nom in figures.NOMS else None
        if ou.startswith(MAQUETTE):
            nom = ou.removeprefix(MAQUETTE)
            return maquettes.textes(nom) if nom in MAQUETTES else None
        forms = (ws.cases / f"{ou}{suffix}" for suffix in SUFFIXES if "/" in ou)
        case = next((path for path in forms if path.is_file()), None)
        return lessons.get(ou) or (Source.open(case, ws.contenu).texte if case else None)

    reader = Reader.open(path, ws.contenu)
    listed = {attente.ou for attente in relecture.read(reader, texte_de)}
    for nom, texte in lessons.items():
        if _ADMITS.search(texte) and nom not in listed:
            reader.problem(
                0, f"la leçon « {nom} » annonce une convention ou un point à vérifier : ajoutez sa ligne au tableau."
            )
    yield from reader.problems


def _presentation(module: ModuleDeCours, nom: str, finder: Finder) -> Iterator[Problem]:
    """What the page of a module that prepares a delegated act must say to whom it is about to begin."""
    if nom not in DEROGATOIRES:
        return
    if not module.prerequis:
        yield finder.problem("il manque « prerequis: » : une liste, ce qu’il faut savoir ou avoir fait avant.")
    if not module.hors_champ:
        yield finder.problem("il manque « hors_champ: » : une liste, ce que le module n’enseigne pas.")
    if len(module.sources) < 2:
        yield finder.problem(
            "« sources: » : donnez au moins deux textes datés sur lesquels le module s’appuie.", key="sources:"
        )
    if module.a_jour is None:
        yield finder.problem("il manque « a_jour: » : le jour où le module a été relu avec ses sources.")


def _bank_sizes(module: ModuleDeCours, counts: Mapping[str, int], finder: Finder) -> Iterator[Problem]:
    for test in ("positionnement", "final"):
        epreuve = getattr(module, test)
        for theme in module.themes if epreuve else ():
            if counts[theme] < 2 * epreuve.par_theme:
                message = (
                    f"« {test}: » tire {epreuve.par_theme} question(s) par thème, et le thème « {theme} » en a "
                    f"{counts[theme]} en banque : il en faut au moins le double ({2 * epreuve.par_theme}), "
                    "pour qu’un nouvel essai soit différent."
                )
                yield finder.problem(message, key=f"{theme}:")
