// The nurse's sheet after cognitive tests: words said, a drawing, answers; no total.

const TICK = () => [h("span", { "aria-hidden": "true" }, "✔"), h("span", { class: "asalee-invisible" }, "rappelé")];
const DASH = () => [h("span", { "aria-hidden": "true" }, "–"), h("span", { class: "asalee-invisible" }, "non rappelé")];
const EMPTY = () => h("span", { class: "asalee-invisible" }, "sans objet");

function fiveWords(sheet) {
  const cells = (mot, recall) => (recall.libre.includes(mot) ? [TICK(), EMPTY()] : [DASH(), recall.indice.includes(mot) ? TICK() : DASH()]);
  const group = (title) => h("th", { scope: "colgroup", colspan: "2" }, title);
  return h("section", {},
    h("h4", {}, "Épreuve des cinq mots"),
    h("p", { class: "asalee-consigne" }, "Liste d’entraînement, sans norme. ✔ : mot rappelé. – : mot non rappelé. Case vide : mot déjà rappelé, l’indice n’a pas été donné."),
    h("div", { class: "asalee-tableau" }, h("table", { class: "asalee-cinq-mots" }, h("caption", {}, "Mots rappelés"),
      h("thead", {},
        h("tr", {}, h("th", { scope: "col", rowspan: "2" }, "Mot, et son indice"), group("Rappel immédiat"), group("Rappel différé")),
        h("tr", {}, ["libre", "avec indice", "libre", "avec indice"].map((title) => h("th", { scope: "col" }, title)))),
      h("tbody", {}, sheet.liste.map(({ mot, indice }) => h("tr", {}, h("th", { scope: "row" }, h("strong", {}, mot), h("span", { class: "asalee-indice" }, ` (${indice})`)),
        [...cells(mot, sheet.rappel_immediat), ...cells(mot, sheet.rappel_differe)].map((cell) => h("td", { class: "asalee-coche" }, cell))))))));
}

function clockSection(dessin, encre) {
  return h("section", {},
    h("h4", {}, "Test de l’horloge"),
    h("p", { class: "asalee-consigne" }, "Consigne donnée : « Placez les chiffres dans ce cercle, comme sur une horloge, puis les aiguilles, pour qu’elle marque ",
      h("strong", {}, saidTime(dessin.heure)), ". »"),
    h("div", { class: "asalee-dessin" }, clockDrawing(dessin, { encre }),
      h("div", {}, h("p", {}, h("strong", {}, "Le dessin, en mots")), clockWords(dessin))));
}

function codex(sheet) {
  const line = (label, done, yes, no) => [label, done ? [h("span", { "aria-hidden": "true" }, "✔ "), yes] : [h("span", { "aria-hidden": "true" }, "– "), no]];
  return h("section", {},
    h("h4", {}, "Codex"),
    table("Rappel des trois mots", ["Mot", "Rappel"], sheet.mots.map(({ mot, rappele }) => line(mot, rappele, "rappelé", "non rappelé"))),
    sheet.orientation
      ? table("Questions d’orientation", ["Question", "Réponse"], sheet.orientation.map(({ question, juste }) => line(question, juste, "exacte", "fausse ou absente")))
      : h("p", {}, "Questions d’orientation : elles n’ont pas été posées."),
    h("p", { class: "asalee-indication" }, "L’horloge du Codex est celle du dessin."));
}

function render({ model, el }) {
  const seen = model.get("enregistrement");
  frame(el, "instrument", h("h3", {}, "Feuille de repérage cognitif"),
    seen.cinq_mots && fiveWords(seen.cinq_mots),
    seen.horloge && clockSection(seen.horloge, seen.encre),
    seen.codex && codex(seen.codex));
}

export default { render };
