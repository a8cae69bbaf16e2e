"""The format written out: JSON Schema for editors, and the tables of keys of the author's guide.

Both are generated from the models, committed, and held against them by a test.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from asalee_training import exercises, figures
from asalee_training.content import signatures, vocabulaire
from asalee_training.content.models import EnTeteCas, EnTeteLecon, Epreuve, Figure, ModuleDeCours
from asalee_training.exercises import choix, contract, dessin_horloge, electrodes, nombre, scope, zones_pied
from asalee_training.exercises.calculs import CALCULS
from asalee_training.exercises.entretien import scene as entretien_scene
from asalee_training.simulation import dossier, instruments
from asalee_training.simulation.champs import CHAMPS, PROFILS
from asalee_training.simulation.maquettes import MAQUETTES

_INNER: dict[str, type[BaseModel]] = {
    "Une ligne de `historique:`": signatures.Geste,
    "Une réponse de `choix:`": choix.Option,
    "`acte:`": scope.Acte,
    "`attendu:`": nombre.Attendu,
    "Une ligne de `suppose:`": contract.Suppose,
    "Une erreur de `erreurs:` (nombre)": nombre.Erreur,
    "`si:` (nombre)": nombre.Si,
    "`si:` (zones_pied)": zones_pied.Si,
    "`cible:` (dessin_horloge)": dessin_horloge.Cible,
    "`materiel:` (electrodes)": electrodes.Materiel,
    "Un tour de `tours:` (entretien)": entretien_scene.Tour,
    "Une réplique de `repliques:` (entretien)": entretien_scene.Replique,
    "`ecrire:` (entretien)": entretien_scene.Ecrire,
    "Un objectif de `objectifs:` (entretien)": entretien_scene.Objectif,
    "`mesures:` (entretien)": entretien_scene.Mesures,
    "Un élément de `logement:` (entretien)": entretien_scene.Element,
}
_LESSON: dict[str, type[BaseModel]] = {
    "En-tête d’une leçon": EnTeteLecon,
    "Bloc `{figure}`": Figure,
    "En-tête d’un module (`module.md`)": ModuleDeCours,
    "`positionnement:` et `final:`": Epreuve,
}
_NOT_WRITTEN = ("genre", "id", "nom")  # a figure's name stands on the block's first line
DEBUT, FIN = "<!-- clés : début -->", "<!-- clés : fin -->"


def schema() -> dict[str, Any]:
    """Return JSON Schemas by what they describe: ``cas``, ``lecon``, ``module``, ``exercice`` by type, and the names."""
    calculs = {nom: f"{c.description} Il lit : {', '.join(c.lit)}." for nom, c in CALCULS.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Formation ASALEE : en-têtes et blocs des cas et des leçons",
        "$defs": {
            "cas": _of("cas", EnTeteCas),
            "lecon": _of("lecon", EnTeteLecon),
            "module": _of("module", ModuleDeCours),
            "exercice": {"oneOf": [_of(f"exercice-{nom}", exercises.get(nom).Spec) for nom in exercises.TYPES]},
            "bloc_figure": _of("bloc-figure", Figure, _NOT_WRITTEN),
            "bloc_instrument": {nom: _instrument(nom) for nom in instruments.NAMES},
            "calcul": vocabulaire.named(calculs),
            "acte": vocabulaire.named(scope.actes()),
            "instrument": {"enum": sorted(instruments.NAMES)},
            "figure": {"enum": sorted(figures.NOMS)},
            "patient": vocabulaire.patient(),
        },
    }


def _of(ident: str, model: type[BaseModel], without: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return a model's schema as a resource of its own: its references are to its own ``$defs``, wherever it stands."""
    made = {"$id": ident, **model.model_json_schema()}
    made["properties"] = {nom: p for nom, p in made["properties"].items() if nom not in without}
    needed = [nom for nom, info in model.model_fields.items() if contract.obligatoire(info) and nom not in without]
    made["required"] = needed
    return made


def _instrument(nom: str) -> dict[str, Any]:
    """Return the schema of an instrument's block: what is shown, and what may be left out."""
    option, parties, drapeaux = instruments.options(nom)
    titres = {m: MAQUETTES[m].titre for m in parties if m in MAQUETTES}
    montre = {"type": "array", "items": vocabulaire.named({p: titres.get(p, "") for p in parties})}
    flags = {drapeau: {"type": "boolean"} for drapeau in drapeaux}
    return {"type": "object", "additionalProperties": False, "properties": {option: montre, **flags},
            "required": [option] if instruments.a_choisir(nom) else []}  # fmt: skip


def schema_text() -> str:
    """Return ``cases/schema.json``."""
    return json.dumps(schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def guide(texte: str, tables: str) -> str:
    """Return an author's guide with its generated part renewed. Raises ``ValueError`` if the marks are missing."""
    before, _, rest = texte.partition(DEBUT)
    _, mark, after = rest.partition(FIN)
    if not mark:
        raise ValueError(f"the guide must hold {DEBUT} and {FIN}")
    return f"{before}{DEBUT}\n\n{tables}\n{FIN}{after}"


def tables() -> str:
    """Return the Markdown tables of keys, computations and patient fields."""
    parts = ["### En-tête d’un cas", "", *_table(EnTeteCas)]
    for name in exercises.TYPES:
        parts += [f"### Exercice `{name}`", "", *_table(exercises.get(name).Spec)]
    for titre, model in _INNER.items():
        parts += [f"### {titre}", "", *_table(model)]
    parts += ["### Actes", "", "| Nom | Ce que c’est |", "|---|---|"]
    parts += [f"| `{n}` | {texte} |" for n, texte in sorted(scope.actes().items())]
    parts += ["", "### Calculs", "", "| Nom | Ce qu’il donne | Ce qu’il lit |", "|---|---|---|"]
    parts += [f"| `{n}` | {c.description} | {', '.join(f'`{x}`' for x in c.lit)} |" for n, c in sorted(CALCULS.items())]
    for titre, au_dossier in (("Champs du patient", False), ("Champs du dossier", True)):
        parts += ["", f"### {titre}", "", "| Nom | Ce que c’est | Valeurs |", "|---|---|---|"]
        own = {n: c for n, c in CHAMPS.items() if (c.profil == "dossier") is au_dossier}
        parts += [f"| `{n}` | {c.libelle} | {vocabulaire.values(c)} |" for n, c in own.items()]
    parts += ["", "### Profils", "", "| Champ | Profils |", "|---|---|"]
    parts += [f"| `{n}` | {', '.join(f'`{p}`' for p in names)} |" for n, (names, *_) in PROFILS.items()]
    parts += ["", "### Profils du dossier", "", "| Profil | Qui c’est |", "|---|---|"]
    parts += [f"| `{nom}` | {profil.description} |" for nom, profil in dossier.PROFILS.items()]
    return "\n".join(parts) + "\n"


def lesson_tables() -> str:
    """Return the Markdown tables of what lessons and modules have of their own, of the figures and of the maquettes."""
    parts: list[str] = []
    for titre, model in _LESSON.items():
        parts += [f"### {titre}", "", *_table(model)]
    parts += ["### Figures", "", "| Nom | Ce qu’elle montre |", "|---|---|"]
    parts += [f"| `{nom}` | {sujet} |" for nom, (_, sujet) in sorted(figures.NOMS.items())]
    parts += ["", "### Maquettes", "", "| Nom | Ce qu’elle montre | Ce qui s’y règle |", "|---|---|---|"]
    parts += [
        f"| `{nom}` | {m.titre} | {' ; '.join(r.libelle for r in m.reglages)} |" for nom, m in sorted(MAQUETTES.items())
    ]
    return "\n".join(parts) + "\n"


def _table(model: type[BaseModel]) -> Iterator[str]:
    yield "| Clé | Ce que c’est | |"
    yield "|---|---|---|"
    for name, field in model.model_fields.items():
        if model is Figure and name in _NOT_WRITTEN:
            continue
        need = "obligatoire" if contract.obligatoire(field) else ""
        yield f"| `{name}` | {field.description or ''} | {need} |"
    yield ""
