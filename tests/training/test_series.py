"""Series drawn from the bank: stable, balanced, different on a retry, judged by the only judge, never lost."""

import json
import shutil
from pathlib import Path

import pytest

from asalee_training.authoring import build, check
from asalee_training.exercises.contract import option_id
from asalee_training.training import contenus, resultats, series
from asalee_training.workspace import Workspace

ROOT = Path(__file__).parents[2]
QUESTION = """
### Question {n} : combien font {n} et {n} ?

```{{exercice}} q{n}
type: nombre
unite: "L"
points: 2
banque: true
themes: [{theme}]
attendu: {{valeur: {double}, tolerance: 0.1}}
explication: On ajoute le nombre à lui-même.
erreurs:
  - {{si: {{valeur: {n}}}, retour: Vous n’avez rien ajouté.}}
```
"""
LECON = """---
titre: Les additions du souffle
partie: suivi
duree_min: 20
a_jour: 2026-11-28
objectifs: [Additionner]
sources: ["Exemple des tests"]
---

Une situation.
{questions}
## L’essentiel

Additionner un nombre à lui-même donne son double. Ce texte d’exemple compte au moins quarante mots, pour que la page à imprimer
ait de quoi tenir debout : c’est la règle des leçons, et la vérification compte les mots un par un avant de publier.
"""
MODULE = """---
titre: BPCO
heures: 1
objectifs: [Additionner]
prerequis: [Connaître le protocole]
hors_champ: [Le diagnostic]
sources: ["Texte A, 2019", "Texte B, 2021"]
a_jour: 2026-11-28
lecons: [01_additions]
themes: {souffle: Le souffle, tabac: Le tabac}
final: {par_theme: 2}
---
"""


def lesson(count):
    questions = [QUESTION.format(n=n, double=2 * n, theme="souffle" if n % 2 else "tabac") for n in range(1, count + 1)]
    return LECON.replace("{questions}", "".join(questions))


@pytest.fixture
def ws(tmp_path):
    ws = Workspace(tmp_path)
    for folder in ("cases", "courses/bpco", "grading/grilles"):
        (tmp_path / folder).mkdir(parents=True)
    (ws.courses / "bpco/module.md").write_text(MODULE, encoding="utf-8")
    (ws.courses / "bpco/01_additions.md").write_text(lesson(8), encoding="utf-8")
    return ws


def built(ws):
    made = build.Built()
    case = build.build(ws, ws.courses / "bpco/01_additions.md", made)
    return contenus.lire(ws.bibliotheque / case.assignment)


@pytest.fixture
def banque(ws):
    return contenus.banque([built(ws)], "bpco")


def test_the_bank_is_the_questions_marked_in_the_lessons(banque):
    assert len(banque) == 8
    assert banque["bpco/01_additions#q1"].themes == ("souffle",)


def test_a_draw_is_balanced_stable_and_hers(banque):
    drawn = series.tirer(banque, ("souffle", "tabac"), 2, "idel-07|bpco|final|1")
    assert sorted(q.themes[0] for q in drawn) == ["souffle", "souffle", "tabac", "tabac"]
    again = series.tirer(dict(reversed(banque.items())), ("souffle", "tabac"), 2, "idel-07|bpco|final|1")
    assert [q.cle for q in again] == [q.cle for q in drawn]
    others = {
        tuple(q.cle for q in series.tirer(banque, ("souffle", "tabac"), 2, f"idel-{i:02d}|bpco|final|1"))
        for i in range(9)
    }
    assert len(others) > 4


def test_a_second_attempt_asks_other_questions(banque):
    first = {q.cle for q in series.tirer(banque, ("souffle", "tabac"), 2, "a|1")}
    second = {q.cle for q in series.tirer(banque, ("souffle", "tabac"), 2, "a|2", first)}
    assert not first & second


def test_a_small_bank_gives_what_it_has(banque):
    few = {cle: q for cle, q in banque.items() if cle.endswith(("q1", "q2"))}
    assert len(series.tirer(few, ("souffle", "tabac"), 3, "a")) == 2


def test_answers_are_kept_at_once_and_judged_at_the_end(ws, banque):
    nom = series.creer(
        ws.apprenante, "final", "bpco", 1, [banque["bpco/01_additions#q3"], banque["bpco/01_additions#q4"]]
    )
    serie = series.lire(ws.apprenante, nom)
    assert serie.suivante == 0
    series.repondre(serie, "bpco/01_additions#q3", {"texte": "6", "unite": "L"})
    serie = series.lire(ws.apprenante, nom)
    assert serie.suivante == 1
    series.repondre(serie, "bpco/01_additions#q4", {"texte": "9", "unite": "L"})
    serie = series.lire(ws.apprenante, nom)
    marks = series.juger(serie)
    assert [m.etat for m in marks.values()] == ["juste", "faux"]
    assert resultats.historique(ws.apprenante, "idel-07") == {}, "not finished: not judged"
    series.finir(serie)
    history = resultats.historique(ws.apprenante, "idel-07")
    assert {cle: r[0].points for cle, r in history.items()} == {"bpco/01_additions#q3": 2, "bpco/01_additions#q4": 0}


def test_a_first_test_counts_for_nothing_later(ws, banque):
    nom = series.creer(ws.apprenante, "positionnement", "bpco", 1, [banque["bpco/01_additions#q3"]])
    serie = series.lire(ws.apprenante, nom)
    series.repondre(serie, "bpco/01_additions#q3", None)
    series.finir(series.lire(ws.apprenante, nom))
    assert series.lire(ws.apprenante, nom).fini
    assert resultats.historique(ws.apprenante, "idel-07") == {}


def test_a_series_survives_the_lesson_that_it_came_from(ws, banque):
    nom = series.creer(ws.apprenante, "revision", "bpco", 1, [banque["bpco/01_additions#q3"]])
    shutil.rmtree(ws.bibliotheque)
    (ws.courses / "bpco/01_additions.md").unlink()
    serie = series.lire(ws.apprenante, nom)
    series.repondre(serie, "bpco/01_additions#q3", {"texte": "6", "unite": "L"})
    assert series.juger(series.lire(ws.apprenante, nom))["bpco/01_additions#q3"].etat == "juste"


def test_drawing_twice_changes_nothing(ws, banque):
    first = series.creer(ws.apprenante, "final", "bpco", 1, [banque["bpco/01_additions#q1"]])
    series.creer(ws.apprenante, "final", "bpco", 1, [banque["bpco/01_additions#q2"]])
    assert [q.cle for q in series.lire(ws.apprenante, first).questions] == ["bpco/01_additions#q1"]


@pytest.mark.parametrize("text", ["", "[]", '{"questions": 3}', '{"questions": [{}]}', "[" * 50_000])
def test_a_damaged_series_is_not_there(ws, text):
    folder = ws.apprenante / "series" / "final-bpco-1"
    folder.mkdir(parents=True)
    (folder / "serie.json").write_text(text, encoding="utf-8")
    assert series.lire(ws.apprenante, "final-bpco-1") is None
    assert series.toutes(ws.apprenante) == []


@pytest.mark.parametrize("nom", ["../x", "final-bpco-", "final-bpco-1/..", "autre-bpco-1", "final-BPCO-1"])
def test_a_name_is_never_a_path(ws, nom):
    assert series.lire(ws.apprenante, nom) is None


def answer(ws, assignment, nom, valeur):
    """Answer a lesson as its notebook does."""
    from asalee_training.answers import Sheet

    folder = ws.apprenante / assignment
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ws.bibliotheque / assignment / "cas.json", folder)
    old = Sheet(folder).read().reponses.get(nom)
    Sheet(folder).write(nom, valeur, old.n if old else 0)


def test_what_she_did_is_read_from_her_folder_alone_on_any_machine(ws, tmp_path_factory):
    content = built(ws)
    answer(ws, content.assignment, "q1", {"texte": "2", "unite": "L"})
    answer(ws, content.assignment, "q2", {"texte": "5", "unite": "L"})
    here = resultats.historique(ws.apprenante, "idel-07")
    elsewhere = tmp_path_factory.mktemp("autre") / "apprenante"
    shutil.copytree(ws.apprenante, elsewhere)
    assert resultats.historique(elsewhere, "idel-07") == here
    assert {cle: r[0].points for cle, r in here.items()} == {
        "bpco/01_additions#q1": 2, "bpco/01_additions#q2": 0,
    }  # fmt: skip


def test_a_new_version_keeps_what_was_learnt_by_the_name_of_the_exercise(ws):
    content = built(ws)
    answer(ws, content.assignment, "q1", {"texte": "2", "unite": "L"})
    path = ws.courses / "bpco/01_additions.md"
    path.write_text(path.read_text(encoding="utf-8").replace("a_jour: ", "version: 2\na_jour: "), encoding="utf-8")
    newer = built(ws)
    assert newer.assignment.endswith("-v2")
    assert list(resultats.historique(ws.apprenante, "idel-07")) == ["bpco/01_additions#q1"]
    answer(ws, newer.assignment, "q1", {"texte": "2", "unite": "L"})
    assert len(resultats.historique(ws.apprenante, "idel-07")["bpco/01_additions#q1"]) == 2


def test_an_answer_changed_since_is_judged_again(ws):
    content = built(ws)
    answer(ws, content.assignment, "q1", {"texte": "3", "unite": "L"})
    assert resultats.historique(ws.apprenante, "idel-07")["bpco/01_additions#q1"][0].points == 0
    answer(ws, content.assignment, "q1", {"texte": "2", "unite": "L"})
    (found,) = resultats.historique(ws.apprenante, "idel-07")["bpco/01_additions#q1"]
    assert found.points == 2


def test_an_evaluation_gives_nothing_to_training(ws):
    folder = ws.apprenante / "bpco-essai-v1"
    folder.mkdir(parents=True)
    (folder / "cas.json").write_text(json.dumps({"mode": "evaluation"}), encoding="utf-8")
    assert contenus.lire(folder) is None


def test_the_lesson_of_the_repository_can_be_seen_again():
    case = check.read(Workspace(ROOT), ROOT / "courses/diabete/01_monofilament.md")
    bank = [nom for nom, e in case.exercices.items() if e.spec.banque]
    assert len(bank) >= 4
    assert option_id("x")
