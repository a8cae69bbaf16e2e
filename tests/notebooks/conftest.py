"""A case opened as a trainee's kernel does: cas.json in her folder, and what the cells display."""

import json

import pytest

from asalee_training import notebook
from asalee_training.content import release
from asalee_training.content.models import Case, EnTeteCas, EnTeteLecon, Exercise, Instrument, Prose, restore_spec

SOURCES = ["Source d'essai"]
EXPLICATION = "Vous repérez et vous alertez : le *diagnostic* est médical."
SPECS = {
    "conduite": {
        "type": "choix",
        "points": 2,
        "explication": EXPLICATION,
        "choix": [
            {"texte": "J'alerte le médecin de la dame de {{ patient.age }} ans", "juste": True, "retour": "Oui."},
            {"texte": "J'annonce une BPCO", "gravite": "hors_champ", "retour": "Le diagnostic revient au médecin."},
        ],
    },
    "rapport": {
        "type": "nombre",
        "points": 2,
        "explication": EXPLICATION,
        "unite": "%",
        "attendu": {"valeur": 58.9, "tolerance": 1},
    },
    "transmission": {"type": "texte", "points": 6, "explication": EXPLICATION, "grille": "transmission_sbar"},
}
TITRES = {
    "conduite": "Que faites-vous ?",
    "rapport": "Calculez le rapport à {{ patient.age }} ans",
    "transmission": "Rédigez votre transmission.",
}
PATIENT = {"sexe": "femme", "age": {"entre": [54, 63]}, "taille_cm": 162, "cognition": {"profil": "stockage"}}


def make_case(mode, titre="Mme Lambert, essoufflée"):
    """A small case with one block of each genre."""
    common = {"titre": titre, "duree_min": 25, "sources": SOURCES, "patient": PATIENT}
    if mode == "lecon":
        entete = EnTeteLecon(**common, objectifs=["Repérer"], a_jour="2026-11-28")
    else:
        entete = EnTeteCas(**common, protocole="bpco", mode=mode, niveau=2)
    blocs = [
        Prose(id="texte-1", markdown="Elle a {{ patient.age }} ans et {{ patient.codex.mots }} mot(s) au Codex."),
        Instrument(id="instrument-2", nom="feuille_cognition", options={"tests": ["cinq_mots"]}),
        *(Exercise(nom=n, titre=TITRES[n], spec=restore_spec(s)) for n, s in SPECS.items()),
    ]
    return Case(nom="bpco/mme-lambert", entete=entete, blocs=tuple(blocs))


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """An empty installation, and the trainee « idel-07 » in her folder of it."""
    for folder in ("cases", "grading"):
        (tmp_path / folder).mkdir()
    folder = tmp_path / "donnees" / "apprenante" / "bpco-mme-lambert-v1"
    folder.mkdir(parents=True)
    monkeypatch.setenv("ASALEE_APPRENANTE", "idel-07")
    monkeypatch.delenv("ASALEE_RACINE", raising=False)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.chdir(folder)
    notebook.session.cache_clear()
    yield folder
    notebook.session.cache_clear()


@pytest.fixture
def write_case(workspace):
    """`write_case(mode, **changes)` writes cas.json, with top-level keys changed, and returns its content."""

    def write(mode, **changes):
        case = make_case(mode)
        data = release.bundle(case, release.patients(case, b"secret"), "empreinte") | changes
        (workspace / "cas.json").write_text(release.to_json(data), encoding="utf-8")
        notebook.session.cache_clear()
        return json.loads(release.to_json(data))

    return write


@pytest.fixture
def shown(monkeypatch):
    """What the cells displayed: widgets, Markdown, or {"text/plain", "text/html"}."""
    import IPython.display

    seen = []
    monkeypatch.setattr(IPython.display, "display", lambda thing, raw=False: seen.append(thing))
    return seen
