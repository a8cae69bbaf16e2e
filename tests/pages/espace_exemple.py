"""A small workspace for the pages: two evaluations, a training case, two lessons, a case to correct."""

EN_TETE = """---
titre: "{titre}"
{protocole}mode: {mode}
niveau: 2
duree_min: 20
sources: ["Convention pédagogique des tests"]
specimen: true
patient:
  sexe: femme
  age: {{entre: [52, 66]}}
patient_temoin: {{sexe: femme, age: 58}}
---
"""
TOUX = """
Mme Exemple a {{ patient.age }} ans et tousse le matin.

### Combien font deux et deux ?

```{exercice} somme
type: nombre
unite: "L"
points: 2
attendu: {valeur: 4, tolerance: 0.1}
explication: Deux et deux font quatre, dans toutes les unités.
erreurs:
  - {si: {valeur: 22}, retour: "Vous les avez écrits côte à côte : ajoutez-les."}
```

### Que faites-vous du résultat de Mme Exemple, {{ patient.age }} ans ?

```{exercice} conduite
type: choix
points: 2
explication: L'infirmière mesure, transmet et alerte.
choix:
  - {texte: J'annonce le diagnostic., gravite: hors_champ, acte: {acte: diagnostic}, retour: Cela revient au médecin.}
  - {texte: Je transmets au médecin., juste: true, retour: C'est votre rôle.}
  - {texte: J'en parlerai à la prochaine réunion., retour: Le médecin n'attend pas la réunion.}
```
"""
TEXTE = """
### Rédigez votre transmission au médecin.

```{exercice} transmission
type: texte
points: 6
grille: essai
explication: Une transmission dit la situation, le contexte, votre avis et votre demande.
```
"""
GRILLE = """titre: Transmission
criteres:
  - nom: Situation
    niveaux:
      - {points: 0, texte: Absente.}
      - {points: 6, texte: Complète.}
"""
MODULE = """---
titre: BPCO et patient tabagique
heures: 7.5
objectifs: [Mesurer, transmettre]
prerequis: [Savoir compter jusqu’à quatre]
hors_champ: [Le diagnostic]
sources: ["Texte A, 2019", "Texte B, 2021"]
a_jour: 2026-11-28
lecons: [02_le_souffle, 01_les_bronches]
cas: [bpco/toux-du-matin]
---
"""
LECON = """---
titre: "{titre}"
duree_min: 15
objectifs: [Savoir]
partie: anatomophysiologie
a_jour: 2026-11-28
sources: ["Convention pédagogique des tests"]
specimen: true
---

Les bronches conduisent l'air.

## L'essentiel

L'air entre par le nez ou la bouche, descend la trachée, puis les bronches, qui se divisent une vingtaine de fois. Au bout, les
alvéoles donnent l'oxygène au sang et reprennent le gaz carbonique. Souffler vite et longtemps mesure la liberté du passage.
"""

RELECTURE = """# Ce qui attend la relecture d'un médecin

| Où | Ce qui est écrit | Pourquoi cela attend |
|---|---|---|
| 01_les_bronches | L'air entre par le nez ou la bouche | Exemple. |
| 02_le_souffle | L'air entre par le nez ou la bouche | Exemple. |
"""


def entete(titre, protocole, mode):
    return EN_TETE.format(titre=titre, protocole=f"protocole: {protocole}\n", mode=mode)


def fill(root):
    """Write the content of a workspace."""
    files = {
        "cases/bpco/toux-du-matin.md": entete("M. Petit : <b>une toux</b> du matin", "bpco", "evaluation")
        + TOUX
        + TEXTE,
        "cases/bpco/essoufflement.md": entete("Mme Roux, essoufflée dans l'escalier", "bpco", "entrainement") + TOUX,
        "cases/diabete/pied-froid.md": entete("M. Leroy et son pied froid", "diabete", "evaluation") + TOUX,
        "cases/cognition/a-corriger.md": entete("Mme Faure cherche ses mots", "cognition", "evaluation")
        + TOUX.replace("points: 2", "point: 2", 1),
        "courses/bpco/module.md": MODULE,
        "courses/bpco/relecture.md": RELECTURE,
        "courses/bpco/01_les_bronches.md": LECON.format(titre="Les bronches, de la trachée aux alvéoles"),
        "courses/bpco/02_le_souffle.md": LECON.format(titre="Le souffle : mesurer et comprendre"),
        "grading/grilles/essai.yaml": GRILLE,
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
