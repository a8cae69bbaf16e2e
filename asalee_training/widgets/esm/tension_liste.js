// The same session without the drawing: choices and buttons, and the very same gestures.

/** A choice and its button: {node}. `options`: [[value, text]]; `act(value)` is called by the button; `name` tells buttons of the same verb apart. */
function chooser(label, options, verb, act, name = null) {
  const id = uniqueId();
  const select = h("select", { id, class: "asalee-ta-menu" }, options.map(([value, text]) => h("option", { value: String(value) }, text)));
  return h("div", { class: "asalee-ta-ligne" }, h("label", { for: id }, label), select,
    h("button", { type: "button", class: "asalee-bouton asalee-ta-acte", "aria-label": name, onclick: () => act(select.value) }, verb));
}

/** {node}: everything that may be done, in words. `act(name, fields)` keeps a gesture; `measure()` inflates. */
function tensionList({ spec, recording, act, measure }) {
  const minutes = (count) => `${count}\u00a0min`;
  const rows = [
    chooser("Demander", spec.demander, "Poser la question", (sujet) => act("demander", { sujet })),
    h("div", { class: "asalee-ta-ligne" }, h("span", {}, "Toilettes"), h("span", {}),
      h("button", { type: "button", class: "asalee-bouton asalee-ta-acte", onclick: () => act("toilettes") }, "Proposer les toilettes")),
    spec.installation.map(({ point, titre, etats }) => chooser(titre, etats, "Installer", (etat) => act("installer", { point, etat }), typo(`Installer : ${titre.toLowerCase()}`))),
    spec.positions.length ? [
      chooser("Position", spec.positions, "Changer", (etat) => act("position", { etat })),
      h("div", { class: "asalee-ta-ligne" }, h("span", {}, "Sécurité"), h("span", {}),
        h("button", { type: "button", class: "asalee-bouton asalee-ta-acte", onclick: () => act("securiser") }, "Je reste près, une chaise derrière"))] : null,
    h("div", { class: "asalee-ta-ligne" }, h("span", {}, "Tour de bras"), h("span", {}),
      h("button", { type: "button", class: "asalee-bouton asalee-ta-acte", onclick: () => act("tour_bras") }, "Prendre le mètre ruban")),
    chooser("Brassard", Object.entries(recording.brassards).map(([size, [low, high]]) => [size, `${size}, de ${low} à ${high} cm`]), "Choisir", (taille) => act("brassard", { taille })),
    chooser("Bras", [["droit", "droit"], ["gauche", "gauche"]], "Poser le brassard", (cote) => act("bras", { cote })),
    chooser("Attendre", spec.attendre.map((count) => [count, minutes(count)]), "Laisser passer", (count) => act("attendre", { minutes: Number(count) })),
    h("div", { class: "asalee-ta-ligne" }, h("span", {}, "Mesurer"), h("span", {}),
      h("button", { type: "button", class: "asalee-bouton asalee-ta-acte", onclick: measure }, "Gonfler le brassard")),
  ];
  return { node: h("details", { class: "asalee-liste" }, h("summary", {}, "Faire la même chose avec une liste"), h("div", { class: "asalee-ta-lignes" }, rows)) };
}
