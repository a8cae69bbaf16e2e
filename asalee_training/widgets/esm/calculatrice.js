// The practice's calculator. The kernel computes; the page sends what was typed, unit included, and shows the line that comes back.

function calculator(model, tool, ask) {
  const result = h("p", { class: "asalee-calcul-resultat", role: "status" });
  const rows = tool.champs.map((field) => {
    const id = uniqueId(), unitId = `${id}-u`;
    const options = (pairs) => pairs.map(([value, label]) => h("option", { value }, label));
    const control = field.mots.length
      ? h("select", { id, onchange: refresh }, h("option", { value: "" }, "Choisir…"), options(field.mots))
      : h("input", { id, type: "text", inputmode: "decimal", autocomplete: "off", maxlength: "12", oninput: clear,
        onkeydown: (event) => { if (event.key === "Enter") { event.preventDefault(); compute(); } } });
    const unit = field.unites.length > 1
      ? h("select", { id: unitId, "aria-label": `Unité : ${field.libelle}`, onchange: clear }, options(field.unites.map((u) => [u, u])))
      : field.unites.length ? h("span", { class: "asalee-calcul-unite" }, field.unites[0]) : null;
    const label = h("label", { for: id }, field.libelle);
    return { field, control, unit, node: h("div", { class: "asalee-calcul-ligne" }, label, h("span", { class: "asalee-calcul-entree" }, control, unit)) };
  });

  function clear() { result.textContent = ""; delete result.dataset.ton; }
  /** Entries that one equation only needs are shown with it. */
  function refresh() {
    clear();
    const equation = rows.find((row) => row.field.nom === "equation");
    for (const row of rows) row.node.hidden = Boolean(row.field.seulement) && row.field.seulement !== (equation && equation.control.value);
  }
  function compute() {
    const entrees = {};
    for (const { field, control, unit, node } of rows) {
      if (node.hidden) continue;
      entrees[field.nom] = control.value;
      if (unit && unit.localName === "select") entrees[`${field.nom}.unite`] = unit.value;
    }
    ask(tool.nom, entrees, (reply) => {
      result.textContent = typo(reply.phrase || reply.refus);
      result.dataset.ton = reply.phrase ? "ok" : "warn";
    });
  }
  function erase() {
    for (const { control, unit } of rows) {
      if (control.localName === "input") control.value = ""; else control.selectedIndex = 0;
      if (unit && unit.localName === "select") unit.selectedIndex = 0;
    }
    refresh();
  }

  refresh();
  return h("div", { class: "asalee-calcul", role: "group", "aria-label": tool.titre },
    h("h4", { class: "asalee-calcul-titre" }, tool.titre), rows.map((row) => row.node),
    h("div", { class: "asalee-calcul-boutons" },
      h("button", { type: "button", class: "asalee-bouton asalee-bouton-principal", onclick: compute }, "Calculer"),
      h("button", { type: "button", class: "asalee-bouton", onclick: erase }, "Effacer")),
    result);
}

function render({ model, el }) {
  const kernel = questions(model, { type: "calcule", silent: "Le calculateur ne répond pas. Attendez quelques secondes, puis recommencez." });
  const ask = (outil, entrees, told) => kernel.ask({ type: "calculer", outil, entrees }, told);
  const tools = model.get("enregistrement").outils;
  frame(el, "instrument",
    h("h3", {}, tools.length > 1 ? "Les calculateurs du cabinet" : "Le calculateur du cabinet"),
    h("p", { class: "asalee-indication" }, "Il calcule ce que vous tapez, dans l’unité que vous choisissez. Rien n’y est enregistré."),
    h("div", { class: "asalee-calculs" }, tools.map((tool) => calculator(model, tool, ask))));
  return kernel.stop;
}

export default { render };
