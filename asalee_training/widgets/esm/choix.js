// One option among several: radio cards. Feedback comes with the click itself; arrow keys only pass over the options.

function makeChoice({ spec, change }) {
  const name = uniqueId();
  let byKey = false;
  const inputs = spec.choix.map((option) =>
    h("input", { type: "radio", name, value: option.id, onchange: () => change(option.id, 0) }));
  const node = h("div", { class: "asalee-options", onkeydown: () => { byKey = true; }, onpointerdown: () => { byKey = false; } }, spec.choix.map((option, i) =>
    h("label", { class: "asalee-option" }, inputs[i], h("span", {}, inline(option.texte)))));
  return {
    node,
    task: "Choisissez une réponse.",
    atOnce: () => !byKey,
    show(valeur) { for (const input of inputs) input.checked = input.value === valeur; },
    words: (valeur) => inline((spec.choix.find((option) => option.id === valeur) || { texte: "Réponse inconnue" }).texte),
  };
}

export default { render: exercise(makeChoice) };
