"""A case that a trainer wrote and may publish as it is, and the rubric that it names."""

from pathlib import Path

from asalee_training.authoring import new

TEXTE = """
### Écrivez au médecin.

```{exercice} lettre
type: texte
points: 4
grille: courte
explication: Un bon texte dit la situation, la mesure et la demande.
```
"""
GRILLE = """\
titre: Essai
criteres:
  - nom: Demande
    niveaux:
      - {points: 0, texte: absente}
      - {points: 4, texte: claire}
"""


def written(path: Path) -> Path:
    """A specimen whose author named her sources."""
    text = path.read_text(encoding="utf-8").replace(new.A_ECRIRE, "ATS/ERS 2019")
    path.write_text(text.replace("niveau:", "specimen: true\nniveau:"), encoding="utf-8")
    return path


def specimen(ws):
    """A case that may be published as it is: an assessment, with a free text to mark."""
    path = written(new.new(ws, "bpco/toux-du-matin"))
    path.write_text(
        path.read_text(encoding="utf-8").replace("mode: entrainement", "mode: evaluation") + TEXTE, encoding="utf-8"
    )
    return path
