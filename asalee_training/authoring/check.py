"""Everything that can be known to be wrong with a case before a trainee meets it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from asalee_training import exercises
from asalee_training.content import banque, release, substitution
from asalee_training.content.errors import ContentError, Problem, nearest
from asalee_training.content.grille import load_grille
from asalee_training.content.models import Case, Exercise
from asalee_training.content.reader import load_case, load_lesson, load_module
from asalee_training.content.source import SUFFIXES, Source
from asalee_training.exercises import calculs, scope
from asalee_training.exercises.calculs.confusions import nommees
from asalee_training.simulation import patient as simulated
from asalee_training.workspace import Workspace

MODULE, RELECTURE = "module.md", "relecture.md"
#: What lies beside the lessons and is none.
AUTRES = {MODULE, RELECTURE}
# Any secret will do: what must hold, must hold for every patient that the laws allow.
_SECRET = b"verification des cas, sans secret"


def sources(ws: Workspace) -> list[Path]:
    """Return every case and lesson file, sorted. Hidden folders hold an editor's copies, not content."""
    cases = sorted(p for p in ws.cases.glob("[!.]*/[!.]*") if p.suffix in SUFFIXES)
    return cases + sorted(p for p in ws.courses.glob("[!.]*/[!.]*.md") if p.name not in AUTRES)


def modules(ws: Workspace) -> list[Path]:
    """Return the description of every module, sorted."""
    return sorted(ws.courses.glob("[!.]*/module.md"))


def read(ws: Workspace, path: Path, texte: str | None = None) -> Case:
    """Read a case or a lesson, whichever the path is; ``texte`` stands for what is not saved yet."""
    loader = load_case if path.is_relative_to(ws.cases) else load_lesson
    return loader(path, ws.contenu, texte)


def check(ws: Workspace, path: Path, texte: str | None = None) -> Case:
    """Read a file and check that it can be played and marked for its 32 patients and its witness.

    ``texte`` stands for what is not saved yet. Raises ``ContentError`` with French problems.
    """
    case = read(ws, path, texte)
    finder = Finder(Source.open(path, ws.contenu, texte))
    problems = [*_named(ws, case, finder), *_scope(case, finder), *_witness(case, finder), *_themes(ws, case, finder)]
    problems += _unforeseen(case, finder)
    problems = problems or list(_texts(case, finder)) or list(_all_patients(case, finder))
    if problems:
        raise ContentError(dict.fromkeys(problems))
    return case


class Finder:
    """Finds the line of an exercise's key in the text, for errors found after reading."""

    def __init__(self, source: Source):
        self.source = source
        self.lines = source.texte.split("\n")

    def problem(self, message: str, nom: str = "", key: str = "") -> Problem:
        line = self._find(re.compile(rf"^\s*(```+|~~~+)\s*\{{exercice\}}\s*{re.escape(nom)}\s*$"), 0) if nom else 0
        if key:
            line = self._find(re.compile(rf"(?<!\w){re.escape(key)}"), line)
        return self.source.problem(line, message)

    def _find(self, pattern: re.Pattern[str], start: int) -> int:
        return next((i for i in range(start, len(self.lines)) if pattern.search(self.lines[i])), start)


def _computations(exercise: Exercise) -> Iterator[tuple[str, Any]]:
    """Yield (computation, witness value or None) for an exercise."""
    attendu = getattr(exercise.spec, "attendu", None)
    if attendu is not None and attendu.calcul:
        yield attendu.calcul, attendu.temoin
    for erreur in getattr(exercise.spec, "erreurs", ()):
        if erreur.si.calcul:
            yield erreur.si.calcul, None
    for suppose in exercise.spec.suppose:
        yield suppose.calcul, None


def _named(ws: Workspace, case: Case, finder: Finder) -> Iterator[Problem]:
    """Computations and rubrics must exist."""
    for exercise in case.exercices.values():
        for name, _ in _computations(exercise):
            if name not in calculs.CALCULS:
                message = f"le calcul « {name} » n’existe pas. {nearest(name, calculs.CALCULS)}"
                yield finder.problem(message, exercise.nom, f"calcul: {name}")
        if exercise.type == "texte":
            yield from _rubric(ws, exercise, finder)


def _scope(case: Case, finder: Finder) -> Iterator[Problem]:
    """An answer marked out of scope, and the scope table, must say the same."""
    protocole = case.nom.partition("/")[0]
    for exercise in case.exercices.values():
        for option in getattr(exercise.spec, "choix", ()):
            if message := scope.fault(option.texte, option.acte, option.gravite, protocole):
                yield finder.problem(message, exercise.nom, option.texte[:30])


def _unforeseen(case: Case, finder: Finder) -> Iterator[Problem]:
    """A number, or sites, where no error is foreseen: who is wrong would not be told why.

    Here and not in the model: a version published before this rule stays readable, and its copies are marked.
    """
    for exercise in case.exercices.values():
        if getattr(exercise.spec, "erreurs", None) != ():
            continue
        calcul = exercise.spec.attendu.calcul
        known = [f"« si: {{calcul: {other}}} » ({nom[0].lower()}{nom[1:]})" for other, nom in nommees(calcul).items()]
        if not known and exercise.type == "zones_pied":
            known = ["« si: {oubli: true} » (il manque un site)"]
        how = f"Le programme sait reconnaître {', '.join(known)}." if known else "Par exemple « si: {valeur: 25} »."
        yield finder.problem(
            f"exercice « {exercise.nom} » : il manque une erreur prévue. Écrivez sous « erreurs: » au moins une faute que l’on "
            f"fait vraiment, et le « retour: » de qui la fait. {how}",
            exercise.nom,
        )


def _themes(ws: Workspace, case: Case, finder: Finder) -> Iterator[Problem]:
    """Themes are those that the module declares; a question of the bank stands alone."""
    path = ws.courses / case.module / MODULE
    try:
        known = load_module(path, ws.contenu).themes if path.is_file() else {}
    except ContentError:
        return  # told on its own; every theme would seem unknown here
    for theme in case.entete.themes:
        if theme not in known:
            yield finder.problem(_unknown_theme(theme, known, case.module), key="themes:")
    for exercise in case.exercices.values():
        for theme in exercise.spec.themes:
            if theme not in known:
                yield finder.problem(_unknown_theme(theme, known, case.module), exercise.nom, "themes:")
        if exercise.spec.banque:
            for message in banque.faults(case, exercise):
                yield finder.problem(f"exercice « {exercise.nom} » : {message}", exercise.nom, "banque:")
        if case.mode == "lecon" and known and not case.themes(exercise.nom):
            message = f"exercice « {exercise.nom} » : écrivez « themes: », dans l’exercice ou dans l’en-tête."
            yield finder.problem(f"{message} {nearest('', known)}", exercise.nom)


def _unknown_theme(theme: str, known: Mapping[str, str], module: str) -> str:
    if not known:
        return (
            f"le thème « {theme} » : le module « {module} » n’en déclare aucun. Écrivez « themes: » dans son {MODULE}."
        )
    return f"le thème « {theme} » n’est pas déclaré dans courses/{module}/{MODULE}. {nearest(theme, known)}"


def _rubric(ws: Workspace, exercise: Exercise, finder: Finder) -> Iterator[Problem]:
    """A text's rubric must exist, be readable, and be worth what the exercise is worth."""
    nom = exercise.spec.grille
    path = ws.grilles / f"{nom}.yaml"
    try:
        grille = load_grille(path, ws.root)
    except FileNotFoundError:
        known = [p.stem for p in ws.grilles.glob("*.yaml")]
        message = f"la grille « {nom} » n’existe pas. {nearest(nom, known)} Pour écrire celle-ci : grading/grilles/{nom}.yaml."
        yield finder.problem(message, exercise.nom, "grille:")
    except ContentError as error:
        yield from error.problems
    else:
        if grille.sur != exercise.points:
            message = (
                f"l’exercice vaut {substitution.french(exercise.points)} points, mais les meilleurs niveaux de la grille "
                f"« {nom} » en font {substitution.french(grille.sur)}. Corrigez l’un ou l’autre."
            )
            yield finder.problem(message, exercise.nom, "points:")


def _witness(case: Case, finder: Finder) -> Iterator[Problem]:
    """Double entry: what the author worked out by hand must be what is computed."""
    # Scalars stay as written; a witness has no law to draw from, so the seed changes nothing.
    witness = simulated.draw(case.entete.patient_temoin, b"temoin")
    for exercise in case.exercices.values():
        for name, temoin in _computations(exercise):
            if name not in calculs.CALCULS:
                continue
            try:
                value = calculs.compute(name, witness)
            except calculs.MissingField as field:
                message = f"le calcul « {name} » lit « {field.args[0]} » : écrivez-le dans « patient_temoin: »."
                yield finder.problem(message, key="patient_temoin:")
                continue
            except ValueError as error:
                yield finder.problem(f"patient témoin, calcul « {name} » : {error}", key="patient_temoin:")
                continue
            if temoin is not None and not _agrees(value, temoin, exercise):
                message = (
                    f"exercice « {exercise.nom} » : vous avez écrit « temoin: {substitution.french(temoin)} », "
                    f"mais le calcul donne {substitution.french(value)}. Corrigez l’un ou l’autre."
                )
                yield finder.problem(message, exercise.nom, "temoin:")
        yield from _readable(exercise, witness, finder)


def _readable(exercise: Exercise, witness: Mapping[str, Any], finder: Finder) -> Iterator[Problem]:
    """An act is shown and marked on the witness too: what its exercise reads must be there, beyond its computations."""
    if any(name in calculs.CALCULS for name, _ in _computations(exercise)):
        return  # said above, by the name of the computation
    try:
        exercises.get(exercise.type).expected(exercise.spec, witness)
    except calculs.MissingField as field:
        message = f"l’exercice « {exercise.nom} » lit « {field.args[0]} » : écrivez-le dans « patient_temoin: »."
        yield finder.problem(message, key="patient_temoin:")
    except ValueError:
        pass  # a witness may be a person whom no option fits; the trainees' patients are tried below


def _agrees(value: Any, temoin: Any, exercise: Exercise) -> bool:
    if isinstance(value, list):
        return sorted(value) == sorted(temoin if isinstance(temoin, (list, tuple)) else [temoin])
    if isinstance(value, bool) or isinstance(temoin, bool) or isinstance(value, str):
        return value is temoin or (isinstance(value, str) and value == temoin)
    tolerance = getattr(exercise.spec.attendu, "tolerance", 1e-9)
    return isinstance(temoin, (int, float)) and math.isclose(value, temoin, rel_tol=0, abs_tol=tolerance)


def _texts(case: Case, finder: Finder) -> Iterator[Problem]:
    """Every ``{{ … }}`` of questions, reasons and explanations must lead somewhere, for a drawn patient."""
    patient = simulated.draw(case.entete.patient, release.patient_seed(case, _SECRET, 0))
    values = {"patient": patient, "attendu": ""}
    for texte in release.public_texts(case):
        yield from _references(texte, {"patient": patient}, finder, "")
    for exercise in case.exercices.values():
        for texte in _strings(exercise.spec.model_dump()):
            yield from _references(texte, values, finder, exercise.nom)


def _references(texte: str, values: Mapping[str, Any], finder: Finder, nom: str) -> Iterator[Problem]:
    try:
        for name in substitution.references(texte):
            substitution.lookup(values, name)
    except substitution.UnknownReference as error:
        message = f"« {{{{ {error.args[0]} }}}} » ne mène à rien : ajoutez-le à « patient: » ou corrigez son nom."
        yield finder.problem(message, nom, error.args[0])


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _strings(item)


def _all_patients(case: Case, finder: Finder) -> Iterator[Problem]:
    """For each of 32 patients: a key and visible data. Whether the key judges rightly is for ``preuve`` to say."""
    try:
        patients = release.patients(case, _SECRET)
    except ValueError as error:
        yield finder.problem(f"les trente-deux patients : {error}", key="patient:")
        return
    for index, patient in enumerate(patients):
        for exercise in case.exercices.values():
            try:
                exercises.get(exercise.type).expected(exercise.spec, patient)
            except calculs.MissingField as field:
                message = f"un calcul lit « {field.args[0]} » : ajoutez-le à « patient: »."
                yield finder.problem(message, exercise.nom)
                return
            except ValueError as error:
                yield finder.problem(f"exercice « {exercise.nom} », patient n° {index + 1} : {error}", exercise.nom)
                return
        try:
            release.visible(case, patient)
        except (KeyError, ValueError) as error:
            yield finder.problem(f"un instrument ne peut pas être montré : il lui manque {error}.", key="patient:")
            return
