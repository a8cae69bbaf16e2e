// The tracing on paper, on the machine's screen, and in words.

const ROWS = [["DI", "aVR", "V1", "V4"], ["DII", "aVL", "V2", "V5"], ["DIII", "aVF", "V3", "V6"]];
/** Millimetres: paper, room for the calibration square, one column of leads, one row. */
const PAPER = { width: 269, left: 16, column: 62.5, top: 13, row: 26, bottom: 9 };
const PAPER_MIN = 700, PAPER_LARGE = 1560;

/** The red grid: one line a millimetre, a stronger one every five. */
function grid(width, height, px) {
  const path = (step, skip) => {
    const d = [];
    for (let i = 0; i * step * px <= width; i += 1) if (!skip || i % 5) d.push(`M${(i * step * px).toFixed(2)} 0V${height}`);
    for (let i = 0; i * step * px <= height; i += 1) if (!skip || i % 5) d.push(`M0 ${(i * step * px).toFixed(2)}H${width}`);
    return d.join("");
  };
  return [s("path", { d: path(1, true), class: "asalee-ecg-mm" }), s("path", { d: path(5, false), class: "asalee-ecg-5mm" })];
}

/** Samples `from`-`to` as a line; x0, y0 in px, steps in px. */
function line(signal, from, to, x0, y0, dx, dy) {
  let d = "";
  for (let i = from; i < Math.min(to, signal.length); i += 1) d += `${i === from ? "M" : "L"}${(x0 + (i - from) * dx).toFixed(1)} ${(y0 - signal[i] * dy).toFixed(1)}`;
  return d;
}

/** A sheet of paper, `width` px wide. `trace`: {pose, sources, bande, reglages, entete, pied}. */
function sheet(recording, trace, width) {
  const px = width / PAPER.width, height = (PAPER.top + 4 * PAPER.row + PAPER.bottom) * px;
  const { vitesse_mm_s: speed, amplitude_mm_mv: gain, carre } = trace.reglages;
  const perColumn = Math.round((PAPER.column / speed) * recording.hz), dx = (speed * px) / recording.hz, dy = gain * px;
  const leads = tracing(recording, trace, (4 * PAPER.column) / speed);
  const ink = [], labels = [];
  const baselineOf = (row) => (PAPER.top + (row + 0.54) * PAPER.row) * px;
  const draw = (lead, row, column, columns) => {
    const x0 = (PAPER.left + column * PAPER.column) * px, y0 = baselineOf(row), from = column * perColumn, end = from + perColumn * columns;
    ink.push(leads[lead] ? s("path", { d: line(leads[lead], from, end, x0, y0, dx, dy), class: "asalee-ecg-encre" })
      : s("path", { d: `M${x0} ${y0}h${PAPER.column * columns * px}`, class: "asalee-ecg-absente" }));
    if (column) ink.push(s("path", { d: `M${x0} ${y0 - 3 * px}v${6 * px}`, class: "asalee-ecg-encre" }));
    labels.push(s("text", { x: x0 + 4, y: y0 - 8.6 * px, class: "asalee-ecg-derivation" }, lead));
  };
  ROWS.forEach((row, r) => row.forEach((lead, column) => draw(lead, r, column, 1)));
  draw("DII", 3, 0, 4);
  if (carre) for (let r = 0; r < 4; r += 1) {
    const w = speed * 0.2 * px, x = (PAPER.left - 1.5) * px - w - 1.5 * px;
    ink.push(s("path", { d: `M${x - 1.5 * px} ${baselineOf(r)}h${1.5 * px}v${-dy}h${w}v${dy}h${1.5 * px}`, class: "asalee-ecg-encre" }));
  }
  return s("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "asalee-ecg-feuille", role: "img", "aria-label": typo("Tracé sur papier millimétré ; il est décrit en mots au-dessous.") },
    grid(width, height, px), ink, labels,
    s("text", { x: 10, y: 24, class: "asalee-ecg-entete" }, trace.entete),
    s("text", { x: 10, y: height - 9, class: "asalee-ecg-entete" }, trace.pied));
}

/** The sheet that follows the width of its place, with a magnifier. `draw(trace)` changes it. */
function paper(recording) {
  let shown = null, large = false, width = 0;
  const place = h("div", { class: "asalee-ecg-papier", tabindex: "0", role: "group", "aria-label": "Papier du tracé" });
  const zoom = h("button", { type: "button", class: "asalee-bouton asalee-discret", "aria-pressed": "false", onclick: () => { large = !large; zoom.setAttribute("aria-pressed", String(large)); render(); } }, "Agrandir le tracé");
  function render() {
    if (!shown || !width) return;
    place.replaceChildren(sheet(recording, shown, large ? PAPER_LARGE : Math.max(PAPER_MIN, width)));
    zoom.replaceChildren(large ? "Voir le tracé entier" : "Agrandir le tracé");
  }
  const watch = new ResizeObserver(() => {
    const now = Math.floor(place.clientWidth);
    if (now && Math.abs(now - width) > 1) { width = now; render(); }
  });
  watch.observe(place);
  return { node: h("div", {}, place, zoom), draw(trace) { shown = trace; render(); } };
}

/** The machine's own screen: the twelve leads as they are now. `draw(state)`. */
function screen(recording) {
  const cells = [], W = 88, H = 62, seconds = 1.5;
  const svg = s("svg", { viewBox: `0 0 ${4 * W} ${3 * H}`, role: "img", "aria-label": "Écran de l’appareil : les douze dérivations en direct" },
    ROWS.flatMap((row, r) => row.map((lead, c) => {
      const trace = s("path", {});
      cells.push([lead, trace, c * W, r * H]);
      return [trace, s("text", { x: c * W + 5, y: r * H + 17 }, lead)];
    })));
  const node = h("div", { class: "asalee-ecg-ecran" }, svg);
  return {
    node,
    draw(state) {
      const leads = tracing(recording, state, seconds), dx = (W - 6) / (seconds * recording.hz);
      for (const [lead, trace, x, y] of cells) {
        trace.setAttribute("class", leads[lead] ? "asalee-ecg-signal" : "asalee-ecg-sans-signal");
        trace.setAttribute("d", leads[lead] ? line(leads[lead], 0, Infinity, x + 3, y + 42, dx, 14) : `M${x + 3} ${y + 42}h${W - 8}`);
      }
    },
  };
}

/** The tracing in words, lead by lead: signs and heights on this paper. */
function inWords(recording, trace) {
  const { vitesse_mm_s: speed, amplitude_mm_mv: gain, carre } = trace.reglages;
  const beat = tracing(recording, trace, null);
  const mean = recording.rr_ms.reduce((sum, ms) => sum + ms, 0) / recording.rr_ms.length;
  return [
    h("p", {}, carre ? `Carré d’étalonnage : ${mm(gain)} de haut, ${mm(speed * 0.2)} de large.` : "Pas de carré d’étalonnage.",
      ` Un battement tous les ${mm((mean / 1000) * speed)} environ. ${trace.entete} ${trace.pied}`),
    table("Ce que montre chaque dérivation, en millimètres de papier", ["Dérivation", "Onde P", "QRS", "Onde T", "Ligne de base"],
      Object.keys(LEADS).map((lead) => [lead, ...leadWords(beat[lead], recording, gain), beat[lead] ? baseline(lead, trace.sources, trace.pose, gain) : "plate"])),
  ];
}
