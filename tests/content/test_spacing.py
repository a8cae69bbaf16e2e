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
        ("12 mmHg, 5,7 mmol/L, 60 mL/min/1,73 m²", "12\u00a0mmHg, 5,7\u00a0mmol/L, 60\u00a0mL/min/1,73 m²"),
        ("106 µmol/L, 41 %, 64 ans, 2 h 30", "106\u00a0µmol/L, 41\u00a0%, 64\u00a0ans, 2\u00a0h 30"),
        ("2 mots, 3 hommes, 4 gouttes, 1 mois", "2 mots, 3 hommes, 4 gouttes, 1 mois"),
    ],
)
def test_spaces_before_high_marks_and_inside_quotes_do_not_break(typed, read):
    assert spaced(typed) == read
