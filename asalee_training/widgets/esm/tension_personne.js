// The person whose pressure is taken, in profile, from the joints of a pose: seated, lying or standing. The floor is y = 0.

/** A frame along the trunk: forward and up, from the hip. `turn` in degrees, 0 upright, 90 lying with the head on the right. */
function trunkFrame([x, y], turn) {
  const a = (turn * Math.PI) / 180, up = [Math.sin(a), -Math.cos(a)], front = [-Math.cos(a), -Math.sin(a)];
  return (f, u) => [x + f * front[0] + u * up[0], y + f * front[1] + u * up[1]];
}

/** A path in a frame: letters stay, each pair of numbers is placed. */
const placed = (at, d) => d.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, f, u) => at(Number(f), Number(u)).map((v) => v.toFixed(1)).join(","));

/** A limb between two joints, thicker at one end: the hull of two circles. */
function bone([x1, y1], [x2, y2], r1, r2) {
  const d = Math.hypot(x2 - x1, y2 - y1) || 1, turn = Math.atan2(y2 - y1, x2 - x1), open = Math.acos(Math.max(-1, Math.min(1, (r1 - r2) / d)));
  const on = (x, y, r, a) => `${(x + r * Math.cos(a)).toFixed(1)},${(y + r * Math.sin(a)).toFixed(1)}`;
  return `M${on(x1, y1, r1, turn + open)} A${r1},${r1} 0 1 1 ${on(x1, y1, r1, turn - open)} L${on(x2, y2, r2, turn - open)} A${r2},${r2} 0 0 1 ${on(x2, y2, r2, turn + open)} Z`;
}

/** Several bones as one shape: every outline first, then every fill. */
const limb = (name, bones) => s("g", { class: `asalee-ta-${name}` }, bones.map((d) => s("path", { d, class: "asalee-ta-contour" })), bones.map((d) => s("path", { d, class: "asalee-ta-fond" })));
const shape = (name, d) => limb(name, [d]);
const between = ([x1, y1], [x2, y2], share) => [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];

const TRUNK = "M-15,128 C-34,123 -40,100 -39,72 C-38,46 -42,18 -39,-8 C-37,-27 -20,-35 0,-35 C24,-35 40,-22 41,4 C44,28 41,46 39,62 C43,84 39,106 27,117 C18,126 10,131 2,132 Z";
const HEAD = "M-8,37 C13,39 26,27 27,11 C27,7 28,4 30,0 L35.5,-10 C37,-14 33,-15.5 30.5,-15.5 C31.5,-18 32,-20 30,-21.5 C31.5,-23.5 30,-25.5 28,-26.5 C29,-32 25,-38 17,-38 C8,-38 1,-34 -6,-28 C-17,-26 -29,-18 -30,-2 C-31,20 -25,36 -8,37 Z";
const HAIR = {
  femme: "M23,26 C17,43 -4,48 -18,41 C-37,33 -42,10 -40,-12 C-39,-27 -35,-37 -25,-42 C-18,-40 -13,-34 -12,-27 C-9,-14 -8,0 0,11 C8,15 17,18 23,26 Z",
  homme: "M22,25 C15,40 -3,44 -14,39 C-30,33 -36,17 -33,-2 C-32,-12 -29,-19 -24,-22 C-20,-16 -18,-8 -15,0 C-11,4 -7,9 -2,14 C7,16 16,19 22,25 Z",
};

/** A shoe from the ankle to the toe, a hand from the wrist to the fingers; the second number points to the shin, or to the thumb. */
const SHOE = "M-12,10 C-16,2 -16,-9 -11,-12 L46,-12 C51,-12 51,-4 45,-2 C32,1 22,4 13,11 Z";
const HAND = "M-4,9 C4,11 10,13 15,11 C20,9 20,6 15,6 C24,7 34,4 35,0 C35,-5 26,-8 14,-9 C6,-10 0,-10 -4,-9 Z";
/** A frame along a foot or a hand: from the first joint towards the second. */
function footFrame([x1, y1], [x2, y2]) {
  const d = Math.hypot(x2 - x1, y2 - y1) || 1, [ux, uy] = [(x2 - x1) / d, (y2 - y1) / d];
  return (f, u) => [x1 + f * ux - u * uy * -1, y1 + f * uy + u * ux];
}

/** Joints of each pose, the person looking to the left. */
function pose(position, etat) {
  if (position === "couche") {
    return { hip: [-10, -119], turn: 90, head: 88, legs: [[[-12, -114], [-108, -100], [-204, -93], [-208, -136]]], arm: [[10, -100], [-72, -90]] };
  }
  if (position === "debout") {
    const hip = [0, -202];
    return { hip, turn: 1, head: 0, legs: [[[6, -196], [10, -102], [16, -15], [-24, -15]], [[-4, -196], [-8, -102], [-2, -15], [-44, -15]]],
      arm: etat.bras === "soutenu" ? [[-62, -252], [-140, -251]] : [[10, -222], [-2, -138]] };
  }
  const leaning = etat.dos === "decolle" || !etat.dos, turn = etat.dos ? (leaning ? -13 : 3) : 0, hip = [0, -130];
  const [sx, sy] = trunkFrame(hip, turn)(0, 108);
  const arms = { soutenu: [[sx - 72, -185], [-158, -183]], cuisse: [[sx + 12, sy + 84], [sx - 70, -166]], pendant: [[sx + 12, sy + 86], [sx + 4, sy + 168]] };
  const flat = [[-4, -124], [-112, -122], [-116, -15], [-160, -15]], far = [[2, -124], [-104, -121], [-100, -15], [-144, -15]];
  const crossed = [[-4, -124], [-110, -146], [-156, -74], [-196, -66]];
  return { hip, turn, head: turn / 3, legs: etat.jambes === "croisees" ? [far, crossed] : [far, flat], arm: arms[etat.bras] || arms.pendant };
}

/** Where words and lines may point to: {mouth, back, knee, elbow, shoulder}. */
function landmarks(position, etat) {
  const { hip, turn, arm, legs } = pose(position, etat), at = trunkFrame(hip, turn);
  return { mouth: at(36, 152), back: at(-38, 70), knee: legs.at(-1)[1], elbow: arm[0], sleeve: between(at(0, 108), arm[0], 0.35), wrist: arm[1] };
}

/** The person: {sexe, age}; `cuff`: the size that is on the arm, null without one. */
function personDrawing({ sexe, age }, position, etat, cuff) {
  const { hip, turn, head, legs, arm } = pose(position, etat), at = trunkFrame(hip, turn), [elbow, wrist] = arm;
  const shoulder = at(1, 106), centre = at(5, 175), face = trunkFrame(centre, head), bare = etat.manche === "nu";
  const leg = ([thigh, knee, ankle, toe], far) => s("g", far ? { class: "asalee-ta-loin" } : {},
    limb("pantalon", [bone(thigh, knee, 27, 19), bone(knee, ankle, 18.5, 12)]),
    shape("chaussure", placed(footFrame(ankle, toe), SHOE)));
  const hand = footFrame(wrist, between(elbow, wrist, 1.3));
  return s("g", {},
    legs.length > 1 ? leg(legs[0], true) : null,
    shape("teint", bone(at(-4, 118), at(-2, 152), 15, 14)),
    shape("pull", placed(at, TRUNK)),
    leg(legs.at(-1)),
    shape("teint", placed(face, HEAD)),
    shape(age >= 65 ? "cheveux-gris" : "cheveux", placed(face, HAIR[sexe] || HAIR.femme)),
    sexe === "homme" ? shape("teint", bone(face(-8, 1), face(-9, -7), 5.5, 4)) : null,
    s("path", { d: placed(face, "M13,15 C17,17 21,17 25,14"), class: "asalee-ta-visage" }),
    s("circle", { cx: face(19, 6)[0], cy: face(19, 6)[1], r: 2.6, class: "asalee-ta-oeil" }),
    etat.parole === "parle" ? s("path", { d: placed(face, "M29,-20 C24,-18 21,-21 21,-23 C23,-26 27,-26 28.5,-25 Z"), class: "asalee-ta-bouche" })
      : s("path", { d: placed(face, "M29,-21.5 C26,-21 23,-22 20,-22.5"), class: "asalee-ta-visage" }),
    limb("teint", [bone(shoulder, elbow, 18, 14.5), bone(elbow, wrist, 14, 9.5)]),
    shape("teint", placed(hand, HAND)),
    bare ? limb("pull", [bone(shoulder, between(shoulder, elbow, 0.24), 21, 19.5)])
      : limb("pull", [bone(shoulder, elbow, 20.5, 17), bone(elbow, between(elbow, wrist, 0.94), 16.5, 12.5)]),
    cuff ? cuffOnArm(shoulder, elbow, cuff) : null);
}

/** A cuff around the upper arm, wider with its size. */
function cuffOnArm(shoulder, elbow, size) {
  const long = { S: 32, M: 39, L: 46 }[size], wide = { S: 38, M: 41, L: 44 }[size], [x, y] = between(shoulder, elbow, 0.6);
  const turn = (Math.atan2(elbow[1] - shoulder[1], elbow[0] - shoulder[0]) * 180) / Math.PI;
  return s("g", { transform: `translate(${x} ${y}) rotate(${turn})`, class: "asalee-ta-manchon" },
    s("rect", { x: -long / 2, y: -wide / 2, width: long, height: wide, rx: 8 }),
    s("path", { d: `M${long / 2 - 9} ${-wide / 2} v${wide}`, class: "asalee-ta-couture" }));
}

/** Where the tube leaves the cuff. */
function tubeStart(position, etat) {
  const { hip, turn, arm } = pose(position, etat);
  return between(trunkFrame(hip, turn)(1, 106), arm[0], 0.85);
}
