"""« Mon parcours » and series: what a trainee sees the same day, and a week later."""

import re
from datetime import timedelta

import pytest

from asalee_training.answers import Sheet
from asalee_training.exercises.contract import option_id
from asalee_training.training import horloge
from asalee_training.training.journal import Journal

LECON = "cognition-01_memoire-v1"
MODULE = """---
titre: Troubles cognitifs
heures: 1
objectifs: [Repérer]
prerequis: [Connaître le protocole]
hors_champ: [Le diagnostic]
sources: ["Texte A, 2019", "Texte B, 2021"]
a_jour: 2026-11-28
lecons: [01_memoire]
themes: {memoire: La mémoire, humeur: L'humeur}
positionnement: {par_theme: 1}
final: {par_theme: 1}
---
"""
QUESTION = """
### Que faites-vous devant {quoi} ?

```{{exercice}} {nom}
type: choix
points: 2
banque: true
themes: [{theme}]
explication: On regarde avant de conclure.
choix:
  - {{texte: J'annonce un diagnostic, gravite: hors_champ, acte: {{acte: diagnostic}}, retour: Cela revient au médecin.}}
  - {{texte: Je regarde et je transmets, juste: true, retour: C'est *votre* rôle.}}
```
"""
QUOI = [
    ("oubli", "un oubli", "memoire"),
    ("nom", "un nom qui manque", "memoire"),
    ("pleurs", "des pleurs", "humeur"),
    ("repli", "un repli", "humeur"),
]
LESSON = """---
titre: La mémoire
partie: pathologie
duree_min: 30
a_jour: 2026-11-28
objectifs: [Repérer]
sources: ["Exemple des tests"]
---

Mme Faure cherche ses mots.
{questions}
## L'essentiel

Une plainte se regarde, se teste dans de bonnes conditions et se transmet. On n'annonce pas. On note ce que la personne a compris,
qui l'accompagne, ce qui a changé, depuis quand, et ce que cela change dans ses journées. Le diagnostic revient au médecin.
"""
RELECTURE = "| Où | Ce qui est écrit | Pourquoi cela attend |\n|---|---|---|\n"
JUSTE = option_id("Je regarde et je transmets")
FAUX = option_id("J'annonce un diagnostic")


@pytest.fixture
def course(site):
    """A module with a lesson of four questions that stand alone, published."""
    from asalee_training.authoring import build

    folder = site.ws.courses / "cognition"
    folder.mkdir(parents=True, exist_ok=True)
    questions = "".join(QUESTION.format(nom=nom, quoi=quoi, theme=theme) for nom, quoi, theme in QUOI)
    files = {"module.md": MODULE, "01_memoire.md": LESSON.replace("{questions}", questions), "relecture.md": RELECTURE}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    build.build(site.ws, folder / "01_memoire.md", build.Built())
    return site


@pytest.fixture
def days(monkeypatch):
    """`days(7)` makes it seven days later, for the pages and for what is written."""
    real = horloge.aujourd_hui()

    def later(n):
        monkeypatch.setattr(horloge, "aujourd_hui", lambda: real + timedelta(days=n))

    return later


def answer_lesson(site, **values):
    site.get(f"asalee/apprenante/ouvrir/{LECON}")
    for nom, valeur in values.items():
        Sheet(site.ws.apprenante / LECON).write(nom, valeur, 0)


def card(site, module="cognition"):
    """The words of a module's card in « Mon parcours »."""
    html = site.get("asalee/apprenante/parcours").html
    part = html.split(f'id="{module}"')[1].split("</section>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", part)).replace("’", "'")


def test_a_module_begins_with_what_she_knows_already(course):
    words = card(course)
    assert "0 sur 1" in words
    assert "Faire le point de départ" in words
    assert "0 min sur 30" in words


def test_what_is_done_mastered_and_due_is_said_the_same_day_and_a_week_later(course, days):
    answer_lesson(course, oubli=JUSTE, nom=JUSTE, pleurs=JUSTE, repli=FAUX)
    words = card(course)
    assert "1 sur 1" in words
    assert "30 min sur 30" in words
    assert "1 thème sur 2" in words or "1 thèmes sur 2" in words
    assert "La mémoire maîtrisé" in words
    assert "L'humeur à revoir" in words
    assert "0 question" in words
    days(1)
    assert "1 question à revoir aujourd'hui" in card(course)
    days(7)
    assert "4 questions à revoir aujourd'hui" in card(course)
    assert "4 questions à revoir aujourd'hui" in course.get("asalee/apprenante").words


def start(site, genre):
    answer = site.post("asalee/apprenante/serie", {"genre": genre, "module": "cognition"})
    assert answer.status == 303, answer.words
    return answer.headers["Location"].removeprefix("/")


def test_a_review_corrects_each_question_at_once_and_moves_it_away(course, days):
    answer_lesson(course, oubli=JUSTE, nom=JUSTE, pleurs=JUSTE, repli=FAUX)
    days(7)
    serie = start(course, "revision")
    for rang in range(1, 5):
        page = course.get(f"{serie}/{rang}")
        assert "votre rôle" not in page.words, "the reason is shown before the answer"
        page = course.post(f"{serie}/{rang}", {"reponse": JUSTE}, follow=True)
        assert "C'est juste" in page.words
        assert "C'est votre rôle." in page.words
        assert "Continuer" in page.words
    page = course.get(f"{serie}/fin", follow=True)
    assert "4 réponses justes sur 4" in page.words
    events = [(e.genre, e.contenu) for e in Journal(course.ws.apprenante).read()]
    assert events.count(("reponse", "revision-cognition-1")) == 4
    assert events[-1] == ("fin", "revision-cognition-1")


def test_an_answer_of_a_review_is_not_given_twice(course, days):
    answer_lesson(course, oubli=FAUX)
    days(2)
    serie = start(course, "revision")
    course.post(f"{serie}/1", {"reponse": FAUX})
    course.post(f"{serie}/1", {"reponse": JUSTE})
    assert "Ce n'est pas cela" in course.get(f"{serie}/1").words


def test_a_first_test_shows_its_reasons_at_the_end_and_is_no_mark(course):
    serie = start(course, "positionnement")
    page = course.post(f"{serie}/1", {"reponse": FAUX}, follow=True)
    assert "Cela revient au médecin" not in page.words
    assert "Question précédente" in page.words
    page = course.post(f"{serie}/2", {"passer": "1"}, follow=True)
    assert "Toutes vos réponses sont enregistrées" in page.words
    page = course.post(f"{serie}/fin", {}, follow=True)
    assert "0 réponse juste sur 2" in page.words
    assert "il n'est pas une note" in page.words
    assert "Cela revient au médecin" in page.words
    course.post(f"{serie}/1", {"reponse": JUSTE})
    assert "0 réponse juste sur 2" in course.get(f"{serie}/bilan").words, "an answer changed after the correction"
    assert "« La mémoire », à commencer" in card(course)


def test_an_empty_answer_is_asked_again_and_a_series_is_found_where_it_was_left(course):
    serie = start(course, "final")
    assert "Choisissez ou écrivez une réponse" in course.post(f"{serie}/1", {}).words
    course.post(f"{serie}/1", {"reponse": JUSTE})
    assert start(course, "final") == serie
    assert course.get(serie).headers["Location"].endswith("/2")
    assert "Reprendre" in card(course)


def test_a_second_final_test_asks_the_other_questions(course):
    titles = []
    for _ in range(2):
        serie = start(course, "final")
        titles.append({course.get(f"{serie}/{rang}").words.split("sur 2")[1][:60] for rang in (1, 2)})
        course.post(f"{serie}/fin", {})
    assert not titles[0] & titles[1]


@pytest.mark.parametrize(
    "path", ["serie/final-cognition-9", "serie/final-cognition-9/1", "serie/..%2f..", "serie/final-cognition-9/bilan"]
)
def test_a_series_that_is_not_hers_is_not_found(course, path):
    assert course.get(f"asalee/apprenante/{path}").status == 404


@pytest.mark.parametrize(
    ("genre", "module"), [("revision", "cognition"), ("examen", "cognition"), ("final", "bpco"), ("final", "../x")]
)
def test_nothing_to_draw_is_said_and_makes_nothing(course, genre, module):
    answer = course.post("asalee/apprenante/serie", {"genre": genre, "module": module})
    assert answer.status == 409
    assert not (course.ws.apprenante / "series").exists()


def test_the_summary_of_a_lesson_prints_what_was_released(course):
    page = course.get(f"asalee/apprenante/essentiel/{LECON}")
    assert page.status == 200
    assert "Texte à jour au 28 novembre 2026" in page.words
    assert "Une plainte se regarde" in page.words
    assert course.get("asalee/apprenante/essentiel/bpco-essoufflement-v1").status == 404


def test_lessons_stand_under_their_part(course):
    words = course.get("asalee/apprenante").words
    assert words.index("La maladie") < words.index("La mémoire")


def test_a_module_says_what_it_prepares_for_what_it_asks_and_on_what_it_stands(course):
    module = course.ws.courses / "cognition" / "module.md"
    row = "| 01_memoire | On n'annonce pas. | À relire. |\n"
    (module.parent / "relecture.md").write_text(RELECTURE + row, encoding="utf-8")
    text = module.read_text(encoding="utf-8")
    module.write_text(f"{text}\nOn y apprend à <b>regarder</b> *avant* de conclure.\n", encoding="utf-8")
    page = course.get("asalee/apprenante/module/cognition")
    for said in (
        "Repérer",
        "Connaître le protocole",
        "Le diagnostic",
        "Texte B, 2021",
        "28 novembre 2026",
        "30 min de leçons",
    ):
        assert said in page.words, said
    assert "Aucun médecin ne l'a encore relu" in page.words
    assert "1 phrase attend l'avis d'un médecin" in page.words
    assert "<em>avant</em>" in page.html
    assert "&lt;b&gt;" in page.html, "an author's tags are text"
    assert "Faire le point de départ" in page.words, "the next step is one click away"
    module.write_text(text.replace("a_jour:", "relecture: 2026-12-01\na_jour:"), encoding="utf-8")
    assert "Relu par un médecin le 1er décembre 2026" in course.get("asalee/apprenante/module/cognition").words


@pytest.mark.parametrize("nom", ["rcv", "etp_40h", "inconnu"])
def test_a_module_without_a_presentation_is_a_french_page_with_a_way_out(course, nom):
    answer = course.get(f"asalee/apprenante/module/{nom}")
    assert answer.status == 404
    assert "Revenez à vos modules" in answer.words
