// A curve on French axes, with a cursor moved by pointer or by arrow keys.

const MARGIN = { left: 62, right: 18, top: 16, bottom: 56 };
const KEY_PX = 8;

/** Round steps (0,5 1 2 5 …) giving at most `count` intervals. */
function step(span, count) {
  const rough = span / count, power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((m) => m * power).find((value) => value >= rough - 1e-9);
}

const HOW_TO_READ = "Passez la souris ou le doigt sur la courbe, ou utilisez les flèches ← et →, pour lire un point.";

/**
 * A chart that follows the width of its place.
 * x, y: {label, min, max}. lines: arrays of [x, y], or {points, kind}: the first is the one to look at. cursor: the points that can be read, and
 * `say(point)`, their words. `trace(lines, points, tip?)` replaces what is drawn and what is read; the axes stay. `mark(points, line?)` sets hollow
 * points, and the dotted line through them, under the curves.
 */
function chart({ title, x, y, lines, cursor, height = 330, hint = HOW_TO_READ }) {
  const said = h("p", { class: "asalee-lecture", "aria-live": "polite" }, hint);
  const place = h("div", {}), node = h("figure", { class: "asalee-courbe" }, h("figcaption", {}, title), place, said);
  let index = null, scaleX, scaleY, dot, rule, traces, width = 0, marks = { points: [], line: [] };
  const marked = s("g", { "aria-hidden": "true" });
  const path = (points) => points.map(([px, py], i) => `${i ? "L" : "M"}${scaleX(px).toFixed(1)} ${scaleY(py).toFixed(1)}`).join("");
  /** The one to look at lies over the others. */
  function paths() {
    const kinds = lines.map((line, i) => (Array.isArray(line) ? [line, i ? "asalee-trace-2" : ""] : [line.points, `asalee-trace-${line.kind}`]));
    traces.replaceChildren(...kinds.reverse().filter(([points]) => points.length).map(([points, kind]) => s("path", { d: path(points), class: `asalee-trace ${kind}`.trim() })));
  }

  function setMarks() {
    marked.replaceChildren(...(marks.line.length ? [s("path", { d: path(marks.line), class: "asalee-repere-trait" })] : []),
      ...marks.points.map(([px, py]) => s("circle", { cx: scaleX(px), cy: scaleY(py), r: 5, class: "asalee-repere" })));
  }
  function mark(points, line = []) {
    marks = { points, line };
    if (width) setMarks();
  }
  function draw() {
    const right = width - MARGIN.right, bottom = height - MARGIN.bottom;
    scaleX = (v) => MARGIN.left + ((v - x.min) / (x.max - x.min)) * (right - MARGIN.left);
    scaleY = (v) => bottom - ((v - y.min) / (y.max - y.min)) * (bottom - MARGIN.top);
    const stepX = step(x.max - x.min, Math.max(3, width / 48)), stepY = step(y.max - y.min, 8), grid = [];
    for (let v = Math.ceil(x.min / stepX) * stepX; v <= x.max + 1e-9; v += stepX)
      grid.push(s("line", { x1: scaleX(v), x2: scaleX(v), y1: MARGIN.top, y2: bottom, class: "asalee-grille" }),
        s("text", { x: scaleX(v), y: bottom + 21, class: "asalee-graduation", "text-anchor": "middle" }, french(v)));
    for (let v = Math.ceil(y.min / stepY) * stepY; v <= y.max + 1e-9; v += stepY)
      grid.push(s("line", { x1: MARGIN.left, x2: right, y1: scaleY(v), y2: scaleY(v), class: Math.abs(v) < 1e-9 ? "asalee-axe" : "asalee-grille" }),
        s("text", { x: MARGIN.left - 9, y: scaleY(v) + 5, class: "asalee-graduation", "text-anchor": "end" }, french(v)));
    rule = s("line", { y1: MARGIN.top, y2: bottom, class: "asalee-curseur", visibility: "hidden" });
    dot = s("circle", { r: 6, class: "asalee-point", visibility: "hidden" });
    traces = s("g", {});
    paths();
    setMarks();
    place.replaceChildren(s("svg", {
      viewBox: `0 0 ${width} ${height}`, width, height, tabindex: "0", role: "img", "aria-label": typo(`${title}. Flèches gauche et droite pour lire les points.`),
      onpointerdown: (event) => point(nearest(event)), onpointermove: (event) => point(nearest(event)), onkeydown: key,
    },
      grid, s("line", { x1: MARGIN.left, x2: MARGIN.left, y1: MARGIN.top, y2: bottom, class: "asalee-axe" }),
      s("line", { x1: MARGIN.left, x2: right, y1: bottom, y2: bottom, class: "asalee-axe" }),
      marked, traces, rule, dot,
      s("text", { x: (MARGIN.left + right) / 2, y: height - 10, class: "asalee-titre-axe", "text-anchor": "middle" }, x.label),
      s("text", { transform: `translate(17 ${(MARGIN.top + bottom) / 2}) rotate(-90)`, class: "asalee-titre-axe", "text-anchor": "middle" }, y.label)));
    if (index !== null) point(index);
  }
  function trace(newLines, points, tip = null) {
    [lines, cursor, index] = [newLines, { ...cursor, points }, null];
    if (!width) return;
    paths();
    rule.setAttribute("visibility", "hidden");
    for (const [name, value] of [["cx", tip && scaleX(tip[0])], ["cy", tip && scaleY(tip[1])], ["visibility", tip ? "visible" : "hidden"]]) dot.setAttribute(name, value ?? 0);
    if (said.textContent !== typo(hint)) said.textContent = typo(hint);
  }
  function nearest(event) {
    const box = place.firstChild.getBoundingClientRect(), at = ((event.clientX - box.left) / box.width) * width;
    let best = 0;
    cursor.points.forEach(([px], i) => { if (Math.abs(scaleX(px) - at) < Math.abs(scaleX(cursor.points[best][0]) - at)) best = i; });
    return best;
  }
  function key(event) {
    const move = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
    if (!move || !cursor.points.length) return;
    event.preventDefault();
    event.stopPropagation();
    point(index === null && move === 1 ? 0 : along(index ?? 0, move));
  }
  /** The next point that looks different: samples are milliseconds apart. */
  function along(from, move) {
    const last = cursor.points.length - 1, [x0, y0] = cursor.points[from];
    if (!Number.isFinite(move)) return move < 0 ? 0 : last;
    let i = from;
    do i += move;
    while (i > 0 && i < last && Math.hypot(scaleX(cursor.points[i][0]) - scaleX(x0), scaleY(cursor.points[i][1]) - scaleY(y0)) < KEY_PX);
    return Math.min(Math.max(i, 0), last);
  }
  function point(i) {
    if (!cursor.points.length) return;
    index = i;
    const [px, py] = cursor.points[i];
    for (const [name, value] of [["x1", scaleX(px)], ["x2", scaleX(px)], ["visibility", "visible"]]) rule.setAttribute(name, value);
    for (const [name, value] of [["cx", scaleX(px)], ["cy", scaleY(py)], ["visibility", "visible"]]) dot.setAttribute(name, value);
    said.textContent = typo(cursor.say(cursor.points[i]));
  }
  const watch = new ResizeObserver(() => {
    const now = Math.round(place.clientWidth);
    if (now && now !== width) { width = now; draw(); }
  });
  watch.observe(place);
  return { node, trace, mark, stop: () => watch.disconnect() };
}
