// The automatic device: figures of seven segments, a pressure that rises and falls; and its three cuffs.

/** Segments a to g of each figure, on a grid of 30 by 52. */
const SEGMENTS = { a: "M5 2 h20 l-4 5 h-12 Z", b: "M28 5 v19 l-3 2 l-3 -3 v-13 Z", c: "M28 47 v-19 l-3 -2 l-3 3 v13 Z", d: "M5 50 h20 l-4 -5 h-12 Z",
  e: "M2 47 v-19 l3 -2 l3 3 v13 Z", f: "M2 5 v19 l3 2 l3 -3 v-13 Z", g: "M6 26 l3 -3 h12 l3 3 l-3 3 h-12 Z" };
const FIGURES = ["abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgedc", "abc", "abcdefg", "abcdfg"];
const INFLATE_MS = 1300, DEFLATE_MS = 1500;

/** Three figures, the unlit segments faintly seen, as on a display of liquid crystals. */
function figures(value, x, y, scale) {
  const text = value === null ? "   " : String(value).padStart(3);
  return s("g", { transform: `translate(${x} ${y}) scale(${scale})` }, [...text].map((figure, rank) =>
    s("g", { transform: `translate(${rank * 36} 0) skewX(-4)` }, Object.entries(SEGMENTS).map(([name, d]) =>
      s("path", { d, class: figure !== " " && FIGURES[Number(figure)].includes(name) ? "asalee-ta-allume" : "asalee-ta-eteint" })))));
}

/** {node, draw(reading), busy, measure(reading, done)}. `measure` shows the cuff filling, then the reading, then calls `done`. */
function deviceView({ start }) {
  const screen = s("svg", { viewBox: "0 0 222 188", class: "asalee-ta-lcd", "aria-hidden": "true" });
  const words = h("p", { class: "asalee-invisible", role: "status" });
  const button = h("button", { type: "button", class: "asalee-ta-mesurer", onclick: start }, "Mesurer");
  const node = h("div", { class: "asalee-ta-appareil", role: "group", "aria-label": "Tensiomètre automatique" }, screen, h("div", { class: "asalee-ta-commande" }, button, h("span", { class: "asalee-ta-marque", "aria-hidden": "true" }, "Automatique")), words);
  let busy = false, pending = 0;

  function show({ pas = null, pad = null, pouls = null, cuff = 0, heart = false }) {
    const label = (text, y, unit) => [s("text", { x: 36, y, class: "asalee-ta-legende" }, text), s("text", { x: 36, y: y + 16, class: "asalee-ta-unite" }, unit)];
    screen.replaceChildren(
      s("rect", { width: 222, height: 188, rx: 8, class: "asalee-ta-cristal" }),
      s("rect", { x: 12, y: 14, width: 12, height: 160, rx: 3, class: "asalee-ta-jauge" }),
      s("rect", { x: 12, y: 174 - 160 * Math.min(cuff / 300, 1), width: 12, height: 160 * Math.min(cuff / 300, 1), rx: 3, class: "asalee-ta-niveau" }),
      ...label("SYS", 36, "mmHg"), figures(pas, 100, 10, 1.12),
      ...label("DIA", 100, "mmHg"), figures(pad, 100, 76, 1.12),
      ...label("POULS", 156, "/min"), figures(pouls, 136, 140, 0.7),
      s("path", { d: "M114 160 c-4 -7 -14 -3 -10 5 c2 4 7 6 10 10 c3 -4 8 -6 10 -10 c4 -8 -6 -12 -10 -5 Z", class: heart ? "asalee-ta-allume" : "asalee-ta-eteint" }));
  }
  function draw(reading) { if (!busy) show(reading || {}); }
  function measure(reading, done) {
    const finish = () => {
      busy = false;
      button.removeAttribute("aria-disabled");
      button.textContent = "Mesurer";
      done();
      words.textContent = typo(`${reading.pas} sur ${reading.pad} millimètres de mercure, pouls ${reading.pouls}.`);
    };
    if (document.hidden || matchMedia("(prefers-reduced-motion: reduce)").matches) { finish(); return; }
    busy = true;
    button.setAttribute("aria-disabled", "true");
    button.textContent = "Gonflage…";
    words.textContent = "Le brassard se gonfle.";
    const top = reading.pas + 30, from = performance.now();
    const step = (time) => {
      const t = time - from;
      if (t >= INFLATE_MS + DEFLATE_MS) { finish(); return; }
      const cuff = Math.max(0, t < INFLATE_MS ? (top * t) / INFLATE_MS : top - ((top - reading.pad + 20) * (t - INFLATE_MS)) / DEFLATE_MS);
      const beating = t > INFLATE_MS && cuff < reading.pas && Math.floor(t / 260) % 2 === 0;
      if (t > INFLATE_MS) button.textContent = "Mesure…";
      show({ pas: Math.round(cuff), cuff, heart: beating });
      pending = requestAnimationFrame(step);
    };
    pending = requestAnimationFrame(step);
  }
  /** What was under way is forgotten: nothing was read. */
  function stop() {
    cancelAnimationFrame(pending);
    busy = false;
    button.removeAttribute("aria-disabled");
    button.textContent = "Mesurer";
  }
  return { node, draw, measure, stop, get busy() { return busy; } };
}

/** The three cuffs, with the range printed on each, and the tape. {node, draw(now)}. */
function cuffsView({ recording, choose, tape }) {
  const name = uniqueId(), boxes = new Map();
  const measured = h("p", { class: "asalee-ta-ruban-dit", "aria-live": "polite" });
  const cuffs = Object.entries(recording.brassards).map(([size, [low, high]]) => {
    const box = h("input", { type: "radio", name, value: size, onchange: () => choose(size) });
    boxes.set(size, box);
    const wide = { S: 52, M: 66, L: 80 }[size];
    return h("label", { class: "asalee-ta-brassard" }, box,
      s("svg", { viewBox: "0 0 96 34", "aria-hidden": "true" }, s("rect", { x: (96 - wide) / 2, y: 3, width: wide, height: 28, rx: 6 }),
        s("path", { d: `M${48 + wide / 2 - 12} 3 v28`, class: "asalee-ta-couture" }), s("text", { x: 46, y: 23 }, size)),
      h("span", { class: "asalee-invisible" }, `Brassard ${size}, `), h("span", {}, `${low}–${high}\u00a0cm`));
  });
  const node = h("div", {}, h("fieldset", { class: "asalee-ta-brassards" }, h("legend", {}, "Brassard"), cuffs),
    h("div", { class: "asalee-ta-ruban" }, h("button", { type: "button", class: "asalee-bouton asalee-ta-acte", onclick: tape }, "Mesurer le tour de bras"), measured));
  return {
    node,
    draw(now) {
      for (const [size, box] of boxes) box.checked = size === now.taille;
      if (Boolean(measured.firstChild) === now.tour) return;
      measured.replaceChildren(...(now.tour ? [h("span", { class: "asalee-invisible" }, "Tour de bras : "), `${recording.tour_bras_cm}\u00a0cm`] : []));
    },
  };
}
