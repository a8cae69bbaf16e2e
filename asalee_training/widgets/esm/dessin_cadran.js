// The dial on which she draws: numbers and hands by pointer or keys, and a free pencil. It measures nothing against a clock.

const POINTS_MAX = 280;
const RING = 0.87 * DIAL.rayon;
/** Digits as a hand writes them, 20 wide and 32 high: strokes of [x, y]. */
const PEN = [
  [[[10, 0], [2, 6], [0, 18], [4, 30], [11, 32], [18, 26], [20, 14], [17, 4], [9, 1]]], [[[3, 9], [11, 0]], [[11, 0], [10, 32]]],
  [[[1, 7], [5, 0], [14, 0], [18, 7], [14, 16], [6, 24], [0, 31]], [[0, 31], [7, 29], [19, 31]]], [[[2, 4], [9, 0], [17, 3], [16, 11], [8, 15]], [[8, 15], [18, 18], [19, 26], [11, 32], [1, 29]]],
  [[[13, 0], [6, 12], [0, 22]], [[0, 22], [20, 21]], [[14, 10], [12, 32]]], [[[18, 1], [4, 1]], [[4, 1], [2, 14]], [[2, 14], [10, 11], [19, 17], [18, 27], [9, 32], [0, 29]]],
  [[[15, 0], [6, 8], [1, 20], [3, 30], [11, 32], [18, 26], [16, 18], [9, 16], [2, 22]]], [[[1, 2], [19, 1]], [[19, 1], [12, 14], [7, 32]], [[6, 16], [16, 15]]],
  [[[17, 4], [9, 0], [2, 5], [5, 13], [14, 18], [19, 25], [13, 32], [4, 31], [1, 25], [7, 17], [15, 12], [18, 6], [17, 3]]], [[[17, 8], [10, 0], [2, 5], [3, 14], [11, 16], [17, 8]], [[17, 8], [16, 20], [9, 32]]],
];
/** A written number, its middle at the origin. */
function written(number) {
  const digits = [...String(number)], middle = (24 * digits.length - 4) / 2;
  return s("g", { class: "asalee-pose-chiffre" }, s("g", { transform: `scale(1.2) rotate(${(5 * wobble(Number(number))).toFixed(1)})` },
    digits.flatMap((digit, k) => PEN[digit].flatMap((stroke) => pencil(stroke.map(([x, y]) => [x + 24 * k - middle, y - 16 + 2 * k * wobble(Number(number) + 5)]))))));
}
const isHand = (id) => id === "a" || id === "b";
const objectName = (id) => (isHand(id) ? `Aiguille ${id === "a" ? 1 : 2}` : `Chiffre ${id}`);
const turned = (angle) => ((Math.round(angle) % 360) + 360) % 360;

/** What these gestures leave on the paper: {numbers: {id: angle}, hands: {id: {angle, longueur}}, strokes}. */
function clockState(gestes) {
  const numbers = {}, hands = {}, strokes = [], known = (geste) => Number.isFinite(geste.angle) && (geste.g === "placer" || Number.isFinite(geste.longueur));
  for (const geste of gestes) {
    if (["placer", "aiguille"].includes(geste.g) && !known(geste)) continue;
    if (geste.g === "placer") numbers[geste.chiffre] = geste.angle;
    else if (geste.g === "remplir") for (let n = 1; n <= 12; n += 1) numbers[n] = (30 * n) % 360;
    else if (geste.g === "retirer") delete numbers[geste.chiffre];
    else if (geste.g === "aiguille") hands[geste.nom] = { angle: geste.angle, longueur: geste.longueur };
    else if (geste.g === "retirer_aiguille") delete hands[geste.nom];
    else if (geste.g === "trait") strokes.push(String(geste.points));
    else if (geste.g === "effacer_trait") strokes.pop();
  }
  return { numbers, hands, strokes };
}

/** Points of a free stroke in four letters each, and back. */
const packed = (points) => points.map((p) => p.map((v) => Math.max(0, Math.min(1295, Math.round(v) + DIAL.marge)).toString(36).padStart(2, "0")).join("")).join("");
const unpacked = (text) => (text.match(/.{4}/g) || []).map((four) => [0, 2].map((k) => parseInt(four.slice(k, k + 2), 36) - DIAL.marge));

/** « 210°, vers l'emplacement habituel du 7 ». */
function placeWords(id, { angle, longueur }) {
  return `${french(angle)}°, ${direction(angle)}${isHand(id) ? `, longue de ${french(longueur)} % du rayon` : ""}`;
}

/**
 * The dial: {node, draw(state, ui)}. `ui`: {chosen, pencil, over}. It calls `choose(id)`, `put(id, place)` when an object rests,
 * `remove(id)`, `stroke(text)` and `empty()` when nothing is in hand.
 */
function dial({ choose, put, remove, stroke, empty }) {
  const paper = s("g", {}), objects = s("g", {}), shafts = s("g", {}), live = s("path", { class: "asalee-crayon" }), over = sectors();
  const side = DIAL.cote + 2 * DIAL.marge, nodes = new Map();
  let state = clockState([]), ui = { chosen: null, pencil: false, over: false }, moving = null, points = null, timer = null;
  const svg = s("svg", {
    viewBox: `${-DIAL.marge} ${-DIAL.marge} ${side} ${side}`, class: "asalee-horloge asalee-cadran", role: "group", "aria-label": "Cadran à dessiner",
    onpointerdown: down, onpointermove: move, onpointerup: up, onpointercancel: () => { moving = points = null; redraw(); },
  },
    s("circle", { cx: DIAL.centre, cy: DIAL.centre, r: DIAL.rayon, class: "asalee-imprime" }), s("circle", { cx: DIAL.centre, cy: DIAL.centre, r: 4, class: "asalee-encre-pleine" }),
    over, paper, live, shafts, objects);

  function at({ clientX, clientY }) {
    const point = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [point.x, point.y];
  }
  function placeAt(id, [x, y]) {
    const angle = turned((Math.atan2(x - DIAL.centre, DIAL.centre - y) * 180) / Math.PI);
    const share = Math.round((100 * Math.hypot(x - DIAL.centre, y - DIAL.centre)) / DIAL.rayon);
    return isHand(id) ? { angle, longueur: Math.max(10, Math.min(100, share)) } : { angle };
  }
  const placed = (id) => (isHand(id) ? state.hands[id] : id in state.numbers ? { angle: state.numbers[id] } : null);

  function down(event) {
    if (event.button) return;
    event.preventDefault();
    settle();
    svg.setPointerCapture(event.pointerId);
    if (ui.pencil) { points = [at(event)]; return; }
    // A hand that is not yet drawn may end on a number; otherwise what is touched is taken.
    const fresh = isHand(ui.chosen) && !placed(ui.chosen);
    const held = fresh ? null : event.target.closest("[data-objet]");
    const id = held ? held.dataset.objet : ui.chosen;
    if (!id) return empty();
    if (held) { nodes.get(id).focus({ preventScroll: true }); choose(id); }
    const place = held ? placed(id) : placeAt(id, at(event));
    moving = { id, fresh: !held, place, slack: held && isHand(id) ? place.longueur - placeAt(id, at(event)).longueur : 0 };
    redraw();
  }
  function move(event) {
    if (points) {
      const last = points.at(-1), here = at(event);
      if (points.length < POINTS_MAX && Math.hypot(here[0] - last[0], here[1] - last[1]) >= 4) { points.push(here); live.setAttribute("d", throughPoints(points)); }
    } else if (moving && !moving.keys) {
      const place = placeAt(moving.id, at(event));
      if (isHand(moving.id)) place.longueur = Math.max(10, Math.min(100, place.longueur + moving.slack));
      moving.place = place;
      moving.moved = true;
      redraw();
    }
  }
  function up() {
    if (points) {
      const text = packed(points);
      points = null;
      live.removeAttribute("d");
      if (text.length >= 8) stroke(text);
    } else if (moving && !moving.keys) {
      const { id, place, fresh, moved } = moving;
      moving = null;
      if (fresh || moved) put(id, place, fresh); else redraw();
    }
  }
  /** Arrow keys: the object rests when they do. */
  function keyed(event, id) {
    const step = event.shiftKey ? 1 : 5, turn = { ArrowRight: step, ArrowLeft: -step }[event.key];
    const length = isHand(id) ? { ArrowUp: step, ArrowDown: -step }[event.key] : undefined;
    if (event.key === "Delete" || event.key === "Backspace") { event.preventDefault(); settle(); return remove(id); }
    if (turn === undefined && length === undefined) return undefined;
    event.preventDefault();
    nudge(id, turn || 0, length || 0);
    return undefined;
  }
  function nudge(id, turn, length) {
    if (moving && moving.id !== id) settle();
    const from = moving ? moving.place : placed(id);
    if (!from) return;
    moving = { id, keys: true, place: { ...from, angle: turned(from.angle + turn), ...(isHand(id) ? { longueur: Math.max(10, Math.min(100, from.longueur + length)) } : {}) } };
    clearTimeout(timer);
    timer = setTimeout(settle, 700);
    redraw();
  }
  function settle() {
    clearTimeout(timer);
    if (!moving || !moving.keys) return;
    const { id, place } = moving;
    moving = null;
    put(id, place, false);
  }

  function object(id) {
    const hand = isHand(id);
    const parts = hand
      ? { line: s("path", { class: "asalee-trait-aiguille" }), reach: s("path", { class: "asalee-portee" }), grip: s("circle", { r: 24, class: "asalee-prise" }), knob: s("circle", { r: 11, class: "asalee-bouton-aiguille" }), label: s("text", { class: "asalee-nom-aiguille", "text-anchor": "middle" }, id === "a" ? "1" : "2") }
      : { grip: s("circle", { r: 40, class: "asalee-prise" }), label: written(id) };
    const node = s("g", {
      class: "asalee-pose", "data-objet": id, role: "slider", tabindex: "0", "aria-label": objectName(id), "aria-valuemin": "0", "aria-valuemax": "359",
      onfocus: () => choose(id), onblur: settle, onkeydown: (event) => keyed(event, id),
    }, Object.values(parts));
    node.parts = parts;
    nodes.set(id, node);
    return node;
  }
  function drawObject(id, place) {
    const node = nodes.get(id) || object(id);
    if (!node.isConnected) (isHand(id) ? shafts : objects).append(node);
    const [x, y] = onDial(place.angle, isHand(id) ? (place.longueur / 100) * DIAL.rayon : RING);
    const { line, reach, grip, knob, label } = node.parts;
    grip.setAttribute("cx", x); grip.setAttribute("cy", y);
    if (line) {
      const [lx, ly] = onDial(place.angle - 10, (place.longueur / 100) * DIAL.rayon - 26), [rx, ry] = onDial(place.angle + 10, (place.longueur / 100) * DIAL.rayon - 26);
      line.setAttribute("d", `M${DIAL.centre} ${DIAL.centre}L${x.toFixed(1)} ${y.toFixed(1)}${place.longueur > 22 ? `M${lx.toFixed(1)} ${ly.toFixed(1)}L${x.toFixed(1)} ${y.toFixed(1)}L${rx.toFixed(1)} ${ry.toFixed(1)}` : ""}`);
      reach.setAttribute("d", `M${DIAL.centre} ${DIAL.centre}L${x.toFixed(1)} ${y.toFixed(1)}`);
      knob.setAttribute("cx", x); knob.setAttribute("cy", y);
      const [tx, ty] = onDial(place.angle + 14, Math.max(20, (place.longueur / 200) * DIAL.rayon));
      label.setAttribute("x", tx.toFixed(1)); label.setAttribute("y", (ty + 10).toFixed(1));
    } else label.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    node.setAttribute("aria-valuenow", String(place.angle));
    node.setAttribute("aria-valuetext", typo(placeWords(id, place)));
    node.classList.toggle("asalee-choisi", ui.chosen === id);
  }
  function redraw() {
    const shown = new Map(Object.entries(state.numbers).map(([id, angle]) => [id, { angle }]));
    for (const [id, place] of Object.entries(state.hands)) shown.set(id, place);
    if (moving) shown.set(moving.id, moving.place);
    for (const [id, node] of nodes) if (!shown.has(id)) node.remove();
    for (const [id, place] of shown) drawObject(id, place);
    paper.replaceChildren(...state.strokes.map(unpacked).filter((line) => line.length > 1).map((line) => s("g", {}, pencil(line))));
    over.setAttribute("visibility", ui.over ? "visible" : "hidden");
    svg.classList.toggle("asalee-au-crayon", ui.pencil);
  }
  return {
    node: svg, settle, nudge,
    place: (id) => (moving && moving.id === id ? moving.place : placed(id)),
    focus: (id) => nodes.get(id)?.focus(),
    draw(next, options) { state = next; ui = options; redraw(); },
  };
}
