"""A course of one case with all five exercise types, built in a temporary folder; and trainees who answer it."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from asalee_training import answers, exercises, scoring
from asalee_training.authoring import build, versions
from asalee_training.content import lot
from asalee_training.exercises.contract import option_id
from asalee_training.gradebook import files
from asalee_training.workspace import Workspace

REPO = Path(__file__).parent.parent.parent
NOM = "diabete/madame-essai"
ASSIGNMENT = "diabete-madame-essai-v1"
SLUG = "madame-essai"

CAS = """---
titre: Mme Essai, examen annuel des pieds
protocole: diabete
mode: evaluation
niveau: 2
duree_min: 20
sources: ["HAS 2014"]
specimen: true
patient:
  sexe: femme
  age: {entre: [58, 70]}
  taille_cm: {entre: [155, 170]}
  pieds: {profil: {parmi: [neuropathie_isolee, neuropathie_deformation, sans_neuropathie]}}
  ulcere_ancien: false
patient_temoin:
  sexe: femme
  age: 60
  monofilament:
    droit:
      hallux: [{application: reelle, reponse: non}, {application: reelle, reponse: non}, {application: fictive, reponse: non}]
      meta1: [{application: reelle, reponse: oui}, {application: reelle, reponse: oui}, {application: fictive, reponse: non}]
      meta5: [{application: reelle, reponse: oui}, {application: reelle, reponse: oui}, {application: fictive, reponse: non}]
    gauche:
      hallux: [{application: reelle, reponse: oui}, {application: reelle, reponse: oui}, {application: fictive, reponse: non}]
      meta1: [{application: reelle, reponse: oui}, {application: reelle, reponse: oui}, {application: fictive, reponse: non}]
      meta5: [{application: reelle, reponse: oui}, {application: reelle, reponse: oui}, {application: fictive, reponse: non}]
  deformation: false
  aomi: false
  ulcere_ancien: false
  amputation: false
  pression_cheville_droite_mmhg: 130
  pression_bras_mmhg: 130
---

Mme Essai a {{ patient.age }} ans. Elle vient pour son examen *annuel* des pieds.

```{instrument} examen_pieds
parties: [monofilament, pressions]
```

### Où le monofilament n'est-il pas perçu ?

```{exercice} sites
type: zones_pied
attendu: {calcul: sites_sans_sensation, temoin: [droit.hallux]}
points: 3
explication: Un site est absent dès que deux réponses sur trois sont fausses.
erreurs:
  - si: {calcul: sites_sans_sensation_inverses}
    retour: Les sites sont les bons, les deux pieds sont intervertis.
```

### Quel est son grade podologique ?

```{exercice} grade
type: choix
points: 2
attendu: {calcul: grade_podologique, temoin: 1}
choix:
  - {texte: Grade 0, valeur: 0, retour: Ce serait sans perte de sensibilité.}
  - {texte: Grade 1, valeur: 1, retour: Une perte de sensibilité isolée.}
  - {texte: Grade 2, valeur: 2, retour: Une neuropathie avec déformation ou artériopathie.}
  - {texte: Grade 3, valeur: 3, retour: Un antécédent d'ulcère ou d'amputation.}
explication: Le grade va de 0 à 3 et décide du nombre de soins de pédicurie.
```

### Calculez son IPS à droite.

```{exercice} ips
type: nombre
unite: ""
decimales: 2
attendu: {calcul: ips_droit, temoin: 1.0, tolerance: 0.02}
points: 2
erreurs:
  - si: {calcul: ips_droit_inverse}
    retour: Vous avez divisé la pression du bras par celle de la cheville.
explication: La pression de cheville se divise par celle du bras.
```

### Que faites-vous ?

```{exercice} conduite
type: choix_multiple
points: 3
choix:
  - {texte: Je note le résultat dans le dossier, juste: true, retour: Le dossier est la référence.}
  - {texte: Je préviens le médecin traitant, juste: true, retour: Le médecin décide de la suite.}
  - texte: Je prescris des chaussures orthopédiques
    gravite: hors_champ
    acte: {acte: traitement, geste: prescrire}
    retour: La prescription revient au médecin.
  - {texte: Je retire moi-même la corne, gravite: dangereux, retour: Le geste revient au pédicure-podologue.}
explication: L'infirmière examine, transmet, et reste dans son champ.
```

### Rédigez votre transmission.

```{exercice} transmission
type: texte
points: 8
grille: transmission
explication: Une bonne transmission dit le résultat, le risque et la demande.
```
"""

GRILLE = """titre: Transmission au médecin
criteres:
  - nom: Résultat de l'examen
    niveaux:
      - {points: 0, texte: absent}
      - {points: 4, texte: complet et chiffré}
  - nom: Demande
    critique: true
    niveaux:
      - {points: 0, texte: absente}
      - {points: 2, texte: imprécise}
      - {points: 4, texte: claire et dans le champ}
"""

CONDUITE = {
    "note": option_id("Je note le résultat dans le dossier"),
    "previens": option_id("Je préviens le médecin traitant"),
    "prescris": option_id("Je prescris des chaussures orthopédiques"),
    "retire": option_id("Je retire moi-même la corne"),
}


def make(root: Path) -> Workspace:
    """Write the course's text and its rubric, and build it; nothing is released yet."""
    (root / "cases" / "diabete").mkdir(parents=True)
    (root / "courses").mkdir()
    (root / "cases" / f"{NOM}.md").write_text(CAS, encoding="utf-8")
    (root / "grading" / "grilles").mkdir(parents=True)
    (root / "grading" / "grilles" / "transmission.yaml").write_text(GRILLE, encoding="utf-8")
    shutil.copy(REPO / "grading" / "nbgrader_config.py", root / "grading")
    ws = Workspace(root)
    built = build.build_all(ws)
    assert not built.problems, list(map(str, built.problems))
    assert built.evaluations == [ASSIGNMENT]
    return ws


def right_answers(version: versions.Version, apprenante: str) -> dict[str, Any]:
    """Raw answers that earn every automatic point, for this trainee's own patient."""
    case = version.case
    patient = version.patients[lot.patient_index(apprenante, case.nom, case.entete.tirage)]
    key = scoring.key(case, patient)
    raw = {
        nom: exercises.get(e.type).samples(e.spec, key.exercices[nom]).right[0]
        for nom, e in case.exercices.items()
        if e.type != "texte"
    }
    return {**raw, "transmission": "Bonjour docteur,\n\nje vous adresse Mme Essai."}


def sheet(raw: Mapping[str, Any]) -> bytes:
    """The bytes of an answers file, as a trainee's kernel writes it."""
    return answers.serialise({nom: answers.Answer(v, 1, "2026-03-02T10:42:00.000+01:00") for nom, v in raw.items()})


def hand_in(ws: Workspace, apprenante: str, data: bytes | None, moment: datetime | None = None) -> Path:
    """Put a copy in ``submitted/``, as a collection leaves it."""
    folder = ws.grading / "submitted" / apprenante / ASSIGNMENT
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in files.released(ws.grading / "release" / ASSIGNMENT).items():
        (folder / name).write_bytes(content)
    if data is not None:
        (folder / answers.FICHIER).write_bytes(data)
    when = moment or datetime(2026, 3, 2, 9, 42, tzinfo=UTC)
    (folder / files.HORODATAGE).write_text(files.format_utc(when))
    return folder


def notebook_of(folder: Path) -> dict[str, Any]:
    """The notebook of a copy's folder."""
    return json.loads((folder / f"{SLUG}.ipynb").read_text(encoding="utf-8"))


def environment(ws: Workspace) -> dict[str, str]:
    """The environment in which nbgrader's own commands run on this course."""
    here = str(Path(sys.executable).parent)
    state = ws.donnees / "jupyter"
    return {
        **os.environ,
        "PATH": os.pathsep.join([here, os.environ.get("PATH", os.defpath)]),
        "JUPYTER_CONFIG_DIR": str(state / "config"),
        "JUPYTER_DATA_DIR": str(state / "data"),
        "JUPYTER_RUNTIME_DIR": str(state / "runtime"),
    }
