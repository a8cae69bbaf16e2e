"""A case as two trainers publish it, and what its version 2 changes."""

FICHIER = "cases/bpco/toux.md"
V1, V2 = "bpco-toux-v1", "bpco-toux-v2"
SOMME, CONDUITE, RECIT, TROIS, LETTRE = (
    "Combien de litres ?", "Que faites-vous ?", "Que vous a-t-il raconté ?", "Combien de paquets-années ?",
    "Écrivez au médecin.",
)  # fmt: skip
TRANSMETS, ANNONCE = "Je transmets au médecin", "J’annonce le diagnostic"
CAS = f"""---
titre: M. Petit et sa toux du matin
protocole: bpco
mode: evaluation
niveau: 2
duree_min: 20
version_protocole: "Avenant de mars 2026"
relecture: 2026-03-01
peremption: 2099-03-01
sources: ["Convention pédagogique des tests"]
patient:
  sexe: homme
  age: {{entre: [52, 66]}}
patient_temoin: {{sexe: homme, age: 58}}
---

M. Petit a {{{{ patient.age }}}} ans et tousse le matin.

### {SOMME}

```{{exercice}} somme
type: nombre
unite: "L"
points: 4
attendu: {{valeur: 4, tolerance: 0.1}}
explication: Le volume se lit sur la seconde ligne du compte rendu.
erreurs:
  - {{si: {{valeur: 3}}, retour: C’est la première ligne.}}
```

### {CONDUITE}

```{{exercice}} conduite
type: choix
points: 2
explication: L’infirmière mesure, transmet et alerte.
choix:
  - {{texte: {TRANSMETS}, juste: true, retour: C’est votre rôle.}}
  - {{texte: {ANNONCE}, gravite: hors_champ, acte: {{acte: diagnostic}}, retour: Cela revient au médecin.}}
```

### {RECIT}

```{{exercice}} recit
type: texte
points: 6
grille: essai
explication: Ce que la personne raconte se note avec ses mots.
```

### {LETTRE}

```{{exercice}} lettre
type: texte
points: 6
grille: essai
explication: Une transmission dit la situation, le contexte, votre avis et votre demande.
```
"""
# Version 2: the key of one question moves, one question goes, another comes.
EDITION = [
    ("valeur: 4,", "valeur: 5,"),
    (CAS[CAS.index(f"### {RECIT}") : CAS.index(f"### {LETTRE}")], f"""### {TROIS}

```{{exercice}} trois
type: nombre
unite: "L"
points: 2
attendu: {{valeur: 6, tolerance: 0.1}}
explication: Deux paquets par jour pendant trois ans.
erreurs:
  - {{si: {{valeur: 3}}, retour: C’est le compte d’un seul paquet par jour.}}
```

"""),
]  # fmt: skip
