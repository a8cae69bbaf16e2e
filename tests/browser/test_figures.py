"""Every figure as it is painted: no word leaves the frame, no word lies on another."""

import pytest

from asalee_training import figures
from tests.browser.dessins import HIDDEN, OUTSIDE, OVERLAPS, STRADDLES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("nom", sorted(figures.NOMS))
def test_words_stay_in_the_frame_and_apart(page, nom):
    page.set_content(f"<body>{figures.draw(nom).svg}</body>")
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(STRADDLES) == []
    assert page.evaluate(HIDDEN) == []
