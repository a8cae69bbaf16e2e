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

/** In the trunk's frame, from the hip: the back, the seat, the belly, the chest. */
const TRUNKS = {
  femme: "M-12,127 C-22,123 -30,108 -31,88 C-32,70 -29,56 -28,42 C-27,28 -33,16 -33,0 C-33,-16 -22,-26 -4,-26 C15,-26 27,-18 28,0 C29,16 27,28 27,42 C27,54 31,62 33,72 C36,84 31,96 23,104 C17,111 11,119 8,126 Z",
  homme: "M-12,127 C-24,122 -33,105 -33,84 C-33,66 -27,55 -26,43 C-25,31 -33,20 -34,2 C-35,-16 -23,-26 -4,-26 C16,-26 30,-18 32,0 C34,18 32,34 30,48 C29,58 31,66 31,76 C32,90 28,99 22,106 C17,112 11,119 8,126 Z",
};
/** Folds of the sweater, under the arm and at the waist. */
const FOLDS = "M4,72 C10,68 16,66 22,67 M-27,46 C-20,42 -14,41 -9,42 M26,40 C18,36 12,35 6,37";
/** Around the middle of the head: forehead, nose, lips, chin, jaw, nape. */
const HEAD = "M19,31 C24,27 27.5,19 27.5,11 C27.5,8 28.2,6 29.5,3.5 C31.2,0 33.8,-3.6 34.6,-6.4 C35.2,-9 32.8,-10.2 30,-10.4 C30.6,-11.8 31.4,-13.2 31.2,-14.4 C31,-15.8 30,-16.4 29,-16.8 C30.2,-17.4 30.6,-18.8 30,-20 C29.4,-21.2 28.2,-21.6 27.8,-23 C27.4,-25 28.8,-26.4 28.4,-29 C27.8,-33.4 22.6,-36.4 16,-35.6 C8,-34.6 1,-30.6 -4,-25 C-9,-27 -18,-20 -22,-12 C-29,-4 -31,8 -28,17 C-23,31 -8,39 5,38 C11,37.4 16,35 19,31 Z";
const HAIR = {
  femme: "M20.5,30 C16,26 9,24.5 4.5,20 C1.5,16.5 1,10 0.5,4 C0,-3 -1,-9 -3,-14 C-5,-20 -9,-25 -15,-26 C-23,-27 -30,-22 -34,-12 C-38,0 -37,16 -31,27 C-24,39 -11,44 2,43.4 C12,43 19,38.6 20.5,30 Z",
  homme: "M20.5,29 C15,27.4 8,27.6 3.5,25 C1.5,22 0.6,17 0,12.5 L-4,11.5 C-5.4,12 -6.6,9.6 -7.2,6.6 C-10,6.8 -13,2 -13.6,-3.4 C-15.6,-9.6 -19,-14.4 -23,-15 C-29,-7 -33,9 -29,21 C-24,34 -12,42.6 2,42.4 C12,42.2 19,37.6 20.5,29 Z",
};
/** A few locks, from the top of the head down. */
const LOCKS = { femme: "M-2,38 C-12,30 -17,14 -17,-4 M-12,37 C-23,28 -27,12 -26,-8 M8,38 C-2,33 -8,22 -9,4", homme: "M2,37 C-8,34 -16,26 -19,12 M-10,36 C-20,30 -25,18 -25,4" };

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
    return { hip, wide: 28, turn: 1, head: 0, legs: [[[4, -199], [10, -102], [16, -15], [-24, -15]], [[0, -199], [-8, -102], [-2, -15], [-44, -15]]],
      arm: etat.bras === "soutenu" ? [[-62, -252], [-140, -251]] : [[10, -222], [-2, -138]] };
  }
  // Somebody who does not lean on the back of the chair sits on its edge.
  const leaning = etat.dos === "decolle", turn = etat.dos ? (leaning ? -13 : 3) : 0, hip = [leaning ? -10 : 14, -130], seat = [hip[0] - 1, -129];
  const [sx, sy] = trunkFrame(hip, turn)(0, 108);
  const arms = { soutenu: [[sx - 72, -185], [-158, -183]], cuisse: [[sx + 12, sy + 84], [sx - 70, -166]], pendant: [[sx + 12, sy + 86], [sx + 4, sy + 168]] };
  const flat = [seat, [-112, -122], [-116, -15], [-160, -15]], far = [[seat[0] + 6, seat[1]], [-104, -121], [-100, -15], [-144, -15]];
  const crossed = [seat, [-110, -146], [-156, -74], [-196, -66]];
  return { hip, wide: 30, turn, head: turn / 3, legs: etat.jambes === "croisees" ? [far, crossed] : [far, flat], arm: arms[etat.bras] || arms.pendant };
}

/** Where words and lines may point to: {mouth, back, knee, elbow, shoulder}. */
function landmarks(position, etat) {
  const { hip, turn, arm, legs } = pose(position, etat), at = trunkFrame(hip, turn);
  return { mouth: at(37, 157), back: at(-31, 82), knee: legs.at(-1)[1], elbow: arm[0], sleeve: between(at(0, 108), arm[0], 0.35), wrist: arm[1] };
}

/** The person: {sexe, age}; `cuff`: the size that is on the arm, null without one. */
function personDrawing({ sexe, age }, position, etat, cuff) {
  const { hip, wide = 24, turn, head, legs, arm } = pose(position, etat), at = trunkFrame(hip, turn), [elbow, wrist] = arm;
  const shoulder = at(-2, 106), centre = at(5, 172), skull = trunkFrame(centre, head), face = (f, u) => skull(f * 0.94, u * 0.94), bare = etat.manche === "nu";
  const leg = ([thigh, knee, ankle, toe], far) => s("g", far ? { class: "asalee-ta-loin" } : {},
    limb("pantalon", [bone(thigh, knee, wide, 16.5), bone(knee, ankle, 16, 10.5)]),
    shape("chaussure", placed(footFrame(ankle, toe), SHOE)));
  const palm = footFrame(wrist, between(elbow, wrist, 1.3)), hand = (f, u) => palm(f * 0.88, u * 0.88);
  return s("g", {},
    legs.length > 1 ? leg(legs[0], true) : null,
    shape("teint", bone(at(-2, 118), at(-1, 150), 12, 11.5)),
    shape("pull", placed(at, TRUNKS[sexe] || TRUNKS.femme)),
    s("path", { d: placed(at, "M-12,126 C-6,130 3,130 8,125"), class: "asalee-ta-col" }),
    s("path", { d: placed(at, FOLDS), class: "asalee-ta-pli" }),
    leg(legs.at(-1)),
    shape("teint", placed(face, HEAD)),
    shape(age >= 65 ? "cheveux-gris" : "cheveux", placed(face, HAIR[sexe] || HAIR.femme)),
    s("path", { d: placed(face, LOCKS[sexe] || LOCKS.femme), class: "asalee-ta-meche" }),
    sexe === "homme" ? [shape("teint", bone(face(-8, 2), face(-9, -6), 5.2, 3.8)), s("path", { d: placed(face, "M-10,4 C-7,5 -6,2 -8,-1"), class: "asalee-ta-visage" })] : null,
    s("path", { d: placed(face, "M15,13.5 C18.5,16 22.5,16 26,13"), class: "asalee-ta-sourcil" }),
    s("path", { d: placed(face, "M17,6.4 C19.4,8.8 23,8.8 25.4,6.6"), class: "asalee-ta-visage" }),
    s("circle", { cx: face(22.2, 5.6)[0], cy: face(22.2, 5.6)[1], r: 2, class: "asalee-ta-oeil" }),
    s("path", { d: placed(face, "M29.4,-8.6 C28,-9.4 27,-8.4 27.2,-7"), class: "asalee-ta-visage" }),
    etat.parole === "parle" ? s("path", { d: placed(face, "M29.4,-15.6 C25,-14.8 22.4,-16.4 21.8,-18 C23,-20.6 26.6,-21.4 29.4,-20 Z"), class: "asalee-ta-bouche" })
      : s("path", { d: placed(face, "M29,-16.8 C26.6,-17.2 24.4,-16.8 22.4,-15.8"), class: "asalee-ta-levre" }),
    limb("teint", [bone(shoulder, elbow, 14.5, 11.5), bone(elbow, wrist, 11.5, 7.5)]),
    shape("teint", placed(hand, HAND)),
    bare ? limb("pull", [bone(shoulder, between(shoulder, elbow, 0.22), 18, 16.5)])
      : limb("pull", [bone(shoulder, elbow, 17.5, 14), bone(elbow, between(elbow, wrist, 0.94), 14, 10)]),
    cuff ? cuffOnArm(shoulder, elbow, cuff) : null);
}

/** A cuff around the upper arm, wider with its size; its lower edge stays a few centimetres above the elbow. */
function cuffOnArm(shoulder, elbow, size) {
  const long = { S: 32, M: 39, L: 46 }[size], wide = { S: 32, M: 34, L: 36 }[size], [x, y] = between(shoulder, elbow, 0.64);
  const turn = (Math.atan2(elbow[1] - shoulder[1], elbow[0] - shoulder[0]) * 180) / Math.PI;
  const l = long / 2, w = wide / 2;
  return s("g", { transform: `translate(${x} ${y}) rotate(${turn})`, class: "asalee-ta-manchon" },
    s("path", { d: `M${-l} ${-w} Q0 ${-w - 4} ${l} ${-w} Q${l + 5} 0 ${l} ${w} Q0 ${w + 4} ${-l} ${w} Q${-l + 5} 0 ${-l} ${-w} Z` }),
    s("path", { d: `M${l - 8} ${-w - 1} Q${l - 3} 0 ${l - 8} ${w + 1}`, class: "asalee-ta-couture" }),
    s("path", { d: `M${-l + 8} ${-w} Q${-l + 13} 0 ${-l + 8} ${w}`, class: "asalee-ta-velcro" }));
}

/** Where the tube leaves the cuff. */
function tubeStart(position, etat) {
  const { hip, turn, arm } = pose(position, etat);
  return between(trunkFrame(hip, turn)(-2, 106), arm[0], 0.86);
}
