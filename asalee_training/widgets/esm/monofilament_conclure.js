// The sheet: what each site answered, what is concluded from it, and what follows.

const FELT = (value) => (value ? "perçu" : "non perçu");

/** What else is known of the person: pulses, what is seen, what the record says. */
function otherFindings({ pouls, observations, antecedents, lesions }, label) {
  const lines = FEET.filter((foot) => pouls[foot]).map((foot) =>
    `Pied ${foot} : pouls pédieux ${FELT(pouls[foot].pedieux)}, pouls tibial postérieur ${FELT(pouls[foot].tibial_posterieur)}.`);
  const skin = lesions.map(({ zone, nature }) => `${LESION_WORDS[nature]}, ${label(zone)}`);
  const seen = [...observations, ...skin];
  return h("div", { class: "asalee-constats" }, h("h4", {}, "Ce que vous savez aussi"),
    h("ul", {}, lines.map((text) => h("li", {}, text)), h("li", {}, seen.length ? `Vous voyez : ${seen.join(" ; ")}.` : "Vous ne voyez ni déformation, ni amputation, ni lésion de la peau."),
      antecedents.map((text) => h("li", {}, text))));
}

/** {node, draw(answers, conclusion)}: the replies of each site in order, and every conclusion that the case asks for. */
function conclusionSheet({ spec, recording, conclude }) {
  const label = (zone) => spec.zones.find(({ id }) => id === zone).libelle;
  const replies = new Map(spec.zones.map(({ id }) => [id, h("p", { class: "asalee-suite-reponses" })]));
  const fields = [], graded = new Set();
  const choice = (legend, { nom, options }, side) => {
    const field = radios({ legend, options, choose: (value) => conclude(nom, value), inline: side });
    fields.push([nom, field]);
    return field.node;
  };
  const sites = ({ questions }) => h("div", { class: "asalee-feuille" }, questions.map((question) => {
    const [foot, site] = question.nom.split(".");
    graded.add(question.nom);
    return h("div", { class: "asalee-feuille-ligne", "data-feuille": question.nom },
      h("p", { class: "asalee-reponses-site" }, h("span", { class: "asalee-pastille" }, String(SITE_NUMBERS[site])), `Pied ${foot}, ${SITE_NAMES[site]}`),
      recording.amputes.includes(question.nom) ? h("p", { class: "asalee-suite-reponses" }, "Amputé.") : replies.get(question.nom),
      choice(h("span", { class: "asalee-invisible" }, `Sensibilité, ${question.titre}`), question, true));
  }));
  const boxes = ({ questions }) => {
    const field = ticks({ legend: h("span", { class: "asalee-invisible" }, "Ce que vous faites encore"), options: questions.map(({ nom, titre }) => [nom, titre]),
      toggle: (nom, ticked) => conclude(nom, ticked || null) });
    fields.push([null, field, questions.map(({ nom }) => nom)]);
    return field.node;
  };
  const draws = { sites, conduite: boxes };
  const parts = spec.conclusions.map((part) => h("section", { class: "asalee-partie", "data-partie": part.partie }, h("h4", {}, part.titre),
    draws[part.partie] ? draws[part.partie](part)
      : h("div", { class: part.questions.length > 1 ? "asalee-paire" : "" }, part.questions.map((question) =>
        choice(question.titre || h("span", { class: "asalee-invisible" }, part.titre), question, part.questions.length === 1)))));
  const reading = spec.conclusions.filter(({ partie }) => partie === "sites" || partie === "perte").length;
  const others = spec.zones.filter(({ id }) => !graded.has(id) && graded.size);
  const more = h("details", { class: "asalee-liste" }, h("summary", {}, "Les sept autres sites de chaque pied, pour information"),
    h("ul", {}, others.map(({ id, libelle }) => h("li", {}, `${libelle} : `, replies.get(id)))));
  return {
    node: h("div", { class: "asalee-conclure" }, parts.slice(0, reading), others.length ? more : null, otherFindings(recording, label), parts.slice(reading)),
    draw(answered, conclusion) {
      for (const [zone, line] of replies) {
        const own = answered.filter(({ geste }) => geste.zone === zone);
        line.replaceChildren(...(own.length ? own.flatMap(({ geste, code }, index) => [index ? " · " : "", h("span", { class: `asalee-sans-coupure${geste.application === "fictive" ? " asalee-fictive" : ""}` },
          geste.application === "fictive" ? "fictive : " : "réelle : ", h("strong", {}, REPLY_WORDS[code]))]) : ["Pas testé."]));
      }
      for (const [nom, field, names] of fields) field.show(names ? names.filter((name) => conclusion[name]) : conclusion[nom] ?? null);
    },
  };
}
