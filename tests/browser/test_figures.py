"""Every figure as it is painted: no word leaves the frame, no word lies on another."""

import pytest

from asalee_training import figures

pytestmark = pytest.mark.browser

OUTSIDE = """() => {
  const frame = document.querySelector("svg").getBoundingClientRect();
  return [...document.querySelectorAll("svg text")].filter((t) => {
    const r = t.getBoundingClientRect();
    return r.left < frame.left + 2 || r.right > frame.right - 2 || r.top < frame.top || r.bottom > frame.bottom;
  }).map((t) => t.textContent);
}"""
OVERLAPS = """() => {
  const all = [...document.querySelectorAll("svg text")].filter((t) => t.textContent.length > 2);
  const boxes = all.map((t) => t.getBoundingClientRect());
  return all.flatMap((t, i) => all.slice(i + 1).filter((_, j) => {
    const a = boxes[i], b = boxes[i + 1 + j];
    return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6;
  }).map((u) => `${t.textContent} / ${u.textContent}`));
}"""


@pytest.mark.parametrize("nom", sorted(figures.NOMS))
def test_words_stay_in_the_frame_and_apart(page, nom):
    page.set_content(f"<body>{figures.draw(nom).svg}</body>")
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(OVERLAPS) == []
