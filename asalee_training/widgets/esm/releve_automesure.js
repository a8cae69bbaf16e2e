// The home sheet as the person brings it back: a printed form, filled by hand. No mean, no verdict.

const RULES = {
  "3-3-3": ["Règle des 3", "3 mesures le matin, 3 mesures le soir, 3 jours de suite"],
  "2-2-3": ["Règle 2-2-3", "2 mesures le matin, 2 mesures le soir, 3 jours de suite"],
};
const TIMES = { matin: ["Matin", "au petit déjeuner, avant les médicaments"], soir: ["Soir", "avant le coucher"] };
const DEVICES = { bras: "au bras", poignet: "au poignet" };
const COLUMNS = ["SYS", "DIA", "Pouls"];

function paperTable(seen, days, pulse) {
  const columns = pulse ? COLUMNS : COLUMNS.slice(0, 2);
  const edge = (column) => (column ? "" : " asalee-releve-bord");
  const cell = (reading, column) => (reading ? h("td", { class: `asalee-releve-main${edge(column)}` }, String(reading[column] ?? ""))
    : h("td", { class: edge(column).trim() }, h("span", { class: "asalee-invisible" }, "rien d’écrit")));
  const rows = (moment) => seen[moment][0].map((_, rank) => h("tr", {}, h("th", { scope: "row" }, `Mesure ${rank + 1}`),
    seen[moment].map((day) => columns.map((title, column) => cell(day[rank], column)))));
  return h("div", { class: "asalee-tableau" }, h("table", { class: "asalee-releve-grille" },
    h("caption", { class: "asalee-invisible" }, "Pressions notées, en mmHg, jour par jour"),
    h("thead", {},
      h("tr", {}, h("td", {}), days.map((day) => h("th", { scope: "colgroup", colspan: String(columns.length), class: "asalee-releve-bord" }, `Jour ${day}`))),
      h("tr", {}, h("td", {}), days.map(() => columns.map((title, column) => h("th", { scope: "col", class: edge(column).trim() }, title))))),
    Object.keys(TIMES).filter((moment) => seen[moment]).map((moment) => h("tbody", {},
      h("tr", { class: "asalee-releve-moment" }, h("th", { scope: "rowgroup", colspan: String(1 + days.length * columns.length) }, h("strong", {}, TIMES[moment][0]), `, ${TIMES[moment][1]}`)),
      rows(moment)))));
}

function render({ model, el }) {
  const seen = model.get("enregistrement"), moments = Object.keys(TIMES).filter((moment) => seen[moment]);
  const readings = moments.flatMap((moment) => seen[moment].flat()).filter(Boolean);
  const [rule, says] = RULES[seen.regle], pulse = readings.some((reading) => reading.length > 2);
  frame(el, "instrument", h("div", { class: "asalee-releve" },
    h("div", { class: "asalee-releve-tete" }, h("h3", {}, "Relevé d’automesure tensionnelle"),
      h("p", { class: "asalee-releve-regle" }, h("strong", {}, rule), ` : ${says}.`)),
    seen.appareil ? h("p", { class: "asalee-releve-appareil" }, "Tensiomètre : ", h("span", { class: "asalee-releve-main" }, DEVICES[seen.appareil])) : null,
    paperTable(seen, seen[moments[0]].map((_, day) => day + 1), pulse),
    h("p", { class: "asalee-releve-pied" }, "Assis, au repos depuis cinq minutes, le bras nu posé sur la table ; une à deux minutes entre deux mesures. Notez tous les chiffres, sans rien changer.")));
}

export default { render };
