"""Small cases, right ones and deliberately broken ones, for the proof to be tried on."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

from asalee_training.authoring.preuve import Preuve, prouver_cas
from asalee_training.content.reader import load_case
from asalee_training.content.source import Source

SECRET = b"le secret d'un cours d'essai"
ENTETE = """---
titre: Mme Essai souffle
protocole: {protocole}
mode: {mode}
niveau: 1
duree_min: 10
sources: ["ATS/ERS 2019"]
specimen: true
{plus}patient:
{patient}
patient_temoin:
{temoin}
---
"""
SPIROMETRIE = """sexe: femme
age: {entre: [54, 63]}
taille_cm: {entre: [156, 168]}
spirometrie: {profil: {parmi: [normal, obstructif_leger, obstructif_modere]}}"""
TEMOIN = """sexe: femme
age: 58
taille_cm: 162
vems_l: 1.62
cvf_l: 2.75"""
RAPPORT = """### Calculez le rapport VEMS/CVF.

```{exercice} rapport
type: nombre
unite: "%"
points: 2
attendu: {calcul: rapport_vems_cvf, temoin: 58.9, tolerance: 0.5}
explication: Le rapport est le VEMS divisé par la CVF, en pourcentage.
erreurs:
  - si: {calcul: rapport_cvf_vems}
    retour: Vous avez divisé la CVF par le VEMS.
```
"""
CONDUITE = """### Que faites-vous ?

```{exercice} conduite
type: choix
points: 2
explication: La lecture de la spirométrie revient au médecin traitant.
choix:
  - {texte: Je range la feuille au dossier sans rien dire, retour: Le médecin doit la voir.}
  - texte: Je lui annonce une BPCO et je lui explique le traitement
    gravite: hors_champ
    acte: {acte: annonce_diagnostic}
    retour: L’annonce revient au médecin.
  - {texte: Je transmets la courbe et les valeurs au médecin, juste: true, retour: Il lira et décidera.}
  - {texte: Je refais l’examen demain, retour: Rien ne le demande.}
```
"""


def texte(*exercices: str, protocole="bpco", mode="evaluation", patient=SPIROMETRIE, temoin=TEMOIN, plus="") -> str:
    """A whole case."""
    entete = ENTETE.format(
        protocole=protocole, mode=mode, plus=plus, patient=indent(patient, "  "), temoin=indent(temoin, "  ")
    )
    return entete + "\n" + "\n".join(exercices)


def lu(written: str, protocole: str = "bpco"):
    """The case as read, without being saved."""
    return load_case(Path(f"/cas/cases/{protocole}/essai.md"), Path("/cas"), written)


def preuve(*exercices: str, remis=None, **entete) -> Preuve:
    """The proof of such a case."""
    written = texte(*exercices, **entete)
    case = lu(written, entete.get("protocole", "bpco"))
    return prouver_cas(case, SECRET, Source("cases/bpco/essai.md", written), remis)


def bloque(found: Preuve, *mots: str) -> str:
    """The sentence of what blocks that holds all these words; "" if there is none."""
    return next((c.message for c in found.bloquants if all(mot in c.message for mot in mots)), "")


def note(found: Preuve, *mots: str) -> str:
    """The same, of what only deserves a look."""
    rest = (c.message for c in found.constats if not c.bloque)
    return next((message for message in rest if all(mot in message for mot in mots)), "")
