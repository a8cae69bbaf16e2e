"""The table of scores: a text a line, what survived by name, the same words for a terminal and for a page."""

from asalee_training.authoring.preuve import tableau
from tests.preuve.cas import CONDUITE, RAPPORT, preuve

LARGE = RAPPORT.replace("tolerance: 0.5", "tolerance: 6")


def test_each_text_has_its_line_and_survivors_have_their_names():
    good, loose = preuve(CONDUITE), preuve(LARGE, CONDUITE)
    head, rule, one, two, empty, total = tableau.markdown([good, loose]).split("\n")
    assert head.split(" | ")[0] == "| Texte"
    assert rule.count("---") == len(tableau.COLONNES)
    assert one.count("|") == two.count("|") == len(tableau.COLONNES) + 1
    assert "| 100 % | aucune |" in one.replace("\u00a0", " ")
    assert "VEMS en % de la valeur prédite, à la place du rapport (rapport)" in two
    assert "aucune" not in two
    assert f"| {good.patients} |" in one
    assert (empty, total.startswith("2 textes")) == ("", True)


def test_what_is_counted_alive_is_what_the_score_lacks():
    loose = preuve(LARGE, CONDUITE)
    assert int(tableau.survivantes(loose).split(" ")[0]) == loose.distingues - loose.tues > 0


def test_a_text_that_the_machine_does_not_judge_has_no_line():
    written = "### Écrivez.\n\n```{exercice} e\ntype: texte\npoints: 4\ngrille: essai\nexplication: Ce que la personne dit.\n```\n"
    assert tableau.rangs([preuve(written)]) == []
