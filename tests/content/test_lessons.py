"""What a lesson has more than a case: its part, its figures, its summary, its themes, the bank, what waits for a physician."""

import base64
from html import escape
from pathlib import Path

import pytest

from asalee_training import figures
from asalee_training.authoring import check, modules
from asalee_training.authoring.cells import FIGURE, notebook
from asalee_training.content import essentiel, release
from asalee_training.content.errors import ContentError
from asalee_training.workspace import Workspace

REPO = Workspace(Path(__file__).parents[2])
LECON = (REPO.courses / "diabete" / "01_monofilament.md").read_text(encoding="utf-8")
MODULE = """---
titre: Diabète
heures: 1
objectifs: [Examiner]
prerequis: [Connaître le protocole]
hors_champ: [Le diagnostic]
sources: ["Texte A, 2019", "Texte B, 2021"]
a_jour: 2026-11-28
lecons: [01_monofilament]
themes:
  pied: L’examen du pied
---
"""
RELECTURE = """| Où | Ce qui est écrit | Pourquoi cela attend |
|---|---|---|
| 01_monofilament | Un pied qui ne sent plus ne prévient plus | Exemple. |
"""


@pytest.fixture
def lesson(ws):
    """Write the repository's lesson with replacements; returns its path."""
    folder = ws.courses / "diabete"
    folder.mkdir()
    (folder / "module.md").write_text(MODULE, encoding="utf-8")
    (folder / "relecture.md").write_text(RELECTURE, encoding="utf-8")

    def make(*replacements):
        text = LECON
        for old, new in replacements:
            assert old in text, f"the lesson no longer holds {old!r}"
            text = text.replace(old, new, 1)
        path = folder / "01_monofilament.md"
        path.write_text(text, encoding="utf-8")
        return path

    return make


def said(function, *args):
    with pytest.raises(ContentError) as error:
        function(*args)
    return [(p.ligne, p.message.replace("\u00a0", " ").replace("\u202f", " ")) for p in error.value.problems]


def test_the_lesson_that_shows_how_is_whole(ws, lesson):
    case = check.check(ws, lesson())
    assert case.entete.partie == "conditions"
    assert case.essentiel[0].markdown.startswith("## L’essentiel")
    assert {case.themes(nom) for nom in case.exercices} == {("pied",)}
    assert modules.check(ws, ws.courses / "diabete/module.md").themes == {"pied": "L’examen du pied"}


BAD = [
    # (what to replace, by what, words at whose line it is said, words of the message)
    ("partie: conditions\n", "", "titre:", "il manque « partie: »"),
    ("partie: conditions", "partie: anatomie", "partie: anatomie", "anatomophysiologie"),
    ("a_jour: 2026-11-29", "a_jour: novembre", "a_jour:", "a_jour"),
    ("{figure} pied_sites", "{figure} pieds_sites", "{figure} pieds_sites", "« pied_sites »"),
    ("legende: Trois sites", "titre: Trois sites", "titre: Trois sites", "la clé « titre » n’existe pas"),
    ("legende: Trois sites", "legende: Trois *sites*", "legende: Trois *sites*", "retirez le signe « * »"),
    ("```{figure} pied_sites\nlegende", "```figure pied_sites\nlegende", "```figure", "avec les accolades"),
    ("## L’essentiel\n", "## Résumé\n", None, "finissez la leçon par un titre « ## L’essentiel »"),
    ("**Dire.**", "## Encore\n\n**Dire.**", "## Encore", "qui doit être la dernière section"),
    ("**Dire.**", "mot " * 200 + "**Dire.**", "## L’essentiel", "gardez-en 250 au plus"),
    ("**Dire.**", "{{ patient.age }} **Dire.**", "## L’essentiel", "vaut pour toutes les personnes"),
    ("**Dire.**", "```{figure} pied_sites\n```\n\n**T.**", None, "une seule figure"),
    ("**Dire.**", "```{instrument} examen_pieds\n```\n\n**T.**", None, "s’imprime : placez ce bloc avant"),
    ("themes: [pied]", "themes: [pieds]", "themes: [pieds]", "« pied »"),
    ("themes: [pied]\n", "", "{exercice} geste", "écrivez « themes: »"),
    ("type: zones_pied\n", "type: zones_pied\nbanque: true\n", "banque: true", "ne convient qu’aux types choix"),
    ("attendu: {calcul: perte_de_sensibilite", "banque: true\nattendu: {calcul: perte_de_sensibilite", "{exercice} perte", "dépend du patient"),
    ("appliquez-vous le monofilament", "appliquez-vous le fil à {{ patient.sexe }}", "{exercice} corne", "retirez les {{ patient"),
    ("appliquez-vous le monofilament", "appliquez-vous le fil décrit ci-dessus", "{exercice} corne", "« ci-dessus »"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "where", "words"), BAD, ids=[f"{i:02d} {b[3][:30]}" for i, b in enumerate(BAD)])
def test_a_faulty_lesson_is_explained_in_french_at_its_line(ws, lesson, old, new, where, words):
    path = lesson((old, new))
    found = said(check.check, ws, path)
    assert any(words in message for _, message in found), found
    if where:
        lines = [i for i, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if where in line]
        near = [line for line, message in found if words in message]
        assert any(0 <= line - first <= 12 for line in near for first in lines), (near, lines)


def test_a_question_of_an_evaluation_never_enters_the_bank(ws, write):
    path = write(("mode: entrainement", "mode: evaluation"), ("type: choix\n", "type: choix\nbanque: true\n"))
    assert any("donnerait la réponse d’une évaluation" in message for _, message in said(check.check, ws, path))


def test_a_theme_that_no_module_declares_is_refused_in_a_case(ws, write):
    path = write(("type: choix\n", "type: choix\nthemes: [souffle]\n"))
    assert any("le module « bpco » n’en déclare aucun" in message for _, message in said(check.check, ws, path))


def test_a_test_needs_twice_its_questions_in_the_bank(ws, lesson):
    lesson()
    path = ws.courses / "diabete/module.md"
    most = LECON.count("banque: true") // 2
    path.write_text(MODULE.replace("themes:", f"final: {{par_theme: {most}}}\nthemes:"), encoding="utf-8")
    assert modules.check(ws, path).final.par_theme == most
    path.write_text(MODULE.replace("themes:", f"final: {{par_theme: {most + 1}}}\nthemes:"), encoding="utf-8")
    assert any(f"le double ({2 * most + 2})" in message for _, message in said(modules.check, ws, path))
    path.write_text(MODULE.replace("themes:\n  pied: L’examen du pied\n", "final: {par_theme: 1}\n"), encoding="utf-8")
    assert any("écrivez d’abord « themes: »" in message for _, message in said(modules.check, ws, path))


def test_what_a_figure_says_may_wait_too(ws, lesson):
    lesson()
    path = ws.courses / "diabete/relecture.md"
    row = "| figure:pied_sites | Six sites en tout | Exemple. |\n"
    path.write_text(RELECTURE + row, encoding="utf-8")
    assert modules.check(ws, ws.courses / "diabete/module.md")
    path.write_text(RELECTURE + row.replace("Six", "Sept"), encoding="utf-8")
    assert any(
        "n’est plus écrit" in message for _, message in said(modules.check, ws, ws.courses / "diabete/module.md")
    )


WAITING = [
    (None, "écrivez ce fichier"),
    ("Rien.", "il manque le tableau"),
    ("| Où | Quoi |\n|---|---|\n", "les colonnes doivent être"),
    (RELECTURE.replace("| Exemple. |", "| |"), "3 cases remplies"),
    (RELECTURE + RELECTURE.splitlines()[-1].replace("Un pied", "**Un pied**"), "est déjà dans ce tableau"),
    (RELECTURE.replace("ne prévient plus", "prévient encore"), "n’est plus écrit dans « 01_monofilament »"),
    (RELECTURE.replace("| 01_monofilament", "| 02_autre"), "n’est ni une leçon"),
    (RELECTURE.replace("| 01_monofilament | Un pied qui ne sent plus ne prévient plus | Exemple. |\n", ""), "ajoutez sa ligne"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), WAITING, ids=[w for _, w in WAITING])
def test_what_waits_for_a_physician_is_listed_word_for_word(ws, lesson, text, words):
    lesson()
    path = ws.courses / "diabete/relecture.md"
    path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    found = said(modules.check, ws, ws.courses / "diabete/module.md")
    assert any(words in message for _, message in found), found


def test_a_figure_travels_inside_the_notebook(ws, lesson):
    case = check.check(ws, lesson())
    cell = next(c for c in notebook(case)["cells"] if c["id"].startswith("figure"))
    assert cell["cell_type"] == "markdown"
    assert FIGURE.fullmatch(cell["source"])
    encoded = cell["source"].partition("base64,")[2].partition('"')[0]
    drawing = figures.draw("pied_sites")
    assert base64.b64decode(encoded).decode() == drawing.svg
    assert f'alt="{escape(drawing.alt)}"' in cell["source"]
    assert notebook(case) == notebook(case)


def test_the_text_of_a_figure_can_be_replaced_by_the_author(ws, lesson):
    case = check.check(ws, lesson(("legende: Trois sites", "alt: Deux plantes de pied.\nlegende: Trois sites")))
    cells = notebook(case)["cells"]
    ends = [c["source"].partition(" alt=")[2] for c in cells if c["id"].startswith("figure")]
    assert (
        '"Deux plantes de pied."><figcaption>Trois sites sous chaque pied, six en tout.</figcaption></figure>' in ends
    )


def test_the_summary_is_counted_as_a_reader_counts(ws, lesson):
    words = " ".join(["mot"] * essentiel.MOTS_MAX)
    head = LECON[: LECON.index("## L’essentiel")]
    path = lesson()
    path.write_text(f"{head}## L'essentiel\n\n{words}\n", encoding="utf-8")
    assert check.check(ws, path).essentiel[0].id == "essentiel"
    path.write_text(f"{head}## L'essentiel\n\n{words} encore\n", encoding="utf-8")
    assert any("compte 251 mots" in message for _, message in said(check.check, ws, path))
    path.write_text(f"{head}## L'essentiel\n\nPeu.\n", encoding="utf-8")
    assert any("40 mots au moins" in message for _, message in said(check.check, ws, path))


def test_what_leaves_with_a_lesson_names_its_part_sources_and_date(ws, lesson):
    data = release.public(check.check(ws, lesson()))
    assert (data["partie"], data["a_jour"]) == ("conditions", "2026-11-29")
    assert len(data["sources"]) == 5
    assert [b for b in data["blocs"] if b["genre"] == "figure"]


@pytest.mark.parametrize("cle", ["prerequis", "hors_champ", "sources", "a_jour"])
def test_a_module_that_prepares_an_act_says_what_its_page_must_say(ws, lesson, cle):
    """The page of a module would be silent about it; one source is not two."""
    lesson()
    path = ws.courses / "diabete" / "module.md"
    text = "\n".join(line for line in MODULE.split("\n") if not line.startswith(f"{cle}:"))
    path.write_text(text, encoding="utf-8")
    assert any(f"« {cle}: »" in message for _, message in said(modules.check, ws, path))
