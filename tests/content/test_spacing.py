"""An author types ordinary spaces; a reader gets French ones."""

import pytest

from asalee_training.content.spacing import spaced


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Elle dit : « Alors je préfère savoir. »", "Elle dit\u00a0: «\u00a0Alors je préfère savoir.\u00a0»"),
        ("Que faites-vous ?", "Que faites-vous\u202f?"),
        ("| a | b |\n| :--- | ---: |\n| oui ; non | 2 |", "| a | b |\n| :--- | ---: |\n| oui\u202f; non | 2 |"),
        ("À huit heures :\n- un", "À huit heures\u00a0:\n- un"),
        ("https://exemple.fr?a=1;b", "https://exemple.fr?a=1;b"),
        ("    ; un retrait", "    ; un retrait"),
        ("déjà\u202f! fait\u00a0:", "déjà\u202f! fait\u00a0:"),
    ],
)
def test_spaces_before_high_marks_and_inside_quotes_do_not_break(typed, read):
    assert spaced(typed) == read
