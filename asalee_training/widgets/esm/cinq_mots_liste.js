// The same session without tabs nor sheet: choices and buttons, and the very same gestures.

/** A line: choices, then a button. `fields`: [[label, options]]; `act(...values)`. */
function wordLine(fields, verb, act) {
  const menus = fields.map(([label, options]) => {
    const id = uniqueId(), select = h("select", { id, class: "asalee-cm-menu" }, options.map(([value, text]) => h("option", { value: String(value) }, text)));
    return { select, node: h("div", { class: "asalee-cm-choix" }, h("label", { for: id }, label), select) };
  });
  return h("div", { class: "asalee-cm-rang", role: "group", "aria-label": verb }, menus.map((menu) => menu.node),
    h("button", { type: "button", class: "asalee-bouton asalee-cm-acte", onclick: () => act(...menus.map(({ select }) => select.value)) }, verb));
}

/** {node}: everything that may be done, in words. `act(name, fields)` keeps a gesture, or tells why it cannot be. */
function wordList({ spec, act }) {
  const moments = [["immediat", "Rappel immédiat"], ["differe", "Rappel différé"]], five = [0, 1, 2, 3, 4].map((i) => [i, `Mot ${i + 1}`]);
  const conditions = spec.conditions.map(({ id, verifier }) => [id, verifier]), mends = spec.conditions.map(({ id, corriger }) => [id, corriger]);
  const quoted = (table) => table.map(([value, text]) => [value, `« ${text} »`]);
  const all = [...spec.codes, ...spec.codes_hors.map(([value, text]) => [value, `Hors liste : ${text.toLowerCase()}`])];
  const rows = [
    conditions.length ? [
      wordLine([["Condition", conditions]], "Vérifier", (condition) => act("verifier", { condition })),
      wordLine([["Sur place", mends]], "Corriger", (condition) => act("corriger", { condition }))] : null,
    wordLine([["Explication", quoted(spec.expliquer)]], "Expliquer", (phrase) => act("expliquer", { phrase })),
    wordLine([["Feuille", spec.listes.map(({ id, titre }) => [id, `Liste ${titre}`])]], "Montrer", (liste) => act("montrer", { liste })),
    wordLine([], "Faire lire à voix haute", () => act("faire_lire")),
    wordLine([["Mot", five]], "Demander sa catégorie", (mot) => act("demander_categorie", { mot: Number(mot) })),
    wordLine([], "Retourner la feuille", () => act("cacher")),
    wordLine([["Moment", moments]], "Demander le rappel", (moment) => act("rappel_libre", { moment })),
    wordLine([["Moment", moments], ["Mot", five], ["Aide", spec.manieres]], "Aider pour ce mot", (moment, mot, maniere) => act("indicer", { moment, mot: Number(mot), maniere })),
    wordLine([["Moment", moments], ["Mot", [...five, [HORS, "Un mot hors liste"]]], ["Cotation", all]], "Noter", (moment, mot, code) => act("noter", { moment, mot: Number(mot), code })),
    wordLine([["Tâche", quoted(spec.taches)], ["Durée", spec.minutes.map((n) => [n, `${n} min`])]], "Intercaler", (tache, minutes) => act("intercaler", { tache, minutes: Number(minutes) })),
    wordLine([["Parole", quoted(spec.encourager)]], "Dire", (phrase) => act("encourager", { phrase })),
    wordLine([["Fin", quoted(spec.terminer)]], "Terminer", (phrase) => act("terminer", { phrase })),
  ];
  return { node: h("details", { class: "asalee-liste asalee-cm-liste" }, h("summary", {}, "Faire la même chose avec une liste"), h("div", { class: "asalee-cm-rangs" }, rows)) };
}
