// A chest and four limbs, seen by the examiner who faces the patient: the patient's right is on the left of the drawing.

const THORAX = { width: 560, height: 566 };
/** Where each place lies on the drawing. Seen from the front, the mid-axillary line is the side of the chest, and the last spaces look narrow. */
const PLACES = {
  eic2_bord_droit: [252, 170], eic3_bord_droit: [252, 214], eic4_bord_droit: [252, 258], eic5_bord_droit: [252, 302],
  eic2_bord_gauche: [308, 170], eic3_bord_gauche: [308, 214], eic4_bord_gauche: [308, 258], eic5_bord_gauche: [308, 302],
  eic3_parasternal_gauche: [350, 234], entre_v2_v4: [350, 288],
  eic4_medioclaviculaire: [392, 270], eic5_medioclaviculaire: [392, 318], eic6_medioclaviculaire: [392, 364],
  axillaire_anterieure_haute: [456, 270], axillaire_anterieure: [456, 318], axillaire_anterieure_basse: [456, 364],
  axillaire_moyenne_haute: [497, 270], axillaire_moyenne: [497, 318], axillaire_moyenne_basse: [497, 364],
  parasternal_droit: [210, 288], eic5_medioclaviculaire_droit: [168, 318], axillaire_anterieure_droite: [104, 318],
  bras_droit: [72, 478], jambe_droite: [210, 478], jambe_gauche: [350, 478], bras_gauche: [488, 478],
};
const VIGNETTES = { bras_droit: [8, "Poignet droit"], jambe_droite: [146, "Cheville droite"], jambe_gauche: [286, "Cheville gauche"], bras_gauche: [424, "Poignet gauche"] };
/**
 * Ribs 1 to 8 on the patient's left: where the cartilage leaves the sternum (the last one, the cartilage above), where it meets the bone,
 * where the bone turns out of sight. From the sternum a rib goes down to that joint, then up and round the side.
 */
const RIBS = [
  [303, 118, 340, 127, 390, 105], [303, 148, 352, 159, 446, 112], [303, 192, 366, 205, 474, 156], [304, 236, 382, 250, 486, 204],
  [304, 280, 394, 298, 489, 252], [302, 318, 404, 343, 489, 300], [293, 340, 414, 390, 486, 348], [354, 370, 428, 431, 482, 396],
];
const BODIES = {
  homme: {
    skin: "M322 0 C322 22 322 42 330 54 C352 72 404 76 446 84 C506 94 540 124 548 180 C556 240 566 330 574 440 L528 440 C526 370 520 300 506 208 "
      + "C510 262 508 318 497 362 C490 392 485 416 485 440 L280 440 L280 0 Z",
    line: "M322 0 C322 22 322 42 330 54 C352 72 404 76 446 84 C506 94 540 124 548 180 C556 240 566 330 574 440 M528 440 C526 370 520 300 506 208 "
      + "C510 262 508 318 497 362 C490 392 485 416 485 440 M506 208 C502 190 494 172 478 156",
    folds: ["M500 204 C492 244 464 272 424 280 C384 288 340 287 308 276", "M288 352 C318 362 352 388 378 438", "M470 330 l10 14 M462 352 l12 14 M455 376 l12 12"],
    shades: ["M500 204 C492 244 464 272 424 280 C384 288 340 287 308 276 C340 294 386 296 428 288 C470 279 498 248 500 204 Z", "M506 208 C510 262 508 318 497 362 C490 392 485 416 485 440 L476 440 C478 400 492 360 496 318 C500 280 500 240 497 222 Z"],
  },
  femme: {
    skin: "M316 0 C316 26 317 46 326 58 C350 78 396 82 434 90 C490 100 524 128 534 182 C544 240 556 330 566 440 L524 440 C520 372 512 300 500 210 "
      + "C508 262 508 310 494 352 C482 388 470 412 474 440 L280 440 L280 0 Z",
    line: "M316 0 C316 26 317 46 326 58 C350 78 396 82 434 90 C490 100 524 128 534 182 C544 240 556 330 566 440 M524 440 C520 372 512 300 500 210 "
      + "C508 262 508 310 494 352 C482 388 470 412 474 440 M500 210 C496 192 488 174 474 158",
    folds: ["M324 240 C322 282 352 306 396 307 C446 307 486 276 492 222", "M288 352 C316 364 348 390 370 438"],
    shades: ["M324 240 C322 282 352 306 396 307 C446 307 486 276 492 222 C486 262 446 292 398 293 C358 293 332 274 324 240 Z",
      "M335 262 C346 292 380 303 402 301 C440 299 470 276 482 250 C466 276 434 290 400 290 C366 290 344 278 335 262 Z",
      "M500 210 C508 262 508 310 494 352 C482 388 470 412 474 440 L464 440 C462 404 484 360 490 318 C496 284 498 250 496 228 Z"],
  },
};
/** A forearm and its palm, a leg and its foot: the patient's left, in a box of 128 by 90. */
const LIMBS = {
  bras: { skin: "M42 -2 C43 16 46 30 48 42 C43 54 40 70 41 92 L84 92 C85 86 86 82 87 79 C93 82 99 88 104 92 L114 86 C110 74 100 62 90 54 C85 50 81 47 80 42 C82 30 85 16 86 -2 Z",
    folds: ["M49 43 C58 47 70 47 79 43", "M50 48 C60 52 70 51 78 48", "M54 92 L55 84 M65 92 L65 82 M76 92 L75 84", "M87 79 C82 68 78 60 70 56"] },
  jambe: { skin: "M43 -2 C44 16 49 28 51 38 C46 43 46 49 49 53 C45 62 41 70 40 78 C39 88 44 93 52 92 C57 95 63 94 66 92 C70 94 74 92 76 90 C80 91 83 89 84 86 C88 86 91 82 89 77 C87 69 83 61 79 54 C82 49 81 43 77 39 C79 28 83 16 84 -2 Z",
    folds: ["M49 53 C57 58 71 58 79 54", "M45 79 C48 76 54 76 57 80 M59 80 C62 78 65 78 67 81 M69 80 C71 78 74 78 75 80 M77 78 C79 76 82 76 83 78",
      "M58 80 L58 92 M68 80 L67 91 M76 79 L76 89 M84 78 L84 85", "M56 60 C57 66 57 70 56 74 M66 60 C66 66 66 70 66 75 M74 59 C75 65 76 69 77 73"] },
};

/** The nearest place in the direction of an arrow key, or the same one. */
function neighbour(from, [dx, dy]) {
  const [x, y] = PLACES[from];
  let best = from, score = Infinity;
  for (const [site, [px, py]] of Object.entries(PLACES)) {
    const along = (px - x) * dx + (py - y) * dy, aside = Math.abs((px - x) * dy) + Math.abs((py - y) * dx);
    if (along > 0 && aside <= along && along + aside < score) { score = along + aside; best = site; }
  }
  return best;
}

const halves = (draw) => [s("g", {}, draw()), s("g", { transform: `translate(${THORAX.width} 0) scale(-1 1)` }, draw())];
const lines = (paths, name) => paths.map((d) => s("path", { d, class: name }));

/** Short hairs around the sternum, always the same. */
function hairs() {
  const at = (i, k) => (((Math.sin(i * 12.9898 + k * 78.233) * 43758.5453) % 1) + 1) % 1;
  return Array.from({ length: 130 }, (_, i) => {
    const spread = 40 + 66 * at(i, 1), x = 280 + (at(i, 2) - 0.5) * 2 * spread * (0.4 + 0.6 * at(i, 3)), y = 176 + 150 * at(i, 4);
    return `M${x.toFixed(1)} ${y.toFixed(1)} q${((at(i, 5) - 0.5) * 6).toFixed(1)} 4 ${((at(i, 6) - 0.5) * 9).toFixed(1)} ${(6 + 5 * at(i, 7)).toFixed(1)}`;
  }).join("");
}

/** One rib on the patient's left: its cartilage, then its bone. */
const rib = ([x, y, jx, jy, ex, ey]) => [
  ["asalee-ecg-cartilage", `M${x} ${y} C${x + (jx - x) * 0.4} ${y + (jy - y) * 0.15} ${x + (jx - x) * 0.7} ${y + (jy - y) * 0.75} ${jx} ${jy}`],
  ["asalee-ecg-cote", `M${jx} ${jy} C${jx + (ex - jx) * 0.5} ${jy + 16} ${ex} ${jy + (ey - jy) * 0.2} ${ex} ${ey}`],
];

/**
 * The drawing: {svg, points, show({louis, clavicule, reperes, poils})}. `points`: the layer for electrodes, above all others.
 * Ribs and lines are shown once they have been felt.
 */
function thorax(sexe, name) {
  const body = BODIES[sexe];
  const bones = s("g", { class: "asalee-ecg-os", "aria-hidden": "true" },
    halves(() => RIBS.map((line) => rib(line).map(([name, d]) => [s("path", { d, class: "asalee-ecg-cote-bord" }), s("path", { d, class: name })]))),
    s("path", { d: "M262 108 C270 116 290 116 298 108 L306 128 L302 146 L304 250 C304 296 296 322 290 334 L280 350 L270 334 C264 322 256 296 256 250 L258 146 L254 128 Z", class: "asalee-ecg-sternum" }),
    s("path", { d: "M255 147 C270 152 290 152 305 147", class: "asalee-ecg-angle" }));
  const numbers = (count, title) => s("g", { class: "asalee-ecg-comptes", "aria-hidden": "true" },
    count.map(([text, y]) => [s("circle", { cx: 280, cy: y, r: 11, class: "asalee-ecg-compte" }), s("text", { x: 280, y: y + 6, "text-anchor": "middle" }, text)]),
    s("path", { d: title.d, class: "asalee-ecg-fleche" }),
    s("text", { x: title.x, y: title.y, class: "asalee-ecg-legende" }, title.text));
  const louis = numbers([["2", 170], ["3", 214], ["4", 258], ["5", 302]], { d: "M186 140 L250 147", x: 82, y: 136, text: "Angle de Louis" });
  const clavicle = numbers([["1", 112], ["2", 142], ["3", 170], ["4", 214], ["5", 258]], { d: "M170 62 L196 92", x: 92, y: 56, text: "Clavicule" });
  const rules = s("g", { "aria-hidden": "true" }, [[392, 88, "médio-claviculaire", "end", 84], [456, 150, "axillaire ant.", "middle", 142], [497, 196, "axillaire moy.", "middle", 190]].map(
    ([x, from, text, anchor, y]) => [s("path", { d: `M${x} ${from} V408`, class: "asalee-ecg-ligne" }),
      s("text", { x: anchor === "end" ? x + 74 : x, y, class: "asalee-ecg-legende", "text-anchor": anchor }, text)]));
  const hair = s("path", { d: hairs(), class: "asalee-ecg-poils" });
  const points = s("g", {});
  const svg = s("svg", { viewBox: `0 0 ${THORAX.width} ${THORAX.height}`, class: "asalee-ecg-thorax", role: "group", "aria-label": name },
    halves(() => [s("path", { d: body.skin, class: "asalee-ecg-peau" })]),
    halves(() => [body.shades.map((d) => s("path", { d, class: "asalee-ecg-ombre" }))]),
    bones,
    halves(() => [s("path", { d: body.line, class: "asalee-ecg-trait" }), lines(body.folds, "asalee-ecg-pli"),
      s("path", { d: "M296 108 C316 92 352 100 388 96 C420 92 444 84 462 92 M300 116 C330 106 372 112 404 106", class: "asalee-ecg-clavicule" }),
      sexe === "homme" ? s("circle", { cx: 402, cy: 252, r: 7, class: "asalee-ecg-areole" }) : null]),
    s("path", { d: "M252 20 C256 50 262 78 268 100 M308 20 C304 50 298 78 292 100", class: "asalee-ecg-pli" }),
    s("path", { d: "M262 106 C270 116 290 116 298 106 M280 132 L280 330 M272 344 L280 352 L288 344", class: "asalee-ecg-pli" }),
    [[60, "Sa droite"], [500, "Sa gauche"]].map(([x, text]) => s("text", { x, y: 30, class: "asalee-ecg-nom", "text-anchor": "middle" }, text)),
    hair, rules, louis, clavicle,
    s("path", { d: "M0 436 C90 420 190 428 280 424 C372 420 470 420 560 434 L560 452 L0 452 Z", class: "asalee-ecg-drap" }),
    s("path", { d: "M0 436 C90 420 190 428 280 424 C372 420 470 420 560 434 M0 443 C90 427 190 435 280 431 C372 427 470 427 560 441", class: "asalee-ecg-drap-bord" }),
    Object.entries(VIGNETTES).map(([site, [x, text]]) => vignette(site, x, text)),
    points);
  return {
    svg, points,
    show({ angle, clavicule, reperes, poils }) {
      for (const [node, shown] of [[bones, angle], [louis, angle], [clavicle, clavicule && !angle], [rules, reperes], [hair, poils]])
        node.setAttribute("visibility", shown ? "visible" : "hidden");
    },
  };
}

/** One limb in its frame. */
function vignette(site, x, text) {
  const limb = LIMBS[site.startsWith("bras") ? "bras" : "jambe"];
  return s("g", { transform: `translate(${x} 442)` },
    s("rect", { width: 128, height: 122, rx: 10, class: "asalee-ecg-cadre" }),
    s("g", { transform: site.endsWith("droite") || site.endsWith("droit") ? "translate(128 2) scale(-1 1)" : "translate(0 2)" },
      s("path", { d: limb.skin, class: "asalee-ecg-membre" }), lines(limb.folds, "asalee-ecg-pli")),
    s("text", { x: 64, y: 115, class: "asalee-ecg-nom", "text-anchor": "middle" }, text));
}
