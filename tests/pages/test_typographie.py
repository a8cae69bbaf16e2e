"""French on the screen."""

from datetime import datetime

from jinja2 import Environment

from asalee_training.pages import typographie


def test_spaces_before_double_punctuation_and_inside_guillemets():
    assert typographie.espaces("Prêt ? « Oui » : allez !") == ("Prêt\u202f? «\u00a0Oui\u00a0»\u202f: allez\u202f!")
    assert typographie.espaces("« {{ patient.age }} »") == "«\u00a0{{ patient.age }}\u00a0»"
    assert typographie.espaces("à 10:42, https://exemple ; a:b") == "à 10:42, https://exemple\u202f; a:b"


def test_apostrophes_between_letters_only():
    assert typographie.espaces("l'été, 'mot' d'« avant »") == "l’été, 'mot' d’«\u00a0avant\u00a0»"


def test_jinja_expressions_survive_the_typography():
    environment = Environment(autoescape=True, extensions=[typographie.Espaces])
    typographie.install(environment)
    text = environment.from_string("{{ 'oui' if x == 'a' else 'non' }} : {{ y | fr }}").render(x="a", y="l'un ?")
    assert text == "oui\u202f: l’un\u202f?"


def test_dates_hours_and_counts():
    this_year = datetime.now().astimezone().replace(month=3, day=12, hour=10, minute=42)
    assert typographie.moment(this_year) == "12 mars à 10:42"
    assert typographie.moment(this_year.isoformat(), annee=True) == f"12 mars {this_year.year} à 10:42"
    assert typographie.moment(datetime(2024, 8, 1, 9, 5).astimezone()) == "1er août 2024 à 09:05"
    assert typographie.moment("hier") == ""
    assert [typographie.heures(h) for h in (1, 2, 0.5, 7.5)] == [
        "1\u00a0heure",
        "2\u00a0heures",
        "30\u00a0min",
        "7\u00a0h\u00a030",
    ]
    assert [typographie.pluriel(n, "copie") for n in (0, 1, 2)] == ["0\u00a0copie", "1\u00a0copie", "2\u00a0copies"]
    assert typographie.pluriel(2, "copie a", "copies ont") == "2\u00a0copies ont"
