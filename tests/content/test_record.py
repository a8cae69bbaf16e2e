"""A case whose patient has a record: what is wrong in it is said at its own line."""

import pytest

from asalee_training.content import reader
from asalee_training.content.errors import ContentError

CAS = """---
titre: Un essai
protocole: diabete
mode: entrainement
niveau: 1
duree_min: 5
sources: [essai]
patient:
  sexe: femme
  age: {AGE}
  dossier:
    profil: PROFIL
    insuline: false
    LOI
---

Elle a {{ patient.age }} ans.

### Son âge ?

```{exercice} age
type: choix
points: 1
choix:
  - {texte: Oui, juste: true, retour: C’est écrit.}
  - {texte: Non, retour: Relisez.}
explication: L’âge est écrit dans le récit.
```
"""


@pytest.mark.parametrize(
    ("age", "profil", "loi", "line", "said"),
    [
        ("entre: [58, 66]", "diabete", "hba1c_pct: {entre: [13.5, 14]}", 14, "hba1c_pct"),
        ("entre: [58, 66]", "diabete", "cvf_l: 2.2\n    vems_l: 2.6", 15, "dépasse cvf_l"),
        ("entre: [58, 66]", "diabete", "hba1c: 8", 14, "Vouliez-vous"),
        ("entre: [58, 66]", "personne_agee", "diabete: true", 12, "entre 75 et 95"),
        ("entre: [12, 66]", "diabete", "diabete: true", 10, "12 est hors"),
        ("entre: [58, 66]", "diabete", "taille_cm: 160", 14, "au même niveau"),
    ],
)
def test_an_error_in_a_record_has_its_file_and_its_line(ws, age, profil, loi, line, said):
    path = ws.cases / "diabete" / "essai.md"
    path.parent.mkdir(parents=True)
    text = CAS.replace("{AGE}", "{" + age + "}").replace("PROFIL", profil).replace("LOI", loi)
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        reader.load_case(path, ws.root)

    (problem,) = caught.value.problems
    assert (problem.fichier, problem.ligne) == ("cases/diabete/essai.md", line)
    assert said in problem.message.replace("\u00a0", " ")


def test_a_record_that_is_right_reads_without_a_word(ws):
    path = ws.cases / "diabete" / "essai.md"
    path.parent.mkdir(parents=True)
    text = CAS.replace("{AGE}", "{entre: [58, 66]}").replace("PROFIL", "diabete").replace("LOI", "metformine: true")
    path.write_text(text, encoding="utf-8")

    assert reader.load_case(path, ws.root).entete.patient["dossier"]["metformine"] is True
