// What the nurse saw and heard while examining both feet: findings, no conclusion.

const NON_TESTABLE = "non testable";
const APPLICATIONS = { reelle: "réelle", fictive: "fictive" };
const tone = (reply) => (reply.application === "fictive" ? "asalee-fictive" : null);

function siteMark(site, x, y) {
  return s("g", {},
    s("circle", { cx: x, cy: y, r: 22, class: "asalee-site-rond" }),
    s("text", { x, y: y + 8.5, class: "asalee-site-numero asalee-grand" }, String(SITE_NUMBERS[site])));
}

/** One sole and, on its outer side, the replies at its three sites. */
function foot(side, sites, observations = []) {
  const ampute = observations.some((text) => text.startsWith("amputation du gros orteil") && text.endsWith(side));
  const replies = (site) => (sites[site] === "non_testable"
    ? h("p", {}, NON_TESTABLE)
    : sites[site].map((reply) => h("p", { class: tone(reply) }, `${APPLICATIONS[reply.application]} : `, h("strong", {}, reply.reponse))));
  return h("figure", { class: "asalee-examen", "data-cote": side },
    h("figcaption", {}, `Pied ${side}`),
    h("ol", { class: "asalee-reponses" }, Object.keys(SITES).map((site) => h("li", { "data-site": `${side}.${site}` },
      h("p", { class: "asalee-reponses-site" }, h("span", { class: "asalee-pastille" }, String(SITE_NUMBERS[site])), SITE_NAMES[site]),
      h("div", {}, replies(site))))),
    s("svg", { viewBox: "0 0 200 430", "aria-hidden": "true" }, sole(side, (site, x, y) => (ampute && site === "hallux" ? null : siteMark(site, x, y)), { ampute })));
}

function replyTable(monofilament) {
  const cell = (reply) => [h("span", { class: tone(reply) }, `application ${APPLICATIONS[reply.application]} : `),
    h("span", { class: "asalee-sans-coupure" }, "a répondu ", h("strong", {}, reply.reponse))];
  return table("Réponses au monofilament, dans l’ordre des applications", ["Site", "1re", "2e", "3e"],
    FEET.flatMap((side) => Object.keys(SITES).map((site) => {
      const replies = monofilament[side][site];
      return [`Pied ${side}, ${SITE_NUMBERS[site]}. ${SITE_NAMES[site]}`, ...(replies === "non_testable" ? [NON_TESTABLE, "–", "–"] : replies.map(cell))];
    })));
}

function monofilament(seen, observations) {
  return [
    h("h4", {}, "Monofilament de 10 g"),
    h("p", { class: "asalee-consigne" }, "Trois applications par site : « réelle » (le fil touche la peau) ou « fictive » (il ne la touche pas). "
      + "À chaque fois, vous demandez : « Sentez-vous quelque chose ? » Ce qui est noté est la réponse du patient."),
    h("p", { class: "asalee-consigne" }, CONVENTION),
    h("div", { class: "asalee-examens" }, FEET.map((side) => foot(side, seen[side], observations))),
    h("details", { class: "asalee-liste" }, h("summary", {}, "Les mêmes réponses, en tableau"), replyTable(seen))];
}

function arteries({ pouls, pressions_mmhg: pressions }) {
  const felt = (value) => (value ? "perçu" : "non perçu"), rows = [];
  if (pouls) {
    rows.push(["Pouls pédieux", ...FEET.map((side) => felt(pouls[side].pedieux))]);
    rows.push(["Pouls tibial postérieur", ...FEET.map((side) => felt(pouls[side].tibial_posterieur))]);
  }
  if (pressions) rows.push(["Pression systolique à la cheville", `${pressions.cheville_droite} mmHg`, `${pressions.cheville_gauche} mmHg`]);
  return rows.length > 0 && [h("h4", {}, pressions ? "Pouls et pressions" : "Pouls"), table("Membres inférieurs", ["", "À droite", "À gauche"], rows),
    pressions && h("p", {}, "Pression systolique au bras : ", h("strong", {}, `${pressions.bras} mmHg`))];
}

function render({ model, el }) {
  const seen = model.get("enregistrement");
  frame(el, "instrument",
    h("h3", {}, "Examen des pieds"),
    seen.monofilament && monofilament(seen.monofilament, seen.observations),
    arteries(seen),
    seen.observations && [h("h4", {}, "Ce que vous voyez"),
      seen.observations.length ? h("ul", {}, seen.observations.map((text) => h("li", {}, text))) : h("p", {}, "Ni déformation, ni amputation.")]);
}

export default { render };
