// The home as a plan of rooms, each with what can be looked at; in words, hence its own twin.

/** `look(element)` when she looks; `draw({seen: Map(element → what is seen), open})`. */
function home({ pieces, look }) {
  const buttons = new Map(), notes = new Map(), places = new Map(), names = new Map();
  const rooms = pieces.map(({ id, libelle, elements }) => {
    const note = h("p", { class: "asalee-constat" });
    notes.set(id, note);
    return h("section", { class: "asalee-piece", "data-piece": id, "aria-label": libelle },
      h("p", { class: "asalee-piece-nom" }, libelle),
      h("div", { class: "asalee-elements" }, elements.map((element) => {
        const mark = h("span", { class: "asalee-vu", "aria-hidden": "true" }), said = h("span", { class: "asalee-invisible" });
        const node = h("button", { type: "button", class: "asalee-element", "data-element": element.id, onclick: () => look(element.id) }, mark, h("span", {}, element.libelle), said);
        buttons.set(element.id, { node, mark, said });
        places.set(element.id, id);
        names.set(element.id, element.libelle);
        return node;
      })), note);
  });
  const closed = h("p", { class: "asalee-consigne" }, "Pour l’instant, vous ne pouvez pas regarder autour de vous.");
  const node = h("div", { class: "asalee-domicile" },
    h("p", { class: "asalee-domicile-titre" }, "Ce que vous pouvez regarder"), closed, h("div", { class: "asalee-plan" }, rooms));
  return {
    node,
    names,
    draw({ seen, open }) {
      closed.hidden = open;
      notes.forEach((note) => note.replaceChildren());
      for (const [element, { node: button, mark, said }] of buttons) {
        button.disabled = !open;
        button.toggleAttribute("data-vu", seen.has(element));
        mark.textContent = seen.has(element) ? "✔" : "";
        said.textContent = seen.has(element) ? ", déjà regardé" : "";
      }
      for (const [element, text] of seen) notes.get(places.get(element)).replaceChildren(...h("span", {}, h("strong", {}, `${names.get(element)} : `), inline(text)).childNodes);
    },
  };
}
