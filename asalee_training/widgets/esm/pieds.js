// The soles of both feet, as the examiner sees them: the patient's right foot on the left, big toes towards the middle.

const SITES = { hallux: [150, 60], meta1: [146, 158], meta5: [42, 182] };
const SITE_NAMES = { hallux: "pulpe du gros orteil", meta1: "tête du 1er métatarsien", meta5: "tête du 5e métatarsien" };
const SITE_NUMBERS = { hallux: 1, meta1: 2, meta5: 3 };
const FEET = ["droit", "gauche"];
const CONVENTION = "Vous êtes face aux plantes des pieds, le patient allongé devant vous : son pied droit est à votre gauche, les gros orteils sont vers le milieu.";

const SOLE = "M166 108 C184 128 188 166 179 198 C171 226 150 252 146 288 C143 316 152 336 149 364 "
  + "C145 396 124 412 97 411 C68 410 48 392 45 360 C42 326 36 300 27 266 C19 236 11 214 11 186 "
  + "C11 162 18 144 30 132 C54 112 132 84 166 108 Z";
/** Toes as pads with a stalk that joins the sole: [x, y, rx, ry, turn]. */
const TOES = [[150, 66, 26, 40, 5], [107, 70, 16, 29, 1], [78, 82, 14.5, 26, -5], [52, 99, 13.5, 23, -12], [29, 121, 12.5, 20, -20]];
const PADS = [[150, 60, 18, 24, 5], [107, 60, 10, 15, 1], [77, 73, 9, 13, -5], [50, 91, 8, 12, -12], [27, 114, 7.5, 10.5, -20],
  [138, 158, 36, 34, 15], [58, 178, 38, 32, -15], [97, 366, 38, 34, 0]];

const oval = ([cx, cy, rx, ry, turn], name) => s("ellipse", { cx, cy, rx, ry, transform: `rotate(${turn} ${cx} ${cy})`, class: name });

/** One sole, drawn in a 200 x 430 box; `marks(site, x, y)` returns what to draw at each site. */
function sole(foot, marks) {
  const mirror = foot === "gauche";
  const x = (value) => (mirror ? 200 - value : value);
  const skin = s("g", mirror ? { transform: "translate(200 0) scale(-1 1)" } : {},
    // Outlines first, then skins: the silhouette is one, without lines where toes meet the sole.
    ["asalee-contour", "asalee-peau"].map((layer) => [s("path", { d: SOLE, class: layer }), TOES.map((toe) => oval(toe, layer))]),
    PADS.map((pad) => oval(pad, "asalee-coussinet")),
    s("path", { d: "M128 262 C114 288 112 310 120 334", class: "asalee-pli" }));
  return [skin, ...Object.entries(SITES).map(([site, [cx, cy]]) => marks(site, x(cx), cy))];
}
