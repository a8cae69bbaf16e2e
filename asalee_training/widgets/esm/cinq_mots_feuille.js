// The nurse's own sheet: a line for each word of a recall, then the four counts and what she makes of them.

/** A line of the sheet. */
const wordName = (mot, liste) => (mot === HORS ? "Un mot hors liste" : liste ? liste.mots[mot].nu : `Mot ${mot + 1}`);

/** {node, draw(state)}: the words of one recall, how to help, what to write. */
function recallSheet({ moment, spec, act }) {
  let manner = null;
  const ask = h("button", { type: "button", class: "asalee-bouton asalee-cm-grand", onclick: () => act("rappel_libre", { moment }) }, `« ${spec.rappels[moment]} »`);
  const how = radios({ legend: "Si un mot manque, vous aidez…", inline: true, options: spec.manieres, choose: (value) => { manner = value; hint.textContent = ""; } });
  const hint = h("p", { class: "asalee-indication", role: "alert" });
  const rows = [0, 1, 2, 3, 4, HORS].map((mot) => {
    const other = mot === HORS, name = h("span", { class: "asalee-cm-nom" });
    const codes = radios({ legend: "", inline: true, options: other ? spec.codes_hors : spec.codes, choose: (code) => act("noter", { moment, mot, code }) });
    const help = other ? h("span", {}) : h("button", {
      type: "button", class: "asalee-bouton asalee-cm-acte", "data-aider": String(mot),
      onclick: () => { if (manner) act("indicer", { moment, mot, maniere: manner }); else { hint.textContent = "Choisissez d’abord comment vous aidez."; how.node.querySelector("input").focus(); } },
    }, "Aider");
    return { mot, name, codes, help, node: h("div", { class: "asalee-cm-ligne", "data-mot": String(mot) }, name, help, codes.node) };
  });
  const table = h("div", { class: "asalee-cm-grille" }, how.node, hint,
    h("p", { class: "asalee-consigne" }, "Votre feuille. Une nouvelle présentation ne change pas ce qui est coté."), rows.map((row) => row.node));
  return {
    node: h("div", { "data-moment": moment }, ask, table),
    draw({ liste, recalls, notes, ended, shown }) {
      ask.disabled = !shown || Boolean(ended) || (moment === "differe" ? !recalls.immediat : Boolean(recalls.differe));
      table.hidden = !recalls[moment];
      const closed = Boolean(ended) || (moment === "immediat" && Boolean(recalls.differe));
      how.node.hidden = closed;
      for (const { mot, name, codes, help } of rows) {
        const text = wordName(mot, liste);
        name.textContent = text;
        codes.node.querySelector("legend").textContent = text;
        codes.show(notes[moment][mot]);
        if (mot !== HORS) { help.hidden = closed; help.setAttribute("aria-label", `Aider : ${text}`); }
      }
    },
  };
}

/** What she wrote at each recall, a line for a word: {node, draw(state)}. She counts from it; nothing here counts. */
function ownNotes(spec) {
  const body = h("tbody", {}), code = new Map([...spec.codes, ...spec.codes_hors]);
  const table = h("table", { class: "asalee-cm-notes" }, h("caption", {}, "Ce que vous avez noté"),
    h("thead", {}, h("tr", {}, ["Mot", "Immédiat", "Différé"].map((name) => h("th", { scope: "col" }, name)))), body);
  return {
    node: table,
    draw({ liste, notes }) {
      table.hidden = MOMENTS.every((moment) => !Object.keys(notes[moment]).length);
      body.replaceChildren(...[0, 1, 2, 3, 4, HORS].map((mot) => h("tr", {}, h("th", { scope: "row" }, wordName(mot, liste)),
        MOMENTS.map((moment) => h("td", {}, code.get(notes[moment][mot]) || "—")))));
    },
  };
}

/** {node, draw(conclusion, state)}: the last words; her notes, counts, total, readings, what is done. `early()`: is a recall still to ask? */
function closing({ spec, conclude, act, early }) {
  const counts = [...spec.comptes.map(([nom, titre]) => [nom, titre, 5]), ["total", "Total sur 10", 10]].map(([nom, titre, top]) => {
    const id = uniqueId();
    const select = h("select", { id, class: "asalee-cm-menu", "data-nom": nom, onchange: () => conclude(nom, select.value === "" ? null : Number(select.value)) },
      h("option", { value: "" }, "—"), [...Array(top + 1).keys()].map((n) => h("option", { value: String(n) }, String(n))));
    return { nom, select, node: h("div", { class: "asalee-cm-compte" }, h("label", { for: id }, titre), select) };
  });
  const parts = [["lecture_dubois", "Lecture de Dubois", spec.dubois, true], ["lecture_pratique", "Lecture pratique", spec.pratique, true], ["conduite", "Ce que vous faites", spec.conduites, false]]
    .map(([nom, legend, options, side]) => ({ nom, view: radios({ legend, options, inline: side, choose: (value) => conclude(nom, value) }) }));
  let leaving = null;
  const sure = certainty({ label: "Quitter la personne", yes: "Oui, quitter", act: () => act("terminer", { phrase: leaving }),
    question: "Le rappel différé n’est pas encore demandé. Quitter la personne maintenant ? La séance avec elle s’arrêtera là." });
  const leave = (phrase) => {
    leaving = phrase;
    if (!early()) { act("terminer", { phrase }); return; }
    sure.open(said.get(phrase));
  };
  const said = new Map(spec.terminer.map(([phrase, text]) => [phrase,
    h("button", { type: "button", class: "asalee-bouton asalee-cm-parole", "data-phrase": phrase, onclick: () => leave(phrase) }, `« ${text} »`)]));
  const words = h("div", { class: "asalee-cm-mots-fin" }, h("h4", {}, "Vous quittez la personne en disant…"), [...said.values()], sure.node), mine = ownNotes(spec);
  parts.forEach(({ nom, view }) => { view.node.dataset.partie = nom; });
  return {
    node: h("div", { "data-conclure": "" }, words, h("h4", {}, "Vous écrivez"), mine.node, h("div", { class: "asalee-cm-comptes" }, counts.map((count) => count.node)),
      h("div", { class: "asalee-cm-lectures" }, parts.slice(0, 2).map(({ view }) => view.node)), parts[2].view.node),
    draw(conclusion, state) {
      for (const { nom, select } of counts) select.value = conclusion[nom] === undefined ? "" : String(conclusion[nom]);
      for (const { nom, view } of parts) view.show(conclusion[nom]);
      mine.draw(state);
      words.hidden = Boolean(state.ended);
      if (state.ended) sure.close();
    },
  };
}
