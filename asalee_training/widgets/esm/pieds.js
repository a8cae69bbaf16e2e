// The soles of both feet, as the examiner sees them: the patient's right foot on the left, big toes towards the middle.

const SITES = { hallux: [151, 58], meta1: [146, 160], meta5: [41, 186] };
/** The seven more of the ten-site variant; the last one lies on the back of the foot, behind what is drawn. */
const SITES_PLUS = { orteil3: [80, 74], orteil5: [27, 121], meta3: [92, 152], milieu_interne: [121, 262], milieu_externe: [49, 268],
  talon: [97, 360], dos_premier_espace: [125, -14] };
const SITE_NAMES = { hallux: "pulpe du gros orteil", meta1: "tête du 1er métatarsien", meta5: "tête du 5e métatarsien" };
const SITE_NUMBERS = { hallux: 1, meta1: 2, meta5: 3 };
const FEET = ["droit", "gauche"];
const CONVENTION = "Vous êtes face aux plantes des pieds, le patient allongé devant vous : son pied droit est à votre gauche, les gros orteils sont vers le milieu.";

/** The outline below the toes; a bunion pushes the inner border out. */
const outline = (bunion) => `M171 101 ${bunion ? "C192 112 203 132 199 156 C195 186 174 212 158 240" : "C184 116 191 138 189 162 C187 190 172 214 158 240"} `
  + "C148 260 143 280 144 302 C145 326 153 344 152 366 C150 394 128 413 99 413 C69 413 49 395 46 367 C43 338 33 312 25 280 "
  + "C17 248 9 216 9 188 C9 166 15 149 28 138 C40 128 62 116 84 107 C112 96 150 88 171 101 Z";
/** Toes from the little one: [x, y, half width, half length, turn], then the pad that touches the ground. */
const TOES = [
  [28, 124, 14.5, 22, -24, 9, 11], [52, 101, 14, 25, -13, 9, 12.5], [78, 84, 14.5, 28.5, -6, 9.5, 14], [107, 72, 15.5, 32, 1, 10.5, 16], [151, 66, 27, 41, 6, 19, 24],
];
/** Where the body rests: [x, y, rx, ry, turn]. */
const PADS = [[146, 160, 36, 36, 12], [93, 151, 34, 27, -14], [45, 182, 32, 38, -12], [40, 246, 20, 56, -11], [98, 364, 44, 42, 0]];
const CREASES = ["M31 147 C48 136 66 127 86 119 C112 110 146 104 168 112", "M120 206 C136 202 152 192 164 178", "M78 206 C94 214 110 214 122 208",
  "M134 246 C124 268 122 300 130 326", "M124 258 C116 280 116 300 120 318", "M64 396 C86 404 112 404 134 395"];

const oval = ([cx, cy, rx, ry, turn], name, share = 1) => s("ellipse", { cx, cy, rx: rx * share, ry: ry * share, transform: `rotate(${turn} ${cx} ${cy})`, class: name });
/** A soft spot: ellipses one inside the other, each hardly visible. */
const soft = (shape, name) => [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3].map((share) => oval(shape, name, share));

/** A toe seen from below: a pad broader than its stalk. */
function toe([x, y, w, l, turn], name) {
  const p = (a, b) => `${(a * w).toFixed(1)} ${(b * l).toFixed(1)}`;
  const d = `M${p(-0.7, 1)} C${p(-0.86, 0.5)} ${p(-1.06, 0.1)} ${p(-1, -0.36)} C${p(-0.94, -0.86)} ${p(-0.5, -1)} ${p(0, -1)} `
    + `C${p(0.5, -1)} ${p(0.94, -0.86)} ${p(1, -0.36)} C${p(1.06, 0.1)} ${p(0.86, 0.5)} ${p(0.7, 1)} Z`;
  return s("path", { d, transform: `translate(${x} ${y}) rotate(${turn})`, class: name });
}

/** The toes as this foot has them: clawed ones are bent, a bunion turns the big one, an amputated one is a stump. */
function toesOf({ formes = [], ampute = false }) {
  return TOES.map((line, index) => {
    let [x, y, w, l, turn, pw, pl] = line;
    if (formes.includes("griffe") && index < 4) { y += l * 0.2; l *= 0.8; pl *= 0.8; }
    if (formes.includes("hallux_valgus") && index === 4) { x -= 11; y += 4; turn -= 21; }
    if (ampute && index === 4) return null;
    return [x, y, w, l, turn, pw, pl];
  });
}

/**
 * One sole, drawn in a 200 x 430 box; `marks(site, x, y)` returns what to draw at each site.
 * `look`: {formes, ampute, lesions: {site: nature}, sites} where this patient's foot is not like any other.
 */
function sole(foot, marks, look = {}) {
  const mirror = foot === "gauche", sites = look.sites || SITES;
  const x = (value) => (mirror ? 200 - value : value);
  const toes = toesOf(look), bunion = (look.formes || []).includes("hallux_valgus");
  const skin = s("g", mirror ? { transform: "translate(200 0) scale(-1 1)" } : {},
    toes.map((line) => line && [toe(line, "asalee-contour"), toe(line, "asalee-peau")]),
    look.ampute ? s("path", { d: "M126 104 C126 80 140 74 153 75 C168 76 178 86 176 108 Z", class: "asalee-contour" }) : null,
    look.ampute ? s("path", { d: "M126 108 C126 80 140 74 153 75 C168 76 178 86 176 112 Z", class: "asalee-peau" }) : null,
    s("path", { d: outline(bunion), class: "asalee-contour" }),
    s("path", { d: outline(bunion), class: "asalee-peau" }),
    ["M152 246 C140 276 138 296 142 322 C147 300 146 276 156 246 Z", "M156 242 C134 270 130 304 139 336 C149 308 144 274 160 240 Z", "M160 236 C128 262 122 308 136 346 C150 316 142 272 166 230 Z"]
      .map((d) => s("path", { d, class: "asalee-ombre" })),
    PADS.map((pad) => soft(pad, (look.formes || []).includes("proeminence") && pad[1] < 200 ? "asalee-coussinet asalee-saillant" : "asalee-coussinet")),
    toes.map((line) => line && soft([line[0], line[1] - line[3] * 0.22, line[5], line[6], line[4]], "asalee-coussinet")),
    CREASES.map((d, index) => s("path", { d, class: index ? "asalee-pli" : "asalee-pli asalee-sillon" })),
    look.ampute ? s("path", { d: "M136 84 C146 80 160 81 168 86 M142 79 l3 7 M152 77 l1 8 M162 79 l-2 7", class: "asalee-suture" }) : null,
    Object.entries(look.lesions || {}).map(([site, nature]) => {
      const [cx, cy] = SITES[site] || SITES_PLUS[site];
      return s("g", { transform: `translate(${cx} ${cy})` }, LESIONS[nature]());
    }));
  const spot = (site) => (bunion && site === "hallux" ? [138, 61] : sites[site]);
  return [skin, ...Object.keys(sites).map((site) => marks(site, x(spot(site)[0]), spot(site)[1]))];
}

/** What lies on a sole, around (0, 0), within 20 units. */
const LESIONS = {
  corne: () => [
    ...["M-19 -2 C-20 -12 -11 -19 0 -19 C12 -20 20 -11 20 0 C21 10 11 19 0 19 C-11 20 -18 10 -19 -2 Z", "M-16 -2 C-17 -11 -9 -16 1 -16 C11 -16 17 -9 17 1 C17 10 9 16 -1 16 C-10 16 -15 8 -16 -2 Z",
      "M-12 -2 C-13 -9 -6 -13 1 -13 C9 -12 13 -6 13 1 C12 8 6 13 -1 12 C-8 12 -12 6 -12 -2 Z"].map((d) => s("path", { d, class: "asalee-corne" })),
    s("path", { d: "M-14 -7 C-6 -12 7 -12 14 -6 M-16 0 C-8 -6 9 -6 16 1 M-14 7 C-6 1 7 1 14 8 M-8 -12 C-3 -14 4 -14 9 -12 M-8 13 C-3 9 4 9 9 13", class: "asalee-corne-trait" }),
    s("path", { d: "M-4 -10 C-1 -5 -3 0 1 4 M8 -5 C6 -1 8 3 6 7", class: "asalee-corne-fissure" })],
  cicatrice: () => [
    s("path", { d: "M-15 9 C-7 4 4 -4 15 -10 L17 -6 C7 1 -4 9 -13 13 Z", class: "asalee-cicatrice" }),
    s("path", { d: "M-11 3 l5 9 M-5 -1 l5 9 M2 -6 l5 9 M9 -10 l4 8", class: "asalee-suture" })],
  plaie: () => [
    soft([0, 0, 25, 23, 0], "asalee-rougeur"),
    s("path", { d: "M-13 -1 C-15 -8 -7 -14 1 -13 C7 -13 11 -10 13 -5 C15 1 10 5 9 9 C5 14 -4 13 -8 10 C-13 8 -11 3 -13 -1 Z", class: "asalee-plaie-bord" }),
    s("path", { d: "M-9 -1 C-11 -6 -5 -10 1 -9 C6 -9 9 -6 9 -2 C10 2 6 4 6 7 C2 10 -4 9 -6 7 C-9 5 -8 2 -9 -1 Z", class: "asalee-plaie" }),
    s("path", { d: "M-5 1 C-4 -3 0 -5 3 -3 M-2 5 C1 6 4 4 5 1", class: "asalee-plaie-fond" })],
  plaie_infectee: () => [
    soft([3, 1, 33, 32, 8], "asalee-rougeur"),
    s("path", { d: "M-16 -2 C-18 -10 -9 -16 1 -16 C9 -16 14 -12 16 -6 C18 2 13 6 11 11 C6 17 -5 16 -10 12 C-16 9 -14 4 -16 -2 Z", class: "asalee-plaie-bord" }),
    s("path", { d: "M-12 -2 C-13 -8 -7 -12 1 -12 C8 -12 12 -8 12 -4 C13 1 9 4 8 8 C4 12 -4 12 -8 9 C-12 6 -11 2 -12 -2 Z", class: "asalee-plaie" }),
    s("path", { d: "M-8 -4 C-5 -10 3 -8 4 -4 C8 -5 9 0 6 3 C5 8 -1 7 -2 4 C-7 5 -10 0 -8 -4 Z", class: "asalee-pus" }),
    s("path", { d: "M4 6 C7 11 12 13 14 19 C11 21 8 18 7 14 C5 12 3 10 2 7 Z", class: "asalee-pus" })],
};

/** The same foot in its sock: the toes are one rounded end, the toe cap and the heel are darker, the stitches follow the foot. */
function sock(foot) {
  const d = "M104 40 C132 20 174 22 181 62 C186 94 190 124 188 158 C186 192 171 216 159 242 C149 264 145 284 146 306 C147 330 155 346 154 368 "
    + "C152 397 129 417 99 417 C69 417 47 397 44 368 C41 339 31 312 23 281 C15 249 7 218 7 188 C7 158 4 122 22 98 C40 78 76 60 104 40 Z";
  const cap = "M10 134 C50 104 126 88 186 108 C185 92 183 76 181 62 C174 22 132 20 104 40 C76 60 40 78 22 98 C14 108 11 120 10 134 Z";
  const heel = "M43 356 C70 330 128 330 153 356 C154 360 154 364 154 368 C152 397 129 417 99 417 C69 417 47 397 44 368 Z";
  const rows = Array.from({ length: 17 }, (_, i) => 128 + i * 13);
  return s("g", foot === "gauche" ? { transform: "translate(200 0) scale(-1 1)" } : {},
    s("path", { d, class: "asalee-chaussette" }), s("path", { d: cap, class: "asalee-chaussette-pointe" }), s("path", { d: heel, class: "asalee-chaussette-pointe" }),
    rows.map((y) => { const [from, to] = sides(y); return s("path", { d: `M${from + 5} ${y} C${from + 40} ${y - 10} ${to - 40} ${y - 10} ${to - 5} ${y}`, class: "asalee-maille" }); }));
}

/** Where a foot begins and ends at a height of the drawing: little toe's side, big toe's side. */
function sides(y) {
  const at = (points) => { const i = Math.max(1, points.findIndex(([, py]) => py >= y)), [[x1, y1], [x2, y2]] = [points[i - 1], points[i]]; return x1 + ((x2 - x1) * (y - y1)) / (y2 - y1); };
  return [at([[13, 124], [7, 188], [23, 281], [40, 340], [44, 368]]), at([[183, 104], [188, 158], [180, 200], [159, 242], [147, 290], [147, 320], [154, 368]])];
}
