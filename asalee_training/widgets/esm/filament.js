// The 10 g filament seen from the side, at the point where it touches: handle, nylon, skin, and a watch.

const WIDTH = 430, HEIGHT = 186, NYLON = 92, SKIN_Y = 150, TIP_X = 214, GAP = 22;
/** One turn of the watch, in ms. */
const TURN_MS = 4000;
const DESCENT_MS = 250, BENT_MS = 350, FULL_BEND_MS = 900, FULL_BEND = 21;

/** How far the hand is, from the time since it moved: {drop: 0 to 1, contact: ms, bend: 0 to 1}. */
function push(elapsed, sham) {
  const drop = Math.min(elapsed / DESCENT_MS, 1), contact = sham ? 0 : Math.max(Math.round(elapsed - DESCENT_MS), 0);
  const bend = Math.min(Math.max((contact - 120) / (FULL_BEND_MS - 120), 0), 1);
  return { drop, contact, bend: bend * (2 - bend), bent: contact >= BENT_MS };
}

/** Nylon held at the handle and free to turn at its tip; both ends are `chord` apart. */
function bow(chord) {
  const side = Math.sqrt(Math.max(NYLON - chord, 0) * NYLON) * 0.72;
  const points = Array.from({ length: 25 }, (_, index) => {
    const t = index / 24;
    return `${(side * 6.75 * t * t * (1 - t)).toFixed(1)} ${(-chord * (1 - t)).toFixed(1)}`;
  });
  return `M${points.join(" L")}`;
}

/** The skin's surface, with a dip under the tip. */
function surface(dip, x = TIP_X) {
  return `M0 ${SKIN_Y + 12} C80 ${SKIN_Y - 2} ${x - 44} ${SKIN_Y} ${x - 14} ${SKIN_Y} C${x - 6} ${SKIN_Y} ${x - 5} ${SKIN_Y + dip} ${x} ${SKIN_Y + dip} `
    + `C${x + 5} ${SKIN_Y + dip} ${x + 6} ${SKIN_Y} ${x + 14} ${SKIN_Y} C${x + 50} ${SKIN_Y} ${WIDTH - 80} ${SKIN_Y - 2} ${WIDTH} ${SKIN_Y + 10}`;
}

const TISSUES = {
  peau: () => null,
  corne: () => s("path", { d: `M${TIP_X - 74} ${SKIN_Y + 1} C${TIP_X - 52} ${SKIN_Y - 17} ${TIP_X + 52} ${SKIN_Y - 17} ${TIP_X + 74} ${SKIN_Y + 1} C${TIP_X + 50} ${SKIN_Y + 9} ${TIP_X - 50} ${SKIN_Y + 9} ${TIP_X - 74} ${SKIN_Y + 1} Z`, class: "asalee-coupe-corne" }),
  cicatrice: () => s("path", { d: `M${TIP_X - 46} ${SKIN_Y} C${TIP_X - 20} ${SKIN_Y + 5} ${TIP_X + 20} ${SKIN_Y + 5} ${TIP_X + 46} ${SKIN_Y} L${TIP_X + 20} ${SKIN_Y + 28} L${TIP_X - 20} ${SKIN_Y + 28} Z`, class: "asalee-coupe-cicatrice" }),
  plaie: () => s("path", { d: `M${TIP_X - 50} ${SKIN_Y - 2} C${TIP_X - 34} ${SKIN_Y + 24} ${TIP_X + 34} ${SKIN_Y + 24} ${TIP_X + 50} ${SKIN_Y - 2} Z`, class: "asalee-coupe-plaie" }),
};
TISSUES.plaie_infectee = TISSUES.plaie;

/** The drawing: {node, draw({tilt, elapsed, sham, slide, tissue})}. It shows; it judges nothing. */
function filamentView() {
  const skin = s("path", { class: "asalee-coupe-peau" }), horny = s("path", { class: "asalee-coupe-couche" });
  const tissue = s("g"), nylon = s("path", { class: "asalee-nylon" });
  const handle = s("g", {},
    s("path", { d: "M-12 -9 L12 -9 C15 -9 15 6 12 6 L-12 6 C-15 6 -15 -9 -12 -9 Z", class: "asalee-manche" }),
    s("path", { d: "M8 -9 L150 -34 C160 -36 164 -20 154 -17 L12 6 Z", class: "asalee-manche" }),
    s("path", { d: "M20 -4 L140 -26", class: "asalee-manche-reflet" }));
  const tool = s("g", {}, nylon, handle);
  const arc = s("path", { class: "asalee-montre-arc" }), seconds = s("text", { x: 46, y: 52, class: "asalee-montre-texte" });
  const node = s("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "asalee-coupe", role: "img", "aria-label": "Le fil vu de côté" },
    s("rect", { x: 0, y: 0, width: WIDTH, height: HEIGHT, class: "asalee-coupe-fond" }),
    skin, horny, tissue,
    s("path", { d: `M${TIP_X} ${SKIN_Y - 6} L${TIP_X} 12`, class: "asalee-normale" }),
    tool,
    s("circle", { cx: 46, cy: 46, r: 32, class: "asalee-montre" }), [1, 2, 3, 4].map((n) => s("path", { d: dial(n * 1000, 27, 32), class: "asalee-montre-trait" })), arc, seconds);

  /** A mark, or the end of an arc, on the watch. */
  function at(ms, r) {
    const angle = (ms / TURN_MS) * 2 * Math.PI;
    return `${(46 + r * Math.sin(angle)).toFixed(1)} ${(46 - r * Math.cos(angle)).toFixed(1)}`;
  }
  function dial(ms, from, to) { return `M${at(ms, from)} L${at(ms, to)}`; }

  function draw({ tilt = 0, elapsed = 0, sham = false, slide = 0, tissue: kind = "peau" }) {
    const { drop, contact, bend } = push(elapsed, sham);
    const lean = Math.abs(tilt) / 45, room = sham ? GAP * (1 - drop) + 12 * drop : GAP * (1 - drop);
    const touching = contact > 0, dip = touching ? Math.min(contact / 60, 1) * 5 * (1 - lean * 0.5) : 0;
    const chord = NYLON - (touching ? bend * FULL_BEND : 0);
    const x = TIP_X + slide, y = SKIN_Y + dip - room - (kind === "corne" ? 12 : 0) + (TISSUES[kind] === TISSUES.plaie ? 12 : 0);
    const d = surface(kind === "peau" || kind === "cicatrice" ? dip : 0, x);
    skin.setAttribute("d", `${d} L${WIDTH} ${HEIGHT} L0 ${HEIGHT} Z`);
    horny.setAttribute("d", d);
    tissue.replaceChildren(...[TISSUES[kind]()].filter(Boolean));
    tool.setAttribute("transform", `translate(${x} ${y}) rotate(${tilt})`);
    nylon.setAttribute("d", bow(chord));
    handle.setAttribute("transform", `translate(0 ${-chord})`);
    const shown = Math.min(contact, TURN_MS - 1);
    arc.setAttribute("d", shown > 0 ? `M46 14 A32 32 0 ${shown > TURN_MS / 2 ? 1 : 0} 1 ${at(shown, 32)}` : "");
    seconds.textContent = contact > 0 ? `${french(contact / 1000, 1)} s` : "";
  }
  draw({});
  return { node, draw };
}
