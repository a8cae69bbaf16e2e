"""Rubrics are read, or refused with a file, a line and what to write."""

import cours_synthetique as course
import pytest

from asalee_training.content.errors import ContentError
from asalee_training.content.grille import Grille, load_grille
from asalee_training.gradebook import rubric


def read(folder, texte) -> Grille:
    path = folder / "grille.yaml"
    path.write_text(texte, encoding="utf-8")
    return load_grille(path, folder)


def test_a_rubric_is_read_and_shown_as_an_escaped_table(tmp_path):
    grille = read(tmp_path, course.GRILLE.replace("imprécise", "<b>imprécise</b>"))
    assert grille.sur == 8
    assert [c.critique for c in grille.criteres] == [False, True]
    assert "&lt;b&gt;imprécise" in rubric.table(grille)
    assert "sur 8 points" in rubric.table(grille)


def test_no_line_of_a_rubric_ends_on_an_opening_quotation_mark(tmp_path):
    grille = read(tmp_path, course.GRILLE.replace("imprécise", "« négligente » ; imprécise"))
    assert "«\u00a0négligente\u00a0»\u202f; imprécise" in rubric.table(grille)


@pytest.mark.parametrize(
    ("before", "after", "line", "words"),
    [
        ("titre: Transmission au médecin", "titre: ''", 1, "titre"),
        ("criteres:", "critères:", 2, "« critères » n’existe pas"),
        ("  - nom: Demande", "  - nom: ''", 7, "nom"),
        ("    critique: true", "    critique: oui", 8, "critique"),
        ("      - {points: 0, texte: absente}\n", "", 9, "0 point"),
        ("{points: 2, texte: imprécise}", "{points: deux, texte: imprécise}", 11, "nombre"),
        ("{points: 2, texte: imprécise}", "{points: 4, texte: imprécise}", 9, "même nombre"),
        ("{points: 2, texte: imprécise}", "{points: 2}", 11, "il manque « texte: »"),
        ("titre: Transmission au médecin", "titre: a\ntitre: b", 2, "deux fois"),
    ],
)
def test_a_wrong_rubric_is_refused_at_its_line(tmp_path, before, after, line, words):
    assert before in course.GRILLE
    with pytest.raises(ContentError) as error:
        read(tmp_path, course.GRILLE.replace(before, after))
    said = "\n".join(map(str, error.value.problems))
    assert f"grille.yaml, ligne {line} : " in said
    assert words in said


def test_a_missing_rubric_names_the_file_to_write(ws):
    with pytest.raises(rubric.RubricError, match=r"grading/grilles/absente\.yaml"):
        rubric.load(ws, "absente")
