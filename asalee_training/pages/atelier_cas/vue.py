"""What the page shows of a text: its pieces, their values, the computations; JSON values only."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from asalee_training import exercises
from asalee_training.authoring.edition import EditError, keys
from asalee_training.authoring.edition import document as cutting
from asalee_training.authoring.edition.document import Bloc, Document
from asalee_training.authoring.new import A_ECRIRE, QUESTION, RECIT
from asalee_training.content.errors import ContentError
from asalee_training.content.grille import load_grille
from asalee_training.content.models import EnTeteCas, EnTeteLecon
from asalee_training.content.substitution import french
from asalee_training.pages.atelier_cas import calculs, tables
from asalee_training.pages.atelier_cas.champs import champs, formulaire, instrument
from asalee_training.simulation import instruments
from asalee_training.simulation.champs import CHAMPS
from asalee_training.workspace import Workspace

_INSERTION = re.compile(r"\{\{.*?\}\}")
#: The case in the order in which an author thinks of it.
_ENTETE = {
    cle: rank for rank, cle in enumerate(("titre", "mode", "niveau", "duree_min", "objectifs", "partie", "sources"))
}
INSTRUMENTS = {
    "examen_pieds": "L’examen des pieds",
    "spirometrie": "Les courbes et les valeurs de spirométrie",
    "feuille_cognition": "La feuille de tests",
    "releve_automesure": "Le relevé d’automesure",
    "calculatrice": "Une calculatrice clinique",
    "maquette": "Une maquette à régler",
}
_MESURES = "L’apprenante y lit les mesures de son patient, sans conclusion."
_AIDES = {
    "calculatrice": "Elle calcule ce que l’apprenante lui tape, sans conclure.",
    "maquette": "Un dessin qui bouge quand on bouge un réglage. Rien n’y est gardé ni jugé : posez ensuite une question.",
}


def formulaires(ws: Workspace, lecon: bool) -> dict[str, Any]:
    """Return what does not depend on the text: the forms, the types, the rubrics, the instruments."""
    model = EnTeteLecon if lecon else EnTeteCas
    return {
        "entete": sorted(champs(model, model.__name__.lower()), key=lambda field: _ENTETE.get(field["cle"], 9)),
        "exercices": {name: formulaire(name) for name in exercises.TYPES},
        "types": [[name, *tables.TYPES[name]] for name in tables.TYPES],
        "grilles": _grilles(ws),
        "modeles": [A_ECRIRE, QUESTION, RECIT],
        "zones": tables.options("", "zones"),
        "documents": {name: instrument(name) for name in instruments.NAMES},
        "instruments": [[name, INSTRUMENTS.get(name, name), _AIDES.get(name, _MESURES)] for name in instruments.NAMES],
    }


def _grilles(ws: Workspace) -> list[dict[str, Any]]:
    found = []
    for path in sorted(ws.grilles.glob("*.yaml")):
        try:
            grille = load_grille(path, ws.root)
        except ContentError:
            continue
        criteres = [c.nom for c in grille.criteres]
        found.append({"nom": path.stem, "titre": grille.titre, "sur": grille.sur, "criteres": criteres})
    return found


def vue(texte: str) -> dict[str, Any]:
    """Return the pieces of a text and all that is computed from them."""
    doc = cutting.read(texte)
    blocs = [_bloc(bloc) for bloc in doc.blocs]
    entete = next((b["valeurs"] for b in blocs if b["genre"] == "entete" and b.get("valeurs") is not None), {})
    laws = entete.get("patient") if isinstance(entete.get("patient"), dict) else {}
    temoin = entete.get("patient_temoin") if isinstance(entete.get("patient_temoin"), dict) else {}
    written = json.dumps(laws, sort_keys=True, ensure_ascii=False)
    used: set[str] = set()
    for bloc in blocs:
        if bloc["genre"] == "exercice" and bloc.get("valeurs"):
            used |= {name for _, name, _ in calculs.ecrits(bloc["valeurs"])}
            bloc["doubles"] = calculs.doubles_saisies(bloc["valeurs"], temoin)
    return {
        "groupes": _groupes(doc, blocs),
        "blocs": blocs,
        "calculs": calculs.proposes(written),
        "temoin": _temoin(temoin, used, written),
        "insertions": _insertions(written),
    }


def _bloc(bloc: Bloc) -> dict[str, Any]:
    made: dict[str, Any] = {
        "genre": bloc.genre,
        "texte": bloc.texte,
        "argument": bloc.argument,
        "ligne": bloc.debut + 1,
    }
    if bloc.genre == "titre":
        made["texte"] = cutting.TITRE.fullmatch(bloc.texte)[2].strip()
    if bloc.genre in ("entete", "exercice", "instrument"):
        try:
            made["valeurs"] = keys.values(bloc.texte)
        except EditError as error:
            made["valeurs"], made["illisible"] = None, str(error)
    if bloc.genre == "exercice" and made["valeurs"] is not None:
        known = _known(str(made["valeurs"].get("type")))
        made["inconnues"] = [key for key in made["valeurs"] if known and key not in known]
        made["sans_formulaire"] = not known
    return made


def _known(type_: str) -> set[str]:
    return set(exercises.get(type_).Spec.model_fields) if type_ in exercises.TYPES else set()


def _groupes(doc: Document, blocs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    made, question, title = [], 0, ""
    for group in doc.groupes:
        one: dict[str, Any] = {"genre": group.genre, "blocs": list(group.blocs)}
        if group.genre == "question":
            question += 1
            title = next((blocs[n]["texte"] for n in group.blocs if blocs[n]["genre"] == "titre"), title)
            type_ = (blocs[group.blocs[-1]]["valeurs"] or {}).get("type")
            one |= {"numero": question, "titre": title, "type": tables.TYPES.get(str(type_), ("Exercice", ""))[0]}
        elif group.genre == "recit":
            one["titre"] = _INSERTION.sub("…", blocs[group.blocs[0]]["texte"])[:80]
        elif group.genre == "instrument":
            one["titre"] = INSTRUMENTS.get(blocs[group.blocs[0]]["argument"], blocs[group.blocs[0]]["argument"])
        made.append(one)
    return made


def _temoin(temoin: Mapping[str, Any], used: set[str], laws: str) -> dict[str, Any]:
    """The fields that the chosen computations read, then those that are written all the same."""
    wanted = calculs.lus(used)
    others = [nom for nom in temoin if nom not in wanted]
    fields = [calculs.champ_temoin(nom) for nom in (*wanted, *(n for n in others if n in CHAMPS))]
    for field in fields:
        field["utile"] = field["cle"] in wanted
        if field["genre"] == "structure" and field["cle"] in temoin:
            field["mots"] = calculs.en_mots(field["cle"], temoin[field["cle"]])
    patients = calculs.tires(laws)
    proposals = [{nom: p[nom] for nom in CHAMPS if nom in p and (nom in wanted or nom in _LIES)} for p in patients[:4]]
    return {
        "champs": fields,
        "inconnus": [n for n in others if n not in CHAMPS],
        "propositions": proposals if wanted else [],
    }


# What a witness copied from a drawn patient must hold beside what is read, so that it agrees with itself.
_LIES = ("sexe", "age")


def _insertions(laws: str) -> list[list[str]]:
    """What may be put in the story: (``patient.age``, « âge », the value of one patient); first, what its author asked for."""
    patients = calculs.tires(laws)
    if not patients:
        return []
    written = json.loads(laws)
    asked = {**written, **(written.get("dossier") or {})}
    shared = sorted((nom for nom in patients[0] if all(nom in p for p in patients)), key=lambda nom: nom not in asked)
    return [
        [f"patient.{nom}", CHAMPS[nom].libelle, f"{french(patients[0][nom])} {CHAMPS[nom].unite}".strip()]
        for nom in shared
        if CHAMPS[nom].genre != "structure"
    ]


def lecon(ws: Workspace, path: Path) -> bool:
    """Say whether a text is a lesson rather than a case."""
    return path.is_relative_to(ws.courses)
