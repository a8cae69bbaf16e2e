// A clock as a patient drew it, from its geometry: angles in degrees clockwise from the top, lengths in radii.

const DIAL = { cote: 640, centre: 320, rayon: 290, marge: 44 };

/** A small, repeatable wobble in [-1, 1]: the same drawing every time. */
const wobble = (seed) => Math.sin(seed * 127.1 + 311.7) * Math.cos(seed * 269.5 + 183.3);
const onDial = (angle, radius, cx = DIAL.centre, cy = DIAL.centre) => {
  const turn = (angle * Math.PI) / 180;
  return [cx + radius * Math.sin(turn), cy - radius * Math.cos(turn)];
};

/** A line through points, its corners rounded as a hand rounds them. */
function throughPoints(points) {
  const mid = ([a, b], [c, d]) => `${((a + c) / 2).toFixed(1)} ${((b + d) / 2).toFixed(1)}`;
  const bends = points.slice(1, -1).map((p, i) => `Q${p[0]} ${p[1]} ${mid(p, points[i + 2])}`);
  return `M${points[0].join(" ")}${bends.join("")}L${points.at(-1).join(" ")}`;
}

/** A stroke of the recording, [x, y, dx, dy, …], as points. */
function strokePoints(stroke) {
  let x = 0, y = 0;
  return Array.from({ length: stroke.length / 2 }, (_, i) => [(x += stroke[2 * i]), (y += stroke[2 * i + 1])]);
}

/** Graphite: a soft line, and the grain of the paper through it. */
function pencil(points) {
  const d = throughPoints(points);
  return [s("path", { d, class: "asalee-crayon" }), s("path", { d, class: "asalee-grain" })];
}

/** A recording without strokes: numbers and hands are drawn here, with the same geometry. */
function plainInk({ chiffres, aiguilles }) {
  const line = (from, to, seed) => {
    const bend = (share, k) => [from[0] + (to[0] - from[0]) * share + 4 * wobble(seed + k), from[1] + (to[1] - from[1]) * share + 4 * wobble(seed + k + 7)];
    return [from, bend(0.35, 1), bend(0.7, 2), to].map((p) => p.map((v) => Math.round(v)));
  };
  const centre = [DIAL.centre, DIAL.centre];
  return {
    numbers: chiffres.map(([number, angle], i) => {
      const [x, y] = onDial(angle, 0.85 * DIAL.rayon + 5 * wobble(i + 3));
      return s("text", { x, y: y + 16, class: "asalee-chiffre", "text-anchor": "middle", transform: `rotate(${(6 * wobble(i + 11)).toFixed(1)} ${x} ${y})` }, String(number));
    }),
    hands: aiguilles.map(([length, angle], i) => s("g", { class: "asalee-aiguille" }, pencil(line(centre, onDial(angle, length * 0.8 * DIAL.rayon), i + 20)))),
  };
}

/** The sheet of paper with its drawing. `encre`: strokes; `cercle`: "imprime" where a printed circle was given; `over`: what lies on top. */
function clockDrawing({ chiffres, aiguilles }, { encre = null, cercle = "imprime", over = null } = {}) {
  const strokes = (list) => list.map((stroke) => pencil(strokePoints(stroke)));
  const ink = encre ? {
    numbers: encre.chiffres.map((group) => s("g", { class: "asalee-chiffre" }, strokes(group))),
    hands: encre.aiguilles.map((group) => s("g", { class: "asalee-aiguille" }, strokes(group))),
  } : plainInk({ chiffres, aiguilles });
  const side = DIAL.cote + 2 * DIAL.marge;
  return s("svg", { viewBox: `${-DIAL.marge} ${-DIAL.marge} ${side} ${side}`, role: "img", class: "asalee-horloge", "aria-label": "Dessin de l’horloge ; il est décrit en mots à côté" },
    cercle === "imprime" ? s("circle", { cx: DIAL.centre, cy: DIAL.centre, r: DIAL.rayon, class: "asalee-imprime" }) : null,
    encre ? s("g", {}, strokes(encre.cercle)) : null,
    ink.numbers, ink.hands,
    encre ? s("g", { class: "asalee-ecrit" }, strokes(encre.ecrit)) : null,
    over);
}

/** A transparent sheet to lay on a drawing: for each number, the sector within 15 degrees of its place. */
function sectors() {
  const edges = Array.from({ length: 12 }, (_, i) => onDial(30 * i + 15, DIAL.rayon));
  return s("g", { class: "asalee-calque", "aria-hidden": "true" },
    s("circle", { cx: DIAL.centre, cy: DIAL.centre, r: DIAL.rayon }),
    edges.map(([x, y]) => s("line", { x1: DIAL.centre, y1: DIAL.centre, x2: x.toFixed(1), y2: y.toFixed(1) })),
    Array.from({ length: 12 }, (_, i) => {
      const [x, y] = onDial(30 * (i + 1), DIAL.rayon + 25);
      return s("text", { x: x.toFixed(1), y: (y + 11).toFixed(1), "text-anchor": "middle" }, String(i + 1));
    }));
}

const dialNumber = (rank) => rank % 12 || 12;

/** Where a direction points on a usual dial, in words: « vers l'emplacement habituel du 5 ». */
function direction(angle) {
  const turn = ((angle % 360) + 360) % 360;
  const near = Math.round(turn / 30);
  if (Math.abs(turn - near * 30) <= 9) return `vers l’emplacement habituel du ${dialNumber(near)}`;
  return `entre les emplacements habituels du ${dialNumber(Math.floor(turn / 30))} et du ${dialNumber(Math.floor(turn / 30) + 1)}`;
}

/** « 3 h 25 » from « 03:25 ». */
function saidTime(heure) {
  const [hours, minutes] = heure.split(/[:h]/).map(Number);
  return `${hours} h ${String(minutes).padStart(2, "0")}`;
}

const CIRCLES = { imprime: "Le cercle est imprimé.", ferme: "Le cercle, tracé à la main, revient à son départ.", ouvert: "Le cercle, tracé à la main, ne revient pas à son départ : il reste un grand vide." };

/** The drawing in words: geometry only, nothing is judged. */
function clockWords({ chiffres, aiguilles }, cercle = "", ecrit = false) {
  const numbers = [...chiffres].sort((a, b) => a[0] - b[0]);
  const around = [...chiffres].sort((a, b) => (((a[1] + 15) % 360) + 360) % 360 - (((b[1] + 15) % 360) + 360) % 360);
  const hands = [...aiguilles].sort((a, b) => a[0] - b[0]);
  const length = (share) => `longue de ${french(Math.round(share * 100))} % du rayon`;
  return [h("ul", {},
    cercle && h("li", {}, CIRCLES[cercle]),
    h("li", {}, `Chiffres écrits (${chiffres.length}) : ${numbers.map(([n]) => n).join(", ") || "aucun"}.`),
    around.length > 0 && h("li", {}, `En tournant comme une montre, depuis le haut, on lit : ${around.map(([n]) => n).join(", ")}.`),
    hands.length === 0 && h("li", {}, ecrit ? "Aucune aiguille ; l’heure est écrite en chiffres au milieu du cadran." : "Aucune aiguille."),
    hands.length === 1 && h("li", {}, `Une seule aiguille, ${length(hands[0][0])}, dirigée ${direction(hands[0][1])}.`),
    hands.length > 1 && hands.map(([share, angle], i) => h("li", {}, `Aiguille ${i + 1} : ${length(share)}, dirigée ${direction(angle)}.`))),
  chiffres.length > 0 && h("details", { class: "asalee-liste" }, h("summary", {}, "Emplacement de chaque chiffre"),
    h("ul", {}, numbers.map(([n, angle]) => h("li", {}, `le ${n} est ${direction(angle)}`))))];
}
