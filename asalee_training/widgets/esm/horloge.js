// A clock as a patient drew it, from its geometry: angles in degrees clockwise from the top, lengths in radii.

/** A small, repeatable wobble in [-1, 1]: the same drawing every time. */
const wobble = (seed) => Math.sin(seed * 127.1 + 311.7) * Math.cos(seed * 269.5 + 183.3);
const onDial = (angle, radius, cx = 160, cy = 160) => {
  const turn = (angle * Math.PI) / 180;
  return [cx + radius * Math.sin(turn), cy - radius * Math.cos(turn)];
};

/** A line drawn by hand: two bends and a small tremor. */
function handLine([x1, y1], [x2, y2], seed) {
  const bend = (share, k) => [x1 + (x2 - x1) * share + 2.6 * wobble(seed + k), y1 + (y2 - y1) * share + 2.6 * wobble(seed + k + 7)];
  const [a, b] = [bend(0.35, 1), bend(0.7, 2)];
  return `M${x1} ${y1} C${a} ${b} ${x2} ${y2}`;
}

function clockDrawing({ chiffres, aiguilles }) {
  // A little more than one turn, slightly out of round, and the end does not quite meet the start.
  const rim = Array.from({ length: 76 }, (_, i) => {
    const turn = (i * 5 * Math.PI) / 180;
    return onDial(i * 5 - 6, 145 + 2.2 * Math.sin(2 * turn + 1) + 1.1 * Math.sin(3 * turn + 0.5) + (i * 2.4) / 75);
  });
  const circle = rim.map((p, i) => `${i ? "L" : "M"}${p[0].toFixed(1)} ${p[1].toFixed(1)}`).join("");
  return s("svg", { viewBox: "0 0 320 320", role: "img", class: "asalee-horloge", "aria-label": "Dessin de l’horloge ; il est décrit en mots à côté" },
    s("path", { d: circle, class: "asalee-encre asalee-cercle" }),
    s("circle", { cx: 160, cy: 160, r: 3.5, class: "asalee-encre-pleine" }),
    chiffres.map(([number, angle], i) => {
      const [px, py] = onDial(angle, 120 + 3 * wobble(i + 3));
      return s("text", { x: px, y: py + 9, class: "asalee-chiffre", "text-anchor": "middle", transform: `rotate(${(6 * wobble(i + 11)).toFixed(1)} ${px} ${py})` }, String(number));
    }),
    aiguilles.map(([length, angle], i) => s("path", { d: handLine([160, 160], onDial(angle, length * 118), i + 20), class: "asalee-encre asalee-aiguille" })));
}

/** Where a direction points on a usual dial, in words: « vers l'emplacement du 5 », « entre le 3 et le 4 ». */
function direction(angle) {
  const turn = ((angle % 360) + 360) % 360, hour = (n) => (n % 12 === 0 ? 12 : n % 12);
  const near = Math.round(turn / 30);
  if (Math.abs(turn - near * 30) <= 9) return `vers l’emplacement habituel du ${hour(near)}`;
  return `entre les emplacements habituels du ${hour(Math.floor(turn / 30))} et du ${hour(Math.floor(turn / 30) + 1)}`;
}

/** The drawing in words: geometry only, nothing is judged. */
function clockWords({ chiffres, aiguilles }) {
  const numbers = [...chiffres].sort((a, b) => a[0] - b[0]);
  const around = [...chiffres].sort((a, b) => (((a[1] + 15) % 360) + 360) % 360 - (((b[1] + 15) % 360) + 360) % 360);
  const hands = [...aiguilles].sort((a, b) => a[0] - b[0]);
  const length = (share) => `longue de ${french(Math.round(share * 100))} % du rayon`;
  return [h("ul", {},
    h("li", {}, `Chiffres écrits (${chiffres.length}) : ${numbers.map(([n]) => n).join(", ") || "aucun"}.`),
    around.length > 0 && h("li", {}, `En tournant comme une montre, depuis le haut, on lit : ${around.map(([n]) => n).join(", ")}.`),
    hands.length === 0 && h("li", {}, "Aucune aiguille."),
    hands.length === 1 && h("li", {}, `Une seule aiguille, ${length(hands[0][0])}, dirigée ${direction(hands[0][1])}.`),
    hands.length > 1 && hands.map(([share, angle], i) => h("li", {}, `Aiguille ${i + 1} : ${length(share)}, dirigée ${direction(angle)}.`))),
  chiffres.length > 0 && h("details", { class: "asalee-liste" }, h("summary", {}, "Emplacement de chaque chiffre"),
    h("ul", {}, numbers.map(([n, angle]) => h("li", {}, `le ${n} est ${direction(angle)}`))))];
}
