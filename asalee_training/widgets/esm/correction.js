// Feedback, outside evaluation: words and a sign, never colour alone.

const VERDICTS = {
  juste: ["✔", "Juste", "ok"],
  partiel: ["◐", "En partie", "warn"],
  faux: ["✖", "À revoir", "danger"],
  illisible: ["✎", "Réponse illisible", "warn"],
  a_noter: ["✎", "Texte enregistré", "info"],
};
const GRAVITES = {
  hors_champ: ["Hors de votre champ", "Cette réponse sort de ce que le protocole vous confie. Aucun autre point ne la rachète."],
  dangereux: ["Dangereux pour le patient", "Cette réponse mettrait le patient en danger. Aucun autre point ne la rachète."],
};
/** Of a session, the line that is grave is named: among thirty lines, « cette réponse » would say nothing. */
const GRAVITES_DE_SEANCE = { hors_champ: "Voici ce qui sort de votre champ ; aucun autre point ne le rachète :",
  dangereux: "Voici ce qui mettrait la personne en danger ; aucun autre point ne le rachète :" };

/** Gesture by gesture, in the order of the judgement: what was done, what was expected, why. */
function steps(etapes) {
  // Null: shown, not judged.
  const sign = ({ juste, gravite }) => (gravite ? ["⚠", GRAVITES[gravite][0].toLowerCase()] : juste === null ? ["✎", "non noté"] : juste ? ["✔", "juste"] : ["✖", "à revoir"]);
  const row = ({ fait, attendu, juste, pourquoi, gravite = null }) => h("tr", { "data-juste": String(juste), "data-gravite": gravite },
    h("td", { class: "asalee-etape-signe" }, h("span", { "aria-hidden": "true" }, sign({ juste, gravite })[0]),
      h("span", { class: "asalee-invisible" }, sign({ juste, gravite })[1])),
    h("td", {}, inline(fait)), h("td", {}, inline(attendu)), h("td", {}, inline(pourquoi)));
  return h("div", { class: "asalee-tableau asalee-etapes" }, h("table", {},
    h("caption", {}, "Votre séance, point par point"),
    h("thead", {}, h("tr", {}, h("td", {}), ["Ce que vous avez fait", "Ce qui était attendu", "Pourquoi"].map((title) => h("th", { scope: "col" }, title)))),
    h("tbody", {}, etapes.map(row))));
}

/** The panel of one mark: {"etat", "points", "sur", "retour", "suite", "gravite", "etapes"}. */
function feedback(mark) {
  // No point left, and yet « en partie »: what was right in a grave session is in its lines, not in its verdict.
  const [sign, word, tone] = VERDICTS[mark.gravite ? "faux" : mark.etat] || VERDICTS.faux;
  const grave = (mark.etapes || []).filter(({ gravite }) => gravite);
  const points = mark.etat === "a_noter" ? null : `${french(mark.points)} / ${french(mark.sur)} point${mark.sur >= 2 ? "s" : ""}`;
  const [title, reason] = GRAVITES[mark.gravite] || [];
  return [
    title && h("div", { class: "asalee-gravite", "data-gravite": mark.gravite },
      h("strong", {}, h("span", { "aria-hidden": "true" }, "⚠ "), title),
      grave.length ? [h("p", {}, GRAVITES_DE_SEANCE[mark.gravite]), h("ul", {}, grave.map(({ fait, attendu }) => h("li", {}, inline(fait), " ", h("em", {}, "Attendu :"), " ", inline(attendu))))] : h("p", {}, reason)),
    h("div", { class: "asalee-verdict", "data-ton": tone },
      h("p", { class: "asalee-verdict-titre" },
        h("strong", {}, h("span", { "aria-hidden": "true" }, `${sign} `), word), points && h("span", { class: "asalee-points" }, points)),
      paragraphs(mark.retour)),
    mark.etapes && mark.etapes.length > 0 && steps(mark.etapes),
    mark.suite && h("div", { class: "asalee-suite" }, h("strong", {}, "À retenir"), paragraphs(mark.suite)),
  ];
}
