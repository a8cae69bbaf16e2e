"""What is wrong with a text, beside the field where it is wrong, in the words of the forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from asalee_training import exercises
from asalee_training.authoring import avertissements, check
from asalee_training.authoring.edition import document as cutting
from asalee_training.authoring.edition.document import Bloc, Document
from asalee_training.authoring.new import A_ECRIRE, QUESTION, RECIT
from asalee_training.content import french, yaml_lines
from asalee_training.content.errors import ContentError
from asalee_training.content.models import Case, EnTeteCas, EnTeteLecon
from asalee_training.pages.atelier_cas import etiquettes
from asalee_training.simulation.champs import CHAMPS
from asalee_training.workspace import Workspace

_OUBLIS = {
    A_ECRIRE: "Dites d’où vient la règle enseignée : le texte et sa date.",
    QUESTION: "Écrivez la question.",
    RECIT: "Racontez : qui vient, pourquoi, ce qu’elle dit.",
}
_LIT = re.compile(r"le calcul « (\w+) » lit « (\w+) » : écrivez-le dans « patient_temoin: »\.")
_SANS_ERREUR = re.compile(r"il manque une erreur prévue\.")
_LIT_TIRE = re.compile(r"un calcul lit « (\w+) » : ajoutez-le à « patient: »\.")


def remarques(ws: Workspace, path: Path, texte: str) -> list[dict[str, Any]]:
    """Check a text that may not be saved; return what is wrong with it, [] when it is ready."""
    return verdict(ws, path, texte)[0]


def verdict(ws: Workspace, path: Path, texte: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return what is wrong with a text, and, when nothing is, what it lacks before it can be proposed."""
    doc = cutting.read(texte)
    found, case = _wrong(ws, path, texte, doc)
    found += _forgotten(doc)
    if found or case is None:
        return [each for n, each in enumerate(found) if each not in found[:n]], []
    missing = [
        _placed(
            doc, 0, f"« {etiquettes.etiquette('entetecas', key)[0]} » : à écrire avant de proposer ce texte.", [key]
        )
        for key in avertissements.missing_keys(case)
    ]
    return [], missing


def _forgotten(doc: Document) -> Iterator[dict[str, Any]]:
    """What a new piece says until its author writes over it: right for the check, and never published."""
    for line, written in enumerate(doc.plain()):
        words = A_ECRIRE if A_ECRIRE in written else written.lstrip("# ").strip()
        if words in _OUBLIS:
            yield _placed(doc, line, _OUBLIS[words])


def _wrong(ws: Workspace, path: Path, texte: str, doc: Document) -> tuple[list[dict[str, Any]], Case | None]:
    try:
        return [], check.check(ws, path, texte)
    except ContentError as error:
        known = _of_models(doc, lecon=path.is_relative_to(ws.courses))
        found = [_one(doc, known, p.ligne - 1, p.message) for p in error.problems]
        return [each for each in found if each], None


def _one(doc: Document, known: Mapping[tuple[int, str], dict[str, Any]], line: int, message: str) -> dict[str, Any]:
    if (line, message) in known:
        return known[(line, message)]
    if match := _LIT.fullmatch(message) or _LIT_TIRE.fullmatch(message):
        words = CHAMPS[match[match.lastindex]].libelle if match[match.lastindex] in CHAMPS else match[match.lastindex]
        temoin = match.re is _LIT
        phrase = (
            f"Un calcul lit « {words} » : remplissez-le."
            if temoin
            else f"Un calcul lit « {words} », que le patient n’a pas : ajoutez cette contrainte, ou choisissez un autre calcul."
        )
        return _placed(doc, line, phrase, ["patient_temoin", match[match.lastindex]] if temoin else ["patient"])
    if _SANS_ERREUR.search(message):
        return {**_placed(doc, line, etiquettes.raison("", "erreurs")), "chemin": ["erreurs"]}
    for pattern, words in etiquettes.AUTREMENT:
        message = pattern.sub(words, message)
    return _placed(doc, line, message)


def _placed(doc: Document, line: int, phrase: str, chemin: list[Any] | None = None) -> dict[str, Any]:
    """Find the block, the group and the key of a line."""
    rank = next((n for n, b in enumerate(doc.blocs) if b.debut <= line < b.fin), 0 if doc.blocs else None)
    if chemin is not None:
        rank = next((n for n, b in enumerate(doc.blocs) if b.genre == "entete"), rank)
    if rank is None:
        return {"bloc": None, "groupe": None, "chemin": [], "phrase": phrase, "ligne": line + 1}
    group = next((n for n, g in enumerate(doc.groupes) if rank in g.blocs), None)
    path = _path_at(doc.blocs[rank], line) if chemin is None else chemin
    return {"bloc": rank, "groupe": group, "chemin": path, "phrase": phrase, "ligne": line + 1}


def _path_at(bloc: Bloc, line: int) -> list[Any]:
    """Return the deepest path that begins at this line of a block, or just before it."""
    if bloc.corps == (0, 0) or line < bloc.corps[0]:
        return []
    try:
        lines = yaml_lines.load(bloc.texte).lignes
    except yaml_lines.YamlProblem:
        return []
    within = line - bloc.corps[0]
    before = [(at, path) for path, at in lines.items() if at <= within]
    last = max((at for at, _ in before), default=0)
    return list(max((path for at, path in before if at == last), key=lambda p: (len(p), str(p)), default=()))


def _of_models(doc: Document, lecon: bool) -> dict[tuple[int, str], dict[str, Any]]:
    """What the models refuse, by the line and the sentence of the check, told with the words of the form."""
    known: dict[tuple[int, str], dict[str, Any]] = {}
    for rank, bloc in enumerate(doc.blocs):
        model = _model(bloc, lecon)
        if model is None:
            continue
        try:
            located = yaml_lines.load(bloc.texte)
            model.model_validate(located.valeurs)
        except yaml_lines.YamlProblem:
            continue
        except ValidationError as errors:
            group = next((n for n, g in enumerate(doc.groupes) if rank in g.blocs), None)
            every = errors.errors(include_url=False)
            for error in every:
                missing = error["type"] == "missing"
                line = bloc.corps[0] + located.line(error["loc"][:-1] if missing else error["loc"])
                known[(line, french.sentence(error, model))] = {} if _follows(error, every) else {
                    "bloc": rank, "groupe": group, "chemin": list(error["loc"]), "ligne": line + 1,
                    "phrase": phrase(error, model, _contexte(bloc)),
                }  # fmt: skip
    return known


def _follows(error: Mapping[str, Any], every: list[Any]) -> bool:
    """A list is « too short » because its items are wrong: those are told, it is not."""
    loc = error["loc"]
    return error["type"] == "too_short" and any(len(e["loc"]) > len(loc) and e["loc"][: len(loc)] == loc for e in every)


def _model(bloc: Bloc, lecon: bool) -> type[BaseModel] | None:
    if bloc.genre == "entete":
        return EnTeteLecon if lecon else EnTeteCas
    if bloc.genre != "exercice":
        return None
    return exercises.get(_type(bloc)).Spec if _type(bloc) in exercises.TYPES else None


def _type(bloc: Bloc) -> str:
    try:
        return str(yaml_lines.load(bloc.texte).valeurs.get("type"))
    except yaml_lines.YamlProblem:
        return ""


def _contexte(bloc: Bloc) -> str:
    return "entetecas" if bloc.genre == "entete" else _type(bloc)


def phrase(error: Mapping[str, Any], model: type[BaseModel], contexte: str) -> str:
    """Turn one error of a model into a sentence with the label of its field."""
    keys = [part for part in error["loc"] if isinstance(part, str)]
    cle = keys[-1] if keys else ""
    inner = {"choix": "option", "erreurs": "erreur", "repliques": "replique", "tours": "tour", "objectifs": "objectif",
             "exemples": "exemple", "vues": "vue", "logement": "element"}  # fmt: skip
    for key in keys[:-1]:
        contexte = inner.get(key, key)
    kind, context = error["type"], error.get("ctx", {})
    try:
        libelle = etiquettes.etiquette(contexte, cle)[0]
    except KeyError:
        if kind == "extra_forbidden":
            return (
                f"Le texte contient « {cle} », que la formation ne connaît pas : c’est gardé tel quel, mais empêche de "
                "publier. Voyez « Voir le texte »."
            )
        return french.sentence(error, model)
    empty = kind == "missing" or (kind in ("string_too_short", "too_short") and not error.get("input"))
    if empty:
        return etiquettes.raison(contexte, cle) or f"« {libelle} » est à remplir."
    if kind == "string_too_short":
        return f"« {libelle} » est trop court : écrivez au moins {context.get('min_length', 1)} caractères."
    if kind == "too_short":
        return f"« {libelle} » : il en faut au moins {context.get('min_length', 1)}."
    if kind in ("int_type", "int_parsing", "int_from_float"):
        return f"« {libelle} » : écrivez un nombre entier."
    if kind in ("float_type", "float_parsing"):
        return f"« {libelle} » : écrivez un nombre, par exemple 58,9."
    return (
        french.sentence(error, model)
        .replace(f"« {french.written(error['loc'])}: ", f"« {libelle} : ")
        .replace(f"« {french.written(error['loc'])}: »", f"« {libelle} »")
    )
