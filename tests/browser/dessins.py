"""What would spoil a drawing: words that leave the frame, lie on another, are cut or hidden."""

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
#: A word half in a box and half out of it: a box as high as the word, whose side comes down through it.
STRADDLES = """() => [...document.querySelectorAll("svg text")].filter((t) => t.textContent.length > 2).flatMap((t) => {
  const r = t.getBoundingClientRect(), y = (r.top + r.bottom) / 2;
  return [...document.querySelectorAll("svg rect")].map((e) => e.getBoundingClientRect()).filter((b) =>
    b.width > 4 && b.height > r.height * 0.9 && y > b.top && y < b.bottom &&
    [b.left, b.right].some((side) => side > r.left + 3 && side < r.right - 3)).map(() => t.textContent);
})"""
#: A box that a later one hides in part: what somebody says must not slip under a card.
HIDDEN = """() => [...document.querySelectorAll("svg rect[rx]")].filter((e) => {
  const r = e.getBoundingClientRect(), y = (r.top + r.bottom) / 2;
  return e.getAttribute("stroke") !== "none" && r.height > 14 && [...document.querySelectorAll("svg rect[rx]")].some((o) => {
    const b = o.getBoundingClientRect();
    return e.compareDocumentPosition(o) & Node.DOCUMENT_POSITION_FOLLOWING && b.width > 40 && b.height > r.height &&
      o.getAttribute("fill") !== "none" && y > b.top && y < b.bottom && r.left < b.left - 4 && r.right > b.left + 4 && r.right < b.right;
  });
}).map((e) => e.outerHTML)"""
