// The room: furniture, the person, what they say, and labels to touch on what can be set otherwise.

const ROOM = [600, 400], FLOOR = 384;
/** Where each label stands, in percent of the room, seen from the person's left side; and what it points to. */
const SEATED = { parole: [73, 3.5, "mouth"], dos: [73, 27, "back"], manche: [73, 46, "sleeve"], bras: [1.5, 25, "wrist"], jambes: [1.5, 80, "knee"] };
const LABELS = { assis: SEATED, debout: { ...SEATED, bras: [1.5, 52, "elbow"] }, couche: { parole: [73, 22, "mouth"], manche: [45, 30, "sleeve"], bras: [17, 36, "wrist"] } };
/** Width of a label and middle of its height, in percent of the room. */
const LABEL = [25.5, 5];
const SIZE = { cabinet: 1, orthostatisme: 0.87 };

/** {node, draw(now)}. `set(point, etat)` keeps a change; `labels`: [{point, titre, etats}]. */
function roomView({ recording, labels, set }) {
  const { acte } = recording, k = SIZE[acte];
  const picture = s("svg", { viewBox: `0 0 ${ROOM.join(" ")}`, class: "asalee-ta-piece", role: "img" });
  const bubble = h("p", { class: "asalee-ta-bulle", "aria-live": "polite" });
  const clock = h("p", { class: "asalee-ta-heure" });
  const buttons = new Map(labels.map(({ point, titre, etats }) => [point, h("button", {
    type: "button", class: "asalee-ta-etiquette", "data-point": point,
    onclick: () => { const now = buttons.get(point).dataset.etat, states = etats.map(([etat]) => etat); set(point, states[(states.indexOf(now) + 1) % states.length]); },
  }, h("span", { class: "asalee-invisible" }, `${titre} : `), h("span", { class: "asalee-ta-mots" }), h("span", { class: "asalee-ta-tourner", "aria-hidden": "true" }, "⟳"))]));
  const node = h("div", { class: "asalee-ta-gauche" }, h("figure", { class: "asalee-ta-scene" }, picture, clock, [...buttons.values()]), bubble);

  /** The person looks to the left when seen from their left side: on the right arm, the room is turned round. */
  function draw(now) {
    const turned = now.cote === "droit", centre = { assis: 372, couche: 318, debout: 330 }[now.position];
    const spot = ([x, y]) => { const px = centre + k * x; return [turned ? ROOM[0] - px : px, FLOOR + k * y]; };
    const marks = landmarks(now.position, now.etat);
    picture.setAttribute("aria-label", typo(sceneWords(now)));
    picture.replaceChildren(
      s("rect", { width: ROOM[0], height: ROOM[1], rx: 12, class: "asalee-ta-mur" }),
      s("path", { d: `M0 ${FLOOR} H${ROOM[0]} V${ROOM[1] - 12} a12 12 0 0 1 -12 12 H12 a12 12 0 0 1 -12 -12 Z`, class: "asalee-ta-sol" }),
      wallClock(turned ? 556 : 44, 38, now.total),
      s("g", { transform: turned ? `translate(${ROOM[0]} 0) scale(-1 1)` : "" },
        s("g", { transform: `translate(${centre} ${FLOOR}) scale(${k})` },
          FURNITURE[now.position](now),
          personDrawing(recording.personne, now.position, now.etat, now.cote && now.taille),
          now.cote && now.taille ? s("path", { d: tube(now), class: "asalee-ta-tuyau" }) : null,
          now.position === "couche" ? BOX(-194, -108) : null)),
      ...[...buttons.keys()].map((point) => leader(LABELS[now.position][point], turned, spot(marks[LABELS[now.position][point][2]]))));
    clock.textContent = typo(practiceTime(now.total));
    clock.style.cssText = turned ? "right: 1.3%" : "left: 1.3%";
    const said = now.dit ? typo(`« ${now.dit} »`) : "";
    if (bubble.textContent !== said) bubble.textContent = said;
    bubble.dataset.vide = String(!said);
    for (const { point, etats } of labels) {
      const button = buttons.get(point), [x, y] = LABELS[now.position][point], etat = now.etat[point];
      button.dataset.etat = etat;
      button.querySelector(".asalee-ta-mots").textContent = typo(etats.find(([name]) => name === etat)?.[1] || "");
      button.style.cssText = `top: ${y}%; left: ${turned ? 100 - x - LABEL[0] : x}%`;
    }
  }
  return { node, draw };
}

/** A line from behind a label to what it says. */
function leader([x, y], turned, [px, py]) {
  const lx = ((turned ? 100 - x - LABEL[0] : x) + LABEL[0] / 2) * (ROOM[0] / 100), ly = ((y + LABEL[1]) * ROOM[1]) / 100;
  return s("g", { class: "asalee-ta-trait" }, s("path", { d: `M${lx} ${ly} L${px} ${py}` }), s("circle", { cx: px, cy: py, r: 3.5 }));
}

function wallClock(x, y, total) {
  const hand = (turn, long) => { const a = (turn * Math.PI) / 180; return `M${x} ${y} L${(x + long * Math.sin(a)).toFixed(1)} ${(y - long * Math.cos(a)).toFixed(1)}`; };
  const minutes = 9 * 60 + total;
  return s("g", { class: "asalee-ta-pendule" }, s("circle", { cx: x, cy: y, r: 25 }),
    Array.from({ length: 12 }, (_, i) => { const a = (i * Math.PI) / 6; return s("path", { d: `M${(x + 20 * Math.sin(a)).toFixed(1)} ${(y - 20 * Math.cos(a)).toFixed(1)} L${(x + 23 * Math.sin(a)).toFixed(1)} ${(y - 23 * Math.cos(a)).toFixed(1)}` }); }),
    s("path", { d: hand(minutes / 2, 12), class: "asalee-ta-aiguille" }), s("path", { d: hand(minutes * 6, 18), class: "asalee-ta-aiguille" }));
}

const CHAIR = () => [
  s("path", { d: "M-52 -92 L-58 0 M40 -92 L48 0 M46 -90 C52 -120 54 -150 56 -176", class: "asalee-ta-pied" }),
  s("rect", { x: -64, y: -101, width: 116, height: 16, rx: 7, class: "asalee-ta-assise" }),
  s("path", { d: "M53 -140 C55 -180 56 -212 59 -250", class: "asalee-ta-dossier-bord" }), s("path", { d: "M53 -140 C55 -180 56 -212 59 -250", class: "asalee-ta-dossier" })];
const BOX = (x, y) => [s("rect", { x, y, width: 52, height: 30, rx: 6, class: "asalee-ta-boitier" }), s("rect", { x: x + 6, y: y + 5, width: 30, height: 15, rx: 2, class: "asalee-ta-ecran" })];
/** A table on one foot, which slides over the knees. */
const TABLE = () => [
  s("path", { d: "M-226 -162 V-6 M-258 -4 H-176", class: "asalee-ta-pied" }),
  s("path", { d: "M-226 -140 L-196 -162", class: "asalee-ta-pied" }),
  s("rect", { x: -252, y: -170, width: 196, height: 11, rx: 4, class: "asalee-ta-plateau" }), BOX(-246, -200)];
/** Behind the person, by position. */
const FURNITURE = {
  assis: () => [CHAIR(), TABLE()],
  couche: () => [
    s("path", { d: "M-200 -66 V0 M150 -66 V0 M-200 -24 H150", class: "asalee-ta-pied" }),
    s("rect", { x: -246, y: -79, width: 470, height: 18, rx: 8, class: "asalee-ta-assise" }),
    s("rect", { x: 118, y: -97, width: 98, height: 20, rx: 10, class: "asalee-ta-oreiller" })],
  debout: ({ chaise }) => [
    chaise ? s("g", { transform: "translate(84 0)" }, CHAIR()) : null,
    s("path", { d: "M-160 -236 V-4 M-196 -2 H-124", class: "asalee-ta-pied" }),
    s("rect", { x: -250, y: -240, width: 180, height: 9, rx: 4, class: "asalee-ta-plateau" }), BOX(-246, -270)],
};
/** Where the device lies, and how the tube bends on its way: [x, y, bend]. */
const DEVICE_AT = { assis: [-194, -186, 36], couche: [-142, -92, 26], debout: [-194, -256, 40] };

/** The tube, from the cuff to the device. */
function tube({ position, etat }) {
  const [x, y] = tubeStart(position, etat), [dx, dy, bend] = DEVICE_AT[position];
  return `M${x} ${y} C${x - 20} ${y + bend} ${dx + 44} ${dy + bend} ${dx} ${dy}`;
}

/** What is seen, in words. */
function sceneWords(now) {
  const where = { assis: "assise sur une chaise", couche: "allongée sur le divan", debout: "debout" }[now.position];
  const cuff = now.cote && now.taille ? `brassard ${now.taille} au bras ${now.cote}` : "sans brassard";
  return `La personne est ${where}, ${cuff}.`;
}
