"""A case whose version 2 comes out while a trainee is at work on version 1."""

import shutil

from asalee_training.answers import Sheet
from asalee_training.authoring import build
from asalee_training.pages.parutions import outbound
from tests.depot import rewrite
from tests.pages.mes_modules import TOUX, TRANSMET, answer, opened

V2 = TOUX.replace("v1", "v2")
TEXTE = "cases/bpco/toux-du-matin.md"
REFERRAL = "Bonjour docteur, je vous transmets."
GONE = "Le monsieur a fumé trente ans."
EXTRA = """
### Que vous a-t-il raconté ?

```{exercice} recit
type: texte
points: 6
grille: essai
explication: Ce que la personne raconte se note avec ses mots.
```
"""
FRESH = """
### Combien font trois et trois ?

```{exercice} trois
type: nombre
unite: "L"
points: 2
attendu: {valeur: 6, tolerance: 0.1}
explication: Trois et trois font six, dans toutes les unités.
erreurs:
  - {si: {valeur: 9}, retour: Vous avez multiplié.}
```
"""


def release(ws):
    """Build, and put in the exchange as nbgrader would."""
    for assignment in build.build_all(ws).evaluations:
        shutil.copytree(ws.grading / "source" / assignment, outbound(ws) / assignment, dirs_exist_ok=True)


def change(ws, *pairs):
    """Change the case, and release it again."""
    rewrite(ws.root / TEXTE, *pairs)
    release(ws)


NEXT = [
    ("niveau: 2", "version: 2\nniveau: 2"),
    (EXTRA, FRESH),  # one question goes, one comes
    ("J'annonce le diagnostic.", "J'annonce moi-même le diagnostic."),  # other options: another question
    ("Rédigez votre transmission au médecin.", "Écrivez au médecin."),  # other words, same question
]


def working(site):
    """A site where she has answered the four questions of version 1."""
    change(site.ws, ("### Rédigez votre", EXTRA.lstrip() + "\n### Rédigez votre"))
    folder = opened(site, TOUX)
    answer(folder, "somme", {"texte": "4", "unite": "L"})
    answer(folder, "conduite", TRANSMET)
    answer(folder, "recit", GONE)
    answer(folder, "transmission", REFERRAL)
    return site


def renew(site):
    """And version 2 is out."""
    change(working(site).ws, *NEXT)
    return site


def given(ws, assignment):
    return {nom: a.valeur for nom, a in Sheet(ws.apprenante / assignment).read().reponses.items()}
