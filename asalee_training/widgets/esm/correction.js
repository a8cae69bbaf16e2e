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

/** The panel of one mark: {"etat", "points", "sur", "retour", "suite", "gravite"}. */
function feedback(mark) {
  const [sign, word, tone] = VERDICTS[mark.etat] || VERDICTS.faux;
  const points = mark.etat === "a_noter" ? null : `${french(mark.points)} / ${french(mark.sur)} point${mark.sur >= 2 ? "s" : ""}`;
  const [title, reason] = GRAVITES[mark.gravite] || [];
  return [
    title && h("div", { class: "asalee-gravite", "data-gravite": mark.gravite },
      h("strong", {}, h("span", { "aria-hidden": "true" }, "⚠ "), title), h("p", {}, reason)),
    h("div", { class: "asalee-verdict", "data-ton": tone },
      h("p", { class: "asalee-verdict-titre" },
        h("strong", {}, h("span", { "aria-hidden": "true" }, `${sign} `), word), points && h("span", { class: "asalee-points" }, points)),
      paragraphs(mark.retour)),
    mark.suite && h("div", { class: "asalee-suite" }, h("strong", {}, "À retenir"), paragraphs(mark.suite)),
  ];
}
